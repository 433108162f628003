"""What Meridian's ledger says of Nordlys and of a product family; each is read once."""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import AccountResult, account_result, ledger

YEAR = 2025
ACCOUNT = "Nordlys Appliances"
RIVAL = 0.05  # share of today's price by which the rival is cheaper


@dataclass(frozen=True)
class Quotations:
    """How many quotations Nordlys asked for in the year, and what they cost Meridian (EUR)."""

    count: int
    cost: float


@lru_cache(maxsize=1)
def account() -> AccountResult:
    """The year's result of Nordlys, EUR."""
    return account_result(ledger(), ACCOUNT, YEAR)


def contribution() -> float:
    """What Nordlys leaves after its goods and returns, EUR a year."""
    return account().profit + account().cost_to_serve


def margin() -> float:
    """Its contribution as a share of its revenue."""
    return contribution() / account().revenue


@lru_cache(maxsize=1)
def drive_spending() -> float:
    """What Nordlys spends on drives with all suppliers, EUR a year."""
    accounts = ledger()["accounts"]
    place = accounts.positions
    return next(float(row[place["drive_spending"]]) for row in accounts.rows if row[place["name"]] == ACCOUNT)


@lru_cache(maxsize=1)
def quotations() -> Quotations:
    """The quotations that Nordlys asked for in the year."""
    services = ledger()["services"]
    place = services.positions
    rows = [
        row
        for row in services.rows
        if row[place["account_id"]] == account().account_id
        and row[place["activity"]] == "Quotation"
        and row[place["date"]].year == YEAR
    ]
    minutes = sum(row[place["minutes"]] for row in rows)
    rate = account().cost_to_serve / account().minutes
    return Quotations(sum(row[place["times"]] for row in rows), minutes * rate)


@lru_cache(maxsize=4)
def family(name: str) -> tuple[float, float]:
    """Revenue (EUR) and contribution margin (share) of a product family in the year, over all accounts."""
    products, orders = ledger()["products"], ledger()["orders"]
    ids = {
        row[products.positions["product_id"]]
        for row in products.rows
        if row[products.positions["family"]] == name
    }
    place = orders.positions
    lines = [r for r in orders.rows if r[place["product_id"]] in ids and r[place["date"]].year == YEAR]
    revenue = sum(row[place["quantity"]] * row[place["net_price"]] for row in lines)
    goods = sum(row[place["quantity"]] * row[place["unit_cost"]] for row in lines)
    return revenue, 1 - goods / revenue
