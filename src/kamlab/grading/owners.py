"""Whose submission it is: the person of the roster, or one made from the name that the folder has."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kamlab.errors import SubmissionError
from kamlab.grading.bundles import Bundle
from kamlab.grading.roster import Person, Roster, key

__all__ = ["by_owner", "is_cut"]

_ID = 100  # bytes of an id that was made from a name: files are called by it


def by_owner(bundles: Iterable[Bundle], roster: Roster) -> Iterator[tuple[Person, list[Bundle]]]:
    """``bundles`` by whose they are, in the order of the ids."""
    owners: dict[str, list[Bundle]] = {}
    for bundle in bundles:
        owners.setdefault(key(_owner(bundle, roster).id), []).append(bundle)
    for _, theirs in sorted(owners.items()):
        yield from _apart(theirs, roster)


def is_cut(name: str) -> bool:
    """Whether the id that is made from ``name`` holds only a part of it."""
    return len(_plain_id(name).encode()) > _ID


def _apart(bundles: Sequence[Bundle], roster: Roster) -> Iterator[tuple[Person, list[Bundle]]]:
    """Whose ``bundles`` of one name are; those of two who share it wait until a roster tells who is who."""
    strange = [each for each in bundles if each.label.number and not roster.find(*each.label.spellings)]
    numbers = sorted({each.label.number for each in strange})
    rest = list(bundles) if len(numbers) < 2 else [each for each in bundles if each not in strange]  # noqa: PLR2004 - two people
    if rest:
        yield _owner(rest[0], roster), rest
    for number in numbers if len(rest) < len(bundles) else ():
        theirs = [_namesake(each) for each in strange if each.label.number == number]
        yield Person(_safe_id(f"{theirs[0].label.name}-{number}")), theirs


def _namesake(bundle: Bundle) -> Bundle:
    fault = SubmissionError(
        "More than one trainee is called '{name}': enter each in the roster, with the learning platform's "
        "number (here {number}) in the column 'lms'.",
        name=bundle.label.name[:80],
        number=bundle.label.number,
    )
    return replace(bundle, fault=bundle.fault or fault, place=None)


def _owner(bundle: Bundle, roster: Roster) -> Person:
    return roster.find(*bundle.label.spellings) or Person(_safe_id(bundle.label.name))


def _safe_id(name: str) -> str:
    """A name as an id that can name a folder.

    >>> _safe_id("Ada  Löv/../x")
    'Ada-Löv-..-x'
    """
    made = _plain_id(name)
    if len(made.encode()) <= _ID:
        return made
    rest = hashlib.sha256(made.encode()).hexdigest()[:8]  # two long names stay two
    return made.encode()[: _ID - 9].decode(errors="ignore") + f"-{rest}"


def _plain_id(name: str) -> str:
    return re.sub(r"[^\w.@+-]+", "-", name).strip(".-") or "unnamed"
