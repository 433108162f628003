"""One drive for Nordlys, bought by tender, from a partner, or both: the ledger's figures, assumed responses.

How many drives Nordlys buys, at what price, and what one costs Meridian come from the ledger. What other
suppliers' costs may be, what a bid and a test cost, and what joint work saves is assumed. Nordlys does not
know Meridian's cost: for Nordlys it lies anywhere in the range, like the others'.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import ledger
from kamlab.models.procurement import expected_low_bid

YEAR, ACCOUNT, PRODUCT = 2025, "Nordlys Appliances", "Compact drive 1.5 kW"
LOW = 112.0  # EUR a piece: the lowest cost that a supplier may have
TESTING = 6_000.0  # EUR for Nordlys to test and approve a bidder; it knows Meridian's drives
BIDDING = 1_500.0  # EUR that a bid costs whoever makes it
SAVED, HALF = 30.0, 10_000.0  # EUR a piece that joint work can save; EUR a year that buy half of it
MOST_BIDDERS = 10
GOAL = 45_000.0  # EUR a year that Nordlys is to save


@dataclass(frozen=True)
class Drive:
    """What Nordlys buys: pieces a year, today's price and Meridian's cost (EUR a piece)."""

    pieces: float
    price: float
    cost: float


@dataclass(frozen=True)
class Plan:
    """A way to buy, and what it means to both sides; EUR a year where nothing else is said.

    Args:
        bidders: how many suppliers bid, Meridian among them.
        tendered: the share of the pieces that is put out to tender.
        price: what the partner gets for the other pieces, EUR a piece.
        work: what Meridian spends on joint work.
        tender_price: what the tender brings on average, EUR a piece.
        saving: what joint work saves Nordlys, EUR a piece from the partner.
        testing: what testing and approving bidders costs Nordlys.
        spent: what the drives cost Nordlys in all, net of what joint work saves.
        from_tender: what Meridian can expect to earn from the tendered part.
        earned: what Meridian can expect to earn in all, after joint work.
        bidders_gain: what a bidder can expect to earn, before the cost of its bid.
    """

    bidders: int
    tendered: float
    price: float
    work: float
    tender_price: float
    saving: float
    testing: float
    spent: float
    from_tender: float
    earned: float
    bidders_gain: float

    @property
    def tested(self) -> bool:
        """Whether a tender shows what the drive costs elsewhere."""
        return self.tendered > 0 and self.bidders > 1

    @property
    def net_price(self) -> float:
        """What a piece from the partner costs Nordlys, less what joint work saves, EUR."""
        return self.price - self.saving

    @property
    def saved(self) -> float:
        """What Nordlys saves against today, EUR a year."""
        return drive().pieces * drive().price - self.spent


@lru_cache(maxsize=1)
def drive() -> Drive:
    """The drive in the ledger: the year's pieces, their mean price and their mean cost; read once."""
    book = ledger()
    account = next(row[0] for row in book["accounts"].rows if row[1] == ACCOUNT)
    product = next(row[0] for row in book["products"].rows if row[2] == PRODUCT)
    orders = book["orders"]
    names = ("account_id", "product_id", "date", "quantity", "net_price", "unit_cost")
    rows = zip(*(orders.column(name) for name in names), strict=True)
    lines = [(q, p, c) for a, what, day, q, p, c in rows if (a, what, day.year) == (account, product, YEAR)]
    pieces = sum(quantity for quantity, _, _ in lines)
    paid, made = (sum(line[0] * line[place] for line in lines) for place in (1, 2))
    return Drive(float(pieces), paid / pieces, made / pieces)


def gain_in_tender(bidders: int) -> float:
    """What Meridian can expect to earn on each piece that is tendered, EUR.

    It asks for its cost and the n-th part of what separates it from the highest, and wins where all others
    cost more: ((H − c) / (H − L))ⁿ⁻¹ (H − c) / n.
    """
    gap, width = drive().price - drive().cost, drive().price - LOW
    return (gap / width) ** (bidders - 1) * gap / bidders


def gain_of_bidder(bidders: int) -> float:
    """What a bidder with any cost of the range can expect on each piece that is tendered, EUR.

    The winner earns (H − L) / (n + 1) on average, and each of the n has the same chance to be the winner.
    """
    return (drive().price - LOW) / (bidders * (bidders + 1))


def saving(work: float) -> float:
    """What joint work for ``work`` EUR a year saves Nordlys on each piece, EUR."""
    return SAVED * (1 - 2 ** (-work / HALF))


def plan(bidders: int, tendered: float, price: float, work: float) -> Plan:
    """What follows for both sides from the number of bidders, the share tendered, the price and the work."""
    there, here = tendered * drive().pieces, (1 - tendered) * drive().pieces
    low_bid = expected_low_bid(bidders, LOW, drive().price)
    testing = TESTING * (bidders - 1) if tendered > 0 else 0.0
    bid = there * gain_in_tender(bidders)
    return Plan(
        bidders=bidders,
        tendered=tendered,
        price=price,
        work=work,
        tender_price=low_bid,
        saving=saving(work),
        testing=testing,
        spent=there * low_bid + here * (price - saving(work)) + testing,
        from_tender=bid,
        earned=bid + here * (price - drive().cost) - work,
        bidders_gain=there * gain_of_bidder(bidders),
    )


@lru_cache(maxsize=1)
def today() -> Plan:
    """What is done now: no tender, no joint work, today's price."""
    return plan(1, 0.0, drive().price, 0.0)


@lru_cache(maxsize=MOST_BIDDERS)
def all_tendered(bidders: int) -> Plan:
    """Everything put out to tender among ``bidders``."""
    return plan(bidders, 1.0, drive().price, 0.0)


def comes(now: Plan) -> bool:
    """Whether a bid pays for whoever makes it."""
    return now.bidders_gain >= BIDDING


@lru_cache(maxsize=1)
def best_tender() -> Plan:
    """The tender for everything that saves Nordlys most, of those to which the bidders come."""
    found = [all_tendered(bidders) for bidders in range(2, MOST_BIDDERS + 1)]
    return max((one for one in found if comes(one)), key=lambda one: one.saved)


def least_share(bidders: int) -> float:
    """The smallest share that must be tendered for so many bidders to come; above 1 they never do."""
    return BIDDING / (drive().pieces * gain_of_bidder(bidders))
