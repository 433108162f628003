"""What each kind of invented trainee answers: names of answers, chosen by a seeded generator."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

__all__ = ["ODD", "Plan", "plan"]

# JSON that is no answer, whatever the question
ODD = ("oops", "NaN", 1e9, [1, 2], {"a": 1}, True, -1e12)
_FIRST, _BUILT_ON_IT = "pumps-retention", ("lifetime-multiple", "five-points-worth")
_GOOD_SLIPS = 3  # answers of a good trainee that are only near


@dataclass(frozen=True)
class Plan:
    """What one trainee hands in.

    Args:
        answers: question id to the name of an answer: ``right``, ``blank``, ``odd`` or one of the case's own.
        cells: solution cell to the name of what stands in it; ``blank`` leaves it as released.
        essay: ``strong``, ``good``, ``weak`` or ``blank``.
    """

    answers: Mapping[str, str]
    cells: Mapping[str, str] = field(default_factory=dict)
    essay: str = "good"


def plan(kind: str, questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    """The plan of one trainee.

    Args:
        kind: as in ``people.csv``, or one of the crowd's: ``form``, ``analyst``.
        questions: ids of the form's questions.
        cells: grade ids of the solution cells.
        dice: decides what the kind leaves open.
    """
    make = _KINDS.get(kind, _good)
    return make(questions, cells, dice)


def _all(names: Sequence[str], choice: str) -> dict[str, str]:
    return dict.fromkeys(names, choice)


def _strong(questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    return Plan(_all(questions, "right"), {cell: _one(dice, "right", "warns") for cell in cells}, "strong")


def _good(questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    ranked = sorted(questions, key=lambda _: dice.random())
    answers = _all(questions, "right") | _all(ranked[:_GOOD_SLIPS], "near")
    return Plan(answers, {cell: _one(dice, "right", "right", "near", "blank") for cell in cells})


def _partial(questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    choices = ("right", "right", "right", "near", "as a share", "wrong", "blank")
    answers = {question: _one(dice, *choices) for question in questions}
    return Plan(answers, {cell: _one(dice, "near", "blank") for cell in cells})


def _follows(questions: Sequence[str], cells: Sequence[str], _dice: random.Random) -> Plan:
    """A wrong retention rate, from which the next figures follow rightly."""
    later = {_FIRST: "wrong"} | _all(_BUILT_ON_IT, "follows")
    return Plan(_all(questions, "right") | later, _all(cells, "near"))


def _typed(questions: Sequence[str], cells: Sequence[str], _dice: random.Random) -> Plan:
    return Plan(_all(questions, "typed"), _all(cells, "right"), "strong")


def _weak(questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    answers = {question: _one(dice, "wrong", "wrong", "blank", "near") for question in questions}
    return Plan(answers, {cell: _one(dice, "raises", "wrong") for cell in cells}, "weak")


def _blank(questions: Sequence[str], cells: Sequence[str], _dice: random.Random) -> Plan:
    return Plan(_all(questions, "blank"), _all(cells, "blank"), "blank")


def _odd(questions: Sequence[str], cells: Sequence[str], _dice: random.Random) -> Plan:
    return Plan(_all(questions, "odd"), _all(cells, "wrong"), "weak")


def _form(questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    """An honest trainee who answers the form and leaves the analyst's cells as they are."""
    choices = (*["right"] * 6, "typed", "near", "near", "as a share", "wrong", "blank")
    answers = {question: _one(dice, *choices) for question in questions}
    if answers.get(_FIRST) == "wrong":
        answers |= {
            question: _one(dice, "follows", "right") for question in _BUILT_ON_IT if question in answers
        }
    essay = _one(dice, "strong", "good", "good", "good", "weak", "weak", "blank")
    return Plan(answers, _all(cells, "blank"), essay)


def _analyst(questions: Sequence[str], cells: Sequence[str], dice: random.Random) -> Plan:
    """The same on the analyst's track."""
    choices = ("right", "right", "right", "warns", "near", "wrong", "raises")
    return replace(_form(questions, cells, dice), cells={cell: _one(dice, *choices) for cell in cells})


def _one(dice: random.Random, *choices: str) -> str:
    """One of ``choices``; ``random()`` alone is the same in every version of Python."""
    return choices[int(dice.random() * len(choices))]


_KINDS: dict[str, Callable[[Sequence[str], Sequence[str], random.Random], Plan]] = {
    "strong": _strong,
    "good": _good,
    "partial": _partial,
    "follows": _follows,
    "typed": _typed,
    "weak": _weak,
    "blank": _blank,
    "odd": _odd,
    "form": _form,
    "analyst": _analyst,
}
