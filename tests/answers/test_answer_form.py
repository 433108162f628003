"""The form without a browser: what the controls send and what the lines say."""

from collections.abc import Iterator
from pathlib import Path

import ipywidgets as widgets
import pytest

from kamlab import data
from kamlab.answers import form
from kamlab.answers.session import Case
from kamlab.answers.store import AnswersFile, read, write

CODE = data.case_code("a secret for these tests", "li.na")


def inside(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def control(widget: widgets.Widget, name: str) -> widgets.Widget:
    return next(one for one in inside(widget) if getattr(one, "description", None) == name)


def words(widget: widgets.Widget) -> str:
    return " ".join(one.value for one in inside(widget) if isinstance(one, widgets.HTML))


def test_a_number_is_saved_while_it_is_typed(folder: Path) -> None:
    shown = form.questions(Case(folder=folder), "loss-makers")
    control(shown, "Answer 2").value = "１２"
    assert read(folder / "answers.json").answers == {"loss-makers": 12.0}
    assert "Answer: 12 accounts" in words(shown)
    assert "Saved " in words(shown)
    assert "Answered 1 of 14." in words(shown)


def test_a_slip_is_named_and_the_answer_saved_before_stays(folder: Path) -> None:
    shown = form.questions(Case(folder=folder), "loss-makers")
    control(shown, "Answer 2").value = "12"
    control(shown, "Answer 2").value = "12 or so"
    assert "Not saved: " in words(shown)
    assert "The answer saved before stays: 12 accounts." in words(shown)
    assert read(folder / "answers.json").answers == {"loss-makers": 12.0}


def test_an_emptied_field_takes_the_answer_back(folder: Path) -> None:
    shown = form.questions(Case(folder=folder), "loss-makers")
    control(shown, "Answer 2").value = "12"
    control(shown, "Answer 2").value = ""
    assert read(folder / "answers.json").answers == {}
    assert "Not answered yet." in words(shown)


def test_choices_rankings_and_accounts_are_saved_by_id(folder: Path) -> None:
    shown = form.questions(Case(folder=folder))
    control(
        shown, "Its owner spends an evening choosing the right drive, which our engineer used to do."
    ).value = True
    control(shown, "Answer 13").value = "customers"
    for place, account in enumerate(("A05", "A04", "A03", "A02", "A01"), 1):
        control(shown, f"Answer 7, place {place}").value = account
    control(shown, "Add to answer 8").value = "A44"
    control(shown, "Add to answer 8").value = "A03"
    assert read(folder / "answers.json").answers == {
        "both-sides": ["own-search"],
        "what-decides": "customers",
        "lifetime-ranking": ["A05", "A04", "A03", "A02", "A01"],
        "key-accounts": ["A03", "A44"],
    }


def test_a_form_opened_again_shows_what_was_saved(folder: Path) -> None:
    saved = {
        "loss-makers": 12.0,
        "what-decides": "customers",
        "key-accounts": ["A44"],
        "both-sides": ["wrong-part"],
    }
    write(folder / "answers.json", AnswersFile("u01", 1, answers=saved))
    shown = form.questions(Case(folder=folder))
    assert control(shown, "Answer 2").value == "12"
    assert control(shown, "Answer 13").value == "customers"
    assert control(shown, "Answer 8").value == "A44"
    assert read(folder / "answers.json").answers == saved


def test_an_answer_to_an_older_case_is_shown_with_its_flag(folder: Path) -> None:
    questions = (folder / "questions.toml").read_text().replace("version = 1", "version = 2", 1)
    write(folder / "answers.json", AnswersFile("u01", 1, answers={"loss-makers": 12.0}))
    (folder / "questions.toml").write_text(questions)
    shown = form.questions(Case(folder=folder), "loss-makers")
    assert "saved for version 1 of the case" in words(shown)
    control(shown, "Answer 2").value = "13"
    assert "saved for version 1" not in words(shown)


def test_a_damaged_file_is_named_on_the_form(folder: Path) -> None:
    (folder / "answers.json").write_text("{")
    assert "It is kept as answers.damaged-1.json" in words(form.questions(Case(folder=folder), "loss-makers"))


def test_a_full_disk_is_said_in_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = form.questions(Case(folder=folder), "loss-makers")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    control(shown, "Answer 2").value = "12"
    assert "No space left on device" in words(shown)


def test_the_code_is_checked_and_brings_the_trainees_own_tables(folder: Path) -> None:
    case = Case(folder=folder)
    table = form.show(case, lambda ledger, _: f"seed {ledger.seed}")
    identity = form.identity(case)
    assert "Demonstration ledger" in table.value
    control(identity, "Your trainee id").value = "li.na"
    control(identity, "Your case code").value = CODE[:-1]
    assert "needs 12" in words(identity)
    control(identity, "Your case code").value = CODE.lower().replace("-", " ")
    assert f"Case code {CODE} is right" in words(identity)
    assert table.value == f"seed {data.seed_of(CODE)}"
    assert (read(folder / "answers.json").trainee, read(folder / "answers.json").code) == ("li.na", CODE)


def test_a_changed_code_keeps_the_earlier_answers_in_a_file_that_it_names(folder: Path) -> None:
    case = Case(folder=folder)
    shown, identity = form.questions(case, "loss-makers"), form.identity(case)
    control(shown, "Answer 2").value = "12"
    control(identity, "Your case code").value = CODE
    assert "earlier answers are kept in answers.demo-1.json" in words(identity)
    assert "Answered 0 of 14." in words(shown)
    assert control(shown, "Answer 2").value == ""


def test_a_hostile_saved_answer_is_escaped(folder: Path) -> None:
    write(folder / "answers.json", AnswersFile("u01", 1, answers={"loss-makers": "<img src=x onerror=1>"}))
    assert "<img" not in words(form.questions(Case(folder=folder), "loss-makers"))


def test_emptying_one_field_leaves_what_stands_in_another(folder: Path) -> None:
    shown = form.questions(Case(folder=folder), "loss-makers", "pumps-retention")
    control(shown, "Answer 2").value = "12"
    control(shown, "Answer 4").value = "about 80"
    control(shown, "Answer 2").value = ""
    assert control(shown, "Answer 4").value == "about 80"
