"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar

from kamlab.errors import ModelError
from kamlab.models.supplier_development import (
    learning_curve,
    learning_total,
    order_regimes,
    regime_costs,
)

COSTS = st.floats(1, 1e4)
DEMANDS = st.floats(10, 1e6)
RATES = st.floats(0, 1)
SHARES = st.floats(0.3, 1)
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
PARTS: dict[str, Any] = {"demand": 1000, "holding": 4, "temptation": 5, "discount": 0.2}
STIFF = PARTS | {"setup": 400, "inspection": 100}
FLEXIBLE = PARTS | {"setup": 50, "inspection": 100}


def drawn(seed: int) -> dict[str, Any]:
    """A seeded purchase whose lots last from days to a few years."""
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    return {
        "setup": draw.uniform(1, 1000),
        "inspection": draw.uniform(1, 1000),
        "demand": 10 ** draw.uniform(2, 6),
        "holding": draw.uniform(0.1, 20),
        "temptation": draw.uniform(0.1, 50),
        "discount": draw.uniform(0.01, 1),
    }


# What order_regimes promises


def test_taylor_wiggins_1997_two_systems() -> None:
    # derived from the abstract: competition goes with large orders and inspections, the premium with small
    # orders and none; both can be local solutions, and the ratio of set-up to inspection decides
    stiff, flexible = order_regimes(**STIFF), order_regimes(**FLEXIBLE)
    assert (stiff.best, flexible.best) == ("american", "japanese")
    for regimes in (stiff, flexible):
        assert regimes.japanese.lot < regimes.american.lot
    both = order_regimes(**PARTS, setup=100, inspection=50)
    assert (both.american.local, both.japanese.local) == (True, True)


def test_inspection_follows_the_formula_of_the_economic_order_quantity() -> None:
    # derived: q = sqrt(2 * 500 * 1000 / 4), half of the cost is stock, four fifths of the rest set-ups
    american = order_regimes(**STIFF).american
    sums = (american.cost, american.ordering, american.holding, american.control)
    assert american.lot == pytest.approx(500)
    assert sums == pytest.approx((2000, 800, 1000, 200))
    assert american.local


@pytest.mark.parametrize("seed", range(100))
def test_each_system_orders_what_a_numerical_search_finds(seed: int) -> None:
    terms = drawn(seed)
    regimes = order_regimes(**terms)
    for name, regime in (("american", regimes.american), ("japanese", regimes.japanese)):
        found = minimize_scalar(
            lambda size, name=name: getattr(regime_costs(math.exp(size), **terms), name),
            bounds=(math.log(regime.lot) - 3, math.log(regime.lot) + 3),
            method="bounded",
            options={"xatol": 1e-10},
        )
        assert regime.cost == pytest.approx(found.fun, rel=1e-9)
        assert math.log(regime.lot) == pytest.approx(found.x, abs=1e-5)


@pytest.mark.parametrize("seed", range(100))
def test_the_trusting_lot_solves_its_condition(seed: int) -> None:
    terms = drawn(seed)
    squeeze = 2 * terms["temptation"] * terms["discount"]
    rate, wanted = terms["discount"] / terms["demand"], 2 * terms["setup"] * terms["demand"]
    solved = brentq(
        lambda lot: lot * lot * (terms["holding"] + squeeze * math.exp(rate * lot)) - wanted,
        0,
        math.sqrt(wanted / terms["holding"]),
        xtol=1e-12,
        rtol=1e-14,
    )
    assert order_regimes(**terms).japanese.lot == pytest.approx(solved, rel=1e-10)


@pytest.mark.parametrize("seed", range(100))
def test_the_premium_is_the_smallest_that_makes_care_pay(seed: int) -> None:
    # derived: the premium of this lot and every later one, against this one's and s q
    terms = drawn(seed)
    trust = order_regimes(**terms).japanese
    premium = trust.control * trust.lot / terms["demand"]
    next_order = math.exp(-terms["discount"] * trust.lot / terms["demand"])
    careful = premium / (1 - next_order)
    assert careful == pytest.approx(premium + terms["temptation"] * trust.lot, rel=1e-6)


@pytest.mark.parametrize("seed", range(100))
def test_the_cheaper_curve_has_its_valleys_where_the_systems_say(seed: int) -> None:
    terms = drawn(seed)
    regimes = order_regimes(**terms)
    ends = math.log(regimes.japanese.lot) - 1, math.log(regimes.american.lot) + 1
    lots = [math.exp(ends[0] + (ends[1] - ends[0]) * step / 4000) for step in range(4001)]
    lowest = [min(regime_costs(lot, **terms)) for lot in lots]
    valleys = [lots[at] for at in range(1, 4000) if lowest[at - 1] > lowest[at] < lowest[at + 1]]
    expected = [regime.lot for regime in (regimes.japanese, regimes.american) if regime.local]
    assert valleys == pytest.approx(expected, rel=0.01)
    best = regimes.american if regimes.best == "american" else regimes.japanese
    assert best.cost == pytest.approx(min(lowest), rel=1e-4)
    assert best.local


@given(setup=COSTS, inspection=COSTS, demand=DEMANDS, holding=COSTS, temptation=COSTS, discount=RATES)
def test_the_parts_add_up_and_trust_never_orders_more(  # noqa: PLR0913, PLR0917 - the model's six
    setup: float, inspection: float, demand: float, holding: float, temptation: float, discount: float
) -> None:
    regimes = order_regimes(setup, inspection, demand, holding, temptation, discount)
    for regime in (regimes.american, regimes.japanese):
        assert regime.ordering + regime.holding + regime.control == pytest.approx(regime.cost)
    assert regimes.japanese.lot <= regimes.american.lot
    assert regimes.american.local or regimes.japanese.local


@given(setup=COSTS, demand=DEMANDS, holding=COSTS, temptation=COSTS, discount=RATES, factor=st.floats(0.5, 2))
def test_the_switch_comes_at_the_critical_cost_of_inspection(  # noqa: PLR0913, PLR0917 - the model's six
    setup: float, demand: float, holding: float, temptation: float, discount: float, factor: float
) -> None:
    assume(abs(factor - 1) > 1e-3)
    assume(discount * temptation > 1e-3 * holding)
    critical = order_regimes(setup, 1, demand, holding, temptation, discount).critical_inspection
    regimes = order_regimes(setup, critical * factor, demand, holding, temptation, discount)
    assert regimes.critical_inspection == critical
    assert regimes.best == ("japanese" if factor > 1 else "american")


@given(setup=COSTS, demand=DEMANDS, holding=COSTS, temptation=COSTS, discount=RATES)
def test_the_ratio_of_the_two_costs_decides_where_lots_are_soon_used_up(
    setup: float, demand: float, holding: float, temptation: float, discount: float
) -> None:
    # derived: M* is 2 s r K / h, and more where a lot lasts longer
    regimes = order_regimes(setup, 1, demand, holding, temptation, discount)
    ratio = 2 * temptation * discount / holding
    assert regimes.critical_inspection >= ratio * setup * (1 - 1e-9) - setup * 1e-9
    if discount * regimes.japanese.lot / demand < 1e-6:
        assert regimes.critical_inspection == pytest.approx(ratio * setup, rel=1e-4, abs=setup * 1e-6)


@given(low=COSTS, high=COSTS)
def test_cheaper_set_ups_lead_to_smaller_lots_and_never_away_from_trust(low: float, high: float) -> None:
    assume(low <= high)
    cheap, dear = (order_regimes(**PARTS, setup=setup, inspection=100) for setup in (low, high))
    assert cheap.japanese.lot <= dear.japanese.lot
    assert cheap.american.lot <= dear.american.lot
    assert (cheap.best, dear.best) != ("american", "japanese")


@given(low=COSTS, high=COSTS)
def test_a_greater_temptation_makes_trust_dearer_and_its_lots_smaller(low: float, high: float) -> None:
    assume(low <= high)
    weak, strong = (order_regimes(**STIFF | {"temptation": saved}) for saved in (low, high))
    assert strong.japanese.cost >= weak.japanese.cost * (1 - 1e-12)
    assert strong.japanese.lot <= weak.japanese.lot * (1 + 1e-12)
    assert strong.american.cost == weak.american.cost


@given(factor=st.floats(0.01, 100))
def test_the_currency_does_not_matter(factor: float) -> None:
    sums = {name: FLEXIBLE[name] * factor for name in ("setup", "inspection", "holding", "temptation")}
    once, converted = order_regimes(**FLEXIBLE), order_regimes(**FLEXIBLE | sums)
    assert converted.best == once.best
    assert converted.japanese.lot == pytest.approx(once.japanese.lot)
    assert converted.japanese.cost == pytest.approx(factor * once.japanese.cost)
    assert converted.critical_inspection == pytest.approx(factor * once.critical_inspection)


@given(factor=st.floats(0.01, 100))
def test_months_give_the_same_lots_as_years(factor: float) -> None:
    faster = {name: FLEXIBLE[name] * factor for name in ("demand", "holding", "discount")}
    once, monthly = order_regimes(**FLEXIBLE), order_regimes(**FLEXIBLE | faster)
    assert monthly.japanese.lot == pytest.approx(once.japanese.lot)
    assert monthly.japanese.cost == pytest.approx(factor * once.japanese.cost)


@pytest.mark.parametrize("parameter", ["temptation", "discount"])
def test_who_is_not_tempted_needs_no_premium(parameter: str) -> None:
    # derived: the economic order quantity with set-ups alone, sqrt(2 * 50 * 1000 / 4)
    regimes = order_regimes(**FLEXIBLE | {parameter: 0})
    assert regimes.japanese.lot == pytest.approx(math.sqrt(25_000))
    assert (regimes.japanese.control, regimes.best) == (0, "japanese")
    assert regimes.critical_inspection == pytest.approx(0, abs=1e-9)


def test_inspection_for_nothing_is_never_worse_than_trust() -> None:
    regimes = order_regimes(**STIFF | {"inspection": 0})
    assert (regimes.best, regimes.japanese.local) == ("american", False)


def test_where_both_cost_the_same_no_trust_is_asked_for() -> None:
    for setup in (0.1, 50, 333):
        regimes = order_regimes(**PARTS | {"setup": setup, "inspection": 0, "temptation": 0})
        assert regimes.japanese.cost == pytest.approx(regimes.american.cost)
        assert regimes.best == "american"


def test_without_set_ups_trust_orders_as_little_as_it_likes() -> None:
    regimes = order_regimes(**STIFF | {"setup": 0})
    assert (regimes.japanese.lot, regimes.japanese.cost, regimes.best) == (0, 0, "japanese")
    assert regimes.american.lot == pytest.approx(math.sqrt(2 * 100 * 1000 / 4))
    free = order_regimes(**STIFF | {"setup": 0, "inspection": 0})
    assert (free.american.cost, free.japanese.cost, free.best) == (0, 0, "american")


def test_left_out_the_temptation_is_the_measure_of_money() -> None:
    measured = order_regimes(setup=10, inspection=20, demand=1000, holding=0.8)
    assert measured == order_regimes(10, 20, 1000, 0.8, temptation=1, discount=0.1)


def test_lots_that_last_for_centuries_are_found_too() -> None:
    # derived: q² (h + 2 s r exp(r q / D)) = 2 K D, here with r q / D near 20
    terms = {"setup": 1e9, "inspection": 1, "demand": 1, "holding": 1, "temptation": 1, "discount": 1}
    lot = order_regimes(**terms).japanese.lot
    assert lot * lot * (1 + 2 * math.exp(lot)) == pytest.approx(2e9)


def test_a_premium_beyond_numbers_is_refused() -> None:
    with pytest.raises(ModelError):
        order_regimes(1e300, 1, 1e-300, 1e-300, 1, 1)
    with pytest.raises(ModelError, match=r"^lot is 1000000"):
        regime_costs(1_000_000, **STIFF | {"demand": 1})


def test_the_lowest_costs_at_one_lot() -> None:
    # derived: 1000 / 100 lots; 5 * 1000 * (exp(0.02) - 1) of premium
    american, japanese = regime_costs(100, **STIFF)
    assert american == pytest.approx(10 * 500 + 200)
    assert japanese == pytest.approx(10 * 400 + 200 + 5000 * math.expm1(0.02))


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1])
@pytest.mark.parametrize("parameter", list(STIFF))
def test_an_order_needs_sums_in_range(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        order_regimes(**STIFF | {parameter: bad})
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        regime_costs(100, **STIFF | {parameter: bad})


@pytest.mark.parametrize("parameter", ["demand", "holding"])
def test_demand_and_stock_are_never_free(parameter: str) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is 0: the model allows a finite number above 0"):
        order_regimes(**STIFF | {parameter: 0})


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 0, -5])
def test_a_lot_has_something_in_it(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^lot is "):
        regime_costs(bad, **STIFF)  # type: ignore[arg-type]


# What learning_curve and learning_total promise


def test_heizer_render_2006_tugboats() -> None:
    # recomputed: 125,000 hours at 40 each, 90 %
    assert learning_curve(first=125_000 * 40, rate=0.90, unit=4) == pytest.approx(4_050_000)


@pytest.mark.parametrize(("rate", "cost"), [(0.85, 3_612_500), (0.80, 3_200_000)])
def test_tugboats_at_other_rates(rate: float, cost: float) -> None:
    # recomputed: the same boats with the other rates in circulation
    assert learning_curve(125_000 * 40, rate, 4) == pytest.approx(cost)


def test_heizer_render_2006_fourth_unit_of_ten_hours() -> None:
    # published: 10 hours at 70 %, unit 4 takes 4.9
    assert learning_curve(10, 0.7, 4) == pytest.approx(4.9)


JACOBS_80 = [
    (1, 100_000, 100_000),
    (2, 80_000, 180_000),
    (4, 64_000, 314_210),
    (8, 51_200, 534_591),
    (16, 40_960, 892_014),
    (32, 32_768, 1_467_862),
    (64, 26_214, 2_392_447),
    (128, 20_972, 3_874_384),
    (256, 16_777, 6_247_572),
]


@pytest.mark.parametrize(("unit", "hours", "together"), JACOBS_80)
def test_jacobs_chase_2018_table_for_80_per_cent(unit: int, hours: float, together: float) -> None:
    # published: a table of unit and cumulative hours, in whole hours
    assert learning_curve(100_000, 0.8, unit) == pytest.approx(hours, abs=1)
    assert learning_total(100_000, 0.8, unit) == pytest.approx(together, abs=1)


@pytest.mark.parametrize(
    ("rate", "hours"), [(0.8, 21.13225), (0.85, 32.23647), (0.9, 48.00243), (0.95, 69.95640)]
)
def test_r_package_learning_curve_unit_125(rate: float, hours: float) -> None:
    # published: the examples of the R package learningCurve for unit 125 of 100 hours
    assert learning_curve(100, rate, 125) == pytest.approx(hours, abs=5e-6)


def test_r_package_learning_curve_total_of_125() -> None:
    # published: the exact cumulative hours of the same package
    assert learning_total(100, 0.85, 125) == pytest.approx(5201.085, abs=5e-4)


@given(first=st.floats(0, 1e6), rate=SHARES, unit=st.integers(1, 10**6))
def test_each_doubling_leaves_the_same_share(first: float, rate: float, unit: int) -> None:
    # derived: the definition
    assert learning_curve(first, rate, 2 * unit) == pytest.approx(rate * learning_curve(first, rate, unit))


@given(rate=SHARES, unit=st.integers(1, 10**6))
def test_no_unit_takes_more_than_the_one_before(rate: float, unit: int) -> None:
    assert learning_curve(100, rate, unit + 1) <= learning_curve(100, rate, unit) * (1 + 1e-12)


@pytest.mark.parametrize("rate", [1e-300, 0.01, 0.3, 0.499, 0.5, 0.501, 0.8, 0.999, 1])
@pytest.mark.parametrize("units", [1, 2, 99, 100, 101, 102, 150, 5000])
def test_the_total_is_the_plain_sum(rate: float, units: int) -> None:
    plain = math.fsum(learning_curve(7, rate, unit) for unit in range(1, units + 1))
    assert learning_total(7, rate, units) == pytest.approx(plain, rel=1e-11)


@given(rate=SHARES, units=st.integers(1, 10**9))
def test_the_total_grows_by_the_next_unit(rate: float, units: int) -> None:
    before, after = (learning_total(1, rate, count) for count in (units, units + 1))
    assert after - before == pytest.approx(learning_curve(1, rate, units + 1), abs=1e-12 * after)


def test_without_learning_every_unit_takes_as_much() -> None:
    assert learning_curve(7, 1, 1000) == 7
    assert learning_total(7, 1, 10**12) == pytest.approx(7e12)


def test_with_halving_the_total_is_the_harmonic_sum() -> None:
    # derived: ln n + Euler's constant
    assert learning_total(1, 0.5, 10**9) == pytest.approx(math.log(1e9) + 0.5772156649 + 5e-10, abs=1e-9)


@given(first=st.floats(0, 1e6), factor=st.floats(0.01, 100))
def test_hours_or_money_make_no_difference(first: float, factor: float) -> None:
    assert learning_curve(first * factor, 0.85, 9) == pytest.approx(factor * learning_curve(first, 0.85, 9))
    assert learning_total(first * factor, 0.85, 9) == pytest.approx(factor * learning_total(first, 0.85, 9))


def test_extremes_stay_numbers() -> None:
    assert learning_curve(1e308, 5e-324, 10**300) == 0
    assert learning_curve(1, 0.9, 10**308) == pytest.approx(0.9 ** (308 * math.log2(10)))
    with pytest.raises(ModelError, match=r"^units is "):
        learning_total(1e308, 1, 1000)


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        *[("first", bad) for bad in (*NOT_NUMBERS, -1)],
        *[("rate", bad) for bad in (*NOT_NUMBERS, 0, -0.1, 1.01, 90)],
        *[("unit", bad) for bad in (*NOT_NUMBERS, 0, -1, 1.5)],
    ],
)
def test_a_learning_curve_needs_numbers_in_range(parameter: str, bad: object) -> None:
    good: dict[str, Any] = {"first": 100, "rate": 0.9, "unit": 4}
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        learning_curve(**good | {parameter: bad})
    total = {"first": "first", "rate": "rate", "unit": "units"}
    renamed = {total[name]: value for name, value in (good | {parameter: bad}).items()}
    with pytest.raises(ModelError, match=rf"^{total[parameter]} is "):
        learning_total(**renamed)


def test_units_may_come_as_whole_floats() -> None:
    assert learning_curve(100, 0.9, 4.0) == learning_curve(100, 0.9, 4)  # type: ignore[arg-type]
