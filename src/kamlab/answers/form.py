"""What a case's cells show: in JupyterLab a form to be typed in, at grading what was typed, in words.

At grading nobody types, so the controls are not even loaded: each submission's process would carry them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamlab.answers import handed_in

if TYPE_CHECKING:
    from types import ModuleType

    import ipywidgets as widgets

    from kamlab.answers.session import Case, Render

__all__ = ["identity", "questions", "show"]


def identity(case: Case) -> widgets.Widget | handed_in.Words:
    """Who answers, with which case code; two fields that come first."""
    return handed_in.person(case) if case.grading_code else _controls().identity(case)


def questions(case: Case, *ids: str) -> widgets.Widget | handed_in.Words:
    """The questions called ``ids`` (all, when none is named), and how far the whole case is answered.

    Raises:
        AnswerError: when the case has no such question.
    """
    return handed_in.answers(case, *ids) if case.grading_code else _controls().questions(case, *ids)


def show(case: Case, render: Render) -> widgets.Widget | handed_in.Words:
    """A table or figure of the trainee's ledger that follows the case code."""
    return handed_in.figures(case) if case.grading_code else _controls().show(case, render)


def _controls() -> ModuleType:
    from kamlab.answers import controls  # noqa: PLC0415 - see above

    return controls
