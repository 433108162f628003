import functools
import sys
from collections.abc import Iterator
from pathlib import Path

import nbgrader.api
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # small_course is shared by the tests of this folder

import small_course


@pytest.fixture(scope="session", autouse=True)
def alembic_asked_once() -> Iterator[None]:
    """nbgrader starts a process of two seconds for each new gradebook, to ask for one constant."""
    asked = nbgrader.api.get_alembic_version
    nbgrader.api.get_alembic_version = functools.cache(asked)
    yield
    nbgrader.api.get_alembic_version = asked


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return small_course.make_course(tmp_path / "course")


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted"
    folder.mkdir()
    return folder
