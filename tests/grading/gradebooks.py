"""Results to enter into gradebooks, and what a gradebook holds, for the tests of it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Base
from sqlalchemy import create_engine, select

from kamlab.grading.book import schema
from kamlab.grading.remarks import Remark
from kamlab.grading.results import Result
from kamlab.grading.roster import Person
from kamlab.grading.score import CellScore

DUE = datetime(2027, 3, 12, 17, tzinfo=UTC)  # small_course's deadline
CELLS = {"share": 4.0, "pick": 2.0, "test-total": 4.0, "essay": 4.0}
FAULT = Remark("It is {what}.", {"what": "damaged"})


def result(
    trainee: str = "ada", *, late: float | None = None, key: str = "", **points: float | None
) -> Result:
    """A result with full points and an essay to read, save for ``points``; ``late`` in hours."""
    earned = {**CELLS, "essay": None, **{name.replace("_", "-"): each for name, each in points.items()}}
    scores = [
        CellScore(name, earned[name], of, "unread" if earned[name] is None else "right")
        for name, of in CELLS.items()
    ]
    when = None if late is None else DUE + timedelta(hours=late)
    return Result(Person(trainee), key or f"key of {trainee}", "a folder", when, tuple(scores))


def failed(trainee: str) -> Result:
    """The result of a submission that could not be graded."""
    scores = tuple(CellScore(name, 0.0, of, "failed", FAULT) for name, of in CELLS.items())
    return Result(Person(trainee), f"key of {trainee}", "a folder", None, scores, fault=FAULT)


def crowd(count: int, seed: int) -> list[Result]:
    """Results of every kind: good, wrong, empty, late, stopped early, not graded at all."""
    drawn = random.Random(seed)  # noqa: S311 - seeded on purpose
    return [_member(f"t{number:04}", drawn) for number in range(count)]


def quarters(drawn: random.Random, most: float) -> float:
    """Points from 0 to ``most`` whose sum does not depend on the order in which a database adds them."""
    return drawn.randint(0, int(most * 4)) / 4


def _member(trainee: str, drawn: random.Random) -> Result:
    if drawn.random() < 0.1:
        return failed(trainee)
    points = {name.replace("-", "_"): quarters(drawn, of) for name, of in CELLS.items()}
    blank = drawn.random() < 0.3
    made = result(
        trainee,
        late=drawn.choice([None, -30.5, -1, 0, 0.25, 20, 400]),
        key=f"{drawn.getrandbits(64):x}",
        **{**points, "essay": 0.0 if blank else None},
    )
    return replace(
        made,
        person=Person(trainee, drawn.choice(["", "Ada", "Åse"]), drawn.choice(["", "Löv", "王"])),
        untouched=frozenset({"essay", "total"} if blank else ()),
        error=Remark("It stopped.") if drawn.random() < 0.2 else None,
    )


def content(url: str, *, ours: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, with the names of things in place of their random ids.

    Left out is the course 'default_course', which nbgrader enters whenever a step of its opens a gradebook.
    """
    engine = create_engine(url)
    known = [*Base.metadata.tables.values(), schema._VERSION, *([schema.GRADED] if ours else [])]
    try:
        with engine.connect() as connection:
            rows = {table.name: connection.execute(select(table)).mappings().all() for table in known}
    finally:
        engine.dispose()
    names = _names(rows)
    return {
        table: sorted((_named(row, names) for row in found if row.get("id") != "default_course"), key=repr)
        for table, found in rows.items()
    }


def _named(row: Mapping[str, Any], names: Mapping[str, str]) -> tuple[Any, ...]:
    return tuple((column, names.get(str(value), value)) for column, value in sorted(row.items()))


def _names(rows: dict[str, Any]) -> dict[str, str]:
    """Random id to what it stands for."""
    names = {row["id"]: f"assignment {row['name']}" for row in rows["assignment"]}
    names |= {row["id"]: f"notebook {row['name']}" for row in rows["notebook"]}
    names |= {row["id"]: f"{row['type']} {row['name']}" for row in rows["base_cell"]}
    names |= {row["id"]: f"source {row['name']}" for row in rows["source_cell"]}
    names |= {row["id"]: f"submission of {row['student_id']}" for row in rows["submitted_assignment"]}
    for table, pointers in (
        ("submitted_notebook", ["assignment_id"]),
        ("grade", ["notebook_id", "cell_id"]),
        ("comment", ["notebook_id", "cell_id"]),
    ):
        names |= {
            row["id"]: " ".join([table, *(names[row[each]] for each in pointers)]) for row in rows[table]
        }
    return names


def ids(url: str) -> set[str]:
    """The random ids of all rows that belong to submissions."""
    engine = create_engine(url)
    names = ("submitted_assignment", "submitted_notebook", "grade", "comment")
    try:
        with engine.connect() as connection:
            return {
                each for name in names for each in connection.scalars(select(Base.metadata.tables[name].c.id))
            }
    finally:
        engine.dispose()


def config(folder: Path, *lines: str) -> Path:
    """A configuration with ``lines``."""
    path = folder / "nbgrader_config.py"
    path.write_text("\n".join(["c = get_config()", *lines]), encoding="utf-8")
    return path


def keys(results: Sequence[Result]) -> dict[str, str]:
    """What ``Book.recorded`` must say after ``results``."""
    return {each.person.id: each.key for each in results}
