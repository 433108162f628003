"""The list of all concepts: complete, and every link leads somewhere."""

import re
from pathlib import Path

import pytest

from kamlab.course.coverage import concepts
from kamlab.i18n import LANGUAGES, translator
from kamlab.live.index_page import Row, index_html, rows
from kamlab.widgets import registry, units

ROOT = Path(__file__).parents[2]
every = pytest.mark.parametrize("lang", LANGUAGES)


def listed(lang: str = "en") -> tuple[Row, ...]:
    return rows(ROOT, translator(lang))


def test_all_sixty_four_concepts_are_listed_once_in_order() -> None:
    assert [row.concept.id for row in listed()] == [f"C{n:02d}" for n in range(1, 65)]


def test_a_concept_s_section_is_a_label_of_its_chapter() -> None:
    for row in listed():
        if row.section:
            page, _, label = row.section.href.partition("#")
            chapter = (ROOT / "book" / page).with_suffix(".md").read_text(encoding="utf-8")
            assert f"\n({label})=\n" in chapter


def test_a_concept_of_a_finished_unit_has_a_section_an_exercise_and_a_question() -> None:
    finished = {concept.id for unit in units() for concept in concepts(unit)}
    for row in listed():
        if row.concept.id in finished:
            assert row.section, row.concept.id
            assert row.exercises, row.concept.id
            assert row.questions, row.concept.id


def test_exercises_and_questions_are_those_of_the_register() -> None:
    linked = {(row.concept.id, link.href.partition("#")[2]) for row in listed() for link in row.exercises}
    exercises = {
        (concept, one.exercise_id)
        for one in registry()
        if one.kind == "exercise"
        for concept in one.concepts
        if concept in {each.id for each in concepts(one.unit)}
    }
    assert linked == exercises


def test_a_question_s_number_is_its_place_in_the_quiz() -> None:
    entries = [one for one in registry() if one.unit == "u01" and one.kind == "quiz-question"]
    for row in listed():
        if row.concept.unit == "u01":
            places = [int(link.text.split()[-1]) for link in row.questions]
            assert places == [
                place for place, one in enumerate(entries, start=1) if row.concept.id in one.concepts
            ]


@every
def test_each_page_puts_its_own_language_first_and_says_which_is_which(lang: str) -> None:
    first = re.findall(
        r'<th scope="row"><b>C\d\d</b> <span lang="([\w-]+)">', index_html(listed(lang), translator(lang))
    )
    assert first == [{"en": "en", "zh": "zh-CN"}[lang]] * 64
