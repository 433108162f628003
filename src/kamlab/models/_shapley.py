"""The alliance of ``coalition.shapley_value``, its coalitions, and their sums."""

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import compress, product
from operator import mul, sub
from typing import TypeVar, cast

from kamlab.errors import ModelError
from kamlab.models._domain import ANY, members, number, refusal, summed

MOST_PLAYERS = 20
"""The largest alliance that ``shapley_value`` takes: with each further partner the coalitions double."""

Player = TypeVar("Player", bound=Hashable)


def alliance(players: Iterable[Player]) -> list[Player]:
    """The players as a list.

    Raises:
        ModelError: no list, too long or empty, or a player that is no name or comes twice.
    """
    # The order of players says nothing, so a set will do; but the letters of a word are no players.
    named = cast("list[Player]", members("players", players, "a list of players"))
    for place, player in enumerate(named):
        if not _is_name(player):
            raise refusal(f"players[{place}]", player, "a name or a whole number")
    if not 1 <= len(named) <= MOST_PLAYERS:
        raise ModelError("players", f"a list of {len(named)}", f"1 to {MOST_PLAYERS} players")
    if len(set(named)) < len(named):
        raise refusal("players", named, "players who come once each")
    return named


def _is_name(player: object) -> bool:
    if player is None or isinstance(player, bool | float):
        return False
    try:
        hash(player)
    except TypeError:  # a list cannot be a member of a set
        return False
    return isinstance(player, Hashable)


def worths(players: Sequence[Player], worth: Callable[[frozenset[Player]], float]) -> list[float]:
    """The worth of every coalition; the one of players i, j, ... is at place 2ⁱ + 2ʲ + ... .

    Raises:
        ModelError: ``worth`` fails, or gives anything but a finite number.
    """
    backwards = players[::-1]  # the last of a row of choices is the first to change
    choices = product((False, True), repeat=len(players))
    next(choices)  # nobody
    return [0.0, *(_asked(worth, frozenset(compress(backwards, chosen))) for chosen in choices)]


def _asked(worth: Callable[[frozenset[Player]], float], coalition: frozenset[Player]) -> float:
    try:
        answer = worth(coalition)
    except Exception as error:  # whatever a function of the caller's does wrong, the caller is told where
        raise refusal("worth", worth, "a function that gives every coalition a number") from error
    return number("worth", answer, ANY)


def average_gains(by_coalition: Sequence[float], count: int) -> list[float]:
    """What each of ``count`` players adds on average over all orders of joining.

    Raises:
        ModelError: a sum that leaves the range of floating-point numbers.
    """
    weights = [math.factorial(size) * math.factorial(count - size - 1) for size in range(count)]
    shares = [weights[others.bit_count()] / math.factorial(count) for others in range(2 ** (count - 1))]
    held, averages = list(by_coalition), list[float]()
    for _ in range(count):
        # The first player's coalitions stand at the odd places; behind the others, she becomes the last.
        without, joined = held[0::2], held[1::2]
        averages.append(summed("worth", by_coalition, map(mul, shares, map(sub, joined, without))))
        held = without + joined
    return averages
