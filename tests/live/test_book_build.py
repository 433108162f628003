import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_book
from playwright.sync_api import Browser, Page

from kamlab.course import catalog, chapters
from kamlab.errors import SiteError
from kamlab.live import book, bundle

pytestmark = pytest.mark.browser


def build(root: Path) -> tuple[book.Part, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "build", lambda out, progress: small_book.fake_bundle(out))  # noqa: ARG005
        return book.build(root, root / "site", lambda _name, _done: None)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_book.make(tmp_path_factory.mktemp("course"))
    catalog.update_book(root, small_book.CHINESE)
    assert [part.built for part in build(root)] == [True, True]
    return root


def html(root: Path, page: str) -> str:
    return (root / "site" / page).read_text(encoding="utf-8")


def test_a_second_build_with_nothing_changed_does_nothing(root: Path) -> None:
    before = (root / "site" / "en" / "u01.html").stat().st_mtime_ns
    assert [part.built for part in build(root)] == [False, False]
    assert (root / "site" / "en" / "u01.html").stat().st_mtime_ns == before


@pytest.mark.parametrize(("lang", "tag", "title"), [("en", "en", "Customers"), ("zh", "zh-CN", "顾客")])
def test_each_language_has_its_own_pages(root: Path, lang: str, tag: str, title: str) -> None:
    page = html(root, f"{lang}/u01.html")
    assert f'<html lang="{tag}"' in page
    assert f"<h1>{title}<" in page


def test_cells_run_in_the_language_of_the_page(root: Path) -> None:
    for lang in ("en", "zh"):
        assert f"book 1 in {lang}" in html(root, f"{lang}/u01.html")


def test_the_switch_leads_to_the_same_page_in_the_other_language(root: Path) -> None:
    assert 'href="../zh/u01.html" lang="zh-CN" hreflang="zh-CN"' in html(root, "en/u01.html")
    assert 'href="../en/u01.html" lang="en" hreflang="en"' in html(root, "zh/u01.html")


def test_a_section_has_the_same_address_in_both_languages(root: Path) -> None:
    for lang in ("en", "zh"):
        assert 'id="worth"' in html(root, f"{lang}/u01.html")
        assert 'id="what-a-customer-is-worth"' in html(root, f"{lang}/u01.html")


def test_formulas_are_numbered_page_by_page_also_where_the_text_refers_to_them(root: Path) -> None:
    for lang in ("en", "zh"):
        page = html(root, f"{lang}/u01.html")
        assert '<span class="eqno">(1)</span>' in page
        assert 'href="#equation-eq-margin">(1)</a>' in page


def test_markup_in_the_text_does_not_break_the_page_s_description(root: Path) -> None:
    head = html(root, "en/intro.html").split("</head>")[0]
    description = re.search(r'<meta name="description" content="([^"]*)">', head)
    assert description is not None
    assert "retention" in description[1]
    assert "<" not in description[1]
    assert "<b" not in head


def test_the_parts_of_the_contents_speak_the_page_s_language(root: Path) -> None:
    assert ">The course<" in html(root, "en/u01.html")
    assert ">课程<" in html(root, "zh/u01.html")


def test_only_pages_with_live_cells_load_python(root: Path) -> None:
    assert '<script type="module" src="../_live/0123456789ab/page.js"></script>' in html(root, "en/u01.html")
    assert "_live/" not in html(root, "en/intro.html")


def test_formulas_are_drawn_and_spoken_without_a_script(root: Path) -> None:
    page = html(root, "en/u01.html")
    assert re.search(
        r'class="math math-block".*?<svg .*?</svg><span class="math-spoken"><math', page, re.DOTALL
    )


def test_chinese_in_an_english_page_is_marked_as_chinese(root: Path) -> None:
    assert '<span lang="zh-CN">大客户</span>' in html(root, "en/u01.html")


def test_nothing_outside_the_table_of_contents_is_published(root: Path) -> None:
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert not [path for path in files if b"4711" in path.read_bytes()]
    assert not [path for path in files if path.suffix in {".md", ".ipynb", ".po", ".map", ".inv"}]


def test_no_page_names_another_site(root: Path) -> None:
    for path in (root / "site").rglob("*.html"):
        for address in re.findall(r'(?:src|href)="(https?:)?//', path.read_text(encoding="utf-8")):
            pytest.fail(f"{path.name} loads from {address}")


def test_a_wrong_formula_is_named_with_its_place(tmp_path: Path) -> None:
    root = small_book.make(tmp_path / "course")
    (root / "book" / "intro.md").write_text("# Welcome\n\nSee $\\frac{1$.\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"intro\.md:3: WARNING: The formula .*Missing close brace"):
        chapters.run(chapters.Run(root, "html", "en", tmp_path / "out"))


def test_a_failing_cell_is_named_with_its_error(tmp_path: Path) -> None:
    root = small_book.make(tmp_path / "course")
    chapter = small_book.CHAPTER.replace("import os\n", "1 / 0\n")
    (root / "book" / "u01.md").write_text(chapter, encoding="utf-8")
    with pytest.raises(SiteError, match=r"(?s)Executing notebook failed.*ZeroDivisionError"):
        chapters.run(chapters.Run(root, "html", "en", tmp_path / "out"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("lang", "query", "found"),
    [
        ("zh", "大客户", "u01"),
        ("zh", "利润", "u01"),
        ("zh", "维系", "intro"),
        ("zh", "维系顾客", "intro"),
        ("zh", "大客户的利润率", "u01"),
        ("en", "retention", "intro"),
        ("en", "key account", "u01"),
    ],
)
def test_the_search_finds_the_page_that_holds_the_word(
    root: Path, page: Page, lang: str, query: str, found: str
) -> None:
    page.goto(f"{(root / 'site' / lang / 'search.html').as_uri()}?q={query}")
    page.wait_for_selector("#search-results li a")
    links = page.eval_on_selector_all("#search-results li a", "all => all.map(a => a.getAttribute('href'))")
    assert any(link.startswith(f"{found}.html") for link in links)


def test_the_search_says_when_it_finds_nothing(root: Path, page: Page) -> None:
    page.goto(f"{(root / 'site/zh/search.html').as_uri()}?q=飞机场")
    page.wait_for_selector("#search-results .search-summary")
    assert page.locator("#search-results li").count() == 0
