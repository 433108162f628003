"""Pieces of HTML and MathML."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from kamlab.widgets import markup

NASTY = "<script>alert(\"1\" & '2')</script>"
Parse = Callable[[str], ET.Element]


def test_no_text_can_become_markup(parse: Parse) -> None:
    pieces = (
        markup.paragraph(NASTY, class_=NASTY)
        + markup.table(NASTY, [NASTY, NASTY], [[NASTY, NASTY]])
        + markup.cards([(NASTY, [(NASTY, NASTY)])])
        + markup.figure(NASTY, "")
        + markup.where([(NASTY, NASTY)])
        + markup.math(markup.ident(NASTY), markup.over(NASTY), markup.literal(NASTY))
    )
    tree = parse(pieces)
    assert tree.find(".//script") is None
    assert "".join(tree.find("p").itertext()) == NASTY


def test_a_table_names_itself_its_columns_and_its_rows(parse: Parse) -> None:
    tree = parse(markup.table("Sales", ["Account", "EUR"], [["Nordlys", "12"], ["Karst", "3"]]))
    assert tree.findtext(".//caption") == "Sales"
    assert [cell.get("scope") for cell in tree.findall(".//thead//th")] == ["col", "col"]
    assert [cell.text for cell in tree.findall(".//tbody//th[@scope='row']")] == ["Nordlys", "Karst"]


def test_numbers_are_aligned_and_words_are_not(parse: Parse) -> None:
    tree = parse(markup.table("", ["Account", "Field", "EUR"], [["Nordlys", "key", "12"]], words=2))
    assert [cell.get("class") for cell in tree.findall(".//td")] == ["kl-word", "kl-number"]


def test_mathml_has_the_children_that_each_element_needs(parse: Parse) -> None:
    one = markup.literal("1")
    tree = parse(
        markup.math(
            markup.frac(one, one), markup.sub(one, one), markup.sup(one, one), markup.total("t", "0", "5")
        )
    )
    counts = {node.tag: len(node) for node in tree.iter() if node.tag.startswith(("mfrac", "msu", "munder"))}
    assert counts == {"mfrac": 2, "msub": 2, "msup": 2, "munderover": 3}


def test_a_sum_over_everything_shows_its_index_alone(parse: Parse) -> None:
    tree = parse(markup.total("a", "", ""))
    assert [node.text for node in tree.find("munder")] == ["∑", "a"]
