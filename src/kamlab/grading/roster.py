"""Who is who: from the names that learning platforms put on files to the course's trainee ids.

A roster is a CSV file with the column ``id`` and, where a platform writes names instead, any of ``name``,
``first_name`` and ``last_name``, ``lms`` (the platform's own number or short name), ``email``.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kamlab.errors import GradingError

_SAFE_ID = re.compile(r"[\w@+][\w.@+-]{0,63}")

__all__ = ["Person", "Roster", "key", "read_roster"]


@dataclass(frozen=True)
class Person:
    """One trainee: the course's id and the name that people read."""

    id: str
    first_name: str = ""
    last_name: str = ""


def key(text: str) -> str:
    """What two spellings of one name have in common.

    >>> key("  Zhang, WEI ") == key("zhang wei")
    True
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"[\w@.+-]+", plain))


@dataclass(frozen=True)
class Roster:
    """The course's trainees.

    Args:
        people: by id key.
        names: every other spelling (name, platform number, e-mail) to the id key; a spelling that two
            trainees share is left out, because a guess would give one trainee's work to another.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def find(self, *spellings: str) -> Person | None:
        """The trainee whom any of ``spellings`` names, or None."""
        for spelling in spellings:
            wanted = key(spelling)
            person = self.people.get(wanted) or self.people.get(self.names.get(wanted, ""))
            if person:
                return person
        return None


def read_roster(path: Path | None) -> Roster:
    """The roster in ``path``; an empty one for None.

    Raises:
        GradingError: the file is missing, is not CSV in UTF-8, or has no ``id`` column.
    """
    if path is None:
        return Roster()
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GradingError(
            "The roster {path} cannot be read: save it as CSV in UTF-8 with a column 'id'.", path=path
        ) from error
    if not rows or "id" not in rows[0]:
        raise GradingError("The roster {path} has no column 'id' or no rows: add them.", path=path)
    roster = _roster(rows)
    for person in roster.people.values():
        if not _SAFE_ID.fullmatch(person.id):
            raise GradingError(
                "The roster {path} gives the id '{id}', which cannot name a folder: "
                "use letters, digits and . _ - @ + only.",
                path=path,
                id=person.id,
            )
    return roster


def _roster(rows: Iterable[Mapping[str, str | None]]) -> Roster:
    people: dict[str, Person] = {}
    names: dict[str, set[str]] = {}
    for row in rows:
        person = _person(row)
        if not person.id:
            continue
        people[key(person.id)] = person
        for spelling in _spellings(row, person):
            names.setdefault(key(spelling), set()).add(key(person.id))
    unique = {spelling: next(iter(ids)) for spelling, ids in names.items() if spelling and len(ids) == 1}
    return Roster(people, unique)


def _person(row: Mapping[str, str | None]) -> Person:
    first, last = _cell(row, "first_name"), _cell(row, "last_name")
    if not (first or last):
        first, _, last = _cell(row, "name").rpartition(" ")
    return Person(_cell(row, "id"), first, last)


def _cell(row: Mapping[str, str | None], column: str) -> str:
    return (row.get(column) or "").strip()


def _spellings(row: Mapping[str, str | None], person: Person) -> list[str]:
    first, last = person.first_name, person.last_name
    full = [f"{first} {last}", f"{last} {first}", f"{last}{first}".replace(" ", "")]
    return [*full, _cell(row, "name"), _cell(row, "lms"), _cell(row, "email")]
