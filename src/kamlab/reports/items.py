"""One entry of a feedback page per graded cell: question, answer, verdict, why, and where to read on."""

from dataclasses import dataclass

from kamlab.answers.questions import Question
from kamlab.grading.case import Case
from kamlab.grading.results import Result
from kamlab.grading.score import CellScore
from kamlab.grading.standing import Standing
from kamlab.i18n import N_, Translator
from kamlab.reports.rubric import rubric
from kamlab.reports.shown import shown
from kamlab.reports.texts import Texts

__all__ = ["Item", "Items"]

_OUTCOMES = {
    "right": N_("Right"),
    "near": N_("Partly right"),
    "wrong": N_("Not right"),
    "blank": N_("Not answered"),
    "refused": N_("Cannot be counted"),
    "failed": N_("No valid result"),
    "unread": N_("Your trainer will read this"),
    "read": N_("Read by your trainer"),
}
_SHORT = 64  # characters of a question in the overview


@dataclass(frozen=True)
class Item:
    """One entry, ready to be shown; every text is plain text.

    Args:
        id: the cell's grade id.
        number: its place on the page.
        prompt: the question.
        short: the question's beginning, for the overview.
        outcome: a key of the outcomes.
        result: the outcome in words.
        points: earned and possible, short.
        points_text: the same as words; empty while a person decides.
        answer: what was answered.
        paragraphs: why, and what the trainer wrote.
        text: what the trainee wrote into the notebook.
        caption: what that text is.
        prose: whether it is prose, not code.
        rubric: rows of the essay's rubric.
        way_on: where to read on.
    """

    id: str
    number: int
    prompt: str
    short: str
    outcome: str
    result: str
    points: str
    points_text: str
    answer: str
    paragraphs: tuple[str, ...]
    text: str
    caption: str
    prose: bool
    rubric: tuple[tuple[str, ...], ...]
    way_on: str


@dataclass(frozen=True)
class Items:
    """Makes the entries of one page.

    Args:
        case: the case.
        texts: the author's words.
        result: what grading found out.
        standing: what the gradebook says, with the trainer's marks.
        t: says it in the trainee's language.
    """

    case: Case
    texts: Texts
    result: Result
    standing: Standing
    t: Translator

    def all(self) -> list[Item]:
        """One entry per graded cell, in the notebook's order."""
        return [self._item(number, score) for number, score in enumerate(self.result.scores, 1)]

    def _item(self, number: int, score: CellScore) -> Item:
        essay = self._is_essay(score.grade_id)
        marked = score.grade_id in self.standing.manual
        outcome = self._outcome(score, read=essay and marked)
        points = self.standing.manual.get(score.grade_id, score.points)
        question, text = self._question(score.grade_id), self._written(score.grade_id)
        prompt = self._prompt(score.grade_id)
        return Item(
            id=score.grade_id,
            number=number,
            prompt=prompt,
            short=_clipped(prompt),
            outcome=outcome,
            result=self.t(_OUTCOMES[outcome]),
            points=f"{'–' if points is None else f'{points:g}'} / {score.of:g}",
            points_text="" if points is None else self._points(points, score.of),
            answer=shown(score.given, question, self.t) if question else "",
            paragraphs=self._paragraphs(score, essay=essay),
            text=text,
            caption=self.t("What you wrote") if essay else self.t("Your cell"),
            prose=essay,
            rubric=self._rubric(score.grade_id) if essay else (),
            way_on="" if essay or score.outcome == "right" else self._way_on(score.grade_id),
        )

    def _outcome(self, score: CellScore, *, read: bool) -> str:
        if read:
            return "read"
        wrote = (
            score.outcome == "blank"
            and self._question(score.grade_id) is None
            and self._written(score.grade_id)
        )
        return "failed" if wrote else score.outcome

    def _points(self, points: float, of: float) -> str:
        return self.t("{points} of {of} points", points=f"{points:g}", of=f"{of:g}")

    def _question(self, grade_id: str) -> Question | None:
        return next((each for each in self.case.questions.questions if each.id == grade_id), None)

    def _is_essay(self, grade_id: str) -> bool:
        return bool(self.case.roles[grade_id].get("solution"))

    def _written(self, grade_id: str) -> str:
        cell = self.case.written_for[grade_id]
        return "" if cell in self.result.untouched else self.result.texts.get(cell, "")

    def _prompt(self, grade_id: str) -> str:
        question = self._question(grade_id)
        if question:
            return question.prompt.in_language(self.t.lang)
        if self._is_essay(grade_id):
            return self.t("Your text")
        return self.t("Analyst's track: {cell}", cell=self.case.written_for[grade_id] or grade_id)

    def _paragraphs(self, score: CellScore, *, essay: bool) -> tuple[str, ...]:
        comment = self.standing.comments.get(score.grade_id, "")
        said = (
            score.reason.render(self.t) if score.reason else "",
            self._about_essay(score) if essay else self._why(score),
            self.t("Your trainer writes: {comment}", comment=comment) if comment else "",
        )
        return tuple(filter(None, said))

    def _about_essay(self, score: CellScore) -> str:
        if score.outcome == "blank":
            return self.t("You wrote nothing here.")
        if score.grade_id in self.standing.manual:
            return ""
        return self.t("Your trainer will read this and give up to {points} points.", points=f"{score.of:g}")

    def _why(self, score: CellScore) -> str:
        question = self._question(score.grade_id)
        if score.outcome == "blank" and question is None:
            return self._no_result(score.grade_id)
        path = ("refused", score.why or "type") if score.outcome == "refused" else (score.outcome,)
        fields = {
            "given": shown(score.given, question, self.t, unit=False),
            "expected": shown(score.expected, question, self.t, unit=False),
            "unit": self.t(score.unit),
        }
        return self.texts.why(score.grade_id, path, self.t.lang).format(**fields)

    def _no_result(self, grade_id: str) -> str:
        if not self._written(grade_id):
            return self.t("You left this cell as it was.")
        return self.t(
            "Your cell left no result: it stopped with an error, or the name that was asked for is missing."
        )

    def _way_on(self, grade_id: str) -> str:
        titles = self.case.sections.get(self.texts.section(grade_id))
        if not titles:
            return ""
        chapter = self.case.outline.unit(self.case.unit).title.in_language(self.t.lang)
        section = titles[self.t.lang]
        return self.t("chapter “{chapter}”, section “{section}”", chapter=chapter, section=section)

    def _rubric(self, grade_id: str) -> tuple[tuple[str, ...], ...]:
        notebook = self.case.releases.get(self.t.lang, self.case.source)
        return tuple(map(tuple, rubric(notebook, grade_id)))


def _clipped(text: str) -> str:
    """The beginning of a long text, cut between words where there are any."""
    if len(text) <= _SHORT:
        return text
    head = text[:_SHORT]
    return (head.rsplit(" ", 1)[0] if " " in head else head[: _SHORT // 2]) + "…"
