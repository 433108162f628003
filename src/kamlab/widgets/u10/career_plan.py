"""A certificate for value managers: who would take it, what it costs, and what both employers have of it.

What an able value manager is worth, what months of work on each kind of task cost, and what top graduates are
offered elsewhere are assumed. Who takes part follows from ``kamlab.models.careers``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.careers import (
    SeparatingInterval,
    SignallingOutcome,
    separating_education,
    signalling_outcome,
)

ABLE, OTHERS = 24, 36  # candidates a year: those who would be good at it, and the others
OFFERS = (15_000.0, 75_000.0)  # EUR over a career, above the pay of the others: offers elsewhere
WORTH = {"seller": 125_000.0, "buyer": 115_000.0}  # EUR over a career that an able one brings each firm
POSTS = 0.5  # of the graduates whom each side hires
HALF_LEARNT = 6.0  # months in which half of what is left to learn is learnt

WANTED = 0.5  # of the able who should choose the profession
GAIN = 350_000.0  # EUR a year of graduates, for each side


@dataclass(frozen=True)
class Kind:
    """A kind of task.

    Args:
        able: what a month of work on it costs an able candidate, in pay forgone and trouble, EUR.
        others: what it costs another candidate, EUR.
        judges: what each firm pays for judging one candidate, EUR.
        teaches: what all that can be learnt from it brings an employer over a career, EUR.
    """

    able: float
    others: float
    judges: float
    teaches: float


EXAM, PROJECT, JOINT = "exam", "project", "joint"
KINDS: Mapping[str, Kind] = {
    EXAM: Kind(2_500.0, 3_000.0, 500.0, 10_000.0),
    PROJECT: Kind(2_500.0, 5_000.0, 4_000.0, 50_000.0),
    JOINT: Kind(2_500.0, 7_500.0, 14_000.0, 90_000.0),
}


@dataclass(frozen=True)
class Rules:
    """What the association and its members decide.

    Args:
        months: the work that the certificate asks for.
        premium: what it adds to pay over a career, EUR.
        paid: the share of the candidates' cost that the employers bear.
        kind: of task.
    """

    months: float
    premium: float
    paid: float
    kind: str


@dataclass(frozen=True)
class Outcome:
    """What the rules lead to; EUR.

    Args:
        rules: the rules.
        range: the months that tell the able from the others.
        signal: who takes part, and what it leaves each of them.
        able: able graduates who choose the profession, a year.
        others: others who get the certificate, a year.
        gain: what each side has of a year's graduates.
    """

    rules: Rules
    range: SeparatingInterval
    signal: SignallingOutcome
    able: float
    others: float
    gain: Mapping[str, float]

    @property
    def kind(self) -> Kind:
        """The kind of task."""
        return KINDS[self.rules.kind]

    @property
    def chosen(self) -> float:
        """The share of the able who choose the profession."""
        return self.able / ABLE

    @property
    def cost(self) -> float:
        """What the work on the certificate costs an able graduate herself."""
        return (1 - self.rules.paid) * self.kind.able * self.rules.months


def choosing(gain: float) -> float:
    """The share of the able whose best offer elsewhere is below ``gain`` (EUR over a career)."""
    low, high = OFFERS
    return min(1.0, max(0.0, (gain - low) / (high - low)))


def _costs(rules: Rules) -> tuple[float, float]:
    """What a month costs an able candidate and another, after the employers' part; EUR."""
    kind = KINDS[rules.kind]
    # to the cent: at the edge of the range the last digits must not decide
    return round((1 - rules.paid) * kind.able, 2), round((1 - rules.paid) * kind.others, 2)


def learnt(rules: Rules) -> float:
    """What the work on the certificate teaches an able candidate, EUR that it brings an employer."""
    left = math.pow(0.5, rules.months / HALF_LEARNT)
    return KINDS[rules.kind].teaches * (1 - left)


def _side(side: str, rules: Rules, able: float, others: float) -> float:
    """What a side has of a year's graduates: the others bring nothing, and are paid as if they did."""
    kind = KINDS[rules.kind]
    brought = able * (WORTH[side] + learnt(rules))
    study = rules.paid * rules.months * (able * kind.able + others * kind.others)
    judging = (able + others) * 2 * kind.judges
    return POSTS * (brought - (able + others) * rules.premium - judging - study)


@lru_cache(maxsize=256)
def outcome(rules: Rules) -> Outcome:
    """What the rules lead to."""
    low, high = _costs(rules)
    signal = signalling_outcome(rules.months, rules.premium, low, high, ABLE / (ABLE + OTHERS))
    able = ABLE * choosing(signal.able_gain) if signal.able_invest else 0.0
    others = float(OTHERS) if signal.others_invest else 0.0
    gain = {side: _side(side, rules, able, others) for side in WORTH}
    return Outcome(rules, separating_education(rules.premium, low, high), signal, able, others, gain)
