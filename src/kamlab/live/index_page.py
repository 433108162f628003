"""The page that lists all concepts of the course, each with its section, its exercises and its questions.

It is made when the book is built, from the same register that the tests hold against the source text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kamlab.course.coverage import Concept, concepts
from kamlab.course.outline import Outline, load_outline
from kamlab.i18n import Translator
from kamlab.live.directive import OnPage
from kamlab.widgets import units
from kamlab.widgets.markup import element

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from kamlab.widgets.shell import Definition

__all__ = ["Link", "Row", "index_html", "rows", "setup_index"]


@dataclass(frozen=True)
class Link:
    """Something that can be gone to: what it is called, and where it is."""

    text: str
    href: str


@dataclass(frozen=True)
class Row:
    """One concept.

    Attributes:
        concept: as the source text has it.
        unit: the number of its unit.
        section: where it is taught; None until the chapter is written.
        exercises: in which it is needed.
        questions: of the quiz that examine it.
    """

    concept: Concept
    unit: int
    section: Link | None
    exercises: tuple[Link, ...]
    questions: tuple[Link, ...]


def rows(root: Path, t: Translator) -> tuple[Row, ...]:
    """All concepts, by number.

    Args:
        root: the project's folder.
        t: the language.
    """
    outline, found = load_outline(root), units()
    every = (
        _row(concept, number, outline, found.get(unit.id, ()), t)
        for number, unit in enumerate(outline.units, start=1)
        for concept in concepts(unit.id)
    )
    return tuple(sorted(every, key=lambda row: row.concept.id))


def _row(
    concept: Concept, number: int, outline: Outline, found: Iterable["Definition"], t: Translator
) -> Row:
    unit = outline.unit(concept.unit)
    label = f"concept-{concept.id.lower()}"
    section = Link(t("Unit {n}", n=number), f"{unit.chapter}.html#{label}") if unit.chapter else None
    exercises, questions = [], []
    for one in found:
        page = f"{unit.chapter}.html#{one.exercise_id}"
        for place, entry in enumerate(one.entries(), start=1):
            if concept.id in entry.concepts and entry.kind == "exercise":
                exercises.append(Link(one.face(t).title, page))
            elif concept.id in entry.concepts:
                questions.append(Link(t("Question {n}", n=place), page))
    return Row(concept, number, section, tuple(exercises), tuple(questions))


def index_html(found: Sequence[Row], t: Translator) -> str:
    """The list as a table."""
    heads = (t("Concept"), t("Section"), t("Exercises"), t("Quiz"))
    head = element("thead", element("tr", "".join(element("th", escape(one), scope="col") for one in heads)))
    body = element("tbody", "".join(_line(row, t) for row in found))
    caption = element("caption", escape(t("The concepts of the course")))
    table = element("table", caption + head + body, class_="concept-index")
    return element("div", table, class_="pst-scrollable-table-container")  # scrolls like the others


def _line(row: Row, t: Translator) -> str:
    chinese = element("span", escape(row.concept.zh), lang="zh-CN")
    english = element("span", escape(row.concept.en), lang="en")
    first, second = (chinese, english) if t.lang == "zh" else (english, chinese)
    name = element("b", row.concept.id) + " " + first + "<br>" + element("small", second)
    cells = (_links((row.section,) if row.section else ()), _links(row.exercises), _links(row.questions))
    return element("tr", element("th", name, scope="row") + "".join(element("td", one) for one in cells))


def _links(found: Iterable[Link]) -> str:
    return "<br>".join(element("a", escape(one.text), href=one.href) for one in found)


class ConceptIndex(OnPage):
    """``{concept-index}``: the list."""

    def html(self, root: Path, t: Translator) -> str:
        """The list of all concepts."""
        return index_html(rows(root, t), t)


def setup_index(app: "Sphinx") -> None:
    """Register the directive."""
    app.add_directive("concept-index", ConceptIndex)
