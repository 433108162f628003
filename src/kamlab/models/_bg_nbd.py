"""The buy-till-you-die model of ``clv``: is a customer without a contract still there, and will she order?"""

import math
from functools import partial

from kamlab.errors import ModelError
from kamlab.models._beta import beta_mean
from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, Range, number, result, whole

__all__ = ["bg_nbd_alive_probability", "bg_nbd_expected_purchases"]

_UNNOTICED = 1e-16


def bg_nbd_alive_probability(  # noqa: PLR0913, PLR0917 - the model's seven symbols
    frequency: int, recency: float, age: float, r: float, alpha: float, a: float, b: float
) -> float:
    """How likely it is that a customer who signs no contract is still a customer.

    Args:
        frequency: x, the number of repeat purchases so far (whole, 0 or more; the first purchase does not
            count).
        recency: tₓ, the time from the first purchase to the last (periods, 0 to T; 0 where x is 0).
        age: T, the time since the first purchase (periods, 0 or more).
        r: the shape of the purchase rates across customers (no unit, above 0).
        alpha: α, their scale (periods, above 0).
        a: the first shape of the drop-out chances across customers (no unit, above 0).
        b: the second one (no unit, above 0).

    Returns:
        The chance (0 to 1); 1 for a customer without repeat purchase, because the model lets customers leave
        only after one.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        1 / (1 + [x > 0] · a / (b + x − 1) · ((α + T) / (α + tₓ))ʳ⁺ˣ)

    Source:
        fader2005, from its likelihood.

    >>> round(bg_nbd_alive_probability(2, 30.43, 38.86, r=0.243, alpha=4.414, a=0.793, b=2.426), 3)
    0.727
    """
    purchases, last, lived = _history(frequency, recency, age)
    shape, scale, first, second = _parameters(r, alpha, a, b)
    if purchases == 0:
        return 1.0
    silence = math.log((scale + lived) / (scale + last))
    # b + x − 1 in this order keeps a very small b beside x = 1.
    stays, orders = result("b", b, second + (purchases - 1)), result("r", r, shape + purchases)
    odds = math.log(first) - math.log(stays) + orders * silence
    return 1 / (1 + math.exp(odds)) if odds < 0 else math.exp(-odds) / (1 + math.exp(-odds))


def bg_nbd_expected_purchases(  # noqa: PLR0913, PLR0917 - the model's eight symbols
    frequency: int,
    recency: float,
    age: float,
    horizon: float,
    r: float,
    alpha: float,
    a: float,
    b: float,
) -> float:
    """How many orders to expect from a customer, given only the rhythm of the past ones.

    While active, a customer orders at random at a rate of her own, and after each order leaves with a chance
    of her own; rates and chances differ between customers (gamma and beta). Many orders and then a long
    silence mean: gone.

    Args:
        frequency: x, the number of repeat purchases so far (whole, 0 or more; the first purchase does not
            count).
        recency: tₓ, the time from the first purchase to the last (periods, 0 to T; 0 where x is 0).
        age: T, the time since the first purchase (periods, 0 or more).
        horizon: t, how far to look ahead (periods, 0 or more).
        r: the shape of the purchase rates across customers (no unit, above 0).
        alpha: α, their scale (periods, above 0).
        a: the first shape of the drop-out chances across customers (no unit, above 0).
        b: the second one (no unit, above 0).

    Returns:
        The expected number of purchases in the next t periods.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        E[Y(t)] = (a + b + x − 1) / (a − 1) · [1 − ((α + T) / (α + T + t))ʳ⁺ˣ · ₂F₁(r + x, b + x; a + b + x −
        1; t / (α + T + t))] / (1 + [x > 0] · a / (b + x − 1) · ((α + T) / (α + tₓ))ʳ⁺ˣ).
        Evaluated as P(alive) · E[(1 − (1 + p t / (α + T))⁻⁽ʳ⁺ˣ⁾) / p] over p ~ Beta(a, b + x): the same
        value, and also good where a is 1 or t is long.

    Source:
        fader2005, equation 10; customer 1 of the CDNOW sample with the parameters of its table.

    >>> cdnow = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
    >>> round(bg_nbd_expected_purchases(frequency=2, recency=30.43, age=38.86, horizon=39, **cdnow), 3)
    1.226
    """
    alive = bg_nbd_alive_probability(frequency, recency, age, r, alpha, a, b)
    purchases, _, lived = _history(frequency, recency, age)
    shape, scale, first, second = _parameters(r, alpha, a, b)
    ahead = result("horizon", horizon, number("horizon", horizon, NOT_NEGATIVE) / (scale + lived))
    if alive == 0 or ahead == 0:
        return 0.0
    try:
        mean = beta_mean(partial(_until_dropout, ahead, shape + purchases), first, second + purchases)
    except ArithmeticError as error:
        raise ModelError("a, b", (a, b), "shapes of a size that floating-point numbers can add up") from error
    return result("horizon", horizon, alive * mean)


def _until_dropout(ahead: float, shape: float, dropout: float) -> float:
    """(1 − (1 + p s)⁻ᵏ) / p, the purchases of an active customer who leaves with chance p after each."""
    # So small a chance changes no digit; divided by it, the numerator's last digits would.
    if (shape + 1) * dropout * ahead < _UNNOTICED:
        return shape * ahead
    return -math.expm1(-shape * math.log1p(dropout * ahead)) / dropout


def _history(frequency: object, recency: object, age: object) -> tuple[int, float, float]:
    purchases, lived = whole("frequency", frequency), number("age", age, NOT_NEGATIVE)
    last = number("recency", recency, Range(low=0, high=lived if purchases else 0))
    return purchases, last, lived


def _parameters(r: object, alpha: object, a: object, b: object) -> tuple[float, float, float, float]:
    return (
        number("r", r, POSITIVE),
        number("alpha", alpha, POSITIVE),
        number("a", a, POSITIVE),
        number("b", b, POSITIVE),
    )
