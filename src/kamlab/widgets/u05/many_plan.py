"""A framework contract between Nordlys and Meridian: both worries in money, the ledger's figures behind them.

What Nordlys needs, what it buys from Meridian and leaves there, and what Meridian sells to all others comes
from the ledger. The chances of a stoppage, its loss, the cost of a contract and how Nordlys decides at its
end are assumed. Money spent on other accounts wins sales with diminishing returns, and no profit in the first
years.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import account_results, ledger
from kamlab.models.clv import retention_multiple
from kamlab.models.continuity import equivalent_number, supplier_count_cost

YEAR, ACCOUNT = 2025, "Nordlys Appliances"
SHARED, OWN = 0.02, 0.06  # chance a year that all suppliers stop, and that one stops on its own
LOSS = 1_500_000.0  # EUR that a stoppage costs Nordlys when nothing comes
KEEPING = 25_000.0  # EUR a year that it costs Nordlys to keep a supplier tested and tooled
CONTRACT = 60_000.0  # EUR that each new contract costs Nordlys
DRIFT = 0.015  # a year by which drives become cheaper, while the price of a contract stands
LEAVES, EACH = 0.15, 0.05  # chance that Nordlys leaves when a contract ends, and what each supplier adds
DISCOUNT = 0.10  # a year
WON, HALF, NEW = (
    1_200_000.0,
    40_000.0,
    6,
)  # EUR of sales to win, EUR a year that win half, accounts of equal size
MOST_SUPPLIERS, MOST_YEARS = 5, 6

MOST_COST = 150_000.0  # EUR a year for Nordlys
READY = 0.20  # of the need that each further supplier must have to stay ready
LEAST_NUMBER = 18.0  # equivalent number of customers that Meridian's bank wants
LEAST_WORTH = 750_000.0  # EUR that the contract must be worth to Meridian


@dataclass(frozen=True)
class Start:
    """The ledger's year: what Nordlys needs (EUR), its profit as a share of sales, and all others' sales."""

    need: float
    margin: float
    bought: float
    others: tuple[float, ...]


@dataclass(frozen=True)
class Deal:
    """A contract, and what it means to both sides; EUR a year where nothing else is said.

    Args:
        suppliers: how many Nordlys keeps, Meridian among them.
        share: Meridian's part of Nordlys's need.
        years: how long the contract runs.
        spend: what Meridian spends on winning other accounts.
        stoppage: the chance a year that nothing comes.
        supply: what the risk and the upkeep of the suppliers cost Nordlys.
        renewing: what new contracts cost Nordlys.
        lag: what Nordlys pays above the market because the price stands.
        retention: the chance a year that Nordlys stays.
        multiple: how many years of profit such a customer is worth.
        worth: what the contract is worth to Meridian, EUR.
        dependence: Nordlys's part of Meridian's sales.
        number: how many customers of equal size would leave Meridian as dependent.
    """

    suppliers: int
    share: float
    years: int
    spend: float
    stoppage: float
    supply: float
    renewing: float
    lag: float
    retention: float
    multiple: float
    worth: float
    dependence: float
    number: float

    @property
    def cost(self) -> float:
        """What suppliers and contract cost Nordlys, EUR a year."""
        return self.supply + self.renewing + self.lag

    @property
    def each_other(self) -> float:
        """The part of the need that each further supplier gets; 0 where there is none."""
        return (1 - self.share) / (self.suppliers - 1) if self.suppliers > 1 else 0.0

    @property
    def profit(self) -> float:
        """What Nordlys leaves Meridian after the money for other accounts, EUR a year."""
        return self.share * start().need * start().margin - self.spend


@lru_cache(maxsize=1)
def start() -> Start:
    """Nordlys and the other customers in the ledger; read once."""
    rows = ledger()["accounts"]
    need = dict(zip(rows.column("name"), rows.column("drive_spending"), strict=True))[ACCOUNT]
    sold = {one.name: one for one in account_results(ledger(), YEAR) if one.revenue > 0}
    ours = sold.pop(ACCOUNT)
    return Start(
        float(need), ours.profit / ours.revenue, ours.revenue, tuple(one.revenue for one in sold.values())
    )


def risk(suppliers: int) -> float:
    """The chance a year that nothing comes at all."""
    return supplier_count_cost(suppliers, SHARED, OWN, loss=1, cost=0)


def supply_cost(suppliers: int) -> float:
    """The expected loss and the upkeep of so many suppliers, EUR a year."""
    return supplier_count_cost(suppliers, SHARED, OWN, LOSS, KEEPING)


def lag(years: int) -> float:
    """What Nordlys pays above the market, EUR a year, on average over a contract whose price stands."""
    return DRIFT * (years - 1) / 2 * start().need


def retention(suppliers: int, years: int) -> float:
    """The chance a year that Nordlys stays: it can leave only when a contract ends."""
    return float((1 - LEAVES - EACH * suppliers) ** (1 / years))


def won(spend: float) -> float:
    """Sales to new accounts for ``spend`` EUR a year; each ``HALF`` wins half of what is left."""
    return WON * (1 - 2 ** (-spend / HALF))


def customers(share: float, spend: float) -> tuple[float, ...]:
    """Meridian's sales to each customer, Nordlys first, as shares of all."""
    new = (won(spend) / NEW,) * NEW if spend else ()
    sales = (share * start().need, *start().others, *new)
    return tuple(one / sum(sales) for one in sales)


def deal(suppliers: int, share: float, years: int, spend: float) -> Deal:
    """What follows for both sides; where Meridian is the one supplier, it gets the whole need."""
    part = share if suppliers > 1 else 1.0
    stays, shares = retention(suppliers, years), customers(part, spend)
    profit = part * start().need * start().margin - spend
    multiple = retention_multiple(stays, DISCOUNT)
    return Deal(
        suppliers=suppliers,
        share=part,
        years=years,
        spend=spend,
        stoppage=risk(suppliers),
        supply=supply_cost(suppliers),
        renewing=CONTRACT / years,
        lag=lag(years),
        retention=stays,
        multiple=multiple,
        worth=profit * multiple,
        dependence=shares[0],
        number=equivalent_number(shares),
    )
