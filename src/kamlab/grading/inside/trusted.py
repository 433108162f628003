"""The trusted process: runs set-up and test cells, and asks the trainee's process for what her cells made.

It starts the trainee's process as a fork of itself while it knows no test yet; only then are the tests read.
"""

import builtins
import json
import marshal
import os
import signal
import socket
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from kamlab.errors import KamlabError
from kamlab.grading.inside import kernel, trainee, walls
from kamlab.grading.inside.shell import Outputs, Shell, Stream, show_error
from kamlab.grading.inside.values import Callable, NoData, NotDataError, decode, encode, foreign
from kamlab.grading.inside.wire import LateError, TooLargeError, WireError, parse, receive, send

__all__ = ["Trainee", "serve"]

_SHOWN = 8 * 1024 * 1024  # bytes of outputs of all cells of the trainee's together
_GRACE = 2.0  # seconds that an interrupted cell has to end


# Inside all(map(...)) the test would take these for the end of its own list.
_ENDS = (StopIteration, StopAsyncIteration)


class TraineeError(Exception):
    """What the trainee's function raised, where it is no built-in error."""


@dataclass
class Trainee:
    """The trainee's process, seen from here.

    Args:
        sock: to it; None where there is none.
        seconds: what one cell or call may take.
        gone: why it is not asked any more, if it is not: ``"late"``, ``"large"`` or ``"ended"``.
        notes: what a trainer should know: kind, then words.
        cell: the cell that is at work.
        size: bytes of the last answer.
        shown: bytes of all outputs so far.
        uncalled: names that a test got as functions and has not called.
        end: when it is not asked any more, on the monotonic clock.
    """

    sock: socket.socket | None
    seconds: float
    gone: str = ""
    notes: list[list[str]] = field(default_factory=list)
    cell: str = ""
    size: int = 0
    shown: int = 0
    uncalled: set[str] = field(default_factory=set)
    end: float = float("inf")

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Its answer; empty when it is gone."""
        if self.gone or self.sock is None:
            return {}
        try:
            self.sock.settimeout(self.seconds)
            send(self.sock, json.dumps(request).encode())
            payload = receive(self.sock, min(self.end, time.monotonic() + self.seconds + _GRACE))
            answer, self.size = parse(payload), len(payload)
        except WireError as error:
            kinds = {LateError: "late", TooLargeError: "large"}
            self.gone = kinds.get(type(error), "ended")
            self.note("gone" if "run" in request else "gone-asked", self.cell, self.gone)
            return {}
        return answer if isinstance(answer, dict) else {}

    def note(self, kind: str, first: str, second: str) -> None:
        """Tell the trainer something, once."""
        if [kind, first, second] not in self.notes:
            self.notes.append([kind, first, second])

    def fetch(self, name: str, namespace: dict[str, Any]) -> None:
        """Bring the trainee's ``name`` over as data, as a function to call, or not at all."""
        namespace.pop(name, None)
        answer = self.ask({"name": name})
        if answer.get("large") is True:
            self.note("no-data", name, "more than is read")
        elif "value" in answer:
            self._bring(name, answer["value"], namespace)
        elif not self.gone:
            self.note("missing", name, "")

    def _bring(self, name: str, sent: object, namespace: dict[str, Any]) -> None:
        value = self._value(name, sent)
        if isinstance(value, Callable):
            self.note("function", name, "")
            self.uncalled.add(name)
            namespace[name] = self._function(name)
        elif not isinstance(value, NoData):
            namespace[name] = value

    def _value(self, name: str, sent: object) -> object:
        """The value that was sent, and a note where it is no data or holds such."""
        try:
            value = decode(sent)
        except NotDataError:
            value = NoData("something that cannot be read")
        if isinstance(value, NoData):
            self.note("no-data", name, value.kind)
        elif kind := foreign(sent):
            self.note("no-data-inside", name, kind)
        return value

    def _function(self, name: str) -> Any:  # noqa: ANN401 - a function of whatever the trainee wrote
        def call(*arguments: object, **keywords: object) -> object:
            self.uncalled.discard(name)
            answer = self.ask({"name": name, "call": [encode(list(arguments)), encode(keywords)]})
            if "value" in answer:
                return self._value(f"{name}()", answer["value"])
            raise _raised(answer.get("raised"), self.gone)

        call.__name__ = name
        return call


def _raised(raised: object, gone: str) -> BaseException:
    """The error of a trainee's function: a built-in one as itself, any other by its name."""
    if not isinstance(raised, list) or [type(one) for one in raised] != [str, str]:
        return TraineeError(f"no answer ({gone or 'no data'})")
    kind, said = raised
    found = getattr(builtins, kind, None)
    if isinstance(found, type) and issubclass(found, Exception) and not issubclass(found, _ENDS):
        return found(said)
    return TraineeError(f"{kind}: {said}")


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
        WireError: it does not.
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
        raise WireError("The trainee's process did not start: {why}.", why=answer)
    return ours


def _be_trainee(sock: socket.socket, shell: Shell, room: Mapping[str, Any], seconds: float) -> None:
    """Never returns."""
    try:
        os.setsid()  # out of reach of a signal to the group
        walls.close_others(sock.fileno())
        if room["enclosed"]:
            enclosure: walls.Walls = room["trainee"]
            walls.enclose(enclosure, {path.name: path.read_bytes() for path in Path.cwd().iterdir()})
            walls.confine(enclosure)
        trainee.serve(sock, shell, seconds)
    except KamlabError as error:
        send(sock, json.dumps({"refused": str(error)}).encode())
    finally:
        os._exit(0)


def _step(step: Mapping[str, Any], shell: Shell, person: Trainee) -> list[Any]:
    """Run one cell on the side where it belongs; its outputs."""
    person.cell = str(step["cell"])
    if step["role"] == "own":
        answer = person.ask({"run": step["source"]})
        raised, outputs = answer.get("raised"), answer.get("outputs")
        if isinstance(raised, list):
            person.note("raised", person.cell, ": ".join(map(str, raised))[:300])
        person.shown += person.size
        if answer.get("large") is True or person.shown > _SHOWN:
            person.note("too-much", person.cell, "")
            return []
        return outputs if isinstance(outputs, list) else []
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
