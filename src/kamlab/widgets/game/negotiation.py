"""The negotiation game as an exercise: a table to sit down at, against a bot or with a friend (C07, C46).

``terms``, ``sheets``, ``frontier``, ``bots`` and ``match`` are the game itself, without any markup; ``table``
reads it off the controls; ``during`` and ``after`` show it; ``check`` judges it.
"""

from dataclasses import dataclass

from kamlab.i18n import N_, Translator
from kamlab.widgets import Entry
from kamlab.widgets.controls import Answers
from kamlab.widgets.game import after, board, during, words
from kamlab.widgets.game.check import RULES
from kamlab.widgets.game.table import Table, read
from kamlab.widgets.game.terms import FIRST_DRAFT, ISSUES, SIDES
from kamlab.widgets.markup import element, escape, items, paragraph
from kamlab.widgets.shell import Definition, Face, View
from kamlab.widgets.verdict import Feedback, Reason, by

_TITLE = N_("Meridian and Nordlys negotiate")
_NOT_THE_GAME = [issue.id for issue in ISSUES]  # a slider moved is no move


@dataclass(frozen=True)
class Negotiation(Definition):
    """The game; called, it is shown.

    Args:
        exercise_id: kept progress is found by it.
        version: raised when kept moves would no longer fit.
        concepts: ids of the concepts that it exercises.
    """

    exercise_id: str
    version: int
    concepts: tuple[str, ...]

    def face(self, t: Translator) -> Face:
        """The task, the set-up, the offer and the buttons."""
        return Face(t(_TITLE), board.task(t).html(), board.groups(t), t("Judge the outcome"))

    def view(self, answers: Answers, t: Translator) -> View:
        """The table: while the game goes on only what its player may see, afterwards everything."""
        now = read(answers)
        stage = after if now.match.over else during
        parts = stage.shown(now, t).view(f"kl-{self.exercise_id}")
        talk = stage.talk(now, t)
        own = {
            "talk": "".join(paragraph(line) for line in talk),
            "say": t.joined([*(talk if _fresh(now) else []), parts["say"]]),
            "sheet": _sheet(now, t),
            "can": " ".join(now.can),
        }
        return {**parts, **own}

    def check(self, answers: Answers, t: Translator) -> tuple[Reason, ...]:
        """The conditions of the goal, each with what stands in its way."""
        now = read(answers)
        found = (rule(now, t) for rule in RULES)
        return tuple(r for one in found for r in ((one,) if isinstance(one, Reason) else one))

    def judge(self, answers: Answers, checked: Answers | None, t: Translator) -> Feedback:
        """What is said after a check; the sliders may move on without a new one."""
        return by(self.check)(_game_of(answers), checked and _game_of(checked), t)

    def entries(self) -> list[Entry]:
        """Its line in the register."""
        return [Entry(self.exercise_id, self.unit, "exercise", self.concepts)]


def _fresh(now: Table) -> bool:
    """Whether no slider has moved since the last offer: then a screen reader says what came back."""
    made = now.match.offers(now.seat)
    return now.match.over or now.draft == (made[-1] if made else FIRST_DRAFT)


def _game_of(answers: Answers) -> Answers:
    """The same with the offer's sliders at rest."""
    rest = dict.fromkeys(_NOT_THE_GAME, 0.0)
    return Answers({**answers.values, **rest})


def _sheet(now: Table, t: Translator) -> str:
    """The sheets that may be seen now."""
    if now.match.over:
        return "".join(_one_sheet(side, now, t) for side in SIDES)
    if now.open is None:
        return paragraph(
            t("The sheets are closed: it is the turn of {side}.", side=words.side_name(now.match.turn, t))
        )
    return _one_sheet(now.seat, now, t)


def _one_sheet(side: str, now: Table, t: Translator) -> str:
    title = t("The sheet of {side}", side=words.side_name(side, t))
    lines = words.sheet_lines(now.pair.of(side), t)
    return element("p", element("b", escape(title))) + items(escape(line) for line in lines)


negotiation = Negotiation("game-negotiation", 1, ("C07", "C46"))
