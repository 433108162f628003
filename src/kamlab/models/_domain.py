"""What the models accept: finite numbers in a range, and lists and tables of them.

Every check either returns plain floats (or ints) or raises ``ModelError`` naming the parameter. ``True`` and
``False`` are numbers in Python but never a quantity here, so they are refused.
"""

import math
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from numbers import Real

from kamlab.errors import ModelError


@dataclass(frozen=True)
class Range:
    """The numbers that a parameter may take.

    Args:
        low: the lower end.
        high: the upper end.
        above: whether the lower end itself is excluded.
    """

    low: float = -math.inf
    high: float = math.inf
    above: bool = False

    def holds(self, value: float) -> bool:
        """Whether ``value`` lies in the range."""
        return (value > self.low if self.above else value >= self.low) and value <= self.high

    def __str__(self) -> str:
        if self.low == -math.inf:
            return "any finite number"
        if self.high == math.inf:
            return (
                f"a finite number above {self.low:g}"
                if self.above
                else f"a finite number, {self.low:g} or more"
            )
        return (
            f"above {self.low:g}, at most {self.high:g}" if self.above else f"{self.low:g} to {self.high:g}"
        )


ANY = Range()
NOT_NEGATIVE = Range(low=0)
POSITIVE = Range(low=0, above=True)
SHARE = Range(low=0, high=1)
SHARE_ABOVE_0 = Range(low=0, high=1, above=True)
SCORE = Range(low=0, high=10)

ROUNDING = 1e-12
"""What differs by less, as a part of the sums that it comes from, is equal: decimals tie as on paper."""

_PRINTED_SUM = 5e-4


def number(parameter: str, value: object, allowed: Range = ANY) -> float:
    """Return ``value`` as a float.

    Raises:
        ModelError: it is no real number, not finite or outside ``allowed``.
    """
    converted = _as_float(value)
    if not math.isfinite(converted) or not allowed.holds(converted):
        raise ModelError(parameter, _shown(value), str(allowed))
    return converted


def whole(parameter: str, value: object, least: int = 0, most: float = math.inf) -> int:
    """Return ``value`` as an int from ``least`` to ``most``; ``10.0`` counts as 10.

    Raises:
        ModelError: it is no whole number or outside this range.
    """
    converted = _as_float(value)
    allowed = f"{least} or more" if most == math.inf else f"{least} to {most:,}"
    if not math.isfinite(converted) or not least <= converted <= most or converted != math.floor(converted):
        raise ModelError(parameter, _shown(value), f"a whole number, {allowed}")
    return int(converted)


def flag(parameter: str, value: object) -> bool:
    """Return ``value``.

    Raises:
        ModelError: it is neither ``True`` nor ``False``.
    """
    if not isinstance(value, bool):
        raise refusal(parameter, value, "True or False")
    return value


def vector(parameter: str, values: object, allowed: Range = ANY, length: int | None = None) -> list[float]:
    """Return ``values`` as a list of floats, at least one and exactly ``length`` where that is given.

    Raises:
        ModelError: no list, empty, of another length, or an entry that ``number`` refuses.
    """
    items = _items(parameter, values, "a list of numbers")
    if length is not None and len(items) != length:
        raise ModelError(parameter, f"a list of {len(items)}", f"a list of {length}")
    if not items:
        raise ModelError(parameter, "empty", "at least one number")
    return [number(f"{parameter}[{place}]", item, allowed) for place, item in enumerate(items)]


def distribution(
    parameter: str, values: object, length: int | None = None, printed: float = _PRINTED_SUM
) -> list[float]:
    """Return ``values`` as chances or shares, scaled so that they sum to 1.

    Args:
        parameter: what a refusal names.
        values: 0 to 1 each.
        length: as in ``vector``.
        printed: how far a list that was rounded in print may miss 1.

    Raises:
        ModelError: as ``vector``, or another sum.
    """
    parts = vector(parameter, values, SHARE, length)
    total = math.fsum(parts)
    if abs(total - 1) > printed:
        raise ModelError(parameter, f"a list with the sum {total:g}", "a list that sums to 1")
    return [part / total for part in parts]


def table(parameter: str, rows: object, allowed: Range = ANY) -> list[list[float]]:
    """Return ``rows`` as a rectangular list of lists of floats.

    Raises:
        ModelError: no list of lists, empty, ragged, or an entry that ``number`` refuses.
    """
    items = _items(parameter, rows, "a list of rows")
    if not items:
        raise ModelError(parameter, "empty", "at least one row")
    first = vector(f"{parameter}[0]", items[0], allowed)
    rest = (
        vector(f"{parameter}[{place}]", row, allowed, len(first)) for place, row in enumerate(items) if place
    )
    return [first, *rest]


def square(parameter: str, rows: object, allowed: Range = ANY) -> list[list[float]]:
    """Return ``rows`` as a square table.

    Raises:
        ModelError: as ``table``, or the numbers of rows and columns differ.
    """
    matrix = table(parameter, rows, allowed)
    if len(matrix) != len(matrix[0]):
        raise ModelError(parameter, f"{len(matrix)} rows of {len(matrix[0])}", "as many rows as columns")
    return matrix


def result(parameter: str, value: object, computed: float) -> float:
    """Return ``computed`` unless it left the range of floating-point numbers.

    Raises:
        ModelError: naming the parameter whose size is to blame.
    """
    if not math.isfinite(computed):
        raise ModelError(parameter, _shown(value), "values whose result is a finite number")
    return computed


def summed(parameter: str, value: object, terms: Iterable[float]) -> float:
    """Return the sum of ``terms``, rounded once.

    Raises:
        ModelError: as ``result``.
    """
    try:
        total = math.fsum(terms)
    except (OverflowError, ValueError):  # beyond the range, or of infinite numbers
        total = math.inf
    return result(parameter, value, total)


def rounded(parameter: str, value: object, exact: Fraction) -> float:
    """Return the float nearest to ``exact``.

    Raises:
        ModelError: as ``result``.
    """
    try:
        nearest = float(exact)
    except OverflowError:
        nearest = math.inf
    return result(parameter, value, nearest)


def refusal(parameter: str, value: object, allowed: str) -> ModelError:
    """The error for a ``value`` of any kind that the model does not allow."""
    return ModelError(parameter, _shown(value), allowed)


def members(parameter: str, values: object, allowed: str) -> list[object]:
    """Return what is in ``values``, in any kind of collection.

    Raises:
        ModelError: it is text or no collection; says what is ``allowed``.
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise ModelError(parameter, _shown(values), allowed)
    try:
        return list(values)
    except TypeError as error:  # an array without dimensions says that it is iterable, and is not
        raise ModelError(parameter, _shown(values), allowed) from error


def _as_float(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _items(parameter: str, values: object, allowed: str) -> list[object]:
    # Sets and dictionaries can be walked through too, but their order or content is not meant.
    if isinstance(values, Mapping | AbstractSet):
        raise ModelError(parameter, _shown(values), allowed)
    return members(parameter, values, allowed)


def _shown(value: object) -> str:
    try:
        text = repr(value)
    except ValueError:  # a whole number of thousands of digits
        text = "a number too long to show"
    except RecursionError:  # a list in a list in a list ...
        text = "a list too deep to show"
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - a sentence stays readable
