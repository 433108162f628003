"""The authored words of feedback: ``solutions/<unit>/feedback.toml``.

::

    [default]                # for every question that says nothing else
    section = "concept-c01"  # a label of the chapter: where to read on
    blank.en = "… {expected} …"
    refused.form.en = "…"    # by the mark's reason

    [top-fifth-share]        # a grade id
    section = "concept-c44"
    right.en = "Right: {expected} %."
    near.en, wrong.en, and the same in zh

Fields: ``{given}``, ``{expected}``, ``{unit}``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kamlab.errors import CourseError

__all__ = ["Texts", "read_texts"]


@dataclass(frozen=True)
class Texts:
    """What to say about an answer.

    Args:
        cells: the tables of the file.
    """

    cells: Mapping[str, Mapping[str, Any]]

    def why(self, grade_id: str, path: tuple[str, ...], lang: str) -> str:
        """The template for an outcome (``("near",)``, ``("refused", "form")``); empty if none was written."""
        own, general = self.cells.get(grade_id, {}), self.cells.get("default", {})
        return _words(own, path, lang) or _words(general, path, lang)

    def section(self, grade_id: str) -> str:
        """The label of the section to read; empty where none was named."""
        own, general = self.cells.get(grade_id, {}), self.cells.get("default", {})
        return str(own.get("section") or general.get("section") or "")


def _words(table: object, path: tuple[str, ...], lang: str) -> str:
    for name in (*path, lang):
        table = table.get(name) if isinstance(table, Mapping) else None
    return table if isinstance(table, str) else ""


def read_texts(content: bytes) -> Texts:
    """The texts in the bytes of a ``feedback.toml``.

    Raises:
        CourseError: it is not TOML.
    """
    try:
        return Texts(tomllib.loads(content.decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError("feedback.toml is not valid TOML: {why}.", why=error) from error
