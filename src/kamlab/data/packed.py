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

__all__ = ["DAY", "FIGURE", "TEXT", "WHOLE", "WORD", "Packed", "PackedTable", "Piece", "pack", "unpack"]

# A column: the kind of its values; its texts, or its different words; its numbers, or each row's word.
Piece = tuple[str, tuple[str, ...], bytes]
Packed = tuple[int, dict[str, tuple[Piece, ...]]]  # the seed, and each table; Python's marshal takes it
FIGURE, WHOLE = "d", "i"  # of ``array``, and the same of numpy
TEXT, WORD, DAY = "text", "word", "day"
_CODES = {float: FIGURE, int: WHOLE}


def _stored_as(kind: str) -> str:
    """The code of ``array`` for the numbers of a column: days and the places of words are whole."""
    return FIGURE if kind == FIGURE else WHOLE


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
        kind, texts, content = self.pieces[place]
        if kind == TEXT:
            return texts
        numbers = array(_stored_as(kind), content).tolist()
        if kind == WORD:
            return [texts[number] for number in numbers]
        if kind == DAY:
            days = {number: date.fromordinal(number) for number in set(numbers)}
            return [days[number] for number in numbers]
        return numbers

    def numbers(self, place: int) -> np.ndarray[Any, Any]:
        """One column of figures, or of the numbers of days; nobody else's."""
        import numpy as np  # noqa: PLC0415 - the browser has none and never comes here

        kind, _, content = self.pieces[place]
        return np.frombuffer(content, _stored_as(kind)).copy()

    def texts(self, place: int) -> np.ndarray[Any, Any]:
        """One column of texts, as an array of objects."""
        import numpy as np  # noqa: PLC0415 - as above

        kind, texts, content = self.pieces[place]
        words = np.array(texts, dtype=object)
        return words[np.frombuffer(content, WHOLE)] if kind == WORD else words

    def words(self, place: int) -> tuple[tuple[str, ...], np.ndarray[Any, Any]]:
        """The different texts of a column, and the place of each row's among them."""
        import numpy as np  # noqa: PLC0415 - as above

        kind, texts, content = self.pieces[place]
        if kind == WORD:
            return texts, np.frombuffer(content, WHOLE)
        places = {text: number for number, text in enumerate(dict.fromkeys(texts))}
        return tuple(places), np.array([places[text] for text in texts])


def pack(book: Ledger) -> Packed:
    """``book`` in few large pieces."""
    return book.seed, {name: _pieces(table) for name, table in book.tables.items()}


def _pieces(table: Table) -> tuple[Piece, ...]:
    if isinstance(table, PackedTable):
        return table.pieces
    return tuple(map(_piece, zip(*table.rows, strict=True)))


def _piece(values: tuple[Any, ...]) -> Piece:
    first = values[0]
    if isinstance(first, str):
        return TEXT, values, b""
    if isinstance(first, date):
        numbers = {day: day.toordinal() for day in set(values)}
        return DAY, (), array(WHOLE, map(numbers.__getitem__, values)).tobytes()
    code = _CODES[type(first)]
    return code, (), array(code, values).tobytes()


def unpack(packed: Packed) -> Ledger:
    """The ledger of which ``packed`` was made."""
    seed, tables = packed
    return Ledger(seed, {name: PackedTable(name, pieces) for name, pieces in tables.items()})
