from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "case.ipynb").rename(home / "-rf \x1b]0;left_behind\x07\n\x1b[2J\u202egnp.ipynb")


ATTACK = Attack(
    "a name that commands the trainer's terminal",
    place=_place,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="it was taken as the case's",
    figure="figure = sum(orders)",
)
