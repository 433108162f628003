from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    path.write_bytes(small.zipped(case__ipynb=bytes(1000))[:-30])


ATTACK = Attack(
    "an archive that ends in the middle",
    place=instead(_make),
    reason="not a whole zip file",
)
