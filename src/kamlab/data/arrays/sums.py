"""What the columns of a ledger add up to, as ``kamlab.data.sums`` adds up its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from kamlab.data.arrays.days import FIRST, year_of
from kamlab.data.sums import Sums, strategic_products
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from collections.abc import Collection

    from kamlab.data.arrays.stream import Floats, Whole
    from kamlab.data.packed import PackedTable
    from kamlab.data.tables import Ledger

__all__ = ["sums_by_year"]


class _Cells:
    """The year and account of each row of a table, as one number.

    Args:
        table: with a date and an account.
        accounts: the ids of all, in order.
    """

    def __init__(self, table: PackedTable, accounts: Collection[str]) -> None:
        self._table, self._size = table, len(YEARS) * len(accounts)
        year = year_of(self.column("date") - FIRST)
        self._cells = year * len(accounts) + _places(table, "account_id", accounts)

    def column(self, name: str) -> np.ndarray[Any, Any]:
        """One column of figures."""
        return self._table.numbers(self._table.positions[name])

    def sum(self, values: Floats | Whole) -> list[Any]:
        """The sum of ``values`` (one a row) for each year and account."""
        sums = np.bincount(self._cells, values, self._size)
        exact: list[Any] = (sums if values.dtype == np.float64 else sums.astype(np.int64)).tolist()
        return exact


def _places(table: PackedTable, column: str, known: Collection[str]) -> Whole:
    """The place of each row's word among ``known``; -1 where it is not among them."""
    found = {word: place for place, word in enumerate(known)}
    words, places = table.words(table.positions[column])
    of_word: Whole = np.array([found.get(word, -1) for word in words])
    of_row: Whole = of_word[places]
    return of_row


def sums_by_year(
    book: Ledger, orders: PackedTable, returns: PackedTable, services: PackedTable
) -> dict[int, dict[str, Sums]]:
    """The sums of each year and account."""
    accounts = book["accounts"].column("account_id")
    lines, back, work = (_Cells(table, accounts) for table in (orders, returns, services))
    pieces, sales = lines.column("quantity"), lines.column("quantity") * lines.column("net_price")
    strategic = _places(orders, "product_id", strategic_products(book)) >= 0
    columns = (
        lines.sum(sales),
        lines.sum(pieces * lines.column("list_price")),
        lines.sum(pieces * lines.column("unit_cost")),
        lines.sum(np.where(strategic, sales, 0.0)),
        back.sum(back.column("credit")),
        work.sum(work.column("minutes")),
        lines.sum(lines.column("line") == 1),
        lines.sum(np.ones_like(pieces)),
        lines.sum(lines.column("days_late") == 0),
    )
    sums = iter([Sums(*values) for values in zip(*columns, strict=True)])
    return {year: dict(zip(accounts, sums, strict=False)) for year in YEARS}
