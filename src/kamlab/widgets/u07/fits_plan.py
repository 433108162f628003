"""Seven parts from small suppliers: for which a loyal understanding fits, and for which it is dangerous.

A part can be bought from two approved suppliers that bid each year, made by one small supplier whom Meridian
develops and trusts (a loyal understanding), or made inside, once its supplier has been bought. Development
saves a share of the spending that shrinks with the distance, because engineers must be there and lots must be
small. One trusted supplier may fail; then the margin of all that needs the part stands still until another
is approved. That margin is the ledger's. The rest is assumed: spending, distances, months and costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from kamlab.i18n import N_
from kamlab.models.portfolio import KraljicPosition, kraljic
from kamlab.widgets.u07 import meridian

SAVED = 0.15  # of the spending, by development next door
FAR = 8.0  # hours of drive from which development saves nothing
VISITS = 10.0  # engineers' days a year for a supplier next door
TRAVEL = 4.0  # hours of drive that double them
DAY = 500.0  # EUR an engineer's day
FAILS = 0.04  # chance a year that a small supplier fails
BID = 0.04  # of the spending, saved by two suppliers that bid
TENDER, APPROVED = 1_000.0, 1_200.0  # EUR a year: to ask for bids; a month of the second one's approval
INSIDE, BUYING = 0.04, 12_000.0  # what making inside costs more: of the spending, and EUR a year for buying
OWN_TIME = 3_000.0  # EUR a year: what development costs the small supplier itself
_MONTH, _SCORE, _MOST = 12.0, 10_000.0, 10.0  # months a year; EUR of margin a month for a point; points

DAYS = 45.0  # engineers' days a year that Meridian has
MONEY = 350_000.0  # EUR that it has for buying a firm
BLOW = 250_000.0  # EUR that one failure may cost
TOTAL = 50_000.0  # EUR a year: the goal for Meridian
EACH = 2_000.0  # EUR a year: the goal for each small supplier


class Way(Enum):
    """How a part is bought."""

    MARKET = "market"
    LOYAL = "loyal"
    INSIDE = "inside"


@dataclass(frozen=True)
class Part:
    """A part and its small supplier.

    Args:
        key: its own.
        name: a message of the catalogue.
        supplier: the firm's name.
        spend: what Meridian buys, EUR a year.
        hours: hours of drive to the supplier.
        months: until another supplier is approved.
        needed_by: the families or products that need it.
        stops: how much of their margin stops without it (share).
        price: what the firm would cost, EUR; None where it is not for sale.
    """

    key: str
    name: str
    supplier: str
    spend: float
    hours: float
    months: float
    needed_by: tuple[str, ...]
    stops: float = 1.0
    price: float | None = None

    @property
    def margin(self) -> float:
        """The margin that stops in a month without it, EUR."""
        return self.stops * sum(_margin(one) for one in self.needed_by) / _MONTH

    @property
    def blow(self) -> float:
        """What a failure of its only supplier costs, EUR."""
        return self.margin * self.months

    @property
    def impact(self) -> float:
        """Its profit impact on Kraljic's map (0 to 10)."""
        return min(self.margin / _SCORE, _MOST)

    @property
    def risk(self) -> float:
        """Its supply risk on Kraljic's map (0 to 10): a point a month."""
        return min(self.months, _MOST)

    @property
    def field(self) -> KraljicPosition:
        """Its field of Kraljic's map."""
        return kraljic(self.impact, self.risk)

    @property
    def developed(self) -> float:
        """What development saves both together, EUR a year."""
        return SAVED * self.spend * max(0.0, 1 - self.hours / FAR)

    @property
    def days(self) -> float:
        """The engineers' days that development takes in a year, travel included."""
        return VISITS * (1 + self.hours / TRAVEL)


_DRIVES = (meridian.COMPACT, meridian.STANDARD, meridian.INTEGRATED)
PARTS = (
    Part("boards", N_("Control boards"), "Quill Electronics", 620_000, 3, 10, _DRIVES, price=2_400_000),
    Part("stators", N_("Stators"), "Tarn Windings", 400_000, 1, 9, (meridian.INTEGRATED,), price=300_000),
    Part("sinks", N_("Heat sinks"), "Marlow Extrusions", 310_000, 6, 2.5, (meridian.STANDARD,)),
    Part("housings", N_("Housings"), "Alder Castings", 250_000, 0.5, 1.5, (meridian.COMPACT,), price=180_000),
    Part("cables", N_("Cable sets"), "Brook Harness", 190_000, 0.5, 2, ("P08",)),
    Part("cores", N_("Filter cores"), "Ostra Ferrite", 150_000, 5, 8, ("P03",)),
    Part("cartons", N_("Cartons"), "Dale Packaging", 110_000, 0.5, 0.5, _DRIVES, 0.1),
)
BUYABLE = tuple(one.key for one in PARTS if one.price is not None)
START = ("boards", "stators", "sinks", "housings")  # where most is spent


@lru_cache(maxsize=16)
def _margin(name: str) -> float:
    """What a family or a product leaves in a year, EUR."""
    products = meridian.products()
    return products[name].margin if name in products else meridian.family(name).margin


@dataclass(frozen=True)
class Choice:
    """What was decided.

    Args:
        loyal: keys of the parts with a loyal understanding.
        inside: key of the part that is made inside; empty for none.
        share: the part of what development saves that the small suppliers keep (0 to 1).
    """

    loyal: tuple[str, ...]
    inside: str
    share: float

    def way(self, part: Part) -> Way:
        """How ``part`` is bought; what is made inside needs no understanding."""
        if part.key == self.inside:
            return Way.INSIDE
        return Way.LOYAL if part.key in self.loyal else Way.MARKET

    def parts(self, way: Way) -> tuple[Part, ...]:
        """The parts bought in that way."""
        return tuple(one for one in PARTS if self.way(one) is way)

    def worth(self, part: Part, way: Way | None = None) -> float:
        """What a part brings Meridian, EUR a year, against one supplier left as it is and never failing."""
        return sum(self.items(part, way or self.way(part)).values())

    def items(self, part: Part, way: Way) -> Mapping[str, float]:
        """The same by its reasons, EUR a year."""
        visits = -part.days * DAY
        if way is Way.MARKET:
            return _items(saved=BID * part.spend, extra=-TENDER - APPROVED * part.months)
        if way is Way.LOYAL:
            return _items((1 - self.share) * part.developed, visits, risk=-FAILS * part.blow)
        return _items(part.developed, visits, extra=-INSIDE * part.spend - BUYING)

    def gain(self, part: Part) -> float:
        """What an understanding brings the small supplier, EUR a year."""
        return self.share * part.developed - OWN_TIME

    @property
    def total(self) -> float:
        """What all parts bring Meridian, EUR a year."""
        return sum(self.worth(one) for one in PARTS)

    def item(self, name: str) -> float:
        """One reason over all parts, EUR a year."""
        return sum(self.items(one, self.way(one))[name] for one in PARTS)

    @property
    def days(self) -> float:
        """The engineers' days that it takes in a year."""
        return sum(one.days for one in PARTS if self.way(one) is not Way.MARKET)

    @property
    def money(self) -> float:
        """What buying a firm takes, EUR."""
        return sum(one.price or 0.0 for one in self.parts(Way.INSIDE))

    @property
    def blow(self) -> float:
        """The dearest failure that can hit Meridian, EUR."""
        return max((one.blow for one in self.parts(Way.LOYAL)), default=0.0)

    @property
    def theirs(self) -> float:
        """What the small suppliers with an understanding gain together, EUR a year."""
        return sum(self.gain(one) for one in self.parts(Way.LOYAL))


def _items(
    saved: float, visits: float = 0.0, *, risk: float = 0.0, extra: float = 0.0
) -> MappingProxyType[str, float]:
    return MappingProxyType({"saved": saved, "visits": visits, "risk": risk, "extra": extra})


TODAY = Choice((), "", 0.0)
