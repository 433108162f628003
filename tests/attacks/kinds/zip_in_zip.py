import io
import zipfile
from pathlib import Path

import small_course as small
from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    content = small.zipped_from({"case.ipynb": b"{}"})
    for _ in range(1200):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("case.zip", content)
        content = packed.getvalue()
    path.write_bytes(content)


ATTACK = Attack(
    "an archive in an archive, a thousand times",
    place=instead(_make),
    reason="zip",
)
