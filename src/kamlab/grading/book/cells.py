"""The case in the gradebook: assignment, notebook and cells, as nbgrader's SaveCells enters them.

SaveCells commits cell by cell and is slow; here all is one transaction, and what is right is not written.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import nbformat
from nbgrader import utils
from nbgrader.api import (
    Assignment,
    BaseCell,
    Course,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Connection, exists, select
from sqlalchemy.orm import Session

from kamlab.errors import GradingError
from kamlab.grading.case import Case

__all__ = ["Entered", "enter"]

_NAME = "case"  # the notebook's, without .ipynb

Wanted = dict[str, dict[str, Any]]  # grade id to the columns of nbgrader's row


@dataclass(frozen=True)
class Entered:
    """Where the case stands in the gradebook.

    Args:
        unit: the assignment's name.
        assignment: the assignment's id.
        notebook: the notebook's id.
        due: the deadline in UTC, without a zone, as nbgrader keeps it.
        graded: grade id to cell id, of the cells that earn points.
        commented: grade id to cell id, of the cells that a comment can be written to.
    """

    unit: str
    assignment: str
    notebook: str
    due: datetime
    graded: Mapping[str, str]
    commented: Mapping[str, str]


def enter(connection: Connection, case: Case, database: str) -> Entered:
    """Enter ``case`` as it is now.

    Args:
        connection: inside a transaction.
        case: the case.
        database: how messages name the gradebook.

    Raises:
        GradingError: cells were added or taken away since submissions were graded.
    """
    with Session(connection) as session:
        assignment = _assignment(session, case)
        notebook = _notebook(session, assignment, case)
        if not _enter_cells(session, notebook, case):
            raise GradingError(
                "The cells of {unit} are no longer those of the submissions in the gradebook {database}: "
                "move that folder away, or name another database, to grade with the new case.",
                unit=case.unit,
                database=database,
            )
        session.flush()
        return _entered(session, assignment, notebook)


def _assignment(session: Session, case: Case) -> Any:  # noqa: ANN401 - nbgrader's classes are not typed
    if session.get(Course, case.outline.id) is None:
        session.add(Course(id=case.outline.id))
        session.flush()
    found = session.scalars(select(Assignment).where(Assignment.name == case.unit)).one_or_none()
    if found is None:
        found = Assignment(name=case.unit)
        session.add(found)
    found.course_id = case.outline.id
    found.duedate = case.assignment.due.astimezone(UTC).replace(tzinfo=None)
    session.flush()
    return found


def _notebook(session: Session, assignment: Any, case: Case) -> Any:  # noqa: ANN401 - as above
    kernel = json.dumps(case.source["metadata"].get("kernelspec", {}))
    found = session.scalars(
        select(Notebook).where(Notebook.name == _NAME, Notebook.assignment_id == assignment.id)
    ).one_or_none()
    if found is None:
        found = Notebook(name=_NAME, assignment_id=assignment.id, kernelspec=kernel)
        session.add(found)
        session.flush()
    elif found.kernelspec != kernel and not _has_submissions(session, found):
        found.kernelspec = kernel
    return found


def _has_submissions(session: Session, notebook: Any) -> bool:  # noqa: ANN401 - as above
    return bool(session.scalar(select(exists().where(SubmittedNotebook.notebook_id == notebook.id))))


def _enter_cells(session: Session, notebook: Any, case: Case) -> bool:  # noqa: ANN401 - as above
    """Make the rows what the case asks for, unless one would come or go although there are submissions."""
    wanted = _wanted(case)
    there = {kind: _there(session, notebook, kind) for kind in wanted}
    moved = any(there[kind].keys() != wanted[kind].keys() for kind in wanted)
    if moved and _has_submissions(session, notebook):
        return False
    for kind, columns in wanted.items():
        _match(session, notebook, kind, there[kind], columns)
    return True


def _wanted(case: Case) -> dict[Any, Wanted]:
    cells = [cell for cell in nbformat.from_dict(case.source).cells if utils.is_grade(cell) or _kept(cell)]
    return {
        GradeCell: _columns(cells, utils.is_grade, _points),
        SolutionCell: _columns(cells, utils.is_solution, lambda _: {}),
        TaskCell: _columns(cells, utils.is_task, _points),
        SourceCell: _columns(cells, lambda _: True, _source),
    }


def _kept(cell: Any) -> bool:  # noqa: ANN401 - nbformat's cells are not typed
    return bool(utils.is_solution(cell) or utils.is_locked(cell) or utils.is_task(cell))


def _columns(
    cells: list[Any], chosen: Callable[[Any], bool], columns: Callable[[Any], dict[str, Any]]
) -> Wanted:
    return {cell.metadata.nbgrader["grade_id"]: columns(cell) for cell in cells if chosen(cell)}


def _points(cell: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {"max_score": float(cell.metadata.nbgrader["points"]), "cell_type": cell.cell_type}


def _source(cell: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {
        "cell_type": cell.cell_type,
        "locked": utils.is_locked(cell),
        "source": cell.source,
        "checksum": cell.metadata.nbgrader.get("checksum", None),
    }


def _there(session: Session, notebook: Any, kind: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    return {cell.name: cell for cell in session.scalars(select(kind).where(kind.notebook_id == notebook.id))}


def _match(
    session: Session,
    notebook: Any,  # noqa: ANN401 - as above
    kind: Any,  # noqa: ANN401 - as above
    there: dict[str, Any],
    wanted: Wanted,
) -> None:
    """Make nbgrader's rows of one kind equal to ``wanted``; a row that is right stays as it is."""
    for name in there.keys() - wanted.keys():
        session.delete(there[name])
    for name, columns in wanted.items():
        cell = there.get(name) or kind(name=name, notebook_id=notebook.id)
        for column, value in columns.items():
            if getattr(cell, column) != value:
                setattr(cell, column, value)
        session.add(cell)


def _entered(session: Session, assignment: Any, notebook: Any) -> Entered:  # noqa: ANN401 - as above
    rows = session.execute(
        select(BaseCell.type, BaseCell.name, BaseCell.id).where(BaseCell.notebook_id == notebook.id)
    ).all()
    return Entered(
        unit=assignment.name,
        assignment=assignment.id,
        notebook=notebook.id,
        due=assignment.duedate,
        graded={name: cell for kind, name, cell in rows if kind in {"GradeCell", "TaskCell"}},
        commented={name: cell for kind, name, cell in rows if kind in {"SolutionCell", "TaskCell"}},
    )
