"""The course's words in the reader's language.

English is the source: a message is its own key. ``locale/zh_CN/LC_MESSAGES/kamlab.po`` holds the Chinese,
compiled by ``kamlab catalog compile``. An exercise asks for its translator once, when it is made, because one
browser worker serves pages of both languages.
"""

import gettext
import os
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from kamlab.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = {"en": "English", "zh": "中文"}
LOCALE = Path(__file__).parent / "locale"
_CATALOGUES = {"zh": LOCALE / "zh_CN" / "LC_MESSAGES" / "kamlab.mo"}
_current: ContextVar[str] = ContextVar("kamlab_language", default="")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for 'translate later'
    """Mark ``message`` for the catalogue and return it unchanged."""
    return message


def language() -> str:
    """The language in force: set by ``use``, else by ``KAMLAB_LANG``, else English."""
    return _current.get() or os.environ.get("KAMLAB_LANG", "en")


@contextmanager
def use(lang: str) -> "Iterator[None]":
    """Speak ``lang`` (``"en"`` or ``"zh"``) inside the block."""
    token = _current.set(lang)
    try:
        yield
    finally:
        _current.reset(token)


class Translator:
    """Translates messages into one language and fills in their values.

    Args:
        lang: a key of ``LANGUAGES``.
    """

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise TranslationError(
                "Language '{lang}' is not one of the course's: use {known}.", lang=lang, known=known
            )
        self.lang = lang
        self._catalogue = _catalogue(lang)

    def __call__(self, message: str, /, **values: object) -> str:
        """Return ``message`` in this language with ``{name}`` fields filled from ``values``."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**values) if values else text

    def joined(self, sentences: "Iterable[str]") -> str:
        """Whole ``sentences``, already translated, one after the other: Chinese has no space between them."""
        return ("" if self.lang == "zh" else " ").join(sentences)


_loaded: dict[str, gettext.NullTranslations] = {}


def _catalogue(lang: str) -> gettext.NullTranslations:
    if lang not in _loaded:
        _loaded[lang] = _read(_CATALOGUES[lang]) if lang in _CATALOGUES else gettext.NullTranslations()
    return _loaded[lang]


def _read(path: Path) -> gettext.NullTranslations:
    try:
        with path.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except OSError as error:
        raise TranslationError(
            "The catalogue {path} is missing: run 'kamlab catalog compile' (make build does).", path=path
        ) from error


def translator(lang: str | None = None) -> Translator:
    """The translator of ``lang``, or of the language in force."""
    return Translator(lang or language())
