"""Case codes: from a course secret and a trainee's id to the trainee's own ledger.

A code such as ``7QK4-M2XD-9RTA`` has twelve symbols of Crockford's base 32: eleven carry 55 bits of an
HMAC-SHA256, the twelfth is a check symbol. The check is a weighted sum in the field of 32 elements with
eleven different weights, so that any one wrong symbol, and any two symbols swapped, are found.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata

from kamlab.errors import DataError

__all__ = ["case_code", "normalise_code", "normalise_trainee", "seed_of"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans("OILU", "011V")
DASHES = frozenset("-_‐‑‒–—―−ー・·.")
LENGTH = 12
BITS = 5
FIELD = 0b100101  # x⁵ + x² + 1, irreducible: multiplication modulo it makes 32 symbols a field
PURPOSE = b"kamlab case code 1\n"


def case_code(secret: str, trainee: str) -> str:
    """The code of one trainee's case, the same for ever.

    Args:
        secret: the course secret (see ``read_secret``).
        trainee: the trainee's id as in the roster; spaces around it, case and full-width forms do not matter.

    Raises:
        DataError: the id is empty.
    """
    message = PURPOSE + normalise_trainee(trainee).encode()
    digest = hmac.new(secret.strip().encode(), message, hashlib.sha256).digest()
    number = int.from_bytes(digest[:8]) >> (64 - BITS * (LENGTH - 1))
    values = [number >> BITS * place & 31 for place in reversed(range(LENGTH - 1))]
    return _grouped("".join(ALPHABET[value] for value in [*values, _check(values)]))


def normalise_trainee(trainee: str) -> str:
    """A trainee's id in the form in which ids are compared: NFKC, no spaces around it, case folded.

    Raises:
        DataError: nothing is left of it.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", trainee).casefold()).strip()
    if not plain:
        raise DataError("The trainee id is empty: give the id that stands in the roster.")
    return plain


def normalise_code(text: str) -> str:
    """The code as it is printed, from what a person typed.

    Lower case, full-width letters, missing or other dashes and spaces are accepted, and look-alikes: O for 0,
    I and L for 1, U for V.

    Raises:
        DataError: a symbol that no code has, a wrong length, or a typing error.
    """
    typed = unicodedata.normalize("NFKC", text).upper()
    symbols = "".join(symbol for symbol in typed if not (symbol.isspace() or symbol in DASHES))
    symbols = symbols.translate(LOOK_ALIKES)
    _require_symbols(symbols)
    values = [ALPHABET.index(symbol) for symbol in symbols]
    if _check(values[:-1]) != values[-1]:
        raise DataError(
            "The case code {code} has a typing error: compare it, symbol by symbol, "
            "with the code that you were given.",
            code=_grouped(symbols),
        )
    return _grouped(symbols)


def _require_symbols(symbols: str) -> None:
    if not symbols:
        raise DataError("The case code is empty: type the code that you were given, such as 7QK4-M2XD-9RTA.")
    for symbol in symbols:
        if symbol not in ALPHABET:
            raise DataError(
                "'{symbol}' never stands in a case code: type the digits and letters "
                "of the code that you were given.",
                symbol=symbol,
            )
    if len(symbols) != LENGTH:
        raise DataError(
            "The case code has {count} symbols and needs 12: type all three groups of four.",
            count=len(symbols),
        )


def seed_of(code: str) -> int:
    """The seed of the ledger that belongs to a case code: ``ledger(seed_of(code))``.

    Raises:
        DataError: the code is not one; the message names the typing error and the fix.
    """
    seed = 0
    for symbol in normalise_code(code).replace("-", "")[:-1]:
        seed = seed << BITS | ALPHABET.index(symbol)
    return seed


def _grouped(symbols: str) -> str:
    return "-".join(symbols[place : place + 4] for place in range(0, LENGTH, 4))


def _check(values: list[int]) -> int:
    """Σ αⁱ⁺¹ · vᵢ in the field of 32 elements, with α = x, whose first 31 powers all differ."""
    total, weight = 0, 1
    for value in values:
        weight = _times(weight, 2)
        total ^= _times(weight, value)
    return total


def _times(first: int, second: int) -> int:
    """Multiply two elements of the field of 32."""
    product = 0
    while second:
        if second & 1:
            product ^= first
        first <<= 1
        if first & 32:
            first ^= FIELD
        second >>= 1
    return product
