"""A course of one small case, with the conventions of the real ones, for fast tests."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kamlab.data import case_code

SECRET = "a secret for tests only"  # noqa: S105 - a test's own
COURSE = """
[course]
id = "small"
timezone = "Europe/Oslo"
title.en = "Small"
title.zh = "小"
[[unit]]
id = "u01"
title.en = "One"
title.zh = "一"
[unit.assignment]
title.en = "The small case"
title.zh = "小案例"
points = 14
due = 2027-03-12T18:00:00
late_days = 7
"""
QUESTIONS = """
unit = "u01"
version = 1
title.en = "The small case"
title.zh = "小案例"
[[question]]
id = "share"
kind = "number"
unit = "%"
points = 4
min = 0
max = 200
concepts = ["C44"]
prompt.en = "What share?"
prompt.zh = "占多大比例？"
help.en = "Per cent."
help.zh = "百分比。"
[[question]]
id = "pick"
kind = "choice"
points = 2
concepts = ["C01"]
prompt.en = "Which one?"
prompt.zh = "选哪一个？"
help.en = "One."
help.zh = "一个。"
[[question.options]]
id = "first"
label.en = "The first"
label.zh = "第一个"
[[question.options]]
id = "second"
label.en = "The second"
label.zh = "第二个"
"""
TRUTH = {"share": 120.0, "pick": "second"}


def role(
    grade_id: str,
    *,
    grade: bool = False,
    solution: bool = False,
    locked: bool = False,
    points: float | None = None,
) -> dict[str, Any]:
    meta = {
        "grade_id": grade_id,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": False,
        "schema_version": 3,
    }
    return {"nbgrader": meta | ({"points": points} if points is not None else {})}


def code(name: str, source: str, **kind: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of role
    metadata = role(name, **kind) if kind else {}
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def source_notebook() -> dict[str, Any]:
    setup = (
        "from kamlab.answers.session import Case\n"
        "from kamlab.answers import marks\n"
        "case = Case()\n"
        "orders = [3, 4, 5]"
    )
    total = "def total(values):\n    ### BEGIN SOLUTION\n    return sum(values)\n    ### END SOLUTION"
    test_total = (
        "good = total([1, 2]) == 3\n"
        "mark = marks.Mark('test-total', 4.0 if good else 0.0, 4.0, 'right' if good else 'wrong')\n"
        "### BEGIN HIDDEN TESTS\n"
        "if total([5, 6]) != 11:  # the hidden figure\n"
        "    mark = marks.Mark('test-total', 0.0, 4.0, 'wrong')\n"
        "### END HIDDEN TESTS\n"
        "mark"
    )
    share = "marks.score_number(case.start('share', 120.0), tolerance=0.5, near=5, percent=True)"
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        "cells": [
            code("setup", setup, locked=True),
            code("share", share, grade=True, locked=True, points=4),
            code(
                "pick", "marks.score_choice(case.start('pick', 'second'))", grade=True, locked=True, points=2
            ),
            code("total", total, solution=True),
            code("test-total", test_total, grade=True, locked=True, points=4),
            {
                "cell_type": "markdown",
                "id": "essay",
                "metadata": role("essay", grade=True, solution=True, points=4),
                "source": "Write here.",
            },
        ],
    }


def make_course(root: Path) -> Path:
    folder = root / "build" / "source" / "u01"
    folder.mkdir(parents=True)
    (folder / "case.ipynb").write_text(json.dumps(source_notebook()), encoding="utf-8")
    (folder / "questions.toml").write_text(QUESTIONS, encoding="utf-8")
    (root / "course.toml").write_text(COURSE, encoding="utf-8")
    (root / "course-secret.txt").write_text(SECRET, encoding="utf-8")
    return root


def notebook(total: str = "    return sum(values)", essay: str = "My plan.", **texts: str) -> bytes:
    made = source_notebook()
    texts = {"total": f"def total(values):\n{total}", "essay": essay} | texts
    for cell in made["cells"]:
        cell["source"] = texts.get(cell["id"], cell["source"])
    return json.dumps(made).encode()


def answers(trainee: str = "ada", *, lang: str = "en", code: str | None = None, **given: object) -> bytes:
    file = {
        "schema": 1,
        "unit": "u01",
        "case_version": 1,
        "trainee": trainee,
        "code": case_code(SECRET, trainee) if code is None else code,
        "lang": lang,
        "saved_at": "2027-03-01T12:00:00+01:00",
        "answers": given or TRUTH,
    }
    return json.dumps(file).encode()


def hand_in(folder: Path, trainee: str, unit: str = "u01", **files: bytes) -> Path:
    home = folder / trainee / unit
    home.mkdir(parents=True)
    for name, content in files.items():
        (home / name.replace("__", ".")).write_bytes(content)
    return home


def zipped(**members: bytes) -> bytes:
    return zipped_from({name.replace("__", "."): content for name, content in members.items()})


def zipped_from(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()
