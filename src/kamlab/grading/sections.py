"""The sections of a chapter by label, in each language: where feedback sends a trainee to read on."""

import re
from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog

from kamlab.course import catalogues

__all__ = ["section_titles"]

_LABELLED = re.compile(r"^\((?P<label>[\w-]+)\)=\n+#{1,6} +(?P<title>.+?) *$", re.MULTILINE)


def section_titles(course: Path, chapter: str) -> dict[str, Mapping[str, str]]:
    """Label to title by language; empty when the chapter is not written.

    Args:
        course: the course's folder.
        chapter: the chapter's file in ``book``, without its suffix.

    Raises:
        TranslationError: the chapter's catalogue is damaged.
    """
    path = course / "book" / f"{chapter}.md"
    if not chapter or not path.exists():
        return {}
    catalogue = catalogues.read(course / "book" / "locale" / "zh_CN" / "LC_MESSAGES" / f"{chapter}.po")
    found = _LABELLED.finditer(path.read_text(encoding="utf-8"))
    return {each["label"]: {"en": each["title"], "zh": _said(catalogue, each["title"])} for each in found}


def _said(catalogue: Catalog, title: str) -> str:
    message = catalogue.get(title)
    return str(message.string) if message and message.string else title
