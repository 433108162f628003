import shutil
from pathlib import Path

import pytest

from kamlab.course import coverage

ROOT = Path(__file__).parents[2]


def test_unit_1_teaches_exercises_and_examines_each_of_its_concepts() -> None:
    assert coverage.gaps(ROOT, "u01") == ()


def test_unit_1_has_the_seven_concepts_of_the_source_text() -> None:
    assert [concept.id for concept in coverage.concepts("u01")] == [
        "C01",
        "C02",
        "C44",
        "C49",
        "C58",
        "C59",
        "C60",
    ]


def test_every_concept_belongs_to_a_unit_of_the_course() -> None:
    assert sum(len(coverage.concepts(f"u{n:02d}")) for n in range(1, 11)) == 64


def test_a_label_that_is_taken_out_of_the_chapter_is_a_gap(tmp_path: Path) -> None:
    shutil.copy(ROOT / "course.toml", tmp_path)
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    (tmp_path / "book").mkdir()
    chapter = (ROOT / "book" / "u01.md").read_text(encoding="utf-8")
    (tmp_path / "book" / "u01.md").write_text(chapter.replace("(concept-c49)=", ""), encoding="utf-8")
    assert [(gap.concept.id, gap.lacks) for gap in coverage.gaps(tmp_path, "u01")] == [("C49", "taught")]


@pytest.mark.parametrize("concept", ["C01", "C02", "C44", "C49", "C58", "C59", "C60"])
def test_the_case_itself_asks_about_each_concept(concept: str) -> None:
    assert any(
        concept in question.concepts
        for question in coverage.load_questions(ROOT / "solutions" / "u01" / "questions.toml").questions
    )
