"""The linear programme behind ``benchmark.efficiency``, solved exactly in whole numbers.

Data of a benchmark are full of ties: equal units, zeros, units on one line. In floating point a solver has to
guess whether a small difference is one; here there is nothing to guess. Each measure is put into a unit in
which all of its numbers are whole, which changes no score. Each step then keeps all entries whole over one
common denominator, the last pivot, because an entry is a ratio of two determinants of the data and the pivot
is the lower one of them.

Ties could also send the search round in a circle. So every unit is allowed to make a trace more than it uses,
in proportion to its size: the trace decides only where everything else is equal, and ends as nothing. Should
that not be enough after many steps, Bland's rule takes over, which never returns to where it was.
"""

from fractions import Fraction
from math import gcd, lcm

__all__ = ["Grid", "scores_and_peers", "whole_columns"]

Grid = list[list[int]]

_PATIENCE = 100
_TRACE, _LIMIT = -2, -1


def whole_columns(rows: list[list[float]]) -> Grid:
    """``rows`` with each column multiplied so that it holds the smallest whole numbers in proportion."""
    return [list(row) for row in zip(*map(_whole_column, zip(*rows, strict=True)), strict=True)]


def _whole_column(column: tuple[float, ...]) -> list[int]:
    exact = [Fraction(value) for value in column]
    unit = lcm(*(value.denominator for value in exact))
    whole = [int(value * unit) for value in exact]
    common = gcd(*whole) or 1
    return [value // common for value in whole]


def scores_and_peers(inputs: Grid, outputs: Grid) -> list[tuple[Fraction, dict[int, Fraction]]]:
    """For each unit the best u · y with v · x ≤ 1 and u · yⱼ ≤ v · xⱼ for all j, and each j's dual weight.

    Prices u, v ≥ 0 of nothing are allowed, so the search starts from a point that exists; the unit's own row
    bounds what it looks for by 1.
    """
    rows = [
        [*made, *(-used for used in uses), sum(uses) + sum(map(abs, made)), 0]
        for uses, made in zip(inputs, outputs, strict=True)
    ]
    budgets = ([*[0] * len(made), *uses, 0, 1] for uses, made in zip(inputs, outputs, strict=True))
    aims = ([*(-entry for entry in made), *[0] * len(inputs[0]), 0, 0] for made in outputs)
    return [_maximise([*rows, budget, aim]) for budget, aim in zip(budgets, aims, strict=True)]


def _maximise(table: Grid) -> tuple[Fraction, dict[int, Fraction]]:
    """The simplex method from the origin.

    The rows of ``table`` are a · x ≤ b (a, the trace, and b of 0 or more), the last one is the objective with
    its signs turned. Variables have the numbers 0, 1, ..., and the slack of row i their number + i.
    """
    width, units = len(table[0]) - 2, len(table) - 2
    outside, inside = list(range(width)), list(range(width, width + units + 1))
    scale, steps = 1, 0
    while rising := [place for place in range(width) if table[-1][place] < 0]:
        steepest = steps < _PATIENCE
        column = min(rising, key=table[-1].__getitem__ if steepest else outside.__getitem__)
        row = _tightest(table[:-1], column, inside)
        table, scale, steps = _exchange(table, scale, row, column), table[row][column], steps + 1
        outside[column], inside[row] = inside[row], outside[column]
    weights = {name - width: Fraction(table[-1][place], scale) for place, name in enumerate(outside)}
    peers = {peer: weight for peer, weight in weights.items() if 0 <= peer < units and weight}
    return Fraction(table[-1][_LIMIT], scale), peers


def _tightest(rows: Grid, column: int, inside: list[int]) -> int:
    """The row that limits the entering variable first; among equals the one with the lowest number."""
    limiting = [place for place, row in enumerate(rows) if row[column] > 0]
    best = limiting[0]
    for place in limiting[1:]:
        row, other = rows[place], rows[best]
        # The limits (b and the trace, each over a) against the best so far, multiplied out.
        gap = row[_LIMIT] * other[column] - other[_LIMIT] * row[column]
        gap = gap or row[_TRACE] * other[column] - other[_TRACE] * row[column]
        if gap < 0 or (gap == 0 and inside[place] < inside[best]):
            best = place
    return best


def _exchange(table: Grid, scale: int, row: int, column: int) -> Grid:
    """Let the variables of ``row`` and ``column`` change places; the new common denominator is the pivot."""
    pivots = table[row]
    pivot = pivots[column]
    changed = []
    for line in table:
        factor = line[column]
        if factor:
            fresh = [(old * pivot - factor * other) // scale for old, other in zip(line, pivots, strict=True)]
        else:
            fresh = [old * pivot // scale for old in line]
        fresh[column] = -factor
        changed.append(fresh)
    changed[row] = [*pivots[:column], scale, *pivots[column + 1 :]]
    return changed
