"""What every chart is drawn on: its frame, axes and grid, as an SVG string with words for screen readers.

Colours are attributes that the style sheet may replace (for a dark theme); the same string serves the page,
JupyterLab, print and a page without scripts. A series is one element, so that a slider move redraws the whole
picture in well under a millisecond.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from kamlab.widgets.numbers import number

COLOURS = ("#0b5fa5", "#a8400b", "#1b7f4b", "#6b3fa0")
DASHES = ("", "8 4", "2 4", "10 4 2 4")
WIDTH, HEIGHT = 400, 290  # small enough that letters stay legible in a column or on a phone
LEFT, RIGHT, TOP, BOTTOM = 50, 14, 38, 58
_LABEL = 8.8  # width of a letter of a label in drawing units, on a phone too
_WIDE = 0x2E80  # from here on a letter is as wide as it is high (Chinese)


@dataclass(frozen=True)
class Axis:
    """One axis: ``label`` names it with its unit, ``show`` writes a tick's value."""

    label: str
    low: float
    high: float
    show: Callable[[float], str] = number


@dataclass(frozen=True)
class Caption:
    """What a chart shows in words: ``title`` and ``description``; ``uid`` is unique on the page."""

    uid: str
    title: str
    description: str


@dataclass(frozen=True)
class Frame:
    """The drawing area: maps values to drawing units."""

    horizontal: Axis
    vertical: Axis
    height: int = HEIGHT
    left: int = LEFT
    width: int = WIDTH

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in drawing units."""
        return self.width, self.height

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


def svg(size: tuple[int, int], caption: Caption, content: str) -> str:
    """The drawing ``content`` (SVG) of a ``size`` (width and height in drawing units), with its words."""
    uid, (width, height) = escape(caption.uid), size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kl-svg" viewBox="0 0 {width} {height}" '
        f'width="100%" style="max-width:{width * 1.2:.0f}px;height:auto" role="img" '
        f'aria-labelledby="{uid}-t {uid}-d" font-size="13" fill="currentColor">'
        f'<title id="{uid}-t">{escape(caption.title)}</title>'
        f'<desc id="{uid}-d">{escape(caption.description)}</desc>{content}</svg>'
    )


def text_at(
    at: tuple[float, float], content: str, anchor: str = "start", kind: str = "", colour: str = ""
) -> str:
    """Plain text at a place; ``anchor`` is the end that stands there, ``kind`` its class."""
    more = (f' class="{kind}"' if kind else "") + (f' fill="{colour}"' if colour else "")
    return f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}"{more}>{escape(content)}</text>'


def across(frame: Frame, value: float) -> str:
    """The path of a horizontal line at ``value``."""
    return f"M{frame.left} {frame.y(value):.1f}H{frame.right}"


def grid(frame: Frame) -> str:
    """Horizontal grid lines, the vertical axis's values and both axes' names."""
    axis, middle = frame.vertical, (frame.left + frame.right) / 2
    marks = ticks(axis.low, axis.high)
    path = "".join(across(frame, value) for value in marks)
    values = "".join(text_at((frame.left - 7, frame.y(v) + 4.5), axis.show(v), "end") for v in marks)
    names = text_at((2, 13), axis.label) + text_at(
        (middle, frame.height - 8), frame.horizontal.label, "middle"
    )
    return f'<path stroke="currentColor" stroke-opacity=".16" d="{path}"/>{values}{names}'


def columns(frame: Frame) -> str:
    """The horizontal axis's values."""
    axis, y = frame.horizontal, frame.height - BOTTOM + 20
    return "".join(text_at((frame.x(v), y), axis.show(v), "middle") for v in ticks(axis.low, axis.high))


def level(frame: Frame, value: float, text: str) -> str:
    """A dotted horizontal line at ``value`` with its name."""
    name = text_at((frame.right, frame.y(value) - 5), text, "end")
    return f'<path stroke="currentColor" stroke-dasharray="3 3" d="{across(frame, value)}"/>{name}'


def text_width(text: str) -> float:
    """About the width of ``text`` in drawing units."""
    return sum(15.0 if ord(letter) >= _WIDE else _LABEL for letter in text)
