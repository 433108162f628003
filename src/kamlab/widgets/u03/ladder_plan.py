"""What better people, products, processes and communication make an offer worth, over three years (EUR).

Meridian spends once, at the start. Each ``half`` EUR buy half of what is left of a driver's full value. How
much of the value is there in each year differs: a better product works at once and is copied; a joint process
takes a year to work and stays; people work at once, learn, and some leave. A process is only as good as the
people who run it, so without them a part of its value is lost. What the customer does not see she does not
pay for: communication decides what share of the value is seen. All of these responses are assumed; revenue
and the rival's price are those of the ledger and of the story. The value is the models' ``economic_value``.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.evc import EconomicValue, economic_value
from kamlab.widgets.u01.lifetime_plan import saturation
from kamlab.widgets.u03 import nordlys

YEARS = 3
BUDGET = 140_000.0  # EUR once
GOAL = 80_000.0  # EUR over three years, against granting the rival's price
STEP, MOST = 20_000.0, 80_000.0  # EUR, of what may be spent on each
BLIND, LIT = 0.50, 0.95  # share of the value that is seen without communication, and at its full effect
PROOF = 15_000.0  # EUR of communication that give half of its effect
ALONE = 0.40  # share of a process's value that is there without people who run it
PEOPLE, PRODUCTS, PROCESSES, COMMUNICATION = "people", "products", "processes", "communication"
FIELDS = (PEOPLE, PRODUCTS, PROCESSES, COMMUNICATION)


@dataclass(frozen=True)
class Driver:
    """What money builds: full value (EUR a year), EUR for half of it, and the share there is in each year."""

    full: float
    half: float
    years: tuple[float, float, float]


DRIVERS = {
    PEOPLE: Driver(70_000.0, 20_000.0, (0.8, 0.8, 0.7)),
    PRODUCTS: Driver(100_000.0, 20_000.0, (1.0, 0.4, 0.1)),
    PROCESSES: Driver(180_000.0, 30_000.0, (0.3, 0.8, 0.9)),
}


@dataclass(frozen=True)
class Offer:
    """An offer and what it is worth.

    Args:
        spent: EUR, by field.
        price: change of Meridian's price, share of today's.
        seen: share of the value that Nordlys sees.
        drivers: by year, what each driver is worth to Nordlys, seen or not (EUR a year).
        gap: what Nordlys pays above the rival's price, EUR a year.
    """

    spent: dict[str, float]
    price: float
    seen: float
    drivers: tuple[dict[str, float], ...]
    gap: float

    @property
    def spending(self) -> float:
        """EUR, all fields together."""
        return sum(self.spent.values())

    def worth(self, year: int) -> float:
        """What Nordlys sees of the offer's worth above the rival's (EUR in ``year``, from 0)."""
        return self.seen * sum(self.drivers[year].values())

    def gain(self, year: int) -> float:
        """What Nordlys gains against buying from the rival (EUR in ``year``, from 0)."""
        return self.worth(year) - self.gap

    @property
    def result(self) -> float:
        """What Meridian is better off over three years than if it had granted the rival's price (EUR)."""
        return YEARS * self.gap - self.spending

    def value(self, year: int) -> EconomicValue:
        """The economic value to Nordlys in ``year`` (from 0): what is not seen counts as a driver below 0."""
        worth = self.drivers[year]
        unseen = (self.seen - 1) * sum(worth.values())
        return economic_value(reference(), {**worth, COMMUNICATION: unseen})


@lru_cache(maxsize=1)
def reference() -> float:
    """What Nordlys would pay the rival for what it buys from Meridian (EUR a year)."""
    return (1 - nordlys.RIVAL) * nordlys.account().revenue


def offer(spent: dict[str, float], price: float) -> Offer:
    """What follows from an offer.

    Args:
        spent: EUR once, for each of ``FIELDS``.
        price: change of Meridian's price (share; −0.05 is the rival's price).
    """
    built = {name: one.full * saturation(spent[name], one.half) for name, one in DRIVERS.items()}
    carried = saturation(spent[PEOPLE], DRIVERS[PEOPLE].half)
    built[PROCESSES] *= ALONE + (1 - ALONE) * carried
    drivers = tuple(
        {name: built[name] * one.years[year] for name, one in DRIVERS.items()} for year in range(YEARS)
    )
    return Offer(
        spent=dict(spent),
        price=price,
        seen=BLIND + (LIT - BLIND) * saturation(spent[COMMUNICATION], PROOF),
        drivers=drivers,
        gap=nordlys.account().revenue * (1 + price) - reference(),
    )


def best_step(now: Offer, year: int) -> str:
    """The field in which one ``STEP`` more raises the worth in ``year`` (from 0) most."""
    open_fields = [name for name in FIELDS if now.spent[name] < MOST]
    more = {name: {**now.spent, name: now.spent[name] + STEP} for name in open_fields}
    return max(open_fields, key=lambda name: offer(more[name], now.price).worth(year), default="")


def least_missed(now: Offer, year: int) -> str:
    """The field in which one ``STEP`` less costs least worth in ``year`` (from 0); "" if nothing is spent."""
    used = [name for name in FIELDS if now.spent[name] > 0]
    less = {name: {**now.spent, name: now.spent[name] - STEP} for name in used}
    return max(used, key=lambda name: offer(less[name], now.price).worth(year), default="")
