"""Rows of bars, and waterfalls."""

from collections.abc import Callable
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from kamlab.models.evc import economic_value
from kamlab.widgets import chart

SVG = "{http://www.w3.org/2000/svg}"
WORDS = chart.Caption("x", "A & B", "Up and <down>")
STEPS = [("Fewer stoppages", 32.0, "+32"), ("New tools", -18.0, "−18")]
ROWS = chart.waterfall(("Reference", 100.0, "100"), STEPS, ("Value", "114"))
AXIS = chart.Axis("EUR a piece", -20, 150)
Parse = Callable[[str], ET.Element]


def test_a_waterfall_leads_from_the_reference_to_the_models_value() -> None:
    worth = economic_value(100, {name: change for name, change, _ in STEPS})
    assert (ROWS[-1].start, ROWS[-1].end) == (0.0, worth.value)
    assert [bar.end for bar in ROWS[1:-1]] == [step.total for step in worth.waterfall]


def test_each_step_starts_where_the_one_before_ends() -> None:
    assert all(before.end == after.start for before, after in pairwise(ROWS[:-1]))


def test_what_adds_and_what_takes_away_differ_by_colour_and_by_sign() -> None:
    assert len({bar.group for bar in ROWS}) == 3
    assert [bar.text[0] for bar in ROWS[1:-1]] == ["+", "−"]


def test_a_bar_lies_between_its_ends_on_the_axis(parse: Parse) -> None:
    rects = list(parse(chart.row_chart(AXIS, ROWS, WORDS)).iter(f"{SVG}rect"))
    scale = float(rects[0].get("width")) / 100
    assert [float(one.get("width")) for one in rects] == pytest.approx(
        [100 * scale, 32 * scale, 18 * scale, 114 * scale], abs=0.2
    )
    assert float(rects[2].get("x")) == pytest.approx(float(rects[0].get("x")) + 114 * scale, abs=0.2)


def test_every_row_carries_its_name_and_its_value(parse: Parse) -> None:
    svg = parse(chart.row_chart(AXIS, ROWS, WORDS)).find(f"{SVG}svg")
    texts = {text.text for text in svg.iter(f"{SVG}text")}
    assert {"EUR a piece", *(bar.name for bar in ROWS), *(bar.text for bar in ROWS)} <= texts
    assert svg.findtext(f"{SVG}desc") == "Up and <down>"


def test_a_loss_reaches_to_the_left_of_zero(parse: Parse) -> None:
    (rect,) = parse(chart.row_chart(AXIS, [chart.Bar("Loss", 0, -20, "−20")], WORDS)).iter(f"{SVG}rect")
    zero = chart.Frame(AXIS, AXIS, left=10).x(0)
    assert float(rect.get("x")) + float(rect.get("width")) == pytest.approx(zero, abs=0.1)


def test_a_bar_of_nothing_can_still_be_seen(parse: Parse) -> None:
    (rect,) = parse(chart.row_chart(AXIS, [chart.Bar("Nothing", 0, 0, "0")], WORDS)).iter(f"{SVG}rect")
    assert float(rect.get("width")) == 1.0
