import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamlab.answers.numbers import parse_number
from kamlab.answers.questions import Question, QuestionSet, Text
from kamlab.answers.validate import Answer, Problem, say, validate
from kamlab.i18n import translator

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def value(question: Question, raw: object) -> object:
    found = validate(question, raw)
    assert isinstance(found, Answer), found
    return found.value


def problem(question: Question, raw: object) -> str:
    found = validate(question, raw)
    assert isinstance(found, Problem), found
    return say(found, translator("en"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12.5", 12.5),
        ("12 %", 12.0),
        ("12%", 12.0),
        ("12 per cent", 12.0),
        ("１２．５％", 12.5),
        ("１２。５", 12.5),
        ("  12.5  ", 12.5),
        ("-3", -3.0),
        ("−3", -3.0),
        ("+3", 3.0),
        (".5", 0.5),
        ("12.", 12.0),
        (12, 12.0),
        (12.25, 12.25),
    ],
)
def test_a_share_in_per_cent_is_read_as_people_type_it(typed: object, meant: float) -> None:
    assert parse_number(typed, "%") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,234.5", 1234.5),
        ("1，234，567", 1234567.0),
        ("1 234 567", 1234567.0),
        ("1\u202f234", 1234.0),
        ("1'234", 1234.0),
        ("EUR 1,234", 1234.0),
        ("€1,234", 1234.0),
        ("1,234 EUR", 1234.0),
        ("1234 欧元", 1234.0),
        ("12万", 120000.0),
        ("12.5 万欧元", 125000.0),
        ("-1,234", -1234.0),
    ],
)
def test_a_sum_is_read_with_its_currency_and_thousands(typed: str, meant: float) -> None:
    assert parse_number(typed, "EUR") == meant


@pytest.mark.parametrize(
    ("typed", "unit", "said"),
    [
        ("12,5", "EUR", "Commas only group thousands"),
        ("1,23,456", "EUR", "Commas only group thousands"),
        ("1e9", "EUR", "without powers of ten"),
        ("nan", "EUR", "is not a number that an account can have"),
        ("-Infinity", "EUR", "is not a number that an account can have"),
        ("twelve", "%", "is not a number: write digits"),
        ("12 or 13", "%", "more than one number"),
        ("1.2.3", "%", "is not a number"),
        ("12 EUR", "%", "The unit asked for is %, not 'EUR'"),
        ("12 %", "", "has no unit"),
        ("1" * 41, "%", "too long for a number"),
        (True, "%", "not yes or no"),
        (None, "%", "must be a number"),
        ([12], "%", "must be a number"),
        (math.inf, "%", "is not a number that an account can have"),
        (math.nan, "%", "is not a number that an account can have"),
        (10**400, "%", "is not a number that an account can have"),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(typed: object, unit: str, said: str) -> None:
    found = parse_number(typed, unit)
    assert isinstance(found, Problem)
    assert said in say(found, translator("en"))


def test_a_share_below_one_per_cent_is_taken_literally_with_a_hint(questions: QuestionSet) -> None:
    found = validate(questions["pumps-retention"], "0.12")
    assert isinstance(found, Answer)
    assert found.value == 0.12
    assert found.hint is not None
    assert say(found.hint, translator("en")) == "Read as 0.12 %. If you mean 12 %, type 12."


def test_a_number_outside_its_range_is_refused_with_the_range(questions: QuestionSet) -> None:
    assert problem(questions["loss-makers"], "61") == "61 lies outside 0 to 60 accounts."


def test_a_choice_is_one_of_the_options(questions: QuestionSet) -> None:
    assert value(questions["what-decides"], "customers") == "customers"
    assert problem(questions["what-decides"], "nobody") == "Choose one of the options."
    assert problem(questions["what-decides"], ["customers"]) == "Choose one of the options."


def test_choices_are_kept_in_the_order_shown(questions: QuestionSet) -> None:
    assert value(questions["both-sides"], ["wrong-part", "own-search"]) == ("own-search", "wrong-part")
    assert "not one of the options" in problem(questions["both-sides"], ["own-search", "else"])
    assert "given twice" in problem(questions["both-sides"], ["own-search", "own-search"])


def test_a_ranking_fills_every_place_and_keeps_its_order(questions: QuestionSet) -> None:
    question = questions["lifetime-ranking"]
    assert value(question, ["A05", "A01", "A04", "A02", "A03"]) == ("A05", "A01", "A04", "A02", "A03")
    assert problem(question, ["A05", "A01"]) == "Fill 5 places: 2 are filled."
    assert "given twice" in problem(question, ["A05", "A05", "A01", "A02", "A03"])


def test_accounts_are_read_by_id_and_by_name_from_either_keyboard(questions: QuestionSet) -> None:
    question = questions["key-accounts"]
    assert value(question, "a44，Ａ０３；Isar Klima") == ("A03", "A30", "A44")
    assert value(question, ["A44"]) == ("A44",)
    assert problem(question, "A44, A61") == "'A61' is not one of the options."
    assert problem(question, "A44, nordlys  appliances") == "'A44' is given twice."


def test_the_count_of_accounts_is_checked(questions: QuestionSet) -> None:
    assert problem(questions["accounts-to-decline"], "A01, A02") == "Choose exactly 5: 2 are chosen."
    everyone = ", ".join(f"A{n:02d}" for n in range(1, 14))
    assert problem(questions["key-accounts"], everyone) == "Choose 1 to 12: 13 are chosen."


def test_a_text_has_its_length_checked() -> None:
    question = Question(
        "why", "text", Text("Why?", "为什么？"), Text("Say.", "请说。"), 1, minimum=3, maximum=10
    )
    assert value(question, "  因为值得  ") == "因为值得"
    assert "3 to 10 characters" in problem(question, "no")
    assert problem(question, 5) == "This must be a text."


@pytest.mark.parametrize("raw", [None, "", "   ", [], ()])
def test_nothing_is_not_an_answer(questions: QuestionSet, raw: object) -> None:
    for question in questions.questions:
        assert problem(question, raw) == "Not answered yet."


@given(raw=JSON)
def test_any_json_is_an_answer_or_a_problem_and_never_an_error(questions: QuestionSet, raw: object) -> None:
    for question in questions.questions:
        found = validate(question, raw)
        if isinstance(found, Problem):
            assert say(found, translator("en"))
        else:
            assert validate(question, found.value) == found
