from typing import Any

import pytest

from kamlab.grading.safe import safe_notebook


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
