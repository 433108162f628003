from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    names = ("../next/u01/case.ipynb", "../../course/course.toml", "u01/../../../left_behind", "case.ipynb")
    path.write_bytes(small.zipped_from(dict.fromkeys(names, b"{}")))


ATTACK = Attack(
    "an archive whose files lie outside of it",
    place=instead(_make),
    reason="which leads outside of it",
)
