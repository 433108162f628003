"""The warmed process seen from outside: start it inside the walls, send it jobs, end what it forked.

A job's frames go out as Python's own ``marshal``, because only this side writes them; what comes back is JSON
with limits, because a submission had a hand in it.
"""

import marshal
import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import psutil

from kamlab.errors import GradingError
from kamlab.grading.inside.wire import BRACKETS, TooLargeError, WireError, parse, receive, send
from kamlab.grading.sandbox import Caps, warm_command
from kamlab.grading.syscalls import program

__all__ = ["Recipe", "Warmed"]

_START = 60  # seconds until everything must be imported
_SLACK = 10  # seconds after a submission's own limit until it is ended from outside
_LOOK = 0.25  # seconds between two looks at the memory in use
_ANSWER = 32 * 1024 * 1024  # bytes of all outputs of one submission
_TRUSTED_DEPTH = 3  # of the trusted process below the first bubblewrap
_TRUSTED_PROCESSES = 64
_HELD = re.compile(r"^Rss(?:Anon|Shmem):\s+(\d+) kB", re.MULTILINE)  # in /proc/<pid>/status


@dataclass(frozen=True)
class Recipe:
    """What the warmed process is made of.

    Args:
        imports: modules to import, besides pandas, in which values pass.
        cells: sources of our own cells to run once and forget.
        environment: variables that these cells need; forgotten with them.
        files: name and content of what must lie beside them.
    """

    imports: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()


class Warmed:
    """A warmed process.

    Args:
        recipe: what to import and try.
        caps: the limits of one submission.
        enclosed: False runs everything without walls, with this user's rights.

    Raises:
        GradingError: it does not start.
    """

    def __init__(self, recipe: Recipe, caps: Caps, *, enclosed: bool = True) -> None:
        self._caps, self._enclosed = caps, enclosed
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = self._start(theirs.fileno())
        try:
            send(self._control, marshal.dumps(self._settings(recipe)))
            self._control.settimeout(_START)
            ready = self._control.recv(1)
        except (WireError, OSError) as error:
            raise self._silent() from error
        if ready != b"r":
            raise self._silent()

    def _start(self, descriptor: int) -> subprocess.Popen[bytes]:
        inner = [sys.executable, "-m", "kamlab.grading.inside.warm", str(descriptor)]
        command = warm_command(inner) if self._enclosed else inner
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        environment = {"PATH": os.environ.get("PATH", os.defpath), "OPENBLAS_NUM_THREADS": "1"}
        return subprocess.Popen(command, pass_fds=[descriptor], env=environment, **quiet)  # type: ignore[call-overload,no-any-return]  # the same three for every process

    def _settings(self, recipe: Recipe) -> dict[str, Any]:
        caps = self._caps
        wide = {"disk": caps.disk, "address_space": caps.address_space, "file": caps.file, "cpu": caps.cpu}
        filtered = {"program": program()}
        return {
            "imports": list(recipe.imports),
            "cells": list(recipe.cells),
            "environment": dict(recipe.environment),
            "files": dict(recipe.files),
            "enclosed": self._enclosed,
            "root": self._enclosed and os.geteuid() == 0,
            "trusted": {**wide, **filtered, "processes": _TRUSTED_PROCESSES},
            "trainee": {**wide, **filtered, "processes": caps.processes},
        }

    def _times(self) -> dict[str, float]:
        return {"seconds": float(self._caps.cell), "budget": float(self._caps.submission)}

    def _silent(self) -> GradingError:
        return GradingError("The sandboxed Python does not start ({why}).", why=self._last_words())

    def _ended(self) -> GradingError:
        return GradingError("The sandboxed Python has ended ({why}): grade again.", why=self._last_words())

    def _last_words(self) -> str:
        """End it, and tell what it said."""
        self._control.close()
        self._process.kill()
        with suppress(ValueError):  # it was asked before
            said = (self._process.communicate()[1] or b"").decode("utf-8", "replace").strip()
            return said[-300:] or "no message"
        return "no message"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End it, and all that it forked."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()

    def run(self, first: Mapping[str, Any], steps: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """Run one submission; every process of it is gone when this returns.

        Args:
            first: what is known before any test: files, environment, the cells that come first.
            steps: the other cells, tests among them.

        Raises:
            TooLargeError: its processes took more memory than they may.
            WireError: no answer came in time, or none that can be read.
            GradingError: the warmed process is gone.
        """
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                handle = self._fork(theirs)
            try:
                deadline = time.monotonic() + self._caps.submission + _SLACK
                ours.settimeout(self._caps.submission)
                send(ours, marshal.dumps({**first, **self._times()}))
                send(ours, marshal.dumps({"steps": list(steps)}))
                swollen = self._await(ours, deadline)
                answer = parse(receive(ours, deadline, _ANSWER), 2 * BRACKETS)  # the tests show something too
            finally:
                _end(handle)
        if not isinstance(answer, dict):
            raise WireError("The sandboxed Python sent what is no data.")
        if "refused" in answer:
            raise GradingError(
                "The walls around a submission could not be set up. {why}", why=str(answer["refused"])[:300]
            )
        return {**answer, "swollen": swollen}

    def _await(self, sock: socket.socket, deadline: float) -> bool:
        """Wait for an answer, and watch the memory of all processes together: no limit of one counts it.

        Returns:
            Whether the trainee's process took too much, and was ended.
        """
        swollen = False
        while time.monotonic() < deadline and not select.select([sock], [], [], _LOOK)[0]:
            below = self._below()
            if sum(map(_held, below)) > self._caps.resident:
                if swollen:  # the trusted process itself: of what it was sent
                    raise TooLargeError(
                        "The notebook used more than {size} MB of memory.", size=self._caps.resident >> 20
                    )
                swollen = True
                for process in _trainees(below):
                    with suppress(psutil.Error):
                        process.kill()
        return swollen

    def _below(self) -> list[psutil.Process]:
        try:
            below: list[psutil.Process] = psutil.Process(self._process.pid).children(recursive=True)
        except psutil.Error:
            return []
        return below

    def _fork(self, theirs: socket.socket) -> int:
        try:
            socket.send_fds(self._control, [b"f"], [theirs.fileno()])
            self._control.settimeout(_START)
            _, handles, _, _ = socket.recv_fds(self._control, 1, 1)
        except OSError as error:
            raise self._ended() from error
        if not handles:
            raise self._ended()
        return handles[0]


def _held(process: psutil.Process) -> int:
    """Bytes of memory that a process fills and no file backs, what it shares with others included."""
    with suppress(OSError):
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8", errors="replace")
        return 1024 * sum(map(int, _HELD.findall(status)))
    return 0


def _trainees(below: Sequence[psutil.Process]) -> list[psutil.Process]:
    """Of the processes below bubblewrap those below the trusted one: bwrap, warmed, trusted, then these."""
    found: list[psutil.Process] = []
    depth: dict[int, int] = {}
    for process in below:
        with suppress(psutil.Error):
            depth[process.pid] = depth.get(process.ppid(), 0) + 1
            if depth[process.pid] > _TRUSTED_DEPTH:
                found.append(process)
    return found


def _end(handle: int) -> None:
    """Kill the first process of a submission's namespace, and wait until all in it are gone with it."""
    with suppress(ProcessLookupError):
        signal.pidfd_send_signal(handle, signal.SIGKILL)
    select.select([handle], [], [], 30)
    os.close(handle)
