import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # small_course is shared by the tests of this folder

import small_course  # noqa: E402 - found through the path set above


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return small_course.make_course(tmp_path / "course")


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted"
    folder.mkdir()
    return folder
