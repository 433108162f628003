import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import small_course as small

from kamlab.errors import CourseError
from kamlab.grading.case import Case, load_case
from kamlab.grading.remarks import Remark
from kamlab.grading.results import Result
from kamlab.grading.roster import Person
from kamlab.grading.score import CellScore
from kamlab.grading.standing import Standing
from kamlab.reports.feedback import page
from kamlab.reports.rubric import rubric
from kamlab.reports.texts import Texts, read_texts

TEXTS = read_texts(
    """
[default]
section = "nowhere"
blank.en = "You did not answer. Right is {expected}."
refused.form.en = "'{given}' is no answer."
[share]
section = "concept-c44"
right.en = "Right: {expected} %."
near.en = "Nearly: {expected} %."
near.zh = "接近：{expected} %。"
[pick]
wrong.en = "It is {expected}."
""".encode()
)
STANDING = Standing(6.0, 14.0, 0.0, 0.0, pending=True, manual={}, comments={})


@pytest.fixture
def case(tmp_path: Path) -> Case:
    sections = {"concept-c44": {"en": "Profit", "zh": "利润"}}
    return replace(load_case(small.make_course(tmp_path), "u01"), sections=sections)


def result(**changes: object) -> Result:
    scores = (
        CellScore("share", 2.0, 4.0, "near", given=1.2, expected=120.0, unit="%"),
        CellScore("pick", 0.0, 2.0, "wrong", given="first", expected="second"),
        CellScore("test-total", 4.0, 4.0, "right"),
        CellScore("essay", None, 4.0, "unread"),
    )
    texts = {"total": "def total(values):\n    return sum(values)", "essay": "I would choose <few> & well."}
    made = Result(Person("ada", "Ada", "Löv"), "key", "ada", None, scores, texts=texts)
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of the dataclass above


class Read(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.words += " " if tag in {"dd", "dt", "p", "figcaption", "pre"} else ""

    def handle_data(self, data: str) -> None:
        self.words += data


def words(html: str) -> str:
    return " ".join(Read(html).words.split())


def test_each_question_has_answer_verdict_reason_and_way_on(case: Case) -> None:
    text = words(page(case, TEXTS, result(), STANDING))
    assert "1. What share? Partly right 2 of 4 points Your answer 1.2 % Nearly: 120 %." in text
    assert "Read on: chapter “One”, section “Profit”" in text
    assert "Your answer The first It is The second." in text
    assert "Your trainer will read this and give up to 4 points." in text
    assert "6 of 14 points" in text


def test_the_page_speaks_the_trainees_language(case: Case) -> None:
    html = page(case, TEXTS, result(lang="zh"), STANDING)
    assert '<html lang="zh-CN">' in html
    assert "接近：120 %。" in html
    assert "小案例" in html


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}{given}"]
)
def test_whatever_a_trainee_wrote_is_shown_as_text(case: Case, nasty: str) -> None:
    odd = CellScore("share", 0.0, 4.0, "refused", given=nasty, why="form", expected=1.0)
    blank = result()
    html = page(
        case,
        TEXTS,
        replace(blank, scores=(odd, *blank.scores[1:]), texts={"essay": nasty, "total": nasty}),
        replace(STANDING, comments={"essay": nasty}),
    )
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "section",
        "nav",
        "article",
    }
    allowed |= {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "span", "dl", "dt", "dd"}
    allowed |= {"figure", "figcaption", "pre", "caption", "strong", "footer"}
    read = Read(html)
    assert {tag for tag, _ in read.tags} <= allowed
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert nasty in read.words


def test_the_page_loads_nothing_and_allows_nothing(case: Case) -> None:
    html = page(case, TEXTS, result(), STANDING)
    assert "default-src 'none'" in html
    assert re.findall(r"https?://|<script|<link|<img", html) == []


def test_no_hidden_test_and_no_solution_of_ours_is_on_the_page(case: Case) -> None:
    html = page(case, TEXTS, result(texts={}), STANDING)
    assert "hidden figure" not in html
    assert "return sum" not in html


def test_a_submission_that_could_not_be_graded_says_why_and_what_to_do(case: Case) -> None:
    fault = Remark("The notebook cannot be read: it is damaged.")
    text = words(page(case, TEXTS, result(fault=fault), replace(STANDING, score=0.0)))
    assert "The notebook cannot be read: it is damaged. Nothing is lost" in text
    assert "What share?" not in text


def test_a_trainers_mark_and_comment_are_shown(case: Case) -> None:
    standing = replace(STANDING, manual={"essay": 3.5}, comments={"essay": "Well argued."}, pending=False)
    text = words(page(case, TEXTS, result(), standing))
    assert "Read by your trainer 3.5 of 4 points" in text
    assert "Your trainer writes: Well argued." in text
    assert "still reads" not in text


def test_lateness_a_penalty_and_remarks_are_told(case: Case) -> None:
    standing = replace(STANDING, seconds_late=93_784.0, penalty=2.0)
    text = words(
        page(case, TEXTS, result(remarks=(Remark("A remark."),), error=Remark("It stopped.")), standing)
    )
    for said in (
        "1 days and 2 hours after the deadline",
        "2 points were taken off",
        "A remark.",
        "It stopped.",
    ):
        assert said in text
    assert "1 hours and 1 minutes" in words(
        page(case, TEXTS, result(), replace(STANDING, seconds_late=3700.0))
    )


def test_a_cell_left_alone_and_a_cell_without_result_are_told_apart(case: Case) -> None:
    blank = CellScore("test-total", 0.0, 4.0, "blank", expected={"a": 1.0})
    left = result(scores=(blank,), untouched=frozenset({"total"}))
    assert "You left this cell as it was." in words(page(case, TEXTS, left, STANDING))
    assert "Your cell left no result" in words(page(case, TEXTS, result(scores=(blank,)), STANDING))


def test_a_rubric_is_the_table_above_the_essay() -> None:
    above = {
        "cell_type": "markdown",
        "metadata": {},
        "source": "Mark:\n\n| points | level |\n|---|---|\n| 9 | **Good.** Yes |",
    }
    essay = {"cell_type": "markdown", "metadata": {"nbgrader": {"grade_id": "essay"}}, "source": ""}
    assert rubric({"cells": [above, essay]}, "essay") == [["points", "level"], ["9", "Good. Yes"]]
    assert rubric({"cells": [essay]}, "essay") == []


def test_texts_fall_back_to_the_default_and_a_damaged_file_is_named() -> None:
    assert TEXTS.why("pick", ("blank",), "en").startswith("You did not answer")
    assert TEXTS.why("pick", ("near",), "en") == ""
    assert Texts({}).section("pick") == ""
    with pytest.raises(CourseError, match="not valid TOML"):
        read_texts(b"= broken")
