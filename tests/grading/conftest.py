import functools
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import nbgrader.api
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # small_course is shared by the tests of this folder

import postgres
import small_course

from kamlab.grading.case import Case, load_case


@pytest.fixture(scope="session", autouse=True)
def alembic_asked_once() -> Iterator[None]:
    """nbgrader starts a process of two seconds for each new gradebook, to ask for one constant.

    It starts 'alembic' by its bare name, which must be found beside this interpreter.
    """
    os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)])
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


@pytest.fixture
def case(course: Path) -> Case:
    return load_case(course, "u01")


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    with postgres.running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it, of each kind that a gradebook can be kept in."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'gradebook.db'}"
    server: postgres.Server = request.getfixturevalue("server")
    return server.new_database()
