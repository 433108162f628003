"""What came of a job, read from what the trusted process answered, and in words for a trainer."""

from collections.abc import Mapping, Sequence
from typing import Any

from kamlab.grading.execute import Outcome
from kamlab.grading.rebuild import Notebook
from kamlab.grading.remarks import Remark
from kamlab.grading.safe import plain_words
from kamlab.grading.sandbox import Caps
from kamlab.i18n import N_

__all__ = ["nothing_ran", "outcome_of"]

_REMARKS = {
    "missing": N_("A check read '{first}', which the notebook had not made."),
    "unread": N_("A check could not read '{first}': {second}."),
    "no-data": N_("A check read '{first}', which is no data but {second}."),
    "no-data-inside": N_("What a check read as '{first}' holds something that is no data but {second}."),
    "uncalled": N_("A check read '{first}' as data; it is a function or a class."),
    "raised": N_("The cell {first} stopped with {second}."),
    "too-much": N_("The cell {first} showed more than is kept: its output is left out."),
}
_OF_A_CELL = {"raised", "too-much"}  # their first word is the place of a cell
_GONE = {
    "late": N_("The cell {cell} took longer than {seconds} seconds; what came after it did not run."),
    "large": N_("The cell {cell} showed or returned more than is read; what came after it did not run."),
    "ended": N_("The cell {cell} ended its own process; what came after it did not run."),
}
_ASKED = {
    "late": N_("The check {cell} waited more than {seconds} seconds for the notebook, which was then ended."),
    "large": N_("The check {cell} was given more than is read; the notebook was then ended."),
    "ended": N_("The notebook ended its own process when the check {cell} asked for something of it."),
}
_memory = N_("The notebook used more than {size} MB of memory, and was ended.")


def outcome_of(answer: Mapping[str, Any], notebook: Notebook, caps: Caps) -> Outcome:
    """The outcome of running ``notebook``.

    Args:
        answer: of the trusted process; a submission had a hand in what it holds.
        notebook: the job's.
        caps: the limits that it ran under.
    """
    notes = _notes(answer.get("notes"))
    return Outcome(
        _filled(notebook, _by_cell(answer.get("cells"))),
        _swollen(answer, caps) or _error(notes, notebook, caps),
        _remarks(notes, notebook),
        frozenset(name for kind, name, _ in notes if kind == "function"),
    )


def nothing_ran(notebook: Notebook, why: Remark) -> Outcome:
    """The outcome where there is no answer."""
    return Outcome(_filled(notebook, {}), why)


def _notes(found: object) -> list[tuple[str, str, str]]:
    """What the trusted process noted: kind and two words each."""
    listed = found if isinstance(found, list) else []
    rows = [[plain_words(str(word))[:300] for word in note] for note in listed if isinstance(note, list)]
    return [(note[0], note[1], note[2]) for note in rows if len(note) == 3]  # noqa: PLR2004 - kind and two words


def _by_cell(found: object) -> Mapping[int, object]:
    pairs = found if isinstance(found, list) else []
    return {pair[0]: pair[1] for pair in pairs if isinstance(pair, list) and len(pair) == 2}  # noqa: PLR2004 - a pair


def _filled(notebook: Notebook, outputs: Mapping[int, object]) -> Notebook:
    """``notebook`` with the outputs as they were sent: data, of whatever shape."""
    cells = []
    for place, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            count = place + 1 if place in outputs else None
            cell = {**cell, "outputs": outputs.get(place, []), "execution_count": count}  # noqa: PLW2901 - the same cell, run
        cells.append(cell)
    return {**notebook, "cells": cells}


def _name(notebook: Notebook, place: str) -> str:
    """What a trainer calls the cell at ``place``: its grade id, or its number from the top."""
    cell = _cell(notebook, place)
    if cell is None:
        return "?"
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id") or int(place) + 1)


def _cell(notebook: Notebook, place: str) -> Notebook | None:
    """The cell at ``place``, a word of the other process; None where there is none."""
    cells: Sequence[Notebook] = notebook["cells"]
    return cells[int(place)] if place.isdecimal() and int(place) < len(cells) else None


def _before(notebook: Notebook, place: str) -> str:
    """The place of the solution cell whose work the check at ``place`` looks at: the last one before it."""
    cells: Sequence[Notebook] = notebook["cells"][: int(place)] if place.isdecimal() else ()
    solutions = [
        number for number, cell in enumerate(cells) if cell["metadata"].get("nbgrader", {}).get("solution")
    ]
    return str(solutions[-1]) if solutions else ""


def _swollen(answer: Mapping[str, Any], caps: Caps) -> Remark | None:
    return Remark(_memory, {"size": caps.resident >> 20}) if answer.get("swollen") is True else None


def _error(notes: Sequence[tuple[str, str, str]], notebook: Notebook, caps: Caps) -> Remark | None:
    for kind, cell, why in notes:
        if kind in {"gone", "gone-asked"}:
            known = _GONE if kind == "gone" else _ASKED
            template = known.get(why, known["ended"])
            return Remark(template, {"cell": _name(notebook, cell), "seconds": caps.cell})
    return None


def _remarks(notes: Sequence[tuple[str, str, str]], notebook: Notebook) -> tuple[Remark, ...]:
    stopped = {cell for kind, cell, _ in notes if kind == "raised"}
    found = {}
    for kind, first, second in notes:
        if kind == "missing" and _before(notebook, second) in stopped:
            continue  # the cell that was to make it stopped: that is said already
        if kind in _REMARKS:
            shown = _name(notebook, first) if kind in _OF_A_CELL else first
            found[kind, shown] = Remark(_REMARKS[kind], {"first": shown, "second": second})
    return tuple(found.values())
