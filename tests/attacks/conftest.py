"""The course that is attacked, what watches over it, and every attack in ``kinds``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import target
from door import Door
from kinds import ATTACKS


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes an ``attack`` runs once for each kind; those with the same limits together.

    A warmed process serves all submissions with the same limits.
    """
    if "attack" in metafunc.fixturenames:
        ordered = sorted(ATTACKS.items(), key=lambda each: each[1].seconds)
        metafunc.parametrize("attack", [each for _, each in ordered], ids=[name for name, _ in ordered])


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return target.make_course(tmp_path / "course")


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    folder = tmp_path / "submitted"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def door() -> Iterator[Door]:
    made = Door()
    yield made
    made.close()
