"""Answers ahead: what an exercise says to every first move, computed when the book is built.

A reader's first move is nearly always one step of one control, and it often comes before Python has started
in her browser. The page then shows the answer from here (``kamlab/live/loader/ahead.js``): the same views,
from the same functions, only earlier. It is also all that a browser gets in which Python cannot start.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from kamlab.widgets.controls import Choice, Control, Group, Slider, Value

__all__ = ["answers_ahead", "first_moves", "key"]

View = Mapping[str, object]


def answers_ahead(
    groups: Sequence[Group], values: Mapping[str, object], view: Callable[[Mapping[str, object]], View]
) -> dict[str, dict[str, dict[str, object]]]:
    """What changes in the view with every first move.

    Args:
        groups: the exercise's controls.
        values: all of them at their start.
        view: the view of values.

    Returns:
        control id → ``key`` of its new value → the parts of the view that differ from the start's.
    """
    start = view(values)
    table: dict[str, dict[str, dict[str, object]]] = {}
    for control in (one for group in groups for one in group.controls):
        moves = {
            key(value): _changed(start, view({**values, control.id: value})) for value in first_moves(control)
        }
        if any(moves.values()):
            table[control.id] = moves
    return table


def _changed(start: View, now: View) -> dict[str, object]:
    return {part: html for part, html in now.items() if start.get(part) != html}


def first_moves(control: Control) -> Iterator[Value]:
    """Every value that one move can give ``control``; none where anything may be typed."""
    if isinstance(control, Slider):
        steps = round((control.high - control.low) / control.step)
        yield from (control.clean(control.low + step * control.step) for step in range(steps + 1))
    elif isinstance(control, Choice):
        for option in control.options:
            toggled = set(control.start) ^ {option.value} if control.many else {option.value}
            yield control.clean(list(toggled))


def key(value: Value) -> str:
    """The JSON text that the browser gives ``value``: whole numbers have no point there."""
    plain = int(value) if isinstance(value, float) and value.is_integer() else value
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
