from pathlib import Path

import pytest

from kamlab.answers.questions import QuestionSet
from kamlab.answers.questions_file import load_questions
from kamlab.errors import AnswerError

HEAD = 'unit = "u09"\nversion = 2\ntitle.en = "A case"\ntitle.zh = "案例"\n'
NUMBER = """
[[question]]
id = "share"
kind = "number"
unit = "%"
min = 0
max = 100
points = 2
concepts = ["C44"]
prompt.en = "How much?"
prompt.zh = "多少？"
help.en = "In per cent."
help.zh = "以百分比作答。"
"""


def loaded(path: Path, text: str) -> QuestionSet:
    file = path / "questions.toml"
    file.write_text(text, encoding="utf-8")
    return load_questions(file)


def refused(path: Path, text: str) -> str:
    with pytest.raises(AnswerError) as caught:
        loaded(path, text)
    return str(caught.value)


def test_a_question_is_read_with_both_languages(tmp_path: Path) -> None:
    question = loaded(tmp_path, HEAD + NUMBER)["share"]
    assert (question.prompt.in_language("en"), question.prompt.in_language("zh")) == ("How much?", "多少？")
    assert (question.minimum, question.maximum, question.unit, question.points) == (0, 100, "%", 2)


def test_every_kind_occurs_in_the_first_case_but_text(questions: QuestionSet) -> None:
    assert {question.kind for question in questions.questions} == {
        "number",
        "accounts",
        "ranking",
        "choice",
        "choices",
    }


def test_a_question_on_accounts_offers_all_sixty_by_name(questions: QuestionSet) -> None:
    options = questions["costliest-account"].options
    assert len(options) == 60
    assert "Nordlys Appliances (A44)" in {option.label.en for option in options}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('prompt.zh = "多少？"\n', "", "question 'share': 'prompt.zh' is missing"),
        ('prompt.en = "How much?"', 'prompt.en = "  "', "question 'share': 'prompt.en' is missing"),
        ('kind = "number"', 'kind = "colour"', "'kind' must be one of"),
        ('kind = "number"', 'kind = "choice"', "'options' are missing"),
        ("min = 0", "min = 101", "'min' is greater than 'max'"),
        ("min = 0\n", "", "'min' and 'max' must be given"),
        ("points = 2", "points = 0", "'points' must be a number above 0"),
        ("points = 2", "points = true", "'points' must be a number"),
        ('id = "share"', 'id = "Share!"', "'id' must be small letters"),
        ('["C44"]', "[]", "'concepts' must name at least one"),
        ("[[question]]", "[question]", "'question' must be given at least once"),
        ('unit = "%"', "unit = 5", "'unit' must be a text"),
        ('help.en = "In per cent."', 'help.en = "In per cent."\noptions = ["A01"]', "do not belong"),
    ],
)
def test_a_wrong_question_is_named_with_its_fix(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in NUMBER
    message = refused(tmp_path, HEAD + NUMBER.replace(old, new, 1))
    assert "questions.toml" in message
    assert said in message


def test_two_questions_of_one_id_are_refused(tmp_path: Path) -> None:
    assert "two questions are called 'share'" in refused(tmp_path, HEAD + NUMBER + NUMBER)


def test_an_account_that_the_ledger_lacks_is_refused_as_an_option(tmp_path: Path) -> None:
    text = NUMBER.replace('"number"', '"accounts"').replace(
        "points = 2", 'points = 2\noptions = ["A01", "A99"]'
    )
    assert "'A99', which the ledger does not hold" in refused(tmp_path, HEAD + text)


def test_an_option_without_its_chinese_is_refused(tmp_path: Path) -> None:
    text = NUMBER.replace('"number"', '"choice"') + '[[question.options]]\nid = "aa"\nlabel.en = "A"\n'
    assert "option 'aa': 'label.zh' is missing" in refused(tmp_path, HEAD + text)


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    assert "not valid TOML" in refused(tmp_path, "unit = ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="cannot be read"):
        load_questions(tmp_path / "questions.toml")


def test_an_unknown_question_is_named(questions: QuestionSet) -> None:
    with pytest.raises(AnswerError, match="no question 'nowhere'"):
        _ = questions["nowhere"]
