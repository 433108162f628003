"""Two promises and three levers: what trust, price and power do to both sides' reason to keep their word.

Meridian promises an engineer within four hours; Nordlys promises to pay the fee in full. Each may gain once
by breaking its word. Then the injured side leaves with all that it can place elsewhere, so whoever broke its
word keeps only the part on which the other depends. ``kamlab.models.repeated_game`` says how much next year
must count for a promise to hold; ``kamlab.models.coalition`` measures dependence. The responses to the levers
are this exercise's own.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.coalition import Dependence, dependence
from kamlab.models.repeated_game import critical_discount

FEE = 240_000.0  # EUR a year, for all calls
WORK = 168_000.0  # EUR a year: what keeping the promise costs Meridian
SAVED = 72_000.0  # EUR: what breaking it for a year saves Meridian
WORTH = 400_000.0  # EUR a year: what a kept promise is worth to Nordlys
STANDARD = (28_000.0, 112_000.0)  # EUR a year with standard service: Meridian, Nordlys
GOALS = (34_000.0, 124_000.0)  # EUR a year
RESERVE = 0.05  # by which next year must weigh more than it needs to
DISCOUNT = 0.08  # a year, for both
TENDER, LASTING, HALF = 0.40, 0.95, 8.0  # chance of a next year: without joint days, with many; days for half
DAY = 800.0  # EUR that a joint day costs each side
SEEN, FALSE = 0.65, 0.15  # chance of a penalty in a year in which the word is broken, and kept
DISPUTE = 0.30  # of a penalty, that arguing about it costs each side
MARKUP = 120_000.0  # EUR a year that all calls would cost Nordlys more at the second provider
TIED = 0.50  # of the people who serve Nordlys, Meridian could place so many nowhere else
REACH = 2.0  # the second provider can take over this much more than the calls it has
SQUEEZE = 0.50  # of the fee for what Nordlys could place elsewhere, it can press out once


@dataclass(frozen=True)
class Levers:
    """What is agreed: joint days a year, EUR of penalty for a year, the second provider's part (share)."""

    days: float
    penalty: float
    second: float


@dataclass(frozen=True)
class Side:
    """One side's reasons.

    Args:
        kept: what it earns a year while both keep their word, EUR.
        tempted: what breaking its word once gains it, EUR; below 0 it loses.
        after: what it would earn a year after that, EUR.
        needed: how much next year must count, so that it keeps its word (0 to 1).
    """

    kept: float
    tempted: float
    after: float
    needed: float


@dataclass(frozen=True)
class Balance:
    """What the levers lead to: ``weight`` is what a euro of next year is worth today."""

    levers: Levers
    weight: float
    seller: Side
    buyer: Side
    tie: Dependence

    def holds(self, side: Side) -> bool:
        """Whether ``side`` keeps its word, with the reserve."""
        return self.weight >= side.needed + RESERVE


def lasting(days: float) -> float:
    """The chance that there is a next year with this partner; each ``HALF`` days halve what is missing."""
    return TENDER + (LASTING - TENDER) * (1 - 2 ** (-days / HALF))


def placeable(second: float) -> float:
    """The part of the calls that Nordlys can place elsewhere, where the second provider has ``second``."""
    return min(1.0, REACH * second)


def side(kept: float, tempted: float, dependent: float) -> Side:
    """A side's reasons: ``dependent`` is how much the other cannot do without it (share)."""
    # Where the deal earns nothing, leaving takes nothing away: the model's range ends there.
    after = min(kept, dependent * kept)
    return Side(kept, tempted, after, critical_discount(kept, kept + max(0.0, tempted), after))


@lru_cache(maxsize=8192)
def balance(levers: Levers) -> Balance:
    """What follows from ``levers`` for both sides."""
    calls, moves = 1 - levers.second, placeable(levers.second)
    fined = FALSE * levers.penalty
    seller = (FEE - WORK) * calls - DAY * levers.days - fined * (1 + DISPUTE)
    caught = (SEEN - FALSE) * levers.penalty * (1 + DISPUTE)
    buyer = WORTH - FEE - MARKUP * levers.second - DAY * levers.days + fined * (1 - DISPUTE)
    return Balance(
        levers,
        lasting(levers.days) / (1 + DISCOUNT),
        side(seller, SAVED * calls - caught, 1 - moves),
        side(buyer, SQUEEZE * FEE * calls * moves, TIED),
        dependence(TIED, 1 - moves),
    )


def costs(levers: Levers) -> dict[str, tuple[float, float]]:
    """What each lever costs Meridian and Nordlys in a year of kept words, EUR; by the lever's id."""
    fined = FALSE * levers.penalty
    return {
        "days": (DAY * levers.days, DAY * levers.days),
        "penalty": (fined * (1 + DISPUTE), -fined * (1 - DISPUTE)),
        "second": ((FEE - WORK) * levers.second, MARKUP * levers.second),
    }
