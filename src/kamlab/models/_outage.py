"""Stock against outages of a supplier; ``continuity`` derives the equations."""

import math
from dataclasses import dataclass

from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, ROUNDING, SHARE, SHARE_ABOVE_0, number, result


@dataclass(frozen=True)
class OrderUpTo:
    """A level that stock is filled up to, and its cost.

    Args:
        level: S, stock on hand and on order, less what is owed (units).
        cost: the expected cost of stock and of shortage (currency a period).
    """

    level: float
    cost: float


def disrupted_order_up_to(  # noqa: PLR0913, PLR0917 - the signature of the course
    holding: float,
    penalty: float,
    demand: float,
    disruption: float,
    recovery: float,
    level: float | None = None,
) -> OrderUpTo:
    """How much stock to keep against a supplier that fails now and then, for how long nobody knows.

    Args:
        holding: h, what it costs to hold a unit (currency a unit and period, above 0).
        penalty: p, what it costs to owe a customer a unit (currency a unit and period, above 0).
        demand: d, what customers take (units a period, above 0).
        disruption: α, the chance that a supplier who delivers fails by the next period (0 to 1).
        recovery: β, the chance that a supplier who has failed delivers again in the next period (share, above
            0, at most 1).
        level: S, the level to fill up to (units, 0 or more), or ``None`` for the best one.

    Returns:
        The level and its cost. Of two levels that cost the same, the lower.

    Raises:
        ModelError: a value outside the ranges above, or values whose level or cost is no finite number.

    Equation:
        S = (n + 1) d with the smallest n for which F(n) ≥ p / (p + h); cost Σ πₙ (h [S − (n + 1) d]⁺ +
        p [(n + 1) d − S]⁺), where π₀ = β / (α + β), πₙ = αβ / (α + β) · (1 − β)ⁿ⁻¹ and
        F(n) = 1 − α / (α + β) · (1 − β)ⁿ

    Source:
        snyder2019, example 9.3.

    >>> best = disrupted_order_up_to(holding=0.25, penalty=3, demand=2000, disruption=0.04, recovery=0.25)
    >>> best.level, round(best.cost, 2)
    (8000.0, 2737.07)
    >>> low = disrupted_order_up_to(0.25, 3, 2000, disruption=0.04, recovery=0.25, level=1200)
    >>> round(low.cost, 2)
    5710.34
    """
    keeping, owing = number("holding", holding, POSITIVE), number("penalty", penalty, POSITIVE)
    need = number("demand", demand, POSITIVE)
    failing, returning = number("disruption", disruption, SHARE), number("recovery", recovery, SHARE_ABOVE_0)
    down = failing / (failing + returning)
    if level is None:
        periods = _bridged(result("penalty", penalty, owing / keeping), down, returning)
        stock = result("recovery", recovery, need * (periods + 1))
    else:
        stock = number("level", level, NOT_NEGATIVE)
    left, owed = _expected(result("demand", demand, stock / need), down, returning)
    return OrderUpTo(stock, result("demand", demand, need * (keeping * left + owing * owed)))


def _bridged(dearness: float, down: float, recovery: float) -> float:
    """The smallest n with F(n) ≥ p / (p + h), where ``dearness`` is p / h."""
    # In logarithms: q rⁿ ≤ h / (p + h).
    excess = math.log1p(dearness) + math.log(down) - ROUNDING if down else 0.0
    if excess <= 0:
        return 0.0
    if recovery == 1:
        return 1.0
    return float(math.ceil(result("recovery", recovery, excess / -math.log1p(-recovery))))


def _expected(covered: float, down: float, recovery: float) -> tuple[float, float]:
    """What is left and what is owed at the end of a period, where the level covers ``covered`` periods.

    Both in periods of demand.
    """
    last = math.floor(covered) - 1
    if last < 0:
        return 0.0, 1 - covered + down / recovery
    # The logarithm of rⁿ: rⁿ and 1 − rⁿ keep their digits however small they or β are.
    fading = last * math.log1p(-recovery) if recovery < 1 else -math.inf if last else 0.0
    longer = down * math.exp(fading)
    left = last + down * math.expm1(fading) / recovery + (covered - last - 1) * (1 - longer)
    owed = (last + 2 - covered) * longer + longer * (1 - recovery) / recovery
    return left, owed
