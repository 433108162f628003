"""The shell: state in, view out, and the still picture."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import everything, u01
from kamlab.widgets.controls import Slider, clean
from kamlab.widgets.quiz import Quiz
from kamlab.widgets.shell import Definition, Exercise, static_html, view_of

if TYPE_CHECKING:
    from IPython.display import DisplayObject

DEFINITIONS = [one for exercises in everything().values() for one in exercises]
EXERCISES = [one for one in DEFINITIONS if not isinstance(one, Quiz)]
Parse = Callable[[str], ET.Element]
SVG = "{http://www.w3.org/2000/svg}"

every = pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.exercise_id)


def named(definition: Definition) -> str:
    return definition.exercise_id


def checked(exercise: Exercise) -> dict[str, object]:
    """The view of what stands, after a check."""
    controls = {name: value for name, value in exercise.values.items() if not name.startswith("@")}
    exercise.values = {**controls, "@n": 1, "@checked": controls, "@tries": 1}
    return exercise.view


@every
def test_a_new_exercise_shows_its_start(definition: Definition) -> None:
    exercise = Exercise(definition)
    assert exercise.view["for"] == 0
    assert exercise.view["solved"] is False
    assert exercise.view["say"]
    assert exercise.values["@checked"] is None


@every
def test_all_that_is_sent_is_plain_json(definition: Definition) -> None:
    exercise = Exercise(definition)
    view = checked(exercise)
    assert json.loads(json.dumps([exercise.spec, exercise.values, view])) == [
        exercise.spec,
        exercise.values,
        view,
    ]


@every
def test_every_part_is_well_formed(definition: Definition, parse: Parse) -> None:
    view = checked(Exercise(definition))
    for name, part in view.items():
        if isinstance(part, str) and name != "say":
            parse(part)


@every
def test_the_start_is_not_the_solution(definition: Definition) -> None:
    assert checked(Exercise(definition))["solved"] is False


@every
def test_no_id_is_used_twice(definition: Definition, parse: Parse) -> None:
    exercise = Exercise(definition)
    html = "".join(part for name, part in exercise.view.items() if isinstance(part, str) and name != "say")
    ids = [node.get("id") for node in parse(html + static_html(exercise)).iter() if node.get("id")]
    assert len(ids) == len(set(ids))


@every
@pytest.mark.parametrize("values", [None, [], "x", {"@n": "2", "price": "<b>", "picks": [{}], "why": 3}])
def test_damaged_values_count_as_not_moved(definition: Definition, values: object, t: Translator) -> None:
    view, start = (view_of(definition, definition.face(t), raw, t) for raw in (values, {}))
    assert {**view, "for": 0} == start


@every
def test_a_damaged_check_counts_as_a_check_of_the_start(definition: Definition, t: Translator) -> None:
    face = definition.face(t)
    start = dict(clean(face.groups, {}).values)
    damaged = view_of(definition, face, {"@checked": 3}, t)
    assert damaged == view_of(definition, face, {"@checked": start}, t)


@pytest.mark.parametrize("definition", EXERCISES, ids=named)
def test_an_exercise_has_all_its_parts(definition: Definition) -> None:
    view = Exercise(definition).view
    assert all(view[part] for part in ("summary", "sides", "chart", "table", "equation"))
    assert "<math" in view["equation"]


@pytest.mark.parametrize("definition", EXERCISES, ids=named)
def test_every_chart_is_described_and_its_axes_named(definition: Definition, parse: Parse) -> None:
    charts = parse(Exercise(definition).view["chart"]).findall(f".//{SVG}svg")
    assert charts
    for svg in charts:
        assert svg.findtext(f"{SVG}title")
        assert len(svg.findtext(f"{SVG}desc")) > 40


@pytest.mark.parametrize("definition", EXERCISES, ids=named)
def test_a_check_gives_reasons_and_advice(definition: Definition) -> None:
    view = checked(Exercise(definition))
    assert "✗ missed" in view["feedback"]
    assert "Try:" in view["feedback"]
    assert view["say"].startswith("Not yet")


@pytest.mark.parametrize("definition", EXERCISES, ids=named)
def test_after_a_move_the_check_no_longer_holds(definition: Definition) -> None:
    exercise = Exercise(definition)
    checked(exercise)
    controls = (control for group in exercise._face.groups for control in group.controls)
    slider = next(control for control in controls if isinstance(control, Slider))
    exercise.values = {**exercise.values, slider.id: slider.high, "@n": 2}
    assert "has changed since" in exercise.view["feedback"]


@every
def test_every_word_passes_through_the_catalogue(definition: Definition, marked: Translator) -> None:
    face = definition.face(marked)
    texts = [face.title, face.task, face.check]
    for group in face.groups:
        texts += [group.legend, group.help]
        for control in group.controls:
            texts += [control.label, getattr(control, "help", "")]
    view = definition.view(clean(face.groups, {}), marked)
    texts += [text for name, text in view.items() if name != "can"]  # names of moves, for the script
    assert all("⟦" in text for text in texts if text)


@every
def test_the_still_picture_shows_what_the_widget_shows(definition: Definition, parse: Parse) -> None:
    exercise = Exercise(definition)
    tree = parse(static_html(exercise))
    text = "".join(tree.itertext())
    assert tree[0].get("class").split()[0] == "live-static"
    assert exercise.spec["title"] in text
    if not isinstance(definition, Quiz):
        assert len(tree.findall(f".//{SVG}svg")) == exercise.view["chart"].count("<svg")


def test_the_still_quiz_folds_its_reasons(parse: Parse) -> None:
    tree = parse(static_html(u01.quiz()))
    assert len(tree.findall(".//details")) == len(u01.quiz().spec["groups"])


def test_only_the_books_build_gets_a_still_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[DisplayObject] = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    u01.lifetime_value()
    assert shown == []
    monkeypatch.setenv("KAMLAB_BOOK", "1")
    u01.lifetime_value()
    assert len(shown) == 1
    assert shown[0].data.startswith(
        '<span class="live-anchor" id="u01-lifetime-value"></span><div class="live-static'
    )
