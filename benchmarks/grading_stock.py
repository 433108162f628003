"""nbgrader as it comes: its course folder, its command line, and its Python interface in one process.

The cases need one thing that nbgrader has no step for: ``KAMLAB_TRAINEE_CODE``, from which the hidden tests
know whose ledger to ask about. ``nbgrader_config.py`` sets it in nbgrader's own ``pre_convert_hook``, which
runs before each submission; the kernel inherits it. It costs microseconds. Nothing else is changed.

    .venv/bin/python benchmarks/grading_stock.py FOLDER

grades what lies in FOLDER through ``NbGraderAPI.autograde``, one submission after the other.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from grading_runs import SCRIPTS, Command, Cost, measured
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

CONFIG = "nbgrader_config.py"
_HOOK = """
import os
from pathlib import Path

from kamlab.data import case_code, read_secret

_SECRET = read_secret(Path("course-secret.txt").resolve())


def _whose(assignment, student, notebooks):
    # 'student' is '*' for a whole batch; the path submitted/<student>/<unit>/case.ipynb is not
    os.environ["KAMLAB_TRAINEE_CODE"] = case_code(_SECRET, Path(notebooks[0]).parts[-3])


c.CourseDirectory.course_id = "bench"
c.Autograde.pre_convert_hook = _whose
"""


def set_up(template: Path, built: Path, unit: str, secret: Path) -> None:
    """Make nbgrader's course folder, with the case entered in its gradebook by nbgrader's own command.

    Args:
        template: the folder to make.
        built: ``build`` of the project: the case's source with solutions and hidden tests.
        unit: e.g. ``"u01"``.
        secret: the course secret of the cohort.
    """
    shutil.rmtree(template, ignore_errors=True)
    shutil.copytree(built / "source" / unit, template / "source" / unit)
    shutil.copyfile(secret, template / "course-secret.txt")
    stubs = (built / CONFIG).read_text(encoding="utf-8")
    (template / CONFIG).write_text(stubs + _HOOK, encoding="utf-8")
    words: list[str | Path] = [SCRIPTS / "nbgrader", "generate_assignment", unit]
    measured(Command(words, template, template / "logs" / "generate.log"))


def fresh(template: Path, folder: Path, submitted: Path, trainees: Iterable[str]) -> None:
    """Put a copy of the prepared folder in the place of ``folder``, with the work of ``trainees``."""
    put_away(folder)
    shutil.copytree(template, folder)
    for trainee in trainees:
        shutil.copytree(submitted / trainee, folder / "submitted" / trainee)


def put_away(folder: Path) -> None:
    """Move a folder out of the way, into the attic beside it, to be removed when all is measured.

    For minutes after a file was removed, ext4 searches around its place whenever it makes another: a run
    that writes much would pay for what lay there before.
    """
    if folder.exists():
        attic = folder.with_name("attic")
        attic.mkdir(exist_ok=True)
        folder.rename(attic / f"{folder.name}-{time.monotonic_ns()}")


def clear_attic(folder: Path) -> None:
    """Remove what was put away; nbgrader makes its files read-only, which need not stop their owner."""
    attic = folder / "attic"
    if attic.exists():
        subprocess.run(["chmod", "-R", "u+w", attic], check=True)
        shutil.rmtree(attic)


def by_command(folder: Path, unit: str) -> Cost:
    """Grade all that lies in ``folder`` with the command line; what is graded already is passed over."""
    words: list[str | Path] = [SCRIPTS / "nbgrader", "autograde", unit]
    return measured(Command(words, folder, folder / "logs" / "autograde.log", cores=1))


def feedback(folder: Path, unit: str) -> Cost:
    """Write the feedback pages of all that is graded; those that are there are passed over."""
    words: list[str | Path] = [SCRIPTS / "nbgrader", "generate_feedback", unit]
    return measured(Command(words, folder, folder / "logs" / "feedback.log", cores=1))


def by_api(folder: Path) -> Cost:
    """Grade all that lies in ``folder`` through the Python interface, in a process of its own."""
    words: list[str | Path] = [sys.executable, Path(__file__).resolve(), folder]
    return measured(Command(words, folder, folder / "logs" / "api.log", cores=1))


def main() -> None:
    """Grade the folder that the command line names."""
    os.chdir(sys.argv[1])
    api = NbGraderAPI(config=PyFileConfigLoader(CONFIG, path=".").load_config())
    for path in sorted(Path("submitted").glob("*/*")):
        result = api.autograde(path.name, path.parent.name)
        if not result["success"]:
            sys.exit(f"{path}: {result.get('error')}\n{result.get('log')}")


if __name__ == "__main__":
    main()
