"""Sort what lies in a folder by owner: folders and zips, as nbgrader and learning platforms lay them out.

Nothing is read here but names; ``submission`` opens what it needs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from kamlab.errors import SubmissionError
from kamlab.grading.archive import Member, open_zip, read_file, read_folder
from kamlab.grading.layouts import Label, canvas, moodle

__all__ = ["NOTEBOOK", "Bundle", "Sorted", "sort"]

NOTEBOOK = "case.ipynb"
_IGNORED = re.compile(r"(__MACOSX|\..*|Thumbs\.db|desktop\.ini)")


@dataclass(frozen=True)
class Bundle:
    """The files of one owner in one place, before they are read.

    Args:
        label: what the folder, archive or platform calls the owner.
        source: where it lies.
        members: the files.
        platform: whether a learning platform packed it, so that its times can be trusted.
        folder: whether it is a plain folder, so that ``timestamp.txt`` is the exchange's, not the trainee's.
        fault: why it cannot be read at all.
        place: the folder to list and the unit in it, while the files are not listed yet.
    """

    label: Label
    source: str
    members: tuple[Member, ...] = ()
    platform: bool = False
    folder: bool = False
    fault: SubmissionError | None = None
    place: tuple[Path, str] | None = None

    def listed(self) -> "Bundle":
        """The same with its files."""
        return next(iter(_in_folder(*self.place)), replace(self, place=None)) if self.place else self


@dataclass
class Sorted:
    """What lies in a folder.

    Args:
        bundles: the files of one owner in one place; an owner may have several.
        ignored: names of files that are no submissions.
    """

    bundles: list[Bundle] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def sort(folder: Path, unit: str) -> Sorted:
    """Everything in ``folder`` that belongs to ``unit``, by owner."""
    found, loose = Sorted(), []
    for entry in sorted(folder.iterdir()):
        if _IGNORED.fullmatch(entry.name):
            continue
        if entry.is_symlink() or entry.is_dir():
            found.bundles += _from_folder(entry, unit)
        elif not entry.is_file():
            found.ignored.append(entry.name)
        elif entry.suffix.lower() == ".zip":
            found.bundles += _from_zip(entry, unit)
        else:
            loose.append(read_file(folder, entry))
    found.bundles += _canvas_files(loose, folder.name, found.ignored)
    return found


def _canvas_files(members: Iterable[Member], source: str, ignored: list[str]) -> list[Bundle]:
    """Files that Canvas named, put together by owner; the names of all others go to ``ignored``."""
    groups: dict[Label, list[Member]] = {}
    for member in members:
        owned = canvas(member.path)
        if owned:
            groups.setdefault(owned[0], []).append(replace(member, path=owned[1]))
        else:
            ignored.append(member.path.as_posix())
    return [Bundle(label, source, tuple(group)) for label, group in groups.items()]


def _from_folder(folder: Path, unit: str) -> list[Bundle]:
    """What lies in it, without the list of its files: those of ten thousand folders take much memory."""
    return [replace(bundle, members=(), place=(folder, unit)) for bundle in _in_folder(folder, unit)]


def _in_folder(folder: Path, unit: str) -> list[Bundle]:
    owned = moodle(PurePosixPath(folder.name, "x"))
    label = owned[0] if owned else Label(folder.name)
    if folder.is_symlink():
        fault = SubmissionError(
            "{file} is a link or a device, not a file: hand in the file itself.", file=folder.name
        )
        return [Bundle(label, folder.name, fault=fault)]
    try:
        members = list(read_folder(folder))
    except SubmissionError as fault:
        return [Bundle(label, folder.name, fault=fault)]
    return _unit_bundle(Bundle(label, folder.name, tuple(members), folder=not owned), unit)


def _unit_bundle(bundle: Bundle, unit: str) -> list[Bundle]:
    """The part of a trainee's folder that belongs to ``unit``; nothing when it only holds other units."""
    inside = [_inside(member) for member in bundle.members if member.path.parts[0] == unit]
    direct = [member for member in bundle.members if len(member.path.parts) == 1]
    if inside:
        return [replace(bundle, members=tuple(inside))]
    if direct or not bundle.members:
        return [replace(bundle, members=tuple(direct))]
    return []


def _inside(member: Member) -> Member:
    rest = member.path.parts[1:]
    return replace(member, path=PurePosixPath(*rest)) if rest else member


def _from_zip(path: Path, unit: str) -> list[Bundle]:
    try:
        members = [each for each in open_zip(path, path.name) if not _IGNORED.match(each.path.parts[0])]
    except SubmissionError as fault:
        return [Bundle(Label(path.stem), path.name, fault=fault)]
    owned = [moodle(member.path) for member in members]
    if any(owned):
        return _moodle_zip(members, path.name)
    if any(canvas(member.path) for member in members):
        return [replace(each, platform=True) for each in _canvas_files(members, path.name, [])]
    homes = {
        member.path.parts[0]
        for member in members
        if member.path.name == NOTEBOOK and len(member.path.parts) > 1
    }
    if len(homes) > 1:
        return _folders_zip(members, path.name, unit)
    return [Bundle(Label(path.stem), path.name, tuple(members))]


def _moodle_zip(members: Sequence[Member], source: str) -> list[Bundle]:
    groups: dict[Label, list[Member]] = {}
    for member in members:
        label, inside = moodle(member.path) or (Label(PurePosixPath(source).stem), member.path)
        groups.setdefault(label, []).append(replace(member, path=inside))
    return [Bundle(label, source, tuple(group), platform=True) for label, group in groups.items()]


def _folders_zip(members: Sequence[Member], source: str, unit: str) -> list[Bundle]:
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(member.path.parts[0], []).append(_inside(member))
    bundles = [Bundle(Label(name), source, tuple(group)) for name, group in groups.items()]
    return [part for bundle in bundles for part in _unit_bundle(bundle, unit)]
