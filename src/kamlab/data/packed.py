"""A ledger as one process hands it to another: column by column, in few large pieces.

It is unpacked as it is asked for. Frames take the columns as they are; the thousands of rows, which take most
of the time and memory of a ledger, are made only for who asks for rows.
"""

from __future__ import annotations

from array import array
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kamlab.data.schema import SCHEMA, TABLE_DOCS
from kamlab.data.tables import Ledger, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from kamlab.data.tables import Row

__all__ = ["Packed", "PackedTable", "pack", "unpack"]

Piece = tuple[str, bytes | tuple[str, ...]]  # texts as they are; numbers and days as bytes
Packed = tuple[int, dict[str, tuple[Piece, ...]]]  # the seed, and each table; Python's marshal takes it
_TEXT, _DAY = "text", "day"
_CODES = {float: "d", int: "i"}  # of ``array``, and the same of numpy


class PackedTable(Table):
    """A table of the ledger that holds columns, and makes rows of them when they are asked for.

    Args:
        name: of the schema.
        pieces: its columns.
    """

    pieces: tuple[Piece, ...]

    def __init__(self, name: str, pieces: tuple[Piece, ...]) -> None:
        for field, value in (("name", name), ("doc", TABLE_DOCS[name]), ("columns", SCHEMA[name])):
            object.__setattr__(self, field, value)
        object.__setattr__(self, "pieces", pieces)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The data, row by row."""
        return tuple(zip(*(self.values(place) for place in range(len(self.columns))), strict=True))

    def values(self, place: int) -> Sequence[Any]:
        """One column, in row order."""
        kind, piece = self.pieces[place]
        if isinstance(piece, tuple):
            return piece
        if kind != _DAY:
            return array(kind, piece).tolist()
        numbers = array("i", piece)
        days = {number: date.fromordinal(number) for number in set(numbers)}
        return [days[number] for number in numbers]

    def numbers(self, place: int) -> np.ndarray[Any, Any]:
        """One column of figures, or of the numbers of days; nobody else's."""
        import numpy as np  # noqa: PLC0415 - the browser has none and never comes here

        kind, piece = self.pieces[place]
        assert isinstance(piece, bytes)  # noqa: S101 - a column of text has no numbers
        return np.frombuffer(piece, "i" if kind == _DAY else kind).copy()


def pack(book: Ledger) -> Packed:
    """``book`` in few large pieces."""
    return book.seed, {
        name: tuple(map(_piece, zip(*table.rows, strict=True))) for name, table in book.tables.items()
    }


def _piece(values: tuple[Any, ...]) -> Piece:
    first = values[0]
    if isinstance(first, str):
        return _TEXT, values
    if isinstance(first, date):
        numbers = {day: day.toordinal() for day in set(values)}
        return _DAY, array("i", map(numbers.__getitem__, values)).tobytes()
    code = _CODES[type(first)]
    return code, array(code, values).tobytes()


def unpack(packed: Packed) -> Ledger:
    """The ledger of which ``packed`` was made."""
    seed, tables = packed
    return Ledger(seed, {name: PackedTable(name, pieces) for name, pieces in tables.items()})
