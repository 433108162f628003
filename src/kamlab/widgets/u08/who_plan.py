"""A store of drives at Nordlys: who owns it, how it is filled, and what that costs either side.

Pieces, price and cost come from the ledger; what an order, a set-up and stock cost is assumed, and the
same as in unit 5. Capital is charged to the owner, on what the piece cost *him*; space to the keeper.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.joint_lot import ConsignmentStock, consignment_stock, economic_order_quantity
from kamlab.widgets.u08 import meridian

PRODUCTION = 6_000.0  # pieces a year that the line could make
SETUP = 400.0  # EUR a run
ORDER, CALL = 100.0, 60.0  # EUR a shipment for Nordlys: ordered and invoiced, or called off a store
CAPITAL, SPACE = 0.12, 0.08  # of a piece's value a year
COUNTING = 600.0  # EUR a year for Meridian: counting a store in another's house
DAYS = 250.0  # working days a year
SHELF = 200.0  # pieces that Nordlys's shelf has room for
LEAST_DAYS = 7.0  # of use that Nordlys wants in its house on average
JOINT_GOAL, SELLER_GOAL, BUYER_GOAL = 2_950.0, 1_600.0, 900.0  # EUR a year against today
MOST_RUN = 6


@dataclass(frozen=True)
class Store:
    """A way to fill the store and what it means to both sides; EUR a year where nothing else is said.

    Args:
        consigned: Meridian owns the pieces until Nordlys uses them.
        waits: a shipment leaves when the store has run down, not as soon as it is made.
        lot: q, pieces a shipment.
        run: n, shipments made in one run.
        change: of the price, EUR a piece.
        at_vendor: pieces at Meridian, on average.
        at_buyer: pieces at Nordlys, on average.
        peak: the most pieces at Nordlys.
        setups: Meridian's set-ups.
        vendor_stock: Meridian's capital and space, and counting.
        calls: Nordlys's orders or call-offs.
        buyer_stock: Nordlys's capital and space.
        paid: what the change of the price brings Meridian.
    """

    consigned: bool
    waits: bool
    lot: float
    run: int
    change: float
    at_vendor: float
    at_buyer: float
    peak: float
    setups: float
    vendor_stock: float
    calls: float
    buyer_stock: float
    paid: float

    @property
    def vendor_cost(self) -> float:
        """Set-ups and stock, Meridian."""
        return self.setups + self.vendor_stock

    @property
    def buyer_cost(self) -> float:
        """Orders and stock, Nordlys."""
        return self.calls + self.buyer_stock

    @property
    def cost(self) -> float:
        """Both sides' together."""
        return self.vendor_cost + self.buyer_cost

    @property
    def days(self) -> float:
        """Working days of use that lie at Nordlys on average."""
        return self.at_buyer / need() * DAYS


def need() -> float:
    """D, pieces a year."""
    return meridian.bought(meridian.NORDLYS).pieces


def busy() -> float:
    """D / P, the part of the time for which the line works for Nordlys."""
    return need() / PRODUCTION


def shares(run: int, *, waits: bool) -> tuple[float, float]:
    """The stock on average, in shipments: v at Meridian's and b at Nordlys's.

    ``joint_lot`` derives them; its best lot is not asked for here, since the lot is the reader's.
    """
    moved = (run - 1) * run if waits else 0
    idle = (1 - busy()) / (2 * run)
    return busy() / 2 + idle * moved, busy() / 2 + idle * (run * run - moved)


def peak(lot: float, run: int, *, waits: bool) -> float:
    """The most pieces at Nordlys: a shipment, or all of a run but what is used while it is made."""
    return lot if waits else run * lot - (run - 1) * lot * busy()


def holding(*, consigned: bool) -> tuple[float, float, float, float]:
    """What a piece costs a year, EUR.

    Meridian in its own house and in Nordlys's; Nordlys in capital and in space.
    """
    one = meridian.bought(meridian.NORDLYS)
    mine, space = (CAPITAL + SPACE) * one.cost, SPACE * one.price
    return (mine, CAPITAL * one.cost, 0.0, space) if consigned else (mine, 0.0, CAPITAL * one.price, space)


def store(lot: float, run: int, change: float, *, consigned: bool, waits: bool) -> Store:
    """What follows for both sides from how the store is owned, filled and paid for."""
    v, b = shares(run, waits=waits)
    own, consigned_capital, capital, space = holding(consigned=consigned)
    counting = COUNTING if consigned else 0.0
    return Store(
        consigned=consigned,
        waits=waits,
        lot=lot,
        run=run,
        change=change,
        at_vendor=v * lot,
        at_buyer=b * lot,
        peak=peak(lot, run, waits=waits),
        setups=SETUP * need() / (run * lot),
        vendor_stock=own * v * lot + consigned_capital * b * lot + counting,
        calls=(CALL if consigned else ORDER) * need() / lot,
        buyer_stock=(capital + space) * b * lot,
        paid=change * need(),
    )


@lru_cache(maxsize=1)
def today() -> Store:
    """Nordlys orders what is best for itself, and Meridian makes each order on its own."""
    capital, space = holding(consigned=False)[2:]
    best = economic_order_quantity(need(), ORDER, capital + space)
    return store(best.lot, 1, 0.0, consigned=False, waits=False)


def gains(now: Store) -> tuple[float, float]:
    """What Meridian and Nordlys gain against today, EUR a year."""
    before = today()
    return before.vendor_cost - now.vendor_cost + now.paid, before.buyer_cost - now.buyer_cost - now.paid


@lru_cache(maxsize=1)
def best() -> ConsignmentStock:
    """The consignment plan that costs least in sum, without regard to room or safety (counting excluded)."""
    own, consigned_capital, _, space = holding(consigned=True)
    return consignment_stock(need(), PRODUCTION, SETUP, CALL, own, consigned_capital + space)


def levels(now: Store) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """(week, pieces) at Nordlys and at Meridian over one run's cycle, with a step at each shipment."""
    weeks, first = 52 / need(), now.lot / PRODUCTION * 52
    gap = now.lot * weeks if now.waits else first
    sent = [first + shipment * gap for shipment in range(now.run)]
    made, end = now.run * first, now.run * now.lot * weeks
    moments = sorted({0.0, end, made, *sent})
    buyer, vendor = [], []
    for moment in moments:
        for count in (sum(one < moment for one in sent), sum(one <= moment for one in sent)):
            buyer.append((moment, now.lot * (busy() + count) - moment / weeks))
            vendor.append((moment, min(moment / first, now.run) * now.lot - count * now.lot))
    return buyer, vendor
