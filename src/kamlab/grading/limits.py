"""How much a submission may hold. A case of the course needs far less than any of these."""

from dataclasses import dataclass

__all__ = ["LIMITS", "Limits", "megabytes"]

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds on what is read, all checked before anything is unpacked.

    Args:
        archive: bytes of one zip file as it lies on the disk.
        unpacked: bytes that the files of one trainee may have together.
        ratio: how many times larger than its packed form a file may be (above ``ratio_floor`` bytes).
        ratio_floor: bytes below which the ratio does not matter.
        members: entries in one archive.
        depth: folders above a file.
        name: characters of a path.
        notebook: bytes of a notebook.
        answers: bytes of an answers file.
        cell: characters of one cell that the trainee wrote.
    """

    archive: int = 512 * _MEGABYTE
    unpacked: int = 64 * _MEGABYTE
    ratio: int = 200
    ratio_floor: int = _MEGABYTE
    members: int = 50_000
    depth: int = 8
    name: int = 240
    notebook: int = 10 * _MEGABYTE
    answers: int = _MEGABYTE
    cell: int = 200_000


LIMITS = Limits()


def megabytes(size: int) -> str:
    """``size`` in bytes as a short text in MB.

    >>> megabytes(1536 * 1024)
    '1.5 MB'
    """
    return f"{size / _MEGABYTE:.1f} MB"
