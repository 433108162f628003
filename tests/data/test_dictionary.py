"""The data dictionary page is the one that the schema writes."""

from pathlib import Path

from kamlab.data import Ledger
from kamlab.data.dictionary import dictionary_markdown, write_dictionary
from kamlab.data.scorecard import CRITERIA

PAGE = Path(__file__).parents[2] / "book" / "data.md"


def test_the_committed_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary_markdown()


def test_the_page_is_written_where_asked(tmp_path: Path) -> None:
    write_dictionary(tmp_path / "data.md")
    assert (tmp_path / "data.md").read_text(encoding="utf-8") == dictionary_markdown()


def test_every_column_and_criterion_stands_on_the_page(base: Ledger) -> None:
    page = dictionary_markdown()
    for table in base.tables.values():
        assert f"### {table.name.capitalize()}" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.unit} | {column.doc} |" in page
    assert all(f"| `{item.name}` |" in page for item in CRITERIA)


def test_the_page_can_be_linked_to_and_has_its_title() -> None:
    assert dictionary_markdown().startswith(
        "(data-dictionary)=\n# The ledger of Meridian Components: data dictionary\n"
    )
