"""The shell of every exercise and quiz: one anywidget that draws native controls and shows Python's answer.

The browser keeps the controls (``values``), the trainee's progress and the focus; Python turns values into
a ``view`` (HTML by part) with pure functions. One widget is one comm, so that a slider move is one short
message each way. The page shows the state of the build at once and sends what was moved when Python is there.

``values`` holds the controls by id, and three entries of the shell's own: ``@n`` counts the messages,
``@checked`` is what stood when 'Check' was pressed (or None), ``@tries`` counts the checks. A view answers
with ``for``, the ``@n`` that it belongs to, and ``can``, the buttons of ``moves`` that may be pressed now.
"""

import json
import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import anywidget
import traitlets

from kamlab.i18n import Translator, translator
from kamlab.widgets import Entry
from kamlab.widgets.ahead import answers_ahead
from kamlab.widgets.controls import Answers, Group, clean
from kamlab.widgets.markup import element, escape
from kamlab.widgets.verdict import Feedback

_STATIC = files("kamlab.widgets") / "static"
View = dict[str, str]
_STILL = ("summary", "chart", "sides", "table", "equation")


@dataclass(frozen=True)
class Face:
    """What a trainee sees of an exercise before it is moved.

    Args:
        title: its name.
        task: the situation and the goal, as HTML.
        groups: its controls.
        check: the text of the check button.
    """

    title: str
    task: str
    groups: tuple[Group, ...]
    check: str


class Definition(ABC):
    """An exercise or a quiz: everything but the state. Called, it is shown.

    Attributes:
        exercise_id: the unit's id, a hyphen and a name; unique and stable, kept progress is found by it.
        version: raised when kept values would no longer fit.
    """

    exercise_id: str
    version: int

    @abstractmethod
    def face(self, t: Translator) -> Face:
        """What is seen before it is moved."""

    @abstractmethod
    def view(self, answers: Answers, t: Translator) -> View:
        """HTML parts (summary, chart, sides, table, equation …) for the answers; pure.

        Two entries are plain text: ``say``, for a screen reader, and ``can``, the names of the moves that are
        possible now, with spaces between them.
        """

    @abstractmethod
    def judge(self, answers: Answers, checked: Answers | None, t: Translator) -> Feedback:
        """Feedback on the answers and what was checked of them; pure."""

    @abstractmethod
    def entries(self) -> list[Entry]:
        """What the register says of it."""

    @property
    def unit(self) -> str:
        """The unit's id."""
        return self.exercise_id.partition("-")[0]

    @property
    def name(self) -> str:
        """The name under which a chapter calls it: ``whale_curve`` of ``u01-whale-curve``."""
        return self.exercise_id.partition("-")[2].replace("-", "_")

    def still(self, t: Translator) -> str:  # noqa: ARG002 - a quiz needs its language
        """HTML for the still picture in place of the view's parts, if any."""
        return ""

    def __call__(self) -> "Exercise":
        """Show it: the last line of a cell."""
        return shown(self)


class Exercise(anywidget.AnyWidget):
    """A live exercise.

    Args:
        definition: what it is.
        lang: its language; the language in force by default.
    """

    _esm = (_STATIC / "exercise.js").read_text(encoding="utf-8")
    _css = (_STATIC / "exercise.css").read_text(encoding="utf-8")
    exercise_id = traitlets.Unicode().tag(sync=True)
    version = traitlets.Int(1).tag(sync=True)
    lang = traitlets.Unicode("en").tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)
    # the browser is the one writer of values: it needs no echo of them
    values = traitlets.Dict().tag(sync=True, echo_update=False)
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, definition: Definition, lang: str | None = None) -> None:
        self._definition = definition
        self._t = translator(lang)
        self._face = definition.face(self._t)
        super().__init__(
            exercise_id=definition.exercise_id,
            version=definition.version,
            lang=self._t.lang,
            spec=_spec(self._face, self._t),
            values={**clean(self._face.groups, {}).values, "@n": 0, "@checked": None, "@tries": 0},
        )

    @traitlets.observe("values")
    def _answer(self, change: Mapping[str, object]) -> None:
        self.view = view_of(self._definition, self._face, change["new"], self._t)

    def ahead(self) -> dict[str, dict[str, dict[str, object]]]:
        """What changes in the view with every first move (``kamlab.widgets.ahead``)."""
        groups, start = self._face.groups, self.values
        return answers_ahead(groups, start, lambda v: view_of(self._definition, self._face, v, self._t))

    def still(self) -> str:
        """What the still picture shows below the task, as HTML."""
        parts = (self.view[name] for name in _STILL if name in self.view)
        return self._definition.still(self._t) or "".join(parts)


def view_of(definition: Definition, face: Face, values: object, t: Translator) -> dict[str, object]:
    """The whole view for ``values`` as the browser sent them; what is damaged in them counts as unmoved."""
    raw: Mapping[str, object] = values if isinstance(values, Mapping) else {}
    answers = clean(face.groups, raw)
    checked = None if raw.get("@checked") is None else clean(face.groups, raw["@checked"])
    parts = definition.view(answers, t)
    feedback = definition.judge(answers, checked, t)
    say, can = feedback.say or parts.pop("say", ""), parts.pop("can", "").split()
    return {**parts, **feedback.parts, **_state(feedback), "say": say, "can": can, "for": raw.get("@n", 0)}


def _state(feedback: Feedback) -> dict[str, object]:
    return {"solved": feedback.solved, "retry": list(feedback.retry)}


def _spec(face: Face, t: Translator) -> dict[str, object]:
    return {
        "title": face.title,
        "task": face.task,
        "groups": [group.spec() for group in face.groups],
        "labels": {"check": face.check, **_labels(t)},
    }


def _labels(t: Translator) -> dict[str, str]:
    return {
        "reset": t("Reset"),
        "retry": t("Try the open ones again"),
        "table": t("The figures as a table"),
        "equation": t("The equation, with your numbers"),
        "controls": t("Your decision"),
        "new": t("Not started"),
        "tried": t("Tried"),
        "solved": t("Solved"),
        "busy": t("Calculating…"),
        "late": t("No answer yet: the figures shown may belong to earlier values."),
        "moved": t(
            "Your earlier answers do not fit this version of the exercise: they were set aside, and it "
            "starts anew."
        ),
        "unkept": t("This browser keeps no progress here: your answers last until the page is closed."),
        "was_reset": t("The exercise is back at its start."),
    }


def static_html(exercise: Exercise) -> str:
    """The exercise as a still picture: for print, without scripts, and for a page opened as a file.

    Args:
        exercise: in the state to be shown.
    """
    head = (
        element("p", element("b", escape(exercise.spec["title"])), class_="kl-title") + exercise.spec["task"]
    )
    uid = f"kl-{exercise.exercise_id}"
    return element("div", head + exercise.still().replace(uid, f"still-{uid}"), class_="live-static kl-still")


def anchor_html(exercise: Exercise) -> str:
    """The place of the exercise on its page, which other pages link to by its id."""
    return f'<span class="live-anchor" id="{exercise.exercise_id}"></span>'


def ahead_html(exercise: Exercise) -> str:
    """The answers to every first move, for the page loader: data, which no browser runs or shows."""
    table = json.dumps(exercise.ahead(), ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'<script type="application/json" class="live-ahead">{table}</script>'


def shown(definition: Definition) -> Exercise:
    """The exercise as the last line of a cell; the book's build also gets what stands in for Python."""
    exercise = Exercise(definition)
    if os.environ.get("KAMLAB_BOOK"):
        from IPython.display import HTML, display  # noqa: PLC0415 - absent where a page runs this

        display(HTML(anchor_html(exercise) + static_html(exercise) + ahead_html(exercise)))
    return exercise
