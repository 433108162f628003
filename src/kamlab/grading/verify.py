"""``kamlab verify``: can the tests of a case be run apart from the trainee's code?

The author's own solution is graded twice: as grading does, with the tests in a process of their own that
gets the solution's names as data, and with everything in one process. A test that comes to the same both
times, and to full points, is *strong*. Any other would have to run beside the trainee's code, where nothing
that it finds can be relied on: its author has to change it. Both runs share one trusted process, as
submissions do: a test that changes there what the next one meets (a module, an option) comes to less the
second time.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kamlab.answers.session import CODE_VARIABLE
from kamlab.answers.store import FILE_NAME
from kamlab.course import truth
from kamlab.data import case_code, ledger, seed_of
from kamlab.errors import GradingError
from kamlab.grading.case import Case, load_case
from kamlab.grading.execute import Executor, Job, Outcome
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.rebuild import Notebook
from kamlab.grading.safe import safe_notebook
from kamlab.grading.score import CellScore, score
from kamlab.grading.script import script

__all__ = ["Verdict", "verify", "verify_case"]

_CODE = case_code("only to verify a case", "author")


@dataclass(frozen=True)
class Verdict:
    """What was found out about one test.

    Args:
        grade_id: the test cell.
        reads: names of the trainee's that it gets.
        calls: those of them that are functions, called in the trainee's process.
        apart: points of the author's solution with the test in a process of its own.
        beside: the same with everything in one process.
        of: points that it can earn.
        why: what went wrong apart, if anything did.
    """

    grade_id: str
    reads: tuple[str, ...]
    calls: tuple[str, ...]
    apart: CellScore
    beside: CellScore
    of: float
    why: str = ""

    @property
    def strong(self) -> bool:
        """Whether it can be relied on apart from the trainee's code."""
        return self.apart.points == self.beside.points == self.of


def verify_case(root: Path, unit: str, executor: Executor) -> list[Verdict]:
    """The verdict on every test of ``unit``.

    Args:
        root: the course's folder, with the case released.
        unit: e.g. ``"u01"``.
        executor: runs the author's notebook.

    Raises:
        GradingError: the case was not released, or cannot be run here.
    """
    case = load_case(root, unit)
    notebook = _solved(root, case)
    solutions = frozenset(name for name, role in case.roles.items() if role.get("solution"))
    apart = executor.run(_job(root, case, notebook, frozenset()))
    beside = executor.run(_job(root, case, notebook, solutions))
    scores = [
        {each.grade_id: each for each in score(case.source, safe_notebook(done.notebook), frozenset())}
        for done in (apart, beside)
    ]
    reads = _reads(case, notebook)
    return [
        _verdict(name, reads[name], apart, (scores[0][name], scores[1][name]))
        for name, role in case.roles.items()
        if role.get("grade") and not role.get("solution")
    ]


def _solved(root: Path, case: Case) -> Notebook:
    """Our notebook with the author's solutions in it."""
    path = root / "build" / "source" / case.unit / "case.ipynb"
    solved = {cell["id"]: "".join(cell["source"]) for cell in json.loads(path.read_bytes())["cells"]}
    cells = [{**cell, "source": solved.get(cell["id"], cell["source"])} for cell in case.source["cells"]]
    return {**case.source, "cells": cells}


def _job(root: Path, case: Case, notebook: Notebook, untouched: frozenset[str]) -> Job:
    return Job(
        "author",
        notebook,
        {**case.files, FILE_NAME: _answers(root, case)},
        {CODE_VARIABLE: _CODE},
        names=case.names,
        untouched=untouched,
        companions=case.files,
    )


def _answers(root: Path, case: Case) -> bytes:
    """The right answers to the form."""
    right = truth.model_answers(case.unit, ledger(seed_of(_CODE)), root)
    facts = {"schema": 1, "unit": case.unit, "case_version": case.questions.version, "code": _CODE}
    return json.dumps({**facts, "trainee": "author", "lang": "en", "saved_at": "", "answers": right}).encode()


def _reads(case: Case, notebook: Notebook) -> dict[str, tuple[str, ...]]:
    plan = script(notebook, case.names, frozenset())
    names = [cell["metadata"].get("nbgrader", {}).get("grade_id", "") for cell in notebook["cells"]]
    return {names[step["cell"]]: tuple(step["reads"]) for step in (*plan.prefix, *plan.steps)}


def _verdict(
    name: str, reads: tuple[str, ...], apart: Outcome, scores: tuple[CellScore, CellScore]
) -> Verdict:
    told = [str(each) for each in (apart.error, scores[0].reason, *apart.remarks) if each]
    calls = tuple(each for each in reads if each in apart.functions)
    return Verdict(name, reads, calls, *scores, of=scores[0].of, why=" ".join(told))


@click.command()
@click.argument("unit")
@click.option("--course", default=".", type=click.Path(path_type=Path), help="The course's folder.")
def verify(unit: str, course: Path) -> None:
    """Check that the tests of UNIT's case can be run apart from a trainee's code.

    Runs the author's solution through the tests in both ways. Exits with 1 when a test is weak.
    """
    with closing(ForkingExecutor()) as executor:
        executor.check()
        verdicts = verify_case(course, unit, executor)
    console = Console()
    console.print(_table(verdicts, unit))
    weak = [each.grade_id for each in verdicts if not each.strong]
    if weak:
        raise GradingError(
            "{unit}: {count} tests cannot be relied on: {names}. Let each read plain data (numbers, texts, "
            "lists, tables) or call the trainee's functions with such.",
            unit=unit,
            count=len(weak),
            names=", ".join(weak),
        )
    console.print(f"{unit}: all {len(verdicts)} tests are strong.", highlight=False)
    sys.exit(0)


def _table(verdicts: Sequence[Verdict], unit: str) -> Table:
    table = Table(title=f"{unit}: the author's solution", title_justify="left", header_style="bold")
    for name in ("test", "reads", "apart", "beside", "verdict"):
        table.add_column(name)
    for each in verdicts:
        reads = ", ".join(f"{name}()" if name in each.calls else name for name in each.reads) or "the form"
        points = (f"{one.points or 0:g} of {each.of:g}" for one in (each.apart, each.beside))
        table.add_row(each.grade_id, reads, *points, "strong" if each.strong else f"weak: {each.why}")
    return table
