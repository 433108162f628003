"""An exercise in which the reader decides: declared here, drawn by the shell, checked by rules.

An exercise is one ``Decision``: the task, the controls, the model that reads them, what follows from it for
both sides, and the rules of the goal, each with its reason. Everything that all exercises share (their parts,
ids, the check, kept progress) is done here and in ``shell``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kamlab.i18n import Translator
from kamlab.widgets import Entry
from kamlab.widgets.controls import Answers, Control, Group
from kamlab.widgets.markup import paragraph
from kamlab.widgets.picture import Picture
from kamlab.widgets.shell import Definition, Face, View
from kamlab.widgets.sides import Figures, two_sided
from kamlab.widgets.verdict import Feedback, Reason, by

S = TypeVar("S")
Rule = Callable[[S, Translator], Reason | Sequence[Reason]]


@dataclass(frozen=True)
class Task:
    """What the reader is told before she decides, all plain text.

    Args:
        situation: where both sides stand.
        goal: what she is to reach, with every limit that the rules check.
        assumed: what the exercise takes for granted.
    """

    situation: str
    goal: str
    assumed: str = ""

    def html(self) -> str:
        """The paragraphs of the task."""
        last = paragraph(self.assumed, class_="kl-help") if self.assumed else ""
        return paragraph(self.situation) + paragraph(self.goal, class_="kl-goal") + last


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What follows from a decision.

    Args:
        summary: the outcome in one or two sentences; also what a screen reader says after a move.
        pictures: one or more charts.
        warning: a sentence below them, where something needs attention.
        sides: each side's figures, by its name.
        before: the same before the decision, where that is to be compared.
        table: a data table (``sides``); the pictures' own where there is none.
        equation: the equation with the numbers filled in (``formula.worked``).
    """

    summary: str
    pictures: tuple[Picture, ...]
    warning: str = ""
    sides: Mapping[str, Figures] = field(default_factory=dict)
    before: Mapping[str, Figures] | None = None
    table: str = ""
    equation: str = ""

    def view(self, prefix: str) -> View:
        """The parts of the view; ``prefix`` begins the ids of the charts."""
        warning = paragraph(self.warning, class_="kl-note") if self.warning else ""
        return {
            "summary": paragraph(self.summary),
            "say": self.summary,
            "chart": "".join(picture.html(prefix) for picture in self.pictures) + warning,
            "sides": two_sided(self.sides, self.before) if self.sides else "",
            "table": self.table or "".join(picture.table() for picture in self.pictures),
            "equation": self.equation,
        }


@dataclass(frozen=True, kw_only=True)
class Decision(Definition, Generic[S]):
    """One exercise; called, it is shown.

    Args:
        exercise_id: the unit's id, a hyphen and a name; unique and stable, kept progress is found by it.
        version: raised when kept values would no longer fit.
        concepts: ids of the concepts that it exercises.
        title: its name (a message of the catalogue).
        task: the situation and the goal.
        controls: what is moved, in groups or singly.
        read: the model: what follows from the controls' values. Everything below gets this.
        show: what the reader sees of it.
        rules: the conditions of the goal, in the order shown; a rule may give several reasons.
    """

    exercise_id: str
    version: int
    concepts: tuple[str, ...]
    title: str
    task: Callable[[Translator], Task]
    controls: Callable[[Translator], Sequence[Group | Control]]
    read: Callable[[Answers], S]
    show: Callable[[S, Translator], Shown]
    rules: tuple[Rule[S], ...]

    def face(self, t: Translator) -> Face:
        """The task and its controls."""
        groups = (one if isinstance(one, Group) else Group(controls=(one,)) for one in self.controls(t))
        return Face(t(self.title), self.task(t).html(), tuple(groups), t("Check my decision"))

    def view(self, answers: Answers, t: Translator) -> View:
        """The decision's consequences."""
        return self.show(self.read(answers), t).view(f"kl-{self.exercise_id}")

    def check(self, answers: Answers, t: Translator) -> tuple[Reason, ...]:
        """The conditions of the goal, each with what stands in its way."""
        state = self.read(answers)
        found = (rule(state, t) for rule in self.rules)
        return tuple(r for one in found for r in ((one,) if isinstance(one, Reason) else one))

    def judge(self, answers: Answers, checked: Answers | None, t: Translator) -> Feedback:
        """What is said after a check."""
        return by(self.check)(answers, checked, t)

    def entries(self) -> list[Entry]:
        """Its line in the register."""
        return [Entry(self.exercise_id, self.unit, "exercise", self.concepts)]
