"""One attack a file; ``ATTACKS`` is all of them by the name of their file."""

import importlib
import pkgutil

from attack import Attack

__all__ = ["ATTACKS"]

ATTACKS: dict[str, Attack] = {
    found.name: importlib.import_module(f"{__name__}.{found.name}").ATTACK
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda each: each.name)
}
