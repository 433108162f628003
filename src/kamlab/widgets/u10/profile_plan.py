"""Ten statements on a value manager's craft, and what two ratings of each say.

Five statements belong to the seller's craft and five to the buyer's; each level is worded, so that two people
mean the same by it. The lean of a profile has the form of the E-I index in ``kamlab.models.convergence``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kamlab.models.convergence import ei_index

SELLING, BUYING = CRAFTS = ("selling", "buying")
STATEMENTS: Mapping[str, str] = {  # the statement's key, and the craft that it belongs to
    "profit": SELLING,
    "need": SELLING,
    "price": SELLING,
    "welcome": SELLING,
    "contacts": SELLING,
    "suppliers": BUYING,
    "total": BUYING,
    "develop": BUYING,
    "flow": BUYING,
    "share": BUYING,
}
UNRATED, ALONE, TOP = 0, 4, 5  # a level of ALONE or more is what others could have seen
STEPS = 3  # next steps to choose
SPREAD = 2  # levels between the best and the worst statement, at least
LEAN = 0.10  # how far the plan may leave a profile to one side
LIFT = 1.0  # level that each next step is meant to add


@dataclass(frozen=True)
class Profile:
    """What a reader says of himself.

    Args:
        before: the level of each statement before the course, 0 where it is not rated.
        after: the same after it.
        proofs: statements for which somebody else saw a case.
        steps: statements to work on next.
    """

    before: Mapping[str, int]
    after: Mapping[str, int]
    proofs: tuple[str, ...]
    steps: tuple[str, ...]

    @property
    def unrated(self) -> int:
        """How many of the twenty ratings are missing."""
        return sum(not level for one in (self.before, self.after) for level in one.values())

    @property
    def unproved(self) -> tuple[str, ...]:
        """Statements rated so high after the course that others must have seen a case, without one."""
        return tuple(k for k, level in self.after.items() if level >= ALONE and k not in self.proofs)

    @property
    def spread(self) -> int:
        """Levels between the best and the worst statement after the course."""
        return max(self.after.values()) - min(self.after.values())

    @property
    def planned(self) -> dict[str, float]:
        """The levels after the next steps."""
        return {k: min(float(TOP), level + LIFT * (k in self.steps)) for k, level in self.after.items()}


def mean(levels: Mapping[str, float], craft: str) -> float:
    """The mean level of a craft's statements that are rated; 0 where none is."""
    rated = [levels[k] for k, one in STATEMENTS.items() if one == craft and levels[k]]
    return sum(rated) / len(rated) if rated else 0.0


def lean(levels: Mapping[str, float]) -> float:
    """How far a profile leans: 1 to selling alone, −1 to buying alone, 0 in balance or not rated."""
    selling, buying = mean(levels, SELLING), mean(levels, BUYING)
    return ei_index(selling, buying) if selling or buying else 0.0


def weakest(levels: Mapping[str, float]) -> tuple[str, ...]:
    """The rated statements at the lowest level."""
    rated = [level for level in levels.values() if level]
    return tuple(k for k, level in levels.items() if rated and level == min(rated))


def weaker_craft(levels: Mapping[str, float]) -> str:
    """The craft with the lower mean."""
    return SELLING if lean(levels) < 0 else BUYING
