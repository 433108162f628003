"""From the till to the magnet: how orders swing along a chain of four firms, and what it costs each of them.

Shops order heat pumps from Nordlys, Nordlys drives from Meridian, Meridian magnets from their maker. Each
forecasts with a moving average and orders up to a target (``kamlab.models.bullwhip``). Firms that see the
till all hold the same forecast and order like one firm with their delivery times in a row; the others
forecast from the orders that they receive. What swings, late forecasts and data cost is this exercise's own.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.bullwhip import SimulatedChain, chain_ratio_from_orders, simulate_chain

SHOPS, NORDLYS, MERIDIAN, MAKER = range(4)
FIRMS = 4
MEAN, DEVIATION = 100, 10  # heat pumps a week that customers buy: the model's own scale
DELIVERY = (2, 4, 4)  # weeks from order to arrival today: to the shops, to Nordlys, to Meridian
LONGEST = DELIVERY[1]
WINDOWS = (4, 12)  # weeks in the forecast
SWING = (0.0, 8_000.0, 10_000.0, 5_000.0)  # EUR a year for each piece a week by which incoming orders swing
AGE = (10_000.0, 30_000.0, 20_000.0, 0.0)  # EUR a year for each week by which a forecast is behind
PASSING = 12_000.0  # EUR a year that it costs the shops to pass on what the tills sell
LINK = 5_000.0  # EUR a year that it costs a firm to read it
FASTER = 10_000.0  # EUR a year for the first week less to Nordlys; each further week costs as much more
RETURNED = 0.25  # of what calmer orders save the magnet maker, Meridian gets in its price
GOALS = (5_000.0, 17_000.0, 17_000.0)  # EUR a year: shops, Nordlys, Meridian
CALM = 28.0  # by how many sets a week the orders for magnets may swing
WEEKS, DRAWN, SEED = 40, 80, 4


@dataclass(frozen=True)
class Terms:
    """What the chain agrees.

    Args:
        reach: how many firms above the shops see the tills (0; 1: Nordlys; 2: Meridian, too).
        window: weeks in everybody's forecast.
        delivery: weeks from Nordlys's order until its drives arrive.
        fee: EUR a year that the shops get for their figures.
        part: Meridian's part of the fee and of faster deliveries (share); Nordlys bears the rest.
    """

    reach: int
    window: int
    delivery: int
    fee: float
    part: float


TODAY = Terms(reach=0, window=10, delivery=LONGEST, fee=0.0, part=0.0)


@dataclass(frozen=True)
class Chain:
    """What follows from ``terms``, each from the shops to the magnet maker.

    Args:
        terms: what was agreed.
        swings: the standard deviation of what each firm is asked for, pieces a week.
        held: what swings and late forecasts cost it, EUR a year.
        links: what passing on and reading the figures costs it, EUR a year.
        paid: what it gets from the others (below 0: gives), faster deliveries included, EUR a year.
        gains: what it gains against today, EUR a year.
    """

    terms: Terms
    swings: tuple[float, ...]
    held: tuple[float, ...]
    links: tuple[float, ...]
    paid: tuple[float, ...]
    gains: tuple[float, ...]

    @property
    def total(self) -> float:
        """What all four gain together, EUR a year."""
        return math.fsum(self.gains)


def times(delivery: int) -> tuple[int, int, int]:
    """Weeks from order to arrival, from the shops upwards, where Nordlys waits ``delivery`` weeks."""
    return DELIVERY[0], delivery, DELIVERY[2]


def stages(reach: int, delivery: int, firms: int) -> list[int]:
    """Delivery times as the model wants them: of the first ``firms``, those that share a forecast are one.

    >>> stages(reach=1, delivery=3, firms=3)
    [5, 4]
    """
    same = min(reach + 1, firms)
    return [sum(times(delivery)[:same]), *times(delivery)[same:firms]]


@lru_cache(maxsize=2048)
def ratios(reach: int, window: int, delivery: int) -> tuple[float, ...]:
    """Variance of the orders that each firm receives over that of demand, from the shops to the maker."""
    above = (chain_ratio_from_orders(stages(reach, delivery, firms), window) for firms in range(1, FIRMS))
    return (1.0, *above)


def faster(delivery: int) -> float:
    """What it costs to deliver to Nordlys in so many weeks instead of today's, EUR a year."""
    saved = LONGEST - delivery
    return FASTER * saved * (saved + 1) / 2


def lag(window: int) -> float:
    """By how many weeks a moving average is behind: the mean age of what is in it."""
    return (window - 1) / 2


def joint(terms: Terms) -> float:
    """What Meridian and Nordlys share between them: the shops' fee and faster deliveries, EUR a year."""
    return terms.fee + faster(terms.delivery)


def held(terms: Terms) -> list[float]:
    """What swings and late forecasts cost each firm, EUR a year."""
    found = ratios(terms.reach, terms.window, terms.delivery)
    return [
        rate * DEVIATION * math.sqrt(ratio) + age * lag(terms.window)
        for ratio, rate, age in zip(found, SWING, AGE, strict=True)
    ]


def links(terms: Terms) -> list[float]:
    """What passing on and reading the figures costs each firm, EUR a year."""
    passing = PASSING if terms.reach else 0.0
    return [passing, *(LINK if terms.reach >= firm else 0.0 for firm in range(1, FIRMS))]


@lru_cache(maxsize=8192)
def chain(terms: Terms) -> Chain:
    """What follows from ``terms`` for all four firms."""
    now, read = held(terms), links(terms)
    saved = [old - new for old, new in zip(held(TODAY), now, strict=True)]
    back = RETURNED * max(0.0, saved[MAKER])
    common = joint(terms)
    paid = (terms.fee, -(1 - terms.part) * common, back - terms.part * common, -back)
    gains = tuple(less - link + got for less, link, got in zip(saved, read, paid, strict=True))
    swings = (DEVIATION * math.sqrt(ratio) for ratio in ratios(terms.reach, terms.window, terms.delivery))
    return Chain(terms, tuple(swings), tuple(now), tuple(read), paid, gains)


@lru_cache(maxsize=256)
def weeks(reach: int, window: int, delivery: int) -> tuple[tuple[float, ...], ...]:
    """Forty weeks of one course: what customers buy, and what Nordlys and Meridian order (pieces)."""
    drawn = _drawn(reach, window, delivery)
    nordlys, meridian = drawn.orders[-2:]
    return drawn.demand[-WEEKS:], nordlys[-WEEKS:], meridian[-WEEKS:]


def _drawn(reach: int, window: int, delivery: int) -> SimulatedChain:
    # All courses draw equally many weeks in all, so that their last forty weeks have the same customers.
    if reach + 1 >= FIRMS - 1:
        firms, alike = list(times(delivery)), 1
        return simulate_chain(firms, window, shared=True, periods=DRAWN - (window + 1) * alike, seed=SEED)
    leads = stages(reach, delivery, FIRMS - 1)
    return simulate_chain(leads, window, periods=DRAWN - (window + 1) * len(leads), seed=SEED)
