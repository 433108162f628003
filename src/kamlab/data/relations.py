"""Contacts at the accounts, the touchpoints with them, and what an account spends on drives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kamlab.data.draw import Draw
from kamlab.data.names import CHANNELS, CONTACT_ROLES, FIRST_NAMES, LAST_NAMES, SIZE_SLOTS
from kamlab.data.parameters import PARAMETERS
from kamlab.data.sales import workdays
from kamlab.data.tables import YEARS

if TYPE_CHECKING:
    from datetime import date

    from kamlab.data.plan import AccountPlan

__all__ = ["Contact", "Touchpoint", "draw_accounts", "draw_contacts", "draw_touchpoints"]

ACCOUNT_STREAM, CONTACT_STREAM, TOUCH_STREAM = 8, 9, 10
OLDEST_YEAR = 2004
CHANNEL_WEIGHTS = (20, 35, 25, 15, 5)
OUR_SHARE = 0.6  # of touchpoints start with us


class Contact(NamedTuple):
    """A person at an account; satisfaction from 0 to 10."""

    account: int
    name: str
    role: str
    satisfaction: int


class Touchpoint(NamedTuple):
    """A meeting of any kind with a contact."""

    day: date
    contact: int
    channel: str
    started_by: str


def draw_accounts(seed: int, plans: tuple[AccountPlan, ...]) -> list[tuple[int, int]]:
    """For each account: the year it became a customer, and its yearly spending on drives (whole EUR)."""
    draw = Draw(seed, ACCOUNT_STREAM)
    result = []
    for plan in plans:
        since = draw.integer(OLDEST_YEAR, YEARS[0] - 1)
        best_year = max(plan.revenue.values())
        spending = int(best_year / draw.between(PARAMETERS.contact.demand_share) / 1000 + 1) * 1000
        result.append((since if YEARS[0] in plan.revenue else min(plan.revenue), spending))
    return result


def draw_contacts(seed: int, plans: tuple[AccountPlan, ...]) -> list[Contact]:
    """The people known at each account; the first is always its purchasing."""
    draw = Draw(seed, CONTACT_STREAM)
    contacts = []
    for account, plan in enumerate(plans):
        more = PARAMETERS.contact.more_for_size * (len(SIZE_SLOTS) - plan.rank) // (len(SIZE_SLOTS) - 1)
        count = draw.integer(*PARAMETERS.contact.contacts) + more
        mood = draw.integer(5, 9) if YEARS[-1] in plan.revenue else draw.integer(2, 6)
        for role in [CONTACT_ROLES[0], *draw.sample(CONTACT_ROLES[1:], count - 1)]:
            name = f"{draw.one_of(FIRST_NAMES)} {draw.one_of(LAST_NAMES)}"
            contacts.append(Contact(account, name, role, min(10, mood + draw.integer(-1, 1))))
    return contacts


def draw_touchpoints(seed: int, plans: tuple[AccountPlan, ...], contacts: list[Contact]) -> list[Touchpoint]:
    """All touchpoints in the years in which the account ordered, by date."""
    draw = Draw(seed, TOUCH_STREAM)
    touchpoints = []
    for place, contact in enumerate(contacts):
        for year in plans[contact.account].revenue:
            count = draw.integer(*PARAMETERS.contact.touchpoints)
            touchpoints += [_touchpoint(draw, year, place) for _ in range(count)]
    return sorted(touchpoints, key=lambda item: item[:2])


def _touchpoint(draw: Draw, year: int, contact: int) -> Touchpoint:
    channel = CHANNELS[draw.weighted(CHANNEL_WEIGHTS)]
    by = "Meridian" if draw.random() < OUR_SHARE else "account"
    return Touchpoint(draw.one_of(workdays()[year]), contact, channel, by)
