"""Processes of this machine that do the work, and may die at any moment.

An item whose worker died is tried again; one whose workers died each time is ``Lost``.
"""

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing import forkserver
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, ClassVar, Self, TypeVar

from kamlab.grading.crew import AHEAD, TRIES, Lost, Where, patient, result_of

__all__ = ["Pool"]

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")
_SUSPECT = 2  # tries after which an item may be what its workers die of


@dataclass
class Pool:
    """Processes on this machine; they leave Ctrl-C to this one, and end with it.

    Args:
        workers: how many.
    """

    where: ClassVar[Where] = Where.BESIDE
    workers: int
    _executor: ProcessPoolExecutor | None = field(default=None, repr=False)
    _left: dict[bytes, int] = field(default_factory=dict, repr=False)

    def each(
        self, function: Callable[[C, T], R], context: C, items: Iterable[T]
    ) -> Iterator[tuple[T, R | Lost]]:
        """As many at once as there are workers; when one dies, all are replaced and go on."""
        job = self._leave(pickle.dumps((function, context)))
        fresh = ((item, 0) for item in items)
        again: deque[tuple[T, int]] = deque()  # items whose worker died, and how often they were tried
        running: dict[Future[R], tuple[T, int]] = {}
        ended: SimpleQueue[Future[R]] = SimpleQueue()  # to ask all that run would take a while each time
        while True:
            while self._has_room(running.values(), again):
                taken = again.popleft() if again else next(fresh, None)
                if taken is None:
                    break
                future = self._submit(job, taken[0])
                running[future] = taken
                future.add_done_callback(ended.put)
            if not running:
                return
            future = ended.get()
            item, tries = running.pop(future)
            done = result_of(future)
            if _broken(done) and tries + 1 < TRIES:
                again.append((item, tries + 1))
            else:
                yield item, done

    def _has_room(self, running: Collection[tuple[object, int]], again: deque[tuple[T, int]]) -> bool:
        """Whether one more item may go to the workers. Who ends them one after the other goes alone.

        When a worker dies nobody knows of what, and all that were with it are tried again.
        """
        if any(tries >= _SUSPECT for _, tries in running):
            return False
        if again and again[0][1] >= _SUSPECT:
            return not running
        return len(running) < self.workers * (1 + AHEAD)

    def _leave(self, content: bytes) -> str:
        """Put what every call shares where the workers find it: in memory, gone with this process."""
        if content not in self._left:
            self._left[content] = os.memfd_create("kamlab")
            with open(self._left[content], "wb", closefd=False) as stream:
                stream.write(content)
        return f"/proc/{os.getpid()}/fd/{self._left[content]}"

    def _submit(self, job: str, item: object) -> Future[Any]:
        for _ in range(TRIES):
            if self._executor is None:
                self._executor = ProcessPoolExecutor(
                    self.workers, mp_context=_processes(), initializer=_begin
                )
            try:
                return self._executor.submit(_call, job, item)
            except (BrokenProcessPool, EOFError, OSError):  # a worker has died, or what starts them has
                self._end()
        broken: Future[Any] = Future()
        broken.set_exception(BrokenProcessPool("no worker can be started"))
        return broken

    def _end(self) -> None:
        """End the workers, whatever they are doing."""
        if self._executor is not None:
            for process in list((self._executor._processes or {}).values()):  # noqa: SLF001 - the only way
                with suppress(OSError, ValueError):
                    process.kill()
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def __enter__(self) -> Self:
        """Have what starts the workers import what they need, while this process makes itself ready."""
        _processes()
        forkserver.ensure_running()
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()
        for descriptor in self._left.values():
            os.close(descriptor)
        self._left.clear()


def _broken(done: object) -> bool:
    return isinstance(done, Lost) and isinstance(done.error, BrokenProcessPool | CancelledError)


def _processes() -> Any:  # noqa: ANN401 - a context of multiprocessing, which has no type of its own
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kamlab.grading.desk", "kamlab.grading.forking"])
    return context


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    patient()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A pool's workers would wait for ever for work from a process that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@lru_cache(maxsize=4)
def _job(path: str) -> tuple[Callable[[Any, Any], Any], Any]:
    function, context = pickle.loads(Path(path).read_bytes())  # noqa: S301 - written by who started this one
    return function, context


def _call(path: str, item: object) -> Any:  # noqa: ANN401 - whatever the function returns
    function, context = _job(path)
    return function(context, item)
