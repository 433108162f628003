"""The cells that a trainee added to the notebook: notes, and code that her own cells may build on.

They keep their text and their place, counted from our cell above them; everything else about them is ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from kamlab.grading.remarks import Remark
from kamlab.i18n import N_

__all__ = ["FREE", "Free", "find_free", "insert"]

FREE = "kamlab_free"  # marks such a cell in the rebuilt notebook
TOP = ""  # the anchor of cells above all of ours
_MOST, _CHARACTERS = 200, 1_000_000  # cells, and characters of all together
_KINDS = {"code", "markdown"}


@dataclass
class Free:
    """What was found.

    Args:
        below: grade id of our cell, or ``TOP``, to the kind and text of the cells that follow it.
        dropped: how many were left out because there were too many or too long ones.
    """

    below: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    dropped: int = 0

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What a trainer should know."""
        text = N_("{count} added cells were left out: at most {most} cells and {size} characters are read.")
        values = {"count": self.dropped, "most": _MOST, "size": _CHARACTERS}
        return (Remark(text, values),) if self.dropped else ()


def find_free(
    cells: Iterable[tuple[str | None, str, str]], ours: AbstractSet[str], given: AbstractSet[str]
) -> Free:
    """The cells that are not ours.

    Args:
        cells: grade id, kind and text of each cell that was handed in, in order.
        ours: the grade ids of the case.
        given: texts, without white space around them, of what the releases hold in cells without a grade id.
    """
    found, anchor = Free(), TOP
    left, size = _MOST, _CHARACTERS
    for name, kind, text in cells:
        if name is not None and name in ours:
            anchor = name
        elif kind in _KINDS and text.strip() not in given and not _empty(kind, text):
            if left == 0 or len(text) > size:
                found.dropped += 1
                continue
            left, size = left - 1, size - len(text)
            found.below.setdefault(anchor, []).append((kind, text))
    return found


def _empty(kind: str, text: str) -> bool:
    """Whether nothing is lost with the cell: no words, or code that holds comments only."""
    lines = [line.strip() for line in text.splitlines()]
    return not any(line and not (kind == "code" and line.startswith("#")) for line in lines)


def insert(cells: Sequence[Mapping[str, Any]], free: Free) -> list[dict[str, Any]]:
    """Our ``cells`` with the free ones in their places."""
    made = [_made(*each, number=number) for number, each in enumerate(free.below.get(TOP, []))]
    for cell in cells:
        made.append(dict(cell))
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        added = free.below.get(name, []) if name else []
        made += [_made(*each, number=len(made) + number) for number, each in enumerate(added)]
    return made


def _made(kind: str, text: str, *, number: int) -> dict[str, Any]:
    cell = {"cell_type": kind, "id": f"kamlab-free-{number}", "metadata": {FREE: True}, "source": text}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})
