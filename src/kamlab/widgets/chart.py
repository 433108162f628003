"""Accessible charts as SVG strings: lines and bubbles here, bars in ``bars``, a game's rounds in ``rounds``.

A chart has a title and a description for screen readers, units on its axes, and dashes, markers and direct
labels, so that colour is never the only signal. ``picture`` turns a chart and its data table into a part of a
view.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from kamlab.widgets.bars import Bar, bar_chart, row_chart, waterfall
from kamlab.widgets.canvas import (
    BOTTOM,
    COLOURS,
    DASHES,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Axis,
    Caption,
    Frame,
    across,
    columns,
    grid,
    level,
    svg,
    text_at,
    text_width,
    ticks,
)
from kamlab.widgets.rounds import Player, rounds_chart

__all__ = [
    "LEFT",
    "RIGHT",
    "TOP",
    "WIDTH",
    "Axis",
    "Bar",
    "Bubble",
    "Caption",
    "Frame",
    "Player",
    "Series",
    "bar_chart",
    "bubble_chart",
    "level",
    "line_chart",
    "quarters",
    "rounds_chart",
    "row_chart",
    "text_width",
    "ticks",
    "waterfall",
]

_ROUNDS = 4  # of pushing marks apart
_CLEAR = 19.0  # drawing units between two marks


@dataclass(frozen=True)
class Series:
    """One line: its name, its values, at which of them its label stands, and whether below it."""

    name: str
    points: tuple[tuple[float, float], ...]
    label_at: int = -1
    below: bool = False


@dataclass(frozen=True)
class Bubble:
    """One bubble: its place, radius (drawing units), a short ``mark`` inside, ``name`` beside, and group."""

    x: float
    y: float
    radius: float
    mark: str = ""
    name: str = ""
    group: int = 0
    ring: bool = False


def line_chart(frame: Frame, series: Sequence[Series], caption: Caption) -> str:
    """Lines over a numeric axis, each with its name at one of its points."""
    lines = [_line(frame, i, one) for i, one in enumerate(series)]
    return svg(frame.size, caption, grid(frame) + columns(frame) + "".join(lines))


def bubble_chart(frame: Frame, bubbles: Sequence[Bubble], caption: Caption, under: str = "") -> str:
    """Bubbles with marks inside and names beside them where there is room; ``under`` is drawn first."""
    taken = [_box(frame.x(b.x), frame.y(b.y), b.radius) for b in bubbles]
    drawn = [_bubble(frame, b) for b in sorted(bubbles, key=lambda b: -b.radius)]
    names = [_name(frame, b, taken) for b in bubbles if b.name]
    content = "".join([*drawn, *_marks(frame, bubbles), *names])
    return svg(frame.size, caption, grid(frame) + columns(frame) + under + content)


def quarters(frame: Frame, x: float, y: float, names: Sequence[str]) -> str:
    """Lines at ``x`` and ``y``, and the four fields' names: top left, top right, then the bottom ones."""
    bottom, right = frame.height - BOTTOM, frame.right
    path = f"M{frame.x(x):.1f} {TOP}V{bottom}{across(frame, y)}"
    corners = [(side, height) for height in (TOP + 14, bottom - 8) for side in ("start", "end")]
    texts = [
        text_at((frame.left + 5 if side == "start" else right - 5, height), name, side, "kl-field-name")
        for name, (side, height) in zip(names, corners, strict=True)
    ]
    return f'<path stroke="currentColor" stroke-dasharray="3 3" d="{path}"/>' + "".join(texts)


def _line(frame: Frame, index: int, series: Series) -> str:
    kind, colour = index % 4, COLOURS[index % 4]
    points = " ".join(f"{frame.x(x):.1f},{frame.y(y):.1f}" for x, y in series.points)
    x, y = (frame.x(series.points[series.label_at][0]), frame.y(series.points[series.label_at][1]))
    anchor = "end" if x > frame.width * 0.6 else "start"
    label = text_at(
        (x, y + (17 if series.below else -8)), series.name, anchor, f"kl-label kl-t{kind}", colour
    )
    return (
        f'<polyline class="kl-line kl-c{kind}" points="{points}" fill="none" stroke="{colour}" '
        f'stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="{DASHES[kind]}"/>{label}'
    )


def _bubble(frame: Frame, bubble: Bubble) -> str:
    x, y, kind = frame.x(bubble.x), frame.y(bubble.y), bubble.group % 4
    place = f'cx="{x:.1f}" cy="{y:.1f}"'
    ring = (
        f'<circle {place} r="{bubble.radius + 4:.1f}" fill="none" stroke="currentColor" stroke-width="2.5"/>'
    )
    return (
        f'<circle class="kl-bubble kl-c{kind}" {place} r="{bubble.radius:.1f}" fill="{COLOURS[kind]}" '
        f'stroke="{COLOURS[kind]}" fill-opacity=".22"/>{ring if bubble.ring else ""}'
    )


def _marks(frame: Frame, bubbles: Sequence[Bubble]) -> list[str]:
    """The marks, at the middle of their bubbles or, where bubbles overlap, a little apart."""
    marked = [b for b in bubbles if b.mark]
    at = [complex(frame.x(b.x), frame.y(b.y)) for b in marked]
    for i, j in list(combinations(range(len(at)), 2)) * _ROUNDS:
        between = at[j] - at[i]
        if abs(between) < _CLEAR:
            push = (between / abs(between) if between else 1) * (_CLEAR - abs(between)) / 2
            at[i], at[j] = at[i] - push, at[j] + push
    return [
        text_at((p.real, p.imag + 4.5), b.mark, "middle", "kl-mark") for p, b in zip(at, marked, strict=True)
    ]


_Box = tuple[float, float, float, float]


def _box(x: float, y: float, radius: float) -> _Box:
    return (x - radius, y - radius, x + radius, y + radius)


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _places(x: float, y: float, radius: float, width: float) -> list[_Box]:
    """Where a name may stand: right, left, above, below the bubble."""
    gap = radius + 5
    return [
        (x + gap, y - 8, x + gap + width, y + 8),
        (x - gap - width, y - 8, x - gap, y + 8),
        (x - width / 2, y - gap - 15, x + width / 2, y - gap),
        (x - width / 2, y + gap, x + width / 2, y + gap + 15),
    ]


def _name(frame: Frame, bubble: Bubble, taken: list[_Box]) -> str:
    """The bubble's name at the first free place; none where there is no room (the table has it)."""
    width = text_width(bubble.name)
    for box in _places(frame.x(bubble.x), frame.y(bubble.y), bubble.radius, width):
        inside = (
            box[0] > frame.left and box[2] < frame.width and box[1] > 0 and box[3] < frame.height - BOTTOM
        )
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            middle = (box[0] + box[2]) / 2
            return text_at((middle, box[3] - 4), bubble.name, "middle")
    return ""
