"""What Meridian's ledger says of one drive and of the work for Nordlys; each is read once."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from kamlab.data import AccountResult, account_result, ledger

YEAR = 2025
NORDLYS, VISTULA = "Nordlys Appliances", "Vistula Dishcare"
PRODUCT = "Compact drive 1.5 kW"


class Bought(NamedTuple):
    """What somebody buys of the drive: pieces a year, price and Meridian's cost (EUR a piece)."""

    pieces: float
    price: float
    cost: float

    @property
    def margin(self) -> float:
        """What a piece leaves Meridian, EUR."""
        return self.price - self.cost


class Work(NamedTuple):
    """A kind of service work for Nordlys: how often in the year, and minutes in all."""

    times: float
    minutes: float


@lru_cache(maxsize=1)
def _by_account() -> dict[str, Bought]:
    book = ledger()
    names = {row[0]: row[1] for row in book["accounts"].rows}
    product = next(row[0] for row in book["products"].rows if row[2] == PRODUCT)
    place = book["orders"].positions
    sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for row in book["orders"].rows:
        if row[place["product_id"]] == product and row[place["date"]].year == YEAR:
            pieces, price, cost = (row[place[name]] for name in ("quantity", "net_price", "unit_cost"))
            entry = sums[names[row[place["account_id"]]]]
            for i, more in enumerate((pieces, pieces * price, pieces * cost)):
                entry[i] += more
    return {name: Bought(pieces, paid / pieces, made / pieces) for name, (pieces, paid, made) in sums.items()}


def bought(name: str) -> Bought:
    """What the account ``name`` bought of the drive in the year."""
    return _by_account()[name]


@lru_cache(maxsize=1)
def all_others() -> Bought:
    """What everybody but Nordlys and Vistula bought of it in the year."""
    rest = [one for name, one in _by_account().items() if name not in {NORDLYS, VISTULA}]
    pieces = sum(one.pieces for one in rest)
    paid, made = (sum(one.pieces * one[i] for one in rest) for i in (1, 2))
    return Bought(pieces, paid / pieces, made / pieces)


@lru_cache(maxsize=1)
def drives() -> float:
    """The drives that Nordlys bought in the year, of all kinds, without accessories."""
    book = ledger()
    kinds = {row[0] for row in book["products"].rows if row[1] != "Accessories"}
    place = book["orders"].positions
    return float(
        sum(
            row[place["quantity"]]
            for row in book["orders"].rows
            if row[place["account_id"]] == account().account_id
            and row[place["date"]].year == YEAR
            and row[place["product_id"]] in kinds
        )
    )


@lru_cache(maxsize=1)
def account() -> AccountResult:
    """Nordlys's result of the year, EUR."""
    return account_result(ledger(), NORDLYS, YEAR)


@lru_cache(maxsize=4)
def work(activity: str) -> Work:
    """How much of an ``activity`` of the service department Nordlys asked for in the year."""
    services = ledger()["services"]
    place, number = services.positions, account().account_id
    rows = [
        row
        for row in services.rows
        if (row[place["account_id"]], row[place["activity"]], row[place["date"]].year)
        == (number, activity, YEAR)
    ]
    return Work(*(float(sum(row[place[name]] for row in rows)) for name in ("times", "minutes")))


@lru_cache(maxsize=1)
def department() -> tuple[float, float]:
    """The service department over the ledger's three years: its cost (EUR) and minutes supplied."""
    capacity = ledger()["capacity"]
    return float(sum(capacity.column("cost"))), float(sum(capacity.column("minutes_supplied")))


@lru_cache(maxsize=1)
def spending() -> float:
    """What Nordlys spends on drives with all suppliers, EUR a year."""
    accounts = ledger()["accounts"]
    place = accounts.positions
    return next(float(row[place["drive_spending"]]) for row in accounts.rows if row[place["name"]] == NORDLYS)
