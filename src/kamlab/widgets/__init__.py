"""Live exercises over the course's models: the same in JupyterLab and on a static page.

``shell`` draws, ``controls`` are what a trainee moves, ``verdict`` and ``quiz`` answer; a unit's package
holds its exercises as plain functions (``u01.lifetime_value()``). ``registry`` lists which concept is
exercised where.
"""

from dataclasses import dataclass

__all__ = ["Entry", "registry"]


@dataclass(frozen=True)
class Entry:
    """One exercise or one question of a quiz.

    Args:
        exercise_id: of the exercise, or of the quiz followed by ``/`` and the question's id.
        unit: the unit's id.
        kind: ``"exercise"`` or ``"quiz-question"``.
        concepts: ids of the concepts that it exercises.
    """

    exercise_id: str
    unit: str
    kind: str
    concepts: tuple[str, ...]


def registry() -> list[Entry]:
    """Every exercise and every quiz question of the course, unit by unit."""
    from kamlab.widgets.u01 import entries  # noqa: PLC0415 - the units import the shell from here

    return entries()
