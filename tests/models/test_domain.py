import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from kamlab.errors import ModelError
from kamlab.models._domain import (
    ANY,
    NOT_NEGATIVE,
    POSITIVE,
    SCORE,
    SHARE,
    Range,
    distribution,
    flag,
    members,
    number,
    refusal,
    result,
    rounded,
    summed,
    table,
    vector,
    whole,
)


@pytest.mark.parametrize("value", [1, 1.0, Fraction(1), np.float64(1), np.int64(1), np.float32(1)])
def test_every_kind_of_real_number_is_a_number(value: object) -> None:
    assert number("share", value, SHARE) == 1.0


@pytest.mark.parametrize(
    "value",
    [True, np.bool_(1), "1", b"1", None, 1j, Decimal(1), [1], math.nan, math.inf, 10**400, np.nan],
)
def test_what_is_no_finite_real_number_is_refused(value: object) -> None:
    with pytest.raises(ModelError) as caught:
        number("margin", value)
    assert caught.value.parameter == "margin"


@pytest.mark.parametrize(
    ("allowed", "words"),
    [
        (ANY, "any finite number"),
        (NOT_NEGATIVE, "a finite number, 0 or more"),
        (POSITIVE, "a finite number above 0"),
        (SHARE, "0 to 1"),
        (SCORE, "0 to 10"),
        (Range(0, 2, above=True), "above 0, at most 2"),
    ],
)
def test_a_range_says_what_it_allows(allowed: Range, words: str) -> None:
    with pytest.raises(ModelError, match=rf"^x is nan: the model allows {words}.$"):
        number("x", math.nan, allowed)


def test_the_ends_of_a_range_belong_to_it_unless_it_says_above() -> None:
    assert (number("x", 0, SHARE), number("x", 1, SHARE)) == (0, 1)
    with pytest.raises(ModelError, match=r"^x is 0"):
        number("x", 0, POSITIVE)


@pytest.mark.parametrize("value", [3, 3.0, np.int64(3)])
def test_whole_numbers_may_come_as_floats(value: object) -> None:
    assert whole("years", value) == 3


@pytest.mark.parametrize("value", [-1, 0.5, True, math.nan, math.inf, "3", None])
def test_parts_of_years_are_refused(value: object) -> None:
    with pytest.raises(ModelError, match=r"^years is .*: the model allows a whole number, 0 or more"):
        whole("years", value)


@pytest.mark.parametrize(("value", "allowed"), [(1, "2 or more"), (2001, "2 to 2,000"), (2.5, "2 to 2,000")])
def test_a_whole_number_may_have_ends(value: float, allowed: str) -> None:
    most = 2000 if "to" in allowed else math.inf
    with pytest.raises(ModelError, match=rf"^stages is .*: the model allows a whole number, {allowed}\.$"):
        whole("stages", value, least=2, most=most)
    assert [whole("stages", end, least=2, most=2000) for end in (2, 2000)] == [2, 2000]


def test_a_flag_is_true_or_false() -> None:
    assert [flag("shared", value) for value in (True, False)] == [True, False]
    for value in (1, 0, "yes", None, np.bool_(1)):
        with pytest.raises(ModelError, match=r"^shared is .*: the model allows True or False"):
            flag("shared", value)


def test_chances_rounded_in_print_are_scaled() -> None:
    thirds = distribution("chances", [0.3333, 0.3333, 0.3333])
    assert thirds == [pytest.approx(1 / 3)] * 3
    assert math.fsum(thirds) == pytest.approx(1)
    assert distribution("shares", [0.5, 0.496], printed=0.005)[0] == pytest.approx(0.5 / 0.996)
    with pytest.raises(ModelError, match=r"^chances is a list with the sum 0.99: .* a list that sums to 1"):
        distribution("chances", [0.5, 0.49])
    with pytest.raises(ModelError, match=r"^chances is a list of 1: .* a list of 2"):
        distribution("chances", [1], 2)


@pytest.mark.parametrize("terms", [[1e308, 1e308], [math.inf, -math.inf], [math.inf]])
def test_a_sum_beyond_floating_point_is_refused(terms: list[float]) -> None:
    with pytest.raises(ModelError, match=r"^worth is 'v': the model allows values whose result is a finite"):
        summed("worth", "v", terms)
    assert summed("worth", "v", iter([1e308, 1, -1e308])) == 1


def test_an_exact_result_beyond_floating_point_is_refused() -> None:
    assert rounded("score", "v", Fraction(1, 3)) == 1 / 3
    with pytest.raises(ModelError, match=r"^score is 'v': the model allows values whose result is a finite"):
        rounded("score", "v", Fraction(10) ** 400)


@pytest.mark.parametrize("values", ["12", b"12", None, 5, np.array(5)])
def test_text_and_single_values_have_no_members(values: object) -> None:
    with pytest.raises(ModelError, match=r"^people is .*: the model allows a list of people"):
        members("people", values, "a list of people")
    assert members("people", {"Ada": "seller"}, "a list of people") == ["Ada"]


@pytest.mark.parametrize("values", [[1, 2], (1, 2), np.array([1, 2]), range(1, 3), iter([1, 2])])
def test_any_ordered_collection_is_a_list(values: object) -> None:
    assert vector("profits", values) == [1, 2]


@pytest.mark.parametrize("values", ["12", b"12", {1, 2}, {1: 2}, None, 5, np.array(5)])
def test_text_sets_and_single_numbers_are_no_list(values: object) -> None:
    with pytest.raises(ModelError, match=r"^profits is .*: the model allows a list of numbers"):
        vector("profits", values)


def test_a_bad_entry_is_named_by_its_place() -> None:
    with pytest.raises(ModelError, match=r"^profits\[2\] is None"):
        vector("profits", [1, 2, None])


def test_tables_may_come_as_arrays() -> None:
    assert table("factors", np.eye(2)) == [[1, 0], [0, 1]]


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(ModelError) as caught:
        number("x", "y" * 500)
    assert len(str(caught.value)) < 150


def test_a_number_too_long_for_python_to_write_out_is_refused_all_the_same() -> None:
    # Python itself refuses to turn more than 4,300 digits into text.
    with pytest.raises(ModelError, match=r"^x is a number too long to show: the model allows 0 to 1"):
        number("x", 10**5000, SHARE)


def test_a_list_too_deep_for_python_to_write_out_is_refused_all_the_same() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ModelError, match=r"^x is a list too deep to show: the model allows 0 to 1"):
        number("x", deep, SHARE)


def test_a_refusal_names_the_parameter_and_shows_any_value() -> None:
    said = str(refusal("links", object, "a list of pairs"))
    assert said == "links is <class 'object'>: the model allows a list of pairs."


def test_a_finite_result_passes() -> None:
    assert result("x", 1, 2.5) == 2.5
