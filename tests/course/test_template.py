"""The notebook that submissions are rebuilt from, as a release leaves it ready."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kamlab.course import template

SOURCE = json.dumps(
    {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [
            {
                "cell_type": "code",
                "id": "own",
                "metadata": {
                    "nbgrader": {
                        "schema_version": 3,
                        "grade_id": "own",
                        "solution": True,
                        "grade": False,
                        "locked": False,
                        "task": False,
                    }
                },
                "source": "### BEGIN SOLUTION\nfound = 42\n### END SOLUTION",
                "outputs": [],
                "execution_count": 3,
            }
        ],
    }
)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    path = tmp_path / template.place("u01")
    path.parent.mkdir(parents=True)
    path.write_text(template.written(SOURCE), encoding="utf-8")
    return tmp_path


def test_the_solution_is_out_and_a_text_is_one_string() -> None:
    [cell] = template.template(json.loads(SOURCE))["cells"]
    assert "42" not in cell["source"]
    assert "Your code here" in cell["source"]
    assert cell["metadata"]["nbgrader"]["checksum"]
    assert cell["execution_count"] is None


def test_what_a_release_wrote_is_what_would_be_made_now(course: Path) -> None:
    assert template.template_of(course, "u01", SOURCE.encode()) == template.template(json.loads(SOURCE))


def test_it_is_taken_as_it_was_written_without_nbgrader(course: Path) -> None:
    look = (
        "import sys; from pathlib import Path; from kamlab.course import template\n"
        f"found = template.template_of(Path({str(course)!r}), 'u01', {SOURCE.encode()!r})\n"
        "print(len(found['cells']), 'nbgrader' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


def test_another_source_is_not_answered_with_it(course: Path) -> None:
    other = SOURCE.replace("own", "other")
    [cell] = template.template_of(course, "u01", other.encode())["cells"]
    assert cell["metadata"]["nbgrader"]["grade_id"] == "other"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"of": 1}', "null"])
def test_a_damaged_one_is_made_anew(course: Path, content: str) -> None:
    (course / template.place("u01")).write_text(content, encoding="utf-8")
    assert template.template_of(course, "u01", SOURCE.encode()) == template.template(json.loads(SOURCE))
