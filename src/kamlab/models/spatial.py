"""Variety against economy, near against far, public against private.

Customers differ in where they are or in what they like, and the farther an offer is from them the less it is
worth. Distance gives every firm, however small, some customers for whom it is the nearest: that is why global
firms do not take every market. Three models of it.

The circle. Customers live evenly around a circle of length 1, each buys one unit, and going a distance x
costs t x. With n firms at equal distances, one that asks p against its neighbours' p' loses the customers
beyond x = 1 / (2 n) + (p' − p) / (2 t) on each side. It earns (p − c) 2 x, which is highest where p = c +
t / n if all do the same. Each then earns t / n² less its fixed cost F, so firms enter until n = √(t / F).
What variety costs is n F + t / (4 n), the firms and the customers' ways (1 / (4 n) on average); it is lowest
at n = √(t / F) / 2. Entry goes on to twice that number, because a newcomer counts the customers that it takes
from others, and nobody counts what the others lose. Whole numbers: the n-th firm enters if t / n² ≥ F, and is
worth having if t / (4 n (n − 1)) > F.

The line. A local firm stands at one end, a global one at the other, with costs c₁ and c₂ a unit. The customer
at x = ½ + (p₂ − p₁) / (2 t) does not mind where she buys. Each firm's best answer is half of t, its own cost
and the other's price, and both together give p₁ = t + (2 c₁ + c₂) / 3 and the share ½ + (c₂ − c₁) / (6 t). A
firm whose cost is 3 t or more above the other's sells nothing. Then the other asks just so much that even the
farthest customer comes: the loser's cost less t.

The mixed market. Demand is P = 1 − Q; to make q costs k q² / 2. The public firm makes as much as serves
customers and firms together best, so its marginal cost is the price: q₀ = p / k. A private firm makes q =
p / (1 + k). With n private firms p + q₀ + n q = 1 gives q₀ = (1 + k) / ((1 + k)² + n k) and q = k / ((1 + k)²
+ n k). Sold to private owners there are n + 1 firms like the others, each with 1 / (n + 2 + k). Welfare is
Q − Q² / 2 less all costs. The difference of the two welfares has the sign of k n (n + 1) − (1 + k)³. Its
second part over k is least at k = ½, where it is 6.75: with one private firm or two, selling the public one
never helps. The public firm keeps the price low but makes too much of the quantity itself, at a rising cost;
with many private firms the price is low anyway and only the waste is left.

What they leave out: customers who buy nothing because all is too dear or too far (the circle and the line
assume that everybody buys); firms that choose where to stand; that a public firm may be less efficient, or
serve aims other than the sum of gains; and what a firm's name is worth. In the circle's formulas a number of
firms below 2 stands for no competition at all.
"""

import math
from dataclasses import dataclass

from kamlab.models._domain import NOT_NEGATIVE, POSITIVE, ROUNDING, number, refusal, result, whole
from kamlab.models._mixed import MixedOligopoly, mixed_oligopoly, privatisation_threshold

__all__ = [
    "CircleMarket",
    "LineMarket",
    "MixedOligopoly",
    "VarietyCost",
    "hotelling",
    "mixed_oligopoly",
    "privatisation_threshold",
    "salop",
    "variety_cost",
]


@dataclass(frozen=True)
class CircleMarket:
    """How many firms share a market around a circle.

    Args:
        firms: n, as many as can live (number, not rounded).
        price: p, what they ask (currency a unit).
        optimum: the number of firms with the lowest cost of variety (number, not rounded): half of ``firms``.
        whole_firms: as many as can live (whole number; 1 at least, as the first firm has no rival).
        whole_optimum: the whole number of firms with the lowest cost of variety (whole number, 1 or more; of
            two that are equal the smaller one).
    """

    firms: float
    price: float
    optimum: float
    whole_firms: int
    whole_optimum: int


@dataclass(frozen=True)
class VarietyCost:
    """What a number of firms around the circle costs.

    Args:
        fixed: the fixed costs of all firms (currency).
        travel: the customers' ways, or what they miss of their taste (currency).
        total: both (currency).
    """

    fixed: float
    travel: float
    total: float


@dataclass(frozen=True)
class LineMarket:
    """How two firms at the ends of a line share it.

    Args:
        price_first: p₁, what the first firm asks (currency a unit).
        price_second: p₂, what the second firm asks (currency a unit).
        share_first: the first firm's share of the customers (0 to 1).
        profit_first: what the first firm earns, before fixed costs (currency, a customer of the market).
        profit_second: what the second firm earns, before fixed costs (currency, a customer of the market).
    """

    price_first: float
    price_second: float
    share_first: float
    profit_first: float
    profit_second: float


def salop(transport: float, fixed: float, marginal: float) -> CircleMarket:
    """How many firms a market of different tastes feeds, what they ask, and how many would be best.

    Variety is dear: each firm has its fixed cost. Free entry brings twice the variety that is worth its cost.

    Args:
        transport: t, what the distance of a whole turn around the market costs a customer (currency a unit,
            above 0).
        fixed: F, a firm's fixed cost (currency, for a market of one customer; divide it by the customers
            there are; above 0).
        marginal: c, what a unit costs to make (currency a unit, 0 or more).

    Returns:
        The number of firms that free entry leads to, their price, the best number, and both numbers whole.
        Below 2 firms the price is not that of the model: a single firm has no rival.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        n = √(t / F), p = c + t / n = c + √(t F), optimum ½ √(t / F)

    Source:
        salop1979; in this form an exercise of nicholson2008, chapter 15, which also shows that the best
        number is half.

    >>> market = salop(transport=4, fixed=1, marginal=1)  # recomputed
    >>> market.firms, market.price, market.optimum
    (2.0, 3.0, 1.0)
    """
    cost, entry = number("transport", transport, POSITIVE), number("fixed", fixed, POSITIVE)
    ratio = result("fixed", fixed, cost / entry)
    firms = math.sqrt(ratio)
    if firms == 0:
        raise refusal("transport", transport, "a number that is not lost beside the fixed cost")
    best = math.sqrt(0.25 + ratio / 4) - 0.5
    return CircleMarket(
        firms=firms,
        price=result("transport", transport, number("marginal", marginal, NOT_NEGATIVE) + cost / firms),
        optimum=firms / 2,
        whole_firms=max(1, math.floor(firms * (1 + ROUNDING))),
        whole_optimum=max(1, math.ceil(best * (1 - ROUNDING))),
    )


def variety_cost(firms: int, transport: float, fixed: float) -> VarietyCost:
    """What it costs to serve a market of different tastes with a given number of firms.

    Args:
        firms: n, the number of firms at equal distances (whole, 1 or more).
        transport: t, what the distance of a whole turn around the market costs a customer (currency a unit,
            0 or more).
        fixed: F, a firm's fixed cost (currency, for a market of one customer; 0 or more).

    Returns:
        The firms' fixed costs, the customers' ways, and both together.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        n F + t / (4 n)

    Source:
        salop1979.

    >>> [variety_cost(firms, transport=4, fixed=1).total for firms in (1, 2, 3)]  # derived
    [2.0, 2.5, 3.3333333333333335]
    """
    count = whole("firms", firms, least=1)
    entry = result("firms", firms, count * number("fixed", fixed, NOT_NEGATIVE))
    ways = number("transport", transport, NOT_NEGATIVE) / 4 / count
    return VarietyCost(fixed=entry, travel=ways, total=result("firms", firms, entry + ways))


def hotelling(transport: float, marginal_first: float, marginal_second: float) -> LineMarket:
    """How a local firm and a global one share a market when being near is worth something.

    A firm with higher costs lives from the customers near it. The global firm gains the whole market only
    where its advantage in cost is three times what the whole distance costs. Whether it enters at all depends
    on its fixed cost: divide it by the profit to get the number of customers that a market must have.

    Args:
        transport: t, what the distance from one firm to the other costs a customer (currency a unit, above
            0).
        marginal_first: c₁, what a unit costs the first firm (currency a unit, 0 or more).
        marginal_second: c₂, what a unit costs the second firm (currency a unit, 0 or more).

    Returns:
        Prices, the first firm's share and profits. A firm that sells nothing asks its cost.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        p₁ = t + (2 c₁ + c₂) / 3, share ½ + (c₂ − c₁) / (6 t), profit (3 t + c₂ − c₁)² / (18 t); where c₂ − c₁
        is 3 t or more p₁ = c₂ − t and the share is 1; the same for the second firm with 1 and 2 exchanged

    Source:
        hotelling1929 with the firms at the ends; the part with different costs is derived.

    >>> shared = hotelling(transport=6, marginal_first=13, marginal_second=10)  # derived: 6 + 36 / 3
    >>> shared.price_first, shared.price_second, round(shared.share_first, 4)
    (18.0, 17.0, 0.4167)
    """
    cost = number("transport", transport, POSITIVE)
    first = number("marginal_first", marginal_first, NOT_NEGATIVE)
    second = number("marginal_second", marginal_second, NOT_NEGATIVE)
    # At 1 the first firm just takes the whole market, at -1 the second.
    lead = (second - first) / 3 / cost
    if lead >= 1:
        prices, share = (second - cost, second), 1.0
    elif lead <= -1:
        prices, share = (first, first - cost), 0.0
    else:
        middle = (second - first) / 3
        prices, share = (cost + first + middle, cost + second - middle), (1 + lead) / 2
    for price in prices:
        result("transport", transport, price)
    return LineMarket(
        price_first=prices[0],
        price_second=prices[1],
        share_first=share,
        profit_first=(prices[0] - first) * share,
        profit_second=(prices[1] - second) * (1 - share),
    )
