"""What is worked out of a ledger is remembered for as long as the ledger itself lives, and no longer."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from kamlab.data.tables import Ledger

__all__ = ["remembered"]

P = ParamSpec("P")
R = TypeVar("R")


def remembered(function: Callable[Concatenate[Ledger, P], R]) -> Callable[Concatenate[Ledger, P], R]:
    """``function``, called once for each ledger and further arguments.

    Args:
        function: of a ledger; its other arguments are hashable, and what it returns does not hold the ledger.
    """
    made: WeakKeyDictionary[Ledger, dict[Any, R]] = WeakKeyDictionary()

    @wraps(function)
    def once(book: Ledger, /, *rest: P.args, **named: P.kwargs) -> R:
        of_book = made.setdefault(book, {})
        key = rest, tuple(sorted(named.items()))
        if key not in of_book:
            of_book[key] = function(book, *rest, **named)
        return of_book[key]

    return once
