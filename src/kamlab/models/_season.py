"""What both sides of a contract expect from one season, and what they could expect together."""

from collections.abc import Sequence
from dataclasses import dataclass

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, ROUNDING, SHARE, number, result
from kamlab.models._newsvendor import UnitTerms, read_demand


@dataclass(frozen=True)
class ContractOutcome:
    """What a contract leads to: the buyer's best order, and what each side expects from it.

    Args:
        order: the smallest order that leaves the buyer most (units).
        largest_order: the largest order that leaves the buyer as much (units); the same unless there is a
            tie.
        buyer_profit: what the buyer expects to earn (currency).
        supplier_profit: what the supplier expects to earn, after the fixed cost (currency).
        chain_profit: the two together (currency).
        sold: how many units are expected to be sold (units).
        left: how many units are expected to be left (units).
    """

    order: float
    largest_order: float
    buyer_profit: float
    supplier_profit: float
    chain_profit: float
    sold: float
    left: float


@dataclass(frozen=True)
class ChainOptimum:
    """What would be best for buyer and supplier together.

    Args:
        order: the smallest order that leaves the chain most (units).
        largest_order: the largest order that leaves it as much (units); the same unless there is a tie.
        profit: what the chain expects to earn, after the fixed cost (currency, 0 or more).
    """

    order: float
    largest_order: float
    profit: float


def contract(  # noqa: PLR0913, PLR0917 - the terms of one contract
    demand: Sequence[float],
    probabilities: Sequence[float],
    unit_cost: float,
    fixed_cost: float,
    retail: float,
    salvage: float,
    wholesale: float,
    buyback: float | None = None,
    revenue_share: float = 0,
) -> ContractOutcome:
    """What a buyer orders for one season under a contract, and what both sides expect to earn.

    With the wholesale price alone the buyer carries all the risk and orders too little. Let the supplier take
    back what is left, or take a part of the sales for a lower price, and both may earn more.

    Args:
        demand: d, what may be asked for in the season (units, 0 or more; in any order, at least one).
        probabilities: the chance of each (0 to 1). They sum to 1; a printed table may miss it by 0.0005, and
            is then scaled.
        unit_cost: c, what a unit costs the supplier (currency a unit, 0 or more).
        fixed_cost: F, what starting production costs the supplier (currency, 0 or more); nothing is produced
            for an order of 0.
        retail: p, what a customer pays (currency a unit, 0 or more).
        salvage: v, what a unit that is left brings (currency a unit; negative where it costs to be rid of
            it).
        wholesale: w, what the buyer pays the supplier (currency a unit, 0 or more, and at least ``salvage``,
            or an endless order would pay).
        buyback: b, what the supplier pays for a unit that is left (currency a unit, 0 to ``wholesale``), or
            ``None`` where nothing is taken back. The supplier salvages what is returned. Below ``salvage``
            the buyer returns nothing.
        revenue_share: φ, the part of the sales, not of the salvage, that goes to the supplier (share, 0 to
            1).

    Returns:
        The buyer's order, both sides' expected profits (they sum to the chain's) and expected quantities.
        Of orders that leave the buyer the same, the smallest.

    Raises:
        ModelError: a value outside the ranges above, or lists of different lengths.

    Equation:
        With u = v, or max(v, b): the smallest q in {0, d₁, d₂, ...} with ((1 − φ) p − w) · P(D > q) ≤
        (w − u) · P(D ≤ q). S = E min(q, D). Buyer: (1 − φ) p S + u (q − S) − w q. Supplier: w q + φ p S −
        (u − v)(q − S) − c q − F.

    Source:
        cachon2003 for the contracts; simchilevi2008, the swimsuit example. Its buy-back is shown below.

    >>> sizes, chances = range(8_000, 18_001, 2_000), [0.11, 0.11, 0.28, 0.22, 0.18, 0.10]
    >>> season = {"unit_cost": 35, "fixed_cost": 100_000, "retail": 125, "salvage": 20, "wholesale": 80}
    >>> alone = contract(sizes, chances, **season)
    >>> alone.order, round(alone.buyer_profit), round(alone.supplier_profit)
    (12000.0, 470700, 440000)
    >>> shared = contract(sizes, chances, **season, buyback=55)
    >>> shared.order, round(shared.buyer_profit), round(shared.supplier_profit)
    (14000.0, 513800, 471900)
    """
    asked = read_demand(demand, probabilities)
    cost, start = number("unit_cost", unit_cost, NOT_NEGATIVE), number("fixed_cost", fixed_cost, NOT_NEGATIVE)
    price, scrap = number("retail", retail, NOT_NEGATIVE), number("salvage", salvage, ANY)
    paid, part = (
        number("wholesale", wholesale, NOT_NEGATIVE),
        number("revenue_share", revenue_share, SHARE),
    )
    back = _leftover(scrap, paid, buyback)
    buyer = UnitTerms(price=(1 - part) * price, leftover=back, cost=paid)
    supplier = UnitTerms(price=part * price, leftover=scrap - back, cost=cost - paid)
    order, largest = buyer.best_orders(asked)
    sold = asked.sold(order)
    buyer_profit = result("demand", demand, buyer.profit(order, sold))
    supplier_profit = result("demand", demand, supplier.profit(order, sold) - (start if order > 0 else 0))
    together = result("demand", demand, buyer_profit + supplier_profit)
    return ContractOutcome(order, largest, buyer_profit, supplier_profit, together, sold, order - sold)


def _leftover(scrap: float, paid: float, buyback: object) -> float:
    """What a unit that is left brings the buyer: never more than it cost, or an endless order would pay."""
    if scrap > paid:
        raise ModelError("wholesale", f"{paid:g}", f"{scrap:g} (salvage) or more")
    if buyback is None:
        return scrap
    back = number("buyback", buyback, NOT_NEGATIVE)
    if back > paid:
        raise ModelError("buyback", f"{back:g}", f"{paid:g} (wholesale) or less")
    return max(scrap, back)


def chain_optimum(  # noqa: PLR0913, PLR0917 - what a season consists of
    demand: Sequence[float],
    probabilities: Sequence[float],
    unit_cost: float,
    fixed_cost: float,
    retail: float,
    salvage: float,
) -> ChainOptimum:
    """What a single owner of both firms would order for the season: the most that a contract can reach.

    Compare it with ``contract``: what is missing there is lost to nobody's benefit.

    Args:
        demand: d, what may be asked for in the season (units, 0 or more; in any order, at least one).
        probabilities: the chance of each (0 to 1). They sum to 1; a printed table may miss it by 0.0005, and
            is then scaled.
        unit_cost: c, what a unit costs to make (currency a unit, 0 or more, and at least ``salvage``).
        fixed_cost: F, what starting production costs (currency, 0 or more).
        retail: p, what a customer pays (currency a unit, 0 or more).
        salvage: v, what a unit that is left brings (currency a unit; negative where it costs to be rid of
            it).

    Returns:
        The order and the expected profit. Of orders that leave the same, the smallest: 0 where no order earns
        its fixed cost.

    Raises:
        ModelError: a value outside the ranges above, or lists of different lengths.

    Equation:
        max over q in {0, d₁, d₂, ...} of p S + v (q − S) − c q − F (0 for q = 0), with S = E min(q, D)

    Source:
        cachon2003; simchilevi2008, the swimsuit example, where both contracts printed with it stay below.

    >>> sizes, chances = range(8_000, 18_001, 2_000), [0.11, 0.11, 0.28, 0.22, 0.18, 0.10]
    >>> best = chain_optimum(sizes, chances, unit_cost=35, fixed_cost=100_000, retail=125, salvage=20)
    >>> best.order, round(best.profit)
    (16000.0, 1014500)
    """
    asked = read_demand(demand, probabilities)
    cost, start = number("unit_cost", unit_cost, NOT_NEGATIVE), number("fixed_cost", fixed_cost, NOT_NEGATIVE)
    price, scrap = number("retail", retail, NOT_NEGATIVE), number("salvage", salvage, ANY)
    if cost < scrap:
        raise ModelError("unit_cost", f"{cost:g}", f"{scrap:g} (salvage) or more")
    chain = UnitTerms(price=price, leftover=scrap, cost=cost)
    order, largest = chain.best_orders(asked)
    earned = result("demand", demand, chain.profit(order, asked.sold(order)))
    rounding = ROUNDING * max(start, earned)
    if earned - start > rounding:
        return ChainOptimum(order, largest, earned - start)
    # A fixed cost that is not earned keeps the chain out; one that is just earned makes it a tie.
    return ChainOptimum(0.0, largest if start - earned <= rounding else 0.0, 0.0)
