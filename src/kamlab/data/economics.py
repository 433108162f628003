"""What each account earns: revenue, returns, goods and the cost to serve; who stays from year to year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamlab.data.remembered import remembered
from kamlab.data.sums import sums_by_year, sums_of_all_years
from kamlab.data.tables import YEARS
from kamlab.errors import DataError

if TYPE_CHECKING:
    from kamlab.data.sums import Sums
    from kamlab.data.tables import Ledger

__all__ = [
    "AccountResult",
    "SegmentRetention",
    "account_result",
    "account_results",
    "active_years",
    "rate_per_minute",
    "retention_by_segment",
]


@dataclass(frozen=True)
class AccountResult:
    """What one account brought in a year, or in all three.

    Args:
        account_id: A01 to A60.
        name: the firm.
        revenue: invoiced sales, after discounts and before returns, EUR.
        discounts: what the list price would have brought on top (already out of ``revenue``), EUR.
        returns: credited for goods sent back, EUR.
        cost_of_goods: cost of all pieces delivered; returned goods are scrapped, EUR.
        cost_to_serve: service minutes times the rate per minute, EUR.
        profit: revenue − returns − cost_of_goods − cost_to_serve, EUR.
        orders: number of orders.
        minutes: service minutes, min.
    """

    account_id: str
    name: str
    revenue: float
    discounts: float
    returns: float
    cost_of_goods: float
    cost_to_serve: float
    profit: float
    orders: int
    minutes: int


@dataclass(frozen=True)
class SegmentRetention:
    """How many of a segment's accounts ordered again in the next year.

    Args:
        segment: its name.
        at_risk: account-years 2023 and 2024 with an order.
        kept: those of them with an order in the next year too.
        rate: kept / at_risk, share.
    """

    segment: str
    at_risk: int
    kept: int
    rate: float


def rate_per_minute(book: Ledger) -> float:
    """What a minute of service work costs: cost of the department over minutes supplied, EUR a minute."""
    from kamlab.models.cost_to_serve import time_driven_rates  # noqa: PLC0415

    capacity = book["capacity"]
    cost, supplied = sum(capacity.column("cost")), sum(capacity.column("minutes_supplied"))
    return round(time_driven_rates(cost, supplied, (1.0,))[0], 4)


@remembered
def account_results(book: Ledger, year: int | None = None) -> tuple[AccountResult, ...]:
    """The result of every account, in account-id order.

    Args:
        book: a ledger.
        year: 2023, 2024 or 2025; all three together without it.

    Raises:
        DataError: the ledger has no such year.
    """
    if year is not None and year not in YEARS:
        raise DataError("The ledger has no year {year}: use 2023, 2024 or 2025.", year=year)
    sums = sums_of_all_years(book) if year is None else sums_by_year(book)[year]
    rate = rate_per_minute(book)
    return tuple(_result(row[0], row[1], sums[row[0]], rate) for row in book["accounts"].rows)


def account_result(book: Ledger, name: str, year: int | None = None) -> AccountResult:
    """The result of one account.

    Args:
        book: a ledger.
        name: the firm, such as ``"Nordlys Appliances"``.
        year: as for ``account_results``.

    Raises:
        DataError: the ledger has no such account, or no such year.
    """
    for one in account_results(book, year):
        if one.name == name:
            return one
    raise DataError("The ledger has no account '{name}': take a name from its table of accounts.", name=name)


def _result(account_id: str, name: str, sums: Sums, rate: float) -> AccountResult:
    service = round(sums.minutes * rate * 100)
    revenue, listed = round(sums.revenue * 100), round(sums.listed * 100)
    returns, goods = round(sums.returns * 100), round(sums.goods * 100)
    return AccountResult(
        account_id=account_id,
        name=name,
        revenue=revenue / 100,
        discounts=(listed - revenue) / 100,
        returns=returns / 100,
        cost_of_goods=goods / 100,
        cost_to_serve=service / 100,
        profit=(revenue - returns - goods - service) / 100,
        orders=sums.orders,
        minutes=sums.minutes,
    )


@remembered
def active_years(book: Ledger) -> dict[str, tuple[int, ...]]:
    """The years in which each account ordered, by account id."""
    sums = sums_by_year(book)
    accounts = book["accounts"].column("account_id")
    return {account: tuple(year for year in YEARS if sums[year][account].orders) for account in accounts}


def retention_by_segment(book: Ledger) -> tuple[SegmentRetention, ...]:
    """The yearly repeat rate of each segment, in the alphabet's order of segments."""
    years = active_years(book)
    at_risk: dict[str, int] = defaultdict(int)
    kept: dict[str, int] = defaultdict(int)
    for account_id, _, segment, *_ in book["accounts"].rows:
        for year in years[account_id]:
            if year + 1 in YEARS:
                at_risk[segment] += 1
                kept[segment] += year + 1 in years[account_id]
    return tuple(
        SegmentRetention(name, at_risk[name], kept[name], kept[name] / at_risk[name])
        for name in sorted(at_risk)
    )
