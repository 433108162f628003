"""A shortage of one drive: who is served first under an agreement, what that is worth, and what it costs.

Needs, prices and costs are the ledger's. How short supply is and how often, what a missing drive costs
Nordlys, how customers order and what they take elsewhere is assumed. Stock costs what it does in
``who_plan``.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import account_results, ledger
from kamlab.widgets.u08 import meridian
from kamlab.widgets.u08.who_plan import holding

SHORT = 1 / 3  # chance of a short quarter, a year
SUPPLY = 0.65  # of all needs that Meridian can make in such a quarter
QUARTERS, WEEKS = 4, 13.0
INFLATED = 1.5  # what the others order where orders decide, in needs
CANCELLED = 6.0  # EUR that each piece ordered for show costs Meridian when it is cancelled
STOPPED = 150.0  # EUR that a missing drive costs Nordlys: a machine that is not sold
ANGER, RIVAL_ANGER = 0.5, 1.0  # part of a year's purchases lost for each part missing beyond the shortage
BUYER_GOAL, SELLER_GOAL = 7_500.0, 13_000.0  # EUR a year against no agreement
MOST_MISSING, LEAST_RIVAL = 0.10, 0.62
ORDERS, USE = "orders", "use"


@dataclass(frozen=True)
class Customer:
    """Somebody who needs the drive: pieces in a quarter, Meridian's margin on one (EUR), the stake.

    ``stake`` is what a year of its purchases leaves Meridian (EUR); ``anger`` the part of them that goes
    elsewhere for each part of the need missing beyond the shortage.
    """

    need: float
    margin: float
    stake: float
    anger: float

    def lost(self, missing: float) -> float:
        """The part of next year's purchases that goes elsewhere.

        Nobody blames Meridian for missing chips; for less than an equal part of what there is, they do.
        """
        return min(1.0, self.anger * max(0.0, missing - (1 - SUPPLY)))


@dataclass(frozen=True)
class Quarter:
    """An agreement and a short quarter under it; shares of needs, EUR a year where nothing else is said.

    Args:
        first: the part of Nordlys's need that is served first, from the line.
        rule: what decides on the rest: ``"orders"`` or last year's ``"use"``.
        weeks: of Nordlys's use that lie in the consignment store.
        retainer: what Nordlys pays, EUR a piece all year.
        given: pieces that Nordlys, Vistula and the others get in a short quarter, stock included.
        shown: pieces that the others order for show.
    """

    first: float
    rule: str
    weeks: float
    retainer: float
    given: tuple[float, float, float]
    shown: float

    @property
    def stock(self) -> float:
        """Pieces in the consignment store."""
        return self.weeks * customers()[0].need / WEEKS

    @property
    def missing(self) -> tuple[float, ...]:
        """The part of its need that each misses."""
        return tuple(1 - got / one.need for got, one in zip(self.given, customers(), strict=True))

    @property
    def fee(self) -> float:
        """What Nordlys pays for the agreement."""
        return self.retainer * QUARTERS * customers()[0].need

    @property
    def stopped(self) -> float:
        """What missing drives can be expected to cost Nordlys."""
        return SHORT * STOPPED * self.missing[0] * customers()[0].need

    @property
    def space(self) -> float:
        """What the store's space costs Nordlys."""
        return holding(consigned=True)[3] * self.stock

    @property
    def capital(self) -> float:
        """What Meridian's capital in the store costs."""
        return holding(consigned=True)[1] * self.stock

    @property
    def unsold(self) -> float:
        """The margin that Meridian can expect to miss in the short quarter."""
        return SHORT * sum(m * c.need * c.margin for m, c in zip(self.missing, customers(), strict=True))

    @property
    def left(self) -> tuple[float, ...]:
        """What purchases taken elsewhere can be expected to cost Meridian, by customer."""
        return tuple(SHORT * c.lost(m) * c.stake for m, c in zip(self.missing, customers(), strict=True))

    @property
    def cancelled(self) -> float:
        """What orders placed for show can be expected to cost Meridian."""
        return SHORT * CANCELLED * self.shown

    @property
    def seller_cost(self) -> float:
        """All that Meridian can expect to lose or pay, less the retainer."""
        return self.unsold + sum(self.left) + self.cancelled + self.capital - self.fee

    @property
    def buyer_cost(self) -> float:
        """All that Nordlys can expect to lose or pay."""
        return self.stopped + self.space + self.fee


@lru_cache(maxsize=1)
def customers() -> tuple[Customer, Customer, Customer]:
    """Nordlys, its rival Vistula, and all others together."""
    results = {one.name: one for one in account_results(ledger(), meridian.YEAR)}
    found = []
    for name, anger in ((meridian.NORDLYS, ANGER), (meridian.VISTULA, RIVAL_ANGER)):
        one, year = meridian.bought(name), results[name]
        stake = year.profit + year.cost_to_serve
        found.append(Customer(one.pieces / QUARTERS, one.margin, stake, anger))
    rest = meridian.all_others()
    others = Customer(rest.pieces / QUARTERS, rest.margin, rest.pieces * rest.margin, ANGER)
    return found[0], found[1], others


@lru_cache(maxsize=1)
def supply() -> float:
    """Pieces that Meridian can make in a short quarter."""
    return SUPPLY * sum(one.need for one in customers())


def shared(there: float, partner: float, others: float, inflated: float) -> tuple[float, float]:
    """What the partner and the others get of ``there`` pieces.

    Args:
        there: pieces to give away.
        partner: what the partner claims, and needs.
        others: what the others need.
        inflated: what they claim, in needs.

    Returns:
        Pieces in proportion to the claims; what exceeds a need goes to the other side.
    """
    claims = partner + inflated * others
    ratio = there / claims if claims else 0.0
    got = min(others, ratio * inflated * others)
    mine = min(partner, max(0.0, there - got))
    return mine, min(others, there - mine)


def quarter(first: float, rule: str, weeks: float, retainer: float) -> Quarter:
    """What an agreement gives everybody in a short quarter."""
    partner, rival, rest = customers()
    stock = min(partner.need, weeks * partner.need / WEEKS)
    wanted, there = partner.need - stock, supply()
    reserved = min(there, first * wanted)
    inflated = INFLATED if rule == ORDERS else 1.0
    others = rival.need + rest.need
    mine, theirs = shared(there - reserved, wanted - reserved, others, inflated)
    given = (stock + reserved + mine, theirs * rival.need / others, theirs * rest.need / others)
    return Quarter(first, rule, weeks, retainer, given, (inflated - 1) * others)


@lru_cache(maxsize=1)
def today() -> Quarter:
    """No agreement: orders decide, and only those of Nordlys are honest."""
    return quarter(0.0, ORDERS, 0.0, 0.0)


def gains(now: Quarter) -> tuple[float, float]:
    """What Meridian and Nordlys gain against no agreement, EUR a year."""
    return today().seller_cost - now.seller_cost, today().buyer_cost - now.buyer_cost
