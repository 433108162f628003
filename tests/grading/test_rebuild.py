import json
from typing import Any

import nbformat
import pytest
import small_course as small

from kamlab.course.template import template
from kamlab.errors import SubmissionError
from kamlab.grading.case import stub_texts
from kamlab.grading.free import FREE
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


def test_dropped_and_reordered_cells_change_nothing() -> None:
    handed_in = json.loads(small.notebook())
    handed_in["cells"] = [*reversed(handed_in["cells"])][1:]
    result = rebuilt(json.dumps(handed_in).encode()).notebook
    assert [cell["id"] for cell in result["cells"]] == [cell["id"] for cell in SOURCE["cells"]]


def added(*cells: tuple[int, dict[str, Any]]) -> Rebuilt:
    """The case with cells added before the places of its own."""
    handed_in = json.loads(small.notebook())
    for place, cell in reversed(cells):
        handed_in["cells"].insert(place, cell)
    return rebuilt(json.dumps(handed_in).encode())


def test_cells_that_the_trainee_added_keep_their_text_and_place_and_nothing_else() -> None:
    note = {"cell_type": "markdown", "metadata": {"tags": ["skip-execution"]}, "source": ["My *note*"]}
    helper = small.code("helper", "def twice(x): return 2 * x", grade=True, points=99)
    result = added((0, small.code("first", "import math")), (3, helper), (3, note)).notebook
    free = [cell for cell in result["cells"] if FREE in cell["metadata"]]
    assert [cell["source"] for cell in free] == ["import math", "def twice(x): return 2 * x", "My *note*"]
    assert all(cell["metadata"] == {FREE: True} for cell in free)
    places = [cell["id"].split("-")[0] for cell in result["cells"]]
    assert places == ["kamlab", "setup", "share", "pick", "kamlab", "kamlab", "total", "test", "essay"]
    nbformat.validate(result)


@pytest.mark.parametrize(
    "cell",
    [
        small.code("extra", "  "),
        small.code("extra", "# only a remark"),
        {"cell_type": "raw", "metadata": {}, "source": "raw"},
        {"cell_type": "markdown", "metadata": {}, "source": " "},
    ],
)
def test_an_added_cell_without_content_is_no_cell(cell: dict[str, Any]) -> None:
    assert len(added((2, cell)).notebook["cells"]) == len(SOURCE["cells"])


def test_a_text_that_the_release_holds_is_not_the_trainees() -> None:
    given = frozenset({"Read this first."})
    handed_in = json.loads(small.notebook())
    handed_in["cells"].insert(0, {"cell_type": "markdown", "metadata": {}, "source": "Read this first.\n"})
    result = rebuild(SOURCE, json.dumps(handed_in).encode(), {}, given)
    assert len(result.notebook["cells"]) == len(SOURCE["cells"])


def test_too_many_added_cells_are_left_out_with_a_remark() -> None:
    result = added(*((1, small.code("extra", f"x = {n}")) for n in range(250)))
    assert sum(FREE in cell["metadata"] for cell in result.notebook["cells"]) == 200
    assert "50 added cells were left out" in str(result.remarks[0])


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
