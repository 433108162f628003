"""Numbers as a reader sees them."""

import pytest

from kamlab.i18n import Translator, translator
from kamlab.widgets.numbers import euros, number, percent, thousands


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(0, 0, "0"), (-0.4, 0, "0"), (1234567.891, 1, "1,234,567.9"), (-3.25, 1, "−3.2"), (0.5, 2, "0.50")],
)
def test_a_number_is_rounded_and_its_thousands_are_separated(value: float, digits: int, text: str) -> None:
    assert number(value, digits) == text


def test_a_sign_stands_before_gains_and_losses_but_not_before_zero() -> None:
    assert [number(value, sign=True) for value in (2, -2, 0)] == ["+2", "−2", "0"]


def test_a_share_is_spaced_from_its_sign_as_the_language_has_it(t: Translator) -> None:
    assert percent(0.125, t, 1) == "12.5\u00a0%"
    assert percent(-0.12, translator("zh"), sign=True) == "−12%"


def test_amounts_carry_their_unit_on_the_same_line(t: Translator) -> None:
    assert euros(1234.6, t) == "1,235\u00a0EUR"
    assert thousands(-1234.6, t, 1, sign=True) == "−1.2\u00a0kEUR"
