import math
import random

import numpy as np
import pytest

from kamlab.models._beta import beta_mean
from kamlab.models._linear import correlations, explained_by_subset, power_sum, principal_eigenvector, solve


def _random_matrix(seed: int, size: int, low: float = -1) -> list[list[float]]:
    draw = random.Random(seed)  # noqa: S311 - seeded examples, no secret
    return [[draw.uniform(low, 1) for _ in range(size)] for _ in range(size)]


@pytest.mark.parametrize("size", [1, 2, 5, 30])
def test_solving_agrees_with_numpy(size: int) -> None:
    matrix, right = _random_matrix(size, size), _random_matrix(99, size)[0]
    assert solve(matrix, right) == pytest.approx(np.linalg.solve(np.array(matrix), np.array(right)).tolist())


def test_a_zero_on_the_diagonal_is_no_obstacle() -> None:
    assert solve([[0, 1], [1, 0]], [2, 3]) == [3, 2]


@pytest.mark.parametrize("matrix", [[[0]], [[1, 2], [2, 4]], [[0, 0], [0, 1]]])
def test_a_singular_system_is_not_solved(matrix: list[list[float]]) -> None:
    with pytest.raises(ArithmeticError, match="no single solution"):
        solve(matrix, [1] * len(matrix))


@pytest.mark.parametrize("terms", [1, 2, 3, 8, 21])
def test_a_power_sum_is_the_sum_of_its_terms(terms: int) -> None:
    matrix, vector = np.array(_random_matrix(3, 4)), np.array([1.0, -2, 3, 0.5])
    naive = sum(np.linalg.matrix_power(matrix, power) @ vector for power in range(terms))
    assert power_sum(matrix.tolist(), vector.tolist(), terms) == pytest.approx(naive.tolist())


@pytest.mark.parametrize("size", [1, 2, 3, 9])
def test_the_principal_eigenvector_is_numpys(size: int) -> None:
    matrix = _random_matrix(size, size, low=0.01)
    weights, growth = principal_eigenvector(matrix)
    values, vectors = np.linalg.eig(np.array(matrix))
    first = vectors[:, values.real.argmax()].real
    assert growth == pytest.approx(values.real.max())
    assert weights == pytest.approx((first / first.sum()).tolist())


def test_an_eigenvector_that_never_settles_is_no_answer() -> None:
    # not a positive matrix: its two directions swap for ever
    with pytest.raises(ArithmeticError, match="did not converge"):
        principal_eigenvector([[0, 2], [1, 0]])


def test_correlations_agree_with_numpy() -> None:
    columns = _random_matrix(8, 6)
    assert np.array(correlations(columns)) == pytest.approx(np.corrcoef(np.array(columns)))


def test_a_constant_column_correlates_with_nothing() -> None:
    assert correlations([[0.1, 0.1, 0.1], [1, 2, 4]])[0] == [0, 0]


def test_explained_variance_of_every_subset_by_least_squares() -> None:
    columns = _random_matrix(21, 7)[:4]
    explained = explained_by_subset(correlations(columns))
    target = np.array(columns[-1])
    for subset in range(8):
        chosen = [np.array(columns[place]) for place in range(3) if subset >> place & 1]
        design = np.column_stack([np.ones(len(target)), *chosen])
        rest = target - design @ np.linalg.lstsq(design, target, rcond=None)[0]
        total = ((target - target.mean()) ** 2).sum()
        assert explained[subset] == pytest.approx(1 - rest @ rest / total, abs=1e-12)


@pytest.mark.parametrize("a", [1e-3, 0.1, 1, 7, 1e3, 1e6, 1e9])
@pytest.mark.parametrize("b", [1e-3, 0.1, 1, 7, 1e3, 1e6, 1e9])
def test_beta_moments_in_closed_form(a: float, b: float) -> None:
    # derived: a / (a + b), and the second moment
    assert beta_mean(lambda share: share, a, b) == pytest.approx(a / (a + b), rel=1e-9)
    second = a * (a + 1) / (a + b) / (a + b + 1)
    assert beta_mean(lambda share: share * share, a, b) == pytest.approx(second, rel=1e-9)


def test_a_mean_that_never_settles_is_no_answer() -> None:
    with pytest.raises(ArithmeticError, match="did not settle"):
        beta_mean(lambda share: math.sin(1e9 * share), 1, 1)
