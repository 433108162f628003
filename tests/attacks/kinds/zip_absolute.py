from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    names = ("/left_behind", "C:\\left_behind", "\\\\server\\left_behind", "//left_behind", "case.ipynb")
    path.write_bytes(small.zipped_from(dict.fromkeys(names, b"{}")))


ATTACK = Attack(
    "an archive whose files have their place on the disk",
    place=instead(_make),
    reason="which leads outside of it",
)
