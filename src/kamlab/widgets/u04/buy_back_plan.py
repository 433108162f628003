"""One heating season of a special drive: what a contract makes Nordlys order, and what both get from it.

The season's figures are assumed, except the drive's cost, which is the ledger's. Order and expected profits
are those of ``kamlab.models.gainshare``; what a single season brings, and what another order would have
brought, is worked out here from the same payments.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import ledger
from kamlab.models.gainshare import ChainOptimum, ContractOutcome, chain_optimum, contract

DRIVE = "P11"  # motor with drive 2.2 kW
DEMAND = (600, 800, 1000, 1200, 1400, 1600, 1800, 2000)  # heat pumps that Nordlys may sell
CHANCES = (0.08, 0.12, 0.16, 0.18, 0.16, 0.14, 0.10, 0.06)
WORTH = 640.0  # EUR that a heat pump sold leaves Nordlys before the drive is paid
SALVAGE = 60.0  # EUR that a drive left over brings
SETUP = 20_000.0  # EUR that starting production costs Meridian
TODAY = 440.0  # EUR a drive, and nothing is taken back
REACHED = 0.98  # the goal: the part of the best possible profit
GAIN = 15_000.0  # the goal for each side, EUR against today
FLOOR = -15_000.0  # the least that either side may be left with in the weakest season, EUR


@dataclass(frozen=True)
class Terms:
    """What is agreed: EUR a drive, EUR for a drive returned (None: none is), Meridian's part of the sales."""

    wholesale: float
    back: float | None = None
    share: float = 0.0

    @property
    def income(self) -> float:
        """What a heat pump sold leaves Nordlys before it pays for the drive, EUR."""
        return (1 - self.share) * WORTH

    @property
    def leftover(self) -> float:
        """What a drive left over brings Nordlys, EUR."""
        return SALVAGE if self.back is None else max(SALVAGE, self.back)

    @property
    def gained(self) -> float:
        """What one more drive gains Nordlys if its heat pump is sold, EUR."""
        return self.income - self.wholesale

    @property
    def lost(self) -> float:
        """What one more drive loses Nordlys if it is left over, EUR."""
        return self.wholesale - self.leftover


@dataclass(frozen=True)
class Season:
    """What both sides are left with, EUR."""

    buyer: float
    seller: float


@dataclass(frozen=True)
class Deal:
    """A contract, what it leads to, and what it brings in the weakest season."""

    terms: Terms
    outcome: ContractOutcome
    weakest: Season

    @property
    def reached(self) -> float:
        """The part of the best possible profit that both reach together."""
        return self.outcome.chain_profit / best().profit

    @property
    def missed(self) -> float:
        """What both give away together, EUR."""
        return best().profit - self.outcome.chain_profit


@lru_cache(maxsize=1)
def unit_cost() -> float:
    """What a drive costs Meridian, EUR: the ledger's figure, read once."""
    products = ledger()["products"]
    costs = dict(zip(products.column("product_id"), products.column("unit_cost"), strict=True))
    return float(costs[DRIVE])


@lru_cache(maxsize=1)
def best() -> ChainOptimum:
    """What a single owner of both firms would order and earn."""
    return chain_optimum(DEMAND, CHANCES, unit_cost(), SETUP, WORTH, SALVAGE)


@lru_cache(maxsize=4096)
def deal(terms: Terms) -> Deal:
    """What follows from ``terms``."""
    outcome = contract(
        DEMAND,
        CHANCES,
        unit_cost(),
        SETUP,
        WORTH,
        SALVAGE,
        wholesale=terms.wholesale,
        buyback=terms.back,
        revenue_share=terms.share,
    )
    return Deal(terms, outcome, season(outcome.order, DEMAND[0], terms))


@lru_cache(maxsize=1)
def today() -> Deal:
    """The contract as it stands."""
    return deal(Terms(TODAY))


def season(order: float, demand: float, terms: Terms) -> Season:
    """What both are left with after an order of ``order`` drives, if ``demand`` pumps are asked for."""
    sold = min(order, demand)
    left = order - sold
    buyer = terms.income * sold + terms.leftover * left - terms.wholesale * order
    chain = WORTH * sold + SALVAGE * left - unit_cost() * order - (SETUP if order > 0 else 0)
    return Season(buyer, chain - buyer)


def expected(order: float, terms: Terms) -> Season:
    """What both expect from an order of ``order`` drives, EUR."""
    seasons = [season(order, demand, terms) for demand in DEMAND]
    return Season(
        sum(p * one.buyer for p, one in zip(CHANCES, seasons, strict=True)),
        sum(p * one.seller for p, one in zip(CHANCES, seasons, strict=True)),
    )


def mean_demand() -> float:
    """Heat pumps that Nordlys expects to sell if it never runs out of drives."""
    return sum(p * demand for p, demand in zip(CHANCES, DEMAND, strict=True))


def critical(gained: float, lost: float) -> float:
    """How likely demand must be covered before one more drive stops paying (share)."""
    return gained / (gained + lost)
