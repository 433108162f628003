"""Security of supply for three plants of Nordlys: stock against swings and outages, or a second source.

The year's pieces are the ledger's; how they swing from week to week in three plants, how often the chip maker
fails and for how long, and what a late drive costs is assumed. Stock costs what it does in ``who_plan``.
"""

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

from kamlab.models.continuity import OrderUpTo, disrupted_order_up_to, safety_stock
from kamlab.widgets.u08.who_plan import holding, need

WEEKS = 52.0
PATTERN = {
    "Norway": (11, 24, 15, 6, 20, 9, 26, 13, 18, 5, 21, 12),
    "Poland": (16, 7, 13, 18, 5, 15, 9, 14, 6, 17, 8, 16),
    "Italy": (3, 12, 6, 9, 14, 4, 7, 15, 5, 10, 2, 9),
}  # drives used in twelve weeks; only their proportions count
FAILS = 0.02  # chance that the chip maker, who delivers, fails by the next week
BACK, BACK_TWO = 0.25, 0.5  # chance that chips come again in the next week: one source, or two
SECOND = 4_000.0  # EUR a year for a second source, tested and kept alive
BUYER_LATE, SELLER_LATE = 40.0, 15.0  # EUR for each drive and week late
COUNTING = 300.0  # EUR a year for each store
FREIGHT = 0.5  # EUR a drive from one store to three plants
MOST_LATE, MOST_BILL = 45.0, 8_400.0  # drive-weeks a year; EUR a year
BUYER_GOAL, SELLER_GOAL = 12_500.0, 4_500.0  # EUR a year against today
MOST_BRIDGED = 8
NORMAL = NormalDist()


@dataclass(frozen=True)
class Cover:
    """How much security is bought, and what it means to both sides; EUR a year where nothing else is said.

    Args:
        pooled: one store for the three plants, not one in each.
        z: standard deviations of a week's use that are covered against swings.
        bridged: weeks of outage that the stock bridges.
        second: whether there is a second source of chips.
        share: the part of the bill that Nordlys pays.
        safety: drives held against swings.
        reserve: drives held against outages, on average.
        swung: drive-weeks late because of swings, a year.
        owed: drive-weeks late because of outages, a year.
    """

    pooled: bool
    z: float
    bridged: int
    second: bool
    share: float
    safety: float
    reserve: float
    swung: float
    owed: float

    @property
    def late(self) -> float:
        """Drive-weeks late a year in all."""
        return self.swung + self.owed

    @property
    def stock(self) -> float:
        """What the drives in the stores cost."""
        return stock_cost() * (self.safety + self.reserve)

    @property
    def stores(self) -> float:
        """Counting the stores, and freight from a joint one."""
        return COUNTING + FREIGHT * need() if self.pooled else len(PATTERN) * COUNTING

    @property
    def source(self) -> float:
        """What the second source costs."""
        return SECOND if self.second else 0.0

    @property
    def bill(self) -> float:
        """All that the security costs."""
        return self.stock + self.stores + self.source

    @property
    def buyer_cost(self) -> float:
        """Nordlys's late drives and its part of the bill."""
        return BUYER_LATE * self.late + self.share * self.bill

    @property
    def seller_cost(self) -> float:
        """Meridian's late drives and its part of the bill."""
        return SELLER_LATE * self.late + (1 - self.share) * self.bill


def stock_cost() -> float:
    """Capital and space of a drive in a consigned store, EUR a year."""
    _, capital, _, space = holding(consigned=True)
    return capital + space


@lru_cache(maxsize=1)
def use() -> dict[str, tuple[float, ...]]:
    """The drives that each plant used in twelve weeks; in sum they are as many as the ledger's year has."""
    weeks = len(next(iter(PATTERN.values())))
    scale = need() / WEEKS * weeks / sum(map(sum, PATTERN.values()))
    return {name: tuple(scale * pieces for pieces in row) for name, row in PATTERN.items()}


@lru_cache(maxsize=1)
def swings() -> tuple[tuple[float, ...], float]:
    """The standard deviation of a week's use: of each plant, and of all together (drives)."""
    stock = safety_stock([list(row) for row in use().values()], 1.0)
    return tuple(stock.separate), stock.pooled


def missed(z: float) -> float:
    """The normal loss: what a week's use exceeds the cover by on average, in standard deviations."""
    return NORMAL.pdf(z) - z * (1 - NORMAL.cdf(z))


@lru_cache(maxsize=128)
def outage(bridged: int, *, second: bool) -> tuple[float, float]:
    """What is left and what is owed in an average week, in drives, where stock bridges so many weeks.

    The model's cost is linear in what a drive left and a drive owed cost, so three prices tell them apart.
    """
    back, week = BACK_TWO if second else BACK, need() / WEEKS
    level = (bridged + 1) * week
    one, more = (disrupted_order_up_to(h, 1.0, week, FAILS, back, level).cost for h in (1.0, 2.0))
    left = more - one
    return left, one - left


@lru_cache(maxsize=2)
def best(*, second: bool) -> OrderUpTo:
    """The model's best level against outages for the two together."""
    late, week = BUYER_LATE + SELLER_LATE, need() / WEEKS
    return disrupted_order_up_to(stock_cost() / WEEKS, late, week, FAILS, BACK_TWO if second else BACK)


def cover(z: float, bridged: int, share: float, *, pooled: bool, second: bool) -> Cover:
    """What follows for both sides from how much security is bought, where, and who pays."""
    separate, together = swings()
    deviation = together if pooled else sum(separate)
    left, owed = outage(bridged, second=second)
    return Cover(
        pooled=pooled,
        z=z,
        bridged=bridged,
        second=second,
        share=share,
        safety=z * deviation,
        reserve=left,
        swung=WEEKS * deviation * missed(z),
        owed=WEEKS * owed,
    )


@lru_cache(maxsize=1)
def today() -> Cover:
    """A little stock in each plant, and Meridian pays."""
    return cover(1.0, 1, 0.0, pooled=False, second=False)


def gains(now: Cover) -> tuple[float, float]:
    """What Meridian and Nordlys gain against today, EUR a year."""
    return today().seller_cost - now.seller_cost, today().buyer_cost - now.buyer_cost
