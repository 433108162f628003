"""The ledger's tables as pandas frames, for the analyst's track."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kamlab.data.packed import PackedTable
from kamlab.data.tables import kind_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from kamlab.data.tables import Ledger, Table

__all__ = ["Frames", "column_names", "frames"]

_DAYS = "datetime64[ns]"
_FIRST_DAY = date(1970, 1, 1).toordinal()  # of numpy's calendar


class Frames(MutableMapping[str, "pd.DataFrame"]):
    """A ledger's tables as frames, by name; each is made when it is first asked for.

    Few analyses need all eight, and making them takes as long as an analysis.

    Args:
        book: the ledger.
    """

    def __init__(self, book: Ledger) -> None:
        self._tables: dict[str, Table | None] = dict(book.tables)
        self._made: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        table = self._tables[name]
        if table is not None:
            self[name] = _frame(table)
        return self._made[name]

    def __setitem__(self, name: str, frame: pd.DataFrame) -> None:
        self._made[name], self._tables[name] = frame, None

    def __delitem__(self, name: str) -> None:
        del self._tables[name]
        self._made.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __repr__(self) -> str:
        return f"<frames: {', '.join(self)}>"


def frames(book: Ledger) -> Frames:
    """Every table of ``book`` by name: dates are timestamps, money and shares floats, counts integers."""
    return Frames(book)


def column_names(book: Ledger) -> dict[str, list[str]]:
    """The names of each table's columns, by the table's name."""
    return {name: list(table.positions) for name, table in book.tables.items()}


def _frame(table: Table) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - the browser has no pandas and never comes here

    arrays = {column.name: _array(table, place) for place, column in enumerate(table.columns)}
    return pd.DataFrame(arrays, copy=False)  # they are nobody else's


def _array(table: Table, place: int) -> np.ndarray[Any, Any] | pd.api.extensions.ExtensionArray:
    import pandas as pd  # noqa: PLC0415 - as above

    kind = kind_of(table.columns[place])
    if kind == "str":
        return pd.array(_texts(table, place), dtype="str", copy=False)
    numbers = _numbers(table, place, kind)
    # through the numbers of days, which takes a fifth of the time that dates take
    return (numbers - _FIRST_DAY).astype("datetime64[D]").astype(_DAYS) if kind == "date" else numbers


def _texts(table: Table, place: int) -> np.ndarray[Any, Any]:
    import numpy as np  # noqa: PLC0415 - as above

    if isinstance(table, PackedTable):
        return table.texts(place)
    return np.array(table.values(place), dtype=object)


def _numbers(table: Table, place: int, kind: str) -> np.ndarray[Any, Any]:
    """A column of figures, or of the numbers of days."""
    import numpy as np  # noqa: PLC0415 - as above

    dtype = "float64" if kind == "float" else "int64"
    if isinstance(table, PackedTable):
        return table.numbers(place).astype(dtype, copy=False)
    values = table.values(place)
    return np.fromiter(map(date.toordinal, values) if kind == "date" else values, dtype, len(values))
