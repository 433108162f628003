"""Columns as a packed table holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kamlab.data.packed import DAY, FIGURE, WHOLE, WORD

if TYPE_CHECKING:
    from kamlab.data.arrays.stream import Floats, Whole
    from kamlab.data.packed import Piece

__all__ = ["days", "figures", "words"]


def words(known: tuple[str, ...], places: Whole) -> Piece:
    """A column of texts: the different ones, and the place of each row's among them."""
    return WORD, known, places.astype(WHOLE).tobytes()


def days(numbers: Whole) -> Piece:
    """A column of days, by their numbers in Python's calendar."""
    return DAY, (), numbers.astype(WHOLE).tobytes()


def figures(values: Floats | Whole) -> Piece:
    """A column of numbers."""
    code = FIGURE if np.issubdtype(values.dtype, np.floating) else WHOLE
    return code, (), values.astype(code).tobytes()
