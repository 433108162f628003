"""What a plan for Nordlys brings to both sides: the figures of the ledger, and assumed responses.

What Nordlys buys and leaves comes from Meridian's ledger, and so does its retention rate when it is served
well. The rival's offer, the cost of changing supplier and the responses to spending and price are assumed.
Spending has diminishing returns; 50,000 EUR of joint work (a drive engineer two days a week) hold the rate
that the ledger shows for appliance makers.
"""

from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import account_result, ledger, retention_by_segment
from kamlab.models.clv import retention_multiple

YEAR = 2025
ACCOUNT, SEGMENT = "Nordlys Appliances", "Appliances"
BUDGET = 100_000.0  # EUR a year that may be spent at most
ENGINEER = 50_000.0  # EUR a year: a drive engineer two days a week
DISCOUNT = 0.10  # a year, for both sides
YEARS = 5  # for which the buyer compares
REFUSED = 0.85  # retention a year after a plain no
PRICE_EFFECT = 0.8  # points of retention for each per cent of price
NEXT_BEST = -3.0  # % of today's price: what the next best supplier asks, and what Nordlys demands
SWITCHING = 60_000.0  # EUR once: approval and trial runs at Nordlys when it changes supplier
GOAL = 0.45
_NOTICEABLE = 0.01  # of the value: a smaller gain is no advice
_STEP = 5_000.0  # EUR that advice tries


@dataclass(frozen=True)
class Account:
    """What the ledger says of Nordlys: EUR a year, and retention a year of makers like it."""

    revenue: float
    profit: float
    retention: float


@dataclass(frozen=True)
class Work:
    """One way of keeping a customer: share and EUR a year at full effect; ``half`` EUR a year give half."""

    points: float
    half: float
    saving: float


@dataclass(frozen=True)
class Plan:
    """A plan and its consequences.

    Args:
        spend: EUR a year spent on keeping Nordlys.
        price: change of the price in %.
        work: what the money buys, a key of ``works()``.
        retention: share a year.
        profit: EUR a year that Nordlys leaves.
        value: lifetime value for Meridian, EUR.
        price_gap: what Nordlys pays above the next best supplier, EUR a year.
        saving: what joint work saves Nordlys, EUR a year.
        advantage: what staying is worth to Nordlys, EUR.
    """

    spend: float
    price: float
    work: str
    retention: float
    profit: float
    value: float
    price_gap: float
    saving: float
    advantage: float


@lru_cache(maxsize=1)
def account() -> Account:
    """Nordlys in the ledger; read once."""
    one = account_result(ledger(), ACCOUNT, YEAR)
    kept = next(one.rate for one in retention_by_segment(ledger()) if one.segment == SEGMENT)
    return Account(one.revenue, one.profit, kept)


@lru_cache(maxsize=1)
def works() -> dict[str, Work]:
    """What the money can buy; joint work is set so that the engineer holds the ledger's rate."""
    half = 25_000.0
    points = (account().retention - REFUSED) / saturation(ENGINEER, half)
    return {"process": Work(points, half, 60_000.0), "attention": Work(0.05, 12_000.0, 0.0)}


def saturation(spend: float, half: float) -> float:
    """The share of the full effect that ``spend`` buys: each ``half`` EUR buy half of what is left."""
    return 1 - 2 ** (-spend / half)


def plan(spend: float, price: float, work: str) -> Plan:
    """What follows for both sides.

    Args:
        spend: EUR a year spent on keeping Nordlys, out of Meridian's profit.
        price: change of the price in %.
        work: a key of ``works()``.
    """
    way, today = works()[work], account()
    effect = saturation(spend, way.half)
    retention = REFUSED + way.points * effect - PRICE_EFFECT * price / 100
    profit = today.profit - spend + today.revenue * price / 100
    value = profit * retention_multiple(retention, DISCOUNT)
    gap = today.revenue * (price - NEXT_BEST) / 100
    saving = way.saving * effect
    advantage = SWITCHING + (saving - gap) * annuity()
    return Plan(spend, price, work, retention, profit, value, gap, saving, advantage)


def annuity() -> float:
    """The value today of one EUR a year for the years that the buyer compares."""
    return sum((1 + DISCOUNT) ** -year for year in range(1, YEARS + 1))


@lru_cache(maxsize=1)
def refusal() -> Plan:
    """What follows from a plain no: nothing spent, nothing off the price."""
    return plan(0, 0, "process")


def growth(now: Plan) -> float:
    """The change of Meridian's lifetime value against a plain no, as a share."""
    return now.value / refusal().value - 1


def better_spending(spend: float, price: float, work: str) -> float:
    """The change of spending (EUR a year) that would raise the value noticeably; 0 where none would."""
    floor = plan(spend, price, work).value * (1 + _NOTICEABLE)
    steps = [step for step in (_STEP, -_STEP) if 0 <= spend + step <= BUDGET]
    return next((step for step in steps if plan(spend + step, price, work).value >= floor), 0.0)
