"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
from types import MappingProxyType

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models.evc import WaterfallStep, economic_value

CENTS = st.integers(-(10**8), 10**8).map(lambda cents: cents / 100)
PRICES = st.integers(0, 10**8).map(lambda cents: cents / 100)
DRIVERS = st.dictionaries(st.text(max_size=8), CENTS, max_size=12)
EXHIBIT = {"functions": 350, "start-up": 100, "after purchase": 200}
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "5", None, 1j, [5], 10**400]


# Published values


def test_forbis_mehta_1981_value_of_950() -> None:
    # published: 350, 100 and 200 on top of 300 make 950
    offer = economic_value(300, EXHIBIT)
    assert (offer.value, offer.reference_price, offer.differentiation) == (950, 300, 650)
    assert offer.waterfall == (
        ("functions", 350, 650),
        ("start-up", 100, 750),
        ("after purchase", 200, 950),
    )


def test_forbis_mehta_1981_a_price_of_850_leaves_the_customer_a_reason_to_buy() -> None:
    # published: 'say, 825 or 850'; derived: 100 of the 650 stay with her
    assert economic_value(300, EXHIBIT).value - 850 == 100


def test_doyle_2003_bulldozer() -> None:
    # published, in thousands of pounds over 12,000 hours: the market leader costs 50 to buy, 240 in labour
    # and 60 in service and fuel; the new machine 216 and 54, so that it is worth 80
    saved = {"labour": 240 - 216, "service and fuel": 60 - 54}
    assert economic_value(50, saved).value == 80


def test_doyle_2003_bulldozer_with_finishing_technology() -> None:
    # published: the advanced machine lets the user charge 50 more and is worth 130
    assert economic_value(50, {"labour": 24, "service and fuel": 6, "finish": 50}).value == 130


# What the value promises


@given(price=PRICES)
def test_an_offer_without_drivers_is_a_commodity(price: float) -> None:
    # derived: the reference price is all that is left
    offer = economic_value(price, {})
    assert (offer.value, offer.differentiation, offer.waterfall) == (price, 0, ())


@given(price=PRICES, drivers=DRIVERS)
def test_drivers_worth_nothing_change_nothing(price: float, drivers: dict[str, float]) -> None:
    offer = economic_value(price, dict.fromkeys(drivers, 0))
    assert offer.value == price
    assert all(step[1:] == (0, price) for step in offer.waterfall)


@given(price=PRICES, drivers=DRIVERS)
def test_the_value_is_the_sum_of_its_parts(price: float, drivers: dict[str, float]) -> None:
    # derived: the standard library's own correctly rounded sum
    offer = economic_value(price, drivers)
    assert offer.value == math.fsum([price, *drivers.values()])
    assert offer.differentiation == math.fsum(drivers.values())


@given(price=PRICES, drivers=DRIVERS)
def test_the_waterfall_runs_from_the_reference_price_to_the_value(
    price: float, drivers: dict[str, float]
) -> None:
    offer = economic_value(price, drivers)
    assert [step.name for step in offer.waterfall] == list(drivers)
    assert [step.change for step in offer.waterfall] == list(drivers.values())
    heights = [price, *(step.total for step in offer.waterfall)]
    assert heights[-1] == offer.value
    for before, step in zip(heights, offer.waterfall, strict=False):
        assert step.total - step.change == pytest.approx(before, rel=1e-12, abs=1e-6)


@given(price=PRICES, drivers=DRIVERS, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_the_drivers_does_not_change_the_value(
    price: float, drivers: dict[str, float], shuffled: object
) -> None:
    other = list(drivers.items())
    shuffled.shuffle(other)  # type: ignore[attr-defined]
    assert economic_value(price, dict(other)).value == economic_value(price, drivers).value


def test_the_sum_is_exact_whatever_the_size_of_the_drivers() -> None:
    # derived: added from left to right the 1 would be lost
    offer = economic_value(1, {"gain": 1e20, "loss": -1e20})
    assert (offer.value, offer.differentiation) == (1, 0)


@given(price=PRICES, drivers=DRIVERS, more=st.floats(0.01, 1e6))
def test_a_better_driver_raises_the_value_one_for_one(
    price: float, drivers: dict[str, float], more: float
) -> None:
    assume(drivers)
    name = next(iter(drivers))
    better = economic_value(price, drivers | {name: drivers[name] + more})
    assert better.value - economic_value(price, drivers).value == pytest.approx(more, abs=1e-6)


@given(price=PRICES, cut=st.floats(0, 1), drivers=DRIVERS)
def test_a_rival_who_lowers_his_price_lowers_the_value_one_for_one(
    price: float, cut: float, drivers: dict[str, float]
) -> None:
    lost = economic_value(price, drivers).value - economic_value(price * (1 - cut), drivers).value
    assert lost == pytest.approx(price * cut, abs=1e-6)


@given(price=PRICES, drivers=DRIVERS, power=st.integers(-10, 10))
def test_another_currency_scales_the_value(price: float, drivers: dict[str, float], power: int) -> None:
    # Powers of two keep every digit.
    rate = 2.0**power
    converted = economic_value(price * rate, {name: worth * rate for name, worth in drivers.items()})
    assert converted.value == rate * economic_value(price, drivers).value


@given(drivers=DRIVERS)
def test_seen_from_the_other_offer_every_driver_turns_round(drivers: dict[str, float]) -> None:
    # derived: at its value the offer is as good as the reference, so the reference is worth its own price
    there = economic_value(10**8, drivers)
    assume(there.value >= 0)
    back = economic_value(there.value, {name: -worth for name, worth in drivers.items()})
    assert back.value == pytest.approx(10**8)


def test_an_offer_can_be_worth_less_than_nothing() -> None:
    assert economic_value(100, {"cost of changing": -250}).value == -150


def test_what_costs_nothing_now_is_a_reference_too() -> None:
    # The alternative is to go on without.
    assert economic_value(0, {"time saved": 40}).value == 40


def test_a_step_can_be_read_by_name_or_by_place() -> None:
    step = economic_value(300, EXHIBIT).waterfall[0]
    assert isinstance(step, WaterfallStep)
    assert (step.name, step.change, step.total) == tuple(step)


def test_any_mapping_will_do() -> None:
    assert economic_value(300, MappingProxyType(EXHIBIT)).value == 950


# What it refuses


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -0.01])
def test_the_reference_price_is_a_number_of_0_or_more(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^reference_price is .*: the model allows a finite number, 0 or"):
        economic_value(bad, EXHIBIT)  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", NOT_NUMBERS)
def test_a_driver_that_is_no_number_is_named(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^drivers\['start-up'\] is .*: the model allows any finite number"):
        economic_value(300, EXHIBIT | {"start-up": bad})  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", [None, 350, [350], [("functions", 350)], "functions", {"functions"}, {1: 2}])
def test_drivers_have_names(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^drivers is .*: the model allows a dictionary from names to sums"):
        economic_value(300, bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("worth", [{"a": 1e308, "b": 1e308}, {"a": -1e308, "b": -1e308}])
def test_values_beyond_floating_point_are_refused(worth: dict[str, float]) -> None:
    with pytest.raises(ModelError, match=r"^drivers is .*: the model allows values whose result is a finite"):
        economic_value(0, worth)
