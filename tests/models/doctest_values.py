"""Every value that a doctest of ``kamlab.models`` shows, before rounding; runs in CPython and in Pyodide.

The standard library and kamlab alone: Pyodide has nothing else here.
"""

import dataclasses
import doctest
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType

from kamlab import models


def shown_values() -> dict[str, list[object]]:
    """Name of an object → the values that the examples of its docstring show, numbers not rounded."""
    found = (test for module in _modules() for test in doctest.DocTestFinder().find(module))
    return {test.name: list(_values(test)) for test in found if test.examples}


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(models.__path__):
        yield importlib.import_module(f"kamlab.models.{found.name}")


def _values(test: doctest.DocTest) -> Iterator[object]:
    printed: list[object] = []

    def note(*values: object) -> None:
        printed.append(values)

    # A rounded number would hide a difference, and so would a printed one.
    names = {**test.globs, "round": lambda number, _digits=None: number, "print": note}
    for example in test.examples:
        try:
            code = compile(example.source, test.name, "eval")
        except SyntaxError:  # a statement
            exec(example.source, names)  # noqa: S102 - our own docstrings
        else:
            yield _plain(eval(code, names))  # noqa: S307 - our own docstrings
    yield _plain(printed)


def _plain(value: object) -> object:
    """``value`` as JSON can hold it: numbers as they are, collections by their entries, the rest as text."""
    if isinstance(value, int | float):
        return value
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(entry)] for key, entry in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    return repr(value)
