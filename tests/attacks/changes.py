"""Changes to a submission that several attacks are made of: to its cells, their roles, its files."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attack import Notebook

__all__ = ["cell", "every_role", "instead", "role", "tests"]


def cell(notebook: Notebook, name: str) -> dict[str, Any]:
    """The cell called ``name``."""
    return next(each for each in notebook["cells"] if each["id"] == name)


def role(notebook: Notebook, name: str) -> dict[str, Any]:
    """What nbgrader is told about it."""
    found: dict[str, Any] = cell(notebook, name)["metadata"]["nbgrader"]
    return found


def tests(notebook: Notebook) -> list[dict[str, Any]]:
    """The cells that are graded."""
    return [each for each in notebook["cells"] if each["metadata"]["nbgrader"]["grade"]]


def every_role(**changed: object) -> Callable[[Notebook], object]:
    """A change: what nbgrader is told about each cell."""
    return lambda notebook: [each["metadata"]["nbgrader"].update(changed) for each in notebook["cells"]]


def instead(make: Callable[[Path], object], name: str = "mallory.zip") -> Callable[[Path], object]:
    """A change of the folder: one file ``name`` in its place, which ``make`` makes."""

    def place(home: Path) -> None:
        shutil.rmtree(home.parent)
        make(home.parent.with_name(name))

    return place
