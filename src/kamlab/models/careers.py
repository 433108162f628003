"""Why the best people choose a profession, and what a certificate can tell an employer.

An employer cannot see ability before hiring. A certificate tells able people from others only if it costs the
able less: then there is a standard that they find worth meeting and the others do not. It need teach nothing
at all to do so.

The two conditions give the standards that work. Let B be what the certificate adds to pay, c₁ what a year of
study costs an able person (in money, time and trouble) and c₂ > c₁ what it costs another. At a standard of e
years the able take part if B ≥ c₁ · e, so e ≤ B / c₁; the others stay out if B ≤ c₂ · e, so e ≥ B / c₂. Every
standard between the two confirms what employers believe, so the model cannot say which one a profession will
settle on. The lowest one does the same work at the least cost.

What it leaves out: what people learn on the way, that ability comes in more than two grades, that employers
see more than a certificate once someone works for them, and who pays for the schools.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kamlab.errors import ModelError
from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, SHARE, number, result

__all__ = ["SeparatingInterval", "SignallingOutcome", "separating_education", "signalling_outcome"]


class SeparatingInterval(NamedTuple):
    """The standards that tell able people from others.

    Args:
        low: B / c₂, the lowest of them (years); the others are just kept out.
        high: B / c₁, the highest (years); the able just find it worth meeting.
    """

    low: float
    high: float


@dataclass(frozen=True)
class SignallingOutcome:
    """Who meets a standard, and what it leaves each.

    Args:
        able_invest: whether able people meet the standard.
        others_invest: whether the others do.
        able_gain: what an able person earns above the lower pay, after the cost (currency).
        others_gain: the same for another person (currency).
        gain_without: what everybody would earn above the lower pay if there were no certificate and employers
            paid the average (currency).
        confirmed: whether employers, who take whoever meets the standard for able, find that they are right.
    """

    able_invest: bool
    others_invest: bool
    able_gain: float
    others_gain: float
    gain_without: float
    confirmed: bool


def separating_education(benefit: float, cost_low: float, cost_high: float) -> SeparatingInterval:
    """How demanding a certificate must be so that able people earn it and the others do not try.

    Below the interval everybody gets the certificate and it says nothing; above it nobody does. The wider the
    difference in cost, the wider the interval: a profession that wants its title to mean something sets a
    task that comes easily to the people it looks for.

    Args:
        benefit: B, what the certificate adds to pay over a career (currency, 0 or more).
        cost_low: c₁, what a year towards it costs an able person (currency a year, above 0).
        cost_high: c₂, what it costs another person (currency a year, ``cost_low`` or more).

    Returns:
        The lowest and the highest standard (years), both included: who is indifferent does what confirms the
        employers. With equal costs the two coincide, and nobody gains by taking part.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        B / c₂ ≤ e ≤ B / c₁

    Source:
        spence1973, whose own figures are a benefit of 1 and costs of 1/2 and 1. The figures below are those
        of pindyck2013, chapter 17.

    >>> separating_education(benefit=100_000, cost_low=20_000, cost_high=40_000)
    SeparatingInterval(low=2.5, high=5.0)
    """
    gain, low, high = _terms(benefit, cost_low, cost_high)
    return SeparatingInterval(
        result("cost_high", cost_high, gain / high), result("cost_low", cost_low, gain / low)
    )


def signalling_outcome(
    standard: float, benefit: float, cost_low: float, cost_high: float, able_share: float
) -> SignallingOutcome:
    """Who meets a standard, what it leaves each of them, and whether anybody is better off for it.

    A certificate that works can still leave everybody worse off: the able pay for it, and the others lose the
    average pay that they would get if nobody could tell.

    Args:
        standard: e, what the certificate asks for (years, 0 or more).
        benefit: B, what the certificate adds to pay over a career (currency, 0 or more).
        cost_low: c₁, what a year towards it costs an able person (currency a year, above 0).
        cost_high: c₂, what it costs another person (currency a year, ``cost_low`` or more).
        able_share: s, the share of able people (0 to 1).

    Returns:
        Who invests and what each is left with, as long as employers pay B to all who meet the standard. Where
        it is not confirmed they will not do so for long.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        able: max(0, B − c₁ e); others: max(0, B − c₂ e); without a certificate: s B

    Source:
        spence1973: with his costs and the lowest standard both groups lose where the able are more than half
        of all; in general where their share is above 1 − c₁ / c₂. Recomputed.

    >>> outcome = signalling_outcome(2.5, benefit=100_000, cost_low=20_000, cost_high=40_000, able_share=0.6)
    >>> outcome.confirmed, outcome.able_gain, outcome.gain_without
    (True, 50000.0, 60000.0)
    """
    years, share = number("standard", standard, NOT_NEGATIVE), number("able_share", able_share, SHARE)
    gain, low, high = _terms(benefit, cost_low, cost_high)
    able, others = gain - low * years, gain - high * years
    # Who is indifferent does what confirms the employers.
    able_invest, others_invest = able >= 0, others > 0
    return SignallingOutcome(
        able_invest=able_invest,
        others_invest=others_invest,
        able_gain=max(0.0, able),
        others_gain=max(0.0, others),
        gain_without=share * gain,
        confirmed=able_invest and not others_invest,
    )


def _terms(benefit: object, cost_low: object, cost_high: object) -> tuple[float, float, float]:
    gain = number("benefit", benefit, NOT_NEGATIVE)
    low, high = number("cost_low", cost_low, POSITIVE), number("cost_high", cost_high, POSITIVE)
    if high < low:
        raise ModelError("cost_high", f"{high:g}", f"{low:g} (cost_low) or more")
    return gain, low, high
