"""Accessible charts as SVG strings: lines, bars and bubbles.

A chart has a title and a description for screen readers, units on its axes, and dashes, markers and direct
labels, so that colour is never the only signal. Colours are attributes that the style sheet may replace (for
a dark theme); the same string serves the page, JupyterLab, print and a page without scripts. A series is one
element, so that a slider move redraws the whole picture in well under a millisecond.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations

COLOURS = ("#0b5fa5", "#a8400b", "#1b7f4b", "#6b3fa0")
DASHES = ("", "8 4", "2 4", "10 4 2 4")
WIDTH, HEIGHT = 400, 290  # small enough that letters stay legible in a column or on a phone
LEFT, RIGHT, TOP, BOTTOM = 50, 14, 38, 58
_LABEL = 8.8  # width of a letter of a label in drawing units, on a phone too
_ROUNDS = 4  # of pushing marks apart
_CLEAR = 19.0  # drawing units between two marks
_WIDE = 0x2E80  # from here on a letter is as wide as it is high (Chinese)


@dataclass(frozen=True)
class Axis:
    """One axis: ``label`` names it with its unit, ``show`` writes a tick's value."""

    label: str
    low: float
    high: float
    show: Callable[[float], str]


@dataclass(frozen=True)
class Caption:
    """What a chart shows in words: ``title`` and ``description``; ``uid`` is unique on the page."""

    uid: str
    title: str
    description: str


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


@dataclass(frozen=True)
class Frame:
    """The drawing area: maps values to drawing units."""

    horizontal: Axis
    vertical: Axis
    height: int = HEIGHT
    left: int = LEFT
    width: int = WIDTH

    @property
    def right(self) -> int:
        """Drawing unit of the right end."""
        return self.width - RIGHT

    def x(self, value: float) -> float:
        """Drawing unit of a horizontal ``value``."""
        axis = self.horizontal
        return self.left + (value - axis.low) / (axis.high - axis.low or 1) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Drawing unit of a vertical ``value``."""
        axis = self.vertical
        span = axis.high - axis.low or 1
        return self.height - BOTTOM - (value - axis.low) / span * (self.height - TOP - BOTTOM)


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Round values from ``low`` to ``high``, about ``wanted`` of them.

    >>> ticks(0, 10)
    [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]
    """
    span = (high - low) or 1.0
    power = 10.0 ** math.floor(math.log10(span / wanted))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= span / wanted * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(i * step, 9) + 0.0 for i in range(first, last + 1)]


def line_chart(frame: Frame, series: Sequence[Series], caption: Caption) -> str:
    """Lines over a numeric axis, each with its name at one of its points."""
    lines = [_line(frame, i, one) for i, one in enumerate(series)]
    return _svg(frame, caption, _grid(frame) + _columns(frame) + "".join(lines))


def bar_chart(frame: Frame, bars: Sequence[tuple[str, float, str]], caption: Caption) -> str:
    """One bar a (name, value, value as text); the horizontal axis must run from 0 to the number of bars."""
    drawn = [_bar(frame, i, *bar) for i, bar in enumerate(bars)]
    zero = f'<path stroke="currentColor" d="{_across(frame, 0)}"/>'
    return _svg(frame, caption, _grid(frame) + "".join(drawn) + zero)


def bubble_chart(frame: Frame, bubbles: Sequence[Bubble], caption: Caption, under: str = "") -> str:
    """Bubbles with marks inside and names beside them where there is room; ``under`` is drawn first."""
    taken = [_box(frame.x(b.x), frame.y(b.y), b.radius) for b in bubbles]
    drawn = [_bubble(frame, b) for b in sorted(bubbles, key=lambda b: -b.radius)]
    names = [_name(frame, b, taken) for b in bubbles if b.name]
    content = "".join([*drawn, *_marks(frame, bubbles), *names])
    return _svg(frame, caption, _grid(frame) + _columns(frame) + under + content)


def level(frame: Frame, value: float, text: str) -> str:
    """A dotted horizontal line at ``value`` with its name."""
    name = _text((frame.right, frame.y(value) - 5), text, "end")
    return f'<path stroke="currentColor" stroke-dasharray="3 3" d="{_across(frame, value)}"/>{name}'


def quarters(frame: Frame, x: float, y: float, names: Sequence[str]) -> str:
    """Lines at ``x`` and ``y``, and the four fields' names: top left, top right, then the bottom ones."""
    bottom, right = frame.height - BOTTOM, frame.right
    path = f"M{frame.x(x):.1f} {TOP}V{bottom}{_across(frame, y)}"
    corners = [(side, height) for height in (TOP + 14, bottom - 8) for side in ("start", "end")]
    texts = [
        _text((frame.left + 5 if side == "start" else right - 5, height), name, side, "kl-field-name")
        for name, (side, height) in zip(names, corners, strict=True)
    ]
    return f'<path stroke="currentColor" stroke-dasharray="3 3" d="{path}"/>' + "".join(texts)


def _svg(frame: Frame, caption: Caption, content: str) -> str:
    uid = escape(caption.uid)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kl-svg" viewBox="0 0 {frame.width} {frame.height}" '
        f'width="100%" style="max-width:{frame.width * 1.2:.0f}px;height:auto" role="img" '
        f'aria-labelledby="{uid}-t {uid}-d" font-size="13" fill="currentColor">'
        f'<title id="{uid}-t">{escape(caption.title)}</title>'
        f'<desc id="{uid}-d">{escape(caption.description)}</desc>{content}</svg>'
    )


def _text(
    at: tuple[float, float], content: str, anchor: str = "start", kind: str = "", colour: str = ""
) -> str:
    more = (f' class="{kind}"' if kind else "") + (f' fill="{colour}"' if colour else "")
    return f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}"{more}>{escape(content)}</text>'


def _across(frame: Frame, value: float) -> str:
    """The path of a horizontal line at ``value``."""
    return f"M{frame.left} {frame.y(value):.1f}H{frame.right}"


def _grid(frame: Frame) -> str:
    """Horizontal grid lines, the vertical axis's values and both axes' names."""
    axis, middle = frame.vertical, (frame.left + frame.right) / 2
    marks = ticks(axis.low, axis.high)
    path = "".join(_across(frame, value) for value in marks)
    values = "".join(_text((frame.left - 7, frame.y(v) + 4.5), axis.show(v), "end") for v in marks)
    names = _text((2, 13), axis.label) + _text((middle, frame.height - 8), frame.horizontal.label, "middle")
    return f'<path stroke="currentColor" stroke-opacity=".16" d="{path}"/>{values}{names}'


def _columns(frame: Frame) -> str:
    """The horizontal axis's values."""
    axis, y = frame.horizontal, frame.height - BOTTOM + 20
    return "".join(_text((frame.x(v), y), axis.show(v), "middle") for v in ticks(axis.low, axis.high))


def _line(frame: Frame, index: int, series: Series) -> str:
    kind, colour = index % 4, COLOURS[index % 4]
    points = " ".join(f"{frame.x(x):.1f},{frame.y(y):.1f}" for x, y in series.points)
    x, y = (frame.x(series.points[series.label_at][0]), frame.y(series.points[series.label_at][1]))
    anchor = "end" if x > frame.width * 0.6 else "start"
    label = _text((x, y + (17 if series.below else -8)), series.name, anchor, f"kl-label kl-t{kind}", colour)
    return (
        f'<polyline class="kl-line kl-c{kind}" points="{points}" fill="none" stroke="{colour}" '
        f'stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="{DASHES[kind]}"/>{label}'
    )


def _bar(frame: Frame, index: int, name: str, value: float, text: str) -> str:
    kind, colour = index % 4, COLOURS[index % 4]
    x, width = frame.x(index + 0.2), frame.x(index + 0.8) - frame.x(index + 0.2)
    top, height = min(frame.y(value), frame.y(0)), abs(frame.y(value) - frame.y(0))
    above = frame.y(value) + (-6 if value >= 0 else 16)
    return (
        f'<rect class="kl-bar kl-c{kind}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" fill="{colour}" stroke="{colour}"/>'
        + _text((x + width / 2, above), text, "middle", "kl-label")
        + _text((x + width / 2, frame.height - BOTTOM + 20), name, "middle")
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
        _text((p.real, p.imag + 4.5), b.mark, "middle", "kl-mark") for p, b in zip(at, marked, strict=True)
    ]


_Box = tuple[float, float, float, float]


def _box(x: float, y: float, radius: float) -> _Box:
    return (x - radius, y - radius, x + radius, y + radius)


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def text_width(text: str) -> float:
    """About the width of ``text`` in drawing units."""
    return sum(15.0 if ord(letter) >= _WIDE else _LABEL for letter in text)


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
            return _text((middle, box[3] - 4), bubble.name, "middle")
    return ""
