"""Which accounts to invest in, and which suppliers and factors matter most.

A portfolio is drawn with two scores an account. This module gives the weights behind a score (pairwise
comparison), the field of the matrix that a pair of scores falls into, and a check from data: how much of an
outcome each factor explains.

What they leave out: the scores themselves are judgements, and a matrix turns a small difference at a boundary
into another field. The eigenvector is one of several ways to get weights from comparisons, and can rank two
criteria against a direct judgement of the two (banaecosta2008). What a factor explains is not what it causes.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING

from kamlab.errors import ModelError
from kamlab.models._domain import SCORE, Range, number, square
from kamlab.models._linear import Matrix, principal_eigenvector
from kamlab.models._lmg import FactorImportance, factor_importance

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BOUNDARY",
    "RANDOM_INDEX",
    "AccountPosition",
    "AhpPriorities",
    "FactorImportance",
    "KraljicPosition",
    "account_position",
    "ahp_priorities",
    "factor_importance",
    "kraljic",
]

BOUNDARY = 5.0
"""The score from which on an axis of a matrix counts as high (scale 0 to 10)."""

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""The mean consistency index of random matrices of size 1 to 15 (saaty1980).

Print disagrees: each author drew other random matrices. Saaty himself later prints 0.52, 0.89, 1.11, 1.25,
1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58 and 1.59 for sizes 3 to 15, which moves a ratio by a tenth at
size 3 and by a few per cent at most from size 4 on.
"""

_JUDGEMENTS = Range(low=1e-6, high=1e6)
_PRINTED = 0.005 + 1e-9
_PRINTED_SHARE = 0.05
_EQUAL = 1e-9


@dataclass(frozen=True)
class AhpPriorities:
    """The weights behind a set of pairwise comparisons.

    Args:
        weights: one a criterion, in order (shares, summing to 1).
        lambda_max: λmax, the principal eigenvalue (no unit; the number of criteria where judgements agree).
        consistency_index: CI = (λmax − n) / (n − 1) (no unit).
        consistency_ratio: CR = CI / RI (no unit; up to 0.10 passes as consistent).
    """

    weights: tuple[float, ...]
    lambda_max: float
    consistency_index: float
    consistency_ratio: float


def ahp_priorities(comparisons: "Sequence[Sequence[float]]") -> AhpPriorities:
    """Turn pairwise judgements ('growth matters three times as much as margin') into weights, and test them.

    Args:
        comparisons: A, the judgements: entry aᵢⱼ says how many times as much criterion i matters as criterion
            j (no unit; Saaty's scale runs from 1/9 to 9, and 10⁻⁶ to 10⁶ is accepted). Size 1 to 15, 1 on the
            diagonal, and aⱼᵢ = 1 / aᵢⱼ. A reciprocal printed with two decimals (0.33) passes; the judgement
            of 1 or more is taken.

    Returns:
        The weights and their consistency. One or two criteria cannot contradict each other: CR is 0.

    Raises:
        ModelError: a table that is not square, too large, out of range, without ones on the diagonal, or with
            a pair of entries that are not each other's reciprocal.

    Equation:
        A w = λmax w, Σ wᵢ = 1; CI = (λmax − n) / (n − 1); CR = CI / RI(n), RI in ``RANDOM_INDEX``

    Source:
        saaty1980. The seven drinks (coffee, wine, tea, beer, sodas, milk, water in the USA) are also in
        saaty2008.

    >>> drinks = [
    ...     [1, 9, 5, 2, 1, 1, 1 / 2],
    ...     [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    ...     [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    ...     [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    ...     [1, 9, 4, 2, 1, 2, 1 / 2],
    ...     [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    ...     [2, 9, 9, 3, 2, 3, 1],
    ... ]
    >>> judged = ahp_priorities(drinks)
    >>> [round(weight, 3) for weight in judged.weights]
    [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]
    >>> round(judged.consistency_ratio, 3)
    0.022
    """
    matrix = _reciprocal(square("comparisons", comparisons, _JUDGEMENTS))
    size = len(matrix)
    try:
        weights, growth = principal_eigenvector(matrix)
    except ArithmeticError as error:
        raise ModelError(
            "comparisons", "a table of contradictions", "judgements that single out weights"
        ) from error
    # For a reciprocal table λmax is n or more; rounding may leave it a hair below.
    lambda_max = max(growth, float(size))
    index = (lambda_max - size) / (size - 1) if size > 1 else 0.0
    ratio = index / RANDOM_INDEX[size - 1] if RANDOM_INDEX[size - 1] else 0.0
    return AhpPriorities(tuple(weights), lambda_max, index, ratio)


def _reciprocal(matrix: Matrix) -> Matrix:
    """The table with exact reciprocals, once it is known to be one of judgements."""
    size = len(matrix)
    if size > len(RANDOM_INDEX):
        raise ModelError("comparisons", f"a table of size {size}", f"size 1 to {len(RANDOM_INDEX)}")
    for place in range(size):
        if abs(matrix[place][place] - 1) > _EQUAL:
            raise ModelError(f"comparisons[{place}][{place}]", matrix[place][place], "1 on the diagonal")
    for row, column in combinations(range(size), 2):
        _check_pair(matrix, row, column)
    return [[_judgement(matrix, row, column) for column in range(size)] for row in range(size)]


def _check_pair(matrix: Matrix, row: int, column: int) -> None:
    more, less = sorted((matrix[row][column], matrix[column][row]), reverse=True)
    gap = abs(less - 1 / more)
    if gap > _PRINTED or gap > _PRINTED_SHARE * less:
        raise ModelError(
            f"comparisons[{column}][{row}]",
            f"{matrix[column][row]:g}",
            f"the reciprocal of {matrix[row][column]:g}",
        )


def _judgement(matrix: Matrix, row: int, column: int) -> float:
    if row == column:
        return 1.0
    forward, back = matrix[row][column], matrix[column][row]
    return forward if forward >= back else 1 / back


class KraljicPosition(Enum):
    """A field of the purchasing matrix, named as its author names it."""

    STRATEGIC = "strategic"
    BOTTLENECK = "bottleneck"
    LEVERAGE = "leverage"
    NON_CRITICAL = "non-critical"


def kraljic(profit_impact: float, supply_risk: float) -> KraljicPosition:
    """How the buyer sees what you sell: which field of the purchasing matrix it falls into.

    A seller in the strategic field can become a partner; one in the leverage field will meet price
    negotiations, however good the relationship.

    Args:
        profit_impact: what the item does to the buyer's profit (score, 0 to 10).
        supply_risk: how hard it would be to get elsewhere (score, 0 to 10).

    Returns:
        The field; a score of ``BOUNDARY`` (5) or more counts as high.

    Raises:
        ModelError: a score outside 0 to 10.

    Equation:
        strategic: both high; leverage: impact high; bottleneck: risk high; non-critical: neither

    Source:
        kraljic1983. The article draws the boundary by judgement and prints no number: 5 is this course's own.

    >>> kraljic(profit_impact=8, supply_risk=3).value
    'leverage'
    """
    impact, risk = number("profit_impact", profit_impact, SCORE), number("supply_risk", supply_risk, SCORE)
    if impact >= BOUNDARY:
        return KraljicPosition.STRATEGIC if risk >= BOUNDARY else KraljicPosition.LEVERAGE
    return KraljicPosition.BOTTLENECK if risk >= BOUNDARY else KraljicPosition.NON_CRITICAL


class AccountPosition(Enum):
    """A field of the account matrix."""

    KEY = "key"
    KEY_DEVELOPMENT = "key development"
    MAINTENANCE = "maintenance"
    OPPORTUNISTIC = "opportunistic"


def account_position(attractiveness: float, strength: float) -> AccountPosition:
    """Which field of the account portfolio a customer falls into, and so what to do with her.

    Args:
        attractiveness: how much the account promises to the supplier: growth, margin, fit ... (score, 0 to
            10).
        strength: how the supplier stands with the account against its rivals, in the customer's eyes (score,
            0 to 10).

    Returns:
        ``KEY`` (both high: invest), ``KEY_DEVELOPMENT`` (attractive, not yet strong: invest selectively),
        ``MAINTENANCE`` (strong, less attractive: keep, at a lower cost) or ``OPPORTUNISTIC`` (neither: serve
        when it pays). A score of ``BOUNDARY`` (5) or more counts as high.

    Raises:
        ModelError: a score outside 0 to 10.

    Equation:
        key: attractiveness ≥ 5 and strength ≥ 5; key development: attractiveness ≥ 5 only; maintenance:
        strength ≥ 5 only; opportunistic: neither

    Source:
        The account portfolio is fiocca1982; the names of the fields follow cheverton2004. Neither prints a
        number for the boundary: 5 is this course's own.

    >>> account_position(attractiveness=7.5, strength=4)
    <AccountPosition.KEY_DEVELOPMENT: 'key development'>
    """
    promise, standing = number("attractiveness", attractiveness, SCORE), number("strength", strength, SCORE)
    if promise >= BOUNDARY:
        return AccountPosition.KEY if standing >= BOUNDARY else AccountPosition.KEY_DEVELOPMENT
    return AccountPosition.MAINTENANCE if standing >= BOUNDARY else AccountPosition.OPPORTUNISTIC
