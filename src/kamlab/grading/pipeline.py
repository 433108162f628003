"""Grade a batch: read, rebuild, run, score, record; one row for whatever was handed in.

Running happens in worker processes; this process alone writes. Every result is stored before the next is
awaited, so that stopping at any moment loses nothing that was done.
"""

import json
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC
from functools import partial
from pathlib import Path

from kamlab.errors import SubmissionError
from kamlab.grading.case import Case
from kamlab.grading.execute import Executor, Job, Outcome
from kamlab.grading.gradebook import Book, Standing, open_book
from kamlab.grading.prepare import Prepared, language_of, prepare
from kamlab.grading.rebuild import Notebook
from kamlab.grading.remarks import Remark
from kamlab.grading.results import Result, Store, key_of
from kamlab.grading.roster import Roster
from kamlab.grading.score import score, zero
from kamlab.grading.submission import Found, Submission, collect
from kamlab.grading.workspace import Workspace
from kamlab.i18n import N_

__all__ = ["Batch", "Graded", "Settings", "grade_batch"]

_DAY = 86_400  # seconds


@dataclass(frozen=True)
class Settings:
    """What a batch needs to know.

    Args:
        case: the case.
        submitted: the folder with the submissions.
        workspace: nbgrader's folder.
        roster: who is who.
        secret: the course secret.
        executor: runs notebooks.
        workers: processes that run notebooks at the same time; 0 runs them in this one.
    """

    case: Case
    submitted: Path
    workspace: Workspace
    roster: Roster
    secret: str
    executor: Executor
    workers: int = 2


@dataclass(frozen=True)
class Graded:
    """One row of the table.

    Args:
        result: what grading found out.
        standing: what the gradebook says.
        fresh: False where nothing had changed since the last run.
    """

    result: Result
    standing: Standing
    fresh: bool


@dataclass(frozen=True)
class Batch:
    """All rows, and what was no submission.

    Args:
        rows: by trainee.
        ignored: names of files that are no submissions.
    """

    rows: tuple[Graded, ...]
    ignored: tuple[str, ...]


Tick = Callable[[Graded, int, int], None]


def grade_batch(settings: Settings, tick: Tick = lambda _row, _done, _all: None) -> Batch:
    """Grade everything below ``settings.submitted``.

    Args:
        settings: the batch.
        tick: called after each row with the row, how many are done, and how many there are.

    Raises:
        GradingError: nothing can be graded at all: no sandbox, no such folder, another case in the gradebook.
    """
    case = settings.case
    zone = case.assignment.due.tzinfo or UTC
    found = collect(settings.submitted, case.unit, settings.roster, zone)
    settings.workspace.set_up(case)
    rows: dict[str, Graded] = {}
    with open_book(settings.workspace, case) as book:
        for result, fresh in _results(settings, found):
            if fresh:
                book.record(result)
            rows[result.person.id] = _row(book, result, fresh=fresh)
            tick(rows[result.person.id], len(rows), len(found.submissions))
    ordered = tuple(rows[each.person.id] for each in found.submissions if each.person.id in rows)
    return Batch(ordered, tuple(found.ignored))


def _row(book: Book, result: Result, *, fresh: bool) -> Graded:
    standing = book.standing(result.person.id)
    if standing is None:  # stored by an earlier run, but the gradebook was replaced since
        book.record(result)
        standing = book.standing(result.person.id)
    assert standing is not None  # noqa: S101 - just recorded
    return Graded(_dated(result, standing, book), standing, fresh)


def _dated(result: Result, standing: Standing, book: Book) -> Result:
    if standing.seconds_late > book.late_days * _DAY > 0:
        remark = Remark(
            N_("Handed in more than {days} days after the deadline, when the case was closed."),
            {"days": book.late_days},
        )
        return replace(result, remarks=(*result.remarks, remark))
    return result


def _results(settings: Settings, found: Found) -> Iterator[tuple[Result, bool]]:
    """Stored results first, then those that need no run, then the others as they are done."""
    store = Store(settings.workspace.results(settings.case.unit))
    waiting: list[tuple[Submission, str]] = []
    for submission in found.submissions:
        key = key_of(submission, settings.case.digest, settings.secret)
        stored = store.load(submission.person, key)
        if stored:
            yield stored, False
        else:
            waiting.append((submission, key))
    for result in _fresh(settings, waiting):
        if not _passing(result):
            store.save(result)
        yield result, True


def _passing(result: Result) -> bool:
    """Whether a second try may go better, so that this one is not to be remembered."""
    return result.fault is not None and result.fault.template == NOT_STARTED


NOT_STARTED = N_("The notebook could not be started on this machine: grade it again.")


def _fresh(settings: Settings, waiting: Sequence[tuple[Submission, str]]) -> Iterator[Result]:
    prepared: list[tuple[Submission, str, Prepared]] = []
    for submission, key in waiting:
        try:
            prepared.append((submission, key, _prepared(submission, settings)))
        except SubmissionError as error:
            yield _failed(submission, key, Remark.of(error), settings)
    if prepared:
        settings.executor.check()
        yield from _run(settings, prepared)


def _prepared(submission: Submission, settings: Settings) -> Prepared:
    if submission.fault:
        raise SubmissionError(submission.fault.template, **submission.fault.values)
    return prepare(submission, settings.case, settings.secret)


def _failed(submission: Submission, key: str, fault: Remark, settings: Settings) -> Result:
    result = Result(
        person=submission.person,
        key=key,
        source=submission.source,
        submitted=submission.submitted,
        scores=zero(settings.case.source, fault),
        lang=language_of(submission),
        fault=fault,
        remarks=submission.remarks,
    )
    notice = _notice(settings.case.source, fault)
    settings.workspace.keep(submission.person.id, settings.case.unit, (notice, notice), submission.submitted)
    return result


def _notice(source: Notebook, fault: Remark) -> Notebook:
    """What formgrader shows for a failed submission: our notebook under a cell that says why."""
    said = f"This submission could not be graded. {fault}".replace("<", "&lt;")
    cell = {"cell_type": "raw", "id": "kamlab-notice", "metadata": {}, "source": said}
    return {**source, "cells": [cell, *source["cells"]]}


def _run(settings: Settings, prepared: Sequence[tuple[Submission, str, Prepared]]) -> Iterator[Result]:
    if settings.workers == 0:
        for submission, key, one in prepared:
            yield _result(
                submission, key, one, _outcome(partial(settings.executor.run, one.job), one.job), settings
            )
        return
    with _pool(min(settings.workers, len(prepared))) as pool:
        jobs = {pool.submit(settings.executor.run, each[2].job): each for each in prepared}
        pending: set[Future[Outcome]] = set(jobs)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                submission, key, one = jobs[future]
                yield _result(submission, key, one, _outcome(future.result, one.job), settings)


def _outcome(finish: Callable[[], Outcome], job: Job) -> Outcome | Remark:
    try:
        outcome = finish()
    except Exception:  # noqa: BLE001 - whatever happened to one worker, the batch goes on and the row says so
        return Remark(NOT_STARTED)
    ran = any(cell.get("execution_count") for cell in outcome.notebook["cells"])
    return outcome if ran or not _has_code(job.notebook) else Remark(NOT_STARTED)


def _has_code(notebook: Notebook) -> bool:
    return any(cell["cell_type"] == "code" for cell in notebook["cells"])


def _result(
    submission: Submission, key: str, one: Prepared, outcome: Outcome | Remark, settings: Settings
) -> Result:
    if isinstance(outcome, Remark):
        return _failed(submission, key, outcome, settings)
    case, rebuilt = settings.case, one.rebuilt
    notebooks = (rebuilt.notebook, outcome.notebook)
    settings.workspace.keep(submission.person.id, case.unit, notebooks, submission.submitted)
    return Result(
        person=submission.person,
        key=key,
        source=submission.source,
        submitted=submission.submitted,
        scores=score(case.source, outcome.notebook, rebuilt.untouched),
        lang=one.lang,
        answers=json.loads(json.dumps(one.answers)),
        texts=rebuilt.texts,
        untouched=rebuilt.untouched,
        error=outcome.error,
        remarks=(*submission.remarks, *one.remarks),
    )


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Worker processes that leave Ctrl-C to this one, and that end with it."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kamlab.grading.forking"])
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=ignore_interrupts)
    try:
        yield pool
    except BaseException:
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - the only way to end them
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def ignore_interrupts() -> None:
    """Leave Ctrl-C to the first process, which ends the workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
