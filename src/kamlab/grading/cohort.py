"""``kamlab cohort``: thirty invented submissions, and the points that each must get.

Good, weak, late and damaged work in the shapes in which it really arrives. The points follow from what was
answered and from the marking rules, not from running the grader; so grading the cohort checks the grader.
"""

import csv
import hashlib
import importlib.util
import io
import json
import random
import shutil
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import click
from rich.console import Console

from kamlab import data
from kamlab.course import truth
from kamlab.errors import CourseError
from kamlab.grading.case import Case, load_case
from kamlab.grading.rebuild import Notebook, cell_roles
from kamlab.grading.sample.pack import Parcel, pack
from kamlab.grading.sample.plan import Plan, plan
from kamlab.grading.sample.work import Model, Work, damage, make_work

__all__ = ["SECRET", "cohort", "make_cohort"]

SECRET = "sample-cohort-not-a-secret"  # noqa: S105 - of invented trainees only
_LENDER = "anna.berg"  # whose answers file someone else hands in


@dataclass(frozen=True)
class Sample:
    """What is needed to invent submissions.

    Args:
        case: the case as the grader sees it.
        root: the course's folder.
        variants: the author's ``sample.py``.
        solved: our notebook with its solutions.
        essays: kind and language to a text.
    """

    case: Case
    root: Path
    variants: ModuleType
    solved: Notebook
    essays: Mapping[str, Mapping[str, str]]


@click.command()
@click.argument("unit")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to make.")
@click.option("--course", default=".", type=click.Path(path_type=Path), help="The course's folder.")
@click.option("--seed", default=1, show_default=True, help="Another seed, other mistakes.")
def cohort(unit: str, out: Path, course: Path, seed: int) -> None:
    """Make a sample cohort for UNIT: submissions, roster, secret, and the scores that grading must give."""
    count = make_cohort(course, unit, out, seed)
    Console().print(f"{count} sample submissions in {out / 'submitted'}.", highlight=False)


def make_cohort(root: Path, unit: str, out: Path, seed: int = 1) -> int:
    """Write the cohort to ``out`` and return how many trainees it has.

    Args:
        root: the course's folder, with the case released.
        unit: e.g. ``"u01"``.
        out: gets ``submitted``, ``roster.csv``, ``course-secret.txt`` and ``expected.csv``; what a former run
            left in ``submitted`` is replaced.
        seed: decides what the kinds of trainees leave open.

    Raises:
        CourseError: the unit has no ``sample.py``.
        GradingError: the case was not released.
    """
    sample = _sample(root, unit)
    stamp, key = out / "made-from.txt", _key(sample, seed)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == key:
        return len(_people())
    people = _people()
    works = [_work(sample, person, seed) for person in people]
    lent = next(work.answers for work, person in zip(works, people, strict=True) if person["id"] == _LENDER)
    parcels = [
        _parcel(sample, person, damage(work, person["kind"], _model(sample, person["id"]), lent))
        for person, work in zip(people, works, strict=True)
    ]
    shutil.rmtree(out / "submitted", ignore_errors=True)
    pack([*parcels, _first_try(parcels)], out / "submitted", unit)
    _write_lists(out, people, parcels, sample.case)
    stamp.write_text(key, encoding="utf-8")
    return len(people)


def _people() -> list[dict[str, str]]:
    return list(csv.DictReader(_resource("people.csv").splitlines()))


def _key(sample: Sample, seed: int) -> str:
    """What the cohort depends on: the case with kamlab's code, the author's list, the people, the seed."""
    authored = (sample.root / "solutions" / sample.case.unit / "sample.py").read_text(encoding="utf-8")
    parts = (sample.case.digest, authored, _resource("people.csv"), _resource("essays.toml"), str(seed))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _resource(name: str) -> str:
    return (files("kamlab.grading.sample") / name).read_text(encoding="utf-8")


def _sample(root: Path, unit: str) -> Sample:
    case = load_case(root, unit)
    source = root / "build" / "source" / unit / "case.ipynb"
    return Sample(
        case=case,
        root=root,
        variants=_variants(root / "solutions" / unit / "sample.py"),
        solved=json.loads(source.read_bytes()),
        essays=tomllib.loads(_resource("essays.toml")),
    )


def _variants(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kamlab_sample", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CourseError(
            "There is no {path}: a sample cohort needs the author's list of answers.", path=path
        )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _model(sample: Sample, trainee: str) -> Model:
    ledger = data.ledger(data.seed_of(data.case_code(SECRET, trainee)))
    right = truth.model_answers(sample.case.unit, ledger, sample.root)
    roles = cell_roles(sample.case.source)
    return Model(
        unit=sample.case.unit,
        version=sample.case.questions.version,
        right=right,
        variants=sample.variants.answers(ledger, right),
        cells=sample.variants.cells(),
        solutions=_solutions(sample.solved),
        points={name: float(role["points"]) for name, role in roles.items() if role.get("grade")},
        essay=next(name for name, role in roles.items() if role.get("grade") and role.get("solution")),
    )


def _solutions(notebook: Notebook) -> dict[str, str]:
    """Solution cell to its text with the solution in it, without nbgrader's markers."""
    found = {}
    for cell in notebook["cells"]:
        role = cell["metadata"].get("nbgrader", {})
        if role.get("solution"):
            lines = "".join(cell["source"]).splitlines()
            found[role["grade_id"]] = "\n".join(line for line in lines if not line.strip().startswith("### "))
    return found


def _work(sample: Sample, person: Mapping[str, str], seed: int) -> Work:
    model = _model(sample, person["id"])
    dice = random.Random(f"{seed} {person['id']}")  # noqa: S311 - the same for every run, on purpose
    chosen = plan(person["kind"], list(model.right), list(model.cells), dice)
    due = sample.case.assignment.due
    who = (person["id"], data.case_code(SECRET, person["id"]), person["lang"])
    saved = due + timedelta(hours=float(person["hours"])) - timedelta(minutes=20)
    return make_work(
        chosen, model, _released(sample, person["lang"]), _essay(sample, chosen, person), who, saved
    )


def _released(sample: Sample, lang: str) -> Notebook:
    if lang not in sample.case.releases:
        raise CourseError("Unit {unit} is not released: run 'kamlab release {unit}'.", unit=sample.case.unit)
    return sample.case.releases[lang]


def _essay(sample: Sample, chosen: Plan, person: Mapping[str, str]) -> str:
    return sample.essays.get(chosen.essay, {}).get(person["lang"], "").strip()


def _parcel(sample: Sample, person: Mapping[str, str], work: Work) -> Parcel:
    hours = float(person["hours"])
    return Parcel(
        id=person["id"],
        name=(person["first_name"], person["last_name"]),
        lms=person["lms"],
        kind=person["kind"],
        layout=person["layout"],
        submitted=sample.case.assignment.due + timedelta(hours=hours),
        late=hours > 0,
        work=work,
    )


def _first_try(parcels: Iterable[Parcel]) -> Parcel:
    """An older submission of someone who later handed in again through Moodle: it must not count."""
    blank = next(each for each in parcels if each.kind == "blank")
    again = next(each for each in parcels if each.kind == "follows")
    older = again.submitted - timedelta(days=2)
    work = Work(blank.work.notebook, None, {})
    return Parcel(again.id, again.name, again.lms, "blank", "nbgrader", older, late=False, work=work)


def _write_lists(out: Path, people: list[dict[str, str]], parcels: Iterable[Parcel], case: Case) -> None:
    (out / "course-secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    named = [{name: person[name] for name in ("id", "first_name", "last_name", "lms")} for person in people]
    (out / "roster.csv").write_text(_as_csv(named), encoding="utf-8")
    (out / "expected.csv").write_text(_as_csv(_expected(parcels, case)), encoding="utf-8")


def _expected(parcels: Iterable[Parcel], case: Case) -> list[dict[str, str]]:
    rows = []
    for parcel in sorted(parcels, key=lambda each: each.id):
        late = max(0, round((parcel.submitted - case.assignment.due).total_seconds()))
        known = parcel.layout != "plain"  # a zip made by the trainee says nothing that can be trusted
        points = {name: "" if value is None else f"{value:g}" for name, value in parcel.work.expected.items()}
        facts = {"graded": "yes" if parcel.work.graded else "no", "seconds_late": str(late if known else 0)}
        rows.append({"trainee": parcel.id, "kind": parcel.kind, **facts, **points})
    return rows


def _as_csv(rows: list[dict[str, str]]) -> str:
    stream = io.StringIO()
    lines = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return stream.getvalue()
