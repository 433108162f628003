"""The case as the grader needs it: our source without solutions, its files, questions, deadline and feedback.

The one module of grading that knows where a course keeps these things.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import kamlab
from kamlab.answers import QuestionSet, load_questions
from kamlab.course.outline import Assignment, Outline, load_outline
from kamlab.course.template import template_of
from kamlab.errors import GradingError
from kamlab.grading.rebuild import Notebook, cell_roles
from kamlab.grading.script import defined_names
from kamlab.grading.sections import section_titles
from kamlab.grading.submission import NOTEBOOK
from kamlab.i18n import LANGUAGES

__all__ = ["Case", "code_digest", "load_case", "stub_texts"]

_NOT_HANDED_ON = {".ipynb", ".py", ".pyc"}


@dataclass(frozen=True)
class Case:
    """One unit's case.

    Args:
        unit: e.g. ``"u01"``.
        outline: the course.
        assignment: title, points, deadline.
        source: our notebook with the solutions taken out, hidden tests in, and nbgrader's checksums.
        stubs: grade id to the texts that the releases put into a solution cell.
        given: the texts that the releases hold in cells without a grade id: ours, not the trainee's.
        files: what lies beside the notebook: name to bytes.
        questions: what the form asks.
        feedback: the authored texts, as TOML data; empty when the case has none.
        releases: language to the notebook that trainees got, where it was released.
        sections: label of a section of the chapter to its title by language.
        names: what the author's own solution cells define: what tests may read of a trainee's.
        digest: changes whenever anything of the above, or kamlab itself, changes.
    """

    unit: str
    outline: Outline
    assignment: Assignment
    source: Notebook
    stubs: Mapping[str, frozenset[str]]
    given: frozenset[str]
    files: Mapping[str, bytes]
    questions: QuestionSet
    feedback: bytes
    releases: Mapping[str, Notebook]
    sections: Mapping[str, Mapping[str, str]]
    names: frozenset[str]
    digest: str

    @cached_property
    def roles(self) -> Mapping[str, Mapping[str, Any]]:
        """Grade id to the nbgrader metadata of its cell, in the notebook's order."""
        return cell_roles(self.source)

    @cached_property
    def written_for(self) -> Mapping[str, str]:
        """Graded cell to the one that the trainee writes for it: an essay itself, or that before a test."""
        found, latest = {}, ""
        for name, role in self.roles.items():
            latest = name if role.get("solution") else latest
            found[name] = latest
            latest = "" if role.get("grade") else latest
        return found


def load_case(course: Path, unit: str) -> Case:
    """Read the case of ``unit``.

    Args:
        course: the course's folder, with ``course.toml``, ``solutions`` and ``build/source``.
        unit: e.g. ``"u01"``.

    Raises:
        GradingError: the case was not released, or its notebook is damaged.
        CourseError: ``course.toml`` is wrong or has no such case.
    """
    outline = load_outline(course)
    assignment = outline.assignment(unit)
    sections = section_titles(course, outline.unit(unit).chapter)
    folder = course / "build" / "source" / unit
    notebook = _notebook(folder / NOTEBOOK, unit)
    source = template_of(course, unit, (folder / NOTEBOOK).read_bytes())
    files = {path.name: path.read_bytes() for path in _companions(folder)}
    authored = course / "solutions" / unit / "feedback.toml"
    feedback = authored.read_bytes() if authored.exists() else b""
    paths = {lang: course / "exercises" / lang / unit / NOTEBOOK for lang in LANGUAGES}
    releases = {lang: _notebook(path, unit) for lang, path in paths.items() if path.exists()}
    return Case(
        unit=unit,
        outline=outline,
        assignment=assignment,
        source=source,
        stubs=stub_texts([source, *releases.values()]),
        given=_given_texts([source, *releases.values()]),
        files=files,
        questions=load_questions(folder / "questions.toml"),
        feedback=feedback,
        releases=releases,
        sections=sections,
        names=defined_names(notebook),
        digest=_digest(
            [
                json.dumps([source, releases, sections]).encode(),
                feedback,
                repr(assignment).encode(),
                *_flat(files),
            ]
        ),
    )


def _notebook(path: Path, unit: str) -> Notebook:
    try:
        notebook: Notebook = json.loads(path.read_bytes())
    except OSError as error:
        raise GradingError(
            "The case's source {path} is not there: run 'kamlab release {unit}' first.", path=path, unit=unit
        ) from error
    except ValueError as error:
        raise GradingError(
            "{path} is damaged: run 'kamlab release {unit}' again.", path=path, unit=unit
        ) from error
    return notebook


def _companions(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and path.suffix not in _NOT_HANDED_ON)


def _flat(files: Mapping[str, bytes]) -> Iterable[bytes]:
    return (part for name, content in sorted(files.items()) for part in (name.encode(), content))


def _digest(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256(kamlab.__version__.encode())
    for part in [*parts, code_digest().encode()]:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


@cache
def code_digest() -> str:
    """Changes with kamlab's own modules: a changed ledger or marking rule must be graded again."""
    root = Path(kamlab.__path__[0])
    parts = [
        path
        for area in ("answers", "course", "data", "models", "grading")
        for path in (root / area).rglob("*")
    ]
    texts = sorted(path for path in parts if path.suffix in {".py", ".html", ".css", ".toml"})
    whole = hashlib.sha256()
    for path in texts:
        whole.update(path.relative_to(root).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def stub_texts(notebooks: Iterable[Notebook]) -> dict[str, frozenset[str]]:
    """Grade id to every text that ``notebooks`` give to that solution cell, without white space around it."""
    found: dict[str, set[str]] = {}
    for notebook in notebooks:
        roles = cell_roles(notebook)
        for cell in notebook["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if name in roles and roles[name].get("solution"):
                found.setdefault(name, set()).add("".join(cell["source"]).strip())
    return {name: frozenset(texts) for name, texts in found.items()}


def _given_texts(notebooks: Iterable[Notebook]) -> frozenset[str]:
    return frozenset(
        "".join(cell["source"]).strip()
        for notebook in notebooks
        for cell in notebook["cells"]
        if not cell["metadata"].get("nbgrader", {}).get("grade_id")
    )
