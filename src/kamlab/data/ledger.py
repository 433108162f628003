"""The ledger of Meridian Components: ``ledger()`` is the base, ``ledger(seed_of(code))`` a trainee's own."""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

from kamlab.data.generate import generate

if TYPE_CHECKING:
    from collections.abc import Container

    from kamlab.data.tables import Ledger

__all__ = ["BASE_SEED", "fingerprint", "keep", "kept", "ledger"]

BASE_SEED = 2029  # any number does; this one makes clear examples
_MOST = 8  # ledgers that are kept at hand
_kept: dict[int, Ledger] = {}


def ledger(seed: int = BASE_SEED) -> Ledger:
    """Three years of business with sixty accounts, the same for a seed on every machine and for ever.

    Args:
        seed: a whole number; the base ledger without one, a trainee's variant with ``seed_of(case_code)``.
    """
    book = _kept.get(seed)
    if book is None:
        book = _drawn(seed)
        keep(book)
    return book


def _drawn(seed: int) -> Ledger:
    """In columns where numpy is loaded already, which gives the same in less than half the time."""
    if "numpy" not in sys.modules:
        return generate(seed)
    from kamlab.data import arrays  # noqa: PLC0415 - a browser has no numpy

    return arrays.generate(seed)


def keep(book: Ledger) -> None:
    """Let ``ledger`` return ``book``, which somebody else drew, in place of drawing it anew."""
    while len(_kept) >= _MOST:
        del _kept[next(iter(_kept))]  # the first that came
    _kept[book.seed] = book


def kept(seeds: Container[int] = ()) -> list[Ledger]:
    """The ledgers that are at hand, without those of ``seeds``."""
    return [book for seed, book in _kept.items() if seed not in seeds]


def fingerprint(book: Ledger) -> str:
    """The SHA-256 of all rows written out, hexadecimal: equal if and only if the ledgers are."""
    digest = hashlib.sha256()
    for name in sorted(book.tables):
        digest.update(f"{name}\n".encode())
        for row in book[name].rows:
            digest.update("\t".join(str(value) for value in row).encode() + b"\n")
    return digest.hexdigest()
