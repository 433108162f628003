"""From a plan to files: the trainee's notebook and answers file, and the points that they must earn."""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kamlab.answers import AnswersFile
from kamlab.answers.store import as_json
from kamlab.grading.rebuild import Notebook
from kamlab.grading.sample.plan import ODD, Plan

__all__ = ["Model", "Work", "damage", "make_work"]


@dataclass(frozen=True)
class Model:
    """What the case's author knows about one trainee's variant.

    Args:
        unit: e.g. ``"u01"``.
        version: of the case.
        right: question id to the right answer.
        variants: question id to name to (answer, share of the points).
        cells: solution cell to name to (what to write, its test, share of the points).
        solutions: solution cell to the right text.
        points: grade id to the points that it can earn.
        essay: the grade id of the essay.
    """

    unit: str
    version: int
    right: Mapping[str, object]
    variants: Mapping[str, Mapping[str, tuple[object, float]]]
    cells: Mapping[str, Mapping[str, tuple[str, str, float]]]
    solutions: Mapping[str, str]
    points: Mapping[str, float]
    essay: str


@dataclass(frozen=True)
class Work:
    """One submission before it is packed.

    Args:
        notebook: bytes of ``case.ipynb``.
        answers: bytes of ``answers.json``, or None.
        expected: grade id to the points it must earn; None for what a person marks.
        graded: False when it cannot be graded.
    """

    notebook: bytes
    answers: bytes | None
    expected: Mapping[str, float | None]
    graded: bool = True


def make_work(  # noqa: PLR0913, PLR0917 - who, what, when and how are what a submission consists of
    plan: Plan, model: Model, released: Notebook, essay: str, who: tuple[str, str, str], saved: datetime
) -> Work:
    """Write the files of one trainee.

    Args:
        plan: what she does.
        model: what is right for her.
        released: the notebook that she got.
        essay: her text; empty for none.
        who: her id, case code and language.
        saved: when she saved her answers.
    """
    expected: dict[str, float | None] = dict.fromkeys(model.points, 0.0)
    answers: dict[str, object] = {}
    for place, (question, choice) in enumerate(plan.answers.items()):
        value, share = _answer(model, question, choice, place)
        expected[question] = round(share * model.points[question], 2)
        if value is not None:
            answers[question] = value
    texts = {}
    for cell, choice in plan.cells.items():
        if choice != "blank":
            texts[cell], test, share = _cell(model, cell, choice)
            expected[test] = round(share * model.points[test], 2)
    if essay:
        texts[model.essay], expected[model.essay] = essay, None
    trainee, code, lang = who
    file = AnswersFile(model.unit, model.version, trainee, code, lang, saved.isoformat(), answers)
    return Work(_notebook(released, texts), as_json(file).encode(), expected)


def _answer(model: Model, question: str, choice: str, place: int) -> tuple[object, float]:
    if choice == "blank":
        return None, 0.0
    if choice == "odd":
        return ODD[place % len(ODD)], 0.0
    return model.variants.get(question, {}).get(choice, (model.right[question], 1.0))


def _cell(model: Model, cell: str, choice: str) -> tuple[str, str, float]:
    variants = model.cells[cell]
    test = next(iter(variants.values()))[1]
    if choice not in variants:
        return model.solutions[cell], test, 1.0
    text, test, share = variants[choice]
    whole = text[1:] if text.startswith("=") else f"{model.solutions[cell]}\n{text}"
    return whole, test, share


def _notebook(released: Notebook, texts: Mapping[str, str]) -> bytes:
    notebook = deepcopy(released)
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in texts:
            cell["source"] = texts[name]
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode()


def damage(work: Work, kind: str, model: Model, borrowed: bytes | None) -> Work:
    """``work`` with the accident that its kind names, and the points that are left."""
    nothing = replace(work, expected=dict.fromkeys(model.points, 0.0), graded=False)
    accidents: dict[str, Work] = {
        "broken-notebook": replace(nothing, notebook=work.notebook[: len(work.notebook) // 2]),
        "foreign-notebook": replace(nothing, notebook=json.dumps(_foreign()).encode()),
        "borrowed-answers": replace(nothing, answers=borrowed),
        "broken-answers": replace(
            nothing, answers=(work.answers or b"").replace(b'"answers": {', b'"answers": {"x": NaN,')
        ),
        "truncated-zip": nothing,
        "climbing-zip": nothing,
        "no-answers": replace(
            work, answers=None, expected={**work.expected, **dict.fromkeys(model.variants, 0.0)}
        ),
    }
    return accidents.get(kind, work)


def _foreign() -> dict[str, Any]:
    cell = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": "1 + 1",
        "outputs": [],
        "execution_count": 1,
    }
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]}
