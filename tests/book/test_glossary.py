"""The glossary page and the list that feeds the Chinese search say the same."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kamlab.course.coverage import concepts
from kamlab.widgets import units

BOOK = Path(__file__).parents[2] / "book"
PAGE = (BOOK / "glossary.md").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^(\w[^\n]*)\n  ([^\n.]+)\. ", PAGE, flags=re.MULTILINE))
with (BOOK / "glossary.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))

every = pytest.mark.parametrize("unit", units())


def test_every_entry_stands_in_the_list_with_its_chinese() -> None:
    listed = {(row["en"], row["zh"]) for row in ROWS}
    assert len(ENTRIES) > 25
    assert set(ENTRIES.items()) <= listed


def test_every_row_of_the_list_belongs_to_an_entry() -> None:
    assert {row["en"] for row in ROWS} == set(ENTRIES)


def test_entries_are_in_alphabetical_order() -> None:
    assert list(ENTRIES) == sorted(ENTRIES, key=str.casefold)


@every
def test_every_concept_of_a_unit_has_an_entry(unit: str) -> None:
    assert {row["concept"] for row in ROWS} >= {concept.id for concept in concepts(unit)}


@every
def test_every_term_that_a_chapter_uses_is_explained(unit: str) -> None:
    chapter = (BOOK / f"{unit}.md").read_text(encoding="utf-8")
    used = set(re.findall(r"\{term\}`[^`<]*<([^>]+)>`", chapter))
    assert used
    assert used <= set(ENTRIES)


@every
def test_a_chapter_uses_the_term_of_each_of_its_concepts(unit: str) -> None:
    chapter = (BOOK / f"{unit}.md").read_text(encoding="utf-8")
    used = set(re.findall(r"\{term\}`[^`<]*<([^>]+)>`", chapter))
    for concept in concepts(unit):
        assert used & {row["en"] for row in ROWS if row["concept"] == concept.id}, concept.id
