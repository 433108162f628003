"""As many honest trainees as one asks for, each with a variant of her own, to try grading at any size.

Every second one is on the analyst's track, and of each four two work in Chinese, so that the first few of a
cohort are like the whole. One after the other is written, first her folder, whole or not at all, then her
line in ``expected.csv``: a run that was stopped goes on where it was, and a larger cohort begins with the
smaller one.
"""

import hashlib
import json
import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

import kamlab
from kamlab.grading.sample.lists import as_csv, expected_row, roster, rows_of
from kamlab.grading.sample.pack import put
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
from kamlab.grading.sample.stamp import PART, begin, made_from
from kamlab.i18n import LANGUAGES

__all__ = ["MOST", "crowd", "make_crowd"]

_FACTS = ("trainee", "kind", "graded", "seconds_late")
_DIGITS = 5  # of an id
MOST = 10**_DIGITS - 1  # trainees
_FIRST_NUMBER = 100_000  # of the learning platform's
_EARLIEST = 5 * 24 * 60  # minutes before the deadline
_MADE_BY = ("answers", "course", "data", "models", "grading/sample")  # our own code that decides what is made
Tick = Callable[[int], None]


def make_crowd(  # noqa: PLR0913 - the options of the command
    root: Path, unit: str, out: Path, trainees: int, *, seed: int = 1, tick: Tick = lambda _done: None
) -> int:
    """Write the cohort to ``out`` and return how many of its trainees were there already.

    Args:
        root: the course's folder, with the case released.
        unit: e.g. ``"u01"``.
        out: gets ``submitted``, ``roster.csv``, ``course-secret.txt`` and ``expected.csv``; what was made
            from another case or seed is replaced.
        trainees: how many.
        seed: decides what they answer.
        tick: called after each with how many are there.

    Raises:
        CourseError: the unit has no ``sample.py``, or ``out`` holds submissions that are no sample.
        GradingError: the case was not released.
    """
    sample, people = load_sample(root, unit), crowd(trainees, seed)
    key = _key(sample, seed)
    if made_from(out) != key:
        begin(out, key)
    rows = _kept(out, unit, people)
    _keep_only(out, people[: len(rows)])
    (out / "course-secret.txt").write_text(SECRET + "\n", encoding="utf-8")
    (out / "roster.csv").write_text(roster(people), encoding="utf-8")
    _replace(out / "expected.csv", as_csv(_columns(sample), rows))
    _write(sample, people[len(rows) :], out, seed, lambda more: tick(len(rows) + more))
    return len(rows)


def _write(sample: Sample, people: Iterable[Person], out: Path, seed: int, tick: Tick) -> None:
    with (out / "expected.csv").open("a", encoding="utf-8") as lines:
        for count, person in enumerate(people, 1):
            lines.write(as_csv(_columns(sample), [_hand_in(sample, person, out, seed)], head=False))
            lines.flush()
            tick(count)


def _hand_in(sample: Sample, person: Person, out: Path, seed: int) -> dict[str, str]:
    """Write her folder, and return what grading must find in it."""
    parcel = parcel_of(sample, person, work_of(sample, person, model_of(sample, person["id"]), seed))
    part = out / PART
    put(parcel, part / sample.case.unit)
    (out / "submitted").mkdir(exist_ok=True)
    part.rename(out / "submitted" / parcel.id)
    return expected_row(parcel, sample.case.assignment.due)


def _columns(sample: Sample) -> list[str]:
    return [*_FACTS, *sample.points]


def crowd(trainees: int, seed: int = 1) -> list[dict[str, str]]:
    """The people, with the columns of ``people.csv``; the same number is the same person in every size."""
    names = [line.split(",") for line in resource("names.csv").splitlines()[1:]]
    return [_person(number, seed, names) for number in range(1, trainees + 1)]


def _person(number: int, seed: int, names: Sequence[Sequence[str]]) -> dict[str, str]:
    lang = tuple(LANGUAGES)[(number - 1) // 2 % len(LANGUAGES)]
    dice = random.Random(f"{seed} person {number}")  # noqa: S311 - the same for every run, on purpose
    first, last = ([row[column] for row in names if row[0] == lang] for column in (1, 2))
    return {
        "id": f"t{number:0{_DIGITS}d}",
        "first_name": first[int(dice.random() * len(first))],
        "last_name": last[int(dice.random() * len(last))],
        "lms": str(_FIRST_NUMBER + number),
        "lang": lang,
        "kind": "analyst" if number % 2 else "form",
        "layout": "nbgrader",
        "hours": f"{-(1 + int(dice.random() * _EARLIEST)) / 60:.6f}",
    }


def _key(sample: Sample, seed: int) -> str:
    """What a trainee's work depends on; how many there are is none of it."""
    case = sample.case
    texts = [
        json.dumps([sample.solved, case.releases]),
        repr(case.assignment.due),
        sample.authored,
        str(seed),
    ]
    texts += [(sample.root / "solutions" / case.unit / "truth.py").read_text(encoding="utf-8")]
    whole = hashlib.sha256(b"crowd")
    for part in (*(text.encode() for text in texts), *_code()):
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _code() -> Iterator[bytes]:
    package = Path(kamlab.__path__[0])
    found = [path for area in _MADE_BY for path in (package / area).rglob("*")]
    return (path.read_bytes() for path in sorted(found) if path.suffix in {".py", ".toml", ".csv"})


def _kept(out: Path, unit: str, people: Sequence[Person]) -> list[dict[str, str]]:
    """The lines of those whose work is there, up to the first whose is not."""
    path = out / "expected.csv"
    whole = path.read_text(encoding="utf-8").rpartition("\n")[0] if path.exists() else ""
    pairs = zip(rows_of(whole), people, strict=False)
    return [row for row, _ in takewhile(lambda pair: _is_there(out, unit, *pair), pairs)]


def _is_there(out: Path, unit: str, row: dict[str, str], person: Person) -> bool:
    return (
        row["trainee"] == person["id"] and (out / "submitted" / person["id"] / unit / "case.ipynb").is_file()
    )


def _keep_only(out: Path, people: Iterable[Person]) -> None:
    """Remove the work of all others of the crowd: of a larger cohort, or of a run that was stopped."""
    ids = {person["id"] for person in people}
    for path in (out / "submitted").glob(f"t{'[0-9]' * _DIGITS}"):
        if path.name not in ids:
            shutil.rmtree(path)
    shutil.rmtree(out / PART, ignore_errors=True)


def _replace(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
