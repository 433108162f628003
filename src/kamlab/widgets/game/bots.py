"""Three opponents, whose next offer follows from the sheets and the offers made so far: no chance, no memory.

Each sets itself an aim, in its own gain (kEUR a year), makes an offer that reaches it, and accepts what is
at least as good as what it would ask for next, the rule of Faratin, Sierra and Jennings (1998). Of their
tactics, the hard bargainer looks at the clock, the fair trader answers in kind, and the opportunist does the
opposite. Only the fair trader knows both sheets; the others know the published ranges and expect the middle
of yours.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamlab.widgets.game import frontier, sheets
from kamlab.widgets.game.sheets import Pair
from kamlab.widgets.game.terms import PRICE, SELLER, TODAY, Deal, per_cent

ROUNDS = 6
HARD, FAIR, OPPORTUNIST = "hard", "fair", "opportunist"

LATE = 5.0  # the hard bargainer's concession grows with this power of time passed (Faratin's 1/β)
ASKS, LEAST = 0.9, 0.5  # of the gain that it expects: what it asks first, and what it takes at last
PREMIUM = 0.5  # of your half: what the fair trader asks first on top of its own
STEP = 0.25  # of that premium: its first step, made once and unasked
EAGER, CONTENT = 0.9, 0.1  # of the gain that it expects: the opportunist's first aim, and its last
FIRM = 2.0  # kEUR a year: whoever moves by less has not moved
YIELDS = 0.3  # share of the way down that the opportunist goes when you are firm
MORE = 0.5  # for each euro that you give it, it wants so much more


@dataclass(frozen=True)
class Seat:
    """What an opponent sees.

    Args:
        side: its own.
        pair: the sheets; the other one is read by the fair trader alone.
        own: its offers so far.
        theirs: the other side's.
    """

    side: str
    pair: Pair
    own: Sequence[Deal]
    theirs: Sequence[Deal]

    def gain(self, deal: Deal) -> float:
        """What ``deal`` brings it, kEUR a year above no agreement."""
        return self.pair.of(self.side).gain(deal)

    @property
    def expected(self) -> Pair:
        """The sheets as far as it can know them."""
        return sheets.expected(self.pair, self.side)

    @property
    def passed(self) -> float:
        """The share of its rounds that has passed, 0 to 1."""
        return min(len(self.own) / ROUNDS, 1.0)


def priced(seat: Seat, extras: Sequence[int], aim: float) -> Deal:
    """The deal with these other terms whose price just reaches ``aim``; the best price where none does."""
    plain = Deal(PRICE.level(0), *extras)
    towards = 1 if seat.side == SELLER else -1
    missing = (aim - seat.gain(plain)) / per_cent() / PRICE.step
    steps = -int(-(missing - 1e-9) // 1)  # rounded up: a bot never rounds to its own harm
    return plain._replace(price=min(max(plain.price + towards * steps, 0), PRICE.steps))


def offered(seat: Seat) -> list[float]:
    """What the other side's offers brought it, one after another."""
    return [seat.gain(each) for each in seat.theirs]


def hard_aim(seat: Seat) -> float:
    """Nearly all of the gain that it expects at first; late it comes down, to half of that gain."""
    return sheets.most(seat.expected) * (ASKS - (ASKS - LEAST) * math.pow(seat.passed, LATE))


def hard_extras(_seat: Seat) -> Sequence[int]:
    """It talks about the price alone: everything else stays as today."""
    return TODAY[1:]


def fair_half(seat: Seat) -> float:
    """What Nash's solution gives it."""
    half = frontier.nash(seat.pair)
    return half.seller if seat.side == SELLER else half.buyer


def fair_aim(seat: Seat) -> float:
    """Its half and a premium, from which it takes one step unasked and then as much as you have moved."""
    half = fair_half(seat)
    premium = PREMIUM * (frontier.nash(seat.pair).total - half)
    gains = offered(seat)
    conceded = max(gains) - gains[0] if gains else 0.0
    return half + max(0.0, premium - conceded - (STEP * premium if seat.own else 0.0))


def fair_extras(seat: Seat) -> Sequence[int]:
    """The terms of Nash's solution: those that are best for both together."""
    return frontier.nash(seat.pair).deal[1:]


def opportunist_aim(seat: Seat) -> float:
    """More whenever you give something, less whenever you are firm."""
    gain = sheets.most(seat.expected)
    aim, least, gains = EAGER * gain, CONTENT * gain, offered(seat)
    for before, after in pairwise(gains):
        given = after - before
        aim = aim - YIELDS * (aim - least) if given < FIRM else min(max(aim, after) + MORE * given, gain)
    return aim


def opportunist_extras(seat: Seat) -> Sequence[int]:
    """At first the terms that it expects to be best for both, then whatever terms you offer."""
    return seat.theirs[-1][1:] if seat.theirs else sheets.best_together(seat.expected)


@dataclass(frozen=True)
class Style:
    """A way to negotiate.

    Args:
        aim: what its next offer is to bring it, kEUR a year above no agreement.
        extras: the steps of the terms besides the price in that offer.
        takes: the least that it accepts now.
    """

    aim: Callable[[Seat], float]
    extras: Callable[[Seat], Sequence[int]]
    takes: Callable[[Seat], float]

    def offer(self, seat: Seat) -> Deal:
        """Its next offer."""
        return priced(seat, self.extras(seat), self.aim(seat))

    def accepts(self, seat: Seat) -> bool:
        """Whether it takes the last offer made to it."""
        return seat.gain(seat.theirs[-1]) >= self.takes(seat) - 1e-9


STYLES: Mapping[str, Style] = {
    HARD: Style(hard_aim, hard_extras, hard_aim),
    FAIR: Style(fair_aim, fair_extras, fair_half),
    OPPORTUNIST: Style(opportunist_aim, opportunist_extras, opportunist_aim),
}
