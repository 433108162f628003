import json
from typing import Any

import pytest
import small_course as small

from kamlab.errors import SubmissionError
from kamlab.grading.case import stub_texts, template
from kamlab.grading.limits import LIMITS
from kamlab.grading.rebuild import Notebook, Rebuilt, rebuild

SOURCE = template(small.source_notebook())


def rebuilt(data: bytes) -> Rebuilt:
    return rebuild(SOURCE, data, stub_texts([SOURCE]))


def cells(notebook: Notebook) -> dict[str, dict[str, Any]]:
    return {cell["id"]: cell for cell in notebook["cells"]}


def test_the_template_holds_the_hidden_tests_and_no_solution() -> None:
    assert "the hidden figure" in cells(SOURCE)["test-total"]["source"]
    assert "sum(values)" not in cells(SOURCE)["total"]["source"]


def test_only_the_text_of_solution_cells_is_taken() -> None:
    handed_in = json.loads(small.notebook(total="    return 1"))
    for cell in handed_in["cells"]:
        cell["metadata"]["tags"] = ["skip-execution"]
        if cell["id"] == "test-total":
            cell["source"] = "4.0"
            cell["metadata"]["nbgrader"]["points"] = 400
    result = rebuilt(json.dumps(handed_in).encode()).notebook
    assert "return 1" in cells(result)["total"]["source"]
    assert cells(result)["test-total"] == cells(SOURCE)["test-total"]
    assert cells(result)["total"]["metadata"] == cells(SOURCE)["total"]["metadata"]


def test_added_dropped_and_reordered_cells_change_nothing() -> None:
    handed_in = json.loads(small.notebook())
    handed_in["cells"] = [small.code("extra", "raise SystemExit"), *reversed(handed_in["cells"])]
    result = rebuilt(json.dumps(handed_in).encode()).notebook
    assert [cell["id"] for cell in result["cells"]] == [cell["id"] for cell in SOURCE["cells"]]


def test_a_missing_solution_cell_counts_as_left_empty() -> None:
    handed_in = json.loads(small.notebook())
    handed_in["cells"] = [cell for cell in handed_in["cells"] if cell["id"] != "total"]
    result = rebuilt(json.dumps(handed_in).encode())
    assert result.untouched == {"total"}
    assert cells(result.notebook)["total"]["source"] == cells(SOURCE)["total"]["source"]
    assert "total" in str(result.remarks[0])


def test_a_copied_test_cell_does_not_matter_and_a_copied_solution_cell_is_remarked_upon() -> None:
    handed_in = json.loads(small.notebook())
    handed_in["cells"] += [cell for cell in handed_in["cells"] if cell["id"] in {"test-total", "total"}]
    assert [str(each) for each in rebuilt(json.dumps(handed_in).encode()).remarks] == [
        "The cell total is there more than once: the first one counts."
    ]


def test_the_released_text_counts_as_untouched() -> None:
    handed_in = json.dumps(SOURCE).encode()
    assert rebuilt(handed_in).untouched == {"total", "essay"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b"[" * 200_000, "damaged"),
        (b"[]", "current format"),
        (b'{"nbformat": 3, "cells": []}', "current format"),
        (b'{"nbformat": 4, "cells": {}}', "current format"),
        (
            b'{"nbformat": 4, "cells": [1, null, {"metadata": 3}, {"metadata": {"nbgrader": []}}]}',
            "another notebook",
        ),
    ],
)
def test_what_is_no_notebook_of_the_case_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(SubmissionError, match=said):
        rebuilt(data)


def test_an_endless_cell_is_refused() -> None:
    with pytest.raises(SubmissionError, match="characters"):
        rebuilt(small.notebook(essay="x" * (LIMITS.cell + 1)))


def test_text_that_no_file_can_hold_is_mended() -> None:
    assert rebuilt(small.notebook(essay="a\ud800b")).texts["essay"] == "a?b"
