"""Numbers as a reader sees them: rounded, with a unit, in her language.

Everything shown is rounded here, because the last digits differ between the browser's Python and ours.
"""

from kamlab.i18n import Translator

MINUS = "\u2212"


def number(value: float, digits: int = 0, *, sign: bool = False) -> str:
    """``value`` with thousands separated and ``digits`` decimals.

    Args:
        value: any finite number.
        digits: decimals to keep.
        sign: also write a plus before a positive value.

    >>> number(1234.56, 1), number(-0.2), number(3, sign=True)
    ('1,234.6', '0', '+3')
    """
    rounded = round(value, digits) + 0.0
    text = f"{abs(rounded):,.{digits}f}"
    if rounded < 0:
        return MINUS + text
    return "+" + text if sign and rounded > 0 else text


def whole(value: float) -> str:
    """``value`` where it is whole, nothing where it is not: for ticks of years, and of what has no halves.

    >>> whole(2028.0), whole(2027.5)
    ('2028', '')
    """
    return f"{value:.0f}" if value == int(value) else ""


def shortest(value: float, digits: int = 1) -> str:
    """``value`` with ``digits`` decimals, or with none where it is whole: for the ticks of an axis.

    >>> shortest(2.5), shortest(5.0)
    ('2.5', '5')
    """
    return number(value, 0 if value == int(value) else digits)


def percent(share: float, t: Translator, digits: int = 0, *, sign: bool = False) -> str:
    r"""A share (0.12) as a percentage (12 %), spaced as the language of ``t`` has it.

    >>> from kamlab.i18n import translator
    >>> percent(0.1234, translator("en"), 1)
    '12.3\xa0%'
    """
    return _unbroken(t("{number} %", number=number(share * 100, digits, sign=sign)))


def euros(value: float, t: Translator, digits: int = 0, *, sign: bool = False) -> str:
    """An amount in EUR, with the unit in the language of ``t``."""
    return _unbroken(t("{number} EUR", number=number(value, digits, sign=sign)))


def thousands(value: float, t: Translator, digits: int = 0, *, sign: bool = False) -> str:
    """An amount in EUR, shown in thousands (kEUR)."""
    return _unbroken(t("{number} kEUR", number=number(value / 1000, digits, sign=sign)))


def _unbroken(text: str) -> str:
    """Keep a number and its unit on one line."""
    return text.replace(" ", "\u00a0")
