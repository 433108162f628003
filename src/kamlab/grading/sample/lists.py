"""The tables beside a sample cohort: who is who, and the points that grading must give."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from kamlab.grading.sample.pack import Parcel

__all__ = ["as_csv", "expected_row", "roster", "rows_of"]

_ROSTER = ("id", "first_name", "last_name", "lms")


def roster(people: Iterable[Mapping[str, str]]) -> str:
    """The roster of ``people``, as CSV."""
    return as_csv(_ROSTER, [{name: person[name] for name in _ROSTER} for person in people])


def expected_row(parcel: Parcel, due: datetime) -> dict[str, str]:
    """What grading must find out about ``parcel``.

    Args:
        parcel: one submission.
        due: the deadline.
    """
    late = max(0, round((parcel.submitted - due).total_seconds()))
    known = parcel.layout != "plain"  # a zip made by the trainee says nothing that can be trusted
    points = {name: "" if value is None else f"{value:g}" for name, value in parcel.work.expected.items()}
    facts = {"graded": "yes" if parcel.work.graded else "no", "seconds_late": str(late if known else 0)}
    return {"trainee": parcel.id, "kind": parcel.kind, **facts, **points}


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, head: bool = True) -> str:
    """``rows`` as CSV, with the names of the columns above them if ``head``."""
    stream = io.StringIO()
    lines = csv.DictWriter(stream, columns, lineterminator="\n")
    if head:
        lines.writeheader()
    lines.writerows(rows)
    return stream.getvalue()


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a table with a head, as ``as_csv`` wrote it."""
    return list(csv.DictReader(text.splitlines()))
