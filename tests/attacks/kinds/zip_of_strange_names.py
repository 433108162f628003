from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    names = ("-rf", "\x1b[2J\n\u202e.txt", "CON", "a" * 300, "b/" * 100 + "c", " ", "case.ipynb\0.txt")
    path.write_bytes(small.zipped_from(dict.fromkeys(names, b"{}")))


ATTACK = Attack(
    "names in an archive that no disk would take",
    place=instead(_make),
    reason="zip only the case folder",
)
