"""What no grader can go below: the cells themselves, in one interpreter with everything imported.

    .venv/bin/python benchmarks/grading_floor.py SOURCE COHORT COUNT

No kernel, no walls, no gradebook, no reading or writing of notebooks is timed. SOURCE is the built case with
its hidden tests, COHORT what 'kamlab cohort' made: generated work, which alone may be run like this. Prints
as JSON the mean milliseconds of processor time of the trainee's own cells, and of all cells of her notebook,
her ledger with them.
"""

import ast
import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd  # noqa: F401 - imported ahead, as a warm interpreter has it

from kamlab.data import case_code, read_secret

Cells = list[tuple[bool, str]]  # whether it is the trainee's own, and its text


def main() -> None:
    """Run the cells of the first trainees and print the two means."""
    source, cohort, count = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), int(sys.argv[3])
    secret = read_secret(cohort / "course-secret.txt")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        shutil.copyfile(source / "questions.toml", "questions.toml")
        homes = sorted((cohort / "submitted").glob("*/*"))[:count]
        _one(
            source, homes[0], f"not {secret}"
        )  # imports what they import; of another's ledger, nothing is kept
        times = [_one(source, home, secret) for home in homes]
    means = [1000 * sum(column) / len(times) for column in zip(*times, strict=True)]
    print(json.dumps({"own": means[0], "all": means[1]}))


def _one(source: Path, home: Path, secret: str) -> tuple[float, float]:
    """Seconds of one trainee's own cells, and of all."""
    shutil.copyfile(home / "answers.json", "answers.json")
    os.environ["KAMLAB_TRAINEE_CODE"] = case_code(secret, home.parent.name)
    return _timed(list(_cells(source / "case.ipynb", home / "case.ipynb")))


def _cells(source: Path, submitted: Path) -> Iterator[tuple[bool, str]]:
    named = _named(submitted).items()
    hers = {name: cell for name, cell in named if cell["metadata"]["nbgrader"]["solution"]}
    for cell in json.loads(source.read_bytes())["cells"]:
        if cell["cell_type"] == "code":
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            yield name in hers, "".join(hers.get(name, cell)["source"])


def _named(path: Path) -> Mapping[str, Any]:
    cells = json.loads(path.read_bytes())["cells"]
    named = [(cell["metadata"].get("nbgrader", {}).get("grade_id"), cell) for cell in cells]
    return {name: cell for name, cell in named if name}


def _timed(cells: Cells) -> tuple[float, float]:
    names: dict[str, object] = {}
    own = whole = 0.0
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for mine, text in cells:
            began = time.process_time()
            with contextlib.suppress(Exception):  # some trainees' cells raise
                _run(text, names)
            took = time.process_time() - began
            own, whole = own + took * mine, whole + took
    return own, whole


def _run(text: str, names: dict[str, object]) -> None:
    """Run one cell as a notebook does: the last expression is shown."""
    tree = ast.parse(text)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - generated work
        return
    tree.body.pop()
    exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - the same
    print(repr(eval(compile(ast.Expression(last.value), "cell", "eval"), names)))  # noqa: S307 - the same


if __name__ == "__main__":
    main()
