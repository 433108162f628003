"""``kamlab build`` and ``kamlab course``: every step from the sources to a course that runs.

The steps are the very commands that a trainer or publisher types, so what ``make course`` does is what the
manual says. Each command skips what has not changed.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass

import click
from rich.console import Console
from rich.table import Table

from kamlab.errors import KamlabError

SAMPLE = "build/sample"
# What ``kamlab grade`` returns when some submissions could not be graded: the sample holds such on purpose.
SOME_UNGRADED = 2


@dataclass(frozen=True)
class Step:
    """One command of the build.

    Args:
        name: what it makes, for the summary.
        command: its words after ``kamlab``.
        expected: exit statuses that mean it did its work.
    """

    name: str
    command: tuple[str, ...]
    expected: frozenset[int] = frozenset({0})


STEPS = (
    Step("catalogues", ("catalog", "compile")),
    Step("release of unit 1", ("release", "u01")),
    Step("tests of unit 1", ("verify", "u01")),
    Step("site in both languages", ("site",)),
    Step("sample cohort", ("cohort", "u01", "--out", SAMPLE)),
    Step(
        "sample grades",
        ("grade", "u01", f"{SAMPLE}/submitted", "--secret", f"{SAMPLE}/course-secret.txt"),
        frozenset({0, SOME_UNGRADED}),
    ),
)


@click.command()
def build() -> None:
    """Build the site, release unit 1 and grade the sample cohort."""
    _run(STEPS)


@click.command()
@click.pass_context
def course(context: click.Context) -> None:
    """Do what 'build' does, then serve the site and the formgrader until Ctrl-C."""
    _run(STEPS)
    _call(context.find_root(), ("serve",))


def _run(steps: Iterable[Step]) -> None:
    console = Console()
    root = click.get_current_context().find_root()
    done: list[tuple[Step, float]] = []
    for step in steps:
        console.rule(f"[bold]{step.name}[/]: kamlab {' '.join(step.command)}", align="left")
        start = time.perf_counter()
        status = _call(root, step.command)
        if status not in step.expected:
            raise click.exceptions.Exit(status)
        done.append((step, time.perf_counter() - start))
    console.print(_summary(done))


def _call(root: click.Context, words: tuple[str, ...]) -> int:
    """Run one command in this process and return the status it would have ended with."""
    try:
        result = root.command.main(list(words), prog_name="kamlab", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except click.ClickException as error:
        raise KamlabError(
            "'kamlab {command}' was refused: {why}", command=" ".join(words), why=error.format_message()
        ) from error
    return result if isinstance(result, int) else 0


def _summary(done: list[tuple[Step, float]]) -> Table:
    table = Table(title="The course is built", title_justify="left")
    table.add_column("step")
    table.add_column("command")
    table.add_column("seconds", justify="right")
    for step, seconds in done:
        table.add_row(step.name, f"kamlab {' '.join(step.command)}", f"{seconds:.1f}")
    return table
