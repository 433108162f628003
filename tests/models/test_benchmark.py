"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import itertools
import math
import random
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from kamlab.errors import ModelError
from kamlab.models import _dea, benchmark
from kamlab.models.benchmark import (
    best_number_of_quotes,
    efficiency,
    efficiency_peers,
    expected_best_quote,
)

NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
NOT_TABLES: list[object] = [None, 5, "12", [], [[]], [1, 2], {1: 2}, [[1, 2], [3]]]
RETURNS = ["constant", "variable"]
Rows = list[list[float]]

STORES: Rows = [[4, 3], [7, 3], [8, 1], [4, 2], [2, 4], [10, 1]]
DOCTORS = [20, 19, 25, 27, 22, 55, 33, 31, 30, 50, 53, 38]
NURSES = [151, 131, 160, 168, 158, 255, 235, 206, 244, 268, 306, 284]
OUTPATIENTS = [100, 150, 160, 180, 94, 230, 220, 152, 190, 250, 260, 250]
INPATIENTS = [90, 50, 55, 72, 66, 90, 88, 80, 100, 100, 147, 120]
ELEVEN_FIRST = [5, 16, 16, 17, 18, 23, 25, 27, 37, 42, 5]
ELEVEN_SECOND = [13, 12, 26, 15, 14, 6, 10, 22, 14, 25, 17]
ELEVEN_MADE = [12, 14, 25, 26, 8, 9, 27, 30, 31, 26, 12]


def _rows(*columns: Sequence[float]) -> Rows:
    return [list(row) for row in zip(*columns, strict=True)]


ELEVEN_IN, ELEVEN_OUT = _rows(ELEVEN_FIRST, ELEVEN_SECOND), _rows(ELEVEN_MADE)
ELEVEN_CONSTANT = [1, 0.6222896791, 0.8198562444, 1, 0.3103709311, 0.5555555556]
ELEVEN_CONSTANT += [1, 0.7576690896, 0.8201058201, 0.4905660377, 1]
ELEVEN_VARIABLE = [1, 0.8699861687, 1, 1, 0.7116402116, 1, 1, 1, 1, 0.4931209269, 1]


# What efficiency promises


def test_cooper_seiford_tone_2007_example_2_2() -> None:
    # recomputed
    scores = efficiency(inputs=STORES, outputs=[[1]] * 6)
    assert scores == pytest.approx([0.8571, 0.6316, 1, 1, 1, 1], abs=5e-5)


def test_cooper_seiford_tone_2007_twelve_hospitals() -> None:
    # recomputed: from doctors and nurses to outpatients and inpatients
    scores = efficiency(_rows(DOCTORS, NURSES), _rows(OUTPATIENTS, INPATIENTS))
    assert scores == pytest.approx(
        [1, 1, 0.883, 1, 0.763, 0.835, 0.902, 0.796, 0.960, 0.871, 0.955, 0.958], abs=5e-4
    )


def test_coelli_1996_example_1() -> None:
    # published: what the program DEAP prints
    scores = efficiency([[2, 5], [2, 4], [6, 6], [3, 2], [6, 2]], [[1], [2], [3], [1], [2]])
    assert scores == pytest.approx([0.5, 1, 0.833, 0.714, 1], abs=5e-4)


@pytest.mark.parametrize(
    ("returns", "scores"), [("constant", [0.5, 0.5, 1, 0.8, 0.833]), ("variable", [1, 0.625, 1, 0.9, 1])]
)
def test_coelli_1996_example_2(returns: str, scores: list[float]) -> None:
    # recomputed: one input, one output
    assert efficiency([[2], [4], [3], [5], [6]], [[1], [2], [3], [4], [5]], returns) == pytest.approx(
        scores, abs=5e-4
    )


@pytest.mark.parametrize(
    ("returns", "scores"), [("constant", ELEVEN_CONSTANT), ("variable", ELEVEN_VARIABLE)]
)
def test_fried_lovell_schmidt_2008_eleven_units(returns: str, scores: list[float]) -> None:
    # published: the tests of the package DataEnvelopmentAnalysis.jl, which agree with R
    assert efficiency(ELEVEN_IN, ELEVEN_OUT, returns) == pytest.approx(scores, abs=1e-10)


def test_barbero_zofio_2022_five_units_with_variable_returns() -> None:
    # published: another table in the same tests
    scores = efficiency([[1], [2], [3], [2], [4]], [[2], [3], [4], [1], [3]], "variable")
    assert scores == [1, 1, 1, 0.5, 0.5]


def _smallest_share(inputs: Rows, outputs: Rows, unit: int, returns: str) -> float:
    """The score from the other side: SciPy looks for the mix, where ``efficiency`` looks for the prices."""
    used, made = np.array(inputs, float), np.array(outputs, float)
    used, made = used / np.maximum(used.max(axis=0), 1e-300), made / np.maximum(made.max(axis=0), 1e-300)
    mixes = np.hstack([-used[[unit]].T, used.T])
    enough = np.hstack([np.zeros((made.shape[1], 1)), -made.T])
    average = np.array([[0.0, *[1.0] * len(used)]])
    found = linprog(
        [1.0, *[0.0] * len(used)],
        A_ub=np.vstack([mixes, enough]),
        b_ub=[*[0.0] * used.shape[1], *-made[unit]],
        A_eq=average if returns == "variable" else None,
        b_eq=[1.0] if returns == "variable" else None,
        method="highs-ds",
    )
    assert found.status == 0
    return float(found.fun)


def _random_units(draw: random.Random, grain: int) -> tuple[Rows, Rows]:
    """Units with real numbers, or with small whole ones (``grain`` values) that tie and vanish."""
    count, uses, makes = draw.randint(1, 12), draw.randint(1, 3), draw.randint(1, 3)

    def figure() -> float:
        return draw.uniform(0.1, 9) if grain == 0 else draw.randrange(grain)

    inputs = [[figure() for _ in range(uses)] for _ in range(count)]
    for row in inputs:
        row[0] = row[0] or 1
    return inputs, [[figure() for _ in range(makes)] for _ in range(count)]


@pytest.mark.parametrize("returns", RETURNS)
@pytest.mark.parametrize("grain", [0, 3, 8])
def test_a_hundred_random_tables_agree_with_scipy(grain: int, returns: str) -> None:
    # derived: the dual programme, solved by HiGHS
    draw = random.Random(1978 + grain)  # noqa: S311 - seeded examples
    for _ in range(100):
        inputs, outputs = _random_units(draw, grain)
        expected = [_smallest_share(inputs, outputs, unit, returns) for unit in range(len(inputs))]
        assert efficiency(inputs, outputs, returns) == pytest.approx(expected, abs=1e-7)


UNITS = st.builds(_random_units, st.integers(0, 10**6).map(random.Random), st.sampled_from([0, 2, 3, 5, 30]))


@given(units=UNITS, returns=st.sampled_from(RETURNS))
def test_scores_are_shares_and_somebody_is_the_best(units: tuple[Rows, Rows], returns: str) -> None:
    inputs, outputs = units
    scores = efficiency(inputs, outputs, returns)
    assert all(0 <= score <= 1 for score in scores)
    if returns == "variable" or any(map(any, outputs)):
        assert max(scores) == 1


@given(units=UNITS)
def test_size_is_not_held_against_a_unit_with_variable_returns(units: tuple[Rows, Rows]) -> None:
    constant, variable = (efficiency(*units, returns) for returns in RETURNS)
    assert all(low <= high for low, high in zip(constant, variable, strict=True))


@given(units=UNITS, returns=st.sampled_from(RETURNS), powers=st.lists(st.integers(-40, 40), min_size=6))
def test_kilograms_or_tonnes(units: tuple[Rows, Rows], returns: str, powers: list[int]) -> None:
    # powers of two, so that the changed figures are exact
    inputs, outputs = units
    changed = [
        [math.ldexp(value, power) for value, power in zip(row, powers, strict=False)] for row in inputs
    ]
    made = [
        [math.ldexp(value, power) for value, power in zip(row, powers[3:], strict=False)] for row in outputs
    ]
    assert efficiency(changed, made, returns) == efficiency(inputs, outputs, returns)


@given(units=UNITS, returns=st.sampled_from(RETURNS), data=st.data())
def test_the_order_of_units_and_measures_does_not_matter(
    units: tuple[Rows, Rows], returns: str, data: st.DataObject
) -> None:
    inputs, outputs = units
    order = data.draw(st.permutations(range(len(inputs))))
    shuffled = efficiency([inputs[unit][::-1] for unit in order], [outputs[unit] for unit in order], returns)
    scores = efficiency(inputs, outputs, returns)
    assert shuffled == [scores[unit] for unit in order]


@given(units=UNITS, returns=st.sampled_from(RETURNS))
def test_a_twin_has_the_same_score_and_changes_no_other(units: tuple[Rows, Rows], returns: str) -> None:
    inputs, outputs = units
    scores = efficiency(inputs, outputs, returns)
    assert efficiency([*inputs, inputs[0]], [*outputs, outputs[0]], returns) == [*scores, scores[0]]


@given(units=UNITS, returns=st.sampled_from(RETURNS))
def test_a_wasteful_newcomer_changes_no_score(units: tuple[Rows, Rows], returns: str) -> None:
    # derived: twice the inputs of the first unit for the same outputs
    inputs, outputs = units
    scores = efficiency(inputs, outputs, returns)
    newcomer = [2 * value for value in inputs[0]]
    *others, wasteful = efficiency([*inputs, newcomer], [*outputs, outputs[0]], returns)
    assert others == scores
    assert wasteful == scores[0] / 2


@given(units=UNITS, returns=st.sampled_from(RETURNS))
def test_more_units_to_compare_with_never_raise_a_score(units: tuple[Rows, Rows], returns: str) -> None:
    inputs, outputs = units
    fewer = efficiency(inputs[:1] + inputs[2:], outputs[:1] + outputs[2:], returns)
    all_of_them = efficiency(inputs, outputs, returns)
    assert all_of_them[0] <= fewer[0]


@given(rows=st.lists(st.tuples(st.integers(1, 50), st.integers(0, 50)), min_size=1, max_size=9))
def test_with_one_input_and_one_output_the_score_is_the_ratio_to_the_best(
    rows: list[tuple[int, int]],
) -> None:
    # derived: productivity over the highest productivity
    best = max(made / used for used, made in rows)
    scores = efficiency([[used] for used, _ in rows], [[made] for _, made in rows])
    assert scores == pytest.approx([made / used / best if best else 0 for used, made in rows])


def test_units_on_one_line_are_all_best_with_variable_returns() -> None:
    # derived: 0.1 and 0.2 are no exact numbers, yet no unit is beaten by a rounding
    line = [[0.1 * step] for step in range(1, 8)]
    assert efficiency(line, line) == pytest.approx([1] * 7, abs=1e-15)
    assert efficiency(line, line, "variable") == pytest.approx([1] * 7, abs=1e-15)


def test_degenerate_tables() -> None:
    # derived: a single unit, equal units, an output that nobody makes, an input that nobody uses
    assert efficiency([[3]], [[5]]) == [1]
    assert efficiency([[3]], [[0]]) == [0]
    assert efficiency([[3]], [[0]], "variable") == [1]
    assert efficiency([[2, 1]] * 5, [[1, 4]] * 5) == [1] * 5
    assert efficiency(STORES, [[1, 0]] * 6) == efficiency(STORES, [[1]] * 6)
    assert efficiency([[*row, 0] for row in STORES], [[1]] * 6) == efficiency(STORES, [[1]] * 6)


def test_who_makes_nothing_scores_nothing_or_what_the_thriftiest_would_need() -> None:
    # derived: with variable returns nobody can be scaled down, and the smallest unit uses 2
    assert efficiency([[2], [5]], [[4], [0]]) == [1, 0]
    assert efficiency([[2], [5]], [[4], [0]], "variable") == [1, 0.4]


def test_who_does_without_an_input_is_best_whatever_the_others_do() -> None:
    # derived: no mix that contains another unit needs none of the second input
    assert efficiency([[9, 0], [1, 1]], [[1], [100]]) == [1, 1]


def test_the_largest_and_the_smallest_numbers() -> None:
    assert efficiency([[1e308], [2e307]], [[5e-324], [5e-324]]) == pytest.approx([0.2, 1])
    assert efficiency([[5e-324, 1e308], [1e-323, 1e308]], [[1], [1]]) == [1, 1]


@pytest.mark.parametrize("returns", RETURNS)
def test_blands_rule_finds_the_same_scores(returns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(1977)  # noqa: S311 - seeded examples
    tables = [_random_units(draw, 3) for _ in range(30)]
    quick = [efficiency(*table, returns) for table in tables]
    monkeypatch.setattr(_dea, "_PATIENCE", 0)
    assert [efficiency(*table, returns) for table in tables] == quick


def test_whole_columns_are_in_proportion_and_as_small_as_they_can_be() -> None:
    assert _dea.whole_columns([[0.5, 6, 0], [0.25, 9, 0]]) == [[2, 2, 0], [1, 3, 0]]


# What efficiency_peers promises


def test_cooper_seiford_tone_2007_example_2_2_peers() -> None:
    # recomputed: by hand in the docstring
    peers = efficiency_peers(STORES, [[1]] * 6)
    assert peers[0] == pytest.approx({3: 5 / 7, 4: 2 / 7})
    assert peers[3] == {3: 1}
    # The last store is no waste in every input, but the third needs less of the first.
    assert peers[5] == {2: 1}


def test_coelli_1996_example_1_peers() -> None:
    # published: the output of the program DEAP, which counts from 1
    peers = efficiency_peers([[2, 5], [2, 4], [6, 6], [3, 2], [6, 2]], [[1], [2], [3], [1], [2]])
    expected = [{1: 0.5}, {1: 1}, {1: 1, 4: 0.5}, {1: 0.214, 4: 0.286}, {4: 1}]
    for found, weights in zip(peers, expected, strict=True):
        assert found == pytest.approx(weights, abs=5e-4)


def test_fried_lovell_schmidt_2008_eleven_units_peers() -> None:
    # published: the tests of the package DataEnvelopmentAnalysis.jl
    constant, variable = (efficiency_peers(ELEVEN_IN, ELEVEN_OUT, returns) for returns in RETURNS)
    assert constant[2] == pytest.approx({0: 1.134321653, 3: 0.4380053908})
    assert constant[9] == pytest.approx({3: 0.4905660377, 6: 0.4905660377})
    assert variable[1] == pytest.approx({0: 0.5255878285, 5: 0.2842323651, 6: 0.1901798064})
    assert variable[9] == pytest.approx({0: 0.03711078928, 3: 0.4433381608, 6: 0.51955105})


def _mixed(rows: Rows, weights: dict[int, float]) -> np.ndarray:
    share = np.array([weights.get(unit, 0) for unit in range(len(rows))])
    return np.asarray(share @ np.array(rows, float))


@given(units=UNITS, returns=st.sampled_from(RETURNS))
def test_the_mix_of_peers_does_what_the_score_says(units: tuple[Rows, Rows], returns: str) -> None:
    inputs, outputs = units
    scores, peers = efficiency(*units, returns), efficiency_peers(*units, returns)
    for unit, (score, weights) in enumerate(zip(scores, peers, strict=True)):
        assert all(weight > 0 for weight in weights.values())
        assert (_mixed(inputs, weights) <= score * np.array(inputs[unit]) + 1e-9).all()
        assert (_mixed(outputs, weights) >= np.array(outputs[unit]) - 1e-9).all()
        if returns == "variable":
            assert sum(weights.values()) == pytest.approx(1)


@given(units=UNITS, returns=st.sampled_from(RETURNS))
def test_peers_are_best_themselves(units: tuple[Rows, Rows], returns: str) -> None:
    scores = efficiency(*units, returns)
    for weights in efficiency_peers(*units, returns):
        assert all(scores[peer] == 1 for peer in weights)


def test_units_too_different_to_compare_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^inputs is .*whose result is a finite number"):
        efficiency_peers([[1e-300], [1e300]], [[1e-300], [1e290]])


# What both refuse


@pytest.mark.parametrize("function", [efficiency, efficiency_peers])
@pytest.mark.parametrize("value", [*NOT_NUMBERS, -1])
def test_measures_are_0_or_more(function: Callable[..., object], value: object) -> None:
    with pytest.raises(ModelError, match=r"^inputs\[1\]\[0\] is "):
        function([[1], [value]], [[1], [1]])
    with pytest.raises(ModelError, match=r"^outputs\[0\]\[1\] is "):
        function([[1], [1]], [[1, value], [1, 1]])


@pytest.mark.parametrize("function", [efficiency, efficiency_peers])
@pytest.mark.parametrize("rows", [*NOT_TABLES, [[1]]])
def test_units_come_in_rows(function: Callable[..., object], rows: object) -> None:
    with pytest.raises(ModelError, match=r"^(inputs|outputs)"):
        function(rows, [[1], [1]])
    with pytest.raises(ModelError, match=r"^outputs"):
        function([[1], [1]], rows)


@pytest.mark.parametrize("function", [efficiency, efficiency_peers])
def test_every_unit_uses_something(function: Callable[..., object]) -> None:
    with pytest.raises(ModelError, match=r"^inputs\[1\] is a row of zeros: .*at least one input above 0"):
        function([[1, 2], [0, 0]], [[1], [1]])


@pytest.mark.parametrize("function", [efficiency, efficiency_peers])
@pytest.mark.parametrize("returns", [None, 1, True, "crs", "", ["constant"], np.array(["constant"] * 2)])
def test_returns_are_constant_or_variable(function: Callable[..., object], returns: object) -> None:
    with pytest.raises(ModelError, match=r"^returns is .*: the model allows 'constant' or 'variable'"):
        function([[1]], [[1]], returns)


# What expected_best_quote promises


@pytest.mark.parametrize(("searches", "best"), [(1, 2.5), (2, 2.25), (3, 2.125), (4, 2.0625)])
def test_stigler_1961_two_or_three(searches: int, best: float) -> None:
    # derived: 2 + 1/2ⁿ
    assert expected_best_quote([2, 3], [0.5, 0.5], searches) == best


def _every_case(quotes: Sequence[float], chances: Sequence[float], searches: int) -> float:
    cases = itertools.product(zip(quotes, chances, strict=True), repeat=searches)
    return math.fsum(
        min(quote for quote, _ in case) * math.prod(chance for _, chance in case) for case in cases
    )


PRICES = st.lists(st.tuples(st.floats(-100, 100), st.integers(0, 9)), min_size=1, max_size=5).filter(
    lambda pairs: any(weight for _, weight in pairs)
)


def _split(pairs: list[tuple[float, int]]) -> tuple[list[float], list[float]]:
    total = sum(weight for _, weight in pairs)
    return [price for price, _ in pairs], [weight / total for _, weight in pairs]


@given(pairs=PRICES, searches=st.integers(1, 5))
def test_the_best_quote_is_the_mean_over_every_case(pairs: list[tuple[float, int]], searches: int) -> None:
    # derived: all combinations of quotes, one by one
    quotes, chances = _split(pairs)
    assert expected_best_quote(quotes, chances, searches) == pytest.approx(
        _every_case(quotes, chances, searches), abs=1e-9
    )


@given(pairs=PRICES, searches=st.integers(1, 40))
def test_each_further_quote_saves_less(pairs: list[tuple[float, int]], searches: int) -> None:
    first, second, third = (expected_best_quote(*_split(pairs), searches + more) for more in range(3))
    assert first >= second - 1e-9
    assert second >= third - 1e-9
    assert first - second >= second - third - 1e-9


@given(pairs=PRICES, searches=st.integers(1, 9), scale=st.floats(0.01, 100), fee=st.floats(-50, 50))
def test_cents_or_euros(pairs: list[tuple[float, int]], searches: int, scale: float, fee: float) -> None:
    quotes, chances = _split(pairs)
    changed = [scale * price + fee for price in quotes]
    plain = expected_best_quote(quotes, chances, searches)
    assert expected_best_quote(changed, chances, searches) == pytest.approx(scale * plain + fee, abs=1e-8)


def test_order_and_repeats_of_prices_do_not_matter() -> None:
    plain = expected_best_quote([10, 12, 15], [0.2, 0.3, 0.5], 3)
    assert expected_best_quote([15, 10, 12], [0.5, 0.2, 0.3], 3) == pytest.approx(plain)
    assert expected_best_quote([15, 10, 12, 15], [0.1, 0.2, 0.3, 0.4], 3) == pytest.approx(plain)


def test_many_quotes_end_at_the_lowest_price_that_anybody_asks() -> None:
    # derived: the limit; a price that nobody asks does not count
    assert expected_best_quote([1, 2, 3], [0, 0.5, 0.5], 10**6) == 2
    assert expected_best_quote([1, 2, 3], [0, 0.5, 0.5], 10**300) == 2
    assert expected_best_quote([7], [1], 1) == 7


def test_printed_chances_are_scaled() -> None:
    assert expected_best_quote([1, 2, 3], [0.333, 0.333, 0.334], 1) == pytest.approx(2.001)
    assert expected_best_quote([3, 3, 3], [0.333, 0.333, 0.3335], 1) == pytest.approx(3)


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 0, -1, 2.5])
def test_searches_are_a_whole_number_of_1_or_more(value: object) -> None:
    with pytest.raises(ModelError, match=r"^searches is .*whole number"):
        expected_best_quote([2, 3], [0.5, 0.5], value)  # type: ignore[arg-type]


# What best_number_of_quotes promises


@pytest.mark.parametrize(
    ("cost", "searches", "total"), [(0.3, 1, 2.8), (0.25, 1, 2.75), (0.2, 2, 2.65), (0.1, 3, 2.425)]
)
def test_stigler_1961_asking_pays_as_long_as_it_saves_more_than_it_costs(
    cost: float, searches: int, total: float
) -> None:
    # derived: the second quote saves 1/4, the third 1/8
    found = best_number_of_quotes([2, 3], [0.5, 0.5], cost)
    assert found.searches == searches
    assert found.total == pytest.approx(total)
    assert found.expected_quote == expected_best_quote([2, 3], [0.5, 0.5], searches)


@given(pairs=PRICES, cost=st.floats(0.05, 20))
def test_no_other_number_costs_less(pairs: list[tuple[float, int]], cost: float) -> None:
    quotes, chances = _split(pairs)
    found = best_number_of_quotes(quotes, chances, cost)
    others = [expected_best_quote(quotes, chances, searches) + cost * searches for searches in range(1, 300)]
    assert found.total == pytest.approx(min(others))


@given(pairs=PRICES, costs=st.tuples(st.floats(1e-6, 50), st.floats(1e-6, 50)))
def test_dearer_quotes_are_asked_for_less_often(
    pairs: list[tuple[float, int]], costs: tuple[float, float]
) -> None:
    cheap, dear = (best_number_of_quotes(*_split(pairs), cost).searches for cost in sorted(costs))
    assert cheap >= dear >= 1


def test_nearly_free_quotes_end_too() -> None:
    # derived: the first n at which one more saves 2⁻⁶⁰ or less; nothing to save; and a price that hardly
    # anybody asks
    assert best_number_of_quotes([2, 3], [0.5, 0.5], 2.0**-60).searches == 59
    assert best_number_of_quotes([2, 3], [0, 1], 5e-324).searches == 1
    assert best_number_of_quotes([2, 3], [1e-15, 1], 5e-324).searches > 10**17


@pytest.mark.parametrize("value", [*NOT_NUMBERS, 0, -1])
def test_a_quote_costs_something(value: object) -> None:
    with pytest.raises(ModelError, match=r"^cost is "):
        best_number_of_quotes([2, 3], [0.5, 0.5], value)  # type: ignore[arg-type]


# What both refuse


def _expected(quotes: object, chances: object) -> object:
    return expected_best_quote(quotes, chances, 2)  # type: ignore[arg-type]


def _best(quotes: object, chances: object) -> object:
    return best_number_of_quotes(quotes, chances, 0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize("function", [_expected, _best])
@pytest.mark.parametrize("value", NOT_NUMBERS)
def test_quotes_are_finite_numbers(function: Callable[..., object], value: object) -> None:
    with pytest.raises(ModelError, match=r"^quotes\[1\] is "):
        function([2, value], [0.5, 0.5])


@pytest.mark.parametrize("function", [_expected, _best])
@pytest.mark.parametrize("value", [*NOT_NUMBERS, -0.1, 1.5])
def test_probabilities_are_shares(function: Callable[..., object], value: object) -> None:
    with pytest.raises(ModelError, match=r"^probabilities\[0\] is "):
        function([2, 3], [value, 0.5])


@pytest.mark.parametrize("function", [_expected, _best])
def test_lists_fit_together_and_chances_sum_to_1(function: Callable[..., object]) -> None:
    with pytest.raises(ModelError, match=r"^probabilities is a list of 1"):
        function([2, 3], [1])
    with pytest.raises(ModelError, match=r"^probabilities is a list with the sum 0.9: .*sums to 1"):
        function([2, 3], [0.5, 0.4])
    for quotes in (list[float](), None, "23", {2, 3}):
        with pytest.raises(ModelError, match=r"^quotes is "):
            function(quotes, [0.5, 0.5])


@pytest.mark.parametrize("function", [_expected, _best])
def test_prices_too_far_apart_are_refused(function: Callable[..., object]) -> None:
    with pytest.raises(ModelError, match=r"^quotes is .*finite"):
        function([-1.7e308, 1.7e308], [0.5, 0.5])


def test_the_module_names_what_it_offers() -> None:
    assert all(hasattr(benchmark, name) for name in benchmark.__all__)
