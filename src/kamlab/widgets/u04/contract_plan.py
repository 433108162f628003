"""What an incentive price does to Meridian and to Nordlys: the job's figures, and what is assumed of them.

Nordlys hands over the monitoring of the drives in its plants. What the job will cost is uncertain; a share, a
target profit and a ceiling say who pays for the difference (``kamlab.models.gainshare``). That model leaves
out effort. Here Meridian also chooses how much to save, by what a euro saved is worth to it: saving S costs
S² / (2 K), so that the first euros are cheap and the last as dear as what they save.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.gainshare import incentive_price, point_of_total_assumption

COSTS = (300_000.0, 340_000.0, 380_000.0, 420_000.0, 520_000.0)  # EUR a year, before savings
CHANCES = (0.15, 0.25, 0.30, 0.20, 0.10)
TARGET = 380_000.0  # EUR a year, the expected cost
IN_HOUSE = 40_000.0  # EUR a year that Nordlys spends above Meridian's cost, whatever happens
ELSEWHERE = 20_000.0  # EUR a year that Meridian's people would earn with other work
REACH = 80_000.0  # K, EUR a year: what Meridian saves where each euro saved is its own
GAIN = 20_000.0  # the goal for each side, EUR a year against today
LOSS = 45_000.0  # the largest loss in a year that Meridian's board accepts, EUR
BUDGET = 480_000.0  # the most that Nordlys may pay in a year, EUR
_STEP = 4_000  # EUR: savings that Meridian compares


@dataclass(frozen=True)
class Terms:
    """What is agreed.

    Args:
        share: the supplier's part of a difference from the target cost (0 to 1).
        profit: what the supplier earns at the target cost, EUR a year.
        ceiling: the most that the buyer pays, EUR a year.
    """

    share: float
    profit: float
    ceiling: float


@dataclass(frozen=True)
class Case:
    """One way in which the job may go; EUR a year.

    Args:
        chance: how likely it is (0 to 1).
        planned: what the job costs before savings.
        cost: what it costs after them.
        price: what Nordlys pays.
        seller: what Meridian gains against other work of its people.
        buyer: what Nordlys gains against doing it itself.
    """

    chance: float
    planned: float
    cost: float
    price: float
    seller: float
    buyer: float


@dataclass(frozen=True)
class Deal:
    """An agreement and what follows from it; EUR a year.

    Args:
        terms: what was agreed.
        saved: what Meridian saves, because it pays it to.
        effort: what that costs Meridian.
        cases: every way in which the job may go, the cheapest first.
        turning: the actual cost from which Meridian bears all; None where Nordlys never bears a part.
    """

    terms: Terms
    saved: float
    effort: float
    cases: tuple[Case, ...]
    turning: float | None

    @property
    def seller(self) -> float:
        """What Meridian expects to gain."""
        return sum(case.chance * case.seller for case in self.cases)

    @property
    def buyer(self) -> float:
        """What Nordlys expects to gain."""
        return sum(case.chance * case.buyer for case in self.cases)

    @property
    def price(self) -> float:
        """What Nordlys expects to pay."""
        return sum(case.chance * case.price for case in self.cases)

    @property
    def worst(self) -> Case:
        """The dearest case."""
        return self.cases[-1]


def price(cost: float, terms: Terms) -> float:
    """What Nordlys pays (EUR) for a job that has cost ``cost`` (EUR)."""
    return incentive_price(cost, TARGET, terms.profit, terms.ceiling, terms.share)


def effort(saved: float) -> float:
    """What it costs Meridian to save ``saved``, both in EUR a year."""
    return saved**2 / (2 * REACH)


def case(planned: float, chance: float, saved: float, terms: Terms) -> Case:
    """Both sides' figures where the job costs ``planned`` (EUR) before Meridian saves ``saved`` (EUR)."""
    cost = planned - saved
    paid = price(cost, terms)
    seller = paid - cost - effort(saved) - ELSEWHERE
    return Case(chance, planned, cost, paid, seller, planned + IN_HOUSE - paid)


@lru_cache(maxsize=4096)
def deal(terms: Terms) -> Deal:
    """What follows from ``terms``: Meridian saves what leaves it most, and the smaller sum where two tie."""
    tried = range(0, round(REACH) + 1, _STEP)
    saved = float(max(tried, key=lambda saved: (round(_earned(saved, terms), 6), -saved)))
    cases = tuple(case(*one, saved, terms) for one in zip(COSTS, CHANCES, strict=True))
    bears = 1 - terms.share
    turning = (
        point_of_total_assumption(TARGET, TARGET + terms.profit, terms.ceiling, bears) if bears > 0 else None
    )
    return Deal(terms, saved, effort(saved), cases, turning)


def _earned(saved: float, terms: Terms) -> float:
    costs = [planned - saved for planned in COSTS]
    margins = (price(cost, terms) - cost for cost in costs)
    return sum(p * margin for p, margin in zip(CHANCES, margins, strict=True)) - effort(saved)


def today() -> float:
    """What Nordlys expects to spend without a contract, EUR a year."""
    return sum(p * cost for p, cost in zip(CHANCES, COSTS, strict=True)) + IN_HOUSE


def together(saved: float) -> float:
    """What both gain together, however they divide it: EUR a year, in every case the same."""
    return IN_HOUSE - ELSEWHERE + saved - effort(saved)
