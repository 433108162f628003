"""What it costs to keep supply going: a second source, a joint store, stock for the day when nothing comes.

A key account means few partners, and few partners mean that much hangs on each. This module puts the two
sides of the worry in money: how many suppliers are worth their keep, how much safety stock one store needs in
the place of several, how much stock bridges an outage, and how concentrated a firm's customers or suppliers
are.

How many suppliers. Something can stop all of them at once (an earthquake, a strike in the port) with the
chance S; otherwise each can fail on its own, with the chance U, whatever the others do. Nothing comes at all
with the chance S + (1 − S) Uⁿ. One more supplier lowers the expected loss by L (1 − S) Uⁿ (1 − U), less each
time, and always costs c more. So the first n whose successor saves no more than c is best, among all n. No
number of suppliers helps against S: for that, they must be in different places.

Safety stock. At one place the stock is z standard deviations of demand. Sums of demands vary less than each
demand on its own, unless all move together: the deviation of the sum is at most the sum of the deviations.

Outages. Each period the supplier is up or down. Up, it fails with the chance α until the next period; down,
it recovers with the chance β. In the long run the current outage has lasted n periods with the chance π₀ = β
/ (α + β) for n = 0 and πₙ = αβ / (α + β) · (1 − β)ⁿ⁻¹ from n = 1 on, so that it has lasted n or less with
F(n) = 1 − α / (α + β) · (1 − β)ⁿ. Whoever fills up to the level S whenever that is possible has S − (n + 1) d
left at the end of the period, or owes as much to its customers. The cost is h a unit left and p a unit owed.
One unit more on the level saves p when there is not enough, with the chance 1 − F, and costs h otherwise: the
level rises, one period's demand at a time, until F(n) ≥ p / (p + h), and S = (n + 1) d is best. What is left
and what is owed are areas below and above F, with j = ⌊S / d⌋, q = α / (α + β) and r = 1 − β: left = d ΣF(n)
over n = 0 ... j − 2, + (S − j d) F(j − 1), and owed = ((j + 1) d − S) q rʲ⁻¹ + d q rʲ / β for j ≥ 1; where
not even one period is covered nothing is left, and d (1 + q / β) − S is owed.

What it leaves out: suppliers that can help each other out, differ in risk or price, or deliver in part; the
loss that grows with the length of an outage (in the first model); lead times, and demand that varies in an
outage (in the third). Past deviations say little about demand with rare large swings. All chances are taken
as known, and the rare ones never are.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kamlab.errors import ModelError
from kamlab.models._domain import (
    NOT_NEGATIVE,
    ROUNDING,
    SHARE,
    distribution,
    number,
    refusal,
    result,
    summed,
    table,
    whole,
)
from kamlab.models._outage import OrderUpTo, disrupted_order_up_to

__all__ = [
    "OrderUpTo",
    "SafetyStock",
    "SupplierCount",
    "disrupted_order_up_to",
    "equivalent_number",
    "herfindahl",
    "optimal_supplier_count",
    "safety_stock",
    "supplier_count_cost",
]

_PRINTED = 0.005 + 1e-9


@dataclass(frozen=True)
class SupplierCount:
    """A number of suppliers and its cost.

    Args:
        suppliers: n, how many suppliers to keep (number).
        cost: the expected loss and the cost of keeping them (currency a period).
    """

    suppliers: int
    cost: float


@dataclass(frozen=True)
class SafetyStock:
    """What separate stores and one store for all must hold against swings of demand.

    Args:
        separate: the safety stock of each place on its own, in order (units).
        pooled: the safety stock of one store for all places (units); never more than the sum of the others.
    """

    separate: list[float]
    pooled: float


def supplier_count_cost(
    suppliers: int, shared_risk: float, own_risk: float, loss: float, cost: float
) -> float:
    """What a number of suppliers costs, the risk that all of them fail at once included.

    Args:
        suppliers: n, how many suppliers there are (whole, 1 or more).
        shared_risk: S, the chance that something stops all of them at once in a period (0 to 1).
        own_risk: U, the chance that a supplier fails on its own in a period (0 to 1).
        loss: L, what it costs when nothing comes at all (currency, 0 or more).
        cost: c, what it costs to keep a supplier (currency a period, 0 or more).

    Returns:
        The expected cost (currency a period).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        L (S + (1 − S) Uⁿ) + n c

    Source:
        berger2004. The data are a problem of heizer2017; the costs follow from them (derived).

    >>> risks = {"shared_risk": 0.03, "own_risk": 0.05, "loss": 400_000, "cost": 15_000}
    >>> [round(supplier_count_cost(suppliers, **risks), 1) for suppliers in (1, 2, 3)]
    [46400.0, 42970.0, 57048.5]
    """
    count = whole("suppliers", suppliers, least=1)
    shared, own = number("shared_risk", shared_risk, SHARE), number("own_risk", own_risk, SHARE)
    damage, keeping = number("loss", loss, NOT_NEGATIVE), number("cost", cost, NOT_NEGATIVE)
    return result("suppliers", suppliers, damage * (shared + (1 - shared) * own**count) + count * keeping)


def optimal_supplier_count(
    shared_risk: float, own_risk: float, loss: float, cost: float, most: int | None = None
) -> SupplierCount:
    """How many suppliers to keep.

    Args:
        shared_risk: S, the chance that something stops all of them at once in a period (0 to 1).
        own_risk: U, the chance that a supplier fails on its own in a period (0 to 1).
        loss: L, what it costs when nothing comes at all (currency, 0 or more).
        cost: c, what it costs to keep a supplier (currency a period, above 0 where one more always helps).
        most: how many suppliers there are to choose from (whole, 1 or more), or ``None`` for no limit.

    Returns:
        The number with the least cost, and that cost. Of two that cost the same, the smaller.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        the smallest n ≥ 1 with L (1 − S) Uⁿ (1 − U) ≤ c, or ``most`` where that is less

    Source:
        berger2004. The data are a problem of heizer2017; the result is derived.

    >>> optimal_supplier_count(shared_risk=0.03, own_risk=0.05, loss=400_000, cost=15_000)
    SupplierCount(suppliers=2, cost=42970.0)
    """
    shared, own = number("shared_risk", shared_risk, SHARE), number("own_risk", own_risk, SHARE)
    damage, keeping = number("loss", loss, NOT_NEGATIVE), number("cost", cost, NOT_NEGATIVE)
    limit = math.inf if most is None else whole("most", most, least=1)
    count = min(limit, _worth_keeping(shared, own, damage, keeping))
    if count == math.inf:
        raise refusal("cost", cost, "a number above 0 where one more supplier always helps and most is None")
    return SupplierCount(int(count), supplier_count_cost(int(count), shared, own, damage, keeping))


def _worth_keeping(shared: float, own: float, damage: float, keeping: float) -> float:
    """The smallest n of 1 or more whose successor saves no more than it costs."""
    if own in {0, 1} or shared == 1 or damage == 0:
        return 1
    if keeping == 0:
        return math.inf
    # How far the saving of a first supplier lies above the cost, and how far each further one brings it down.
    excess = math.log(damage) + math.log1p(-shared) + math.log1p(-own) - math.log(keeping)
    return max(1, math.ceil((excess - ROUNDING) / -math.log(own)))


def safety_stock(demands: Sequence[Sequence[float]], z: float) -> SafetyStock:
    """How much stock several places need against swings of demand, each on its own and all in one store.

    Args:
        demands: the demand of each place, period by period (units; at least one place, the same two or more
            periods for all). Below 0 counts as returned goods.
        z: how many standard deviations to cover (number, 0 or more; 1.645 covers 95 % of the periods where
            demand is normal).

    Returns:
        The stock of each place and of the one store. The saving of a pool is the sum of the former less the
        latter.

    Raises:
        ModelError: no place, a single period, series of different lengths, a value outside the ranges above.

    Equation:
        z sᵢ and z s, with sᵢ the standard deviation of place i's demand and s that of the sums of all places,
        both with n − 1 in the denominator

    Source:
        eppen1979, for demand that is normal. The example is derived: where demands have nothing to do with
        each other, stocks in the ratio of 3 to 4 make one of 5.

    >>> stock = safety_stock([[97, 97, 103, 103], [96, 104, 96, 104]], z=1.645)
    >>> [round(units, 1) for units in stock.separate], round(stock.pooled, 1)
    ([5.7, 7.6], 9.5)
    """
    rows, factor = table("demands", demands), number("z", z, NOT_NEGATIVE)
    if len(rows[0]) == 1:
        raise ModelError("demands[0]", "a list of 1", "at least two periods")
    sums = [result("demands", demands, sum(period)) for period in zip(*rows, strict=True)]
    *separate, pooled = (result("demands", demands, factor * _deviation(row)) for row in (*rows, sums))
    return SafetyStock(separate, pooled)


def _deviation(series: list[float]) -> float:
    mean = summed("demands", series, series) / len(series)
    return math.hypot(*(value - mean for value in series)) / math.sqrt(len(series) - 1)


def herfindahl(shares: Sequence[float]) -> float:
    """How concentrated a firm's customers or suppliers are, or the sellers of a market.

    Args:
        shares: sᵢ, the share of each (shares, 0 to 1; at least one, summing to 1). Rounded ones that sum to
            within half a percent of 1 are scaled.

    Returns:
        The index (share): 1 where all depends on one, 1 / n where n have equal shares. Antitrust texts
        multiply it by 10,000.

    Raises:
        ModelError: no share, one outside 0 to 1, or a sum that is not 1.

    Equation:
        H = Σ sᵢ²

    Source:
        hirschman1964, on who thought of it first. The example is derived.

    >>> round(herfindahl([0.5, 0.3, 0.2]), 2)
    0.38
    """
    return math.fsum(part**2 for part in distribution("shares", shares, printed=_PRINTED))


def equivalent_number(shares: Sequence[float]) -> float:
    """How many customers of equal size would leave a firm as dependent as it is.

    Args:
        shares: sᵢ, the share of each (shares, 0 to 1; at least one, summing to 1). Rounded ones that sum to
            within half a percent of 1 are scaled.

    Returns:
        The number, from 1 to as many as there are shares (number, not always whole).

    Raises:
        ModelError: no share, one outside 0 to 1, or a sum that is not 1.

    Equation:
        1 / H = 1 / Σ sᵢ²

    Source:
        adelman1969. The example is derived: one half and five tenths are as three and a third.

    >>> round(equivalent_number([0.5, 0.1, 0.1, 0.1, 0.1, 0.1]), 4)
    3.3333
    """
    return 1 / herfindahl(shares)
