"""A still figure in a chapter: a picture, its caption, and its numbers in a table below."""

from dataclasses import dataclass
from pathlib import Path

from kamlab.i18n import Translator
from kamlab.widgets.canvas import HEIGHT, Axis, Frame
from kamlab.widgets.markup import element, escape
from kamlab.widgets.picture import Picture

_SHEET = Path(__file__).parent / "static" / "figure.css"
_WIDTH, _LEFT = 520, 74  # drawing units: a figure has the column for itself


@dataclass(frozen=True)
class Figure:
    """A picture and its data table, shown by every notebook front end.

    Args:
        picture: an SVG element.
        caption: what to see in it.
        numbers: the table behind it, as HTML.
        summary: the words that open the table.
    """

    picture: str
    caption: str
    numbers: str
    summary: str

    def _repr_html_(self) -> str:
        caption = element("figcaption", escape(self.caption))
        opener = element("summary", escape(self.summary))
        details = element("details", opener + self.numbers, class_="kl-details")
        sheet = element("style", _SHEET.read_text(encoding="utf-8"))
        return element("figure", sheet + self.picture + caption + details, class_="kl-figure")


def wide(horizontal: Axis, vertical: Axis, height: int = HEIGHT) -> Frame:
    """A frame as wide as the chapter's column."""
    return Frame(horizontal, vertical, height=height, left=_LEFT, width=_WIDTH)


def still(picture: Picture, caption: str, t: Translator, numbers: str = "") -> Figure:
    """A figure of ``picture``, whose name is its id on the page.

    Args:
        picture: what is drawn, in a ``wide`` frame.
        caption: what to see in it.
        t: its language.
        numbers: a table in place of the picture's own.
    """
    svg = picture.svg(picture.words.name)
    return Figure(svg, caption, numbers or picture.table(), t("The numbers of this figure"))
