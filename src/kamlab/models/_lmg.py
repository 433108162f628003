"""The check from data of ``portfolio``: how much of an outcome each factor explains."""

from dataclasses import dataclass
from math import factorial
from typing import TYPE_CHECKING

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, table, vector
from kamlab.models._linear import Vector, correlations, explained_by_subset

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FactorImportance", "factor_importance"]

_MOST_FACTORS = 15


@dataclass(frozen=True)
class FactorImportance:
    """How much of an outcome each factor explains.

    Args:
        shares: one a factor, in order (shares of the outcome's variance; they sum to ``r_squared``).
        r_squared: R², what all factors together explain (share, 0 to 1).
    """

    shares: tuple[float, ...]
    r_squared: float


def factor_importance(factors: "Sequence[Sequence[float]]", outcome: "Sequence[float]") -> FactorImportance:
    """Split what a set of factors explains of an outcome fairly between them.

    Factors overlap: big accounts are also old ones. Each factor's share is what it adds to the explained
    variance, averaged over every order in which the factors could have been added. Two equal factors get
    equal shares; one that explains nothing gets nothing. It says what goes together, not what causes what.

    Args:
        factors: xᵢⱼ, one row an observation, one column a factor (any units; 1 to 15 factors, 2 observations
            or more). With no more observations than factors + 1, R² is 1 whatever the data say.
        outcome: yᵢ, what is to be explained, one an observation (any unit; not all equal).

    Returns:
        The shares and R².

    Raises:
        ModelError: ragged or empty tables, more than 15 factors, a single observation, lists that do not fit
            together, or an outcome without variation.

    Equation:
        shareⱼ = Σ_{S without j} |S|! (p − |S| − 1)! / p! · (R²(S + j) − R²(S)), the Shapley value of R²

    Source:
        lindeman1980 (known as LMG), gromping2007. The shares for R's table of 47 Swiss provinces
        (gromping2006) are a test.

    >>> split = factor_importance([[1, 1], [2, 2], [3, 3], [4, 4]], outcome=[2, 4, 6, 8])  # derived
    >>> [round(share, 6) for share in split.shares], round(split.r_squared, 6)
    ([0.5, 0.5], 1.0)
    """
    rows = table("factors", factors, ANY)
    explained = vector("outcome", outcome, ANY, len(rows))
    if len(rows) == 1:
        raise ModelError("factors", "a single row", "two observations or more")
    if len(rows[0]) > _MOST_FACTORS:
        raise ModelError("factors", f"{len(rows[0])} columns", f"1 to {_MOST_FACTORS} factors")
    gram = correlations([*(list(column) for column in zip(*rows, strict=True)), explained])
    if gram[-1][-1] == 0:
        raise ModelError("outcome", f"{explained[0]:g} throughout", "an outcome that varies")
    by_subset = explained_by_subset(gram)
    shares = _shapley(by_subset, len(rows[0]))
    return FactorImportance(tuple(shares), by_subset[-1])


def _shapley(by_subset: Vector, count: int) -> Vector:
    weights = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    shares = [0.0] * count
    for subset, explained in enumerate(by_subset):
        for factor in range(count):
            if not subset >> factor & 1:
                gain = by_subset[subset | 1 << factor] - explained
                shares[factor] += weights[subset.bit_count()] * gain
    return shares
