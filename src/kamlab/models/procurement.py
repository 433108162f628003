"""What a buyer gains from more bidders, and what a lower price costs a seller.

Seen from the buyer, competitive purchasing works: each further bidder lowers the price, but each by less than
the one before. Seen from the seller, price is the most sensitive of all levers: what is given away goes out
of profit in full, and the volume that is to make up for it is larger than most expect.

The bidders. n suppliers can do a job. Each knows its own cost c; the others know only that costs lie anywhere
between L and H with equal chance, independently of each other. The lowest sealed bid gets the job at its own
price, and nobody is paid more than H. What does a supplier bid? Suppose that everybody bids b(c), which rises
with c. Who bids as if its cost were z wins if all others have more than z, with the chance
((H − z) / (H − L))ⁿ⁻¹, and earns b(z) − c. The best z must be c itself, otherwise b would not be kept to; so
the derivative of (b(z) − c)(H − z)ⁿ⁻¹ is 0 at z = c: b′(c)(H − c) = (n − 1)(b(c) − c), with b(H) = H. The
answer is b(c) = c + (H − c) / n: ask for your cost and the n-th part of what separates it from the highest.
It is a maximum, because with this b the derivative at any z is (n − 1)(H − z)ⁿ⁻²(c − z): above 0 before
z = c and below 0 after it. The lowest of n costs is L + (H − L) / (n + 1) on average, and the lowest bid adds
the n-th part of what is left up to H, (H − L) / (n + 1) once more. Together L + 2 (H − L) / (n + 1). A single
bidder asks for H. An auction that goes down until one bidder is left ends at the second-lowest cost, which
has the same mean: the form of the tender does not matter to the buyer here, the number of bidders does. One
more bidder saves 2 (H − L) / ((n + 1)(n + 2)).

The volume. With the contribution margin CM and the price change ΔP, both as shares of the old price, a unit
earns CM + ΔP instead of CM. The same contribution needs (CM + ΔP)(1 + ΔV) = CM, so ΔV = −ΔP / (CM + ΔP). A
cut of all the margin or more cannot be made up for by any volume. A rise may lose volume, and the smaller the
margin was, the more; that is also why a thin margin needs so much volume after a cut.

The levers. Profit is p − k − F for the price p, the variable cost k and the fixed cost F, all for what is
sold now. One per cent more price adds 0.01 p, one per cent less variable cost 0.01 k, one per cent more
volume 0.01 (p − k), one per cent less fixed cost 0.01 F; each is divided by the profit. So volume is worth
price less variable cost, and also fixed cost plus the one per cent that profit itself grows by.

What they leave out. Bidders: quality, switching and the cost of inviting and of bidding; suppliers that know
each other, agree with each other, or share a cost that none of them knows (then the winner is the one who was
most wrong); a supplier that drops out for good. Volume and levers: that demand answers a price, that rivals
answer it too, and that one per cent of each lever is not equally hard to get.
"""

from dataclasses import dataclass
from fractions import Fraction

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, NOT_NEGATIVE, ROUNDING, SHARE, number, whole

__all__ = ["ProfitLevers", "break_even_volume", "expected_low_bid", "profit_levers"]

_STEP = 0.01


@dataclass(frozen=True)
class ProfitLevers:
    """What one per cent of each lever does to profit.

    Args:
        price: one per cent more price, at the same volume (share of profit; 0.1 is 10 %).
        variable_cost: one per cent less variable cost (share of profit).
        volume: one per cent more volume, at the same price (share of profit).
        fixed_cost: one per cent less fixed cost (share of profit).
        profit: π, what is earned now (currency).
    """

    price: float
    variable_cost: float
    volume: float
    fixed_cost: float
    profit: float


def expected_low_bid(bidders: int, low: float = 0, high: float = 1) -> float:
    """What a buyer pays on average when a number of suppliers bid for a job.

    The second bidder is worth most to her: a third of the range of costs. The fifth saves 7 % of it and the
    tenth 2 %; by then, helping a supplier to lower its cost may do more.

    Args:
        bidders: n, how many suppliers bid (whole, 1 or more).
        low: L, the lowest cost that a supplier may have (currency, any).
        high: H, the highest, and the most that she pays (currency, ``low`` or more).

    Returns:
        The mean of the lowest bid (currency).

    Raises:
        ModelError: a value outside the ranges above.

    Equation:
        b(c) = c + (H − c) / n; E[lowest bid] = L + 2 (H − L) / (n + 1)

    Source:
        vickrey1961, krishna2010, where buyers bid for a good; turned round in this module.

    >>> [round(expected_low_bid(bidders), 3) for bidders in (1, 2, 3, 9)]  # derived
    [1.0, 0.667, 0.5, 0.2]
    """
    count = whole("bidders", bidders, least=1)
    lowest, highest = number("low", low, ANY), number("high", high, ANY)
    if highest < lowest:
        raise ModelError("high", f"{highest:g}", f"{lowest:g} (low) or more")
    # A weighted mean of the two ends, exact: it never leaves them, however far they are apart.
    return float((Fraction(lowest) * (count - 1) + Fraction(highest) * 2) / (count + 1))


def break_even_volume(price_change: float, contribution_margin: float) -> float:
    """How much more must be sold after a price cut, or may be lost after a rise, for the same profit.

    A buyer who asks for five per cent and promises more volume promises enough only if it is more than this.
    Divided by the price change it is the price elasticity that the cut would need.

    Args:
        price_change: ΔP, the change of the price (share of the old price; below 0 for a cut, and more than
            −``contribution_margin``).
        contribution_margin: CM, price less variable cost before the change (share of the old price, 0 to 1).

    Returns:
        ΔV, the change of volume that leaves profit as it was (share; below 0 for what may be lost).

    Raises:
        ModelError: a value outside the ranges above, so also a cut that leaves nothing of the margin.

    Equation:
        ΔV = −ΔP / (CM + ΔP)

    Source:
        nagle2018. That a cut of 5 % needs 17.5 % more volume is from marn2004, for the average of 1,200 large
        companies; the margin of 33.57 % is worked back from it. With the average of marn1992 (29.7 %) it
        would be 20.2 %.

    >>> round(break_even_volume(price_change=-0.05, contribution_margin=0.3357), 3)
    0.175
    """
    change = number("price_change", price_change, ANY)
    margin = number("contribution_margin", contribution_margin, SHARE)
    left = margin + change
    if left <= ROUNDING * margin:  # so small a rest is no money
        raise ModelError("price_change", f"{change:g}", f"a number above {0 - margin:g} (the whole margin)")
    return (0 - change) / left


def profit_levers(price: float, variable_cost: float, fixed_cost: float) -> ProfitLevers:
    """What one per cent more price or volume, or one per cent less cost, does to profit.

    Read backwards it says what a concession costs: give one per cent of the price away, and this share of the
    profit is gone. The thinner the profit, the more sensitive it is to every lever. Other steps are in
    proportion: two per cent of a lever do twice as much.

    Args:
        price: p, the price (currency or index; more than both costs together).
        variable_cost: k, the variable cost of the same volume (currency or index, 0 or more).
        fixed_cost: F, the fixed cost that the same volume bears (currency or index, 0 or more).

    Returns:
        Four shares of today's profit, each for an improvement, and that profit.

    Raises:
        ModelError: a value outside the ranges above, or a profit of 0 or less, of which there are no shares.

    Equation:
        π = p − k − F; price 0.01 p / π, variable cost 0.01 k / π, volume 0.01 (p − k) / π, fixed cost
        0.01 F / π

    Source:
        marn1992, the average of its companies with the price as 100: variable cost 70.3, fixed cost 20.7.
        The levers of baker2010, whose profits are less thin, are a test.

    >>> average = profit_levers(price=100, variable_cost=70.3, fixed_cost=20.7)
    >>> [round(share, 3) for share in (average.price, average.variable_cost)]
    [0.111, 0.078]
    >>> [round(share, 3) for share in (average.volume, average.fixed_cost)]
    [0.033, 0.023]
    """
    paid = number("price", price, NOT_NEGATIVE)
    variable = number("variable_cost", variable_cost, NOT_NEGATIVE)
    fixed = number("fixed_cost", fixed_cost, NOT_NEGATIVE)
    profit = paid - variable - fixed
    if profit <= ROUNDING * paid:
        raise ModelError("price", f"{paid:g}", "more than variable and fixed cost together")
    return ProfitLevers(
        price=_STEP * (paid / profit),
        variable_cost=_STEP * (variable / profit),
        volume=_STEP * ((paid - variable) / profit),
        fixed_cost=_STEP * (fixed / profit),
        profit=profit,
    )
