"""What a ledger is: tables of plain rows, each column with its unit and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["YEARS", "Column", "Ledger", "Row", "Table", "kind_of"]

YEARS = (2023, 2024, 2025)
Row = tuple[Any, ...]
_KINDS = {"date": "date", "id": "str", "text": "str", "share": "float"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        name: as it stands in the data.
        unit: e.g. ``"EUR"``, ``"min"``, ``"share"``; ``"id"``, ``"text"``, ``"date"`` for what is no number.
        doc: what it holds, for a manager.
    """

    name: str
    unit: str
    doc: str


def kind_of(column: Column) -> str:
    """What the values of a column are to Python: ``"str"``, ``"float"``, ``"int"`` or ``"date"``."""
    if column.unit.startswith("EUR"):
        return "float"
    return _KINDS.get(column.unit, "int")


@dataclass(frozen=True, eq=False)
class Table:
    """One subject of the ledger.

    Args:
        name: as it is asked for.
        doc: what one row is.
        columns: in the order of a row's fields.
        rows: the data; dates are ``datetime.date``, money is EUR with two decimals.
    """

    name: str
    doc: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each column stands in a row."""
        return {column.name: place for place, column in enumerate(self.columns)}

    def column(self, name: str) -> list[Any]:
        """All values of one column, in row order."""
        return list(self.values(self.positions[name]))

    def values(self, place: int) -> Sequence[Any]:
        """All values of the column at ``place``, in row order."""
        return [row[place] for row in self.rows]


@dataclass(frozen=True, eq=False)
class Ledger:
    """Three years of business of Meridian Components with sixty accounts.

    Args:
        seed: what it was drawn from; a trainee's variant has its own.
        tables: by name: accounts, products, orders, returns, services, capacity, contacts, touchpoints.
    """

    seed: int
    tables: dict[str, Table]

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]
