"""Random draws that can never change.

Only ``random.Random(seed).random()`` is used, whose sequence Python promises to keep for a given integer
seed; everything else is arithmetic written out here. No function of the C library takes part, so a browser
and a server draw the same numbers to the last digit.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamlab.data.parameters import Range

__all__ = ["Draw", "wheel"]

T = TypeVar("T")
STREAMS = 64  # room for independent streams under one seed


def wheel(items: Sequence[T], weights: Sequence[int]) -> tuple[T, ...]:
    """Each of ``items`` as often as its weight says: ``one_of`` it is a weighted draw without adding up."""
    return tuple(item for item, weight in zip(items, weights, strict=True) for _ in range(weight))


class Draw:
    """One stream of draws.

    Args:
        seed: the ledger's seed.
        stream: 0 to 63; each subject of the ledger has its own, so that a later change to one subject
            leaves the figures of the others alone.
    """

    def __init__(self, seed: int, stream: int) -> None:
        self.random = random.Random(seed * STREAMS + stream).random  # noqa: S311 - teaching data, no secret

    def between(self, span: Range) -> float:
        """A number from ``span``, every value equally likely."""
        return span.low + (span.high - span.low) * self.random()

    def integer(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self.random() * (high - low + 1))

    def around(self, spread: float) -> float:
        """A factor near 1: 1 + spread · (u₁ + u₂ − 1), a triangle from 1 − spread to 1 + spread."""
        return 1.0 + spread * (self.random() + self.random() - 1.0)

    def many_between(self, span: Range, count: int) -> list[float]:
        """``count`` numbers, each as ``between`` draws it."""
        random, low, width = self.random, span.low, span.high - span.low
        return [low + width * random() for _ in range(count)]

    def many_around(self, spread: float, count: int) -> list[float]:
        """``count`` factors, each as ``around`` draws it."""
        random = self.random
        return [1.0 + spread * (random() + random() - 1.0) for _ in range(count)]

    def one_of(self, items: Sequence[T]) -> T:
        """One of ``items``, each equally likely."""
        return items[int(self.random() * len(items))]

    def weighted(self, weights: Sequence[int]) -> int:
        """The index of one weight, with chances in proportion to the whole-number ``weights``."""
        mark = int(self.random() * sum(weights))
        for index, weight in enumerate(weights):
            mark -= weight
            if mark < 0:
                return index
        return len(weights) - 1

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """``count`` different items in random order: the first steps of a Fisher-Yates shuffle."""
        pool = list(items)
        for place in range(count):
            other = place + int(self.random() * (len(pool) - place))
            pool[place], pool[other] = pool[other], pool[place]
        return pool[:count]
