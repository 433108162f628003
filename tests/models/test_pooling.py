"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from itertools import chain, combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from kamlab.errors import ModelError
from kamlab.models import pooling
from kamlab.models.pooling import PooledOrders, pooled_order_cost

NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
POSITIVE = st.floats(0.01, 1e6)
FIRMS = st.lists(
    st.tuples(st.just(0.0) | st.floats(0.01, 1e6), st.floats(0.01, 1e3)), min_size=1, max_size=6
).filter(lambda firms: any(demand for demand, _ in firms))
DEMANDS, HOLDING = [500, 300, 400], [9.6, 11, 10]


def _pool(fee: float, firms: list[tuple[float, float]]) -> PooledOrders:
    return pooled_order_cost(fee, [demand for demand, _ in firms], [holding for _, holding in firms])


# What is in print


def test_meca_timmer_garcia_jurado_borm_2004_three_firms() -> None:
    # published: the manual of the package Inventorymodel for R, to three decimals
    pool = pooled_order_cost(600, DEMANDS, HOLDING)
    assert pool.alone == pytest.approx([2400, 1989.975, 2190.890], abs=0.0005)
    assert pool.joint == pytest.approx(3810.512, abs=0.0005)
    assert pool.shares == pytest.approx([1511.608, 1039.230, 1259.673], abs=0.0005)


@pytest.mark.parametrize(
    ("members", "cost", "shares"),
    [
        ((0, 1), 3117.691, (1847.521, 1270.171)),
        ((0, 2), 3249.615, (1772.517, 1477.098)),
        ((1, 2), 2959.730, (1337.960, 1621.770)),
    ],
)
def test_meca_timmer_garcia_jurado_borm_2004_every_pair(
    members: tuple[int, ...], cost: float, shares: tuple[float, ...]
) -> None:
    # published: the same manual
    pool = pooled_order_cost(600, [DEMANDS[i] for i in members], [HOLDING[i] for i in members])
    assert pool.joint == pytest.approx(cost, abs=0.0005)
    assert pool.shares == pytest.approx(shares, abs=0.0005)


def test_the_three_firms_in_whole_numbers() -> None:
    # derived: d h = 4800, 3300, 4000; 2a = 1200; m² = 4, 2.75, 3.3333, and their sum is 121 / 12
    pool = pooled_order_cost(600, DEMANDS, HOLDING)
    assert [rhythm**2 for rhythm in pool.orders_alone] == pytest.approx([4, 2.75, 10 / 3])
    assert pool.orders_joint**2 == pytest.approx(121 / 12)
    assert pool.joint == pytest.approx(1200 * 11 / math.sqrt(12))
    assert pool.lots == pytest.approx([demand * math.sqrt(12) / 11 for demand in DEMANDS])


# What the costs are the least of


def _plan(fee: float, firms: list[tuple[float, float]], rhythm: float) -> float:
    """What a number of joint orders a period costs: the orders, and half of each lot on stock."""
    return fee * rhythm + math.fsum(holding * demand / rhythm / 2 for demand, holding in firms if demand)


def _random_firms(seed: int) -> tuple[float, list[tuple[float, float]]]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    size = draw.randint(1, 8)
    firms = [(draw.uniform(0, 2000), draw.uniform(0.1, 50)) for _ in range(size)]
    return draw.uniform(1, 2000), firms


@pytest.mark.parametrize("seed", range(100))
def test_no_other_rhythm_of_joint_orders_is_cheaper(seed: int) -> None:
    fee, firms = _random_firms(seed)
    pool = _pool(fee, firms)
    found = minimize_scalar(
        lambda logarithm: _plan(fee, firms, math.exp(logarithm)), bounds=(-12, 12), options={"xatol": 1e-9}
    )
    assert pool.joint == pytest.approx(found.fun, rel=1e-9)
    assert pool.orders_joint == pytest.approx(math.exp(found.x), rel=1e-5)
    assert _plan(fee, firms, pool.orders_joint) == pytest.approx(pool.joint)


@given(fee=POSITIVE, firms=FIRMS)
def test_orders_cost_as_much_as_stock(fee: float, firms: list[tuple[float, float]]) -> None:
    pool = _pool(fee, firms)
    stock = math.fsum(holding * lot / 2 for (_, holding), lot in zip(firms, pool.lots, strict=True))
    assert fee * pool.orders_joint == pytest.approx(pool.joint / 2)
    assert stock == pytest.approx(pool.joint / 2)


@given(fee=POSITIVE, firms=FIRMS)
def test_each_firm_receives_what_it_needs(fee: float, firms: list[tuple[float, float]]) -> None:
    pool = _pool(fee, firms)
    assert [lot * pool.orders_joint for lot in pool.lots] == pytest.approx([demand for demand, _ in firms])


# What the shares promise


@given(fee=POSITIVE, firms=FIRMS)
def test_the_shares_add_up_to_the_joint_cost(fee: float, firms: list[tuple[float, float]]) -> None:
    pool = _pool(fee, firms)
    assert math.fsum(pool.shares) == pytest.approx(pool.joint)


@given(fee=POSITIVE, firms=FIRMS)
def test_no_group_would_pay_less_on_its_own(fee: float, firms: list[tuple[float, float]]) -> None:
    shares = _pool(fee, firms).shares
    places = range(len(firms))
    for group in chain.from_iterable(combinations(places, size) for size in range(1, len(firms) + 1)):
        if any(firms[place][0] for place in group):
            apart = _pool(fee, [firms[place] for place in group]).joint
            assert math.fsum(shares[place] for place in group) <= apart * (1 + 1e-12)


@given(fee=POSITIVE, firms=FIRMS, joining=st.tuples(st.floats(0.01, 1e6), st.floats(0.01, 1e3)))
def test_whoever_joins_lowers_every_share(
    fee: float, firms: list[tuple[float, float]], joining: tuple[float, float]
) -> None:
    before, after = _pool(fee, firms), _pool(fee, [*firms, joining])
    assert all(new <= old * (1 + 1e-12) for new, old in zip(after.shares, before.shares, strict=False))


@given(fee=POSITIVE, firms=FIRMS)
def test_each_pays_for_its_stock_and_for_orders_by_the_square_of_its_own(
    fee: float, firms: list[tuple[float, float]]
) -> None:
    # derived: the rule of the docstring, written out
    pool = _pool(fee, firms)
    squares = [rhythm**2 for rhythm in pool.orders_alone]
    orders = fee * pool.orders_joint
    paid = [
        holding * lot / 2 + orders * square / math.fsum(squares)
        for (_, holding), lot, square in zip(firms, pool.lots, squares, strict=True)
    ]
    assert pool.shares == pytest.approx(paid)


@given(fee=POSITIVE, firms=st.lists(st.tuples(POSITIVE, POSITIVE), min_size=1, max_size=4))
def test_the_order_of_the_firms_does_not_matter(fee: float, firms: list[tuple[float, float]]) -> None:
    pool = _pool(fee, firms)
    for order in permutations(range(len(firms))):
        turned = _pool(fee, [firms[place] for place in order])
        assert turned.joint == pytest.approx(pool.joint)
        assert turned.shares == pytest.approx([pool.shares[place] for place in order])


# Limits and units


@given(fee=POSITIVE, demand=POSITIVE, holding=POSITIVE)
def test_a_firm_that_is_the_only_one_saves_nothing(fee: float, demand: float, holding: float) -> None:
    pool = pooled_order_cost(fee, [demand], [holding])
    assert pool.joint == pytest.approx(math.sqrt(2 * fee * demand * holding))
    assert pool.alone == pool.shares == pytest.approx([pool.joint])


@pytest.mark.parametrize("firms", [2, 4, 9, 100])
def test_equal_firms_pay_the_square_root_of_their_number(firms: int) -> None:
    # derived: √n instead of n, shared equally
    pool = pooled_order_cost(50, [20] * firms, [5] * firms)
    assert pool.joint == pytest.approx(100 * math.sqrt(firms))
    assert pool.shares == pytest.approx([100 / math.sqrt(firms)] * firms)


def test_a_firm_without_demand_pays_nothing_and_changes_nothing() -> None:
    pool, larger = (
        pooled_order_cost(600, DEMANDS, HOLDING),
        pooled_order_cost(600, [*DEMANDS, 0], [*HOLDING, 7]),
    )
    assert larger.joint == pytest.approx(pool.joint)
    assert larger.shares == pytest.approx([*pool.shares, 0])
    assert (larger.alone[-1], larger.orders_alone[-1], larger.lots[-1]) == (0, 0, 0)


@given(fee=POSITIVE, firms=FIRMS, factor=st.floats(0.01, 100))
def test_another_currency_scales_the_costs_and_nothing_else(
    fee: float, firms: list[tuple[float, float]], factor: float
) -> None:
    pool = _pool(fee, firms)
    converted = _pool(fee * factor, [(demand, holding * factor) for demand, holding in firms])
    assert converted.joint == pytest.approx(factor * pool.joint)
    assert converted.shares == pytest.approx([factor * share for share in pool.shares])
    assert converted.lots == pytest.approx(pool.lots)


@given(fee=POSITIVE, firms=FIRMS)
def test_months_instead_of_years_leave_the_lots_as_they_are(
    fee: float, firms: list[tuple[float, float]]
) -> None:
    pool, monthly = _pool(fee, firms), _pool(fee, [(demand / 12, holding / 12) for demand, holding in firms])
    assert monthly.joint == pytest.approx(pool.joint / 12)
    assert monthly.orders_joint == pytest.approx(pool.orders_joint / 12)
    assert monthly.lots == pytest.approx(pool.lots)


@given(firms=FIRMS, fees=st.tuples(POSITIVE, POSITIVE))
def test_dearer_orders_are_placed_less_often(
    firms: list[tuple[float, float]], fees: tuple[float, float]
) -> None:
    cheap, dear = (_pool(fee, firms) for fee in sorted(fees))
    assert cheap.joint <= dear.joint * (1 + 1e-12)
    assert cheap.orders_joint >= dear.orders_joint * (1 - 1e-12)


def test_very_large_and_very_small_quantities_keep_their_shares() -> None:
    pool = pooled_order_cost(1e-100, [1e200, 3e200], [1e150, 1e150])
    assert pool.shares == pytest.approx([pool.joint / 4, pool.joint * 3 / 4])
    assert pooled_order_cost(1e-200, [1e-200], [1e-200]).joint == pytest.approx(math.sqrt(2) * 1e-300)


# What it refuses


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 0, -1])
def test_order_and_holding_costs_are_finite_numbers_above_0(value: object) -> None:
    with pytest.raises(ModelError, match=r"^order_cost is .*above 0"):
        pooled_order_cost(value, [1], [1])  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^holding_costs\[1\] is .*above 0"):
        pooled_order_cost(1, [1, 1], [1, value])  # type: ignore[list-item]


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -1])
def test_demands_are_finite_numbers_of_0_or_more(value: object) -> None:
    with pytest.raises(ModelError, match=r"^demands\[0\] is "):
        pooled_order_cost(1, [value], [1])  # type: ignore[list-item]


@pytest.mark.parametrize("values", [[], None, 5, "12", {1: 2}, {3}])
def test_firms_are_lists_of_at_least_one(values: object) -> None:
    with pytest.raises(ModelError, match=r"^demands is "):
        pooled_order_cost(1, values, [1])  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^holding_costs is "):
        pooled_order_cost(1, [1], values)  # type: ignore[arg-type]


def test_every_firm_has_a_demand_and_a_holding_cost() -> None:
    with pytest.raises(ModelError, match=r"^holding_costs is a list of 1: the model allows a list of 2"):
        pooled_order_cost(1, [1, 2], [1])


def test_somebody_needs_something() -> None:
    with pytest.raises(ModelError, match=r"^demands is a list of zeros: .* at least one demand above 0"):
        pooled_order_cost(1, [0, 0.0], [1, 1])


def test_results_beyond_floating_point_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^order_cost is .*finite"):
        pooled_order_cost(1e300, [1e300], [1e300])
    with pytest.raises(ModelError, match=r"^order_cost is .*finite"):
        pooled_order_cost(5e-324, [1e308], [1e150])
    with pytest.raises(ModelError, match=r"^demands is .*finite"):
        pooled_order_cost(1e308, [1e300], [1e-308])
    with pytest.raises(ModelError, match=r"^demands is .*finite"):
        pooled_order_cost(1e308, [1e-320], [1e-320])


def test_the_module_names_what_it_offers() -> None:
    assert all(hasattr(pooling, name) for name in pooling.__all__)
