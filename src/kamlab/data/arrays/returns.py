"""Returns, as ``kamlab.data.sales`` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kamlab.data.arrays.days import FIRST, by_day, year_end
from kamlab.data.arrays.orders import order_ids, product_ids
from kamlab.data.arrays.pieces import days, figures, words
from kamlab.data.arrays.stream import place_in
from kamlab.data.dated import ids
from kamlab.data.draw import Draw
from kamlab.data.names import RETURN_REASONS
from kamlab.data.packed import TEXT
from kamlab.data.parameters import PARAMETERS
from kamlab.data.sales import RETURN_STREAM, return_chances

if TYPE_CHECKING:
    from kamlab.data.arrays.orders import Lines
    from kamlab.data.arrays.stream import Floats, Whole
    from kamlab.data.packed import Piece
    from kamlab.data.plan import AccountPlan

__all__ = ["Returns", "draw_returns"]


@dataclass(frozen=True)
class Returns:
    """What came back, by day: one entry of each array for each return.

    Args:
        line: place of the line among the lines of all orders.
        account: place of the account, from 0.
        day: days since the first of the ledger.
        pieces: returned.
        credit: EUR.
        reason: place of the reason.
    """

    line: Whole
    account: Whole
    day: Whole
    pieces: Whole
    credit: Floats
    reason: Whole

    def columns(self, account_ids: tuple[str, ...], lines: Lines) -> tuple[Piece, ...]:
        """The columns of the table of returns."""
        return (
            (TEXT, tuple(ids("R", 4, len(self.line))), b""),
            words(order_ids(lines), lines.order[self.line]),
            figures(lines.number[self.line]),
            words(account_ids, self.account),
            words(product_ids(), lines.product[self.line]),
            days(self.day + FIRST),
            figures(self.pieces),
            figures(self.credit),
            words(RETURN_REASONS, self.reason),
        )


def draw_returns(seed: int, plans: tuple[AccountPlan, ...], lines: Lines) -> Returns:
    """The returns of ``kamlab.data.sales.draw_returns``."""
    line, part, wait, reason = _drawn(seed, plans, lines)
    (low, high), late = PARAMETERS.returns.part, lines.late[line]
    sold, net = lines.day[line], np.rint(lines.net[line] * 100)
    pieces = np.maximum((lines.pieces[line] * (low + (high - low) * part)).astype(np.int64), 1)
    waited = late + 1 + place_in(wait, PARAMETERS.returns.longest_wait)
    day = np.minimum(sold + waited, year_end(sold))
    reasons = place_in(reason, len(RETURN_REASONS))
    drawn = Returns(line, lines.account[line], day, pieces, pieces * net / 100, reasons)
    places = by_day(day)
    return Returns(*(values[places] for values in vars(drawn).values()))


def _drawn(seed: int, plans: tuple[AccountPlan, ...], lines: Lines) -> tuple[Whole, Floats, Floats, Floats]:
    """The place of each line of which something comes back, and three draws for each."""
    draw = Draw(seed, RETURN_STREAM)
    chances, random = return_chances(draw, plans), draw.random
    by_line = np.array([chances[plan.account_id] for plan in plans])[lines.account].tolist()
    drawn = [
        (place, random(), random(), random()) for place, chance in enumerate(by_line) if random() < chance
    ]
    line, part, wait, reason = np.array(drawn).T
    return line.astype(np.int64), part, wait, reason
