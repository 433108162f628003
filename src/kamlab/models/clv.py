"""What a customer that is kept is worth.

Three views of one question. A *retention* model takes a customer that leaves as lost for good. A *migration*
model lets a customer skip some periods and come back. A *buy-till-you-die* model sees orders only, and infers
from their rhythm whether the customer is still there.

What they leave out: customers differ and change (only the third model lets them differ), rates that hold for
all customers are averages of survivors and leavers, and what a customer brings besides her own orders: word
of mouth, a name to show, what one learns from her. A margin that includes no cost to serve makes the costly
ones look precious.
"""

import math
from typing import TYPE_CHECKING

from kamlab.errors import ModelError
from kamlab.models._bg_nbd import bg_nbd_alive_probability, bg_nbd_expected_purchases
from kamlab.models._domain import (
    ANY,
    NOT_NEGATIVE,
    SHARE,
    number,
    result,
    square,
    vector,
    whole,
)
from kamlab.models._linear import Matrix, Vector, power_sum, solve

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "bg_nbd_alive_probability",
    "bg_nbd_expected_purchases",
    "lifetime_value",
    "migration_values",
    "recency_transitions",
    "retention_multiple",
]

_ROW_TOLERANCE = 5e-4


def retention_multiple(retention: float, discount: float) -> float:
    """How many years of margin a customer is worth: the first margin comes a year from now, if she stays.

    Multiply it by the yearly margin to get the value of a customer you have today. A better retention rate
    raises it faster the higher the rate already is: from 60 % to 70 % is worth half a year of margin, from 80
    % to 90 % almost two.

    Args:
        retention: r, the share of customers that stay from one year to the next (0 to 1).
        discount: i, the yearly discount rate (share, 0 or more; above 0 where r is 1).

    Returns:
        The multiple (years of margin).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        Σ_{t ≥ 1} (r / (1 + i))ᵗ = r / (1 + i − r)

    Source:
        gupta2003; the table of multiples in gupta2005, recomputed.

    >>> [round(retention_multiple(share, discount=0.10), 2) for share in (0.6, 0.7, 0.8, 0.9)]
    [1.2, 1.75, 2.67, 4.5]
    """
    share = number("retention", retention, SHARE)
    rate = number("discount", discount, NOT_NEGATIVE)
    # In this order nothing is lost where r is 1 and i very small.
    waiting = rate + (1 - share)
    if waiting == 0:
        raise ModelError("discount", discount, "a rate above 0 where retention is 1")
    return result("discount", discount, share / waiting)


def lifetime_value(margin: float, marketing: float, retention: float, discount: float, years: int) -> float:
    """What a customer won today is worth over a number of years, after the cost of keeping her.

    The first margin comes at once, the next ones at the start of each year for those who stay. Money to keep
    them is spent in the middle of each year, on those who were still there when the year began.

    Args:
        margin: GC, the yearly gross contribution (currency; below 0 for an account that loses money).
        marketing: M, the yearly cost of keeping the customer (currency, 0 or more).
        retention: r, the share of customers that stay from one year to the next (0 to 1).
        discount: d, the yearly discount rate (share, 0 or more).
        years: n, the number of years after today (whole, 0 or more; 0 is today's margin alone).

    Returns:
        The present value (currency).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        GC · Σ_{t=0..n} rᵗ / (1 + d)ᵗ − M · Σ_{t=1..n} rᵗ⁻¹ / (1 + d)ᵗ⁻⁰·⁵

    Source:
        berger1998, case 1; the value is recomputed.

    >>> round(lifetime_value(margin=260, marketing=50, retention=0.75, discount=0.20, years=10), 2)
    568.78
    """
    contribution, spending = number("margin", margin, ANY), number("marketing", marketing, NOT_NEGATIVE)
    share, growth = number("retention", retention, SHARE), 1 + number("discount", discount, NOT_NEGATIVE)
    horizon = whole("years", years)
    margins = contribution * _geometric(share / growth, horizon + 1)
    costs = spending * _geometric(share / growth, horizon) / math.sqrt(growth)
    return result("margin", margin, margins - costs)


def _geometric(ratio: float, terms: int) -> float:
    """1 + q + ... over ``terms`` terms, exact also where q is close to 1."""
    if terms == 0 or ratio == 0:
        return float(terms > 0)
    if ratio == 1:
        return float(terms)
    return math.expm1(terms * math.log(ratio)) / math.expm1(math.log(ratio))


def recency_transitions(repurchase: "Sequence[float]") -> Matrix:
    """How customers move from 'bought last period' to 'bought two periods ago' and so on, until lost.

    Args:
        repurchase: pⱼ, the chance that a customer who last bought j periods ago buys now (0 to 1), one for
            each recency j = 1 ... n (at least one).

    Returns:
        P, n + 1 rows of n + 1 chances, each row summing to 1. From recency j: to recency 1 with pⱼ, otherwise
        to j + 1. The last state is 'lost': who has not bought for more than n periods never comes back.

    Raises:
        ModelError: no chance at all, or one outside 0 to 1.

    Equation:
        P[j][1] = pⱼ, P[j][j + 1] = 1 − pⱼ, P[n + 1][n + 1] = 1

    Source:
        pfeifer2000, the migration example.

    >>> recency_transitions([0.5, 0.25])
    [[0.5, 0.5, 0.0], [0.25, 0.0, 0.75], [0.0, 0.0, 1.0]]
    """
    chances = vector("repurchase", repurchase, SHARE)
    size = len(chances) + 1
    rows = [[0.0] * size for _ in range(size)]
    for recency, chance in enumerate(chances):
        rows[recency][recency + 1] = 1 - chance
        rows[recency][0] = chance
    rows[-1][-1] = 1.0
    return rows


def migration_values(
    transitions: "Sequence[Sequence[float]]",
    payoffs: "Sequence[float]",
    discount: float,
    horizon: int | None = None,
) -> list[float]:
    """What a customer is worth in each state she can be in, when she may move between states every period.

    Args:
        transitions: P, the chances of moving from the row's state to the column's in one period (0 to 1).
            Each row sums to 1; a printed table may miss it by 0.0005, and is then scaled.
        payoffs: R, what a customer in each state brings in a period (currency; negative where she only
            costs).
        discount: d, the discount rate of a period (share, 0 or more).
        horizon: T, the number of periods after today (whole, 0 or more; 0 is today's payoff alone), or
            ``None`` for ever. For ever with d = 0, every state that is never left for good must pay 0, or the
            sum has no end.

    Returns:
        V, one value a state, in order (currency today).

    Raises:
        ModelError: a value outside the ranges above, tables that do not fit together, or a sum without end.

    Equation:
        V = Σ_{t=0..T} (P / (1 + d))ᵗ R; for ever V = (I − P / (1 + d))⁻¹ R

    Source:
        pfeifer2000 for the method. The numbers below circulate as a textbook example; they are recomputed
        here.

    >>> states = recency_transitions([0.5, 0.2, 0.1])
    >>> [round(value, 2) for value in migration_values(states, payoffs=[100, 0, 0, 0], discount=0.1)]
    [231.08, 57.29, 21.01, 0.0]
    """
    chances = _stochastic(square("transitions", transitions, SHARE))
    rewards = vector("payoffs", payoffs, ANY, len(chances))
    growth = 1 + number("discount", discount, NOT_NEGATIVE)
    step = [[chance / growth for chance in row] for row in chances]
    try:
        values = _for_ever(step, rewards, growth) if horizon is None else _until(step, rewards, horizon)
    except (ArithmeticError, ValueError) as error:  # sums beyond the largest float
        raise ModelError("payoffs", payoffs, "values whose sum is a finite number") from error
    return [result("payoffs", payoffs, value) for value in values]


def _stochastic(rows: Matrix) -> Matrix:
    for place, row in enumerate(rows):
        total = math.fsum(row)
        if abs(total - 1) > _ROW_TOLERANCE:
            raise ModelError(f"transitions[{place}]", f"a row with the sum {total:g}", "a row that sums to 1")
    return [[chance / math.fsum(row) for chance in row] for row in rows]


def _until(step: Matrix, rewards: Vector, horizon: object) -> Vector:
    return power_sum(step, rewards, whole("horizon", horizon) + 1)


def _for_ever(step: Matrix, rewards: Vector, growth: float) -> Vector:
    # Without discounting, only states that are left for good have a finite sum; the others must pay nothing.
    open_states = list(range(len(step))) if growth > 1 else _left_for_good(step)
    endless = [state for state in range(len(step)) if state not in open_states]
    if any(rewards[state] for state in endless):
        raise ModelError("discount", 0, "a rate above 0 where a state with a payoff is never left for good")
    system = [[float(row == column) - step[row][column] for column in open_states] for row in open_states]
    solved = dict(zip(open_states, solve(system, [rewards[state] for state in open_states]), strict=True))
    return [solved.get(state, 0.0) for state in range(len(step))]


def _left_for_good(step: Matrix) -> list[int]:
    """The states from which some path leads to where there is no way back from."""
    reach = [_reachable(step, state) for state in range(len(step))]
    return [state for state in range(len(step)) if any(state not in reach[other] for other in reach[state])]


def _reachable(step: Matrix, start: int) -> set[int]:
    seen, waiting = {start}, [start]
    while waiting:
        state = waiting.pop()
        fresh = [other for other, chance in enumerate(step[state]) if chance > 0 and other not in seen]
        seen.update(fresh)
        waiting += fresh
    return seen
