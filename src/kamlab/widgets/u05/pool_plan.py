"""Five workshops that may order together: the ledger's figures, assumed costs of orders and stock.

What each workshop spends on drives, what three of them still buy from Meridian, and what serving their orders
costs come from the ledger. What an order and stock cost a workshop, and what the two that left pay elsewhere,
is assumed. A pool buys all that its members need from Meridian.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kamlab.data import AccountResult, account_results, ledger
from kamlab.models.pooling import PooledOrders, pooled_order_cost

YEAR = 2025
HARBOUR, MILL_LANE, ELMGROVE, BLUE_ANVIL, QUARRY_HILL = FIRMS = (
    "Harbour Rewinds",
    "Mill Lane Engineering",
    "Elmgrove Electric",
    "Blue Anvil Service",
    "Quarry Hill Motors",
)
EQUAL, VOLUME, SQUARES = KEYS = ("equal", "volume", "squares")  # how a bill can be shared
ORDER = 180.0  # EUR that an order costs, whoever is in it
_STOCK = {BLUE_ANVIL: 0.40}  # EUR a year for each EUR of stock: it rents by the pallet
_USUAL_STOCK = 0.20
LABEL = 60.0  # EUR that each further firm on a pallet costs Meridian
ELSEWHERE = 0.04  # by how much less than Meridian's price the two that left buy today
LINE = 250_000.0  # EUR a year from which Meridian treats a buyer as a key account, and grants a discount
WORTH_IT = 0.30  # of its cost of orders and stock that each member wants to save
TROUBLE = 300.0  # EUR a year: for less, no group leaves
GOAL = 85_000.0  # EUR a year that Meridian is to earn more


@dataclass(frozen=True)
class Workshop:
    """A workshop: what it spends on drives, what it buys from Meridian (EUR a year), and its stock cost."""

    need: float
    bought: float
    stock: float

    @property
    def left(self) -> bool:
        """Whether it buys elsewhere today."""
        return self.bought == 0


@dataclass(frozen=True)
class Service:
    """The three that still buy: margin (share of sales), EUR to serve an order, EUR of profit a year."""

    margin: float
    order: float
    profit: float


@dataclass(frozen=True)
class Pool:
    """A pool, and what it brings; EUR a year where nothing else is said.

    Args:
        members: who orders together.
        orders: joint orders a year.
        key: how the bill is shared.
        discount: what Meridian takes off the price; 0 below the line.
        bill: what orders and stock cost all members together.
        pays: each member's part of the bill.
        gains: what each member gains against today, the price included.
        served: what serving them costs Meridian.
        profit: what Meridian earns with the members, after service.
    """

    members: tuple[str, ...]
    orders: float
    key: str
    discount: float
    bill: float
    pays: dict[str, float]
    gains: dict[str, float]
    served: float
    profit: float

    @property
    def need(self) -> float:
        """What the members spend on drives together."""
        return sum(workshops()[one].need for one in self.members)

    @property
    def rise(self) -> float:
        """By how much Meridian's profit changes."""
        return self.profit - profit_today(self.members)


@lru_cache(maxsize=1)
def workshops() -> dict[str, Workshop]:
    """The five in the ledger; read once."""
    rows = ledger()["accounts"]
    need = dict(zip(rows.column("name"), rows.column("drive_spending"), strict=True))
    sold = _sold()
    return {
        name: Workshop(float(need[name]), sold[name].revenue, _STOCK.get(name, _USUAL_STOCK))
        for name in FIRMS
    }


@lru_cache(maxsize=1)
def _sold() -> dict[str, AccountResult]:
    return {one.name: one for one in account_results(ledger(), YEAR) if one.name in FIRMS}


@lru_cache(maxsize=1)
def service() -> Service:
    """What the three that still buy leave and cost."""
    three = [one for one in _sold().values() if one.orders]
    sales = sum(one.revenue for one in three)
    goods = sum(one.returns + one.cost_of_goods for one in three)
    served = sum(one.cost_to_serve for one in three) / sum(one.orders for one in three)
    return Service((sales - goods) / sales, served, sum(one.profit for one in three))


def profit_today(members: tuple[str, ...]) -> float:
    """What Meridian earns with these firms today, EUR a year."""
    return sum(_sold()[one].profit for one in members)


@lru_cache(maxsize=64)
def best(members: tuple[str, ...]) -> PooledOrders:
    """What the members' orders and stock cost where each orders alone, and with the best joint rhythm."""
    firms = [workshops()[one] for one in members]
    return pooled_order_cost(ORDER, [one.need for one in firms], [one.stock for one in firms])


def alone(name: str) -> float:
    """What orders and stock cost a workshop that orders alone, EUR a year."""
    return best((name,)).joint


def bill(members: tuple[str, ...], orders: float) -> float:
    """What ``orders`` joint orders a year and the stock between them cost, EUR a year: a m + Σ h d / 2m."""
    stock = sum(workshops()[one].need * workshops()[one].stock for one in members)
    return ORDER * orders + stock / (2 * orders) if members else 0.0


def weight(key: str, name: str) -> float:
    """A member's weight in the bill."""
    return {EQUAL: 1.0, VOLUME: workshops()[name].need, SQUARES: alone(name) ** 2}[key]


def pool(members: tuple[str, ...], orders: float, key: str, discount: float) -> Pool:
    """What follows for both sides; ``discount`` is a share of the price, granted from the line on."""
    total = bill(members, orders)
    weights = {one: weight(key, one) for one in members}
    pays = {one: total * w / math.fsum(weights.values()) for one, w in weights.items()}
    need = sum(workshops()[one].need for one in members)
    granted = discount if need >= LINE else 0.0
    gains = {one: alone(one) - pays[one] + price_gain(one, granted) for one in members}
    served = orders * (service().order + LABEL * (len(members) - 1)) if members else 0.0
    profit = need * (service().margin - granted) - served
    return Pool(members, orders, key, granted, total, pays, gains, served, profit)


def price_gain(name: str, discount: float) -> float:
    """What a workshop gains by the price, EUR a year, against what it pays today."""
    firm = workshops()[name]
    return (discount - (ELSEWHERE if firm.left else 0.0)) * firm.need


def leavers(now: Pool) -> tuple[str, ...]:
    """The group inside that would save most by a pool of its own; empty where none would bother."""
    groups = (g for n in range(2, len(now.members)) for g in combinations(now.members, n))
    saved = {g: sum(now.pays[one] for one in g) - best(g).joint for g in groups}
    group = max(saved, key=lambda g: saved[g], default=())
    return group if saved.get(group, 0.0) > TROUBLE else ()
