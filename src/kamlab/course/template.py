"""The notebook that submissions are rebuilt from: what nbgrader itself would make of our source.

A release writes it down, because importing nbgrader for it takes half a second of each grading run.
"""

import hashlib
import json
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kamlab.course import stubs

__all__ = ["place", "template", "template_of", "written"]

Notebook = dict[str, Any]


def template(source: Notebook) -> Notebook:
    """``source`` through nbgrader's own preprocessors: solutions out, hidden tests in, checksums set."""
    import nbformat  # noqa: PLC0415 - with the next half a second
    from nbgrader import preprocessors as steps  # noqa: PLC0415

    notebook = nbformat.from_dict(source)  # type: ignore[no-untyped-call]
    order = (
        steps.LockCells(),
        steps.ClearSolutions(config=stubs.settings("en")),
        steps.ClearOutput(),
        steps.ComputeChecksums(),
    )
    for step in order:
        notebook, _ = step.preprocess(notebook, {})
    cleared: Notebook = json.loads(nbformat.writes(notebook))  # type: ignore[no-untyped-call]
    for cell in cleared["cells"]:  # on disk a text is a list of lines; in memory one string
        cell["source"] = "".join(cell["source"])
    return cleared


def place(unit: str) -> str:
    """Where a release writes it, below the course's folder."""
    return f"build/template/{unit}.json"


def written(source: str) -> str:
    """What a release writes for the notebook ``source``: its template, and what that was made of."""
    kept = {"of": _origin(source.encode()), "template": template(json.loads(source))}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def template_of(course: Path, unit: str, source: bytes) -> Notebook:
    """The template of ``source``: as it was written for just that by this nbgrader, or made now."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((course / place(unit)).read_bytes())
        if kept["of"] == _origin(source):
            ready: Notebook = kept["template"]
            return ready
    return template(json.loads(source))


def _origin(source: bytes) -> str:
    return f"nbgrader {version('nbgrader')}, {hashlib.sha256(source).hexdigest()}"
