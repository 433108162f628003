"""The first move is answered rightly even where Python never starts."""

import html
import re

import pytest
from playwright.sync_api import BrowserContext, expect

from kamlab.i18n import use
from kamlab.widgets import everything, units
from kamlab.widgets.controls import Slider
from kamlab.widgets.shell import Definition, Exercise

pytestmark = pytest.mark.browser


def first_slider(definition: Definition) -> Slider | None:
    groups = Exercise(definition).spec["groups"]
    for one in (control for group in groups for control in group["controls"]):
        if one["kind"] == "slider" and one["start"] + one["step"] <= one["high"]:
            return Slider(**{name: one[name] for name in ("id", "label", "low", "high", "step", "start")})
    return None


MOVED = [
    (definition, slider)
    for exercises in everything().values()
    for definition in exercises
    if (slider := first_slider(definition))
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("definition", "slider"), MOVED, ids=lambda one: getattr(one, "exercise_id", ""))
def test_a_first_move_is_answered_without_python(
    context: BrowserContext, address: str, definition: Definition, slider: Slider, lang: str
) -> None:
    with use(lang):
        exercise = definition()
    exercise.values = {**exercise.values, slider.id: slider.clean(slider.start + slider.step)}
    summary = html.unescape(re.sub("<[^>]+>", "", exercise.view["summary"]))
    page = context.new_page()
    page.goto(f"{address}{lang}/{definition.unit}.html?live=off")
    control = page.locator(f"input[id$='-{definition.exercise_id}-{slider.id}']")
    control.press("ArrowRight")
    shown = page.locator("section.kl").filter(has=control).locator(".kl-summary")
    expect(shown).to_have_text(re.sub(r"\s+", " ", summary).strip())


def test_most_exercises_have_a_slider_to_try_this_with() -> None:
    assert len(MOVED) >= len(units())
