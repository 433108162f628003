from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    with (home / "case.ipynb").open("r+b") as file:
        file.truncate(100 << 20)


ATTACK = Attack(
    "a notebook of a hundred megabytes",
    place=_place,
    reason="The files have 100 MB together",
)
