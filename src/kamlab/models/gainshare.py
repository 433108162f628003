"""How two firms share a gain and a risk by contract.

Two questions. Who pays when a job costs more than planned: an *incentive price* splits the difference between
target and actual cost, up to a ceiling. And who carries what is left unsold: a buyer who pays the full
wholesale price for a seasonal good, and alone is left with the rest, orders less than would be best for both;
*buy-back* and *revenue sharing* make the supplier carry a part of that risk, so that the buyer orders more.

The incentive price. At target cost T the supplier earns the target profit. For each euro above it the buyer
pays b and the supplier bears s = 1 − b; below it they share the saving in the same way. The price A + target
profit + s (T − A) rises by b with each euro of actual cost A. From the target price P it meets the ceiling C
after (C − P) / b euros of overrun: T + (C − P) / b is the *point of total assumption*, above which the
supplier bears all. It is not where his profit ends: there he still has C less the actual cost, and his profit
is gone when the cost reaches the ceiling (or before the point, where the target profit is small). Where a
contract has one split above the target and another below, take the one of the side on which A lies.

The order. Demand takes the values d₁ < d₂ < ... with known chances. The buyer pays w a unit, keeps the part
1 − φ of the retail price p for each unit sold, and gets u for each unit left: its salvage value v, or the
buy-back price b where that is more (a right to return is used only where it pays). One unit more, on top of
an order of q, sells if demand exceeds q. It adds (1 − φ) p − w with the chance P(D > q), and −(w − u)
otherwise. As P(D > q) only falls with q, and only at a value of demand, expected profit is a concave chain of
straight lines with its corners at d₁, d₂, ...: some corner (or an order of 0) is an exact optimum. It is the
first one at which one unit more adds nothing. Where a unit more adds exactly 0 up to the next corner, every
order between them is as good; then the *smallest* is taken as the order and the largest given beside it.
What differs by less than 10⁻¹² of the prices counts as 0, so that prices and chances with decimals tie as
they do on paper. (Where a unit sold leaves the buyer less than one that is left, both bring less than its
cost, and the order is 0.)

The chain. Payments between the two cancel, so the chain's best order is that of a buyer who pays the unit
cost c and salvages at v. A buyer wants just this order where all that he stands to gain or lose is the part λ
of the chain's: he then earns λ times the chain's profit before the supplier's fixed cost. For a buy-back,
p − b = λ (p − v) and w − b = λ (c − v), so b = p − λ (p − v) and w = p − λ (p − c). For revenue sharing,
where the buyer salvages and keeps what that brings, (1 − φ) p − v = λ (p − v) and w − v = λ (c − v), so
φ = (1 − λ) (p − v) / p and w = v + λ (c − v). Both divide the same gain. A wholesale price alone makes the
buyer's part the whole one only at w = c, where the supplier earns nothing.

The fixed cost is what the supplier pays to start production: ordering nothing leaves both with 0. The buyer
does not see it, so a contract may lead to an order on which the chain loses. The chain's best order is 0
where its fixed cost is not earned.

What they leave out: effort (nobody works harder for a share here, though that is why shares are agreed),
prices that the buyer sets, what a customer who finds nothing costs, a second order in the season, what
counting returns and auditing sales costs, and that a small firm minds risk more than a large one.
"""

from typing import NamedTuple

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, POSITIVE, ROUNDING, SHARE, SHARE_ABOVE_0, number, result
from kamlab.models._season import ChainOptimum, ContractOutcome, chain_optimum, contract

__all__ = [
    "BuyBackTerms",
    "ChainOptimum",
    "ContractOutcome",
    "RevenueShareTerms",
    "chain_optimum",
    "contract",
    "coordinating_buyback",
    "coordinating_revenue_share",
    "incentive_price",
    "point_of_total_assumption",
]


class BuyBackTerms(NamedTuple):
    """Prices of a buy-back that make the buyer want what is best for both.

    Args:
        wholesale: w, what the buyer pays for a unit (currency a unit).
        buyback: b, what the supplier pays for a unit that is left (currency a unit).
    """

    wholesale: float
    buyback: float


class RevenueShareTerms(NamedTuple):
    """Terms of revenue sharing that make the buyer want what is best for both.

    Args:
        wholesale: w, what the buyer pays for a unit (currency a unit).
        revenue_share: φ, the part of the sales that goes to the supplier (share, 0 to 1).
    """

    wholesale: float
    revenue_share: float


def incentive_price(
    actual_cost: float, target_cost: float, target_profit: float, ceiling: float, supplier_share: float
) -> float:
    """What the buyer pays for a job whose cost was uncertain, when supplier and buyer share the difference.

    A supplier who bears a part of each euro has a reason to save it, and yet is not ruined by the first
    surprise. The ceiling protects the buyer: from the point of total assumption on, the supplier bears all.

    Args:
        actual_cost: A, what the job has cost the supplier (currency, 0 or more).
        target_cost: T, what both expected it to cost (currency, 0 or more).
        target_profit: what the supplier earns if it costs just that (currency, 0 or more).
        ceiling: C, the most that the buyer pays (currency, ``target_cost`` + ``target_profit`` or more).
        supplier_share: s, the part of a difference from target cost that the supplier bears or keeps (share,
            0 to 1); where the contract has two, that of the side on which the actual cost lies.

    Returns:
        The price (currency). The supplier's profit is this less the actual cost.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        min(C, A + target profit + s (T − A))

    Source:
        kerzner2009 for the contract. The last of the prices below is mulcahy2013's: the fee shrinks from
        30,000 to 6,000, and the ceiling cuts the price of 216,000. The others are derived.

    >>> job = {"target_cost": 150_000, "target_profit": 30_000, "ceiling": 200_000, "supplier_share": 0.4}
    >>> [incentive_price(cost, **job) for cost in (140_000, 150_000, 160_000, 210_000)]
    [174000.0, 180000.0, 186000.0, 200000.0]
    """
    actual = number("actual_cost", actual_cost, NOT_NEGATIVE)
    target = number("target_cost", target_cost, NOT_NEGATIVE)
    profit = number("target_profit", target_profit, NOT_NEGATIVE)
    share = number("supplier_share", supplier_share, SHARE)
    limit = _ceiling(ceiling, result("target_profit", target_profit, target + profit))
    return min(limit, result("actual_cost", actual_cost, actual + share * (target - actual) + profit))


def point_of_total_assumption(
    target_cost: float, target_price: float, ceiling: float, buyer_share: float
) -> float:
    """The actual cost from which the supplier bears every further euro alone.

    A buyer who sees the costs come near it should expect cut corners: from there on a euro saved is a euro
    for the supplier, and a euro spent is not paid for.

    Args:
        target_cost: T, what both expected the job to cost (currency, 0 or more).
        target_price: P, target cost and target profit (currency, ``target_cost`` or more).
        ceiling: C, the most that the buyer pays (currency, ``target_price`` or more).
        buyer_share: b, the part of an overrun that the buyer bears (share, above 0 and at most 1; a buyer who
            bears none never comes near the ceiling).

    Returns:
        The cost (currency).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        T + (C − P) / b

    Source:
        kerzner2009. The figures below are the example that is mostly shown with the term: a target profit of
        200,000, and 80 % of an overrun for the buyer.

    >>> point_of_total_assumption(2_000_000, target_price=2_200_000, ceiling=2_450_000, buyer_share=0.8)
    2312500.0
    """
    target = number("target_cost", target_cost, NOT_NEGATIVE)
    price = number("target_price", target_price, NOT_NEGATIVE)
    if price < target:
        raise ModelError("target_price", f"{price:g}", f"{target:g} (target_cost) or more")
    share = number("buyer_share", buyer_share, SHARE_ABOVE_0)
    room = max(0.0, _ceiling(ceiling, price) - price)
    return result("buyer_share", buyer_share, target + room / share)


def coordinating_buyback(unit_cost: float, retail: float, salvage: float, buyer_share: float) -> BuyBackTerms:
    """Which buy-back makes the buyer order what is best for both, whatever the demand.

    There is one for each way to divide the gain: the more generous the buy-back, the dearer the goods, and
    the smaller the buyer's part.

    Args:
        unit_cost: c, what a unit costs the supplier (currency a unit, ``salvage`` to ``retail``).
        retail: p, what a customer pays (currency a unit, 0 or more).
        salvage: v, what a unit that is left brings (currency a unit).
        buyer_share: λ, the buyer's part of the chain's profit before the fixed cost (share, above 0 and at
            most 1; with 0 a buyer would not care what to order).

    Returns:
        The wholesale and the buy-back price, for ``contract``.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        w = p − λ (p − c), b = p − λ (p − v)

    Source:
        pasternack1985, cachon2003; the form with λ is derived in the module.

    >>> coordinating_buyback(unit_cost=35, retail=125, salvage=20, buyer_share=0.5)  # derived: halfway
    BuyBackTerms(wholesale=80.0, buyback=72.5)
    """
    cost, price, scrap, share = _chain(unit_cost, retail, salvage, buyer_share)
    wholesale = (1 - share) * price + share * cost
    # The same expression for both, so that rounding never puts the second above the first.
    return BuyBackTerms(wholesale, (1 - share) * price + share * scrap)


def coordinating_revenue_share(
    unit_cost: float, retail: float, salvage: float, buyer_share: float
) -> RevenueShareTerms:
    """Which sharing of the sales makes the buyer order what is best for both, whatever the demand.

    The wholesale price lies below the unit cost: the supplier gives the goods away cheaply, and earns from
    what they bring.

    Args:
        unit_cost: c, what a unit costs the supplier (currency a unit, ``salvage`` to ``retail``).
        retail: p, what a customer pays (currency a unit, above 0).
        salvage: v, what a unit that is left brings the buyer (currency a unit, 0 or more: below 0 the
            wholesale price might be, too).
        buyer_share: λ, the buyer's part of the chain's profit before the fixed cost (share, above 0 and at
            most 1).

    Returns:
        The wholesale price and the supplier's part of the sales, for ``contract``.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        w = v + λ (c − v), φ = (1 − λ) (p − v) / p

    Source:
        cachon2005, where salvage is shared too; the form for sales alone is derived in the module.

    >>> terms = coordinating_revenue_share(unit_cost=35, retail=125, salvage=20, buyer_share=0.5)
    >>> round(terms.wholesale, 6), round(terms.revenue_share, 6)  # derived: 20 + 7.5; half of 105 / 125
    (27.5, 0.42)
    """
    number("retail", retail, POSITIVE)
    cost, price, scrap, share = _chain(unit_cost, retail, salvage, buyer_share)
    number("salvage", salvage, NOT_NEGATIVE)
    return RevenueShareTerms(scrap + share * (cost - scrap), (1 - share) * ((price - scrap) / price))


def _ceiling(ceiling: object, target_price: float) -> float:
    limit = number("ceiling", ceiling, NOT_NEGATIVE)
    # The sum of two decimals may end a binary digit above a ceiling that is meant to equal it.
    if limit < target_price * (1 - ROUNDING):
        raise ModelError("ceiling", f"{limit:g}", f"{target_price:g} (the target price) or more")
    return limit


def _chain(
    unit_cost: object, retail: object, salvage: object, buyer_share: object
) -> tuple[float, float, float, float]:
    cost, price = number("unit_cost", unit_cost, NOT_NEGATIVE), number("retail", retail, NOT_NEGATIVE)
    scrap = number("salvage", salvage, ANY)
    if not scrap <= cost <= price:
        raise ModelError("unit_cost", f"{cost:g}", f"{scrap:g} (salvage) to {price:g} (retail)")
    return cost, price, scrap, number("buyer_share", buyer_share, SHARE_ABOVE_0)
