from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    path.write_bytes(small.zipped(case__ipynb=bytes(60 << 20), answers__json=b"{}"))


ATTACK = Attack(
    "an archive that grows a thousandfold",
    place=instead(_make),
    reason="would unpack to 60.0 MB",
)
