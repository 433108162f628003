from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "timestamp.txt").write_bytes(b"2001-01-01 \x1b[2J \xff\xfe 9999999-99-99 UTC")


ATTACK = Attack(
    "a time of its own, and one that is none",
    place=_place,
    points={"pick": 2.0, "figure-test": 3.0},
    reason="timestamp.txt holds no time",
    figure="figure = sum(orders)",
)
