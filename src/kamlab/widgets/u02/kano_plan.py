"""Eight features of Meridian's service as forty people at Nordlys see them, and what funding three does.

The answers, costs and mentions are assumed; how often a delivery comes on the day is the ledger's. A feature
that is kept in part pleases, and angers by its absence, in proportion. Reasons for anger and for delight are
added up over the features, and never one against the other: that is Kano's point.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kamlab.data import ledger
from kamlab.models.service import KanoCoefficients, kano_coefficients
from kamlab.widgets.u01 import lifetime_plan as nordlys

YEAR = nordlys.YEAR
BUDGET = nordlys.BUDGET  # EUR a year that may be spent on keeping Nordlys
MOST = 3  # features that Meridian's people can do well at a time
ANGER, DELIGHT = 50.0, 240.0  # reasons per 100 people: the goal
INDIFFERENT, ATTRACTIVE, ONE_DIMENSIONAL, MUST_BE = range(4)
_KINDS = {  # by whether it pleases most people, and whether its absence angers most
    (False, False): INDIFFERENT,
    (True, False): ATTRACTIVE,
    (True, True): ONE_DIMENSIONAL,
    (False, True): MUST_BE,
}
_HALF = 0.5  # a coefficient from which a feature pleases or angers most people
_PER = 100.0  # people for whom reasons are counted


@dataclass(frozen=True)
class Feature:
    """One feature.

    Args:
        key: its name in the code.
        answers: people who call it attractive, one-dimensional, must-be, indifferent.
        kept: how often Meridian does it today (share); None where the ledger says so.
        cost: of always doing it, EUR a year.
        mentions: people who named it when asked what they wish for.
        believed: the class that Meridian's sales team gave it.
    """

    key: str
    answers: tuple[int, int, int, int]
    kept: float | None
    cost: float
    mentions: int
    believed: int


FEATURES = (
    Feature("papers", (1, 5, 30, 4), 0.5, 16_000.0, 1, INDIFFERENT),
    Feature("delivery", (2, 11, 25, 2), None, 60_000.0, 9, ONE_DIMENSIONAL),
    Feature("hotline", (5, 26, 6, 3), 0.75, 38_000.0, 14, MUST_BE),
    Feature("spare", (10, 16, 7, 7), 0.8, 34_000.0, 11, ONE_DIMENSIONAL),
    Feature("known", (27, 6, 2, 5), 0.0, nordlys.ENGINEER, 5, INDIFFERENT),
    Feature("warning", (24, 4, 2, 10), 0.0, 30_000.0, 3, INDIFFERENT),
    Feature("app", (9, 1, 2, 28), 0.0, 26_000.0, 12, ATTRACTIVE),
    Feature("basket", (5, 0, 1, 34), 0.0, 12_000.0, 2, ATTRACTIVE),
)
PEOPLE = sum(FEATURES[0].answers)


@dataclass(frozen=True)
class Judgement:
    """What was decided: a class for each feature, and the keys of those that are funded."""

    classes: tuple[int, ...]
    funded: tuple[str, ...]


def asked_for() -> tuple[str, ...]:
    """The features named most often: where one ends who funds what customers ask for."""
    named = sorted(FEATURES, key=lambda one: -one.mentions)[:MOST]
    return tuple(one.key for one in FEATURES if one in named)


@lru_cache(maxsize=len(FEATURES))
def coefficients(one: Feature) -> KanoCoefficients:
    """How many a feature pleases when it is there, and angers when it is missing."""
    return kano_coefficients(*one.answers)


def kind(one: Feature) -> int:
    """Its class by the coefficients: does it please most people, and does its absence anger most?"""
    satisfaction, dissatisfaction = coefficients(one)
    return _KINDS[satisfaction >= _HALF, -dissatisfaction >= _HALF]


@lru_cache(maxsize=1)
def on_the_day() -> float:
    """The share of Nordlys's order lines of the year that came on the promised day, from the ledger."""
    book = ledger()
    account = next(key for key, name, *_ in book["accounts"].rows if name == nordlys.ACCOUNT)
    orders = book["orders"]
    at, when, late = (orders.positions[name] for name in ("account_id", "date", "days_late"))
    days = [row[late] for row in orders.rows if row[at] == account and row[when].year == YEAR]
    return sum(1 for day in days if day <= 0) / len(days)


def kept(one: Feature, funded: tuple[str, ...]) -> float:
    """How often a feature is there (share): always where it is funded, else as today."""
    today = on_the_day() if one.kept is None else one.kept
    return 1.0 if one.key in funded else today


def anger(one: Feature, funded: tuple[str, ...]) -> float:
    """Reasons for anger that a feature leaves, per 100 people."""
    return _PER * (1 - kept(one, funded)) * -coefficients(one).dissatisfaction


def delight(one: Feature, funded: tuple[str, ...]) -> float:
    """Reasons for delight that a feature gives, per 100 people."""
    return _PER * kept(one, funded) * coefficients(one).satisfaction


def all_anger(funded: tuple[str, ...]) -> float:
    """Reasons for anger per 100 people, over all features."""
    return sum(anger(one, funded) for one in FEATURES)


def all_delight(funded: tuple[str, ...]) -> float:
    """Reasons for delight per 100 people, over all features."""
    return sum(delight(one, funded) for one in FEATURES)


def cost(funded: tuple[str, ...]) -> float:
    """What the features cost Meridian, EUR a year."""
    return sum(one.cost for one in FEATURES if one.key in funded)


def affordable(funded: tuple[str, ...]) -> bool:
    """Whether the features are few enough and within the budget."""
    return len(funded) <= MOST and cost(funded) <= BUDGET


def angriest(funded: tuple[str, ...]) -> Feature:
    """The feature that leaves most reasons for anger."""
    return max(FEATURES, key=lambda one: anger(one, funded))


def idle(funded: tuple[str, ...]) -> Feature:
    """The funded feature that changes least for Nordlys's people for each euro."""
    return min((one for one in FEATURES if one.key in funded), key=_effect, default=FEATURES[0])


def _effect(one: Feature) -> float:
    calm, joy = anger(one, ()) - anger(one, (one.key,)), delight(one, (one.key,)) - delight(one, ())
    return (calm + joy) / one.cost


def delighter(funded: tuple[str, ...]) -> Feature:
    """The feature, not yet funded, that would add most delight."""
    return max(
        (one for one in FEATURES if one.key not in funded),
        key=lambda one: delight(one, (one.key,)) - delight(one, ()),
        default=FEATURES[0],
    )


def slipping(funded: tuple[str, ...]) -> list[Feature]:
    """The must-bes that are not always kept."""
    return [one for one in FEATURES if kind(one) == MUST_BE and kept(one, funded) < 1]


def unlike(now: Judgement) -> list[Feature]:
    """The features that were put into another class than their answers do."""
    return [one for one, given in zip(FEATURES, now.classes, strict=True) if given != kind(one)]


def solutions() -> list[tuple[str, ...]]:
    """Every choice of features that reaches the goal."""
    keys = [one.key for one in FEATURES]
    sets = (chosen for size in range(MOST + 1) for chosen in combinations(keys, size))
    good = (chosen for chosen in sets if all_anger(chosen) <= ANGER and all_delight(chosen) >= DELIGHT)
    return [chosen for chosen in good if affordable(chosen)]
