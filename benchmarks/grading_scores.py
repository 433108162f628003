"""The points in a gradebook, row for row, and where two gradebooks differ."""

import csv
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

# (trainee, graded cell) to points; None where a person must mark
Scores = Mapping[tuple[str, str], float | None]
_QUERY = """
SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score
FROM grade
JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
"""
_NO_POINTS = ("trainee", "kind", "graded", "seconds_late")  # columns of expected.csv
_EXACT = 1e-9  # points

WARNED = "a right answer whose check wrote to stderr: nbgrader gives 0, kamlab its points"
UNTOUCHED = "an advice left as released in Chinese: nbgrader asks the trainer to mark it, kamlab gives 0"
UNEXPLAINED = "unexplained"


def in_gradebook(path: Path) -> Scores:
    """What the gradebook at ``path`` holds."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return {(trainee, cell): points for trainee, cell, points in database.execute(_QUERY)}


def expected(path: Path, count: int) -> Scores:
    """What the first ``count`` trainees of a cohort must get."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row, _ in zip(csv.DictReader(lines), range(count), strict=False)]
    return {
        (row["trainee"], cell): float(points) if points else None
        for row in rows
        for cell, points in row.items()
        if cell not in _NO_POINTS
    }


def differences(ours: Scores, other: Scores) -> list[tuple[str, str]]:
    """The rows that are not the same in both."""
    return sorted(key for key in ours.keys() | other.keys() if not _same(key, ours, other))


def _same(key: tuple[str, str], ours: Scores, other: Scores) -> bool:
    if key not in ours or key not in other:
        return False
    first, second = ours[key], other[key]
    if first is None or second is None:
        return first is second
    return abs(first - second) < _EXACT


def explained(ours: Scores, stock: Scores, folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Why each row that differs does so.

    Args:
        ours: kamlab's gradebook.
        stock: nbgrader's.
        folder: nbgrader's course folder, graded.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for key in differences(ours, stock):
        found.setdefault(_why(key, ours, stock, folder / "autograded" / key[0]), []).append(key)
    return found


def _why(key: tuple[str, str], ours: Scores, stock: Scores, graded: Path) -> str:
    mine, theirs = ours.get(key, -1.0), stock.get(key, -1.0)
    if mine == 0 and theirs is None and _in_chinese(graded):
        return UNTOUCHED
    if mine and mine > 0 and theirs == 0 and _wrote_to_stderr(graded, key[1]):
        return WARNED
    return UNEXPLAINED


def _in_chinese(graded: Path) -> bool:
    (answers,) = graded.glob("*/answers.json")
    return bool(json.loads(answers.read_bytes()).get("lang") == "zh")


def _wrote_to_stderr(graded: Path, name: str) -> bool:
    (notebook,) = graded.glob("*/case.ipynb")
    cells = json.loads(notebook.read_bytes())["cells"]
    return any(
        output.get("name") == "stderr"
        for cell in cells
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == name
        for output in cell["outputs"]
    )
