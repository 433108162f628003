import shutil
from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    shutil.rmtree(home)
    home.symlink_to("../next/u01")


ATTACK = Attack(
    "a link in the place of the folder",
    place=_place,
    reason="u01 is a link or a device",
)
