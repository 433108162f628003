"""The first move is answered rightly even where Python never starts."""

import html
import re

import pytest
from playwright.sync_api import BrowserContext, expect

from kamlab.i18n import use
from kamlab.widgets import u01

pytestmark = pytest.mark.browser
SLIDER = "input[id$='-lifetime-value-spend']"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_first_move_is_answered_without_python(context: BrowserContext, address: str, lang: str) -> None:
    with use(lang):
        exercise = u01.lifetime_value()
    exercise.values = {**exercise.values, "spend": 2000.0}
    summary = html.unescape(re.sub("<[^>]+>", "", exercise.view["summary"]))
    page = context.new_page()
    page.goto(f"{address}{lang}/u01.html?live=off")
    slider = page.locator(SLIDER)
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    shown = page.locator("section.kl").filter(has=slider).locator(".kl-summary")
    expect(shown).to_have_text(re.sub(r"\s+", " ", summary).strip())
