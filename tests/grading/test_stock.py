"""nbgrader's own command line on what we leave in its folder: it works, and comes to the same points."""

import subprocess
import sys
from pathlib import Path

import small_course as small
from nbgrader.api import Gradebook

from kamlab.grading.case import load_case
from kamlab.grading.forking import ForkingExecutor
from kamlab.grading.pipeline import Settings, grade_batch
from kamlab.grading.roster import Roster
from kamlab.grading.workspace import Workspace

Points = dict[tuple[str, str], float | None]


def points(workspace: Workspace) -> Points:
    with Gradebook(workspace.gradebook_url, "small") as book:
        return {
            (submission.student_id, grade.name): grade.auto_score
            for submission in book.assignment_submissions("u01")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_stock_autograde_in_our_folder_agrees_on_honest_work(course: Path, submitted: Path) -> None:
    work = {
        "ada": (small.notebook(), small.answers("ada")),
        "ben": (small.notebook(total="    return 7"), small.answers("ben", share=121.0, pick="first")),
        "cy": (small.notebook(total="    return values[9]"), small.answers("cy", share=500)),
    }
    for name, (notebook, answers) in work.items():
        small.hand_in(submitted, name, case__ipynb=notebook, answers__json=answers)
    workspace = Workspace(course / "build" / "nbgrader")
    case = load_case(course, "u01")
    grade_batch(Settings(case, submitted, workspace, Roster(), small.SECRET, ForkingExecutor()))
    ours = points(workspace)

    command = [sys.executable, "-m", "nbgrader", "autograde", "u01", "--force"]
    done = subprocess.run(command, cwd=workspace.root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert points(workspace) == ours
    assert {ours[name, "share"] for name in work} == {4.0, 2.0, 0.0}
