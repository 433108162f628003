import pytest

from kamlab.live import bodies, frame

WORDS = {"anchor": "Link", "table": "Table"}


@pytest.mark.parametrize(
    ("page", "href"), [("u01", "../zh/u01.html"), ("trainers/u01", "../../zh/trainers/u01.html")]
)
def test_the_other_language_is_found_at_any_depth(page: str, href: str) -> None:
    assert frame.other_language("en", page).href == href


def test_the_page_loader_is_found_at_any_depth() -> None:
    assert frame.live_folder("trainers/u01", "abc") == "../../_live/abc/"


def test_without_a_build_of_the_loader_a_page_loads_none() -> None:
    assert frame.live_folder("u01", "") == ""


def test_a_page_without_a_title_of_its_own_carries_the_book_s() -> None:
    assert frame.context("en", "u01", "")["page_title"] == "Beyond Key Accounts"


def test_a_link_that_reads_as_a_hash_gets_a_name() -> None:
    body = '<h2>A<a class="headerlink" href="#a" title="Link to this heading">#</a></h2>'
    assert bodies.mended(body, WORDS) == '<h2>A<a class="headerlink" href="#a" aria-label="Link">#</a></h2>'


def test_a_wide_table_can_be_scrolled_by_keyboard() -> None:
    mended = bodies.mended('<div class="pst-scrollable-table-container"><table>', WORDS)
    assert mended == '<div class="table-scroll" role="group" tabindex="0" aria-label="Table"><table>'


def test_head_cells_say_what_they_head() -> None:
    assert 'scope="col"' in bodies.mended('<th class="head"><p>A</p></th>', WORDS)
    assert 'scope="row"' in bodies.mended('<th class="stub"><p>A</p></th>', WORDS)


def test_chinese_inside_scripts_pictures_and_attributes_is_left_alone() -> None:
    body = '<img alt="大"/><script>"大"</script><svg><text>大</text></svg><option>大</option>'
    assert bodies.with_chinese_marked(body) == body


def test_chinese_after_a_picture_is_marked() -> None:
    assert bodies.with_chinese_marked("<svg><g/></svg>大").endswith('<span lang="zh-CN">大</span>')


def test_the_page_that_is_read_bears_its_unit_s_number_too() -> None:
    listed = '<a aria-current="page" href="#">Three</a><a class="x" href="u10.html">Ten</a>'
    shown = frame.with_numbers(listed, "u03")
    assert 'href="#"><span class="unit-number">3</span> Three' in shown
    assert 'href="u10.html"><span class="unit-number">10</span> Ten' in shown


def test_a_page_that_is_no_unit_bears_no_number() -> None:
    listed = '<a aria-current="page" href="#">Glossary</a><a href="data.html">Data</a>'
    assert frame.with_numbers(listed, "glossary") == listed
