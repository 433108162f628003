"""The trainee's process: runs her cells when asked, hands out her values as data, calls her functions.

Nothing that it says is trusted by the other side; nothing here needs to be safe from the trainee's code,
which may change any of it.
"""

import gc
import json
import marshal
import os
import signal
import socket
import time
from collections.abc import Mapping
from types import FrameType
from typing import Any

from kamlab.data.ledger import keep
from kamlab.data.packed import unpack
from kamlab.grading.inside import walls
from kamlab.grading.inside.ours import listen, run_ours
from kamlab.grading.inside.shell import Shell, show_error
from kamlab.grading.inside.values import decode, encode
from kamlab.grading.inside.wire import FOREVER, FRAME, TRUSTED, ClosedError, receive, send

__all__ = ["serve"]


def serve(sock: socket.socket, shell: Shell, room: Mapping[str, Any]) -> None:
    """Go behind the walls, run the cells that come first, then answer requests until the other side has gone.

    Args:
        sock: to the trusted process.
        shell: the warmed shell.
        room: ``enclosed``, and the ``Walls`` of this process as ``trainee``.
    """
    walls.close_others(sock.fileno())
    first = marshal.loads(receive(sock, time.monotonic() + FOREVER, TRUSTED))  # noqa: S302 - we know who wrote
    try:
        _settle(first, room)
    except Exception as error:  # whatever it is, the trainer wants to know it
        send(sock, json.dumps({"refused": f"{type(error).__name__}: {error}"}).encode())
        raise
    listen(shell)
    for step in first["prefix"]:
        run_ours(step, shell.user_ns, shell, first["seconds"], show=False)  # the trusted process shows it
    signal.signal(signal.SIGALRM, _too_long)
    gc.freeze()  # or the first collection would write to every object that other submissions share
    gc.enable()
    send(sock, b'{"ready": true}')
    _answer_all(sock, shell, first["seconds"])


def _settle(first: Mapping[str, Any], room: Mapping[str, Any]) -> None:
    """Stand behind the walls, with the files of the submission, its environment and its ledger."""
    if room["enclosed"]:
        walls.enclose(room["trainee"], first["files"])
        walls.confine(room["trainee"])
    else:
        os.chdir(first["folder"])
    os.environ.update(first["environment"])
    for packed in first["ledgers"]:
        keep(unpack(packed))


def _answer_all(sock: socket.socket, shell: Shell, seconds: float) -> None:
    while True:
        try:
            request = json.loads(receive(sock, time.monotonic() + FOREVER))
        except ClosedError:
            return
        signal.setitimer(signal.ITIMER_REAL, seconds)
        answer = _answer(request, shell)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(sock, _packed(answer))


class CellTooLongError(Exception):
    """A cell took longer than it may."""


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise CellTooLongError("The cell took longer than it may.")


def _packed(answer: dict[str, Any]) -> bytes:
    try:
        payload = json.dumps(answer).encode("utf-8", "replace")
    except (TypeError, ValueError, RecursionError):
        return b'{"value": {"!": "other", "kind": "something that cannot be read"}}'
    return payload if len(payload) <= FRAME else b'{"large": true, "outputs": []}'


def _answer(request: dict[str, Any], shell: Shell) -> dict[str, Any]:
    try:
        if "run" in request:
            return _run(request["run"], shell)
        if request["name"] not in shell.user_ns:
            return {"missing": True}
        value = shell.user_ns[request["name"]]
        if "call" in request:
            arguments, keywords = (decode(part) for part in request["call"])
            value = value(*arguments, **keywords)  # type: ignore[misc,arg-type]  # as the other side wrote them
            shell.outputs.take()  # what a function prints under a test is no output of her next cell
        return {"value": encode(value)}
    except BaseException as error:  # noqa: BLE001 - whatever her code raises is an answer
        return {"raised": [type(error).__name__, str(error)[:500]]}


def _run(source: str, shell: Shell) -> dict[str, Any]:
    try:
        done = shell.run_cell(source, store_history=True)
        error = done.error_before_exec or done.error_in_exec
    except BaseException as stop:  # noqa: BLE001 - SystemExit and KeyboardInterrupt end a cell, not the process
        show_error(shell.outputs, type(stop), stop, None)
        error = stop
    raised = [type(error).__name__, str(error)[:500]] if error is not None else None
    return {"outputs": shell.outputs.take(), "raised": raised}
