"""Look into folders and zip files without unpacking them.

A ``Member`` is a name, a size, a time and a way to read its bytes. Names are checked before anything is read:
no absolute path, no ``..``, no link or device, within ``Limits``. Nothing is ever written to the disk under a
name that came from a submission.
"""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from kamlab.errors import SubmissionError
from kamlab.grading.limits import LIMITS, Limits, megabytes

__all__ = ["Member", "check_name", "open_zip", "read_file", "read_folder"]

_ENTRY = 400  # bytes of the list of contents that a file may have: its name, and some for the system's own
_LARGE_END = 76  # bytes before the end of an archive's list that describe one of the large kind
_TAIL = 22 + 65_535 + _LARGE_END  # bytes at the end of an archive that say where its list is
# os.O_NOFOLLOW: a link that replaced the file between listing and reading is an error, not a way out
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Member:
    """One file of a submission.

    Args:
        path: its path inside the folder or archive.
        size: bytes.
        modified: when it was last changed, without a time zone (zip files carry none).
        fetch: reads at most the given number of bytes.
        fault: why it must not be read, when its name or kind is not allowed. It keeps its place in the
            listing, so that in an archive of a whole cohort only its own trainee is refused.
    """

    path: PurePosixPath
    size: int
    modified: datetime | None
    fetch: Callable[[int], bytes]
    fault: SubmissionError | None = None

    def read(self, limit: int) -> bytes:
        """The bytes.

        Raises:
            SubmissionError: the file is larger than ``limit`` bytes, not allowed, or cannot be read.
        """
        if self.fault is not None:
            raise self.fault
        if self.size > limit:
            raise _too_large(self.path, self.size, limit)
        data = self.fetch(limit + 1)
        if len(data) > limit:
            raise _too_large(self.path, len(data), limit)
        return data


def _too_large(path: PurePosixPath, size: int, limit: int) -> SubmissionError:
    return SubmissionError(
        "{file} has {size}; at most {limit} are read: hand in the case's own files, without large output.",
        file=path.name[-80:],
        size=megabytes(size),
        limit=megabytes(limit),
    )


def check_name(name: str, limits: Limits = LIMITS) -> PurePosixPath:
    """The path that ``name`` means, if it stays inside its archive.

    Raises:
        SubmissionError: the name is absolute, climbs out, is too long or too deep.
    """
    plain = name.replace("\\", "/")
    path = PurePosixPath(plain)
    if path.is_absolute() or ".." in path.parts or plain[1:2] == ":" or "\0" in plain:
        raise SubmissionError(
            "The archive holds the path '{path}', which leads outside of it: "
            "zip the case folder again, without such paths.",
            path=plain[:80],
        )
    if len(plain) > limits.name or len(path.parts) > limits.depth:
        raise SubmissionError(
            "The archive holds a path of {length} characters and {depth} levels (at most {name} and "
            "{levels}): zip only the case folder.",
            length=len(plain),
            depth=len(path.parts),
            name=limits.name,
            levels=limits.depth,
        )
    return path


def read_folder(folder: Path, limits: Limits = LIMITS) -> Iterator[Member]:
    """The files below ``folder``, in the alphabet's order.

    Raises:
        SubmissionError: it holds a link, a device, too many files, or something that cannot be read.
    """
    found = 0
    for parent, folders, files in os.walk(folder, followlinks=False, onerror=_unreadable):
        folders.sort()
        found += len(files)
        if found > limits.members:
            raise _too_many(folder.name, limits)
        for name in sorted([*files, *(each for each in folders if _is_link(Path(parent, each)))]):
            yield read_file(folder, Path(parent, name), limits)


def _is_link(path: Path) -> bool:
    return stat.S_ISLNK(_status(path).st_mode)


def _status(path: Path) -> os.stat_result:
    try:
        return path.lstat()
    except OSError as error:
        raise _no_access(path.name, error) from error


def _unreadable(error: OSError) -> None:
    raise _no_access(Path(str(error.filename)).name, error) from error


def _no_access(name: str, error: OSError) -> SubmissionError:
    return SubmissionError(
        "{file} cannot be read ({why}): check its permissions.", file=name, why=error.strerror or "?"
    )


def read_file(folder: Path, path: Path, limits: Limits = LIMITS) -> Member:
    """The file ``path`` somewhere below ``folder``.

    Raises:
        SubmissionError: it is a link or a device, or cannot be read.
    """
    status = _status(path)
    if not stat.S_ISREG(status.st_mode):
        raise _not_a_file(path.relative_to(folder).as_posix())
    inside = check_name(path.relative_to(folder).as_posix(), limits)
    return Member(inside, status.st_size, None, lambda limit: _read_plain(path, limit))


def _read_plain(path: Path, limit: int) -> bytes:
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read(limit)
    except OSError as error:
        raise _no_access(path.name, error) from error


def open_zip(source: Path | bytes, name: str, limits: Limits = LIMITS) -> list[Member]:
    """The files in a zip; those that are not allowed carry their fault.

    Args:
        source: the zip file, or its bytes when it came inside another one.
        name: what people call it.
        limits: what it may hold.

    Raises:
        SubmissionError: it is damaged, too large or holds too many files.
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.archive:
        raise SubmissionError(
            "{archive} has {size}; at most {limit} are read.",
            archive=name,
            size=megabytes(size),
            limit=megabytes(limits.archive),
        )
    try:
        entries = _entries(source) if _listed(source) <= _ENTRY * limits.members else None
    except Exception as error:  # a damaged archive makes the library fail in many ways
        raise SubmissionError(
            "{archive} is not a whole zip file: download or zip it again.", archive=name
        ) from error
    if entries is None or len(entries) > limits.members:
        raise _too_many(name, limits)
    return [_member(source, entry, limits) for entry in entries]


def _listed(source: Path | bytes) -> int:
    """Bytes of the list of contents: the library reads all of it before it can say how long it is."""
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as stream:
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - _TAIL))
        tail = stream.read(_TAIL)
    end = tail.rindex(b"PK\x05\x06")
    large = end >= _LARGE_END and tail[end - 20 :].startswith(b"PK\x06\x07")  # an archive of the large kind
    listed: int
    (listed,) = (
        struct.unpack_from("<Q", tail, end - _LARGE_END + 40)
        if large
        else struct.unpack_from("<L", tail, end + 12)
    )
    return listed


def _entries(source: Path | bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(_stream(source)) as archive:
        return [entry for entry in archive.infolist() if _is_named(entry)]


def _is_named(entry: zipfile.ZipInfo) -> bool:
    """Whether it is a file with a name; '.' names nothing."""
    if not entry.filename:
        raise zipfile.BadZipFile("a file without a name")
    return not entry.is_dir() and bool(PurePosixPath(entry.filename.replace("\\", "/")).parts)


def _stream(source: Path | bytes) -> Path | io.BytesIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source


def _too_many(name: str, limits: Limits) -> SubmissionError:
    return SubmissionError(
        "{archive} holds more than {limit} files: hand in the case folder only.",
        archive=name,
        limit=limits.members,
    )


def _member(source: Path | bytes, entry: zipfile.ZipInfo, limits: Limits) -> Member:
    fetch, when = _reader(source, entry), _time(entry)
    try:
        path = check_name(entry.filename, limits)
        _check_entry(entry, limits)
    except SubmissionError as error:
        return Member(_tame(entry.filename), entry.file_size, when, fetch, error)
    return Member(path, entry.file_size, when, fetch)


def _tame(name: str) -> PurePosixPath:
    """What is left of a forbidden path, to tell whose it is; nothing is ever read or written under it."""
    parts = [part for part in name[:400].replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return PurePosixPath(*(parts[:4] or ["unnamed"]))


def _check_entry(entry: zipfile.ZipInfo, limits: Limits) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise _not_a_file(entry.filename[-80:])
    dense = entry.file_size > limits.ratio * max(entry.compress_size, 1)
    if entry.file_size > limits.unpacked or (dense and entry.file_size > limits.ratio_floor):
        raise SubmissionError(
            "{file} would unpack to {size}: hand in the case's own files only.",
            file=entry.filename[-80:],
            size=megabytes(entry.file_size),
        )


def _not_a_file(name: str) -> SubmissionError:
    return SubmissionError("{file} is a link or a device, not a file: hand in the file itself.", file=name)


def _time(entry: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*entry.date_time)  # noqa: DTZ001 - zip files carry no time zone; the course's applies
    except ValueError:
        return None


def _open(source: Path | bytes) -> zipfile.ZipFile:
    """The archive; the list of contents of a platform's zip of a whole cohort is read only once."""
    if isinstance(source, bytes):
        return zipfile.ZipFile(io.BytesIO(source))
    status = source.stat()
    return _opened(source, status.st_ino, status.st_mtime_ns)


@lru_cache(maxsize=2)
def _opened(path: Path, _number: int, _changed: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def _reader(source: Path | bytes, entry: zipfile.ZipInfo) -> Callable[[int], bytes]:
    def fetch(limit: int) -> bytes:
        try:
            with _open(source).open(entry) as stream:
                return stream.read(limit)
        except Exception as error:  # the same: lzma and bz2 have errors of their own
            raise SubmissionError(
                "{file} in the archive is damaged or locked with a password: zip it again.",
                file=entry.filename[-80:],
            ) from error

    return fetch
