"""A batch for a person who waits: grade it, show how far it is, write the reports, print the table."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from kamlab.data import read_secret
from kamlab.garbage import uncollected
from kamlab.grading.case import load_case
from kamlab.grading.crew import Crew
from kamlab.grading.execute import Executor
from kamlab.grading.pipeline import Batch, Settings, grade_batch
from kamlab.grading.results import Result
from kamlab.grading.roster import read_roster
from kamlab.grading.safe import plain_words
from kamlab.grading.table import as_csv, as_table, failures, notable, summary
from kamlab.grading.workspace import Workspace
from kamlab.reports.feedback import Feedback

__all__ = ["Order", "carry_out"]

_UNGRADED = 2  # exit status: something could not be graded
_STOPPED = 130  # exit status: stopped by Ctrl-C, as shells have it
_MOST_ROWS = 200  # of the table on the terminal


@dataclass(frozen=True)
class Order:
    """What is to be graded, and where everything lies.

    Args:
        unit: of the case.
        submitted: the folder with the submissions.
        course: the course's folder.
        secret: the file with the course secret.
        roster: the file that says who is who, if there is one.
        out: nbgrader's folder.
        database: the gradebook's address; empty for the one in ``out``.
        timings: the file for the seconds of each phase, if they are wanted.
    """

    unit: str
    submitted: Path
    course: Path
    secret: Path
    roster: Path | None
    out: Path
    database: str = ""
    timings: Path | None = None


def carry_out(order: Order, executor: Executor, crew: Crew, console: Console) -> int:
    """Grade and report.

    Returns:
        The exit status: 2 where something could not be graded.

    Raises:
        KamlabError: nothing can be graded at all.
    """
    with uncollected(for_good=True):
        case = load_case(order.course, order.unit)
    settings = Settings(
        case=case,
        submitted=order.submitted,
        workspace=Workspace(order.out),
        roster=read_roster(order.roster),
        secret=read_secret(order.secret),
        executor=executor,
        crew=crew,
        database=order.database,
    )
    feedback = Feedback(case, settings.workspace)
    batch = _graded(settings, feedback, console)
    if order.timings:
        order.timings.write_text(json.dumps(settings.clock.seconds, indent=1), encoding="utf-8")
    for trainee, why in feedback.failed.items():
        said = escape(plain_words(f"{trainee} ({why})."))
        console.print(f"[bold red]No feedback page for[/] {said}", highlight=False)
    return max(_report(batch, settings, console), _UNGRADED if feedback.failed else 0)


def _graded(settings: Settings, feedback: Feedback, console: Console) -> Batch:
    with _progress(console) as progress:
        task = progress.add_task(f"Grading {settings.case.unit}", total=None, rate="", failed="")
        failed = 0

        def tick(result: Result, done: int, whole: int) -> None:
            nonlocal failed
            failed += result.fault is not None
            speed = progress.tasks[task].speed or 0.0
            progress.update(
                task,
                completed=done,
                total=whole,
                rate=f"{speed:.1f} a second" if speed else "",
                failed=f"{failed} not graded" if failed else "",
            )

        try:
            return grade_batch(settings, tick, feedback.publish)
        except KeyboardInterrupt:
            progress.stop()
            console.print("Stopped. What was graded is kept: run the same command again to go on.")
            sys.exit(_STOPPED)


@contextmanager
def _progress(console: Console) -> Iterator[Progress]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield progress


def _report(batch: Batch, settings: Settings, console: Console) -> int:
    """Print and write everything; returns the exit status."""
    report = settings.workspace.report(settings.case.unit)
    report.parent.mkdir(parents=True, exist_ok=True)
    # the mark of this encoding lets spreadsheets read names in any script
    report.write_text(as_csv(batch), encoding="utf-8-sig")
    shown = notable(batch, _MOST_ROWS)
    if shown.rows:
        console.print(as_table(shown, f"{settings.case.unit}: {settings.case.assignment.title.en}"))
    if more := len(batch.rows) - len(shown.rows):
        console.print(f"{more} rows that need no look are in the table named below.", highlight=False)
    console.print(escape(plain_words(summary(batch))), highlight=False)
    places = f"Table: {report}; feedback: {settings.workspace.root / 'feedback'}"
    console.print(escape(places), highlight=False)
    failed = failures(batch.rows)
    for row in failed[:_MOST_ROWS]:
        whose = escape(plain_words(f"{row.result.person.id} ({row.result.source})."))
        console.print(f"[bold red]Not graded:[/] {whose}", highlight=False)
    return _UNGRADED if failed else 0
