"""How to make a small supplier deliver quality, and what its practice is worth.

A supplier can save money on a lot by taking less care, and the buyer sees it only when the goods are used.
There are two ways out. The buyer may *inspect* every lot before paying for it; then suppliers can compete for
each order at cost (the 'American' system). Or the buyer may trust one supplier, inspect nothing, pay a little
more than cost and order again for as long as the goods are good (the 'Japanese' system, the 'loyal
understanding'). Each way has its own best size of lot, and which one costs less depends above all on how the
cost of setting up for a lot compares with the cost of inspecting it.

Inspection. D units a year are used evenly, a lot has q units and is used up in q / D years. A year has D / q
set-ups at K and as many inspections at M, and q / 2 units are in stock on average at h a year each: A(q) =
(K + M) D / q + h q / 2. It is lowest at q = √(2 (K + M) D / h), where it is √(2 (K + M) D h). Inspection is a
second cost of the lot, so lots are large.

The premium. By taking less care the supplier saves s on each unit, s q on the lot, once: the goods are found
out in use, before the next order, and there is none. Let w be what it is paid above cost for a lot, and r its
yearly discount rate; the lots of the future are then worth w / (exp(r q / D) − 1) today. It takes care if
that is s q or more, so the smallest premium that does is w(q) = s q (exp(r q / D) − 1). A lot twice as large
needs more than four times the premium, because there is more to gain and the next order is farther away; lots
are small.

Trust. With that premium a year costs J(q) = K D / q + h q / 2 + s D (exp(r q / D) − 1), which is convex. Its
slope is zero where q² (h + 2 s r exp(r q / D)) = 2 K D. The left side grows with q, so there is one solution.
It lies at or below √(2 K D / (h + 2 s r)), because the exponential is 1 or more, and halving that interval
finds it. It is never more than the lot of the inspecting buyer.

Two valleys. A buyer who takes the cheaper way at every size of lot pays K D / q + h q / 2 + min(M, w(q)) D /
q. Below the size where w(q) = M trust is cheaper, above it inspection. The best lot of trust is a valley of
this curve if w is M or less there, the best lot of inspection if w is M or more there; as w grows and the
first lot is the smaller one, there is always at least one valley and there may be two. A buyer who stands in
one of them sees no gain in small steps towards the other.

The switch. Trust is the cheaper way if J is below √(2 (K + M) D h) at their best lots, that is if M is above
M* = J² / (2 D h) − K. As long as a lot is used up quickly against 1 / r the premium is about s r q² / D, J is
about √(2 K D (h + 2 s r)), and the condition becomes K / M < h / (2 s r): cheap set-ups (flexible machines)
and costly inspections (complex goods) favour trust.

Practice. Each time that a supplier's output doubles, a unit takes the same share of what it took before. So
unit n costs n^b times the first with 2^b equal to that share.

What they leave out: mixtures of the two systems and inspecting only some lots (put in M what a lot costs on
average); faults that are nobody's choice; a supplier that can be replaced only at a loss, or a buyer who
breaks his word; and who pays for developing the supplier. A learning curve is a habit of the past; nothing
says that the next doubling will keep it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kamlab.models._domain import POSITIVE, ROUNDING, number, result
from kamlab.models._learning import learning_curve, learning_total
from kamlab.models._regimes import OrderRegime, checked, inspecting, trusting, unit_premium

__all__ = [
    "OrderRegime",
    "OrderRegimes",
    "RegimeCosts",
    "learning_curve",
    "learning_total",
    "order_regimes",
    "regime_costs",
]


@dataclass(frozen=True)
class OrderRegimes:
    """Inspecting and trusting side by side.

    Args:
        american: the buyer inspects every lot, and suppliers compete at cost.
        japanese: the buyer inspects nothing and pays one supplier a premium for as long as the goods are
            good.
        best: which of them costs less, ``"american"`` or ``"japanese"``; ``"american"``, which needs no
            trust, where they cost the same.
        critical_inspection: M*, the cost of inspecting a lot above which the Japanese system is better
            (currency a lot).
    """

    american: OrderRegime
    japanese: OrderRegime
    best: str
    critical_inspection: float


class RegimeCosts(NamedTuple):
    """What lots of one size cost under both systems.

    Args:
        american: with every lot inspected (currency a year).
        japanese: with the premium (currency a year).
    """

    american: float
    japanese: float


def order_regimes(  # noqa: PLR0913, PLR0917 - the six sums and rates of the model
    setup: float,
    inspection: float,
    demand: float,
    holding: float,
    temptation: float = 1.0,
    discount: float = 0.1,
) -> OrderRegimes:
    """Whether to inspect a supplier's lots or to trust it, how large to order in each case, at what cost.

    Small set-up costs make small lots cheap, small lots make trust cheap: where the supplier's machines
    become flexible, it may be time to stop inspecting and to start ordering little and often, from one
    supplier at a better price.

    Args:
        setup: K, what setting up for a lot costs (currency a lot, 0 or more).
        inspection: M, what inspecting a lot costs (currency a lot, 0 or more).
        demand: D, what the buyer uses (units a year, above 0).
        holding: h, what keeping a unit in stock costs (currency a unit and year, above 0).
        temptation: s, what the supplier saves on a unit by taking less care (currency a unit, 0 or more).
            Left out, it is 1: all other sums are then multiples of it.
        discount: r, the supplier's yearly discount rate (share a year, 0 or more).

    Returns:
        The best order under each system and its yearly cost without the goods themselves, which one is
        cheaper, and the cost of inspection at which that changes.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        American: q = √(2 (K + M) D / h), cost √(2 (K + M) D h). Japanese: q solves q² (h + 2 s r exp(r q /
        D)) = 2 K D, cost J = K D / q + h q / 2 + s D (exp(r q / D) − 1). M* = J² / (2 D h) − K

    Source:
        After taylor1997, whose two systems these are; the equations are derived in the module's text.

    >>> stiff = order_regimes(setup=400, inspection=100, demand=1000, holding=4, temptation=5, discount=0.2)
    >>> stiff.best, round(stiff.american.lot), round(stiff.american.cost)  # derived: √(2 · 500 · 1000 / 4)
    ('american', 500, 2000)
    >>> flexible = order_regimes(setup=50, inspection=100, demand=1000, holding=4, temptation=5, discount=0.2)
    >>> flexible.best, round(flexible.japanese.lot), round(flexible.japanese.cost)  # derived, as is M*
    ('japanese', 129, 776)
    >>> round(flexible.critical_inspection, 2)  # 2 s r K / h = 25 while a lot lasts a short time
    25.32
    """
    terms = checked(setup, inspection, demand, holding, temptation, discount)
    american, japanese = inspecting(terms), trusting(terms)
    cheaper = japanese.cost < american.cost * (1 - ROUNDING)
    critical = japanese.cost / terms.holding * (japanese.cost / terms.demand) / 2 - terms.setup
    return OrderRegimes(
        american=american,
        japanese=japanese,
        best="japanese" if cheaper else "american",
        critical_inspection=max(0.0, result("setup", setup, critical)),
    )


def regime_costs(  # noqa: PLR0913, PLR0917 - the six of order_regimes and the lot
    lot: float,
    setup: float,
    inspection: float,
    demand: float,
    holding: float,
    temptation: float = 1.0,
    discount: float = 0.1,
) -> RegimeCosts:
    """What lots of a given size cost under each system; the lower of the two has one valley or two.

    Args:
        lot: q, the size of an order (units, above 0).
        setup: K, what setting up for a lot costs (currency a lot, 0 or more).
        inspection: M, what inspecting a lot costs (currency a lot, 0 or more).
        demand: D, what the buyer uses (units a year, above 0).
        holding: h, what keeping a unit in stock costs (currency a unit and year, above 0).
        temptation: s, what the supplier saves on a unit by taking less care (currency a unit, 0 or more).
        discount: r, the supplier's yearly discount rate (share a year, 0 or more).

    Returns:
        The yearly costs without the goods themselves.

    Raises:
        ModelError: a value outside the ranges above, or a lot that lasts so long that no premium would do.

    Equation:
        A(q) = (K + M) D / q + h q / 2; J(q) = K D / q + h q / 2 + s D (exp(r q / D) − 1)

    Source:
        After taylor1997; derived in the module's text.

    >>> large = regime_costs(500, 400, 100, demand=1000, holding=4, temptation=5, discount=0.2)
    >>> round(large.american), round(large.japanese, 2)  # derived: 1800 + 5000 (exp(0.1) − 1)
    (2000, 2325.85)
    """
    size = number("lot", lot, POSITIVE)
    terms = checked(setup, inspection, demand, holding, temptation, discount)
    common = terms.demand / size * terms.setup + terms.holding * size / 2
    return RegimeCosts(
        american=result("lot", lot, common + terms.demand / size * terms.inspection),
        japanese=result("lot", lot, common + terms.demand * unit_premium(terms, size)),
    )
