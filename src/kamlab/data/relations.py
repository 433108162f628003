"""The accounts and what they spend on drives, our contacts there, and the touchpoints with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamlab.data.dated import by_day, numbered
from kamlab.data.draw import Draw, wheel
from kamlab.data.names import CHANNELS, CONTACT_ROLES, FIRST_NAMES, LAST_NAMES, SIZE_SLOTS
from kamlab.data.parameters import PARAMETERS
from kamlab.data.sales import workdays
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from kamlab.data.plan import AccountPlan
    from kamlab.data.tables import Row

__all__ = ["draw_accounts", "draw_contacts", "draw_touchpoints"]

ACCOUNT_STREAM, CONTACT_STREAM, TOUCH_STREAM = 8, 9, 10
OLDEST_YEAR = 2004
CHANNEL_WHEEL = wheel(CHANNELS, (20, 35, 25, 15, 5))
OUR_SHARE = 0.6  # of touchpoints start with us


def draw_accounts(seed: int, plans: tuple[AccountPlan, ...]) -> list[Row]:
    """The rows of the table of accounts; the yearly spending on drives is in whole EUR."""
    draw = Draw(seed, ACCOUNT_STREAM)
    rows: list[Row] = []
    for plan in plans:
        before = draw.integer(OLDEST_YEAR, YEARS[0] - 1)
        best_year = max(plan.revenue.values())
        spending = int(best_year / draw.between(PARAMETERS.contact.demand_share) / 1000 + 1) * 1000
        since = before if YEARS[0] in plan.revenue else min(plan.revenue)
        rows.append((plan.account_id, plan.name, plan.segment, plan.country, since, spending))
    return rows


def draw_contacts(seed: int, plans: tuple[AccountPlan, ...]) -> list[Row]:
    """The rows of the table of contacts; the first at each account is always its purchasing."""
    draw = Draw(seed, CONTACT_STREAM)
    people: list[Row] = []
    for plan in plans:
        more = PARAMETERS.contact.more_for_size * (len(SIZE_SLOTS) - plan.rank) // (len(SIZE_SLOTS) - 1)
        count = draw.integer(*PARAMETERS.contact.contacts) + more
        mood = draw.integer(5, 9) if YEARS[-1] in plan.revenue else draw.integer(2, 6)
        for role in [CONTACT_ROLES[0], *draw.sample(CONTACT_ROLES[1:], count - 1)]:
            name = f"{draw.one_of(FIRST_NAMES)} {draw.one_of(LAST_NAMES)}"
            people.append((plan.account_id, name, role, min(10, mood + draw.integer(-1, 1))))
    return numbered("C", 3, people)


def draw_touchpoints(seed: int, plans: tuple[AccountPlan, ...], contacts: list[Row]) -> list[Row]:
    """The rows of the table of touchpoints, by date: all in years in which the account ordered."""
    draw, days = Draw(seed, TOUCH_STREAM), workdays()
    years = {plan.account_id: [days[year] for year in plan.revenue] for plan in plans}
    random, (fewest, most), channels = draw.random, PARAMETERS.contact.touchpoints, len(CHANNEL_WHEEL)
    met: list[Row] = []
    for contact, account, *_ in contacts:
        for open_days in years[account]:
            for _ in range(draw.integer(fewest, most)):
                channel = CHANNEL_WHEEL[int(random() * channels)]
                by = "Meridian" if random() < OUR_SHARE else "account"
                met.append((contact, account, open_days[int(random() * len(open_days))], channel, by))
    return numbered("T", 5, by_day(met, 2))
