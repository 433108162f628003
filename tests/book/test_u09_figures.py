"""The still figures of unit 9: a named picture, a caption, and the numbers behind it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kamlab.widgets.u09 import figures

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWN = (figures.circle, figures.near, figures.counted)
SVG = "{http://www.w3.org/2000/svg}"
BIB = (Path(__file__).parents[2] / "book" / "references.bib").read_text(encoding="utf-8")


def drawn(figure: figures.Figure) -> ET.Element:
    return ET.fromstring(figure.picture)  # noqa: S314 - our own drawing


@pytest.mark.parametrize("draw", DRAWN)
def test_a_figure_has_a_title_a_description_a_caption_and_a_table(
    draw: Callable[[str], figures.Figure],
) -> None:
    figure = draw("en")
    picture = drawn(figure)
    assert picture.get("role") == "img"
    assert all(picture.find(SVG + name) is not None for name in ("title", "desc"))
    assert re.search(r"<figcaption>[^<]{20,}</figcaption><details[^>]*><summary>", figure._repr_html_())
    assert "<caption>" in figure.numbers


@pytest.mark.parametrize("draw", DRAWN[:2])
def test_every_line_stays_inside_its_frame_and_bears_its_name(
    draw: Callable[[str], figures.Figure],
) -> None:
    picture = drawn(draw("en"))
    height = float(picture.get("viewBox", "").split()[3])
    lines = list(picture.iter(SVG + "polyline"))
    heights = [float(point.split(",")[1]) for line in lines for point in line.get("points", "").split()]
    assert all(0 <= place <= height - 50 for place in heights)
    assert len([one for one in picture.iter(SVG + "text") if "kl-label" in one.get("class", "")]) == len(
        lines
    )


def test_the_sum_is_lowest_where_the_caption_says() -> None:
    totals = {n: figures.variety(n).total for n in range(figures.FEWEST, figures.MOST + 1)}
    assert min(totals, key=lambda n: totals[n]) == 6
    assert "lowest with six shops" in figures.circle("en").caption


def test_the_local_share_grows_with_what_nearness_is_worth_and_stays_below_one_half() -> None:
    for lead in figures.LEADS:
        shares = [figures.local_share(worth, lead) for worth in (lead / 3, lead / 2, lead, 2 * lead, 100)]
        assert shares[0] == pytest.approx(0)
        assert shares == sorted(shares)
        assert shares[-1] < 0.5


def test_the_claim_is_the_shortest_bar_and_each_count_has_its_source() -> None:
    shares = [float(one) for one in re.findall(r">([\d.]+)\xa0%</td>", figures.counted("en").numbers)]
    assert len(shares) == 1 + len(figures.COUNTED)
    assert shares[0] == min(shares) == pytest.approx(100 * figures.CLAIM, abs=0.5)
    assert shares[1:] == [pytest.approx(100 * one.private, abs=0.51) for one in figures.COUNTED]
    assert all(f"{{{one.source}," in BIB for one in figures.COUNTED)
