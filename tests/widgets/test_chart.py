"""Charts as SVG strings."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from kamlab.widgets import chart
from kamlab.widgets.numbers import number

SVG = "{http://www.w3.org/2000/svg}"
WORDS = chart.Caption("x", "A & B", "Up and <down>")
FRAME = chart.Frame(chart.Axis("Year", 0, 5, number), chart.Axis("Margin, EUR", 0, 100, number))
Parse = Callable[[str], ET.Element]


def line() -> str:
    series = [chart.Series("Plan", ((0, 0), (5, 100))), chart.Series("Today", ((0, 50), (5, 50)))]
    return chart.line_chart(FRAME, series, WORDS)


def bars() -> str:
    frame = chart.Frame(chart.Axis("Side", 0, 2, number), chart.Axis("kEUR", -50, 50, number))
    return chart.bar_chart(frame, [("Seller", 25, "+25"), ("Buyer", -50, "−50")], WORDS)


def bubbles() -> str:
    marked = [
        chart.Bubble(2, 50, 10, "1", "Nordlys", ring=True),
        chart.Bubble(4, 20, 6, "2", "Karst", group=1),
    ]
    return chart.bubble_chart(FRAME, marked, WORDS)


@pytest.mark.parametrize("draw", [line, bars, bubbles])
def test_a_screen_reader_finds_title_and_description(draw: Callable[[], str], parse: Parse) -> None:
    svg = parse(draw()).find(f"{SVG}svg")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby").split() == [svg[0].get("id"), svg[1].get("id")]
    assert [svg.findtext(f"{SVG}title"), svg.findtext(f"{SVG}desc")] == ["A & B", "Up and <down>"]


@pytest.mark.parametrize(
    ("draw", "labels"), [(line, {"Year", "Margin, EUR"}), (bars, {"Side", "kEUR"}), (bubbles, {"Year"})]
)
def test_both_axes_carry_their_names_and_units(
    draw: Callable[[], str], labels: set[str], parse: Parse
) -> None:
    assert labels <= {text.text for text in parse(draw()).iter(f"{SVG}text")}


def test_a_line_runs_through_its_points(parse: Parse) -> None:
    points = parse(line()).find(f".//{SVG}polyline").get("points").split()
    assert points == [f"{FRAME.x(0):.1f},{FRAME.y(0):.1f}", f"{FRAME.x(5):.1f},{FRAME.y(100):.1f}"]
    assert FRAME.y(100) == chart.TOP
    assert FRAME.x(5) == chart.WIDTH - chart.RIGHT


def test_marks_of_overlapping_bubbles_stand_apart(parse: Parse) -> None:
    pair = [chart.Bubble(2, 50, 20, "1"), chart.Bubble(2.05, 50, 12, "2"), chart.Bubble(4, 20, 8)]
    drawn = parse(chart.bubble_chart(FRAME, pair, WORDS))
    places = [float(text.get("x")) for text in drawn.iter(f"{SVG}text") if text.get("class") == "kl-mark"]
    assert len(places) == 2
    assert places[1] - places[0] >= 18.9


def test_lines_differ_by_dashes_and_names_not_by_colour_alone(parse: Parse) -> None:
    tree = parse(line())
    dashes = [node.get("stroke-dasharray") for node in tree.iter(f"{SVG}polyline")]
    assert len(set(dashes)) == len(dashes)
    assert {"Plan", "Today"} <= {text.text for text in tree.iter(f"{SVG}text")}


def test_a_loss_hangs_below_the_zero_line(parse: Parse) -> None:
    gain, loss = ([float(bar.get(k)) for k in ("y", "height")] for bar in parse(bars()).iter(f"{SVG}rect"))
    assert gain[0] + gain[1] == pytest.approx(loss[0], abs=0.1)
    assert loss[1] == pytest.approx(2 * gain[1], abs=0.1)


def test_a_ring_marks_what_was_picked(parse: Parse) -> None:
    rings = [node for node in parse(bubbles()).iter(f"{SVG}circle") if node.get("fill") == "none"]
    assert len(rings) == 1


def test_names_that_would_cover_each_other_are_left_to_the_table(parse: Parse) -> None:
    crowd = [chart.Bubble(2, 50, 12, str(i), f"Account {i}") for i in range(9)]
    drawn = parse(chart.bubble_chart(FRAME, crowd, WORDS))
    names = [text.text for text in drawn.iter(f"{SVG}text") if (text.text or "").startswith("Account")]
    assert 0 < len(names) < len(crowd)


@pytest.mark.parametrize(
    ("low", "high", "values"),
    [(0, 10, [0, 2, 4, 6, 8, 10]), (-50, 100, [-50, 0, 50, 100]), (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1])],
)
def test_ticks_are_round_and_lie_within_the_axis(low: float, high: float, values: list[float]) -> None:
    assert chart.ticks(low, high) == pytest.approx(values)


def test_a_flat_axis_still_has_a_scale() -> None:
    flat = chart.Frame(chart.Axis("x", 1, 1, number), chart.Axis("y", 2, 2, number))
    assert flat.x(1) == chart.LEFT
    assert chart.ticks(3, 3) == [3.0]


def test_chinese_letters_are_taken_as_wide() -> None:
    assert chart.text_width("大客户") > chart.text_width("key")
