"""What small buyers save when they order together, and how they share the bill.

A small buyer is nobody's key account: each order costs it as much to place as it costs a large one, so it
orders seldom and holds much stock. Firms that place their orders together pay once for all of them. This is a
tactical measure within reach of any purchasing office, and it makes of several small accounts one that a
supplier may want.

Alone. A firm with demand d that orders Q at a time pays a · d / Q for orders and h · Q / 2 for stock. The sum
is least where the two are equal: m = d / Q = √(d h / 2a) orders a period, at a cost of 2 a m = √(2 a d h).

Together. Firms that share their orders all order at the same moment: two rhythms would mean orders that some
do not share. With m orders a period firm i receives dᵢ / m each time and holds half of it on average, so
that the sum is a m + Σ hᵢ dᵢ / 2m. It is least where m² = Σ dᵢ hᵢ / 2a = Σ mᵢ²: the squares of the numbers
of orders add up, and the cost is 2 a √(Σ mᵢ²).

Shares. In the best plan the stock costs as much as the orders. Let each firm pay for its own stock,
hᵢ dᵢ / 2m = a mᵢ² / m, and share the orders, a m, in proportion to mᵢ². Each then pays 2 a mᵢ² / m. No group
S can do better for itself: alone it would pay 2 a √(Σ mᵢ²) over S, which is at least 2 a Σ mᵢ² / m over S,
because the root is at most m. So everyone saves and no group has a reason to leave (the shares lie in the
core). To set them, the firms need to tell one another only how often they would order on their own.

What they leave out: what it costs to agree and to run the joint office; that an order may cost more the more
firms are in it; that firms ask for different days or places of delivery; quantity discounts, which would add
to the saving; and rivals who would learn each other's volumes. Demand is even and known.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kamlab.errors import ModelError
from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, number, result, vector

__all__ = ["PooledOrders", "pooled_order_cost"]


@dataclass(frozen=True)
class PooledOrders:
    """What firms pay for orders and stock, each alone and all together.

    Args:
        alone: what each firm pays on its own (currency a period).
        joint: what all pay together where they order together (currency a period).
        shares: each firm's part of ``joint`` (currency a period); never more than it pays alone.
        orders_alone: mᵢ, how often each firm orders on its own (number a period).
        orders_joint: m, how often they order together (number a period).
        lots: what each firm receives with a joint order (units).
    """

    alone: tuple[float, ...]
    joint: float
    shares: tuple[float, ...]
    orders_alone: tuple[float, ...]
    orders_joint: float
    lots: tuple[float, ...]


def pooled_order_cost(
    order_cost: float, demands: Sequence[float], holding_costs: Sequence[float]
) -> PooledOrders:
    """What firms save by ordering together, and what each of them should pay.

    Args:
        order_cost: a, what an order costs, whoever and however many are in it (currency, above 0).
        demands: dᵢ, what each firm needs (units a period, 0 or more; at least one firm, one of them above 0).
        holding_costs: hᵢ, what it costs each firm to hold a unit, in the same order (currency a unit and
            period, above 0).

    Returns:
        The costs alone and together, each firm's share in proportion to mᵢ², and the numbers of orders behind
        them. The shares add up to the joint cost.

    Raises:
        ModelError: a value outside the ranges above, or lists of different lengths.

    Equation:
        alone √(2 a dᵢ hᵢ) = 2 a mᵢ with mᵢ = √(dᵢ hᵢ / 2a); joint 2 a m with m = √Σ mᵢ²; share 2 a mᵢ² / m

    Source:
        meca2004. The example and its figures are in the manual of the package Inventorymodel for R.

    >>> pool = pooled_order_cost(600, demands=[500, 300, 400], holding_costs=[9.6, 11, 10])
    >>> [round(cost, 3) for cost in pool.alone], round(pool.joint, 3)
    ([2400.0, 1989.975, 2190.89], 3810.512)
    >>> [round(share, 3) for share in pool.shares]
    [1511.608, 1039.23, 1259.673]
    """
    fee = number("order_cost", order_cost, POSITIVE)
    needs = vector("demands", demands, NOT_NEGATIVE)
    rates = vector("holding_costs", holding_costs, POSITIVE, len(needs))
    # Roots are taken first, so that the products of large or small values stay in the range of numbers.
    burdens = [math.sqrt(need) * math.sqrt(rate) for need, rate in zip(needs, rates, strict=True)]
    whole_burden = math.hypot(*burdens)
    if whole_burden == 0:
        raise ModelError("demands", "a list of zeros", "at least one demand above 0")
    root = math.sqrt(2) * math.sqrt(fee)
    rhythm = result("order_cost", order_cost, whole_burden / root)
    joint = result("order_cost", order_cost, whole_burden * root)
    return PooledOrders(
        alone=tuple(burden * root for burden in burdens),
        joint=joint,
        shares=tuple(joint * (burden / whole_burden) ** 2 for burden in burdens),
        orders_alone=tuple(burden / root for burden in burdens),
        orders_joint=rhythm,
        lots=tuple(_lot(need, rhythm) for need in needs),
    )


def _lot(need: float, rhythm: float) -> float:
    # Orders can be so rare that their number is no number above 0 any more.
    return result("demands", need, need / rhythm if rhythm else math.inf)
