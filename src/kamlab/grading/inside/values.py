"""Values as plain data: what passes from the trainee's process to the tests, and back as arguments.

``encode`` turns a value into JSON: numbers, texts, lists and tables of them as they are, everything else that
counts as data under a tag (``{"!": "tuple", "of": [...]}``). It looks at the exact type only, so an object
that merely behaves like a number, with an ``==`` of its own, is no number. ``decode`` builds the value anew
from that JSON and accepts nothing that it does not name; no code of the other side runs, and nothing is
unpickled. Series, frames, indexes and arrays are in ``tables``.

What is no data keeps its kind alone: ``Callable`` for a function, which the tests may call through the other
process, ``NoData`` for anything else.
"""

import base64
import binascii
from collections.abc import Callable as Function
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from kamlab.errors import GradingError
from kamlab.grading.inside import tables
from kamlab.grading.inside.tables import TAG

__all__ = ["Callable", "NoData", "NotDataError", "decode", "encode", "foreign"]

DEPTH = 24  # values inside values
_INT_DIGITS = 4000  # Python refuses to read longer ones
_NAME = 80  # characters of a type's name


class NotDataError(GradingError):
    """What was sent is no value that ``encode`` could have written."""


@dataclass(frozen=True)
class Callable:
    """Stands for a function of the trainee's."""


@dataclass(frozen=True)
class NoData:
    """Stands for something that is neither data nor a function.

    Args:
        kind: the name of its type.
    """

    kind: str


def encode(value: object, depth: int = DEPTH) -> object:
    """``value`` as JSON data; what is no data, or lies too deep, becomes a note of its kind."""
    kind = type(value)
    if value is None or kind in {bool, float, str}:
        return value
    if depth <= 0:
        return {TAG: "other", "kind": "too deep"}
    writer = _WRITERS.get(kind) or tables.writer(kind)
    if writer is not None:
        return writer(value, lambda part: encode(part, depth - 1))
    return {TAG: "function"} if callable(value) else {TAG: "other", "kind": kind.__name__[:_NAME]}


Encoder = Function[[Any], object]


def _whole(value: int, _encode: Encoder) -> object:
    return value if value.bit_length() < 3 * _INT_DIGITS else {TAG: "other", "kind": "int"}


def _parts(tag: str) -> Function[[Any, Encoder], object]:
    return lambda value, encode: {TAG: tag, "of": [encode(part) for part in value]}


def _text(tag: str) -> Function[[Any, Encoder], object]:
    return lambda value, _encode: {TAG: tag, "of": str(value)}


_WRITERS: dict[type, Function[[Any, Encoder], object]] = {
    int: _whole,
    list: lambda value, encode: [encode(part) for part in value],
    tuple: _parts("tuple"),
    set: _parts("set"),
    frozenset: _parts("frozenset"),
    dict: lambda value, encode: {TAG: "dict", "of": [[encode(key), encode(of)] for key, of in value.items()]},
    bytes: lambda value, _encode: {TAG: "bytes", "of": base64.b64encode(value).decode()},
    datetime: lambda value, _encode: {TAG: "datetime", "of": value.isoformat()},
    date: lambda value, _encode: {TAG: "date", "of": value.isoformat()},
    timedelta: lambda value, _encode: {
        TAG: "timedelta",
        "of": [value.days, value.seconds, value.microseconds],
    },
    Decimal: _text("decimal"),
}


def decode(data: object, depth: int = DEPTH + 1) -> object:
    """The value that ``data`` describes.

    Raises:
        NotDataError: it is nothing that ``encode`` writes.
    """
    if data is None or type(data) in {bool, int, float, str}:
        return data
    if depth <= 0:
        raise _strange("it is nested too deeply")
    if isinstance(data, list):
        return [decode(part, depth - 1) for part in data]
    if not isinstance(data, dict):
        raise _strange(f"a {type(data).__name__}")
    reader = _READERS.get(str(data.get(TAG)))
    try:
        return reader(data, lambda part: decode(part, depth - 1)) if reader else _table(data, depth)
    except (NotDataError, TimeoutError):  # the latter is the alarm of the cell that waits for it
        raise
    except Exception as error:  # a constructor that a hostile value reached: whatever it says, it is no value
        raise _strange(str(data.get(TAG))) from error


def foreign(data: object) -> str:
    """The kind of the first thing inside ``data`` that is no data; empty where all of it is."""
    waiting = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get(TAG) == "other":
                return str(part.get("kind"))[:_NAME]
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return ""


def _table(data: Mapping[str, Any], depth: int) -> object:
    reader = tables.reader(str(data.get(TAG)))
    if reader is None:
        raise _strange(str(data.get(TAG)))
    return reader(data, lambda part: decode(part, depth - 1))


def _strange(what: str) -> NotDataError:
    return NotDataError("What was sent is no plain data: {what}.", what=what[:_NAME])


Decoder = Function[[Any], object]


def _listed(data: Mapping[str, Any]) -> list[Any]:
    parts = data["of"]
    if not isinstance(parts, list):
        raise _strange("no list where one is due")
    return parts


def _pairs(data: Mapping[str, Any], decode: Decoder) -> dict[object, object]:
    return {decode(key): decode(value) for key, value in _listed(data)}


def _bytes(data: Mapping[str, Any], _decode: Decoder) -> bytes:
    try:
        return base64.b64decode(data["of"], validate=True)
    except binascii.Error as error:
        raise _strange("bytes") from error


def _decimal(data: Mapping[str, Any], _decode: Decoder) -> Decimal:
    text = data["of"]
    try:
        return Decimal(text if isinstance(text, str) and len(text) <= _INT_DIGITS else "none")
    except InvalidOperation as error:
        raise _strange("decimal") from error


_READERS: dict[str, Function[[Any, Decoder], object]] = {
    "tuple": lambda data, decode: tuple(decode(part) for part in _listed(data)),
    "set": lambda data, decode: {decode(part) for part in _listed(data)},
    "frozenset": lambda data, decode: frozenset(decode(part) for part in _listed(data)),
    "dict": _pairs,
    "bytes": _bytes,
    "datetime": lambda data, _decode: datetime.fromisoformat(data["of"]),
    "date": lambda data, _decode: date.fromisoformat(data["of"]),
    "timedelta": lambda data, _decode: timedelta(*map(int, _listed(data)[:3])),
    "decimal": _decimal,
    "function": lambda _data, _decode: Callable(),
    "other": lambda data, _decode: NoData(str(data.get("kind"))[:_NAME]),
}
