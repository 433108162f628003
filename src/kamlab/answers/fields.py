"""The controls of a form, one class a kind of question; native controls, so that a keyboard is enough.

A field only shows and reads: it hands every change to a callback as raw input and knows no rules.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets
import traitlets

from kamlab.answers.questions import Question
from kamlab.answers.validate import places
from kamlab.i18n import Translator

Changed = Callable[[object], None]
_WIDE = widgets.Layout(width="min(100%, 44em)")
_NARROW = widgets.Layout(width="16em")
_STYLE = {"description_width": "initial"}

__all__ = ["Changed", "Field", "TypedText", "field_of"]


class TypedText(widgets.Text):
    """A text control whose value is not echoed back: a late echo would undo what was typed since."""

    value = traitlets.Unicode().tag(sync=True, echo_update=False)


class TypedLines(widgets.Textarea):
    """Some lines of text, not echoed back either."""

    value = traitlets.Unicode().tag(sync=True, echo_update=False)


class Field(ABC):
    """A question's control.

    Args:
        question: what is asked.
        number: its place in the case, 1 for the first: part of the label, so that labels differ.
        t: the language.
        changed: called with the raw input at each change.
    """

    def __init__(self, question: Question, number: int, t: Translator, changed: Changed) -> None:
        self.question = question
        self.t = t
        self.name = t("Answer {number}", number=number)
        self.changed = changed
        self.muted = False
        self.box = self.build()

    @abstractmethod
    def build(self) -> widgets.Widget:
        """Make the control."""

    @abstractmethod
    def put(self, value: object) -> None:
        """Show a saved answer."""

    def show(self, value: object) -> None:
        """Show a saved answer without reporting it as a change."""
        self.muted = True
        try:
            self.put(value)
        finally:
            self.muted = False

    def report(self, raw: object) -> None:
        """Tell the form what stands in the control now."""
        if not self.muted:
            self.changed(raw)

    def labels(self) -> list[tuple[str, str]]:
        """(words, id) of each option in the language of the form."""
        return [(option.label.in_language(self.t.lang), option.id) for option in self.question.options]


class NumberField(Field):
    """A text control with its unit beside it: a number control would refuse what people type."""

    def build(self) -> widgets.Widget:
        """Make the control."""
        self.text = TypedText(description=self.name, layout=_NARROW, style=_STYLE, continuous_update=True)
        self.text.observe(lambda change: self.report(change["new"]), "value")
        return widgets.HBox([self.text, widgets.Label(self.t(self.question.unit))])

    def put(self, value: object) -> None:
        """Show a saved number."""
        self.text.value = f"{value:,.10g}" if isinstance(value, int | float) else str(value)


class TextField(Field):
    """A few lines of text."""

    def build(self) -> widgets.Widget:
        """Make the control."""
        self.text = TypedLines(description=self.name, layout=_WIDE, style=_STYLE, continuous_update=True)
        self.text.observe(lambda change: self.report(change["new"]), "value")
        return self.text

    def put(self, value: object) -> None:
        """Show a saved text."""
        self.text.value = str(value)


class ChoiceField(Field):
    """Radio buttons, none chosen at first."""

    def build(self) -> widgets.Widget:
        """Make the control."""
        self.radio = widgets.RadioButtons(
            options=self.labels(), value=None, description=self.name, layout=_WIDE, style=_STYLE
        )
        self.radio.observe(lambda change: self.report(change["new"]), "value")
        return self.radio

    def put(self, value: object) -> None:
        """Show a saved choice."""
        self.radio.value = value if value in self.question.option_ids else None


class ChoicesField(Field):
    """A checkbox an option."""

    def build(self) -> widgets.Widget:
        """Make the controls."""
        self.boxes = {
            option: widgets.Checkbox(value=False, description=words, indent=False, layout=_WIDE, style=_STYLE)
            for words, option in self.labels()
        }
        for box in self.boxes.values():
            box.observe(lambda _change: self.report(self.chosen()), "value")
        return widgets.VBox([widgets.Label(self.name), *self.boxes.values()])

    def chosen(self) -> list[str]:
        """The ids ticked, in the order shown."""
        return [option for option, box in self.boxes.items() if box.value]

    def put(self, value: object) -> None:
        """Show saved choices."""
        ticked = _ids(value)
        for option, box in self.boxes.items():
            box.value = option in ticked


class RankingField(Field):
    """A drop-down list a place."""

    def build(self) -> widgets.Widget:
        """Make the controls."""
        options = [(self.t("– choose –"), ""), *self.labels()]
        self.places = [
            widgets.Dropdown(
                options=options,
                value="",
                description=self.t("{answer}, place {place}", answer=self.name, place=place),
                layout=_WIDE,
                style=_STYLE,
            )
            for place in range(1, places(self.question) + 1)
        ]
        for place in self.places:
            place.observe(lambda _change: self.report(self.ranked()), "value")
        return widgets.VBox(self.places)

    def ranked(self) -> list[str]:
        """The ids chosen so far, best first."""
        return [place.value for place in self.places if place.value]

    def put(self, value: object) -> None:
        """Show a saved ranking."""
        ids = [one for one in _ids(value) if one in self.question.option_ids]
        for position, place in enumerate(self.places):
            place.value = ids[position] if position < len(ids) else ""


class AccountsField(Field):
    """Account ids typed with commas between them, and a list from which one can add."""

    def build(self) -> widgets.Widget:
        """Make the controls."""
        self.text = TypedText(description=self.name, layout=_WIDE, style=_STYLE, continuous_update=True)
        self.text.observe(lambda change: self.report(change["new"]), "value")
        self.adder = widgets.Dropdown(
            options=[(self.t("– add an account –"), ""), *self.labels()],
            value="",
            description=self.t("Add to {answer}", answer=self.name.lower()),
            layout=_WIDE,
            style=_STYLE,
        )
        self.adder.observe(self._add, "value")
        return widgets.VBox([self.text, self.adder])

    def _add(self, change: dict[str, Any]) -> None:
        if change["new"]:
            parts = [part for part in (self.text.value.strip(" ,，"), change["new"]) if part]
            self.text.value = ", ".join(parts)
            self.adder.value = ""

    def put(self, value: object) -> None:
        """Show saved accounts."""
        self.text.value = ", ".join(_ids(value)) if not isinstance(value, str) else value


def _ids(value: object) -> list[str]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [str(one) for one in value]
    return []


_FIELDS: dict[str, type[Field]] = {
    "accounts": AccountsField,
    "choice": ChoiceField,
    "choices": ChoicesField,
    "number": NumberField,
    "ranking": RankingField,
    "text": TextField,
}


def field_of(question: Question, number: int, t: Translator, changed: Changed) -> Field:
    """The control for ``question``."""
    return _FIELDS[question.kind](question, number, t, changed)
