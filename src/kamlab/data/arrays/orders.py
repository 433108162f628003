"""Orders, as ``kamlab.data.sales`` draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kamlab.data.arrays.days import FIRST, by_day, working_day
from kamlab.data.arrays.pieces import days, figures, words
from kamlab.data.arrays.stream import Stream, before, flat, place_in, ragged
from kamlab.data.dated import ids
from kamlab.data.names import PRODUCTS
from kamlab.data.parameters import PARAMETERS
from kamlab.data.sales import LINE_COUNTS, ORDER_STREAM, SHARES, draw_habits, net_cents, order_count
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.arrays.stream import Floats, Whole
    from kamlab.data.packed import Piece
    from kamlab.data.plan import AccountPlan
    from kamlab.data.sales import Habits, ListPrices

__all__ = ["Lines", "draw_lines", "order_ids", "product_ids"]

_LINE_COUNTS = np.array(LINE_COUNTS, np.uint8)
_SHARES = np.array(SHARES)
_STEPS = np.arange(len(SHARES), dtype=np.int64)
_FEWEST = 3  # draws for what a line is of; one more where it is late


class _Season(NamedTuple):
    """What one account orders in one year, and where its draws begin.

    Args:
        account: its place, from 0.
        year: the year's place, from 0.
        revenue: planned, EUR.
        orders: how many.
        lines: how many.
        first: of the draws for its orders, two each.
        shares: of those for the sizes of its lines, two each.
        goods: of those for what its lines are of.
    """

    account: int
    year: int
    revenue: float
    orders: int
    lines: int
    first: int
    shares: int
    goods: int


@dataclass(frozen=True)
class Lines:
    """The lines of all orders, by day, account and drawing: one entry of each array for each line.

    Args:
        order: the place of its order, from 0.
        number: of the line in its order, from 1.
        account: place of the account, from 0.
        product: place of the product, from 0.
        day: days since the first of the ledger.
        pieces: ordered.
        listed: list price, EUR a piece.
        net: price invoiced, EUR a piece.
        cost: EUR a piece.
        share: discount, share of the list price.
        late: days.
    """

    order: Whole
    number: Whole
    account: Whole
    product: Whole
    day: Whole
    pieces: Whole
    listed: Floats
    net: Floats
    cost: Floats
    share: Floats
    late: Whole

    def columns(self, account_ids: tuple[str, ...]) -> tuple[Piece, ...]:
        """The columns of the table of orders."""
        return (
            words(order_ids(self), self.order),
            figures(self.number),
            words(account_ids, self.account),
            words(product_ids(), self.product),
            days(self.day + FIRST),
            figures(self.pieces),
            figures(self.listed),
            figures(self.net),
            figures(self.cost),
            figures(self.share),
            figures(self.late),
        )


def order_ids(lines: Lines) -> tuple[str, ...]:
    """The ids of all orders."""
    return tuple(ids("O", 5, int(lines.order[-1]) + 1))


def product_ids() -> tuple[str, ...]:
    """The ids of all products."""
    return tuple(ids("P", 2, len(PRODUCTS)))


def draw_lines(seed: int, plans: tuple[AccountPlan, ...], prices: dict[int, ListPrices]) -> Lines:
    """The lines of ``kamlab.data.sales.draw_orders``."""
    stream = Stream(seed, ORDER_STREAM)
    habits, seasons, late = _walk(stream, plans)
    order, account, year, day, wanted = _amounts(stream, seasons)
    starts = _starts(seasons, late)
    first, second = stream.drawn[starts], stream.drawn[starts + 1]
    listed, costs = np.array([prices[each] for each in YEARS], np.int64).transpose(1, 0, 2)
    product = _products(first, habits, account, (year, wanted, listed))
    step = _steps(second, habits, account)
    cents = net_cents(listed[:, :, None], _STEPS)[year, product, step]
    return _sorted(
        Lines(
            order=order,
            number=order,  # until they are sorted
            account=account,
            product=product,
            day=day,
            pieces=np.maximum((wanted + cents // 2) // cents, 1),
            listed=(listed / 100)[year, product],
            net=cents / 100,
            cost=(costs / 100)[year, product],
            share=_SHARES[step],
            late=_days_late(stream, starts, late),
        )
    )


def _walk(stream: Stream, plans: tuple[AccountPlan, ...]) -> tuple[list[Habits], tuple[Whole, ...], Whole]:
    """The habits of all accounts, the columns of all seasons, and for each line 1 if it is late."""
    habits: list[Habits] = []
    seasons: list[_Season] = []
    late = bytearray()
    for place, plan in enumerate(plans):
        habits.append(draw_habits(stream, plan))
        for year, revenue in plan.revenue.items():
            walked = _walk_season(stream, habits[-1], late)
            seasons.append(_Season(place, YEARS.index(year), revenue, *walked))
    columns = tuple(map(np.array, zip(*seasons, strict=True)))
    return habits, columns, np.frombuffer(late, np.uint8).astype(np.int64)


def _walk_season(stream: Stream, habits: Habits, told: bytearray) -> tuple[int, int, int, int, int]:
    """Walk over the draws of one account and year: how many there are depends on what they say.

    Returns:
        How many orders and lines; where the draws for orders, sizes and goods begin. Whether each line is
        late (1) or not (0) is added to ``told``.
    """
    orders, first = order_count(stream, habits), stream.place
    lines = sum(_line_counts(stream.ahead(2 * orders)[1::2]).tobytes())
    shares = first + 2 * orders
    stream.place = goods = shares + 2 * lines
    late = (stream.ahead((_FEWEST + 1) * lines) < habits.late).tobytes()
    at = _FEWEST - 1  # the third draw for a line tells whether it is late
    for _ in range(lines):
        told.append(late[at])
        at += _FEWEST + late[at]
    stream.place += at - (_FEWEST - 1)
    return orders, lines, first, shares, goods


def _line_counts(draws: Floats) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return _LINE_COUNTS[place_in(draws, len(LINE_COUNTS))]


def _amounts(stream: Stream, seasons: tuple[Whole, ...]) -> tuple[Whole, ...]:
    """Of each line: its order's place in the season, account, year, day, and the amount wanted (cents)."""
    account, year, revenue, orders, lines, first, shares, _ = seasons
    places = ragged(first, orders, 2)
    day = working_day(np.repeat(year, orders), stream.drawn[places])
    order = np.repeat(np.arange(len(places)), _line_counts(stream.drawn[places + 1]))
    season = np.repeat(np.arange(len(lines)), lines)
    factors = stream.around_at(ragged(shares, lines, 2), PARAMETERS.order.line_spread)
    scale = revenue / np.bincount(season, factors)
    wanted = (factors * scale[season] * 100).astype(np.int64)
    return order - before(orders)[season], account[season], year[season], day[order], wanted


def _starts(seasons: tuple[Whole, ...], late: Whole) -> Whole:
    """Where the draws for the goods of each line begin."""
    *_, lines, _, _, goods = seasons
    taken = before(_FEWEST + late)
    first = before(lines)
    return taken + np.repeat(goods - taken[first], lines)


def _products(
    draws: Floats, habits: list[Habits], account: Whole, prices: tuple[Whole, Whole, Whole]
) -> Whole:
    """A favourite product of its account for each line, or the accessory where that would cost more."""
    sizes = np.array([len(each.favourites) for each in habits])
    first, favourites = before(sizes)[account], flat(each.favourites for each in habits)
    product = favourites[first + place_in(draws, sizes[account])]
    year, wanted, listed = prices
    return np.where(listed[year, product] > wanted, favourites[first], product)


def _steps(draws: Floats, habits: list[Habits], account: Whole) -> Whole:
    """The discount of each line, in steps of half a per cent."""
    agreed = np.array([each.discount for each in habits])[account]
    discount = agreed + PARAMETERS.price.line_spread * (2.0 * draws - 1.0)
    return (discount * 200 + 0.5).astype(np.int64)


def _days_late(stream: Stream, starts: Whole, late: Whole) -> Whole:
    days_late = np.zeros(len(starts), np.int64)
    places = np.flatnonzero(late)
    days_late[places] = 1 + place_in(stream.drawn[starts[places] + _FEWEST], PARAMETERS.order.longest_delay)
    return days_late


def _sorted(lines: Lines) -> Lines:
    """``lines`` by day, with their orders and lines numbered."""
    places = by_day(lines.day)
    columns = {name: values[places] for name, values in vars(lines).items()}
    begins = np.ones(len(places), bool)
    begins[1:] = (np.diff(columns["order"]) != 0) | (np.diff(columns["account"]) != 0)
    columns["order"] = np.cumsum(begins) - 1
    columns["number"] = np.arange(len(places)) - np.flatnonzero(begins)[columns["order"]] + 1
    return Lines(**columns)
