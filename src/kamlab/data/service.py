"""The service work: drawn so that each account's cost to serve meets the plan's profit target."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kamlab.data.draw import Draw
from kamlab.data.names import ACTIVITIES, ORDER_DESK, RETURN_DESK
from kamlab.data.parameters import PARAMETERS
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.plan import AccountPlan
    from kamlab.data.sales import Line, Return

__all__ = ["Capacity", "Work", "draw_capacity", "draw_rate", "draw_services", "service_budgets"]

TARGET_STREAM, WORK_STREAM, CAPACITY_STREAM = 4, 5, 6
Month = tuple[int, int]


class Work(NamedTuple):
    """One kind of work for one account in one month."""

    day: date
    account: int
    activity: str
    times: int
    minutes: int


class Capacity(NamedTuple):
    """What the service department costs in a year (cents) and the minutes that it supplies."""

    year: int
    cost: int
    minutes: int


def draw_rate(seed: int) -> int:
    """Cents a minute of service work; pay and hours are planned in step, so it holds for all years."""
    return Draw(seed, CAPACITY_STREAM).integer(*PARAMETERS.service.rate)


def draw_capacity(seed: int, rate: int, work: list[Work]) -> list[Capacity]:
    """Minutes supplied (whole thousands, somewhat more than used) and their cost at ``rate``."""
    draw = Draw(seed, CAPACITY_STREAM + 1)
    result = []
    for year in YEARS:
        used = sum(item.minutes for item in work if item.day.year == year)
        supplied = int(used / draw.between(PARAMETERS.service.utilisation) / 1000 + 1) * 1000
        result.append(Capacity(year, supplied * rate, supplied))
    return result


def service_budgets(
    seed: int, plans: tuple[AccountPlan, ...], lines: list[Line], returns: list[Return], rate: int
) -> list[int]:
    """Minutes of work for each account: what brings its gross profit down to its profit target."""
    gross = _gross_profits(len(plans), lines, returns)
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


def _gross_profits(accounts: int, lines: list[Line], returns: list[Return]) -> list[int]:
    """Net sales less returns less cost of goods, cents; returned goods are scrapped."""
    gross = [0] * accounts
    for line in lines:
        gross[line.account] += line.quantity * (line.net_price - line.unit_cost)
    for item in returns:
        line = lines[item.line]
        gross[line.account] -= item.quantity * line.net_price
    return gross


def draw_services(
    seed: int,
    plans: tuple[AccountPlan, ...],
    lines: list[Line],
    returns: list[Return],
    budgets: list[int],
) -> list[Work]:
    """All service work, by date; each account's minutes add up to its budget (minutes in three years)."""
    draw = Draw(seed, WORK_STREAM)
    desk = _desk_work(lines, returns)
    work = list(desk)
    months: dict[int, list[Month]] = defaultdict(list)
    for item in desk:
        month = (item.day.year, item.day.month)
        if month not in months[item.account]:
            months[item.account].append(month)
    for account, plan in enumerate(plans):
        spent = sum(item.minutes for item in desk if item.account == account)
        work += _account_work(draw, account, plan.role, months[account], budgets[account] - spent)
    return sorted(work, key=lambda item: item[:3])


def _desk_work(lines: list[Line], returns: list[Return]) -> list[Work]:
    """Order entry and returns handling, month by month, at standard minutes."""
    service = PARAMETERS.service
    orders: dict[tuple[int, Month], set[int]] = defaultdict(set)
    counts: dict[tuple[int, Month], int] = defaultdict(int)
    back: dict[tuple[int, Month], int] = defaultdict(int)
    for line in lines:
        key = (line.account, (line.day.year, line.day.month))
        orders[key].add(line.order)
        counts[key] += 1
    for item in returns:
        back[(lines[item.line].account, (item.day.year, item.day.month))] += 1
    desk = [
        Work(
            _month_end(month),
            account,
            ORDER_DESK,
            len(found),
            _order_minutes(len(found), counts[(account, month)]),
        )
        for (account, month), found in orders.items()
    ]
    return desk + [
        Work(_month_end(month), account, RETURN_DESK, times, times * service.return_minutes)
        for (account, month), times in back.items()
    ]


def _order_minutes(orders: int, lines: int) -> int:
    return orders * PARAMETERS.service.order_minutes + lines * PARAMETERS.service.line_minutes


def _month_end(month: Month) -> date:
    return date(*month, monthrange(*month)[1])


def _account_work(draw: Draw, account: int, role: str, months: list[Month], budget: int) -> list[Work]:
    """Spread ``budget`` minutes over months and a few activities; the last row takes the rounding."""
    cells = _cells(draw, role, months, budget)
    weights = [ACTIVITIES[kind].minutes * draw.between(PARAMETERS.service.row_spread) for _, kind in cells]
    scale, left, work = budget / sum(weights), budget, []
    for place, ((month, kind), weight) in enumerate(zip(cells, weights, strict=True)):
        minutes = int(weight * scale) if place + 1 < len(cells) else left
        left -= minutes
        times = max(1, (minutes + ACTIVITIES[kind].minutes // 2) // ACTIVITIES[kind].minutes)
        work.append(Work(_month_end(month), account, ACTIVITIES[kind].name, times, minutes))
    return work


def _cells(draw: Draw, role: str, months: list[Month], budget: int) -> list[tuple[Month, int]]:
    """The month and activity of each row: about as many as the budget fills at standard minutes."""
    kinds = _kinds(draw, role)
    usual = sum(ACTIVITIES[kind].minutes for kind in kinds) / len(kinds)
    chance = PARAMETERS.service.rows * budget / (usual * len(months) * len(kinds))
    cells = [(month, kind) for month in months for kind in kinds if draw.random() < chance]
    return cells or [(months[0], kinds[0])]


def _kinds(draw: Draw, role: str) -> list[int]:
    """The activities that an account uses, drawn by weight without repeating."""
    weights = [activity.drain_weight if role == "drain" else activity.weight for activity in ACTIVITIES]
    kinds: list[int] = []
    for _ in range(draw.integer(*PARAMETERS.service.kinds)):
        kinds.append(draw.weighted(weights))
        weights[kinds[-1]] = 0
    return kinds
