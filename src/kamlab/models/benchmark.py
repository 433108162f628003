"""Whether a partner is as good as the best, and how many others to ask.

A partnership that never looks outside grows complacent. Two tests wake it up. A *benchmark* compares a unit
(a plant, a supplier, a sales team) with the best practice of units like it, by everything it uses and
everything it makes. A *market test* asks for quotes: every further quote can only lower the best one, by less
each time.

Efficiency. Any mix of units could be run, each on any scale: λ₁ of the first, λ₂ of the second, and so on. If
some mix makes as much of everything as a unit does and needs no more than the share θ of each of its inputs,
the unit wastes 1 − θ. The score is the smallest such θ. Seen from the other side, let the unit choose prices
for inputs and outputs under which it looks best, as long as no unit's outputs are worth more than its inputs;
the score is the value of its outputs when its inputs cost 1. The two are each other's dual linear programmes
and have the same value. The second is solved here, because no prices at all are a point to start from, and
in whole numbers (``_dea``), because the data of a benchmark are full of ties. That a mix must be an average
(*variable returns*: Σ λⱼ = 1, so no unit is scaled up or down) needs no other model: give every unit one more
output of 1 and one of −1, and 'as much of everything' says Σ λⱼ ≥ 1 and Σ λⱼ ≤ 1.

Quotes. The best of n quotes is at least x when all n are, so its chance is P(quote ≥ x)ⁿ. Summed over the
steps from each price to the next, this gives the expected best quote: x₁ + Σₖ (xₖ − xₖ₋₁) P(quote ≥ xₖ)ⁿ. One
more quote saves Σₖ (xₖ − xₖ₋₁) P(quote ≥ xₖ)ⁿ (1 − P(quote ≥ xₖ)), which falls with n: asking pays as long as
that is more than what a quote costs.

What they leave out: a score compares with the best that were looked at, not with the best possible, and a
single wrong figure among the best moves the scores of many others. With many measures and few units nearly
all look perfect, and a score of 1 can still hide waste of a single input. Scores say nothing about luck or
circumstances. A quote is taken as binding, drawn at random from prices that do not react to the number of
bidders, for the same quality.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kamlab.errors import ModelError
from kamlab.models._dea import Grid, scores_and_peers, whole_columns
from kamlab.models._domain import (
    ANY,
    NOT_NEGATIVE,
    POSITIVE,
    distribution,
    number,
    refusal,
    result,
    rounded,
    table,
    vector,
    whole,
)
from kamlab.models._linear import Vector

__all__ = [
    "QuoteSearch",
    "best_number_of_quotes",
    "efficiency",
    "efficiency_peers",
    "expected_best_quote",
]


def efficiency(
    inputs: Sequence[Sequence[float]], outputs: Sequence[Sequence[float]], returns: str = "constant"
) -> list[float]:
    """How much of what each unit uses the best practice would need for the same outputs.

    A unit with 0.8 could do with 80 % of all its inputs. A unit with 1 has no better mix of others that needs
    less of *every* input; it may still use more of a single one than necessary. Scores do not depend on the
    units in which the inputs and outputs are measured.

    Args:
        inputs: X, one row a unit, one column an input: what it uses (any unit, 0 or more; in each row
            something above 0).
        outputs: Y, one row a unit, one column an output: what it makes (any unit, 0 or more). A unit that
            makes nothing scores 0 with constant returns.
        returns: ``"constant"`` if a unit could be run on any scale, ``"variable"`` if it is compared only
            with averages of others, so that size is not held against it.

    Returns:
        θ, one a unit, in order (share, 0 to 1). Each is the exact value for the numbers given, rounded once.

    Raises:
        ModelError: a value outside the ranges above, or tables that do not fit together.

    Equation:
        θ = min θ with Σⱼ λⱼ xⱼ ≤ θ x, Σⱼ λⱼ yⱼ ≥ y, λ ≥ 0; variable returns: Σⱼ λⱼ = 1

    Source:
        charnes1978 for constant and banker1984 for variable returns. The six units are example 2.2 of
        cooper2007, recomputed.

    >>> uses = [[4, 3], [7, 3], [8, 1], [4, 2], [2, 4], [10, 1]]
    >>> [round(score, 4) for score in efficiency(inputs=uses, outputs=[[1]] * 6)]
    [0.8571, 0.6316, 1.0, 1.0, 1.0, 1.0]
    """
    return [float(score) for score, _ in scores_and_peers(*_units(inputs, outputs, returns))]


def efficiency_peers(
    inputs: Sequence[Sequence[float]], outputs: Sequence[Sequence[float]], returns: str = "constant"
) -> list[dict[int, float]]:
    """Whom each unit can learn from: the mix of others that its score compares it with.

    Args:
        inputs: X, as in ``efficiency`` (any unit, 0 or more).
        outputs: Y, as in ``efficiency`` (any unit, 0 or more).
        returns: ``"constant"`` or ``"variable"``.

    Returns:
        For each unit its peers, counted from 0, with their weights λ (multiples of the peer, above 0). The
        mix makes at least what the unit makes, with at most θ of its inputs. Where several mixes do so it is
        one of them.

    Raises:
        ModelError: a value outside the ranges above, or tables that do not fit together.

    Equation:
        the λ of ``efficiency``

    Source:
        charnes1978, banker1984. In example 2.2 of cooper2007 the first unit, (4, 3), is compared with 5/7 of
        the fourth, (4, 2), and 2/7 of the fifth, (2, 4): together 6/7 of its inputs. Recomputed.

    >>> uses = [[4, 3], [7, 3], [8, 1], [4, 2], [2, 4], [10, 1]]
    >>> peers = efficiency_peers(inputs=uses, outputs=[[1]] * 6)[0]
    >>> {unit: round(weight, 6) for unit, weight in sorted(peers.items())}
    {3: 0.714286, 4: 0.285714}
    """
    # Columns were scaled, but a multiple of a whole unit is the same in every scale.
    found = scores_and_peers(*_units(inputs, outputs, returns))
    return [
        {peer: rounded("inputs", inputs, weight) for peer, weight in sorted(peers.items())}
        for _, peers in found
    ]


def _units(inputs: object, outputs: object, returns: object) -> tuple[Grid, Grid]:
    """Inputs and outputs in whole numbers, with two more outputs where returns are variable."""
    used, made = table("inputs", inputs, NOT_NEGATIVE), table("outputs", outputs, NOT_NEGATIVE)
    if len(made) != len(used):
        raise ModelError("outputs", f"{len(made)} rows", f"{len(used)} rows, as many as inputs")
    for place, row in enumerate(used):
        if not any(row):
            raise ModelError(f"inputs[{place}]", "a row of zeros", "at least one input above 0")
    if not isinstance(returns, str) or returns not in {"constant", "variable"}:
        raise refusal("returns", returns, "'constant' or 'variable'")
    average = [1, -1] if returns == "variable" else []
    return whole_columns(used), [row + average for row in whole_columns(made)]


def expected_best_quote(quotes: Sequence[float], probabilities: Sequence[float], searches: int) -> float:
    """What the cheapest of a number of quotes will be on average.

    Args:
        quotes: x, the prices that suppliers ask (currency; any order, repeats add up).
        probabilities: p, how likely a supplier asks each of them (0 to 1, summing to 1; a printed list may
            miss it by 0.0005, and is then scaled).
        searches: n, how many suppliers are asked (whole number of quotes, 1 or more).

    Returns:
        The expected best quote (currency).

    Raises:
        ModelError: a value outside the ranges above, or lists that do not fit together.

    Equation:
        x₁ + Σ_{k ≥ 2} (xₖ − xₖ₋₁) P(quote ≥ xₖ)ⁿ, with the prices in rising order

    Source:
        stigler1961, where half of the suppliers ask 2 and half ask 3. The figures are derived.

    >>> [expected_best_quote([2, 3], [0.5, 0.5], searches) for searches in (1, 2, 3)]
    [2.5, 2.25, 2.125]
    """
    prices, chances = _steps(quotes, probabilities)
    return result("quotes", quotes, _best(prices, chances, whole("searches", searches, least=1)))


@dataclass(frozen=True)
class QuoteSearch:
    """How many quotes to ask for.

    Args:
        searches: n, the number of quotes that costs least in all (number).
        expected_quote: the expected best of them (currency).
        total: the expected best quote and what asking costs (currency).
    """

    searches: int
    expected_quote: float
    total: float


def best_number_of_quotes(
    quotes: Sequence[float], probabilities: Sequence[float], cost: float
) -> QuoteSearch:
    """How many suppliers to ask when every quote costs something, and how many are too many.

    Args:
        quotes: x, the prices that suppliers ask for what is to be bought (currency; any order).
        probabilities: p, how likely a supplier asks each of them (0 to 1, summing to 1; a printed list may
            miss it by 0.0005, and is then scaled).
        cost: c, what it costs to get and check a quote (currency, above 0).

    Returns:
        The number, the expected best quote and the total. Of two numbers that cost the same it is the
        smaller.

    Raises:
        ModelError: a value outside the ranges above, or lists that do not fit together.

    Equation:
        n = the first at which one more quote saves no more than c: Q(n) − Q(n + 1) ≤ c, Q as in
        ``expected_best_quote``

    Source:
        stigler1961. The figures are derived: the third quote saves 0.125.

    >>> best_number_of_quotes([2, 3], [0.5, 0.5], cost=0.1)
    QuoteSearch(searches=3, expected_quote=2.125, total=2.425)
    """
    prices, chances = _steps(quotes, probabilities)
    price = number("cost", cost, POSITIVE)
    result("quotes", quotes, _saved(prices, chances, 1))
    enough = 1
    while _saved(prices, chances, enough) > price:
        enough *= 2
    few = enough // 2
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (middle, enough) if _saved(prices, chances, middle) > price else (few, middle)
    expected = _best(prices, chances, enough)
    return QuoteSearch(enough, expected, result("cost", cost, expected + enough * price))


def _steps(quotes: object, probabilities: object) -> tuple[Vector, Vector]:
    """The prices in rising order, and for each the chance that a quote is as high or higher."""
    asked = vector("quotes", quotes, ANY)
    chances = distribution("probabilities", probabilities, len(asked))
    ordered = sorted(zip(asked, chances, strict=True))
    tails = list(accumulate(chance for _, chance in reversed(ordered)))[::-1]
    return [price for price, _ in ordered], [tail / tails[0] for tail in tails]


def _best(prices: Vector, above: Vector, searches: int) -> float:
    dearer = [rise * chance**searches for rise, chance in _rises(prices, above)]
    return math.fsum([prices[0], *dearer])


def _saved(prices: Vector, above: Vector, searches: int) -> float:
    """What one quote more than ``searches`` takes off the expected best one."""
    return math.fsum(rise * chance**searches * (1 - chance) for rise, chance in _rises(prices, above))


def _rises(prices: Vector, above: Vector) -> list[tuple[float, float]]:
    """From each price to the next, and how likely a quote is at least the next."""
    steps = [after - before for before, after in pairwise(prices)]
    return list(zip(steps, above[1:], strict=True))
