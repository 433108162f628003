"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from kamlab.errors import ModelError
from kamlab.models import joint_lot
from kamlab.models.joint_lot import (
    ConsignmentStock,
    consignment_plan,
    consignment_stock,
    economic_order_quantity,
    joint_economic_lot,
    joint_lot_cost,
)

NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
QUANTITIES = st.floats(0.01, 1e6)
BANERJEE: dict[str, Any] = {
    "demand": 1000,
    "production": 3200,
    "order_cost": 100,
    "setup_cost": 400,
    "carrying": 0.2,
    "vendor_value": 20,
    "buyer_value": 25,
}
BRAGLIA: dict[str, Any] = {
    "demand": 1000,
    "production": 2000,
    "setup_cost": 500,
    "order_cost": 50,
    "vendor_holding": 5,
    "buyer_holding": 8,
}


# What economic_order_quantity promises


def test_snyder_shen_2019_example_3_1() -> None:
    # published: 304.0468 and 68.4105, in the manual of the package stockpyl with all digits
    lot = economic_order_quantity(demand=1300, order_cost=8, holding=0.225)
    assert lot.lot == pytest.approx(304.0467800264368, rel=1e-12)
    assert lot.cost == pytest.approx(68.41052550594829, rel=1e-12)


def test_hillier_lieberman_2001_television_speakers() -> None:
    # published: 25,298 units and 7,589.5, in the manual of the package SCperf for R
    lot = economic_order_quantity(demand=8000, order_cost=12_000, holding=0.3)
    assert lot.lot == pytest.approx(25_298, abs=0.5)
    assert lot.cost == pytest.approx(7589.5, abs=0.05)


@pytest.mark.parametrize("seed", range(100))
def test_no_other_lot_is_cheaper(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    demand, fee, rate = draw.uniform(10, 5000), draw.uniform(1, 500), draw.uniform(0.05, 20)
    found = minimize_scalar(
        lambda logarithm: fee * demand / math.exp(logarithm) + rate * math.exp(logarithm) / 2,
        bounds=(-5, 20),
        options={"xatol": 1e-9},
    )
    lot = economic_order_quantity(demand, fee, rate)
    assert lot.cost == pytest.approx(found.fun, rel=1e-9)
    assert lot.lot == pytest.approx(math.exp(found.x), rel=1e-5)


@given(demand=QUANTITIES, fee=QUANTITIES, rate=QUANTITIES)
def test_orders_cost_as_much_as_stock(demand: float, fee: float, rate: float) -> None:
    lot = economic_order_quantity(demand, fee, rate)
    assert fee * demand / lot.lot == pytest.approx(lot.cost / 2)
    assert rate * lot.lot / 2 == pytest.approx(lot.cost / 2)


@given(demand=QUANTITIES, fee=QUANTITIES, rate=QUANTITIES)
def test_four_times_the_demand_doubles_the_lot(demand: float, fee: float, rate: float) -> None:
    lot, larger = economic_order_quantity(demand, fee, rate), economic_order_quantity(4 * demand, fee, rate)
    assert (larger.lot, larger.cost) == pytest.approx((2 * lot.lot, 2 * lot.cost))


# What joint_economic_lot and joint_lot_cost promise


def test_banerjee_1986_joint_economic_lot() -> None:
    # recomputed: 2 · 1000 · 500 / 6.25 = 400², times 6.25² it is 2500²
    lot = joint_economic_lot(**BANERJEE)
    assert (lot.lot, lot.cost) == pytest.approx((400, 2500), rel=1e-12)
    assert (lot.buyer_cost, lot.vendor_cost) == pytest.approx((1250, 1250), rel=1e-12)


def test_banerjee_1986_each_side_alone() -> None:
    # recomputed: 200 is best for the buyer, 800 for the vendor; either pays 1,000 then, and the other 2,125
    at_buyers, at_vendors = joint_lot_cost(200, **BANERJEE), joint_lot_cost(800, **BANERJEE)
    assert (at_buyers.buyer_cost, at_buyers.vendor_cost) == pytest.approx((1000, 2125))
    assert (at_vendors.buyer_cost, at_vendors.vendor_cost) == pytest.approx((2125, 1000))
    assert at_buyers.cost == at_vendors.cost == pytest.approx(3125)


def _random_chain(seed: int) -> dict[str, Any]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    demand = draw.uniform(10, 5000)
    return {
        "demand": demand,
        "production": demand * draw.uniform(1, 6),
        "order_cost": draw.uniform(0, 300),
        "setup_cost": draw.uniform(1, 1000),
        "carrying": draw.uniform(0.02, 0.5),
        "vendor_value": draw.uniform(0, 80),
        "buyer_value": draw.uniform(1, 100),
    }


@pytest.mark.parametrize("seed", range(100))
def test_no_other_joint_lot_is_cheaper_for_both_together(seed: int) -> None:
    chain = _random_chain(seed)
    lot = joint_economic_lot(**chain)
    found = minimize_scalar(
        lambda logarithm: joint_lot_cost(math.exp(logarithm), **chain).cost,
        bounds=(-5, 20),
        options={"xatol": 1e-9},
    )
    assert lot.cost == pytest.approx(found.fun, rel=1e-9)
    assert lot.lot == pytest.approx(math.exp(found.x), rel=1e-5)


@pytest.mark.parametrize("seed", range(30))
def test_the_joint_lot_lies_between_what_the_two_would_choose(seed: int) -> None:
    chain = _random_chain(seed) | {"vendor_value": 5, "order_cost": 40}
    joint = joint_economic_lot(**chain)
    buyers = economic_order_quantity(chain["demand"], 40, chain["carrying"] * chain["buyer_value"])
    busy = chain["demand"] / chain["production"]
    vendors = economic_order_quantity(chain["demand"], chain["setup_cost"], chain["carrying"] * 5 * busy)
    low, high = sorted((buyers.lot, vendors.lot))
    assert low <= joint.lot <= high
    # derived: what one side loses is less than what the other gains
    assert joint.cost <= joint_lot_cost(buyers.lot, **chain).cost * (1 + 1e-12)
    assert joint.buyer_cost >= buyers.cost * (1 - 1e-12)
    assert joint.vendor_cost >= vendors.cost * (1 - 1e-12)


@given(lot=QUANTITIES, seed=st.integers(0, 99))
def test_both_sides_make_the_whole(lot: float, seed: int) -> None:
    for at in (joint_lot_cost(lot, **_random_chain(seed)), joint_economic_lot(**_random_chain(seed))):
        assert at.buyer_cost + at.vendor_cost == pytest.approx(at.cost)


def test_a_vendor_without_cost_leaves_the_buyers_lot() -> None:
    joint = joint_economic_lot(**(BANERJEE | {"setup_cost": 0, "vendor_value": 0}))
    assert (joint.lot, joint.cost, joint.vendor_cost) == pytest.approx((200, 1000, 0))


def test_an_order_that_costs_nothing_leaves_the_set_ups() -> None:
    # derived: √(2 · 1000 · 400 / 6.25)
    assert joint_economic_lot(**(BANERJEE | {"order_cost": 0})).lot == pytest.approx(math.sqrt(128_000))


def test_a_vendor_may_be_just_fast_enough() -> None:
    # derived: then both hold half a lot on average
    joint = joint_economic_lot(**(BANERJEE | {"production": 1000}))
    assert joint.cost == pytest.approx(math.sqrt(2 * 1000 * 500 * 0.2 * 45))


@given(factor=st.floats(0.01, 100), seed=st.integers(0, 99))
def test_another_currency_scales_the_costs_of_a_lot(factor: float, seed: int) -> None:
    chain = _random_chain(seed)
    money = ("order_cost", "setup_cost", "vendor_value", "buyer_value")
    joint = joint_economic_lot(**chain)
    converted = joint_economic_lot(**(chain | {name: chain[name] * factor for name in money}))
    assert (converted.lot, converted.cost) == pytest.approx((joint.lot, joint.cost * factor))


# What consignment_stock promises


def test_braglia_zavanella_2003_with_delays() -> None:
    # published: n = 6, k = 5, q = 107.68 and 2,476.56; all digits are in a public notebook on the model
    best = consignment_stock(**BRAGLIA)
    assert (best.shipments, best.delayed) == (6, 5)
    assert best.lot == pytest.approx(107.6763804116331, rel=1e-12)
    assert best.cost == pytest.approx(2476.5567494675615, rel=1e-12)


def test_braglia_zavanella_2003_without_delays() -> None:
    # published: n = 4, q = 124.72 and 2,806.24; all digits as above
    best = consignment_stock(**BRAGLIA, delayed=False)
    assert (best.shipments, best.delayed) == (4, 0)
    assert best.lot == pytest.approx(124.72191289246472, rel=1e-12)
    assert best.cost == pytest.approx(2806.243040080456, rel=1e-12)


def test_braglia_zavanella_2003_sides() -> None:
    # derived: at k = n − 1 the buyer pays as in a plain order, and holds half a shipment
    best = consignment_stock(**BRAGLIA)
    assert best.buyer_cost == pytest.approx(50 * 1000 / best.lot + 8 * best.lot / 2)
    assert best.vendor_cost == pytest.approx(500 * 1000 / 6 / best.lot + 5 * best.lot * 1.5)


def _random_terms(seed: int) -> dict[str, Any]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    demand = draw.uniform(10, 5000)
    return {
        "demand": demand,
        "production": demand * draw.uniform(1.05, 6),
        "setup_cost": draw.uniform(0, 1000),
        "order_cost": draw.uniform(5, 100),
        "vendor_holding": draw.uniform(0.5, 10),
        "buyer_holding": draw.uniform(0.5, 10),
    }


def _plain_cost(terms: dict[str, Any], shipments: int, delayed: int) -> float:
    """The least cost of a plan as the follow-up literature writes it: 2 √(A B)."""
    demand, production = terms["demand"], terms["production"]
    low, high = terms["vendor_holding"], terms["buyer_holding"]
    fees = (terms["setup_cost"] + shipments * terms["order_cost"]) * demand / shipments
    moved = demand / (2 * production)
    moved += (production - demand) / (shipments * production) * delayed * (delayed + 1) / 2
    stock = high * (demand / production + shipments * (production - demand) / (2 * production))
    return 2 * math.sqrt(fees * (stock - (high - low) * moved))


@pytest.mark.parametrize("delayed", [True, False])
@pytest.mark.parametrize("seed", range(100))
def test_the_best_plan_is_the_best_of_all_that_can_be_listed(seed: int, *, delayed: bool) -> None:
    terms = _random_terms(seed)
    listed = [
        (_plain_cost(terms, n, k), n, k) for n in range(1, 101) for k in (range(n) if delayed else range(1))
    ]
    cost, shipments, late = min(listed)
    best = consignment_stock(**terms, delayed=delayed)
    assert (best.shipments, best.delayed) == (shipments, late)
    assert best.cost == pytest.approx(cost, rel=1e-12)


@pytest.mark.parametrize("seed", range(30))
def test_far_from_the_best_number_of_shipments_costs_only_rise(seed: int) -> None:
    # derived: the reason why no limit to the search is needed
    terms = _random_terms(seed)
    for rule in (lambda _n: 0, lambda n: n - 1):
        costs = [_plain_cost(terms, n, rule(n)) for n in range(1, 200)]
        lowest = costs.index(min(costs))
        assert all(near <= far * (1 + 1e-12) for near, far in pairwise(costs[lowest:]))
        assert all(far >= near * (1 - 1e-12) for far, near in pairwise(costs[: lowest + 1]))


@pytest.mark.parametrize("seed", range(20))
def test_costs_turn_once_with_the_number_of_delays(seed: int) -> None:
    terms = _random_terms(seed)
    costs = [consignment_plan(**terms, shipments=9, delayed=k).cost for k in range(9)]
    cheaper = terms["buyer_holding"] > terms["vendor_holding"]
    assert costs == sorted(costs, reverse=cheaper)


def test_very_many_shipments_are_found_without_a_search() -> None:
    # derived: the smallest n with n (n + 1) ≥ 10¹² · (1 + 5 / 8), far beyond any list
    terms = BRAGLIA | {"setup_cost": 5e13}
    best = consignment_stock(**terms, delayed=False)
    assert best.shipments == math.ceil(math.sqrt(1e12 * (1 + 5 / 8) + 0.25) - 0.5)
    nearby = [consignment_plan(**terms, shipments=best.shipments + step).cost for step in (-1000, 1000)]
    assert best.cost < min(nearby)


# What a plan of shipments means: the stock itself, shipment by shipment


def _stock(terms: dict[str, Any], plan: ConsignmentStock) -> tuple[float, float, float]:
    """Mean stock at the vendor's and at the buyer's, and the buyer's highest, over one cycle."""
    demand, production, n, k, lot = (
        terms["demand"],
        terms["production"],
        plan.shipments,
        plan.delayed,
        plan.lot,
    )
    cycle, made = n * lot / demand, [(batch + 1) * lot / production for batch in range(n)]
    shipped = made[: n - k] + [made[n - k - 1] + (wait + 1) * lot / demand for wait in range(k)]
    at_vendor = math.fsum(
        lot * (gone - done) + lot * lot / production / 2 for gone, done in zip(shipped, made, strict=True)
    )
    start = lot * demand / production
    arrived = [start + (batch + 1) * lot - demand * time for batch, time in enumerate(shipped)]
    assert all(level - lot >= -1e-9 * lot for level in arrived)  # the buyer never runs out
    assert all(done <= gone * (1 + 1e-12) for done, gone in zip(made, shipped, strict=True))
    at_buyer = start * cycle - demand * cycle**2 / 2 + math.fsum(lot * (cycle - time) for time in shipped)
    return at_vendor / cycle, at_buyer / cycle, max(arrived)


@pytest.mark.parametrize("seed", range(40))
def test_the_stock_of_a_plan_shipment_by_shipment(seed: int) -> None:
    terms = _random_terms(seed)
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    shipments = draw.randint(1, 12)
    plan = consignment_plan(**terms, shipments=shipments, delayed=draw.randrange(shipments))
    at_vendor, at_buyer, highest = _stock(terms, plan)
    runs = terms["demand"] / plan.lot / shipments
    assert plan.vendor_cost == pytest.approx(terms["setup_cost"] * runs + terms["vendor_holding"] * at_vendor)
    assert plan.buyer_cost == pytest.approx(
        terms["order_cost"] * runs * shipments + terms["buyer_holding"] * at_buyer
    )
    room = plan.lot * (shipments - plan.delayed)
    room -= plan.lot * (shipments - plan.delayed - 1) * terms["demand"] / terms["production"]
    assert highest == pytest.approx(room)


@pytest.mark.parametrize("seed", range(20))
def test_no_other_size_of_shipment_is_cheaper(seed: int) -> None:
    terms = _random_terms(seed)
    plan = consignment_plan(**terms, shipments=5, delayed=seed % 5)
    at_vendor, at_buyer, _ = _stock(terms, plan)
    slope = (terms["vendor_holding"] * at_vendor + terms["buyer_holding"] * at_buyer) / plan.lot
    fees = terms["demand"] * (terms["setup_cost"] / 5 + terms["order_cost"])
    found = minimize_scalar(
        lambda logarithm: fees / math.exp(logarithm) + slope * math.exp(logarithm),
        bounds=(-5, 20),
        options={"xatol": 1e-9},
    )
    assert plan.cost == pytest.approx(found.fun, rel=1e-9)


@given(seed=st.integers(0, 10_000), delayed=st.booleans())
def test_both_sides_make_the_whole_on_consignment(seed: int, *, delayed: bool) -> None:
    best = consignment_stock(**_random_terms(seed), delayed=delayed)
    assert best.vendor_cost + best.buyer_cost == pytest.approx(best.cost)


@given(seed=st.integers(0, 10_000))
def test_the_freedom_to_delay_never_costs(seed: int) -> None:
    terms = _random_terms(seed)
    assert consignment_stock(**terms).cost <= consignment_stock(**terms, delayed=False).cost * (1 + 1e-12)


# Limits, ties and units of consignment


def test_one_shipment_is_the_joint_lot_of_banerjee() -> None:
    # derived: with n = 1 the vendor holds q D / 2P and the buyer q / 2
    plan = consignment_plan(1000, 3200, 400, 100, 0.2 * 20, 0.2 * 25, shipments=1)
    joint = joint_economic_lot(**BANERJEE)
    assert (plan.lot, plan.cost) == pytest.approx((joint.lot, joint.cost))
    assert (plan.vendor_cost, plan.buyer_cost) == pytest.approx((joint.vendor_cost, joint.buyer_cost))


def test_without_set_ups_each_shipment_is_a_run_of_its_own() -> None:
    for delayed in (True, False):
        best = consignment_stock(**(BRAGLIA | {"setup_cost": 0}), delayed=delayed)
        assert (best.shipments, best.delayed) == (1, 0)


@pytest.mark.parametrize("buyer_holding", [5, 4.9, 0.1])
def test_nothing_waits_where_stock_is_as_cheap_at_the_buyers(buyer_holding: float) -> None:
    terms = BRAGLIA | {"buyer_holding": buyer_holding}
    assert consignment_stock(**terms) == consignment_stock(**terms, delayed=False)
    assert consignment_stock(**terms).delayed == 0


@pytest.mark.parametrize(
    ("setup_cost", "order_cost", "shipments"), [(6, 2, 2), (0.6, 0.2, 2), (60, 10, 3), (4.2, 0.7, 3)]
)
def test_of_two_equal_plans_the_one_with_fewer_shipments_is_taken(
    setup_cost: float, order_cost: float, shipments: int
) -> None:
    # derived: with h₁ = h₂ and P = 2D, α / β is 2, so n (n + 1) meets 2 A₁ / A₂ exactly
    terms: dict[str, Any] = {"demand": 500, "production": 1000}
    terms |= {"setup_cost": setup_cost, "order_cost": order_cost}
    best = consignment_stock(**terms, vendor_holding=0.7, buyer_holding=0.7)
    assert best.shipments == shipments
    more = consignment_plan(**terms, vendor_holding=0.7, buyer_holding=0.7, shipments=shipments + 1)
    assert more.cost == pytest.approx(best.cost, rel=1e-12)


@given(seed=st.integers(0, 10_000), factor=st.floats(0.01, 100))
def test_another_currency_scales_the_costs_of_consignment(seed: int, factor: float) -> None:
    terms = _random_terms(seed)
    money = ("setup_cost", "order_cost", "vendor_holding", "buyer_holding")
    best = consignment_stock(**terms)
    converted = consignment_stock(**(terms | {name: terms[name] * factor for name in money}))
    assert converted.cost == pytest.approx(best.cost * factor)


@given(seed=st.integers(0, 10_000))
def test_months_instead_of_years_leave_the_shipments_as_they_are(seed: int) -> None:
    terms = _random_terms(seed)
    rates = ("demand", "production", "vendor_holding", "buyer_holding")
    best = consignment_stock(**terms)
    monthly = consignment_stock(**(terms | {name: terms[name] / 12 for name in rates}))
    assert monthly.cost == pytest.approx(best.cost / 12)
    assert (monthly.shipments, monthly.delayed) == (best.shipments, best.delayed)
    assert monthly.lot == pytest.approx(best.lot)


@given(
    seed=st.integers(0, 10_000),
    name=st.sampled_from(["setup_cost", "order_cost", "vendor_holding", "buyer_holding"]),
)
def test_whatever_gets_dearer_raises_the_cost(seed: int, name: str) -> None:
    terms = _random_terms(seed)
    dearer = terms | {name: terms[name] * 1.5 + 0.1}
    for delayed in (True, False):
        before, after = (consignment_stock(**given, delayed=delayed).cost for given in (terms, dearer))
        assert before < after


def test_almost_no_spare_capacity_leaves_long_runs() -> None:
    best = consignment_stock(**(BRAGLIA | {"production": 1000.001}))
    assert best.shipments > 1000
    assert best.buyer_cost == pytest.approx(50 * 1000 / best.lot + 8 * best.lot / 2, rel=1e-9)


def test_buyers_stock_keeps_its_digits_with_very_many_shipments() -> None:
    # derived: with all but one delayed the buyer holds half a shipment, however many there are
    plan = consignment_plan(**BRAGLIA, shipments=10**15, delayed=10**15 - 1)
    assert plan.buyer_cost == pytest.approx(50 * 1000 / plan.lot + 8 * plan.lot / 2, rel=1e-12)


# What all refuse


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 0, -1])
@pytest.mark.parametrize("name", ["demand", "order_cost", "holding"])
def test_an_economic_order_quantity_is_of_numbers_above_0(name: str, value: object) -> None:
    arguments = {"demand": 10, "order_cost": 2, "holding": 1}
    with pytest.raises(ModelError, match=rf"^{name} is .*above 0"):
        economic_order_quantity(**(arguments | {name: value}))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -1])
@pytest.mark.parametrize("name", list(BANERJEE))
def test_a_joint_lot_is_of_numbers_in_range(name: str, value: object) -> None:
    with pytest.raises(ModelError, match=rf"^{name} is "):
        joint_economic_lot(**(BANERJEE | {name: value}))
    with pytest.raises(ModelError, match=rf"^{name} is "):
        joint_lot_cost(100, **(BANERJEE | {name: value}))


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 0, -1])
def test_a_lot_is_a_number_above_0(value: object) -> None:
    with pytest.raises(ModelError, match=r"^lot is .*above 0"):
        joint_lot_cost(value, **BANERJEE)  # type: ignore[arg-type]


def test_a_vendor_keeps_up_with_demand() -> None:
    with pytest.raises(ModelError, match=r"^production is 999: .* 1000 or more"):
        joint_economic_lot(**(BANERJEE | {"production": 999}))
    with pytest.raises(ModelError, match=r"^production is 1000: .* above 1000"):
        consignment_stock(**(BRAGLIA | {"production": 1000}))


def test_a_lot_that_costs_nothing_has_no_best_size() -> None:
    with pytest.raises(ModelError, match=r"^order_cost \+ setup_cost is 0.0: .* above 0"):
        joint_economic_lot(**(BANERJEE | {"order_cost": 0, "setup_cost": 0}))


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -1])
@pytest.mark.parametrize("name", list(BRAGLIA))
def test_consignment_is_of_numbers_in_range(name: str, value: object) -> None:
    with pytest.raises(ModelError, match=rf"^{name} is "):
        consignment_stock(**(BRAGLIA | {name: value}))
    with pytest.raises(ModelError, match=rf"^{name} is "):
        consignment_plan(**(BRAGLIA | {name: value}), shipments=3)


@pytest.mark.parametrize("name", ["demand", "order_cost", "vendor_holding", "buyer_holding"])
def test_shipments_and_stock_cost_something(name: str) -> None:
    with pytest.raises(ModelError, match=rf"^{name} is 0: .* above 0"):
        consignment_stock(**(BRAGLIA | {name: 0}))


@pytest.mark.parametrize("value", [0, 1, None, "yes", 0.5, [True]])
def test_delays_are_allowed_or_not(value: object) -> None:
    with pytest.raises(ModelError, match=r"^delayed is .*: the model allows True or False"):
        consignment_stock(**BRAGLIA, delayed=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "shipments", "delayed"),
    [
        ("shipments", 0, 0),
        ("shipments", 2.5, 0),
        ("shipments", True, 0),
        ("shipments", None, 0),
        ("delayed", 3, 3),
        ("delayed", 3, -1),
        ("delayed", 3, 0.5),
        ("delayed", 3, True),
    ],
)
def test_a_plan_has_shipments_and_fewer_delays(named: str, shipments: object, delayed: object) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is .*whole number"):
        consignment_plan(**BRAGLIA, shipments=shipments, delayed=delayed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"setup_cost": 1e308, "order_cost": 1e-10},
        {"demand": 1e308, "production": 1.7e308},
        {"vendor_holding": 1.7e308, "buyer_holding": 1.7e308},
        {"vendor_holding": 5e-324, "buyer_holding": 1e300},
        {"demand": 5e-324, "order_cost": 5e-324, "setup_cost": 0},
    ],
)
def test_consignment_beyond_floating_point_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ModelError):
        consignment_stock(**(BRAGLIA | changed))


def test_lots_beyond_floating_point_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^demand is .*lot is a finite number above 0"):
        economic_order_quantity(1e300, 1e300, 1)
    with pytest.raises(ModelError, match=r"^demand is .*lot is a finite number above 0"):
        economic_order_quantity(1, 1, 5e-324)
    with pytest.raises(ModelError, match=r"^demand is .*finite"):
        joint_lot_cost(1e-300, **(BANERJEE | {"demand": 3000, "order_cost": 1e10}))


def test_the_module_names_what_it_offers() -> None:
    assert all(hasattr(joint_lot, name) for name in joint_lot.__all__)
