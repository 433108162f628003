"""Progress over all units: seen, saved as a file, forgotten, and brought back."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser
SLIDER = "input[id$='-lifetime-value-spend']"
ROW = "tr[data-exercise='u01-lifetime-value']"
KEY = "kamlab:u01-lifetime-value"
MARKS = {"new": "○", "tried": "◐", "solved": "●"}
BOTH = pytest.mark.parametrize("lang", ["en", "zh"])


@pytest.fixture
def worked(context: BrowserContext, address: str) -> Page:
    """Return the progress page of a browser in which one exercise was moved."""
    page = context.new_page()
    page.goto(f"{address}en/u01.html?live=off")
    page.locator(SLIDER).press("ArrowRight")
    page.goto(f"{address}en/progress.html")
    return page


def state(page: Page) -> str:
    return page.locator(f"{ROW} .progress-state").inner_text()


def bring_in(page: Page, content: str) -> str:
    page.set_input_files(
        ".progress-file input",
        {"name": "progress.json", "mimeType": "application/json", "buffer": content.encode()},
    )
    expect(page.locator(".progress-said")).not_to_be_empty()
    return page.locator(".progress-said").inner_text()


def file_with(**record: object) -> str:
    whole = {"version": 2, "values": {"spend": 5000}, "solved": True, "saved": "2027-01-01T00:00:00Z"}
    return json.dumps({"format": "kamlab-progress-1", "exercises": {"u01-lifetime-value": whole | record}})


def saved(page: Page, folder: Path) -> str:
    with page.expect_download() as download:
        page.click(".progress-save")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path.read_text(encoding="utf-8")


@BOTH
def test_a_new_reader_has_started_nothing(context: BrowserContext, address: str, lang: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{lang}/progress.html")
    states = page.locator("tr[data-exercise] .progress-state").all_inner_texts()
    assert len(states) > 3
    assert all(one.startswith(MARKS["new"]) for one in states)
    assert page.locator(".progress-total").inner_text()


def test_an_exercise_that_was_moved_is_tried(worked: Page) -> None:
    assert state(worked) == "◐ Tried"
    assert worked.locator(f"{ROW} .progress-last").inner_text()
    assert worked.locator(".progress-total").inner_text().endswith(", 1 more tried")


def test_its_line_leads_to_the_exercise(worked: Page) -> None:
    worked.click(f"{ROW} a")
    worked.wait_for_url("**/u01.html#u01-lifetime-value")
    top = worked.locator("#u01-lifetime-value").evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < 800


def test_what_is_saved_and_forgotten_can_be_brought_back(worked: Page, tmp_path: Path) -> None:
    before = worked.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    file = saved(worked, tmp_path)
    worked.on("dialog", lambda dialog: dialog.accept())
    worked.click(".progress-forget")
    expect(worked.locator(f"{ROW} .progress-state")).to_have_text("○ Not started")
    assert worked.evaluate("key => localStorage.getItem(key)", KEY) is None
    assert bring_in(worked, file).startswith("Brought in: 1.")
    assert worked.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY) == before


def test_nothing_is_forgotten_without_a_yes(worked: Page) -> None:
    worked.on("dialog", lambda dialog: dialog.dismiss())
    worked.click(".progress-forget")
    assert state(worked) == "◐ Tried"


def test_what_is_brought_in_is_there_on_the_exercise_s_page(worked: Page, address: str) -> None:
    bring_in(worked, file_with(values={"spend": 5000, "price": 0, "work": ["process"]}))
    assert state(worked) == "● Solved"
    worked.goto(f"{address}en/u01.html?live=off")
    assert worked.locator(SLIDER).input_value() == "5000"


def test_answers_to_an_earlier_version_are_kept_and_marked(worked: Page) -> None:
    said = bring_in(worked, file_with(version=1))
    assert "Of another version of the course, kept and marked: 1." in said
    assert state(worked) == "◐ Tried · answers to an earlier version are kept"
    assert worked.evaluate("key => JSON.parse(localStorage.getItem(key)).version", f"{KEY}:old") == 1


def test_an_exercise_that_the_course_no_longer_has_is_named_and_saved_again(
    worked: Page, tmp_path: Path
) -> None:
    record = {"version": 1, "values": {}, "solved": True, "saved": ""}
    bring_in(worked, json.dumps({"format": "kamlab-progress-1", "exercises": {"u01-gone": record}}))
    assert "u01-gone" in worked.locator(".progress-total").inner_text()
    assert json.loads(saved(worked, tmp_path))["exercises"]["u01-gone"] == record


@pytest.mark.parametrize("content", ["", "{}", '{"format": "kamlab-progress-1"}', "\x00\xff"])
def test_a_file_of_another_kind_is_refused_and_changes_nothing(worked: Page, content: str) -> None:
    before = worked.evaluate("JSON.stringify(localStorage)")
    assert bring_in(worked, content).startswith("This is not a progress file")
    assert worked.evaluate("JSON.stringify(localStorage)") == before


def test_markup_in_a_file_stays_text(worked: Page) -> None:
    bring_in(worked, file_with(saved="<img src=x onerror=window.hit=1>", values={"@tries": "<b>2</b>"}))
    assert worked.evaluate("window.hit") is None
    assert worked.locator(f"{ROW} b, {ROW} img").count() == 0


@BOTH
def test_the_buttons_work_by_keyboard(context: BrowserContext, address: str, lang: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{lang}/progress.html")
    page.focus(".progress-save")
    page.keyboard.press("Enter")
    expect(page.locator(".progress-said")).not_to_be_empty()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "file"


def test_without_storage_the_page_says_so(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })")
    page.goto(f"{address}en/progress.html")
    expect(page.locator(".progress-total")).to_contain_text("storage is switched off")
    assert page.locator(".progress-file").is_hidden()
