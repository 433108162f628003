"""Whether what was typed can be an answer: pure, the same in the form, in the checks and at grading.

The form calls it at each key, the grader calls it on what the file holds. It judges form only: kind, unit,
range and count. Whether an answer is right is no business of this module.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kamlab.answers.numbers import Problem, parse_number
from kamlab.answers.questions import Question
from kamlab.i18n import N_, Translator

__all__ = ["Answer", "Problem", "Value", "is_blank", "places", "say", "validate"]

Value = float | str | tuple[str, ...]
MAX_TEXT = 2000  # characters
MAX_SHOWN = 40  # characters of a wrong option that a message repeats


@dataclass(frozen=True)
class Answer:
    """An answer in its saved form.

    Attributes:
        value: a number in the question's unit, an option's id, a text, or a tuple of ids (in order for a
            ranking, else in the order of the options).
        hint: what a careful reader might want to know about it, or None.
    """

    value: Value
    hint: Problem | None = None


def is_blank(raw: object) -> bool:
    """Whether nothing was answered: None, an empty or white text, an empty list."""
    if isinstance(raw, str):
        return not raw.strip()
    return raw is None or (isinstance(raw, list | tuple) and not raw)


def validate(question: Question, raw: object) -> Answer | Problem:
    """The answer that ``raw`` gives to ``question``, or the reason why it gives none."""
    if is_blank(raw):
        return Problem(N_("Not answered yet."))
    return _BY_KIND[question.kind](question, raw)


def say(problem: Problem, t: Translator) -> str:
    """The problem in the language of ``t``."""
    words = {key: t(str(value)) if key == "unit" else value for key, value in problem.values.items()}
    return t(problem.template, **words)


def _number(question: Question, raw: object) -> Answer | Problem:
    value = parse_number(raw, question.unit)
    if isinstance(value, Problem):
        return value
    low, high = question.minimum, question.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return Problem(
            N_("{given} lies outside {low} to {high} {unit}."),
            {
                "given": f"{value:,.10g}",
                "low": f"{low:,.10g}",
                "high": f"{high:,.10g}",
                "unit": question.unit,
            },
        )
    return Answer(value, _percent_hint(question, value))


def _percent_hint(question: Question, value: float) -> Problem | None:
    if question.unit != "%" or not 0 < abs(value) < 1:
        return None
    return Problem(
        N_("Read as {value} %. If you mean {percent} %, type {percent}."),
        {"value": f"{value:.10g}", "percent": f"{value * 100:.10g}"},
    )


def _choice(question: Question, raw: object) -> Answer | Problem:
    if not isinstance(raw, str) or raw not in question.option_ids:
        return Problem(N_("Choose one of the options."))
    return Answer(raw)


def _choices(question: Question, raw: object) -> Answer | Problem:
    given = _ids(question, raw)
    return given if isinstance(given, Problem) else _counted(question, _in_order(question, given))


def _ranking(question: Question, raw: object) -> Answer | Problem:
    given = _ids(question, raw)
    if isinstance(given, Problem):
        return given
    wanted = places(question)
    if len(given) != wanted:
        return Problem(N_("Fill {count} places: {done} are filled."), {"count": wanted, "done": len(given)})
    return Answer(given)


def places(question: Question) -> int:
    """How many places a ranking has: its maximum, else one for each option."""
    return int(question.maximum or len(question.options))


def _accounts(question: Question, raw: object) -> Answer | Problem:
    parts = _split(raw) if isinstance(raw, str) else raw
    given = _ids(question, parts)
    return given if isinstance(given, Problem) else _counted(question, _in_order(question, given))


def _text(question: Question, raw: object) -> Answer | Problem:
    if not isinstance(raw, str):
        return Problem(N_("This must be a text."))
    text = unicodedata.normalize("NFC", raw).strip()
    low, high = int(question.minimum or 1), int(question.maximum or MAX_TEXT)
    if not low <= len(text) <= high:
        return Problem(
            N_("Write {low} to {high} characters: there are {count}."),
            {"low": low, "high": high, "count": len(text)},
        )
    return Answer(text)


def _split(raw: str) -> list[str]:
    """The parts of 'A03, Nordlys Appliances；a17': commas, semicolons and lines part them."""
    plain = unicodedata.normalize("NFKC", raw).replace("、", ",").replace(";", ",").replace("\n", ",")
    return [part.strip() for part in plain.split(",") if part.strip()]


def _ids(question: Question, raw: object) -> tuple[str, ...] | Problem:
    """The options meant, in the order given; an id counts in small letters too, a name counts as its id."""
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        return Problem(N_("This must be a list of options."))
    known = _spellings(question)
    found: list[str] = []
    for part in raw:
        option = known.get(_key(part)) if isinstance(part, str) else None
        if option is None:
            return Problem(N_("'{given}' is not one of the options."), {"given": str(part)[:MAX_SHOWN]})
        if option in found:
            return Problem(N_("'{given}' is given twice."), {"given": option})
        found.append(option)
    return tuple(found)


@lru_cache(maxsize=64)  # at grading the same questions come with every submission
def _spellings(question: Question) -> dict[str, str]:
    labels = {
        _key(words): option.id
        for option in question.options
        for words in (option.label.en, option.label.zh, option.label.en.removesuffix(f" ({option.id})"))
    }
    return labels | {_key(option.id): option.id for option in question.options}


def _key(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _in_order(question: Question, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(given, key=question.option_ids.index))


def _counted(question: Question, given: tuple[str, ...]) -> Answer | Problem:
    low, high = int(question.minimum or 1), int(question.maximum or len(question.options))
    if low <= len(given) <= high:
        return Answer(given)
    values = {"low": low, "high": high, "count": len(given)}
    if low == high:
        return Problem(N_("Choose exactly {low}: {count} are chosen."), values)
    return Problem(N_("Choose {low} to {high}: {count} are chosen."), values)


_BY_KIND: dict[str, Callable[[Question, object], Answer | Problem]] = {
    "accounts": _accounts,
    "choice": _choice,
    "choices": _choices,
    "number": _number,
    "ranking": _ranking,
    "text": _text,
}
