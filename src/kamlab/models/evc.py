"""What an offer is worth to a customer, counted against the best that she could buy instead.

A commodity is worth what the next supplier asks. Everything that sets an offer apart adds to that or takes
away from it: more output, less waste, cheaper start-up, a longer life; but also new tools to buy, people to
train, a brand that she trusts less. The *economic value to the customer* puts each of these in money and adds
them up.

Why the sum is a price. She buys whichever offer leaves her more. Let U be what an offer brings her over its
life, S what it costs her to start with it and K what it costs her to run, each in today's money, and P its
price; with the index 0 for the offer that she would take otherwise. The new one is as good to her if
U − S − K − P = U₀ − S₀ − K₀ − P₀, that is at the price P = P₀ + (U − U₀) + (S₀ − S) + (K₀ − K). Each bracket
is a driver: what it adds if it is positive, what it takes away if it is negative. At this price she gains
nothing by changing. Below it she keeps the difference, and above it she stays where she is. An offer without
drivers is a commodity, and its value is the reference price.

What it leaves out: how supplier and customer share the value (that is the price, and power and patience
decide on it); that the maker of the reference may answer with a lower price, which lowers the value one for
one; doubt, habit and the risk of changing, unless they are counted as drivers; and time: what comes later has
to be discounted before it goes in. The value is one customer's. Another one, with another use or another
reference, has another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from kamlab.models._domain import ANY, NOT_NEGATIVE, number, refusal, rounded

__all__ = ["EconomicValue", "WaterfallStep", "economic_value"]


class WaterfallStep(NamedTuple):
    """One driver's bar in the waterfall: it reaches from ``total`` less ``change`` to ``total``.

    Args:
        name: the driver.
        change: what it adds to the value (currency; below 0 where it takes away).
        total: the value up to and including it (currency).
    """

    name: str
    change: float
    total: float


@dataclass(frozen=True)
class EconomicValue:
    """What an offer is worth to a customer, and how the value comes about.

    Args:
        value: EVC, the price at which she gains nothing by changing (currency; below 0 where she would have
            to be paid for it).
        reference_price: P₀, what she would pay otherwise; the waterfall starts here (currency).
        differentiation: D, what all drivers add together (currency).
        waterfall: one step a driver, in the order given.
    """

    value: float
    reference_price: float
    differentiation: float
    waterfall: tuple[WaterfallStep, ...]


def economic_value(reference_price: float, drivers: Mapping[str, float]) -> EconomicValue:
    """The most that a customer should pay for an offer, and what she would be paying for.

    The difference to your price is her reason to buy, and the difference to your cost is all that the two of
    you can share. If the drivers come to nothing, what is left to negotiate is the reference price.

    Args:
        reference_price: P₀, the price of the best that she could buy instead (currency, 0 or more).
        drivers: dⱼ, by its name, what each difference between the offers is worth to her over the life of the
            product, in today's money (currency; below 0 where the other offer is better). There may be none.

    Returns:
        The value and its waterfall: start from the reference price, then one step a driver.

    Raises:
        ModelError: a value outside the ranges above, drivers without names, or a total beyond floating-point
            numbers.

    Equation:
        EVC = P₀ + D, D = Σⱼ dⱼ

    Source:
        forbis1981: a reference product for 300 dollars; yours does 350 more for her, costs 100 less to start
        with and 200 less after the purchase. A bulldozer that is worth 80,000 pounds beside one for 50,000
        (doyle2003) is a test.

    >>> drivers = {"functions": 350, "start-up": 100, "after purchase": 200}
    >>> offer = economic_value(reference_price=300, drivers=drivers)
    >>> offer.value, offer.differentiation
    (950.0, 650.0)
    >>> [step.total for step in offer.waterfall]
    [650.0, 750.0, 950.0]
    """
    price = number("reference_price", reference_price, NOT_NEGATIVE)
    changes = _changes(drivers)
    # Exact sums: the value does not depend on the order of the drivers, and the waterfall ends at it.
    totals = list(accumulate(map(Fraction, changes.values()), initial=Fraction(price)))
    heights = [rounded("drivers", drivers, total) for total in totals]
    steps = zip(changes, changes.values(), heights[1:], strict=True)
    return EconomicValue(
        value=heights[-1],
        reference_price=price,
        differentiation=rounded("drivers", drivers, totals[-1] - totals[0]),
        waterfall=tuple(WaterfallStep(*step) for step in steps),
    )


def _changes(drivers: object) -> dict[str, float]:
    allowed = "a dictionary from names to sums of money"
    if not isinstance(drivers, Mapping):
        raise refusal("drivers", drivers, allowed)
    for name in drivers:
        if not isinstance(name, str):
            raise refusal("drivers", drivers, allowed)
    return {name: number(f"drivers[{name!r}]", worth, ANY) for name, worth in drivers.items()}
