"""The check of a case's own tests, on the real case and on tests that cannot be relied on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kamlab.errors import GradingError
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.verify import Verdict, verify, verify_case

ROOT = Path(__file__).parents[2]
TRUTH = "def answers(ledger):\n    return {'share': 120.0, 'pick': 'second'}\n"


@pytest.fixture
def authored(course: Path) -> Path:
    """The small course with what its author knows."""
    folder = course / "solutions" / "u01"
    folder.mkdir(parents=True)
    (folder / "case.py").touch()
    (folder / "truth.py").write_text(TRUTH, encoding="utf-8")
    return course


def replace_cell(course: Path, name: str, source: str) -> None:
    path = course / "build" / "source" / "u01" / "case.ipynb"
    notebook = json.loads(path.read_bytes())
    next(cell for cell in notebook["cells"] if cell["id"] == name)["source"] = source
    path.write_text(json.dumps(notebook), encoding="utf-8")


def verdicts(course: Path) -> dict[str, Verdict]:
    return {each.grade_id: each for each in verify_case(course, "u01", ForkingExecutor())}


def test_tests_that_read_data_or_call_functions_are_strong(authored: Path) -> None:
    found = verdicts(authored)
    assert all(each.strong for each in found.values())
    assert {name: (each.reads, each.calls) for name, each in found.items()} == {
        "share": ((), ()),
        "pick": ((), ()),
        "test-total": (("total",), ("total",)),
    }


def test_a_test_that_needs_an_object_of_the_trainees_is_weak(authored: Path) -> None:
    solved = "### BEGIN SOLUTION\ntotal = type('Total', (), {'value': 4.0})()\n### END SOLUTION"
    replace_cell(authored, "total", solved)
    replace_cell(authored, "test-total", "total.value")
    weak = verdicts(authored)["test-total"]
    assert not weak.strong
    assert (weak.apart.points, weak.beside.points) == (0.0, 4.0)
    assert "'total', which is no data" in weak.why
    with pytest.raises(GradingError, match="1 tests cannot be relied on: test-total"):
        CliRunner().invoke(verify, ["u01", "--course", str(authored)], catch_exceptions=False)


def test_a_test_that_leaves_something_for_the_next_submission_is_weak(authored: Path) -> None:
    leaves = "import math\nmath.n = getattr(math, 'n', 0) + 1\n4.0 * (total([4]) == 4 and math.n == 1)"
    replace_cell(authored, "test-total", leaves)
    weak = verdicts(authored)["test-total"]
    assert not weak.strong
    assert (weak.apart.points, weak.beside.points) == (4.0, 0.0)


def test_a_solution_that_does_not_earn_full_points_makes_its_test_weak(authored: Path) -> None:
    replace_cell(authored, "total", "### BEGIN SOLUTION\ndef total(values): return 3\n### END SOLUTION")
    weak = verdicts(authored)["test-total"]
    assert (weak.strong, weak.apart.points, weak.beside.points) == (False, 0.0, 0.0)


@pytest.mark.course
def test_every_test_of_the_first_case_is_strong() -> None:
    done = CliRunner().invoke(verify, ["u01", "--course", str(ROOT)])
    assert done.exit_code == 0
    assert "u01: all 16 tests are strong." in done.output
