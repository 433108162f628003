"""A docstring is taken apart as its author meant it."""

import pytest

from kamlab.course.docstrings import Parameter, read_docstring

TEXT = """What it answers,
in two lines.

A first remark.

A second one.

Args:
    margin: GC, the yearly margin (currency; below 0
        for a loss). It may be large.
    links: who talks to whom (a pair each, see (1)), in any order.
    count: nᵢ, how many (whole, 0 or more (10.0 counts as 10)).

Returns:
    The value
    (currency).

Equation:
    GC · x

Source:
    gupta2003.

>>> 1 + 1
2
>>> 2 + 2
4
"""


def test_summary_and_body_are_the_paragraphs_before_the_first_section() -> None:
    said = read_docstring(TEXT)
    assert said.summary == "What it answers, in two lines."
    assert said.body == ("A first remark.", "A second one.")


def test_sections_are_joined_and_examples_kept_line_by_line() -> None:
    said = read_docstring(TEXT)
    assert said.sections == {
        "Returns": "The value (currency).",
        "Equation": "GC · x",
        "Source": "gupta2003.",
    }
    assert said.examples == (">>> 1 + 1", "2", ">>> 2 + 2", "4")


def test_a_parameter_has_its_symbol_and_its_unit() -> None:
    margin, links, count = read_docstring(TEXT).args
    assert margin == Parameter(
        "margin", "GC", "the yearly margin. It may be large", "currency; below 0 for a loss"
    )
    assert links == Parameter("links", "", "who talks to whom (a pair each, see (1)), in any order", "")
    assert count == Parameter("count", "nᵢ", "how many", "whole, 0 or more (10.0 counts as 10)")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("r, the share", "r"),
        ("δ*, what it must be", "δ*"),
        ("M", ""),
        ("first, then", ""),
        ("where the curve ends, in years", ""),
    ],
)
def test_a_word_is_no_symbol(text: str, symbol: str) -> None:
    assert read_docstring(f"S.\n\nArgs:\n    x: {text}").args[0].symbol == symbol


def test_a_docstring_may_be_one_line() -> None:
    said = read_docstring("One line.")
    assert (said.summary, said.body, said.args, said.sections, said.examples) == ("One line.", (), (), {}, ())
