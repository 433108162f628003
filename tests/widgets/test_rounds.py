"""A game's rounds."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from kamlab.widgets import chart

SVG = "{http://www.w3.org/2000/svg}"
Parse = Callable[[str], ET.Element]


def drawn(count: int, parse: Parse) -> ET.Element:
    players = [chart.Player("You", (0, 1) * (count // 2)), chart.Player("The rival", (1,) * count)]
    return parse(chart.rounds_chart("Year", "HC", players, chart.Caption("x", "Game", "Told")))


def test_every_move_is_a_cell_with_its_letter(parse: Parse) -> None:
    tree = drawn(4, parse)
    letters = [text.text for text in tree.iter(f"{SVG}text") if text.get("class") == "kl-mark"]
    assert letters == ["H", "C", "H", "C", "C", "C", "C", "C"]
    assert len(list(tree.iter(f"{SVG}rect"))) == len(letters)


def test_players_and_rounds_are_named(parse: Parse) -> None:
    texts = {text.text for text in drawn(4, parse).iter(f"{SVG}text")}
    assert {"You", "The rival", "Year", "1", "2", "3", "4"} <= texts


@pytest.mark.parametrize("count", [2, 12, 30])
def test_any_number_of_rounds_stays_inside_the_drawing(count: int, parse: Parse) -> None:
    rects = drawn(count, parse).iter(f"{SVG}rect")
    assert all(float(one.get("x")) + float(one.get("width")) <= chart.WIDTH for one in rects)


def test_of_many_rounds_every_fifth_is_numbered(parse: Parse) -> None:
    numbers = [text.text for text in drawn(20, parse).iter(f"{SVG}text") if (text.text or "").isdigit()]
    assert numbers == ["1", "5", "10", "15", "20"]
