"""Live exercises over the course's models: the same in JupyterLab and on a static page.

An exercise is one ``decision.Decision``, a self-check one ``quiz.Quiz``; ``shell`` draws both. They are made
of ``controls``, ``picture`` (charts with their tables), ``sides`` (seller and buyer), ``formula`` (equations)
and ``verdict`` (reasons), a game also of ``moves``; ``figure`` holds the still pictures of a chapter.

A unit's package (``u01`` …) names what it offers in ``EXERCISES``. The register, the coverage of the
concepts, the tests and the worker of the live page read it there. A package with another name, such as
``game``, stands beside the units, with a page of its own.
"""

import re
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kamlab.widgets.shell import Definition

__all__ = ["Entry", "everything", "registry", "units"]

_UNIT = re.compile(r"u\d\d")


@dataclass(frozen=True)
class Entry:
    """One exercise or one question of a quiz.

    Args:
        exercise_id: of the exercise, or of the quiz followed by ``/`` and the question's id.
        unit: the unit's id; what stands beside the units has its package's name.
        kind: ``"exercise"`` or ``"quiz-question"``.
        concepts: ids of the concepts that it exercises.
    """

    exercise_id: str
    unit: str
    kind: str
    concepts: tuple[str, ...]


def everything() -> dict[str, tuple["Definition", ...]]:
    """All that the course offers, by its page: the units in their order, then what stands beside them."""
    names = (found.name for found in iter_modules(__path__) if found.ispkg)
    ordered = sorted(names, key=lambda name: (not _UNIT.fullmatch(name), name))
    return {name: import_module(f"{__name__}.{name}").EXERCISES for name in ordered}


def units() -> dict[str, tuple["Definition", ...]]:
    """Every unit's exercises and quiz, by the unit's id, in the order of the course."""
    return {name: exercises for name, exercises in everything().items() if _UNIT.fullmatch(name)}


def registry() -> list[Entry]:
    """Every exercise and every quiz question of the course, unit by unit."""
    return [entry for exercises in everything().values() for one in exercises for entry in one.entries()]
