"""Read what was handed in: whose it is, its notebook, its answers file, and when.

Whose it is follows from the folder or from the name that the learning platform gave, not from what is inside.
A submission that cannot be read is still a submission: it carries its ``fault`` and gets its row.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from kamlab.errors import SubmissionError
from kamlab.grading.archive import Member, open_zip
from kamlab.grading.bundles import NOTEBOOK, Bundle, sort
from kamlab.grading.layouts import Label
from kamlab.grading.limits import LIMITS
from kamlab.grading.owners import by_owner, is_cut
from kamlab.grading.remarks import Remark
from kamlab.grading.roster import Person, Roster
from kamlab.i18n import N_

__all__ = ["NOTEBOOK", "Found", "HandedIn", "Submission", "collect"]

_LAYERS = 3  # zips in one another
_ANSWERS = re.compile(r"answers?([ _(-].*)?\.json")


@dataclass(frozen=True)
class Submission:
    """One trainee's work as it was handed in.

    Args:
        person: whose it is.
        source: the folder or archive it came from, as people would name it.
        notebook: the notebook's bytes; None when there is none.
        answers: the answers file's bytes; None when there is none.
        submitted: when, in UTC; None when nothing trustworthy tells.
        fault: why it cannot be read, if it cannot.
        remarks: what a trainer should know about it.
    """

    person: Person
    source: str
    notebook: bytes | None = None
    answers: bytes | None = None
    submitted: datetime | None = None
    fault: Remark | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class HandedIn:
    """What one trainee handed in, not read yet: the files of a large cohort do not fit into memory.

    Args:
        person: whose it is.
        bundles: the files, once for each time that she handed in.
        roster: who is who.
        zone: the learning platform's time zone.
    """

    person: Person
    bundles: tuple[Bundle, ...]
    roster: Roster
    zone: tzinfo

    def read(self) -> Submission:
        """Read it; where there are several, the newest counts."""
        return _newest([_read(bundle, self.person, self.roster, self.zone) for bundle in self.bundles])


@dataclass
class Found:
    """What lies in the folder that is to be graded.

    Args:
        submissions: one per trainee, in the order of their ids.
        ignored: names of files that are no submissions.
    """

    submissions: list[HandedIn] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def collect(folder: Path, unit: str, roster: Roster, zone: tzinfo = UTC) -> Found:
    """Everything handed in for ``unit`` below ``folder``.

    Args:
        folder: holds trainees' folders, zips, or both.
        unit: e.g. ``"u01"``.
        roster: maps names to ids; may be empty.
        zone: the learning platform's time zone, in which its archives write times.

    Raises:
        SubmissionError: there is no such folder.
    """
    if not folder.is_dir():
        raise SubmissionError(
            "There is no folder {folder}: name the folder with the submissions.", folder=folder
        )
    found = sort(folder, unit)
    submissions = [
        HandedIn(person, tuple(theirs), roster, zone) for person, theirs in by_owner(found.bundles, roster)
    ]
    return Found(submissions, found.ignored)


def _read(bundle: Bundle, owner: Person, roster: Roster, zone: tzinfo) -> Submission:
    """Open one bundle of ``owner``; whatever is wrong with it becomes its fault."""
    bundle = bundle.listed()
    person = roster.find(*bundle.label.spellings)
    submission = Submission(owner, bundle.source)
    if person is None and is_cut(bundle.label.name):
        submission = _remark(
            submission, N_("The name is too long for a folder: it was cut. Enter the trainee in the roster.")
        )
    if bundle.label.late:
        submission = _remark(submission, N_("The learning platform marked this submission as late."))
    if bundle.fault:
        return replace(submission, fault=Remark.of(bundle.fault))
    try:
        _check_person(person, bundle.label, roster)
        return _fill(submission, _unpacked(bundle), zone)
    except SubmissionError as fault:
        return replace(submission, fault=Remark.of(fault))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this submission's alone
        text = N_("It could not be read ({why}): look at it by hand, or have it handed in again.")
        return replace(submission, fault=Remark(text, {"why": type(error).__name__}))


def _check_person(person: Person | None, label: Label, roster: Roster) -> None:
    if person is None and roster.people:
        raise SubmissionError(
            "'{name}' is not in the roster: add a row with that name or number and the trainee's id.",
            name=label.name,
        )


def _unpacked(bundle: Bundle, layers: int = _LAYERS) -> Bundle:
    """Look into the one zip that a trainee uploaded instead of the files."""
    faults = [member.fault for member in bundle.members if member.fault]
    if faults:
        raise faults[0]
    total = sum(member.size for member in bundle.members)
    if total > LIMITS.unpacked:
        raise SubmissionError(
            "The files have {size} MB together; at most {limit} MB are read: "
            "hand in the case's own files only.",
            size=total // 2**20,
            limit=LIMITS.unpacked // 2**20,
        )
    packed = [member for member in bundle.members if member.path.suffix.lower() == ".zip"]
    if len(packed) != 1 or any(member.path.suffix == ".ipynb" for member in bundle.members):
        return bundle
    if layers == 0:
        raise SubmissionError(
            "{file} is a zip in a zip in a zip: hand in the case's own files.", file=packed[0].path.name[-80:]
        )
    data = packed[0].read(LIMITS.unpacked)
    inner = [replace(each, modified=packed[0].modified) for each in open_zip(data, packed[0].path.name)]
    outer = [member for member in bundle.members if member is not packed[0]]
    return _unpacked(replace(bundle, members=(*outer, *inner)), layers - 1)


def _fill(submission: Submission, bundle: Bundle, zone: tzinfo) -> Submission:
    notebook, answers = _notebook(bundle.members), _answers(bundle.members)
    if notebook is None:
        raise SubmissionError(
            "There is no notebook {file} in it: hand in the notebook of the case.", file=NOTEBOOK
        )
    if notebook.path.name != NOTEBOOK:
        submission = _remark(
            submission,
            N_("The notebook is called {file}; it was taken as the case's."),
            file=notebook.path.name,
        )
    if answers is None:
        submission = _remark(
            submission,
            N_("There is no answers file (answers.json): the questions of the form count as not answered."),
        )
    submission = _dated(submission, bundle, [notebook, *([answers] if answers else [])], zone)
    return replace(
        submission,
        notebook=notebook.read(LIMITS.notebook),
        answers=answers.read(LIMITS.answers) if answers else None,
    )


def _remark(submission: Submission, template: str, **values: str) -> Submission:
    return replace(submission, remarks=(*submission.remarks, Remark(template, values)))


def _notebook(members: Iterable[Member]) -> Member | None:
    """``case.ipynb``, the least deep; else the only notebook there is, whatever it is called."""
    notebooks = [
        member
        for member in members
        if member.path.suffix == ".ipynb" and ".ipynb_checkpoints" not in member.path.parts
    ]
    exact = [member for member in notebooks if member.path.name == NOTEBOOK]
    if exact:
        return min(exact, key=_depth)
    return notebooks[0] if len(notebooks) == 1 else None


def _answers(members: Iterable[Member]) -> Member | None:
    named = [member for member in members if _ANSWERS.fullmatch(member.path.name)]
    return min(named, key=_depth) if named else None


def _depth(member: Member) -> tuple[int, int, str]:
    return len(member.path.parts), len(member.path.name), member.path.as_posix()


def _dated(submission: Submission, bundle: Bundle, members: Sequence[Member], zone: tzinfo) -> Submission:
    """The time that the exchange or the platform wrote; one that the trainee could write is none."""
    stamps = [member for member in bundle.members if member.path.as_posix() == "timestamp.txt"]
    if bundle.folder and stamps:
        try:
            return replace(submission, submitted=_parsed(stamps[0].read(200)))
        except Exception:  # noqa: BLE001 - dateutil, which nbgrader asks, fails in ways of its own
            return _remark(
                submission, N_("timestamp.txt holds no time; it is not known when this was handed in.")
            )
    times = [member.modified for member in members if member.modified and bundle.platform]
    return (
        replace(submission, submitted=max(times).replace(tzinfo=zone).astimezone(UTC))
        if times
        else submission
    )


def _parsed(stamp: bytes) -> datetime:
    """The time in ``timestamp.txt``, which is UTC unless it says otherwise.

    nbgrader's own reading takes '+0200' for 200 seconds; it is asked only about zones written as names.
    """
    text = stamp.decode("utf-8").strip()
    try:
        when = datetime.fromisoformat(re.sub(r" (?=[+-])", "", text.removesuffix(" UTC")))
    except ValueError:
        from nbgrader.utils import parse_utc  # noqa: PLC0415 - half a second, hardly ever needed

        when = parse_utc(text)
    when = when.replace(microsecond=0)  # the same in the gradebook as in the file that nbgrader compares
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def _newest(group: list[Submission]) -> Submission:
    oldest = datetime.min.replace(tzinfo=UTC)
    *others, newest = sorted(group, key=lambda each: (each.submitted or oldest, each.source))
    if not others:
        return newest
    return _remark(
        newest,
        N_("There are {count} submissions; the newest, in {source}, counts, not {others}."),
        count=str(len(group)),
        source=newest.source,
        others=", ".join(other.source for other in others),
    )
