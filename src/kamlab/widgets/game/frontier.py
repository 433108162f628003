"""What a deal could have been: the efficient frontier, Nash's solution, and what each term left on the table.

Sources: Raiffa (1982) for the frontier of many terms, Nash (1950) for the solution, Walton and McKersie
(1965) for the two halves of a negotiation, making the gain and dividing it. Gains are in kEUR a year above no
agreement, the seller's first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kamlab.widgets.game import sheets
from kamlab.widgets.game.sheets import Pair
from kamlab.widgets.game.terms import EXTRAS, Deal

Gains = tuple[float, float]


@dataclass(frozen=True)
class Point:
    """A deal and what both sides gain by it, kEUR a year above no agreement."""

    seller: float
    buyer: float
    deal: Deal

    @property
    def product(self) -> float:
        """Nash's product; 0 where one side would rather not agree."""
        return max(self.seller, 0.0) * max(self.buyer, 0.0)

    @property
    def total(self) -> float:
        """What both gain together."""
        return self.seller + self.buyer


@dataclass(frozen=True)
class Loss:
    """What one term of a deal left on the table.

    Args:
        issue: the term's name.
        agreed: its step in the deal.
        best: the step that is best for both together.
        amount: what both would gain by going there, kEUR a year.
    """

    issue: str
    agreed: int
    best: int
    amount: float


def point(pair: Pair, deal: Deal) -> Point:
    """What both gain by ``deal``."""
    return Point(pair.seller.gain(deal), pair.buyer.gain(deal), deal)


Rows = tuple[tuple[float, ...], ...]
Sums = tuple[float, float, tuple[int, ...]]  # the seller's worth, the buyer's, and the steps


def efficient(points: Iterable[Sums]) -> list[Sums]:
    """Those of ``points`` that no other beats for one side without hurting the other, seller's best first."""
    kept: list[Sums] = []
    for one in sorted(points, key=lambda each: (-each[0], -each[1])):
        if not kept or one[1] > kept[-1][1] + 1e-9:
            kept.append(one)
    return kept


@lru_cache(maxsize=32)
def efficient_sums(seller: Rows, buyer: Rows) -> list[Sums]:
    """The efficient sums of one step of each term, of any number of terms.

    A deal is efficient only if each part of it is: what is beaten within some terms is beaten in the whole.
    So the terms are taken in one by one, and what is beaten is dropped at once.

    Args:
        seller: the worth of each step, by term.
        buyer: the same for the other side.
    """
    found: list[Sums] = [(0.0, 0.0, ())]
    for mine, yours in reversed(list(zip(seller, buyer, strict=True))):
        steps = list(enumerate(zip(mine, yours, strict=True)))
        found = efficient((x + a, y + b, (level, *rest)) for x, y, rest in found for level, (a, b) in steps)
    return found


def frontier(pair: Pair) -> tuple[Point, ...]:
    """Every deal that cannot be bettered for one side without hurting the other, the seller's best first."""
    found = efficient_sums(pair.seller.worth, pair.buyer.worth)
    return tuple(
        Point(x - pair.seller.walk_away, y - pair.buyer.walk_away, Deal(*levels)) for x, y, levels in found
    )


def nash(pair: Pair) -> Point:
    """Nash's solution: of the deals that leave nobody worse off, the one with the greatest product."""
    return max(frontier(pair), key=lambda one: one.product)


def losses(pair: Pair, deal: Deal) -> tuple[Loss, ...]:
    """What each term but the price left on the table; in all, what the deal lacks to the most possible."""
    rows = zip(EXTRAS, pair.seller.worth[1:], pair.buyer.worth[1:], deal[1:], strict=True)
    best = sheets.best_together(pair)
    return tuple(
        Loss(one.id, at, to, mine[to] + yours[to] - mine[at] - yours[at])
        for (one, mine, yours, at), to in zip(rows, best, strict=True)
    )


def region(pair: Pair) -> list[Gains]:
    """The corners of the smallest convex field that holds all deals, counter-clockwise.

    The field of the whole is the sum of the terms' fields: their edges, laid one after another by direction.
    """
    fields = [
        hull(list(zip(*row, strict=True))) for row in zip(pair.seller.worth, pair.buyer.worth, strict=True)
    ]
    corners: list[Gains] = [(-pair.seller.walk_away, -pair.buyer.walk_away)]
    for field in fields:
        corners = hull([(x + a, y + b) for x, y in corners for a, b in field])
    return corners


def hull(points: Iterable[Gains]) -> list[Gains]:
    """The corners of the smallest convex field that holds ``points``, counter-clockwise (Andrew's chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:  # noqa: PLR2004 - a point or a line is its own field
        return ordered
    lower, upper = _chain(ordered), _chain(ordered[::-1])
    return lower[:-1] + upper[:-1]


def _chain(ordered: list[Gains]) -> list[Gains]:
    kept: list[Gains] = []
    for one in ordered:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], one) <= 1e-9:  # noqa: PLR2004 - rounding
            kept.pop()
        kept.append(one)
    return kept


def _turn(a: Gains, b: Gains, c: Gains) -> float:
    """Above 0 where the way from ``a`` over ``b`` to ``c`` turns left."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def clipped(corners: list[Gains], low: Gains) -> list[Gains]:
    """What of the field lies above ``low`` on both axes (Sutherland and Hodgman's way of cutting)."""
    for axis in (0, 1):
        kept: list[Gains] = []
        for before, after in pairwise([*corners[-1:], *corners]):
            inside, was = after[axis] >= low[axis], before[axis] >= low[axis]
            if inside != was:
                part = (low[axis] - before[axis]) / (after[axis] - before[axis])
                kept.append(
                    (before[0] + part * (after[0] - before[0]), before[1] + part * (after[1] - before[1]))
                )
            if inside:
                kept.append(after)
        corners = kept
    return corners
