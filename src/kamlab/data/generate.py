"""From a seed to a ledger: plan, draw, then make the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamlab.data.plan import plan_accounts
from kamlab.data.relations import draw_accounts, draw_contacts, draw_touchpoints
from kamlab.data.sales import draw_list_prices, draw_orders, draw_returns, product_rows
from kamlab.data.schema import make_table
from kamlab.data.service import (
    draw_capacity,
    draw_rate,
    draw_services,
    gross_profits,
    service_budgets,
    yearly_minutes,
)
from kamlab.data.tables import YEARS, Ledger
from kamlab.garbage import uncollected

if TYPE_CHECKING:
    from kamlab.data.plan import AccountPlan
    from kamlab.data.tables import Row

__all__ = ["generate"]


def generate(seed: int) -> Ledger:
    """Draw the whole ledger of ``seed``."""
    # The collector would walk the growing tables dozens of times, and now and then all that the process has
    # loaded: with pandas that is a third of the time. Nothing drawn here refers back to itself.
    with uncollected():
        plans = plan_accounts(seed)
        rows = _relation_rows(seed, plans) | _business_rows(seed, plans)
        return Ledger(seed, {name: make_table(name, drawn) for name, drawn in rows.items()})


def _relation_rows(seed: int, plans: tuple[AccountPlan, ...]) -> dict[str, list[Row]]:
    contacts = draw_contacts(seed, plans)
    return {
        "accounts": draw_accounts(seed, plans),
        "contacts": contacts,
        "touchpoints": draw_touchpoints(seed, plans, contacts),
    }


def _business_rows(seed: int, plans: tuple[AccountPlan, ...]) -> dict[str, list[Row]]:
    """The service work costs what brings each account's gross profit down to its target."""
    prices, rate = draw_list_prices(seed), draw_rate(seed)
    orders = draw_orders(seed, plans, prices)
    returns = draw_returns(seed, plans, orders)
    budgets = service_budgets(seed, plans, gross_profits(plans, orders, returns), rate)
    services = draw_services(seed, plans, orders, returns, budgets)
    return {
        "products": product_rows(prices[YEARS[-1]]),
        "orders": orders,
        "returns": returns,
        "services": services,
        "capacity": draw_capacity(seed, rate, yearly_minutes(services)),
    }
