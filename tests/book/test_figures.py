"""All still figures: a named picture, a caption, the numbers behind it; lines that stay in their frame."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drawings import SVG, drawn

from kamlab.i18n import LANGUAGES
from kamlab.widgets import units

if TYPE_CHECKING:
    from kamlab.widgets.figure import Figure

BOOK = Path(__file__).parents[2] / "book"
CALL = re.compile(r"^figures\.(\w+)\(\)$", re.MULTILINE)
SHOWN = [
    (unit, name)
    for unit in units()
    for name in CALL.findall((BOOK / f"{unit}.md").read_text(encoding="utf-8"))
]
LOWEST = 58  # drawing units: what stands below the lowest place of a line
#: Figures that hold lines and nothing else with a name.
LINES = [
    *((unit, name, LOWEST) for unit, name in SHOWN if unit in {"u05", "u06", "u07", "u08"}),
    ("u09", "circle", 50),
    ("u09", "near", 50),
]


def figure(unit: str, name: str, lang: str = "en") -> Figure:
    found: Figure = getattr(import_module(f"kamlab.widgets.{unit}.figures"), name)(lang)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("unit", "name"), SHOWN)
def test_a_figure_has_a_title_a_description_a_caption_and_a_table(unit: str, name: str, lang: str) -> None:
    one = figure(unit, name, lang)
    picture = drawn(one)
    assert picture.get("role") == "img"
    assert picture.findtext(SVG + "title")
    assert picture.findtext(SVG + "desc")
    assert re.search(r"<figcaption>[^<]{20,}</figcaption><details[^>]*><summary>", one._repr_html_())
    assert "<caption>" in one.numbers


@pytest.mark.parametrize("unit", units())
def test_every_unit_shows_a_figure(unit: str) -> None:
    assert any(shown == unit for shown, _ in SHOWN)


@pytest.mark.parametrize(("unit", "name", "lowest"), LINES)
def test_every_line_stays_inside_its_frame_and_bears_its_name(unit: str, name: str, lowest: int) -> None:
    picture = drawn(figure(unit, name))
    height = float(picture.get("viewBox", "").split()[3])
    lines = list(picture.iter(SVG + "polyline"))
    heights = [float(point.split(",")[1]) for line in lines for point in line.get("points", "").split()]
    labels = [one for one in picture.iter(SVG + "text") if "kl-label" in one.get("class", "")]
    assert all(0 < place < height - lowest for place in heights)
    assert len(labels) == len(lines)
