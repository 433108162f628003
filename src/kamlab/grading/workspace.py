"""``build/nbgrader``: nbgrader's course folder as we keep it, so that its formgrader opens there.

``source``, ``submitted`` and ``autograded`` hold what nbgrader expects. What was handed in stays where it
was; in ``submitted`` lies the rebuilt notebook, which holds no metadata of the trainee's.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template

from kamlab.grading.case import Case
from kamlab.grading.rebuild import Notebook
from kamlab.grading.safe import safe_notebook
from kamlab.grading.submission import NOTEBOOK

__all__ = ["Workspace"]

_CONFIG = Template(
    '''"""Written by 'kamlab grade'; read by nbgrader and its formgrader when started in this folder."""

from pathlib import Path

c = get_config()  # noqa: F821 - nbgrader provides it
c.CourseDirectory.course_id = "$course"
c.CourseDirectory.root = str(Path(__file__).parent.resolve())
c.CourseDirectory.db_url = "sqlite:///" + str(Path(__file__).parent.resolve() / "gradebook.db")
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
        """The gradebook for SQLAlchemy."""
        return f"sqlite:///{self.root.resolve() / 'gradebook.db'}"

    @property
    def config(self) -> Path:
        """Nbgrader's configuration; written once, then the trainer's."""
        return self.root / "nbgrader_config.py"

    def feedback(self, trainee: str, unit: str) -> Path:
        """Where the trainee's feedback page goes."""
        return self.root / "feedback" / trainee / unit / "feedback.html"

    def report(self, unit: str) -> Path:
        """Where the table goes as CSV."""
        return self.root / "reports" / f"{unit}.csv"

    def results(self, unit: str) -> Path:
        """Where the results of a unit go."""
        return self.root / "results" / unit

    def set_up(self, case: Case) -> None:
        """Make the folders, the configuration, and nbgrader's copy of the source."""
        self.root.mkdir(parents=True, exist_ok=True)
        if not self.config.exists():
            self.config.write_text(_CONFIG.substitute(course=case.outline.id), encoding="utf-8")
        self._write("source", ".", case.unit, case.source, case.files, None)

    def keep(
        self, trainee: str, unit: str, notebooks: tuple[Notebook, Notebook], submitted: datetime | None
    ) -> None:
        """Write the rebuilt and the executed notebook where nbgrader looks for them."""
        rebuilt, executed = notebooks
        self._write("submitted", trainee, unit, safe_notebook(rebuilt), {}, submitted)
        self._write("autograded", trainee, unit, safe_notebook(executed), {}, submitted)

    def _write(  # noqa: PLR0913, PLR0917 - nbgrader's folder structure has these parts
        self,
        step: str,
        trainee: str,
        unit: str,
        notebook: Notebook,
        files: Mapping[str, bytes],
        submitted: datetime | None,
    ) -> None:
        folder = self.root / step / trainee / unit
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / NOTEBOOK).write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
        for name, content in files.items():
            (folder / name).write_bytes(content)
        if submitted:
            (folder / "timestamp.txt").write_text(f"{submitted:%Y-%m-%d %H:%M:%S.%f UTC}\n", encoding="utf-8")
