"""The tables' columns with their units: the source of the data dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamlab.data.tables import Column, Table

if TYPE_CHECKING:
    from kamlab.data.tables import Row

__all__ = ["SCHEMA", "TABLE_DOCS", "make_table"]

_ACCOUNT = Column("account_id", "id", "The account; joins to accounts.")
_PRODUCT = Column("product_id", "id", "The product; joins to products.")
_ORDER = Column("order_id", "id", "The order.")
_LINE = Column("line", "number", "The line within the order, from 1.")

TABLE_DOCS = {
    "accounts": "One row for each of the sixty business accounts.",
    "products": "One row for each product on the price list.",
    "orders": "One row for each order line. An order has one to three lines.",
    "returns": "One row for each return. Goods sent back are credited at the price paid, then scrapped.",
    "services": "One row for each kind of service work done for an account in a month.",
    "capacity": "One row a year: what the service department costs and the minutes of work it can supply.",
    "contacts": "One row for each person whom we know at an account.",
    "touchpoints": "One row each time that we and a contact met, called or wrote.",
}

SCHEMA: dict[str, tuple[Column, ...]] = {
    "accounts": (
        Column("account_id", "id", "Our number for the account, A01 to A60."),
        Column("name", "text", "The firm."),
        Column("segment", "text", "Its segment: Appliances, Machinery, Pumps and fans, or Workshops."),
        Column("country", "text", "Where it is based."),
        Column("customer_since", "year", "The year of its first order."),
        Column(
            "drive_spending", "EUR a year", "Our estimate of what it spends on drives with all suppliers."
        ),
    ),
    "products": (
        Column("product_id", "id", "Our number for the product."),
        Column("family", "text", "Product family; integrated drives are the family we want to grow."),
        Column("name", "text", "The product."),
        Column("list_price", "EUR a piece", "List price in 2025."),
        Column("unit_cost", "EUR a piece", "What a piece costs us to make and ship in 2025."),
    ),
    "orders": (
        _ORDER,
        _LINE,
        _ACCOUNT,
        _PRODUCT,
        Column("date", "date", "The day of the order."),
        Column("quantity", "pieces", "Pieces ordered and delivered."),
        Column("list_price", "EUR a piece", "List price on that day."),
        Column("net_price", "EUR a piece", "Price invoiced, after discount."),
        Column("unit_cost", "EUR a piece", "Cost of making and shipping a piece on that day."),
        Column("discount", "share", "Discount off the list price: 0.1 is 10 %."),
        Column("days_late", "days", "Days by which the delivery was late; 0 is on time."),
    ),
    "returns": (
        Column("return_id", "id", "The return."),
        _ORDER,
        _LINE,
        _ACCOUNT,
        _PRODUCT,
        Column("date", "date", "The day of the credit note, in the year of the order."),
        Column("quantity", "pieces", "Pieces returned."),
        Column("credit", "EUR", "Sum credited to the account."),
        Column("reason", "text", "The reason given."),
    ),
    "services": (
        Column("service_id", "id", "The entry."),
        _ACCOUNT,
        Column("date", "date", "Last day of the month in which the work was done."),
        Column("activity", "text", "The kind of work."),
        Column("times", "number", "How many times it was done in the month."),
        Column("minutes", "min", "Working minutes in all."),
    ),
    "capacity": (
        Column("year", "year", "The year."),
        Column("cost", "EUR", "Cost of the service department: pay, cars, desks, systems."),
        Column("minutes_supplied", "min", "Working minutes available; more than are used."),
    ),
    "contacts": (
        Column("contact_id", "id", "The person."),
        _ACCOUNT,
        Column("name", "text", "Name (invented)."),
        Column("role", "text", "Function at the account."),
        Column("satisfaction", "score 0 to 10", "Answer to our last survey; 10 is best."),
    ),
    "touchpoints": (
        Column("touchpoint_id", "id", "The touchpoint."),
        Column("contact_id", "id", "The person; joins to contacts."),
        _ACCOUNT,
        Column("date", "date", "The day."),
        Column("channel", "text", "Visit, call, e-mail, video meeting or trade fair."),
        Column("started_by", "text", "Who took the first step: Meridian or the account."),
    ),
}


def make_table(name: str, rows: list[Row]) -> Table:
    """The table ``name`` with its documented columns."""
    return Table(name, TABLE_DOCS[name], SCHEMA[name], tuple(rows))
