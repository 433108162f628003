"""The warmed processes of this process: a job borrows one, because each serves one job at a time.

This module imports little, so that a command can have one begin before it imports the rest.
"""

import atexit
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Lock

from kamlab.errors import GradingError
from kamlab.grading.forks import Forks
from kamlab.grading.inside.wire import WireError
from kamlab.grading.sandbox import Caps, require
from kamlab.grading.warmed import Recipe, Warmed
from kamlab.i18n import N_

__all__ = ["READY", "Kind", "Ready", "StoppedError", "begin", "forget"]

_stopped = N_("Grading was stopped: run the same command again.")


class StoppedError(GradingError):
    """A job was ended because what ran it was closed."""


@dataclass(frozen=True)
class Kind:
    """What jobs a warmed process is for.

    Args:
        recipe: what it is made of; None where it has begun, and does not know yet.
        caps: the limits of one submission.
        walls: whether there is a sandbox.
        door: where it is shared; empty for one of our own.
    """

    recipe: Recipe | None
    caps: Caps
    walls: bool
    door: str = ""


@dataclass
class Ready:
    """Warmed processes that wait for a job, those that are at work, and those that serve by their door."""

    waiting: list[tuple[Kind, Forks]] = field(default_factory=list)
    _lent: list[Forks] = field(default_factory=list)
    _hosts: dict[Kind, Warmed] = field(default_factory=dict)
    _ends: int = 0
    _lock: Lock = field(default_factory=Lock)

    def put(self, kind: Kind, forks: Forks) -> None:
        """Keep one for the next job of its kind."""
        with self._lock:
            self.waiting.append((kind, forks))

    def take(self, kind: Kind) -> Forks | None:
        """One of that kind that waits."""
        with self._lock:
            for place, (found, forks) in enumerate(self.waiting):
                if found == kind:
                    del self.waiting[place]
                    return forks
        return None

    @contextmanager
    def lent(self, kind: Kind, make: Callable[[], Forks]) -> Iterator[Forks]:
        """One of that kind for one job.

        Raises:
            StoppedError: it was ended in the middle of the job by ``end``.
        """
        ends = self._ends
        forks = self.take(kind) or make()
        with self._lock:
            self._lent.append(forks)
            late = ends != self._ends
        if late:  # all were ended while this one was on its way
            forks.stop()
        sound = True
        try:
            yield forks
        except GradingError as error:
            if forks.stopped:
                raise StoppedError(_stopped) from error
            sound = isinstance(error, WireError)  # the job's fault, not its own
            raise
        finally:
            self._back(kind, forks, sound=sound)

    def _back(self, kind: Kind, forks: Forks, *, sound: bool) -> None:
        with self._lock:
            self._lent.remove(forks)
        if sound and not forks.stopped:
            self.put(kind, forks)
        else:
            forks.close()

    def host(self, kind: Kind, make: Callable[[], Forks]) -> Warmed:
        """One of that kind that serves others by its door, and runs nothing itself."""
        if kind not in self._hosts:
            made = self.take(kind) or make()
            assert isinstance(made, Warmed)  # noqa: S101 - of this process, or it would have a door
            self._hosts[kind] = made
        return self._hosts[kind]

    def end_others(self, kind: Kind) -> None:
        """End those that wait for jobs of another kind."""
        with self._lock:
            others = [forks for found, forks in self.waiting if found != kind]
            self.waiting = [(found, forks) for found, forks in self.waiting if found == kind]
        for forks in others:
            forks.close()

    def end(self) -> None:
        """End all, those at work too: their jobs are stopped."""
        with self._lock:
            idle = [*(forks for _, forks in self.waiting), *self._hosts.values()]
            self.waiting.clear()
            self._hosts.clear()
            self._ends += 1
            lent = list(self._lent)
        for forks in lent:
            forks.stop()
        for forks in idle:
            forks.close()


READY = Ready()


def begin(caps: Caps | None = None, *, walls: bool = True) -> None:
    """Start a warmed process for whatever jobs will come, and do not wait for it."""
    caps = caps or Caps()
    with suppress(GradingError):  # an executor's ``check`` says what is wrong
        if walls:
            require()
        if not READY.waiting:
            READY.put(Kind(None, caps, walls), Warmed(caps, enclosed=walls))


@atexit.register
def forget() -> None:
    """End the warmed processes of this process; the next job starts another."""
    READY.end()
