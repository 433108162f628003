"""Quizzes: questions whose every option explains itself once it was checked.

A quiz uses the exercises' shell, so it keeps its state and works by keyboard in the same way. A question
answered wrong can be tried again; right answers stay.
"""

from dataclasses import dataclass

from kamlab.i18n import N_, Translator
from kamlab.widgets import Entry
from kamlab.widgets.controls import Answers, Choice, Control, Group, Number, Option
from kamlab.widgets.markup import element, escape, items, paragraph
from kamlab.widgets.numbers import number
from kamlab.widgets.shell import Definition, Face, View
from kamlab.widgets.verdict import Feedback


@dataclass(frozen=True)
class Answer:
    """One option of a question.

    Args:
        text: what it says.
        right: whether it is to be chosen.
        why: why it is right or wrong; shown after checking.
    """

    text: str
    right: bool
    why: str


def right(text: str, why: str) -> Answer:
    """An option that is to be chosen, and why."""
    return Answer(text, right=True, why=why)


def wrong(text: str, why: str) -> Answer:
    """An option that is not to be chosen, and why."""
    return Answer(text, right=False, why=why)


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with options: one right answer, or several where ``many``.

    Args:
        id: unique within the quiz, and stable.
        concepts: ids of the concepts that it asks about.
        prompt: the question.
        answers: the options, in the order shown. Of a true-or-false question each carries its reason.
        many: any number of options may be right.
    """

    id: str
    concepts: tuple[str, ...]
    prompt: str
    answers: tuple[Answer, ...]
    many: bool = False

    def control(self, number_: int, t: Translator) -> Control:
        """The question as something to answer."""
        options = tuple(Option(str(i), t(answer.text)) for i, answer in enumerate(self.answers))
        text = t("Choose every right answer.") if self.many else t("Choose one answer.")
        return Choice(
            id=self.id, label=_label(number_, self.prompt, t), options=options, many=self.many, help=text
        )

    def answered(self, given: Answers) -> bool:
        """Whether anything was chosen."""
        return bool(given.chosen(self.id))

    def right(self, given: Answers) -> bool:
        """Whether exactly the right options were chosen."""
        return given.chosen(self.id) == tuple(str(i) for i, answer in enumerate(self.answers) if answer.right)

    def explain(self, given: Answers, t: Translator) -> str:
        """Reasons for what was chosen; the other options' reasons stay folded."""
        chosen = given.chosen(self.id)
        lines = [(str(i) in chosen, _reason(answer, t)) for i, answer in enumerate(self.answers)]
        mine, others = ([line for was, line in lines if was is kind] for kind in (True, False))
        return items(mine) + _folded(t("The other options"), items(others)) if others else items(mine)

    def still(self, t: Translator) -> str:
        """Options, and their reasons folded, for print."""
        options = items(escape(t(answer.text)) for answer in self.answers)
        return options + _folded(
            t("Answers and reasons"), items(_reason(answer, t) for answer in self.answers)
        )


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A question that asks for a number.

    Args:
        id: unique within the quiz, and stable.
        concepts: ids of the concepts that it asks about.
        prompt: the question, with every figure that is needed.
        unit: how a value is written, e.g. ``"{n} EUR"``.
        value: the right number, in that unit.
        tolerance: how far an answer may be off, in that unit.
        why: how the number comes about.
        slips: (number, what was probably done) pairs for common mistakes.
    """

    id: str
    concepts: tuple[str, ...]
    prompt: str
    unit: str
    value: float
    tolerance: float
    why: str
    slips: tuple[tuple[float, str], ...] = ()

    def control(self, number_: int, t: Translator) -> Control:
        """The question as something to answer."""
        return Number(id=self.id, label=_label(number_, self.prompt, t), unit=t(self.unit))

    def answered(self, given: Answers) -> bool:
        """Whether a number was typed."""
        return given.entry(self.id) is not None

    def right(self, given: Answers) -> bool:
        """Whether the number is near enough."""
        return self._near(given, self.value)

    def _near(self, given: Answers, value: float) -> bool:
        entry = given.entry(self.id)
        return entry is not None and abs(entry - value) <= self.tolerance

    def explain(self, given: Answers, t: Translator) -> str:
        """How a likely slip came about; the right way stays folded until the answer is right."""
        if self.right(given):
            return paragraph(t(self.why))
        slip = next((text for value, text in self.slips if self._near(given, value)), _NO_SLIP)
        return paragraph(t(slip)) + _folded(t("How it is worked out"), self._worked(t))

    def _worked(self, t: Translator) -> str:
        digits = 0 if float(self.value).is_integer() else 2
        value = t(self.unit).replace("{n}", number(self.value, digits))
        return element("p", element("b", escape(value)) + " " + escape(t(self.why)))

    def still(self, t: Translator) -> str:
        """The solution, folded, for print."""
        return _folded(t("How it is worked out"), self._worked(t))


Item = Question | Sum
_NO_SLIP = N_(
    "That is not it. Write down the formula, put in the figures one by one, and mind the signs and units."
)


@dataclass(frozen=True)
class Quiz(Definition):
    """Questions as one exercise.

    Args:
        exercise_id: unique and stable.
        version: raised when kept answers would no longer fit.
        title: its name (a message of the catalogue).
        questions: in the order shown.
    """

    exercise_id: str
    version: int
    title: str
    questions: tuple[Item, ...]

    def entries(self) -> list[Entry]:
        """A line a question in the register."""
        return [
            Entry(f"{self.exercise_id}/{q.id}", self.unit, "quiz-question", q.concepts)
            for q in self.questions
        ]

    def face(self, t: Translator) -> Face:
        """The questions as they are asked."""
        task = paragraph(
            t("Every option explains itself once you have checked. What was wrong can be tried again.")
        )
        groups = tuple(
            Group(controls=(question.control(place, t),), part=f"after-{question.id}")
            for place, question in enumerate(self.questions, start=1)
        )
        return Face(t(self.title), task, groups, t("Check my answers"))

    def view(self, answers: Answers, t: Translator) -> View:
        """How many are answered."""
        count = sum(question.answered(answers) for question in self.questions)
        said = t("Answered: {count} of {all}.", count=count, all=len(self.questions))
        return {"summary": paragraph(said), "say": said}

    def judge(self, answers: Answers, checked: Answers | None, t: Translator) -> Feedback:
        """Right and wrong, and why; what was wrong can be tried again."""
        if checked is None:
            return Feedback({f"after-{question.id}": "" for question in self.questions})
        right = [question.right(checked) for question in self.questions]
        said = self._score(sum(right), self._open(answers, checked), t)
        parts = {f"after-{q.id}": _explained(q, answers, checked, t) for q in self.questions}
        parts["summary"] = element("p", element("b", escape(said)))
        wrong = tuple(
            q.id for q, ok in zip(self.questions, right, strict=True) if not ok and q.answered(checked)
        )
        return Feedback(parts, solved=all(right), say=said, retry=wrong)

    def _open(self, answers: Answers, checked: Answers) -> int:
        return sum(answers.values[q.id] != checked.values[q.id] for q in self.questions)

    def _score(self, right: int, changed: int, t: Translator) -> str:
        said = t("Score: {right} of {all} points.", right=right, all=len(self.questions))
        return said + " " + t("Changed since the last check: {count}.", count=changed) if changed else said

    def still(self, t: Translator) -> str:
        """Every question, its answers folded, for print."""
        return "".join(
            paragraph(_label(place, question.prompt, t)) + question.still(t)
            for place, question in enumerate(self.questions, start=1)
        )


def _label(place: int, prompt: str, t: Translator) -> str:
    return f"{place}. {t(prompt)}"


def _reason(answer: Answer, t: Translator) -> str:
    sign = "✓ " + t("right") if answer.right else "✗ " + t("wrong")
    kind = "kl-met" if answer.right else "kl-missed"
    return (
        element("span", escape(sign), class_=kind)
        + element("b", escape(t(answer.text)))
        + element("p", escape(t(answer.why)))
    )


def _folded(title: str, content: str) -> str:
    return element("details", element("summary", escape(title)) + content)


def _explained(question: Item, answers: Answers, checked: Answers, t: Translator) -> str:
    """The verdict on a question as it was checked; nothing while it is being answered anew."""
    if answers.values[question.id] != checked.values[question.id]:
        return ""
    if not question.answered(checked):
        return paragraph(t("Not answered yet."))
    met = question.right(checked)
    text = "✓ " + t("right") if met else "✗ " + t("not right yet")
    head = element("p", element("span", escape(text), class_="kl-met" if met else "kl-missed"))
    return head + question.explain(checked, t)
