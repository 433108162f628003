"""The warmed process: everything imported and tried once, then one fork for each submission.

``python -m kamlab.grading.inside.warm DESCRIPTOR`` is started inside bubblewrap's sandbox. Over the socket it
first gets its settings, then one letter and one socket for each process that is wanted of it; it answers with
a handle of the fork, which serves at that socket. It may also be given a door, a socket that listens: for
each who comes there it forks a twin, which serves that one in the same way. It runs no line of a submission,
and holds neither a test nor anything of a submission, so that none of its forks inherits any.
"""

import gc
import importlib
import marshal
import os
import random
import select
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from kamlab.grading.inside import kernel, trainee, trusted
from kamlab.grading.inside.practice import practise
from kamlab.grading.inside.shell import Shell, Stream, make_shell
from kamlab.grading.inside.walls import Walls
from kamlab.grading.inside.wire import FOREVER, receive

__all__ = ["main"]

_USERS = 200_000  # the first of the users that submissions run as where this process is root
_TWINS, _FORKS = 300, 100  # numbers until the first is given again; of one process's forks two live at once
_DOOR = b"d"
Serve = partial[None]  # of the socket alone
_SERVE = {b"t": trusted.serve, b"s": trainee.serve}


@dataclass(frozen=True)
class _Warm:
    """What every fork is given.

    Args:
        settings: of the walls.
        shell: the warmed shell.
    """

    settings: dict[str, Any]
    shell: Shell


@dataclass
class _Me:
    """What a warmed process holds that is not its forks' business.

    Args:
        control: to who asks for forks.
        home: a handle of this process.
        enclosed: whether forks get a namespace of their own.
        door: where others come who want a twin.
    """

    control: socket.socket
    home: int
    enclosed: bool
    door: socket.socket | None = None

    def has_guest(self) -> bool:
        """Wait until somebody asks or comes to the door; whether it is the latter."""
        asking = [self.control] if self.door is None else [self.control, self.door]
        return self.door in select.select(asking, [], [])[0]


def main(descriptor: int) -> None:
    """Serve until the process outside has gone."""
    os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))  # see kamlab.grading.crew; forks inherit it
    control = socket.socket(fileno=descriptor)
    settings = marshal.loads(receive(control, time.monotonic() + FOREVER, limit=1 << 26))  # noqa: S302 - from who started us
    shell = make_shell()
    _warm(shell, settings)
    practise()
    gc.collect()
    gc.freeze()
    gc.disable()  # what our own cells make is soon gone with its process; the trainee's turns it on again
    control.sendall(b"r")
    _serve(control, _Warm(settings, shell))


def _serve(control: socket.socket, warm: _Warm, first: int = 0) -> None:
    """Fork what is asked for, until the other side has gone.

    Args:
        control: to who asks.
        warm: what all forks are given.
        first: of the numbers of the forks.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries what has ended
    me = _Me(control, os.pidfd_open(os.getpid()), warm.settings["enclosed"])
    turns, twins = count(), count(1)
    while True:
        if me.has_guest():
            guest, _ = me.door.accept()  # type: ignore[union-attr]  # it has a door
            number = next(twins) % _TWINS * _FORKS
            os.close(_forked(me, guest.detach(), partial(_serve, warm=warm, first=number)))
            continue
        wanted, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not descriptors:
            return
        if wanted == _DOOR:
            me.door = socket.socket(fileno=descriptors[0])
        else:
            room = _room(warm.settings, first + next(turns) % _FORKS)
            handle = _forked(me, descriptors[0], partial(_SERVE[wanted], shell=warm.shell, room=room))
            socket.send_fds(control, [b"f"], [handle])
            os.close(handle)


def _warm(shell: Shell, settings: dict[str, Any]) -> None:
    for name in settings["imports"]:
        with suppress(ImportError):  # a cell may import what is not there, or a name that is no module
            importlib.import_module(name)
    os.environ.update(settings["environment"])
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in settings["files"].items():
            Path(folder, name).write_bytes(content)
        os.chdir(folder)
        for source in settings["cells"]:
            shell.run_cell(source, store_history=False)
        os.chdir("/")
    sys.stdout, sys.stderr = streams
    for name in settings["environment"]:
        del os.environ[name]
    shell.reset(new_session=True)
    shell.outputs.take()


def _room(settings: dict[str, Any], number: int) -> dict[str, Any]:
    """The walls of one submission's two processes; as root each gets a user of its own."""
    users = [_USERS + 2 * number + side for side in (0, 1)] if settings["root"] else [0, 0]
    sides = {
        name: Walls(**settings[name], user=user)
        for name, user in zip(("trusted", "trainee"), users, strict=True)
    }
    return {"enclosed": settings["enclosed"], **sides}


def _forked(me: _Me, descriptor: int, serve: Serve) -> int:
    """A handle of a fork that serves at ``descriptor``, the first of its namespace."""
    if me.enclosed:
        kernel.unshare("pid")
    pid = os.fork()
    if pid == 0:
        _be(me, descriptor, serve)
    if me.enclosed:
        kernel.return_to(me.home)
    os.close(descriptor)
    return os.pidfd_open(pid)


def _be(me: _Me, descriptor: int, serve: Serve) -> None:
    """Never returns."""
    status = 1
    try:
        me.control.close()
        os.close(me.home)
        if me.door:
            me.door.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()  # out of reach of a signal to the group
        _close_standard_streams()
        random.seed()
        serve(socket.socket(fileno=descriptor))
        status = 0
    finally:
        os._exit(status)


def _close_standard_streams() -> None:
    """Point them at nothing: a pipe that all submissions share is one that each could fill."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    os.close(nothing)


if __name__ == "__main__":
    main(int(sys.argv[1]))
