"""The little linear algebra that the models need, on lists of floats.

The tables of this course are small (a state, a criterion or a factor a row), so clarity comes before speed;
but no function gives a wrong number silently: what does not converge or has no single solution raises
``ArithmeticError``.
"""

import math
from itertools import starmap
from operator import mul

Vector = list[float]
Matrix = list[list[float]]

_DOUBLINGS = 64
_AGREEMENT = 1e-12
_COLLINEAR = 1e-11


def dot(first: Vector, second: Vector) -> float:
    """The sum of products, rounded once."""
    return math.fsum(starmap(mul, zip(first, second, strict=True)))


def times_vector(matrix: Matrix, vector: Vector) -> Vector:
    """The product of ``matrix`` and the column ``vector``."""
    return [dot(row, vector) for row in matrix]


def times(first: Matrix, second: Matrix) -> Matrix:
    """The product of two matrices."""
    columns = [list(column) for column in zip(*second, strict=True)]
    return [[dot(row, column) for column in columns] for row in first]


def solve(matrix: Matrix, right: Vector) -> Vector:
    """Solve ``matrix`` x = ``right`` by elimination with row exchanges.

    Raises:
        ArithmeticError: the matrix is singular.
    """
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        best = max(range(column, size), key=lambda place: abs(rows[place][column]))
        rows[column], rows[best] = rows[best], rows[column]
        if rows[column][column] == 0:
            raise ArithmeticError("the equations have no single solution")
        for below in rows[column + 1 :]:
            _eliminate(below, rows[column], column)
    return _back_substitute(rows)


def _eliminate(row: Vector, pivot_row: Vector, column: int) -> None:
    factor = row[column] / pivot_row[column]
    if factor:
        for place in range(column, len(row)):
            row[place] -= factor * pivot_row[place]


def _back_substitute(rows: Matrix) -> Vector:
    solution: Vector = []
    for column in reversed(range(len(rows))):
        row = rows[column]
        solution.insert(0, (row[-1] - dot(row[column + 1 : -1], solution)) / row[column])
    return solution


def power_sum(matrix: Matrix, vector: Vector, terms: int) -> Vector:
    """Σ matrixᵗ · vector over the first ``terms`` powers t = 0, 1, ... .

    Doubles the number of terms at each step (S₂ₖ = Sₖ + Mᵏ Sₖ), so that a horizon of a million costs twenty
    steps.
    """
    total = [0.0] * len(vector)
    power = [[float(row == column) for column in range(len(vector))] for row in range(len(vector))]
    for bit in f"{terms:b}":
        total = [now + later for now, later in zip(total, times_vector(power, total), strict=True)]
        power = times(power, power)
        if bit == "1":
            total = [now + later for now, later in zip(vector, times_vector(matrix, total), strict=True)]
            power = times(matrix, power)
    return total


def principal_eigenvector(matrix: Matrix) -> tuple[Vector, float]:
    """The weights (summing to 1) and the eigenvalue that a positive matrix settles on.

    Power iteration by squaring: each step doubles the power. It stops when the smallest and the largest
    growth of a weight agree, which bound the eigenvalue from both sides (Collatz and Wielandt).

    Raises:
        ArithmeticError: the bounds do not meet.
    """
    power = matrix
    for _ in range(_DOUBLINGS):
        weights = _normalised([math.fsum(row) for row in power])
        image = times_vector(matrix, weights)
        growth = [after / before for after, before in zip(image, weights, strict=True)]
        if max(growth) - min(growth) <= _AGREEMENT * max(growth):
            return weights, math.fsum(image)
        power = times(power, power)
        largest = max(map(max, power))
        power = [[entry / largest for entry in row] for row in power]
    raise ArithmeticError("the power iteration did not converge")


def _normalised(values: Vector) -> Vector:
    total = math.fsum(values)
    return [value / total for value in values]


def correlations(columns: Matrix) -> Matrix:
    """The matrix of correlations between ``columns``; a constant column has 0 with every other."""
    units = [_centred_unit(column) for column in columns]
    return [[dot(first, second) for second in units] for first in units]


def _centred_unit(column: Vector) -> Vector:
    # Scaled first, so that squares of very large or very small observations stay in range.
    size = max(map(abs, column)) or 1.0
    scaled = [value / size for value in column]
    mean = math.fsum(scaled) / len(scaled)
    centred = [value - mean for value in scaled]
    length = math.hypot(*centred)
    # A constant column leaves only rounding behind.
    if length <= 1e-14 * math.sqrt(len(column)):
        return [0.0] * len(column)
    return [value / length for value in centred]


def explained_by_subset(gram: Matrix) -> Vector:
    """The least-squares R² of the last variable on every subset of the others.

    Args:
        gram: the correlations of all variables, the explained one last.

    Returns:
        2ᵖ values; the subset with factors i, j, ... is at place 2ⁱ + 2ʲ + ... .
    """
    explained = [0.0] * 2 ** (len(gram) - 1)
    _sweep(gram, 1, 0, 0.0, explained)
    return explained


def _sweep(gram: Matrix, bit: int, subset: int, gained: float, explained: Vector) -> None:
    # Each factor in turn is left out, or swept out of those still to come and out of the outcome.
    if len(gram) == 1:
        explained[subset] = gained
        return
    (pivot, *cross), *others = gram
    rest = [row[1:] for row in others]
    _sweep(rest, 2 * bit, subset, gained, explained)
    # A factor that the chosen ones already determine adds nothing, and cannot be divided by.
    if pivot > _COLLINEAR:
        gained = min(1.0, gained + cross[-1] ** 2 / pivot)
        rest = [
            [entry - cross[i] * cross[j] / pivot for j, entry in enumerate(row)] for i, row in enumerate(rest)
        ]
    _sweep(rest, 2 * bit, subset + bit, gained, explained)
