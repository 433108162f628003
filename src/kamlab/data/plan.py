"""The plan of a ledger: who is large, who earns, who leaves. Sales and service work are then drawn to it."""

from __future__ import annotations

from dataclasses import dataclass

from kamlab.data.draw import Draw
from kamlab.data.names import ACCOUNTS, SEGMENTS, SIZE_SLOTS
from kamlab.data.parameters import PARAMETERS, Range
from kamlab.data.tables import YEARS

__all__ = ["AccountPlan", "plan_accounts"]

STREAM = 0
TOP_FIFTH = len(SIZE_SLOTS) // 5
LEAVING_PARAMETERS = {"A": "appliances", "M": "machinery", "P": "pumps", "W": "workshops"}


@dataclass(frozen=True)
class AccountPlan:
    """What is decided about an account before anything is sold.

    Args:
        account_id: A01 to A60, in the order of names.
        name: the firm.
        segment: its segment.
        country: where it is.
        rank: 1 for the largest.
        role: lead, star, middle or drain (see ``parameters.Role``).
        revenue: planned net sales of each active year, EUR.
    """

    account_id: str
    name: str
    segment: str
    country: str
    rank: int
    role: str
    revenue: dict[int, float]


def plan_accounts(seed: int) -> tuple[AccountPlan, ...]:
    """Decide size, part and active years of the sixty accounts, in account-id order."""
    draw = Draw(seed, STREAM)
    places = _places(draw)
    roles = _roles(draw)
    sizes = _sizes(draw)
    years = _active_years(draw, roles)
    plans = [
        AccountPlan(
            account_id,
            name,
            SEGMENTS[letter],
            country,
            rank,
            roles[rank],
            _by_year(draw, sizes[rank], years[rank]),
        )
        for (account_id, name, letter, country), rank in zip(_firms(), places, strict=True)
    ]
    return tuple(plans)


def _firms() -> list[tuple[str, str, str, str]]:
    """Id, name, segment letter and country; ids follow the names of all firms."""
    named = sorted((name, letter, country) for letter, firms in ACCOUNTS.items() for name, country in firms)
    return [(f"A{place:02d}", *firm) for place, firm in enumerate(named, start=1)]


def _places(draw: Draw) -> list[int]:
    """The size rank of each firm, in id order: every segment's firms shuffled over its slots."""
    ranks = {}
    for letter, firms in ACCOUNTS.items():
        slots = [rank for rank, slot in enumerate(SIZE_SLOTS, start=1) if slot == letter]
        fixed = 1 if letter == "A" else 0  # the largest account is the same in every variant
        shuffled = slots[:fixed] + draw.sample(slots[fixed:], len(slots) - fixed)
        ranks.update({name: rank for (name, _), rank in zip(firms, shuffled, strict=True)})
    return [ranks[name] for _, name, _, _ in _firms()]


def _roles(draw: Draw) -> dict[int, str]:
    """The part of each rank: one lead, eleven stars, drains of every size, the rest middle."""
    shape = PARAMETERS.profit
    low, high = shape.big_drain_ranks
    big = draw.integer(low, high)
    stars = draw.sample([rank for rank in range(2, shape.star_choice + 1) if rank != big], TOP_FIFTH - 1)
    first, last = shape.medium_drain_ranks
    medium = draw.sample(range(first, last + 1), shape.medium_drains)
    tail = range(shape.small_drain_ranks, len(SIZE_SLOTS) + 1)
    small = draw.sample(tail, draw.integer(*shape.small_drains))
    roles = dict.fromkeys(range(1, len(SIZE_SLOTS) + 1), "middle")
    roles.update(dict.fromkeys(stars, "star"))
    roles.update(dict.fromkeys([big, *medium, *small], "drain"))
    return roles | {1: "lead"}


def _sizes(draw: Draw) -> dict[int, float]:
    """Planned net sales of three years by rank, EUR: (1 / (rank + offset)) · (1 − rank / end), scaled."""
    size = PARAMETERS.size
    weights = {
        rank: (1.0 / (rank + size.rank_offset)) * (1.0 - rank / size.rank_end) * draw.around(size.jitter)
        for rank in range(2, len(SIZE_SLOTS) + 1)
    }
    weights[1] = max(weights.values()) * draw.between(size.lead)
    scale = draw.between(size.total_revenue) / sum(weights.values())
    return {rank: weight * scale for rank, weight in weights.items()}


def _active_years(draw: Draw, roles: dict[int, str]) -> dict[int, tuple[int, ...]]:
    """The years in which each rank orders: some leave after 2023 or 2024, some come in 2024."""
    years: dict[int, tuple[int, ...]] = dict.fromkeys(roles, YEARS)
    leaving = _leaving(draw, roles)
    for place, rank in enumerate(leaving):
        years[rank] = YEARS[:1] if place % 2 else YEARS[:2]
    safe = PARAMETERS.retention.safe_ranks
    staying = [rank for rank in roles if rank > safe and rank not in leaving]
    for rank in draw.sample(staying, draw.integer(*PARAMETERS.growth.won_later)):
        years[rank] = YEARS[1:]
    return years


def _leaving(draw: Draw, roles: dict[int, str]) -> list[int]:
    """The ranks that leave, segment by segment; stars and the largest accounts stay."""
    leaving: list[int] = []
    for letter, name in LEAVING_PARAMETERS.items():
        low, high = getattr(PARAMETERS.retention, name)
        able = [
            rank
            for rank in roles
            if rank > PARAMETERS.retention.safe_ranks and SIZE_SLOTS[rank - 1] == letter
        ]
        leaving += draw.sample(able, draw.integer(low, high))
    return leaving


def _by_year(draw: Draw, total: float, years: tuple[int, ...]) -> dict[int, float]:
    """Split a three-year sum over the active years along a yearly trend; absent years are not sold."""
    trend: Range = PARAMETERS.growth.trend
    step = 1.0 + draw.between(trend)
    weights = [step * step if year == YEARS[2] else step if year == YEARS[1] else 1.0 for year in YEARS]
    parts = dict(zip(YEARS, weights, strict=True))
    return {year: total * parts[year] / sum(weights) for year in years}
