import pytest
from babel.messages.catalog import Catalog
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kamlab.course import catalogues, translate
from kamlab.errors import TranslationError

CODE = """\
# Say hello.
case = Case(lang="en")  # stays
    # indented
### BEGIN HIDDEN TESTS
# secret comment
### END HIDDEN TESTS"""


@pytest.fixture
def case() -> NotebookNode:
    made: NotebookNode = new_notebook(
        cells=[
            new_markdown_cell("# Title\n\nFirst block,\ntwo lines.\n\n$x^2$"),
            new_code_cell(CODE),
            new_markdown_cell("### BEGIN SOLUTION\nModel essay\n### END SOLUTION"),
        ]
    )
    return made


@pytest.fixture
def chinese(case: NotebookNode) -> Catalog:
    catalogue = translate.messages(case)
    words = {
        "# Title": "# 标题",
        "First block,\ntwo lines.": "第一段。",
        "Say hello.": "打招呼。",
        "indented": "缩进",
    }
    catalogues.fill(catalogue, words)
    return catalogue


def test_blocks_and_whole_line_comments_are_translated_but_nothing_hidden(case: NotebookNode) -> None:
    texts = ["# Title", "First block,\ntwo lines.", "Say hello.", "indented"]
    assert [message.id for message in catalogues.entries(translate.messages(case))] == texts


def test_a_translated_case_keeps_its_code_and_changes_its_language(
    case: NotebookNode, chinese: Catalog
) -> None:
    cells = translate.translated(case, chinese, "u01.po").cells
    assert cells[0].source == "# 标题\n\n第一段。\n\n$x^2$"
    assert cells[1].source.splitlines() == [
        "# 打招呼。",
        'case = Case(lang="zh")  # stays',
        "    # 缩进",
        "### BEGIN HIDDEN TESTS",
        "# secret comment",
        "### END HIDDEN TESTS",
    ]
    assert cells[2].source == case.cells[2].source


def test_the_english_case_is_left_alone(case: NotebookNode, chinese: Catalog) -> None:
    before = [cell.source for cell in case.cells]
    translate.translated(case, chinese, "u01.po")
    assert [cell.source for cell in case.cells] == before


def test_a_missing_translation_stops_the_release_and_is_named(case: NotebookNode) -> None:
    with pytest.raises(TranslationError, match=r"u01\.po lacks 4 texts of the case; the first: .*# Title"):
        translate.translated(case, translate.messages(case), "u01.po")


def test_a_fuzzy_translation_counts_as_missing(case: NotebookNode, chinese: Catalog) -> None:
    chinese["Say hello."].flags.add("fuzzy")
    with pytest.raises(TranslationError, match="fuzzy: Say hello"):
        translate.translated(case, chinese, "u01.po")
