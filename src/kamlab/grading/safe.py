"""A notebook that a trainer can open without running anything of the trainee's in her own browser.

nbgrader's formgrader shows notebooks as live pages: HTML and script in an output, in a text cell, even in the
number of an execution would run with the trainer's rights. So whatever came out of a kernel or a trainee's
text cell is rebuilt here from plain text and checked pictures.
"""

import re
from collections.abc import Mapping
from typing import Any

from kamlab.grading.free import FREE
from kamlab.grading.rebuild import Notebook
from kamlab.grading.score import MARK

__all__ = ["safe_notebook", "safe_outputs", "safe_text"]

_LONGEST = 20_000  # characters of one shown output
_MOST = 200  # outputs of one cell
_PICTURES = ("image/png", "image/jpeg")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_ACTIVE_TEX = re.compile(r"\\(?=(href|require|class|style|cssId|unicode|html\w*)\b)")


def safe_notebook(notebook: Notebook) -> Notebook:
    """``notebook`` with outputs of text and pictures only, and text cells that hold no HTML."""
    metadata = {name: value for name, value in notebook["metadata"].items() if name != "widgets"}
    return {**notebook, "cells": [_cell(cell) for cell in notebook["cells"]], "metadata": metadata}


def _cell(cell: Mapping[str, Any]) -> dict[str, Any]:
    if cell["cell_type"] == "code":
        return {
            **cell,
            "outputs": safe_outputs(cell["outputs"]),
            "execution_count": _count(cell.get("execution_count")),
        }
    written = cell["metadata"].get("nbgrader", {}).get("solution") or FREE in cell["metadata"]
    return {**cell, "source": safe_text(_joined(cell["source"]))} if written else dict(cell)


def safe_text(text: str) -> str:
    r"""Markdown without HTML, pictures from elsewhere and active TeX; lists, tables and emphasis stay.

    >>> safe_text("**a** <b> ![x](y) $\\href{z}{w}$")
    '**a** &lt;b> !\\[x](y) $href{z}{w}$'
    """
    return _ACTIVE_TEX.sub("", text.replace("<", "&lt;").replace("![", "!\\["))


def safe_outputs(outputs: object) -> list[dict[str, Any]]:
    """The outputs of one cell, whatever was sent in their place, as text and pictures."""
    return [_output(output) for output in _listed(outputs)[:_MOST] if isinstance(output, Mapping)]


def _output(output: Mapping[str, Any]) -> dict[str, Any]:
    """The output made anew from the fields that its kind has."""
    kind = output.get("output_type")
    if kind == "stream":
        name = "stderr" if output.get("name") == "stderr" else "stdout"
        return {"output_type": "stream", "name": name, "text": _joined(output.get("text"))[:_LONGEST]}
    if kind == "error":
        lines = [_joined(line)[:_LONGEST] for line in _listed(output.get("traceback"))[:100]]
        words = {name: _joined(output.get(name))[:_LONGEST] for name in ("ename", "evalue")}
        return {"output_type": "error", **words, "traceback": lines}
    shown = {"data": _data(output.get("data")), "metadata": {}}
    if kind == "execute_result":
        return {"output_type": kind, "execution_count": _count(output.get("execution_count")), **shown}
    return {"output_type": "display_data", **shown}


def _data(data: object) -> dict[str, Any]:
    if not isinstance(data, Mapping):
        return {}
    kept: dict[str, Any] = {"text/plain": _joined(data.get("text/plain", ""))[:_LONGEST]}
    for kind in _PICTURES:
        picture = _joined(data.get(kind, ""))
        if picture and _BASE64.fullmatch(picture):
            kept[kind] = picture
    return kept | ({MARK: data[MARK]} if MARK in data else {})


def _joined(text: object) -> str:
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")


def _listed(lines: object) -> list[object]:
    return lines if isinstance(lines, list) else []


def _count(number: object) -> int | None:
    return number if isinstance(number, int) and not isinstance(number, bool) else None
