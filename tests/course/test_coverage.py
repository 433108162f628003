"""Whether the course teaches, exercises and examines the source text's concepts, with the models for them."""

import ast
import shutil
from pathlib import Path

import pytest

import kamlab.widgets
from kamlab.answers.questions_file import load_questions
from kamlab.course import coverage
from kamlab.widgets import units

ROOT = Path(__file__).parents[2]
#: The models that a unit's exercises turn on.
MODELS = {
    "u01": {"clv", "cost_to_serve", "portfolio"},
    "u02": {"evc", "service"},
    "u03": {"evc", "procurement", "repeated_game"},
    "u04": {"repeated_game", "gainshare", "holdup", "coalition"},
    "u05": {"coalition", "procurement", "pooling", "continuity"},
    "u06": {"bullwhip", "crossholding", "benchmark", "balance"},
    "u07": {"supplier_development", "holdup", "portfolio"},
    "u08": {"joint_lot", "continuity", "cost_to_serve"},
    "u09": {"spatial"},
    "u10": {"convergence", "supersession", "careers"},
}
every = pytest.mark.parametrize("unit", units())


@every
def test_a_unit_teaches_exercises_and_examines_each_of_its_concepts(unit: str) -> None:
    assert coverage.gaps(ROOT, unit) == ()


@every
def test_a_unit_has_a_quiz_question_for_each_of_its_concepts(unit: str) -> None:
    quiz = {
        concept
        for one in units()[unit]
        for entry in one.entries()
        if entry.kind == "quiz-question"
        for concept in entry.concepts
    }
    own = {concept.id for concept in coverage.concepts(unit)}
    assert own <= quiz


@every
def test_a_unit_has_eight_questions_or_more_of_more_than_one_kind(unit: str) -> None:
    quiz = next(one for one in units()[unit] if one.name == "quiz")
    kinds = {
        (type(one).__name__, getattr(one, "many", False))
        for one in quiz.questions  # type: ignore[attr-defined]  # a quiz has them
    }
    assert sum(entry.kind == "quiz-question" for entry in quiz.entries()) >= 8
    assert len(kinds) >= 2


@every
def test_each_model_of_a_unit_drives_one_of_its_exercises(unit: str) -> None:
    assert MODELS[unit] <= imported(unit)


def imported(unit: str) -> set[str]:
    """Return the modules of ``kamlab.models`` that the unit's exercises import, figures and quiz apart."""
    folder = Path(kamlab.widgets.__path__[0]) / unit
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py") if path.stem != "figures"
    ]
    names = {
        node.module
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
    }
    return {name.split(".")[2] for name in names if name.startswith("kamlab.models.")}


def test_every_concept_belongs_to_a_unit_of_the_course() -> None:
    found = [concept.id for n in range(1, 11) for concept in coverage.concepts(f"u{n:02d}")]
    assert sorted(found) == [f"C{n:02d}" for n in range(1, 65)]


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
        for question in load_questions(ROOT / "solutions" / "u01" / "questions.toml").questions
    )
