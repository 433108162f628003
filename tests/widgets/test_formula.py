"""Equations in a notation of six rules."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from kamlab.widgets import markup
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.markup import frac, ident, literal, math, over, row, sub, sup, total


@pytest.mark.parametrize(
    ("notation", "parts"),
    [
        ("V = m · 2.5", [ident("V"), over("="), ident("m"), over("·"), literal("2.5")]),
        (
            "r / [1 + i − r]",
            [frac(ident("r"), row(literal("1"), over("+"), ident("i"), over("−"), ident("r")))],
        ),
        ("a / b / c", [frac(frac(ident("a"), ident("b")), ident("c"))]),
        ("c_a ΔP", [sub(ident("c"), ident("a")), ident("ΔP")]),
        ('λ_"max"', [sub(ident("λ"), literal("max"))]),
        ("[(1 + i)]^t", [sup(row(over("("), literal("1"), over("+"), ident("i"), over(")")), ident("t"))]),
        ("∑_a x", [total("a", "", ""), ident("x")]),
        ("∑_[t = 1]^{years}", [total("t", "1", "5")]),
        ("{years} / x_1^2", [frac(literal("5"), sup(sub(ident("x"), literal("1")), literal("2")))]),
    ],
)
def test_a_notation_becomes_the_mathml_that_one_would_write_by_hand(notation: str, parts: list[str]) -> None:
    assert formula(notation, years="5") == math(*parts)


def test_a_value_cannot_become_markup(parse: Callable[[str], ET.Element]) -> None:
    assert parse(formula("a = {x}", x="<b> / 2")).find(".//mtext").text == "<b> / 2"


def test_a_value_that_is_missing_is_the_authors_mistake() -> None:
    with pytest.raises(KeyError):
        formula("a = {x}")


def test_the_block_sets_words_equations_symbols_and_rule_in_order() -> None:
    html = worked({"Seller": "<a/>", "": "<b/>"}, {"m": "margin"}, "So it is.")
    legend = markup.where([("m", "margin")])
    assert html == f"<p>Seller</p><a/><b/>{legend}<p>So it is.</p>"
