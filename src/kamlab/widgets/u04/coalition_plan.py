"""What Meridian, Nordlys and a data firm are worth together, and which splits of it last.

Each of them, and each pair, could earn something without the others; these figures are assumed. A joint
interface makes the three worth more together, each euro spent on it less than the one before, and helps no
pair. Averages are those of ``kamlab.models.coalition``. The core of three is small enough to be worked out
here: a split lasts if no one and no pair gets less than it could earn by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations

from kamlab.i18n import N_
from kamlab.models.coalition import shapley_value

MERIDIAN, NORDLYS, DATA = "meridian", "nordlys", "data"
PARTNERS = (MERIDIAN, NORDLYS, DATA)
NAMES = {MERIDIAN: N_("Meridian"), NORDLYS: N_("Nordlys"), DATA: N_("Brisling Data")}
Group = frozenset[str]
Point = tuple[float, float]

ALL: Group = frozenset(PARTNERS)
WORTH: dict[Group, float] = {  # EUR a year that a group earns without the others
    frozenset({MERIDIAN}): 30_000.0,
    frozenset({NORDLYS}): 40_000.0,
    frozenset({DATA}): 10_000.0,
    frozenset({MERIDIAN, NORDLYS}): 160_000.0,
    frozenset({MERIDIAN, DATA}): 70_000.0,
    frozenset({NORDLYS, DATA}): 120_000.0,
}
LOOSE = 150_000.0  # EUR a year that the three earn without a joint interface
MOST, HALF = 160_000.0, 25_000.0  # EUR a year: what it can add; spending that brings half of what is left
DEAREST, STEP = 100_000, 5_000  # EUR a year that may be spent, and the step
UNFAIR = 8_000.0  # EUR a year that nobody may get less than it adds on average
REACHED = 0.95  # the goal: the part of the most that the three can earn


@dataclass(frozen=True)
class Split:
    """A proposal.

    Args:
        spent: EUR a year on the joint interface.
        total: what the three then earn, EUR a year.
        parts: what each gets, EUR a year; together the total.
        average: what each adds on average, EUR a year; together the total, too.
    """

    spent: float
    total: float
    parts: Mapping[str, float]
    average: Mapping[str, float]

    def gets(self, group: Group) -> float:
        """What a group gets, EUR a year."""
        return sum(self.parts[one] for one in group)

    def margin(self, group: Group) -> float:
        """What a group gets above what it could earn by itself, EUR a year; below 0 it leaves."""
        return round(self.gets(group) - WORTH[group], 6)

    def most(self, one: str) -> float:
        """The most that ``one`` can ask for before the other two do better without it, EUR a year."""
        return self.total - WORTH[ALL - {one}]


def groups() -> tuple[Group, ...]:
    """Everybody alone, then every pair, in the order shown."""
    each = (combinations(PARTNERS, size) for size in (1, 2))
    return tuple(frozenset(one) for one in chain.from_iterable(each))


def total(spent: float) -> float:
    """What the three earn together after paying for the interface, EUR a year."""
    return LOOSE + MOST * (1 - 2 ** (-spent / HALF)) - spent


@lru_cache(maxsize=1)
def best() -> float:
    """The most that the three can earn, EUR a year."""
    return max(total(float(spent)) for spent in range(0, DEAREST + 1, STEP))


def needed() -> float:
    """What the three must earn so that any split lasts at all, EUR a year: half of what the pairs could."""
    return sum(worth for group, worth in WORTH.items() if len(group) > 1) / 2


@lru_cache(maxsize=256)
def averages(spent: float) -> dict[str, float]:
    """What each partner adds to the three on average, EUR a year."""
    worth = {**WORTH, ALL: total(spent)}
    return shapley_value(PARTNERS, worth.__getitem__)


def split(spent: float, meridian: float, nordlys: float) -> Split:
    """The proposal that gives two partners these shares of the total, and the third the rest."""
    whole = total(spent)
    parts = {MERIDIAN: meridian * whole, NORDLYS: nordlys * whole}
    return Split(spent, whole, {**parts, DATA: whole - sum(parts.values())}, averages(spent))


def core(whole: float, side: float) -> list[Point]:
    """The corners of all splits that last, within a square.

    Args:
        whole: what the three earn, EUR a year.
        side: the square's side, EUR a year.

    Returns:
        (Meridian's part, Nordlys's part) by corner, EUR a year; none where no split lasts.
    """
    corners: list[Point] = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
    for group in groups():
        corners = _cut(corners, *_limit(group, whole))
    return corners


def _limit(group: Group, whole: float) -> tuple[float, float, float]:
    """A group's claim as a x + b y ≥ c, with x Meridian's part, y Nordlys's and the rest for the third."""
    rest = float(DATA in group)
    return float(MERIDIAN in group) - rest, float(NORDLYS in group) - rest, WORTH[group] - rest * whole


def _cut(corners: list[Point], a: float, b: float, c: float) -> list[Point]:
    """The part of a convex polygon in which a x + b y ≥ c."""
    kept: list[Point] = []
    for first, last in zip(corners, corners[1:] + corners[:1], strict=True):
        start, end = (a * x + b * y - c for x, y in (first, last))
        if start >= 0:
            kept.append(first)
        if start * end < 0:
            share = start / (start - end)
            kept.append((first[0] + share * (last[0] - first[0]), first[1] + share * (last[1] - first[1])))
    return kept
