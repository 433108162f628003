"""Whose file is it? How nbgrader and learning platforms name what they export.

=========  ==================================================================================
nbgrader   ``<trainee>/<unit>/case.ipynb``, with ``timestamp.txt`` beside it
folder     ``<trainee>/case.ipynb``
Moodle     ``Full Name_123456_assignsubmission_file_/case.ipynb``, as folders or in one zip
Canvas     ``lastfirst_LATE_12345_67890_case-1.ipynb``, all in one zip
plain      ``<trainee>.zip`` with the case's files in it
=========  ==================================================================================
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

__all__ = ["Label", "canvas", "moodle"]

_MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_?")
_CANVAS = re.compile(r"(?P<name>[^_/]+)(?P<late>_LATE)?_(?P<user>\d+)_(?P<submission>\d+)_(?P<file>.+)")
_AGAIN = re.compile(r"-\d+(?=\.[^.]+$)")


@dataclass(frozen=True)
class Label:
    """What a platform wrote about the owner of a file.

    Args:
        name: the name or short name that it shows.
        number: its own number of the person or submission; empty when it gives none.
        late: whether it marked the submission as late.
    """

    name: str
    number: str = ""
    late: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """What to look for in a roster, the surest first."""
        return tuple(text for text in (self.number, self.name) if text)


def moodle(path: PurePosixPath) -> tuple[Label, PurePosixPath] | None:
    """The owner and the path inside the submission, if Moodle named the first folder."""
    found = _MOODLE.fullmatch(path.parts[0]) if path.parts else None
    if not found:
        return None
    return Label(found["name"], found["number"]), PurePosixPath(*path.parts[1:])


def canvas(path: PurePosixPath) -> tuple[Label, PurePosixPath] | None:
    """The owner and the file's own name, if Canvas named it; ``case-1.ipynb`` is ``case.ipynb`` again."""
    found = _CANVAS.fullmatch(path.name) if len(path.parts) == 1 else None
    if not found:
        return None
    label = Label(found["name"], found["user"], found["late"] is not None)
    return label, PurePosixPath(_AGAIN.sub("", found["file"]))
