"""From a seed to a ledger, in columns."""

from __future__ import annotations

from kamlab.data.arrays.orders import draw_lines
from kamlab.data.arrays.relations import draw_touchpoints
from kamlab.data.arrays.returns import draw_returns
from kamlab.data.arrays.service import draw_work, gross_profits
from kamlab.data.packed import PackedTable
from kamlab.data.plan import plan_accounts
from kamlab.data.relations import draw_accounts, draw_contacts
from kamlab.data.sales import draw_list_prices, product_rows
from kamlab.data.schema import make_table
from kamlab.data.service import draw_capacity, draw_rate, service_budgets
from kamlab.data.tables import YEARS, Ledger

__all__ = ["generate"]


def generate(seed: int) -> Ledger:
    """The ledger that ``kamlab.data.generate.generate`` draws."""
    plans, prices, rate = plan_accounts(seed), draw_list_prices(seed), draw_rate(seed)
    account_ids, contacts = tuple(plan.account_id for plan in plans), draw_contacts(seed, plans)
    lines = draw_lines(seed, plans, prices)
    returns = draw_returns(seed, plans, lines)
    budgets = service_budgets(seed, plans, gross_profits(len(plans), lines, returns), rate)
    work = draw_work(seed, plans, lines, returns, budgets)
    capacity = draw_capacity(seed, rate, work.yearly_minutes())
    tables = (
        make_table("accounts", draw_accounts(seed, plans)),
        make_table("contacts", contacts),
        PackedTable("touchpoints", draw_touchpoints(seed, plans, contacts)),
        make_table("products", product_rows(prices[YEARS[-1]])),
        PackedTable("orders", lines.columns(account_ids)),
        PackedTable("returns", returns.columns(account_ids, lines)),
        PackedTable("services", work.columns(account_ids)),
        make_table("capacity", capacity),
    )
    return Ledger(seed, {table.name: table for table in tables})
