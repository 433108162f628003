"""``kamlab grade``: grade a folder of submissions, write the reports, print the table."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
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

from kamlab.data import SECRET_FILE, read_secret
from kamlab.garbage import uncollected
from kamlab.grading.case import load_case
from kamlab.grading.crew import Alone, Crew, Threads, Where, processors
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Batch, Settings, grade_batch
from kamlab.grading.results import Result
from kamlab.grading.roster import read_roster
from kamlab.grading.safe import plain_words
from kamlab.grading.table import as_csv, as_table, failures, notable, summary
from kamlab.grading.workspace import Workspace
from kamlab.reports.feedback import Feedback

__all__ = ["grade"]

ROSTER_FILE = "roster.csv"
_UNGRADED = 2  # exit status: something could not be graded
_STOPPED = 130  # exit status: stopped by Ctrl-C, as shells have it
_FEW = 4  # processors that the threads of this process can keep busy
_MOST_ROWS = 200  # of the table on the terminal


@click.command()
@click.argument("unit")
@click.argument("submitted", type=click.Path(path_type=Path))
@click.option(
    "--course", default=".", type=click.Path(path_type=Path), help="The course's folder (with course.toml)."
)
@click.option(
    "--secret", type=click.Path(path_type=Path), help=f"The course secret [{SECRET_FILE} in the course]."
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path),
    help=f"CSV: id, name (or first_name, last_name), lms [{ROSTER_FILE} beside the secret, if there].",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="nbgrader's folder [build/nbgrader in the course]."
)
@click.option(
    "--workers",
    default=lambda: _at_once(processors()),
    show_default="as many as the processors can do",
    type=click.IntRange(1, 256),
    help="Submissions graded at once.",
)
@click.option(
    "--scheduler", help="Grade on a cluster: the address of Dask's scheduler, e.g. tcp://host:8786."
)
@click.option("--database", default="", help="The gradebook's address, e.g. postgresql://… [in --out].")
@click.option(
    "--timings", type=click.Path(path_type=Path), help="Write the seconds of each phase there, as JSON."
)
@click.option(
    "--without-sandbox",
    is_flag=True,
    help="Run trainees' code with your own rights: it can read and change your files.",
)
def grade(  # noqa: PLR0913 - one parameter per option
    unit: str,
    submitted: Path,
    *,
    course: Path,
    secret: Path | None,
    roster: Path | None,
    out: Path | None,
    workers: int,
    scheduler: str | None,
    database: str,
    timings: Path | None,
    without_sandbox: bool,
) -> None:
    """Grade the case of UNIT for everything that lies in the folder SUBMITTED.

    The folder holds trainees' folders (<trainee>/<unit>/case.ipynb with answers.json), or zips as Moodle,
    Canvas and other learning platforms export them. Exits with 2 when something could not be graded.
    """
    console = Console()
    if without_sandbox:
        console.print("[bold yellow]Without the sandbox:[/] trainees' code runs with your rights.")
    secret = secret or course / SECRET_FILE
    executor = ForkingExecutor(walls=not without_sandbox)
    crew = _crew(workers, scheduler)
    if crew.where is Where.BESIDE:
        executor.begin()  # on another processor, while this one reads the case
    with closing(executor), crew:
        with uncollected(for_good=True):
            case = load_case(course, unit)
        settings = Settings(
            case=case,
            submitted=submitted,
            workspace=Workspace(out or course / "build" / "nbgrader"),
            roster=read_roster(roster or _beside(secret)),
            secret=read_secret(secret),
            executor=executor,
            crew=crew,
            database=database,
        )
        feedback = Feedback(settings.case, settings.workspace)
        batch = _graded(settings, feedback, console)
    if timings:
        timings.write_text(json.dumps(settings.clock.seconds, indent=1), encoding="utf-8")
    for trainee, why in feedback.failed.items():
        said = escape(plain_words(f"{trainee} ({why})."))
        console.print(f"[bold red]No feedback page for[/] {said}", highlight=False)
    sys.exit(max(_report(batch, settings, console), _UNGRADED if feedback.failed else 0))


def _at_once(cores: int) -> int:
    """One submission for each processor, and one that is ready where a thread waits for the others."""
    return cores + 1 if 1 < cores <= _FEW else cores


def _crew(workers: int, scheduler: str | None) -> Crew:
    if scheduler:
        from kamlab.grading.distributed import Cluster  # noqa: PLC0415 - only a cluster needs it

        return Cluster(scheduler)
    if workers == 1:
        return Alone()
    if workers <= _at_once(_FEW):
        return Threads(workers)
    from kamlab.grading.pool import Pool  # noqa: PLC0415 - its imports take a while

    return Pool(workers)


def _beside(secret: Path) -> Path | None:
    """The roster that lies beside the secret, if one does."""
    path = secret.with_name(ROSTER_FILE)
    return path if path.exists() else None


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
    report.write_text(
        as_csv(batch), encoding="utf-8-sig"
    )  # the mark lets spreadsheets read names in any script
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
