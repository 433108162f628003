"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import itertools
import math
import random
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from kamlab.errors import ModelError
from kamlab.models import repeated_game
from kamlab.models.repeated_game import (
    FORGIVENESS,
    Move,
    Strategy,
    agreement_threshold,
    bertrand_threshold,
    cournot_threshold,
    critical_discount,
    generosity_limit,
    play,
    stage_equilibria,
    tit_for_tat_threshold,
)

NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
MONEY = st.floats(-1e6, 1e6)
AXELROD = {"temptation": 5, "reward": 3, "punishment": 1, "sucker": 0}
PAYOFFS = (5, 3, 1, 0)
DILEMMA = ([[3, 0], [5, 1]], [[3, 5], [0, 1]])
NAMES = [member.value for member in Strategy]


def _drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - seeded examples, no secret


def _dilemma(seed: int) -> dict[str, Any]:
    """A prisoner's dilemma in which taking turns pays less than cooperation."""
    draw = _drawn(seed)
    sucker = draw.uniform(-10, 10)
    punishment = sucker + draw.uniform(0.1, 5)
    reward = punishment + draw.uniform(0.1, 5)
    temptation = reward + draw.uniform(0.05, 0.95) * (reward - sucker)
    return {"temptation": temptation, "reward": reward, "punishment": punishment, "sucker": sucker}


# What critical_discount promises


def test_friedman_1971_the_usual_dilemma() -> None:
    # recomputed: a gain of 2 today against a fall from 5 to 1 for ever
    assert critical_discount(cooperate=3, deviate=5, punish=1) == 0.5


def test_lecture_notes_on_a_dilemma_of_4_6_and_0() -> None:
    # published: a third, in university notes on trigger strategies
    assert critical_discount(cooperate=4, deviate=6, punish=0) == pytest.approx(1 / 3, rel=1e-15)


@pytest.mark.parametrize(
    ("payoffs", "critical"), [((2, 3, 1), 1 / 2), ((10, 15, 6), 5 / 9), ((-2, 0, -10), 1 / 5)]
)
def test_critical_values_by_hand(payoffs: tuple[float, float, float], critical: float) -> None:
    # derived: gain over fall
    assert critical_discount(*payoffs) == pytest.approx(critical, rel=1e-15)


@given(payoffs=st.lists(MONEY, min_size=3, max_size=3), patience=st.floats(0, 0.999))
def test_a_promise_holds_from_the_critical_value_on(payoffs: list[float], patience: float) -> None:
    # derived: the two sums, term by term in exact numbers
    punish, cooperate, deviate = sorted(payoffs)
    critical = critical_discount(cooperate, deviate, punish)
    assume(abs(patience - critical) > 1e-9)
    ahead, kept, broken, after = map(Fraction, (patience, cooperate, deviate, punish))
    pays = kept / (1 - ahead) >= broken + ahead * after / (1 - ahead)
    assert pays == (patience >= critical)


@given(payoffs=st.lists(st.integers(-1000, 1000), min_size=3, max_size=3), scale=st.integers(1, 50))
def test_neither_currency_nor_a_fixed_payment_matters(payoffs: list[int], scale: int) -> None:
    punish, cooperate, deviate = sorted(payoffs)
    other = [scale * payoff + 77 for payoff in (cooperate, deviate, punish)]
    assert critical_discount(*other) == critical_discount(cooperate, deviate, punish)


@given(payoffs=st.lists(MONEY, min_size=4, max_size=4))
def test_a_harder_punishment_never_asks_for_more_patience(payoffs: list[float]) -> None:
    harder, punish, cooperate, deviate = sorted(payoffs)
    assert critical_discount(cooperate, deviate, harder) <= critical_discount(cooperate, deviate, punish)


@given(payoffs=st.lists(MONEY, min_size=4, max_size=4))
def test_a_larger_temptation_never_asks_for_less_patience(payoffs: list[float]) -> None:
    punish, cooperate, deviate, larger = sorted(payoffs)
    assert critical_discount(cooperate, deviate, punish) <= critical_discount(cooperate, larger, punish)


def test_without_temptation_no_patience_is_needed() -> None:
    # derived: a tie of keeping and breaking
    assert critical_discount(cooperate=3, deviate=3, punish=1) == 0
    assert critical_discount(cooperate=3, deviate=3, punish=3) == 0


def test_a_punishment_that_takes_nothing_holds_nobody_who_discounts() -> None:
    # derived: a tie of keeping and being punished
    assert critical_discount(cooperate=3, deviate=5, punish=3) == 1


def test_payoffs_at_the_ends_of_floating_point_lose_nothing() -> None:
    assert critical_discount(cooperate=0, deviate=1.7e308, punish=-1.7e308) == 0.5
    assert critical_discount(cooperate=1e16, deviate=1e16 + 4, punish=1e16 - 4) == 0.5


@pytest.mark.parametrize(
    ("payoffs", "named"), [((3, 2, 1), "deviate"), ((3, 5, 4), "punish"), ((3, 5, 6), "punish")]
)
def test_payoffs_in_the_wrong_order_are_refused_by_name(
    payoffs: tuple[float, float, float], named: str
) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is .*\(cooperate\)"):
        critical_discount(*payoffs)


# What tit_for_tat_threshold and generosity_limit promise


def test_axelrod_1981_tit_for_tat() -> None:
    # recomputed: the larger of 2/4 and 2/3
    assert tit_for_tat_threshold(**AXELROD) == pytest.approx(2 / 3, rel=1e-15)


@pytest.mark.parametrize(
    ("payoffs", "threshold"),
    [
        ((3, 2, 1, 0), 1 / 2),  # both conditions at once
        ((4, 3, 2, 0), 1 / 2),  # defecting for good is the better breach
        ((10, 6, 5, 0), 4 / 5),
        ((10, 6, 1, 0), 2 / 3),  # taking turns is
        ((5, 3, 1, 1), 1),  # T + S = 2R: taking turns pays the same
    ],
)
def test_both_ways_to_cheat_tit_for_tat_count(
    payoffs: tuple[float, float, float, float], threshold: float
) -> None:
    # derived: the larger of the two conditions
    assert tit_for_tat_threshold(*payoffs) == pytest.approx(threshold, rel=1e-15)


def _best_against_tit_for_tat(
    temptation: float, reward: float, punishment: float, sucker: float, patience: float
) -> float:
    """The best of all four plans, each with a choice for when she cooperates and one for when she defects."""
    gains = {(0, 0): reward, (0, 1): temptation, (1, 0): sucker, (1, 1): punishment}
    values = []
    for plan in itertools.product((0, 1), repeat=2):
        moves = np.zeros((2, 2))
        for state, choice in enumerate(plan):
            moves[state, choice] = 1  # what I do now, she does next
        earned = [gains[state, choice] for state, choice in enumerate(plan)]
        values.append(np.linalg.solve(np.eye(2) - patience * moves, earned)[0])
    return float(max(values))


@pytest.mark.parametrize("seed", range(100))
def test_no_plan_beats_tit_for_tat_above_the_threshold_and_one_does_below(seed: int) -> None:
    # derived: an oracle that solves the other side's decision problem with numpy
    payoffs = _dilemma(seed)
    threshold = tit_for_tat_threshold(**payoffs)
    for patience in (threshold * 0.99, threshold + 0.01 * (1 - threshold)):
        kept = payoffs["reward"] / (1 - patience)
        best = _best_against_tit_for_tat(**payoffs, patience=patience)
        assert (best > kept * (1 + 1e-12) + 1e-9) == (patience < threshold)


def test_nowak_sigmund_1992_generosity() -> None:
    # recomputed: a third for the payoffs 5, 3, 1, 0, by their formula
    assert generosity_limit(**AXELROD) == pytest.approx(1 / 3, rel=1e-15)
    assert pytest.approx(generosity_limit(**AXELROD)) == FORGIVENESS


@pytest.mark.parametrize("seed", range(100))
def test_molander_1985_generosity_is_the_smaller_of_two_bounds(seed: int) -> None:
    # recomputed: the smaller of 1 - (T - R) / (R - S) and (R - P) / (T - P)
    best, kept, war, worst = payoffs = tuple(_dilemma(seed).values())
    printed = min(1 - (best - kept) / (kept - worst), (kept - war) / (best - war))
    assert generosity_limit(*payoffs) == pytest.approx(printed, abs=1e-12)


def _patient_gain(payoffs: dict[str, Any], forgiven: float) -> float:
    """The best mean payoff of a very patient partner against who forgives that share of defections."""
    kept = payoffs["reward"]
    turns = (payoffs["temptation"] + forgiven * kept + (1 - forgiven) * payoffs["sucker"]) / 2
    war = forgiven * payoffs["temptation"] + (1 - forgiven) * payoffs["punishment"]
    return float(max(turns, war))


@pytest.mark.parametrize("seed", range(100))
def test_forgiving_more_than_the_limit_invites_breaches(seed: int) -> None:
    # derived: the mean payoff of the two ways to cheat
    payoffs = _dilemma(seed)
    limit = generosity_limit(**payoffs)
    assert _patient_gain(payoffs, limit * 0.99) < payoffs["reward"]
    assert _patient_gain(payoffs, limit + 0.01) > payoffs["reward"]


@given(payoffs=st.lists(st.integers(-100, 100), min_size=4, max_size=4), scale=st.integers(1, 20))
def test_tit_for_tat_needs_neither_currency_nor_a_zero(payoffs: list[int], scale: int) -> None:
    sucker, punishment, reward, temptation = sorted(payoffs)
    assume(temptation + sucker <= 2 * reward)
    before = (temptation, reward, punishment, sucker)
    after = [scale * payoff - 5 for payoff in before]
    assert tit_for_tat_threshold(*before) == tit_for_tat_threshold(*after)
    assert 0 <= tit_for_tat_threshold(*before) <= 1
    assert generosity_limit(*before) == pytest.approx(1 - tit_for_tat_threshold(*before))


@given(payoffs=st.lists(st.integers(-100, 100), min_size=4, max_size=4))
def test_tit_for_tat_asks_for_no_less_than_a_punishment_for_ever(payoffs: list[int]) -> None:
    sucker, punishment, reward, temptation = sorted(payoffs)
    assume(temptation + sucker <= 2 * reward)
    forever = critical_discount(reward, temptation, punishment)
    assert tit_for_tat_threshold(temptation, reward, punishment, sucker) >= forever


@pytest.mark.parametrize("payoffs", [(3, 3, 1, 0), (3, 3, 3, 3), (3, 3, 3, 0), (0, 0, 0, 0)])
def test_where_nothing_tempts_tit_for_tat_holds_at_once(payoffs: tuple[float, ...]) -> None:
    # derived: a tie of temptation and reward
    assert tit_for_tat_threshold(*payoffs) == 0
    assert generosity_limit(*payoffs) == 1


def test_a_tie_between_reward_and_punishment_holds_nobody() -> None:
    # derived: then defecting for good costs nothing
    assert tit_for_tat_threshold(4, 3, 3, 0) == 1
    assert generosity_limit(4, 3, 3, 0) == 0


def test_payoffs_with_decimals_may_tie_in_print_only() -> None:
    # 0.1 + 0.2 is above 2 · 0.15 by its last binary digit
    assert tit_for_tat_threshold(0.2, 0.15, 0.1, 0.1) == 1


@pytest.mark.parametrize("function", [tit_for_tat_threshold, generosity_limit])
@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"reward": 6}, "reward"),
        ({"punishment": 4}, "punishment"),
        ({"sucker": 2}, "sucker"),
        ({"temptation": 7}, "temptation"),
        ({"temptation": 6.01}, "temptation"),
        ({"temptation": 1.7e308, "sucker": -1e308}, "temptation"),
        ({"punishment": 3, "sucker": 3}, "temptation"),
    ],
)
def test_what_is_no_dilemma_is_refused_by_name(
    function: Callable[..., float], changed: dict[str, Any], named: str
) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is .*: the model allows at most "):
        function(**(AXELROD | changed))


# What bertrand_threshold and cournot_threshold promise


def test_tirole_1988_two_firms_with_equal_prices() -> None:
    # recomputed: half the profit for ever against all of it once
    assert bertrand_threshold(2) == 0.5


@pytest.mark.parametrize(("firms", "threshold"), [(3, 2 / 3), (4, 0.75), (5, 0.8), (100, 0.99)])
def test_more_firms_with_equal_prices(firms: int, threshold: float) -> None:
    # derived: one less one over their number
    assert bertrand_threshold(firms) == pytest.approx(threshold, rel=1e-15)


def test_friedman_1971_two_firms_with_equal_quantities() -> None:
    # recomputed: 9/17 stands in many textbooks on two firms and straight demand
    assert cournot_threshold(2) == 9 / 17


@pytest.mark.parametrize(("firms", "threshold"), [(3, 4 / 7), (4, 25 / 41), (5, 9 / 14), (10, 121 / 161)])
def test_more_firms_with_equal_quantities(firms: int, threshold: float) -> None:
    # derived: (n + 1)² / (n² + 6n + 1)
    assert cournot_threshold(firms) == pytest.approx(threshold, rel=1e-15)


@given(firms=st.integers(2, 10**6))
def test_a_price_war_is_the_trigger_game_of_its_payoffs(firms: int) -> None:
    # derived: share, whole market, nothing
    assert bertrand_threshold(firms) == pytest.approx(critical_discount(1 / firms, 1, 0), abs=1e-12)


def _quantity_payoffs(firms: int, intercept: float, slope: float, cost: float) -> tuple[float, float, float]:
    """Share of the monopoly, best answer to it, equilibrium; found by search, not by formula."""

    def profit(mine: float, others: float) -> float:
        return mine * (intercept - slope * (mine + others) - cost)

    most = (intercept - cost) / slope
    search = partial(minimize_scalar, bounds=(0, most), method="bounded", options={"xatol": 1e-12 * most})
    share = search(lambda total: -profit(total, 0)).x / firms
    deviation = search(lambda mine: -profit(mine, (firms - 1) * share)).x
    # In an equilibrium of equals each firm's marginal profit is 0: a linear system.
    system = slope * (np.eye(firms) + np.ones((firms, firms)))
    quantities = np.linalg.solve(system, np.full(firms, intercept - cost))
    return (
        profit(share, (firms - 1) * share),
        profit(deviation, (firms - 1) * share),
        profit(quantities[0], float(quantities[1:].sum())),
    )


@pytest.mark.parametrize("seed", range(100))
def test_a_quantity_war_is_the_trigger_game_of_its_payoffs_for_any_straight_demand(seed: int) -> None:
    # derived: scipy searches the quantities
    draw = _drawn(seed)
    firms, slope, cost = draw.randint(2, 12), draw.uniform(0.1, 5), draw.uniform(0, 20)
    payoffs = _quantity_payoffs(firms, cost + draw.uniform(1, 100), slope, cost)
    assert cournot_threshold(firms) == pytest.approx(critical_discount(*payoffs), abs=1e-6)


def test_quantities_hold_less_easily_than_prices_for_two_firms_only() -> None:
    # derived: 9/17 against 1/2, then 4/7 against 2/3
    assert cournot_threshold(2) > bertrand_threshold(2)
    assert all(cournot_threshold(firms) < bertrand_threshold(firms) for firms in range(3, 300))


@pytest.mark.parametrize("threshold", [bertrand_threshold, cournot_threshold])
def test_every_further_firm_asks_for_more_patience(threshold: Callable[[int], float]) -> None:
    needed = [threshold(firms) for firms in range(2, 300)]
    assert needed == sorted(set(needed))
    assert threshold(10**15) == pytest.approx(1)
    assert threshold(10**300) <= 1


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 1, 0, -2, 2.5])
@pytest.mark.parametrize("threshold", [bertrand_threshold, cournot_threshold])
def test_two_firms_or_more_can_promise_each_other_something(
    threshold: Callable[[int], float], bad: object
) -> None:
    with pytest.raises(ModelError, match=r"^firms is .*whole number"):
        threshold(bad)  # type: ignore[arg-type]


# What stage_equilibria and agreement_threshold promise


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (*DILEMMA, [(1, 1)]),
        ([[2, 0], [0, 1]], [[1, 0], [0, 2]], [(0, 0), (1, 1)]),  # battle of the sexes
        ([[4, 1], [3, 3]], [[4, 3], [1, 3]], [(0, 0), (1, 1)]),  # stag hunt
        ([[0, 7], [2, 6]], [[0, 2], [7, 6]], [(0, 1), (1, 0)]),  # chicken
        ([[1, -1], [-1, 1]], [[-1, 1], [1, -1]], []),  # matching pennies
        ([[0, 0], [0, 0]], [[0, 0], [0, 0]], [(0, 0), (0, 1), (1, 0), (1, 1)]),  # all the same
        ([[1, 1]], [[2, 2]], [(0, 0), (0, 1)]),  # ties of who alone can choose
        ([[5]], [[7]], [(0, 0)]),
    ],
)
def test_nash_1951_equilibria_of_textbook_games(
    first: list[list[float]], second: list[list[float]], found: list[tuple[int, int]]
) -> None:
    # recomputed
    assert stage_equilibria(first, second) == found


def _game(seed: int, most: int) -> tuple[list[list[float]], list[list[float]]]:
    draw = _drawn(seed)
    rows, columns = draw.randint(1, 6), draw.randint(1, 6)
    tables = [[[float(draw.randint(0, most)) for _ in range(columns)] for _ in range(rows)] for _ in "ab"]
    return tables[0], tables[1]


@pytest.mark.parametrize("seed", range(100))
def test_nobody_gains_by_leaving_an_equilibrium_and_somebody_does_elsewhere(seed: int) -> None:
    first, second = _game(seed, most=3)  # few values, so many ties
    mine, theirs = np.array(first), np.array(second)
    stable = (mine == mine.max(axis=0)) & (theirs == theirs.max(axis=1, keepdims=True))
    assert stage_equilibria(first, second) == [tuple(cell) for cell in np.argwhere(stable)]


def test_keeping_the_dilemma_is_the_trigger_game() -> None:
    assert agreement_threshold(*DILEMMA, agreed=(0, 0)) == critical_discount(3, 5, 1)


def test_friedman_1971_two_firms_on_a_grid_of_quantities() -> None:
    # derived: in 24ths of the largest quantity, the shares are 6, the best answer 9, the equilibrium 8
    quantities = (6, 8, 9)
    first = [[mine * (24 - mine - other) for other in quantities] for mine in quantities]
    second = [list(column) for column in zip(*first, strict=True)]
    assert stage_equilibria(first, second) == [(1, 1)]
    assert agreement_threshold(first, second, (0, 0)) == cournot_threshold(2)


def test_the_less_patient_side_decides() -> None:
    # derived: (4 - 3) / (4 - 1) for the first, (9 - 3) / (9 - 1) for the second
    assert agreement_threshold([[3, 0], [4, 1]], [[3, 9], [0, 1]], (0, 0)) == 0.75


def test_who_has_nothing_to_gain_needs_no_threat() -> None:
    # derived: (3 - 2) / (3 - 0) for the second; the first would even gain by falling back
    first, second = [[2, 0], [0, 4]], [[2, 3], [0, 0]]
    assert stage_equilibria(first, second) == [(1, 1)]
    assert agreement_threshold(first, second, (0, 0)) == pytest.approx(1 / 3)


def test_each_side_falls_back_on_the_equilibrium_that_is_worst_for_it() -> None:
    # derived: two equilibria, (1, 1) worse for the first and (2, 2) worse for the second
    first = [[6, 0, 0], [8, 1, 0], [8, 0, 4]]
    second = [[6, 8, 8], [0, 4, 0], [0, 0, 1]]
    assert stage_equilibria(first, second) == [(1, 1), (2, 2)]
    assert agreement_threshold(first, second, (0, 0)) == pytest.approx(2 / 7)


@pytest.mark.parametrize("seed", range(100))
def test_an_equilibrium_holds_without_any_patience(seed: int) -> None:
    first, second = _game(seed, most=3)
    for cell in stage_equilibria(first, second):
        assert agreement_threshold(first, second, cell) == 0


@pytest.mark.parametrize("seed", range(100))
def test_an_agreement_holds_from_its_threshold_on(seed: int) -> None:
    # derived: the two sums for both sides, by a search over all cells
    first, second = _game(seed, most=20)
    mine, theirs = np.array(first), np.array(second)
    threats = stage_equilibria(first, second)
    for row, column in itertools.product(range(mine.shape[0]), range(mine.shape[1])):
        sides = [(mine[row, column], mine[:, column].max()), (theirs[row, column], theirs[row].max())]
        if not threats:
            continue
        after = [min(mine[cell] for cell in threats), min(theirs[cell] for cell in threats)]
        if any(kept < best and back > kept for (kept, best), back in zip(sides, after, strict=True)):
            with pytest.raises(ModelError, match=r"^agreed is "):
                agreement_threshold(first, second, (row, column))
            continue
        threshold = agreement_threshold(first, second, (row, column))
        for patience in (max(0, threshold - 1e-6), threshold + 1e-6):
            holds = all(
                kept == best or kept >= (1 - patience) * best + patience * back
                for (kept, best), back in zip(sides, after, strict=True)
            )
            assert holds == (patience > threshold or threshold == 0)


def test_without_an_equilibrium_to_fall_back_on_there_is_no_threat() -> None:
    with pytest.raises(ModelError, match=r"^first, second is a game without an equilibrium"):
        agreement_threshold([[1, -1], [-1, 1]], [[-1, 1], [1, -1]], (0, 0))


@pytest.mark.parametrize(
    ("first", "second", "agreed", "named"),
    [
        ([], [[1]], (0, 0), "first"),
        ([[1], [1, 2]], [[1]], (0, 0), r"first\[1\]"),
        ([[1]], [[1, 2]], (0, 0), "second"),
        ([[1, 2]], [[1], [2]], (0, 0), "second"),
        ([[math.nan]], [[1]], (0, 0), r"first\[0\]\[0\]"),
        ([[1]], [[True]], (0, 0), r"second\[0\]\[0\]"),
        (None, [[1]], (0, 0), "first"),
        (*DILEMMA, (2, 0), "agreed"),
        (*DILEMMA, (0, 2), "agreed"),
        (*DILEMMA, (0,), "agreed"),
        (*DILEMMA, (0, 0.5), "agreed"),
        (*DILEMMA, (0, -1), "agreed"),
        (*DILEMMA, None, "agreed"),
        (*DILEMMA, "00", "agreed"),
        (*DILEMMA, (0, True), r"agreed\[1\]"),
        (*DILEMMA, (0, 1), "agreed"),  # worse for the first than falling back
    ],
)
def test_games_and_agreements_that_do_not_fit_are_refused_by_name(
    first: object, second: object, agreed: object, named: str
) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        agreement_threshold(first, second, agreed)  # type: ignore[arg-type]


# What play promises


def test_axelrod_1981_tit_for_tat_against_itself() -> None:
    # published: without mistakes both cooperate throughout, 3 a round
    history = play("tit for tat", "tit for tat", payoffs=PAYOFFS, rounds=200, noise=0, seed=1)
    assert list(history) == [("C", "C")] * 200
    assert (history.first_total, history.second_total, history.cooperation) == (600, 600, 1)


@pytest.mark.parametrize(
    ("first", "second", "moves"),
    [
        ("tit for tat", "always defect", "CD DD DD DD DD DD"),
        ("tit for tat", "always cooperate", "CC CC CC CC CC CC"),
        ("tit for two tats", "always defect", "CD CD DD DD DD DD"),
        ("grim trigger", "always defect", "CD DD DD DD DD DD"),
        ("win stay lose shift", "always defect", "CD DD CD DD CD DD"),
        ("win stay lose shift", "always cooperate", "CC CC CC CC CC CC"),
        ("always defect", "always cooperate", "DC DC DC DC DC DC"),
    ],
)
def test_histories_by_hand(first: str, second: str, moves: str) -> None:
    # derived: from each strategy's own words
    history = play(first, second, payoffs=PAYOFFS, rounds=6)
    assert " ".join(mine + theirs for mine, theirs in history) == moves


def _alternator(mine: tuple[Move, ...], _theirs: tuple[Move, ...]) -> Move:
    return "D" if mine[-1:] == ("C",) else "C"


def _once(place: int) -> Callable[[tuple[Move, ...], tuple[Move, ...]], Move]:
    """Tit for tat with a single slip."""
    return lambda mine, theirs: "D" if len(mine) == place else (theirs[-1] if theirs else "C")


def test_a_strategy_may_be_a_function_of_both_pasts() -> None:
    history = play(_alternator, "tit for tat", payoffs=PAYOFFS, rounds=5)
    assert history.moves == (("C", "C"), ("D", "C"), ("C", "D"), ("D", "C"), ("C", "D"))
    assert history[1] == ("D", "C")
    assert len(history) == 5


def test_one_slip_between_two_who_answer_in_kind_echoes_for_ever() -> None:
    # derived
    history = play(_once(2), "tit for tat", payoffs=PAYOFFS, rounds=8)
    assert " ".join(map("".join, history)) == "CC CC DC CD DC CD DC CD"


def test_two_tats_and_win_stay_end_the_echo() -> None:
    # derived
    forgiven = play(_once(2), "tit for two tats", payoffs=PAYOFFS, rounds=8)
    assert " ".join(map("".join, forgiven)) == "CC CC DC CC CC CC CC CC"

    def slip(mine: tuple[Move, ...], theirs: tuple[Move, ...]) -> Move:
        return "D" if len(mine) == 2 or mine[-1:] != theirs[-1:] else "C"

    repaired = play(slip, "win stay lose shift", payoffs=PAYOFFS, rounds=8)
    assert " ".join(map("".join, repaired)) == "CC CC DC DD CC CC CC CC"


@pytest.mark.parametrize("name", NAMES)
def test_a_strategy_has_its_name_in_any_spelling(name: str) -> None:
    spelt: list[Strategy | str] = [
        name,
        name.upper(),
        name.replace(" ", "_"),
        name.replace(" ", "-"),
        Strategy(name),
    ]
    histories = [play(one, _alternator, payoffs=PAYOFFS, rounds=20, seed=3) for one in spelt]
    assert all(history == histories[0] for history in histories)


@given(
    names=st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
    noise=st.floats(0, 1),
    seed=st.integers(0, 10**9),
    rounds=st.integers(1, 60),
)
def test_payoffs_follow_from_the_moves(names: tuple[str, str], noise: float, seed: int, rounds: int) -> None:
    history = play(*names, payoffs=(7, 4, 2, -1), rounds=rounds, noise=noise, seed=seed)
    paid = {"CC": (4, 4), "CD": (-1, 7), "DC": (7, -1), "DD": (2, 2)}
    assert [*zip(history.first_payoffs, history.second_payoffs, strict=True)] == [
        paid["".join(pair)] for pair in history
    ]
    assert (history.first_total, history.second_total) == (
        sum(history.first_payoffs),
        sum(history.second_payoffs),
    )
    assert history.cooperation == "".join(map("".join, history)).count("C") / (2 * rounds)
    assert len(history) == rounds


@given(
    names=st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
        lambda pair: not any("generous" in name for name in pair)
    ),
    rounds=st.integers(1, 40),
)
def test_without_chance_changing_sides_changes_sides(names: tuple[str, str], rounds: int) -> None:
    there, back = (play(*pair, payoffs=PAYOFFS, rounds=rounds) for pair in (names, names[::-1]))
    assert there.moves == tuple(pair[::-1] for pair in back.moves)


@given(noise=st.floats(0, 1), seed=st.integers(0, 10**6))
def test_a_longer_history_begins_like_a_shorter_one(noise: float, seed: int) -> None:
    long, short = (
        play("generous tit for tat", "tit for tat", PAYOFFS, rounds, noise, seed) for rounds in (60, 20)
    )
    assert long.moves[:20] == short.moves


def test_the_same_seed_draws_the_same_and_another_one_does_not() -> None:
    noisy = partial(play, "tit for tat", "tit for tat", PAYOFFS, 100, 0.1)
    assert noisy(seed=5) == noisy(seed=5) != noisy(seed=6)


def test_noise_that_is_certain_turns_every_move_round() -> None:
    history = play("always cooperate", "always defect", PAYOFFS, rounds=30, noise=1)
    assert set(history) == {("D", "C")}


_FOUR_VECTORS = {
    "always cooperate": (1, 1, 1, 1),
    "always defect": (0, 0, 0, 0),
    "tit for tat": (1, 0, 1, 0),
    "generous tit for tat": (1, FORGIVENESS, 1, FORGIVENESS),
    "win stay lose shift": (1, 0, 0, 1),
}


def _long_run(first: str, second: str, noise: float) -> np.ndarray:
    """The long-run chances of CC, CD, DC and DD between two who remember one round; solved with numpy."""
    seen_by_second = (0, 2, 1, 3)
    chain = np.empty((4, 4))
    for state in range(4):
        mine, theirs = _FOUR_VECTORS[first][state], _FOUR_VECTORS[second][seen_by_second[state]]
        mine, theirs = (chance * (1 - noise) + (1 - chance) * noise for chance in (mine, theirs))
        chain[state] = (mine * theirs, mine * (1 - theirs), (1 - mine) * theirs, (1 - mine) * (1 - theirs))
    system = np.vstack([chain.T - np.eye(4), np.ones(4)])
    return np.asarray(np.linalg.lstsq(system, np.array([0, 0, 0, 0, 1.0]), rcond=None)[0])


@pytest.mark.parametrize(("first", "second"), [*itertools.combinations_with_replacement(_FOUR_VECTORS, 2)])
def test_many_rounds_come_near_the_long_run_of_their_chain(first: str, second: str) -> None:
    # derived: an oracle that solves the chain with numpy
    chances = _long_run(first, second, noise=0.05)
    history = play(first, second, PAYOFFS, rounds=10_000, noise=0.05, seed=17)
    assert history.first_total / 10_000 == pytest.approx(chances @ (3, 0, 5, 1), abs=0.12)
    assert history.second_total / 10_000 == pytest.approx(chances @ (3, 5, 0, 1), abs=0.12)


@pytest.mark.parametrize("noise", [0.001, 0.01, 0.1])
def test_molander_1985_mistakes_make_tit_for_tat_no_better_than_tossing_coins(noise: float) -> None:
    # recomputed: (T + R + P + S) / 4, however rare the mistakes
    assert _long_run("tit for tat", "tit for tat", noise) @ (3, 0, 5, 1) == pytest.approx(9 / 4)
    if noise == 0.1:
        history = play("tit for tat", "tit for tat", PAYOFFS, rounds=10_000, noise=noise, seed=4)
        assert history.first_total / 10_000 == pytest.approx(9 / 4, abs=0.1)


def test_nowak_sigmund_1993_generosity_and_win_stay_survive_mistakes() -> None:
    # recomputed: their long runs at 1 % of mistakes are near the reward of 3
    means = {
        name: play(name, name, PAYOFFS, rounds=10_000, noise=0.01, seed=2).first_total / 10_000
        for name in ("tit for tat", "generous tit for tat", "win stay lose shift", "grim trigger")
    }
    assert means["generous tit for tat"] > 2.9
    assert means["win stay lose shift"] > 2.9
    assert means["tit for tat"] < 2.5
    assert means["grim trigger"] < 1.2


@pytest.mark.parametrize("bad", [None, 5, "tit for", "", [], {}, b"tit for tat", math.nan, 10**400])
@pytest.mark.parametrize("parameter", ["first", "second"])
def test_an_unknown_strategy_is_refused_by_name(parameter: str, bad: object) -> None:
    strategies = {"first": "tit for tat", "second": "tit for tat"} | {parameter: bad}
    with pytest.raises(ModelError, match=rf"^{parameter} is .*: the model allows always cooperate, .*pasts"):
        play(**strategies, payoffs=PAYOFFS, rounds=3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "bad",
    [
        lambda: "C",
        lambda _mine, _theirs: None,
        lambda _mine, _theirs: "c",
        lambda _mine, _theirs: True,
        lambda _mine, _theirs: np.array(["C", "D"]),
        lambda mine, _theirs: mine[-1],
        lambda mine, _theirs: 1 / len(mine),
        len,
        object,
    ],
)
@pytest.mark.parametrize("parameter", ["first", "second"])
def test_a_function_that_answers_no_move_is_refused_by_name(parameter: str, bad: object) -> None:
    strategies = {"first": "tit for tat", "second": "tit for tat"} | {parameter: bad}
    with pytest.raises(ModelError, match=rf'^{parameter} is .*: the model allows a function .*"C" or "D"'):
        play(**strategies, payoffs=PAYOFFS, rounds=3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"payoffs": (5, 3, 1)}, "payoffs"),
        ({"payoffs": (5, 3, 1, None)}, r"payoffs\[3\]"),
        ({"payoffs": None}, "payoffs"),
        ({"payoffs": {"T": 5, "R": 3, "P": 1, "S": 0}}, "payoffs"),
        ({"payoffs": (1.7e308, 1.7e308, 0, 0)}, "payoffs"),
        ({"rounds": 0}, "rounds"),
        ({"rounds": 10_001}, "rounds"),
        ({"rounds": 2.5}, "rounds"),
        ({"noise": -0.1}, "noise"),
        ({"noise": 1.1}, "noise"),
        ({"seed": -1}, "seed"),
        ({"seed": 0.5}, "seed"),
    ],
)
def test_a_match_out_of_range_is_refused_by_name(changed: dict[str, Any], named: str) -> None:
    match = {"first": "tit for tat", "second": "tit for tat", "payoffs": PAYOFFS, "rounds": 9} | changed
    with pytest.raises(ModelError, match=rf"^{named} is "):
        play(**match)  # type: ignore[arg-type]


def test_any_four_payoffs_can_be_played() -> None:
    assert play("tit for tat", "always defect", payoffs=(0, 0, -3, 2), rounds=3).first_total == -4


# Every parameter, everything that is no number

GOOD: dict[Callable[..., object], dict[str, Any]] = {
    repeated_game.critical_discount: {"cooperate": 3, "deviate": 5, "punish": 1},
    repeated_game.tit_for_tat_threshold: AXELROD,
    repeated_game.generosity_limit: AXELROD,
    repeated_game.play: {
        "first": "tit for tat",
        "second": "tit for tat",
        "payoffs": PAYOFFS,
        "rounds": 3,
        "noise": 0,
        "seed": 0,
    },
}
PARAMETERS = [
    (function, name)
    for function, values in GOOD.items()
    for name in values
    if name not in {"first", "second"}
]


@pytest.mark.parametrize("bad", NOT_NUMBERS, ids=lambda bad: repr(bad)[:12])
@pytest.mark.parametrize(
    ("function", "parameter"), PARAMETERS, ids=lambda part: getattr(part, "__name__", part)
)
def test_what_is_no_finite_number_is_refused_by_name(function: object, parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        function(**(GOOD[function] | {parameter: bad}))  # type: ignore[operator, index]
