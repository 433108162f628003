"""What Meridian and Nordlys negotiate: five terms, each on a scale of steps, and a deal over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kamlab.data import account_result, ledger

YEAR = 2025
ACCOUNT = "Nordlys Appliances"
SELLER, BUYER = "seller", "buyer"
SIDES = (SELLER, BUYER)


@dataclass(frozen=True)
class Issue:
    """One term.

    Args:
        id: its name.
        low: its least value, in its own unit.
        step: from one value to the next.
        steps: how many steps there are above the least value.
    """

    id: str
    low: float
    step: float
    steps: int

    @property
    def high(self) -> float:
        """Its greatest value."""
        return self.at(self.steps)

    def at(self, level: int) -> float:
        """The value at ``level`` (0 to ``steps``)."""
        return self.low + self.step * level

    def level(self, value: float) -> int:
        """The step nearest to ``value``, at the scale's end where it lies beyond."""
        return min(max(round((value - self.low) / self.step), 0), self.steps)


#: Change of the price, %; engineer in the plant, days a week; stock that Meridian owns at Nordlys, weeks;
#: production plan shown to Meridian, weeks ahead; share of its drives that Nordlys promises to buy there, %.
PRICE = Issue("price", -5.0, 0.25, 40)
ENGINEER = Issue("engineer", 0.0, 0.5, 6)
STOCK = Issue("stock", 0.0, 1.0, 6)
PLAN = Issue("plan", 0.0, 2.0, 6)
SHARE = Issue("share", 70.0, 5.0, 6)
ISSUES = (PRICE, ENGINEER, STOCK, PLAN, SHARE)
EXTRAS = ISSUES[1:]


class Deal(NamedTuple):
    """A deal, by the step (from 0) of each term, in the order of ``ISSUES``."""

    price: int
    engineer: int
    stock: int
    plan: int
    share: int

    def values(self) -> dict[str, float]:
        """The terms in their own units, by name."""
        return {issue.id: issue.at(level) for issue, level in zip(ISSUES, self, strict=True)}


def deal(values: Mapping[str, float]) -> Deal:
    """The deal nearest to ``values``, which are in the terms' own units.

    >>> deal({"price": -3, "engineer": 1, "stock": 2, "plan": 4, "share": 70})
    Deal(price=8, engineer=2, stock=2, plan=2, share=0)
    """
    return Deal(*(issue.level(values[issue.id]) for issue in ISSUES))


#: Today's contract: the same price, nothing else agreed, and the share that Nordlys buys anyway.
TODAY = deal({"price": 0.0, "engineer": 0.0, "stock": 0.0, "plan": 0.0, "share": 70.0})
#: Where the sliders stand at first: a little of everything, at today's price.
FIRST_DRAFT = deal({"price": 0.0, "engineer": 0.5, "stock": 1.0, "plan": 2.0, "share": 75.0})


def other(side: str) -> str:
    """The side across the table."""
    return BUYER if side == SELLER else SELLER


@lru_cache(maxsize=1)
def revenue() -> float:
    """What Nordlys paid Meridian in the year, kEUR, from the ledger."""
    return account_result(ledger(), ACCOUNT, YEAR).revenue / 1000


def per_cent() -> float:
    """What one per cent is worth, kEUR a year: to Meridian when the price rises, to Nordlys when it falls."""
    return revenue() / 100
