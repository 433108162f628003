"""What a trainee moves, and what becomes of damaged values."""

import math

import pytest

from kamlab.widgets.controls import Answers, Choice, Group, Number, Option, Slider, clean

SLIDER = Slider(id="price", label="Price", low=-4, high=6, step=0.5, start=1)
ONE = Choice(id="one", label="One", options=(Option("a", "A"), Option("b", "B")), start=("a",))
MANY = Choice(
    id="many", label="Many", options=(Option("a", "A"), Option("b", "B"), Option("c", "C")), many=True
)
TYPED = Number(id="typed", label="Typed", unit="{n} EUR")
GROUPS = (Group(controls=(SLIDER, ONE)), Group(controls=(MANY, TYPED)))


@pytest.mark.parametrize(
    ("raw", "value"),
    [(2, 2), (2.3, 2.5), (99, 6), (-99, -4), (None, 1), ("3", 1), (math.nan, 1), (math.inf, 1), (True, 1)],
)
def test_a_slider_keeps_to_its_scale_whatever_comes_back(raw: object, value: float) -> None:
    assert SLIDER.clean(raw) == value


@pytest.mark.parametrize(
    ("raw", "value"),
    [(["b"], ["b"]), ("b", ["b"]), (["b", "a"], ["a"]), (["x"], []), (None, ["a"]), (7, ["a"])],
)
def test_a_choice_of_one_knows_its_own_options_only(raw: object, value: list[str]) -> None:
    assert ONE.clean(raw) == value


def test_a_choice_of_many_keeps_the_order_shown() -> None:
    assert MANY.clean(["c", "x", "a"]) == ["a", "c"]


@pytest.mark.parametrize(("raw", "value"), [(3, 3.0), (None, None), ("3", None), (math.nan, None)])
def test_a_typed_number_is_a_number_or_nothing(raw: object, value: float | None) -> None:
    assert TYPED.clean(raw) == value


@pytest.mark.parametrize("raw", [None, [], "damaged", 5, {"price": {}, "many": 3, "other": 1}])
def test_damaged_progress_becomes_the_start(raw: object) -> None:
    assert clean(GROUPS, raw).values == {"price": 1, "one": ["a"], "many": [], "typed": None}


def test_answers_are_read_by_kind() -> None:
    answers = clean(GROUPS, {"price": 2, "one": ["b"], "many": ["a", "c"], "typed": 4})
    assert (answers.number("price"), answers.choice("one")) == (2.0, "b")
    assert (answers.chosen("many"), answers.entry("typed")) == (("a", "c"), 4.0)


def test_no_choice_is_an_empty_choice() -> None:
    assert Answers({"one": []}).choice("one") == ""


def test_a_spec_is_plain_data_with_everything_to_draw() -> None:
    spec = GROUPS[0].spec()
    slider, choice = spec["controls"]
    assert (slider["kind"], slider["low"], slider["high"], slider["start"]) == ("slider", -4, 6, 1)
    assert [option["value"] for option in choice["options"]] == ["a", "b"]
