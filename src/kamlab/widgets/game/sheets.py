"""What the terms are worth to each side: hidden sheets, drawn from a seed within published ranges.

All worths are in kEUR a year against today's contract, and a deal is worth the sum over its terms: a linear
additive model, as in Raiffa (1982) and in Faratin, Sierra and Jennings (1998). Costs of engineer, stock and
plan grow evenly; their use flattens out, so that an optimum lies between nothing and everything. The risk of
a single source grows with the square of the share promised.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from kamlab.widgets.game.terms import (
    BUYER,
    ISSUES,
    PRICE,
    SELLER,
    SHARE,
    SIDES,
    Deal,
    per_cent,
)

LEAST_GAIN = 60.0  # kEUR a year: a pair of sheets with less to gain together is drawn again
FARTHEST_PRICE = 4.0  # %: so is one whose even split would need a greater change of the price
MISLEADS = 0.2  # and one where somebody who knows the ranges only is further off than this share of the gain
HALF = {"engineer": 1.0, "stock": 2.0, "plan": 4.0}  # how much of a term brings half of its full use


@dataclass(frozen=True)
class Range:
    """Where an amount is drawn from: ``low`` to ``high`` in steps, kEUR a year."""

    low: float
    high: float
    step: float

    @property
    def middle(self) -> float:
        """What somebody expects who knows the range only."""
        return (self.low + self.high) / 2

    def draw(self, source: Random) -> float:
        """One of the steps, each as likely as any other."""
        return self.low + self.step * source.randrange(round((self.high - self.low) / self.step) + 1)


#: By side and by term: the cost of a unit (a day, a week) or the full use; for the share what each five
#: points bring the seller, and what promising all of it costs the buyer; ``"none"`` is no agreement.
RANGES: Mapping[str, Mapping[str, Range]] = {
    SELLER: {
        "engineer": Range(10, 50, 5),
        "stock": Range(2, 14, 2),
        "plan": Range(10, 90, 10),
        "share": Range(4, 20, 2),
        "none": Range(-40, 0, 5),
    },
    BUYER: {
        "engineer": Range(20, 140, 10),
        "stock": Range(10, 90, 10),
        "plan": Range(1, 7, 1),
        "share": Range(20, 200, 20),
        "none": Range(0, 40, 5),
    },
}


@dataclass(frozen=True)
class Sheet:
    """What one side knows of its own.

    Args:
        side: whose it is.
        amounts: what was drawn, by term (``RANGES``), kEUR a year.
        worth: kEUR a year at each step of each term, in the order of ``ISSUES``.
        walk_away: the worth of no agreement, kEUR a year.
    """

    side: str
    amounts: Mapping[str, float]
    worth: tuple[tuple[float, ...], ...]
    walk_away: float

    def parts(self, deal: Deal) -> tuple[float, ...]:
        """What each term of ``deal`` is worth, kEUR a year."""
        return tuple(row[level] for row, level in zip(self.worth, deal, strict=True))

    def value(self, deal: Deal) -> float:
        """What ``deal`` is worth, kEUR a year against today's contract."""
        return sum(self.parts(deal))

    def gain(self, deal: Deal) -> float:
        """What ``deal`` brings above no agreement, kEUR a year."""
        return self.value(deal) - self.walk_away


@dataclass(frozen=True)
class Pair:
    """Both sheets of a game."""

    seller: Sheet
    buyer: Sheet

    def of(self, side: str) -> Sheet:
        """One side's sheet."""
        return self.seller if side == SELLER else self.buyer


def use(full: float, half: float, amount: float) -> float:
    """A use that flattens out: half of ``full`` from the first ``half`` units, half the rest from the next.

    >>> use(80, 1, 1), use(80, 1, 2)
    (40.0, 60.0)
    """
    return full * (1.0 - math.pow(0.5, amount / half))


def _curves(side: str, amounts: Mapping[str, float]) -> dict[str, Callable[[float], float]]:
    """The worth of each term as a function of its value."""
    points = SHARE.high - SHARE.low
    if side == SELLER:
        return {
            "price": lambda x: per_cent() * x,
            "engineer": lambda x: -amounts["engineer"] * x,
            "stock": lambda x: -amounts["stock"] * x,
            "plan": lambda x: use(amounts["plan"], HALF["plan"], x),
            "share": lambda x: amounts["share"] * (x - SHARE.low) / SHARE.step,
        }
    return {
        "price": lambda x: -per_cent() * x,
        "engineer": lambda x: use(amounts["engineer"], HALF["engineer"], x),
        "stock": lambda x: use(amounts["stock"], HALF["stock"], x),
        "plan": lambda x: -amounts["plan"] * x,
        "share": lambda x: -amounts["share"] * ((x - SHARE.low) / points) ** 2,
    }


def sheet(side: str, amounts: Mapping[str, float]) -> Sheet:
    """The sheet that follows from ``amounts`` (kEUR a year, by the names of ``RANGES``)."""
    curves = _curves(side, amounts)
    worth = tuple(tuple(curves[one.id](one.at(level)) for level in range(one.steps + 1)) for one in ISSUES)
    return Sheet(side, amounts, worth, amounts["none"])


@lru_cache(maxsize=2)
def middle(side: str) -> Sheet:
    """The sheet that somebody expects who knows the published ranges only."""
    return sheet(side, {name: one.middle for name, one in RANGES[side].items()})


def best_together(pair: Pair) -> tuple[int, ...]:
    """The step of each term but the price at which both sheets together are worth most."""
    rows = zip(pair.seller.worth[1:], pair.buyer.worth[1:], strict=True)
    sums = ([mine + yours for mine, yours in zip(*row, strict=True)] for row in rows)
    return tuple(each.index(max(each)) for each in sums)


def most(pair: Pair) -> float:
    """The most that both can gain together above no agreement, kEUR a year: the price only divides it."""
    together = Deal(0, *best_together(pair))
    return pair.seller.gain(together) + pair.buyer.gain(together)


def even_price(pair: Pair) -> float:
    """The change of the price (%) that halves what the best terms bring, were it not bound to steps."""
    none = Deal(PRICE.level(0), *best_together(pair))
    return (pair.buyer.gain(none) - pair.seller.gain(none)) / 2 / per_cent()


def expected(pair: Pair, side: str) -> Pair:
    """The sheets as ``side`` can know them: its own, and the middle of the other's."""
    return Pair(pair.seller, middle(BUYER)) if side == SELLER else Pair(middle(SELLER), pair.buyer)


def _playable(pair: Pair) -> bool:
    gain = most(pair)
    if gain < LEAST_GAIN or abs(even_price(pair)) > FARTHEST_PRICE:
        return False
    return all(abs(most(expected(pair, side)) / gain - 1) <= MISLEADS for side in SIDES)


@lru_cache(maxsize=64)
def drawn(seed: int) -> Pair:
    """The sheets of ``seed``: the first pair drawn that leaves both something to negotiate about."""
    source = Random(seed)  # noqa: S311 - a game, not a secret
    while True:
        amounts = ({name: one.draw(source) for name, one in RANGES[side].items()} for side in SIDES)
        pair = Pair(*(sheet(side, each) for side, each in zip(SIDES, amounts, strict=True)))
        if _playable(pair):
            return pair
