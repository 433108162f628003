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

from kamlab.grading.case import Case
from kamlab.grading.rebuild import Notebook
from kamlab.grading.safe import safe_notebook
from kamlab.grading.submission import NOTEBOOK

__all__ = ["Workspace", "kept"]

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
        """Where the results of a unit are kept."""
        return self.root / "results" / unit

    def set_up(self, case: Case) -> None:
        """Make the folders, the configuration, and nbgrader's copy of the source."""
        self.root.mkdir(parents=True, exist_ok=True)
        if not self.config.exists():
            self.config.write_text(_CONFIG.substitute(course=case.outline.id), encoding="utf-8")
        source = {f"source/{case.unit}/{NOTEBOOK}": _json(case.source, indent=1)}
        self.put(source | {f"source/{case.unit}/{name}": content for name, content in case.files.items()})

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
    trainee: str, unit: str, notebooks: tuple[Notebook, Notebook], submitted: datetime | None
) -> dict[str, bytes]:
    """The rebuilt and the executed notebook as files where nbgrader looks for them."""
    stamp = {"timestamp.txt": f"{submitted:%Y-%m-%d %H:%M:%S.%f UTC}\n".encode()} if submitted else {}
    files: dict[str, bytes] = {}
    for step, notebook in zip(("submitted", "autograded"), notebooks, strict=True):
        inside = {NOTEBOOK: _json(safe_notebook(notebook))} | stamp
        files |= {f"{step}/{trainee}/{unit}/{name}": content for name, content in inside.items()}
    return files


def _json(notebook: Notebook, indent: int | None = None) -> bytes:
    return json.dumps(notebook, ensure_ascii=False, indent=indent).encode()
