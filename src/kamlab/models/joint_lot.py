"""How much to make and to ship at a time: each firm for itself, both together, and on consignment.

A buyer and a vendor each have a best size of lot, and the two differ: an order is cheap to place, a machine
dear to set up. Whoever has the power in the relationship gets its own size, and the chain pays for it. Looked
at as one firm the two find a size in between that costs less in sum, so that the one who gains can repay the
other and both are better off. On consignment they go further: the vendor ships each batch as soon as it is
made and keeps stock at the buyer's.

One lot. Where lots of Q cost A each and each unit on stock costs h, the sum A D / Q + h Q / 2 is least at Q =
√(2 A D / h), and is √(2 A D h) there: orders and stock cost the same.

A joint lot. The vendor makes each lot to order, at the rate P, and ships it when it is complete. The buyer
holds Q / 2 on average. The vendor's stock grows from 0 to Q during a share D / P of the time: Q D / 2P on
average. Both costs together have the form above, with A + S for A and r (Cv D / P + Cb) for h.

Consignment. The vendor makes n shipments of q in one run. When the run starts, the buyer has q D / P left,
just enough until the first shipment; during the run the stock of the two together grows at the rate P − D,
and then it falls back. Its mean is q D / P + n q (P − D) / 2P. The shipment in the making, q D / 2P on
average, lies with the vendor, the rest with the buyer. Of the n shipments the last k may be delayed, so that
the buyer's stock does not rise above what it was before: then they come every q / D instead of every q / P,
and the j-th of them waits j (q / D − q / P) longer at the vendor's. Over a cycle of n q / D that moves q (P −
D) / P · k (k + 1) / 2n of stock from the buyer to the vendor. So the vendor holds v q and the buyer b q, with
v = D / 2P + (P − D) / P · k (k + 1) / 2n and b = D / 2P + (P − D) / P · (n² − k (k + 1)) / 2n. With h₁ and h₂
for a unit at the vendor's and at the buyer's a plan costs D (A₁ / n + A₂) / q + H q, where H = h₁ v + h₂ b.
That is least at q = √(D (A₁ / n + A₂) / H), and is 2 √(D (A₁ / n + A₂) H) there.

The best k. H changes with k in proportion to (h₁ − h₂) k (k + 1), always in one direction. So no delay is
best where stock costs the buyer no more than the vendor, and k = n − 1, a shipment whenever the buyer's stock
runs out, where it costs the buyer more.

The best n. In both cases H = α + β n: without delay α = (h₁ + h₂) D / 2P and β = h₂ (P − D) / 2P; with k = n
− 1 α = ((h₁ + h₂) D + (h₂ − h₁)(P − D)) / 2P and β = h₁ (P − D) / 2P. One shipment more changes the product
(A₁ / n + A₂)(α + β n) by A₂ β − A₁ α / n (n + 1), which is negative first and never again once it is not. So
the smallest n with n (n + 1) ≥ A₁ α / A₂ β is best, among all n without any limit.

What they leave out: demand that varies, which is what consignment is mostly made for; the way a unit's cost
is split between capital, which is the owner's, and space, which is the keeper's; transport in whole loads;
and goods that grow old. Shipments of unequal sizes can cost less still. All data are known to both sides,
which a negotiation rarely has.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kamlab.models._consignment import ConsignmentStock, consignment_plan, consignment_stock
from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, Range, number, result
from kamlab.models._lot import best_lot, lot_cost

__all__ = [
    "ConsignmentStock",
    "JointLot",
    "LotSize",
    "consignment_plan",
    "consignment_stock",
    "economic_order_quantity",
    "joint_economic_lot",
    "joint_lot_cost",
]


@dataclass(frozen=True)
class LotSize:
    """A size of lot and its cost.

    Args:
        lot: Q, how much to order at a time (units).
        cost: orders and stock (currency a period).
    """

    lot: float
    cost: float


@dataclass(frozen=True)
class JointLot:
    """A size of lot and what it costs both sides.

    Args:
        lot: Q, how much to make and ship at a time (units).
        cost: what both sides pay together (currency a period).
        buyer_cost: the buyer's part, orders and stock (currency a period).
        vendor_cost: the vendor's part, set-ups and stock (currency a period).
    """

    lot: float
    cost: float
    buyer_cost: float
    vendor_cost: float


def economic_order_quantity(demand: float, order_cost: float, holding: float) -> LotSize:
    """How much to order at a time, for a firm that looks at its own costs only.

    Args:
        demand: D, what is needed (units a period, above 0).
        order_cost: A, what it costs to place an order, whatever its size (currency, above 0).
        holding: h, what it costs to hold a unit (currency a unit and period, above 0).

    Returns:
        The lot and its cost.

    Raises:
        ModelError: a value outside the ranges above, or values whose lot or cost is no finite number.

    Equation:
        Q = √(2 A D / h), cost √(2 A D h)

    Source:
        harris1913. The first example is example 3.1 of snyder2019, the second the buyer of banerjee1986, for
        whom a unit is worth 25 and stock costs 20 % a year.

    >>> lot = economic_order_quantity(demand=1300, order_cost=8, holding=0.225)
    >>> round(lot.lot, 4), round(lot.cost, 4)
    (304.0468, 68.4105)
    >>> economic_order_quantity(demand=1000, order_cost=100, holding=0.2 * 25)
    LotSize(lot=200.0, cost=1000.0)
    """
    need = number("demand", demand, POSITIVE)
    fee, rate = number("order_cost", order_cost, POSITIVE), number("holding", holding, POSITIVE)
    lot = best_lot(need, fee, rate / 2)
    return LotSize(lot, lot_cost(need, fee, rate / 2, lot))


def joint_economic_lot(  # noqa: PLR0913, PLR0917 - the seven data of the model
    demand: float,
    production: float,
    order_cost: float,
    setup_cost: float,
    carrying: float,
    vendor_value: float,
    buyer_value: float,
) -> JointLot:
    """How much to make and ship at a time where buyer and vendor decide as if they were one firm.

    The vendor makes one lot for each order. Compare with ``joint_lot_cost`` at the size that either would
    choose alone: what the joint lot saves in sum is what the two can share, and what it costs one side more
    is what the other has to repay, for example by a lower price.

    Args:
        demand: D, what the buyer needs (units a period, above 0).
        production: P, what the vendor can make (units a period, D or more).
        order_cost: A, what an order costs the buyer (currency, 0 or more).
        setup_cost: S, what it costs the vendor to set up for a lot (currency, 0 or more; A + S above 0).
        carrying: r, what it costs to hold stock (share of its value a period, above 0).
        vendor_value: Cv, what a unit is worth on the vendor's stock (currency, 0 or more).
        buyer_value: Cb, what a unit is worth on the buyer's stock: the price (currency, above 0).

    Returns:
        The lot, its cost, and the part of each side.

    Raises:
        ModelError: a value outside the ranges above, or values whose lot or cost is no finite number.

    Equation:
        Q = √(2 D (A + S) / r (Cv D / P + Cb)), cost √(2 D (A + S) r (Cv D / P + Cb))

    Source:
        banerjee1986. Recomputed.

    >>> joint_economic_lot(
    ...     demand=1000,
    ...     production=3200,
    ...     order_cost=100,
    ...     setup_cost=400,
    ...     carrying=0.2,
    ...     vendor_value=20,
    ...     buyer_value=25,
    ... )
    JointLot(lot=400.0, cost=2500.0, buyer_cost=1250.0, vendor_cost=1250.0)
    """
    chain = _chain(demand, production, order_cost, setup_cost, carrying, vendor_value, buyer_value)
    fees = number("order_cost + setup_cost", chain.buyer_fee + chain.vendor_fee, POSITIVE)
    return _joint_lot(chain, best_lot(chain.demand, fees, chain.buyer_slope + chain.vendor_slope))


def joint_lot_cost(  # noqa: PLR0913, PLR0917 - the seven data of the model and the lot
    lot: float,
    demand: float,
    production: float,
    order_cost: float,
    setup_cost: float,
    carrying: float,
    vendor_value: float,
    buyer_value: float,
) -> JointLot:
    """What any size of lot costs the buyer, the vendor and both together.

    Args:
        lot: Q, how much the vendor makes and ships at a time (units, above 0).
        demand: D, what the buyer needs (units a period, above 0).
        production: P, what the vendor can make (units a period, D or more).
        order_cost: A, what an order costs the buyer (currency, 0 or more).
        setup_cost: S, what it costs the vendor to set up for a lot (currency, 0 or more).
        carrying: r, what it costs to hold stock (share of its value a period, above 0).
        vendor_value: Cv, what a unit is worth on the vendor's stock (currency, 0 or more).
        buyer_value: Cb, what a unit is worth on the buyer's stock: the price (currency, above 0).

    Returns:
        The lot, its cost, and the part of each side.

    Raises:
        ModelError: a value outside the ranges above, or values whose cost is no finite number.

    Equation:
        buyer A D / Q + r Cb Q / 2; vendor S D / Q + r Cv (D / P) Q / 2

    Source:
        banerjee1986. At 200, the lot that is best for the buyer, the two pay a quarter more than they need
        to. Recomputed.

    >>> terms = {"order_cost": 100, "setup_cost": 400, "carrying": 0.2, "vendor_value": 20, "buyer_value": 25}
    >>> joint_lot_cost(lot=200, demand=1000, production=3200, **terms)
    JointLot(lot=200.0, cost=3125.0, buyer_cost=1000.0, vendor_cost=2125.0)
    """
    size = number("lot", lot, POSITIVE)
    chain = _chain(demand, production, order_cost, setup_cost, carrying, vendor_value, buyer_value)
    return _joint_lot(chain, size)


class _Chain(NamedTuple):
    """What a lot costs each side: a fee for each, and a slope, the cost of stock a unit of the lot."""

    demand: float
    buyer_fee: float
    buyer_slope: float
    vendor_fee: float
    vendor_slope: float


def _chain(  # noqa: PLR0913, PLR0917 - the seven data of the model
    demand: object,
    production: object,
    order_cost: object,
    setup_cost: object,
    carrying: object,
    vendor_value: object,
    buyer_value: object,
) -> _Chain:
    need = number("demand", demand, POSITIVE)
    busy = need / number("production", production, Range(low=need))
    ordering = number("order_cost", order_cost, NOT_NEGATIVE)
    setting_up = number("setup_cost", setup_cost, NOT_NEGATIVE)
    rate = number("carrying", carrying, POSITIVE)
    made = number("vendor_value", vendor_value, NOT_NEGATIVE)
    bought = number("buyer_value", buyer_value, POSITIVE)
    return _Chain(need, ordering, rate * bought / 2, setting_up, rate * made * busy / 2)


def _joint_lot(chain: _Chain, lot: float) -> JointLot:
    buyer = lot_cost(chain.demand, chain.buyer_fee, chain.buyer_slope, lot)
    vendor = lot_cost(chain.demand, chain.vendor_fee, chain.vendor_slope, lot)
    return JointLot(lot, result("demand", chain.demand, buyer + vendor), buyer, vendor)
