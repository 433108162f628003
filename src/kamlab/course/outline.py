"""``course.toml``: the units in order, what each teaches, what its case is worth and when it is due."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kamlab.answers.questions import Text
from kamlab.errors import CourseError
from kamlab.i18n import LANGUAGES

__all__ = ["Assignment", "Outline", "Unit", "load_outline"]

FILE = "course.toml"


@dataclass(frozen=True)
class Assignment:
    """The case of a unit as nbgrader knows it: an assignment of the unit's id with one notebook, ``case``.

    Attributes:
        title: the case's title.
        points: points in all, autograded and manual.
        due: the deadline, with its timezone.
        late_days: days after it in which a case is still graded (0: none).
    """

    title: Text
    points: float
    due: datetime
    late_days: int

    @property
    def closes(self) -> datetime:
        """When nothing is accepted any more."""
        return self.due + timedelta(days=self.late_days)


@dataclass(frozen=True)
class Unit:
    """A unit of the course.

    Attributes:
        id: ``"u01"`` to ``"u10"``.
        title: its title.
        chapter: the page of the book (a file of ``book/`` without its suffix); empty until it is written.
        outcomes: what a trainee can do afterwards.
        assignment: its case, or None until it is written.
    """

    id: str
    title: Text
    chapter: str
    outcomes: tuple[Text, ...]
    assignment: Assignment | None


@dataclass(frozen=True)
class Outline:
    """The whole course.

    Attributes:
        id: the course id in nbgrader.
        title: the course's title.
        units: in order.
    """

    id: str
    title: Text
    units: tuple[Unit, ...]

    def unit(self, unit_id: str) -> Unit:
        """The unit called ``unit_id``.

        Raises:
            CourseError: there is none.
        """
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        known = ", ".join(unit.id for unit in self.units)
        raise CourseError("The course has no unit '{unit}': use one of {known}.", unit=unit_id, known=known)

    def assignment(self, unit_id: str) -> Assignment:
        """The case of ``unit_id``.

        Raises:
            CourseError: the course has no such unit, or the unit no case yet.
        """
        found = self.unit(unit_id).assignment
        if found is None:
            raise CourseError(
                "Unit {unit} has no case yet: add [unit.assignment] to course.toml.", unit=unit_id
            )
        return found


def load_outline(root: Path) -> Outline:
    """Read ``course.toml`` in ``root``.

    Raises:
        CourseError: it is missing or wrong; names the entry and the fix.
    """
    table = _read(root / FILE)
    course = _mapping(table.get("course"), "[course]")
    zone = _zone(course.get("timezone"))
    units = table.get("unit")
    if not isinstance(units, list) or not units:
        raise _wrong("[[unit]]", "must be given for each unit")
    loaded = tuple(_unit(_mapping(entry, "[[unit]]"), zone) for entry in units)
    ids = [unit.id for unit in loaded]
    if len(set(ids)) < len(ids):
        raise _wrong("[[unit]]", "gives an id twice: " + ", ".join(ids))
    return Outline(_word(course, "id", "[course]"), _text(course.get("title"), "[course] title"), loaded)


def _read(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CourseError("{path} cannot be read: {why}.", path=path, why=error) from error


def _wrong(where: str, fix: str) -> CourseError:
    return CourseError("course.toml: {where} {fix}.", where=where, fix=fix)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _wrong(where, "must be a table")
    return value


def _word(table: Mapping[str, object], key: str, where: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise _wrong(f"{where} {key}", "must be a text in quotes")
    return value


def _text(value: object, where: str) -> Text:
    table = _mapping(value, where)
    return Text(**{lang: _word(table, lang, where) for lang in LANGUAGES})


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _wrong("[course] timezone", f"'{name}' is not a timezone such as Europe/Oslo") from error


def _unit(table: Mapping[str, object], zone: ZoneInfo) -> Unit:
    unit = _word(table, "id", "[[unit]]")
    outcomes = table.get("outcome", [])
    if not isinstance(outcomes, list):
        raise _wrong(f"unit {unit}: outcome", "must be given as [[unit.outcome]]")
    assignment = table.get("assignment")
    return Unit(
        id=unit,
        title=_text(table.get("title"), f"unit {unit}: title"),
        chapter=str(table.get("chapter", "")),
        outcomes=tuple(_text(one, f"unit {unit}: outcome") for one in outcomes),
        assignment=None
        if assignment is None
        else _assignment(_mapping(assignment, f"unit {unit}"), unit, zone),
    )


def _assignment(table: Mapping[str, object], unit: str, zone: ZoneInfo) -> Assignment:
    where = f"unit {unit}, assignment:"
    due, points, late = table.get("due"), table.get("points"), table.get("late_days", 0)
    if not isinstance(due, datetime):
        raise _wrong(f"{where} due", "must be a date and time, such as 2027-03-12T18:00:00")
    if isinstance(points, bool) or not isinstance(points, int | float) or points <= 0:
        raise _wrong(f"{where} points", "must be a number above 0")
    if isinstance(late, bool) or not isinstance(late, int) or late < 0:
        raise _wrong(f"{where} late_days", "must be a whole number of days, 0 or more")
    moment = due if due.tzinfo else due.replace(tzinfo=zone)
    return Assignment(_text(table.get("title"), f"{where} title"), float(points), moment, late)
