"""The two systems of ``supplier_development``: the best lot where the buyer inspects, and where it trusts."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, number, result

_LARGEST_EXPONENT = 700.0


@dataclass(frozen=True)
class OrderRegime:
    """The best order under one system, and what a year of it costs.

    Args:
        lot: q, the best size of an order (units; 0 where lots cost nothing, so that every smaller one is
            better).
        cost: all of the three below (currency a year).
        ordering: what setting up costs (currency a year).
        holding: what keeping stock costs (currency a year).
        control: what quality costs: inspections or the supplier's premium (currency a year).
        local: whether the lot stays the best in small steps when the buyer may also change the system.
    """

    lot: float
    cost: float
    ordering: float
    holding: float
    control: float
    local: bool


_FREE = OrderRegime(lot=0.0, cost=0.0, ordering=0.0, holding=0.0, control=0.0, local=True)


class Terms(NamedTuple):
    """What ``order_regimes`` is given, checked."""

    setup: float
    inspection: float
    demand: float
    holding: float
    temptation: float
    discount: float


def checked(*values: object) -> Terms:
    """The six parameters in their order, each in its range."""
    ranges = (NOT_NEGATIVE, NOT_NEGATIVE, POSITIVE, POSITIVE, NOT_NEGATIVE, NOT_NEGATIVE)
    named = zip(Terms._fields, values, ranges, strict=True)
    return Terms(*(number(name, value, allowed) for name, value, allowed in named))


def unit_premium(terms: Terms, lot: float) -> float:
    """The smallest premium on a unit, w / q, that makes the supplier take care."""
    if terms.temptation == 0 or terms.discount == 0:
        return 0.0
    exponent = terms.discount * (lot / terms.demand)
    return terms.temptation * math.expm1(exponent) if exponent < _LARGEST_EXPONENT else math.inf


def inspecting(terms: Terms) -> OrderRegime:
    """The best lot where the buyer inspects each: the formula of the economic order quantity."""
    each = result("inspection", terms.inspection, terms.setup + terms.inspection)
    if each == 0:
        return _FREE
    root = math.sqrt(2 * each) * math.sqrt(terms.demand)
    lot = result("holding", terms.holding, root / math.sqrt(terms.holding))
    cost = result("holding", terms.holding, root * math.sqrt(terms.holding))
    return OrderRegime(
        lot=lot,
        cost=cost,
        ordering=cost / 2 * (terms.setup / each),
        holding=cost / 2,
        control=cost / 2 * (terms.inspection / each),
        local=unit_premium(terms, lot) * lot >= terms.inspection,
    )


def trusting(terms: Terms) -> OrderRegime:
    """The best lot where the buyer pays the premium."""
    lot = _trusting_lot(terms)
    if lot == 0:
        return _FREE
    premium = unit_premium(terms, lot)
    ordering, holding = terms.setup * (terms.demand / lot), terms.holding * lot / 2
    return OrderRegime(
        lot=lot,
        cost=result("setup", terms.setup, ordering + holding + terms.demand * premium),
        ordering=ordering,
        holding=holding,
        control=terms.demand * premium,
        local=premium * lot <= terms.inspection,
    )


def _trusting_lot(terms: Terms) -> float:
    """The q that solves q² (h + 2 s r exp(r q / D)) = 2 K D, as a share of the largest that it can be."""
    pressing = 2 * terms.temptation * terms.discount
    both = result("temptation", terms.temptation, terms.holding + pressing)
    largest = math.sqrt(2 * terms.setup) * math.sqrt(terms.demand) / math.sqrt(both)
    stock, trust = terms.holding / both, pressing / both
    exponent = terms.discount * result("setup", terms.setup, largest / terms.demand)
    if not trust or not result("discount", terms.discount, exponent):
        return result("setup", terms.setup, largest)
    low, high = 0.0, 1.0
    while low < (middle := (low + high) / 2) < high:
        beyond = 2 * math.log(middle) + _log_sum(stock, trust, exponent * middle) > 0
        low, high = (low, middle) if beyond else (middle, high)
    return result("setup", terms.setup, largest) * high


def _log_sum(stock: float, trust: float, exponent: float) -> float:
    """ln(stock + trust · exp(exponent)), also where the power is too large for a number."""
    if exponent < _LARGEST_EXPONENT:
        return math.log(stock + trust * math.exp(exponent))
    return math.log(trust) + exponent
