"""When Meridian's accounts are ready for value management, and what joint teams bring, cost and miss.

A survey of two years (assumed) draws a line for each group of accounts: substitution by
``kamlab.models.supersession``. The teams, what they earn and what an account is that goes to a rival are
assumed too, but the profit of an average account is the ledger's.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import account_results, ledger
from kamlab.models.supersession import bass, substitution_share

FIRST, OTHERS = GROUPS = ("first", "others")
SURVEYS = (2023, 2025)
SHARES = {FIRST: (0.10, 0.25), OTHERS: (0.01, 0.03)}  # that worked by value management in the two years
ACCOUNTS = {FIRST: 12, OTHERS: 48}
NEXT, LAST = 2026, 2037  # the years that a plan is judged over
SLOW = 0.5  # the pace of the second future, as a part of the survey's
TEAM = 150_000.0  # EUR a year: a key account manager becomes a value manager, with an engineer at the side
PER_TEAM = 4  # accounts that a team can serve
SELLER, BUYER = 60_000.0, 50_000.0  # EUR a year from a ready account that an experienced team serves
PATIENCE = 0.15  # share a year of the ready accounts that find no team and go to a rival
LESSON = 0.5  # of what a team cannot do yet that is learnt in each year of experience

GAIN = 4_200_000.0  # EUR to the last year, at the survey's pace
LOST = 13.0  # accounts that may be lost to the last year, at the survey's pace
BUYERS = 13_500_000.0  # EUR to the last year for the customers, at the survey's pace


@dataclass(frozen=True)
class Pace:
    """A line of substitution: ``alpha`` (share a year) and the ``midpoint`` (year)."""

    alpha: float
    midpoint: float

    def share(self, year: float) -> float:
        """The share that is ready in a ``year``."""
        return substitution_share(self.alpha, self.midpoint, year)


def fitted(group: str, factor: float = 1.0) -> Pace:
    """The line through both surveys; with a ``factor``, as much faster or slower from the last survey on."""
    odds = [math.log(share / (1 - share)) for share in SHARES[group]]
    alpha = factor * (odds[1] - odds[0]) / (SURVEYS[1] - SURVEYS[0]) / 2
    return Pace(alpha, SURVEYS[1] - odds[1] / (2 * alpha))


@lru_cache(maxsize=1)
def usual_profit() -> float:
    """What an average account leaves Meridian in the ledger's last year, EUR a year."""
    results = account_results(ledger(), SURVEYS[1])
    return sum(one.profit for one in results) / len(results)


@dataclass(frozen=True)
class Plan:
    """A plan.

    Args:
        first: the year of the first team for the innovative chains.
        signal: the share of the innovative chains that is ready when teams for the others begin.
        teams: how many teams each group gets in the end.
    """

    first: int
    signal: float
    teams: Mapping[str, int]

    def start(self, group: str, factor: float) -> int:
        """The year of a group's first team at a pace ``factor`` times that of the surveys."""
        pace = fitted(FIRST, factor)
        if group == FIRST:
            return self.first
        return next((y for y in range(NEXT, LAST + 1) if pace.share(y) >= self.signal), LAST + 1)


@dataclass(frozen=True)
class Year:
    """One year of a plan; accounts, and EUR.

    Args:
        year: which.
        ready: accounts that want value management and are still customers, by group.
        served: of these, those that a team serves, by group.
        teams: all teams.
        skill: what a team does of all that an experienced one can.
        lost: accounts lost to rivals so far.
        seller: what Meridian has more than with key account management alone.
        buyer: the same for the customers.
    """

    year: int
    ready: Mapping[str, float]
    served: Mapping[str, float]
    teams: int
    skill: float
    lost: float
    seller: float
    buyer: float

    @property
    def kept(self) -> float:
        """Accounts that are served by key account management as before."""
        return sum(ACCOUNTS.values()) - self.lost - sum(self.served.values())


def team_count(limit: int, start: int, year: int) -> int:
    """A group's teams in a ``year``: one more each year from the ``start``, until there are ``limit``."""
    return max(0, min(limit, year - start + 1))


def skill(years: int) -> float:
    """What a team does of all that an experienced one can, in the year so many ``years`` after the first."""
    return 1 - LESSON ** max(0, years)


def run(plan: Plan, factor: float) -> tuple[Year, ...]:
    """The plan year by year, at a pace ``factor`` times that of the surveys."""
    paces = {group: fitted(group, factor) for group in GROUPS}
    start = {group: plan.start(group, factor) for group in GROUPS}
    begun = min((start[group] for group in GROUPS if plan.teams[group]), default=LAST + 1)
    lost = dict.fromkeys(GROUPS, 0.0)
    years = []
    for year in range(NEXT, LAST + 1):
        teams = {g: team_count(plan.teams[g], start[g], year) for g in GROUPS}
        ready = {g: max(0.0, ACCOUNTS[g] * paces[g].share(year) - lost[g]) for g in GROUPS}
        served = {g: min(ready[g], float(PER_TEAM * teams[g])) for g in GROUPS}
        lost = {g: lost[g] + PATIENCE * (ready[g] - served[g]) for g in GROUPS}
        able = skill(year - begun + 1)
        years.append(_year(year, ready, served, (sum(teams.values()), able, sum(lost.values()))))
    return tuple(years)


def _year(
    year: int, ready: Mapping[str, float], served: Mapping[str, float], more: tuple[int, float, float]
) -> Year:
    teams, able, lost = more
    done = able * sum(served.values())
    seller = done * SELLER - teams * TEAM - lost * usual_profit()
    return Year(year, ready, served, teams, able, lost, seller, done * BUYER)


@dataclass(frozen=True)
class Outlook:
    """A plan in both futures."""

    plan: Plan
    forecast: tuple[Year, ...]
    slow: tuple[Year, ...]


@lru_cache(maxsize=256)
def outlook(first: int, signal: int, teams: int, more: int) -> Outlook:
    """A plan in both futures.

    Args:
        first: the year of the first team for the innovative chains.
        signal: the share of them that is ready when teams for the others begin, %.
        teams: teams for the innovative chains in the end.
        more: teams for the others in the end.
    """
    plan = Plan(first, signal / 100, {FIRST: teams, OTHERS: more})
    return Outlook(plan, run(plan, 1.0), run(plan, SLOW))


def total(years: tuple[Year, ...], side: str = "seller") -> float:
    """What a side has in all years, EUR."""
    return sum(one.buyer if side == "buyer" else one.seller for one in years)


def half_of_all() -> float:
    """The year in which half of all accounts are ready at the survey's pace."""
    low, high = float(NEXT), float(LAST)
    while high - low > 0.01:  # noqa: PLR2004 - years; the share only rises, so halving finds it
        middle = (low + high) / 2
        ready = sum(ACCOUNTS[group] * fitted(group).share(middle) for group in GROUPS)
        low, high = (middle, high) if ready < sum(ACCOUNTS.values()) / 2 else (low, middle)
    return low


def crowded(group: str) -> tuple[float, float]:
    """When most accounts of a group become ready, and how many a year then: Bass's curve with a small p.

    Returns:
        the year, and accounts a year.
    """
    pace = fitted(group)
    following = 2 * pace.alpha
    own = following * math.exp(-following * (pace.midpoint - SURVEYS[0]))
    curve = bass(own, following, ACCOUNTS[group])
    return SURVEYS[0] + curve.peak_time, curve.peak_sales
