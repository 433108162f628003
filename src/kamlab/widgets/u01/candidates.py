"""The accounts of the portfolio exercise, and where they stand for a set of weights.

Attractiveness is weighed pair by pair; strength is how Meridian does on what decides the customer's orders.
The start is what four directors said, and they contradict each other.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import AccountScore, account_results, ledger, scorecard
from kamlab.models.portfolio import AccountPosition, account_position
from kamlab.widgets.u01.pairwise import weights

YEAR = 2025
LIMIT = 0.10  # consistency ratio, Saaty's rule of thumb
PICKS = 5
SPREAD = 2.0  # the heaviest criterion must weigh this many times the lightest
SHOWN = 12
_APART = 0.65  # points between two accounts of the list
_BESIDE = 0.12  # of which in strength, which no weight changes
_QUOTA = {
    AccountPosition.KEY: 5,
    AccountPosition.KEY_DEVELOPMENT: 3,
    AccountPosition.MAINTENANCE: 4,
    AccountPosition.OPPORTUNISTIC: 2,
}
START = (-1, 2, -1, -3, -1, 0)  # the directors' words, one a pair of criteria


@dataclass(frozen=True)
class Candidate:
    """An account on the list: its place there, ratings, and revenue of the year in EUR."""

    place: int
    score: AccountScore
    revenue: float


@dataclass(frozen=True)
class Standing:
    """Where an account stands with the weights chosen; scores from 0 to 10."""

    candidate: Candidate
    attractiveness: float
    strength: float
    position: AccountPosition


@dataclass(frozen=True)
class Judgement:
    """What was decided: the comparison sliders' ``places``, and the ids of the accounts picked."""

    places: tuple[float, ...]
    picks: tuple[str, ...]


@lru_cache(maxsize=1)
def candidates() -> tuple[Candidate, ...]:
    """A dozen accounts from every field of the matrix (weights equal), the largest first; read once."""
    revenue = {a.account_id: a.revenue for a in account_results(ledger(), YEAR)}
    left = dict(_QUOTA)
    chosen: list[AccountScore] = []
    for score in sorted(scorecard(ledger()), key=lambda s: -revenue[s.account_id]):
        field = account_position(attractiveness=score.attractiveness(), strength=score.strength())
        if revenue[score.account_id] > 0 and left[field] and len(chosen) < SHOWN and _apart(score, chosen):
            left[field] -= 1
            chosen.append(score)
    return tuple(Candidate(i, s, revenue[s.account_id]) for i, s in enumerate(chosen, start=1))


def _apart(score: AccountScore, chosen: list[AccountScore]) -> bool:
    """Whether an account stands clear of the others, so that the picture can be read from the start on."""
    return all(_distance(score, one, share) >= _APART for one in chosen for share in _seen())


def _seen() -> tuple[tuple[float, ...] | None, ...]:
    """The weights for which accounts must stand apart: equal ones, and those of the directors' words."""
    return None, weights(tuple(map(float, START))).weights


def _distance(one: AccountScore, other: AccountScore, share: tuple[float, ...] | None) -> float:
    """Points between two accounts; a little in strength, which no weight changes, is a must."""
    beside = abs(one.strength() - other.strength())
    above = abs(one.attractiveness(share) - other.attractiveness(share))
    return math.hypot(beside, above) if beside >= _BESIDE else 0.0


def standings(places: tuple[float, ...]) -> tuple[Standing, ...]:
    """Every candidate's place in the matrix for the comparisons ``places``."""
    return tuple(_standing(one, weights(places).weights) for one in candidates())


def _standing(one: Candidate, share: tuple[float, ...]) -> Standing:
    attractive, strong = one.score.attractiveness(share), one.score.strength()
    return Standing(one, attractive, strong, account_position(attractiveness=attractive, strength=strong))


def key_accounts(places: tuple[float, ...]) -> tuple[Standing, ...]:
    """The key accounts that follow from the comparisons: at most five, those with the highest sums."""
    found = [s for s in standings(places) if s.position is AccountPosition.KEY]
    return tuple(sorted(found, key=_rank, reverse=True)[:PICKS])


def _rank(standing: Standing) -> tuple[float, float]:
    return (round(standing.attractiveness + standing.strength, 2), standing.candidate.revenue)


def consistent(places: tuple[float, ...]) -> bool:
    """Whether the comparisons contradict each other little enough."""
    return round(weights(places).consistency_ratio, 3) <= LIMIT


@lru_cache(maxsize=1)
def largest() -> float:
    """The revenue of the largest candidate, EUR a year."""
    return max(one.revenue for one in candidates())
