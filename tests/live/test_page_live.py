"""Pages in a real browser, with every way out of their origin closed and watched."""

import threading
from pathlib import Path

import pytest
from doubling import DOUBLING, FAILING
from page import Site, make_page
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from kamlab.live.words import all_words

pytestmark = pytest.mark.browser
WAIT = 30_000  # ms: a busy machine is slow, and still right
DRAG = """(slider) => {
  for (let x = 1; x <= 300; x++) { slider.value = x; slider.dispatchEvent(new Event("input")); }
}"""


def opened(context: BrowserContext, site: Site, name: str = "page.html") -> Page:
    page = context.new_page()
    page.on("console", lambda said: print(said.text))  # noqa: T201 - shown beside a failing test
    page.goto(f"{site.address}/{name}", wait_until="commit")
    return page


def reaches(page: Page, state: str) -> None:
    expect(page.locator("html")).to_have_attribute("data-live", state, timeout=WAIT)


def answer(page: Page) -> Locator:
    return page.locator(".live-host output").first


def move(page: Page, value: int) -> None:
    page.locator(".live-host input").first.fill(str(value))


def how(page: Page) -> str:
    return str(page.evaluate("JSON.parse(document.documentElement.dataset.liveTimes).how"))


def add(site: Site, name: str = "page.html", lang: str = "en", cells: list[str] | None = None) -> None:
    cells = cells or [DOUBLING]
    site.pages[name] = make_page(cells, site.bundle.name, lang=lang, run=[DOUBLING] * len(cells))


def test_answers_are_right_in_both_languages_from_one_worker(context: BrowserContext, site: Site) -> None:
    for lang in ("en", "zh"):
        add(site, f"{lang}.html", lang)
        page = opened(context, site, f"{lang}.html")
        reaches(page, "live")
        move(page, 50)
        expect(answer(page)).to_have_text(f"{lang} 100")
        expect(page.locator(".live-badge")).to_have_text(all_words()[lang]["live"])
    assert sum("pyodide.asm.wasm" in path for path in site.asked) == 1


def test_the_drawn_widget_replaces_its_still_picture_before_python_is_there(
    context: BrowserContext, site: Site
) -> None:
    site.gates["snapshot.bin"] = threading.Event()
    add(site)
    page = opened(context, site)
    expect(answer(page)).to_have_text("en 42")
    expect(page.get_by_text("still picture")).to_have_count(0)
    reaches(page, "starting")
    site.gates["snapshot.bin"].set()
    reaches(page, "live")
    expect(answer(page)).to_have_text("en 42")


def test_a_move_before_python_is_there_is_answered_afterwards(context: BrowserContext, site: Site) -> None:
    site.gates["snapshot.bin"] = threading.Event()
    add(site)
    page = opened(context, site)
    reaches(page, "starting")
    move(page, 30)
    move(page, 31)
    expect(answer(page)).to_have_text("en 42")
    site.gates["snapshot.bin"].set()
    expect(answer(page)).to_have_text("en 62", timeout=WAIT)


def test_a_reloaded_page_goes_live_again_with_the_same_worker(context: BrowserContext, site: Site) -> None:
    add(site)
    page = opened(context, site)
    for value in (3, 4):
        reaches(page, "live")
        move(page, value)
        expect(answer(page)).to_have_text(f"en {2 * value}")
        page.reload()
    reaches(page, "live")
    assert sum("snapshot.bin" in path for path in site.asked) == 1


def test_the_next_page_finds_python_running(context: BrowserContext, site: Site) -> None:
    add(site, "one.html")
    add(site, "two.html")
    page = opened(context, site, "one.html")
    reaches(page, "live")
    page.goto(f"{site.address}/two.html")
    reaches(page, "live")
    move(page, 7)
    expect(answer(page)).to_have_text("en 14")
    assert sum("snapshot.bin" in path for path in site.asked) == 1


def test_going_back_to_a_page_makes_it_live_again(context: BrowserContext, site: Site) -> None:
    add(site, "one.html")
    add(site, "two.html")
    page = opened(context, site, "one.html")
    reaches(page, "live")
    page.goto(f"{site.address}/two.html")
    reaches(page, "live")
    page.go_back()
    reaches(page, "live")
    move(page, 8)
    expect(answer(page)).to_have_text("en 16")


def test_two_tabs_of_one_page_stay_apart(context: BrowserContext, site: Site) -> None:
    add(site)
    first, second = opened(context, site), opened(context, site)
    for page in (first, second):
        reaches(page, "live")
    move(first, 1)
    move(second, 2)
    expect(answer(first)).to_have_text("en 2")
    expect(answer(second)).to_have_text("en 4")
    first.close()
    move(second, 5)
    expect(answer(second)).to_have_text("en 10")


@pytest.mark.parametrize("snapshot", [None, b"", b"damaged" * 1000], ids=["missing", "empty", "damaged"])
def test_without_a_sound_snapshot_python_starts_from_the_beginning(
    context: BrowserContext, site: Site, snapshot: bytes | None
) -> None:
    site.replaced["snapshot.bin"] = snapshot
    add(site, lang="zh")
    page = opened(context, site)
    reaches(page, "live")
    assert how(page) == "plain"
    move(page, 6)
    expect(answer(page)).to_have_text("zh 12")


def test_one_flipped_byte_in_the_snapshot_is_noticed(context: BrowserContext, site: Site) -> None:
    snapshot = bytearray((site.bundle / "snapshot.bin").read_bytes())
    snapshot[len(snapshot) // 2] ^= 1
    site.replaced["snapshot.bin"] = bytes(snapshot)
    add(site)
    page = opened(context, site)
    reaches(page, "live")
    assert how(page) == "plain"


@pytest.mark.parametrize("missing", ["worker.js", "py/pyodide.asm.wasm", "py/pyodide.mjs"])
def test_without_its_worker_the_page_is_readable_and_says_that_it_is_static(
    context: BrowserContext, site: Site, missing: str
) -> None:
    site.replaced[missing] = None
    add(site, lang="zh")
    page = opened(context, site)
    reaches(page, "failed")
    expect(page.locator(".live-badge")).to_have_text(all_words()["zh"]["failed"])
    expect(answer(page)).to_have_text("zh 42")


def test_a_page_says_that_it_is_static_after_fifteen_seconds_and_goes_live_when_python_comes(
    context: BrowserContext, site: Site
) -> None:
    site.gates["snapshot.bin"] = threading.Event()
    add(site)
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site.address}/page.html", wait_until="commit")
    reaches(page, "starting")
    page.clock.fast_forward(14_000)
    reaches(page, "starting")
    page.clock.fast_forward(1_500)
    reaches(page, "failed")
    site.gates["snapshot.bin"].set()
    reaches(page, "live")


def test_a_cell_that_fails_leaves_the_others_alive(context: BrowserContext, site: Site) -> None:
    add(site, cells=[FAILING, DOUBLING])
    page = opened(context, site)
    reaches(page, "error")
    expect(page.locator(".live-badge").first).to_have_text(all_words()["en"]["error"])
    page.locator(".live-host input").last.fill("9")
    expect(page.locator(".live-host output").last).to_have_text("en 18")


def test_an_answer_that_fails_is_told_and_the_next_one_heals_it(context: BrowserContext, site: Site) -> None:
    add(site)
    page = opened(context, site)
    reaches(page, "live")
    move(page, 13)
    reaches(page, "error")
    move(page, 14)
    expect(answer(page)).to_have_text("en 28")
    reaches(page, "live")


def test_a_dragged_slider_does_not_flood_python_and_its_last_value_arrives(
    context: BrowserContext, site: Site
) -> None:
    counting = DOUBLING.replace(
        "self.y = f\"{self.t.lang} {2 * change['new']}\"", "self.y = f\"{change['new']} after {self.calls}\""
    )
    site.pages["page.html"] = make_page([counting], site.bundle.name)
    page = opened(context, site)
    reaches(page, "live")
    page.locator(".live-host input").evaluate(DRAG)
    expect(answer(page)).to_have_text("300 after 2")  # the build's value, the first of the drag, and the last


def test_each_visit_has_random_numbers_of_its_own(browser: Browser, site: Site) -> None:
    lucky = DOUBLING.replace("self.luck = random.random()", "self.y = str(random.random())")
    site.pages["page.html"] = make_page([lucky], site.bundle.name)
    seen = set()
    for _ in range(2):
        context = browser.new_context()
        page = opened(context, site)
        reaches(page, "live")
        seen.add(answer(page).text_content())
        context.close()
    assert len(seen) == 2


def test_a_browser_without_shared_workers_has_a_worker_for_each_page(
    context: BrowserContext, site: Site
) -> None:
    context.add_init_script("delete globalThis.SharedWorker")
    add(site)
    page = opened(context, site)
    reaches(page, "live")
    move(page, 2)
    expect(answer(page)).to_have_text("en 4")


def test_a_shared_worker_that_cannot_start_is_replaced(context: BrowserContext, site: Site) -> None:
    refusing = (
        "globalThis.SharedWorker = class { port = {}; constructor() { setTimeout(() => this.onerror({})); } }"
    )
    context.add_init_script(refusing)
    add(site)
    page = opened(context, site)
    reaches(page, "live")


def test_an_intranet_without_https_is_served_the_packed_snapshot(context: BrowserContext, site: Site) -> None:
    add(site)
    page = context.new_page()
    page.goto(f"{site.address.replace('127.0.0.1', 'intranet.test')}/page.html")
    reaches(page, "live")
    assert page.evaluate("isSecureContext") is False
    assert how(page) == "snapshot"
    assert any(path.endswith("snapshot.bin.gz") for path in site.asked)


def test_a_module_that_was_not_warmed_up_arrives_later(context: BrowserContext, site: Site) -> None:
    rare = "import wave, ipywidgets.embed\n"
    add(site, cells=[rare + DOUBLING])
    page = opened(context, site)
    reaches(page, "live")
    assert how(page) == "snapshot"


def test_without_scripts_the_picture_stays(browser: Browser, site: Site) -> None:
    add(site)
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, site)
    expect(page.get_by_text("still picture")).to_be_visible()
    context.close()


def test_a_page_opened_as_a_file_shows_the_picture(
    context: BrowserContext, site: Site, tmp_path: Path
) -> None:
    add(site)
    (tmp_path / "_live").mkdir()
    (tmp_path / "_live" / site.bundle.name).symlink_to(site.bundle)
    (tmp_path / "page.html").write_text(site.pages["page.html"], encoding="utf-8")
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    expect(page.get_by_text("still picture")).to_be_visible()


def test_print_shows_the_exercise_as_it_was_left_without_its_badge(
    context: BrowserContext, site: Site
) -> None:
    add(site)
    page = opened(context, site)
    reaches(page, "live")
    move(page, 33)
    expect(answer(page)).to_have_text("en 66")
    page.emulate_media(media="print")
    expect(answer(page)).to_be_visible()
    expect(page.locator(".live-badge")).to_be_hidden()


def test_a_reader_may_ask_for_the_static_view(context: BrowserContext, site: Site) -> None:
    add(site)
    page = opened(context, site, "page.html?live=off")
    reaches(page, "shown")
    assert not any("worker.js" in path for path in site.asked)
