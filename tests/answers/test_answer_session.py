import json
from pathlib import Path

import pytest

from kamlab import data
from kamlab.answers import checks
from kamlab.answers.session import Case
from kamlab.answers.store import AnswersFile, write

CODE = data.case_code("a secret for these tests", "li.na")
OTHER = data.case_code("a secret for these tests", "jonas")


def answered(folder: Path, code: str = CODE, **answers: object) -> None:
    named = {key.replace("_", "-"): value for key, value in answers.items()}
    write(folder / "answers.json", AnswersFile("u01", 1, "li.na", code, answers=named))


@pytest.fixture
def graded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the grader prepares it for the trainee whose code is ``CODE``."""
    monkeypatch.setenv("KAMLAB_TRAINEE_CODE", CODE)
    return folder


def test_without_a_code_the_demonstration_ledger_is_used(folder: Path) -> None:
    case = Case(folder=folder)
    assert case.code == ""
    assert case.ledger is data.ledger()


def test_the_code_in_the_answers_file_gives_the_ledger(folder: Path) -> None:
    answered(folder)
    assert Case(folder=folder).ledger.seed == data.seed_of(CODE)


def test_a_code_with_a_typing_error_falls_back_to_the_demonstration_ledger(folder: Path) -> None:
    answered(folder, code="0000-0000-0001")
    assert Case(folder=folder).ledger is data.ledger()


def test_the_graders_code_wins(graded: Path) -> None:
    answered(graded, code="")
    assert Case(folder=graded).ledger.seed == data.seed_of(CODE)


def test_a_saved_answer_is_open_for_scoring(graded: Path) -> None:
    answered(graded, loss_makers="１２ 家")
    start = Case(folder=graded).start("loss-makers", 12.0)
    assert (start.given, start.of, start.unit, start.reason) == (12.0, 2, "accounts", "type")


def test_no_file_at_all_is_blank(graded: Path) -> None:
    assert Case(folder=graded).start("loss-makers", 12.0).outcome == "blank"


def test_an_answer_out_of_its_form_is_refused(graded: Path) -> None:
    answered(graded, loss_makers=1e12)
    start = Case(folder=graded).start("loss-makers", 1e12)
    assert (start.outcome, start.reason, start.points) == ("refused", "form", 0)


def test_another_trainees_file_is_refused_by_name(graded: Path) -> None:
    answered(graded, code=OTHER, loss_makers=12.0)
    case = Case(folder=graded)
    start = case.start("loss-makers", 12.0)
    assert (start.outcome, start.reason, start.given) == ("refused", "trainee", None)
    assert case.value("loss-makers") is None


def test_a_damaged_file_is_refused_and_left_where_it_is(graded: Path) -> None:
    (graded / "answers.json").write_text("{")
    start = Case(folder=graded).start("loss-makers", 12.0)
    assert (start.outcome, start.reason) == ("refused", "damaged")
    assert (graded / "answers.json").read_text() == "{"


def test_another_units_file_is_refused(graded: Path) -> None:
    write(graded / "answers.json", AnswersFile("u02", 1, code=CODE, answers={"loss-makers": 12.0}))
    assert Case(folder=graded).start("loss-makers", 12.0).reason == "unit"


def test_a_check_says_what_is_saved_and_not_whether_it_is_right(folder: Path) -> None:
    answered(folder, loss_makers=12.0)
    check = checks.answered(Case(folder=folder), "loss-makers")
    assert check.ready
    assert repr(check).startswith("Question 2: 12 accounts. The form and the unit are right.")


def test_a_check_names_what_is_missing_or_cannot_be_read(folder: Path) -> None:
    answered(folder, loss_makers="a dozen")
    case = Case(folder=folder)
    assert repr(checks.answered(case, "what-decides")) == "Question 13: not answered yet."
    assert "cannot be read as an answer. 'a dozen' is not a number" in repr(
        checks.answered(case, "loss-makers")
    )


def test_a_check_flags_an_answer_to_an_older_case(folder: Path) -> None:
    write(
        folder / "answers.json",
        AnswersFile("u01", 1, answers={"loss-makers": 12.0}, older={"loss-makers": 1}),
    )
    check = checks.answered(Case(folder=folder), "loss-makers")
    assert not check.ready
    assert "earlier version" in repr(check)


def test_what_a_trainee_typed_is_escaped_where_it_is_shown(folder: Path) -> None:
    answered(folder, loss_makers="<script>1</script>")
    assert "<script>" not in checks.answered(Case(folder=folder), "loss-makers")._repr_html_()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (None, "Not there yet"),
        (5, "Not there yet"),
        ({"a": 1}, "1 figures are missing or are no numbers: b"),
        ({"a": 1, "b": "2"}, "1 figures are missing or are no numbers: b"),
        ({"a": 1, "b": 2, "c": 3}, "1 rows too many"),
        ({"a": 1, "b": 2.5}, "There is a number for each of the 2 rows"),
    ],
)
def test_a_check_of_figures_says_what_lacks(folder: Path, made: object, said: str) -> None:
    assert said in repr(checks.figures(Case(folder=folder).t, made, "profit", ["a", "b"]))


def test_figures_are_read_from_series_and_frames_as_plain_numbers() -> None:
    pd = pytest.importorskip("pandas")
    series = pd.Series({"A01": 1.5, "A02": 2.0})
    for table in (series, series.rename("profit").to_frame(), {"A01": 1.5, "A02": 2.0}):
        found = checks.figures_of(table, "profit")
        assert found == {"A01": 1.5, "A02": 2.0}
        json.dumps(found)


def test_figures_with_an_index_or_columns_used_twice_are_none() -> None:
    pd = pytest.importorskip("pandas")
    assert checks.figures_of(pd.Series([1, 2], index=["A01", "A01"]), "profit") is None
    assert checks.figures_of(pd.DataFrame([[1, 2]], columns=["profit", "profit"]), "profit") is None
    assert checks.figures_of(pd.DataFrame({"other": [1]}), "profit") is None
