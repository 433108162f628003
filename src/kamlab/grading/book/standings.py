"""What the gradebook says of many submissions, in a few queries whatever their number.

The figures are nbgrader's own column properties, evaluated by the database.
"""

from collections.abc import Collection
from typing import Any

from nbgrader.api import BaseCell, Comment, Grade, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, Select, select

from kamlab.grading.book.cells import Entered
from kamlab.grading.book.lateness import seconds_late
from kamlab.grading.book.schema import GRADED
from kamlab.grading.standing import Standing

__all__ = ["keys", "standings"]

_FEW = 5_000  # trainees that are asked for by name; for more, all are read and the others dropped


def keys(connection: Connection, case: Entered) -> dict[str, str]:
    """Trainee to the key of the result that her marks come from, as far as they are still there."""
    rows = connection.execute(
        select(GRADED.c.trainee, GRADED.c.key)
        .join(SubmittedNotebook, SubmittedNotebook.id == GRADED.c.notebook)
        .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
        .where(
            GRADED.c.assignment == case.unit,
            SubmittedAssignment.student_id == GRADED.c.trainee,
            SubmittedAssignment.assignment_id == case.assignment,
            SubmittedNotebook.notebook_id == case.notebook,
        )
    )
    return {row.trainee: row.key for row in rows}


def standings(
    connection: Connection, case: Entered, trainees: Collection[str] | None = None
) -> dict[str, Standing]:
    """What the gradebook says of ``trainees``, or of everybody; who has no submission is left out."""
    few = trainees if trainees is not None and len(trainees) <= _FEW else None
    manual = _by_notebook(connection, _of(_manual(), case, few))
    comments = _by_notebook(connection, _of(_comments(), case, few))
    return {
        row.student_id: _standing(row, case, manual.get(row.id, {}), comments.get(row.id, {}))
        for row in connection.execute(_of(_submissions(), case, few))
        if trainees is None or row.student_id in trainees
    }


def _submissions() -> Select[Any]:
    return select(
        SubmittedAssignment.student_id,
        SubmittedAssignment.timestamp,
        SubmittedAssignment.extension,
        SubmittedNotebook.id,
        SubmittedNotebook.score.label("score"),
        SubmittedNotebook.max_score.label("max_score"),
        SubmittedNotebook.late_submission_penalty,
        SubmittedNotebook.needs_manual_grade.label("pending"),
    ).select_from(SubmittedNotebook)


def _manual() -> Select[Any]:
    columns = select(SubmittedNotebook.id, BaseCell.name, Grade.manual_score)
    joined = columns.select_from(SubmittedNotebook).join(Grade, Grade.notebook_id == SubmittedNotebook.id)
    return joined.join(BaseCell, BaseCell.id == Grade.cell_id).where(Grade.manual_score.is_not(None))


def _comments() -> Select[Any]:
    columns = select(SubmittedNotebook.id, BaseCell.name, Comment.manual_comment)
    joined = columns.select_from(SubmittedNotebook).join(Comment, Comment.notebook_id == SubmittedNotebook.id)
    return joined.join(BaseCell, BaseCell.id == Comment.cell_id).where(Comment.manual_comment != "")


def _of(query: Select[Any], case: Entered, trainees: Collection[str] | None) -> Select[Any]:
    query = query.join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id).where(
        SubmittedAssignment.assignment_id == case.assignment, SubmittedNotebook.notebook_id == case.notebook
    )
    return query if trainees is None else query.where(SubmittedAssignment.student_id.in_(trainees))


def _by_notebook(connection: Connection, query: Select[Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for notebook, cell, value in connection.execute(query):
        found.setdefault(notebook, {})[cell] = value
    return found


def _standing(row: Any, case: Entered, manual: dict[str, float], comments: dict[str, str]) -> Standing:  # noqa: ANN401 - a row of ``_submissions``
    penalty = float(row.late_submission_penalty or 0.0)
    return Standing(
        score=float(row.score) - penalty,
        of=float(row.max_score),
        seconds_late=seconds_late(row.timestamp, case.due, row.extension),
        penalty=penalty,
        pending=bool(row.pending),
        manual=manual,
        comments=comments,
    )
