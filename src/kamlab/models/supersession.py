"""How one way of doing business takes the place of another, and how fast a new one spreads.

Key account management may be superseded by value management, as the typewriter was by the word processor.
Two curves describe such a change. *Substitution* looks at shares: what the new way has gained helps it to
gain more, what is left of the old one limits it. *Diffusion* looks at first purchases: some firms start on
their own, the others follow those who have.

Substitution. The share f grows in proportion to itself and to what is left, df/dt = 2α f (1 − f), so that
ln(f / (1 − f)) = 2α (t − t₀) is a straight line in time: two years' shares are enough to draw it. From a
share of 10 % to one of 90 % the line climbs ln 9 + ln 9 = ln 81, which takes ln 81 / 2α, about 2.2 / α years.

Diffusion. Who has not bought yet does so at the rate p + q F, where F is the share that has: dF/dt =
(p + q F)(1 − F), F(0) = 0. Divided by (p + q F)(1 − F) and split into partial fractions it integrates to
F = (1 − x) / (1 + (q / p) x) with x = exp(−(p + q) t). The slope is a parabola in F with its top at
F = (q − p) / 2q; put in, it gives the time and the height of the peak. Where q ≤ p the top lies before the
start, and sales only fall. With a very small p diffusion is substitution with α = q / 2 and t₀ = ln(q / p) /
q.

What they leave out: price, quality and rivals, all of which are hidden in the constants; replacement
purchases; and that a change may stop half way. Both describe a change that has begun and will be completed.
Fitted before the peak is seen, the size of the market is little better than a guess.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

from kamlab.models._domain import ANY, NOT_NEGATIVE, POSITIVE, number, result

__all__ = ["BassCurve", "BassPoint", "bass", "bass_share", "substitution_share", "takeover_time"]

_STEPS = 100
_NEARLY_ALL = 0.99


def substitution_share(alpha: float, midpoint: float, time: float) -> float:
    """What share of the market the new way of doing things has reached.

    Args:
        alpha: α, half the rate at which the new way grows while it is still rare (share a year, 0 or more).
        midpoint: t₀, when it has half the market (year).
        time: t, when to look (year, on the same calendar).

    Returns:
        f, the share of the new way (0 to 1).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        f = ½ [1 + tanh α (t − t₀)] = 1 / (1 + exp(−2α (t − t₀)))

    Source:
        fisher1971. Some later texts write b for 2α.

    >>> [round(substitution_share(alpha=0.11, midpoint=2030, time=year), 2) for year in (2020, 2030, 2040)]
    [0.1, 0.5, 0.9]
    """
    rate = number("alpha", alpha, NOT_NEGATIVE)
    start, now = number("midpoint", midpoint, ANY), number("time", time, ANY)
    # Without growth, or at the midpoint, no other value matters, however large it is.
    return _logistic(2 * rate * (now - start)) if rate and now != start else 0.5


def takeover_time(alpha: float) -> float:
    """How long the new way takes from a tenth of the market to nine tenths.

    Args:
        alpha: α, half the rate at which the new way grows while it is still rare (share a year, above 0).

    Returns:
        The time (years).

    Raises:
        ModelError: a value outside the range above, or so small that the time has no end.

    Equation:
        Δt = ln 81 / (2α), about 2.2 / α

    Source:
        fisher1971.

    >>> round(takeover_time(alpha=0.1), 1)
    22.0
    """
    rate = number("alpha", alpha, POSITIVE)
    return result("alpha", alpha, math.log(81) / 2 / rate)


class BassPoint(NamedTuple):
    """A point of the diffusion curve.

    Args:
        time: t (years after the start).
        sales: the sales at that moment (units a year).
        adopted: all that were sold so far (units).
    """

    time: float
    sales: float
    adopted: float


@dataclass(frozen=True)
class BassCurve:
    """How a new product spreads.

    Args:
        peak_time: when sales are highest (years after the start; 0 where they only fall).
        peak_sales: the sales at that moment (units a year).
        curve: 101 points at equal distances, from the start to the horizon.
    """

    peak_time: float
    peak_sales: float
    curve: tuple[BassPoint, ...]


def bass(p: float, q: float, market: float, horizon: float | None = None) -> BassCurve:
    """When sales of something new peak, how high, and how they grow and fall.

    Args:
        p: the rate at which firms start of their own accord (share a year, above 0).
        q: the rate at which they follow those who have started (share a year, 0 or more).
        market: m, how many will have bought in the end (units, above 0).
        horizon: where the curve ends (years, above 0), or ``None`` for the time when 99 % have bought.

    Returns:
        The peak and the curve.

    Raises:
        ModelError: a value outside the ranges above, or rates or a horizon whose curve has no finite number.

    Equation:
        dF/dt = (p + q F)(1 − F); peak time ln(q / p) / (p + q), peak sales m (p + q)² / (4 q) where q > p,
        otherwise 0 and m p; 99 % after ln((1 + 0.99 q / p) / 0.01) / (p + q)

    Source:
        bass1969, room air conditioners in the USA with the rates of its table, p = 0.0104 and q = 0.4186 for
        a market of 16,895 thousand. Recomputed.

    >>> coolers = bass(p=0.0104, q=0.4186, market=16_895)
    >>> round(coolers.peak_time, 1), round(coolers.peak_sales)
    (8.6, 1857)
    """
    own, following = _rates(p, q)
    size = number("market", market, POSITIVE)
    end = _time_of(own, following, _NEARLY_ALL) if horizon is None else number("horizon", horizon, POSITIVE)
    result("p, q, horizon", (p, q, horizon), end * _STEPS)
    peak = max(0.0, (math.log(following) - math.log(own)) / (own + following)) if following else 0.0
    times = [end * step / _STEPS for step in range(_STEPS + 1)]
    return BassCurve(
        peak_time=result("p, q", (p, q), peak),
        peak_sales=result("market", market, size * _top(own, following)),
        curve=tuple(_point(own, following, size, time) for time in times),
    )


def bass_share(p: float, q: float, time: float) -> float:
    """What share of the firms that will buy in the end have bought by a moment.

    Args:
        p: the rate at which firms start of their own accord (share a year, above 0).
        q: the rate at which they follow those who have started (share a year, 0 or more).
        time: t (years after the start, 0 or more).

    Returns:
        F, the share that has bought (0 to 1).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        F = (1 − x) / (1 + (q / p) x), x = exp(−(p + q) t)

    Source:
        bass1969.

    >>> round(bass_share(p=0.0104, q=0.4186, time=8.61), 2)  # derived: (q − p) / 2q at the peak
    0.49
    """
    own, following = _rates(p, q)
    return _adopted(own, following, number("time", time, NOT_NEGATIVE))


def _rates(p: object, q: object) -> tuple[float, float]:
    own, following = number("p", p, POSITIVE), number("q", q, NOT_NEGATIVE)
    result("p, q", (p, q), own + following)
    return own, following


def _logistic(exponent: float) -> float:
    if exponent >= 0:
        return 1 / (1 + math.exp(-exponent))
    return math.exp(exponent) / (1 + math.exp(exponent))


def _adopted(own: float, following: float, time: float) -> float:
    decay = -(own + following) * time
    if not following:
        return -math.expm1(decay)
    # (q / p) x as a power of e: q / p alone can be too large for a number.
    return -math.expm1(decay) * _logistic(math.log(own) - math.log(following) - decay)


def _point(own: float, following: float, size: float, time: float) -> BassPoint:
    share = _adopted(own, following, time)
    sales = size * ((own + following * share) * (1 - share))
    return BassPoint(time, result("market", size, sales), size * share)


def _top(own: float, following: float) -> float:
    if following <= own:
        return own
    return (own + following) / following * ((own + following) / 4)


def _time_of(own: float, following: float, share: float) -> float:
    return (math.log(own + following * share) - math.log(own) - math.log1p(-share)) / (own + following)
