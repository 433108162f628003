"""The course secret: a file that the trainer keeps, from which all case codes follow."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from kamlab.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SECRET_FILE", "new_secret", "read_secret"]

SECRET_FILE = "course-secret.txt"  # noqa: S105 - a file's name
SHORTEST = 16
LARGEST = 4096
TOKEN_BYTES = 24


def read_secret(path: Path) -> str:
    """The course secret in ``path``, without the spaces around it.

    Raises:
        DataError: the file is missing, cannot be read, or holds fewer than 16 characters.
    """
    try:
        with path.open("rb") as stream:
            text = stream.read(LARGEST).decode("utf-8-sig").strip()
    except FileNotFoundError as error:
        raise DataError(
            "The secret file {path} is missing: make it once with 'kamlab codes --new-secret'.",
            path=path,
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            "The secret file {path} cannot be read: it must be a text file that you may open.", path=path
        ) from error
    if len(text) < SHORTEST:
        raise DataError(
            "The secret in {path} has {count} characters and needs at least 16: "
            "delete the file and run 'kamlab codes --new-secret'.",
            path=path,
            count=len(text),
        )
    return text


def new_secret(path: Path) -> None:
    """Write a new random secret that only its owner may read; never over an existing file.

    Raises:
        DataError: the file exists already or cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise DataError(
            "The secret file {path} exists and is kept: a new secret would change every trainee's case.",
            path=path,
        ) from error
    except OSError as error:
        raise DataError(
            "The secret file {path} cannot be written: choose a folder of yours.", path=path
        ) from error
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(secrets.token_urlsafe(TOKEN_BYTES) + "\n")
