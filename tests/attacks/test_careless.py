"""Careless is not hostile: right answers count whatever else the notebook does."""

import json
from pathlib import Path
from typing import Any

import pytest
import small_course as small
import target
from test_attacks import grade

from kamlab.grading.table import remarks

LOUD = (
    "import sys, warnings\n"
    "warnings.warn('old pandas', FutureWarning)\n"
    "print('debug ' * 50_000)\n"
    "print('to the error stream', file=sys.stderr)\n"
)
PLOT = (
    "import matplotlib.pyplot as plt\n"
    "fig, ax = plt.subplots()\n"
    "ax.plot(orders)\n"
    "ax.set_title('orders')\n"
    "plt.show()\n"
)
CARELESS = {
    "a warning, much output and words on the error stream": {"figure": LOUD + target.HONEST["figure"]},
    "a plot": {"figure": PLOT + target.HONEST["figure"]},
    "a name defined twice": {"figure": "figure = 7\nfigure = None\n" + target.HONEST["figure"]},
    "a name of ours defined anew": {"table": "orders = 'lost'\n" + target.HONEST["table"]},
    "numpy's number": {"figure": "import numpy as np\nfigure = np.int64(sum(orders))"},
    "a function that prints": {
        "total": "def total(values):\n    print('adding', values)\n    return sum(values)",
    },
    "a function that needs another of hers": {
        "figure": "def start(): return 0\n" + target.HONEST["figure"],
        "total": "def total(values):\n    return sum(values, start())",
    },
    "a last line that shows something": {"table": target.HONEST["table"] + "\ntable.head()"},
    "a file of her own": {
        "figure": "open('notes.txt', 'w').write('12')\nfigure = int(open('notes.txt').read())",
    },
    "a line magic": {"figure": "%matplotlib inline\n" + target.HONEST["figure"]},
    "a table as a dictionary": {"table": "table = {'a': 1.5, 'b': 2.5}"},
    "a table with a column": {"table": "table = pd.DataFrame({'share': [1.5, 2.5]}, index=['a', 'b'])"},
    "a closed figure and a thread that has ended": {
        "figure": "import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()\n"
        + target.HONEST["figure"],
    },
}


def hand_in(submitted: Path, notebook: dict[str, Any]) -> None:
    answers = small.answers("ada", pick="second")
    small.hand_in(submitted, "ada", case__ipynb=json.dumps(notebook).encode(), answers__json=answers)


@pytest.mark.parametrize("cells", CARELESS.values(), ids=CARELESS.keys())
def test_a_careless_but_right_notebook_earns_everything(
    cells: dict[str, str], course: Path, submitted: Path
) -> None:
    hand_in(submitted, target.handed_in(target.HONEST | cells))
    [row] = grade(course, submitted, 20).rows
    assert {each.grade_id: each.points for each in row.result.scores} == target.RIGHT, remarks(row.result)
    assert not row.result.needs_look


def test_cells_that_were_run_in_another_order_count_as_they_stand(course: Path, submitted: Path) -> None:
    notebook = target.handed_in(target.HONEST)
    for number, cell in enumerate(notebook["cells"]):
        cell["execution_count"] = 90 - number
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "of another day"}]
    hand_in(submitted, notebook)
    [row] = grade(course, submitted, 20).rows
    assert {each.grade_id: each.points for each in row.result.scores} == target.RIGHT


def test_cells_that_she_added_are_run_in_their_places(course: Path, submitted: Path) -> None:
    notebook = target.handed_in(target.HONEST | {"figure": "figure = plus(sum(orders), 0)"})
    helper = small.code("helper", "def plus(one, other):\n    return one + other")
    notebook["cells"].insert(1, helper)
    hand_in(submitted, notebook)
    [row] = grade(course, submitted, 20).rows
    assert {each.grade_id: each.points for each in row.result.scores} == target.RIGHT


def test_a_plot_is_kept_for_the_trainer(course: Path, submitted: Path) -> None:
    plot = "%matplotlib inline\n" + PLOT + target.HONEST["figure"]
    hand_in(submitted, target.handed_in(target.HONEST | {"figure": plot}))
    grade(course, submitted, 20)
    path = course / "build" / "nbgrader" / "autograded" / "ada" / "u01" / "case.ipynb"
    shown = json.dumps(json.loads(path.read_text("utf-8"))["cells"])
    assert "image/png" in shown
