from typing import Any

import pytest

from kamlab.grading.free import FREE
from kamlab.grading.script import defined_names, recipe_parts, script


def cell(source: str, name: str = "", *, free: bool = False, **facts: object) -> dict[str, Any]:
    metadata: dict[str, Any] = {"nbgrader": {"grade_id": name, **facts}} if name else {}
    return {"cell_type": "code", "metadata": metadata | ({FREE: True} if free else {}), "source": source}


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": [{"cell_type": "markdown", "metadata": {}, "source": "Read this."}, *cells]}


CASE = notebook(
    cell("import math", "setup"),
    cell("check = 1\ncheck", "form-test", grade=True, points=1),
    cell("table = [1, 2]", "table"),
    cell("doubled = check * 2", "built-on-the-test"),
    cell("answer = table[0]", "own", solution=True),
    cell("later = answer", "given-later"),
    cell("# the hidden figure\nanswer == 42", "own-test", grade=True, points=1),
)
NAMES = frozenset({"answer", "unread"})


def test_given_cells_run_first_unless_they_build_on_a_test_or_come_after_the_trainees() -> None:
    plan = script(CASE, NAMES, frozenset())
    assert [step["cell"] for step in plan.prefix] == [1, 3]
    assert [(step["cell"], step["role"]) for step in plan.steps] == [
        (2, "test"),
        (4, "given"),
        (5, "own"),
        (6, "given"),
        (7, "test"),
    ]


def test_a_test_reads_only_names_that_solutions_make_and_it_speaks_of() -> None:
    plan = script(CASE, NAMES, frozenset())
    assert {step["cell"]: step["reads"] for step in plan.steps if step["reads"]} == {
        6: ["answer"],
        7: ["answer"],
    }


def test_the_text_of_a_test_is_not_handed_on_and_the_trainees_is_not_compiled() -> None:
    steps = {step["cell"]: step for step in script(CASE, NAMES, frozenset()).steps}
    assert steps[7]["source"] == ""
    assert steps[7]["last"] is not None
    assert (steps[5]["source"], steps[5]["body"]) == ("answer = table[0]", None)


def test_a_notebook_that_nobody_wrote_in_holds_no_code_but_ours() -> None:
    assert script(CASE, NAMES, frozenset()).own_code
    plan = script(CASE, NAMES, frozenset({"own"}))
    assert not plan.own_code
    assert all(step["role"] != "own" and not step["reads"] for step in plan.steps)


def test_a_cell_that_the_trainee_added_is_hers() -> None:
    with_free = notebook(*CASE["cells"][1:], cell("answer = 42", free=True))
    plan = script(with_free, NAMES, frozenset({"own"}))
    assert [step["role"] for step in plan.steps if step["cell"] in {5, 8}] == ["own", "own"]


def test_a_cell_of_ours_that_is_no_python_says_so_when_it_runs() -> None:
    [step] = script(notebook(cell("1 +", "broken", grade=True, points=1)), NAMES, frozenset()).steps
    with pytest.raises(SyntaxError, match="invalid syntax"):
        exec(step["body"], {})  # noqa: S102 - our own cell


def test_names_are_those_that_the_authors_solution_makes_or_changes() -> None:
    made = notebook(
        cell("import numpy as np\nfrom os import path", "a", solution=True),
        cell("x, (y, *z) = 1, (2, 3)\nfor i in []: pass\ndef f(inner): local = 1", "b", solution=True),
        cell("tables['orders'] = 1\nframe.loc[0].value = 2\nprint(read)", "c", solution=True),
        cell("given = 1", "d"),
    )
    assert defined_names(made) == {"np", "path", "x", "y", "z", "i", "f", "tables", "frame"}


def test_what_can_be_tried_beforehand_is_what_everybody_gets() -> None:
    assert recipe_parts(CASE) == ("import math", "table = [1, 2]", "doubled = check * 2", "later = answer")
