"""Authored text to notebooks: py:percent cases and MyST chapters, read by jupytext, with ids that stay.

jupytext gives cells random ids and writes its own version into the header; both would make two builds of the
same source differ, so cells are named by their grade id, else by their position, and the header is cut down.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from kamlab.errors import CourseError

__all__ = ["as_json", "copied", "from_json", "read_chapter", "read_percent", "write_if_changed"]

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_NOT_IN_ID = re.compile(r"[^a-zA-Z0-9_-]")


def read_percent(path: Path) -> NotebookNode:
    """The notebook of a py:percent source.

    Raises:
        CourseError: the file cannot be read as one.
    """
    return _read(path, "py:percent")


def read_chapter(path: Path) -> NotebookNode:
    """The notebook of a MyST chapter.

    Raises:
        CourseError: the file cannot be read as one.
    """
    return _read(path, "md:myst")


def _read(path: Path, fmt: str) -> NotebookNode:
    try:
        notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt=fmt)
    except (OSError, ValueError) as error:
        raise CourseError("{path} cannot be read as a notebook: {why}.", path=path, why=error) from error
    return _settled(notebook)


def _settled(notebook: NotebookNode) -> NotebookNode:
    """Stable ids, the header without what changes by itself, no outputs."""
    notebook.metadata = copied({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for position, cell in enumerate(notebook.cells, 1):
        cell.id = cell_id(cell, position)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def cell_id(cell: NotebookNode, position: int) -> str:
    """The grade id where the cell has one, else its position."""
    grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
    return _NOT_IN_ID.sub("-", grade_id)[:64] if grade_id else f"cell-{position:03d}"


def as_json(notebook: NotebookNode) -> str:
    """The text of an ``.ipynb`` file, the same for the same notebook.

    Raises:
        CourseError: it is not a valid notebook.
    """
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise CourseError("The generated notebook is not valid: {why}.", why=error.message) from error
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def from_json(content: str) -> NotebookNode:
    """The notebook that ``as_json`` wrote."""
    notebook: NotebookNode = nbformat.reads(content, as_version=4)  # type: ignore[no-untyped-call]  # has no types
    return notebook


def copied(node: Mapping[str, object]) -> NotebookNode:
    """A copy of a notebook, a cell or plain metadata whose own fields can be changed."""
    return NotebookNode(node)  # type: ignore[no-untyped-call]  # nbformat has no types


def write_if_changed(path: Path, content: str) -> bool:
    """Write ``content`` unless the file holds it already; returns whether it was written."""
    encoded = content.encode("utf-8")
    if path.is_file() and path.read_bytes() == encoded:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded)
    return True
