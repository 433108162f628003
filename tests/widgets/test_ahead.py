import json
from collections.abc import Callable

import pytest

from kamlab.i18n import use
from kamlab.widgets import ahead, everything, u01
from kamlab.widgets.controls import Choice, Number, Option, Slider
from kamlab.widgets.shell import Exercise, ahead_html

EXERCISES = [one for exercises in everything().values() for one in exercises]


@pytest.mark.parametrize("make", EXERCISES, ids=lambda one: one.exercise_id)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_said_ahead_of_a_first_move_is_what_python_answers_to_it(
    make: Callable[[], Exercise], lang: str
) -> None:
    with use(lang):
        exercise = make()
    start, values = exercise.view, exercise.values
    for control, moves in exercise.ahead().items():
        for value, parts in list(moves.items())[::7]:
            exercise.values = {**values, control: json.loads(value)}
            assert {**start, **parts} == exercise.view, (control, value)
        exercise.values = values


def test_values_are_named_as_a_browser_writes_them() -> None:
    assert [ahead.key(value) for value in (1000.0, -3.5, 0.1, ["b", "a"], ["签"])] == [
        "1000",
        "-3.5",
        "0.1",
        '["b","a"]',
        '["签"]',
    ]


def test_a_slider_s_first_moves_are_all_its_steps() -> None:
    slider = Slider(id="s", label="", low=-1, high=0.2, step=0.4, start=0)
    assert list(ahead.first_moves(slider)) == [-1.0, -0.6, -0.2, 0.2]


def test_a_choice_s_first_moves_pick_each_option_or_toggle_it() -> None:
    options = (Option("a", "A"), Option("b", "B"))
    one = Choice(id="c", label="", options=options, start=("a",))
    many = Choice(id="c", label="", options=options, start=("a",), many=True)
    assert list(ahead.first_moves(one)) == [["a"], ["b"]]
    assert list(ahead.first_moves(many)) == [[], ["a", "b"]]


def test_what_may_be_typed_freely_is_not_computed_ahead() -> None:
    assert list(ahead.first_moves(Number(id="n", label=""))) == []


def test_the_table_is_data_that_cannot_end_its_own_script() -> None:
    html = ahead_html(u01.whale_curve())
    assert html.count("</") == 1
    table = json.loads(
        html.removeprefix('<script type="application/json" class="live-ahead">')[: -len("</script>")]
    )
    assert table == u01.whale_curve().ahead()
