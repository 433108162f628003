"""What Node does in Python before it takes the memory snapshot: import everything, exercise everything.

What a page needs and was not warmed here must be read from the lazily fetched archives later: it still works,
but the first reader waits for it.
"""

import gc
import importlib
import json
import pkgutil
import sys

from kamlab import i18n
from kamlab.live import pageworker

__all__ = ["warm"]

PACKAGES = ("kamlab.models", "kamlab.data", "kamlab.widgets")
NOT_IN_THE_BROWSER = ("kamlab.data.commands",)  # the command line's part; click is not there
CELL = "import kamlab.widgets.{unit} as unit\nunit.{name}()"
SESSION = "warm_"
SMALLEST, LARGEST = 16, 512  # bytes: the steps and the end of Python's small blocks
CLEARED = 1 << 16  # bytes of each size: more would make the memory itself grow
# telling of an error takes modules too, which may not be at hand when it happens
MISTAKES = ("raise ValueError(1)", "unknown_name", "(1).numeratr", "import no_such_module", "1 +")


def warm() -> None:
    """Import every module that pages use and move every exercise once in every language."""
    pageworker.install()
    for package in PACKAGES:
        import_all(package)
    for lang in i18n.LANGUAGES:
        for unit, name in exercises():
            _exercise(unit, name, lang)
    for mistake in MISTAKES:
        pageworker.run(SESSION, "en", mistake, "[]")
    pageworker.leave(SESSION)
    gc.collect()
    _clear_small_blocks()


def _clear_small_blocks() -> None:
    """Fill Python's own free blocks with zeros, which compress, by using and freeing them size by size.

    Python hands out small blocks itself: the loop over ``malloc`` in snapshot.mjs does not reach them.
    """
    head = sys.getsizeof(b"")
    for size in range(SMALLEST, LARGEST + SMALLEST, SMALLEST):
        blocks = [bytes(max(size - head, 1)) for _ in range(CLEARED // size)]
        del blocks


def import_all(package: str) -> None:
    """Import ``package`` and every module below it."""
    root = importlib.import_module(package)
    for found in pkgutil.walk_packages(root.__path__, package + "."):
        if found.name not in NOT_IN_THE_BROWSER:
            importlib.import_module(found.name)


def exercises() -> list[tuple[str, str]]:
    """List every exercise of the course: (its unit, the name under which a page calls it)."""
    everything = importlib.import_module("kamlab.widgets").everything()
    return [(unit, one.name) for unit, exercises in everything.items() for one in exercises]


def _exercise(unit: str, name: str, lang: str) -> None:
    """Make one exercise as a page does, and send it each of its values moved and moved back."""
    reply = json.loads(pageworker.run(SESSION, lang, CELL.format(unit=unit, name=name), "[]"))
    _insist(reply, f"{unit}.{name} ({lang})")
    for sent in reply["messages"]:
        values = sent["data"].get("state", {}).get("values")
        if sent["t"] == "open" and isinstance(values, dict):
            for changed in (*moved(values), values, checked(values)):
                update = json.dumps({"method": "update", "state": {"values": changed}})
                _insist(
                    json.loads(pageworker.message(SESSION, sent["comm"], update)), f"{unit}.{name} ({lang})"
                )
    pageworker.leave(SESSION)


def moved(values: dict[str, object]) -> list[dict[str, object]]:
    """Return ``values`` with each number in turn a thousandth larger: enough to make every view afresh.

    >>> moved({"rate": 0.5, "name": "x"})
    [{'rate': 0.5005, 'name': 'x'}]
    """
    numbers = {name: value for name, value in values.items() if type(value) in (int, float)}
    return [{**values, name: value * 1.001} for name, value in numbers.items()]  # type: ignore[operator]


def checked(values: dict[str, object]) -> dict[str, object]:
    """Return ``values`` as they are when 'Check' is pressed (``kamlab.widgets.shell`` names the entries)."""
    return {**values, "@checked": values, "@tries": 1}


def _insist(reply: dict[str, dict[str, str] | None], name: str) -> None:
    error = reply["error"]
    if error:
        raise RuntimeError(f"{name} does not run in the worker:\n{error['trace']}")
