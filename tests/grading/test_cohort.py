"""The sample cohort against the real case: needs the built course."""

import csv
import hashlib
from pathlib import Path

import pytest

from kamlab.grading.case import load_case
from kamlab.grading.cohort import SECRET, make_cohort
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Settings, grade_batch
from kamlab.grading.pool import Pool
from kamlab.grading.roster import read_roster
from kamlab.grading.table import as_csv
from kamlab.grading.workspace import Workspace

ROOT = Path(__file__).parents[2]


def rows(text: str) -> dict[str, dict[str, str]]:
    return {row["trainee"]: row for row in csv.DictReader(text.splitlines())}


def fingerprint(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.course
def test_every_score_of_the_cohort_is_the_one_it_must_get(tmp_path: Path) -> None:
    assert make_cohort(ROOT, "u01", tmp_path) == 30
    expected = rows((tmp_path / "expected.csv").read_text(encoding="utf-8"))
    batch = grade_batch(
        Settings(
            case=load_case(ROOT, "u01"),
            submitted=tmp_path / "submitted",
            workspace=Workspace(tmp_path / "nbgrader"),
            roster=read_roster(tmp_path / "roster.csv"),
            secret=SECRET,
            executor=ForkingExecutor(),
            crew=Pool(2),
        )
    )
    graded = rows(as_csv(batch))
    known = [name for name in next(iter(expected.values())) if name not in {"kind", "graded"}]
    assert {name: {column: row[column] for column in known} for name, row in graded.items()} == {
        name: {column: row[column] for column in known} for name, row in expected.items()
    }
    failed = {row.result.person.id for row in batch.rows if row.result.fault}
    assert failed == {name for name, row in expected.items() if row["graded"] == "no"}
    assert not (tmp_path / "outside.txt").exists()


@pytest.mark.course
def test_the_cohort_is_the_same_for_a_seed_and_another_for_another(tmp_path: Path) -> None:
    made = {}
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        make_cohort(ROOT, "u01", tmp_path / name, seed)
        made[name] = fingerprint(tmp_path / name / "submitted")
    assert made["one"] == made["again"]
    assert made["one"] != made["other"]
