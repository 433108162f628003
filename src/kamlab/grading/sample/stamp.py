"""What a sample cohort was made from, noted beside it; and the one place that removes an older one."""

import shutil
from pathlib import Path

from kamlab.errors import CourseError

__all__ = ["PART", "begin", "finish", "made_from"]

PART = "part"  # the folder that is being written
_NAME = "made-from.txt"
_UNFINISHED = "unfinished"


def made_from(out: Path) -> str:
    """The note in ``out``; empty where there is none."""
    note = out / _NAME
    return note.read_text(encoding="utf-8") if note.is_file() else ""


def begin(out: Path, note: str = _UNFINISHED) -> None:
    """Remove the sample cohort in ``out``, if there is one, and write ``note`` before anything else.

    Args:
        out: the cohort's folder; made if it is not there.
        note: what is being made.

    Raises:
        CourseError: the submissions in ``out`` are no sample, and so not to be removed.
    """
    submitted = out / "submitted"
    if submitted.exists() and not made_from(out):
        raise CourseError(
            "{folder} holds submissions that are no sample cohort: choose another folder with --out.",
            folder=submitted,
        )
    out.mkdir(parents=True, exist_ok=True)
    finish(out, note)
    for folder in (submitted, out / PART):
        shutil.rmtree(folder, ignore_errors=True)
    (out / "expected.csv").unlink(missing_ok=True)


def finish(out: Path, note: str) -> None:
    """Write down what the cohort in ``out`` was made from."""
    part = out / f"{_NAME}.part"
    part.write_text(note, encoding="utf-8")
    part.replace(out / _NAME)
