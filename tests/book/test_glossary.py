"""The glossary page and the list that feeds the Chinese search say the same."""

from __future__ import annotations

import csv
import re
from pathlib import Path

BOOK = Path(__file__).parents[2] / "book"
PAGE = (BOOK / "glossary.md").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^(\w[^\n]*)\n  ([^\n.]+)\. ", PAGE, flags=re.MULTILINE))
with (BOOK / "glossary.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))


def test_every_entry_stands_in_the_list_with_its_chinese() -> None:
    listed = {(row["en"], row["zh"]) for row in ROWS}
    assert len(ENTRIES) > 25
    assert set(ENTRIES.items()) <= listed


def test_every_row_of_the_list_belongs_to_an_entry() -> None:
    assert {row["en"] for row in ROWS} == set(ENTRIES)


def test_entries_are_in_alphabetical_order() -> None:
    assert list(ENTRIES) == sorted(ENTRIES, key=str.casefold)


def test_every_concept_of_the_unit_has_an_entry() -> None:
    assert {row["concept"] for row in ROWS} >= {"C01", "C02", "C44", "C49", "C58", "C59", "C60"}


def test_every_term_that_the_chapter_uses_is_explained() -> None:
    chapter = (BOOK / "u01.md").read_text(encoding="utf-8")
    used = set(re.findall(r"\{term\}`[^`<]*<([^>]+)>`", chapter))
    assert used <= set(ENTRIES)
