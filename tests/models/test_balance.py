"""Every figure here is derived: the composite is this course's own."""

import inspect
import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models import balance as module
from kamlab.models.balance import EQUAL_WEIGHTS, partnership_balance

SHARES = st.floats(0, 1)
GAPS = st.floats(-1, 1)
EQUALS: dict[str, Any] = {"discount": 0.9, "critical_discount": 0.5, "imbalance": 0, "risk_gap": 0}
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]


def test_it_says_that_it_is_the_courses_own() -> None:
    assert "this course's own composite" in (inspect.getdoc(module) or "")
    assert "course's own" in (inspect.getdoc(partnership_balance) or "")


def test_equals_balance_to_one() -> None:
    even = partnership_balance(**EQUALS)
    assert (even.balance, even.trust, even.power, even.risk) == (1, 1, 1, 1)


@given(weights=st.lists(st.floats(0, 1e300), min_size=3, max_size=3))
def test_equals_balance_to_one_whatever_the_weights(weights: list[float]) -> None:
    assume(max(weights) > 0)
    assert partnership_balance(**EQUALS, weights=weights).balance == 1


def test_the_weights_are_shown() -> None:
    assert partnership_balance(**EQUALS).weights == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert partnership_balance(**EQUALS, weights=(2, 1, 1)).weights == (0.5, 0.25, 0.25)
    assert len(set(EQUAL_WEIGHTS)) == 1


@pytest.mark.parametrize(
    ("tilt", "part"),
    [
        ({"discount": 0.4}, "trust"),
        ({"critical_discount": 1}, "trust"),
        ({"imbalance": 0.2}, "power"),
        ({"imbalance": -0.2}, "power"),
        ({"risk_gap": 0.2}, "risk"),
        ({"risk_gap": -0.2}, "risk"),
    ],
)
def test_each_tilt_lowers_it(tilt: dict[str, Any], part: str) -> None:
    tilted = partnership_balance(**(EQUALS | tilt))
    assert tilted.balance < 1
    assert tilted.weakest == part
    assert getattr(tilted, part) < 1


@given(discount=SHARES, critical=SHARES, first=GAPS, second=GAPS, risk=GAPS)
def test_a_larger_tilt_of_power_lowers_it_more(
    discount: float, critical: float, first: float, second: float, risk: float
) -> None:
    assume(abs(first) < abs(second) - 1e-9)
    even, tilted = (partnership_balance(discount, critical, gap, risk) for gap in (first, second))
    assert tilted.balance < even.balance
    assert even.balance - tilted.balance == pytest.approx((abs(second) - abs(first)) / 3)


@given(discount=SHARES, critical=SHARES, power=GAPS, first=GAPS, second=GAPS)
def test_a_larger_gap_of_risk_lowers_it_more(
    discount: float, critical: float, power: float, first: float, second: float
) -> None:
    assume(abs(first) < abs(second) - 1e-9)
    even, tilted = (partnership_balance(discount, critical, power, gap) for gap in (first, second))
    assert tilted.balance < even.balance


@given(critical=st.floats(0.01, 1), first=SHARES, second=SHARES)
def test_less_patience_lowers_it_below_the_critical_discount(
    critical: float, first: float, second: float
) -> None:
    assume(first < second - 1e-9)
    assume(first < critical)
    less, more = (partnership_balance(patience, critical, 0, 0).balance for patience in (first, second))
    assert less < more


@given(discount=SHARES, critical=SHARES, imbalance=GAPS, risk=GAPS)
def test_balance_is_a_share_and_the_mean_of_its_parts(
    discount: float, critical: float, imbalance: float, risk: float
) -> None:
    found = partnership_balance(discount, critical, imbalance, risk)
    assert 0 <= found.balance <= 1
    assert found.balance == pytest.approx((found.trust + found.power + found.risk) / 3)
    assert getattr(found, found.weakest) == min(found.trust, found.power, found.risk)


@given(discount=SHARES, critical=SHARES, imbalance=GAPS, risk=GAPS)
def test_it_does_not_matter_which_partner_is_called_the_first(
    discount: float, critical: float, imbalance: float, risk: float
) -> None:
    assert partnership_balance(discount, critical, imbalance, risk) == partnership_balance(
        discount, critical, -imbalance, -risk
    )


@given(weights=st.lists(st.floats(0.01, 100), min_size=3, max_size=3), factor=st.floats(0.01, 100))
def test_only_the_proportions_of_the_weights_matter(weights: list[float], factor: float) -> None:
    tilted = EQUALS | {"imbalance": 0.3, "risk_gap": 0.6, "discount": 0.1}
    once = partnership_balance(**tilted, weights=weights)
    scaled = partnership_balance(**tilted, weights=[weight * factor for weight in weights])
    assert scaled.balance == pytest.approx(once.balance)
    assert scaled.weights == pytest.approx(once.weights)
    assert math.fsum(once.weights) == pytest.approx(1)


def test_all_the_weight_on_one_part_makes_it_the_whole() -> None:
    tilted = EQUALS | {"imbalance": 0.25, "risk_gap": 1}
    assert partnership_balance(**tilted, weights=[0, 1, 0]).balance == 0.75


def test_nothing_left_of_any_part_is_zero() -> None:
    gone = partnership_balance(discount=0, critical_discount=0.5, imbalance=1, risk_gap=-1)
    assert (gone.balance, gone.weakest) == (0, "trust")


def test_where_cooperation_needs_no_patience_trust_is_whole() -> None:
    assert partnership_balance(0, 0, 0, 0).trust == 1


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1.01, 1.01])
@pytest.mark.parametrize("parameter", ["discount", "critical_discount", "imbalance", "risk_gap"])
def test_shares_and_gaps_stay_in_their_range(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        partnership_balance(**(EQUALS | {parameter: bad}))


@pytest.mark.parametrize("parameter", ["discount", "critical_discount"])
def test_a_discount_is_not_negative(parameter: str) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is -0.1: the model allows 0 to 1"):
        partnership_balance(**(EQUALS | {parameter: -0.1}))


@pytest.mark.parametrize(
    "bad", [None, 1, "111", [], [1, 1], [1] * 4, [0, 0, 0], [1, -1, 1], [1, math.nan, 1], [True] * 3, {1: 2}]
)
def test_weights_are_three_numbers(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^weights"):
        partnership_balance(**EQUALS, weights=bad)  # type: ignore[arg-type]
