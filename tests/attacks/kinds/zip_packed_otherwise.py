import zipfile
from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    content = bytearray(small.zipped(case__ipynb=b"{}" * 100))
    for start in (8, content.index(b"PK\x01\x02") + 10):
        content[start : start + 2] = b"\x63\x00"  # a way of packing that nobody knows
    path.write_bytes(content)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("answers.json", bytes(1 << 20))


ATTACK = Attack(
    "an archive that is packed in a way that nobody knows",
    place=instead(_make),
    reason="zip it again",
)
