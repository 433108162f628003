from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    content = bytearray(small.zipped(case__ipynb=b"{}", answers__json=b"{}"))
    for start in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[start] |= 1
    path.write_bytes(content)


ATTACK = Attack(
    "an archive that wants a password",
    place=instead(_make),
    reason="locked with a password",
)
