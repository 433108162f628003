"""What a tender brings the buyer and a bidder: the price, the work on bids, and ideas (amounts in EUR).

The price is the model's: suppliers' costs lie between ``LOW`` and ``HIGH`` with equal chance, and each bids
what is best for it (``expected_low_bid``). A bidder's expected margin follows from it: each wins with chance
1 / n, and the winner's price is above its cost by (H − L) / (n + 1) on average.

Ideas. A bidder who sees the task instead of the finished drawing may work on ideas that save the buyer V for
an effort e: V = k·∛e, so that each further euro of effort helps less. If it wins it keeps the share s of V.
It puts in what is best for it: s·V / n − e is largest where e = s·V / (3n), so that V = k^{3/2}·√(s / (3n)).
So ideas shrink with the square root of the number of bidders, and the buyer keeps most of them, (1 − s)·V,
at s = 1/3. What they leave out: that bidders might bid away the share they hope for.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from kamlab.models.procurement import expected_low_bid

LOW, HIGH = 300_000.0, 420_000.0  # the range of a supplier's cost, and the most that Nordlys pays
PIECES = 1_000  # motors with drive
MOST = 10  # bidders
FULL = 180_000.0  # what ideas would save with one bidder who keeps all of it
DRAWING, TASK = "drawing", "task"
TENDERING = {DRAWING: 6_000.0, TASK: 9_000.0}  # Nordlys's work for each bidder: visits, samples, talks
BIDDING = {DRAWING: 4_000.0, TASK: 7_000.0}  # a bidder's work, without that on ideas
GOAL = 353_000.0  # the most that Nordlys wants to pay in all
WORTHWHILE = 4_000.0  # what a bidder wants to expect from taking part
RULE = 3  # bidders that Nordlys's purchasing rules ask for
EFFORT = 1 / 3  # the exponent of effort in V, and so the share of its reward that a bidder puts in
TODAY = (8, DRAWING, 0.0)  # how Nordlys has always done it


@dataclass(frozen=True)
class Tender:
    """A tender and what may be expected of it.

    Args:
        bidders: how many are invited.
        kind: ``DRAWING`` or ``TASK``.
        kept: the share of the savings that the supplier keeps.
        price: the lowest bid, EUR.
        tendering: Nordlys's work for all bidders, EUR.
        savings: what the winner's ideas save, EUR.
        effort: what each bidder puts into ideas, EUR.
    """

    bidders: int
    kind: str
    kept: float
    price: float
    tendering: float
    savings: float
    effort: float

    @property
    def cost(self) -> float:
        """What the motors cost Nordlys in all, EUR."""
        return self.price + self.tendering - (1 - self.kept) * self.savings

    @property
    def margin(self) -> float:
        """A bidder's expected margin on the motors: the chance to win times price less cost, EUR."""
        return margin(self.bidders)

    @property
    def reward(self) -> float:
        """A bidder's expected share of the savings, EUR."""
        return self.kept * self.savings / self.bidders

    @property
    def work(self) -> float:
        """What a bid costs the bidder, with the work on ideas, EUR."""
        return BIDDING[self.kind] + self.effort

    @property
    def result(self) -> float:
        """What a bidder may expect from taking part, EUR."""
        return self.margin + self.reward - self.work

    @property
    def wasted(self) -> float:
        """Work on bids that do not win, EUR."""
        return (self.bidders - 1) * self.work


def margin(bidders: int) -> float:
    """A bidder's expected margin: (H − L) / (n (n + 1)); a single one keeps H less its mean cost (EUR)."""
    return (HIGH - LOW) / (bidders * (bidders + 1))


def savings(bidders: int, kept: float) -> float:
    """What the winner's ideas save if each bidder puts in what is best for it (EUR): FULL · √(s / n)."""
    return FULL * sqrt(kept / bidders)


@lru_cache(maxsize=512)
def tender(bidders: int, kind: str, kept: float) -> Tender:
    """What a tender may be expected to bring.

    Args:
        bidders: 1 to ``MOST``.
        kind: ``DRAWING`` (the lowest price wins, ideas are not asked for) or ``TASK``.
        kept: the share of the savings that the supplier keeps, 0 to 1.
    """
    ideas = savings(bidders, kept) if kind == TASK else 0.0
    return Tender(
        bidders=bidders,
        kind=kind,
        kept=kept,
        price=expected_low_bid(bidders, LOW, HIGH),
        tendering=bidders * TENDERING[kind],
        savings=ideas,
        effort=EFFORT * kept * ideas / bidders,
    )


@lru_cache(maxsize=1)
def best_by_price() -> Tender:
    """The cheapest tender for Nordlys in which only the price counts."""
    return min((tender(n, DRAWING, 0.0) for n in range(1, MOST + 1)), key=lambda one: one.cost)
