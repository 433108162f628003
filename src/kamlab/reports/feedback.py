"""The page that a trainee reads about her work, in her language.

It says per question what she answered, whether it is right, why, and where to read on. It is one file without
script, picture or address of another machine; everything that she wrote is shown as text. What the hidden tests
hold is never on it: only the authored texts and her own answers are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from kamlab.answers.questions import Question
from kamlab.grading.case import Case
from kamlab.grading.gradebook import Standing
from kamlab.grading.pipeline import Graded
from kamlab.grading.rebuild import cell_roles
from kamlab.grading.results import Result
from kamlab.grading.score import CellScore
from kamlab.grading.workspace import Workspace
from kamlab.i18n import N_, Translator, translator
from kamlab.reports.rubric import rubric
from kamlab.reports.shown import shown
from kamlab.reports.texts import Texts, read_texts

__all__ = ["Feedback", "page"]

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
_DAY, _HOUR = 86_400, 3600  # seconds


@dataclass(frozen=True)
class Item:
    """One question on the page, ready to be shown."""

    id: str
    number: int
    short: str
    prompt: str
    outcome: str
    result: str
    points: str
    points_text: str
    answer: str = ""
    paragraphs: tuple[str, ...] = ()
    code: str = ""
    code_caption: str = ""
    prose: bool = False
    rubric: tuple[tuple[str, ...], ...] = ()
    way_on: str = ""


class Feedback:
    """Writes the pages of one case.

    Args:
        case: the case.
    """

    def __init__(self, case: Case) -> None:
        self.case, self.texts = case, read_texts(case.feedback)

    def write(self, row: Graded, workspace: Workspace) -> None:
        """Write the page of one trainee, if it changed."""
        path = workspace.feedback(row.result.person.id, self.case.unit)
        content = page(self.case, self.texts, row.result, row.standing)
        if path.exists() and path.read_text(encoding="utf-8") == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def page(case: Case, texts: Texts, result: Result, standing: Standing) -> str:
    """The page as HTML."""
    t = translator(result.lang)
    folder = files("kamlab.reports") / "templates"
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string((folder / "feedback.html").read_text(encoding="utf-8"))
    return template.render(
        lang="zh-CN" if result.lang == "zh" else result.lang,
        style=Markup((folder / "feedback.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        course=case.outline.title.in_language(result.lang),
        title=case.assignment.title.in_language(result.lang),
        fault=result.fault.render(t) if result.fault else "",
        words=_words(case, result, standing, t),
        notes=_notes(result, standing, t),
        items=[] if result.fault else _items(case, texts, result, standing, t),
    )


def _words(case: Case, result: Result, standing: Standing, t: Translator) -> dict[str, str]:
    title = case.assignment.title.in_language(result.lang)
    person = result.person
    name = " ".join(part for part in (person.first_name, person.last_name) if part) or person.id
    return {
        "title": t("Feedback: {title}", title=title),
        "who": t("Feedback for {name}", name=name),
        "score_heading": t("Your result"),
        "points": t("{points} of {of} points", points=f"{standing.score:g}", of=f"{standing.of:g}"),
        "fault_help": t(
            "Nothing is lost: what you handed in is kept. Put it right and hand it in again, "
            "or ask your trainer to look at it."
        ),
        "overview": t("Overview"),
        "question": t("Question"),
        "result": t("Result"),
        "points_column": t("Points"),
        "your_answer": t("Your answer"),
        "rubric": t("How your trainer marks it"),
        "way_on": t("Read on:"),
        "footer": t("If you think that something was marked wrongly, show this page to your trainer."),
    }


def _notes(result: Result, standing: Standing, t: Translator) -> list[str]:
    """What the trainee should know besides her points."""
    notes = [result.error.render(t)] if result.error else []
    waiting = sum(
        each.of for each in result.scores if each.points is None and each.grade_id not in standing.manual
    )
    if waiting:
        notes.append(
            t("Your trainer still reads your text: up to {points} points more.", points=f"{waiting:g}")
        )
    if standing.seconds_late > 0:
        notes.append(_late(standing.seconds_late, t))
    if standing.penalty:
        notes.append(t("For lateness, {points} points were taken off.", points=f"{standing.penalty:g}"))
    return [*notes, *(remark.render(t) for remark in result.remarks)]


def _late(seconds: float, t: Translator) -> str:
    days, hours = int(seconds // _DAY), int(seconds % _DAY // _HOUR)
    if days:
        return t("Handed in {days} days and {hours} hours after the deadline.", days=days, hours=hours)
    return t(
        "Handed in {hours} hours and {minutes} minutes after the deadline.",
        hours=hours,
        minutes=_minutes(seconds),
    )


def _minutes(seconds: float) -> int:
    return int(seconds % _HOUR // 60)


def _items(case: Case, texts: Texts, result: Result, standing: Standing, t: Translator) -> list[Item]:
    return [
        _item(number, each, case, texts, result, standing, t) for number, each in enumerate(result.scores, 1)
    ]


def _item(  # noqa: PLR0913 - one item needs all that the page knows
    number: int, score: CellScore, case: Case, texts: Texts, result: Result, standing: Standing, t: Translator
) -> Item:
    written = _own_cell(case, score.grade_id)
    essay = written == score.grade_id
    outcome = "read" if essay and score.grade_id in standing.manual else score.outcome
    points = standing.manual.get(score.grade_id, score.points)
    prompt = _prompt(case, score.grade_id, t, essay=essay)
    text = "" if written in result.untouched else result.texts.get(written, "")
    return Item(
        id=score.grade_id,
        number=number,
        short=_clipped(prompt),
        prompt=prompt,
        outcome=outcome,
        result=t(_OUTCOMES[outcome]),
        points=f"{'–' if points is None else f'{points:g}'} / {score.of:g}",
        points_text=""
        if points is None
        else t("{points} of {of} points", points=f"{points:g}", of=f"{score.of:g}"),
        answer=shown(score.given, _question(case, score.grade_id), t),
        paragraphs=_paragraphs(score, case, texts, standing, t, essay=essay),
        code=text,
        code_caption=(t("What you wrote") if essay else t("Your cell")) if text else "",
        prose=essay,
        rubric=_rubric(case, score.grade_id, result.lang) if essay else (),
        way_on=_way_on(case, texts, score, t),
    )


def _own_cell(case: Case, grade_id: str) -> str:
    """The cell that the trainee wrote for a graded cell: itself for an essay, the one before it for a test."""
    latest = ""
    for name, role in cell_roles(case.source).items():
        if role.get("solution"):
            latest = name
        if name == grade_id:
            return latest
        if role.get("grade"):
            latest = ""
    return ""


def _question(case: Case, grade_id: str) -> Question | None:
    return next((each for each in case.questions.questions if each.id == grade_id), None)


def _prompt(case: Case, grade_id: str, t: Translator, *, essay: bool) -> str:
    question = _question(case, grade_id)
    if question:
        return question.prompt.in_language(t.lang)
    if essay:
        return t("Your text")
    return t("Analyst's track: {cell}", cell=_own_cell(case, grade_id) or grade_id)


def _way_on(case: Case, texts: Texts, score: CellScore, t: Translator) -> str:
    """The section to read; nothing after a right answer, which needs none."""
    titles = case.sections.get(texts.section(score.grade_id))
    if score.outcome == "right" or not titles:
        return ""
    chapter = case.outline.unit(case.unit).title.in_language(t.lang)
    return t("chapter “{chapter}”, section “{section}”", chapter=chapter, section=titles[t.lang])


def _clipped(text: str) -> str:
    """The beginning of a long text, cut between words where there are any."""
    if len(text) <= _SHORT:
        return text
    head = text[:_SHORT]
    return (head.rsplit(" ", 1)[0] if " " in head else head[: _SHORT // 2]) + "…"


def _paragraphs(  # noqa: PLR0913 - what the trainee should read comes from all of these
    score: CellScore, case: Case, texts: Texts, standing: Standing, t: Translator, *, essay: bool
) -> tuple[str, ...]:
    said = [score.reason.render(t) if score.reason else ""]
    said.append(_about_essay(score, standing, t) if essay else _why(score, case, texts, t))
    comment = standing.comments.get(score.grade_id, "")
    if comment:
        said.append(t("Your trainer writes: {comment}", comment=comment))
    return tuple(filter(None, said))


def _about_essay(score: CellScore, standing: Standing, t: Translator) -> str:
    if score.outcome == "blank":
        return t("You wrote nothing here.")
    if score.grade_id in standing.manual:
        return ""
    return t("Your trainer will read this and give up to {points} points.", points=f"{score.of:g}")


def _why(score: CellScore, case: Case, texts: Texts, t: Translator) -> str:
    if score.outcome == "blank" and isinstance(score.expected, Mapping):
        return t("You left this cell as it was.")
    path = ("refused", score.why or "type") if score.outcome == "refused" else (score.outcome,)
    question = _question(case, score.grade_id)
    fields = {
        "given": shown(score.given, question, t, unit=False),
        "expected": shown(score.expected, question, t, unit=False),
        "unit": score.unit,
    }
    return texts.why(score.grade_id, path, t.lang).format(**fields)


def _rubric(case: Case, grade_id: str, lang: str) -> tuple[tuple[str, ...], ...]:
    notebook: Mapping[str, Any] = case.releases.get(lang, case.source)
    return tuple(map(tuple, rubric(notebook, grade_id)))
