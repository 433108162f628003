"""``kamlab grade``: its options, and who does the work.

Only what these need is imported at first: the sandbox begins, and then the rest is imported beside it.
"""

import sys
from contextlib import closing
from pathlib import Path

import click
from rich.console import Console

from kamlab.garbage import uncollected
from kamlab.grading import ready
from kamlab.grading.crew import Alone, Crew, Threads, Where, processors

__all__ = ["grade"]

ROSTER_FILE = "roster.csv"
_FEW = 4  # workers that may be threads: this process has a tenth of the work to do itself


@click.command()
@click.argument("unit")
@click.argument("submitted", type=click.Path(path_type=Path))
@click.option(
    "--course", default=".", type=click.Path(path_type=Path), help="The course's folder (with course.toml)."
)
@click.option(
    "--secret", type=click.Path(path_type=Path), help="The course secret [course-secret.txt in the course]."
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
    default=processors,
    show_default="one for each processor",
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
    crew = _crew(workers, scheduler)
    if crew.where is Where.BESIDE:
        ready.begin(walls=not without_sandbox)
    with uncollected(for_good=True):  # imported here: see above
        from kamlab.data import SECRET_FILE  # noqa: PLC0415
        from kamlab.grading.forking import ForkingExecutor  # noqa: PLC0415
        from kamlab.reports.batch import Order, carry_out  # noqa: PLC0415

    executor = ForkingExecutor(walls=not without_sandbox)
    with closing(executor), crew:
        secret = secret or course / SECRET_FILE
        order = Order(
            unit=unit,
            submitted=submitted,
            course=course,
            secret=secret,
            roster=roster or _beside(secret),
            out=out or course / "build" / "nbgrader",
            database=database,
            timings=timings,
        )
        status = carry_out(order, executor, crew, console)
    sys.exit(status)


def _crew(workers: int, scheduler: str | None) -> Crew:
    if scheduler:
        from kamlab.grading.distributed import Cluster  # noqa: PLC0415 - only a cluster needs it

        return Cluster(scheduler)
    if workers == 1:
        return Alone()
    if workers <= _FEW:
        return Threads(workers)
    from kamlab.grading.pool import Pool  # noqa: PLC0415 - its imports take a while

    return Pool(workers)


def _beside(secret: Path) -> Path | None:
    """The roster that lies beside the secret, if one does."""
    path = secret.with_name(ROSTER_FILE)
    return path if path.exists() else None
