"""The still figures of unit 5: a named picture, a caption, and the numbers behind it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from kamlab.data import account_results, ledger
from kamlab.widgets.u05 import figures, many_plan

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWN = (figures.edge, figures.second)
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


@pytest.mark.parametrize("year", figures.YEARS)
def test_every_account_that_bought_is_in_one_size(year: int) -> None:
    bought = [one for one in account_results(ledger(), year) if one.revenue > 0]
    assert sum(figures.accounts_by_size(year)) == len(bought)


def test_the_table_of_sizes_says_what_was_counted() -> None:
    rows = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(.*?)</tr>", figures.edge("en").numbers)
    cells = [[int(cell) for cell in re.findall(r">(\d+)</td>", row)] for _, row in rows]
    assert list(zip(*cells, strict=True)) == [figures.accounts_by_size(year) for year in figures.YEARS]


def test_no_number_of_suppliers_brings_the_loss_below_what_is_shared() -> None:
    for risk in figures.SHARED_RISKS:
        losses = [figures.expected_loss(n, risk) for n in range(1, figures.MOST + 1)]
        assert losses == sorted(losses, reverse=True)
        assert losses[-1] > risk * many_plan.LOSS
        assert losses[0] - losses[1] > 10 * (losses[1] - losses[2])
