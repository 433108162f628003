import os
from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "case.ipynb").rename(home / os.fsdecode(b"\xff\xfe.ipynb"))


ATTACK = Attack(
    "a name that is no text in any encoding",
    place=_place,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="it was taken as the case's",
    figure="figure = sum(orders)",
)
