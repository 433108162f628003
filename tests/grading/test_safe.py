import json
from typing import Any

import pytest

from kamlab.answers.marks import MIME
from kamlab.grading.safe import plain_words, safe_notebook, safe_outputs


def shown(output: dict[str, Any]) -> str:
    cell = {
        "cell_type": "code",
        "metadata": {},
        "source": "",
        "outputs": [output],
        "execution_count": "<script>",
    }
    made = safe_notebook({"metadata": {"widgets": {"a": 1}}, "cells": [cell]})
    assert made["metadata"] == {}
    assert made["cells"][0]["execution_count"] is None
    return str(made["cells"][0]["outputs"][0])


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "display_data", "data": {"text/html": "<script>"}, "metadata": {"x": "<script>"}},
        {"output_type": "display_data", "data": {"application/javascript": "<script>"}},
        {"output_type": "display_data", "data": {"image/svg+xml": "<script>"}},
        {"output_type": "display_data", "data": {"text/markdown": "<script>", "text/latex": "<script>"}},
        {"output_type": "display_data", "data": {"image/png": '"><script>'}},
        {"output_type": "execute_result", "data": "<script>", "execution_count": "<script>"},
        {"output_type": "<script>", "data": None},
        {"output_type": "stream", "name": "<script>", "text": "a"},
        {"output_type": "error", "traceback": "<script>", "ename": None, "evalue": 3},
    ],
)
def test_nothing_that_a_page_could_run_is_left_in_an_output(output: dict[str, Any]) -> None:
    assert "<script>" not in shown(output)


def test_a_picture_and_a_text_stay() -> None:
    picture = {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo=", "text/plain": "a < b"}}
    assert "iVBORw0KGgo=" in shown(picture)
    assert "a < b" in shown(picture)


def test_an_essay_keeps_its_emphasis_and_loses_its_html() -> None:
    role = {"nbgrader": {"solution": True, "grade_id": "essay"}}
    cell = {
        "cell_type": "markdown",
        "metadata": role,
        "source": ["**a** <img src=x>", "\n$\\href{x}{y}$ ![](z)"],
    }
    text = safe_notebook({"metadata": {}, "cells": [cell]})["cells"][0]["source"]
    assert text == "**a** &lt;img src=x>\n$＼href{x}{y}$ !&#91;](z)"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\x1b]0;title\x07", "?]0;title?"),
        ("\u202egnp.exe", "?gnp.exe"),
        ("half \ud800 letter", "half ? letter"),
        ("two\nlines\tof 文字", "two\nlines\tof 文字"),
        ("\x00\x7f\x9b\u2028", "????"),
    ],
)
def test_what_steers_a_terminal_becomes_a_question_mark(text: str, plain: str) -> None:
    assert plain_words(text) == plain


def deep(levels: int) -> object:
    value: object = "end"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
        ("\ud800", "?"),
        ({"\udfff": [1.5, True, None]}, {"?": [1.5, True, None]}),
        (deep(3), deep(3)),
    ],
)
def test_a_mark_holds_only_what_every_reader_can_read(given: object, kept: object) -> None:
    output = {"output_type": "execute_result", "data": {"text/plain": "1.0", MIME: {"given": given}}}
    [safe] = safe_outputs([output], marks=True)
    assert safe["data"][MIME] == {"given": kept}
    assert MIME not in safe_outputs([output])[0]["data"]


def test_a_mark_that_is_too_deep_ends_in_dots() -> None:
    output = {"output_type": "execute_result", "data": {MIME: {"given": deep(30)}}}
    [safe] = safe_outputs([output], marks=True)
    assert "…" in json.dumps(safe, ensure_ascii=False)
    assert json.dumps(safe).count("[") < 30


def test_whatever_is_sent_in_place_of_outputs_gives_outputs() -> None:
    assert safe_outputs({"not": "a list"}) == []
    assert safe_outputs([1, "two", None]) == []
    assert len(safe_outputs([{"output_type": "stream", "text": "x"}] * 300)) == 200
