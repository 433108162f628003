"""What a trainee moves: sliders, choices and number fields, declared here and drawn natively by the browser.

``clean`` makes usable answers of whatever comes back: kept progress may be damaged, or of another release.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypedDict


class Pressed(TypedDict):
    """One press of a button (``moves``): the move, and what the controls stood at that it carries, by id."""

    move: str
    values: dict[str, "Value"]


Value = float | str | list[str] | list[Pressed] | None


@dataclass(frozen=True)
class Answers:
    """The values of an exercise's controls, by the control's id.

    Args:
        values: as ``clean`` left them.
    """

    values: Mapping[str, Value] = field(default_factory=dict)

    def number(self, name: str) -> float:
        """The value of a slider."""
        value = self.values[name]
        return value if isinstance(value, float) else math.nan

    def entry(self, name: str) -> float | None:
        """The value of a number field, None while it is empty."""
        value = self.values[name]
        return value if isinstance(value, float) else None

    def choice(self, name: str) -> str:
        """The option chosen of one, empty while none is."""
        chosen = self.chosen(name)
        return chosen[0] if chosen else ""

    def chosen(self, name: str) -> tuple[str, ...]:
        """The options ticked, in the order in which they are shown."""
        return tuple(one for one in self._list(name) if isinstance(one, str))

    def pressed(self, name: str) -> tuple[Pressed, ...]:
        """The moves made so far, the first one first."""
        return tuple(one for one in self._list(name) if isinstance(one, dict))

    def _list(self, name: str) -> Sequence[str | Pressed]:
        value = self.values[name]
        return value if isinstance(value, list) else ()


class Control(Protocol):
    """What every control offers."""

    @property
    def id(self) -> str:
        """Its name in the values."""

    def spec(self) -> dict[str, object]:
        """What the browser needs to draw it."""

    def clean(self, raw: object) -> Value:
        """A usable value, whatever ``raw`` is."""


@dataclass(frozen=True, kw_only=True)
class Slider:
    """A number on a scale.

    Args:
        id: its name in the values.
        label: what it decides.
        low: the least value, in the unit shown.
        high: the greatest.
        step: from one value to the next.
        start: the value before any move.
        unit: how a value is written, e.g. ``"{n} EUR"``.
        sign: write a plus before positive values.
        words: one text a step, in place of the number.
        help: a sentence below it.
    """

    id: str
    label: str
    low: float
    high: float
    step: float
    start: float
    unit: str = "{n}"
    sign: bool = False
    words: Sequence[str] = ()
    help: str = ""

    def spec(self) -> dict[str, object]:
        """What the browser needs to draw it."""
        return {"kind": "slider", **vars(self), "words": list(self.words)}

    def clean(self, raw: object) -> float:
        """The nearest step of the scale; the start where ``raw`` is no number."""
        value = _finite(raw)
        if value is None:
            return float(self.start)
        step = round((min(max(value, self.low), self.high) - self.low) / self.step)
        return float(round(self.low + step * self.step, 9))


@dataclass(frozen=True)
class Option:
    """One option of a choice: its ``value``, what the trainee reads, and a small note beside it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of several options, or ``many`` of them.

    Args:
        id: its name in the values.
        label: the question that the options answer.
        options: in the order shown.
        many: any number may be ticked.
        start: the options chosen before any move.
        help: a sentence below the label.
    """

    id: str
    label: str
    options: tuple[Option, ...]
    many: bool = False
    start: tuple[str, ...] = ()
    help: str = ""

    def spec(self) -> dict[str, object]:
        """What the browser needs to draw it."""
        options = [vars(option) for option in self.options]
        return {"kind": "choice", **vars(self), "options": options, "start": list(self.start)}

    def clean(self, raw: object) -> list[str]:
        """The options of ours that ``raw`` names, at most one unless ``many``."""
        named = raw if isinstance(raw, list | tuple) else [raw] if isinstance(raw, str) else self.start
        known = [option.value for option in self.options if option.value in named]
        return known if self.many else known[:1]


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number that the trainee types.

    Args:
        id: its name in the values.
        label: what is asked.
        unit: how a value is written, e.g. ``"{n} EUR"``.
        help: a sentence below it.
    """

    id: str
    label: str
    unit: str = "{n}"
    help: str = ""

    def spec(self) -> dict[str, object]:
        """What the browser needs to draw it."""
        return {"kind": "number", **vars(self), "start": None}

    def clean(self, raw: object) -> float | None:
        """The number, None where there is none."""
        return _finite(raw)


@dataclass(frozen=True, kw_only=True)
class Group:
    """Controls that belong together.

    Args:
        controls: in the order shown.
        legend: the group's name; empty for a single choice, which has its own.
        help: a sentence below the legend.
        part: the name of the view's part that is shown below the group.
    """

    controls: tuple[Control, ...]
    legend: str = ""
    help: str = ""
    part: str = ""

    def spec(self) -> dict[str, object]:
        """What the browser needs to draw it."""
        controls = [control.spec() for control in self.controls]
        return {"legend": self.legend, "help": self.help, "part": self.part, "controls": controls}


def clean(groups: Sequence[Group], raw: object) -> Answers:
    """Usable answers for every control of ``groups``: the start value where ``raw`` has none."""
    given: Mapping[str, object] = raw if isinstance(raw, Mapping) else {}
    controls = [control for group in groups for control in group.controls]
    return Answers({control.id: control.clean(given.get(control.id)) for control in controls})


def _finite(raw: object) -> float | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    return float(raw) if math.isfinite(raw) else None
