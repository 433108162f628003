"""A case from its authored source to what trainees get: ``exercises/{en,zh}/<unit>/`` and nbgrader's source.

nbgrader's own preprocessors make the release, called here in its order, so that its command line makes the
same. Around them stand checks of our own, because nbgrader accepts roles that it cannot grade and would not
notice a line of a solution that was left in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from kamlab.answers.questions import QuestionSet
from kamlab.answers.questions_file import load_questions
from kamlab.course import catalogues, outline, roles, stubs, template, translate, truth
from kamlab.course.percent import as_json, from_json, read_percent, write_if_changed
from kamlab.errors import CourseError
from kamlab.i18n import LANGUAGES

__all__ = ["NOTEBOOK", "Built", "build", "differences", "nbgrader_source", "write"]

NOTEBOOK = "case.ipynb"
QUESTIONS = "questions.toml"
_CODE_NAME = re.compile(r"\W+")
_MIN_LEAK = 16  # characters: a shorter line, such as 'return marks', says nothing


@dataclass(frozen=True)
class Source:
    """The authored parts of one case.

    Attributes:
        root: the project's folder.
        unit: such as ``"u01"``.
    """

    root: Path
    unit: str

    @cached_property
    def folder(self) -> Path:
        """``solutions/<unit>``."""
        return truth.source_folder(self.root, self.unit)

    @cached_property
    def questions(self) -> QuestionSet:
        """The questions of the form."""
        return load_questions(self.folder / QUESTIONS)

    def notebook(self) -> NotebookNode:
        """The case as a notebook, hidden tests complete."""
        return truth.inlined(read_percent(self.folder / "case.py"), self._read(truth.FILE))

    def _read(self, name: str) -> str:
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except OSError as error:
            raise CourseError("{path} cannot be read: {why}.", path=self.folder / name, why=error) from error

    def secret_lines(self, notebook: NotebookNode) -> frozenset[str]:
        """Every line that must not reach a trainee: solutions, hidden tests, truth and feedback."""
        hidden = [line for cell in notebook.cells for line in _hidden_lines(cell.source)]
        files = [self._read(name).splitlines() for name in (truth.FILE, "feedback.toml")]
        lines = (line.strip() for part in (hidden, *files) for line in part)
        return frozenset(line for line in lines if len(_CODE_NAME.sub("", line)) >= _MIN_LEAK)


def _hidden_lines(source: str) -> Iterator[str]:
    return (line for line, hidden in translate.lines_of(source) if hidden)


@dataclass(frozen=True)
class Built:
    """The files of one release: path below the project's folder → text."""

    exercises: Mapping[str, str]
    source: Mapping[str, str]


def build(root: Path, unit: str) -> Built:
    """Make the release of ``unit`` in memory.

    Raises:
        CourseError: the source is wrong, or something of a solution would have been released.
        TranslationError: the Chinese lacks a text.
    """
    source = Source(root, unit)
    notebook = source.notebook()
    roles.check_cells(notebook)
    _check_points(source, notebook)
    questions = (source.folder / QUESTIONS).read_text(encoding="utf-8")
    exercises = {}
    for lang in LANGUAGES:
        exercises[f"exercises/{lang}/{unit}/{NOTEBOOK}"] = as_json(released(source, _in(lang, source), lang))
        exercises[f"exercises/{lang}/{unit}/{QUESTIONS}"] = questions
    solved = as_json(notebook)
    _check_leaks(exercises, source.secret_lines(notebook) | source.secret_lines(_in("zh", source)), source)
    return Built(
        exercises,
        {
            f"build/source/{unit}/{NOTEBOOK}": solved,
            template.place(unit): template.written(solved),
            f"build/source/{unit}/{QUESTIONS}": questions,
            "build/nbgrader_config.py": stubs.as_file(),
        },
    )


def _in(lang: str, source: Source) -> NotebookNode:
    """The case with its solutions, in ``lang``."""
    notebook = source.notebook()
    if lang == "en":
        return notebook
    path = translate.catalogue_path(source.root, source.unit)
    return translate.translated(notebook, catalogues.read(path), path.name)


def released(source: Source, notebook: NotebookNode, lang: str) -> NotebookNode:
    """``notebook`` as nbgrader releases it: no solutions, no hidden tests, locked cells with checksums."""
    resources = {"unique_key": source.unit, "notebook_id": Path(NOTEBOOK).stem}
    for preprocessor in _preprocessors(stubs.settings(lang)):
        notebook, resources = preprocessor.preprocess(notebook, resources)
    nbformat.validate(notebook)
    return notebook


def _preprocessors(config: Config) -> list[Any]:
    """nbgrader's, in the order of its generate_assignment, without the gradebook's."""
    from nbgrader import preprocessors as steps  # noqa: PLC0415 - a second of imports that only a release needs

    order = (
        steps.LockCells,
        steps.ClearSolutions,
        steps.ClearOutput,
        steps.CheckCellMetadata,
        steps.ComputeChecksums,
        steps.ClearHiddenTests,
        steps.ClearMarkScheme,
        steps.ComputeChecksums,
        steps.CheckCellMetadata,
    )
    return [step(config=config) for step in order]


def _check_points(source: Source, notebook: NotebookNode) -> None:
    """Points in the notebook, in the questions and in course.toml are the same."""
    points = roles.points_of(notebook)
    for question in source.questions.questions:
        if points.get(question.id) != question.points:
            raise CourseError(
                "Question '{id}' is worth {asked} points in questions.toml, {graded} in case.py: mend one.",
                id=question.id,
                asked=question.points,
                graded=points.get(question.id, "none"),
            )
    declared = outline.load_outline(source.root).assignment(source.unit).points
    if sum(points.values()) != declared:
        raise CourseError(
            "The cells of case {unit} are worth {sum} points, in course.toml {declared}: make them equal.",
            unit=source.unit,
            sum=sum(points.values()),
            declared=declared,
        )


def _check_leaks(exercises: Mapping[str, str], secrets: frozenset[str], source: Source) -> None:
    """Refuse a release in which a line of a solution, hidden test, truth or feedback stands."""
    public = _public_lines(source)
    for path, content in exercises.items():
        lines = _plain_lines(path, content)
        leaked = sorted((secrets - public) & lines) or [word for word in _MARKERS if word in content]
        if leaked:
            raise CourseError(
                "{path} would give away '{line}': it stands in a solution, a hidden test or the feedback.",
                path=path,
                line=leaked[0],
            )


_MARKERS = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "END HIDDEN", truth.MARKER)


def _plain_lines(path: str, content: str) -> frozenset[str]:
    if not path.endswith(".ipynb"):
        return frozenset(line.strip() for line in content.splitlines())
    cells = from_json(content).cells
    return frozenset(line.strip() for cell in cells for line in cell.source.splitlines())


def _public_lines(source: Source) -> frozenset[str]:
    """Lines that stand in the open part of the source too, such as an import: no secret."""
    lines: set[str] = set()
    for lang in LANGUAGES:
        for cell in _in(lang, source).cells:
            hidden = set(_hidden_lines(cell.source))
            lines |= {line.strip() for line in cell.source.splitlines() if line not in hidden}
    return frozenset(lines)


def write(root: Path, built: Built) -> list[str]:
    """Write what changed and return its paths."""
    files = {**built.exercises, **built.source}
    return [path for path, content in files.items() if write_if_changed(root / path, content)]


def differences(root: Path, unit: str, built: Built) -> list[str]:
    """The files that are not in step with ``built``: changed, missing or left over."""
    stale = [
        path for path, content in built.exercises.items() if _bytes(root / path) != content.encode("utf-8")
    ]
    present = {
        path.relative_to(root).as_posix()
        for lang in LANGUAGES
        for path in (root / "exercises" / lang / unit).rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }
    return sorted({*stale, *(present - set(built.exercises))})


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def nbgrader_source(root: Path, unit: str) -> Path:
    """The nbgrader source notebook of ``unit``, made by ``kamlab release``.

    Raises:
        CourseError: it has not been made yet.
    """
    path = root / "build" / "source" / unit / NOTEBOOK
    if not path.is_file():
        raise CourseError("{path} is missing: run 'kamlab release {unit}'.", path=path, unit=unit)
    return path
