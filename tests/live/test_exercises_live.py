"""Every exercise of the course, alive on a page: what Python in the browser says is what Python says here."""

import json

import pytest
from page import Site, last_value, make_page
from playwright.sync_api import BrowserContext, Locator, Page, expect

from kamlab import i18n
from kamlab.live.warm import exercises

pytestmark = pytest.mark.browser
WAIT = 30_000  # ms
TEXT = "(html) => Object.assign(document.createElement('div'), { innerHTML: html }).textContent"
CELLS = [f"from kamlab.widgets import {unit}\n{unit}.{name}()" for unit, name in exercises()]


@pytest.fixture(params=sorted(i18n.LANGUAGES))
def live(request: pytest.FixtureRequest, context: BrowserContext, site: Site) -> Page:
    site.pages["page.html"] = make_page(CELLS, site.bundle.name, lang=request.param)
    page = context.new_page()
    page.on("console", lambda said: print(said.text))  # noqa: T201 - shown beside a failing test
    page.goto(f"{site.address}/page.html")
    expect(page.locator("html")).to_have_attribute("data-live", "live", timeout=WAIT)
    return page


def here(code: str, values: dict[str, object], lang: str) -> dict[str, str]:
    """Return the view that the same exercise makes of the same values in this process."""
    with i18n.use(lang):
        widget = last_value(code)
    widget.values = values
    return dict(widget.view)


def test_a_slider_moved_by_keyboard_gets_the_answer_that_python_gives_here(live: Page) -> None:
    lang = live.evaluate("document.documentElement.lang").split("-")[0]
    moved = 0
    for code, host in zip(CELLS, live.locator(".live-host").all(), strict=True):
        slider = host.locator("input[type=range]").first
        if slider.count():
            slider.press("ArrowRight")
            moved += 1
            same_as_here(live, host, code, lang)
    assert moved >= 2


def same_as_here(page: Page, host: Locator, code: str, lang: str) -> None:
    with i18n.use(lang):
        name = last_value(code).exercise_id
    kept = page.wait_for_function("(key) => localStorage.getItem(key)", arg=f"kamlab:{name}").json_value()
    view = here(code, json.loads(kept)["values"], lang)
    for part in ("summary", "table"):
        expect(host.locator(f".kl-{part}").first).to_have_text(
            page.evaluate(TEXT, view[part]), use_inner_text=False
        )
