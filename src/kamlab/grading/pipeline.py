"""Grade a batch: read, rebuild, run, score, record; one row for whatever was handed in.

A crew runs the submissions; this process alone writes. What was found out about a submission is on the disk
before it is entered in the gradebook, and it is entered once: stopping at any instant, by whatever means,
loses nothing that was done and counts nothing twice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC
from itertools import chain, islice
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, TypeVar

from kamlab.errors import GradingError
from kamlab.garbage import uncollected
from kamlab.grading.case import Case
from kamlab.grading.clock import Clock
from kamlab.grading.crew import Alone, Crew, Lost, Where
from kamlab.grading.desk import Desk, Former, Task, grade, lost
from kamlab.grading.execute import Executor, Job
from kamlab.grading.prepare import blank_job
from kamlab.grading.remarks import Remark
from kamlab.grading.results import Result, Store, key_of
from kamlab.grading.roster import Roster
from kamlab.grading.score import CellScore
from kamlab.grading.standing import Standing
from kamlab.grading.submission import HandedIn, collect
from kamlab.grading.workspace import Workspace
from kamlab.i18n import N_

if TYPE_CHECKING:
    from kamlab.grading.gradebook import Book

__all__ = ["Batch", "Graded", "Settings", "grade_batch"]

T = TypeVar("T")
_DAY = 86_400  # seconds
_TOGETHER = 50  # results entered in one transaction, at most


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
        crew: does the work.
        database: SQLAlchemy's address of the gradebook; empty for the one that ``workspace`` is set to.
        clock: counts the seconds of each phase.
    """

    case: Case
    submitted: Path
    workspace: Workspace
    roster: Roster
    secret: str
    executor: Executor
    crew: Crew = field(default_factory=Alone)
    database: str = ""
    clock: Clock = field(default_factory=Clock)


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
        rows: by trainee, without their texts and answers, which are many and large.
        ignored: names of files that are no submissions.
    """

    rows: tuple[Graded, ...]
    ignored: tuple[str, ...]


Tick = Callable[[Result, int, int], None]
Publish = Callable[[Sequence[Graded]], None]


def grade_batch(
    settings: Settings,
    tick: Tick = lambda _result, _done, _all: None,
    publish: Publish = lambda _rows: None,
) -> Batch:
    """Grade everything below ``settings.submitted``.

    Args:
        settings: the batch.
        tick: called after each submission with its result, how many are done, and how many there are.
        publish: called with each group of rows once they are in the gradebook, texts and answers included.

    Raises:
        GradingError: nothing can be graded at all: no sandbox, no such folder, another case in the gradebook.
    """
    case, workspace, clock = settings.case, settings.workspace, settings.clock
    with clock.phase("find"):
        found = collect(settings.submitted, case.unit, settings.roster, case.assignment.due.tzinfo or UTC)
    opening = _meanwhile(_open_book)  # not before: the two would take turns
    workspace.set_up(case, settings.database)
    rows: dict[str, Graded] = {}
    whole = len(found.submissions)
    results = _begun(_ticked(_results(settings, found.submissions), tick, whole))
    with opening.result()(workspace.gradebook_url, case, workspace.config) as book:
        recorded = book.recorded()
        for group in _groups(results, whole):
            with clock.phase("record"):
                book.record([each for each, new in group if new or recorded.get(each.person.id) != each.key])
                graded = _rows(group, book)
            with clock.phase("feedback"):
                publish(graded)
            rows |= {row.result.person.id: _light(row) for row in graded}
    ordered = (rows[each.person.id] for each in found.submissions if each.person.id in rows)
    return Batch(tuple(ordered), tuple(found.ignored))


def _meanwhile(function: Callable[[], T]) -> Future[T]:
    """What ``function`` returns, found out in a thread of its own."""
    thread = ThreadPoolExecutor(1)
    called = thread.submit(function)
    thread.shutdown(wait=False)
    return called


def _open_book() -> Callable[..., AbstractContextManager["Book"]]:
    """Its imports take a while, in which this process would only wait for others."""
    with uncollected(for_good=True):
        from kamlab.grading.gradebook import open_book  # noqa: PLC0415

    return open_book


def _ticked(results: Iterable[tuple[Result, bool]], tick: Tick, whole: int) -> Iterator[tuple[Result, bool]]:
    for done, (result, fresh) in enumerate(results, 1):
        tick(result, done, whole)
        yield result, fresh


def _begun(results: Iterator[T]) -> Iterator[T]:
    """``results`` with the work on them begun."""
    first = list(islice(results, 1))
    return chain(first, results)


def _groups(results: Iterator[T], whole: int) -> Iterator[list[T]]:
    """Results to be entered together; ever fewer towards the end, so that few wait for the very last."""
    left = whole
    while group := list(islice(results, min(_TOGETHER, left // 2 + 1))):
        left -= len(group)
        yield group


def _rows(group: Sequence[tuple[Result, bool]], book: "Book") -> list[Graded]:
    standings = book.standings([result.person.id for result, _ in group])
    return [
        Graded(_dated(result, standings[result.person.id], book), standings[result.person.id], fresh)
        for result, fresh in group
    ]


def _light(row: Graded) -> Graded:
    scores = tuple(map(_bare, row.result.scores))
    return replace(row, result=replace(row.result, scores=scores, texts={}, answers={}))


def _bare(score: CellScore) -> CellScore:
    """A score without the question and its answer; equal words of all rows are one in memory."""
    return CellScore(
        grade_id=intern(score.grade_id),
        points=score.points,
        of=score.of,
        outcome=intern(score.outcome),
        reason=score.reason,
    )


def _dated(result: Result, standing: Standing, book: "Book") -> Result:
    if standing.seconds_late > book.late_days * _DAY > 0:
        remark = Remark(
            N_("Handed in more than {days} days after the deadline, when the case was closed."),
            {"days": book.late_days},
        )
        return replace(result, remarks=(*result.remarks, remark))
    return result


def _results(settings: Settings, handed_in: Sequence[HandedIn]) -> Iterator[tuple[Result, bool]]:
    """Each result, and whether it was found out just now: first those that an earlier run found."""
    store = Store(settings.workspace.results(settings.case.unit))
    waiting: list[HandedIn] = []
    for each in handed_in:
        stored = store.load(each.person)
        if stored and stored.key == _task(settings, each).key:
            yield stored, False
        else:
            waiting.append(each)  # not the task: the files of all that wait are too much to hold
    if waiting:
        yield from ((result, True) for result in _run(settings, _executor(settings), waiting))


def _executor(settings: Settings) -> Executor:
    """The executor for whoever does the work, once it has been tried there.

    Raises:
        GradingError: notebooks cannot be run there.
    """
    executor, crew, sample = settings.executor, settings.crew, blank_job(settings.case)
    if crew.where is Where.AWAY:
        for _, found in crew.each(_check, executor, [sample]):
            if isinstance(found, Lost) and isinstance(found.error, GradingError):
                raise found.error
        return executor
    executor.check(sample)
    return executor.shared(sample) if crew.where is Where.BESIDE else executor


def _check(executor: Executor, sample: Job) -> None:
    executor.check(sample)


def _task(settings: Settings, each: HandedIn) -> Task:
    with settings.clock.phase("read"):
        submission = each.read()
        return Task(submission, key_of(submission, settings.case.digest, settings.secret))


def _former(settings: Settings, each: HandedIn) -> Former | None:
    """What an earlier run found: a changed deadline or feedback text is no reason to run anything again."""
    stored = Store(settings.workspace.results(settings.case.unit)).load(each.person)
    if stored is None or not stored.run:
        return None
    try:
        return Former(stored, settings.workspace.autograded(each.person.id, settings.case.unit).read_bytes())
    except OSError:
        return None


def _run(settings: Settings, executor: Executor, waiting: Sequence[HandedIn]) -> Iterator[Result]:
    desk = Desk(settings.case, settings.secret, executor)
    tasks = (replace(_task(settings, each), former=_former(settings, each)) for each in waiting)
    for task, found in settings.clock.each("grade", settings.crew.each(grade, desk, tasks)):
        done = lost(desk, task, found.error) if isinstance(found, Lost) else found
        with settings.clock.phase("write"):
            settings.workspace.put(done.files)
        yield done.result
