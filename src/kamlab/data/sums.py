"""What the rows of a ledger add up to, by year and account."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from kamlab.data.names import STRATEGIC_FAMILY
from kamlab.data.packed import PackedTable
from kamlab.data.remembered import remembered
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.tables import Ledger

__all__ = ["Sums", "strategic_products", "sums_by_year", "sums_of_all_years"]

ByAccount = dict[str, "Sums"]
_SUMMED = ("orders", "returns", "services")


@dataclass(slots=True)
class Sums:
    """What one account brought. EUR are not rounded: they err by far less than half a cent.

    Args:
        revenue: sales after discounts and before returns, EUR.
        listed: the same at list prices, EUR.
        goods: what the pieces cost, EUR.
        strategic: the part of the revenue in the family that we want to grow, EUR.
        returns: credited, EUR.
        minutes: of service work.
        orders: how many.
        lines: of orders.
        in_time: lines delivered on time.
    """

    revenue: float = 0.0
    listed: float = 0.0
    goods: float = 0.0
    strategic: float = 0.0
    returns: float = 0.0
    minutes: int = 0
    orders: int = 0
    lines: int = 0
    in_time: int = 0


_VALUES = attrgetter(*Sums.__slots__)  # dataclasses.astuple takes ten times as long


def strategic_products(book: Ledger) -> set[str]:
    """The ids of the products that we want to sell more of."""
    return {row[0] for row in book["products"].rows if row[1] == STRATEGIC_FAMILY}


@remembered
def sums_by_year(book: Ledger) -> dict[int, ByAccount]:
    """The sums of each year and account."""
    packed = [table for name in _SUMMED if isinstance(table := book[name], PackedTable)]
    if len(packed) == len(_SUMMED):
        from kamlab.data.arrays import sums  # noqa: PLC0415 - a browser has no numpy, and no packed tables

        return sums.sums_by_year(book, *packed)
    accounts = book["accounts"].column("account_id")
    years = {year: {account: Sums() for account in accounts} for year in YEARS}
    _add_orders(book, years)
    for _, _, _, account, _, day, _, credit, _ in book["returns"].rows:
        years[day.year][account].returns += credit
    for _, account, day, _, _, minutes in book["services"].rows:
        years[day.year][account].minutes += minutes
    return years


def _add_orders(book: Ledger, years: dict[int, ByAccount]) -> None:
    strategic = strategic_products(book)
    for _, number, account, product, day, quantity, listed, net, cost, _, late in book["orders"].rows:
        sums, sales = years[day.year][account], quantity * net
        sums.revenue += sales
        sums.listed += quantity * listed
        sums.goods += quantity * cost
        sums.strategic += sales if product in strategic else 0.0
        sums.orders += number == 1  # an order is its first line
        sums.lines += 1
        sums.in_time += late == 0


@remembered
def sums_of_all_years(book: Ledger) -> ByAccount:
    """The sums of each account over the three years."""
    years = sums_by_year(book).values()
    return {account: _together([year[account] for year in years]) for account in next(iter(years))}


def _together(parts: list[Sums]) -> Sums:
    return Sums(*map(sum, zip(*map(_VALUES, parts), strict=True)))
