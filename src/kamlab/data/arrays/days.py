"""Days as numbers from the first of the ledger, and rows in their order."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from kamlab.data.arrays.stream import before, flat, place_in
from kamlab.data.sales import workdays
from kamlab.data.service import MONTHS
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.arrays.stream import Floats, Whole

__all__ = ["FIRST", "by_day", "month_ends", "month_of", "working_day", "year_end", "year_of"]

FIRST = date(YEARS[0], 1, 1).toordinal()


def working_day(year: Whole, draws: Floats) -> Whole:
    """A working day for each of ``draws``, from the year whose place (0 to 2) stands beside it."""
    days, sizes = _open_days()
    drawn: Whole = days[before(sizes)[year] + place_in(draws, sizes[year])]
    return drawn


@lru_cache(maxsize=1)
def _open_days() -> tuple[Whole, Whole]:
    """``workdays`` of all years, and how many each has."""
    days = [[day.toordinal() - FIRST for day in workdays()[year]] for year in YEARS]
    return flat(days), np.array([len(each) for each in days])


@lru_cache(maxsize=1)
def month_ends() -> Whole:
    """The last days of the months."""
    return np.array([end.toordinal() - FIRST for end in MONTHS])


def year_of(days: Whole) -> Whole:
    """The year in which each day lies: 0 to 2."""
    return np.searchsorted(month_ends()[11::12], days)


def year_end(days: Whole) -> Whole:
    """The last day of the year in which each day lies."""
    return month_ends()[11::12][year_of(days)]


def month_of(days: Whole) -> Whole:
    """The month in which each day lies: 0 to 35."""
    return np.searchsorted(month_ends(), days)


def by_day(days: Whole) -> Whole:
    """The places of rows in order of their days; those of one day in the order in which they came."""
    return np.argsort(days.astype(np.int16), kind="stable")  # small numbers are sorted without comparing
