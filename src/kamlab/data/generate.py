"""From a seed to a ledger: plan, draw, then write the tables."""

from __future__ import annotations

from kamlab.data.names import PRODUCTS
from kamlab.data.plan import AccountPlan, plan_accounts
from kamlab.data.relations import Contact, Touchpoint, draw_accounts, draw_contacts, draw_touchpoints
from kamlab.data.sales import Line, PriceList, Return, draw_orders, draw_prices, draw_returns
from kamlab.data.schema import make_table
from kamlab.data.service import Work, draw_capacity, draw_rate, draw_services, service_budgets
from kamlab.data.tables import YEARS, Ledger, Row, Table

__all__ = ["generate"]

PRODUCT_IDS = tuple(f"P{number:02d}" for number in range(1, len(PRODUCTS) + 1))


def generate(seed: int) -> Ledger:
    """Draw the whole ledger of ``seed``."""
    plans = plan_accounts(seed)
    tables = [*_relation_tables(seed, plans), *_business_tables(seed, plans)]
    return Ledger(seed, {table.name: table for table in tables})


def _business_tables(seed: int, plans: tuple[AccountPlan, ...]) -> list[Table]:
    prices = draw_prices(seed)
    lines = draw_orders(seed, plans, prices)
    returns = draw_returns(seed, plans, lines)
    work, rate = _work(seed, plans, lines, returns)
    ids = [plan.account_id for plan in plans]
    keys = _line_keys(lines)
    return [
        make_table("products", _product_rows(prices[YEARS[-1]])),
        make_table("orders", _order_rows(ids, keys, lines)),
        make_table("returns", _return_rows(ids, keys, lines, returns)),
        make_table("services", _service_rows(ids, work)),
        make_table(
            "capacity",
            [(item.year, item.cost / 100, item.minutes) for item in draw_capacity(seed, rate, work)],
        ),
    ]


def _work(
    seed: int, plans: tuple[AccountPlan, ...], lines: list[Line], returns: list[Return]
) -> tuple[list[Work], int]:
    """The service work whose cost brings each account's gross profit down to its target, and the rate."""
    rate = draw_rate(seed)
    budgets = service_budgets(seed, plans, lines, returns, rate)
    return draw_services(seed, plans, lines, returns, budgets), rate


def _relation_tables(seed: int, plans: tuple[AccountPlan, ...]) -> list[Table]:
    ids = [plan.account_id for plan in plans]
    contacts = draw_contacts(seed, plans)
    touchpoints = draw_touchpoints(seed, plans, contacts)
    return [
        make_table("accounts", _account_rows(plans, draw_accounts(seed, plans))),
        make_table("contacts", _contact_rows(ids, contacts)),
        make_table("touchpoints", _touchpoint_rows(ids, contacts, touchpoints)),
    ]


def _account_rows(plans: tuple[AccountPlan, ...], facts: list[tuple[int, int]]) -> list[Row]:
    return [
        (plan.account_id, plan.name, plan.segment, plan.country, since, spending)
        for plan, (since, spending) in zip(plans, facts, strict=True)
    ]


def _product_rows(prices: PriceList) -> list[Row]:
    return [
        (number, product.family, product.name, price / 100, cost / 100)
        for number, product, price, cost in zip(
            PRODUCT_IDS, PRODUCTS, prices.prices, prices.costs, strict=True
        )
    ]


def _line_keys(lines: list[Line]) -> list[tuple[str, int]]:
    """Order id and line number of each line."""
    keys: list[tuple[str, int]] = []
    last, order_id, number = 0, "", 0
    for line in lines:
        if line.order != last:
            last, order_id, number = line.order, f"O{line.order:05d}", 0
        number += 1
        keys.append((order_id, number))
    return keys


def _order_rows(ids: list[str], keys: list[tuple[str, int]], lines: list[Line]) -> list[Row]:
    euros: dict[int, float] = {}  # one float object for each price keeps the browser's memory small
    shares = [thousandths / 1000 for thousandths in range(1001)]
    return [
        (
            *key,
            ids[line.account],
            PRODUCT_IDS[line.product],
            line.day,
            line.quantity,
            euros.setdefault(line.list_price, line.list_price / 100),
            euros.setdefault(line.net_price, line.net_price / 100),
            euros.setdefault(line.unit_cost, line.unit_cost / 100),
            shares[line.discount],
            line.days_late,
        )
        for key, line in zip(keys, lines, strict=True)
    ]


def _return_rows(
    ids: list[str], keys: list[tuple[str, int]], lines: list[Line], returns: list[Return]
) -> list[Row]:
    return [
        (
            f"R{number:04d}",
            *keys[item.line],
            ids[lines[item.line].account],
            PRODUCT_IDS[lines[item.line].product],
            item.day,
            item.quantity,
            item.quantity * lines[item.line].net_price / 100,
            item.reason,
        )
        for number, item in enumerate(returns, start=1)
    ]


def _service_rows(ids: list[str], work: list[Work]) -> list[Row]:
    return [
        (f"S{number:05d}", ids[item.account], item.day, item.activity, item.times, item.minutes)
        for number, item in enumerate(work, start=1)
    ]


def _contact_rows(ids: list[str], contacts: list[Contact]) -> list[Row]:
    return [
        (f"C{number:03d}", ids[item.account], item.name, item.role, item.satisfaction)
        for number, item in enumerate(contacts, start=1)
    ]


def _touchpoint_rows(ids: list[str], contacts: list[Contact], touchpoints: list[Touchpoint]) -> list[Row]:
    return [
        (
            f"T{number:05d}",
            f"C{item.contact + 1:03d}",
            ids[contacts[item.contact].account],
            *item[:1],
            *item[2:],
        )
        for number, item in enumerate(touchpoints, start=1)
    ]
