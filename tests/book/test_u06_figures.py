"""The still figures of unit 6: a named picture, a caption, and the numbers behind it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from kamlab.models.bullwhip import variance_ratio
from kamlab.models.crossholding import double_margin_share
from kamlab.widgets.u06 import figures
from kamlab.widgets.u06.bullwhip_plan import DEVIATION

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWN = (figures.whip, figures.stake)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(figure: figures.Figure) -> ET.Element:
    return ET.fromstring(figure.picture)  # noqa: S314 - our own drawing


def rows(figure: figures.Figure) -> list[list[float]]:
    """The table's columns of numbers, one list a row."""
    found = re.findall(r"<tr><th scope=\"row\">[^<]+</th>(.*?)</tr>", figure.numbers)
    return [[float(cell) for cell in re.findall(r">([\d.]+)</td>", row)] for row in found]


@pytest.mark.parametrize("draw", DRAWN)
def test_a_figure_has_a_title_a_description_a_caption_and_a_table(
    draw: Callable[[str], figures.Figure],
) -> None:
    figure = draw("en")
    picture = drawn(figure)
    assert picture.findtext(SVG + "title")
    assert picture.findtext(SVG + "desc")
    assert figure.caption
    assert len(rows(figure)) > 3


@pytest.mark.parametrize("draw", DRAWN)
def test_every_line_stays_inside_its_frame_and_bears_its_name(
    draw: Callable[[str], figures.Figure],
) -> None:
    picture = drawn(draw("en"))
    height = float(picture.get("viewBox", "").split()[3])
    lines = list(picture.iter(SVG + "polyline"))
    heights = [float(point.split(",")[1]) for line in lines for point in line.get("points", "").split()]
    assert all(0 < place < height - 58 for place in heights)
    assert len([one for one in picture.iter(SVG + "text") if "kl-label" in one.get("class", "")]) == len(
        lines
    )


def test_after_one_firm_it_makes_no_difference_who_sees_the_tills() -> None:
    alone = DEVIATION * variance_ratio(2, figures.MEMORY) ** 0.5
    assert figures.unseen(1, 2) == pytest.approx(alone)
    assert figures.seen(1, 2) == pytest.approx(alone)


def test_from_the_second_firm_on_telling_helps_and_delivering_faster_helps_more() -> None:
    for row in rows(figures.whip("en"))[1:]:
        nobody, everybody, faster = row
        assert faster < everybody < nobody


def test_the_table_of_shares_says_what_was_computed() -> None:
    table = rows(figures.stake("en"))
    assert len(table) == len(figures.STAKES)
    for held, (forward, mutual, back) in zip(figures.STAKES, table, strict=True):
        assert forward == pytest.approx(double_margin_share(held), abs=5e-4)
        assert mutual == pytest.approx(double_margin_share(held / (1 + held)), abs=5e-4)
        assert back == 0.75
