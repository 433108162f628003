"""What the trusted process asks of the trainee's, and what it makes of the answers.

Nothing in an answer is believed: it is data, or it is not, and a test gets what it asked for or nothing.
"""

import builtins
import json
import socket
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kamlab.grading.inside.values import Callable, NoData, NotDataError, decode, encode, foreign
from kamlab.grading.inside.wire import (
    BRACKETS,
    LateError,
    TooLargeError,
    WireError,
    brackets,
    parse,
    receive,
    send,
)

__all__ = ["Trainee", "TraineeError"]

_SHOWN = 8 * 1024 * 1024  # bytes of outputs of all cells of the trainee's together
_BRACKET = _SHOWN // BRACKETS  # bytes that a list or table counts for: what is kept must be read once more
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
        shown: bytes of all outputs so far.
        uncalled: names that a test got as functions and has not called.
        end: when it is not asked any more, on the monotonic clock.
    """

    sock: socket.socket | None
    seconds: float
    gone: str = ""
    notes: list[list[str]] = field(default_factory=list)
    cell: str = ""
    shown: int = 0
    uncalled: set[str] = field(default_factory=set)
    end: float = float("inf")
    _size: int = field(default=0, repr=False)  # of the last answer, as it counts

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Its answer; empty when it is gone."""
        self._size = 0
        if self.gone or self.sock is None:
            return {}
        try:
            self.sock.settimeout(self.seconds)
            send(self.sock, json.dumps(request).encode())
            payload = receive(self.sock, min(self.end, time.monotonic() + self.seconds + _GRACE))
            answer = parse(payload)
        except WireError as error:
            kinds = {LateError: "late", TooLargeError: "large"}
            self.gone = kinds.get(type(error), "ended")
            self.note("gone" if "run" in request else "gone-asked", self.cell, self.gone)
            return {}
        self._size = len(payload) + _BRACKET * brackets(payload)
        return answer if isinstance(answer, dict) else {}

    def run(self, source: str) -> list[Any]:
        """Have a cell of hers run; its outputs, as far as they are kept."""
        answer = self.ask({"run": source})
        if isinstance(answer.get("raised"), list):
            self.note("raised", self.cell, _words(answer["raised"]))
        self.shown += self._size
        if answer.get("large") is True or self.shown > _SHOWN:
            self.note("too-much", self.cell, "")
            return []
        outputs = answer.get("outputs")
        return outputs if isinstance(outputs, list) else []

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
        elif isinstance(answer.get("raised"), list):
            self.note("unread", name, _words(answer["raised"]))
        elif not self.gone:
            self.note("missing", name, self.cell)

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


def _words(raised: Iterable[object]) -> str:
    """What an error in the trainee's process says of itself."""
    return ": ".join(map(str, raised))[:300]


def _raised(raised: object, gone: str) -> BaseException:
    """The error of a trainee's function: a built-in one as itself, any other by its name."""
    if not isinstance(raised, list) or [type(one) for one in raised] != [str, str]:
        return TraineeError(f"no answer ({gone or 'no data'})")
    kind, said = raised
    found = getattr(builtins, kind, None)
    if isinstance(found, type) and issubclass(found, Exception) and not issubclass(found, _ENDS):
        return found(said)
    return TraineeError(f"{kind}: {said}")
