"""What a deal on price, volume and terms brings to Meridian and to Nordlys, EUR a year.

Today's figures come from Meridian's ledger, the cost of changing supplier from unit 1. What the terms bring
and cost, and how much of a promised volume comes, are assumed.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.models.procurement import break_even_volume
from kamlab.widgets.u01 import declining, lifetime_plan
from kamlab.widgets.u03 import nordlys

GOAL = 230_000.0  # EUR a year: the profit that Meridian wants from Nordlys
LIMIT = 0.85  # share of its drives that Nordlys may buy from one supplier
COMES = 0.5  # share of a volume that is only promised which comes
MOVING = 1_000.0  # EUR a year: what each per cent of volume that moves to Meridian costs Nordlys
STEP = 0.005  # of the price


@dataclass(frozen=True)
class Term:
    """What a term brings (below 0: costs) each side, EUR a year."""

    seller: float
    buyer: float


@dataclass(frozen=True)
class Deal:
    """A deal and its consequences.

    Args:
        cut: what comes off the price, share.
        asked: extra volume that is asked for, share of today's.
        agreed: keys of ``terms()``.
        comes: extra volume that comes, share of today's.
        revenue: EUR a year.
        goods: their cost, EUR a year.
        service: its cost, and what the terms cost and bring Meridian, EUR a year.
        profit: what Nordlys leaves Meridian, EUR a year.
        price_gain: what the lower price saves Nordlys, EUR a year.
        moving: what moving the volume costs Nordlys, EUR a year.
        terms_gain: what the terms bring Nordlys, EUR a year.
    """

    cut: float
    asked: float
    agreed: tuple[str, ...]
    comes: float
    revenue: float
    goods: float
    service: float
    profit: float
    price_gain: float
    moving: float
    terms_gain: float

    @property
    def buyer(self) -> float:
        """What Nordlys gains against today, EUR a year."""
        return self.price_gain - self.moving + self.terms_gain

    @property
    def share(self) -> float:
        """The share of its drives that Nordlys agrees to buy from Meridian."""
        return nordlys.account().revenue * (1 + self.asked) / nordlys.drive_spending()


@lru_cache(maxsize=1)
def terms() -> dict[str, Term]:
    """What may be agreed besides price and volume.

    A yearly price agreement spares half of the quotations, and the controller's share of their cost is freed
    (unit 1). Paying 60 days earlier is worth 8 % a year to Meridian, which borrows, and 5 % to Nordlys.
    """
    early = nordlys.account().revenue * 60 / 365
    return {
        "frame": Term(nordlys.quotations().cost / 2 * declining.DEFENSIBLE, 6_000.0),
        "bonus": Term(0.0, -4_000.0),
        "pay": Term(early * 0.08, -early * 0.05),
        "spares": Term(-16_000.0, 30_000.0),
        "fast": Term(-45_000.0, 15_000.0),
    }


def deal(cut: float, asked: float, agreed: tuple[str, ...]) -> Deal:
    """What follows for both sides.

    Args:
        cut: what comes off the price (share, 0 or more).
        asked: extra volume that Nordlys promises (share of today's, 0 or more).
        agreed: keys of ``terms()``.
    """
    comes = asked if "bonus" in agreed else asked * COMES
    today, chosen = nordlys.account(), [terms()[one] for one in agreed]
    revenue = today.revenue * (1 - cut) * (1 + comes)
    goods = (today.cost_of_goods + today.returns) * (1 + comes)
    service = today.cost_to_serve - sum(one.seller for one in chosen)
    return Deal(
        cut=cut,
        asked=asked,
        agreed=agreed,
        comes=comes,
        revenue=revenue,
        goods=goods,
        service=service,
        profit=revenue - goods - service,
        price_gain=today.revenue * cut * (1 + comes),
        moving=MOVING * 100 * comes,
        terms_gain=sum(one.buyer for one in chosen),
    )


def worth(now: Deal, term: str) -> float:
    """What ``term`` brings both sides together in this deal (EUR a year): the bonus brings the volume."""
    without = deal(now.cut, now.asked, tuple(one for one in now.agreed if one != term))
    return now.profit + now.buyer - without.profit - without.buyer


def wasteful(now: Deal) -> list[str]:
    """Of the terms agreed, those that cost one side more than they bring the other."""
    return [one for one in now.agreed if worth(now, one) < 0]


@lru_cache(maxsize=1)
def rival_saves() -> float:
    """What the rival's price would save Nordlys, EUR a year."""
    return nordlys.RIVAL * nordlys.account().revenue


@lru_cache(maxsize=1)
def rival_gain() -> float:
    """What is left of it after the cost of changing, spread over the years compared, EUR a year."""
    return rival_saves() - lifetime_plan.SWITCHING / lifetime_plan.annuity()


def needed(cut: float) -> float:
    """The extra volume that pays for ``cut`` alone (share): the model's break-even volume."""
    return break_even_volume(-cut, nordlys.margin())


def most_volume() -> float:
    """The extra volume that Nordlys's rule on second sources allows, share of today's."""
    return LIMIT * nordlys.drive_spending() / nordlys.account().revenue - 1


@lru_cache(maxsize=1)
def refusal() -> Deal:
    """Nothing given, nothing asked."""
    return deal(0, 0, ())


@lru_cache(maxsize=1)
def grant() -> Deal:
    """The rival's price, and nothing asked for it."""
    return deal(nordlys.RIVAL, 0, ())
