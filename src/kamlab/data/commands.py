"""``kamlab codes``: the case codes of a roster, and the course secret that they follow from."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

import click

from kamlab.data.codes import case_code, normalise_trainee
from kamlab.data.secret import SECRET_FILE, new_secret, read_secret
from kamlab.errors import DataError
from kamlab.i18n import translator

__all__ = ["codes", "read_roster"]

ID_COLUMN = "id"
DELIMITERS = (",", ";", "\t")


class Trainee(NamedTuple):
    """A trainee's id and the line of the roster on which it stands."""

    line: int
    id: str


@click.command()
@click.argument("roster", required=False, type=click.Path(path_type=Path), metavar="ROSTER.csv")
@click.option("--secret-file", default=SECRET_FILE, type=click.Path(path_type=Path), show_default=True)
@click.option(
    "--output", type=click.Path(path_type=Path), help="Write the table here instead of printing it."
)
@click.option(
    "--new-secret", "make_secret", is_flag=True, help="Make the secret file; an existing one is kept."
)
def codes(roster: Path | None, secret_file: Path, output: Path | None, *, make_secret: bool) -> None:
    """List each trainee's case code.

    ROSTER.csv has a column 'id', or is a bare list of ids, one a line.
    """
    if make_secret:
        _make_secret(secret_file)
    if roster is not None:
        _list_codes(roster, read_secret(secret_file), output)
    elif not make_secret:
        raise DataError(
            "No roster is given: name the CSV file with your trainees' ids, 'kamlab codes ROSTER.csv'."
        )


def _make_secret(path: Path) -> None:
    new_secret(path)
    t = translator()
    click.echo(
        t("Wrote {path}: keep a copy and show it to no one; every case follows from it.", path=path), err=True
    )


def _list_codes(roster: Path, secret: str, output: Path | None) -> None:
    table = _code_table(secret, read_roster(roster))
    if output is None:
        click.echo(table, nl=False)
        return
    if output.exists() and output.samefile(roster):
        raise DataError("{path} is the roster itself: choose another file for the codes.", path=output)
    try:
        output.write_text(table, encoding="utf-8", newline="")
    except OSError as error:
        raise DataError(
            "{path} cannot be written: choose a file in a folder of yours.", path=output
        ) from error
    t = translator()
    click.echo(t("Wrote {count} codes to {path}.", count=table.count("\n") - 1, path=output), err=True)


def _code_table(secret: str, trainees: list[Trainee]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["trainee", "code"])
    writer.writerows([trainee.id, case_code(secret, trainee.id)] for trainee in trainees)
    return stream.getvalue()


def read_roster(path: Path) -> list[Trainee]:
    """The trainees of a roster, in its order.

    Args:
        path: a CSV file (comma, semicolon or tab; UTF-8) with a column ``id``, or a bare list of ids.

    Raises:
        DataError: the file is missing or unreadable, or an id is missing or stands there twice.
    """
    rows = [(line, row) for line, row in _rows(path, _text(path)) if any(field.strip() for field in row)]
    if not rows:
        raise DataError("The roster {path} is empty: write a column 'id' with one trainee a line.", path=path)
    header = [field.strip().casefold() for field in rows[0][1]]
    if ID_COLUMN not in header and any(len(row) > 1 for _, row in rows):
        raise DataError(
            "The roster {path} has no column 'id': name the column with the trainees' ids so.", path=path
        )
    place, body = (header.index(ID_COLUMN), rows[1:]) if ID_COLUMN in header else (0, rows)
    trainees = [Trainee(line, row[place].strip() if place < len(row) else "") for line, row in body]
    _require_ids(path, trainees)
    return trainees


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise DataError("The roster {path} is missing: check its name and folder.", path=path) from error
    except OSError as error:
        raise DataError(
            "The roster {path} cannot be read: it must be a file that you may open.", path=path
        ) from error
    except UnicodeDecodeError as error:
        raise DataError("The roster {path} is not UTF-8: save it as 'CSV UTF-8'.", path=path) from error


def _rows(path: Path, text: str) -> list[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise DataError(
            "The roster {path} is not a CSV file from line {line} on: save it as 'CSV UTF-8'.",
            path=path,
            line=reader.line_num,
        ) from error


def _require_ids(path: Path, trainees: list[Trainee]) -> None:
    seen: dict[str, Trainee] = {}
    for trainee in trainees:
        if not trainee.id:
            raise DataError(
                "Line {line} of {path} has no id: write it or delete the line.", line=trainee.line, path=path
            )
        first = seen.setdefault(normalise_trainee(trainee.id), trainee)
        if first is not trainee:
            raise DataError(
                "Lines {first} and {second} of {path} have the same id '{id}' (case aside): keep one.",
                first=first.line,
                second=trainee.line,
                path=path,
                id=trainee.id,
            )
    if not trainees:
        raise DataError("The roster {path} has no trainee: write one id a line below 'id'.", path=path)
