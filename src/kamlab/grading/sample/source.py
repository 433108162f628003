"""What invented trainees' work is made from: the case, its author's ``sample.py``, texts of essays."""

import importlib.util
import json
import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from types import ModuleType

from kamlab import data
from kamlab.course import truth
from kamlab.errors import CourseError
from kamlab.grading.case import Case, load_case
from kamlab.grading.rebuild import Notebook
from kamlab.grading.sample.pack import Parcel
from kamlab.grading.sample.plan import Plan, plan
from kamlab.grading.sample.work import Model, Work, make_work

__all__ = ["SECRET", "Person", "Sample", "load_sample", "model_of", "parcel_of", "resource", "work_of"]

SECRET = "sample-cohort-not-a-secret"  # noqa: S105 - of invented trainees only
_TYPING = timedelta(minutes=20)  # from the last saved answer to handing in
Person = Mapping[str, str]  # a row of people.csv: id, first_name, last_name, lms, lang, kind, layout, hours


@dataclass(frozen=True)
class Sample:
    """What is needed to invent submissions.

    Args:
        case: the case as the grader sees it.
        root: the course's folder.
        authored: the text of the author's ``sample.py``.
        variants: the same, as a module.
        solved: our notebook with its solutions.
        essays: kind and language to a text.
    """

    case: Case
    root: Path
    authored: str
    variants: ModuleType
    solved: Notebook
    essays: Mapping[str, Mapping[str, str]]

    @cached_property
    def points(self) -> Mapping[str, float]:
        """Grade id to the points that the cell can earn."""
        roles = self.case.roles
        return {name: float(role["points"]) for name, role in roles.items() if role.get("grade")}

    @cached_property
    def essay(self) -> str:
        """The grade id of the essay."""
        roles = self.case.roles.items()
        return next(name for name, role in roles if role.get("grade") and role.get("solution"))

    @cached_property
    def solutions(self) -> Mapping[str, str]:
        """Solution cell to its text with the solution in it, without nbgrader's markers."""
        found = {}
        for cell in self.solved["cells"]:
            role = cell["metadata"].get("nbgrader", {})
            if role.get("solution"):
                lines = "".join(cell["source"]).splitlines()
                kept = (line for line in lines if not line.strip().startswith("### "))
                found[role["grade_id"]] = "\n".join(kept)
        return found


def load_sample(root: Path, unit: str) -> Sample:
    """Read what the submissions of ``unit`` are made from.

    Raises:
        CourseError: the unit has no ``sample.py``.
        GradingError: the case was not released.
    """
    authored = root / "solutions" / unit / "sample.py"
    source = root / "build" / "source" / unit / "case.ipynb"
    case, variants = load_case(root, unit), _module(authored)
    return Sample(
        case=case,
        root=root,
        authored=authored.read_text(encoding="utf-8"),
        variants=variants,
        solved=json.loads(source.read_bytes()),
        essays=tomllib.loads(resource("essays.toml")),
    )


def resource(name: str) -> str:
    """The text of a file that lies beside this module."""
    return (files("kamlab.grading.sample") / name).read_text(encoding="utf-8")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kamlab_sample", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CourseError(
            "There is no {path}: a sample cohort needs the author's list of answers.", path=path
        )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def model_of(sample: Sample, trainee: str) -> Model:
    """What is right for ``trainee``, and what is not, by her own ledger."""
    ledger = data.ledger(data.seed_of(data.case_code(SECRET, trainee)))
    right = truth.model_answers(sample.case.unit, ledger, sample.root)
    return Model(
        unit=sample.case.unit,
        version=sample.case.questions.version,
        right=right,
        variants=sample.variants.answers(ledger, right),
        cells=sample.variants.cells(),
        solutions=sample.solutions,
        points=sample.points,
        essay=sample.essay,
    )


def work_of(sample: Sample, person: Person, model: Model, seed: int) -> Work:
    """What ``person`` hands in: her kind decides, the seed decides the rest.

    Raises:
        CourseError: the case is not released in her language.
    """
    dice = random.Random(f"{seed} {person['id']}")  # noqa: S311 - the same for every run, on purpose
    chosen = plan(person["kind"], list(model.right), list(model.cells), dice)
    who = (person["id"], data.case_code(SECRET, person["id"]), person["lang"])
    released, essay = _released(sample, person["lang"]), _essay(sample, chosen, person)
    return make_work(chosen, model, released, essay, who, _handed_in(sample, person) - _TYPING)


def _handed_in(sample: Sample, person: Person) -> datetime:
    return sample.case.assignment.due + timedelta(hours=float(person["hours"]))


def _released(sample: Sample, lang: str) -> Notebook:
    if lang not in sample.case.releases:
        raise CourseError("Unit {unit} is not released: run 'kamlab release {unit}'.", unit=sample.case.unit)
    return sample.case.releases[lang]


def _essay(sample: Sample, chosen: Plan, person: Person) -> str:
    return sample.essays.get(chosen.essay, {}).get(person["lang"], "").strip()


def parcel_of(sample: Sample, person: Person, work: Work) -> Parcel:
    """``work`` with what stands on it: who handed it in, when, and by which way."""
    return Parcel(
        id=person["id"],
        name=(person["first_name"], person["last_name"]),
        lms=person["lms"],
        kind=person["kind"],
        layout=person["layout"],
        submitted=_handed_in(sample, person),
        late=float(person["hours"]) > 0,
        work=work,
    )
