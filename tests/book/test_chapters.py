"""Every chapter opens, goes on and closes in the same way, and shows each exercise of its unit once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from kamlab.course.outline import load_outline
from kamlab.widgets import units

ROOT = Path(__file__).parents[2]
CHAPTERS = {unit: (ROOT / "book" / f"{unit}.md").read_text(encoding="utf-8") for unit in units()}
CLOSING = ["What these models leave out", "What to do on Monday", "Check yourself"]
CELL = re.compile(
    r"```\{code-cell\} python\n:tags: \[live\]\nfrom kamlab\.widgets import (\w+)\n(\w+)\.(\w+)\(\)\n```"
)
SECTION = re.compile(r"^\(concept-c\d\d\)=\n## .*\n\n(.*)$", re.MULTILINE)

every = pytest.mark.parametrize("unit", CHAPTERS)


def opening(unit: str) -> str:
    """What stands between the title and the first concept."""
    return CHAPTERS[unit].split("\n# ", 1)[1].split("\n(concept-", 1)[0]


def closing(unit: str) -> str:
    return CHAPTERS[unit].split(f"\n## {CLOSING[0]}\n", 1)[1]


@every
def test_a_chapter_is_called_as_the_course_calls_its_unit(unit: str) -> None:
    assert opening(unit).splitlines()[0] == load_outline(ROOT).unit(unit).title.en


@every
def test_it_opens_with_a_scene_and_what_the_reader_will_be_able_to_do(unit: str) -> None:
    scene, _, outcomes = opening(unit).partition("You will be able to\n\n")
    assert scene.count("\n\n") >= 3
    items = re.findall(r"^- .*[;.]$", outcomes, re.MULTILINE)
    assert 3 <= len(items) <= 7
    assert "{doc}`ledger <data>`" in outcomes


@every
def test_each_concept_opens_with_a_question_of_the_reader(unit: str) -> None:
    firsts = SECTION.findall(CHAPTERS[unit])
    assert len(firsts) == CHAPTERS[unit].count("\n(concept-c")
    assert all(re.match(r"\*[^*]+\?\*", first) for first in firsts)


@every
def test_it_closes_with_limits_a_list_for_monday_and_the_quiz(unit: str) -> None:
    headings = re.findall(r"^## (.*)$", CHAPTERS[unit], re.MULTILINE)
    assert headings[-len(CLOSING) :] == CLOSING
    assert 3 <= len(re.findall(r"^\d\. ", closing(unit), re.MULTILINE)) <= 7
    assert CELL.findall(CHAPTERS[unit])[-1] == (unit, unit, "quiz")
    assert CHAPTERS[unit].rstrip().endswith(f"{unit}.quiz()\n```")


@every
def test_it_shows_every_exercise_of_its_unit_once(unit: str) -> None:
    shown = [name for module, called, name in CELL.findall(CHAPTERS[unit]) if module == called == unit]
    assert sorted(shown) == sorted(one.name for one in units()[unit])
    assert CHAPTERS[unit].count(":tags: [live]") == len(shown)


@pytest.mark.parametrize("heading", CLOSING)
def test_a_closing_heading_has_one_translation(heading: str) -> None:
    found = set()
    for unit in CHAPTERS:
        with (ROOT / "book" / "locale" / "zh_CN" / "LC_MESSAGES" / f"{unit}.po").open("rb") as stream:
            found.add(read_po(stream)[heading].string)
    assert len(found) == 1
    assert all(found)
