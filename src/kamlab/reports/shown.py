"""A trainee's answer, or the right one, as words that she recognises."""

from collections.abc import Mapping

from kamlab.answers.numbers import amount
from kamlab.answers.questions import Question
from kamlab.i18n import Translator

__all__ = ["shown"]

_LARGEST = 1e15  # numbers from here on are shown as they were typed
_LONGEST = 200  # characters of an answer that fits no question


def shown(value: object, question: Question | None, t: Translator, *, unit: bool = True) -> str:
    """Options by their labels, a number with its unit (unless ``unit`` is False); empty for None."""
    if value is None:
        return ""
    if question is None:
        return t("{count} figures", count=len(value)) if isinstance(value, Mapping) else _plain(value)
    if isinstance(value, list):
        return _listed(value, question, t)
    if isinstance(value, str):
        return question.label(_plain(value), t.lang)
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _LARGEST:
        return amount(value, question.unit if unit else "", t)
    return _plain(value)


def _listed(values: list[object], question: Question, t: Translator) -> str:
    labels = [question.label(one, t.lang) if isinstance(one, str) else _plain(one) for one in values]
    if question.kind == "ranking":
        labels = [f"{place}. {label}" for place, label in enumerate(labels, 1)]
    return _plain(" · ".join(labels), 4 * _LONGEST)


def _plain(value: object, longest: int = _LONGEST) -> str:
    try:
        text = str(value)
    except ValueError:  # Python writes out no whole number of more than 4,300 digits
        text = "…"
    return text if len(text) <= longest else text[:longest] + "…"
