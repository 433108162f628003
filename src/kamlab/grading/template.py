"""The notebook that submissions are rebuilt from: what nbgrader itself would make of our source."""

import json

import nbformat
from nbgrader.preprocessors import ClearOutput, ClearSolutions, ComputeChecksums, LockCells

from kamlab.course.stubs import settings
from kamlab.grading.rebuild import Notebook

__all__ = ["template"]


def template(source: Notebook) -> Notebook:
    """``source`` through nbgrader's own preprocessors: solutions out, hidden tests in, checksums set."""
    notebook = nbformat.from_dict(source)
    for step in (LockCells(), ClearSolutions(config=settings("en")), ClearOutput(), ComputeChecksums()):
        notebook, _ = step.preprocess(notebook, {})
    cleared: Notebook = json.loads(nbformat.writes(notebook))
    for cell in cleared["cells"]:  # on disk a text is a list of lines; in memory one string
        cell["source"] = "".join(cell["source"])
    return cleared
