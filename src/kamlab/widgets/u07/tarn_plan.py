"""Twelve quarters with Tarn Windings, which makes the stators of Meridian's integrated drives.

Meridian decides at the start how much it orders, how many engineers' days it lends, and when it takes which
stake. Tarn learns (``supplier_development``); what it has learned is what Meridian has at stake with it, and
Tarn may fail (``holdup``). Pieces, margins and what Nordlys buys elsewhere are the ledger's. Tarn's sums,
Coilworks' price, the chance of a gap in the contract and what a merger costs are assumed. No interest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import prod

from kamlab.models.holdup import MergeOrContract, appropriable_quasi_rent, merge_or_contract, merton
from kamlab.models.supplier_development import learning_curve
from kamlab.widgets.u03 import nordlys
from kamlab.widgets.u07 import meridian

QUARTERS = 12
COST, PRICE, NEXT_BEST = 80.0, 90.0, 97.0  # EUR a stator: Tarn's today, its price, Coilworks'
ELSEWHERE = 4.0  # EUR that Tarn earns on a stator for others
TODAY = 0.6  # of Meridian's stators that come from Tarn today
LEARNS, HALF = 0.10, 20.0  # most that a doubling takes off; days a quarter at which it is half of that
LOTS = 2.0  # lots a quarter of all that Meridian needs: the practice that doubles
DAY, HOST = 500.0, 200.0  # EUR an engineer's day costs Meridian; and Tarn
REACH = 200.0  # days lent in all until Tarn can supply three regions
REGIONS = 9  # the quarter from which Nordlys would order
MULTIPLE = 5.0  # years of profit that Tarn is worth
DEBT, SWINGS, RATE = (
    450_000.0,
    0.75,
    0.04,
)  # EUR, and the yearly swing of its worth and interest for ``merton``
REPLACE = 9.0  # months to approve another, if all comes from Tarn
GAP, WASTE = 0.3, 0.5  # chance a year of a gap in the contract; part of the rent that a fight uses up
CONTRACT = 10_000.0  # EUR a year to write, watch and enforce the contract
MERGING, HIERARCHY, SPREAD = (
    150_000.0,
    40_000.0,
    5,
)  # EUR once, EUR a year, years over which the first is spread
CONTROL = 0.5  # stake from which Tarn is, in fact, merged
MOST_DAYS = 60

BLOW = 350_000.0  # the goals: EUR that one failure may cost while Tarn stands alone,
CHANCE = 0.15  # chance that it fails in that time,
GAIN = 60_000.0  # Meridian's gain against leaving, EUR,
OWNERS = 60_000.0  # and the owners' against today, EUR


@lru_cache(maxsize=1)
def need() -> float:
    """Stators a quarter: one for each integrated drive sold."""
    return meridian.family(meridian.INTEGRATED).pieces / 4


@lru_cache(maxsize=1)
def margin() -> float:
    """What an integrated drive leaves, EUR."""
    sold = meridian.family(meridian.INTEGRATED)
    return sold.margin / sold.pieces


@lru_cache(maxsize=1)
def nordlys_order() -> float:
    """Motors with drive a quarter, worth what Nordlys buys from other suppliers today."""
    elsewhere = nordlys.drive_spending() - nordlys.account().revenue
    return elsewhere / meridian.family(meridian.INTEGRATED).price / 4


@dataclass(frozen=True)
class Quarter:
    """One quarter; EUR a quarter unless said otherwise.

    Args:
        number: 1 to 12.
        share: of Meridian's stators that come from Tarn.
        stake: of Tarn that Meridian holds (0 to 1).
        cost: of a stator at Tarn, EUR.
        worth: of Tarn, priced on the quarter before, EUR.
        paid: for a stake, EUR.
        extra: margin on what Nordlys orders because Tarn supplies three regions.
        lent: engineers' days.
    """

    number: int
    share: float
    stake: float
    cost: float
    worth: float
    paid: float
    extra: float
    lent: float

    @property
    def price(self) -> float:
        """Of a stator: what is learned goes to each side by halves; EUR."""
        return PRICE - (COST - self.cost) / 2

    @property
    def merged(self) -> bool:
        """Whether Meridian controls Tarn and stands behind its debts."""
        return self.stake >= CONTROL

    @property
    def profit(self) -> float:
        """Tarn's profit."""
        return need() * (self.share * (self.price - self.cost) + (1 - self.share) * ELSEWHERE)

    @property
    def saved(self) -> float:
        """What Meridian's stators from Tarn cost less than Coilworks'."""
        return need() * self.share * (NEXT_BEST - self.price)

    @property
    def failing(self) -> float:
        """The chance a year that Tarn, alone, cannot pay its debts."""
        return _failing(round(self.worth))

    @property
    def blow(self) -> float:
        """What a failure costs Meridian, EUR: the margin lost until Coilworks has taken over."""
        months = REPLACE * self.share
        return months / 3 * (need() * self.share * margin() + self.extra)

    @property
    def rent(self) -> float:
        """What Tarn's owners could take back, EUR a year: less, the more of Tarn is Meridian's."""
        each = appropriable_quasi_rent(NEXT_BEST, self.price)
        return 4 * (need() * self.share * each + self.extra) * (1 - self.stake)

    @property
    def choice(self) -> MergeOrContract:
        """Going on by contract against one firm, over the years of ``SPREAD``."""
        return merge_or_contract(
            self.rent, GAP, CONTRACT, MERGING, HIERARCHY, SPREAD, 0.0, WASTE, self.failing, self.blow
        )

    @property
    def governing(self) -> float:
        """What the contract, or running one firm, costs Meridian; hold-up and failure as expected."""
        if self.merged:
            return self.choice.merge_cost / SPREAD / 4
        return (CONTRACT + self.choice.owner_loss / SPREAD + self.failing * self.blow) / 4

    @property
    def taken(self) -> float:
        """What the owners are expected to take in hold-ups."""
        return 0.0 if self.merged else self.choice.partner_gain / SPREAD / 4

    @property
    def buyer(self) -> float:
        """Meridian's cash, against buying all from Coilworks."""
        held = self.stake * self.profit - self.paid
        return self.saved + self.extra - self.lent * DAY - self.governing + held

    @property
    def owners(self) -> float:
        """The owners' cash."""
        return (1 - self.stake) * self.profit + self.paid + self.taken - self.lent * HOST


@dataclass(frozen=True)
class Plan:
    """What was decided, and the quarters that follow.

    Args:
        days: engineers' days lent a quarter.
        share: of Meridian's stators ordered from Tarn (0 to 1).
        stake: that Meridian takes (0 to 1).
        start: the quarter in which it takes it.
        quarters: all twelve.
        end: Tarn's worth afterwards, EUR.
    """

    days: float
    share: float
    stake: float
    start: int
    quarters: tuple[Quarter, ...]
    end: float

    @property
    def alone(self) -> tuple[Quarter, ...]:
        """The quarters in which Tarn stands alone."""
        return tuple(one for one in self.quarters if not one.merged)

    @property
    def reaches(self) -> bool:
        """Whether Nordlys orders for three regions in time."""
        return self.quarters[REGIONS - 1].extra > 0

    @property
    def blow(self) -> float:
        """The dearest failure while Tarn stands alone, EUR."""
        return max((one.blow for one in self.alone), default=0.0)

    @property
    def chance(self) -> float:
        """The chance that Tarn fails while it stands alone."""
        lasts: float = prod((1 - one.failing) ** 0.25 for one in self.alone)
        return 1 - lasts

    @property
    def held(self) -> float:
        """Meridian's stake in the end."""
        return self.quarters[-1].stake

    @property
    def buyer(self) -> float:
        """Meridian's gain against buying from Coilworks, its stake in the end included; EUR."""
        return sum(one.buyer for one in self.quarters) + self.held * self.end

    @property
    def owners(self) -> float:
        """What the owners have had and still hold, EUR."""
        return sum(one.owners for one in self.quarters) + (1 - self.held) * self.end

    @property
    def owners_gain(self) -> float:
        """The same against going on as today, without a plan; EUR."""
        return self.owners - undisturbed()

    def sofar(self) -> Iterator[tuple[Quarter, float, float]]:
        """Each quarter with what both sides have had and hold by its end, EUR."""
        worths = [*(one.worth for one in self.quarters[1:]), self.end]
        buyer = accumulate(one.buyer for one in self.quarters)
        owners = accumulate(one.owners for one in self.quarters)
        for one, worth, ours, theirs in zip(self.quarters, worths, buyer, owners, strict=True):
            yield one, ours + one.stake * worth, theirs + (1 - one.stake) * worth


@lru_cache(maxsize=4096)
def _failing(worth: int) -> float:
    return merton(max(worth, 1), SWINGS, DEBT, RATE, 1).default_probability


def rate(days: float) -> float:
    """What a doubling of practice leaves of the cost of a stator, by the days lent a quarter."""
    return 1 - LEARNS * (1 - 2 ** (-days / HALF))


def earned(share: float) -> float:
    """Tarn's profit a quarter today, with ``share`` of Meridian's stators; EUR."""
    return need() * (share * (PRICE - COST) + (1 - share) * ELSEWHERE)


def undisturbed() -> float:
    """What the owners have in twelve quarters if all goes on as today, Tarn's worth included; EUR."""
    return earned(TODAY) * (QUARTERS + 4 * MULTIPLE)


@lru_cache(maxsize=512)
def plan(days: float, share: float, stake: float, start: int) -> Plan:
    """The twelve quarters that follow from a decision."""
    practice, profit, quarters = 0.0, earned(TODAY), []
    for number in range(1, QUARTERS + 1):
        held = stake if number >= start else 0.0
        worth = 4 * MULTIPLE * profit
        open_ = number >= REGIONS and days * (REGIONS - 1) >= REACH
        one = Quarter(
            number=number,
            share=share,
            stake=held,
            cost=learning_curve(COST, rate(days), 1 + int(practice + 1e-9)),
            worth=worth,
            paid=stake * worth if number == start else 0.0,
            extra=nordlys_order() * margin() if open_ and share > 0 else 0.0,
            lent=days,
        )
        quarters.append(one)
        # Who has sold a part of the firm works with less zeal on what it will earn.
        practice, profit = practice + LOTS * share * (1 - held), one.profit
    return Plan(days, share, stake, start, tuple(quarters), 4 * MULTIPLE * profit)
