"""Products, orders and returns: drawn to each account's planned sales, in whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kamlab.data.draw import Draw
from kamlab.data.names import FAMILIES, PRODUCTS, RETURN_REASONS, SIZE_SLOTS, STRATEGIC_FAMILY
from kamlab.data.parameters import PARAMETERS, Range
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.plan import AccountPlan

__all__ = ["Line", "PriceList", "Return", "draw_orders", "draw_prices", "draw_returns", "workdays"]

PRICE_STREAM, ORDER_STREAM, RETURN_STREAM = 1, 2, 3
SATURDAY = 5
QUIET_MONTHS = (8, 12)  # half of the working days of these months see no order
FAVOURITES = (3, 6)  # an account buys a few products again and again


class PriceList(NamedTuple):
    """List price and unit cost of every product in one year, cents."""

    prices: tuple[int, ...]
    costs: tuple[int, ...]


class Habits(NamedTuple):
    """How an account buys: products, discount (share), late deliveries (share), orders a year."""

    favourites: list[int]
    discount: float
    late: float
    orders: float


@dataclass(slots=True)
class Line:
    """An order line as drawn; money in cents, the discount in thousandths."""

    account: int
    day: date
    order: int
    product: int
    quantity: int
    list_price: int
    net_price: int
    unit_cost: int
    discount: int
    days_late: int


class Return(NamedTuple):
    """A return as drawn: of which line, when, how many pieces, why."""

    line: int
    day: date
    quantity: int
    reason: str


@lru_cache(maxsize=1)
def workdays() -> dict[int, tuple[date, ...]]:
    """Days on which orders come in, by year."""
    return {year: tuple(_workdays(year)) for year in YEARS}


def _workdays(year: int) -> list[date]:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    open_days = [day for day in days if day.weekday() < SATURDAY]
    return [day for day in open_days if day.month not in QUIET_MONTHS or day.day % 2]


def draw_prices(seed: int) -> dict[int, PriceList]:
    """The price lists of the three years."""
    draw, price = Draw(seed, PRICE_STREAM), PARAMETERS.price
    prices = [int(product.price * draw.around(price.list_spread)) * 100 for product in PRODUCTS]
    costs = [int(cents * product.cost_share) for cents, product in zip(prices, PRODUCTS, strict=True)]
    up, cost_up = 1.0 + draw.between(price.list_increase), 1.0 + draw.between(price.cost_increase)
    lists = {}
    for year in YEARS:
        lists[year] = PriceList(tuple(prices), tuple(costs))
        prices = [int(cents * up / 100 + 0.5) * 100 for cents in prices]  # price lists show whole euros
        costs = [int(cents * cost_up + 0.5) for cents in costs]
    return lists


def draw_orders(seed: int, plans: tuple[AccountPlan, ...], prices: dict[int, PriceList]) -> list[Line]:
    """All order lines, in order of date, account and drawing; ``Line.order`` counts the orders from 1."""
    draw = Draw(seed, ORDER_STREAM)
    lines: list[Line] = []
    for account, plan in enumerate(plans):
        lines += _account_lines(draw, account, plan, prices)
    lines.sort(key=lambda line: (line.day, line.account, line.order))
    return _numbered(lines)


def _numbered(lines: list[Line]) -> list[Line]:
    number, last = 0, (-1, -1)
    for line in lines:
        if (line.account, line.order) != last:
            number, last = number + 1, (line.account, line.order)
        line.order = number
    return lines


def _account_lines(draw: Draw, account: int, plan: AccountPlan, prices: dict[int, PriceList]) -> list[Line]:
    """The lines of one account: its habits first, then year by year."""
    favourites = _favourites(draw)
    discount = draw.between(getattr(PARAMETERS.price.discount, plan.role))
    late = draw.between(PARAMETERS.order.late_share)
    habits = Habits(favourites, discount, late, _orders_a_year(draw, plan))
    lines: list[Line] = []
    for year, revenue in plan.revenue.items():
        lines += _year_lines(draw, prices[year], habits, year, revenue)
    for line in lines:
        line.account = account
    return lines


def _year_lines(draw: Draw, prices: PriceList, habits: Habits, year: int, revenue: float) -> list[Line]:
    """The lines of one account in one year, together worth ``revenue`` EUR but for rounding to pieces."""
    orders = max(2, int(habits.orders * draw.around(PARAMETERS.order.spread) + 0.5))
    days = _order_days(draw, year, orders)
    shares = [draw.around(PARAMETERS.order.line_spread) for _ in days]
    scale = revenue / sum(shares)
    lines = []
    for (order, day), share in zip(days, shares, strict=True):
        line = _line(draw, day, prices, habits, share * scale)
        line.order = order
        lines.append(line)
    return lines


def _favourites(draw: Draw) -> list[int]:
    """The products that an account buys: always an accessory and a plain drive, integrated drives or not."""
    count = draw.integer(*FAVOURITES)
    plain = [place for place, product in enumerate(PRODUCTS) if product.family in FAMILIES[1:3]]
    strategic = [place for place, product in enumerate(PRODUCTS) if product.family == STRATEGIC_FAMILY]
    modern = draw.integer(0, len(strategic))
    return [draw.integer(0, 2), *draw.sample(plain, count), *draw.sample(strategic, modern)]


def _orders_a_year(draw: Draw, plan: AccountPlan) -> float:
    order = PARAMETERS.order
    last = len(SIZE_SLOTS)
    slope = (order.orders_largest - order.orders_smallest) / (last - 1)
    usual = order.orders_smallest + slope * (last - plan.rank)
    factor = order.drain_factor if plan.role == "drain" else 1.0
    return usual * factor * draw.around(order.spread)


def _order_days(draw: Draw, year: int, orders: int) -> list[tuple[int, date]]:
    """Order number and day, once for each line of the order."""
    days = workdays()[year]
    weights = PARAMETERS.order.lines
    result: list[tuple[int, date]] = []
    for order in range(orders):
        result += [(order, draw.one_of(days))] * (1 + draw.weighted(weights))
    return result


def _line(draw: Draw, day: date, prices: PriceList, habits: Habits, amount: float) -> Line:
    """A line worth about ``amount`` EUR: a favourite product, or the accessory when that would cost more."""
    wanted = int(amount * 100)
    product = draw.one_of(habits.favourites)
    if prices.prices[product] > wanted:
        product = habits.favourites[0]
    spread = PARAMETERS.price.line_spread * (2.0 * draw.random() - 1.0)
    thousandths = int((habits.discount + spread) * 200 + 0.5) * 5  # in steps of 0.5 %
    list_price = prices.prices[product]
    net_price = (list_price * (1000 - thousandths) + 500) // 1000
    quantity = max(1, (wanted + net_price // 2) // net_price)
    late = _days_late(draw, habits.late)
    return Line(0, day, 0, product, quantity, list_price, net_price, prices.costs[product], thousandths, late)


def _days_late(draw: Draw, chance: float) -> int:
    return draw.integer(1, PARAMETERS.order.longest_delay) if draw.random() < chance else 0


def draw_returns(seed: int, plans: tuple[AccountPlan, ...], lines: list[Line]) -> list[Return]:
    """All returns, by date. A return is booked in the year of its order."""
    draw, shape = Draw(seed, RETURN_STREAM), PARAMETERS.returns
    chances = [draw.between(getattr(shape.chance, plan.role)) for plan in plans]
    returns = []
    for place, line in enumerate(lines):
        if draw.random() < chances[line.account]:
            returns.append(_return(draw, place, line, shape.part))
    return sorted(returns, key=lambda item: (item.day, item.line))


def _return(draw: Draw, place: int, line: Line, part: Range) -> Return:
    quantity = max(1, int(line.quantity * draw.between(part)))
    wait = timedelta(days=draw.integer(line.days_late + 1, line.days_late + PARAMETERS.returns.longest_wait))
    day = min(line.day + wait, date(line.day.year, 12, 31))
    return Return(place, day, quantity, draw.one_of(RETURN_REASONS))
