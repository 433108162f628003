"""The warmed process: everything imported and tried once, then one fork for each submission.

``python -m kamlab.grading.inside.warm DESCRIPTOR`` is started inside bubblewrap's sandbox. Over the socket it
first gets its settings, then one letter and one socket for each process that is wanted of it; it answers with
a handle of the fork, which serves at that socket. It runs no line of a submission, and holds neither a test
nor anything of a submission, so that none of its forks inherits any.
"""

import gc
import importlib
import marshal
import os
import random
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from kamlab.grading.inside import kernel, trainee, trusted
from kamlab.grading.inside.practice import practise
from kamlab.grading.inside.shell import Shell, Stream, make_shell
from kamlab.grading.inside.walls import Walls
from kamlab.grading.inside.wire import receive

__all__ = ["main"]

_USERS = 200_000  # the first of the users that submissions run as where this process is root
_MANY = 30_000
Serve = partial[None]  # of the socket alone
_SERVE = {b"t": trusted.serve, b"s": trainee.serve}


def main(descriptor: int) -> None:
    """Serve until the process outside has gone."""
    control = socket.socket(fileno=descriptor)
    settings = marshal.loads(receive(control, time.monotonic() + 60, limit=1 << 26))  # noqa: S302 - from who started us
    shell = make_shell()
    _warm(shell, settings)
    practise()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries what has ended
    gc.collect()
    gc.freeze()
    gc.disable()  # what our own cells make is soon gone with its process; the trainee's turns it on again
    control.sendall(b"r")
    home = os.pidfd_open(os.getpid())
    for number in range(sys.maxsize):
        wanted, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not descriptors:
            return
        serve = partial(_SERVE[wanted], shell=shell, room=_room(settings, number))
        _fork(control, descriptors[0], home, serve)


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
    users = [_USERS + 2 * (number % _MANY) + side for side in (0, 1)] if settings["root"] else [0, 0]
    sides = {
        name: Walls(**settings[name], user=user)
        for name, user in zip(("trusted", "trainee"), users, strict=True)
    }
    return {"enclosed": settings["enclosed"], **sides}


def _fork(control: socket.socket, descriptor: int, home: int, serve: Serve) -> None:
    """Fork a process that serves at ``descriptor``, first of its namespace, and send a handle of it back."""
    enclosed = serve.keywords["room"]["enclosed"]
    if enclosed:
        kernel.unshare("pid")
    pid = os.fork()
    if pid == 0:
        _be(control, descriptor, home, serve)
    if enclosed:
        kernel.return_to(home)
    handle = os.pidfd_open(pid)
    socket.send_fds(control, [b"f"], [handle])
    os.close(handle)
    os.close(descriptor)


def _be(control: socket.socket, descriptor: int, home: int, serve: Serve) -> None:
    """Never returns."""
    status = 1
    try:
        control.close()
        os.close(home)
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
