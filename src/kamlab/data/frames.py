"""The ledger's tables as pandas frames, for the analyst's track."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from kamlab.data.tables import Ledger, Table

__all__ = ["frames"]

_DTYPES = {"date": "datetime64[ns]", "id": "str", "text": "str", "share": "float64"}
_MONEY = "EUR"


def frames(book: Ledger) -> dict[str, pd.DataFrame]:
    """Every table of ``book`` by name: dates are timestamps, money and shares floats, counts integers."""
    return {name: _frame(table) for name, table in book.tables.items()}


def _frame(table: Table) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - the browser has no pandas and never comes here

    frame = pd.DataFrame(list(table.rows), columns=[column.name for column in table.columns])
    return frame.astype({column.name: _dtype(column.unit) for column in table.columns})


def _dtype(unit: str) -> str:
    return "float64" if unit.startswith(_MONEY) else _DTYPES.get(unit, "int64")
