import zipfile
from pathlib import Path

from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("case.ipynb", b'{"nbformat": 4, "cells": []}' * 100)
    content = bytearray(path.read_bytes())
    start = 30 + len("case.ipynb") + 9  # behind the header, the name and the settings of the packer
    content[start : start + 20] = b"\xff" * 20
    path.write_bytes(content)


ATTACK = Attack(
    "an archive that is packed in a rare way, and badly",
    place=instead(_make),
    reason="is damaged",
)
