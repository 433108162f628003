"""Two strategies of ``repeated_game`` against each other, round by round."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kamlab.models._domain import ANY, SHARE, number, summed, vector, whole
from kamlab.models._strategies import Move, Past, Rule, Strategy, rule

__all__ = ["History", "play"]

_MOST_ROUNDS = 10_000


@dataclass(frozen=True)
class History:
    """What happened, round by round; read like a list, it gives each round's pair of moves.

    Args:
        moves: what the first and the second did in each round, as it came out (``"C"`` or ``"D"``).
        first_payoffs: what the first got in each round (currency).
        second_payoffs: what the second got in each round (currency).
        first_total: what the first got in all (currency).
        second_total: what the second got in all (currency).
        cooperation: how many of all moves were cooperation (share, 0 to 1).
    """

    moves: tuple[tuple[Move, Move], ...]
    first_payoffs: tuple[float, ...]
    second_payoffs: tuple[float, ...]
    first_total: float
    second_total: float
    cooperation: float

    def __getitem__(self, place: int) -> tuple[Move, Move]:
        return self.moves[place]

    def __iter__(self) -> Iterator[tuple[Move, Move]]:
        return iter(self.moves)

    def __len__(self) -> int:
        return len(self.moves)


def play(  # noqa: PLR0913, PLR0917 - signature of the course
    first: Strategy | str | Callable[[Past, Past], Move],
    second: Strategy | str | Callable[[Past, Past], Move],
    payoffs: Sequence[float],
    rounds: int,
    noise: float = 0,
    seed: int = 0,
) -> History:
    """What two partners do to each other over many rounds, each by a fixed rule.

    Args:
        first: the first partner's strategy: a ``Strategy``, its name (``"tit for tat"``, ``"always defect"``,
            ``"win stay lose shift"`` ...), or a function of her own past moves and the other's, which answers
            ``"C"`` or ``"D"``.
        second: the second partner's strategy, in the same way.
        payoffs: the temptation to defect alone (T), the reward for both (R), the punishment for both (P), and
            what is left to who cooperated alone (S), in this order (currency, four numbers).
        rounds: how many times they meet (number, whole, 1 to 10,000).
        noise: the chance that a move comes out as its opposite (share, 0 to 1). Both see what came out, not
            what was meant.
        seed: which random draws to take (whole, 0 or more); the same seed draws the same.

    Returns:
        The moves, payoffs and totals.

    Raises:
        ModelError: a strategy that is not known or answers anything else, or a value outside the ranges
            above.

    Equation:
        C against C pays R to both, D against D pays P to both, D against C pays T to who defected and S to
        the other

    Source:
        axelrod1981 for the game, molander1985 for what mistakes do to tit for tat, nowak1993 for win stay,
        lose shift.

    >>> calm = play("tit for tat", "tit for tat", payoffs=(5, 3, 1, 0), rounds=200, noise=0, seed=1)
    >>> calm.cooperation, calm.first_total
    (1.0, 600.0)
    >>> play("tit for tat", "always defect", payoffs=(5, 3, 1, 0), rounds=3).moves  # derived: fooled once
    (('C', 'D'), ('D', 'D'), ('D', 'D'))
    """
    rules = (rule("first", first), rule("second", second))
    best, kept, war, worst = vector("payoffs", payoffs, ANY, 4)
    length = whole("rounds", rounds, least=1, most=_MOST_ROUNDS)
    slip, draw = number("noise", noise, SHARE), random.Random(whole("seed", seed))  # noqa: S311 - a seeded example, no secret
    moves = _played(rules, length, slip, draw)
    pays = {("C", "C"): kept, ("C", "D"): worst, ("D", "C"): best, ("D", "D"): war}
    mine, theirs = tuple(pays[move] for move in moves), tuple(pays[other, own] for own, other in moves)
    return History(
        moves=tuple(moves),
        first_payoffs=mine,
        second_payoffs=theirs,
        first_total=summed("payoffs", payoffs, mine),
        second_total=summed("payoffs", payoffs, theirs),
        cooperation=sum(pair.count("C") for pair in moves) / (2 * length),
    )


def _played(
    rules: tuple[Rule, Rule], rounds: int, noise: float, draw: random.Random
) -> list[tuple[Move, Move]]:
    mine: list[Move] = []
    theirs: list[Move] = []
    for _ in range(rounds):
        meant = (rules[0](mine, theirs, draw), rules[1](theirs, mine, draw))
        for moves, move in zip((mine, theirs), meant, strict=True):
            moves.append(_slipped(move) if draw.random() < noise else move)
    return list(zip(mine, theirs, strict=True))


def _slipped(move: Move) -> Move:
    return "D" if move == "C" else "C"
