"""What Meridian's ledger says of its products: pieces and margin, read once."""

from functools import lru_cache
from typing import NamedTuple

from kamlab.data import ledger

YEAR = 2025
COMPACT, STANDARD, INTEGRATED = "Compact drives", "Standard drives", "Integrated drives"


class Sold(NamedTuple):
    """A product's year: its family, pieces sold, revenue and margin over the cost of goods (EUR a year)."""

    family: str
    pieces: float
    revenue: float
    margin: float

    @property
    def price(self) -> float:
        """What a piece was sold for, EUR on average."""
        return self.revenue / self.pieces

    def plus(self, pieces: float, price: float, cost: float) -> "Sold":
        """With an order line more."""
        revenue, margin = self.revenue + pieces * price, self.margin + pieces * (price - cost)
        return Sold(self.family, self.pieces + pieces, revenue, margin)


@lru_cache(maxsize=1)
def products() -> dict[str, Sold]:
    """Every product's year, by its number on the price list."""
    book = ledger()
    orders, families = book["orders"], {row[0]: row[1] for row in book["products"].rows}
    place = orders.positions
    sold = {key: Sold(family, 0.0, 0.0, 0.0) for key, family in families.items()}
    for row in orders.rows:
        if row[place["date"]].year == YEAR:
            pieces, price, cost = (row[place[name]] for name in ("quantity", "net_price", "unit_cost"))
            key = row[place["product_id"]]
            sold[key] = sold[key].plus(pieces, price, cost)
    return sold


@lru_cache(maxsize=4)
def family(name: str) -> Sold:
    """A family's year."""
    ours = [one for one in products().values() if one.family == name]
    pieces, revenue, margin = (
        sum(getattr(one, what) for one in ours) for what in ("pieces", "revenue", "margin")
    )
    return Sold(name, pieces, revenue, margin)
