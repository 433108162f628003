"""The exercises of unit 1: which customers decide our future."""

from kamlab.widgets import Entry
from kamlab.widgets.u01.account_portfolio import DEFINITION as _PORTFOLIO
from kamlab.widgets.u01.account_portfolio import exercise as account_portfolio
from kamlab.widgets.u01.lifetime_value import DEFINITION as _LIFETIME
from kamlab.widgets.u01.lifetime_value import exercise as lifetime_value
from kamlab.widgets.u01.quiz import QUIZ as _QUIZ
from kamlab.widgets.u01.quiz import exercise as quiz
from kamlab.widgets.u01.whale_curve import DEFINITION as _WHALE
from kamlab.widgets.u01.whale_curve import exercise as whale_curve

__all__ = ["account_portfolio", "entries", "lifetime_value", "quiz", "whale_curve"]


def entries() -> list[Entry]:
    """The unit's exercises and questions with their concepts."""
    exercises = [
        Entry(d.exercise_id, d.unit, "exercise", d.concepts) for d in (_LIFETIME, _WHALE, _PORTFOLIO)
    ]
    questions = [
        Entry(f"{_QUIZ.exercise_id}/{q.id}", _QUIZ.unit, "quiz-question", q.concepts) for q in _QUIZ.questions
    ]
    return exercises + questions
