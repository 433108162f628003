"""The work on one submission, from what was handed in to its result: all that a worker needs to know.

It holds plain data and returns plain data, the files to keep among it; whoever gives out the work writes
them. So workers need neither the gradebook nor a disk that they share.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kamlab.errors import GradingError, SubmissionError
from kamlab.grading.case import Case, code_digest
from kamlab.grading.execute import Executor, Job, Outcome
from kamlab.grading.prepare import Prepared, language_of, prepare
from kamlab.grading.rebuild import Notebook
from kamlab.grading.remarks import Remark
from kamlab.grading.results import Result, stored
from kamlab.grading.safe import safe_notebook
from kamlab.grading.score import score, zero
from kamlab.grading.submission import NOTEBOOK, Submission
from kamlab.grading.workspace import kept
from kamlab.i18n import N_

__all__ = ["NOT_STARTED", "Desk", "Done", "Former", "Task", "grade", "lost"]

_HAPPENED = N_("What happened: {what}.")
NOT_STARTED = N_("The notebook could not be started on this machine: grade it again.")


@dataclass(frozen=True)
class Former:
    """An earlier run of a submission.

    Args:
        result: what came of it.
        notebook: the executed notebook as it was kept.
    """

    result: Result
    notebook: bytes


@dataclass(frozen=True)
class Task:
    """One submission to grade.

    Args:
        submission: as read.
        key: digest of everything that its result depends on.
        former: an earlier run, of which what has not changed is taken.
    """

    submission: Submission
    key: str
    former: Former | None = None


@dataclass(frozen=True)
class Done:
    """A graded submission.

    Args:
        result: what grading found out.
        files: path below nbgrader's folder to content, the stored result last.
    """

    result: Result
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Desk:
    """Where a submission is graded.

    Args:
        case: the case.
        secret: the course secret.
        executor: runs notebooks.
    """

    case: Case
    secret: str
    executor: Executor


def grade(desk: Desk, task: Task) -> Done:
    """Grade one submission; whatever is wrong with it is in its result."""
    submission = task.submission
    if submission.fault:
        return _failed(desk, task, submission.fault)
    try:
        prepared = prepare(submission, desk.case, desk.secret)
    except SubmissionError as error:
        return _failed(desk, task, Remark.of(error))
    run = _run_digest(prepared.job)
    try:
        outcome = _known(task.former, run) or desk.executor.run(prepared.job)
    except GradingError as error:
        return lost(desk, task, error)
    return _graded(desk, task, prepared, (run, outcome))


def _run_digest(job: Job) -> str:
    """Changes with anything that the outcome of ``job`` depends on, and with nothing else."""
    cells = [[cell["cell_type"], cell["source"], cell["metadata"]] for cell in job.notebook["cells"]]
    facts = [cells, sorted(job.environment.items()), sorted(job.names), sorted(job.untouched), code_digest()]
    whole = hashlib.sha256(json.dumps(facts).encode())
    for name, content in sorted(job.files.items()):
        whole.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(content).digest())
    return whole.hexdigest()


def _known(former: Former | None, run: str) -> Outcome | None:
    """The outcome of an earlier run of the same."""
    if former is None or former.result.run != run or former.result.kept != _sum(former.notebook):
        return None  # nbgrader's own autograde, too, writes there: with the tests beside the trainee's code
    return Outcome(json.loads(former.notebook), former.result.error, former.result.ran)


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def lost(desk: Desk, task: Task, error: BaseException) -> Done:
    """A submission that nothing is known about, because running it failed here: to be graded again."""
    happened = {"what": f"{type(error).__name__}: {error}"[:200]}
    why = Remark.of(error) if isinstance(error, GradingError) else Remark(_HAPPENED, happened)
    return _failed(desk, task, Remark(NOT_STARTED), (why,), passing=True)


def _failed(
    desk: Desk, task: Task, fault: Remark, why: tuple[Remark, ...] = (), *, passing: bool = False
) -> Done:
    submission, source = task.submission, desk.case.source
    result = Result(
        person=submission.person,
        key=task.key,
        source=submission.source,
        submitted=submission.submitted,
        scores=zero(source, fault),
        lang=language_of(submission),
        fault=fault,
        remarks=(*submission.remarks, *why),
        passing=passing,
    )
    notice = _notice(source, fault)
    return _done(desk, result, (notice, notice), {})


def _notice(source: Notebook, fault: Remark) -> Notebook:
    """What formgrader shows for a failed submission: our notebook under a cell that says why."""
    said = f"This submission could not be graded. {fault}".replace("<", "&lt;")
    cell = {"cell_type": "raw", "id": "kamlab-notice", "metadata": {}, "source": said}
    return {**source, "cells": [cell, *source["cells"]]}


def _graded(desk: Desk, task: Task, prepared: Prepared, ran: tuple[str, Outcome]) -> Done:
    submission, rebuilt, (run, outcome) = task.submission, prepared.rebuilt, ran
    executed = safe_notebook(outcome.notebook)  # before anything else looks at it
    result = Result(
        person=submission.person,
        key=task.key,
        source=submission.source,
        submitted=submission.submitted,
        scores=score(desk.case.source, executed, rebuilt.untouched),
        lang=prepared.lang,
        answers=json.loads(json.dumps(prepared.answers)),
        texts=rebuilt.texts,
        untouched=rebuilt.untouched,
        error=outcome.error,
        remarks=(*submission.remarks, *prepared.remarks, *outcome.remarks),
        run=run,
        ran=outcome.remarks,
    )
    hers = prepared.job.files.items() - prepared.job.companions.items()
    return _done(desk, result, (safe_notebook(rebuilt.notebook), executed), dict(hers))


def _done(
    desk: Desk, result: Result, notebooks: tuple[Notebook, Notebook], beside: Mapping[str, bytes]
) -> Done:
    unit = desk.case.unit
    files = kept(result.person.id, unit, notebooks, result.submitted, beside)
    if not result.passing:
        executed = files[f"autograded/{result.person.id}/{unit}/{NOTEBOOK}"]
        files |= stored(replace(result, kept=_sum(executed)), unit)
    return Done(result, files)
