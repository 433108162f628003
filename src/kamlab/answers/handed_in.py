"""What a case shows at grading, when nobody types any more: the saved answers in plain words.

The form itself would take most of the time of grading a submission, for controls that no one sees.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kamlab.answers.html import saved_line
from kamlab.answers.numbers import amount
from kamlab.answers.questions import Question
from kamlab.answers.session import Case
from kamlab.answers.validate import Answer, Problem, Value, say
from kamlab.i18n import Translator

__all__ = ["Words", "answers", "figures", "person", "value_words"]


@dataclass(frozen=True, repr=False)
class Words:
    """Plain words as the result of a cell.

    Args:
        say: makes the words, once somebody looks.
    """

    say: Callable[[], str]

    def __repr__(self) -> str:
        return self.say()


def value_words(question: Question, value: Value, t: Translator) -> str:
    """A saved answer as a sentence part: a number with its unit, options by their words."""
    if isinstance(value, tuple):
        return " · ".join(_option_words(question, one, t) for one in value)
    if isinstance(value, str):
        return _option_words(question, value, t)
    return amount(value, question.unit, t)


def _option_words(question: Question, option: str, t: Translator) -> str:
    """An option's words as part of a sentence of ours, without a full stop of its own."""
    return question.label(option, t.lang).rstrip(".。")


def person(case: Case) -> Words:
    """Whose answers these are, and when she saved the last."""
    return Words(
        lambda: f"{case.file.trainee or '?'} · {case.code or '?'} · {saved_line(case.t, case.file.saved_at)}"
    )


def answers(case: Case, *ids: str) -> Words:
    """The questions called ``ids`` with the saved answers.

    Raises:
        AnswerError: when the case has no such question.
    """
    asked = [case.questions[one] for one in ids or case.questions.ids]
    return Words(lambda: "\n".join(_line(case, one) for one in asked))


def _line(case: Case, question: Question) -> str:
    number = case.questions.ids.index(question.id) + 1
    return f"{number}. {question.prompt.in_language(case.t.lang)}\n   {_answer(case, question)}"


def _answer(case: Case, question: Question) -> str:
    found = case.answer(question.id)
    if isinstance(found, Answer):
        return case.t("Answer: {value}", value=value_words(question, found.value, case.t))
    return say(found, case.t) if isinstance(found, Problem) else "—"


def figures(case: Case) -> Words:
    """In place of a table or figure of the trainee's ledger."""
    return Words(
        lambda: case.t("Shown here: figures of the ledger of case code {code}.", code=case.code or "?")
    )
