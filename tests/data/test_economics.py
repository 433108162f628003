"""Account results against pandas as an independent peer, and the scorecard against its rules."""

import pandas as pd
import pytest

from kamlab.data import (
    ATTRACTIVENESS,
    CRITERIA,
    STRENGTH,
    YEARS,
    Ledger,
    account_result,
    account_results,
    active_years,
    frames,
    rate_per_minute,
    retention_by_segment,
    scorecard,
    weighted_score,
)
from kamlab.errors import DataError

Frames = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def tables(base: Ledger) -> Frames:
    return frames(base)


def _in(frame: pd.DataFrame, year: int | None) -> pd.DataFrame:
    return frame if year is None else frame[frame["date"].dt.year == year]


def _year(frame: pd.DataFrame) -> pd.Series:
    return frame["date"].dt.year


def _recomputed(tables: Frames, year: int | None) -> pd.DataFrame:
    orders, returns = _in(tables["orders"], year), _in(tables["returns"], year)
    services, capacity = _in(tables["services"], year), tables["capacity"]
    rate = capacity["cost"].sum() / capacity["minutes_supplied"].sum()
    accounts = tables["accounts"].set_index("account_id")[[]]
    minutes = services.groupby("account_id")["minutes"].sum()
    sums = accounts.assign(
        revenue=(orders["quantity"] * orders["net_price"]).groupby(orders["account_id"]).sum(),
        discounts=(orders["quantity"] * (orders["list_price"] - orders["net_price"]))
        .groupby(orders["account_id"])
        .sum(),
        returns=returns.groupby("account_id")["credit"].sum(),
        cost_of_goods=(orders["quantity"] * orders["unit_cost"]).groupby(orders["account_id"]).sum(),
        cost_to_serve=minutes * rate,
        orders=orders.groupby("account_id")["order_id"].nunique(),
        minutes=minutes,
    ).fillna(0)
    profit = sums["revenue"] - sums["returns"] - sums["cost_of_goods"] - sums["cost_to_serve"]
    return sums.assign(profit=profit)


@pytest.mark.parametrize("year", [None, *YEARS])
def test_account_results_equal_the_sums_of_pandas(base: Ledger, tables: Frames, year: int | None) -> None:
    expected = _recomputed(tables, year)
    for result in account_results(base, year):
        row = expected.loc[result.account_id]
        for name in expected.columns:
            assert getattr(result, name) == pytest.approx(row[name], abs=0.011), (result.name, name)


def test_results_stand_in_account_order_one_a_row(base: Ledger) -> None:
    assert [item.account_id for item in account_results(base)] == base["accounts"].column("account_id")


def test_the_years_add_up_to_all_three(base: Ledger) -> None:
    parts = [account_results(base, year) for year in YEARS]
    for whole, *years in zip(account_results(base), *parts, strict=True):
        assert whole.revenue == pytest.approx(sum(item.revenue for item in years))
        assert whole.profit == pytest.approx(sum(item.profit for item in years), abs=0.02)
        assert whole.minutes == sum(item.minutes for item in years)


def test_a_year_outside_the_ledger_is_named(base: Ledger) -> None:
    with pytest.raises(DataError, match="no year 2022: use 2023, 2024 or 2025"):
        account_results(base, 2022)


def test_the_rate_is_the_same_in_every_year(base: Ledger) -> None:
    for _, cost, minutes in base["capacity"].rows:
        assert cost / minutes == pytest.approx(rate_per_minute(base))


def test_retention_counts_equal_those_of_pandas(base: Ledger, tables: Frames) -> None:
    orders = tables["orders"].merge(tables["accounts"], on="account_id").assign(year=_year)
    active = orders.pivot_table(
        index=["segment", "account_id"], columns="year", values="quantity", aggfunc="count", fill_value=0
    )
    for item in retention_by_segment(base):
        part = active.loc[item.segment] > 0
        kept = sum((part[year] & part[year + 1]).sum() for year in YEARS[:-1])
        assert (item.at_risk, item.kept) == (part[list(YEARS[:-1])].to_numpy().sum(), kept)
        assert item.rate == pytest.approx(item.kept / item.at_risk)


def test_some_accounts_leave_and_some_come_later(base: Ledger) -> None:
    years = set(active_years(base).values())
    assert years == {YEARS, YEARS[:1], YEARS[:2], YEARS[1:]}


def test_customer_since_agrees_with_the_orders(base: Ledger) -> None:
    first = {account: years[0] for account, years in active_years(base).items()}
    for row in base["accounts"].rows:
        assert row[4] < YEARS[0] or row[4] == first[row[0]]


def test_ratings_lie_between_0_and_10_and_use_the_range(base: Ledger) -> None:
    for item in CRITERIA:
        ratings = [getattr(score, item.name) for score in scorecard(base)]
        assert min(ratings) >= 0
        assert max(ratings) <= 10
        assert max(ratings) - min(ratings) > 4


def test_every_criterion_is_on_one_side() -> None:
    assert tuple(item.name for item in CRITERIA) == ATTRACTIVENESS + STRENGTH


def test_ratings_follow_their_rules_recomputed_with_pandas(base: Ledger, tables: Frames) -> None:
    orders, spending = tables["orders"], tables["accounts"].set_index("account_id")["drive_spending"]
    on_time = (orders["days_late"] == 0).groupby(orders["account_id"]).mean()
    sold = orders.assign(year=_year, worth=orders["quantity"] * orders["net_price"])
    revenue = sold.pivot_table(
        index="account_id", columns="year", values="worth", aggfunc="sum", fill_value=0
    )
    mood = tables["contacts"].groupby("account_id")["satisfaction"].mean()
    for score in scorecard(base):
        key = score.account_id
        before, after = revenue.loc[key, 2024], revenue.loc[key, 2025]
        growth = after / before - 1 if before else -1.0
        assert score.growth == pytest.approx(_clip((growth + 0.2) / 0.5), abs=0.051)
        assert score.delivery == pytest.approx(_clip((on_time[key] - 0.75) / 0.25), abs=0.051)
        assert score.share_of_wallet == pytest.approx(_clip(after / spending[key] / 0.8), abs=0.051)
        assert score.potential == pytest.approx((spending < spending[key]).sum() / 59 * 10, abs=0.051)
        assert score.satisfaction == pytest.approx(mood[key], abs=0.051)


def _clip(place: float) -> float:
    return 10 * min(1, max(0, place))


def test_breadth_and_strategic_fit_recomputed_with_pandas(base: Ledger, tables: Frames) -> None:
    met = tables["touchpoints"].merge(tables["contacts"], on="contact_id", suffixes=("", "_of_contact"))
    functions = met[met["date"].dt.year == 2025].groupby("account_id")["role"].nunique()
    sold = tables["orders"].merge(tables["products"][["product_id", "family"]], on="product_id")
    sold["worth"] = sold["quantity"] * sold["net_price"]
    modern = sold[sold["family"] == "Integrated drives"].groupby("account_id")["worth"].sum()
    share = modern / sold.groupby("account_id")["worth"].sum()
    for score in scorecard(base):
        assert score.breadth == pytest.approx(_clip(functions.get(score.account_id, 0) / 7), abs=0.051)
        assert score.strategic_fit == pytest.approx(_clip(share.fillna(0)[score.account_id] / 0.6), abs=0.051)


def test_the_scorecard_fills_every_corner_of_the_portfolio(variants: list[Ledger], base: Ledger) -> None:
    for book in [base, *variants[:20]]:
        corners = {(score.attractiveness() >= 5, score.strength() >= 5) for score in scorecard(book)}
        assert len(corners) == 4


def test_weights_move_the_score() -> None:
    assert weighted_score([10.0, 0.0]) == 5.0
    assert weighted_score([10.0, 0.0], [3, 1]) == 7.5


@pytest.mark.parametrize("weights", [[1.0], [1.0, -1.0], [0.0, 0.0]])
def test_weights_that_make_no_mean_are_refused(weights: list[float]) -> None:
    with pytest.raises(DataError, match="for 2 ratings"):
        weighted_score([1.0, 2.0], weights)


def test_frames_have_the_types_an_analyst_expects(tables: Frames, base: Ledger) -> None:
    assert str(tables["orders"]["date"].dtype) == "datetime64[ns]"
    assert str(tables["orders"]["net_price"].dtype) == "float64"
    assert str(tables["orders"]["quantity"].dtype) == "int64"
    assert str(tables["orders"]["discount"].dtype) == "float64"
    assert {name: len(frame) for name, frame in tables.items()} == {
        name: len(table.rows) for name, table in base.tables.items()
    }


def test_frames_have_no_missing_value(tables: Frames) -> None:
    assert not any(frame.isna().to_numpy().any() for frame in tables.values())


@pytest.mark.parametrize("year", [None, *YEARS])
def test_one_account_s_result_is_that_of_all(base: Ledger, year: int | None) -> None:
    for one in account_results(base, year):
        assert account_result(base, one.name, year) == one


def test_an_account_that_is_not_there_is_named(base: Ledger) -> None:
    with pytest.raises(DataError, match="no account 'Nobody'"):
        account_result(base, "Nobody")
