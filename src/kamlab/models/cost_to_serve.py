"""What serving a customer costs, and who earns the profit.

The margin on the invoice hides the work behind it: small rush orders, inquiries, credit checks. Time-driven
costing prices that work by the minute; the whale curve then shows how few accounts carry the profit, and how
much the last ones take away again.

What they leave out: time is all that a transaction is charged for, so work that differs in skill or in the
machines it needs wants a rate of its own; and costs that no transaction causes stay where they are. The curve
shows one period: an account that is new, or that was just lost to a strike, stands where next year it will
not. It says who loses money, not that it would be saved without them: minutes saved are unused capacity
until somebody does something else with them.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, POSITIVE, number, result, vector
from kamlab.models._linear import dot

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["TimeDrivenAssignment", "WhalePoint", "time_driven_assignment", "time_driven_rates", "whale_curve"]


@dataclass(frozen=True)
class TimeDrivenAssignment:
    """Where a department's cost went.

    Args:
        assigned: what the transactions of the period consumed (currency).
        unused: what paid for capacity that nobody used (currency); negative where more was worked than
            supplied.
        by_transaction: ``assigned``, one sum a kind of transaction (currency).
        minutes_used: the time that the transactions took (min).
        minutes_unused: the time supplied and not used (min); negative where more was worked than supplied.
    """

    assigned: float
    unused: float
    by_transaction: tuple[float, ...]
    minutes_used: float
    minutes_unused: float


class WhalePoint(NamedTuple):
    """A point of the whale curve.

    Args:
        share_of_accounts: the most profitable accounts so far, as a share of all (0 to 1).
        cumulative_share_of_profit: what they earn, as a share of total profit (above 1 where others lose
            money).
    """

    share_of_accounts: float
    cumulative_share_of_profit: float


def time_driven_rates(
    cost: float, minutes_supplied: float, minutes_per_transaction: "Sequence[float]"
) -> list[float]:
    """What one transaction of each kind costs.

    Two estimates are enough: what a minute of the department costs, and how many minutes a transaction takes.

    Args:
        cost: C, the cost of the department in the period (currency, 0 or more).
        minutes_supplied: M, the practical capacity of its people in the period (min, above 0); usually 80 to
            85 % of the time they are paid for.
        minutes_per_transaction: mⱼ, the time of one transaction of each kind (min, 0 or more; at least one
            kind).

    Returns:
        rⱼ, one rate a kind, in order (currency a transaction).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        rⱼ = (C / M) · mⱼ

    Source:
        kaplan2004, the customer-service department: 560,000 dollars a quarter, 700,000 minutes, 8, 44 and 50
        minutes for an order, an inquiry and a credit check.

    >>> [round(rate, 2) for rate in time_driven_rates(560_000, 700_000, [8, 44, 50])]
    [6.4, 35.2, 40.0]
    """
    spent = number("cost", cost, NOT_NEGATIVE)
    capacity = number("minutes_supplied", minutes_supplied, POSITIVE)
    times = vector("minutes_per_transaction", minutes_per_transaction, NOT_NEGATIVE)
    # Multiplied before it is divided: 560,000 * 8 / 700,000 is 6.4 to the last digit.
    return [result("minutes_per_transaction", minutes, spent * minutes / capacity) for minutes in times]


def time_driven_assignment(
    cost: float,
    minutes_supplied: float,
    minutes_per_transaction: "Sequence[float]",
    volumes: "Sequence[float]",
) -> TimeDrivenAssignment:
    """How much of a department's cost its transactions consumed, and how much paid for idle time.

    Cost of unused capacity belongs to whoever decided on the capacity, not to the customers: spread over
    them, it makes every customer look dearer in a slack quarter.

    Args:
        cost: C, the cost of the department in the period (currency, 0 or more).
        minutes_supplied: M, its practical capacity (min, above 0).
        minutes_per_transaction: mⱼ, the time of one transaction of each kind (min, 0 or more).
        volumes: vⱼ, how many transactions there were of each kind, in the same order (number, 0 or more).

    Returns:
        The sums and minutes; ``assigned`` + ``unused`` = C. Where more was worked than supplied, ``unused``
        is negative: the practical capacity was set too low, or people worked overtime that C does not hold.

    Raises:
        ModelError: a value outside the ranges above, or lists of different lengths.

    Equation:
        assigned = Σⱼ (C / M) · mⱼ · vⱼ;  unused = C − assigned

    Source:
        kaplan2004: 49,000 orders, 1,400 inquiries, 2,500 credit checks. An earlier draft of the authors, in
        circulation, has the same totals from longer times and fewer transactions (40, 220, 250 min; 9,800,
        280, 500) and prints the unused minutes as hours.

    >>> quarter = time_driven_assignment(560_000, 700_000, [8, 44, 50], volumes=[49_000, 1_400, 2_500])
    >>> round(quarter.assigned), round(quarter.unused), round(quarter.minutes_unused)
    (462880, 97120, 121400)
    """
    spent, capacity = (
        number("cost", cost, NOT_NEGATIVE),
        number("minutes_supplied", minutes_supplied, POSITIVE),
    )
    times = vector("minutes_per_transaction", minutes_per_transaction, NOT_NEGATIVE)
    counts = vector("volumes", volumes, NOT_NEGATIVE, len(times))
    rates = time_driven_rates(spent, capacity, times)
    sums = [result("volumes", count, rate * count) for rate, count in zip(rates, counts, strict=True)]
    used = result("volumes", volumes, _total(times, counts))
    assigned = result("volumes", volumes, spent * used / capacity)
    return TimeDrivenAssignment(
        assigned=assigned,
        unused=spent - assigned,
        by_transaction=tuple(sums),
        minutes_used=used,
        minutes_unused=capacity - used,
    )


def _total(times: list[float], counts: list[float]) -> float:
    try:
        return dot(times, counts)
    except OverflowError:
        return float("inf")


def whale_curve(profits: "Sequence[float]") -> tuple[WhalePoint, ...]:
    """How profit builds up over the accounts, the most profitable first.

    The curve climbs while accounts earn money, peaks above 100 %, and falls back to 100 % as the losers take
    their share: the picture of a whale's back. The gap between the peak and 100 % is what the losing accounts
    cost.

    Args:
        profits: pᵢ, the profit of each account in the period after the cost to serve it (currency; any order,
            negative for a loss). Their sum must be above 0: a share of a loss has no meaning.

    Returns:
        n + 1 points from (0, 0) to (1, 1).

    Raises:
        ModelError: no account, a value that is no finite number, or a total of 0 or less.

    Equation:
        with p₁ ≥ p₂ ≥ ... ≥ pₙ: (k / n, Σ_{i ≤ k} pᵢ / Σᵢ pᵢ), k = 0 ... n

    Source:
        cooper1991, where the best fifth of the customers of a heating-wire maker earns 225 % of its profit.
        No list of its customers is in print, so the check is our own.

    >>> [tuple(point) for point in whale_curve([20, -10, 90])]  # derived: 90, 110 and 100 of 100
    [(0.0, 0.0), (0.3333333333333333, 0.9), (0.6666666666666666, 1.1), (1.0, 1.0)]
    """
    earned = sorted(vector("profits", profits, ANY), reverse=True)
    # Exact sums: the curve ends at 1 whatever the order of size of the profits.
    sums = list(accumulate(map(Fraction, earned), initial=Fraction(0)))
    total = sums[-1]
    if total <= 0:
        raise ModelError("profits", f"a list with the total {_shown(total)}", "a total above 0")
    try:
        return tuple(WhalePoint(place / len(earned), float(part / total)) for place, part in enumerate(sums))
    except OverflowError as error:
        raise ModelError("profits", f"a list with the total {_shown(total)}", "a larger total") from error


def _shown(total: Fraction) -> str:
    try:
        return f"{float(total):g}"
    except OverflowError:
        return "beyond all floating-point numbers"
