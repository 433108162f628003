"""Both sides, and tables of alternatives."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from kamlab.widgets.sides import compared, listed, mirrored, two_sided

NOW = {"Seller": {"Profit": "3 EUR", "Risk": "low"}, "Buyer": {"Saved": "2 EUR"}}
BEFORE = {"Seller": {"Profit": "1 EUR", "Risk": "low"}, "Buyer": {"Saved": "2 EUR"}}
Parse = Callable[[str], ET.Element]


def cells(html: str, parse: Parse) -> list[list[str]]:
    return [[cell.text for cell in row] for row in parse(html).iter("tr")]


def values(html: str, parse: Parse) -> list[str]:
    return [one.text for one in parse(html).iter("dd")]


def test_each_side_has_a_card_with_its_figures(parse: Parse) -> None:
    tree = parse(two_sided(NOW))
    assert [one.text for one in tree.iter("h4")] == ["Seller", "Buyer"]
    assert values(two_sided(NOW), parse) == ["3 EUR", "low", "2 EUR"]


def test_what_the_decision_changed_is_shown_from_before_to_after(parse: Parse) -> None:
    assert values(two_sided(NOW, BEFORE), parse) == ["1 EUR → 3 EUR", "low", "2 EUR"]


def test_a_quantity_that_is_new_has_no_before(parse: Parse) -> None:
    assert values(two_sided(NOW, {"Seller": {}, "Buyer": {}}), parse) == ["3 EUR", "low", "2 EUR"]


def test_the_same_quantity_is_told_of_both_sides() -> None:
    sides = mirrored("Seller", "Buyer", {"Gain": ("1", "2"), "Risk": ("low", "high")})
    assert sides == {"Seller": {"Gain": "1", "Risk": "low"}, "Buyer": {"Gain": "2", "Risk": "high"}}


def test_alternatives_stand_in_columns(parse: Parse) -> None:
    html = compared(
        "Plans", "Figure", {"No": {"Profit": "1", "Value": "2"}, "Plan": {"Profit": "3", "Value": "4"}}
    )
    assert cells(html, parse) == [["Figure", "No", "Plan"], ["Profit", "1", "3"], ["Value", "2", "4"]]


def test_things_stand_in_rows(parse: Parse) -> None:
    html = listed("Accounts", [{"Account": "Karst", "EUR": "1"}, {"Account": "Nordlys", "EUR": "2"}])
    assert cells(html, parse) == [["Account", "EUR"], ["Karst", "1"], ["Nordlys", "2"]]
