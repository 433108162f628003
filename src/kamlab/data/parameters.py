"""The numbers behind the ledger of Meridian Components, each with its unit and its reason.

Everything that shapes the ledger stands here. The claims that these numbers make (``ShapeClaims``) hold for
the base ledger and for every variant by construction; tests check them over hundreds of variants.
"""

# ruff: noqa: RUF009 - parameter() is dataclasses.field() with a unit and a reason

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

__all__ = [
    "PARAMETERS",
    "ContactParameters",
    "GrowthParameters",
    "OrderParameters",
    "PriceParameters",
    "ProfitParameters",
    "Range",
    "RetentionParameters",
    "ReturnParameters",
    "Role",
    "ServiceParameters",
    "ShapeClaims",
    "SizeParameters",
]

T = TypeVar("T")


class Range(NamedTuple):
    """The lowest and highest value of a figure."""

    low: float
    high: float


class Role(NamedTuple):
    """One figure for each part that an account can play in the profit of the whole.

    ``lead``: the largest account. ``star``: the other eleven of the top fifth. ``middle``: a small profit.
    ``drain``: a loss.
    """

    lead: Range
    star: Range
    middle: Range
    drain: Range


def parameter(value: T, unit: str, why: str) -> T:
    """A dataclass field with its unit and its reason kept as metadata."""
    return field(default=value, metadata={"unit": unit, "why": why})


@dataclass(frozen=True)
class SizeParameters:
    """How large the accounts are."""

    total_revenue: Range = parameter(
        Range(24e6, 30e6), "EUR in three years", "a mid-sized supplier: about nine million a year"
    )
    rank_offset: int = parameter(
        2, "ranks", "revenue falls as 1 / (rank + offset): the second is near the first"
    )
    rank_end: int = parameter(
        70, "ranks", "revenue also falls in a straight line that ends here: a long thin tail"
    )
    jitter: float = parameter(0.12, "share", "accounts of like rank are not alike")
    lead: Range = parameter(
        Range(1.25, 1.40), "times the next largest", "Nordlys Appliances stays the largest after rounding"
    )


@dataclass(frozen=True)
class GrowthParameters:
    """How sales move from year to year."""

    trend: Range = parameter(Range(-0.15, 0.22), "share a year", "some accounts shrink while others grow")
    won_later: tuple[int, int] = parameter((3, 5), "accounts", "won in 2024: not every account is old")


@dataclass(frozen=True)
class OrderParameters:
    """How accounts order."""

    orders_smallest: int = parameter(5, "orders a year", "a workshop orders every other month")
    orders_largest: int = parameter(34, "orders a year", "a manufacturer calls off every ten days or so")
    spread: float = parameter(0.25, "share", "accounts of like size order more or less often")
    drain_factor: float = parameter(1.4, "times", "accounts that lose money order often and little at a time")
    lines: tuple[int, ...] = parameter((40, 35, 25), "weights of 1, 2 and 3 lines", "most orders are short")
    line_spread: float = parameter(0.6, "share", "lines of one account differ in size")
    late_share: Range = parameter(
        Range(0.03, 0.24), "share of lines", "the delivery record differs by account"
    )
    longest_delay: int = parameter(15, "days", "a late line is one to this many days late")


@dataclass(frozen=True)
class PriceParameters:
    """List prices, costs and discounts."""

    list_spread: float = parameter(0.08, "share", "variants have price lists of their own")
    list_increase: Range = parameter(
        Range(0.015, 0.03), "share a year", "price lists rise about with inflation"
    )
    cost_increase: Range = parameter(
        Range(0.02, 0.035), "share a year", "costs rise a little faster than prices"
    )
    discount: Role = parameter(
        Role(Range(0.20, 0.25), Range(0.04, 0.12), Range(0.10, 0.19), Range(0.17, 0.27)),
        "share of list price",
        "large buyers and hard bargainers get more; the best accounts pay for value",
    )
    line_spread: float = parameter(0.02, "share of list price", "single quotations differ from the agreement")


@dataclass(frozen=True)
class ReturnParameters:
    """Goods that come back."""

    chance: Role = parameter(
        Role(Range(0.02, 0.03), Range(0.01, 0.02), Range(0.02, 0.04), Range(0.05, 0.09)),
        "share of lines",
        "returns go with loose ordering, a mark of accounts that lose money",
    )
    part: Range = parameter(Range(0.1, 0.6), "share of the line", "seldom does a whole delivery come back")
    longest_wait: int = parameter(
        40, "days", "returned within about six weeks, and within the year of the order"
    )


@dataclass(frozen=True)
class RetentionParameters:
    """How many accounts each segment loses, after 2023 or after 2024."""

    appliances: tuple[int, int] = parameter((1, 1), "accounts", "long contracts: about 95 % stay each year")
    machinery: tuple[int, int] = parameter((2, 3), "accounts", "qualified parts: 90 to 94 % stay")
    pumps: tuple[int, int] = parameter((4, 5), "accounts", "yearly tenders: 83 to 88 % stay")
    workshops: tuple[int, int] = parameter((7, 9), "accounts", "spot buyers: 70 to 80 % stay")
    safe_ranks: int = parameter(18, "ranks", "the largest accounts are not lost within the three years")


@dataclass(frozen=True)
class ProfitParameters:
    """Who earns the profit: the targets that the cost to serve is calibrated to.

    Once goods and prices are drawn, an account's gross profit is known. Its profit target then fixes what
    may be spent on serving it, and the service work is drawn to that sum. So the shape of the whale curve
    holds exactly and still every euro can be traced to its activity.
    """

    star_part: Range = parameter(Range(0.50, 0.66), "share of gross profit", "good accounts keep most of it")
    lead_part: Range = parameter(
        Range(0.50, 0.85), "share of the best star's profit", "the largest account is not the most profitable"
    )
    lead_limit: float = parameter(
        0.60, "share of gross profit", "the largest account is still costly to serve"
    )
    middle_part: Range = parameter(Range(0.04, 0.22), "share of gross profit", "most accounts earn a little")
    middle_limit: Range = parameter(
        Range(0.25, 0.75),
        "share of the smallest star's profit",
        "an upper limit that keeps stars and middle apart",
    )
    star_choice: int = parameter(
        17, "ranks", "the other eleven of the top fifth are among these largest accounts"
    )
    big_drain_ranks: tuple[int, int] = parameter(
        (3, 8), "ranks", "one large account loses money: size is no proof"
    )
    medium_drain_ranks: tuple[int, int] = parameter((18, 24), "ranks", "two medium accounts lose money")
    medium_drains: int = parameter(2, "accounts", "losses come in every size")
    small_drain_ranks: int = parameter(25, "from this rank", "the other losses come from here down")
    small_drains: tuple[int, int] = parameter((7, 13), "accounts", "about a fifth of all accounts lose money")
    top_share: Range = parameter(
        Range(1.14, 1.36),
        "share of total profit",
        "the top fifth earns more than everything, the rest loses it",
    )
    drain_spread: Range = parameter(Range(0.6, 1.4), "weight", "losses differ from account to account")
    small_drain_weight: float = parameter(1.6, "times", "small accounts lose more of each euro sold")


@dataclass(frozen=True)
class ServiceParameters:
    """The work of serving accounts and what a minute of it costs."""

    rate: tuple[int, int] = parameter(
        (108, 136), "cent a minute", "a desk, a car and a salary: 65 to 82 EUR an hour"
    )
    utilisation: Range = parameter(
        Range(0.82, 0.92),
        "share of minutes supplied",
        "some capacity always stays unused, as time-driven costing shows",
    )
    order_minutes: int = parameter(15, "minutes an order", "order entry and confirmation")
    line_minutes: int = parameter(5, "minutes an order line", "checking, picking list, dispatch papers")
    return_minutes: int = parameter(45, "minutes a return", "inspection, credit note, disposal")
    rows: float = parameter(
        0.65, "entries", "work is booked by the month: that many for each usual time of an activity"
    )
    row_spread: Range = parameter(Range(0.6, 1.4), "weight", "busy months and quiet months")
    kinds: tuple[int, int] = parameter((2, 4), "activities", "an account uses some of our services, not all")


@dataclass(frozen=True)
class ContactParameters:
    """The people we know and how often we meet."""

    contacts: tuple[int, int] = parameter((1, 4), "people", "known at an account at least")
    more_for_size: int = parameter(4, "people", "that many more at the largest accounts")
    touchpoints: tuple[int, int] = parameter((1, 4), "a year and contact", "few contacts are met every month")
    demand_share: Range = parameter(
        Range(0.15, 0.85), "share of wallet", "what part of its spending on drives an account places with us"
    )


@dataclass(frozen=True)
class ShapeClaims:
    """What holds for the base ledger and every variant, over the three years together."""

    top_share: Range = parameter(
        Range(1.10, 1.50), "share of total profit", "earned by the top fifth of accounts"
    )
    loss_makers: tuple[int, int] = parameter((8, 20), "accounts", "lose money")
    margin: Range = parameter(
        Range(0.05, 0.15), "share of revenue", "is left as profit after the cost to serve"
    )
    lead_rank: tuple[int, int] = parameter((2, 8), "rank by profit", "of the largest account by revenue")


@dataclass(frozen=True)
class Parameters:
    """All parameters of the generator."""

    size: SizeParameters = SizeParameters()
    growth: GrowthParameters = GrowthParameters()
    order: OrderParameters = OrderParameters()
    price: PriceParameters = PriceParameters()
    returns: ReturnParameters = ReturnParameters()
    retention: RetentionParameters = RetentionParameters()
    profit: ProfitParameters = ProfitParameters()
    service: ServiceParameters = ServiceParameters()
    contact: ContactParameters = ContactParameters()
    claims: ShapeClaims = ShapeClaims()


PARAMETERS = Parameters()
