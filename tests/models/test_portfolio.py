"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import csv
import itertools
import math
import random
from pathlib import Path

import ahpy
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models.portfolio import (
    BOUNDARY,
    RANDOM_INDEX,
    AccountPosition,
    KraljicPosition,
    account_position,
    ahp_priorities,
    factor_importance,
    kraljic,
)

SCALE = [1, 2, 3, 4, 5, 6, 7, 8, 9]
DRINKS: list[list[float]] = [  # coffee, wine, tea, beer, sodas, milk, water
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
]
# Theory and Applications of the Analytic Network Process (2005), as ahpy holds it.
SAATY_2005_INDEX = (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59)


def _from_upper(size: int, judgements: dict[tuple[int, int], float]) -> list[list[float]]:
    matrix = [[1.0] * size for _ in range(size)]
    for (row, column), value in judgements.items():
        matrix[row][column], matrix[column][row] = value, 1 / value
    return matrix


def _random_judgements(size: int, seed: int) -> dict[tuple[int, int], float]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    both_ways = [*SCALE, *(1 / value for value in SCALE)]
    return {pair: draw.choice(both_ways) for pair in itertools.combinations(range(size), 2)}


def _from_weights(weights: list[float]) -> list[list[float]]:
    return [[row / column for column in weights] for row in weights]


class _Ahpy(ahpy.Compare):  # type: ignore[misc]
    """ahpy 2.0 fills its matrix with a method that NumPy 2 dropped; all that it computes is its own."""

    def _build_matrix(self) -> None:
        self._matrix = np.ones((self._size, self._size))
        for (row, column), value in self._pairs.items():
            self._matrix[self._elements.index(row), self._elements.index(column)] = value


# What ahp_priorities promises


def test_saaty_1980_seven_drinks() -> None:
    # published: weights and CR; also in Saaty (2008) and in the tests of ahpy
    judged = ahp_priorities(DRINKS)
    assert judged.weights == pytest.approx((0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327), abs=0.0005)
    assert judged.consistency_ratio == pytest.approx(0.022, abs=0.0005)


@pytest.mark.parametrize("size", [3, 4, 5, 7, 10, 15])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_priorities_agree_with_ahpy(size: int, seed: int) -> None:
    judgements = _random_judgements(size, seed)
    ours = ahp_priorities(_from_upper(size, judgements))
    theirs = _Ahpy("peer", judgements, precision=9, random_index="saaty")
    assert ours.weights == pytest.approx([theirs.local_weights[place] for place in range(size)], abs=1e-7)
    # Theirs divides by Saaty's index of 2005, ours by that of 1980.
    same_index = ours.consistency_ratio * RANDOM_INDEX[size - 1] / SAATY_2005_INDEX[size - 3]
    assert same_index == pytest.approx(theirs.consistency_ratio, abs=1e-7)


@pytest.mark.parametrize("size", [2, 3, 6, 15])
def test_lambda_max_is_the_largest_eigenvalue(size: int) -> None:
    matrix = _from_upper(size, _random_judgements(size, seed=size))
    assert ahp_priorities(matrix).lambda_max == pytest.approx(np.linalg.eigvals(np.array(matrix)).real.max())


def test_one_criterion_has_all_the_weight() -> None:
    judged = ahp_priorities([[1]])
    assert (judged.weights, judged.lambda_max, judged.consistency_index, judged.consistency_ratio) == (
        (1,),
        1,
        0,
        0,
    )


def test_two_criteria_cannot_contradict_each_other() -> None:
    judged = ahp_priorities([[1, 3], [1 / 3, 1]])
    assert judged.weights == pytest.approx((0.75, 0.25))
    assert judged.lambda_max == pytest.approx(2)
    assert judged.consistency_ratio == 0


def test_three_criteria_in_closed_form() -> None:
    # derived: lambda is 1 + q + 1/q with q the cube root of a12 a23 / a13; weights are geometric means
    a, b, c = 2, 3, 4
    judged = ahp_priorities([[1, a, c], [1 / a, 1, b], [1 / c, 1 / b, 1]])
    q = (a * b / c) ** (1 / 3)
    means = [(a * c) ** (1 / 3), (b / a) ** (1 / 3), (1 / b / c) ** (1 / 3)]
    assert judged.lambda_max == pytest.approx(1 + q + 1 / q)
    assert judged.weights == pytest.approx([mean / sum(means) for mean in means])
    assert judged.consistency_ratio == pytest.approx((q + 1 / q - 2) / 2 / 0.58)


@given(weights=st.lists(st.floats(0.1, 10), min_size=1, max_size=15))
def test_consistent_judgements_give_back_their_weights(weights: list[float]) -> None:
    judged = ahp_priorities(_from_weights(weights))
    assert judged.weights == pytest.approx([weight / sum(weights) for weight in weights])
    assert judged.lambda_max == pytest.approx(len(weights))
    assert judged.consistency_ratio == pytest.approx(0, abs=1e-9)


@given(size=st.integers(1, 15), seed=st.integers(0, 10**6))
def test_weights_sum_to_one_and_no_ratio_is_negative(size: int, seed: int) -> None:
    judged = ahp_priorities(_from_upper(size, _random_judgements(size, seed)))
    assert math.fsum(judged.weights) == pytest.approx(1)
    assert min(judged.weights) > 0
    assert judged.lambda_max >= size
    assert judged.consistency_ratio >= 0


@given(seed=st.integers(0, 10**6), order=st.permutations(range(5)))
def test_the_order_of_the_criteria_does_not_matter(seed: int, order: list[int]) -> None:
    matrix = _from_upper(5, _random_judgements(5, seed))
    shuffled = ahp_priorities([[matrix[row][column] for column in order] for row in order])
    weights = ahp_priorities(matrix).weights
    assert shuffled.weights == pytest.approx([weights[place] for place in order])


@given(better=st.sampled_from(SCALE), worse=st.sampled_from(SCALE))
def test_a_stronger_judgement_gives_no_less_weight(better: int, worse: int) -> None:
    assume(better >= worse)
    strong, weak = (ahp_priorities(_from_upper(3, {(0, 1): value, (1, 2): 2})) for value in (better, worse))
    assert strong.weights[0] >= weak.weights[0] - 1e-12


def test_equal_judgements_give_equal_weights() -> None:
    assert ahp_priorities([[1] * 15 for _ in range(15)]).weights == pytest.approx([1 / 15] * 15)


def test_printed_reciprocals_count_as_exact() -> None:
    printed: list[list[float]] = [[1, 3, 9], [0.33, 1, 7], [0.11, 0.14, 1]]
    exact: list[list[float]] = [[1, 3, 9], [1 / 3, 1, 7], [1 / 9, 1 / 7, 1]]
    assert ahp_priorities(printed).weights == pytest.approx(ahp_priorities(exact).weights)
    assert ahp_priorities([[1, 8], [0.13, 1]]).weights == pytest.approx((8 / 9, 1 / 9))


def test_a_vicious_circle_of_judgements_is_found_inconsistent() -> None:
    circle = ahp_priorities([[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]])
    assert circle.weights == pytest.approx([1 / 3] * 3)
    assert circle.consistency_ratio > 1


@pytest.mark.parametrize("strength", [1e3, 1e6])
@pytest.mark.parametrize("size", [3, 4, 15])
def test_extreme_judgements_still_have_a_principal_eigenvector(size: int, strength: float) -> None:
    draw = random.Random(size)  # noqa: S311 - seeded examples, no secret
    pairs = {pair: strength ** draw.choice([-1, 0, 1]) for pair in itertools.combinations(range(size), 2)}
    matrix = _from_upper(size, pairs)
    judged = ahp_priorities(matrix)
    for row, weight in zip(matrix, judged.weights, strict=True):
        image = math.fsum(entry * other for entry, other in zip(row, judged.weights, strict=True))
        assert image == pytest.approx(judged.lambda_max * weight)


@pytest.mark.parametrize(
    ("comparisons", "named"),
    [
        ([], "comparisons"),
        ([[]], r"comparisons\[0\]"),
        ([[1, 2]], "comparisons"),
        ([[1, 2], [0.5]], r"comparisons\[1\]"),
        ([[2]], r"comparisons\[0\]\[0\]"),
        ([[1, 2], [2, 1]], r"comparisons\[1\]\[0\]"),
        ([[1, 2], [0.51, 1]], r"comparisons\[1\]\[0\]"),
        ([[1, 1000], [0.005, 1]], r"comparisons\[1\]\[0\]"),
        ([[1, 0], [0, 1]], r"comparisons\[0\]\[1\]"),
        ([[1, -2], [-0.5, 1]], r"comparisons\[0\]\[1\]"),
        ([[1, math.nan], [1, 1]], r"comparisons\[0\]\[1\]"),
        ([[1, math.inf], [0, 1]], r"comparisons\[0\]\[1\]"),
        ([[1, 1e7], [1e-7, 1]], r"comparisons\[0\]\[1\]"),
        ([[True]], r"comparisons\[0\]\[0\]"),
        ([["1"]], r"comparisons\[0\]\[0\]"),
        ([[1] * 16] * 16, "comparisons"),
        (None, "comparisons"),
        (1, "comparisons"),
        (["1"], r"comparisons\[0\]"),
    ],
)
def test_what_is_no_table_of_judgements_is_refused_by_name(comparisons: object, named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        ahp_priorities(comparisons)  # type: ignore[arg-type]


def test_the_random_index_covers_sizes_1_to_15() -> None:
    # published: Saaty (1980); the first two sizes cannot be inconsistent
    assert RANDOM_INDEX[:10] == (0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
    assert len(RANDOM_INDEX) == 15


# the two matrices


@pytest.mark.parametrize(
    ("impact", "risk", "position"),
    [
        (10, 10, KraljicPosition.STRATEGIC),
        (10, 0, KraljicPosition.LEVERAGE),
        (0, 10, KraljicPosition.BOTTLENECK),
        (0, 0, KraljicPosition.NON_CRITICAL),
        (BOUNDARY, BOUNDARY, KraljicPosition.STRATEGIC),
        (BOUNDARY, 4.999, KraljicPosition.LEVERAGE),
        (4.999, BOUNDARY, KraljicPosition.BOTTLENECK),
        (4.999, 4.999, KraljicPosition.NON_CRITICAL),
    ],
)
def test_kraljic_1983_fields(impact: float, risk: float, position: KraljicPosition) -> None:
    assert kraljic(profit_impact=impact, supply_risk=risk) is position


@pytest.mark.parametrize(
    ("attractiveness", "strength", "position"),
    [
        (10, 10, AccountPosition.KEY),
        (10, 0, AccountPosition.KEY_DEVELOPMENT),
        (0, 10, AccountPosition.MAINTENANCE),
        (0, 0, AccountPosition.OPPORTUNISTIC),
        (BOUNDARY, BOUNDARY, AccountPosition.KEY),
        (BOUNDARY, 4.999, AccountPosition.KEY_DEVELOPMENT),
        (4.999, BOUNDARY, AccountPosition.MAINTENANCE),
        (4.999, 4.999, AccountPosition.OPPORTUNISTIC),
    ],
)
def test_cheverton_2004_fields(attractiveness: float, strength: float, position: AccountPosition) -> None:
    assert account_position(attractiveness=attractiveness, strength=strength) is position


@pytest.mark.parametrize("bad", [-0.1, 10.1, math.nan, math.inf, True, "5", None])
@pytest.mark.parametrize(
    ("function", "parameter", "other"),
    [
        (kraljic, "profit_impact", "supply_risk"),
        (kraljic, "supply_risk", "profit_impact"),
        (account_position, "attractiveness", "strength"),
        (account_position, "strength", "attractiveness"),
    ],
)
def test_scores_run_from_0_to_10(function: object, parameter: str, other: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is .*: the model allows 0 to 10"):
        function(**{parameter: bad, other: 5})  # type: ignore[operator]


# What factor_importance promises


def _swiss() -> tuple[list[list[float]], list[float]]:
    with (Path(__file__).parent / "swiss_provinces.csv").open(encoding="utf-8") as stream:
        rows = [[float(entry) for entry in row] for row in list(csv.reader(stream))[1:]]
    return [row[1:] for row in rows], [row[0] for row in rows]


def test_gromping_2006_swiss_provinces() -> None:
    # published: relaimpo's calc.relimp(lm(Fertility ~ ., swiss), type = "lmg")
    split = factor_importance(*_swiss())
    lmg = (0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265)
    assert split.shares == pytest.approx(lmg, abs=1e-12)
    assert split.r_squared == pytest.approx(0.706735001593, abs=1e-11)


def _by_every_order(factors: list[list[float]], outcome: list[float]) -> list[float]:
    """The definition: what each factor adds to R², averaged over all orders, by NumPy's least squares."""
    table, target = np.array(factors), np.array(outcome)

    def explained(columns: tuple[int, ...]) -> float:
        design = np.column_stack([np.ones(len(target)), table[:, list(columns)]])
        rest = target - design @ np.linalg.lstsq(design, target, rcond=None)[0]
        return float(1 - rest @ rest / ((target - target.mean()) @ (target - target.mean())))

    orders = list(itertools.permutations(range(table.shape[1])))
    shares = [0.0] * table.shape[1]
    for order in orders:
        for place, factor in enumerate(order):
            shares[factor] += (explained(order[: place + 1]) - explained(order[:place])) / len(orders)
    return shares


def _random_observations(seed: int, rows: int, columns: int) -> tuple[list[list[float]], list[float]]:
    draw = np.random.default_rng(seed)
    factors = draw.normal(size=(rows, columns)) @ draw.normal(size=(columns, columns))
    outcome = factors @ draw.normal(size=columns) + draw.normal(size=rows) * 2
    return factors.tolist(), outcome.tolist()


@pytest.mark.parametrize(
    ("seed", "rows", "columns"), [(1, 8, 1), (2, 20, 2), (3, 15, 3), (4, 40, 4), (5, 12, 5)]
)
def test_shares_are_the_average_over_every_order(seed: int, rows: int, columns: int) -> None:
    factors, outcome = _random_observations(seed, rows, columns)
    assert factor_importance(factors, outcome).shares == pytest.approx(_by_every_order(factors, outcome))


@given(seed=st.integers(0, 10**6), columns=st.integers(1, 7))
def test_shares_are_not_negative_and_close_on_r_squared(seed: int, columns: int) -> None:
    split = factor_importance(*_random_observations(seed, 20, columns))
    assert math.fsum(split.shares) == pytest.approx(split.r_squared)
    assert min(split.shares) >= -1e-12
    assert 0 <= split.r_squared <= 1


@given(seed=st.integers(0, 10**6), factor=st.floats(0.001, 1000), shift=st.floats(-100, 100))
def test_units_and_zero_points_do_not_matter(seed: int, factor: float, shift: float) -> None:
    factors, outcome = _random_observations(seed, 12, 3)
    changed = [[row[0] * factor + shift, -row[1], row[2]] for row in factors]
    moved = factor_importance(changed, [shift - value * factor for value in outcome])
    assert moved.shares == pytest.approx(factor_importance(factors, outcome).shares, abs=1e-7)


@given(seed=st.integers(0, 10**6), order=st.permutations(range(4)))
def test_the_order_of_the_factors_does_not_matter(seed: int, order: list[int]) -> None:
    factors, outcome = _random_observations(seed, 12, 4)
    shuffled = factor_importance([[row[place] for place in order] for row in factors], outcome)
    shares = factor_importance(factors, outcome).shares
    assert shuffled.shares == pytest.approx([shares[place] for place in order])


def test_uncorrelated_factors_share_by_their_squared_correlations() -> None:
    # derived: an orthogonal design, y = 3 x1 + 4 x2: 9/25 and 16/25
    split = factor_importance([[1, 1], [1, -1], [-1, 1], [-1, -1]], [7, -1, 1, -7])
    assert split.shares == pytest.approx((9 / 25, 16 / 25))


def test_a_single_factor_takes_the_whole_of_r_squared() -> None:
    split = factor_importance([[1], [2], [3], [4]], [1, 3, 2, 4])
    assert split.shares == pytest.approx((0.64,))  # derived: correlation .8


def test_the_same_factor_twice_is_shared_equally() -> None:
    factors, outcome = _random_observations(11, 20, 2)
    alone = factor_importance(factors, outcome)
    twice = factor_importance([[*row, row[0]] for row in factors], outcome)
    assert twice.shares[0] == pytest.approx(twice.shares[2])
    assert twice.r_squared == pytest.approx(alone.r_squared)


def test_a_factor_that_is_the_sum_of_others_explains_nothing_new() -> None:
    factors, outcome = _random_observations(12, 20, 3)
    summed = factor_importance([[*row, sum(row)] for row in factors], outcome)
    assert summed.r_squared == pytest.approx(factor_importance(factors, outcome).r_squared)
    assert math.fsum(summed.shares) == pytest.approx(summed.r_squared)


def test_a_factor_that_never_varies_explains_nothing() -> None:
    factors, outcome = _random_observations(13, 20, 2)
    split = factor_importance([[*row, 0.1] for row in factors], outcome)
    assert split.shares[2] == 0


def test_factors_that_explain_nothing_get_nothing() -> None:
    assert factor_importance([[1], [-1], [1], [-1]], [1, 1, -1, -1]).shares == pytest.approx((0,))


def test_very_large_and_very_small_units_are_no_problem() -> None:
    factors, outcome = _random_observations(14, 20, 2)
    extreme = factor_importance(
        [[row[0] * 1e300, row[1] * 1e-300] for row in factors], [y * 1e250 for y in outcome]
    )
    assert extreme.shares == pytest.approx(factor_importance(factors, outcome).shares)


def test_fifteen_factors_are_still_split() -> None:
    split = factor_importance(*_random_observations(15, 60, 15))
    assert math.fsum(split.shares) == pytest.approx(split.r_squared)


def test_as_many_factors_as_observations_fit_anything() -> None:
    assert factor_importance([[1, 2], [2, 1], [4, 4]], [5, 1, 2]).r_squared == pytest.approx(1)


@pytest.mark.parametrize(
    ("factors", "outcome", "named"),
    [
        ([], [], "factors"),
        ([[]], [1], r"factors\[0\]"),
        ([[1]], [1], "factors"),
        ([[1], [2]], [1], "outcome"),
        ([[1], [2]], [3, 3], "outcome"),
        ([[1], [2]], [0.1, 0.1], "outcome"),
        ([[1], [2, 3]], [1, 2], r"factors\[1\]"),
        ([[1], [math.nan]], [1, 2], r"factors\[1\]\[0\]"),
        ([[1], [math.inf]], [1, 2], r"factors\[1\]\[0\]"),
        ([[1], [True]], [1, 2], r"factors\[1\]\[0\]"),
        ([[1], ["2"]], [1, 2], r"factors\[1\]\[0\]"),
        ([1, 2], [1, 2], r"factors\[0\]"),
        ([[1], [2]], [1, None], r"outcome\[1\]"),
        ([[1], [2]], "12", "outcome"),
        ([[1] * 16, [2] * 16], [1, 2], "factors"),
        (None, [1, 2], "factors"),
    ],
)
def test_observations_that_cannot_be_split_are_refused_by_name(
    factors: object, outcome: object, named: str
) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        factor_importance(factors, outcome)  # type: ignore[arg-type]
