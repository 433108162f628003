"""The still figures of unit 1: a named picture, a caption, and the numbers behind it, in both languages."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from kamlab.data import account_results, ledger
from kamlab.models.clv import retention_multiple
from kamlab.widgets.u01 import figures

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWN = (figures.survival, figures.size_and_profit, figures.multiples)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("draw", DRAWN)
def test_a_figure_has_a_title_a_description_a_caption_and_a_table(
    draw: Callable[[str], figures.Figure],
) -> None:
    figure = draw("en")
    picture = ET.fromstring(figure.picture)  # noqa: S314 - our own drawing
    assert picture.get("role") == "img"
    assert all(picture.find(SVG + name) is not None for name in ("title", "desc"))
    page = figure._repr_html_()
    assert re.search(r"<figcaption>[^<]{20,}</figcaption><details[^>]*><summary>", page)
    assert "<caption>" in figure.numbers


def test_the_survival_table_ends_with_the_numbers_of_the_text() -> None:
    rows = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(.*?)</tr>", figures.survival("en").numbers)
    last = {name: re.findall(r">([\d.]+)</td>", cells)[-1] for name, cells in rows}
    assert (last["Appliances"], last["Workshops"]) == ("7.7", "1.8")


def test_every_account_is_a_bubble_and_the_loss_makers_look_different() -> None:
    picture = ET.fromstring(figures.size_and_profit("en").picture)  # noqa: S314 - our own drawing
    classes = [one.get("class", "") for one in picture.iter(SVG + "circle")]
    losers = sum(one.profit < 0 for one in account_results(ledger()))
    assert len(classes) == 60
    assert sum("kl-c1" in name for name in classes) == losers


def test_the_bubbles_stay_inside_the_frame() -> None:
    picture = ET.fromstring(figures.size_and_profit("en").picture)  # noqa: S314 - our own drawing
    height = float(picture.get("viewBox", "").split()[3])
    assert all(0 < float(one.get("cy", "nan")) < height - 58 for one in picture.iter(SVG + "circle"))


def test_the_multiples_table_states_the_model() -> None:
    table = figures.multiples("en").numbers
    assert f">{retention_multiple(0.9, 0.1):.2f}<" in table
    assert f">{retention_multiple(0.9, 0.2):.2f}<" in table
