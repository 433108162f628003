"""Days as numbers, against the calendar."""

from datetime import date

import numpy as np

from kamlab.data import YEARS
from kamlab.data.arrays.days import FIRST, by_day, month_ends, month_of, working_day, year_end, year_of
from kamlab.data.draw import Draw
from kamlab.data.sales import workdays

ALL = np.arange(sum(366 if year % 4 == 0 else 365 for year in YEARS))
DATES = [date.fromordinal(FIRST + int(day)) for day in ALL]


def test_every_day_lies_in_its_month_and_year() -> None:
    assert month_of(ALL).tolist() == [12 * (day.year - YEARS[0]) + day.month - 1 for day in DATES]
    assert year_of(ALL).tolist() == [day.year - YEARS[0] for day in DATES]
    ends = [date(day.year, 12, 31).toordinal() - FIRST for day in DATES]
    assert year_end(ALL).tolist() == ends


def test_months_end_on_their_last_days() -> None:
    assert [date.fromordinal(FIRST + int(end) + 1).day for end in month_ends()] == [1] * 36


def test_a_draw_names_the_working_day_that_it_names_one_by_one() -> None:
    draw, years = Draw(3, 1), np.arange(300) % 3
    draws = [draw.random() for _ in range(300)]
    days = [
        workdays()[YEARS[year]][int(one * len(workdays()[YEARS[year]]))]
        for year, one in zip(years.tolist(), draws, strict=True)
    ]
    found = working_day(years, np.array(draws))
    assert [date.fromordinal(FIRST + day) for day in found.tolist()] == days


def test_rows_of_one_day_stay_in_their_order() -> None:
    assert by_day(np.array([5, 3, 5, 3, 0])).tolist() == [4, 1, 3, 0, 2]
