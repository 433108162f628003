"""The still figures of unit 8: a named picture, a caption, and the numbers behind it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from kamlab.widgets.u08 import figures, who_plan

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWN = (figures.lots, figures.stops)
SVG = "{http://www.w3.org/2000/svg}"


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


def test_the_lots_cost_at_nordlys_what_the_exercise_says() -> None:
    before = who_plan.today()
    assert figures.paid(before.lot).buyer_cost == pytest.approx(before.buyer_cost)
    assert figures.paid(before.lot).vendor_cost == pytest.approx(before.vendor_cost)


def test_the_valley_of_both_is_flat_and_lies_between_the_others() -> None:
    costs = [figures.paid(lot) for lot in figures.LOTS]
    best = [
        min(costs, key=lambda one: getattr(one, side)).lot for side in ("buyer_cost", "cost", "vendor_cost")
    ]
    assert best == sorted(best)
    assert len(set(best)) == len(best)
    low = min(one.cost for one in costs)
    assert all(one.cost < 1.1 * low for one in costs if 150 <= one.lot <= 300)


def test_stock_helps_against_short_stops_more_than_against_long_ones() -> None:
    left = [
        figures.stored(stops).cost / figures.stored(stops, 0).cost for stops in (figures.SHORT, figures.LONG)
    ]
    assert left[0] < left[1] < 1
    assert figures.stored(figures.SECOND).cost < figures.stored(figures.LONG).cost / 5
