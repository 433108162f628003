"""Which functions Nordlys can hand over: what each saves, what its provider has at stake, and for how long.

For each function Meridian builds something that is worth less to anybody else. What it is paid above the
offer of the next best client is at stake (``kamlab.models.holdup``): Nordlys can ask for it back whenever the
contract leaves a gap, and then both waste a part of it in the fight. Keeping a function inside is the other
choice; it costs what handing it over would have saved. The functions' figures, and how the chance of a gap
depends on the length of the contract, are this exercise's own.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.i18n import N_
from kamlab.models.holdup import MergeOrContract, appropriable_quasi_rent, merge_or_contract

RENEWAL = 0.48  # chance of a fight over the rent each time the contract ends
GAP = 0.03  # chance a year of a gap in the contract, for each year that it runs
WASTE = 0.5  # of the rent fought over, lost to both
LONGEST = 10  # years
TOGETHER = 70_000.0  # the goal for both together, EUR a year
EACH = 15_000.0  # the goal for each side, EUR a year


@dataclass(frozen=True)
class Function:
    """A function of Nordlys's plants; EUR a year.

    Args:
        id: its own.
        name: a message of the catalogue.
        cost: what it costs Meridian, with what it has to build for Nordlys.
        saving: what it costs Nordlys more to do it itself.
        elsewhere: what the next best client would pay for the same people and equipment.
        contract: what writing, watching and enforcing the contract costs both together.
    """

    id: str
    name: str
    cost: float
    saving: float
    elsewhere: float
    contract: float


FUNCTIONS = (
    Function("office", N_("Office computers"), 40_000.0, 6_000.0, 46_000.0, 9_000.0),
    Function("alarm", N_("Alarm desk"), 150_000.0, 60_000.0, 130_000.0, 12_000.0),
    Function("failure", N_("Failure prediction"), 230_000.0, 72_000.0, 90_000.0, 16_000.0),
    Function("energy", N_("Energy control"), 270_000.0, 46_000.0, 60_000.0, 14_000.0),
    Function("line", N_("Line control"), 700_000.0, 80_000.0, 80_000.0, 24_000.0),
)


@dataclass(frozen=True)
class Assessed:
    """A function under a contract; EUR a year.

    Args:
        function: which.
        price: what Nordlys would pay Meridian for it.
        rent: what Meridian has at stake.
        choice: the contract against keeping the function inside.
    """

    function: Function
    price: float
    rent: float
    choice: MergeOrContract

    @property
    def gain(self) -> float:
        """What both together gain by handing it over; below 0 it is better kept inside."""
        return self.choice.merge_cost - self.choice.contract_cost

    @property
    def pays(self) -> bool:
        """Whether handing it over pays both together."""
        return self.gain > 0

    @property
    def before(self) -> float:
        """What it saves after the contract's cost, before any hold-up."""
        return self.function.saving - self.function.contract


@dataclass(frozen=True)
class Plan:
    """What was decided, and what follows.

    Args:
        ids: the functions handed over.
        years: the length of the contract.
        part: Meridian's part of the saving (0 to 1).
        chance: the chance of a fight over the rent in a year.
        assessed: every function, handed over or not.
    """

    ids: tuple[str, ...]
    years: float
    part: float
    chance: float
    assessed: tuple[Assessed, ...]

    @property
    def handed(self) -> tuple[Assessed, ...]:
        """The functions handed over."""
        return tuple(one for one in self.assessed if one.function.id in self.ids)

    @property
    def saving(self) -> float:
        """What handing them over saves, EUR a year."""
        return sum(one.function.saving for one in self.handed)

    @property
    def contracting(self) -> float:
        """What their contracts cost, half of it each side; EUR a year."""
        return sum(one.function.contract for one in self.handed)

    @property
    def lost(self) -> float:
        """What hold-up is expected to cost Meridian, EUR a year."""
        return sum(one.choice.owner_loss for one in self.handed)

    @property
    def won(self) -> float:
        """What hold-up is expected to bring Nordlys, EUR a year."""
        return sum(one.choice.partner_gain for one in self.handed)

    @property
    def seller(self) -> float:
        """What Meridian gains, EUR a year."""
        return self.part * self.saving - self.contracting / 2 - self.lost

    @property
    def buyer(self) -> float:
        """What Nordlys gains, EUR a year."""
        return (1 - self.part) * self.saving - self.contracting / 2 + self.won

    @property
    def together(self) -> float:
        """What both gain together, EUR a year."""
        return sum(one.gain for one in self.handed)


def chance(years: float) -> float:
    """How likely a fight over the rent is in a year: at each renewal, and more gaps the longer it runs."""
    return RENEWAL / years + GAP * years


def best_length() -> float:
    """The length (years) at which a fight is least likely: the square root of the two chances' ratio."""
    return math.sqrt(RENEWAL / GAP)


@lru_cache(maxsize=4096)
def assessed(function: Function, years: float, part: float) -> Assessed:
    """A function under a contract of ``years`` that leaves Meridian ``part`` of the saving."""
    price = function.cost + part * function.saving
    rent = appropriable_quasi_rent(price, function.elsewhere)
    # A year at a time, nothing to buy: the other choice is not to merge but never to hand it over.
    choice = merge_or_contract(
        rent,
        holdup_chance=chance(years),
        contracting_cost=function.contract,
        merging_cost=0,
        hierarchy_cost=function.saving,
        years=1,
        discount=0,
        waste=WASTE,
    )
    return Assessed(function, price, rent, choice)


def plan(ids: tuple[str, ...], years: float, part: float) -> Plan:
    """What follows from handing over the functions ``ids``."""
    found = tuple(assessed(function, years, part) for function in FUNCTIONS)
    return Plan(ids, years, part, chance(years), found)


def unhindered() -> float:
    """What handing over would bring both if nobody could be held up, EUR a year."""
    return sum(max(0.0, one.saving - one.contract) for one in FUNCTIONS)
