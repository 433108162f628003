"""The still figures of unit 7: a named picture, a caption, and the numbers behind it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kamlab.widgets.u07 import figures

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWN = (figures.switch, figures.merger)
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


def test_trust_is_cheaper_exactly_where_the_description_says() -> None:
    said = re.search(r"cross at (\d+) EUR", figures.switch("en").picture)
    assert said
    crossing = int(said[1])
    assert [figures.ordered(crossing + step).best for step in (-1, 1)] == ["japanese", "american"]


def test_both_contracts_cross_the_merger_within_the_picture() -> None:
    for chance, loss in (figures.failing(), (0.0, 0.0)):
        limit = figures.governed(0, chance, loss).break_even_rent
        assert limit is not None
        assert 0 < limit <= figures.RENTS[-1]
    assert figures.governed(0, *figures.failing()).contract_cost > figures.governed(0, 0, 0).contract_cost


def test_a_merger_costs_the_same_whatever_is_at_stake() -> None:
    costs = [figures.governed(rent, *figures.failing()) for rent in figures.RENTS]
    assert len({one.merge_cost for one in costs}) == 1
    assert all(one.contract_cost < two.contract_cost for one, two in pairwise(costs))
