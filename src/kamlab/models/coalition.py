"""Who needs whom: what each partner of an alliance brings, can ask for, and cannot do without.

Four measures of power between firms. The *Shapley value* divides what an alliance earns by what each partner
adds to it. The *core* of a market says which divisions last, because no seller and buyer could both do better
with each other. *Polarisation* asks whether firms gather at two poles. *Dependence* asks, for one pair, how
much the two need each other and how unevenly.

The Shapley value. Let the partners join one after the other, in any order, and give each what the earnings
rise by when she comes. Averaged over all n! orders that is φᵢ = Σ_S |S|! (n − |S| − 1)! / n! · (v(S + i) −
v(S)): the orders in which exactly S is there before i are |S|! times those of the rest. The shares add up to
what all earn together, because in each order the rises do.

The core of a market. Seller i and buyer j can earn aᵢⱼ together, each trades once, and nobody must trade
(aᵢⱼ below 0 counts as 0). A division into uᵢ and vⱼ lasts if nobody gets less than 0, no pair gets less than
it could earn alone, uᵢ + vⱼ ≥ aᵢⱼ, and all together get what the best matching earns, Σ uᵢ + Σ vⱼ = V.
Adding up uᵢ + vⱼ ≥ aᵢⱼ over the pairs of a best matching gives V already, so in the core every such pair
shares exactly what it earns, and who is left out gets nothing. There always is a core: V is the value of a
linear programme (each trader trades at most once), and its dual programme asks for the least Σ uᵢ + Σ vⱼ
under just these conditions (shapley1971).

Its ends. Put uᵢ = aᵢₘ − vₘ for seller i and his buyer m into the conditions: vⱼ ≥ vₘ + aᵢⱼ − aᵢₘ for every
other buyer j, and vⱼ ≥ aᵢⱼ for a seller i who is left out. Start with what the sellers left out would pay, or
0, and raise each vⱼ to its bound until all hold. No division in the core is ever below, so this ends at the
least each buyer can get, for all buyers at once; the sellers then get their most. It does end: a round of
swaps that raised a buyer for ever would make a better matching. With the sides exchanged it gives the other
end. All of it is done in whole numbers (the table over its common denominator), so ties are ties.

Power is scarcity, then, not size: of two sellers and one buyer the buyer takes all, unless the better seller
has something that the other has not, and then he keeps no more than that difference.

What they leave out: what it costs to form and keep an alliance; that firms trade with several partners at
once and that a deal changes what the next one is worth; threats that hurt both; and sympathy. The core says
which divisions are stable, not which one comes about within its ends. The Shapley value says what a partner
adds, and may lie outside the core: then somebody has a reason to leave.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from kamlab.models._assignment import best_matching, in_whole_numbers, least_payoffs, transposed
from kamlab.models._domain import (
    ANY,
    NOT_NEGATIVE,
    number,
    refusal,
    result,
    rounded,
    table,
)
from kamlab.models._polarisation import polarisation
from kamlab.models._shapley import MOST_PLAYERS, Player, alliance, average_gains, worths

__all__ = [
    "MOST_PLAYERS",
    "AssignmentGame",
    "Dependence",
    "PayoffRange",
    "Trade",
    "assignment_game",
    "dependence",
    "polarisation",
    "shapley_value",
]


def shapley_value(
    players: Iterable[Player], worth: Callable[[frozenset[Player]], float]
) -> dict[Player, float]:
    """What each partner of an alliance adds to it, as a fair share of what all earn together.

    Two partners who add the same get the same; who never adds anything gets nothing. Compare the share with
    what a partner asks for: who asks for more relies on something that is not in these figures.

    Args:
        players: the partners (1 to 20 names or numbers, each once).
        worth: v, a function that says what a coalition could earn alone (currency); it is given a
            ``frozenset`` of players and asked once for each coalition of one player or more. For a vote it
            gives 1 where the coalition wins and 0 where not.

    Returns:
        φᵢ, each partner's share (currency), in the order of ``players``. The shares add up to v of all.

    Raises:
        ModelError: no players, more than 20, one that comes twice or has no name, or a worth that is no
            finite number.

    Equation:
        φᵢ = Σ_{S without i} |S|! (n − |S| − 1)! / n! · (v(S + i) − v(S)), v(nobody) = 0

    Source:
        shapley1953. The game of two left gloves and one right glove is in many textbooks; recomputed. The
        inheritance of aumann2010 and the runway of littlechild1973 are tests.

    >>> gloves = shapley_value(
    ...     ["left 1", "left 2", "right"],
    ...     lambda coalition: min(1, len(coalition & {"left 1", "left 2"})) if "right" in coalition else 0,
    ... )
    >>> {player: round(share, 4) for player, share in gloves.items()}
    {'left 1': 0.1667, 'left 2': 0.1667, 'right': 0.6667}
    """
    named = alliance(players)
    if not callable(worth):
        raise refusal("worth", worth, "a function of a frozenset of players")
    return dict(zip(named, average_gains(worths(named, worth), len(named)), strict=True))


class Trade(NamedTuple):
    """A pair that trades.

    Args:
        seller: the row (number, from 0).
        buyer: the column (number, from 0).
    """

    seller: int
    buyer: int


class PayoffRange(NamedTuple):
    """What a trader can get without anybody having a reason to leave.

    Args:
        low: the least (currency).
        high: the most (currency).
    """

    low: float
    high: float


@dataclass(frozen=True)
class AssignmentGame:
    """Who trades with whom in a market, and what each can ask for.

    Args:
        value: V, what the best matching earns (currency).
        matching: the pairs of a best matching that earn more than 0, by sellers. Where several are best, the
            first seller has the earliest buyer possible, then the second, and so on.
        seller_range: the least and the most that each seller gets in the core (currency).
        buyer_range: the same for each buyer (currency).
    """

    value: float
    matching: list[Trade]
    seller_range: list[PayoffRange]
    buyer_range: list[PayoffRange]


def assignment_game(surplus: Sequence[Sequence[float]]) -> AssignmentGame:
    """Which seller should trade with which buyer, and how far each can push the price.

    A trader's range is narrow where others could take her place, and wide where nobody could. All sellers can
    get their most at the same time, and all buyers then get their least; and the other way round.

    Args:
        surplus: aᵢⱼ, what seller i and buyer j can earn together: her value less his cost (currency; one row
            a seller, one column a buyer). A pair that would lose money (below 0) does not trade.

    Returns:
        The value, a best matching, and the range of each trader over the core. Who is in no pair gets 0.

    Raises:
        ModelError: no table, an empty or ragged one, or one of anything but finite numbers.

    Equation:
        V = max Σ aᵢⱼ over matchings; the core: uᵢ + vⱼ ≥ aᵢⱼ, uᵢ ≥ 0, vⱼ ≥ 0, Σ uᵢ + Σ vⱼ = V

    Source:
        shapley1971, also for its market of three houses and for the two ends of the core; the matching as in
        kuhn1955. The horse market of bohmbawerk1891 is a test.

    >>> houses = assignment_game([[5, 8, 2], [7, 9, 6], [2, 3, 0]])
    >>> houses.value, [tuple(pair) for pair in houses.matching]
    (16.0, [(0, 1), (1, 2), (2, 0)])
    >>> [tuple(ends) for ends in houses.seller_range]
    [(3.0, 5.0), (5.0, 6.0), (0.0, 1.0)]
    >>> assignment_game([[10, 10]]).seller_range[0].low  # derived: of two equal buyers one is left out
    10.0
    """
    earned, scale = in_whole_numbers(table("surplus", surplus, ANY))
    mates = best_matching(earned)
    buyers_least = least_payoffs(earned, mates)
    sellers_least = least_payoffs(transposed(earned), {buyer: seller for seller, buyer in mates.items()})
    trades = [Trade(*pair) for pair in mates.items()]
    sellers, buyers = [PayoffRange(0.0, 0.0)] * len(earned), [PayoffRange(0.0, 0.0)] * len(earned[0])
    for seller, buyer in trades:
        shared, his, hers = earned[seller][buyer], sellers_least[seller], buyers_least[buyer]
        sellers[seller] = PayoffRange(his / scale, (shared - hers) / scale)
        buyers[buyer] = PayoffRange(hers / scale, (shared - his) / scale)
    together = Fraction(sum(earned[seller][buyer] for seller, buyer in trades), scale)
    return AssignmentGame(rounded("surplus", surplus, together), trades, sellers, buyers)


@dataclass(frozen=True)
class Dependence:
    """How much two firms need each other, and how unevenly.

    Args:
        mutual: the sum of both dependences (share, or their scale): the larger, the more both gain by tying
            themselves.
        imbalance: the difference between them (share, or their scale; 0 or more): the larger, the more one
            can dictate.
        weaker: ``"first"`` or ``"second"``, who depends more; ``"neither"`` where both depend the same.
    """

    mutual: float
    imbalance: float
    weaker: str


def dependence(of_first: float, of_second: float) -> Dependence:
    """How much two firms need each other, and which of them needs the other more.

    The two are not the same. Where both need each other, they look for ways to tie themselves; where one
    needs the other more, the stronger has little reason to.

    Args:
        of_first: d₁, how much the first firm depends on the second (share, or any common scale, 0 or more),
            for example the share of its sales that goes there and that it could not place elsewhere.
        of_second: d₂, how much the second firm depends on the first (share, on the same scale).

    Returns:
        Mutual dependence, imbalance, and who is the weaker.

    Raises:
        ModelError: a value below 0 or no finite number.

    Equation:
        mutual = d₁ + d₂, imbalance = |d₁ − d₂|

    Source:
        casciaro2005.

    >>> tie = dependence(of_first=0.5, of_second=0.125)  # derived
    >>> tie.mutual, tie.imbalance, tie.weaker
    (0.625, 0.375, 'first')
    """
    first = number("of_first", of_first, NOT_NEGATIVE)
    second = number("of_second", of_second, NOT_NEGATIVE)
    weaker = "neither" if first == second else "first" if first > second else "second"
    return Dependence(result("of_first", of_first, first + second), abs(first - second), weaker)
