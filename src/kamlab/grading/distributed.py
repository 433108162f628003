"""A crew on many machines, by Dask: ``kamlab grade --scheduler tcp://…``.

Each worker gets the case with its hidden tests, the course secret and one submission at a time; it needs
neither the gradebook nor a disk that it shares with anybody. Its own sandbox keeps the submission from all of
these. A worker that dies costs the submissions that it had begun, which go to another.
"""

import asyncio
import concurrent.futures
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from kamlab.errors import GradingError
from kamlab.grading.case import code_digest
from kamlab.grading.crew import TRIES, Lost, Where
from kamlab.i18n import N_

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["Cluster"]

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")
_CANCELLED = (asyncio.CancelledError, concurrent.futures.CancelledError)  # Dask raises either
_AHEAD = 3  # items for each thread of a worker
_CONNECT = 30  # seconds until the scheduler must answer
_WORKERS = 120  # seconds until there must be a worker


class OtherVersionError(GradingError):
    """A worker would grade by other rules."""


@dataclass
class Cluster:
    """Dask's workers.

    Args:
        scheduler: the address of Dask's scheduler, e.g. ``tcp://10.0.0.5:8786``.

    Raises:
        GradingError: Dask is not installed, the scheduler does not answer, or there is no worker.
    """

    where: ClassVar[Where] = Where.AWAY
    scheduler: str
    _client: "Client" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._client = _connected(self.scheduler)

    def each(
        self, function: Callable[[C, T], R], context: C, items: Iterable[T]
    ) -> Iterator[tuple[T, R | Lost]]:
        """A few items for each worker at once; more as they are done.

        Raises:
            GradingError: the scheduler has gone, or a worker runs another version of kamlab.
        """
        shared = _Shared(self._client, self.scheduler, pickle.dumps((function, context, code_digest())))
        fresh = ((item, 0) for item in items)
        again: deque[tuple[T, int]] = deque()  # items that were lost with what they share
        running: dict[Future[R], tuple[T, int]] = {}
        while True:
            while len(running) < self._wanted() and (
                taken := again.popleft() if again else next(fresh, None)
            ):
                running[shared.submit(taken[0])] = taken
            if not running:
                return
            for future in _finished(list(running)):
                (item, tries), done = running.pop(future), _result(future)
                if isinstance(done, Lost) and _was_cancelled(done.error) and tries + 1 < TRIES:
                    shared.leave()
                    again.append((item, tries + 1))
                else:
                    yield item, _checked(done)

    def _wanted(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads) * _AHEAD

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.close(timeout=_CONNECT)


@dataclass
class _Shared:
    """What every call shares, on the workers; to be left there anew when all that had it have gone."""

    client: "Client"
    address: str
    content: bytes
    place: "Future[Any] | None" = None

    def leave(self) -> None:
        try:
            [self.place] = self.client.scatter([self.content], broadcast=True, hash=False, timeout=_WORKERS)
        except (OSError, TimeoutError, ValueError) as error:
            raise _gone(self.address) from error

    def submit(self, item: object) -> "Future[Any]":
        if self.place is None:
            self.leave()
        return self.client.submit(_call, self.place, item, pure=False)


def _gone(address: str) -> GradingError:
    return GradingError(
        "Dask's scheduler at {address} has gone, or all its workers have. What was graded is kept: "
        "start them and run the same command again.",
        address=address,
    )


def _connected(scheduler: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 - installed only where there is a cluster
    except ImportError as error:
        raise GradingError(
            "Grading on a cluster needs Dask: install it with 'pip install kamlab[cluster]'."
        ) from error
    try:
        client = Client(scheduler, timeout=_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        raise GradingError(
            "Dask's scheduler at {address} does not answer: start it, or correct --scheduler.",
            address=scheduler,
        ) from error
    try:
        client.wait_for_workers(1, timeout=_WORKERS)
    except TimeoutError as error:
        client.close()
        raise GradingError(
            "Dask's scheduler at {address} has no worker: start 'dask worker {address}' on each machine.",
            address=scheduler,
        ) from error
    return client


def _finished(futures: "list[Future[Any]]") -> "Iterable[Future[Any]]":
    from distributed import wait  # noqa: PLC0415 - installed only where there is a cluster

    with suppress(*_CANCELLED):  # each future says so itself
        wait(futures, return_when="FIRST_COMPLETED")
    return [future for future in futures if future.done()]


def _was_cancelled(error: BaseException) -> bool:
    """Whether the scheduler dropped the call, because what it needs is on no worker any more."""
    return isinstance(error, _CANCELLED)


def _result(future: "Future[Any]") -> Any:  # noqa: ANN401 - whatever the function returned
    try:
        return future.result()
    except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - one item's trouble is not the batch's
        return Lost(error)
    finally:
        future.release()


def _checked(done: Any) -> Any:  # noqa: ANN401 - whatever the function returned
    if isinstance(done, Lost) and isinstance(done.error, OtherVersionError):
        raise done.error
    return done


@lru_cache(maxsize=4)
def _job(content: bytes) -> tuple[Callable[[Any, Any], Any], Any]:
    function, context, digest = pickle.loads(content)  # noqa: S301 - from the trainer's own machine
    if digest != code_digest():
        raise OtherVersionError(
            N_("A worker runs another version of kamlab than this machine: install the same on both.")
        )
    return function, context


def _call(content: bytes, item: object) -> Any:  # noqa: ANN401 - whatever the function returns
    function, context = _job(content)
    return function(context, item)
