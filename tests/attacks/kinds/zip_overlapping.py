import copy
import zipfile
from pathlib import Path

from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    # four gigabytes in half a megabyte, and no file that is packed too well
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("case.ipynb", bytes(1 << 20))
        for number in range(4000):
            again = copy.copy(archive.filelist[0])
            again.filename = f"{number}.ipynb"
            archive.filelist.append(again)


ATTACK = Attack(
    "an archive whose files are all the same bytes",
    place=instead(_make),
    reason="The files have 4001 MB together",
)
