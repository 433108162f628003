"""Means over a beta distribution, for the models that let customers differ."""

import math
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COARSEST = 0.25
_HALVINGS = 9
_AGREEMENT = 1e-12
# With a finer step, which so narrow a density would need, the sum's places no longer differ in their digits.
_FINEST = 1e-12
# Terms this far (in logarithm) below the largest no longer show in a sum of floats.
_NEGLIGIBLE = 45.0


def beta_mean(function: "Callable[[float], float]", a: float, b: float) -> float:
    """The mean of ``function`` (smooth, on 0 to 1) over Beta(a, b), by double-exponential quadrature.

    With p = 1 / (1 + exp(−sinh u)) both ends of the range move to infinity, where the density dies out doubly
    fast however singular it is at p = 0 or p = 1; the plain sum over equally spaced u then gains digits with
    every halving of the step. The density's constant is summed by the same rule and cancels.

    Raises:
        ArithmeticError: the digits do not settle.
    """
    peak = math.asinh(math.log(a) - math.log(b))
    step = min(_COARSEST, 0.5 * math.hypot(1 / math.sqrt(a), 1 / math.sqrt(b)) / math.cosh(peak))
    if step < _FINEST:
        raise ArithmeticError("the beta distribution is too narrow to be summed over")
    before = math.nan
    for halving in range(_HALVINGS):
        now = _weighted_mean(function, a, b, peak, step / 2**halving)
        if abs(now - before) <= _AGREEMENT * abs(now):
            return now
        before = now
    raise ArithmeticError("the mean over the beta distribution did not settle")


def _weighted_mean(
    function: "Callable[[float], float]", a: float, b: float, peak: float, step: float
) -> float:
    # From the density's peak, p = a / (a + b), walked outwards until the terms are negligible.
    walks = [*_walk(a, b, peak, step), *_walk(a, b, peak - step, -step)]
    largest = max(weight for weight, _ in walks)
    weights = [math.exp(weight - largest) for weight, _ in walks]
    total = math.fsum(weight * function(share) for weight, (_, share) in zip(weights, walks, strict=True))
    return total / math.fsum(weights)


def _walk(a: float, b: float, start: float, step: float) -> "Iterator[tuple[float, float]]":
    largest = -math.inf
    for place in count():
        u = start + place * step
        log_share, log_rest = -_softplus(-math.sinh(u)), -_softplus(math.sinh(u))
        weight = a * log_share + b * log_rest + math.log(math.cosh(u))
        largest = max(largest, weight)
        if weight < largest - _NEGLIGIBLE:
            return
        yield weight, math.exp(log_share)


def _softplus(value: float) -> float:
    """log(1 + exp(value)) without overflow."""
    return max(value, 0.0) + math.log1p(math.exp(-abs(value)))
