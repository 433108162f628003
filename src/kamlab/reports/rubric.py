"""The rubric of an essay as the trainee saw it: the table in the text above the essay's cell."""

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["rubric"]


def rubric(notebook: Mapping[str, Any], grade_id: str) -> list[list[str]]:
    """Rows of cells, the head first; empty when no table stands directly above the cell."""
    above = ""
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id:
            return _table(above.splitlines())
        above = "".join(cell["source"]) if cell["cell_type"] == "markdown" else ""
    return []


def _table(lines: Iterable[str]) -> list[list[str]]:
    rows = [_cells(line) for line in lines if line.strip().startswith("|")]
    return [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("**", "") for cell in line.strip().strip("|").split("|")]
