"""Products, orders and returns: drawn to each account's planned sales, in whole cents.

Orders and returns are drawn as rows of their tables (see ``schema``), because making thousands of objects and
then the rows from them takes twice as long.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kamlab.data.dated import by_day, ids, numbered
from kamlab.data.draw import Draw, wheel
from kamlab.data.names import FAMILIES, PRODUCTS, RETURN_REASONS, SIZE_SLOTS, STRATEGIC_FAMILY
from kamlab.data.parameters import PARAMETERS
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kamlab.data.plan import AccountPlan
    from kamlab.data.tables import Row

__all__ = [
    "SHARES",
    "Habits",
    "ListPrices",
    "draw_habits",
    "draw_list_prices",
    "draw_orders",
    "draw_return",
    "draw_returns",
    "net_cents",
    "order_count",
    "product_rows",
    "return_chances",
    "workdays",
]

PRICE_STREAM, ORDER_STREAM, RETURN_STREAM = 1, 2, 3
SATURDAY = 5
QUIET_MONTHS = (8, 12)  # half of the working days of these months see no order
FAVOURITES = (3, 6)  # an account buys a few products again and again
PLAIN = tuple(place for place, product in enumerate(PRODUCTS) if product.family in FAMILIES[1:3])
STRATEGIC = tuple(place for place, product in enumerate(PRODUCTS) if product.family == STRATEGIC_FAMILY)
LINE_COUNTS = wheel((1, 2, 3), PARAMETERS.order.lines)
STEP = 5  # thousandths: discounts are quoted in steps of 0.5 %
LARGEST = max(span.high for span in PARAMETERS.price.discount) + PARAMETERS.price.line_spread
SHARES = tuple(STEP * step / 1000 for step in range(int(LARGEST * 1000 / STEP) + 2))

Order = tuple[int, date]  # its place among the account's orders of the year, and its day
Offer = tuple[float, int, float]  # discount (share of the list price), net price in cents and in EUR
# A product on the price list of a year: id, list price in cents, the same in EUR, unit cost in EUR, and the
# offer at each step of discount. Lines that agree share one float, which keeps the browser's memory small.
Article = tuple[str, int, float, float, tuple[Offer, ...]]
PriceList = tuple[Article, ...]  # in the order of ``PRODUCTS``
ListPrices = tuple[list[int], list[int]]  # list prices and unit costs of a year, cents, in the same order


class Habits(NamedTuple):
    """How an account buys: products, discount (share), late deliveries (share), orders a year."""

    favourites: list[int]
    discount: float
    late: float
    orders: float


@lru_cache(maxsize=1)
def workdays() -> dict[int, tuple[date, ...]]:
    """Days on which orders come in, by year."""
    return {year: tuple(_workdays(year)) for year in YEARS}


def _workdays(year: int) -> list[date]:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    open_days = [day for day in days if day.weekday() < SATURDAY]
    return [day for day in open_days if day.month not in QUIET_MONTHS or day.day % 2]


def product_rows(prices: ListPrices) -> list[Row]:
    """The rows of the table of products."""
    return [
        (product_id, product.family, product.name, cents / 100, cost / 100)
        for product, product_id, cents, cost in zip(
            PRODUCTS, ids("P", 2, len(PRODUCTS)), *prices, strict=True
        )
    ]


def draw_list_prices(seed: int) -> dict[int, ListPrices]:
    """List prices and unit costs of the three years."""
    draw, price = Draw(seed, PRICE_STREAM), PARAMETERS.price
    prices = [int(product.price * draw.around(price.list_spread)) * 100 for product in PRODUCTS]
    costs = [int(cents * product.cost_share) for cents, product in zip(prices, PRODUCTS, strict=True)]
    up, cost_up = 1.0 + draw.between(price.list_increase), 1.0 + draw.between(price.cost_increase)
    lists = {}
    for year in YEARS:
        lists[year] = prices, costs
        prices = [int(cents * up / 100 + 0.5) * 100 for cents in prices]  # price lists show whole euros
        costs = [int(cents * cost_up + 0.5) for cents in costs]
    return lists


def net_cents(cents: Any, step: Any) -> Any:  # noqa: ANN401 - numbers, or arrays of them
    """What is invoiced at a list price of ``cents`` with the discount of that step, to the nearest cent."""
    return (cents * (1000 - STEP * step) + 500) // 1000


def _price_list(prices: ListPrices) -> PriceList:
    return tuple(
        (product_id, cents, cents / 100, cost / 100, _offers(cents))
        for product_id, cents, cost in zip(ids("P", 2, len(PRODUCTS)), *prices, strict=True)
    )


def _offers(cents: int) -> tuple[Offer, ...]:
    nets = [net_cents(cents, step) for step in range(len(SHARES))]
    return tuple((share, net, net / 100) for share, net in zip(SHARES, nets, strict=True))


def draw_orders(seed: int, plans: tuple[AccountPlan, ...], prices: dict[int, ListPrices]) -> list[Row]:
    """The rows of the table of orders, by date, account and drawing."""
    draw = Draw(seed, ORDER_STREAM)
    lists = {year: _price_list(listed) for year, listed in prices.items()}
    lines: list[Row] = []
    for plan in plans:
        lines += _account_lines(draw, plan, lists)
    return _numbered(by_day(lines, 3))


def _numbered(lines: list[Row]) -> list[Row]:
    """The rows of ``lines``: in place of the order drawn stand its id and the number of the line in it."""
    order_ids = iter(ids("O", 5, len(lines)))
    rows: list[Row] = []
    last: object = None
    order_id, number = "", 0
    for order, account, product, day, pieces, listed, net, cost, discount, late in lines:
        if (order, account) != last:
            last, order_id, number = (order, account), next(order_ids), 0
        number += 1
        rows.append((order_id, number, account, product, day, pieces, listed, net, cost, discount, late))
    return rows


def _account_lines(draw: Draw, plan: AccountPlan, prices: dict[int, PriceList]) -> list[Row]:
    """The lines of one account: its habits first, then year by year."""
    habits = draw_habits(draw, plan)
    lines: list[Row] = []
    for year, revenue in plan.revenue.items():
        orders = _orders(draw, year, habits)
        shares = draw.many_around(PARAMETERS.order.line_spread, len(orders))
        scale = revenue / sum(shares)  # a year's lines are together worth its revenue, but for whole pieces
        wishes = zip(orders, [int(share * scale * 100) for share in shares], strict=True)
        lines += _lines(draw, plan.account_id, prices[year], habits, wishes)
    return lines


def draw_habits(draw: Draw, plan: AccountPlan) -> Habits:
    """How the account of ``plan`` buys."""
    favourites = _favourites(draw)
    discount = draw.between(getattr(PARAMETERS.price.discount, plan.role))
    late = draw.between(PARAMETERS.order.late_share)
    return Habits(favourites, discount, late, _orders_a_year(draw, plan))


def _favourites(draw: Draw) -> list[int]:
    """The products that an account buys: always an accessory and a plain drive, integrated drives or not."""
    count = draw.integer(*FAVOURITES)
    modern = draw.integer(0, len(STRATEGIC))
    return [draw.integer(0, 2), *draw.sample(PLAIN, count), *draw.sample(STRATEGIC, modern)]


def _orders_a_year(draw: Draw, plan: AccountPlan) -> float:
    order = PARAMETERS.order
    last = len(SIZE_SLOTS)
    slope = (order.orders_largest - order.orders_smallest) / (last - 1)
    usual = order.orders_smallest + slope * (last - plan.rank)
    factor = order.drain_factor if plan.role == "drain" else 1.0
    return usual * factor * draw.around(order.spread)


def order_count(draw: Draw, habits: Habits) -> int:
    """How many orders an account places in one year."""
    return max(2, int(habits.orders * draw.around(PARAMETERS.order.spread) + 0.5))


def _orders(draw: Draw, year: int, habits: Habits) -> list[Order]:
    """An account's orders in one year, each once for each of its lines."""
    orders = order_count(draw, habits)
    random, days, counts = draw.random, workdays()[year], LINE_COUNTS
    choice, chances = len(days), len(counts)
    result: list[Order] = []
    for order in range(orders):
        result += [(order, days[int(random() * choice)])] * counts[int(random() * chances)]
    return result


def _lines(
    draw: Draw, account_id: str, prices: PriceList, habits: Habits, wishes: Iterable[tuple[Order, int]]
) -> list[Row]:
    """A line for each order and amount (cents) wished for: the order's place, then the row from there on.

    It is worth about that amount: a favourite product, or the accessory when that would cost more. This is
    the innermost loop of the ledger, so it draws without a call in between.
    """
    random, spread, longest = draw.random, PARAMETERS.price.line_spread, PARAMETERS.order.longest_delay
    articles, agreed, chance = [prices[place] for place in habits.favourites], habits.discount, habits.late
    choice = len(articles)
    lines: list[Row] = []
    for (order, day), wanted in wishes:
        article = articles[int(random() * choice)]
        if article[1] > wanted:
            article = articles[0]
        product, _, listed, cost, offers = article
        discount = agreed + spread * (2.0 * random() - 1.0)
        share, cents, net = offers[int(discount * 200 + 0.5)]
        pieces = (wanted + cents // 2) // cents or 1
        late = 1 + int(random() * longest) if random() < chance else 0
        lines.append((order, account_id, product, day, pieces, listed, net, cost, share, late))
    return lines


def draw_returns(seed: int, plans: tuple[AccountPlan, ...], orders: list[Row]) -> list[Row]:
    """The rows of the table of returns, by date. A return is booked in the year of its order."""
    draw = Draw(seed, RETURN_STREAM)
    chances, random = return_chances(draw, plans), draw.random
    returns = [draw_return(draw, line) for line in orders if random() < chances[line[2]]]
    return numbered("R", 4, by_day(returns, 4))


def return_chances(draw: Draw, plans: tuple[AccountPlan, ...]) -> dict[str, float]:
    """The chance of each account that goods of an order line come back."""
    chance = PARAMETERS.returns.chance
    return {plan.account_id: draw.between(getattr(chance, plan.role)) for plan in plans}


def draw_return(draw: Draw, line: Row) -> Row:
    """What comes back of an order line: a row of the table of returns without its id."""
    order_id, number, account, product, sold, pieces, _, net, _, _, late = line
    shape = PARAMETERS.returns
    quantity = max(1, int(pieces * draw.between(shape.part)))
    wait = timedelta(days=draw.integer(late + 1, late + shape.longest_wait))
    day = min(sold + wait, date(sold.year, 12, 31))
    credit = quantity * round(net * 100) / 100
    return (order_id, number, account, product, day, quantity, credit, draw.one_of(RETURN_REASONS))
