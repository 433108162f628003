"""Accessible charts as SVG strings: lines, bars and bubbles.

A chart has a title and a description for screen readers, units on its axes, and dashes, markers and direct
labels, so that colour is never the only signal. Colours are attributes that the style sheet may replace (dark
theme); the same string serves the page, JupyterLab, print and a page without scripts. Two series of numbers make
one element each: a slider move redraws the whole picture in well under a millisecond.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

COLOURS = ("#0b5fa5", "#a8400b", "#1b7f4b", "#6b3fa0")
DASHES = ("", "8 4", "2 4", "10 4 2 4")
WIDTH, HEIGHT = 520, 320
LEFT, RIGHT, TOP, BOTTOM = 74, 18, 24, 58
_LABEL = 7.6  # width of a letter of a label in drawing units, on a phone too
_WIDE = 0x2E80  # from here on a letter is as wide as it is high (Chinese)


@dataclass(frozen=True)
class Axis:
    """One axis: ``label`` names it with its unit, ``show`` writes a tick's value."""

    label: str
    low: float
    high: float
    show: Callable[[float], str]


@dataclass(frozen=True)
class Series:
    """One line or group of bars: its name, its values, and (lines) where its label stands."""

    name: str
    points: tuple[tuple[float, float], ...]
    label_at: int = -1


@dataclass(frozen=True)
class Bubble:
    """One bubble: short ``mark`` inside, ``name`` beside, position, radius in drawing units, group, ringed."""

    mark: str
    name: str
    x: float
    y: float
    radius: float
    group: int = 0
    ring: bool = False


@dataclass(frozen=True)
class Frame:
    """The drawing area: maps values to drawing units."""

    horizontal: Axis
    vertical: Axis
    height: int = HEIGHT
    left: int = LEFT

    def x(self, value: float) -> float:
        """Drawing unit of a horizontal ``value``."""
        axis = self.horizontal
        return self.left + (value - axis.low) / (axis.high - axis.low or 1) * (WIDTH - self.left - RIGHT)

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


def line_chart(frame: Frame, series: Sequence[Series], *, uid: str, title: str, description: str) -> str:
    """Lines over a numeric axis, each with its name at one of its points."""
    lines = [_line(frame, i, one) for i, one in enumerate(series)]
    return _svg(frame, uid, title, description, _grid(frame) + _columns(frame) + "".join(lines))


def bar_chart(frame: Frame, bars: Sequence[tuple[str, float, str]], *, uid: str, title: str, description: str) -> str:
    """One bar a (name, value, value as text); the horizontal axis must run from 0 to the number of bars."""
    drawn = [_bar(frame, i, *bar) for i, bar in enumerate(bars)]
    zero = f'<path class="kl-zero" stroke="currentColor" d="M{frame.left} {frame.y(0):.1f}H{WIDTH - RIGHT}"/>'
    return _svg(frame, uid, title, description, _grid(frame) + "".join(drawn) + zero)


def bubble_chart(frame: Frame, bubbles: Sequence[Bubble], *, uid: str, title: str, description: str, under: str = "") -> str:
    """Bubbles with marks inside and names beside them where there is room; ``under`` is drawn first."""
    taken = [_box(frame.x(b.x), frame.y(b.y), b.radius) for b in bubbles]
    drawn = [_bubble(frame, b) for b in bubbles]
    names = [_name(frame, b, taken) for b in bubbles]
    content = _grid(frame) + _columns(frame) + under + "".join(drawn) + "".join(names)
    return _svg(frame, uid, title, description, content)


def level(frame: Frame, value: float, text: str) -> str:
    """A dotted horizontal line at ``value`` with its name."""
    y = frame.y(value)
    return (
        f'<path class="kl-level" stroke="currentColor" stroke-dasharray="3 3" d="M{frame.left} {y:.1f}H{WIDTH - RIGHT}"/>'
        f'<text x="{WIDTH - RIGHT}" y="{y - 5:.1f}" text-anchor="end">{escape(text)}</text>'
    )


def _svg(frame: Frame, uid: str, title: str, description: str, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kl-svg" viewBox="0 0 {WIDTH} {frame.height}" width="100%" '
        f'style="max-width:{WIDTH * 1.15:.0f}px;height:auto" role="img" aria-labelledby="{uid}-t {uid}-d" '
        f'font-size="13" fill="currentColor"><title id="{uid}-t">{escape(title)}</title>'
        f'<desc id="{uid}-d">{escape(description)}</desc>{content}</svg>'
    )


def _grid(frame: Frame) -> str:
    """Horizontal grid lines, the vertical axis's values and both axes' names."""
    marks = [(frame.y(v), frame.vertical.show(v)) for v in ticks(frame.vertical.low, frame.vertical.high)]
    path = "".join(f"M{frame.left} {y:.1f}H{WIDTH - RIGHT}" for y, _ in marks)
    texts = "".join(f'<text x="{frame.left - 7}" y="{y + 4.5:.1f}" text-anchor="end">{escape(s)}</text>' for y, s in marks)
    middle = (frame.left + WIDTH - RIGHT) / 2
    return (
        f'<path class="kl-grid" stroke="currentColor" stroke-opacity=".16" d="{path}"/>{texts}'
        f'<text class="kl-axis" x="2" y="13">{escape(frame.vertical.label)}</text>'
        f'<text class="kl-axis" x="{middle:.0f}" y="{frame.height - 8}" text-anchor="middle">'
        f"{escape(frame.horizontal.label)}</text>"
    )


def _columns(frame: Frame) -> str:
    y = frame.height - BOTTOM + 20
    return "".join(
        f'<text x="{frame.x(v):.1f}" y="{y}" text-anchor="middle">{escape(frame.horizontal.show(v))}</text>'
        for v in ticks(frame.horizontal.low, frame.horizontal.high)
    )


def _line(frame: Frame, index: int, series: Series) -> str:
    colour, dash = COLOURS[index % 4], DASHES[index % 4]
    points = " ".join(f"{frame.x(x):.1f},{frame.y(y):.1f}" for x, y in series.points)
    x, y = series.points[series.label_at]
    anchor = "end" if frame.x(x) > WIDTH * 0.6 else "start"
    above = 16 if index % 2 else -8
    return (
        f'<polyline class="kl-line kl-c{index % 4}" points="{points}" fill="none" stroke="{colour}" '
        f'stroke-width="2.5" stroke-linejoin="round" stroke-dasharray="{dash}"/>'
        f'<text class="kl-label kl-t{index % 4}" x="{frame.x(x):.1f}" y="{frame.y(y) + above:.1f}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(series.name)}</text>'
    )


def _bar(frame: Frame, index: int, name: str, value: float, text: str) -> str:
    colour = COLOURS[index % 4]
    x, width = frame.x(index + 0.2), frame.x(index + 0.8) - frame.x(index + 0.2)
    top, height = min(frame.y(value), frame.y(0)), abs(frame.y(value) - frame.y(0))
    y = frame.y(value) + (-6 if value >= 0 else 16)
    return (
        f'<rect class="kl-bar kl-c{index % 4}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'fill="{colour}" stroke="{colour}"/>'
        f'<text class="kl-label" x="{x + width / 2:.1f}" y="{y:.1f}" text-anchor="middle">{escape(text)}</text>'
        f'<text x="{x + width / 2:.1f}" y="{frame.height - BOTTOM + 20}" text-anchor="middle">{escape(name)}</text>'
    )


def _bubble(frame: Frame, bubble: Bubble) -> str:
    x, y, colour = frame.x(bubble.x), frame.y(bubble.y), COLOURS[bubble.group % 4]
    ring = (
        f'<circle class="kl-ring" cx="{x:.1f}" cy="{y:.1f}" r="{bubble.radius + 4:.1f}" fill="none" '
        f'stroke="currentColor" stroke-width="2.5"/>'
        if bubble.ring
        else ""
    )
    return (
        f'<circle class="kl-bubble kl-c{bubble.group % 4}" cx="{x:.1f}" cy="{y:.1f}" r="{bubble.radius:.1f}" '
        f'fill="{colour}" stroke="{colour}" fill-opacity=".22"/>{ring}'
        f'<text class="kl-mark" x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="middle">{escape(bubble.mark)}</text>'
    )


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
        inside = box[0] > frame.left and box[2] < WIDTH and box[1] > 0 and box[3] < frame.height - BOTTOM
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            middle = (box[0] + box[2]) / 2
            return f'<text class="kl-name" x="{middle:.1f}" y="{box[3] - 4:.1f}" text-anchor="middle">{escape(bubble.name)}</text>'
    return ""
