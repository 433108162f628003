"""Gross profits and the service work, as ``kamlab.data.service`` works them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kamlab.data.arrays.days import FIRST, month_ends, month_of
from kamlab.data.arrays.pieces import days, figures, words
from kamlab.data.arrays.stream import Stream, before, flat, ragged
from kamlab.data.dated import ids
from kamlab.data.names import ACTIVITIES, ORDER_DESK, RETURN_DESK
from kamlab.data.packed import TEXT
from kamlab.data.parameters import PARAMETERS
from kamlab.data.service import MONTHS, WORK_STREAM, draw_kinds, row_chance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kamlab.data.arrays.orders import Lines
    from kamlab.data.arrays.returns import Returns
    from kamlab.data.arrays.stream import Floats, Whole
    from kamlab.data.packed import Piece
    from kamlab.data.plan import AccountPlan

__all__ = ["Work", "draw_work", "gross_profits"]

_NAMES = tuple(sorted([*(activity.name for activity in ACTIVITIES), ORDER_DESK, RETURN_DESK]))
_MONTHS = len(MONTHS)


class Work(NamedTuple):
    """One entry of each array for each kind of work for an account in a month.

    Args:
        account: place of the account, from 0.
        month: 0 to 35.
        activity: place of its name in the alphabet.
        times: how often.
        minutes: in all.
    """

    account: Whole
    month: Whole
    activity: Whole
    times: Whole
    minutes: Whole

    def columns(self, account_ids: tuple[str, ...]) -> tuple[Piece, ...]:
        """The columns of the table of services."""
        return (
            (TEXT, tuple(ids("S", 5, len(self.account))), b""),
            words(account_ids, self.account),
            days(month_ends()[self.month] + FIRST),
            words(_NAMES, self.activity),
            figures(self.times),
            figures(self.minutes),
        )

    def yearly_minutes(self) -> list[int]:
        """The minutes of each year."""
        return [int(part) for part in np.bincount(self.month // 12, self.minutes)]


def gross_profits(accounts: int, lines: Lines, returns: Returns) -> list[int]:
    """Those of ``kamlab.data.service.gross_profits``; the cents are exact there and here."""
    gross = np.bincount(lines.account, lines.pieces * (lines.net - lines.cost), accounts)
    gross -= np.bincount(returns.account, returns.credit, accounts)
    return [round(100 * euros) for euros in gross.tolist()]


def draw_work(
    seed: int, plans: tuple[AccountPlan, ...], lines: Lines, returns: Returns, budgets: list[int]
) -> Work:
    """The work of ``draw_services``, by month, account and activity."""
    ordered, returned = _desks(len(plans), lines, returns)
    taken = np.bincount(ordered.account, ordered.minutes, len(plans))
    taken += np.bincount(returned.account, returned.minutes, len(plans))
    left = np.array(budgets) - taken.astype(np.int64)
    own = _account_work(Stream(seed, WORK_STREAM), plans, _months(ordered, returned, len(plans)), left)
    parts = [np.concatenate(columns) for columns in zip(ordered, returned, own, strict=True)]
    account, month, activity = parts[:3]
    places = np.argsort((month * len(plans) + account) * len(_NAMES) + activity)  # no two are alike
    return Work(*(column[places] for column in parts))


def _desks(accounts: int, lines: Lines, returns: Returns) -> tuple[Work, Work]:
    """Order entry and returns handling of each account and month, at standard minutes."""
    service, cells = PARAMETERS.service, accounts * _MONTHS
    at = lines.account * _MONTHS + month_of(lines.day)
    counts = np.bincount(at[lines.number == 1], minlength=cells)  # an order is its first line
    minutes = counts * service.order_minutes + np.bincount(at, minlength=cells) * service.line_minutes
    back = returns.account * _MONTHS + month_of(returns.day)
    times = np.bincount(back, minlength=cells)
    return _desk(ORDER_DESK, counts, minutes), _desk(RETURN_DESK, times, times * service.return_minutes)


def _desk(name: str, times: Whole, minutes: Whole) -> Work:
    cells = np.flatnonzero(minutes)
    activity = np.full(len(cells), _NAMES.index(name))
    return Work(cells // _MONTHS, cells % _MONTHS, activity, times[cells], minutes[cells])


def _months(ordered: Work, returned: Work, accounts: int) -> list[list[int]]:
    """The months of each account with desk work: those with orders, then others with returns."""
    months: list[dict[int, None]] = [{} for _ in range(accounts)]
    for desk in (ordered, returned):
        for account, month in zip(desk.account.tolist(), desk.month.tolist(), strict=True):
            months[account][month] = None
    return [list(each) for each in months]


class _Spread(NamedTuple):
    """Where the draws for one account's further work begin, and what they choose from.

    Args:
        cells: which of its months and kinds are chosen, month by month.
        kinds: places of their names, in the order drawn.
        usual: minutes of each kind.
        factors: the place of the first draw for the sizes.
    """

    cells: Whole
    kinds: tuple[int, ...]
    usual: tuple[int, ...]
    factors: int


def _account_work(
    stream: Stream, plans: tuple[AccountPlan, ...], months: list[list[int]], left: Whole
) -> Work:
    """Spread what is ``left`` of the minutes of each account over months and a few activities."""
    cells, kinds, usual, factors = zip(*_spreads(stream, plans, months, left.tolist()), strict=True)
    sizes, choices = np.array(list(map(len, cells))), np.array(list(map(len, kinds)))
    account, chosen = np.repeat(np.arange(len(plans)), sizes), np.concatenate(cells)
    month, kind = np.divmod(chosen, choices[account])
    month += before(list(map(len, months)))[account]
    kind += before(choices)[account]
    minutes_each, (low, high) = flat(usual)[kind], PARAMETERS.service.row_spread
    weights = minutes_each * (low + (high - low) * stream.drawn[ragged(factors, sizes)])
    minutes = _shares(weights, account, left, np.cumsum(sizes) - 1)
    times = np.maximum((minutes + minutes_each // 2) // minutes_each, 1)
    return Work(account, flat(months)[month], flat(kinds)[kind], times, minutes)


def _spreads(
    stream: Stream, plans: tuple[AccountPlan, ...], months: list[list[int]], left: list[int]
) -> Iterator[_Spread]:
    """Walk over the draws of each account: how many there are depends on what they say."""
    for plan, own, budget in zip(plans, months, left, strict=True):
        kinds = draw_kinds(stream, plan.role)
        count = len(own) * len(kinds)
        cells = np.flatnonzero(stream.ahead(count) < row_chance(kinds, len(own), budget))
        if not len(cells):
            cells = np.zeros(1, np.int64)
        stream.place += count
        stream.ahead(len(cells))
        names, usual = zip(*kinds, strict=True)
        yield _Spread(cells, tuple(map(_NAMES.index, names)), usual, stream.place)
        stream.place += len(cells)


def _shares(weights: Floats, account: Whole, budgets: Whole, last: Whole) -> Whole:
    """The minutes of each row: in proportion to ``weights``; the last of an account takes the rounding."""
    scale = budgets / np.bincount(account, weights)
    minutes = (weights * scale[account]).astype(np.int64)
    minutes[last] += budgets - np.bincount(account, minutes).astype(np.int64)
    return minutes
