"""Results into nbgrader's tables, many at a time.

The rows are those that nbgrader's own ``Gradebook`` would make, one statement a table instead of one a cell.
Every statement is an upsert on the table's own unique key, so that a repeated transaction changes nothing;
what a trainer set (her points and comment, extra credit, an extension) is in none of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nbgrader.api import Base, SubmittedNotebook, new_uuid
from sqlalchemy import Connection, Table, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from kamlab.grading.book.cells import Entered
from kamlab.grading.book.lateness import Lateness, seconds_late
from kamlab.grading.book.schema import GRADED
from kamlab.grading.rebuild import mended
from kamlab.grading.results import Result
from kamlab.grading.safe import safe_text
from kamlab.i18n import translator

__all__ = ["write"]

_STUDENT, _SUBMISSION, _NOTEBOOK, _GRADE, _COMMENT = (
    Base.metadata.tables[name]
    for name in ("student", "submitted_assignment", "submitted_notebook", "grade", "comment")
)
_AT_ONCE = 500  # submissions in one statement: SQLite takes 32,766 values, PostgreSQL 65,535
_NAME = 128  # characters of a name that nbgrader's columns hold

Row = dict[str, Any]
Changes = Callable[[Any], dict[str, Any]]


def write(connection: Connection, case: Entered, results: Sequence[Result], lateness: Lateness) -> None:
    """Enter ``results``, of different trainees.

    Args:
        connection: inside a transaction.
        case: the case in the gradebook.
        results: what grading found out.
        lateness: takes points from what came late.

    Raises:
        GradingError: the plugin for lateness failed.
    """
    ordered = sorted(results, key=lambda each: each.person.id)  # two writers take rows in the same order
    for start in range(0, len(ordered), _AT_ONCE):
        some = {each.person.id: each for each in ordered[start : start + _AT_ONCE]}
        _write(connection, case, some, lateness)


def _write(connection: Connection, case: Entered, results: Mapping[str, Result], lateness: Lateness) -> None:
    _enter_students(connection, results)
    submissions = _enter_submissions(connection, case, results)
    notebooks = _enter_notebooks(connection, case, results, submissions)
    _enter_grades(connection, case, results, notebooks)
    _enter_comments(connection, case, results, notebooks)
    late = {notebooks[name]: (name, each.seconds) for name, each in submissions.items() if each.seconds > 0}
    _penalise(connection, lateness, late)
    rows = [
        {"assignment": case.unit, "trainee": name, "key": result.key, "notebook": notebooks[name]}
        for name, result in results.items()
    ]
    changes = lambda new: {"key": new.key, "notebook": new.notebook}  # noqa: E731 - as in each call below
    _upsert(connection, GRADED, rows, ("assignment", "trainee"), changes)


def _upsert(
    connection: Connection, table: Table, rows: Sequence[Row], key: tuple[str, ...], changes: Changes
) -> None:
    """Insert ``rows``; where ``key`` is there, make ``changes`` instead, given the row not inserted."""
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    if rows:
        changed = changes(statement.excluded)
        connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=changed), rows)


def _enter_students(connection: Connection, results: Mapping[str, Result]) -> None:
    """A name that we do not know is no reason to forget the one that a trainer wrote."""
    rows = [
        {
            "id": name,
            "first_name": _name(result.person.first_name),
            "last_name": _name(result.person.last_name),
        }
        for name, result in results.items()
    ]
    known = _STUDENT.c
    _upsert(
        connection,
        _STUDENT,
        rows,
        ("id",),
        lambda new: {
            "first_name": func.coalesce(new.first_name, known.first_name),
            "last_name": func.coalesce(new.last_name, known.last_name),
        },
    )


@dataclass(frozen=True)
class _Submission:
    """A row of nbgrader's: its id, and how late it is in seconds."""

    id: str
    seconds: float


def _enter_submissions(
    connection: Connection, case: Entered, results: Mapping[str, Result]
) -> dict[str, _Submission]:
    rows = [
        {
            "id": new_uuid(),
            "assignment_id": case.assignment,
            "student_id": name,
            "timestamp": _utc(result.submitted),
        }
        for name, result in results.items()
    ]
    key = ("assignment_id", "student_id")
    _upsert(connection, _SUBMISSION, rows, key, lambda new: {"timestamp": new.timestamp})
    of = _SUBMISSION.c
    entered = connection.execute(
        select(of.id, of.student_id, of.timestamp, of.extension).where(
            of.assignment_id == case.assignment, of.student_id.in_(results)
        )
    )
    return {
        each.student_id: _Submission(each.id, seconds_late(each.timestamp, case.due, each.extension))
        for each in entered
    }


def _enter_notebooks(
    connection: Connection,
    case: Entered,
    results: Mapping[str, Result],
    submissions: Mapping[str, _Submission],
) -> dict[str, str]:
    """The ids of the submitted notebooks by trainee; a penalty is taken back until it is computed anew."""
    trainees = {each.id: name for name, each in submissions.items()}
    rows = [
        {
            "id": new_uuid(),
            "assignment_id": each,
            "notebook_id": case.notebook,
            "flagged": results[name].needs_look,
        }
        for each, name in trainees.items()
    ]
    _upsert(
        connection,
        _NOTEBOOK,
        rows,
        ("notebook_id", "assignment_id"),
        lambda new: {"flagged": new.flagged, "late_submission_penalty": None},
    )
    of = _NOTEBOOK.c
    entered = connection.execute(
        select(of.id, of.assignment_id).where(of.notebook_id == case.notebook, of.assignment_id.in_(trainees))
    )
    return {trainees[each.assignment_id]: each.id for each in entered}


def _enter_grades(
    connection: Connection, case: Entered, results: Mapping[str, Result], notebooks: Mapping[str, str]
) -> None:
    """The trainer's points stay, and wait for her to look again."""
    rows = [
        {
            "id": new_uuid(),
            "notebook_id": notebooks[name],
            "cell_id": cell,
            "auto_score": points,
            "needs_manual_grade": points is None,
        }
        for name, result in results.items()
        for cell, points in _points(case, result)
    ]
    _upsert(
        connection,
        _GRADE,
        rows,
        ("cell_id", "notebook_id"),
        lambda new: {
            "auto_score": new.auto_score,
            "needs_manual_grade": or_(new.auto_score.is_(None), _GRADE.c.manual_score.is_not(None)),
        },
    )


def _points(case: Entered, result: Result) -> Iterator[tuple[str, float | None]]:
    earned = {each.grade_id: each.points for each in result.scores}
    return ((cell, earned.get(name, 0.0)) for name, cell in case.graded.items())


def _enter_comments(
    connection: Connection, case: Entered, results: Mapping[str, Result], notebooks: Mapping[str, str]
) -> None:
    rows = [
        {"id": new_uuid(), "notebook_id": notebooks[name], "cell_id": cell, "auto_comment": comment}
        for name, result in results.items()
        for cell, comment in _comments(case, result)
    ]
    key = ("cell_id", "notebook_id")
    _upsert(connection, _COMMENT, rows, key, lambda new: {"auto_comment": new.auto_comment})


def _comments(case: Entered, result: Result) -> Iterator[tuple[str, str | None]]:
    """Why the submission failed, on each cell; else nbgrader's own words on what was left empty."""
    fault = result.fault or result.error
    said = safe_text(_text(fault.render(translator("en")))) if fault else None
    return (
        (cell, said or ("No response." if name in result.untouched else None))
        for name, cell in case.commented.items()
    )


def _penalise(connection: Connection, lateness: Lateness, late: Mapping[str, tuple[str, float]]) -> None:
    """Take points from the late notebooks: id to the trainee and the seconds."""
    scores = connection.execute(
        select(SubmittedNotebook.id, SubmittedNotebook.score).where(SubmittedNotebook.id.in_(late))
    ).all()
    penalties = [
        {"row": row, "points": points}
        for row, score in scores
        if (points := lateness.penalty(late[row][0], score, late[row][1])) is not None
    ]
    if penalties:
        of = _NOTEBOOK.c
        taken = update(_NOTEBOOK).where(of.id == bindparam("row"))
        connection.execute(taken.values(late_submission_penalty=bindparam("points")), penalties)


def _utc(when: datetime | None) -> datetime | None:
    return when.astimezone(UTC).replace(tzinfo=None) if when else None


def _name(text: str) -> str | None:
    return _text(text)[:_NAME] or None


def _text(text: str) -> str:
    """``text`` as every database takes it: PostgreSQL refuses NUL, and no driver encodes half a character.

    One such letter in one trainee's work would keep her whole batch out.
    """
    return mended(text.replace("\0", "\ufffd"))
