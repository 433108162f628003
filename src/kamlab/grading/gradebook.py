"""Write results into nbgrader's gradebook, through its own API. One process writes.

Everything that nbgrader's formgrader shows comes from here: a failed submission gets its row too, with zero
points, flagged, and the reason as a comment.
"""

import os
import sysconfig
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC

import nbformat
from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties, SaveCells
from sqlalchemy.exc import SAWarning
from traitlets.config.loader import Config, PyFileConfigLoader

from kamlab.errors import GradingError
from kamlab.grading.case import Case
from kamlab.grading.execute import quiet
from kamlab.grading.results import Result
from kamlab.grading.workspace import Workspace
from kamlab.i18n import translator

__all__ = ["Book", "Standing", "open_book"]

_NAME = "case"


@dataclass(frozen=True)
class Standing:
    """What the gradebook says of one trainee's submission, a trainer's own marks included.

    Args:
        score: points, less any penalty for lateness.
        of: points that could be earned.
        seconds_late: seconds after the deadline, extensions counted.
        penalty: points taken for lateness.
        pending: whether something waits for the trainer's mark.
        manual: grade id to the points that the trainer gave.
        comments: grade id to what the trainer wrote.
    """

    score: float
    of: float
    seconds_late: float
    penalty: float
    pending: bool
    manual: dict[str, float]
    comments: dict[str, str]


@contextmanager
def open_book(workspace: Workspace, case: Case) -> Iterator["Book"]:
    """The gradebook with the case entered in it.

    Raises:
        GradingError: cells were added or taken away since submissions were graded.
    """
    config = _config(workspace)
    _find_alembic()
    with Gradebook(workspace.gradebook_url, case.outline.id) as gradebook:
        due = case.assignment.due.astimezone(UTC).replace(tzinfo=None)
        gradebook.update_or_create_assignment(case.unit, duedate=due, course_id=case.outline.id)
    _enter_cells(workspace, case)
    with Gradebook(workspace.gradebook_url, case.outline.id) as gradebook:
        yield Book(gradebook, workspace.gradebook_url, case.unit, config, case.assignment.late_days)


def _find_alembic() -> None:
    """Nbgrader starts 'alembic' by its bare name: let it be found beside this interpreter."""
    scripts = sysconfig.get_path("scripts")
    if scripts not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), scripts])


def _config(workspace: Workspace) -> Config:
    """The trainer's configuration, for the penalty."""
    loader = PyFileConfigLoader(workspace.config.name, path=str(workspace.config.parent))
    config: Config = loader.load_config()
    return config


def _enter_cells(workspace: Workspace, case: Case) -> None:
    try:
        SaveCells(log=quiet()).preprocess(
            nbformat.from_dict(case.source), _resources(workspace.gradebook_url, case.unit, "")
        )
    except RuntimeError as error:
        raise GradingError(
            "The cells of {unit} are no longer those of the submissions in {root}/gradebook.db: "
            "move that folder away to grade with the new case.",
            unit=case.unit,
            root=workspace.root.name,
        ) from error


def _resources(url: str, unit: str, trainee: str) -> dict[str, dict[str, str]]:
    return {"nbgrader": {"notebook": _NAME, "assignment": unit, "student": trainee, "db_url": url}}


@dataclass
class Book:
    """The open gradebook of one unit.

    Args:
        gradebook: nbgrader's.
        url: its database.
        unit: the assignment.
        config: nbgrader's configuration.
        late_days: days after the deadline until the case is closed.
    """

    gradebook: Gradebook
    url: str
    unit: str
    config: Config
    late_days: int

    def record(self, result: Result) -> None:
        """Enter ``result``; a mark that the trainer gave stays, and waits for review."""
        person = result.person
        self.gradebook.update_or_create_student(
            person.id, first_name=person.first_name or None, last_name=person.last_name or None
        )
        when = result.submitted.astimezone(UTC).replace(tzinfo=None) if result.submitted else None
        with (
            warnings.catch_warnings()
        ):  # nbgrader makes rows before it adds them, and SQLAlchemy remarks on it
            warnings.simplefilter("ignore", SAWarning)
            self.gradebook.update_or_create_submission(self.unit, person.id, timestamp=when)
        notebook = self.gradebook.find_submission_notebook(_NAME, self.unit, person.id)
        _enter_scores(notebook, result)
        _enter_comments(notebook, result)
        notebook.flagged = result.needs_look
        self.gradebook.db.commit()
        self._penalise(person.id)

    def _penalise(self, trainee: str) -> None:
        AssignLatePenalties(config=self.config, log=quiet()).preprocess(
            nbformat.v4.new_notebook(), _resources(self.url, self.unit, trainee)
        )
        self.gradebook.db.expire_all()

    def standing(self, trainee: str) -> Standing | None:
        """What the gradebook says now; None when it has no submission of ``trainee``."""
        try:
            submission = self.gradebook.find_submission(self.unit, trainee)
        except MissingEntry:
            return None
        notebook = submission.notebooks[0]
        penalty = float(notebook.late_submission_penalty or 0.0)
        return Standing(
            score=float(notebook.score) - penalty,
            of=float(notebook.max_score),
            seconds_late=float(submission.total_seconds_late),
            penalty=penalty,
            pending=bool(notebook.needs_manual_grade),
            manual={
                each.name: float(each.manual_score)
                for each in notebook.grades
                if each.manual_score is not None
            },
            comments={
                each.name: str(each.manual_comment) for each in notebook.comments if each.manual_comment
            },
        )


def _enter_scores(notebook: SubmittedNotebook, result: Result) -> None:
    points = {each.grade_id: each.points for each in result.scores}
    for grade in notebook.grades:
        grade.auto_score = points.get(grade.name, 0.0)
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None


def _enter_comments(notebook: SubmittedNotebook, result: Result) -> None:
    fault = result.fault or result.error
    said = str(fault.render(translator("en"))) if fault else None
    for comment in notebook.comments:
        comment.auto_comment = said or ("No response." if comment.name in result.untouched else None)
