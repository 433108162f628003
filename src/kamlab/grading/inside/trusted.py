"""The trusted process: runs set-up and test cells, and asks the trainee's process for what her cells made.

It starts the trainee's process as a fork of itself while it knows no test yet; only then are the tests read.
"""

import json
import marshal
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import Any

from kamlab.errors import GradingError, KamlabError
from kamlab.grading.inside import kernel, trainee, walls
from kamlab.grading.inside.asking import Trainee
from kamlab.grading.inside.shell import Outputs, Shell, Stream, show_error
from kamlab.grading.inside.wire import parse, receive, send

__all__ = ["serve"]


def serve(sock: socket.socket, shell: Shell, room: Mapping[str, Any]) -> None:
    """Do one job: read it from ``sock``, answer with what came of it.

    Args:
        sock: to the process outside; what comes from there is trusted.
        shell: the warmed shell.
        room: ``enclosed``, and the ``Walls`` of both processes as ``trusted`` and ``trainee``.
    """
    sys.stdout, sys.stderr = Stream("stdout", shell.outputs), Stream("stderr", shell.outputs)
    signal.signal(signal.SIGALRM, _too_long)
    first = _read(sock)
    try:
        done, person = _set_up(first, shell, room, sock)
    except KamlabError as error:  # of the walls: no line of a submission has run yet
        send(sock, json.dumps({"refused": str(error)}).encode())
        return
    done += [[step["cell"], _step(step, shell, person)] for step in _read(sock)["steps"]]
    for name in sorted(person.uncalled):
        person.note("uncalled", name, "")
    answer = {"cells": done, "notes": person.notes, "gone": person.gone}
    send(sock, json.dumps(answer).encode("utf-8", "replace"))


def _set_up(
    first: Mapping[str, Any], shell: Shell, room: Mapping[str, Any], sock: socket.socket
) -> tuple[list[list[Any]], Trainee]:
    """Run what comes before any test, let the trainee's process go, and give up what only that needed."""
    os.environ.update(first["environment"])
    if room["enclosed"]:
        kernel.unshare("mount", "ipc")
        walls.fill(room["trusted"].disk, first["files"])
    else:
        os.chdir(first["folder"])
    done = [[step["cell"], _run(step, shell, first["seconds"])] for step in first["prefix"]]
    theirs = _start(shell, room, first, sock) if first["own_code"] else None
    _confine(room)
    return done, Trainee(theirs, first["seconds"], end=time.monotonic() + first["budget"])


def _confine(room: Mapping[str, Any]) -> None:
    """Give up every right that was needed to set up the two processes."""
    if room["enclosed"]:
        if room["trusted"].user:
            kernel.become_bare(room["trusted"].user)
        walls.confine(room["trusted"])


def _read(sock: socket.socket) -> dict[str, Any]:
    found: dict[str, Any] = marshal.loads(receive(sock, time.monotonic() + 60, limit=1 << 30))  # noqa: S302 - written by the process that started this one
    return found


def _start(
    shell: Shell, room: Mapping[str, Any], first: Mapping[str, Any], outside: socket.socket
) -> socket.socket:
    """Fork the trainee's process; return when it stands behind its walls.

    Raises:
        GradingError: it does not.
    """
    ours, theirs = socket.socketpair()
    if room["enclosed"]:
        kernel.unshare("pid")
    if os.fork() == 0:
        outside.close()
        ours.close()
        _be_trainee(theirs, shell, room, first["seconds"])
    theirs.close()
    answer = parse(receive(ours, time.monotonic() + 30))
    if answer != {"ready": True}:
        why = answer.get("refused") if isinstance(answer, dict) else answer
        raise GradingError("The trainee's process did not start: {why}", why=why)
    return ours


def _be_trainee(sock: socket.socket, shell: Shell, room: Mapping[str, Any], seconds: float) -> None:
    """Never returns."""
    try:
        os.setsid()  # out of reach of a signal to the group
        walls.close_others(sock.fileno())
        if room["enclosed"]:
            _enclose(sock, room["trainee"])
        trainee.serve(sock, shell, seconds)
    finally:
        os._exit(0)


def _enclose(sock: socket.socket, enclosure: walls.Walls) -> None:
    """Put this process behind its walls, with what files there are; where that fails, say why and end."""
    try:
        files = {path.name: path.read_bytes() for path in Path.cwd().iterdir() if path.is_file()}
        walls.enclose(enclosure, files)
        walls.confine(enclosure)
    except Exception as error:  # whatever it is, the trainer wants to know it
        send(sock, json.dumps({"refused": f"{type(error).__name__}: {error}"}).encode())
        raise


def _step(step: Mapping[str, Any], shell: Shell, person: Trainee) -> list[Any]:
    """Run one cell on the side where it belongs; its outputs."""
    person.cell = str(step["cell"])
    if step["role"] == "own":
        return person.run(step["source"])
    if person.sock is not None:
        if step["role"] == "given":
            person.ask({"run": step["source"]})
        for name in step["reads"]:
            person.fetch(name, shell.user_ns)
    return _run(step, shell, person.seconds)


def _run(step: Mapping[str, Any], shell: Shell, seconds: float) -> list[Any]:
    """Run a cell of ours here."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        if step["body"] is not None:
            exec(step["body"], shell.user_ns)  # noqa: S102 - the author's own code
        if step["last"] is not None:
            _show(eval(step["last"], shell.user_ns), shell)  # noqa: S307 - the author's own code
    except BaseException as error:  # noqa: BLE001 - whatever a test raises is its result
        show_error(shell.outputs, type(error), error, error.__traceback__)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return shell.outputs.take()


def _show(value: object, shell: Shell) -> None:
    if value is None:
        return
    data, _ = shell.display_formatter.format(value)  # type: ignore[union-attr]  # this shell has one
    outputs: Outputs = shell.outputs
    outputs.add({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1})


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError("The cell took longer than it may.")
