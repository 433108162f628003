import zipfile
from pathlib import Path

from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("case.ipynb", bytes(200 << 20))
        archive.filelist[0].file_size = 100
        archive.filelist[0].compress_size = 90


ATTACK = Attack(
    "an archive that calls its files smaller than they are",
    place=instead(_make),
    reason="is damaged",
)
