"""Every chapter runs from top to bottom as a notebook, as it does in JupyterLab."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_chapter_runs_as_a_notebook_and_shows_its_exercises(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    live = [cell for cell in notebook.cells if "live" in cell.metadata.get("tags", [])]
    assert len(live) >= 3
    for cell in live:
        assert any(WIDGET in one.get("data", {}) for one in cell.outputs), cell.source
    still = [cell for cell in notebook.cells if "remove-input" in cell.metadata.get("tags", [])]
    for cell in still:
        assert any("<svg" in one.get("data", {}).get("text/html", "") for one in cell.outputs), cell.source


def test_there_is_a_notebook_of_each_chapter() -> None:
    assert {path.stem for path in NOTEBOOKS} == {
        path.stem for path in NOTEBOOKS[0].parents[1].glob("book/u*.md")
    }
