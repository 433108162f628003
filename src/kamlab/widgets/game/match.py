"""The course of a game: who may do what, a game against a bot, and a game of two bots.

The sides take turns, and each makes at most ``ROUNDS`` offers. Whoever has none left may only accept or walk
away. A match is its list of acts; nothing else is remembered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kamlab.widgets.game.bots import ROUNDS, STYLES, Seat
from kamlab.widgets.game.sheets import Pair
from kamlab.widgets.game.terms import Deal, other

OFFER, ACCEPT, WALK = "offer", "accept", "walk"


@dataclass(frozen=True)
class Act:
    """What one side did: ``kind`` is an offer (of ``deal``), an acceptance (of ``deal``) or walking away."""

    side: str
    kind: str
    deal: Deal | None = None


@dataclass(frozen=True)
class Match:
    """A game so far.

    Args:
        opener: the side that makes the first offer.
        acts: what was done, in turns.
    """

    opener: str
    acts: tuple[Act, ...] = ()

    @property
    def turn(self) -> str:
        """The side that is to act next."""
        return other(self.acts[-1].side) if self.acts else self.opener

    @property
    def round(self) -> int:
        """The round that is being played, from 1; at the end the one in which it ended."""
        return min((len(self.acts) - self.over) // 2 + 1, ROUNDS)

    def offers(self, side: str) -> tuple[Deal, ...]:
        """The offers that ``side`` has made."""
        return tuple(one.deal for one in self.acts if one.side == side and one.kind == OFFER and one.deal)

    @property
    def on_table(self) -> Deal | None:
        """The offer that may be accepted now."""
        last = self.acts[-1] if self.acts else None
        return last.deal if last and last.kind == OFFER else None

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return bool(self.acts) and self.acts[-1].kind != OFFER

    @property
    def agreed(self) -> Deal | None:
        """The deal that was accepted, if any."""
        return self.acts[-1].deal if self.acts and self.acts[-1].kind == ACCEPT else None

    def can(self) -> tuple[str, ...]:
        """What the side whose turn it is may do."""
        if self.over:
            return ()
        offer = (OFFER,) if len(self.offers(self.turn)) < ROUNDS else ()
        return (*offer, *((ACCEPT,) if self.on_table else ()), *((WALK,) if self.acts else ()))

    def after(self, kind: str, deal: Deal | None = None) -> "Match":
        """The match after the next act; the same match where that act is not possible."""
        if kind not in self.can():
            return self
        what = {OFFER: deal, ACCEPT: self.on_table}.get(kind)
        return replace(self, acts=(*self.acts, Act(self.turn, kind, what)))


def answered(match: Match, style: str, pair: Pair) -> Match:
    """The match after the bot of ``style``, whose turn it is, has acted."""
    if match.over:
        return match
    side = match.turn
    seat = Seat(side, pair, match.offers(side), match.offers(other(side)))
    if match.on_table and STYLES[style].accepts(seat):
        return match.after(ACCEPT)
    return match.after(OFFER, STYLES[style].offer(seat)) if OFFER in match.can() else match.after(WALK)


def against(style: str, pair: Pair, side: str, moves: Iterable[tuple[str, Deal]]) -> Match:
    """A game of ``side`` against a bot, which opens; impossible ``moves`` (act, offer) do not count."""
    match = answered(Match(other(side)), style, pair)
    for kind, deal in moves:
        then = match.after(kind, deal)
        match = match if then is match else answered(then, style, pair)
    return match


def duel(seller: str, buyer: str, pair: Pair, opener: str) -> Match:
    """A game of two bots, given by their styles."""
    match = Match(opener)
    while not match.over:
        match = answered(match, seller if match.turn == pair.seller.side else buyer, pair)
    return match
