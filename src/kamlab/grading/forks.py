"""Jobs for the forks of a warmed process: ask for them, hand them jobs, watch their memory, end them.

A job's frames go out as Python's own ``marshal``, because only this side writes them; what comes back is JSON
with limits, because a submission had a hand in it.
"""

import marshal
import os
import re
import select
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import psutil

from kamlab.errors import GradingError
from kamlab.grading.inside.wire import BRACKETS, ClosedError, TooLargeError, WireError, parse, receive, send
from kamlab.grading.sandbox import Caps

__all__ = ["JOBS", "START", "Forks"]

START = 60  # seconds until everything must be imported
JOBS = 100  # until the trusted process is replaced
_SLACK = 10  # seconds after a submission's own limit until it is ended from outside
_LOOK = 0.25  # seconds between two looks at the memory in use
_ANSWER = 32 * 1024 * 1024  # bytes of all outputs of one submission
_TIDY = 256 * 1024 * 1024  # bytes that the trusted process may hold between two jobs; usually a third of it
_PID = re.compile(r"^Pid:\s+(\d+)", re.MULTILINE)  # in /proc/self/fdinfo of a handle
_HELD = re.compile(r"^Rss(?:Anon|Shmem):\s+(\d+) kB", re.MULTILINE)  # in /proc/<pid>/status


class Forks:
    """The forks of a warmed process: a trusted one for many jobs, and one for the code of each submission.

    Args:
        control: to the warmed process.
        caps: the limits of one submission.
    """

    def __init__(self, control: socket.socket, caps: Caps) -> None:
        self._control, self._caps = control, caps
        self._trusted: _Fork | None = None
        self.stopped = False  # from outside
        self._jobs = 0  # that the trusted process was given

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the forks, and what the warmed process does for this one."""
        self._dismiss()
        self._control.close()

    def stop(self) -> None:
        """End the job that another thread has it run; that one gets an error, and closes it."""
        self.stopped = True
        with suppress(OSError):  # it has gone just now
            self._control.shutdown(socket.SHUT_RDWR)
            if trusted := self._trusted:
                trusted.kill()

    def _last_words(self) -> str:
        """What the warmed process said when it ended."""
        return "no message"

    def run(self, first: Mapping[str, Any], steps: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Run one submission; every process that saw a line of it is gone when this returns.

        Args:
            first: what is known before any test: files, environment, the cells that come first, and whether
                there is code of the trainee's.
            steps: the other cells, tests among them.

        Raises:
            TooLargeError: its processes took more memory than they may.
            WireError: no answer came in time, or none that can be read.
            GradingError: the warmed process is gone.
        """
        job = {**first, "steps": list(steps), **_times(self._caps)}
        try:
            answer, swollen = self._asked(job)
        except BaseException:
            self._dismiss()  # whatever it is doing, it is not waiting for the next job
            raise
        if answer.get("gone") or swollen or answer.get("refused") or self._is_spent():
            self._dismiss()
        if "refused" in answer:
            raise GradingError(
                "The walls around a submission could not be set up. {why}", why=str(answer["refused"])[:300]
            )
        return {**answer, "swollen": swollen}

    def _asked(self, job: dict[str, Any]) -> tuple[dict[str, Any], bool]:
        """The trusted process's answer, and whether the trainee's was ended because it took too much."""
        trusted = self._employed()
        trainee = self._fork(b"s") if job["own_code"] else None
        try:
            deadline = time.monotonic() + self._caps.submission + _SLACK
            _hand_over(trusted.sock, job, trainee, self._caps.submission)
            swollen = self._await(trusted, trainee, deadline)
            answer = parse(receive(trusted.sock, deadline, _ANSWER), 2 * BRACKETS)  # tests show something too
        finally:
            if trainee is not None:
                trainee.end()
        if not isinstance(answer, dict):
            raise WireError("The sandboxed Python sent what is no data.")
        return answer, swollen

    def _is_spent(self) -> bool:
        """Whether the trusted process has done enough, or still holds much of what it was sent."""
        return self._jobs >= JOBS or _held(self.trusted_pid) > _TIDY

    @property
    def trusted_pid(self) -> int:
        """The number of the trusted process; 0 where none waits for a job."""
        return self._trusted.pid if self._trusted else 0

    def _employed(self) -> "_Fork":
        """The trusted process; now and then another, so that nothing piles up in it."""
        if self._trusted is None:
            self._trusted, self._jobs = self._fork(b"t"), 0
        self._jobs += 1
        return self._trusted

    def _dismiss(self) -> None:
        """End the trusted process; the next job gets another."""
        if self._trusted is not None:
            self._trusted.end()
            self._trusted = None

    def _await(self, trusted: "_Fork", trainee: "_Fork | None", deadline: float) -> bool:
        """Wait for an answer, and watch the memory of all processes together: no limit of one counts it.

        Returns:
            Whether the trainee's process took too much, and was ended.
        """
        swollen = False
        while time.monotonic() < deadline and not select.select([trusted.sock], [], [], _LOOK)[0]:
            if trainee and not swollen and trainee.held() > self._caps.resident:
                swollen = True
                trainee.kill()
            if trusted.held() > self._caps.resident:  # of what it was sent
                raise TooLargeError(
                    "The notebook used more than {size} MB of memory.", size=self._caps.resident >> 20
                )
        return swollen

    def _fork(self, letter: bytes) -> "_Fork":
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [letter], [theirs.fileno()])
                self._control.settimeout(START)
                _, handles, _, _ = socket.recv_fds(self._control, 1, 1)
            except OSError as error:
                ours.close()
                raise self._ended() from error
        if not handles:
            ours.close()
            raise self._ended()
        return _Fork(ours, handles[0])

    def _ended(self) -> GradingError:
        return GradingError("The sandboxed Python has ended ({why}): grade again.", why=self._last_words())


@dataclass(frozen=True)
class _Fork:
    """A fork of the warmed process, the first of its namespace.

    Args:
        sock: to it.
        handle: by which it is ended, and all in its namespace with it.
    """

    sock: socket.socket
    handle: int

    @property
    def pid(self) -> int:
        """Its number; 0 when it is gone."""
        facts = Path(f"/proc/self/fdinfo/{self.handle}").read_text(encoding="ascii")
        found = _PID.search(facts)
        return int(found[1]) if found else 0

    def held(self) -> int:
        """Bytes of memory that it and all below it fill."""
        try:
            below = psutil.Process(self.pid).children(recursive=True)
        except psutil.Error:
            return 0
        return _held(self.pid) + sum(_held(each.pid) for each in below)

    def kill(self) -> None:
        """Kill it, and with it all of its namespace."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.handle, signal.SIGKILL)

    def end(self) -> None:
        """Kill it, and wait until all in its namespace are gone with it."""
        self.sock.close()
        self.kill()
        select.select([self.handle], [], [], 30)
        os.close(self.handle)


def _times(caps: Caps) -> dict[str, float]:
    return {"seconds": float(caps.cell), "budget": float(caps.submission)}


def _hand_over(trusted: socket.socket, job: dict[str, Any], trainee: "_Fork | None", seconds: float) -> None:
    """Send a job, and with it the way to the trainee's process where there is one."""
    trusted.settimeout(seconds)
    try:
        socket.send_fds(trusted, [b"j"], [] if trainee is None else [trainee.sock.fileno()])
    except OSError as error:
        raise ClosedError("The other process has ended.") from error
    send(trusted, marshal.dumps(job))


def _held(pid: int) -> int:
    """Bytes of memory that a process fills and no file backs, what it shares with others included."""
    with suppress(OSError):
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
        return 1024 * sum(map(int, _HELD.findall(status)))
    return 0
