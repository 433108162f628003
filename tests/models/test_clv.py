"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models import clv
from kamlab.models.clv import (
    bg_nbd_alive_probability,
    bg_nbd_expected_purchases,
    lifetime_value,
    migration_values,
    recency_transitions,
    retention_multiple,
)

SHARES = st.floats(0, 1)
RATES = st.floats(0.01, 2)
MONEY = st.floats(-1e6, 1e6)
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
CDNOW: dict[str, Any] = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
CASE_1: dict[str, Any] = {"margin": 260, "marketing": 50, "retention": 0.75, "discount": 0.20, "years": 10}
CUSTOMER_1: dict[str, Any] = {"frequency": 2, "recency": 30.43, "age": 38.86, "horizon": 39}


# What retention_multiple promises


@pytest.mark.parametrize(("retention", "multiple"), [(0.6, 1.20), (0.7, 1.75), (0.8, 2.67), (0.9, 4.50)])
def test_gupta_lehmann_2005_margin_multiples(retention: float, multiple: float) -> None:
    # recomputed: the table's column for a discount rate of 10 %
    assert retention_multiple(retention, discount=0.10) == pytest.approx(multiple, abs=0.005)


@given(retention=st.floats(0, 0.95), discount=st.floats(0.02, 1))
def test_the_multiple_is_the_sum_of_the_discounted_chances_to_stay(retention: float, discount: float) -> None:
    # derived: the plain sum, year by year
    years = math.fsum((retention / (1 + discount)) ** year for year in range(1, 1500))
    assert retention_multiple(retention, discount) == pytest.approx(years)


@given(low=SHARES, high=SHARES, discount=RATES)
def test_keeping_more_customers_never_lowers_the_multiple(low: float, high: float, discount: float) -> None:
    assume(low <= high)
    assert retention_multiple(low, discount) <= retention_multiple(high, discount)


def test_who_never_leaves_is_worth_a_perpetuity() -> None:
    # derived: one over the discount rate
    assert retention_multiple(1, 0.08) == pytest.approx(12.5)
    assert retention_multiple(1, 1e-20) == pytest.approx(1e20)


def test_who_always_leaves_is_worth_nothing() -> None:
    assert retention_multiple(0, 0.1) == 0


def test_a_perpetuity_without_discount_has_no_value() -> None:
    with pytest.raises(ModelError, match=r"discount is 0: .* above 0 where retention is 1"):
        retention_multiple(1, 0)


def test_a_multiple_beyond_floating_point_is_refused() -> None:
    with pytest.raises(ModelError, match="finite"):
        retention_multiple(1, 5e-324)


# What lifetime_value promises


def test_berger_nasr_1998_case_1() -> None:
    # recomputed
    assert lifetime_value(**CASE_1) == pytest.approx(568.78, abs=0.005)


def _year_by_year(margin: float, marketing: float, retention: float, discount: float, years: int) -> float:
    growth = 1 + discount
    earned = math.fsum(margin * (retention / growth) ** year for year in range(years + 1))
    spent = math.fsum(
        marketing * retention ** (year - 1) / growth ** (year - 0.5) for year in range(1, years + 1)
    )
    return earned - spent


@given(
    margin=MONEY,
    marketing=st.floats(0, 1e6),
    retention=SHARES,
    discount=st.floats(0, 2),
    years=st.integers(0, 60),
)
def test_lifetime_value_is_the_sum_year_by_year(
    margin: float, marketing: float, retention: float, discount: float, years: int
) -> None:
    naive = _year_by_year(margin, marketing, retention, discount, years)
    scale = 1e-9 * (abs(margin) + marketing) * (years + 1)
    assert lifetime_value(margin, marketing, retention, discount, years) == pytest.approx(
        naive, abs=scale + 1e-300
    )


def test_no_year_ahead_leaves_todays_margin() -> None:
    assert lifetime_value(**(CASE_1 | {"years": 0})) == 260


def test_one_year_ahead_by_hand() -> None:
    # derived: term by term
    assert lifetime_value(**(CASE_1 | {"years": 1})) == pytest.approx(260 + 162.5 - 50 / math.sqrt(1.2))


def test_without_discount_or_loss_years_simply_add_up() -> None:
    assert lifetime_value(margin=10, marketing=4, retention=1, discount=0, years=20) == 10 * 21 - 4 * 20


def test_a_long_life_approaches_the_retention_multiple() -> None:
    # derived: margins from year 0 are one margin more than the multiple's
    ever = lifetime_value(margin=100, marketing=0, retention=0.8, discount=0.1, years=10**9)
    assert ever == pytest.approx(100 * (1 + retention_multiple(0.8, 0.1)))


@given(factor=st.floats(0.01, 100))
def test_another_currency_scales_the_lifetime_value(factor: float) -> None:
    converted = CASE_1 | {"margin": 260 * factor, "marketing": 50 * factor}
    assert lifetime_value(**converted) == pytest.approx(factor * lifetime_value(**CASE_1))


@given(low=SHARES, high=SHARES)
def test_keeping_customers_pays_where_the_margin_covers_the_marketing(low: float, high: float) -> None:
    assume(low <= high)
    value = partial(lifetime_value, margin=260, marketing=50, discount=0.2, years=10)
    assert value(retention=low) <= value(retention=high) + 1e-9


def test_an_account_that_loses_money_has_a_negative_value() -> None:
    assert lifetime_value(margin=-10, marketing=0, retention=0.9, discount=0.1, years=5) < 0


# What recency_transitions and migration_values promise


def test_recency_transitions_of_three_recencies() -> None:
    assert recency_transitions([0.5, 0.2, 0.1]) == [
        [0.5, 0.5, 0, 0],
        [0.2, 0, 0.8, 0],
        [0.1, 0, 0, 0.9],
        [0, 0, 0, 1],
    ]


@given(repurchase=st.lists(SHARES, min_size=1, max_size=12))
def test_every_row_of_transitions_sums_to_one(repurchase: list[float]) -> None:
    rows = recency_transitions(repurchase)
    assert len(rows) == len(repurchase) + 1
    assert all(math.fsum(row) == pytest.approx(1) for row in rows)
    assert rows[-1] == [0.0] * len(repurchase) + [1.0]


def test_recency_values_of_three_recencies() -> None:
    # recomputed: these four numbers circulate as a textbook example after Pfeifer & Carraway (2000); no copy
    # with a named author was found, so they are re-derived: V1 = 100 + (.5 V1 + .5 V2) / 1.1, and so on
    values = migration_values(recency_transitions([0.5, 0.2, 0.1]), payoffs=[100, 0, 0, 0], discount=0.1)
    assert values == pytest.approx([231.08, 57.29, 21.01, 0], abs=0.005)


def _by_simulating_the_cohort(
    transitions: list[list[float]], payoffs: list[float], discount: float, horizon: int
) -> list[float]:
    values = []
    for start in range(len(payoffs)):
        cohort = [float(state == start) for state in range(len(payoffs))]
        value = 0.0
        for period in range(horizon + 1):
            worth = sum(share * payoff for share, payoff in zip(cohort, payoffs, strict=True))
            value += worth / (1 + discount) ** period
            cohort = [
                sum(share * row[to] for share, row in zip(cohort, transitions, strict=True))
                for to in range(len(cohort))
            ]
        values.append(value)
    return values


def _random_chain(seed: int, size: int) -> tuple[list[list[float]], list[float]]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    rows = [[draw.random() ** 3 for _ in range(size)] for _ in range(size)]
    return [[entry / math.fsum(row) for entry in row] for row in rows], [
        draw.uniform(-50, 100) for _ in range(size)
    ]


@pytest.mark.parametrize("horizon", [0, 1, 2, 3, 7, 40])
@pytest.mark.parametrize(("seed", "size"), [(1, 1), (2, 2), (3, 5), (4, 20)])
def test_migration_values_follow_a_cohort_through_its_periods(seed: int, size: int, horizon: int) -> None:
    chances, payoffs = _random_chain(seed, size)
    simulated = _by_simulating_the_cohort(chances, payoffs, 0.15, horizon)
    assert migration_values(chances, payoffs, 0.15, horizon) == pytest.approx(simulated)


@pytest.mark.parametrize(("seed", "size"), [(5, 1), (6, 3), (7, 30)])
def test_a_long_horizon_approaches_the_infinite_one(seed: int, size: int) -> None:
    chances, payoffs = _random_chain(seed, size)
    endless = migration_values(chances, payoffs, discount=0.05)
    assert migration_values(chances, payoffs, discount=0.05, horizon=10**6) == pytest.approx(endless)


@given(
    repurchase=st.lists(SHARES, min_size=1, max_size=6),
    discount=RATES,
    payoff=st.floats(-1000, 1000),
)
def test_infinite_values_satisfy_their_own_recursion(
    repurchase: list[float], discount: float, payoff: float
) -> None:
    # derived: V = R + P V / (1 + d)
    chances = recency_transitions(repurchase)
    payoffs = [payoff] + [-1.0] * (len(repurchase) - 1) + [0.0]
    values = migration_values(chances, payoffs, discount)
    for row, reward, value in zip(chances, payoffs, values, strict=True):
        later = math.fsum(chance * other for chance, other in zip(row, values, strict=True)) / (1 + discount)
        assert value == pytest.approx(reward + later, abs=1e-6)


def test_a_single_recency_is_the_retention_model() -> None:
    # derived: who skips a period is lost, so V = 1 + the retention multiple
    values = migration_values(recency_transitions([0.8]), payoffs=[1, 0], discount=0.1)
    assert values == pytest.approx([1 + retention_multiple(0.8, 0.1), 0])


def test_horizon_zero_is_todays_payoff() -> None:
    assert migration_values(recency_transitions([0.5]), payoffs=[100, -3], discount=0.1, horizon=0) == [
        100,
        -3,
    ]


def test_an_always_buying_customer_is_a_perpetuity() -> None:
    # derived: a payoff now and one more every period
    assert migration_values([[1.0]], [10], 0.25) == pytest.approx([50])


def test_without_discount_customers_who_are_all_lost_one_day_still_have_a_value() -> None:
    # derived: 1 / (1 - p) purchases on average
    assert migration_values(recency_transitions([0.75]), payoffs=[1, 0], discount=0) == pytest.approx([4, 0])


def test_without_discount_a_cycle_that_is_left_for_good_has_a_value() -> None:
    chances: list[list[float]] = [[0, 1, 0], [0.5, 0, 0.5], [0, 0, 1]]
    assert migration_values(chances, payoffs=[1, 1, 0], discount=0) == pytest.approx([4, 3, 0])


@pytest.mark.parametrize(
    ("transitions", "payoffs"),
    [
        ([[1.0]], [10]),
        (recency_transitions([0.5]), [100, 1]),
        ([[0, 1], [1, 0]], [1, 0]),
        (recency_transitions([1, 0.5]), [1, 0, 0]),
    ],
)
def test_an_infinite_horizon_without_end_is_refused(
    transitions: list[list[float]], payoffs: list[float]
) -> None:
    with pytest.raises(ModelError, match=r"discount is 0: .* never left for good"):
        migration_values(transitions, payoffs, discount=0)


def test_a_discount_too_small_to_notice_counts_as_none() -> None:
    with pytest.raises(ModelError, match="never left for good"):
        migration_values([[1.0]], [10], discount=1e-300)


def test_states_never_left_that_pay_nothing_do_no_harm() -> None:
    assert migration_values([[1.0]], [0], discount=0) == [0]


def test_without_discount_a_finite_horizon_always_has_a_value() -> None:
    assert migration_values([[1.0]], [10], discount=0, horizon=99) == [1000]


def test_a_printed_table_with_rounded_rows_is_scaled() -> None:
    exact = migration_values([[1 / 3, 2 / 3], [0, 1]], [1, 0], 0.1)
    assert migration_values([[0.3333, 0.6666], [0, 1]], [1, 0], 0.1) == pytest.approx(exact, abs=1e-4)


@given(factor=st.floats(-100, 100))
def test_migration_values_scale_with_the_payoffs(factor: float) -> None:
    chances = recency_transitions([0.5, 0.2])
    values = migration_values(chances, [10, -1, 0], 0.1)
    scaled = migration_values(chances, [10 * factor, -factor, 0], 0.1)
    assert scaled == pytest.approx([factor * value for value in values], abs=1e-9)


@pytest.mark.parametrize(
    ("transitions", "payoffs", "named"),
    [
        ([], [], "transitions"),
        ([[]], [1], r"transitions\[0\]"),
        ([[1, 0]], [1, 1], "transitions"),
        ([[1, 0], [1]], [1, 1], r"transitions\[1\]"),
        ([[0.5, 0.4], [0, 1]], [1, 0], r"transitions\[0\]"),
        ([[1.5, -0.5], [0, 1]], [1, 0], r"transitions\[0\]\[0\]"),
        ([[math.nan, 1], [0, 1]], [1, 0], r"transitions\[0\]\[0\]"),
        ([[True, 0], [0, 1]], [1, 0], r"transitions\[0\]\[0\]"),
        (None, [1, 0], "transitions"),
        ("10", [1, 0], "transitions"),
        ([[1, 0], [0, 1]], [1], "payoffs"),
        ([[1, 0], [0, 1]], [1, math.inf], r"payoffs\[1\]"),
        ([[1, 0], [0, 1]], {1: 2, 3: 4}, "payoffs"),
    ],
)
def test_tables_that_do_not_fit_are_refused_by_name(transitions: object, payoffs: object, named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        migration_values(transitions, payoffs, 0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize("horizon", [-1, 1.5, math.nan, math.inf, True, "3", 10**400])
def test_a_horizon_is_a_whole_number_of_periods(horizon: object) -> None:
    with pytest.raises(ModelError, match=r"^horizon is .*whole number"):
        migration_values([[1.0]], [1], 0.1, horizon)  # type: ignore[arg-type]


def test_values_beyond_floating_point_are_refused() -> None:
    with pytest.raises(ModelError, match="payoffs"):
        migration_values([[1.0]], [1e308], 0.1)
    with pytest.raises(ModelError, match="payoffs"):
        migration_values([[0.5, 0.5], [0.5, 0.5]], [1.7e308, 1.7e308], 0, horizon=5)


# the buy-till-you-die model


def test_fader_hardie_lee_2005_customer_1() -> None:
    # published: 1.226 purchases in weeks 40 to 78
    assert bg_nbd_expected_purchases(**CUSTOMER_1, **CDNOW) == pytest.approx(1.226, abs=0.0005)


def _gauss_series(first: float, second: float, third: float, z: float) -> float:
    total = term = 1.0
    for step in range(20_000):
        term *= (first + step) * (second + step) / (third + step) / (step + 1) * z
        total += term
        if abs(term) < 1e-17 * abs(total):
            break
    return total


def _as_printed(x: int, last: float, age: float, ahead: float, **shapes: float) -> float:
    """Equation 10 of fader2005, with the hypergeometric series summed term by term."""
    r, alpha, a, b = shapes["r"], shapes["alpha"], shapes["a"], shapes["b"]
    hypergeometric = _gauss_series(r + x, b + x, a + b + x - 1, ahead / (alpha + age + ahead))
    bracket = 1 - ((alpha + age) / (alpha + age + ahead)) ** (r + x) * hypergeometric
    alive = 1 + (x > 0) * a / (b + x - 1) * ((alpha + age) / (alpha + last)) ** (r + x)
    return float((a + b + x - 1) / (a - 1) * bracket / alive)


@given(
    x=st.integers(0, 40),
    share=SHARES,
    age=st.floats(1, 100),
    ahead=st.floats(1, 200),
    r=st.floats(0.1, 6),
    alpha=st.floats(0.5, 20),
    a=st.one_of(st.floats(0.2, 0.95), st.floats(1.05, 5)),
    b=st.floats(0.9, 8),
)
def test_expected_purchases_equal_the_printed_equation(  # noqa: PLR0913, PLR0917 - the model's symbols
    x: int, share: float, age: float, ahead: float, r: float, alpha: float, a: float, b: float
) -> None:
    last = share * age if x else 0.0
    ours = bg_nbd_expected_purchases(x, last, age, ahead, r, alpha, a, b)
    printed = _as_printed(x, last, age, ahead, r=r, alpha=alpha, a=a, b=b)
    assert ours == pytest.approx(printed, rel=1e-6, abs=1e-9)


def test_the_printed_equations_gap_at_a_equal_to_one_is_closed() -> None:
    # derived: the value has no jump there
    around = [bg_nbd_expected_purchases(**CUSTOMER_1, **(CDNOW | {"a": a})) for a in (0.9999, 1, 1.0001)]
    assert around[1] == pytest.approx((around[0] + around[2]) / 2, rel=1e-7)


def _simulated_purchases(draw: random.Random, horizon: float) -> int:
    """One new customer of the model: purchases in the horizon, leaving with chance p after each."""
    rate = draw.gammavariate(CDNOW["r"], 1 / CDNOW["alpha"])
    dropout = draw.betavariate(CDNOW["a"], CDNOW["b"])
    purchases, time = 0, draw.expovariate(rate) if rate else math.inf
    while time <= horizon:
        purchases += 1
        if draw.random() < dropout:
            break
        time += draw.expovariate(rate)
    return purchases


def test_new_customers_buy_as_often_as_simulated_ones() -> None:
    draw = random.Random(2005)  # noqa: S311 - a seeded simulation, no secret
    seen = [_simulated_purchases(draw, 78) for _ in range(40_000)]
    mean = sum(seen) / len(seen)
    error = math.sqrt(sum((one - mean) ** 2 for one in seen)) / len(seen)
    assert abs(bg_nbd_expected_purchases(0, 0, 0, 78, **CDNOW) - mean) < 4 * error


def test_nothing_is_bought_in_no_time() -> None:
    assert bg_nbd_expected_purchases(**(CUSTOMER_1 | {"horizon": 0}), **CDNOW) == 0


@given(short=st.floats(0, 1e6), long=st.floats(0, 1e6))
def test_a_longer_look_ahead_never_shows_fewer_purchases(short: float, long: float) -> None:
    assume(short <= long)
    value = partial(bg_nbd_expected_purchases, 2, 30.43, 38.86, **CDNOW)
    assert value(horizon=short) <= value(horizon=long) * (1 + 1e-10)


@given(factor=st.floats(0.01, 100))
def test_counting_in_days_instead_of_weeks_changes_nothing(factor: float) -> None:
    scaled: dict[str, Any] = {
        "frequency": 2,
        "recency": 30.43 * factor,
        "age": 38.86 * factor,
        "horizon": 39 * factor,
    }
    ours = bg_nbd_expected_purchases(**scaled, **(CDNOW | {"alpha": CDNOW["alpha"] * factor}))
    assert ours == pytest.approx(bg_nbd_expected_purchases(**CUSTOMER_1, **CDNOW))


@given(earlier=SHARES, later=SHARES)
def test_a_longer_silence_makes_it_likelier_that_a_customer_has_left(earlier: float, later: float) -> None:
    assume(earlier <= later)
    alive = [bg_nbd_alive_probability(5, 40 * share, 40, **CDNOW) for share in (earlier, later)]
    assert 0 <= alive[0] <= alive[1] <= 1


def test_alive_probability_by_hand() -> None:
    # derived: bought at the last moment, x = 1: 1 / (1 + a / b)
    assert bg_nbd_alive_probability(1, 10, 10, r=1, alpha=1, a=2, b=6) == pytest.approx(0.75)


def test_who_never_bought_again_cannot_have_left_in_this_model() -> None:
    assert bg_nbd_alive_probability(0, 0, 500, **CDNOW) == 1


def test_a_frequent_buyer_silent_for_ages_is_gone() -> None:
    assert bg_nbd_alive_probability(10_000, 1, 10_000, **CDNOW) == 0
    assert bg_nbd_expected_purchases(10_000, 1, 10_000, 52, **CDNOW) == 0


@pytest.mark.parametrize(
    ("a", "b"), [(1e-3, 1e-3), (1e-3, 1e6), (1e6, 1e6), (1e6, 1e-3), (1e-12, 1), (1, 1e300)]
)
def test_extreme_shapes_still_give_a_plausible_number(a: float, b: float) -> None:
    # derived: never above the purchases of a customer who surely stays, (r + x) t / (alpha + T)
    most = (0.243 + 2) * 39 / (4.414 + 38.86)
    assert 0 < bg_nbd_expected_purchases(**CUSTOMER_1, r=0.243, alpha=4.414, a=a, b=b) <= most * (1 + 1e-9)


def test_equal_large_shapes_fix_the_chance_to_leave() -> None:
    # derived: at a = b = 10^9 the chance is 1/2 for everyone
    ours = bg_nbd_expected_purchases(0, 0, 10, 20, r=2, alpha=5, a=1e9, b=1e9)
    assert ours == pytest.approx((1 - (1 + 0.5 * 20 / 15) ** -2) / 0.5, rel=1e-8)


def test_shapes_beyond_floating_point_beside_the_purchases_are_refused() -> None:
    for named, shapes in (("b", {"b": 1.7e308}), ("r", {"r": 1.7e308})):
        with pytest.raises(ModelError, match=rf"^{named} is 1.7e.308: .*finite"):
            bg_nbd_alive_probability(10**308, 1, 1, **(CDNOW | shapes))


@pytest.mark.parametrize(("a", "b"), [(5e-324, 1), (1e200, 1e200), (1e200, 1e250)])
def test_shapes_that_cannot_be_added_up_are_refused(a: float, b: float) -> None:
    with pytest.raises(ModelError, match=r"^a, b is"):
        bg_nbd_expected_purchases(**CUSTOMER_1, r=1, alpha=1, a=a, b=b)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"frequency": -1}, "frequency"),
        ({"frequency": 1.5}, "frequency"),
        ({"recency": 38.87}, "recency"),
        ({"recency": -1}, "recency"),
        ({"frequency": 0}, "recency"),
        ({"age": -1}, "age"),
        ({"horizon": -1}, "horizon"),
        ({"horizon": 1e308, "age": 0, "recency": 0, "alpha": 1e-5}, "horizon"),
        ({"r": 0}, "r"),
        ({"alpha": 0}, "alpha"),
        ({"a": 0}, "a"),
        ({"b": -2}, "b"),
    ],
)
def test_impossible_histories_are_refused_by_name(changed: dict[str, Any], named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        bg_nbd_expected_purchases(**(CUSTOMER_1 | CDNOW | changed))


# every parameter, everything that is no number

GOOD: dict[Callable[..., object], dict[str, Any]] = {
    clv.retention_multiple: {"retention": 0.8, "discount": 0.1},
    clv.lifetime_value: CASE_1,
    clv.bg_nbd_expected_purchases: CUSTOMER_1 | CDNOW,
    clv.bg_nbd_alive_probability: {key: value for key, value in CUSTOMER_1.items() if key != "horizon"}
    | CDNOW,
}
PARAMETERS = [(function, name) for function, values in GOOD.items() for name in values]


@pytest.mark.parametrize("bad", NOT_NUMBERS, ids=lambda bad: repr(bad)[:12])
@pytest.mark.parametrize(
    ("function", "parameter"), PARAMETERS, ids=lambda part: getattr(part, "__name__", part)
)
def test_what_is_no_finite_number_is_refused_by_name(function: object, parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is ") as caught:
        function(**(GOOD[function] | {parameter: bad}))  # type: ignore[operator, index]
    assert caught.value.parameter == parameter


@pytest.mark.parametrize(
    ("function", "parameter", "bad"),
    [
        (clv.retention_multiple, "retention", 1.01),
        (clv.retention_multiple, "retention", -0.01),
        (clv.retention_multiple, "discount", -0.1),
        (clv.lifetime_value, "marketing", -1),
        (clv.lifetime_value, "retention", 75),
        (clv.lifetime_value, "discount", -1),
        (clv.lifetime_value, "years", -1),
        (clv.lifetime_value, "years", 2.5),
    ],
)
def test_numbers_out_of_range_are_refused_by_name(function: object, parameter: str, bad: float) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is {bad}: the model allows "):
        function(**(GOOD[function] | {parameter: bad}))  # type: ignore[operator, index]


@pytest.mark.parametrize(
    "bad", [[], [1.1], [0.5, -0.1], [math.nan], [True], "0.5", None, 0.5, {0.5}, {"a": 0.5}]
)
def test_repurchase_chances_are_a_list_of_shares(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^repurchase"):
        recency_transitions(bad)  # type: ignore[arg-type]
