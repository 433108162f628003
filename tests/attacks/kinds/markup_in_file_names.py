from pathlib import Path

from attack import Attack

_NAME = "<img src=x onerror=alert(1)>[x](javascript:alert(1)).ipynb"


def _place(home: Path) -> None:
    (home / "case.ipynb").unlink()
    (home / _NAME).symlink_to("/etc/passwd")


ATTACK = Attack("script in the name of a file", place=_place, reason="is a link or a device")
