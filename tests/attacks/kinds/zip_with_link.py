import stat
import zipfile
from pathlib import Path

from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    link = zipfile.ZipInfo("out")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "../next/u01")
        archive.writestr("out/case.ipynb", "{}")


ATTACK = Attack(
    "an archive with a link in it, and a file behind the link",
    place=instead(_make),
    reason="out is a link or a device",
)
