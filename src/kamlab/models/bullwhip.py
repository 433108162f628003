"""Why orders swing more than sales, and more with every firm up the chain.

A firm that forecasts from its latest sales and orders up to a target passes every swing on twice: it replaces
what was sold, and it moves its target because the forecast has moved. Its supplier sees the orders only and
does the same with them. This *bullwhip effect* needs no mistake and no panic: long lead times and short
memories are enough.

One firm. Demand follows D(t) = d + ρ D(t − 1) + noise. The forecast is the mean of the last p demands, and
the target is the lead time L times the forecast. The order replaces the last demand and adds the change of
the target: q(t) = D(t − 1) + L · (D(t − 1) − D(t − p − 1)) / p, because from one mean to the next only one
demand comes in and one goes out. With a = L / p this is (1 + a) D(t − 1) − a D(t − p − 1). The two demands
have the same variance and the correlation ρᵖ, so Var q / Var D = (1 + a)² + a² − 2 a (1 + a) ρᵖ =
1 + (2L / p + 2L² / p²)(1 − ρᵖ). A safety stock that is estimated from the same demands can only add to it;
then the ratio is a lower bound.

A chain. Where every stage sees the customers' demand (*shared*) they all hold the same forecast, and stage k
orders like one firm with the lead times of stages 1 to k in a row: the sum of lead times takes the place of
L. Where every stage sees only the orders of the one below, the ratios multiply. The product is the lower
bound in print. It leaves out that the orders of a stage tend to turn back after p periods, which makes the
next stage's forecast chase them: written out, each stage applies (1 + a) − a Bᵖ to what it receives, where
Bᵖ means 'p periods before', so the chain applies the product of these polynomials, and their coefficients
give the exact ratio (``chain_ratio_from_orders``). Three stages with L = 1 and p = 5: 3.24 is the bound, 3.75
the exact value, 2.92 the value with shared demand.

What it leaves out: orders in batches, price promotions and the rationing of scarce goods, the other causes of
the effect; that orders cannot be negative (here a firm may send goods back); and better forecasts than a
moving average. Sharing demand lowers the ratio but leaves what the lead times do.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kamlab.errors import ModelError
from kamlab.models._domain import NOT_NEGATIVE, Range, flag, number, refusal, result, vector, whole

__all__ = [
    "SimulatedChain",
    "chain_ratio",
    "chain_ratio_from_orders",
    "simulate_chain",
    "variance_ratio",
]

_CORRELATION = Range(low=-1, high=1)
_SIMULATED_LEAD_TIME = Range(low=0, high=100)
_MOST_STAGES = 20
_MOST_REMEMBERED = 1000
_MOST_PERIODS = 100_000
_MEAN, _DEVIATION = 100.0, 10.0


def variance_ratio(lead_time: float, window: int, correlation: float = 0) -> float:
    """How many times as much a firm's orders vary as the demand that it sees.

    1 means that it passes demand on as it is; above 1 the whip begins. A longer memory and a shorter lead
    time calm the orders. Demand that lasts (a correlation near 1) calms them too, because the demand that
    enters the mean resembles the one that leaves it. Demand that turns back each period (a correlation below
    0) makes them swing more where p is odd and less where it is even.

    Args:
        lead_time: L, how long goods take from order to arrival, the period of review included (periods, 0 or
            more).
        window: p, how many past demands the forecast takes the mean of (periods, whole, 1 or more).
        correlation: ρ, how strongly a period's demand follows the one before (no unit, above −1 and below 1;
            0 where periods have nothing to do with each other).

    Returns:
        Var(orders) / Var(demand) (ratio, 1 or more); a lower bound where the firm also estimates its safety
        stock from the same demands.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        1 + (2 L / p + 2 L² / p²)(1 − ρᵖ)

    Source:
        chen2000. The values follow from its formula.

    >>> round(variance_ratio(lead_time=1, window=5), 2), round(variance_ratio(lead_time=1, window=10), 2)
    (1.48, 1.22)
    >>> round(variance_ratio(lead_time=2, window=4, correlation=0.5), 6)  # derived: 1 + 1.5 · 15 / 16
    2.40625
    """
    lead, periods = number("lead_time", lead_time, NOT_NEGATIVE), whole("window", window, least=1)
    return result("lead_time", lead_time, _ratio(lead / periods, _correlated(correlation) ** periods))


def chain_ratio(lead_times: Sequence[float], window: int, shared: bool) -> float:  # noqa: FBT001 - signature of the course
    """How many times as much the last stage's orders vary as the customers' demand.

    Args:
        lead_times: L₁, L₂, ..., each stage's lead time, from the customers upwards (periods, 0 or more; at
            least one stage).
        window: p, how many past periods every stage's forecast takes the mean of (periods, whole, 1 or
            more).
        shared: whether every stage sees the customers' demand (``True``) or only the orders that it receives
            (``False``).

    Returns:
        Var(orders of the last stage) / Var(demand) (ratio, 1 or more), for demand without correlation. Not
        shared it is a lower bound; ``chain_ratio_from_orders`` has the exact value.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        shared: 1 + 2 ΣLᵢ / p + 2 (ΣLᵢ)² / p²; not shared: Π (1 + 2 Lᵢ / p + 2 Lᵢ² / p²)

    Source:
        chen2000. The values follow from its formulas.

    >>> round(chain_ratio([1, 1, 1], window=5, shared=False), 2)
    3.24
    >>> round(chain_ratio([1, 1, 1], window=5, shared=True), 2)
    2.92
    """
    leads, periods = vector("lead_times", lead_times, NOT_NEGATIVE), whole("window", window, least=1)
    in_a_row = [sum(leads)] if flag("shared", shared) else leads
    return result("lead_times", lead_times, math.prod(_ratio(lead / periods) for lead in in_a_row))


def chain_ratio_from_orders(lead_times: Sequence[float], window: int, correlation: float = 0) -> float:
    """The same exactly, where every stage forecasts from the orders that it receives.

    Args:
        lead_times: L₁, L₂, ..., each stage's lead time, from the customers upwards (periods, 0 or more; at
            least one stage).
        window: p, how many past periods every stage's forecast takes the mean of (periods, whole, 1 or
            more).
        correlation: ρ, how strongly a period's demand follows the one before (no unit, above −1 and below 1).

    Returns:
        Var(orders of the last stage) / Var(demand) (ratio).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        ΣᵢΣⱼ cᵢ cⱼ ρ^(p |i − j|), with c the coefficients of Π (1 + Lᵢ / p − (Lᵢ / p) x)

    Source:
        Derived from the policy of chen2000, whose product is a lower bound of it.

    >>> round(chain_ratio_from_orders([1, 1, 1], window=5), 4)  # derived: 1.728² + 0.864² + 0.144² + 0.008²
    3.7533
    """
    periods, fading = whole("window", window, least=1), _correlated(correlation)
    filtered = [1.0]
    for lead in vector("lead_times", lead_times, NOT_NEGATIVE):
        share = lead / periods
        kept, turned = [*filtered, 0.0], [0.0, *filtered]
        filtered = [(1 + share) * now - share * then for now, then in zip(kept, turned, strict=True)]
    size = len(filtered)
    echo = [(fading**periods) ** gap for gap in range(size)]
    terms = (filtered[i] * filtered[j] * echo[abs(i - j)] for i in range(size) for j in range(size))
    return result("lead_times", lead_times, sum(terms))


@dataclass(frozen=True)
class SimulatedChain:
    """What a simulated chain sold and ordered.

    Args:
        demand: what the customers bought in each period (units).
        orders: what each stage ordered in each period (units), from the customers upwards; below 0 where it
            sent goods back.
        ratios: the variance of each stage's orders over the variance of demand (ratio).
    """

    demand: tuple[float, ...]
    orders: tuple[tuple[float, ...], ...]
    ratios: tuple[float, ...]


def simulate_chain(  # noqa: PLR0913, PLR0917 - the four of the model, and how long and from which seed
    lead_times: Sequence[float],
    window: int,
    correlation: float = 0,
    shared: bool = False,  # noqa: FBT001, FBT002 - as in chain_ratio
    periods: int = 500,
    seed: int = 0,
) -> SimulatedChain:
    """What each stage orders, period by period, when demand is drawn at random.

    Demand has a mean of 100 units and a standard deviation of 10. Every stage runs the policy itself, so the
    ratios come near the formulas as the periods get many: ``chain_ratio`` where demand is shared,
    ``chain_ratio_from_orders`` where it is not.

    Args:
        lead_times: L₁, L₂, ..., each stage's lead time, from the customers upwards (periods, 0 to 100; 1 to
            20 stages).
        window: p, how many past periods every stage's forecast takes the mean of (periods, whole, 1 to
            1,000).
        correlation: ρ, how strongly a period's demand follows the one before (no unit, above −1 and below 1).
        shared: whether every stage sees the customers' demand (``True``) or only the orders that it receives
            (``False``).
        periods: how many to show once all stages have filled their memories (periods, whole, 2 to 100,000).
        seed: which random demand to draw (whole, 0 or more); the same seed draws the same demand.

    Returns:
        Demand, orders and the ratios of their variances.

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        q(t) = D(t − 1) + S(t) − S(t − 1), S(t) = L · mean of the last p demands; shared: the sum of lead
        times up to the stage in the place of L

    Source:
        The policy of chen2000.

    >>> drawn = simulate_chain([1, 1, 1], window=5, shared=True, periods=4000, seed=1)
    >>> [round(ratio, 1) for ratio in drawn.ratios]  # derived: the formula gives 1.48, 2.12, 2.92
    [1.5, 2.1, 2.9]
    """
    leads = vector("lead_times", lead_times, _SIMULATED_LEAD_TIME)
    if len(leads) > _MOST_STAGES:
        raise ModelError("lead_times", f"a list of {len(leads)}", f"1 to {_MOST_STAGES} stages")
    memory = whole("window", window, least=1, most=_MOST_REMEMBERED)
    length = whole("periods", periods, least=2, most=_MOST_PERIODS)
    warming = (memory + 1) * (1 if flag("shared", shared) else len(leads))
    demand = _demand(_correlated(correlation), length + warming, whole("seed", seed))
    if shared:
        orders = [_orders(demand, lead, memory) for lead in accumulate(leads)]
    else:
        orders = list(accumulate(leads, lambda seen, lead: _orders(seen, lead, memory), initial=demand))[1:]
    shown = [series[-length:] for series in (demand, *orders)]
    variances = [_variance(series) for series in shown]
    return SimulatedChain(
        demand=tuple(shown[0]),
        orders=tuple(map(tuple, shown[1:])),
        ratios=tuple(variance / variances[0] for variance in variances[1:]),
    )


def _ratio(share: float, echo: float = 0.0) -> float:
    return 1 + 2 * share * (1 + share) * (1 - echo)


def _demand(correlation: float, length: int, seed: int) -> list[float]:
    draw = random.Random(seed)  # noqa: S311 - a seeded example, no secret
    fresh = math.sqrt(1 - correlation * correlation)
    noise = [draw.gauss(0, 1) for _ in range(length)]
    # The first period is drawn from the long-run distribution, so that no start has to fade away.
    following = accumulate(noise, lambda last, shock: correlation * last + fresh * shock)
    return [_MEAN + _DEVIATION * state for state in following]


def _orders(seen: list[float], lead: float, memory: int) -> list[float]:
    """What a stage orders after each period, from the first with two means to compare."""
    totals = list(accumulate(seen, initial=0.0))
    targets = [lead * (upto - before) / memory for before, upto in zip(totals, totals[memory:], strict=False)]
    moves = (new - old for old, new in pairwise(targets))
    return [sold + move for sold, move in zip(seen[memory:], moves, strict=True)]


def _variance(series: list[float]) -> float:
    mean = math.fsum(series) / len(series)
    return math.fsum((value - mean) ** 2 for value in series) / len(series)


def _correlated(correlation: object) -> float:
    value = number("correlation", correlation, _CORRELATION)
    if abs(value) == 1:
        raise refusal("correlation", correlation, "a number above -1 and below 1")
    return value
