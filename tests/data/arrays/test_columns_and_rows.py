"""The ledger in columns against the ledger in rows, which says what is right."""

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamlab import data
from kamlab.data import Ledger, arrays, fingerprint
from kamlab.data.generate import generate
from kamlab.data.sums import sums_by_year, sums_of_all_years

SEEDS = [data.BASE_SEED, 0, -3, 2**32 - 1, 2**32, 2**55 - 1, *random.Random(7).sample(range(2**55), 60)]  # noqa: S311


@pytest.fixture(scope="module", params=SEEDS[:6])
def both(request: pytest.FixtureRequest) -> tuple[Ledger, Ledger]:
    return arrays.generate(request.param), generate(request.param)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_draw_the_same_to_the_last_digit(seed: int) -> None:
    assert fingerprint(arrays.generate(seed)) == fingerprint(generate(seed))


@given(st.integers(-(2**80), 2**80))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_both_draw_the_same_for_any_seed(seed: int) -> None:
    assert fingerprint(arrays.generate(seed)) == fingerprint(generate(seed))


def test_tables_and_types_are_the_same(both: tuple[Ledger, Ledger]) -> None:
    columns, rows = both
    assert columns.seed == rows.seed
    assert list(columns.tables) == list(rows.tables)
    for name, table in rows.tables.items():
        assert columns[name].columns == table.columns
        assert columns[name].doc == table.doc
        assert [list(map(type, row)) for row in columns[name].rows] == [
            list(map(type, row)) for row in table.rows
        ]


def test_what_they_add_up_to_is_the_same(both: tuple[Ledger, Ledger]) -> None:
    columns, rows = both
    assert data.account_results(columns) == data.account_results(rows)
    for year in data.YEARS:
        assert data.account_results(columns, year) == data.account_results(rows, year)
    assert data.scorecard(columns) == data.scorecard(rows)
    assert data.active_years(columns) == data.active_years(rows)


def test_sums_are_the_same_but_for_the_last_digits(both: tuple[Ledger, Ledger]) -> None:
    columns, rows = (sums_by_year(book) for book in both)
    for year, accounts in rows.items():
        assert list(columns[year]) == list(accounts)
        for account, sums in accounts.items():
            for name in sums.__slots__:
                value, mine = getattr(sums, name), getattr(columns[year][account], name)
                assert mine == pytest.approx(value, rel=1e-12)
                assert type(mine) is type(value)


def test_sums_of_all_years_are_those_of_the_years(both: tuple[Ledger, Ledger]) -> None:
    for book in both:
        by_year = sums_by_year(book)
        for account, sums in sums_of_all_years(book).items():
            for name in sums.__slots__:
                assert getattr(sums, name) == sum(
                    getattr(by_year[year][account], name) for year in data.YEARS
                )


def test_frames_are_the_same_and_need_no_rows(both: tuple[Ledger, Ledger]) -> None:
    columns, rows = data.frames(arrays.generate(both[0].seed)), data.frames(both[1])
    for name in rows:
        pd.testing.assert_frame_equal(columns[name], rows[name])
    book = arrays.generate(both[0].seed)
    assert len(data.frames(book)["orders"]) > 1000
    assert "rows" not in vars(book["orders"])
