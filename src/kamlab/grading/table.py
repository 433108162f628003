"""The batch as people read it: a table on the terminal, a CSV file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rich.table import Table
from rich.text import Text

from kamlab.grading.pipeline import Batch, Graded
from kamlab.grading.results import Result
from kamlab.grading.safe import plain_words

__all__ = ["as_csv", "as_table", "failures", "late_text", "notable", "remarks", "summary"]

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400  # seconds


def late_text(seconds: float) -> str:
    """How late, in the two largest units.

    >>> late_text(0), late_text(93_784), late_text(59)
    ('', '1 d 2 h', '1 min')
    """
    if seconds <= 0:
        return ""
    if seconds >= _DAY:
        return f"{int(seconds // _DAY)} d {int(seconds % _DAY // _HOUR)} h"
    if seconds >= _HOUR:
        return f"{int(seconds // _HOUR)} h {int(seconds % _HOUR // _MINUTE)} min"
    return f"{max(1, int(seconds // _MINUTE))} min"


def remarks(result: Result) -> list[str]:
    """Everything a trainer should know about one submission, the most important first."""
    failed = [f"{each.grade_id}: {each.reason}" for each in result.scores if each.reason and not result.fault]
    first = [str(each) for each in (result.fault, result.error) if each]
    return [plain_words(said) for said in [*first, *failed, *map(str, result.remarks)]]


def as_table(batch: Batch, title: str) -> Table:
    """A table for the terminal."""
    table = Table(title=title, title_justify="left", header_style="bold", row_styles=["", "dim"])
    table.add_column("trainee", no_wrap=True)
    table.add_column("score", justify="right", no_wrap=True)
    for name in ("essay", "late"):
        table.add_column(name, no_wrap=True)
    table.add_column("remarks", ratio=1)
    for row in batch.rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: Graded) -> tuple[Text, ...]:
    standing = row.standing
    score = Text(f"{standing.score:g} / {standing.of:g}", style="" if not row.result.fault else "red")
    late = late_text(standing.seconds_late) + (f" (−{standing.penalty:g})" if standing.penalty else "")
    said = " ".join(remarks(row.result))
    look = Text("needs a look: ", style="bold yellow") if row.result.needs_look else Text()
    essay = "to read" if standing.pending else ""
    return Text(row.result.person.id), score, Text(essay), Text(late), look + Text(said, style="")


def summary(batch: Batch) -> str:
    """The batch in one or two sentences."""
    fresh = sum(row.fresh for row in batch.rows)
    essays = sum(row.standing.pending for row in batch.rows)
    late = sum(row.standing.seconds_late > 0 for row in batch.rows)
    look = sum(row.result.needs_look for row in batch.rows)
    text = (
        f"{len(batch.rows)} submissions: {fresh} graded now, {len(batch.rows) - fresh} unchanged. "
        f"{essays} essays to read, {late} late, {look} need a look."
    )
    return text + (f" Not submissions: {', '.join(batch.ignored)}." if batch.ignored else "")


def notable(batch: Batch, most: int) -> Batch:
    """The whole batch, or those rows of a large one that a person should look at first."""
    if len(batch.rows) <= most:
        return batch
    return replace(batch, rows=tuple(row for row in batch.rows if row.result.needs_look)[:most])


def failures(rows: Iterable[Graded]) -> list[Graded]:
    """The submissions that could not be graded."""
    return [row for row in rows if row.result.fault]


def as_csv(batch: Batch) -> str:
    """One line per trainee: totals, then the points of each graded cell (empty where a person decides)."""
    cells: Sequence[str] = [each.grade_id for each in batch.rows[0].result.scores] if batch.rows else []
    stream = io.StringIO()
    lines = csv.writer(stream, lineterminator="\n")
    lines.writerow(
        [
            "trainee",
            "score",
            "of",
            "essay_pending",
            "seconds_late",
            "penalty",
            "needs_look",
            *cells,
            "remarks",
        ]
    )
    for row in batch.rows:
        lines.writerow(_line(row, cells))
    return stream.getvalue()


def _line(row: Graded, cells: Sequence[str]) -> list[object]:
    standing, result = row.standing, row.result
    points = {each.grade_id: standing.manual.get(each.grade_id, each.points) for each in result.scores}
    return [
        _plain(result.person.id),
        f"{standing.score:g}",
        f"{standing.of:g}",
        "yes" if standing.pending else "no",
        f"{standing.seconds_late:.0f}",
        f"{standing.penalty:g}",
        "yes" if result.needs_look else "no",
        *("" if points.get(name) is None else f"{points[name]:g}" for name in cells),
        _plain(" ".join(remarks(result))),
    ]


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
