"""Repair shops around a ring town, and a global chain that wants their other services.

Households live evenly around the ring and ring the nearest shop. For three further services the shops stand
at one end of what customers want (somebody from here) and the chain at the other (somebody cheap). The town,
its calls and all costs are assumed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.spatial import CircleMarket, LineMarket, hotelling, salop, variety_cost

CALLS = 24_000  # repairs a year, one a household
WAY = 240.0  # EUR that a way around the whole ring would cost a household
COST = 60.0  # EUR that a repair costs a shop
SHOP = 40_000.0  # EUR a year that a shop costs, whatever it does
FEWEST, MOST = 4, 14

MOST_BILL = 84.0  # EUR a repair, price and mean way
FARTHEST = 20.0  # EUR that the longest way may cost
LEAST_PROFIT = 10_000.0  # EUR a year for every shop


@dataclass(frozen=True)
class Service:
    """A service for which the chain competes.

    Args:
        key: the option's value.
        way: what somebody from here is worth against the chain, EUR a call, to who minds most.
        local: what a call costs a shop, EUR.
        chain: what it costs the chain, EUR.
        calls: a year, in the town.
        kit: tools and stock that every shop needs for it, EUR a year.
    """

    key: str
    way: float
    local: float
    chain: float
    calls: int
    kit: float

    @property
    def lead(self) -> float:
        """The chain's advantage in cost, EUR a call."""
        return self.local - self.chain


SERVICES = (
    Service("heat", 60.0, 110.0, 80.0, 3_000, 4_000.0),
    Service("check", 24.0, 70.0, 46.0, 8_000, 5_000.0),
    Service("parts", 6.0, 30.0, 18.0, 10_000, 2_000.0),
)


@dataclass(frozen=True)
class Plan:
    """How the town is served; EUR a repair or EUR a year.

    Args:
        shops: how many there are.
        guide: the highest price that a partner may ask.
        kept: the services that the shops keep, by key.
    """

    shops: int
    guide: float
    kept: tuple[str, ...]

    @property
    def price(self) -> float:
        """What a repair costs: the guide price, or less where the shops' rivalry keeps it lower."""
        return min(self.guide, rivals_price(self.shops))

    @property
    def bill(self) -> float:
        """Price and mean way of a household."""
        return self.price + mean_way(self.shops)

    @property
    def repairs(self) -> float:
        """What a shop earns with repairs, after its own fixed cost."""
        return (self.price - COST) * CALLS / self.shops - SHOP

    @property
    def services(self) -> float:
        """What the services kept add to a shop's year, after their kits."""
        return sum(net(one, self.shops) for one in SERVICES if one.key in self.kept) / self.shops

    @property
    def profit(self) -> float:
        """What a shop earns in all."""
        return self.repairs + self.services

    @property
    def total(self) -> float:
        """What a repair costs everybody together, the household's way included."""
        return total(self.shops)


@lru_cache(maxsize=1)
def free_entry() -> CircleMarket:
    """The town if anybody may open a shop and ask any price."""
    return salop(WAY, SHOP / CALLS, COST)


@lru_cache(maxsize=len(SERVICES))
def against_chain(service: Service) -> LineMarket:
    """How shops (first) and chain (second) share a service."""
    return hotelling(service.way, service.local, service.chain)


def rivals_price(shops: int) -> float:
    """What so many shops ask where they only watch each other, EUR: c + t / n."""
    return COST + WAY / shops


def mean_way(shops: int) -> float:
    """What the way costs a household on average, EUR: t / (4 n)."""
    return variety_cost(shops, WAY, 0).travel


def longest_way(shops: int) -> float:
    """What the longest way costs, EUR: half of the distance between two shops."""
    return WAY / (2 * shops)


def total(shops: int) -> float:
    """What a repair costs shops and households together, EUR."""
    return COST + variety_cost(shops, WAY, SHOP / CALLS).total


def net(service: Service, shops: int) -> float:
    """What a service brings all shops together after their kits, EUR a year."""
    return against_chain(service).profit_first * service.calls - shops * service.kit


def paying(shops: int) -> tuple[str, ...]:
    """The services that pay for their kits, by key."""
    return tuple(one.key for one in SERVICES if net(one, shops) > 0)


def needed(shops: int, kept: Sequence[str]) -> float:
    """The price at which every shop earns just enough, EUR a repair."""
    service = Plan(shops, COST, tuple(kept)).services
    return COST + (SHOP + LEAST_PROFIT - service) * shops / CALLS


START = Plan(12, 80.0, tuple(one.key for one in SERVICES))
