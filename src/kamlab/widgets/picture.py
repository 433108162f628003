"""A chart with its words and its figures: what an exercise or a chapter shows, made in one call.

A ``Picture`` knows how it is drawn, what a screen reader says of it, and the data table behind it. The shell
gives it an id that is its own on the page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kamlab.widgets import chart
from kamlab.widgets.chart import Axis, Bar, Bubble, Caption, Frame, Player, Series
from kamlab.widgets.markup import figure, keys, paragraph, table
from kamlab.widgets.numbers import number


@dataclass(frozen=True)
class Words:
    """What a picture is called and what it shows.

    Args:
        name: its own within the exercise, such as ``"line"``; part of its id.
        title: its caption.
        description: what a reader who does not see it should know.
    """

    name: str
    title: str
    description: str


@dataclass(frozen=True)
class Picture:
    """A chart that can be drawn and told.

    Args:
        words: its name, title and description.
        draw: the SVG for a caption.
        rows: the data table behind it, its first row the head.
        worded: all of the table is words, none of it numbers.
        keys: (mark, meaning) pairs of what stands in the drawing.
        note: a sentence below it.
    """

    words: Words
    draw: Callable[[Caption], str]
    rows: Callable[[], Sequence[Sequence[str]]] = list
    worded: bool = False
    keys: tuple[tuple[str, str], ...] = ()
    note: str = ""

    def svg(self, uid: str) -> str:
        """The drawing alone; ``uid`` is unique on the page."""
        return self.draw(Caption(uid, self.words.title, self.words.description))

    def html(self, prefix: str) -> str:
        """The drawing below its title, with its keys and its note; ``prefix`` begins its id."""
        legend = keys(self.keys) if self.keys else ""
        note = paragraph(self.note, class_="kl-help") if self.note else ""
        return figure(self.words.title, self.svg(f"{prefix}-{self.words.name}") + legend + note)

    def table(self) -> str:
        """The figures behind it; empty where it has none of its own."""
        head, *body = self.rows() or [[]]
        words = len(head) if self.worded else 1
        return table(self.words.title, head, body, words=words) if body else ""

    def noted(self, note: str, marks: Iterable[tuple[str, str]] = ()) -> "Picture":
        """The same with a ``note`` below it, and (mark, meaning) pairs where it has no keys of its own."""
        return replace(self, note=note, keys=self.keys or tuple(marks))


def lines(words: Words, frame: Frame, series: Sequence[Series], digits: int = 0) -> Picture:
    """Lines over a numeric axis; the table has a row for each place on it (``digits`` decimals)."""

    def rows() -> list[list[str]]:
        head = [frame.horizontal.label, *(one.name for one in series)]
        heights = [dict(one.points) for one in series]
        places = sorted({x for points in heights for x in points})
        cells = ([number(ys[x], digits) if x in ys else "" for ys in heights] for x in places)
        return [head, *([frame.horizontal.show(x), *row] for x, row in zip(places, cells, strict=True))]

    return Picture(words, partial(chart.line_chart, frame, series), rows)


def bars(words: Words, frame: Frame, entries: Sequence[tuple[str, float, str]]) -> Picture:
    """One upright bar an entry: (name, value, value as text)."""

    def rows() -> list[list[str]]:
        return [[frame.horizontal.label, frame.vertical.label], *([name, text] for name, _, text in entries)]

    return Picture(words, partial(chart.bar_chart, frame, entries), rows)


def rowed(words: Words, what: str, axis: Axis, entries: Sequence[Bar]) -> Picture:
    """Lying bars, such as a ``waterfall``; ``what`` names the bars in the table's head."""

    def rows() -> list[list[str]]:
        return [[what, axis.label], *([bar.name, bar.text] for bar in entries)]

    return Picture(words, partial(chart.row_chart, axis, entries), rows)


def bubbles(words: Words, frame: Frame, entries: Sequence[Bubble], under: str = "") -> Picture:
    """Bubbles in a field; ``under`` (SVG, such as ``quarters``) is drawn first."""

    def rows() -> list[list[str]]:
        head = ["", frame.horizontal.label, frame.vertical.label]
        across, up = frame.horizontal.show, frame.vertical.show
        return [head, *([one.name or one.mark, across(one.x), up(one.y)] for one in entries)]

    return Picture(words, partial(chart.bubble_chart, frame, entries, under=under), rows)


def rounds(words: Words, label: str, moves: Sequence[tuple[str, str]], players: Sequence[Player]) -> Picture:
    """A game round by round; ``moves`` are (letter, meaning) pairs, ``label`` is the word for a round."""

    def rows() -> list[list[str]]:
        played = zip(*([moves[move][1] for move in one.moves] for one in players), strict=True)
        numbered = ([str(n), *row] for n, row in enumerate(played, start=1))
        return [[label, *(one.name for one in players)], *numbered]

    letters = [letter for letter, _ in moves]
    drawn = partial(chart.rounds_chart, label, letters, players)
    return Picture(words, drawn, rows, worded=True, keys=tuple(moves))
