from typing import Any

import pytest
import small_course as small

from kamlab.answers.marks import MIME
from kamlab.course.template import template
from kamlab.grading.score import CellScore, score

SOURCE = template(small.source_notebook())
WARNING = {"output_type": "stream", "name": "stderr", "text": "careful"}


def result(text: Any, mark: Any = None) -> dict[str, Any]:  # noqa: ANN401 - whatever a kernel may say
    data = {"text/plain": text} | ({MIME: mark} if mark is not None else {})
    return {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": data}


def scored(*outputs: dict[str, Any]) -> CellScore:
    cells = [
        {**cell, "outputs": list(outputs)} if cell["id"] == "share" else cell for cell in SOURCE["cells"]
    ]
    return next(
        each for each in score(SOURCE, {**SOURCE, "cells": cells}, frozenset()) if each.grade_id == "share"
    )


def mark(**changes: object) -> dict[str, object]:
    return {"grade_id": "share", "points": 2.0, "of": 4.0, "outcome": "near", "given": 1.2} | changes


@pytest.mark.parametrize(
    ("text", "points"), [("0", 0), ("4.0", 4), ("2.67", 2.67), (["2.", "5"], 2.5), ("-0.0", 0)]
)
def test_a_number_between_nought_and_the_maximum_counts(text: object, points: float) -> None:
    assert scored(result(text)).points == points


@pytest.mark.parametrize(
    "text", ["'oops'", "oops", "nan", "inf", "-1", "4.01", "1e9", "", None, "True", "0x4", {}]
)
def test_anything_else_is_zero_with_a_reason(text: object) -> None:
    cell = scored(result(text))
    assert (cell.points, cell.outcome) == (0.0, "failed")
    assert "not a number of points" in str(cell.reason)


def test_no_result_two_results_and_an_error_are_zero_with_a_reason() -> None:
    error = {"output_type": "error", "ename": "NameError", "evalue": "", "traceback": []}
    said = [
        str(scored(*outputs).reason) for outputs in ((), (result("4"), result("4")), (result("4"), error))
    ]
    assert said == [
        "The check gave 0 results instead of one.",
        "The check gave 2 results instead of one.",
        "The check stopped with NameError.",
    ]


def test_a_warning_costs_nothing() -> None:
    assert scored(WARNING, result("4.0")).points == 4.0


def test_a_mark_adds_what_feedback_needs() -> None:
    cell = scored(result("2.0", mark()))
    assert (cell.points, cell.outcome, cell.given) == (2.0, "near", 1.2)
    assert CellScore.from_json(cell.to_json()) == cell


@pytest.mark.parametrize(
    "bad",
    [
        "4",
        mark(points=4.0),
        mark(points="2"),
        mark(points=True),
        mark(points=float("nan")),
        mark(of=40.0),
        mark(outcome="perfect"),
        mark(grade_id="pick"),
    ],
)
def test_a_mark_that_contradicts_the_cell_costs_the_points(bad: object) -> None:
    assert "do not agree" in str(scored(result("2.0", bad)).reason)


def test_an_essay_waits_for_the_trainer_unless_it_was_left_as_released() -> None:
    essays = [
        next(each for each in score(SOURCE, SOURCE, untouched) if each.grade_id == "essay")
        for untouched in (frozenset[str](), frozenset({"essay"}))
    ]
    assert [(each.points, each.outcome) for each in essays] == [(None, "unread"), (0.0, "blank")]
