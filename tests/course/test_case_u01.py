"""Case u01 from end to end: what is right scores full, for every trainee, in the notebook that is graded."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader.utils import determine_grade, is_grade

from kamlab import data
from kamlab.answers.marks import MIME, Mark
from kamlab.answers.session import Case
from kamlab.answers.store import AnswersFile, write
from kamlab.answers.validate import Answer, validate
from kamlab.course import release, truth
from kamlab.course.cases import u01
from kamlab.i18n import translator
from kamlab.models.clv import retention_multiple

ROOT = Path(__file__).parents[2]
CODES = [data.case_code("a secret for these tests", f"trainee{n}") for n in range(25)]
UNIT = truth.load("u01", ROOT)


def ledger(code: str) -> data.Ledger:
    return data.ledger(data.seed_of(code))


def right(code: str) -> dict[str, object]:
    return dict(truth.model_answers("u01", ledger(code), ROOT))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "solutions/u01/questions.toml", tmp_path)
    return tmp_path


def marked(
    folder: Path, code: str, answers: Mapping[str, object], monkeypatch: pytest.MonkeyPatch
) -> dict[str, Mark]:
    monkeypatch.setenv("KAMLAB_TRAINEE_CODE", code)
    write(folder / "answers.json", AnswersFile("u01", 1, "x", code, answers=answers))
    case = Case(folder=folder)
    return {question: UNIT.mark(question, case) for question in case.questions.ids}


@pytest.mark.parametrize("code", CODES)
def test_right_answers_score_full_for_every_trainee(
    folder: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = marked(folder, code, right(code), monkeypatch)
    assert {question: mark.outcome for question, mark in marks.items()} == dict.fromkeys(marks, "right")
    assert sum(mark.points for mark in marks.values()) == 40


def test_right_answers_are_answers_in_the_forms_own_words(folder: Path) -> None:
    case = Case(folder=folder)
    for question, value in right(CODES[0]).items():
        assert isinstance(validate(case.questions[question], value), Answer)


def test_figures_rounded_as_the_question_asks_score_full(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digits = {
        "top-fifth-share": 1,
        "pumps-retention": 1,
        "lifetime-multiple": 2,
        "five-points-worth": -2,
        "low-cost-gain": -3,
    }
    for code in CODES:
        answers = right(code)
        answers |= {
            question: round(float(str(answers[question])), places) for question, places in digits.items()
        }
        marks = marked(folder, code, answers, monkeypatch)
        assert {question: marks[question].outcome for question in digits} == dict.fromkeys(digits, "right")


def test_no_two_trainees_have_the_same_figures() -> None:
    assert len({right(code)["low-cost-gain"] for code in CODES}) == len(CODES)
    assert len({right(code)["top-fifth-share"] for code in CODES}) > len(CODES) - 3


def test_another_trainees_right_answers_score_far_less(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    same_for_all = {"both-sides", "capability-or-factor", "what-decides", "large-loss"}
    marks = marked(folder, CODES[0], right(CODES[1]), monkeypatch)
    own = sum(mark.points for question, mark in marks.items() if question not in same_for_all)
    assert own < 15


def test_nothing_answered_scores_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = marked(folder, CODES[0], {}, monkeypatch)
    assert {(mark.points, mark.outcome) for mark in marks.values()} == {(0.0, "blank")}


def test_figures_that_follow_from_a_wrong_retention_rate_earn_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = 60.0
    multiple, better = retention_multiple(0.60, 0.10), retention_multiple(0.65, 0.10)
    answers = {
        "pumps-retention": own,
        "lifetime-multiple": multiple,
        "five-points-worth": 20000 * (better - multiple),
    }
    marks = marked(folder, CODES[0], answers, monkeypatch)
    assert [marks[question].outcome for question in answers] == ["wrong", "near", "near"]
    assert [marks[question].points for question in answers] == [0, 1.5, 1.5]


@pytest.mark.parametrize("own", [0.0, 95.0, 99.0, 100.0])
def test_a_rate_at_the_edge_breaks_no_mark(folder: Path, own: float, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = marked(folder, CODES[0], {"pumps-retention": own, "five-points-worth": 5.0}, monkeypatch)
    assert marks["five-points-worth"].outcome == "wrong"


def test_the_largest_is_not_always_a_key_account_and_some_account_always_is() -> None:
    chosen = [right(code)["key-accounts"] for code in CODES]
    assert all(chosen)
    assert any("A44" not in str(one) for one in chosen)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_tables_show_the_trainees_own_ledger(lang: str) -> None:
    views = (u01.profit_table, u01.retention_table, u01.five_table, u01.score_table)
    first, second = ([view(ledger(code), translator(lang)) for view in views] for code in CODES[:2])
    assert all(one != other for one, other in zip(first, second, strict=True))
    assert first[0].count("<tr>") == 61


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """The graded notebook of a trainee who has everything right, run in a kernel of its own."""
    work = tmp_path_factory.mktemp("graded")
    for path, text in release.build(ROOT, "u01").source.items():
        (work / Path(path).name).write_text(text, encoding="utf-8")
    write(work / "answers.json", AnswersFile("u01", 1, "x", CODES[0], answers=right(CODES[0])))
    notebook = nbformat.read(work / "case.ipynb", 4)
    os.environ["KAMLAB_TRAINEE_CODE"] = CODES[0]
    try:
        NotebookClient(notebook, resources={"metadata": {"path": str(work)}}, timeout=120).execute()
    finally:
        del os.environ["KAMLAB_TRAINEE_CODE"]
    return notebook


def test_a_complete_right_submission_has_full_marks_from_nbgrader(executed: nbformat.NotebookNode) -> None:
    graded = [determine_grade(cell) for cell in executed.cells if is_grade(cell)]
    automatic = [(points, most) for points, most in graded if points is not None]
    assert all(points == most for points, most in automatic)
    assert sum(points for points, _ in automatic) == 50
    assert [most for points, most in graded if points is None] == [10.0]


def test_every_test_cell_ends_in_a_mark_of_its_own_points(executed: nbformat.NotebookNode) -> None:
    tests = [cell for cell in executed.cells if is_grade(cell) and cell.cell_type == "code"]
    assert len(tests) == 16
    for cell in tests:
        meta, result = cell.metadata.nbgrader, cell.outputs[-1]
        assert result.output_type == "execute_result"
        mark = result.data[MIME]
        assert (mark["grade_id"], mark["of"], mark["outcome"]) == (meta.grade_id, meta.points, "right")


def test_the_right_run_prints_nothing_to_stderr(executed: nbformat.NotebookNode) -> None:
    assert not [
        out
        for cell in executed.cells
        for out in cell.get("outputs", [])
        if out.output_type in {"stream", "error"}
    ]
