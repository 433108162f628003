from pathlib import Path

import pytest

from kamlab.course.percent import as_json, read_chapter, read_percent, write_if_changed
from kamlab.errors import CourseError

CASE = """\
# ---
# jupyter:
#   jupytext:
#     text_representation:
#       jupytext_version: 1.0.0
# ---

# %% [markdown]
# # A case

# %% nbgrader={"grade": false, "grade_id": "set up!", "locked": true, "schema_version": 3, "solution": false}
x = 1

# %%
x
"""


def test_a_cell_is_named_by_its_grade_id_else_by_its_position(tmp_path: Path) -> None:
    (tmp_path / "case.py").write_text(CASE)
    assert [cell.id for cell in read_percent(tmp_path / "case.py").cells] == [
        "cell-001",
        "set-up-",
        "cell-003",
    ]


def test_two_readings_give_the_same_bytes_without_jupytexts_version(tmp_path: Path) -> None:
    (tmp_path / "case.py").write_text(CASE)
    first, second = (as_json(read_percent(tmp_path / "case.py")) for _ in range(2))
    assert first == second
    assert "jupytext" not in first


def test_a_chapter_becomes_a_notebook(tmp_path: Path) -> None:
    (tmp_path / "u01.md").write_text("# Title\n\n```{code-cell} ipython3\n1 + 1\n```\n\nText.\n")
    cells = read_chapter(tmp_path / "u01.md").cells
    assert [cell.cell_type for cell in cells] == ["markdown", "code", "markdown"]


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"case\.py cannot be read"):
        read_percent(tmp_path / "case.py")


def test_a_file_is_written_only_when_it_changes(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "file.txt"
    assert write_if_changed(target, "a")
    assert not write_if_changed(target, "a")
    assert write_if_changed(target, "b")
