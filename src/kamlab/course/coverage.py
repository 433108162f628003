"""Whether every concept of the source text is taught, exercised and examined in its unit.

``concepts.csv`` says which unit a concept belongs to. It is *taught* where the unit's chapter carries its
label (``(concept-c01)=``), *exercised* where a live exercise names it, *examined* where a quiz question or a
question of the case names it.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kamlab.answers.questions_file import load_questions
from kamlab.course import outline
from kamlab.widgets import registry

__all__ = ["Concept", "Gap", "concepts", "gaps"]

_LABEL = re.compile(r"^\((concept-c\d\d)\)=\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Concept:
    """One concept of the source text.

    Attributes:
        id: ``"C01"`` to ``"C64"``.
        en: the concept in English.
        zh: its words in the source text.
        unit: the unit that teaches it.
        models: the modules of ``kamlab.models`` that serve it.
    """

    id: str
    en: str
    zh: str
    unit: str
    models: tuple[str, ...] = ()


@dataclass(frozen=True)
class Gap:
    """Something that a unit owes to a concept: ``lacks`` is ``taught``, ``exercised`` or ``examined``."""

    concept: Concept
    lacks: str


def concepts(unit: str) -> tuple[Concept, ...]:
    """The concepts of ``unit``, in the order of the source text."""
    path = Path(__file__).with_name("concepts.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["unit"] == unit]
    return tuple(
        Concept(row["id"], row["en"], row["zh"], row["unit"], tuple(row["models"].split())) for row in rows
    )


def gaps(root: Path, unit: str) -> tuple[Gap, ...]:
    """What ``unit`` still owes to its concepts; empty when it is complete.

    Args:
        root: the project's folder.
        unit: such as ``"u01"``.

    Raises:
        CourseError: the course has no such unit.
    """
    found = {"taught": taught(root, unit), "exercised": exercised(unit), "examined": examined(root, unit)}
    return tuple(
        Gap(concept, lacks)
        for concept in concepts(unit)
        for lacks, covered in found.items()
        if concept.id not in covered
    )


def taught(root: Path, unit: str) -> frozenset[str]:
    """The concepts that the unit's chapter carries a label for."""
    path = root / "book" / f"{outline.load_outline(root).unit(unit).chapter}.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return frozenset(label.removeprefix("concept-").upper() for label in _LABEL.findall(text))


def exercised(unit: str) -> frozenset[str]:
    """The concepts that a live exercise of the unit names."""
    return frozenset(_registered(unit, "exercise"))


def examined(root: Path, unit: str) -> frozenset[str]:
    """The concepts that a quiz question or a question of the case names."""
    path = root / "solutions" / unit / "questions.toml"
    asked = load_questions(path).questions if path.is_file() else ()
    in_case = (concept for question in asked for concept in question.concepts)
    return frozenset([*_registered(unit, "quiz-question"), *in_case])


def _registered(unit: str, kind: str) -> Iterator[str]:
    entries = (entry for entry in registry() if (entry.unit, entry.kind) == (unit, kind))
    return (concept for entry in entries for concept in entry.concepts)
