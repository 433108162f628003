"""Reading a number as people type it, in English or through a Chinese input method.

Accepted: ``1234.5``, ``1,234.5``, ``1 234.5``, full-width ``１２３４．５``, ``12 %``, ``12％``,
``EUR 1,234``, ``€1,234``, ``12万`` (120,000), ``-5`` and ``−5``. A bare number is in the question's unit: in
a question asked in per cent ``0.12`` means 0.12 per cent, and the form says so while one types. Refused, each
with its reason: words, two numbers, a comma that groups nothing (``12,5``), powers of ten (``1e9``), infinity
and 'not a number', and a unit that is not the question's.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from kamlab.i18n import N_, Translator

# symbol typed -> unit meant; a unit may be written before or after the number
_UNITS = {
    "%": "%",
    "percent": "%",
    "per cent": "%",
    "eur": "EUR",
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "欧元": "EUR",
    "accounts": "accounts",
    "account": "accounts",
    "家": "accounts",
    "个": "accounts",
    "×": "×",
    "x": "×",
    "倍": "×",
    "years": "years",
    "年": "years",
}
# the units of questions, for the catalogue of the course's words
UNITS = (N_("accounts"), N_("EUR"), N_("years"))
_MULTIPLES = {"万": 1e4, "亿": 1e8}
_PUNCTUATION = str.maketrans(
    {"。": ".", "−": "-", "–": "-", "，": ",", "、": ",", "’": "'", "\u00a0": " ", "\u202f": " "}
)
_SHAPE = re.compile(r"(?P<before>[^\d.,+-]*)(?P<number>[+-]?[\d.,' ]*\d[\d.,' ]*)(?P<after>.*)", re.DOTALL)
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_GROUPED = re.compile(r"[+-]?\d{1,3}([,' ])\d{3}(\1\d{3})*(\.\d*)?")
_POWER = re.compile(r"[+-]?[\d.]+e[+-]?\d+", re.IGNORECASE)
_NOT_FINITE = {"nan", "inf", "+inf", "-inf", "infinity", "-infinity", "∞"}
MAX_LENGTH = 40


@dataclass(frozen=True)
class Problem:
    """Why something cannot be taken as an answer: an English template, its values, said by ``render``."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)


def amount(value: float, unit: str, t: Translator) -> str:
    """``value`` with its unit as the reader's language writes it: 12 % in English, 12% in Chinese."""
    number = f"{value:,.10g}"
    if unit == "%":
        return t("{number} %", number=number)
    return f"{number} {t(unit)}".strip()


def parse_number(raw: object, unit: str) -> float | Problem:
    """The number in ``raw``, in ``unit``, or the reason why there is none."""
    if isinstance(raw, bool):
        return Problem(N_("This must be a number, not yes or no."))
    if isinstance(raw, int | float):
        return _finite(raw)
    if not isinstance(raw, str):
        return Problem(N_("This must be a number."))
    return _parse_text(_plain(raw), unit)


def _plain(raw: str) -> str:
    """Full-width characters become their ordinary ones; a Chinese full stop between digits is a point."""
    return unicodedata.normalize("NFKC", raw.translate(_PUNCTUATION)).translate(_PUNCTUATION).strip()


def _parse_text(text: str, unit: str) -> float | Problem:
    refused = _refuse_early(text)
    if refused:
        return refused
    match = _SHAPE.fullmatch(text)
    if not match:
        return Problem(N_("'{given}' is not a number: write digits, such as 12.5."), {"given": text})
    multiple = _multiple(match["before"], match["after"], unit, text)
    if isinstance(multiple, Problem):
        return multiple
    value = _digits(match["number"].strip())
    return value if isinstance(value, Problem) else _finite(value * multiple)


def _refuse_early(text: str) -> Problem | None:
    if len(text) > MAX_LENGTH:
        return Problem(
            N_("This is too long for a number: write at most {count} characters."), {"count": MAX_LENGTH}
        )
    if text.casefold().replace(" ", "") in _NOT_FINITE:
        return Problem(N_("'{given}' is not a number that an account can have."), {"given": text})
    if _POWER.search(text):
        return Problem(N_("Write the number in full, without powers of ten: not '{given}'."), {"given": text})
    return None


def _multiple(before: str, after: str, unit: str, text: str) -> float | Problem:
    """What the number is multiplied by (万, 亿), after checking the units written around it."""
    after = after.strip()
    multiple = _MULTIPLES.get(after[:1], 1.0)
    words = [before.strip(), after[1:].strip() if multiple > 1 else after]
    for word in filter(None, words):
        meant = _UNITS.get(word.casefold())
        if meant is None:
            return Problem(N_("'{given}' holds more than one number and its unit."), {"given": text})
        if meant != unit:
            return Problem(_wrong_unit(unit), {"given": word, "unit": unit})
    return multiple


def _wrong_unit(unit: str) -> str:
    if unit:
        return N_("The unit asked for is {unit}, not '{given}'.")
    return N_("This number has no unit: leave out '{given}'.")


def _digits(number: str) -> float | Problem:
    if _GROUPED.fullmatch(number):
        return float(re.sub(r"[,' ]", "", number))
    if _PLAIN.fullmatch(number):
        return float(number)
    if "," in number:
        return Problem(
            N_("Commas only group thousands, as in 1,234; decimals take a point, as in 12.5: not '{given}'."),
            {"given": number},
        )
    return Problem(N_("'{given}' is not a number: write digits, such as 12.5."), {"given": number})


def _finite(value: float) -> float | Problem:
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        return Problem(N_("'{given}' is not a number that an account can have."), {"given": str(number)})
    return number
