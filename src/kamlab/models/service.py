"""What a customer takes for granted, what delights her, and how a whole firm keeps a promise.

Three measures of one thing. The *Kano coefficients* say how much a feature can please when it is there, and
how much it can anger when it is missing. The *chain* says what is left of a promise when every hand that it
passes through must keep it, from the general manager to the cleaner. The *gap* says how far what she got is
from what she expected.

Kano. Customers are asked twice about each feature: how they feel if it is there, and how they feel if it is
not. The two answers put each of them in a class. The feature is *attractive* to her (pleased with it, not
angry without), *one-dimensional* (pleased with it, angry without), a *must-be* (not pleased with it, angry
without) or *indifferent* (neither). Satisfaction is the share that the feature pleases, so A + O of all four;
dissatisfaction is the share that its absence angers, O + M, with a minus. The two are not each other's
complement: their sizes add up to 1 + (O − I) / (A + O + M + I), because O counts in both and I in neither.
Who wants the feature away, or whose two answers contradict each other, is in none of the classes and is left
out.

The chain. If n links fail independently of each other, the promise holds with the product of their chances.
The product is never better than its weakest link, and never worse than 1 less the sum of all chances to fail:
that is all that the links could spoil if no two of them ever failed in the same delivery. Links that fail
together (one cause stops them all) leave more than the product, at most the weakest link.

The gap. For each dimension of the service (how reliable it is, how quick ...) it is what was perceived less
what was expected. The weights are what the customer says that each dimension is worth to her, usually by
giving out 100 points. Only their proportions matter here: Σ w (P − E) / Σ w is a mean of the gaps, so it
stays on the scale of the answers, and for equal weights it is the plain mean. Some texts print Σ w (P − E)
with points, or divide it by the number of dimensions; both are this number times a constant.

What they leave out: that features age (what delights today is taken for granted tomorrow), how much of a
feature there is and what it costs; that a good recovery after a failure can win more trust than the failure
lost; and that expectations are partly of the supplier's own making: who promises less has the smaller gap.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, SHARE, number, rounded, vector

__all__ = ["KanoCoefficients", "chain_reliability", "kano_coefficients", "servqual_gap"]


class KanoCoefficients(NamedTuple):
    """What a feature can do to a customer's satisfaction.

    Args:
        satisfaction: the share of customers that it pleases when it is there (share, 0 to 1).
        dissatisfaction: the share that its absence angers, with a minus (share, −1 to 0).
    """

    satisfaction: float
    dissatisfaction: float


def kano_coefficients(
    attractive: float, one_dimensional: float, must_be: float, indifferent: float
) -> KanoCoefficients:
    """How much a feature of the service can please, and how much its absence can anger.

    First make sure of what stands near −1 on the second scale: customers do not thank you for it, but leave
    without it. Then compete on what is high on both. What is high on the first alone sets you apart, and
    makes a customer feel special.

    Args:
        attractive: A, who is pleased with the feature and does not miss it (number or share of customers, 0
            or more).
        one_dimensional: O, who is pleased with it and angry without it (number or share, 0 or more).
        must_be: M, who takes it for granted and is angry without it (number or share, 0 or more).
        indifferent: I, who does not care (number or share, 0 or more).

    Returns:
        The two coefficients. Only proportions matter, so that counts and percentages give the same.

    Raises:
        ModelError: a value below 0 or no finite number, or nobody in any of the four classes.

    Equation:
        satisfaction = (A + O) / (A + O + M + I); dissatisfaction = −(O + M) / (A + O + M + I)

    Source:
        berger1993. The edge grip of a ski is from sauerwein1996: 7.0, 32.3, 49.3 and 9.5 per cent of the
        skiers asked.

    >>> grip = kano_coefficients(attractive=7, one_dimensional=32.3, must_be=49.3, indifferent=9.5)
    >>> [round(coefficient, 2) for coefficient in grip]
    [0.4, -0.83]
    """
    pleased = _counted("attractive", attractive)
    both = _counted("one_dimensional", one_dimensional)
    angry = _counted("must_be", must_be)
    everybody = pleased + both + angry + _counted("indifferent", indifferent)
    if everybody == 0:
        raise ModelError("indifferent", 0, "a number above 0 where the other three are 0")
    return KanoCoefficients(float((pleased + both) / everybody), float(-(both + angry) / everybody))


def _counted(parameter: str, value: object) -> Fraction:
    # Exact, so that the coefficients stay within their ranges and no sum of them is too large.
    return Fraction(number(parameter, value, NOT_NEGATIVE))


def chain_reliability(probabilities: Sequence[float]) -> float:
    """How often a promise is kept that everybody in a chain must keep.

    Ten people who each do their part 99 times in a hundred let the customer down once in ten times. So it is
    the length of the chain that needs care, and its weakest link: nobody else can make up for it.

    Args:
        probabilities: pᵢ, how often each link does its part (shares, 0 to 1; at least one).

    Returns:
        R, how often all of them do (share, 0 to 1).

    Raises:
        ModelError: no link at all, or a value outside 0 to 1.

    Equation:
        R = Πᵢ pᵢ

    Source:
        barlow1965 (a system in series whose parts fail independently).

    >>> round(chain_reliability([0.99] * 10), 3)  # derived
    0.904
    """
    return prod(vector("probabilities", probabilities, SHARE))


def servqual_gap(expected: Sequence[float], perceived: Sequence[float], weights: Sequence[float]) -> float:
    """How far the service that a customer got is from the service that she expected.

    Below 0 it fell short. The number says whether to act; where to act is said by the dimension with the
    largest product of weight and gap.

    Args:
        expected: Eⱼ, what she expects of each dimension (scores on any scale; at least one dimension).
        perceived: Pⱼ, what she got, on the same scale and in the same order (scores).
        weights: wⱼ, what each dimension is worth to her (numbers, 0 or more and not all 0; only their
            proportions matter).

    Returns:
        Q, the weighted mean of the gaps (score; 0 where the service is what she expected).

    Raises:
        ModelError: a value outside the ranges above, lists of different lengths, or gaps beyond
            floating-point numbers.

    Equation:
        Q = Σⱼ wⱼ (Pⱼ − Eⱼ) / Σⱼ wⱼ

    Source:
        parasuraman1988 (22 questions on five dimensions, answered from 1 to 7); the weights are
        parasuraman1991.

    >>> expected, perceived = [6.5, 6.0, 5.5], [6.0, 6.0, 6.0]
    >>> round(servqual_gap(expected, perceived, weights=[50, 30, 20]), 2)  # derived: -.25 + 0 + .10
    -0.15
    """
    hopes = vector("expected", expected, ANY)
    views = vector("perceived", perceived, ANY, len(hopes))
    counts = [Fraction(weight) for weight in vector("weights", weights, NOT_NEGATIVE, len(hopes))]
    if not any(counts):
        raise ModelError("weights", "0 throughout", "at least one weight above 0")
    gaps = (Fraction(view) - Fraction(hope) for hope, view in zip(hopes, views, strict=True))
    weighted = sum((count * gap for count, gap in zip(counts, gaps, strict=True)), Fraction(0))
    return rounded("perceived", perceived, weighted / sum(counts))
