"""How far a market has fallen into poles that are far apart."""

import math
from collections.abc import Sequence
from itertools import combinations

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, Range, number, summed, vector

_SENSITIVITY = Range(low=0, high=1.6)


def polarisation(sizes: Sequence[float], positions: Sequence[float], alpha: float) -> float:
    """Whether a market falls into a few poles that are far apart, or spreads out.

    People feel the distance to those who differ from them, and the more so the more stand on their own side.
    A market can become more polarised while it becomes less unequal: when the middle moves to its nearer
    pole.

    Args:
        sizes: πᵢ, how large each group is (any unit, 0 or more and not all 0; only the proportions count).
        positions: yᵢ, where each group stands, for example the logarithm of turnover (any unit; one for each
            size). Groups in the same place are one group.
        alpha: α, how much it matters to be among many of one's own kind (no unit, 0 to 1.6). At 0 it does not
            matter, and what is measured is inequality: the mean difference between two of the population.

    Returns:
        The polarisation (in the unit of the positions): 0 where all stand in one place, at most d / 2¹⁺ᵅ for
        a distance d between the ends, where half of all stand at each end.

    Raises:
        ModelError: a value outside the ranges above, or lists of different lengths.

    Equation:
        Σᵢ Σⱼ πᵢ¹⁺ᵅ πⱼ |yᵢ − yⱼ|, with sizes as shares of all

    Source:
        esteban1994, with the constant that makes the size of the population irrelevant.

    >>> round(polarisation([1, 1, 1, 1], [0, 1, 2, 3], alpha=1), 4)  # derived: 20 / 64
    0.3125
    >>> round(polarisation([1, 1, 1, 1], [0.5, 0.5, 2.5, 2.5], alpha=1), 4)  # derived: nearer, but two poles
    0.5
    """
    counted = vector("sizes", sizes, NOT_NEGATIVE)
    places = vector("positions", positions, ANY, len(counted))
    power = number("alpha", alpha, _SENSITIVITY)
    if max(counted) == 0:
        raise ModelError("sizes", "0 throughout", "at least one size above 0")
    felt = (
        one * other * (one**power + other**power) * abs(here - there)
        for (here, one), (there, other) in combinations(_poles(counted, places).items(), 2)
    )
    return summed("positions", positions, felt)


def _poles(sizes: Sequence[float], positions: Sequence[float]) -> dict[float, float]:
    """The share of all that stands at each position."""
    # With 1 as the largest, so that no sum leaves the range of floating-point numbers.
    scaled = [size / max(sizes) for size in sizes]
    total = math.fsum(scaled)
    here: dict[float, list[float]] = {}
    for size, position in zip(scaled, positions, strict=True):
        here.setdefault(position, []).append(size)
    return {position: math.fsum(group) / total for position, group in here.items()}
