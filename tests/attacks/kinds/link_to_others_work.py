from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "case.ipynb").unlink()
    (home / "case.ipynb").symlink_to("../../next/u01/case.ipynb")


ATTACK = Attack(
    "a link in the place of the notebook",
    place=_place,
    reason="case.ipynb is a link or a device",
)
