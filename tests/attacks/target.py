"""The case that is attacked: a form, a figure, a function and a table, each with a hidden test."""

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "grading"))  # small_course is shared with other tests

import small_course as small

HIDDEN = "the-hidden-figure-is-12"  # stands in a hidden test; no submission may ever see it
RIGHT = {"pick": 2.0, "figure-test": 3.0, "total-test": 4.0, "table-test": 3.0}
HONEST = {
    "figure": "figure = sum(orders)",
    "total": "def total(values):\n    return sum(values)",
    "table": "table = pd.Series({'a': 1.5, 'b': 2.5})",
}
GAINED = "the-attack-succeeded"  # printed by an attack that did what nothing else would show
OTHERS_WORK = "what-another-trainee-wrote"  # stands in the next submission; nor may any other see that
_LOOK = f"""
# {OTHERS_WORK}
import builtins, os, sys
places = [each for each in ("/", "/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", ".") if os.path.isdir(each)]
names = [*(name for each in places for name in os.listdir(each)), *sys.modules, *os.environ, *dir(builtins)]
assert not [name for name in names if name.startswith("left_behind")]
os.write(2, b".")
"""
NEXT = HONEST | {"figure": HONEST["figure"] + _LOOK}  # honest too, and looks for what was left for it
_COURSE = small.COURSE.replace("points = 14", "points = 12")

_SETUP = (
    "import pandas as pd\n"
    "from kamlab.answers.session import Case\n"
    "from kamlab.answers import checks, marks\n"
    "case = Case()\n"
    "orders = [3, 4, 5]"
)
_FIGURE_TEST = f"""
given = globals().get("figure")
### BEGIN HIDDEN TESTS
hidden = "{HIDDEN}"
3.0 if given == int(hidden[-2:]) else 0.0
### END HIDDEN TESTS
""".strip()
_TOTAL_TEST = """
good = total([1, 2]) == 3
### BEGIN HIDDEN TESTS
good = good and abs(total([5, 6]) - 11) < 1e-9
good = good and all(map(lambda values: total(values) == 0, [[]]))
### END HIDDEN TESTS
4.0 if good else 0.0
""".strip()
_TABLE_TEST = """
figures = checks.figures_of(globals().get("table"), "share")
### BEGIN HIDDEN TESTS
right = {"a": 1.5, "b": 2.5}
close = figures is not None and figures.keys() == right.keys() and all(
    isinstance(figures[name], float) and abs(figures[name] - value) < 1e-9 for name, value in right.items()
)
### END HIDDEN TESTS
3.0 if close else 0.0
""".strip()


def source_notebook() -> dict[str, Any]:
    """The author's notebook."""
    tests = {"figure": (_FIGURE_TEST, 3), "total": (_TOTAL_TEST, 4), "table": (_TABLE_TEST, 3)}
    cells = [small.code("setup", _SETUP, locked=True)]
    cells += [
        small.code(
            "pick", "marks.score_choice(case.start('pick', 'second'))", grade=True, locked=True, points=2
        )
    ]
    for name, (test, points) in tests.items():
        cells.append(small.code(name, _solved(name), solution=True))
        cells.append(small.code(f"{name}-test", test, grade=True, locked=True, points=points))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


def _solved(name: str) -> str:
    text = HONEST[name]
    if name == "total":
        head, body = text.split("\n")
        return f"{head}\n    ### BEGIN SOLUTION\n{body}\n    ### END SOLUTION"
    return f"{name} = None\n### BEGIN SOLUTION\n{text}\n### END SOLUTION"


def make_course(root: Path) -> Path:
    """The course's folder, as the grader expects it."""
    small.make_course(root)
    (root / "course.toml").write_text(_COURSE, encoding="utf-8")
    (root / "build" / "source" / "u01" / "case.ipynb").write_text(json.dumps(source_notebook()), "utf-8")
    return root


def handed_in(cells: dict[str, str]) -> dict[str, Any]:
    """The notebook with a trainee's texts in its cells, as JSON data."""
    made = source_notebook()
    for cell in made["cells"]:
        cell["source"] = cells.get(cell["id"], cell["source"])
        if cell["metadata"]["nbgrader"]["grade"]:
            cell["source"] = "# the trainee never sees what is here"
    return made
