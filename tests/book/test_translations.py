"""The Chinese pages state the same numbers, terms and sources as the English ones, in Chinese punctuation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from kamlab.course.outline import Unit, load_outline

LOCALE = Path(__file__).parents[2] / "book" / "locale" / "zh_CN" / "LC_MESSAGES"
CATALOGUES = sorted(LOCALE.rglob("*.po"))
NUMBER = re.compile(r"(\d[\d,.]*\d|\d)(?:\s*(million|billion|trillion|百万|十亿|万亿|万|亿))?")
SCALE = {
    "million": 6,
    "billion": 9,
    "百万": 6,
    "十亿": 9,
    "trillion": 12,
    "万亿": 12,
    "万": 4,
    "亿": 8,
    "": 0,
}  # powers of ten
ROLE = re.compile(r"\{([\w:]+)\}`(?:[^`<]*<)?([^`>]*)>?`")
MARKUP = re.compile(r"\{[\w:]+\}`[^`]*`|\$[^$]*\$|`[^`]*`")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]")


def pairs(path: Path) -> list[tuple[str, str]]:
    with path.open("rb") as stream:
        return [(str(m.id), str(m.string)) for m in read_po(stream) if m.id and not m.fuzzy and m.string]


def numbers(text: str) -> list[str]:
    """The numbers of a text; 9 亿 is 900 million, as it is written in Chinese."""
    return sorted(map(value, NUMBER.findall(MARKUP.sub("", text))))


def value(found: tuple[str, str]) -> str:
    number, scale = found
    return f"{float(number.replace(',', '')) * 10 ** SCALE[scale]:.10g}" if scale else number


def targets(text: str) -> list[tuple[str, str]]:
    """Roles and what they point at; a glossary term keeps its English target, whatever its case."""
    return sorted((role, target.lower()) for role, target in ROLE.findall(text))


def test_large_numbers_are_compared_by_their_value() -> None:
    assert numbers("900 million EUR and 3.1 million") == numbers("9 亿欧元和 310 万")
    assert numbers("900 million EUR") != numbers("90 亿欧元")
    assert numbers("12 and 1,200") != numbers("12 and 1200")


def test_there_are_catalogues() -> None:
    assert {path.stem for path in CATALOGUES} >= {"u01", "intro", "glossary", "bibliography"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(LOCALE)))
def test_numbers_are_the_same_in_both_languages(path: Path) -> None:
    assert [one for one in pairs(path) if numbers(one[0]) != numbers(one[1])] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(LOCALE)))
def test_terms_and_sources_are_the_same_in_both_languages(path: Path) -> None:
    assert [one for one in pairs(path) if targets(one[0]) != targets(one[1])] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: str(path.relative_to(LOCALE)))
def test_chinese_sentences_have_chinese_punctuation(path: Path) -> None:
    assert [zh for _, zh in pairs(path) if HALF_WIDTH.search(MARKUP.sub("", zh))] == []


@pytest.mark.parametrize("unit", load_outline(LOCALE.parents[3]).units, ids=lambda unit: unit.id)
def test_a_unit_carries_the_same_titles_in_the_outline_in_its_chapter_and_on_the_first_page(
    unit: Unit,
) -> None:
    first = dict(pairs(LOCALE / "intro.po"))
    linked = {lang: f"{{doc}}`{unit.title.in_language(lang)} <{unit.chapter}>`" for lang in ("en", "zh")}
    assert dict(pairs(LOCALE / f"{unit.chapter}.po"))[unit.title.en] == unit.title.zh
    assert first[linked["en"]] == linked["zh"]
