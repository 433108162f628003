import os
import stat
from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "case.ipynb").unlink()
    try:
        os.mknod(home / "case.ipynb", stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:  # only root can make one
        (home / "case.ipynb").symlink_to("/dev/zero")


ATTACK = Attack(
    "a device in the place of the notebook, which never ends",
    place=_place,
    reason="case.ipynb is a link or a device",
)
