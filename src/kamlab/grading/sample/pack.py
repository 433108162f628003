"""Put submissions where nbgrader and learning platforms would: folders, a platform's zip, own zips."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kamlab.grading.sample.work import Work

__all__ = ["Parcel", "pack", "put"]

_MOODLE_OFFSET = 50_000  # Moodle numbers the submission, not the person


@dataclass(frozen=True)
class Parcel:
    """A submission and what is written on it.

    Args:
        id: the trainee's id.
        name: first name and last name.
        lms: the platform's number of the person.
        kind: as in ``people.csv``.
        layout: ``nbgrader``, ``folder``, ``moodle``, ``canvas`` or ``plain``.
        submitted: when, with the course's time zone.
        late: whether that is after the deadline.
        work: the files.
    """

    id: str
    name: tuple[str, str]
    lms: str
    kind: str
    layout: str
    submitted: datetime
    late: bool
    work: Work

    @property
    def files(self) -> dict[str, bytes]:
        """The files by name."""
        answers = {} if self.work.answers is None else {"answers.json": self.work.answers}
        return {"case.ipynb": self.work.notebook, **answers}


def pack(parcels: Iterable[Parcel], folder: Path, unit: str) -> None:
    """Write all parcels below ``folder``."""
    boxes: dict[str, list[tuple[str, bytes, datetime]]] = {"moodle": [], "canvas": []}
    for parcel in parcels:
        if parcel.layout == "moodle":
            boxes["moodle"] += [
                (_moodle(parcel, name), data, parcel.submitted) for name, data in parcel.files.items()
            ]
        elif parcel.layout == "canvas":
            boxes["canvas"] += [
                (_canvas(parcel, name), data, parcel.submitted) for name, data in parcel.files.items()
            ]
        elif parcel.layout == "plain":
            _write(folder / f"{parcel.id}.zip", _own_zip(parcel))
        else:
            home = folder / parcel.id
            put(parcel, home / unit if parcel.layout == "nbgrader" else home)
    for box, entries in boxes.items():
        _write(folder / f"{box}-{unit}.zip", _zip(entries))


def _moodle(parcel: Parcel, name: str) -> str:
    first, last = parcel.name
    return f"{first} {last}_{int(parcel.lms) + _MOODLE_OFFSET}_assignsubmission_file_/{name}"


def _canvas(parcel: Parcel, name: str) -> str:
    first, last = parcel.name
    late = "_LATE" if parcel.late else ""
    return f"{last}{first}{late}_{parcel.lms}_9{parcel.lms}_{name}".lower().replace("_late_", "_LATE_")


def _own_zip(parcel: Parcel) -> bytes:
    entries = [(name, data, parcel.submitted) for name, data in parcel.files.items()]
    if parcel.kind == "climbing-zip":
        entries.append(("../../outside.txt", b"This must never be written.\n", parcel.submitted))
    packed = _zip(entries)
    return packed[: len(packed) // 2] if parcel.kind == "truncated-zip" else packed


def _zip(entries: Iterable[tuple[str, bytes, datetime]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data, when in entries:
            entry = zipfile.ZipInfo(name, when.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return stream.getvalue()


def put(parcel: Parcel, home: Path) -> None:
    """Write the files of ``parcel`` into ``home``, the time beside them as nbgrader's exchange does."""
    stamp = {"timestamp.txt": f"{parcel.submitted.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f UTC}\n".encode()}
    files: Mapping[str, bytes] = parcel.files | stamp
    for name, data in files.items():
        _write(home / name, data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
