"""The warmed process seen from outside: start it inside the walls, let others share it, end it."""

import marshal
import os
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any, Self

from kamlab.errors import GradingError
from kamlab.grading.forks import JOBS, START, Forks
from kamlab.grading.inside.wire import WireError, send
from kamlab.grading.sandbox import Caps, warm_command
from kamlab.grading.syscalls import program

__all__ = ["Recipe", "Warmed", "join"]

_TRUSTED_PROCESSES = 64
_GUESTS = 256  # who may wait at the door


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


class Warmed(Forks):
    """A warmed process. It begins to import at once what every recipe needs.

    Args:
        caps: the limits of one submission.
        enclosed: False runs everything without walls, with this user's rights.
    """

    def __init__(self, caps: Caps, *, enclosed: bool = True) -> None:
        control, theirs = socket.socketpair()
        super().__init__(control, caps)
        self._enclosed, self._door = enclosed, -1
        with theirs:
            self._process = _start(theirs.fileno(), enclosed=enclosed)

    def warm(self, recipe: Recipe) -> Self:
        """Have it import and try what the recipe says, and wait until it has.

        Raises:
            GradingError: it does not start.
        """
        try:
            send(self._control, marshal.dumps(_settings(recipe, self._caps, enclosed=self._enclosed)))
            self._control.settimeout(START)
            ready = self._control.recv(1)
        except (WireError, OSError) as error:
            raise self._silent() from error
        if ready != b"r":
            raise self._silent()
        return self

    def open_door(self) -> str:
        """Let other processes of this user share what is made ready here: the path for ``join``.

        It leads nowhere when this process or the warmed one has ended, whatever ended it, and leaves
        nothing on the disk. Its own trusted process goes: the others will have theirs.
        """
        self._dismiss()
        if self._door < 0:
            with TemporaryDirectory(prefix="kl-") as folder, socket.socket(socket.AF_UNIX) as door:
                door.bind(f"{folder}/door")
                door.listen(_GUESTS)
                socket.send_fds(self._control, [b"d"], [door.fileno()])
                self._door = os.open(f"{folder}/door", os.O_PATH)
        return f"/proc/{os.getpid()}/fd/{self._door}"

    def _silent(self) -> GradingError:
        return GradingError("The sandboxed Python does not start ({why}).", why=self._last_words())

    def _last_words(self) -> str:
        """End it, and tell what it said."""
        self._control.close()
        self._process.kill()
        with suppress(ValueError):  # it was asked before
            said = (self._process.communicate()[1] or b"").decode("utf-8", "replace").strip()
            return said[-300:] or "no message"
        return "no message"

    def close(self) -> None:
        """End it, and all that it forked."""
        super().close()
        if self._door >= 0:
            os.close(self._door)
            self._door = -1
        self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()


def join(path: str, caps: Caps) -> Forks | None:
    """The forks of a warmed process that another process of this user shares; None where it has gone.

    Args:
        path: from ``open_door``.
        caps: those of that process.
    """
    control = socket.socket(socket.AF_UNIX)
    try:
        control.connect(path)
    except OSError:
        control.close()
        return None
    return Forks(control, caps)


def _start(descriptor: int, *, enclosed: bool) -> subprocess.Popen[bytes]:
    inner = [sys.executable, "-m", "kamlab.grading.inside.warm", str(descriptor)]
    command = warm_command(inner) if enclosed else inner
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    environment = {"PATH": os.environ.get("PATH", os.defpath), "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(command, pass_fds=[descriptor], env=environment, **quiet)  # type: ignore[call-overload,no-any-return]  # the same three for every process


def _settings(recipe: Recipe, caps: Caps, *, enclosed: bool) -> dict[str, Any]:
    wide = {"disk": caps.disk, "address_space": caps.address_space, "file": caps.file, "cpu": caps.cpu}
    filtered = {"program": program()}
    return {
        "imports": list(recipe.imports),
        "cells": list(recipe.cells),
        "environment": dict(recipe.environment),
        "files": dict(recipe.files),
        "enclosed": enclosed,
        "root": enclosed and os.geteuid() == 0,
        "trusted": {**wide, **filtered, "processes": _TRUSTED_PROCESSES, "cpu": caps.cpu * JOBS},
        "trainee": {**wide, **filtered, "processes": caps.processes},
    }
