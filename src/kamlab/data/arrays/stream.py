"""The draws of ``Draw``, many at once: the same numbers in the same order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from kamlab.data.draw import STREAMS, Draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Floats", "Stream", "Whole", "before", "flat", "place_in", "ragged"]

Floats = np.ndarray[Any, np.dtype[np.float64]]
Whole = np.ndarray[Any, np.dtype[np.int64]]
_CHUNK = 1 << 14
_WORD = (1 << 32) - 1


class Stream(Draw):
    """A stream of draws that can be looked at before they are taken.

    Args:
        seed: as for ``Draw``.
        stream: as for ``Draw``.
    """

    def __init__(self, seed: int, stream: int) -> None:
        self._source = np.random.RandomState(_words(abs(seed * STREAMS + stream)))
        self.drawn: Floats = self._source.random_sample(_CHUNK)
        self.place = 0  # of the next draw

    def random(self) -> float:
        """The next draw."""
        if self.place == len(self.drawn):
            self.ahead(1)
        self.place += 1
        return self.drawn.item(self.place - 1)

    def ahead(self, count: int) -> Floats:
        """The next ``count`` draws, not taken yet."""
        end = self.place + count
        while end > len(self.drawn):
            self.drawn = np.concatenate((self.drawn, self._source.random_sample(_CHUNK)))
        return self.drawn[self.place : end]

    def around_at(self, places: Whole, spread: float) -> Floats:
        """The factors that ``around`` makes of the draws at ``places`` and those after them."""
        return 1.0 + spread * (self.drawn[places] + self.drawn[places + 1] - 1.0)


def _words(seed: int) -> list[int]:
    """``seed`` as Python's generator takes it: in words of 32 bits, the lowest first."""
    words = [seed & _WORD]
    while seed := seed >> 32:
        words.append(seed & _WORD)
    return words


def before(sizes: Sequence[int] | Whole) -> Whole:
    """How many stand before each of groups of these sizes."""
    counts = np.asarray(sizes, np.int64)
    return np.cumsum(counts) - counts


def ragged(starts: Sequence[int] | Whole, sizes: Sequence[int] | Whole, step: int = 1) -> Whole:
    """For each start as many numbers as its size says: ``ragged([5, 9], [2, 1], step=2)`` is 5, 7, 9."""
    first = np.asarray(starts) - step * before(sizes)
    within: Whole = step * np.arange(np.sum(sizes), dtype=np.int64)
    return np.repeat(first, sizes) + within


def flat(groups: Iterable[Iterable[int]]) -> Whole:
    """The numbers of all groups, one after the other."""
    return np.array(list(chain.from_iterable(groups)))


def place_in(draws: Floats, sizes: int | Whole) -> Whole:
    """What ``one_of`` takes from so many: the places of ``draws`` in sequences of these sizes."""
    return (draws * sizes).astype(np.int64)
