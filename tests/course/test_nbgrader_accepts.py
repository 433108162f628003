"""nbgrader's own command line accepts the source that we build, and releases the same as we do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kamlab import data
from kamlab.answers.store import AnswersFile, write
from kamlab.course import release, truth
from kamlab.course.percent import from_json

ROOT = Path(__file__).parents[2]


def nbgrader(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nbgrader", *arguments]
    homes = {
        "HOME": str(folder),
        "JUPYTER_CONFIG_DIR": str(folder / "jupyter"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
    }
    path = os.pathsep.join(
        [str(Path(sys.executable).parent), os.environ["PATH"]]
    )  # nbgrader calls alembic by name
    environment = {**os.environ, **homes, "KAMLAB_TRAINEE_CODE": "", "PATH": path}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def built() -> release.Built:
    return release.build(ROOT, "u01")


@pytest.fixture
def course(tmp_path: Path, built: release.Built) -> Path:
    """A course folder of nbgrader's own layout with our source in it."""
    for path, text in built.source.items():
        target = tmp_path / Path(path).relative_to("build")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return tmp_path


def test_nbgrader_validates_the_source_with_right_answers(course: Path) -> None:
    work = shutil.copytree(course / "source" / "u01", course / "work")
    answers = truth.model_answers("u01", data.ledger(), ROOT)
    write(work / "answers.json", AnswersFile("u01", 1, answers=answers))
    done = nbgrader(course, "validate", str(work / "case.ipynb"))
    assert done.returncode == 0, done.stderr
    assert "Success! Your notebook passes all the tests." in done.stdout + done.stderr


def test_nbgrader_releases_the_same_as_kamlab(course: Path, built: release.Built) -> None:
    done = nbgrader(course, "generate_assignment", "u01", "--force", "--create")
    assert done.returncode == 0, done.stderr
    theirs = from_json((course / "release" / "u01" / "case.ipynb").read_text(encoding="utf-8"))
    ours = from_json(built.exercises["exercises/en/u01/case.ipynb"])
    for one, other in zip(theirs.cells, ours.cells, strict=True):
        assert (one.id, one.cell_type, one.source) == (other.id, other.cell_type, other.source)
        assert json.dumps(one.metadata, sort_keys=True) == json.dumps(other.metadata, sort_keys=True)
    released = {path.name for path in (course / "release" / "u01").iterdir()}
    assert released == {"case.ipynb", "questions.toml"}
