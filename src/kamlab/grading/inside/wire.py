"""Frames of bytes over a socket, with a limit on their size and a deadline.

A frame is its length as four bytes, then that many bytes. The side that reads decides how much it accepts and
how long it waits, so that the other one can neither fill its memory nor keep it waiting.
"""

import json
import re
import socket
import struct
import time

from kamlab.depth import deeper
from kamlab.errors import GradingError

__all__ = [
    "BRACKETS",
    "FOREVER",
    "FRAME",
    "TRUSTED",
    "ClosedError",
    "LateError",
    "TooLargeError",
    "WireError",
    "brackets",
    "parse",
    "receive",
    "send",
]

FOREVER = 1e9  # seconds: where the other side decides when the waiting ends
TRUSTED = 1 << 30  # bytes of a frame that a side of ours sends
FRAME = 8 * 1024 * 1024  # bytes of a frame that an untrusted side may send
BRACKETS = 400_000  # lists and tables in one frame: each costs far more memory than its two bytes
_LEVELS = 100  # lists and tables inside one another
_HEAD = struct.Struct(">I")
_OPENING = re.compile(rb"[\[{]")


class WireError(GradingError):
    """The other side did not send what was expected."""


class ClosedError(WireError):
    """The other side has gone."""


class LateError(WireError):
    """The other side did not answer in time."""


class TooLargeError(WireError):
    """The other side sent more than is accepted."""


def send(sock: socket.socket, payload: bytes) -> None:
    """Send one frame.

    Raises:
        ClosedError: the other side has gone.
        LateError: it does not read within the socket's own timeout.
    """
    try:
        sock.sendall(_HEAD.pack(len(payload)))
        sock.sendall(payload)
    except TimeoutError as error:
        raise LateError("The other process does not read what it is sent.") from error
    except OSError as error:
        raise ClosedError("The other process has ended.") from error


def receive(sock: socket.socket, deadline: float, limit: int = FRAME) -> bytearray:
    """Receive one frame.

    Args:
        sock: a connected stream socket.
        deadline: when to give up, on ``time.monotonic``'s clock.
        limit: bytes that are accepted.

    Raises:
        ClosedError: the other side has gone.
        LateError: the frame is not complete at the deadline.
        TooLargeError: it announces more than ``limit`` bytes.
    """
    (size,) = _HEAD.unpack(_exactly(sock, _HEAD.size, deadline))
    if size > limit:
        raise TooLargeError(
            "The other process sent {size} bytes; at most {limit} are read.", size=size, limit=limit
        )
    return _exactly(sock, size, deadline)


def _exactly(sock: socket.socket, size: int, deadline: float) -> bytearray:
    found, done = bytearray(size), 0
    while done < size:
        left = deadline - time.monotonic()
        if left <= 0:
            raise LateError("The other process did not answer in time.")
        sock.settimeout(left)
        try:
            part = sock.recv_into(memoryview(found)[done:])
        except TimeoutError as error:
            raise LateError("The other process did not answer in time.") from error
        except OSError as error:
            raise ClosedError("The other process has ended.") from error
        if not part:
            raise ClosedError("The other process has ended.")
        done += part
    return found


def brackets(payload: bytes | bytearray) -> int:
    """How many lists and tables a frame may hold; those that stand in texts are counted too."""
    return sum(1 for _ in _OPENING.finditer(payload))


def parse(payload: bytes | bytearray, limit: int = BRACKETS) -> object:
    """The JSON value in an untrusted frame.

    Args:
        payload: the frame.
        limit: lists and tables that are accepted.

    Raises:
        WireError: it is no JSON, or holds more lists and tables, or deeper ones, than are read.
    """
    if brackets(payload) > limit:
        raise TooLargeError("The other process sent more than {limit} lists and tables.", limit=limit)
    try:
        value: object = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise WireError("The other process sent what is no data.") from error
    if deeper(value, _LEVELS):
        raise WireError("The other process sent lists and tables more than {limit} deep.", limit=_LEVELS)
    return value
