"""Every page of the built site, in a real browser, in both languages."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kamlab.live.book import page_names
from kamlab.widgets import everything

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PAGES = [f"{lang}/{name}.html" for lang in ("en", "zh") for name in [*page_names(ROOT), "search"]]
PHONE = {"width": 375, "height": 812}


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    return page


def violations(page: Page, only: object = RULES) -> list[str]:
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate(
        "only => axe.run({runOnly: only, resultTypes: ['violations']})", only
    )
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("name", [*PAGES, "404.html", "en/search.html?q=key+account"])
def test_axe_finds_no_violation_in_light_and_dark_colours(
    context: BrowserContext, address: str, name: str
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="light")
    page.goto(address + name)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")  # the same page, other colours
    assert violations(page, {"type": "rule", "values": ["color-contrast"]}) == []


def test_the_system_s_dark_colours_are_followed(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}en/intro.html")
    assert page.get_attribute("html", "data-theme") == "dark"


def test_axe_finds_no_violation_in_the_choice_of_language(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, address)
    assert page.locator("a[hreflang]").count() == 2
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_the_whole_width(context: BrowserContext, address: str, name: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(address + name)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_two_elements_of_one_name(context: BrowserContext, address: str, name: str) -> None:
    page = opened(context, address + name)
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert sorted(ids) == sorted(set(ids))


def test_the_switch_stays_at_the_section_and_is_remembered(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}en/u01.html")
    section = page.eval_on_selector("article section section", "one => one.id")
    page.goto(f"{address}en/u01.html#{section}")
    page.click(".language-switch")
    page.wait_for_url(f"{address}zh/u01.html#{section}")
    assert page.locator(f"#{section}").count() == 1
    page.goto(address)
    page.wait_for_url(f"{address}zh/intro.html")


def test_a_first_visit_follows_the_browser_s_language(browser: Browser, address: str) -> None:
    for locale, lang in (("zh-CN", "zh"), ("en-GB", "en"), ("de-DE", "en")):
        context = browser.new_context(locale=locale)
        page = opened(context, address)
        page.wait_for_url(f"{address}{lang}/intro.html")
        context.close()


def test_the_colours_are_remembered(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}en/intro.html")
    page.click(".theme-switch")
    page.goto(f"{address}en/glossary.html")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.get_attribute(".theme-switch", "aria-pressed") == "true"


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(f"{address}en/intro.html")
    assert not page.is_visible("#site-nav")
    page.focus(".menu-switch")
    page.keyboard.press("Enter")
    assert page.is_visible("#site-nav")
    page.keyboard.press("Escape")
    assert not page.is_visible("#site-nav")


def test_without_scripts_every_page_can_be_reached(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 812})
    page = opened(context, f"{address}en/intro.html")
    assert page.is_visible("#site-nav")
    assert not page.is_visible(".theme-switch")
    context.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("unit", everything())
def test_from_a_folder_a_page_shows_a_still_picture_of_each_exercise(
    context: BrowserContext, site: Path, unit: str, lang: str
) -> None:
    page = opened(context, (site / lang / f"{unit}.html").as_uri())
    assert page.locator(".live-static:visible").count() == len(everything()[unit])
    assert page.locator(".live-static:visible svg").count() > 0


@pytest.mark.parametrize(
    ("lang", "query", "found"),
    [
        ("zh", "大客户", "u01"),
        ("zh", "利润", "u01"),
        ("zh", "维系", "u01"),
        ("en", "retention", "u01"),
        ("en", "whale curve", "glossary"),
        ("en", "price war", "u03"),
        ("zh", "价格战", "u03"),
        ("zh", "两极分化", "u05"),
        ("zh", "伙伴关系外包", "u04"),
        ("zh", "感觉不一般", "u02"),
    ],
)
def test_the_search_in_the_header_finds_the_page(
    context: BrowserContext, address: str, lang: str, query: str, found: str
) -> None:
    page = opened(context, f"{address}{lang}/intro.html")
    page.fill(".site-search input", query)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#search-results li a[href^='{found}.html']")  # results come one after another


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("unit", everything())
def test_a_page_weighs_at_most_1_8_mb_before_python(
    context: BrowserContext, address: str, site: Path, unit: str, lang: str
) -> None:
    page = context.new_page()
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(request.url.removeprefix(address).split("?")[0]))
    page.goto(f"{address}{lang}/{unit}.html?live=off", wait_until="networkidle")
    sizes = [len(gzip.compress((site / name).read_bytes())) for name in loaded if (site / name).is_file()]
    assert 0 < sum(sizes) <= 1_800_000


def test_the_memory_with_all_exercises_warm_weighs_at_most_16_mb(site: Path) -> None:
    sizes = [path.stat().st_size for path in site.glob("_live/*/snapshot.bin.gz")]
    assert len(sizes) == 1
    assert 0 < sizes[0] <= 16_000_000


def test_nothing_of_the_solutions_is_published(site: Path) -> None:
    suffixes = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert not suffixes & {".ipynb", ".md", ".po", ".py", ".toml"}
    for path in (*site.glob("en/**/*"), *site.glob("zh/**/*")):
        if path.is_file():
            content = path.read_bytes()
            assert b"BEGIN SOLUTION" not in content
            assert b"BEGIN HIDDEN TESTS" not in content
