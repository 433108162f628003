import struct
from pathlib import Path

from attack import Attack
from changes import instead


def _make(path: Path) -> None:
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, *[0] * 4, 0, 0, 0, 1, *[0] * 4, 0, 0) + b"a"
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 60_000 * len(entry), 0, 0)
    path.write_bytes(entry * 60_000 + end)


ATTACK = Attack(
    "an archive of more files than anyone hands in",
    place=instead(_make),
    reason="holds more than 50000 files",
)
