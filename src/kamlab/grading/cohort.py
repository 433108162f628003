"""``kamlab cohort``: invented submissions, and the points that each must get.

Thirty trainees hand in good, weak, late and damaged work in the shapes in which it really arrives; or, with
``--trainees``, as many honest ones as one asks for. The points follow from what was answered and from the
marking rules, not from running the grader; so grading the cohort checks the grader.
"""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kamlab.grading.case import Case
from kamlab.grading.sample.crowd import MOST, make_crowd
from kamlab.grading.sample.lists import as_csv, expected_row, roster, rows_of
from kamlab.grading.sample.pack import Parcel, pack
from kamlab.grading.sample.source import (
    SECRET,
    Person,
    Sample,
    load_sample,
    model_of,
    parcel_of,
    resource,
    work_of,
)
from kamlab.grading.sample.stamp import begin, finish, made_from
from kamlab.grading.sample.work import Work, damage

__all__ = ["SECRET", "cohort", "make_cohort", "make_crowd"]

_LENDER = "anna.berg"  # whose answers file someone else hands in


@click.command()
@click.argument("unit")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--course", default=".", type=click.Path(path_type=Path), help="The course's folder.")
@click.option("--seed", default=1, show_default=True, help="Another seed, other mistakes.")
@click.option(
    "--trainees",
    type=click.IntRange(1, MOST),
    help="Make so many honest trainees, t00001 and so on, in place of the thirty.",
)
def cohort(unit: str, out: Path, course: Path, seed: int, trainees: int | None) -> None:
    """Make a sample cohort for UNIT: submissions, roster, secret, and the scores that grading must give.

    A cohort of a given number of trainees may be stopped: the same command goes on where it was.
    """
    console = Console()
    if trainees is None:
        count, there = make_cohort(course, unit, out, seed), 0
    else:
        count, there = trainees, _with_progress(console, course, unit, out, trainees, seed)
    old = f", {there} of them from before" if there else ""
    console.print(f"{count} sample submissions in {out / 'submitted'}{old}.", highlight=False)


def _with_progress(  # noqa: PLR0913, PLR0917 - the options of the command
    console: Console, course: Path, unit: str, out: Path, trainees: int, seed: int
) -> int:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(f"Trainees for {unit}", total=trainees)
        return make_crowd(
            course, unit, out, trainees, seed=seed, tick=lambda done: progress.update(task, completed=done)
        )


def make_cohort(root: Path, unit: str, out: Path, seed: int = 1) -> int:
    """Write the cohort of thirty to ``out`` and return how many trainees it has.

    Args:
        root: the course's folder, with the case released.
        unit: e.g. ``"u01"``.
        out: gets ``submitted``, ``roster.csv``, ``course-secret.txt`` and ``expected.csv``; what a former run
            left in ``submitted`` is replaced.
        seed: decides what the kinds of trainees leave open.

    Raises:
        CourseError: the unit has no ``sample.py``, or ``out`` holds submissions that are no sample.
        GradingError: the case was not released.
    """
    sample, people = load_sample(root, unit), rows_of(resource("people.csv"))
    key = _key(sample, seed)
    if made_from(out) == key:
        return len(people)
    begin(out)
    parcels = _parcels(sample, people, seed)
    pack([*parcels, _first_try(parcels)], out / "submitted", unit)
    _write_lists(out, people, parcels, sample.case)
    finish(out, key)
    return len(people)


def _key(sample: Sample, seed: int) -> str:
    """What the cohort depends on: the case with kamlab's code, the author's list, the people, the seed."""
    parts = (
        sample.case.digest,
        sample.authored,
        resource("people.csv"),
        resource("essays.toml"),
        str(seed),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _parcels(sample: Sample, people: list[dict[str, str]], seed: int) -> list[Parcel]:
    models = {person["id"]: model_of(sample, person["id"]) for person in people}
    works = {person["id"]: work_of(sample, person, models[person["id"]], seed) for person in people}
    lent = works[_LENDER].answers

    def parcel(person: Person) -> Parcel:
        name = person["id"]
        return parcel_of(sample, person, damage(works[name], person["kind"], models[name], lent))

    return [parcel(person) for person in people]


def _first_try(parcels: Iterable[Parcel]) -> Parcel:
    """An older submission of someone who later handed in again through Moodle: it must not count."""
    blank = next(each for each in parcels if each.kind == "blank")
    again = next(each for each in parcels if each.kind == "follows")
    older = again.submitted - timedelta(days=2)
    work = Work(blank.work.notebook, None, {})
    return Parcel(again.id, again.name, again.lms, "blank", "nbgrader", older, late=False, work=work)


def _write_lists(out: Path, people: list[dict[str, str]], parcels: Iterable[Parcel], case: Case) -> None:
    ordered = sorted(parcels, key=lambda each: each.id)
    rows = [expected_row(parcel, case.assignment.due) for parcel in ordered]
    (out / "course-secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    (out / "roster.csv").write_text(roster(people), encoding="utf-8")
    (out / "expected.csv").write_text(as_csv(list(rows[0]), rows), encoding="utf-8")
