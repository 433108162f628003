"""The right answers of a case, from ``solutions/<unit>/truth.py``: the one source of its hidden tests too.

The file never leaves the trainer's side. At build time its text takes the place of the line ``# kamlab:
truth`` in the hidden region of a test cell; the sample cohort and the tests load it here.
"""

import importlib.util
import textwrap
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import cast

from nbformat import NotebookNode

from kamlab import data
from kamlab.course.chapters import project_root
from kamlab.errors import CourseError

__all__ = ["MARKER", "inlined", "load", "model_answers"]

MARKER = "# kamlab: truth"
FILE = "truth.py"
_HEAD = "def _truth():\n    from types import SimpleNamespace\n\n"
_TAIL = "\n\n    return SimpleNamespace(**locals())\n\n\ntruth = _truth()"


def source_folder(root: Path, unit: str) -> Path:
    """The folder of a unit's authored case.

    Raises:
        CourseError: there is none.
    """
    folder = root / "solutions" / unit
    if not (folder / "case.py").is_file():
        raise CourseError("Unit {unit} has no case: {folder} holds no case.py.", unit=unit, folder=folder)
    return folder


@lru_cache
def load(unit: str, root: Path | None = None) -> ModuleType:
    """The truth of ``unit`` as a module.

    Raises:
        CourseError: the unit has none.
    """
    path = source_folder(root or project_root(), unit) / FILE
    spec = importlib.util.spec_from_file_location(f"kamlab_truth_{unit}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CourseError("Unit {unit} has no {path}: its hidden tests need it.", unit=unit, path=path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def model_answers(unit: str, ledger: data.Ledger, root: Path | None = None) -> Mapping[str, object]:
    """Question id → right answer, in the form in which the answer form saves it.

    Args:
        unit: such as ``"u01"``.
        ledger: the trainee's variant.
        root: the project's folder; found from the working directory when left out.
    """
    return cast("Mapping[str, object]", load(unit, root).answers(ledger))


def inlined(notebook: NotebookNode, truth: str) -> NotebookNode:
    """``notebook`` with the text ``truth`` in place of each marker line.

    It stands in a function of its own, so that no name in it meets a name of the trainee's cells; the
    hidden tests reach it as ``truth``.
    """
    body = _HEAD + textwrap.indent(_without_docstring(truth).strip(), "    ") + _TAIL
    for cell in notebook.cells:
        lines = cell.source.split("\n")
        if MARKER in lines:
            cell.source = "\n".join(body if line == MARKER else line for line in lines)
    return notebook


def _without_docstring(source: str) -> str:
    """The code after the module's docstring, which speaks to authors."""
    return source.split('"""', 2)[2] if source.startswith('"""') else source
