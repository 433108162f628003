"""The page that a trainee reads about her work, in her language.

It says per question what she answered, whether it is right, why, and where to read on. It is one file without
script, picture or address of another machine; everything that she wrote is shown as text. What the hidden
tests hold is never on it: only the author's texts and her own answers are.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import jinja2
from markupsafe import Markup

from kamlab.grading.case import Case
from kamlab.grading.crew import Alone, Lost
from kamlab.grading.pipeline import Graded
from kamlab.grading.results import Result
from kamlab.grading.standing import Standing
from kamlab.grading.workspace import Workspace
from kamlab.i18n import Translator, translator
from kamlab.reports.items import Items
from kamlab.reports.texts import Texts, read_texts

__all__ = ["Feedback", "Pages", "page", "render", "stamp"]

_HEAD = 1000  # bytes of a page in which its stamp is
_DAY, _HOUR, _MINUTE = 86_400, 3600, 60  # seconds


@dataclass(frozen=True)
class Pages:
    """What the pages of all trainees are made of.

    Args:
        case: the case.
        texts: what its author says about answers.
        made_by: digest of the code and templates that make a page.
    """

    case: Case
    texts: Texts
    made_by: str


class Feedback:
    """Writes the pages of one case.

    Args:
        case: the case.
        workspace: nbgrader's folder.

    Raises:
        CourseError: the author's ``feedback.toml`` is wrong.
    """

    def __init__(self, case: Case, workspace: Workspace) -> None:
        self._pages = Pages(case, read_texts(case.feedback), _code())
        self._workspace = workspace
        self.failed: dict[str, str] = {}  # trainee to why her page could not be made

    def publish(self, rows: Sequence[Graded]) -> None:
        """Write the pages of ``rows`` where anything that is on them has changed.

        The workers grade the next submissions meanwhile: to hand a page to one of them, and to get it back,
        would take longer than to make it. A page that cannot be made is named in ``failed``; the others are
        written all the same.
        """
        for row, made in Alone().each(render, self._pages, filter(self._is_old, rows)):
            if isinstance(made, Lost):
                why = f"{type(made.error).__name__}: {made.error}"[:200]
                self.failed[row.result.person.id] = why
            else:
                self._workspace.put({self._name(row): made})

    def _name(self, row: Graded) -> str:
        path = self._workspace.feedback(row.result.person.id, self._pages.case.unit)
        return path.relative_to(self._workspace.root).as_posix()

    def _is_old(self, row: Graded) -> bool:
        try:
            with (self._workspace.root / self._name(row)).open("rb") as stream:
                return stamp(self._pages, row).encode() not in stream.read(_HEAD)
        except FileNotFoundError:
            return True


def stamp(pages: Pages, row: Graded) -> str:
    """A digest of everything that the page of ``row`` says."""
    facts = (pages.made_by, row.result.key, row.standing, row.result.remarks, row.result.fault)
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def render(pages: Pages, row: Graded) -> bytes:
    """The page of one trainee, with its stamp."""
    return page(pages.case, pages.texts, row.result, row.standing, stamp(pages, row)).encode(
        "utf-8", "replace"
    )


@cache
def _code() -> str:
    """A digest of this package: another template makes another page."""
    whole = hashlib.sha256()
    for folder in (files("kamlab.reports"), files("kamlab.reports") / "templates"):
        for path in sorted(folder.iterdir(), key=lambda each: each.name):
            if path.is_file():
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def page(case: Case, texts: Texts, result: Result, standing: Standing, made_from: str = "") -> str:
    """The page as HTML; ``made_from`` tells later whether it is still up to date."""
    t = translator(result.lang)
    return _template().render(
        lang="zh-CN" if result.lang == "zh" else result.lang,
        made_from=made_from,
        style=Markup(_resource("feedback.css")),  # noqa: S704 - our own file
        course=case.outline.title.in_language(result.lang),
        title=case.assignment.title.in_language(result.lang),
        fault=result.fault.render(t) if result.fault else "",
        words=_words(case, result, standing, t),
        notes=_notes(result, standing, t),
        items=[] if result.fault else Items(case, texts, result, standing, t).all(),
    )


def _resource(name: str) -> str:
    return (files("kamlab.reports") / "templates" / name).read_text(encoding="utf-8")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string(_resource("feedback.html"))


def _words(case: Case, result: Result, standing: Standing, t: Translator) -> dict[str, str]:
    title = case.assignment.title.in_language(result.lang)
    return {
        "title": t("Feedback: {title}", title=title),
        "who": t("Feedback for {name}", name=_name(result, t)),
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


def _name(result: Result, t: Translator) -> str:
    """First and last name, in the order of the language where both are Chinese characters; else the id."""
    first, last = result.person.first_name, result.person.last_name
    if t.lang == "zh" and last and not last.isascii():
        return last + first
    return f"{first} {last}".strip() or result.person.id


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
    minutes = int(seconds % _HOUR // _MINUTE)
    return t(
        "Handed in {hours} hours and {minutes} minutes after the deadline.", hours=hours, minutes=minutes
    )
