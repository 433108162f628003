"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models.careers import separating_education, signalling_outcome

MONEY = st.floats(1, 1e6)
SHARES = st.floats(0, 1)
TEXTBOOK: dict[str, Any] = {"benefit": 100_000, "cost_low": 20_000, "cost_high": 40_000}
SPENCE = {"benefit": 1, "cost_low": 0.5, "cost_high": 1}
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "5", None, 1j, [5], 10**400]


# What separating_education promises


def test_pindyck_rubinfeld_2013_years_of_college() -> None:
    # published: y* between 2.5 and 5
    assert separating_education(**TEXTBOOK) == (2.5, 5)


def test_spence_1973_own_example() -> None:
    # published: wages of 1 and 2, costs y and y / 2, so 1 < y* < 2
    interval = separating_education(**SPENCE)
    assert (interval.low, interval.high) == (1, 2)


@given(benefit=MONEY, low=MONEY, high=MONEY)
def test_at_each_end_one_group_is_indifferent(benefit: float, low: float, high: float) -> None:
    # derived: the definition
    assume(low <= high)
    interval = separating_education(benefit, low, high)
    assert high * interval.low == pytest.approx(benefit)
    assert low * interval.high == pytest.approx(benefit)
    assert interval.low <= interval.high


@given(benefit=MONEY, low=MONEY, high=MONEY, factor=st.floats(0.01, 100))
def test_the_currency_does_not_matter(benefit: float, low: float, high: float, factor: float) -> None:
    assume(low <= high)
    converted = separating_education(benefit * factor, low * factor, high * factor)
    assert converted == pytest.approx(separating_education(benefit, low, high))


@given(low=MONEY, high=MONEY, factor=st.floats(0.01, 100))
def test_standards_grow_with_what_the_certificate_pays(low: float, high: float, factor: float) -> None:
    assume(low <= high)
    once, more = (separating_education(benefit, low, high) for benefit in (1000, 1000 * factor))
    assert more == pytest.approx([end * factor for end in once])


def test_equal_costs_leave_a_single_standard() -> None:
    assert separating_education(100, 20, 20) == (5, 5)


def test_a_certificate_that_pays_nothing_asks_for_nothing() -> None:
    assert separating_education(0, 20, 40) == (0, 0)


def test_the_able_are_those_with_the_lower_cost() -> None:
    with pytest.raises(ModelError, match=r"^cost_high is 20: the model allows 40 \(cost_low\) or more"):
        separating_education(benefit=100, cost_low=40, cost_high=20)


def test_a_standard_beyond_floating_point_is_refused() -> None:
    with pytest.raises(ModelError, match="cost_low"):
        separating_education(1e300, 1e-300, 1)


# What signalling_outcome promises


@pytest.mark.parametrize(
    ("standard", "able", "others"),
    [(0, True, True), (2.49, True, True), (2.5, True, False), (5, True, False), (5.01, False, False)],
)
def test_who_meets_the_standard(standard: float, able: bool, others: bool) -> None:  # noqa: FBT001 - a table
    outcome = signalling_outcome(standard, **TEXTBOOK, able_share=0.5)
    assert (outcome.able_invest, outcome.others_invest) == (able, others)
    assert outcome.confirmed is (able and not others)


@given(standard=st.floats(0, 50), benefit=MONEY, low=MONEY, high=MONEY)
def test_employers_are_right_exactly_inside_the_interval(
    standard: float, benefit: float, low: float, high: float
) -> None:
    assume(low <= high)
    interval = separating_education(benefit, low, high)
    # Away from the ends, where one rounding decides.
    assume(all(abs(standard - end) > 1e-9 * (1 + end) for end in interval))
    outcome = signalling_outcome(standard, benefit, low, high, able_share=0.3)
    assert outcome.confirmed is (interval.low < standard < interval.high)


@pytest.mark.parametrize(("able_share", "worse"), [(0.49, False), (0.51, True)])
def test_spence_1973_both_groups_lose_where_the_able_are_many(able_share: float, worse: bool) -> None:  # noqa: FBT001
    # recomputed: at y* = 1 the able are left with 2 - 1/2; without signals all earn 1 + share of the able
    outcome = signalling_outcome(1, **SPENCE, able_share=able_share)
    assert outcome.able_gain == 0.5
    assert outcome.others_gain == 0
    assert (outcome.able_gain < outcome.gain_without) is worse


@given(benefit=MONEY, low=MONEY, high=MONEY, share=SHARES)
def test_at_the_lowest_standard_the_able_lose_above_one_minus_the_ratio_of_costs(
    benefit: float, low: float, high: float, share: float
) -> None:
    # derived: B (1 - c1 / c2) < s B
    assume(low <= high)
    assume(abs(share - (1 - low / high)) > 1e-6)
    outcome = signalling_outcome(benefit / high, benefit, low, high, share)
    assert (outcome.able_gain < outcome.gain_without) is (share > 1 - low / high)


@given(first=st.floats(0, 10), second=st.floats(0, 10))
def test_a_higher_standard_never_leaves_anybody_more(first: float, second: float) -> None:
    assume(first <= second)
    easy, hard = (signalling_outcome(standard, **TEXTBOOK, able_share=0.5) for standard in (first, second))
    assert easy.able_gain >= hard.able_gain
    assert easy.others_gain >= hard.others_gain


@given(standard=st.floats(0, 10), factor=st.floats(0.01, 100))
def test_gains_scale_with_the_currency(standard: float, factor: float) -> None:
    outcome = signalling_outcome(standard, **TEXTBOOK, able_share=0.4)
    converted = signalling_outcome(
        standard, **{name: value * factor for name, value in TEXTBOOK.items()}, able_share=0.4
    )
    assert converted.able_gain == pytest.approx(factor * outcome.able_gain, abs=1e-6)
    assert converted.gain_without == pytest.approx(factor * outcome.gain_without)


def test_who_is_left_out_gains_nothing() -> None:
    outcome = signalling_outcome(100, **TEXTBOOK, able_share=0)
    assert (outcome.able_gain, outcome.others_gain, outcome.gain_without) == (0, 0, 0)


# What both refuse


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1])
@pytest.mark.parametrize("parameter", ["benefit", "cost_low", "cost_high"])
def test_sums_of_money_are_finite_and_not_negative(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        separating_education(**(TEXTBOOK | {parameter: bad}))


@pytest.mark.parametrize("parameter", ["cost_low", "cost_high"])
def test_a_year_of_study_is_never_free(parameter: str) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is 0: the model allows a finite number above 0"):
        separating_education(**(TEXTBOOK | {parameter: 0}))


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        *[("standard", bad) for bad in (*NOT_NUMBERS, -0.1)],
        *[("able_share", bad) for bad in (*NOT_NUMBERS, -0.1, 1.1)],
        *[("benefit", bad) for bad in (*NOT_NUMBERS, -1)],
    ],
)
def test_an_outcome_needs_numbers_in_range(parameter: str, bad: object) -> None:
    outcome = partial(signalling_outcome, **TEXTBOOK) if parameter != "benefit" else signalling_outcome
    good: dict[str, Any] = {"standard": 3, "able_share": 0.5} | ({} if parameter != "benefit" else TEXTBOOK)
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        outcome(**(good | {parameter: bad}))
