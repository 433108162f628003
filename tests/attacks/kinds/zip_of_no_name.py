from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    path.write_bytes(small.zipped_from(dict.fromkeys((".", "./.", "case.ipynb"), b"{}")))


ATTACK = Attack(
    "names in an archive that name nothing",
    place=instead(_make),
    reason="not in the current format",
)
