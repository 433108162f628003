"""The service work: drawn so that each account's cost to serve meets the plan's profit target."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from kamlab.data.dated import by_day, numbered, up_to
from kamlab.data.draw import Draw
from kamlab.data.names import ACTIVITIES, ORDER_DESK, RETURN_DESK
from kamlab.data.parameters import PARAMETERS
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.plan import AccountPlan
    from kamlab.data.tables import Row

__all__ = [
    "MONTHS",
    "WORK_STREAM",
    "draw_capacity",
    "draw_kinds",
    "draw_rate",
    "draw_services",
    "gross_profits",
    "row_chance",
    "service_budgets",
    "yearly_minutes",
]

TARGET_STREAM, WORK_STREAM, CAPACITY_STREAM = 4, 5, 6
Kind = tuple[str, int]  # an activity and its usual minutes
Month = date  # its last day, on which its work is booked
MONTHS = tuple(date(year, month, monthrange(year, month)[1]) for year in YEARS for month in range(1, 13))
# One kind of work for one account in one month: account id, month, activity, times, minutes.
Work = tuple[str, Month, str, int, int]


def draw_rate(seed: int) -> int:
    """Cents a minute of service work; pay and hours are planned in step, so it holds for all years."""
    return Draw(seed, CAPACITY_STREAM).integer(*PARAMETERS.service.rate)


def draw_capacity(seed: int, rate: int, minutes: list[int]) -> list[Row]:
    """The rows of the table of capacity.

    The department supplies whole thousands of minutes, somewhat more than are used, at ``rate``.

    Args:
        seed: the ledger's.
        rate: cents a minute.
        minutes: used in each year.
    """
    draw = Draw(seed, CAPACITY_STREAM + 1)
    result = []
    for year, used in zip(YEARS, minutes, strict=True):
        supplied = int(used / draw.between(PARAMETERS.service.utilisation) / 1000 + 1) * 1000
        result.append((year, supplied * rate / 100, supplied))
    return result


def yearly_minutes(services: list[Row]) -> list[int]:
    """The minutes of service work in each year."""
    ends = [date(year, 12, 31) for year in YEARS]
    return [sum([row[5] for row in part]) for _, part in up_to(ends, services, 2)]


def service_budgets(seed: int, plans: tuple[AccountPlan, ...], gross: list[int], rate: int) -> list[int]:
    """Minutes of work for each account: what brings its gross profit (cents) down to its profit target."""
    targets = _profit_targets(Draw(seed, TARGET_STREAM), plans, gross)
    return [int(gross[place] - targets[place]) // rate for place in range(len(plans))]


def _profit_targets(draw: Draw, plans: tuple[AccountPlan, ...], gross: list[int]) -> dict[int, float]:
    """The profit of each account in three years, cents, that meets the shape claims.

    Stars keep a drawn part of their gross profit, the lead a part of the best star's, middle accounts a
    little. With the drawn share S of the top fifth, total profit is (stars + lead) / S; what stars, lead and
    middle earn above that is lost by the drains, by weight.
    """
    shape = PARAMETERS.profit
    targets = {
        place: draw.between(shape.star_part) * gross[place]
        for place, plan in enumerate(plans)
        if plan.role == "star"
    }
    smallest, best = min(targets.values()), max(targets.values())
    for place, plan in enumerate(plans):
        if plan.role == "lead":
            targets[place] = min(draw.between(shape.lead_part) * best, shape.lead_limit * gross[place])
    top = sum(targets.values())
    for place, plan in enumerate(plans):
        if plan.role == "middle":
            targets[place] = min(
                draw.between(shape.middle_part) * gross[place], draw.between(shape.middle_limit) * smallest
            )
    loss = sum(targets.values()) - top / draw.between(shape.top_share)
    return targets | _losses(draw, plans, gross, loss)


def _losses(draw: Draw, plans: tuple[AccountPlan, ...], gross: list[int], loss: float) -> dict[int, float]:
    """Share ``loss`` among the drains by gross profit, small accounts weighing more."""
    shape = PARAMETERS.profit
    weights = {
        place: draw.between(shape.drain_spread)
        * gross[place]
        * (shape.small_drain_weight if plan.rank >= shape.small_drain_ranks else 1.0)
        for place, plan in enumerate(plans)
        if plan.role == "drain"
    }
    scale = loss / sum(weights.values())
    return {place: -weight * scale for place, weight in weights.items()}


def gross_profits(plans: tuple[AccountPlan, ...], orders: list[Row], returns: list[Row]) -> list[int]:
    """Net sales less returns less cost of goods of each account, cents; returned goods are scrapped.

    The sums in EUR err by far less than half a cent, so the cents are exact.
    """
    gross: dict[str, float] = defaultdict(float)
    for _, _, account, _, _, quantity, _, net_price, unit_cost, _, _ in orders:
        gross[account] += quantity * (net_price - unit_cost)
    for _, _, _, account, _, _, _, credit, _ in returns:
        gross[account] -= credit
    return [round(100 * gross[plan.account_id]) for plan in plans]


def draw_services(
    seed: int,
    plans: tuple[AccountPlan, ...],
    orders: list[Row],
    returns: list[Row],
    budgets: list[int],
) -> list[Row]:
    """The rows of the table of services, by date, account and activity.

    Each account's minutes add up to its budget (minutes in three years).
    """
    draw = Draw(seed, WORK_STREAM)
    desks = _desk_work(orders, returns)
    work: list[Work] = []
    for plan, budget in zip(plans, budgets, strict=True):
        desk = desks[plan.account_id]
        months = list(dict.fromkeys(month for _, month, _, _, _ in desk))
        left = budget - sum(minutes for _, _, _, _, minutes in desk)
        own = desk + _account_work(draw, plan, months, left)
        work += sorted(own, key=itemgetter(2))
    return numbered("S", 5, by_day(work, 1))


def _desk_work(orders: list[Row], returns: list[Row]) -> dict[str, list[Work]]:
    """Order entry and returns handling of each account, month by month, at standard minutes."""
    service = PARAMETERS.service
    desks: dict[str, list[Work]] = defaultdict(list)
    for month, part in up_to(MONTHS, orders, 4):
        counts = Counter([row[2] for row in part if row[1] == 1])  # an order is its first line
        for account, lines in Counter([row[2] for row in part]).items():
            minutes = counts[account] * service.order_minutes + lines * service.line_minutes
            desks[account].append((account, month, ORDER_DESK, counts[account], minutes))
    for month, part in up_to(MONTHS, returns, 5):
        for account, times in Counter([row[3] for row in part]).items():
            desks[account].append((account, month, RETURN_DESK, times, times * service.return_minutes))
    return desks


def _account_work(draw: Draw, plan: AccountPlan, months: list[Month], budget: int) -> list[Work]:
    """Spread ``budget`` minutes over months and a few activities; the last row takes the rounding."""
    cells = _cells(draw, plan.role, months, budget)
    factors = draw.many_between(PARAMETERS.service.row_spread, len(cells))
    weights = [usual * factor for (_, (_, usual)), factor in zip(cells, factors, strict=True)]
    scale = budget / sum(weights)
    shares = [int(weight * scale) for weight in weights]
    shares[-1] += budget - sum(shares)
    return [
        (plan.account_id, month, name, max(1, (minutes + usual // 2) // usual), minutes)
        for (month, (name, usual)), minutes in zip(cells, shares, strict=True)
    ]


def _cells(draw: Draw, role: str, months: list[Month], budget: int) -> list[tuple[Month, Kind]]:
    """The month and activity of each row: about as many as the budget fills at standard minutes."""
    kinds = draw_kinds(draw, role)
    chance, random = row_chance(kinds, len(months), budget), draw.random
    cells = [(month, kind) for month in months for kind in kinds if random() < chance]
    return cells or [(months[0], kinds[0])]


def row_chance(kinds: list[Kind], months: int, budget: int) -> float:
    """The chance that a kind of work is booked in a month."""
    usual = sum(minutes for _, minutes in kinds) / len(kinds)
    return PARAMETERS.service.rows * budget / (usual * months * len(kinds))


def draw_kinds(draw: Draw, role: str) -> list[Kind]:
    """The activities that an account uses, drawn by weight without repeating."""
    weights = [activity.drain_weight if role == "drain" else activity.weight for activity in ACTIVITIES]
    places: list[int] = []
    for _ in range(draw.integer(*PARAMETERS.service.kinds)):
        places.append(draw.weighted(weights))
        weights[places[-1]] = 0
    return [(ACTIVITIES[place].name, ACTIVITIES[place].minutes) for place in places]
