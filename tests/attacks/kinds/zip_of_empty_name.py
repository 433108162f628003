import struct
from pathlib import Path

from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, *[0] * 13, 0)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), 0, 0)
    path.write_bytes(entry + end)


ATTACK = Attack(
    "a file in an archive whose name has no letters",
    place=instead(_make),
    reason="zip",
)
