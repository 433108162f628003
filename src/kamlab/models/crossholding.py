"""What changes when firms own parts of each other, or have the same owners.

Three questions. *Whose value is it?* When partners hold each other's shares, the same assets are counted in
several balance sheets; only what outside shareholders can claim is real. *Do they still compete?* Firms with
common owners need not merge to soften their rivalry. *Does a stake mend the chain?* Two firms in a row that
each add a margin sell too little; a stake can make one of them care about the other's profit.

Values. Follow one unit of what firm j's assets earn. Each owner i of j has a claim on the share cᵢⱼ, and
outside shareholders on the rest, ĉⱼ = 1 − Σᵢ cᵢⱼ. What reaches firm i is passed on in the same way. So what
flows through the firms (their book values) solves V = p + C V, that is V = (I − C)⁻¹ p, and what leaves to
outside shareholders (their market values) is vᵢ = ĉᵢ Vᵢ. All of it leaves in the end: the columns of the
dependency matrix A = Ĉ (I − C)⁻¹ sum to 1, and the market values to the assets, however large the books. The
one exception is a group that holds all of its own shares: what it earns never gets out. The equations are
solved by taking out one firm after another and leading what flowed through it past it. That adds, multiplies
and divides, but never subtracts, so that holdings close to 100 % cost no accuracy.

Competition. A manager who weighs the owners by their control γᵢⱼ maximises Σᵢ γᵢⱼ (Σₖ βᵢₖ πₖ), where βᵢₖ is
owner i's stake in firm k. Divided by the weight of the own profit πⱼ, a rival's profit counts
wⱼₖ = Σᵢ γᵢⱼ βᵢₖ / Σᵢ γᵢⱼ βᵢⱼ. In Cournot competition that turns the mean margin, the sum of squared market
shares over the price elasticity, into Σⱼ Σₖ wⱼₖ sⱼ sₖ over the elasticity: the modified index. It is the old
index where no owner has stakes in two firms.

A chain. A buyer resells at the price P = a − b Q what costs the supplier c a unit. With m the supplier's
margin, the buyer sells Q = (a − c − m) / 2b. A supplier that owns the share s of the buyer maximises
m Q + s b Q², because the buyer earns b Q²; the best margin is m = (a − c)(1 − s) / (2 − s), so that the chain
sells 1 / (2 − s) of the best quantity (a − c) / 2b. With the share x of the best quantity a chain earns
1 − (1 − x)² of its best profit, here 1 − ((1 − s) / (2 − s))². The other way round, a stake of the buyer in
the supplier mends nothing: the buyer gets part of the margin back and sees the price c + (1 − s) m, and the
supplier raises m by 1 / (1 − s).

What they leave out: who gets a vote on a board, what firms with mutual holdings tell each other, and how
hostile bids are kept out, which is why such holdings are often taken; taxes and debts (an insolvent firm's
value stops at 0). Whether owners really steer firms as the modified index assumes is disputed; it shows a
possibility, not a conspiracy. The chain has one firm at each stage, a price a unit, and straight demand.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import overload

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, SHARE, number, result, square, summed, table, vector
from kamlab.models._holdings import passing_through
from kamlab.models._linear import Matrix, Vector, dot

__all__ = ["FirmValues", "ModifiedIndex", "double_margin_share", "firm_values", "mhhi"]

_ROUNDING = 1e-9
_PRINTED = 5e-4
_POINTS = 10_000


@dataclass(frozen=True)
class FirmValues(Sequence[float]):
    """What firms with mutual holdings are worth; read like a list, it gives the market values.

    Args:
        market: v, what each firm is worth to its outside shareholders (currency); they sum to the assets.
        book: V, what each firm's own assets and its holdings are worth (currency); assets are counted again
            in each owner's books.
        dependency: A, in row i and column j the share of firm j's assets that outside shareholders of firm i
            end up with (0 to 1; each column sums to 1).
    """

    market: tuple[float, ...]
    book: tuple[float, ...]
    dependency: tuple[tuple[float, ...], ...]

    @overload
    def __getitem__(self, place: int) -> float: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[float, ...]: ...

    def __getitem__(self, place: int | slice) -> float | tuple[float, ...]:
        return self.market[place]

    def __len__(self) -> int:
        return len(self.market)


def firm_values(holdings: Sequence[Sequence[float]], assets: Sequence[float]) -> FirmValues:
    """What each firm is worth to outsiders when the firms hold shares of each other.

    Partners that swap shares look bigger, and are not: their books grow, what outsiders can claim does not.
    What changes is who carries which risk. Each firm's shareholders now depend on the partner's assets too.

    Args:
        holdings: C, in row i and column j the share of firm j that firm i owns (0 to 1; 0 on the diagonal, a
            column sums to 1 at most). From every firm a chain of owners must lead to outside shareholders.
        assets: p, what each firm's own assets are worth, without its holdings (currency; below 0 where its
            debts are larger).

    Returns:
        Market values, book values, and who depends on whose assets.

    Raises:
        ModelError: a value outside the ranges above, tables that do not fit together, or a group of firms
            that owns all of itself.

    Equation:
        V = (I − C)⁻¹ p, v = A p, A = Ĉ (I − C)⁻¹, Ĉ diagonal with 1 − Σᵢ cᵢⱼ

    Source:
        elliott2014, whose example is two firms that hold half of each other.

    >>> halves = firm_values(holdings=[[0, 0.5], [0.5, 0]], assets=[90, 30])
    >>> [[round(share, 3) for share in row] for row in halves.dependency]
    [[0.667, 0.333], [0.333, 0.667]]
    >>> [round(value, 6) for value in halves.market], [round(value, 6) for value in halves.book]
    ([70.0, 50.0], [140.0, 100.0])
    """
    owned = square("holdings", holdings, SHARE)
    own = vector("assets", assets, ANY, len(owned))
    outside = _outside(owned)
    passing = passing_through(owned, outside)
    dependency = [[held * flow for flow in row] for held, row in zip(outside, passing, strict=True)]
    market, book = (
        tuple(summed("assets", assets, map(mul, row, own)) for row in rows) for rows in (dependency, passing)
    )
    return FirmValues(
        market=market,
        book=book,
        dependency=tuple(map(tuple, dependency)),
    )


def _outside(owned: Matrix) -> Vector:
    """The share of each firm that no other firm owns."""
    for place in range(len(owned)):
        if owned[place][place]:
            raise ModelError(f"holdings[{place}][{place}]", owned[place][place], "0: no firm owns itself")
    totals = [math.fsum(column) for column in zip(*owned, strict=True)]
    for place, total in enumerate(totals):
        if total > 1 + _ROUNDING:
            raise ModelError("holdings", f"{total:g} in column {place}", "columns that sum to 1 at most")
    # Shares that were meant to sum to 1 may miss it by a rounding.
    return [0.0 if total > 1 - _ROUNDING else 1 - total for total in totals]


@dataclass(frozen=True)
class ModifiedIndex:
    """How concentrated a market is, once common owners are counted.

    Args:
        hhi: what market shares alone say (points, 0 to 10,000).
        delta: what common owners add (points, 0 or more).
        mhhi: both together (points). It can exceed 10,000 where control and stakes lie in different hands.
    """

    hhi: float
    delta: float
    mhhi: float


def mhhi(
    shares: Sequence[float], ownership: Sequence[Sequence[float]], control: Sequence[Sequence[float]]
) -> ModifiedIndex:
    """How much common owners add to the concentration of a market.

    Two rivals with the same owners count like one firm: the index says 10,000 where market shares say 5,000.

    Args:
        shares: sⱼ, the firms' market shares (0 to 1, summing to 1 at most; firms too small to matter may be
            left out).
        ownership: β, one row an owner, one column a firm: the share of the firm's profit that goes to the
            owner (0 to 1, a column sums to 1 at most; holders too small to matter may be left out).
        control: γ, the same rows and columns: how much the firm's managers heed the owner (any unit, 0 or
            more; only the proportions in a column matter). Pass ``ownership`` again for one share, one vote.
            In each column somebody must have both control and a stake.

    Returns:
        The index of market shares, what common owners add, and the sum.

    Raises:
        ModelError: a value outside the ranges above, or tables that do not fit together.

    Equation:
        HHI = Σⱼ sⱼ² and Δ = Σⱼ Σ_{k ≠ j} sⱼ sₖ · (Σᵢ γᵢⱼ βᵢₖ) / (Σᵢ γᵢⱼ βᵢⱼ), both times 10,000

    Source:
        obrien2000; lambert2018 goes through it step by step. The two airlines of one size with the same
        owners are the usual example of the debate.

    >>> stakes = [[0.5, 0.5], [0.5, 0.5]]
    >>> airlines = mhhi(shares=[0.5, 0.5], ownership=stakes, control=stakes)
    >>> round(airlines.hhi, 6), round(airlines.delta, 6), round(airlines.mhhi, 6)
    (5000.0, 5000.0, 10000.0)
    """
    market = vector("shares", shares, SHARE)
    if math.fsum(market) > 1 + _PRINTED:
        raise ModelError(
            "shares", f"a list with the sum {math.fsum(market):g}", "shares that sum to 1 at most"
        )
    stakes, votes = _owners(len(market), ownership, control)
    hhi = _POINTS * math.fsum(share * share for share in market)
    delta = _POINTS * math.fsum(
        market[firm] * market[rival] * _weight(stakes, votes, firm, rival)
        for firm in range(len(market))
        for rival in range(len(market))
        if rival != firm
    )
    return ModifiedIndex(hhi, result("control", control, delta), result("control", control, hhi + delta))


def _owners(firms: int, ownership: object, control: object) -> tuple[Matrix, Matrix]:
    """Stakes and votes, one row a firm."""
    owned = table("ownership", ownership, SHARE)
    heeded = table("control", control, NOT_NEGATIVE)
    for name, rows in (("ownership", owned), ("control", heeded)):
        if (len(rows), len(rows[0])) != (len(owned), firms):
            wanted = f"{len(owned)} rows (owners) of {firms} (firms)"
            raise ModelError(name, f"{len(rows)} rows of {len(rows[0])}", wanted)
    stakes = [list(column) for column in zip(*owned, strict=True)]
    for place, column in enumerate(stakes):
        if math.fsum(column) > 1 + _PRINTED:
            raise ModelError(
                "ownership", f"{math.fsum(column):g} in column {place}", "columns that sum to 1 at most"
            )
    votes = [_scaled(list(column)) for column in zip(*heeded, strict=True)]
    for place, (stake, vote) in enumerate(zip(stakes, votes, strict=True)):
        if not dot(vote, stake):
            raise ModelError("control", f"column {place}", "an owner with control and a stake in every firm")
    return stakes, votes


def _scaled(column: Vector) -> Vector:
    # Only proportions matter; so scaled, no product leaves the range of floating-point numbers.
    largest = max(column) or 1.0
    return [entry / largest for entry in column]


def _weight(stakes: Matrix, votes: Matrix, firm: int, rival: int) -> float:
    """How much a rival's profit counts for a firm's managers, its own counting 1."""
    return dot(votes[firm], stakes[rival]) / dot(votes[firm], stakes[firm])


def double_margin_share(stake: float) -> float:
    """How much of the best profit a chain of two firms earns when the supplier owns part of the buyer.

    Without a stake both add a margin, the price ends too high, and the chain earns three quarters of what it
    could. A stake makes the supplier care for the buyer's sales, and lowers its own margin. Half of the buyer
    gets it most of the way.

    Args:
        stake: s, the share of the buyer's firm that the supplier owns, without a say in its prices (0 to 1).

    Returns:
        The profit of both together over the best possible (share, 0.75 to 1).

    Raises:
        ModelError: a stake outside 0 to 1.

    Equation:
        1 − ((1 − s) / (2 − s))²

    Source:
        The two margins are spengler1950; the effect of the stake is derived. That a stake the other way round
        changes nothing is in greenlee2006.

    >>> double_margin_share(0), round(double_margin_share(0.5), 3), double_margin_share(1)  # derived
    (0.75, 0.889, 1.0)
    """
    owned = number("stake", stake, SHARE)
    return 1 - ((1 - owned) / (2 - owned)) ** 2
