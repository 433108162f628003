"""Bars: upright ones side by side, rows with long names, and waterfalls from one amount to another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamlab.widgets.canvas import (
    BOTTOM,
    COLOURS,
    WIDTH,
    Axis,
    Caption,
    Frame,
    across,
    grid,
    svg,
    text_at,
    ticks,
)

TOTAL, LESS, MORE = 0, 1, 2  # colours of a waterfall; the texts carry the sign
_ROW, _HIGH = 40, 15  # drawing units: a row with its name, and its bar
_LEFT = 10


@dataclass(frozen=True)
class Bar:
    """One bar of a row chart: its name, start and end, its value as text, and its colour (0 to 3)."""

    name: str
    start: float
    end: float
    text: str
    group: int = TOTAL


def bar_chart(frame: Frame, bars: Sequence[tuple[str, float, str]], caption: Caption) -> str:
    """One bar a (name, value, value as text); the horizontal axis must run from 0 to the number of bars."""
    drawn = [_bar(frame, i, *bar) for i, bar in enumerate(bars)]
    zero = f'<path stroke="currentColor" d="{across(frame, 0)}"/>'
    return svg(frame.size, caption, grid(frame) + "".join(drawn) + zero)


def waterfall(
    first: tuple[str, float, str], steps: Iterable[tuple[str, float, str]], last: tuple[str, str]
) -> list[Bar]:
    """The rows of a waterfall.

    Args:
        first: the amount that it starts from: (name, value, value as text).
        steps: what is added or taken away, in order: (name, change, change as text).
        last: what they lead to: (name, value as text); its value is their sum.

    >>> rows = waterfall(("a", 5, "5"), [("b", 2, "+2"), ("c", -3, "−3")], ("d", "4"))
    >>> [(bar.start, bar.end) for bar in rows]
    [(0.0, 5), (5, 7), (7, 4), (0.0, 4)]
    """
    rows, level = [Bar(first[0], 0.0, first[1], first[2])], first[1]
    for name, change, text in steps:
        rows.append(Bar(name, level, level + change, text, MORE if change >= 0 else LESS))
        level += change
    return [*rows, Bar(last[0], 0.0, level, last[1])]


def row_chart(axis: Axis, bars: Sequence[Bar], caption: Caption) -> str:
    """One row a bar, name and value above it, so that long names have room; ``axis`` measures all of them."""
    height = len(bars) * _ROW + BOTTOM
    frame = Frame(axis, Axis("", 0, 1), height=height, left=_LEFT)
    rows = "".join(_row(frame, place, bar) for place, bar in enumerate(bars))
    return svg((WIDTH, height), caption, _uprights(frame) + rows + _zero(frame, len(bars)))


def _uprights(frame: Frame) -> str:
    """Vertical grid lines, the axis's values and its name."""
    axis, bottom = frame.horizontal, frame.height - BOTTOM
    marks = ticks(axis.low, axis.high, 4)
    path = "".join(f"M{frame.x(value):.1f} 0V{bottom}" for value in marks)
    values = "".join(text_at((frame.x(v), bottom + 20), axis.show(v), "middle") for v in marks)
    name = text_at(((frame.left + frame.right) / 2, frame.height - 8), axis.label, "middle")
    return f'<path stroke="currentColor" stroke-opacity=".16" d="{path}"/>{values}{name}'


def _zero(frame: Frame, count: int) -> str:
    """The line at zero, beside the bars only: their names stand above them, maybe across it."""
    tops = (place * _ROW + 18 for place in range(count))
    path = "".join(f"M{frame.x(0):.1f} {top}v{_HIGH + 4}" for top in tops)
    return f'<path stroke="currentColor" d="{path}"/>'


def _row(frame: Frame, place: int, bar: Bar) -> str:
    top, (low, high) = place * _ROW + 20, sorted((frame.x(bar.start), frame.x(bar.end)))
    return (
        text_at((_LEFT, top - 6), bar.name)
        + text_at((frame.right, top - 6), bar.text, "end", "kl-label")
        + _rect((low, top), (max(high - low, 1.0), _HIGH), bar.group)
    )


def _rect(at: tuple[float, float], size: tuple[float, float], group: int) -> str:
    colour = COLOURS[group % 4]
    return (
        f'<rect class="kl-bar kl-c{group % 4}" x="{at[0]:.1f}" y="{at[1]:.1f}" width="{size[0]:.1f}" '
        f'height="{size[1]:.1f}" fill="{colour}" stroke="{colour}"/>'
    )


def _bar(frame: Frame, index: int, name: str, value: float, text: str) -> str:
    x, width = frame.x(index + 0.2), frame.x(index + 0.8) - frame.x(index + 0.2)
    top, height = min(frame.y(value), frame.y(0)), abs(frame.y(value) - frame.y(0))
    above = frame.y(value) + (-6 if value >= 0 else 16)
    return (
        _rect((x, top), (width, height), index)
        + text_at((x + width / 2, above), text, "middle", "kl-label")
        + text_at((x + width / 2, frame.height - BOTTOM + 20), name, "middle")
    )
