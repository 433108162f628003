"""The table as it stands: what the controls and the moves made so far amount to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from kamlab.widgets.controls import Answers, Pressed
from kamlab.widgets.game import frontier, match, sheets
from kamlab.widgets.game.frontier import Point
from kamlab.widgets.game.match import Match
from kamlab.widgets.game.sheets import Pair, Sheet
from kamlab.widgets.game.terms import ISSUES, SELLER, Deal, deal, other

TWO = "two"  # instead of a bot's style: a second person at the same screen
AGAIN = "again"


@dataclass(frozen=True)
class Table:
    """A game.

    Args:
        seat: the side that the trainee has chosen; with two people, whose sheet is to be open.
        opponent: a bot's style, or ``TWO``.
        pair: both sheets.
        match: the game so far.
        draft: the deal on the sliders.
    """

    seat: str
    opponent: str
    pair: Pair
    match: Match
    draft: Deal

    @property
    def two(self) -> bool:
        """Whether two people play."""
        return self.opponent == TWO

    @property
    def open(self) -> Sheet | None:
        """The sheet that may be seen while the game goes on: with two people only that of the side to act."""
        if self.two and self.match.turn != self.seat:
            return None
        return self.pair.of(self.seat)

    @property
    def can(self) -> tuple[str, ...]:
        """The buttons that may be pressed."""
        acts = self.match.can() if self.open else ()
        begun = self.match.offers(self.seat) or self.match.over or (self.two and self.match.acts)
        return (*acts, AGAIN) if begun else acts

    @property
    def result(self) -> Point:
        """What both gain in the end: nothing without an agreement."""
        agreed = self.match.agreed
        return frontier.point(self.pair, agreed) if agreed else Point(0.0, 0.0, self.draft)

    @property
    def reached(self) -> float:
        """The share of the gain possible that was reached."""
        return self.result.total / sheets.most(self.pair)

    def part(self, side: str) -> float:
        """What ``side`` gets of the gain that was reached (share; 0 where there is none)."""
        result = self.result
        mine = result.seller if side == SELLER else result.buyer
        return mine / result.total if result.total > 0 else 0.0

    @property
    def judged(self) -> tuple[str, ...]:
        """The sides that the trainee plays."""
        return (self.seat, other(self.seat)) if self.two else (self.seat,)


def read(answers: Answers) -> Table:
    """The table that the controls and their moves describe."""
    seat, opponent, seed = answers.choice("seat"), answers.choice("opponent"), int(answers.number("seed"))
    pair = sheets.drawn(seed)
    now = {"seat": [seat], "opponent": [opponent], "seed": float(seed)}
    made = _of_this_game(answers.pressed("moves"), now)
    draft = deal({issue.id: answers.number(issue.id) for issue in ISSUES})
    return Table(seat, opponent, pair, _played(made, opponent, seat, pair), draft)


def _of_this_game(made: Sequence[Pressed], now: dict[str, object]) -> list[Pressed]:
    """The latest moves with the set-up of ``now``: another seat, opponent or seed begins a new game.

    With two people the seat changes from turn to turn.
    """
    names = [name for name in now if name != "seat" or now["opponent"] != [TWO]]
    same = takewhile(lambda one: all(one["values"].get(name) == now[name] for name in names), reversed(made))
    return list(same)[::-1]


def _played(made: Sequence[Pressed], opponent: str, seat: str, pair: Pair) -> Match:
    moves = [(one["move"], _offered(one)) for one in made]
    if opponent != TWO:
        return match.against(opponent, pair, seat, moves)
    course = Match(SELLER)
    for one, (kind, offered) in zip(made, moves, strict=True):
        if one["values"].get("seat") == [course.turn]:  # nobody acts in the other's turn
            course = course.after(kind, offered)
    return course


def _offered(one: Pressed) -> Deal:
    values = one["values"]
    return deal({issue.id: float(str(values[issue.id])) for issue in ISSUES})
