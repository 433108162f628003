"""Where looking for garbage costs much and finds nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected(*, for_good: bool = False) -> Iterator[None]:
    """Let the garbage collector rest.

    Args:
        for_good: what is there at the end stays as long as the process, and is never looked through again,
            such as modules.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if for_good:
            gc.freeze()
        if collecting:
            gc.enable()
