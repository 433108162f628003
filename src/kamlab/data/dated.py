"""Rows in order of date, and the ids that they are given in that order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

__all__ = ["by_day", "ids", "numbered", "up_to"]

R = TypeVar("R", bound=tuple[Any, ...])
BLOCK = 1000


def by_day(rows: Iterable[R], place: int) -> list[R]:
    """``rows`` by the date at ``place``; those of one day in the order in which they came.

    There are far fewer days than rows, so this is faster than sorting the rows.
    """
    days: dict[date, list[R]] = defaultdict(list)
    for row in rows:
        days[row[place]].append(row)
    return [row for day in sorted(days) for row in days[day]]


def up_to(ends: Iterable[date], rows: list[R], place: int) -> Iterator[tuple[date, list[R]]]:
    """Each of ``ends`` with the ``rows`` after the end before it, up to it.

    Args:
        ends: in order.
        rows: in order of the date at ``place``.
        place: where a row has its date.
    """
    start = 0
    for end in ends:
        stop = bisect_right(rows, end, start, key=itemgetter(place))
        yield end, rows[start:stop]
        start = stop


def numbered(letter: str, digits: int, rows: list[R]) -> list[tuple[Any, ...]]:
    """``rows`` with the ids of ``ids`` before them."""
    pairs = zip(ids(letter, digits, len(rows)), rows, strict=True)
    return [(row_id,) + row for row_id, row in pairs]  # noqa: RUF005 - unpacking the row takes twice as long


def ids(letter: str, digits: int, count: int) -> Iterator[str]:
    """The ids of ``count`` rows, from 1 on: ``ids("S", 5, 2)`` is S00001, S00002. All ledgers share them."""
    blocks = (_block(letter, digits, first) for first in range(0, count + 1, BLOCK))
    return islice(chain.from_iterable(blocks), 1, count + 1)


@lru_cache(maxsize=64)
def _block(letter: str, digits: int, first: int) -> tuple[str, ...]:
    return tuple(f"{letter}{number:0{digits}d}" for number in range(first, first + BLOCK))
