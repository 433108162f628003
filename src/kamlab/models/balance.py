"""How evenly a partnership rests on trust, power and risk.

Partners who stay together as equals keep three things in balance: each values the future enough not to cheat,
neither needs the other much more, and whoever carries the risk has the gain. The other models measure one of
the three each; this one puts them beside each other on one scale.

It is *this course's own composite*. No author printed it, nothing was fitted to data, and its weights are a
choice: a third each, because no evidence says otherwise. It is for comparing one partnership at two dates or
under two contracts, and the weakest part matters more than the sum. It is a weighted sum and not a product,
so that every tilt lowers it by the same amount whatever the state of the others; a product would forgive all
further tilts once one part is gone.

What it leaves out: how large the partnership's value is (two equals can share nothing), whether a tilt is
paid for, and who tilted it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kamlab.errors import ModelError
from kamlab.models._domain import NOT_NEGATIVE, SHARE, Range, number, vector
from kamlab.models._linear import dot

__all__ = ["EQUAL_WEIGHTS", "PartnershipBalance", "partnership_balance"]

EQUAL_WEIGHTS = (1.0, 1.0, 1.0)
"""Trust, power and risk count the same: the course's choice, not a finding."""

_GAP = Range(low=-1, high=1)


@dataclass(frozen=True)
class PartnershipBalance:
    """How evenly a partnership stands.

    Args:
        balance: the weighted mean of the three parts (0 to 1; 1 is a partnership of equals).
        trust: how far the partners' patience carries the cooperation (0 to 1).
        power: how evenly they depend on each other (0 to 1).
        risk: how well risk and gain go together (0 to 1).
        weights: what trust, power and risk count for (shares, summing to 1).
        weakest: the smallest of the three parts, by name; of equal ones the first.
    """

    balance: float
    trust: float
    power: float
    risk: float
    weights: tuple[float, float, float]
    weakest: str


def partnership_balance(
    discount: float,
    critical_discount: float,
    imbalance: float,
    risk_gap: float,
    weights: Sequence[float] = EQUAL_WEIGHTS,
) -> PartnershipBalance:
    """How evenly a partnership rests on trust, power and risk; equals score 1.

    The score is the course's own (see the module): read it beside its three parts, never alone.

    Args:
        discount: δ, what a euro of next period is worth to the less patient partner today (share, 0 to 1).
        critical_discount: δ*, what it must be worth so that cooperation pays (share, 0 to 1), for example
            from ``repeated_game.critical_discount``.
        imbalance: b, how much more one partner depends on the other than the other way round (share, −1 to 1;
            the sign says which one and does not count).
        risk_gap: g, a partner's share of the risk less the same partner's share of the gain (share, −1 to 1;
            the sign does not count).
        weights: what trust, power and risk count for (three numbers, 0 or more and not all 0; only their
            proportions matter).

    Returns:
        The balance, its three parts, the weights as shares, and which part is the weakest.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        trust = min(1, δ / δ*), 1 where δ* is 0; power = 1 − |b|; risk = 1 − |g|; balance = w₁ · trust +
        w₂ · power + w₃ · risk

    Source:
        The course's own. The parts come from friedman1971 (patience), casciaro2005 (power) and the principle
        that risk and gain belong together.

    >>> partnership_balance(discount=0.9, critical_discount=0.5, imbalance=0, risk_gap=0).balance  # derived
    1.0
    >>> tilted = partnership_balance(discount=0.4, critical_discount=0.5, imbalance=0.3, risk_gap=-0.1)
    >>> round(tilted.balance, 6), tilted.weakest  # derived: (0.8 + 0.7 + 0.9) / 3
    (0.8, 'power')
    """
    parts = {
        "trust": _trust(
            number("discount", discount, SHARE), number("critical_discount", critical_discount, SHARE)
        ),
        "power": 1 - abs(number("imbalance", imbalance, _GAP)),
        "risk": 1 - abs(number("risk_gap", risk_gap, _GAP)),
    }
    counted = _counted(weights)
    total = math.fsum(counted)
    first, second, third = (weight / total for weight in counted)
    return PartnershipBalance(
        balance=dot(counted, list(parts.values())) / total,
        trust=parts["trust"],
        power=parts["power"],
        risk=parts["risk"],
        weights=(first, second, third),
        weakest=min(parts, key=lambda part: parts[part]),
    )


def _trust(discount: float, critical: float) -> float:
    return 1.0 if discount >= critical else discount / critical


def _counted(weights: object) -> list[float]:
    """The weights with 1 as the largest, so that no sum of them leaves the range of numbers."""
    given = vector("weights", weights, NOT_NEGATIVE, 3)
    if max(given) == 0:
        raise ModelError("weights", "0 throughout", "at least one weight above 0")
    return [weight / max(given) for weight in given]
