"""Rebuild a submission from our own source: the trainee contributes the text of her cells, nothing else.

Pure functions over notebooks as JSON data. Metadata, tags, the order of our cells, points, ids, outputs and
every test cell are ours; a submission cannot drop, reorder, lock, skip or re-tag anything, and what it adds
is marked as the trainee's.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kamlab.errors import SubmissionError
from kamlab.grading.free import find_free, insert
from kamlab.grading.limits import LIMITS
from kamlab.grading.remarks import Remark
from kamlab.i18n import N_

__all__ = ["Rebuilt", "cell_roles", "mended", "rebuild"]

Notebook = dict[str, Any]  # nbformat's JSON, which no type of ours describes better than its own schema
Submitted = tuple[str | None, str, str]  # grade id, kind and text of a cell
_FORMAT = 4


@dataclass(frozen=True)
class Rebuilt:
    """A notebook that is safe to hand on, as far as its structure goes.

    Args:
        notebook: nbformat 4 JSON.
        texts: grade id to the trainee's text, for the cells that she may write.
        untouched: grade ids of those cells that still hold what the release put there.
        remarks: what a trainer should know.
    """

    notebook: Notebook
    texts: Mapping[str, str]
    untouched: frozenset[str]
    remarks: tuple[Remark, ...] = field(default=())


def own_cells(cells: Iterable[Submitted]) -> tuple[dict[str, str], tuple[Remark, ...]]:
    """The text of every cell with a grade id, and remarks on doubles: the first one counts."""
    texts: dict[str, str] = {}
    doubles: dict[str, None] = {}
    for name, _, text in cells:
        if name is None:
            continue
        if name in texts:
            doubles[name] = None
        texts.setdefault(name, text)
    remarks = tuple(
        Remark(N_("The cell {cell} is there more than once: the first one counts."), {"cell": name[:80]})
        for name in doubles
    )
    return texts, remarks


def read_cells(data: bytes) -> list[Submitted]:
    """Grade id, kind and text of every cell of an untrusted notebook that has a text.

    Raises:
        SubmissionError: it is no notebook of the current format.
    """
    found = []
    for cell in _cells(data):
        text = _text(cell)
        if text is not None and isinstance(cell, dict):
            found.append((_grade_id(cell), str(cell.get("cell_type")), mended(text)))
    return found


def _cells(data: bytes) -> list[object]:
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            "The notebook cannot be read: it is damaged. Save it in JupyterLab and hand it in again."
        ) from error
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or notebook.get("nbformat") != _FORMAT:
        raise SubmissionError(
            "The notebook is not in the current format: open it in JupyterLab, save it, and hand it in again."
        )
    return cells


def _grade_id(cell: object) -> str | None:
    for name in ("metadata", "nbgrader", "grade_id"):
        cell = cell.get(name) if isinstance(cell, dict) else None
    return cell if isinstance(cell, str) else None


def _text(cell: object) -> str | None:
    source = cell.get("source") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source if isinstance(source, str) else None


def cell_roles(notebook: Notebook) -> dict[str, Mapping[str, Any]]:
    """Grade id to the nbgrader metadata of our own notebook's cells."""
    found = (cell["metadata"].get("nbgrader") for cell in notebook["cells"])
    return {role["grade_id"]: role for role in found if role and role.get("grade_id")}


def rebuild(
    template: Notebook,
    submitted: bytes,
    stubs: Mapping[str, frozenset[str]],
    given: frozenset[str] = frozenset(),
) -> Rebuilt:
    """``template`` with the trainee's texts in its solution cells, and the cells that she added.

    Args:
        template: our source with the solutions taken out and the hidden tests in.
        submitted: the notebook that was handed in.
        stubs: grade id to the texts that the releases in each language put into the cell.
        given: the texts that the releases hold in cells without a grade id.

    Raises:
        SubmissionError: it is not a notebook, not this case's, or a cell is too long.
    """
    roles, cells = cell_roles(template), read_cells(submitted)
    mine = {name for name, role in roles.items() if role.get("solution")}
    texts, remarks = own_cells(cells)
    if not texts.keys() & roles.keys():
        raise SubmissionError("This is another notebook: none of its cells belongs to the case.")
    kept = {name: _checked(name, texts[name]) for name in sorted(mine & texts.keys())}
    untouched = frozenset(
        name for name in mine if name not in kept or kept[name].strip() in {"", *stubs.get(name, ())}
    )
    missing = tuple(
        Remark(N_("The cell {cell} is missing: it counts as left empty."), {"cell": name})
        for name in sorted(mine - kept.keys())
    )
    free = find_free(cells, roles.keys(), given | {each.strip() for each in _unnamed(template)})
    filled = _filled(template, kept)
    notebook = {**filled, "cells": insert(filled["cells"], free)}
    return Rebuilt(notebook, kept, untouched, (*_only(remarks, mine), *missing, *free.remarks))


def _unnamed(notebook: Notebook) -> Iterable[str]:
    return ("".join(cell["source"]) for cell in notebook["cells"] if _grade_id(cell) is None)


def _only(remarks: tuple[Remark, ...], cells: set[str]) -> tuple[Remark, ...]:
    """Doubles of test cells do not matter, because ours run in any case."""
    return tuple(remark for remark in remarks if remark.values["cell"] in cells)


def _checked(name: str, text: str) -> str:
    if len(text) > LIMITS.cell:
        raise SubmissionError(
            "The cell {cell} has {length} characters; at most {limit} are read: shorten it.",
            cell=name,
            length=len(text),
            limit=LIMITS.cell,
        )
    return text


def mended(text: str) -> str:
    """``text`` without lone surrogates, which are JSON but no text: no file could hold them."""
    if text.isascii():  # known at once, and true of most
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


def _filled(template: Notebook, texts: Mapping[str, str]) -> Notebook:
    """Our notebook with ``texts`` in it; whatever is the same for everybody is shared, not copied."""
    cells = []
    for cell in template["cells"]:
        text = texts.get(_grade_id(cell) or "", cell["source"])
        fresh: dict[str, Any] = (
            {"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {}
        )
        cells.append({**cell, "source": text, **fresh})
    return {**template, "cells": cells}
