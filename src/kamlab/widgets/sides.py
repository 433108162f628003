"""Both sides of a deal, seen together: cards side by side, and tables of alternatives or of things.

Figures are a mapping of each quantity's name to its text. So the one function that writes them for what is
decided now also writes them for what was before, and for every alternative.
"""

from collections.abc import Mapping, Sequence

from kamlab.widgets.markup import cards, table

Figures = Mapping[str, str]
ARROW = " → "


def two_sided(now: Mapping[str, Figures], before: Mapping[str, Figures] | None = None) -> str:
    """A card for each side, usually seller and buyer.

    Args:
        now: each side's figures, by the side's name.
        before: the same before the decision; shown in front of what changed.
    """
    old = before or now
    return cards((side, [_told(name, now[side], old[side]) for name in now[side]]) for side in now)


def _told(name: str, now: Figures, before: Figures) -> tuple[str, str]:
    first, last = before.get(name, now[name]), now[name]
    return name, last if first == last else first + ARROW + last


def mirrored(seller: str, buyer: str, quantities: Mapping[str, tuple[str, str]]) -> dict[str, Figures]:
    """The same quantities for both sides, line by line, for ``two_sided``.

    Args:
        seller: the name of the first side.
        buyer: the name of the second.
        quantities: (the seller's, the buyer's), by the quantity's name.
    """
    return {
        side: {name: both[place] for name, both in quantities.items()}
        for place, side in enumerate((seller, buyer))
    }


def compared(caption: str, what: str, alternatives: Mapping[str, Figures]) -> str:
    """A data table with a column for each alternative and a row for each quantity.

    Args:
        caption: what the table shows.
        what: the head of the first column.
        alternatives: figures by the alternative's name, all of the same quantities; units are in their names.
    """
    columns = list(alternatives.values())
    return table(
        caption, [what, *alternatives], ([name, *(one[name] for one in columns)] for name in columns[0])
    )


def listed(caption: str, rows: Sequence[Figures], *, words: int = 1) -> str:
    """A data table with a row for each thing; the first ``words`` columns hold words, not numbers."""
    return table(caption, list(rows[0]), [list(row.values()) for row in rows], words=words)
