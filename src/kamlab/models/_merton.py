"""What the market's view of a firm's shares says about its debts, solved with one unknown.

With F = D e^{−rT} as the unit of value, e = E / F, q = σ_E √T and s = σ_V √T, the two equations of the model
are e = eˣ N(y + s) − N(y) and q e = s eˣ N(y + s), where eˣ is V / F and y = x / s − s / 2 is d₂. The first
turns the second into s = q e / (e + N(y)): given y, s is known, and so is x = s (y + s / 2). One equation in
y is left. What the shares would be worth at y less what they are worth runs from −e (y far below 0) to
infinity (y far above), and each root is a solution of the two, which have only one (see ``holdup``). So
halving a bracket finds it.
"""

import math
from dataclasses import dataclass

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, POSITIVE, number, result

_WIDEST = 100.0
_NARROWEST = 1e-100
_LARGEST_RATIO = 1e100
_LARGEST_EXPONENT = 700.0
_NARROW_BAND = 1e-4


@dataclass(frozen=True)
class MertonFirm:
    """A firm as its shares show it.

    Args:
        asset_value: V, what all that the firm owns is worth (currency).
        asset_volatility: σ_V, how much that swings: the standard deviation of its yearly return (share).
        default_probability: N(−d₂), the chance that it is worth less than the debt when that is due, as the
            market prices it (0 to 1).
        debt_value: V − E, what the debt is worth today (currency).
        expected_loss: what its holders are expected to lose (share of what a debt without risk would be
            worth).
    """

    asset_value: float
    asset_volatility: float
    default_probability: float
    debt_value: float
    expected_loss: float


def merton(equity: float, equity_volatility: float, debt: float, rate: float, years: float) -> MertonFirm:
    """How likely it is that a firm cannot pay its debts, judged by its shares.

    Owners with limited liability hold an option: when the debt is due they pay it and keep the firm, or leave
    it to the lenders. So the price of the shares and its swings tell what the firm is worth and how much that
    swings. A supplier whose shares are not traded has neither; there one takes those of firms like it.

    Args:
        equity: E, what the shares are worth (currency, above 0).
        equity_volatility: σ_E, how much that swings: the standard deviation of its yearly return (share, 0 or
            more; times the root of ``years`` at most 100).
        debt: D, what is to be paid (currency, 0 or more).
        rate: r, the yearly interest without risk, compounded continuously (share, any).
        years: T, when it is to be paid (years, above 0).

    Returns:
        The firm's value, its swings, the chance of default and what the lenders may lose.

    Raises:
        ModelError: a value outside the ranges above, or a debt above 0 that differs from the equity by more
            than a factor of 10¹⁰⁰.

    Equation:
        E = V N(d₁) − D e^{−rT} N(d₂), σ_E E = N(d₁) σ_V V, with d₁ = (ln(V / D) + (r + σ_V² / 2) T) /
        (σ_V √T) and d₂ = d₁ − σ_V √T; the chance of default is N(−d₂), the expected loss N(−d₂) −
        (V / D e^{−rT}) N(−d₁)

    Source:
        merton1974; hull2012, the example of equity of 3 million and debt of 10 million.

    >>> firm = merton(equity=3, equity_volatility=0.8, debt=10, rate=0.05, years=1)
    >>> round(firm.asset_value, 2), round(firm.asset_volatility, 4), round(firm.default_probability, 3)
    (12.4, 0.2123, 0.127)
    """
    shares, due = number("equity", equity, POSITIVE), number("debt", debt, NOT_NEGATIVE)
    swing = number("equity_volatility", equity_volatility, NOT_NEGATIVE)
    interest, time = number("rate", rate, ANY), number("years", years, POSITIVE)
    root = math.sqrt(time)
    if swing * root > _WIDEST:
        raise ModelError("equity_volatility", f"{swing:g}", f"at most {_WIDEST / root:g} over these years")
    if due == 0:
        return MertonFirm(shares, swing, 0.0, 0.0, 0.0)
    if interest * time < -_LARGEST_EXPONENT:
        raise ModelError("rate", f"{interest:g}", f"{-_LARGEST_EXPONENT / time:g} or more over these years")
    unit = due * math.exp(-interest * time)
    if unit == 0 or not shares / _LARGEST_RATIO <= unit <= shares * _LARGEST_RATIO:
        raise ModelError("debt", f"{due:g}", "0, or a present value comparable with the equity")
    result("debt", debt, shares + unit)
    return _solved(shares, unit, swing * root, root)


def _solved(shares: float, unit: float, spread: float, root: float) -> MertonFirm:
    ratio = shares / unit
    if spread < _NARROWEST:  # what does not swing is never below the debt
        return MertonFirm(shares + unit, spread / root * (ratio / (1 + ratio)), 0.0, unit, 0.0)
    distance = _distance(ratio, spread)
    width = _width(distance, ratio, spread)
    default = _below(-distance)
    # What lenders get where the firm fails: all of it.
    recovered = math.exp(width * (distance + width / 2)) * _below(-distance - width)
    debt = unit * (_below(distance) + recovered)
    return MertonFirm(shares + debt, width / root, default, debt, max(0.0, default - recovered))


def _distance(ratio: float, spread: float) -> float:
    """The y at which the shares are worth what they are: bracketed by doubling, then halved."""
    low, high = -1.0, 1.0
    while _too_much(low, ratio, spread) > 0:
        low *= 2
    while _too_much(high, ratio, spread) < 0:
        high *= 2
    while high - low > 1e-15 * (1 + abs(low)):
        middle = (low + high) / 2
        if _too_much(middle, ratio, spread) > 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _width(distance: float, ratio: float, spread: float) -> float:
    return spread * (ratio / (ratio + _below(distance)))


def _too_much(distance: float, ratio: float, spread: float) -> float:
    """What the shares would be worth at ``distance``, less what they are worth."""
    width = _width(distance, ratio, spread)
    growth = width * (distance + width / 2)
    if growth > _LARGEST_EXPONENT:
        return math.inf
    if width < _NARROW_BAND:
        # The two terms are almost equal: their difference in parts that are each exact.
        return math.expm1(growth) * _below(distance + width) + _band(distance, width) - ratio
    return math.exp(growth) * _below(distance + width) - _below(distance) - ratio


def _below(value: float) -> float:
    """N: the chance that a standard normal variable lies below ``value``."""
    return math.erfc(-value / math.sqrt(2)) / 2


def _band(start: float, width: float) -> float:
    """N(start + width) − N(start) for a narrow band, by its middle."""
    middle = start + width / 2
    density = math.exp(-middle * middle / 2) / math.sqrt(2 * math.pi)
    if density == 0:
        return 0.0
    return width * density * (1 + width * width * (middle * middle - 1) / 24)
