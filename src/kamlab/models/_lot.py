"""The arithmetic that all lot sizes share: each lot costs a fee, and stock grows with the lot."""

import math

from kamlab.models._domain import refusal, result


def best_lot(demand: float, fee: float, slope: float) -> float:
    """The lot that makes ``lot_cost`` least.

    Raises:
        ModelError: the lot is no finite number above 0.
    """
    lot = math.sqrt(demand * fee / slope) if slope else math.inf
    if not 0 < lot < math.inf:
        raise refusal("demand", demand, "values whose lot is a finite number above 0")
    return lot


def lot_cost(demand: float, fee: float, slope: float, lot: float) -> float:
    """What lots cost in a period: a ``fee`` for each, and ``slope`` a unit of the lot for stock.

    Raises:
        ModelError: the cost is no finite number.
    """
    return result("demand", demand, fee * demand / lot + slope * lot)
