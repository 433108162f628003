"""What an answer is worth: pure scoring, failing closed.

A test cell of a case ends in a ``Mark``. Its plain text is the number of points, which is what nbgrader
reads; beside it goes a small JSON bundle, from which feedback is written. Whatever is missing, of the wrong
type, not finite or out of range scores nothing and says so in its outcome: no scoring function raises on any
JSON value.

Partial credit, by kind:

- number: full within the tolerance; ``NEAR_SHARE`` within the wider 'near' band, or when a share was given
  where per cent was asked (0.12 for 12 %), or when the figure follows correctly from the trainee's own
  earlier answer.
- choices: right ones chosen minus wrong ones chosen, over the right ones; never below 0.
- ranking: pairs in the right order minus pairs in the wrong order, over all expected pairs (Kendall's tau);
  never below 0.
- figures (a table): the share of keys with the right figure, less one for each key too many.
- accounts: the harmonic mean of precision and recall (F1), that is 2·hits ÷ (named + expected).
"""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

Outcome = Literal["right", "near", "wrong", "blank", "refused"]
MIME = "application/vnd.kamlab.mark+json"
NEAR_SHARE = 0.5  # share of the points for a near answer
DECIMALS = 2  # points are rounded to hundredths
UNSCORED = "type"  # the reason of a mark that no scoring function could make sense of


@dataclass(frozen=True)
class Mark:
    """The points of one graded cell.

    Attributes:
        grade_id: the cell's grade id.
        points: points earned, 0 to ``of``.
        of: points that could be earned.
        outcome: ``right`` (all points), ``near`` (some), ``wrong``, ``blank`` (nothing answered) or
            ``refused`` (not an answer: wrong type, out of range, another trainee's file).
        given: what was answered, as JSON.
        expected: the right answer, as JSON.
        unit: the unit of both.
        reason: for ``refused``: why (``type``, ``form``, ``trainee``, ``damaged``); else empty.
    """

    grade_id: str
    points: float
    of: float
    outcome: Outcome
    given: object = None
    expected: object = None
    unit: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.of) and 0 <= self.points <= self.of):
            raise ValueError(f"{self.grade_id}: {self.points} points of {self.of}")

    def __repr__(self) -> str:
        """The points alone: nbgrader turns a cell's plain-text result into a number."""
        return repr(round(float(self.points), DECIMALS))

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        return {"text/plain": repr(self), MIME: self.as_json()}

    def as_json(self) -> dict[str, object]:
        """The mark as JSON, for feedback and reports."""
        return {
            "grade_id": self.grade_id,
            "points": round(float(self.points), DECIMALS),
            "of": self.of,
            "outcome": self.outcome,
            "given": _jsonable(self.given),
            "expected": _jsonable(self.expected),
            "unit": self.unit,
            "reason": self.reason,
        }


def _jsonable(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, list | tuple):
        return [_jsonable(item) for item in value]
    return value if value is None or isinstance(value, str | int) else str(value)


def by_share(share: float, blank: Mark) -> Mark:
    """``blank`` with ``share`` (0 to 1) of its points: 1 is right, between is near, 0 or less is wrong."""
    if not math.isfinite(share) or share <= 0:
        return replace(blank, points=0.0, outcome="wrong", reason="")
    if share >= 1:
        return replace(blank, points=blank.of, outcome="right", reason="")
    return replace(blank, points=_below(share * blank.of, blank.of), outcome="near", reason="")


def _below(points: float, of: float) -> float:
    """Points in hundredths, always fewer than a right answer earns."""
    return max(0.0, min(round(points, DECIMALS), of - 0.1**DECIMALS))


def unmarked(grade_id: str, of: float, given: object, expected: object, unit: str = "") -> Mark:
    """A mark of no points yet, the start of scoring: 'blank' when nothing was given, else 'refused'."""
    outcome: Outcome = "blank" if given is None else "refused"
    return Mark(grade_id, 0.0, of, outcome, given, expected, unit, "" if given is None else UNSCORED)


def _open(start: Mark) -> bool:
    """Whether ``start`` still waits for its score; a mark refused for another reason stays as it is."""
    return start.outcome == "refused" and start.reason == UNSCORED


def finite(value: object) -> float | None:
    """``value`` as a finite number, or None where it is none (True and False are none)."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def score_number(
    start: Mark, *, tolerance: float, near: float = 0.0, follows: float | None = None, percent: bool = False
) -> Mark:
    """Score a number.

    Args:
        start: from ``unmarked``; ``expected`` is a number.
        tolerance: greatest distance from the expected number for full points, in its unit.
        near: greatest distance for a near answer, in its unit.
        follows: what would have been right had the trainee's own earlier answer been; a match is near.
        percent: the unit is per cent, so that a share (0.12 for 12) is near.
    """
    given, expected = finite(start.given), finite(start.expected)
    if not _open(start) or given is None or expected is None:
        return start
    return by_share(_number_share(given, expected, tolerance, near, follows, percent=percent), start)


def _number_share(  # noqa: PLR0913 - the six figures of one comparison
    given: float, expected: float, tolerance: float, near: float, follows: float | None, *, percent: bool
) -> float:
    distance = abs(given - expected)
    if distance <= tolerance:
        return 1.0
    followed = follows is not None and abs(given - follows) <= tolerance
    as_share = percent and abs(given * 100 - expected) <= tolerance
    return NEAR_SHARE if distance <= near or followed or as_share else 0.0


def score_choice(start: Mark, near: Collection[str] = ()) -> Mark:
    """Score one choice: full for the expected id, ``NEAR_SHARE`` for an id in ``near``."""
    if not _open(start) or not isinstance(start.given, str):
        return start
    if start.given == start.expected:
        return by_share(1.0, start)
    return by_share(NEAR_SHARE if start.given in near else 0.0, start)


def score_choices(start: Mark) -> Mark:
    """Score several choices: (right − wrong) ÷ expected, at least 0."""
    return _by_ids(
        start, lambda given, expected: (len(given & expected) - len(given - expected)) / len(expected)
    )


def score_accounts(start: Mark) -> Mark:
    """Score a list of accounts: 2·hits ÷ (named + expected)."""
    return _by_ids(start, lambda given, expected: 2 * len(given & expected) / (len(given) + len(expected)))


def _by_ids(start: Mark, share: Callable[[frozenset[str], frozenset[str]], float]) -> Mark:
    given, expected = _id_list(start.given), _id_list(start.expected)
    if not _open(start) or not given or not expected:
        return start
    return by_share(share(frozenset(given), frozenset(expected)), start)


def score_ranking(start: Mark, ties: Collection[frozenset[str]] = ()) -> Mark:
    """Score a ranking by Kendall's tau: (pairs in order − pairs out of order) ÷ pairs, at least 0.

    Args:
        start: from ``unmarked``; ``expected`` lists the ids, best first.
        ties: pairs so close that either order is right.
    """
    given, expected = _id_list(start.given), _id_list(start.expected)
    if not _open(start) or not given or not expected or len(given) != len(expected):
        return start
    place = {option: position for position, option in enumerate(given)}
    signs = [
        _sign(place.get(first), place.get(second), tied=frozenset((first, second)) in ties)
        for first, second in combinations(expected, 2)
    ]
    return by_share(sum(signs) / len(signs) if signs else float(given == expected), start)


def _sign(first: int | None, second: int | None, *, tied: bool) -> int:
    """1 where the first of a pair stands before the second, −1 where after it, 0 where one is not ranked."""
    if first is None or second is None:
        return 0
    return 1 if tied or first < second else -1


def score_figures(start: Mark, *, tolerance: float) -> Mark:
    """Score a table of one figure a key: the share of expected keys whose figure is within ``tolerance``.

    Keys that were not asked for count as wrong figures.
    """
    given, expected = start.given, start.expected
    if (
        not _open(start)
        or not isinstance(given, Mapping)
        or not isinstance(expected, Mapping)
        or not expected
    ):
        return start
    hits = sum(_close(given.get(key), figure, tolerance) for key, figure in expected.items())
    return by_share((hits - len(given.keys() - expected.keys())) / len(expected), start)


def _close(given: object, expected: object, tolerance: float) -> bool:
    first, second = finite(given), finite(expected)
    return first is not None and second is not None and abs(first - second) <= tolerance


def _id_list(value: object) -> list[str] | None:
    """A list of different ids, or None for anything else."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return None
    ids = [one for one in value if isinstance(one, str)]
    return ids if len(ids) == len(value) == len(set(ids)) else None
