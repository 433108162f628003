"""One catalogue of translations (a ``.po`` file): read, brought in step, filled, checked, compiled.

Texts that hold no word (numbers, symbols, an inline formula, a name in code type, a reference that takes its
words from where it leads) are their own translation and are filled in without a translator.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from kamlab.errors import TranslationError

LOCALE = "zh_CN"
_NO_DATE = datetime(2020, 1, 1, tzinfo=UTC)
HEADER = "# Chinese translations of kamlab. Kept in step with the sources by 'kamlab catalog update'."
_HEADER_FIELDS = (
    'msgid ""',
    'msgstr ""',
    '"Project-Id-Version: kamlab\\n"',
    f'"Language: {LOCALE}\\n"',
    '"Plural-Forms: nplurals=1; plural=0;\\n"',
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=utf-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
)
# an inline formula, a piece of code (a role is neither), a reference without words of its own
_SYMBOLS = re.compile(r"\$[^$]*\$|(?<!\})`[^`]*`|\{ref\}`[\w-]+`")
_WORD = re.compile(r"[^\W\d_]{2}")


def read(path: Path) -> Catalog:
    """The catalogue at ``path``; an empty one where there is no file.

    Raises:
        TranslationError: the file is no catalogue.
    """
    if not path.exists():
        return Catalog(locale=LOCALE, project="kamlab", charset="utf-8", fuzzy=False)
    try:
        with path.open("rb") as stream:
            return read_po(stream, locale=LOCALE, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise TranslationError(
            "{path} is not a readable catalogue ({reason}): mend it or restore it from version control.",
            path=path,
            reason=error,
        ) from error


def brought_in_step(catalogue: Catalog, template: Catalog) -> Catalog:
    """``catalogue`` with exactly the messages of ``template``; near ones keep their text, marked fuzzy."""
    catalogue.update(template, update_creation_date=False)
    catalogue.obsolete.clear()
    for message in entries(catalogue):
        if wordless(str(message.id)) and (message.fuzzy or not message.string):
            message.string = message.id
            message.flags.discard("fuzzy")
    return catalogue


def fill(catalogue: Catalog, translations: Mapping[str, str]) -> int:
    """Put ``translations`` (English to Chinese) into ``catalogue``; returns how many texts changed."""
    changed = 0
    for message in entries(catalogue):
        text = translations.get(str(message.id))
        if text and (message.string != text or message.fuzzy):
            message.string = text
            message.flags.discard("fuzzy")
            changed += 1
    return changed


def write(catalogue: Catalog, path: Path) -> bool:
    """Write ``catalogue`` to ``path`` unless the file says the same already; True when it was written."""
    if path.exists() and _same(catalogue, read(path)):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_text(catalogue))
    return True


def as_text(catalogue: Catalog) -> bytes:
    """``catalogue`` as the bytes of a ``.po`` file, the header cut to what does not change by itself."""
    stream = BytesIO()
    write_po(stream, catalogue, width=100, ignore_obsolete=True, no_location=True, omit_header=True)
    return "\n".join((HEADER, *_HEADER_FIELDS, "", "")).encode() + stream.getvalue()


def compile_to(source: Path, target: Path) -> None:
    """Compile the ``.po`` at ``source`` to the ``.mo`` at ``target``; fuzzy texts are left out.

    The same texts give the same bytes (babel would write the hour of compiling into them): everything that is
    built from a catalogue is rebuilt when its bytes change.
    """
    catalogue = read(source)
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    with target.open("wb") as stream:
        write_mo(stream, catalogue)


def problems(catalogue: Catalog, template: Catalog | None = None) -> Iterator[str]:
    """What keeps ``catalogue`` from release, one sentence a defect (English: for the course's makers)."""
    for message in entries(catalogue):
        yield from _message_problems(message)
    if template is not None:
        wanted, present = ids(template), ids(catalogue)
        yield from (f"missing: {_short(text)}" for text in sorted(wanted - present))
        yield from (f"no longer in the source: {_short(text)}" for text in sorted(present - wanted))


def ids(catalogue: Catalog) -> set[str]:
    """The English texts of ``catalogue``."""
    return {str(message.id) for message in entries(catalogue)}


def entries(catalogue: Catalog) -> Iterator[Message]:
    """The messages of ``catalogue`` without its header."""
    return (message for message in catalogue if message.id)


def wordless(text: str) -> bool:
    """Whether ``text`` holds no word to translate.

    >>> wordless("$r^2$ 12.5 %"), wordless("`account`"), wordless("12 accounts"), wordless("{term}`Profit`")
    (True, True, False, False)
    >>> wordless("{ref}`concept-c49`"), wordless("{ref}`the section <concept-c49>`")
    (True, False)
    """
    return not _WORD.search(_SYMBOLS.sub("", text))


def fields(text: str) -> set[str]:
    """The braced fields of ``text``; MyST roles such as ``{term}`` count as fields too, rightly.

    >>> sorted(fields("{share} of {total}"))
    ['share', 'total']
    """
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:  # a lone brace, as in a formula
        return set(re.findall(r"\{([A-Za-z_:-]+)\}", text))


def _message_problems(message: Message) -> Iterator[str]:
    english, chinese = str(message.id), str(message.string or "")
    if not chinese:
        yield f"untranslated: {_short(english)}"
    elif message.fuzzy:
        yield f"fuzzy: {_short(english)}"
    elif fields(english) != fields(chinese):
        yield f"fields differ {sorted(fields(english) ^ fields(chinese))}: {_short(english)}"


def _short(text: str, most: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _same(one: Catalog, other: Catalog) -> bool:
    return [_facts(message) for message in entries(one)] == [_facts(message) for message in entries(other)]


def _facts(message: Message) -> tuple[object, ...]:
    return message.id, message.string, message.fuzzy
