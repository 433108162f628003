"""Housings from Alder Castings: inspect every lot or trust, and what the practice of quick set-ups changes.

The two systems and the practice are those of ``kamlab.models.supplier_development``. A year's need is what
Meridian's ledger says of its compact drives, one housing each. What a set-up, an inspection and a workshop
cost, what taking less care saves and how Alder values the next year are assumed. Prices are at cost, so what
a set-up costs stands in Meridian's sums; what it pays above cost is the premium.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.supplier_development import OrderRegimes, learning_curve, order_regimes, regime_costs
from kamlab.widgets.u07 import meridian

SETUP = 600.0  # EUR a lot, today
INSPECTION = 300.0  # EUR a lot
HOLDING = 4.0  # EUR a housing and year
TEMPTATION = 3.0  # EUR a housing that less care saves
DISCOUNT = 0.5  # a year: Alder is short of money, and its orders may end
PRACTICE = 0.6  # of a set-up's cost that is left when practice has doubled
OURS, THEIRS = 1_000.0, 500.0  # EUR a workshop: two engineers' day; a machine that stands still
SPREAD = 5.0  # years over which workshops are spread
LOTS = range(300, 3_901, 100)
MOST_WORKSHOPS = 20
MOST_PREMIUM = 20.0  # cents a housing
SAVING, EARNING = 3_000.0, 800.0  # the goals for Meridian and for Alder, EUR a year
SHOWN = (0, 1, 2, 4, 8, 16)  # workshops in the table


def need() -> float:
    """Housings a year: as many as compact drives were sold."""
    return meridian.family(meridian.COMPACT).pieces


def setup(workshops: int) -> float:
    """What a set-up costs after so many workshops, EUR a lot; today's set-up counts as the first."""
    return learning_curve(SETUP, PRACTICE, 1 + workshops)


@lru_cache(maxsize=MOST_WORKSHOPS + 1)
def systems(workshops: int) -> OrderRegimes:
    """Both systems at their best lots, without workshops; EUR a year."""
    return order_regimes(setup(workshops), INSPECTION, need(), HOLDING, TEMPTATION, DISCOUNT)


@dataclass(frozen=True)
class Deal:
    """What was decided, and what follows for both sides; EUR a year unless said otherwise.

    Args:
        trust: whether lots are used without being inspected.
        lot: housings an order.
        premium: what a housing is paid above cost, EUR.
        workshops: days on which Meridian's engineers and Alder practise quick set-ups.
    """

    trust: bool
    lot: int
    premium: float
    workshops: int

    @property
    def lots(self) -> float:
        """Lots a year."""
        return need() / self.lot

    @property
    def ordering(self) -> float:
        """What the set-ups cost."""
        return self.lots * setup(self.workshops)

    @property
    def stock(self) -> float:
        """What the housings in stock cost."""
        return HOLDING * self.lot / 2

    @property
    def inspecting(self) -> float:
        """What the inspections cost; nothing where Meridian trusts."""
        return 0.0 if self.trust else self.lots * INSPECTION

    @property
    def premiums(self) -> float:
        """What Meridian pays above cost."""
        return self.premium * need()

    @property
    def ours(self) -> float:
        """Meridian's part of the workshops."""
        return self.workshops * OURS / SPREAD

    @property
    def theirs(self) -> float:
        """Alder's part of the workshops."""
        return self.workshops * THEIRS / SPREAD

    @property
    def meridian(self) -> float:
        """All that the decision costs Meridian."""
        return self.ordering + self.stock + self.inspecting + self.premiums + self.ours

    @property
    def alder(self) -> float:
        """What Alder earns above cost, after its part of the workshops."""
        return self.premiums - self.theirs

    @property
    def temptation(self) -> float:
        """What Alder saves, once, by taking less care with a lot; EUR."""
        return TEMPTATION * self.lot

    @property
    def prospect(self) -> float:
        """What the lots after this one are worth to Alder today, EUR: their premiums, discounted."""
        return self.premium * self.lot / math.expm1(DISCOUNT / self.lots)

    @property
    def enough(self) -> float:
        """The least premium a housing (EUR) at which Alder takes care without being inspected."""
        trusted = regime_costs(self.lot, 0, 0, need(), HOLDING, TEMPTATION, DISCOUNT).japanese
        return (trusted - self.stock) / need()

    @property
    def careful(self) -> bool:
        """Whether Alder gains nothing by taking less care."""
        return not self.trust or self.premium >= self.enough

    @property
    def saving(self) -> float:
        """What Meridian saves against today."""
        return today().meridian - self.meridian


@lru_cache(maxsize=1)
def today() -> Deal:
    """Every lot inspected, at the best lot for that, paid at cost."""
    return Deal(trust=False, lot=best_lot(trust=False, workshops=0), premium=0.0, workshops=0)


@lru_cache(maxsize=2 * (MOST_WORKSHOPS + 1))
def best_lot(*, trust: bool, workshops: int) -> int:
    """The lot of the slider that costs Meridian least; where it trusts, with the premium that care takes."""
    return min(LOTS, key=lambda lot: _least(trust=trust, lot=lot, workshops=workshops))


def _least(*, trust: bool, lot: int, workshops: int) -> float:
    costs = curve(workshops, lot)
    return costs[1] if trust else costs[0]


def curve(workshops: int, lot: float) -> tuple[float, float]:
    """What a lot of this size costs a year: inspected, and trusted with the least premium; no workshops."""
    costs = regime_costs(lot, setup(workshops), INSPECTION, need(), HOLDING, TEMPTATION, DISCOUNT)
    return costs.american, costs.japanese


def practised(*, trust: bool) -> int:
    """The workshops after which a year costs Meridian least, at the best lot for this way of ordering."""
    return min(range(MOST_WORKSHOPS + 1), key=lambda n: _yearly(trust=trust, workshops=n))


def _yearly(*, trust: bool, workshops: int) -> float:
    lot = best_lot(trust=trust, workshops=workshops)
    return _least(trust=trust, lot=lot, workshops=workshops) + workshops * OURS / SPREAD


def most_inspected() -> float:
    """The most that Meridian can save against today while every lot is inspected at cost, EUR a year."""
    return today().meridian - _yearly(trust=False, workshops=practised(trust=False))


def losses(deal: Deal) -> dict[str, float]:
    """What Meridian pays too much for trust, EUR a year: by its lot, its practice, and its premium."""
    best = best_lot(trust=True, workshops=deal.workshops)
    lots = (_least(trust=True, lot=lot, workshops=deal.workshops) for lot in (deal.lot, best))
    practices = (_yearly(trust=True, workshops=n) for n in (deal.workshops, practised(trust=True)))
    return {
        "lot": next(lots) - next(lots),
        "practice": next(practices) - next(practices),
        "premium": (deal.premium - deal.enough) * need(),
    }
