"""What an offer to Nordlys is worth and costs: needs found at its lines, and the elements that may meet them.

Nordlys's purchases and Meridian's profit come from the ledger; the next best supplier's price and the cost of
a change are those of unit 1. What the needs cost Nordlys and what the elements prevent is assumed. Elements
that meet the same need share it: each prevents its share of what the others leave, so that no hour is saved
twice.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import prod

from kamlab.models.evc import EconomicValue, economic_value
from kamlab.widgets.u01 import lifetime_plan as nordlys

YEAR = nordlys.YEAR
HOURS, HOUR = 80.0, 2_500.0  # a year in which a line stands still, and EUR that each of them costs
BUYER_GOAL = 15_000.0  # EUR a year above the next best: less is not worth defending before the board
SELLER_GOAL = 15_000.0  # EUR a year above today's profit
MOST_DAYS = 3  # a week for which an engineer can be spared
HIGHEST = 10.0  # % above today's price
NEEDS = {"standstill": HOURS * HOUR, "noise": 60_000.0, "stock": 50_000.0, "settings": 4_000.0}
ENGINEER, SWITCHING, EFFORT = "engineer", "switching", "effort"


@dataclass(frozen=True)
class Element:
    """One thing that Meridian can add to its drives.

    Args:
        key: its name in the code.
        need: the need that it meets, a key of ``NEEDS``.
        share: how much it prevents of what the need costs and other elements leave (0 to 1).
        cost: to Meridian, EUR a year.
        effort: to Nordlys, EUR a year: tests, access, people.
    """

    key: str
    need: str
    share: float
    cost: float
    effort: float = 0.0


ENGINEER_DAY = Element(ENGINEER, "standstill", 0.25, nordlys.ENGINEER / 2)
ELEMENTS = (
    Element("spares", "standstill", 0.35, 22_000.0),
    Element("watch", "standstill", 0.30, 26_000.0, 6_000.0),
    Element("quiet", "noise", 0.75, 28_000.0, 5_000.0),
    Element("process", "stock", 0.70, 20_000.0),
    Element("screens", "settings", 0.50, 18_000.0),
)
ALL = (ENGINEER_DAY, *ELEMENTS)


@dataclass(frozen=True)
class Offer:
    """What is offered: the keys of the elements, days a week of an engineer, and the price.

    Args:
        keys: elements of ``ELEMENTS`` in the offer.
        days: days a week of an engineer.
        price: change against today's price in %.
    """

    keys: tuple[str, ...]
    days: int
    price: float

    @property
    def elements(self) -> tuple[Element, ...]:
        """Everything in it, each day of the engineer as one element."""
        return (ENGINEER_DAY,) * self.days + tuple(one for one in ELEMENTS if one.key in self.keys)


@lru_cache(maxsize=1)
def reference_price() -> float:
    """What the next best supplier asks for a year's drives, EUR."""
    return nordlys.account().revenue * (1 + nordlys.NEXT_BEST / 100)


def switching() -> float:
    """What the change of supplier would cost Nordlys, spread over the years that it compares, EUR a year."""
    return nordlys.SWITCHING / nordlys.annuity()


def price(offer: Offer) -> float:
    """What Nordlys pays for a year, EUR."""
    return nordlys.account().revenue * (1 + offer.price / 100)


def premium(offer: Offer) -> float:
    """What Nordlys pays above the next best supplier, EUR a year."""
    return price(offer) - reference_price()


def cost(offer: Offer) -> float:
    """What the elements cost Meridian, EUR a year."""
    return sum(one.cost for one in offer.elements)


def left(elements: tuple[Element, ...], need: str) -> float:
    """The share of ``need`` that the elements leave unmet."""
    return prod(1 - one.share for one in elements if one.need == need)


def drivers(elements: tuple[Element, ...]) -> dict[str, float]:
    """What sets the offer apart, EUR a year to Nordlys, by driver; those of no weight are left out."""
    met = {need: amount * (1 - left(elements, need)) for need, amount in NEEDS.items()}
    found = {SWITCHING: switching(), **met, EFFORT: -sum(one.effort for one in elements)}
    return {name: worth for name, worth in found.items() if worth}


def worth(offer: Offer) -> EconomicValue:
    """The offer's economic value to Nordlys for a year."""
    return economic_value(reference_price(), drivers(offer.elements))


def gain(offer: Offer) -> float:
    """What Nordlys gains against its next best supplier, EUR a year."""
    return worth(offer).value - price(offer)


def profit(offer: Offer) -> float:
    """What Nordlys leaves with Meridian, EUR a year."""
    return nordlys.account().profit + price(offer) - nordlys.account().revenue - cost(offer)


def rest(one: Element, offer: Offer) -> tuple[Element, ...]:
    """The offer without ``one`` (of the engineer, without the last day)."""
    others = list(offer.elements)
    if one in others:
        others.remove(one)
    return tuple(others)


def added(one: Element, offer: Offer) -> float:
    """What ``one`` is worth to Nordlys on top of the rest of the offer, EUR a year."""
    return added_to(one, rest(one, offer))


def added_to(one: Element, others: tuple[Element, ...]) -> float:
    """What ``one`` is worth to Nordlys where ``others`` are there already, EUR a year."""
    return NEEDS[one.need] * left(others, one.need) * one.share - one.effort


def wasted(offer: Offer) -> list[Element]:
    """Elements of the offer that cost Meridian more than they are worth on top of the rest."""
    return [one for one in ALL if one in offer.elements and added(one, offer) < one.cost]


def missing(offer: Offer) -> Element | None:
    """The element outside the offer that would add most above its cost; None where none would."""
    outside = [one for one in ALL if one not in offer.elements]
    paying = [one for one in outside if added(one, offer) > one.cost]
    return max(paying, key=lambda one: added(one, offer) - one.cost, default=None)
