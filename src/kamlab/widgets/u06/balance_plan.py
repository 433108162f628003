"""Between equals: terms of an alliance on heat pump drives, and whether trust, power and risk balance.

Meridian would build a line that makes drives for Nordlys's heat pumps alone. The line earns more the larger
it is, and ties Meridian; a second source frees Nordlys, and costs. Whoever is tied can be pressed: what a
side could press out of the other once must be less than what the alliance earns it later
(``kamlab.models.repeated_game``). ``kamlab.models.balance`` puts the three on one scale. What a line earns,
how it ties and what can be pressed out are this exercise's own.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.balance import EQUAL_WEIGHTS, PartnershipBalance, partnership_balance
from kamlab.models.coalition import Dependence, dependence
from kamlab.models.repeated_game import critical_discount

BASE, LINE, HALF = (
    100_000.0,
    300_000.0,
    150_000.0,
)  # EUR a year without a line, more with one; EUR for half of it
MOST = 600_000.0  # EUR: the largest line
UPKEEP = 0.20  # of what the line costs, a year
FAILED = 0.10  # of what the line costs, expected to be lost a year because heat pumps fail
SECOND = 60_000.0  # EUR a year that a second source for all of its drives would cost Nordlys
BOUND = (4_000.0, 6_000.0)  # EUR a year for each further year of the contract: Meridian, Nordlys
OPEN, TIED, REACH = 0.20, 0.60, 200_000.0  # Meridian's dependence without a line, at most more; EUR for half
PRESSED = 3.0  # years of what the other would lose by leaving, that can be pressed out at once
ENDS, DISCOUNT = 0.35, 0.08  # a contract of n years is not renewed with the chance ENDS / n a year; a year
GOALS = (75_000.0, 70_000.0)  # EUR a year: Meridian, Nordlys
LEVEL = 0.90  # what each gauge must show
WEIGHTS = {
    "equal": EQUAL_WEIGHTS,
    "trust": (2.0, 1.0, 1.0),
    "power": (1.0, 2.0, 1.0),
    "risk": (1.0, 1.0, 2.0),
}


@dataclass(frozen=True)
class Terms:
    """What is agreed.

    Args:
        line: what Meridian's line for Nordlys costs, EUR once.
        second: the part of its drives that Nordlys could have from a second source (share).
        part: Meridian's part of the joint gain (share).
        cover: the part of a failed line that Nordlys pays (share).
        years: how long the contract runs.
    """

    line: float
    second: float
    part: float
    cover: float
    years: int


@dataclass(frozen=True)
class Side:
    """One side's reasons.

    Args:
        gain: what it gains a year, EUR.
        depends: the part of this business that it could not place elsewhere (share).
        pressed: what it could press out of the other once, EUR.
        needed: how much next year must weigh, so that it does not (0 to 1).
    """

    gain: float
    depends: float
    pressed: float
    needed: float


@dataclass(frozen=True)
class Alliance:
    """What the terms lead to.

    Args:
        terms: what was agreed.
        joint: what the line earns both after its upkeep, EUR a year.
        weight: what a euro of next year is worth today.
        seller: Meridian's reasons.
        buyer: Nordlys's reasons.
        tie: how much they need each other.
        gauges: the balance, with the weights chosen.
    """

    terms: Terms
    joint: float
    weight: float
    seller: Side
    buyer: Side
    tie: Dependence
    gauges: PartnershipBalance

    @property
    def needed(self) -> float:
        """How much next year must weigh, so that neither side presses the other."""
        return max(self.seller.needed, self.buyer.needed)


def joint(line: float) -> float:
    """What both gain together a year after upkeep, EUR; each ``HALF`` of the line halves what is missing."""
    return BASE + LINE * (1 - 2 ** (-line / HALF)) - UPKEEP * line


def tied(line: float) -> float:
    """The part of its business with Nordlys that Meridian could not place elsewhere (share)."""
    return OPEN + TIED * line / (line + REACH)


def weight(years: int) -> float:
    """What a euro of next year is worth under a contract of so many years."""
    return (1 - ENDS / years) / (1 + DISCOUNT)


def needed(gain: float, pressed: float) -> float:
    """How much next year must weigh: δ* = (D − K) / (D − P) with D = K + pressed, P = 0; 1 without a gain."""
    return critical_discount(gain, gain + pressed, 0.0) if gain > 0 else 1.0


@lru_cache(maxsize=8192)
def alliance(terms: Terms, weights: str = "equal") -> Alliance:
    """What follows from ``terms``; ``weights`` is a key of ``WEIGHTS``."""
    both, risk, further = joint(terms.line), FAILED * terms.line, terms.years - 1
    seller = terms.part * both - (1 - terms.cover) * risk - BOUND[0] * further
    buyer = (1 - terms.part) * both - terms.cover * risk - BOUND[1] * further - SECOND * terms.second
    own, other = tied(terms.line), 1 - terms.second
    # Pressed, a side gives up at most what it would lose by leaving: its gain, and the upkeep of the line.
    by_seller = PRESSED * other * max(0.0, buyer)
    by_buyer = PRESSED * own * (max(0.0, seller) + UPKEEP * terms.line)
    sides = (
        Side(seller, own, by_seller, needed(seller, by_seller)),
        Side(buyer, other, by_buyer, needed(buyer, by_buyer)),
    )
    tie = dependence(own, other)
    return Alliance(
        terms,
        both,
        weight(terms.years),
        *sides,
        tie,
        partnership_balance(
            weight(terms.years),
            max(side.needed for side in sides),
            own - other,
            (1 - terms.cover) - terms.part,
            WEIGHTS[weights],
        ),
    )
