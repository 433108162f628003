import shutil
from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    shutil.rmtree(home.parent)
    home.parent.symlink_to("next")


ATTACK = Attack(
    "a link in the place of everything",
    place=_place,
    reason="mallory is a link or a device",
)
