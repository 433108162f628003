"""A notebook that a trainer can open without running anything of the trainee's in her own browser.

nbgrader's formgrader shows notebooks as live pages: HTML and script in an output, in a text cell, even in the
number of an execution would run with the trainer's rights. So whatever a cell showed and a trainee's text
cell is rebuilt here from plain text and checked pictures.
"""

import math
import re
from collections.abc import Mapping
from typing import Any

from kamlab.answers.marks import MIME
from kamlab.grading.free import FREE
from kamlab.grading.rebuild import Notebook, mended

__all__ = ["is_test", "plain_words", "safe_notebook", "safe_outputs", "safe_text"]

_LONGEST = 20_000  # characters of one shown output
_MOST = 200  # outputs of one cell
_PICTURES = ("image/png", "image/jpeg")
_DEEPEST = 12  # lists and tables inside one another in a mark
# control characters but tab and line feed; marks and overrides of the direction of writing
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
# Formulas may be written with these; every other command of TeX loses its backslash.
_TEX = (
    "frac|sqrt|cdot|times|div|pm|sum|prod|int|le|leq|ge|geq|ne|neq|approx|infty|left|right|text|mathrm|quad|"
    "alpha|beta|gamma|delta|epsilon|lambda|mu|pi|rho|sigma|theta|omega|Delta|Sigma|Omega"
)
_OTHER_TEX = re.compile(rf"\\(?!(?:{_TEX})(?![A-Za-z]))")
_BACKSLASH = "\N{FULLWIDTH REVERSE SOLIDUS}"


def safe_notebook(notebook: Notebook) -> Notebook:
    """``notebook`` with outputs of text and pictures only, and text cells that hold no HTML."""
    metadata = {name: value for name, value in notebook["metadata"].items() if name != "widgets"}
    return {**notebook, "cells": [_cell(cell) for cell in notebook["cells"]], "metadata": metadata}


def _cell(cell: Mapping[str, Any]) -> dict[str, Any]:
    if cell["cell_type"] == "code":
        return {
            **cell,
            "outputs": safe_outputs(cell["outputs"], marks=is_test(cell)),
            "execution_count": _count(cell.get("execution_count")),
        }
    written = cell["metadata"].get("nbgrader", {}).get("solution") or FREE in cell["metadata"]
    return {**cell, "source": safe_text(_joined(cell["source"]))} if written else dict(cell)


def safe_text(text: str) -> str:
    r"""Markdown without HTML, links, pictures and active TeX; lists, tables, emphasis and formulas stay.

    >>> safe_text("**a** <b> [x](y) $\\frac{1}{2} \\href{z}{w}$")
    '**a** &lt;b> &#91;x](y) $\\frac{1}{2} ＼href{z}{w}$'
    """
    return _OTHER_TEX.sub(_BACKSLASH, text).replace("<", "&lt;").replace("[", "&#91;")


def is_test(cell: Mapping[str, Any]) -> bool:
    """Whether a cell of ours is a test, whose mark counts."""
    role = cell["metadata"].get("nbgrader", {})
    return bool(role.get("grade")) and not role.get("solution")


def plain_words(text: str) -> str:
    r"""``text`` without what steers a terminal, turns the direction of writing, or fits into no file.

    >>> plain_words("red: \x1b[31mfull points\u202e")
    'red: ?[31mfull points?'
    """
    return _STEERING.sub("?", mended(text))


def safe_outputs(outputs: object, *, marks: bool = False) -> list[dict[str, Any]]:
    """The outputs of one cell, whatever was sent in their place, as text and pictures.

    Args:
        outputs: what was sent.
        marks: whether a mark that the cell shows is kept.
    """
    kept = [_output(output) for output in _listed(outputs)[:_MOST] if isinstance(output, Mapping)]
    for output in kept:
        if not marks and "data" in output:
            output["data"].pop(MIME, None)
    return kept


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
    return kept | ({MIME: _sound(data[MIME])} if MIME in data else {})


def _sound(value: object, levels: int = _DEEPEST) -> object:
    """JSON data that every reader can read: no NaN, no half characters, nothing too deep."""
    if isinstance(value, str):
        return mended(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if not isinstance(value, list | Mapping):
        return value
    if levels == 0:
        return "…"
    if isinstance(value, list):
        return [_sound(part, levels - 1) for part in value]
    return {str(_sound(name)): _sound(part, levels - 1) for name, part in value.items()}


def _joined(text: object) -> str:
    return mended("".join(map(str, text)) if isinstance(text, list) else str(text or ""))


def _listed(lines: object) -> list[object]:
    return lines if isinstance(lines, list) else []


def _count(number: object) -> int | None:
    return number if isinstance(number, int) and not isinstance(number, bool) else None
