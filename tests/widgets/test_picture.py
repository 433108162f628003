"""Pictures: a chart, its words and its table in one call."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import picture
from kamlab.widgets.chart import Axis, Bar, Bubble, Frame, Player, Series
from kamlab.widgets.figure import still, wide
from kamlab.widgets.picture import Picture, Words

WORDS = Words("line", "A & B", "Up and <down>")
FRAME = Frame(Axis("Year", 0, 2), Axis("Margin, EUR", 0, 100))
SVG = "{http://www.w3.org/2000/svg}"
Parse = Callable[[str], ET.Element]

LINES = picture.lines(WORDS, FRAME, [Series("Plan", ((0, 0), (2, 1234.5))), Series("Today", ((0, 5),))], 1)
BARS = picture.bars(WORDS, FRAME, [("Seller", 25, "+25"), ("Buyer", 10, "+10")])
ROWED = picture.rowed(WORDS, "Driver", Axis("EUR", 0, 5), [Bar("Less stock", 0, 4, "+4")])
BUBBLES = picture.bubbles(WORDS, FRAME, [Bubble(1, 50, 9, "1", "Nordlys"), Bubble(2, 20, 9, "2")])
ROUNDS = picture.rounds(
    WORDS, "Year", [("H", "held"), ("C", "cut")], [Player("You", (0, 1)), Player("He", (1, 1))]
)


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        (LINES, [["Year", "Plan", "Today"], ["0", "0.0", "5.0"], ["2", "1,234.5", None]]),
        (BARS, [["Year", "Margin, EUR"], ["Seller", "+25"], ["Buyer", "+10"]]),
        (ROWED, [["Driver", "EUR"], ["Less stock", "+4"]]),
        (BUBBLES, [[None, "Year", "Margin, EUR"], ["Nordlys", "1", "50"], ["2", "2", "20"]]),
        (ROUNDS, [["Year", "You", "He"], ["1", "held", "cut"], ["2", "cut", "cut"]]),
    ],
    ids=["lines", "bars", "rows", "bubbles", "rounds"],
)
def test_a_picture_tells_in_a_table_what_it_draws(made: Picture, rows: list[list[str]], parse: Parse) -> None:
    assert [[cell.text for cell in row] for row in parse(made.table()).iter("tr")] == rows


@pytest.mark.parametrize("made", [LINES, BARS, ROWED, BUBBLES, ROUNDS])
def test_a_picture_is_a_named_figure_with_an_id_of_its_own(made: Picture, parse: Parse) -> None:
    tree = parse(made.html("kl-u02-worth"))
    assert tree.findtext("figure/figcaption") == "A & B"
    assert tree.find(f".//{SVG}title").get("id") == "kl-u02-worth-line-t"
    assert tree.findtext(f".//{SVG}desc") == "Up and <down>"


def test_keys_and_note_stand_below_the_drawing(parse: Parse) -> None:
    tree = parse(BUBBLES.noted("Larger is more.", [("1", "Nordlys")]).html("x"))
    assert [node.tag for node in tree.find("figure")][2:] == ["ul", "p"]
    assert "".join(tree.find(".//li").itertext()) == "1Nordlys"


def test_words_in_a_table_are_not_aligned_as_numbers(parse: Parse) -> None:
    assert {cell.get("class") for cell in parse(ROUNDS.table()).iter("td")} == {"kl-word"}
    assert {cell.get("class") for cell in parse(LINES.table()).iter("td")} == {"kl-number"}


def test_a_picture_without_figures_has_no_table() -> None:
    assert not Picture(WORDS, lambda _caption: "<svg/>").table()


def test_a_chapters_figure_shows_picture_caption_and_numbers(parse: Parse, t: Translator) -> None:
    made = still(
        picture.lines(WORDS, wide(Axis("Year", 0, 2), Axis("EUR", 0, 9)), [Series("A", ((0, 1),))]), "See", t
    )
    tree = parse(made._repr_html_())
    assert tree.findtext("figure/figcaption") == "See"
    assert tree.find("figure/details/div/table") is not None
    assert still(LINES, "See", t, "<b>own</b>").numbers == "<b>own</b>"
