"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import itertools
import math
import random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from kamlab.errors import ModelError
from kamlab.models.supersession import bass, bass_share, substitution_share, takeover_time

RATES = st.floats(0.001, 1)
YEARS = st.floats(1900, 2100)
COOLERS: dict[str, Any] = {"p": 0.0104, "q": 0.4186, "market": 16_895}
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]


# What substitution_share and takeover_time promise


@given(alpha=RATES, midpoint=YEARS, time=YEARS)
def test_fisher_pry_1971_equation_as_printed(alpha: float, midpoint: float, time: float) -> None:
    # published: f = 1/2 [1 + tanh alpha (t - t0)]
    printed = 0.5 * (1 + math.tanh(alpha * (time - midpoint)))
    assert substitution_share(alpha, midpoint, time) == pytest.approx(printed, abs=1e-12)


@given(alpha=RATES)
def test_fisher_pry_1971_takeover_takes_about_2_2_over_alpha(alpha: float) -> None:
    # published: takeover in 2.2 over alpha
    assert takeover_time(alpha) == pytest.approx(2.2 / alpha, rel=0.002)


@given(alpha=RATES, midpoint=YEARS)
def test_the_takeover_runs_from_a_tenth_to_nine_tenths(alpha: float, midpoint: float) -> None:
    # derived: half of the time on each side of the midpoint
    half = takeover_time(alpha) / 2
    assert substitution_share(alpha, midpoint, midpoint - half) == pytest.approx(0.1)
    assert substitution_share(alpha, midpoint, midpoint + half) == pytest.approx(0.9)


@given(alpha=st.floats(0, 2), midpoint=YEARS, ahead=st.floats(0, 100))
def test_what_one_way_gains_the_other_loses(alpha: float, midpoint: float, ahead: float) -> None:
    before = substitution_share(alpha, midpoint, midpoint - ahead)
    assert before + substitution_share(alpha, midpoint, midpoint + ahead) == pytest.approx(1)


@given(alpha=st.floats(0, 2), midpoint=YEARS, first=YEARS, second=YEARS)
def test_a_substitution_never_turns_back(alpha: float, midpoint: float, first: float, second: float) -> None:
    assume(first <= second)
    assert substitution_share(alpha, midpoint, first) <= substitution_share(alpha, midpoint, second)


def test_at_the_midpoint_each_way_has_half_however_fast_the_change_is() -> None:
    assert substitution_share(1e308, 2030, 2030) == 0.5
    assert substitution_share(1e308, 2030, 2031) == 1


@given(alpha=RATES, midpoint=st.floats(-20, 20), time=st.floats(-20, 20))
def test_the_odds_are_a_straight_line(alpha: float, midpoint: float, time: float) -> None:
    # derived: ln(f / (1 - f)) = 2 alpha (t - t0)
    share = substitution_share(alpha, midpoint, time)
    assume(1e-9 < share < 1 - 1e-9)
    assert math.log(share / (1 - share)) == pytest.approx(2 * alpha * (time - midpoint), abs=1e-6)


@given(alpha=RATES, midpoint=st.floats(-20, 20), time=st.floats(-20, 20), factor=st.floats(0.1, 100))
def test_months_give_the_same_share_as_years(
    alpha: float, midpoint: float, time: float, factor: float
) -> None:
    in_months = substitution_share(alpha / factor, midpoint * factor, time * factor)
    assert in_months == pytest.approx(substitution_share(alpha, midpoint, time), abs=1e-9)


def test_far_from_the_midpoint_the_share_is_none_or_all() -> None:
    assert substitution_share(1, 0, -1e6) == 0
    assert substitution_share(1, 0, 1e6) == 1
    assert substitution_share(1e300, -1e300, 1e300) == 1


def test_small_shares_keep_their_digits() -> None:
    # derived: far below the midpoint the share is exp(2 alpha (t - t0))
    assert substitution_share(0.5, 0, -100) == pytest.approx(math.exp(-100), rel=1e-12)


def test_without_growth_the_share_stays_at_half() -> None:
    assert substitution_share(0, 2000, 2100) == 0.5
    assert substitution_share(0, -1.7e308, 1.7e308) == 0.5


# What bass promises


def test_bass_1969_room_air_conditioners() -> None:
    # recomputed: peak after 8.6 years, 1.86 million units (sizes in thousands)
    coolers = bass(**COOLERS)
    assert coolers.peak_time == pytest.approx(8.6, abs=0.05)
    assert coolers.peak_sales == pytest.approx(1857, abs=0.5)


@pytest.mark.parametrize("seed", range(100))
def test_the_curve_solves_its_differential_equation(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    p, q, market = draw.uniform(0.001, 0.1), draw.uniform(0, 1), draw.uniform(10, 1e5)
    found = bass(p, q, market, horizon=20).curve
    solved = solve_ivp(
        lambda _time, sold: (p + q * sold / market) * (market - sold),
        (0, 20),
        [0],
        t_eval=[point.time for point in found],
        rtol=1e-10,
        atol=1e-9 * market,
    )
    assert [point.adopted for point in found] == pytest.approx(solved.y[0], rel=1e-6, abs=1e-6 * market)


@given(p=RATES, q=RATES)
def test_sales_are_the_slope_of_what_is_adopted(p: float, q: float) -> None:
    curve = bass(p, q, market=1000, horizon=10).curve
    for point in curve[::20]:
        step = 1e-5
        slope = (bass_share(p, q, point.time + step) - bass_share(p, q, max(0, point.time - step))) / (
            step + min(step, point.time)
        )
        assert point.sales == pytest.approx(1000 * slope, rel=1e-3, abs=1e-6)


@given(p=RATES, q=RATES)
def test_no_moment_sells_more_than_the_peak(p: float, q: float) -> None:
    spread = bass(p, q, market=1000)
    assert max(point.sales for point in spread.curve) <= spread.peak_sales * (1 + 1e-12)
    at_peak = 1000 * (p + q * bass_share(p, q, spread.peak_time)) * (1 - bass_share(p, q, spread.peak_time))
    assert at_peak == pytest.approx(spread.peak_sales)


@given(p=RATES, q=RATES)
def test_the_peak_comes_when_half_less_a_little_have_bought(p: float, q: float) -> None:
    # derived: F = (q - p) / 2q where q > p, else 0
    spread = bass(p, q, market=1)
    assert bass_share(p, q, spread.peak_time) == pytest.approx(max(0, (q - p) / (2 * q)), abs=1e-9)


@pytest.mark.parametrize("q", [0, 0.01, 0.05])
def test_without_much_imitation_sales_only_fall(q: float) -> None:
    # derived: they start at m p
    spread = bass(p=0.05, q=q, market=200)
    assert (spread.peak_time, spread.peak_sales) == (0, 10)
    assert all(now.sales > later.sales for now, later in itertools.pairwise(spread.curve))


def test_without_imitation_the_rest_shrinks_by_the_same_share() -> None:
    # derived: F = 1 - exp(-p t)
    assert bass_share(0.1, 0, 7) == pytest.approx(1 - math.exp(-0.7))


@given(q=st.floats(0.2, 1), ahead=st.floats(-5, 5))
def test_with_hardly_any_innovators_diffusion_is_substitution(q: float, ahead: float) -> None:
    # derived: alpha = q / 2 and t0 = ln(q / p) / q
    p = 1e-9
    midpoint = math.log(q / p) / q
    assert bass_share(p, q, midpoint + ahead) == pytest.approx(
        substitution_share(q / 2, midpoint, midpoint + ahead), rel=1e-5
    )


@given(p=st.floats(1e-6, 1), q=st.floats(0, 1))
def test_the_curve_ends_where_99_per_cent_have_bought(p: float, q: float) -> None:
    curve = bass(p, q, market=100).curve
    assert len(curve) == 101
    assert (curve[0].time, curve[0].adopted) == (0, 0)
    assert curve[-1].adopted == pytest.approx(99)
    assert np.diff([point.time for point in curve]) == pytest.approx(curve[1].time)


def test_the_curve_ends_where_asked() -> None:
    assert bass(**COOLERS, horizon=12).curve[-1].time == 12


@given(factor=st.floats(0.01, 100))
def test_a_larger_market_sells_more_at_the_same_time(factor: float) -> None:
    once, more = bass(0.03, 0.4, 1000), bass(0.03, 0.4, 1000 * factor)
    assert more.peak_time == once.peak_time
    assert more.peak_sales == pytest.approx(factor * once.peak_sales)
    assert more.curve[50].adopted == pytest.approx(factor * once.curve[50].adopted)


@given(p=RATES, q=RATES, factor=st.floats(0.1, 10))
def test_a_faster_clock_squeezes_the_curve(p: float, q: float, factor: float) -> None:
    slow, fast = bass(p, q, 1000), bass(p * factor, q * factor, 1000)
    assert fast.peak_time * factor == pytest.approx(slow.peak_time)
    assert fast.peak_sales == pytest.approx(factor * slow.peak_sales)


@given(p=RATES, q=RATES, first=st.floats(0, 100), second=st.floats(0, 100))
def test_nobody_unbuys(p: float, q: float, first: float, second: float) -> None:
    assume(first <= second)
    assert 0 <= bass_share(p, q, first) <= bass_share(p, q, second) + 1e-15 <= 1 + 1e-12


@pytest.mark.parametrize("rates", [(5e-324, 0.5), (1e-300, 1e-300), (0.5, 5e-324), (1e300, 1e300)])
def test_extreme_rates_still_have_a_curve(rates: tuple[float, float]) -> None:
    spread = bass(*rates, market=100)
    assert all(math.isfinite(value) for point in spread.curve for value in point)
    assert spread.curve[-1].adopted == pytest.approx(99)


# What all refuse


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        *itertools.product(["p", "q", "market"], [*NOT_NUMBERS, -0.1]),
        *[("horizon", bad) for bad in (*NOT_NUMBERS, -0.1) if bad is not None],
    ],
)
def test_bass_needs_finite_rates(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        bass(**(COOLERS | {parameter: bad}))


@pytest.mark.parametrize("parameter", ["p", "market", "horizon"])
def test_nobody_starts_without_innovators_and_nothing_sells_without_a_market(parameter: str) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is 0: the model allows a finite number above 0"):
        bass(**(COOLERS | {parameter: 0}))


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -0.1])
def test_a_share_needs_a_time_after_the_start(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^time is "):
        bass_share(0.1, 0.2, bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("bad", NOT_NUMBERS)
@pytest.mark.parametrize("parameter", ["alpha", "midpoint", "time"])
def test_a_substitution_needs_finite_numbers(parameter: str, bad: object) -> None:
    good: dict[str, Any] = {"alpha": 0.1, "midpoint": 2000, "time": 2010}
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        substitution_share(**(good | {parameter: bad}))


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 0, -0.1, 5e-324])
def test_a_takeover_needs_growth(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^alpha is "):
        takeover_time(bad)  # type: ignore[arg-type]


@pytest.mark.parametrize("rates", [(1e308, 1e308), (5e-324, 0)])
def test_rates_without_a_finite_curve_are_refused(rates: tuple[float, float]) -> None:
    with pytest.raises(ModelError, match="p, q"):
        bass(*rates, market=100)


def test_a_market_beyond_floating_point_is_refused() -> None:
    with pytest.raises(ModelError, match="market"):
        bass(10, 100, market=1e308)


def test_a_horizon_beyond_floating_point_is_refused() -> None:
    with pytest.raises(ModelError, match="horizon"):
        bass(**COOLERS, horizon=1e308)
