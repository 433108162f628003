from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "case.ipynb").unlink()
    (home / "case.ipynb" / "answers.json").mkdir(parents=True)


ATTACK = Attack(
    "a folder in the place of the notebook",
    place=_place,
    reason="no notebook case.ipynb",
)
