"""How long each phase of a batch took, for who wants to know where the time goes."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

__all__ = ["Clock"]

T = TypeVar("T")


@dataclass
class Clock:
    """Counts seconds by phase.

    Args:
        seconds: phase to seconds so far.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    _within: float = field(default=0.0, repr=False)  # seconds of phases inside the one that runs

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count what happens inside towards ``name``, but for what a phase within it counts as its own."""
        start, within = time.perf_counter(), self._within
        self._within = 0.0
        try:
            yield
        finally:
            took = time.perf_counter() - start
            self.seconds[name] = self.seconds.get(name, 0.0) + took - self._within
            self._within = within + took

    def each(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """``items``, with the waiting for each counted towards ``name``."""
        source, end = iter(items), object()
        while True:
            with self.phase(name):
                item = next(source, end)
            if item is end:
                return
            yield item  # type: ignore[misc]  # not the end
