"""``build/nbgrader``: nbgrader's course folder as we keep it, so that its formgrader opens there.

``source``, ``submitted`` and ``autograded`` hold what nbgrader expects. What was handed in stays where it
was; in ``submitted`` lies the rebuilt notebook, which holds no metadata of the trainee's.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template

from kamlab.errors import GradingError
from kamlab.grading.book.settings import configured_database
from kamlab.grading.case import Case
from kamlab.grading.rebuild import Notebook
from kamlab.grading.submission import NOTEBOOK

__all__ = ["Workspace", "kept"]

_CONFIG = Template(
    '''"""Written by 'kamlab grade'; read by nbgrader and its formgrader when started in this folder."""

from pathlib import Path

here = Path(__file__).parent.resolve()
c = get_config()  # noqa: F821 - nbgrader provides it
c.CourseDirectory.course_id = "$course"
c.CourseDirectory.root = str(here)
c.CourseDirectory.db_url = $database
# Without an exchange that is strict, formgrader looks for the files of every trainee before it shows a list.
c.Exchange.root = str(here / "exchange")
c.ExchangeSubmit.strict = True
# c.LateSubmissionPlugin.penalty_method = "zero"
'''
)


@dataclass(frozen=True)
class Workspace:
    """nbgrader's folder.

    Args:
        root: ``build/nbgrader``.
    """

    root: Path

    @property
    def gradebook_url(self) -> str:
        """The gradebook's address for SQLAlchemy, as nbgrader's configuration has it.

        Raises:
            GradingError: the configuration cannot be read.
        """
        return configured_database(self.config) or f"sqlite:///{self.root.resolve() / 'gradebook.db'}"

    @property
    def config(self) -> Path:
        """Nbgrader's configuration; written once, then the trainer's."""
        return self.root / "nbgrader_config.py"

    def feedback(self, trainee: str, unit: str) -> Path:
        """Where the trainee's feedback page goes."""
        return self.root / "feedback" / trainee / unit / "feedback.html"

    def autograded(self, trainee: str, unit: str) -> Path:
        """Where the trainee's executed notebook is kept."""
        return self.root / "autograded" / trainee / unit / NOTEBOOK

    def report(self, unit: str) -> Path:
        """Where the table goes as CSV."""
        return self.root / "reports" / f"{unit}.csv"

    def results(self, unit: str) -> Path:
        """Where the results of a unit are kept."""
        return self.root / "results" / unit

    def set_up(self, case: Case, database: str = "") -> None:
        """Make the folders, the configuration, and nbgrader's copy of the source.

        Args:
            case: the case.
            database: the gradebook's address, if the trainer names one.

        Raises:
            GradingError: the configuration cannot be read, or names another database.
        """
        (self.root / "exchange").mkdir(parents=True, exist_ok=True)
        if not self.config.exists():
            self._configure(case.outline.id, database)
        if database and database != self.gradebook_url:
            raise GradingError(
                "{config} names another gradebook than --database: write the same in both, so that "
                "formgrader shows what is graded here.",
                config=self.config,
            )
        source = {f"source/{case.unit}/{NOTEBOOK}": _json(case.source, indent=1)}
        self.put(source | {f"source/{case.unit}/{name}": content for name, content in case.files.items()})

    def _configure(self, course: str, database: str) -> None:
        """Write the first configuration; only this user may read it, for the address may hold a password."""
        address = repr(database) if database else "f\"sqlite:///{here / 'gradebook.db'}\""
        self.config.touch(mode=0o600)
        self.config.write_text(_CONFIG.substitute(course=course, database=address), encoding="utf-8")

    def put(self, files: Mapping[str, bytes]) -> None:
        """Write files, each whole or not at all.

        Args:
            files: path below this folder to content.
        """
        for name, content in files.items():
            path = self.root / name
            part = path.with_name(f".{path.name}.part")
            try:
                part.write_bytes(content)
            except FileNotFoundError:
                path.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(content)
            part.replace(path)


def kept(
    trainee: str,
    unit: str,
    notebooks: tuple[Notebook, Notebook],
    submitted: datetime | None,
    beside: Mapping[str, bytes],
) -> dict[str, bytes]:
    """What nbgrader looks for, as files below its folder.

    Args:
        trainee: her id.
        unit: e.g. ``"u01"``.
        notebooks: the rebuilt one and the executed one, as ``safe_notebook`` makes them.
        submitted: when, in UTC, if known.
        beside: what was handed in beside the notebook, by name.
    """
    # nbgrader reads this form, which is UTC, ten times as fast as one that says so
    stamp = {"timestamp.txt": f"{submitted:%Y%m%dT%H%M%S}\n".encode()} if submitted else {}
    files = {f"submitted/{trainee}/{unit}/{name}": content for name, content in beside.items()}
    for step, notebook in zip(("submitted", "autograded"), notebooks, strict=True):
        inside = {NOTEBOOK: _json(notebook)} | stamp
        files |= {f"{step}/{trainee}/{unit}/{name}": content for name, content in inside.items()}
    return files


def _json(notebook: Notebook, indent: int | None = None) -> bytes:
    return json.dumps(notebook, ensure_ascii=False, indent=indent).encode("utf-8", "replace")
