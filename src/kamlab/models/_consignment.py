"""Shipments on consignment; ``joint_lot`` derives the equations."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from kamlab.models._domain import (
    NOT_NEGATIVE,
    POSITIVE,
    ROUNDING,
    Range,
    flag,
    number,
    refusal,
    result,
    whole,
)
from kamlab.models._lot import best_lot, lot_cost


@dataclass(frozen=True)
class ConsignmentStock:
    """A plan of shipments and what it costs both sides.

    Args:
        shipments: n, how many shipments a production run is divided into (number).
        delayed: k, how many of them, the last ones, wait until the buyer's stock has room (number).
        lot: q, the size of a shipment (units).
        cost: what both sides pay together (currency a period).
        vendor_cost: the vendor's part, set-ups and the stock at the vendor's (currency a period).
        buyer_cost: the buyer's part, orders and the stock at the buyer's (currency a period).
    """

    shipments: int
    delayed: int
    lot: float
    cost: float
    vendor_cost: float
    buyer_cost: float


class _Data(NamedTuple):
    demand: float
    production: float
    setup_cost: float
    order_cost: float
    vendor_holding: float
    buyer_holding: float


def consignment_plan(  # noqa: PLR0913, PLR0917 - the six data of the model and the plan
    demand: float,
    production: float,
    setup_cost: float,
    order_cost: float,
    vendor_holding: float,
    buyer_holding: float,
    shipments: int,
    delayed: int = 0,
) -> ConsignmentStock:
    """What a number of shipments and of delays costs both sides, with the best size of shipment for it.

    Args:
        demand: D, what the buyer needs (units a period, above 0).
        production: P, what the vendor can make (units a period, above D).
        setup_cost: A₁, what it costs the vendor to set up for a run (currency, 0 or more).
        order_cost: A₂, what a shipment costs the buyer (currency, above 0).
        vendor_holding: h₁, what it costs to hold a unit at the vendor's (currency a unit and period, above
            0).
        buyer_holding: h₂, what it costs to hold a unit at the buyer's (currency a unit and period, above 0).
        shipments: n, how many shipments a run is divided into (whole, 1 or more).
        delayed: k, how many of them are delayed (whole, 0 to n − 1).

    Returns:
        The plan, its cost, and the part of each side.

    Raises:
        ModelError: a value outside the ranges above, or values whose lot or cost is no finite number.

    Equation:
        q = √(D (A₁ / n + A₂) / (h₁ v + h₂ b)); vendor A₁ D / (n q) + h₁ v q; buyer A₂ D / q + h₂ b q;
        v = D / 2P + (P − D) / P · k (k + 1) / 2n, b = D / 2P + (P − D) / P · (n² − k (k + 1)) / 2n

    Source:
        braglia2003. The last of these plans is the best one of ``consignment_stock``; the others are derived.

    >>> plans = [consignment_plan(1000, 2000, 500, 50, 5, 8, shipments=6, delayed=k) for k in range(6)]
    >>> [round(plan.cost) for plan in plans]
    [2852, 2828, 2781, 2708, 2608, 2477]
    """
    data = _data(demand, production, setup_cost, order_cost, vendor_holding, buyer_holding)
    number_of, late = whole("shipments", shipments, least=1), whole("delayed", delayed)
    if late >= number_of:
        raise refusal("delayed", delayed, "a whole number, 0 to one less than shipments")
    return _plan(data, number_of, late)


def consignment_stock(  # noqa: PLR0913, PLR0917 - the signature of the course
    demand: float,
    production: float,
    setup_cost: float,
    order_cost: float,
    vendor_holding: float,
    buyer_holding: float,
    delayed: bool = True,  # noqa: FBT001, FBT002 - the signature of the course
) -> ConsignmentStock:
    """How a vendor should fill a buyer's store on consignment, where both decide as if they were one firm.

    Args:
        demand: D, what the buyer needs (units a period, above 0).
        production: P, what the vendor can make (units a period, above D).
        setup_cost: A₁, what it costs the vendor to set up for a run (currency, 0 or more).
        order_cost: A₂, what a shipment costs the buyer (currency, above 0).
        vendor_holding: h₁, what it costs to hold a unit at the vendor's (currency a unit and period, above
            0).
        buyer_holding: h₂, what it costs to hold a unit at the buyer's (currency a unit and period, above 0).
        delayed: whether shipments may wait at the vendor's until the buyer's stock has room (``True``), or
            each goes as soon as it is made (``False``).

    Returns:
        The best of all plans: the number of shipments, how many of them are delayed, their size, and the
        cost. Of plans that cost the same, the one with fewer shipments and delays.

    Raises:
        ModelError: a value outside the ranges above, or values whose lot or cost is no finite number.

    Equation:
        k = n − 1 where delays are allowed and h₂ > h₁, otherwise k = 0; n the smallest with
        n (n + 1) ≥ A₁ α / A₂ β, where α / β = (1 + h₁ / h₂) D / (P − D) for k = 0 and
        (1 + h₂ / h₁) D / (P − D) + h₂ / h₁ − 1 for k = n − 1; q and the costs as in ``consignment_plan``

    Source:
        braglia2003.

    >>> terms = {"demand": 1000, "production": 2000, "setup_cost": 500, "order_cost": 50}
    >>> best = consignment_stock(**terms, vendor_holding=5, buyer_holding=8)
    >>> best.shipments, best.delayed, round(best.lot, 2), round(best.cost, 2)
    (6, 5, 107.68, 2476.56)
    >>> best = consignment_stock(**terms, vendor_holding=5, buyer_holding=8, delayed=False)
    >>> best.shipments, best.delayed, round(best.lot, 2), round(best.cost, 2)
    (4, 0, 124.72, 2806.24)
    """
    data = _data(demand, production, setup_cost, order_cost, vendor_holding, buyer_holding)
    waits = flag("delayed", delayed) and data.buyer_holding > data.vendor_holding
    turning = result("setup_cost", setup_cost, data.setup_cost / data.order_cost * _stock_ratio(data, waits))
    # The smallest n of 1 or more with n (n + 1) ≥ turning.
    root = math.sqrt(turning + 0.25) - 0.5
    best = max(1, math.ceil(root * (1 - ROUNDING)))
    return _plan(data, best, best - 1 if waits else 0)


def _data(  # noqa: PLR0913, PLR0917 - the six data of the model
    demand: object,
    production: object,
    setup_cost: object,
    order_cost: object,
    vendor_holding: object,
    buyer_holding: object,
) -> _Data:
    need = number("demand", demand, POSITIVE)
    return _Data(
        need,
        number("production", production, Range(low=need, above=True)),
        number("setup_cost", setup_cost, NOT_NEGATIVE),
        number("order_cost", order_cost, POSITIVE),
        number("vendor_holding", vendor_holding, POSITIVE),
        number("buyer_holding", buyer_holding, POSITIVE),
    )


def _stock_ratio(data: _Data, waits: bool) -> float:  # noqa: FBT001 - private
    """α / β of the stock's cost α + β n."""
    busy = data.demand / (data.production - data.demand)
    if waits:
        dearer = data.buyer_holding / data.vendor_holding
        return (1 + dearer) * busy + dearer - 1
    return (1 + data.vendor_holding / data.buyer_holding) * busy


def _plan(data: _Data, shipments: int, delayed: int) -> ConsignmentStock:
    busy = data.demand / data.production
    # In whole numbers as long as possible: with many shipments almost all of the stock can be the vendor's.
    moved = delayed * (delayed + 1)
    at_vendor = busy / 2 + (1 - busy) * (moved / (2 * shipments))
    at_buyer = busy / 2 + (1 - busy) * ((shipments * shipments - moved) / (2 * shipments))
    fees = (data.setup_cost / shipments, data.order_cost)
    slopes = (data.vendor_holding * at_vendor, data.buyer_holding * at_buyer)
    lot = best_lot(data.demand, sum(fees), sum(slopes))
    vendor, buyer = (lot_cost(data.demand, fee, slope, lot) for fee, slope in zip(fees, slopes, strict=True))
    return ConsignmentStock(
        shipments, delayed, lot, result("demand", data.demand, vendor + buyer), vendor, buyer
    )
