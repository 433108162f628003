"""Who does the work: this process alone, or with threads of it; others are in ``pool`` and ``distributed``.

A crew is given a function, what is the same for every call of it, and the items; it hands back each item with
what came of it, in whatever order. It never holds more items than it needs to keep everyone busy, so that the
memory in use does not grow with the cohort. An item of which nothing is known is ``Lost``.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import ClassVar, Protocol, Self, TypeVar

__all__ = [
    "AHEAD",
    "TRIES",
    "Alone",
    "Crew",
    "Lost",
    "Threads",
    "Where",
    "patient",
    "processors",
    "result_of",
]

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")
TRIES = 6  # of an item whose worker died
AHEAD = 16  # items that wait for each worker, so that none is idle while this process imports or records


@dataclass(frozen=True)
class Lost:
    """Nothing is known about an item, because of what happened to who worked on it.

    Args:
        error: what happened the last time.
    """

    error: BaseException


class Where(Enum):
    """Where work is done."""

    HERE = "in this process"
    BESIDE = "several at once on this machine"
    AWAY = "on other machines"


class Crew(Protocol):
    """Whoever does the work."""

    where: ClassVar[Where]

    def each(
        self, function: Callable[[C, T], R], context: C, items: Iterable[T]
    ) -> Iterator[tuple[T, R | Lost]]:
        """``function(context, item)`` for each item, in whatever order.

        Args:
            function: of a module's top level, so that it can be named to another process.
            context: what is the same for every item; sent once to each worker.
            items: taken one by one as the work goes on.
        """

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Alone:
    """Does all the work in this process."""

    where: ClassVar[Where] = Where.HERE

    def each(
        self, function: Callable[[C, T], R], context: C, items: Iterable[T]
    ) -> Iterator[tuple[T, R | Lost]]:
        """One after the other."""
        for item in items:
            try:
                done: R | Lost = function(context, item)
            except Exception as error:  # noqa: BLE001 - one item's trouble is not the batch's
                done = Lost(error)
            yield item, done

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None: ...


@dataclass
class Threads:
    """Threads of this process: for work that is done by processes which they wait for.

    Args:
        workers: how many.
    """

    where: ClassVar[Where] = Where.BESIDE
    workers: int
    _executor: ThreadPoolExecutor = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._executor = ThreadPoolExecutor(self.workers, "grading", initializer=patient)

    def each(
        self, function: Callable[[C, T], R], context: C, items: Iterable[T]
    ) -> Iterator[tuple[T, R | Lost]]:
        """As many at once as there are threads."""
        left = iter(items)
        running: dict[Future[R], T] = {}
        ended: SimpleQueue[Future[R]] = SimpleQueue()  # to ask all that run would take a while each time
        while True:
            for item in islice(left, self.workers * (1 + AHEAD) - len(running)):
                future = self._executor.submit(function, context, item)
                running[future] = item
                future.add_done_callback(ended.put)
            if not running:
                return
            future = ended.get()
            done = result_of(future)
            yield running.pop(future), done

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        """Begin nothing more. What has begun ends by itself, or when what it waits for is closed."""
        self._executor.shutdown(wait=False, cancel_futures=True)


def processors(quota: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """How many processors this process may use.

    Args:
        quota: says how much of the machine's processors a container may use.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):  # there is none, or it says that there is no limit
        share, period = map(int, quota.read_text(encoding="ascii").split())
        cores = max(1, min(cores, round(share / period)))
    return cores


def result_of(future: Future[R]) -> R | Lost:
    """What came of a call."""
    try:
        return future.result()
    except (Exception, CancelledError) as error:  # noqa: BLE001 - one item's trouble is not the batch's
        return Lost(error)


def patient() -> None:
    """Have this thread, and what it starts, wait its turn.

    Who wakes up does not push aside who runs: caches stay warm.
    """
    if hasattr(os, "SCHED_BATCH"):
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
