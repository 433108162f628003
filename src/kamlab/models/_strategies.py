"""The strategies of ``repeated_game``: who does what, given what both sides have done so far."""

import random
from collections.abc import Callable
from enum import Enum
from typing import Literal

from kamlab.models._domain import refusal

Move = Literal["C", "D"]
"""What a partner does in a round: ``"C"`` cooperates, ``"D"`` defects."""

Past = tuple[Move, ...]
"""A side's moves so far, as a function of the caller's own sees them."""

_Moves = list[Move]
Rule = Callable[[_Moves, _Moves, random.Random], Move]

FORGIVENESS = 1 / 3
"""How often generous tit for tat answers a defection with cooperation (share).

It is what ``generosity_limit`` allows for the payoffs 5, 3, 1 and 0.
"""


class Strategy(Enum):
    """How a partner answers what has happened so far."""

    ALWAYS_COOPERATE = "always cooperate"
    ALWAYS_DEFECT = "always defect"
    TIT_FOR_TAT = "tit for tat"
    GENEROUS_TIT_FOR_TAT = "generous tit for tat"
    TIT_FOR_TWO_TATS = "tit for two tats"
    GRIM_TRIGGER = "grim trigger"
    WIN_STAY_LOSE_SHIFT = "win stay lose shift"


def _always_cooperate(_mine: _Moves, _theirs: _Moves, _draw: random.Random) -> Move:
    return "C"


def _always_defect(_mine: _Moves, _theirs: _Moves, _draw: random.Random) -> Move:
    return "D"


def _tit_for_tat(_mine: _Moves, theirs: _Moves, _draw: random.Random) -> Move:
    return theirs[-1] if theirs else "C"


def _generous_tit_for_tat(_mine: _Moves, theirs: _Moves, draw: random.Random) -> Move:
    # Drawn in every round, so that the draws of later rounds do not depend on the moves of earlier ones.
    forgives = draw.random() < FORGIVENESS
    return "D" if theirs[-1:] == ["D"] and not forgives else "C"


def _tit_for_two_tats(_mine: _Moves, theirs: _Moves, _draw: random.Random) -> Move:
    return "D" if theirs[-2:] == ["D", "D"] else "C"


def _grim_trigger(_mine: _Moves, theirs: _Moves, _draw: random.Random) -> Move:
    return "D" if "D" in theirs else "C"


def _win_stay_lose_shift(mine: _Moves, theirs: _Moves, _draw: random.Random) -> Move:
    # Who met cooperation has won and repeats the move; who met defection changes it.
    return "C" if mine[-1:] == theirs[-1:] else "D"


_RULES: dict[Strategy, Rule] = {
    Strategy.ALWAYS_COOPERATE: _always_cooperate,
    Strategy.ALWAYS_DEFECT: _always_defect,
    Strategy.TIT_FOR_TAT: _tit_for_tat,
    Strategy.GENEROUS_TIT_FOR_TAT: _generous_tit_for_tat,
    Strategy.TIT_FOR_TWO_TATS: _tit_for_two_tats,
    Strategy.GRIM_TRIGGER: _grim_trigger,
    Strategy.WIN_STAY_LOSE_SHIFT: _win_stay_lose_shift,
}


def rule(parameter: str, strategy: object) -> Rule:
    """The rule of a strategy, given by name, as a member of ``Strategy`` or as a function of one's own.

    Raises:
        ModelError: it is none of these.
    """
    if isinstance(strategy, str):
        strategy = _by_name(strategy)
    if isinstance(strategy, Strategy):
        return _RULES[strategy]
    if callable(strategy):
        return _own(parameter, strategy)
    names = ", ".join(member.value for member in Strategy)
    raise refusal(parameter, strategy, f"{names}, or a function of both pasts")


def _by_name(name: str) -> Strategy | str:
    plain = " ".join(name.lower().replace("_", " ").replace("-", " ").replace(",", " ").split())
    return next((member for member in Strategy if member.value == plain), name)


def _own(parameter: str, function: Callable[[Past, Past], object]) -> Rule:
    allowed = 'a function of both pasts that answers "C" or "D"'

    def played(mine: _Moves, theirs: _Moves, _draw: random.Random) -> Move:
        try:
            move = function(tuple(mine), tuple(theirs))
        except Exception as error:  # whatever a function of the caller's does wrong, the caller is told where
            raise refusal(parameter, function, allowed) from error
        if isinstance(move, str) and move == "C":
            return "C"
        if isinstance(move, str) and move == "D":
            return "D"
        raise refusal(parameter, function, allowed)

    return played
