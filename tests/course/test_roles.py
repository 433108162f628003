from itertools import product

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kamlab.course.roles import check_cells, points_of, role_of
from kamlab.errors import CourseError

NAMED = {
    ("code", False, False, True): "given",
    ("markdown", False, False, True): "given",
    ("code", False, True, False): "solution",
    ("code", True, False, True): "test",
    ("markdown", True, True, False): "essay",
}
SOLUTION = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"
HIDDEN = "check()\n### BEGIN HIDDEN TESTS\nmark()\n### END HIDDEN TESTS"


def cell(kind: str, source: str = "", **meta: object) -> NotebookNode:
    make = new_code_cell if kind == "code" else new_markdown_cell
    named = {
        "grade": False,
        "solution": False,
        "locked": False,
        "grade_id": "a",
        "points": 2,
        "schema_version": 3,
    }
    made: NotebookNode = make(source, metadata={"nbgrader": named | meta})
    return made


def notebook(*cells: NotebookNode) -> NotebookNode:
    made: NotebookNode = new_notebook(cells=list(cells))
    return made


@pytest.mark.parametrize("kind", ["code", "markdown"])
@pytest.mark.parametrize("flags", list(product([False, True], repeat=3)))
def test_every_role_that_is_not_named_is_refused(kind: str, flags: tuple[bool, bool, bool]) -> None:
    made = cell(kind, **dict(zip(("grade", "solution", "locked"), flags, strict=True)))
    if (kind, *flags) in NAMED:
        assert role_of(made) == NAMED[kind, *flags]
    else:
        with pytest.raises(CourseError, match="Cell 'a'"):
            role_of(made)


@pytest.mark.parametrize("flag", [None, "yes", 1])
def test_a_flag_that_is_neither_true_nor_false_is_refused(flag: object) -> None:
    with pytest.raises(CourseError, match="nbgrader role"):
        role_of(cell("code", grade=flag, locked=True))


def test_a_manually_graded_task_is_refused() -> None:
    with pytest.raises(CourseError, match="nbgrader role"):
        role_of(cell("markdown", grade=True, solution=True, task=True))


def test_a_cell_without_nbgrader_metadata_is_plain() -> None:
    assert role_of(new_code_cell("1")) == "plain"


def test_a_sound_notebook_passes_and_tells_its_points() -> None:
    sound = notebook(
        cell("code", locked=True, grade_id="given"),
        cell("code", SOLUTION, solution=True, grade_id="solved"),
        cell("code", HIDDEN, grade=True, locked=True, grade_id="tested", points=3),
        cell("markdown", SOLUTION, grade=True, solution=True, grade_id="essay", points=10),
    )
    check_cells(sound)
    assert points_of(sound) == {"tested": 3, "essay": 10}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (cell("code", "x = 1", solution=True), "must hold one region"),
        (cell("code", "check()", grade=True, locked=True), "must hold one region"),
        (cell("code", SOLUTION, locked=True), "must hold no region"),
        (cell("code", "# begin: BEGIN SOLUTION", locked=True), "must hold no region"),
        (cell("code", SOLUTION + "\n" + SOLUTION, solution=True), "must hold one region"),
        (cell("code", HIDDEN.replace("### END", "## END"), grade=True, locked=True), "must hold one region"),
        (cell("code", HIDDEN, grade=True, locked=True, points=0), "points above 0"),
        (cell("code", HIDDEN, grade=True, locked=True, points=True), "points above 0"),
        (cell("code", "1", locked=True, grade_id=""), "missing or used twice"),
    ],
)
def test_a_source_that_could_leak_or_not_be_graded_is_refused(wrong: NotebookNode, said: str) -> None:
    with pytest.raises(CourseError, match=said):
        check_cells(notebook(wrong))


def test_a_grade_id_used_twice_is_refused() -> None:
    with pytest.raises(CourseError, match="'a' is missing or used twice"):
        check_cells(notebook(cell("code", locked=True), cell("code", locked=True)))
