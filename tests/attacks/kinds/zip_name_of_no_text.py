from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    content = bytearray(small.zipped_from({"ä/case.ipynb": b"{}"}))
    content[30:32] = b"\xff\xff"  # the name as it stands before the file; the one in the list is right
    path.write_bytes(content)


ATTACK = Attack(
    "a name in an archive that is text in one place and none in another",
    place=instead(_make),
    reason="is damaged",
)
