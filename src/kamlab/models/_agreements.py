"""Agreements in any game of two, for ``repeated_game``: what holds once, and what holds for ever."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, refusal, table, vector, whole

__all__ = ["Cell", "agreement_threshold", "critical", "stage_equilibria"]


def critical(kept: float, broken: float, after: float) -> Fraction:
    """(D − C) / (D − P), exactly; 0 where D = C."""
    # Fractions: no difference leaves the range of floating-point numbers or loses a digit.
    if broken == kept:
        return Fraction(0)
    return (Fraction(broken) - Fraction(kept)) / (Fraction(broken) - Fraction(after))


class Cell(NamedTuple):
    """A pair of choices in a game of two.

    Args:
        first: the row, what the first partner does (number, from 0).
        second: the column, what the second partner does (number, from 0).
    """

    first: int
    second: int


def stage_equilibria(first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]) -> list[Cell]:
    """Where neither partner gains by choosing something else, if they meet only once.

    Args:
        first: uᵢⱼ, what the first partner gets where she chooses row i and the other column j (currency).
        second: vᵢⱼ, what the second partner gets there (currency; a table of the same size).

    Returns:
        Every such pair of choices, by rows; with ties all of them. Empty where one of the two always wants to
        move, as in matching pennies; then they would have to mix their choices.

    Raises:
        ModelError: tables that are empty, ragged, of different sizes or hold anything but finite numbers.

    Equation:
        uᵢⱼ = max over rows of column j, and vᵢⱼ = max over columns of row i

    Source:
        nash1951.

    >>> stage_equilibria([[3, 0], [5, 1]], [[3, 5], [0, 1]])  # derived: both defect
    [Cell(first=1, second=1)]
    """
    return _equilibria(*_game(first, second))


def agreement_threshold(
    first: Sequence[Sequence[float]], second: Sequence[Sequence[float]], agreed: tuple[int, int]
) -> float:
    """How much the future must count so that two partners of any kind keep what they have agreed on.

    Who breaks the agreement gets her best answer to it once; after that both play, for ever, the equilibrium
    of a single meeting that is worst for her. The threat is credible, because in an equilibrium nobody gains
    by stepping out of it. Who has nothing to gain by breaking the agreement needs no threat.

    Args:
        first: uᵢⱼ, what the first partner gets where she chooses row i and the other column j (currency).
        second: vᵢⱼ, what the second partner gets there (currency; a table of the same size).
        agreed: the row and the column agreed on (two whole numbers, from 0).

    Returns:
        δ*, the lowest δ at which neither gains by breaking the agreement (share, 0 to 1): the higher of the
        two partners' critical values. 0 where the agreement is an equilibrium itself.

    Raises:
        ModelError: tables as ``stage_equilibria`` refuses them, a pair of choices outside them, an agreement
            that one of the two would not even keep for ever, or no equilibrium to fall back on.

    Equation:
        max over both partners of (D − C) / (D − P), with D the best answer to the agreement and P the lowest
        payoff in an equilibrium of a single meeting

    Source:
        friedman1971.

    >>> agreement_threshold([[3, 0], [5, 1]], [[3, 5], [0, 1]], agreed=(0, 0))  # derived: (5 - 3) / (5 - 1)
    0.5
    """
    mine, theirs = _game(first, second)
    row, column = _cell(agreed, mine)
    kept = (mine[row][column], theirs[row][column])
    best = (max(line[column] for line in mine), max(theirs[row]))
    if kept == best:
        return 0.0
    threats = _equilibria(mine, theirs)
    if not threats:
        raise ModelError(
            "first, second", "a game without an equilibrium in pure choices", "one with a threat"
        )
    after = (min(mine[i][j] for i, j in threats), min(theirs[i][j] for i, j in threats))
    return float(max(_held(agreed, *payoffs) for payoffs in zip(kept, best, after, strict=True)))


def _held(agreed: object, kept: float, best: float, after: float) -> Fraction:
    if kept < best and after > kept:
        raise refusal("agreed", agreed, "choices that are worth more to both than falling back")
    return critical(kept, best, after)


def _game(first: object, second: object) -> tuple[list[list[float]], list[list[float]]]:
    mine, theirs = table("first", first, ANY), table("second", second, ANY)
    size, other = (f"{len(rows)} rows of {len(rows[0])}" for rows in (mine, theirs))
    if size != other:
        raise ModelError("second", other, f"{size}, as in first")
    return mine, theirs


def _equilibria(mine: list[list[float]], theirs: list[list[float]]) -> list[Cell]:
    best_rows = [max(column) for column in zip(*mine, strict=True)]
    return [
        Cell(row, column)
        for row, line in enumerate(theirs)
        for column, payoff in enumerate(line)
        if payoff == max(line) and mine[row][column] == best_rows[column]
    ]


def _cell(agreed: object, rows: list[list[float]]) -> tuple[int, int]:
    row, column = (whole("agreed", choice) for choice in vector("agreed", agreed, ANY, 2))
    if row >= len(rows) or column >= len(rows[0]):
        raise refusal("agreed", agreed, f"a row and a column of {len(rows)} by {len(rows[0])}, from 0")
    return row, column
