"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize, minimize_scalar

from kamlab.errors import ModelError
from kamlab.models.spatial import (
    hotelling,
    mixed_oligopoly,
    privatisation_threshold,
    salop,
    variety_cost,
)

MONEY = st.floats(0.01, 1000)
SLOPES = st.floats(0.01, 100)
RIVALS = st.integers(0, 200)
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - seeded examples, no secret


def highest(profit: object, low: float, high: float) -> float:
    """Where a profit that rises and then falls is highest."""
    found = minimize_scalar(
        lambda price: -profit(price),  # type: ignore[operator]
        bounds=(low, high),
        method="bounded",
        options={"xatol": 1e-11},
    )
    return float(found.x)


# What salop and variety_cost promise


def test_salop_1979_exercise_with_travel_4_and_costs_1() -> None:
    # recomputed: two firms at a price of 3, one would be best
    market = salop(transport=4, fixed=1, marginal=1)
    assert (market.firms, market.price, market.optimum) == (2, 3, 1)
    assert (market.whole_firms, market.whole_optimum) == (2, 1)


@pytest.mark.parametrize(
    ("transport", "fixed", "marginal", "firms", "price"),
    [(9, 1, 0, 3, 3), (16, 1, 2, 4, 6), (1, 0.01, 0.5, 10, 0.6), (0.36, 0.04, 0, 3, 0.12), (4, 4, 1, 1, 5)],
)
def test_salop_1979_formulas(
    transport: float, fixed: float, marginal: float, firms: float, price: float
) -> None:
    # derived: n = sqrt(t / F) and p = c + sqrt(t F)
    market = salop(transport, fixed, marginal)
    assert (market.firms, market.price) == pytest.approx((firms, price))
    assert market.whole_firms == firms


@given(transport=MONEY, fixed=MONEY, marginal=MONEY)
def test_nicholson_snyder_2008_half_as_many_would_be_best(
    transport: float, fixed: float, marginal: float
) -> None:
    # published: the best number is half of that of free entry
    market = salop(transport, fixed, marginal)
    assert market.optimum == market.firms / 2


@given(transport=MONEY, fixed=MONEY, marginal=MONEY)
def test_free_entry_leaves_no_profit(transport: float, fixed: float, marginal: float) -> None:
    # derived: margin times share less the fixed cost
    market = salop(transport, fixed, marginal)
    assert (market.price - marginal) / market.firms == pytest.approx(fixed, abs=1e-9)


@pytest.mark.parametrize("seed", range(100))
def test_no_firm_on_the_circle_gains_by_another_price(seed: int) -> None:
    draw = drawn(seed)
    transport, marginal = draw.uniform(0.1, 10), draw.uniform(0, 10)
    market = salop(transport, transport / draw.randrange(2, 20) ** 2, marginal)

    def profit(price: float) -> float:
        return (price - marginal) * (1 / market.firms + (market.price - price) / transport)

    assert highest(profit, marginal, market.price + transport) == pytest.approx(market.price, rel=1e-6)


@given(transport=MONEY, fixed=MONEY)
def test_the_whole_number_of_firms_is_the_last_that_can_live(transport: float, fixed: float) -> None:
    ratio = transport / fixed
    count = salop(transport, fixed, 0).whole_firms
    assert count == 1 or ratio >= count**2 * (1 - 1e-9)
    assert ratio < (count + 1) ** 2 * (1 + 1e-9)


@given(transport=MONEY, fixed=MONEY)
def test_the_whole_optimum_is_the_cheapest_variety(transport: float, fixed: float) -> None:
    best = salop(transport, fixed, 0).whole_optimum
    cost = variety_cost(best, transport, fixed).total
    for other in (best - 1, best + 1):
        if other:
            assert cost <= variety_cost(other, transport, fixed).total * (1 + 1e-9)


def test_of_two_equally_cheap_numbers_the_smaller_one_is_best() -> None:
    # derived: t / 4 F = 2 = 1 * 2, so one firm and two cost the same
    market = salop(8, 1, 0)
    assert variety_cost(1, 8, 1).total == variety_cost(2, 8, 1).total == 3
    assert market.whole_optimum == 1
    assert salop(0.8, 0.1, 0).whole_optimum == 1


@given(transport=MONEY, fixed=MONEY, factor=st.floats(0.1, 10))
def test_the_best_number_has_the_lowest_cost_of_variety(
    transport: float, fixed: float, factor: float
) -> None:
    # derived: at the optimum the firms cost as much as the ways
    best = salop(transport, fixed, 0).optimum
    lowest = best * fixed + transport / (4 * best)
    assert best * fixed == pytest.approx(transport / (4 * best))
    assert lowest <= (best * factor * fixed + transport / (4 * best * factor)) * (1 + 1e-12)


@given(low=MONEY, high=MONEY, fixed=MONEY)
def test_the_more_tastes_matter_the_more_firms_there_are_and_the_dearer(
    low: float, high: float, fixed: float
) -> None:
    assume(low <= high)
    alike, different = salop(low, fixed, 1), salop(high, fixed, 1)
    assert alike.firms <= different.firms
    assert alike.price <= different.price * (1 + 1e-12)
    assert alike.whole_firms <= different.whole_firms
    assert alike.whole_optimum <= different.whole_optimum


@given(transport=MONEY, fixed=MONEY, marginal=MONEY, factor=st.floats(0.01, 100))
def test_the_currency_does_not_matter(transport: float, fixed: float, marginal: float, factor: float) -> None:
    once, converted = (
        salop(transport, fixed, marginal),
        salop(*(factor * v for v in (transport, fixed, marginal))),
    )
    assert converted.firms == pytest.approx(once.firms)
    assert converted.price == pytest.approx(factor * once.price)


def test_a_market_too_small_for_a_rival_has_one_firm() -> None:
    market = salop(1, 9, 0)
    assert market.firms == pytest.approx(1 / 3)
    assert (market.whole_firms, market.whole_optimum) == (1, 1)


@given(firms=st.integers(1, 1000), transport=st.floats(0, 1000), fixed=st.floats(0, 1000))
def test_the_cost_of_variety_is_the_sum_of_its_parts(firms: int, transport: float, fixed: float) -> None:
    cost = variety_cost(firms, transport, fixed)
    assert (cost.fixed, cost.total) == (firms * fixed, cost.fixed + cost.travel)
    # derived: the mean of |x| over a stretch of 1 / n around each firm, by the middles of 100 slices
    middles = [(slice_ + 0.5) / 200 / firms for slice_ in range(100)]
    assert cost.travel == pytest.approx(transport * math.fsum(middles) / 100)


def test_extremes_are_refused_by_name() -> None:
    with pytest.raises(ModelError, match=r"^fixed is "):
        salop(1e300, 1e-300, 1)
    with pytest.raises(ModelError, match=r"^transport is "):
        salop(1e-300, 1e300, 1)
    with pytest.raises(ModelError, match=r"^firms is "):
        variety_cost(10**300, 1, 1e300)


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        *[(name, bad) for name in ("transport", "fixed", "marginal") for bad in (*NOT_NUMBERS, -1)],
        ("transport", 0),
        ("fixed", 0),
    ],
)
def test_a_circle_needs_sums_in_range(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        salop(**{"transport": 4, "fixed": 1, "marginal": 1} | {parameter: bad})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        *[(name, bad) for name in ("firms", "transport", "fixed") for bad in (*NOT_NUMBERS, -1)],
        ("firms", 0),
        ("firms", 1.5),
    ],
)
def test_variety_needs_numbers_in_range(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        variety_cost(**{"firms": 3, "transport": 4, "fixed": 1} | {parameter: bad})  # type: ignore[arg-type]


# What hotelling promises


def test_hotelling_1929_with_both_firms_at_the_ends() -> None:
    # derived: his prices c (l + (a - b) / 3) and c (l - (a - b) / 3) with a = b = 0 and l = 1
    market = hotelling(transport=5, marginal_first=0, marginal_second=0)
    assert (market.price_first, market.price_second, market.share_first) == (5, 5, 0.5)
    assert (market.profit_first, market.profit_second) == (2.5, 2.5)


@pytest.mark.parametrize("seed", range(100))
def test_no_firm_on_the_line_gains_by_another_price(seed: int) -> None:
    draw = drawn(seed)
    transport, first, second = draw.uniform(0.5, 5), draw.uniform(0, 10), draw.uniform(0, 10)
    market = hotelling(transport, first, second)

    def served(own: float, other: float) -> float:
        return min(1, max(0, 0.5 + (other - own) / (2 * transport)))

    def gain(price: float) -> float:
        return (price - first) * served(price, market.price_second)

    def rival_gain(price: float) -> float:
        return (price - second) * served(price, market.price_first)

    prices = [step / 100 for step in range(3001)]
    assert max(map(gain, prices)) <= market.profit_first + 1e-9
    assert max(map(rival_gain, prices)) <= market.profit_second + 1e-9
    assert gain(market.price_first) == pytest.approx(market.profit_first)
    assert served(market.price_first, market.price_second) == pytest.approx(market.share_first)


@given(transport=MONEY, first=MONEY, second=MONEY)
def test_the_line_looks_the_same_from_both_ends(transport: float, first: float, second: float) -> None:
    market, mirrored = hotelling(transport, first, second), hotelling(transport, second, first)
    assert mirrored.price_first == pytest.approx(market.price_second)
    assert mirrored.share_first == pytest.approx(1 - market.share_first, abs=1e-12)
    assert mirrored.profit_first == pytest.approx(market.profit_second, abs=1e-9)


@given(transport=MONEY, first=MONEY, second=MONEY)
def test_profits_follow_the_closed_form_while_both_sell(
    transport: float, first: float, second: float
) -> None:
    # derived: (3 t + c2 - c1)^2 / 18 t
    assume(abs(second - first) < 3 * transport)
    market = hotelling(transport, first, second)
    closed = (3 * transport + second - first) ** 2 / (18 * transport)
    assert market.profit_first == pytest.approx(closed, abs=1e-8)


@pytest.mark.parametrize("far", [3, 3.5, 100])
def test_an_advantage_of_three_times_the_distance_takes_the_whole_market(far: float) -> None:
    # derived: the price at which the farthest customer just comes
    winner = hotelling(transport=2, marginal_first=1, marginal_second=1 + 2 * far)
    assert (winner.share_first, winner.profit_second) == (1, 0)
    assert winner.price_first == pytest.approx(2 * far - 1)
    assert winner.price_second == 1 + 2 * far
    loser = hotelling(transport=2, marginal_first=1 + 2 * far, marginal_second=1)
    assert (loser.share_first, loser.profit_first) == (0, 0)
    assert loser.profit_second == winner.profit_first


@given(transport=MONEY, first=MONEY, low=MONEY, high=MONEY)
def test_a_dearer_rival_is_never_a_disadvantage(
    transport: float, first: float, low: float, high: float
) -> None:
    assume(low <= high)
    strong, weak = hotelling(transport, first, low), hotelling(transport, first, high)
    assert strong.share_first <= weak.share_first + 1e-12
    assert strong.profit_first <= weak.profit_first * (1 + 1e-9) + 1e-9


def test_prices_beyond_numbers_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^transport is "):
        hotelling(1.7e308, 1.7e308, 1.7e308)


@pytest.mark.parametrize(
    ("parameter", "bad"),
    [
        *[
            (name, bad)
            for name in ("transport", "marginal_first", "marginal_second")
            for bad in (*NOT_NUMBERS, -1)
        ],
        ("transport", 0),
    ],
)
def test_a_line_needs_sums_in_range(parameter: str, bad: object) -> None:
    good: dict[str, Any] = {"transport": 4, "marginal_first": 1, "marginal_second": 1}
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        hotelling(**good | {parameter: bad})


# What mixed_oligopoly and privatisation_threshold promise


@pytest.mark.parametrize(("private_firms", "mixed", "privatised"), [(1, 0.3200, 0.3125), (3, 0.3878, 0.3889)])
def test_de_fraja_delbono_1989_few_and_many_rivals(
    private_firms: int, mixed: float, privatised: float
) -> None:
    # derived: the market of the paper with a cost slope of 1
    market = mixed_oligopoly(private_firms, cost_slope=1)
    assert market.mixed == pytest.approx(mixed, abs=5e-5)
    assert market.privatised == pytest.approx(privatised, abs=5e-5)


@pytest.mark.parametrize("seed", range(100))
def test_every_firm_makes_what_a_numerical_search_finds_best(seed: int) -> None:
    draw = drawn(seed)
    rivals, slope = draw.randrange(1, 30), draw.uniform(0.05, 10)
    market = mixed_oligopoly(rivals, slope)
    private = rivals * market.private_output

    def welfare(own: float) -> float:
        made = private + own
        return made - made**2 / 2 - slope / 2 * (own**2 + rivals * market.private_output**2)

    def gain(own: float, others: float) -> float:
        return (1 - others - own) * own - slope / 2 * own**2

    others = market.public_output + private - market.private_output
    privatised = rivals * market.privatised_output
    assert highest(welfare, 0, 1) == pytest.approx(market.public_output, abs=1e-6)
    assert highest(lambda own: gain(own, others), 0, 1) == pytest.approx(market.private_output, abs=1e-6)
    assert highest(lambda own: gain(own, privatised), 0, 1) == pytest.approx(
        market.privatised_output, abs=1e-6
    )
    assert welfare(market.public_output) == pytest.approx(market.mixed)
    assert market.price_mixed == pytest.approx(1 - private - market.public_output)


@pytest.mark.parametrize(("private_firms", "slope"), [(0, 1), (1, 0.5), (3, 2)])
def test_nothing_is_better_than_the_best(private_firms: int, slope: float) -> None:
    found = minimize(
        lambda made: -(sum(made) - sum(made) ** 2 / 2 - slope / 2 * sum(each**2 for each in made)),
        [0.1] * (private_firms + 1),
    )
    assert mixed_oligopoly(private_firms, slope).first_best == pytest.approx(-found.fun, abs=1e-8)


@given(private_firms=RIVALS, slope=st.floats(0, 100))
def test_welfare_follows_the_closed_forms(private_firms: int, slope: float) -> None:
    # derived: as in the docstring
    market, ahead = mixed_oligopoly(private_firms, slope), 1 + slope
    mixed = 0.5 - slope * (ahead**3 + private_firms * slope**2) / 2 / (ahead**2 + private_firms * slope) ** 2
    privatised = 0.5 - (ahead**2 + slope * (private_firms + 1)) / 2 / (ahead + private_firms + 1) ** 2
    assert market.mixed == pytest.approx(mixed, abs=1e-12)
    assert market.privatised == pytest.approx(privatised, abs=1e-12)


@given(private_firms=RIVALS, slope=st.floats(0, 100))
def test_the_best_is_never_exceeded_and_nothing_is_worth_more_than_half(
    private_firms: int, slope: float
) -> None:
    market = mixed_oligopoly(private_firms, slope)
    assert max(market.mixed, market.privatised) <= market.first_best + 1e-12
    assert 0 < market.first_best <= 0.5
    assert market.price_mixed <= market.price_privatised


@given(private_firms=RIVALS, slope=SLOPES)
def test_privatising_helps_exactly_above_the_threshold(private_firms: int, slope: float) -> None:
    threshold = privatisation_threshold(slope)
    assume(abs(private_firms - threshold) > 1e-6)
    market = mixed_oligopoly(private_firms, slope)
    # derived: the difference of the two closed forms
    ahead = 1 + slope
    difference = (slope * private_firms * (private_firms + 1) - ahead**3) / (
        2 * (ahead**2 + private_firms * slope) ** 2 * (ahead + private_firms + 1) ** 2
    )
    assert market.privatised - market.mixed == pytest.approx(difference, abs=1e-14)
    assert (difference > 0) is (private_firms > threshold)


def test_with_one_rival_or_two_the_public_firm_is_worth_keeping() -> None:
    # derived: (1 + k)^3 / k is least at k = 1/2, 6.75
    assert privatisation_threshold(0.5) == pytest.approx((math.sqrt(28) - 1) / 2)
    for slope in (0.001, 0.1, 0.5, 1, 5, 100):
        assert privatisation_threshold(slope) >= privatisation_threshold(0.5)
        for private_firms in (0, 1, 2):
            market = mixed_oligopoly(private_firms, slope)
            assert market.mixed > market.privatised


def test_a_public_firm_alone_reaches_the_best_and_a_private_one_a_monopoly() -> None:
    # derived: 1 / 2 (1 + k); a monopoly makes 1 / (2 + k)
    market = mixed_oligopoly(0, 2)
    assert (market.mixed, market.first_best) == pytest.approx((1 / 6, 1 / 6))
    assert market.privatised_output == 0.25
    assert market.privatised == pytest.approx(0.25 - 0.25**2 / 2 - 0.25**2)


def test_without_rising_costs_the_public_firm_serves_everybody() -> None:
    # derived: price 0; private firms make nothing; n + 1 firms of Cournot after privatisation
    market = mixed_oligopoly(2, 0)
    assert (market.mixed, market.price_mixed, market.private_output) == (0.5, 0, 0)
    assert market.privatised_output == 0.25
    assert market.privatised == pytest.approx(0.75 - 0.75**2 / 2)


@given(private_firms=RIVALS, slope=SLOPES)
def test_another_rival_raises_welfare(private_firms: int, slope: float) -> None:
    fewer, more = mixed_oligopoly(private_firms, slope), mixed_oligopoly(private_firms + 1, slope)
    assert more.privatised > fewer.privatised
    assert more.first_best > fewer.first_best
    assert more.price_mixed < fewer.price_mixed


def test_extremes_stay_in_range() -> None:
    for rivals, slope in ((0, 1e308), (10**9, 1e308), (10**300, 1), (10**300, 1e300), (5, 5e-324)):
        market = mixed_oligopoly(rivals, slope)
        assert 0 <= market.mixed <= 0.5
        assert 0 <= market.privatised <= 0.5
        assert 0 <= market.price_mixed <= market.price_privatised <= 1
    with pytest.raises(ModelError, match=r"^private_firms is "):
        mixed_oligopoly(10**308, 1.7e308)
    with pytest.raises(ModelError, match=r"^cost_slope is "):
        privatisation_threshold(1e200)


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1])
def test_a_mixed_market_needs_numbers_in_range(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^private_firms is "):
        mixed_oligopoly(bad, 1)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^cost_slope is "):
        mixed_oligopoly(1, bad)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^cost_slope is "):
        privatisation_threshold(bad)  # type: ignore[arg-type]


def test_half_a_firm_and_no_rising_cost_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^private_firms is 0.5: the model allows a whole number"):
        mixed_oligopoly(0.5, 1)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^cost_slope is 0: the model allows a finite number above 0"):
        privatisation_threshold(0)
