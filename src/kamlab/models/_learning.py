"""The practice of ``supplier_development``: what a later unit takes, and all units together."""

import math

from kamlab.models._domain import NOT_NEGATIVE, SHARE_ABOVE_0, number, result, whole

__all__ = ["learning_curve", "learning_total"]

_ONE_BY_ONE = 100


def learning_curve(first: float, rate: float, unit: int) -> float:
    """What a later unit costs a supplier that learns.

    Ask for it before you agree on a price for the whole series: a price that was fair for the first unit
    pays the supplier for what it has not yet learned.

    Args:
        first: T₁, what the first unit takes (currency, or hours; 0 or more).
        rate: L, what a unit takes after output has doubled, as a share of what it took before (share, above
            0, at most 1; 1 is no learning).
        unit: n, which unit (whole, 1 or more).

    Returns:
        Tₙ, what that unit takes (in the unit of ``first``). It is the cost of the unit itself, not the
        average up to it, for which the same curve is sometimes used (wright1936).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        Tₙ = T₁ · n^b, b = ln L / ln 2

    Source:
        heizer2006, module E. The figures are of its tugboats, 125,000 hours at 40 each; exercises in
        circulation use several rates, so the value is recomputed.

    >>> round(learning_curve(first=125_000 * 40, rate=0.90, unit=4))
    4050000
    >>> round(learning_curve(first=100_000, rate=0.80, unit=256))
    16777
    """
    cost, share = number("first", first, NOT_NEGATIVE), number("rate", rate, SHARE_ABOVE_0)
    return cost * math.pow(share, math.log2(whole("unit", unit, least=1)))


def learning_total(first: float, rate: float, units: int) -> float:
    """What the first so many units cost together, for a supplier that learns.

    Args:
        first: T₁, what the first unit takes (currency, or hours; 0 or more).
        rate: L, what a unit takes after output has doubled, as a share of what it took before (share, above
            0, at most 1).
        units: N, how many units (whole, 1 or more).

    Returns:
        What they take together (in the unit of ``first``).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        T₁ · Σ_{n = 1..N} n^b, b = ln L / ln 2; beyond 100 units by the formula of Euler and Maclaurin, whose
        error is far below the digits shown

    Source:
        jacobs2018, chapter 6: its table for 80 % gives the figure.

    >>> round(learning_total(first=100_000, rate=0.80, units=256))
    6247572
    """
    hours, slope = number("first", first, NOT_NEGATIVE), math.log2(number("rate", rate, SHARE_ABOVE_0))
    count = whole("units", units, least=1)
    singly = math.fsum(math.pow(unit, slope) for unit in range(1, min(count, _ONE_BY_ONE) + 1))
    rest = _power_tail(slope, _ONE_BY_ONE, float(count)) if count > _ONE_BY_ONE else 0.0
    return result("units", units, hours * (singly + rest))


def _power_tail(slope: float, start: float, end: float) -> float:
    """The sum of n^slope for whole n above ``start``, up to ``end`` (Euler and Maclaurin)."""
    span, grown = math.log(end / start), slope + 1
    # In this form nothing is lost where the exponent is close to -1.
    area = math.pow(start, grown) * math.expm1(grown * span) / grown if grown else span
    ends, first, third = (math.pow(end, slope - n) - math.pow(start, slope - n) for n in (0, 1, 3))
    return area + ends / 2 + slope * first / 12 - slope * (slope - 1) * (slope - 2) * third / 720
