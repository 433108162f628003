"""What a case shows at grading, where there is no form."""

from pathlib import Path

import pytest

from kamlab import data
from kamlab.answers import form
from kamlab.answers.session import CODE_VARIABLE, Case
from kamlab.answers.store import AnswersFile, write
from kamlab.errors import AnswerError

CODE = data.case_code("a secret for these tests", "li.na")


@pytest.fixture
def handed_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    given = {"loss-makers": 12, "key-accounts": ["<b>nobody</b>"], "top-fifth-share": "twelve"}
    file = AnswersFile("u01", 1, "li.na", CODE, "en", "2027-03-01T14:03:00+01:00", given)
    write(folder / "answers.json", file)
    monkeypatch.setenv(CODE_VARIABLE, CODE)
    return folder


def test_saved_answers_are_said_in_words_with_their_questions(handed_in: Path) -> None:
    lines = repr(form.questions(Case(folder=handed_in), "loss-makers", "costliest-account")).splitlines()
    assert lines[0].startswith("2. ")
    assert lines[1] == "   Answer: 12 accounts"
    assert lines[3] == "   —"


def test_an_answer_that_is_none_says_why(handed_in: Path) -> None:
    shown = repr(form.questions(Case(folder=handed_in), "top-fifth-share"))
    assert "number" in shown


def test_in_chinese_the_words_are_chinese(handed_in: Path) -> None:
    assert "答案：12" in repr(form.questions(Case(lang="zh", folder=handed_in), "loss-makers"))


def test_the_trainee_and_her_code_are_named_and_figures_are_not_drawn(handed_in: Path) -> None:
    case = Case(folder=handed_in)
    assert repr(form.identity(case)) == f"li.na · {CODE} · Saved 14:03"
    assert CODE in repr(form.show(case, lambda _ledger, _t: "<table>drawn</table>"))


def test_a_question_that_the_case_does_not_have_is_an_error_here_too(handed_in: Path) -> None:
    with pytest.raises(AnswerError, match="no question 'other'"):
        form.questions(Case(folder=handed_in), "other")
