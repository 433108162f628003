"""The page on which a trainee sees her progress over all units, takes it along as a file, and brings it back.

Progress lives in the reader's browser. The build writes the list of exercises as a plain table in which
nothing is started yet; ``static/progress.js`` fills in what this browser kept. So the page shows its list
without scripts too, and needs no Python in the browser.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kamlab.course.outline import load_outline
from kamlab.i18n import N_, Translator
from kamlab.live.directive import OnPage
from kamlab.widgets import everything, units
from kamlab.widgets.markup import element
from kamlab.widgets.shell import Definition

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["Line", "Part", "file_html", "parts", "setup_progress", "table_html"]

#: What the script says; the table's own words are in the table.
WORDS = {
    "new": N_("Not started"),
    "tried": N_("Tried"),
    "solved": N_("Solved"),
    "sum": N_("{solved} of {all} solved, {tried} more tried"),
    "earlier": N_("answers to an earlier version are kept"),
    "gone": N_(
        "This browser also keeps answers to exercises that this version of the course does not have: {names}."
    ),
    "unkept": N_("This browser keeps no progress: its storage is switched off."),
    "none": N_("There is nothing to save yet."),
    "saved": N_("Saved {count} exercises as {name}."),
    "done": N_("Brought in: {taken}. Left as it was here: {kept}."),
    "aside": N_("Of another version of the course, kept and marked: {count}."),
    "skipped": N_("Left out, because they could not be read: {count}."),
    "wrong": N_("This is not a progress file of this course. Choose a file that this page saved."),
    "large": N_("This file is too large to be a progress file."),
    "sure": N_("Forget all progress in this browser? What you have not saved as a file is lost."),
    "forgotten": N_("All progress in this browser is forgotten."),
}


@dataclass(frozen=True)
class Line:
    """One exercise or quiz.

    Attributes:
        id: its id, by which its progress is kept.
        version: of its controls; kept values of another version do not fit.
        title: its name.
        href: where it stands, seen from the page.
    """

    id: str
    version: int
    title: str
    href: str


@dataclass(frozen=True)
class Part:
    """One unit: its number and title, its page, and its exercises in the chapter's order.

    What stands beside the units is a part without a number.
    """

    number: int | None
    title: str
    href: str
    lines: tuple[Line, ...]


def parts(root: Path, t: Translator) -> tuple[Part, ...]:
    """The units that have exercises, as ``course.toml`` lists them, then what stands beside them.

    Args:
        root: the project's folder.
        t: the language.

    Raises:
        CourseError: ``course.toml`` is missing or wrong.
    """
    exercises = units()
    taught = (
        Part(number, unit.title.in_language(t.lang), page, _lines(page, exercises[unit.id], t))
        for number, unit in enumerate(load_outline(root).units, start=1)
        if unit.id in exercises and (page := f"{unit.chapter}.html")
    )
    beside = (
        Part(None, t("Beside the units"), page, _lines(page, offered, t))
        for name, offered in everything().items()
        if name not in exercises and (page := f"{name}.html")
    )
    return (*taught, *beside)


def _lines(page: str, exercises: Iterable[Definition], t: Translator) -> tuple[Line, ...]:
    return tuple(
        Line(one.exercise_id, one.version, one.face(t).title, f"{page}#{one.exercise_id}")
        for one in exercises
    )


def table_html(found: Sequence[Part], t: Translator) -> str:
    """The list of all exercises, unit by unit, in which nothing is started."""
    total = element("p", "", class_="progress-total", role="status")
    words = json.dumps({name: t(text) for name, text in WORDS.items()}, ensure_ascii=False)
    inside = total + "".join(_part(one, t) for one in found)
    return element("div", inside, class_="progress", **{"data-words": words})


def _part(part: Part, t: Translator) -> str:
    title = t("Unit {n}: {title}", n=part.number, title=part.title) if part.number else part.title
    heading = element("a", escape(title), href=part.href)
    caption = element("caption", heading + element("span", "", class_="progress-sum"))
    heads = (t("Exercise"), t("State"), t("Checks"), t("Last worked on"))
    head = element("thead", element("tr", "".join(element("th", escape(one), scope="col") for one in heads)))
    body = element("tbody", "".join(_row(line, t) for line in part.lines))
    return element("table", caption + head + body, class_="progress-unit")


def _row(line: Line, t: Translator) -> str:
    name = element("th", element("a", escape(line.title), href=line.href), scope="row")
    state = element("td", escape("○ " + t(WORDS["new"])), class_="progress-state")
    rest = element("td", "", class_="progress-checks") + element("td", "", class_="progress-last")
    data = {"data-exercise": line.id, "data-version": str(line.version)}
    return element("tr", name + state + rest, **data)


def file_html(t: Translator) -> str:
    """The buttons that save, bring back and forget; they stay hidden where no script can serve them."""
    save = element("button", escape(t("Save my progress as a file")), type="button", class_="progress-save")
    load = element(
        "label", escape(t("Bring in a saved file")) + '<input type="file" accept=".json,application/json">'
    )
    forget = element("button", escape(t("Forget everything here")), type="button", class_="progress-forget")
    said = element("p", "", class_="progress-said", role="status")
    return element("div", save + load + forget + said, class_="progress-file", hidden="hidden")


class ProgressTable(OnPage):
    """``{progress}``: the list of all exercises."""

    def html(self, root: Path, t: Translator) -> str:
        """The list."""
        return table_html(parts(root, t), t)


class ProgressFile(OnPage):
    """``{progress-file}``: the buttons."""

    def html(self, root: Path, t: Translator) -> str:  # noqa: ARG002 - the same on every course
        """The buttons."""
        return file_html(t)


def setup_progress(app: "Sphinx") -> None:
    """Register both directives."""
    app.add_directive("progress", ProgressTable)
    app.add_directive("progress-file", ProgressFile)
