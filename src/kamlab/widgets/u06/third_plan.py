"""Who tells us: three third parties, what each of them finds, and what that brings both sides.

A comparison of plants finds slack, as far as it has somebody better to compare with
(``kamlab.models.benchmark.efficiency``). Quotes from outside show the price (``expected_best_quote``). End
users say what the product lacks. Between two rounds slack grows again, more slowly where an outsider may be
cheaper. Plants, prices and what a round costs are this exercise's own; Meridian's costs are the ledger's.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import AccountResult, account_result, ledger
from kamlab.models.benchmark import efficiency, efficiency_peers, expected_best_quote

YEAR, ACCOUNT = 2025, "Nordlys Appliances"
PLANTS = {  # hours of labour and of machines for 100 drives
    "A": (50.0, 40.0),
    "B": (52.0, 39.0),
    "C": (43.0, 38.0),
    "D": (36.0, 34.0),
    "E": (30.0, 44.0),
    "F": (48.0, 26.0),
}
OURS = "AB"  # Meridian's plants; A makes Nordlys's drives
OWN, BUYERS, BODY = "own", "buyers", "body"
SEEN = {OWN: "AB", BUYERS: "ABC", BODY: "ABCDEF"}  # which plants who compares gets to see
FEE = {OWN: 5_000.0, BUYERS: 10_000.0, BODY: 30_000.0}  # EUR a round
MADE = 0.45  # of the cost of Nordlys's goods, that is labour and machines
GROWTH = 0.03  # of that cost, by which slack grows in a year in which nobody looks
SPURRED = 0.5  # by so much slower where an outsider is surely cheaper (share)
TESTED = 0.20  # of Nordlys's purchases, for which others are asked
QUOTES = ((0.90, 0.95, 1.00), (0.15, 0.25, 0.60))  # price against Meridian's today, which it keeps if dearer
QUOTE = 8_000.0  # EUR for a quote that can be trusted
NAMED = 0.10  # chance that an end user names a given trouble
TALK = 1_000.0  # EUR for a talk with an end user
MENDED = 35_000.0  # EUR a year, if all troubles were mended: their worth less the work
LONGEST, MOST_QUOTES, MOST_USERS = 6, 8, 40
SLACK, DEARER, HEARD = 0.04, 0.05, 0.85  # the limits of the goal (shares)
GOALS = (20_000.0, 45_000.0)  # EUR a year: Meridian, Nordlys


@dataclass(frozen=True)
class Plan:
    """What is agreed.

    Args:
        who: who compares the plants, a key of ``SEEN``.
        years: from one round to the next.
        quotes: how many outsiders quote in a round.
        users: how many end users are asked in a round.
        part: Meridian's part of what is found (share).
    """

    who: str
    years: int
    quotes: int
    users: int
    part: float


@dataclass(frozen=True)
class Outcome:
    """What the plan brings, EUR a year against today where nothing else is said.

    Args:
        plan: what was agreed.
        score: Meridian's plant against the best that are seen (share).
        unseen: slack that nobody sees (share of the cost of labour and machines).
        growth: by how much slack grows in a year (share).
        slack: what it is on average (share).
        saved: what is saved in the plant.
        heard: how many of the troubles end users name (share).
        mended: what mending them brings.
        price: what the tested part costs, over today's price (share).
        lower: what the tested part costs less.
        cost: what the rounds cost both.
        gains: what Meridian and Nordlys gain.
    """

    plan: Plan
    score: float
    unseen: float
    growth: float
    slack: float
    saved: float
    heard: float
    mended: float
    price: float
    lower: float
    cost: float
    gains: tuple[float, float]

    @property
    def dearer(self) -> float:
        """How much the tested part costs above the cheapest in the market (share)."""
        return self.price / QUOTES[0][0] - 1

    @property
    def found(self) -> float:
        """What there is to share, EUR a year."""
        return self.saved + self.mended


@lru_cache(maxsize=1)
def _account() -> AccountResult:
    return account_result(ledger(), ACCOUNT, YEAR)


def making() -> float:
    """What labour and machines for Nordlys's drives cost Meridian, EUR a year."""
    return MADE * _account().cost_of_goods


def tested() -> float:
    """What Nordlys pays for the part that is tested, EUR a year."""
    return TESTED * _account().revenue


@lru_cache(maxsize=8)
def scores(who: str) -> dict[str, float]:
    """Each plant that is seen, against the best of them (share), by its letter."""
    inputs = [PLANTS[name] for name in SEEN[who]]
    return dict(zip(SEEN[who], efficiency(inputs, [[1.0]] * len(inputs)), strict=True))


@lru_cache(maxsize=8)
def peers(who: str) -> dict[str, float]:
    """The plants that Meridian's plant A is compared with, and how much of each."""
    inputs = [PLANTS[name] for name in SEEN[who]]
    mix = efficiency_peers(inputs, [[1.0]] * len(inputs))[SEEN[who].index(OURS[0])]
    return {SEEN[who][place]: weight for place, weight in mix.items()}


def growth(quotes: int) -> float:
    """By how much slack grows in a year where so many outsiders are asked each round (share)."""
    none_cheaper = QUOTES[1][-1] ** quotes
    return GROWTH * (1 - SPURRED * (1 - none_cheaper))


def heard(users: int) -> float:
    """How many of the troubles at least one of so many end users names (share)."""
    return float(1 - (1 - NAMED) ** users)


def price(quotes: int) -> float:
    """What the tested part costs, over today's price: the best quote, or Meridian's own."""
    return expected_best_quote(*QUOTES, quotes) if quotes else QUOTES[0][-1]


def round_cost(plan: Plan) -> float:
    """What a round costs, EUR."""
    return FEE[plan.who] + QUOTE * plan.quotes + TALK * plan.users


def best_years(plan: Plan) -> float:
    """The time between rounds that costs least, in years: a round's cost against the slack that it clears."""
    return math.sqrt(2 * round_cost(plan) / (growth(plan.quotes) * making()))


@lru_cache(maxsize=8192)
def outcome(plan: Plan) -> Outcome:
    """What follows from ``plan``."""
    score, today = scores(plan.who)["A"], 1 - scores(BODY)["A"]
    unseen, grows = today - (1 - score), growth(plan.quotes)
    slack = unseen + grows * plan.years / 2
    saved, mended = (today - slack) * making(), heard(plan.users) * MENDED
    asked = price(plan.quotes)
    lower, cost = (1 - asked) * tested(), round_cost(plan) / plan.years
    gains = (
        plan.part * (saved + mended) - lower - cost / 2,
        (1 - plan.part) * (saved + mended) + lower - cost / 2,
    )
    return Outcome(
        plan, score, unseen, grows, slack, saved, heard(plan.users), mended, asked, lower, cost, gains
    )
