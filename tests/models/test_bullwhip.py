"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models import bullwhip
from kamlab.models.bullwhip import (
    chain_ratio,
    chain_ratio_from_orders,
    simulate_chain,
    variance_ratio,
)

LEADS = st.floats(0, 20)
WINDOWS = st.integers(1, 60)
CORRELATIONS = st.floats(-0.95, 0.95)
CHAINS = st.lists(st.floats(0, 10), min_size=1, max_size=6)
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]


# What variance_ratio promises


@pytest.mark.parametrize(
    ("lead_time", "window", "ratio"),
    [(1, 5, 1.48), (1, 10, 1.22), (3, 5, 2.92), (1, 1, 5), (2, 4, 2.5), (5, 5, 5), (4, 20, 1.48)],
)
def test_chen_drezner_ryan_simchi_levi_2000_without_correlation(
    lead_time: float, window: int, ratio: float
) -> None:
    # derived: the values of 1 + 2L/p + 2L²/p²
    assert variance_ratio(lead_time, window) == pytest.approx(ratio, abs=1e-12)


@pytest.mark.parametrize(
    ("lead_time", "window", "correlation", "ratio"),
    [(2, 4, 0.5, 2.40625), (1, 1, -0.5, 7), (1, 2, -0.5, 2.125), (1, 3, 0.9, 1.2408888888888889)],
)
def test_chen_drezner_ryan_simchi_levi_2000_with_correlation(
    lead_time: float, window: int, correlation: float, ratio: float
) -> None:
    # derived: the values of 1 + (2L/p + 2L²/p²)(1 − ρᵖ), by hand
    assert variance_ratio(lead_time, window, correlation) == pytest.approx(ratio, abs=1e-12)


def test_silva_marchena_2010_correlated_demand() -> None:
    # recomputed: the example of the R package SCperf, which prints no value: 1 + 2 (1 − 0.9⁴)(1/2 + 1/4)
    assert variance_ratio(lead_time=2, window=4, correlation=0.9) == pytest.approx(1.51585, abs=1e-12)


def _order_variance(lead_time: float, window: int, correlation: float) -> float:
    """Var q / Var D from the covariances of every demand that the policy adds up."""
    weights = [lead_time / window] + [0.0] * (window - 1) + [-lead_time / window]
    weights[0] += 1
    return math.fsum(
        first * second * correlation ** abs(i - j)
        for i, first in enumerate(weights)
        for j, second in enumerate(weights)
    )


@given(lead=LEADS, window=st.integers(1, 25), correlation=CORRELATIONS)
def test_the_ratio_is_the_sum_of_all_covariances_of_the_policy(
    lead: float, window: int, correlation: float
) -> None:
    # derived: the order as a sum of demands, each pair correlated with ρ to the distance
    # Python's 0.0 ** 0 is 1, as it must be here
    assert variance_ratio(lead, window, correlation) == pytest.approx(
        _order_variance(lead, window, correlation)
    )


@given(lead=LEADS, window=WINDOWS, correlation=CORRELATIONS)
def test_orders_never_vary_less_than_demand(lead: float, window: int, correlation: float) -> None:
    assert variance_ratio(lead, window, correlation) >= 1


@given(leads=st.tuples(LEADS, LEADS), window=WINDOWS, correlation=CORRELATIONS)
def test_a_longer_lead_time_never_calms_the_orders(
    leads: tuple[float, float], window: int, correlation: float
) -> None:
    short, long = sorted(leads)
    assert variance_ratio(short, window, correlation) <= variance_ratio(long, window, correlation)


@given(lead=LEADS, windows=st.tuples(WINDOWS, WINDOWS))
def test_a_longer_memory_never_excites_the_orders(lead: float, windows: tuple[int, int]) -> None:
    short, long = sorted(windows)
    assert variance_ratio(lead, short) >= variance_ratio(lead, long)


@given(lead=LEADS, window=WINDOWS, correlations=st.tuples(st.floats(0, 0.99), st.floats(0, 0.99)))
def test_demand_that_lasts_calms_the_orders(
    lead: float, window: int, correlations: tuple[float, float]
) -> None:
    fickle, lasting = sorted(correlations)
    assert variance_ratio(lead, window, fickle) >= variance_ratio(lead, window, lasting)


@given(lead=LEADS, window=WINDOWS, correlation=st.floats(0.05, 0.95))
def test_demand_that_turns_back_excites_after_odd_memories_and_calms_after_even_ones(
    lead: float, window: int, correlation: float
) -> None:
    turning, plain = variance_ratio(lead, window, -correlation), variance_ratio(lead, window)
    assert turning >= plain if window % 2 else turning <= plain


@given(lead=LEADS, window=st.integers(1, 20), factor=st.integers(1, 9))
def test_only_the_lead_time_in_memories_counts(lead: float, window: int, factor: int) -> None:
    # derived: weeks or days, as long as both are counted in the same
    assert variance_ratio(lead * factor, window * factor) == pytest.approx(variance_ratio(lead, window))


def test_limits() -> None:
    assert variance_ratio(0, 1, -0.9) == 1
    assert variance_ratio(3, 10**15) == pytest.approx(1)
    assert variance_ratio(3, 4, 1 - 1e-12) == pytest.approx(1)
    assert variance_ratio(1, 10.0) == variance_ratio(1, 10)  # type: ignore[arg-type]
    assert variance_ratio(1, 10**308, -0.5) == 1


# What chain_ratio and chain_ratio_from_orders promise


def test_chen_drezner_ryan_simchi_levi_2000_three_stages() -> None:
    # derived: 1.48³ and 1 + 6/5 + 18/25
    assert chain_ratio([1, 1, 1], 5, shared=False) == pytest.approx(3.241792)
    assert chain_ratio([1, 1, 1], 5, shared=True) == pytest.approx(2.92)


@given(lead=LEADS, window=WINDOWS, shared=st.booleans())
def test_a_chain_of_one_is_one_firm(lead: float, window: int, *, shared: bool) -> None:
    assert chain_ratio([lead], window, shared) == pytest.approx(variance_ratio(lead, window))
    assert chain_ratio_from_orders([lead], window, 0.3) == pytest.approx(variance_ratio(lead, window, 0.3))


@given(leads=CHAINS, window=WINDOWS)
def test_sharing_never_hurts_and_the_product_is_a_lower_bound(leads: list[float], window: int) -> None:
    shared, product = (chain_ratio(leads, window, shared) for shared in (True, False))
    exact = chain_ratio_from_orders(leads, window)
    assert shared <= product * (1 + 1e-12)
    assert product <= exact * (1 + 1e-12)


@given(leads=CHAINS, window=WINDOWS, shared=st.booleans())
def test_the_order_of_the_stages_does_not_matter(leads: list[float], window: int, *, shared: bool) -> None:
    assert chain_ratio(leads[::-1], window, shared) == pytest.approx(chain_ratio(leads, window, shared))
    assert chain_ratio_from_orders(leads[::-1], window, 0.4) == pytest.approx(
        chain_ratio_from_orders(leads, window, 0.4)
    )


@given(leads=CHAINS, window=WINDOWS)
def test_a_stage_that_delivers_at_once_adds_nothing(leads: list[float], window: int) -> None:
    for shared in (True, False):
        assert chain_ratio([*leads, 0], window, shared) == chain_ratio(leads, window, shared)
    assert chain_ratio_from_orders([*leads, 0], window) == pytest.approx(
        chain_ratio_from_orders(leads, window)
    )


@given(leads=CHAINS, window=WINDOWS, shared=st.booleans())
def test_every_stage_adds_to_the_swing(leads: list[float], window: int, *, shared: bool) -> None:
    assert chain_ratio([*leads, 1], window, shared) > chain_ratio(leads, window, shared)


def test_two_stages_written_out() -> None:
    # derived: (1 + a) − a B applied twice, a = 1/2: 2.25, −1.5, 0.25
    assert chain_ratio_from_orders([1, 1], 2) == pytest.approx(2.25**2 + 1.5**2 + 0.25**2)
    correlated = 7.375 + 2 * 0.25 * (2.25 * -1.5 + -1.5 * 0.25) + 2 * 0.0625 * 2.25 * 0.25
    assert chain_ratio_from_orders([1, 1], 2, 0.5) == pytest.approx(correlated)


def _passed_on(seen: list[float], lead: float, window: int) -> list[float]:
    """How a stage's order weighs past demands, newest first, if ``seen`` weighs those of what it receives."""
    longer = [*seen, *[0.0] * window]
    earlier = [0.0] * window + seen
    moved = [lead * (new - old) / window for new, old in zip(longer, earlier, strict=True)]
    return [passed + move for passed, move in zip(longer, moved, strict=True)]


@given(leads=st.lists(st.floats(0, 5), min_size=1, max_size=4), window=st.integers(1, 6), rho=CORRELATIONS)
def test_the_exact_ratio_is_the_sum_of_all_covariances_of_the_chain(
    leads: list[float], window: int, rho: float
) -> None:
    # derived: each order as a sum of past demands, each pair correlated with ρ to the distance
    weights = [1.0]
    for lead in leads:
        weights = _passed_on(weights, lead, window)
    pairs = ((i, j) for i in range(len(weights)) for j in range(len(weights)))
    variance = math.fsum(weights[i] * weights[j] * rho ** abs(i - j) for i, j in pairs)
    assert chain_ratio_from_orders(leads, window, rho) == pytest.approx(variance)


def test_a_memory_beyond_measure_passes_demand_on_as_it_is() -> None:
    assert chain_ratio_from_orders([1, 2, 3], 10**308, 0.5) == 1
    assert chain_ratio([1, 2, 3], 10**308, shared=False) == 1


# What simulate_chain promises


@pytest.mark.parametrize("correlation", [0, 0.6, -0.6])
@pytest.mark.parametrize(("leads", "window"), [([1], 5), ([2, 1], 4), ([1, 1, 1], 5), ([0.5, 3], 1)])
def test_the_simulation_confirms_the_closed_forms(
    leads: list[float], window: int, correlation: float
) -> None:
    for shared in (True, False):
        drawn = simulate_chain(leads, window, correlation, shared, periods=60_000, seed=7)
        for stage, ratio in enumerate(drawn.ratios, start=1):
            if shared:
                formula = variance_ratio(sum(leads[:stage]), window, correlation)
            else:
                formula = chain_ratio_from_orders(leads[:stage], window, correlation)
            assert ratio == pytest.approx(formula, rel=0.03)


def test_simulated_demand_has_the_mean_deviation_and_correlation_that_were_asked_for() -> None:
    demand = simulate_chain([1], 1, 0.7, periods=60_000, seed=3).demand
    assert statistics.fmean(demand) == pytest.approx(100, abs=0.5)
    assert statistics.pstdev(demand) == pytest.approx(10, rel=0.03)
    assert statistics.correlation(demand[:-1], demand[1:]) == pytest.approx(0.7, abs=0.02)


@pytest.mark.parametrize("shared", [True, False])
def test_what_is_shown_has_the_length_that_was_asked_for(*, shared: bool) -> None:
    drawn = simulate_chain([1, 2, 3], 7, shared=shared, periods=50, seed=2)
    assert len(drawn.demand) == 50
    assert [len(series) for series in drawn.orders] == [50, 50, 50]
    assert len(drawn.ratios) == 3


@pytest.mark.parametrize("shared", [True, False])
def test_the_ratios_are_those_of_what_is_shown(*, shared: bool) -> None:
    drawn = simulate_chain([1, 2], 3, 0.2, shared, periods=40, seed=5)
    for series, ratio in zip(drawn.orders, drawn.ratios, strict=True):
        assert statistics.pvariance(series) / statistics.pvariance(drawn.demand) == pytest.approx(ratio)


def test_each_order_is_what_was_sold_and_the_change_of_the_target() -> None:
    drawn = simulate_chain([2], 3, periods=30, seed=11)
    sold, orders = drawn.demand, drawn.orders[0]
    for now in range(4, 30):
        target, before = (2 * statistics.fmean(sold[end - 3 : end]) for end in (now + 1, now))
        assert orders[now] == pytest.approx(sold[now] + target - before)


def test_the_same_seed_draws_the_same_demand_for_every_policy() -> None:
    assert simulate_chain([1], 4, seed=9) == simulate_chain([1], 4, seed=9)
    assert simulate_chain([1], 4, seed=9) != simulate_chain([1], 4, seed=10)
    assert simulate_chain([1], 4, seed=9).demand == simulate_chain([5], 4, seed=9).demand


def test_a_chain_without_lead_times_orders_what_is_sold() -> None:
    drawn = simulate_chain([0, 0], 4, periods=20)
    assert drawn.orders == (drawn.demand, drawn.demand)
    assert drawn.ratios == (1, 1)


# What all refuse


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -1])
def test_lead_times_are_finite_numbers_of_0_or_more(value: object) -> None:
    with pytest.raises(ModelError, match=r"^lead_time is "):
        variance_ratio(value, 5)  # type: ignore[arg-type]
    for ratio in (chain_ratio_from_orders, simulate_chain):
        with pytest.raises(ModelError, match=r"^lead_times\[1\] is "):
            ratio([1, value], 5)  # type: ignore[list-item]


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 0, -1, 2.5])
def test_a_window_is_a_whole_number_of_1_or_more(value: object) -> None:
    with pytest.raises(ModelError, match=r"^window is .*whole number"):
        variance_ratio(1, value)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^window is .*whole number"):
        chain_ratio([1], value, shared=True)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^window is .*whole number"):
        simulate_chain([1], value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 1, -1, 1.5])
def test_a_correlation_lies_between_minus_1_and_1(value: object) -> None:
    for ratio in (variance_ratio, lambda _lead, *rest: simulate_chain([1], *rest)):
        with pytest.raises(ModelError, match=r"^correlation is "):
            ratio(1, 5, value)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0, 1, None, "yes", 0.5, [True]])
def test_shared_is_true_or_false(value: object) -> None:
    with pytest.raises(ModelError, match=r"^shared is .*: the model allows True or False"):
        chain_ratio([1], 5, value)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^shared is "):
        simulate_chain([1], 5, shared=value)  # type: ignore[arg-type]


@pytest.mark.parametrize("chain", [[], None, 5, "12", {1: 2}, {3}])
def test_a_chain_is_a_list_of_at_least_one_stage(chain: object) -> None:
    for ratio in (chain_ratio_from_orders, simulate_chain):
        with pytest.raises(ModelError, match=r"^lead_times is "):
            ratio(chain, 5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "value"),
    [
        ("lead_times", [1] * 21),
        (r"lead_times\[0\]", [101]),
        ("window", 1001),
        ("periods", 1),
        ("periods", 100_001),
        ("periods", 10**30),
        ("seed", -1),
        ("seed", 1.5),
    ],
)
def test_a_simulation_has_limits(named: str, value: object) -> None:
    arguments = {"lead_times": [1], "window": 5, "periods": 10, "seed": 0}
    with pytest.raises(ModelError, match=f"^{named} is "):
        simulate_chain(**(arguments | {named.partition("\\")[0]: value}))  # type: ignore[arg-type]


def test_ratios_beyond_floating_point_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^lead_time is .*finite"):
        variance_ratio(1e200, 1)
    with pytest.raises(ModelError, match=r"^lead_times is .*finite"):
        chain_ratio([1e100, 1e100], 1, shared=False)
    with pytest.raises(ModelError, match=r"^lead_times is .*finite"):
        chain_ratio([1e308, 1e308], 1, shared=True)
    with pytest.raises(ModelError, match=r"^lead_times is .*finite"):
        chain_ratio_from_orders([1e100, 1e100], 1)


def test_the_module_names_what_it_offers() -> None:
    assert all(hasattr(bullwhip, name) for name in bullwhip.__all__)
