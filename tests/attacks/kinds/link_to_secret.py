from pathlib import Path

from attack import Attack


def _place(home: Path) -> None:
    (home / "answers.json").unlink()
    (home / "answers.json").symlink_to("/etc/passwd")


ATTACK = Attack(
    "a link in the place of the answers, to a file that the grader may read",
    place=_place,
    reason="answers.json is a link or a device",
)
