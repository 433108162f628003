"""A day of Nordlys's people at Meridian: whom they meet, how often each slips, and what briefing does to it.

Everyone on the way must do the same: greet the guests by name, know what Nordlys makes, and answer a question
or fetch somebody who can. The chances are assumed. Slips are taken to be independent of each other.
"""

from dataclasses import dataclass

from kamlab.models.service import chain_reliability

GOAL = 0.75  # of a flawless day
LIMIT = 16  # hours of the key account manager before the visit
WEAKEST = 0.90  # of everybody's own part, whoever walks along
MOST = 4  # hours for one person
HOST = 8  # hours that walking along takes
CATCH = 0.5  # of the others' slips that a host makes good on the spot
MANAGER = 75.0  # EUR an hour of the key account manager
VISITS = 4  # days a year on which Nordlys comes


@dataclass(frozen=True)
class Person:
    """Somebody whom the guests meet.

    Args:
        key: the control's id.
        slip: the chance of a slip without briefing (share).
        wage: what an hour costs Meridian, EUR.
    """

    key: str
    slip: float
    wage: float


PEOPLE = (  # in the order in which the guests meet them
    Person("gate", 0.20, 30.0),
    Person("reception", 0.15, 32.0),
    Person("general", 0.02, 160.0),
    Person("sales", 0.03, 110.0),
    Person("manager", 0.01, 75.0),
    Person("desk", 0.10, 42.0),
    Person("hotline", 0.08, 60.0),
    Person("fitter", 0.12, 40.0),
    Person("canteen", 0.12, 28.0),
    Person("cleaner", 0.25, 27.0),
)
USUAL = {
    "general": 4,
    "sales": 4,
    "manager": 4,
}  # hours by habit: the higher the rank, the longer the briefing


@dataclass(frozen=True)
class Plan:
    """What is done before the visit: hours of briefing by person, and whether a host walks along."""

    hours: tuple[int, ...]
    host: bool

    @property
    def briefing(self) -> int:
        """Hours of briefing of all people."""
        return sum(self.hours)

    @property
    def used(self) -> int:
        """Hours of the key account manager."""
        return self.briefing + HOST * self.host


def own(one: Person, hours: int) -> float:
    """How often a person does his part: every hour of briefing halves the chance of a slip."""
    return 1 - one.slip * 0.5**hours


def owns(plan: Plan) -> tuple[float, ...]:
    """How often each person does the part, without a host."""
    return tuple(own(one, hours) for one, hours in zip(PEOPLE, plan.hours, strict=True))


def kept(plan: Plan) -> tuple[float, ...]:
    """How often the guests see each part done: a host makes good half of the slips."""
    return tuple(1 - (1 - share) * (1 - CATCH * plan.host) for share in owns(plan))


def flawless(plan: Plan) -> float:
    """The chance of a day without any slip that the guests see."""
    return chain_reliability(kept(plan))


def along(plan: Plan) -> tuple[float, ...]:
    """The chance that all has gone well up to each person met; before the first it is 1."""
    parts = kept(plan)
    return (1.0, *(chain_reliability(parts[:met]) for met in range(1, len(parts) + 1)))


def slips(plan: Plan) -> float:
    """The number of slips to be expected in a day."""
    return sum(1 - share for share in kept(plan))


def cost(plan: Plan) -> float:
    """What the preparation costs Meridian for one day, EUR: hers and the others' hours."""
    briefed = sum((MANAGER + one.wage) * hours for one, hours in zip(PEOPLE, plan.hours, strict=True))
    return briefed + MANAGER * HOST * plan.host


def next_hour(plan: Plan, place: int) -> float:
    """What one more hour for the person at ``place`` adds to the chance of a flawless day (share)."""
    more = tuple(hours + (at == place) for at, hours in enumerate(plan.hours))
    return flawless(Plan(more, plan.host)) - flawless(plan)


def last_hour(plan: Plan, place: int) -> float:
    """What the last hour of the person at ``place`` has added (share); 0 where there was none."""
    if not plan.hours[place]:
        return 0.0
    fewer = tuple(hours - (at == place) for at, hours in enumerate(plan.hours))
    return flawless(plan) - flawless(Plan(fewer, plan.host))


def best_next(plan: Plan) -> int:
    """The place of the person for whom one more hour adds most."""
    places = [at for at, hours in enumerate(plan.hours) if hours < MOST]
    return max(places, key=lambda at: next_hour(plan, at), default=0)


def least_used(plan: Plan) -> int:
    """The place of the person whose last hour added least."""
    briefed = [at for at, hours in enumerate(plan.hours) if hours]
    return min(briefed, key=lambda at: last_hour(plan, at), default=0)


def weakest(plan: Plan) -> int:
    """The place of the person who slips most often."""
    shares = owns(plan)
    return shares.index(min(shares))


def alike(share: float) -> float:
    """The chance of a flawless day if everybody did the part equally often."""
    return chain_reliability([share] * len(PEOPLE))


NOTHING = Plan((0,) * len(PEOPLE), host=False)
HABIT = Plan(tuple(USUAL.get(one.key, 0) for one in PEOPLE), host=False)
