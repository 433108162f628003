import os
from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "case.ipynb").unlink()
    os.mkfifo(home / "case.ipynb")


ATTACK = Attack(
    "a pipe in the place of the notebook, whose reader waits for ever",
    place=_place,
    reason="case.ipynb is a link or a device",
)
