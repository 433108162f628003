"""Two years with Nordlys, quarter by quarter: what it expects, what it perceives, and what both sides earn.

Weights, expectations and perceptions of today are the chapter's. The rest is assumed: work closes a share of
the distance to the top of the scale, ever less for each further euro; what is not worked on fades;
expectations start where the promise puts them and follow what is perceived, upwards faster than downwards.
"""

from dataclasses import dataclass
from math import fsum

from kamlab.models.service import servqual_gap

QUARTERS = 8
WEIGHTS = (40.0, 35.0, 25.0)  # points that Nordlys gives: keeps its word, thinks along, knows us
EXPECTED = (6.0, 5.0, 4.5)  # today, scale 1 to 7
PERCEIVED = (5.5, 5.5, 5.4)
TOP = 7.0
RISE, FALL = 0.5, 0.1  # share of the gap by which expectations follow in a quarter
FADE, FLOOR = (
    0.03,
    4.0,
)  # a quarter: what is not renewed sinks by this share of what it stands above the floor
PROCESS_HALF, CARE_HALF = 6_000.0, 4_000.0  # EUR a quarter that have half of the full effect
EFFECT = (0.20, 0.20, 0.25)  # share of the distance to the top that the full effect closes in a quarter
FEE = 36_000.0  # EUR a quarter for each point promised above today's expectations
SAVING = 24_000.0  # EUR a quarter for each point by which the joint processes are better than today
GOAL = 0.05  # points ahead in the last quarter
BUYER_GOAL = 20_000.0  # EUR over the two years
MOST_PROCESS, MOST_CARE = 12_000.0, 6_000.0
TIMINGS: dict[str, tuple[float, ...]] = {  # how the money of two years is spread, 1 a quarter on average
    "bang": (4.0, 4.0, *(0.0,) * 6),
    "steady": (1.0,) * QUARTERS,
    "growing": tuple(quarter * 2 / (QUARTERS + 1) for quarter in range(1, QUARTERS + 1)),
}
ROUNDING = 1e-9


@dataclass(frozen=True)
class Quarter:
    """One quarter: EUR spent, and scores by dimension."""

    spent: float
    expected: tuple[float, ...]
    perceived: tuple[float, ...]

    @property
    def gaps(self) -> tuple[float, ...]:
        """Perceived less expected, by dimension."""
        return tuple(p - e for p, e in zip(self.perceived, self.expected, strict=True))

    @property
    def gap(self) -> float:
        """The weighted gap."""
        return servqual_gap(self.expected, self.perceived, WEIGHTS)


@dataclass(frozen=True)
class Course:
    """What was decided, and the quarters that follow from it.

    Args:
        promise: points above what Nordlys expects today.
        process: EUR a quarter for joint work on processes, on average.
        care: EUR a quarter for people who know Nordlys, on average.
        timing: a key of ``TIMINGS``.
        quarters: in order.
    """

    promise: float
    process: float
    care: float
    timing: str
    quarters: tuple[Quarter, ...]

    @property
    def last(self) -> Quarter:
        """The last quarter."""
        return self.quarters[-1]


def saturation(spent: float, half: float) -> float:
    """The share of the full effect that ``spent`` EUR have: each ``half`` EUR bring half of what is left."""
    return float(1 - 0.5 ** (spent / half))


def course(promise: float, process: float, care: float, timing: str) -> Course:
    """The two years that follow from a promise and from what is spent (see ``Course``)."""
    hopes: tuple[float, ...] = tuple(score + promise for score in EXPECTED)
    views: tuple[float, ...] = PERCEIVED
    quarters = []
    for weight in TIMINGS[timing]:
        views = _worked(views, process * weight, care * weight)
        quarters.append(Quarter((process + care) * weight, hopes, views))
        hopes = _followed(hopes, views)
    return Course(promise, process, care, timing, tuple(quarters))


def _worked(views: tuple[float, ...], process: float, care: float) -> tuple[float, ...]:
    """What is perceived after a quarter's work; processes serve the first two dimensions, care the third."""
    work = saturation(process, PROCESS_HALF)
    done = (work, work, saturation(care, CARE_HALF))
    return tuple(
        view + share * full * (TOP - view) - FADE * (view - FLOOR)
        for view, share, full in zip(views, done, EFFECT, strict=True)
    )


def _followed(hopes: tuple[float, ...], views: tuple[float, ...]) -> tuple[float, ...]:
    """What is expected after a quarter's experience."""
    return tuple(
        hope + (RISE if view > hope else FALL) * (view - hope)
        for hope, view in zip(hopes, views, strict=True)
    )


def mean(scores: tuple[float, ...]) -> float:
    """The weighted mean of scores by dimension."""
    return fsum(weight * score for weight, score in zip(WEIGHTS, scores, strict=True)) / fsum(WEIGHTS)


def fee(now: Course) -> float:
    """What Nordlys pays for the promise over the two years, EUR; below 0 for a promise below today's."""
    return FEE * now.promise * QUARTERS


def cost(now: Course) -> float:
    """What the work costs Meridian over the two years, EUR."""
    return fsum(one.spent for one in now.quarters)


def saving(now: Course) -> float:
    """What better processes save Nordlys over the two years, EUR; below 0 where they have got worse."""
    better = (sum(one.perceived[:2]) - sum(PERCEIVED[:2]) for one in now.quarters)
    return SAVING * fsum(better)


def seller(now: Course) -> float:
    """Meridian's result over the two years, EUR."""
    return fee(now) - cost(now)


def buyer(now: Course) -> float:
    """Nordlys's result over the two years, EUR."""
    return saving(now) - fee(now)


def conditions(now: Course) -> tuple[bool, bool, bool, bool]:
    """Whether the lead, every dimension, Meridian's and Nordlys's result reach the goal."""
    return (
        now.last.gap >= GOAL - ROUNDING,
        min(now.last.gaps) >= -ROUNDING,
        seller(now) >= -ROUNDING,
        buyer(now) >= BUYER_GOAL - ROUNDING,
    )


def worst(now: Course) -> int:
    """The place of the dimension that is furthest behind in the last quarter."""
    return now.last.gaps.index(min(now.last.gaps))
