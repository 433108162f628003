"""How deep data read from JSON goes: what goes deeper than its reader allows is refused before it is used."""

from collections.abc import Iterable

__all__ = ["deeper"]


def deeper(value: object, levels: int) -> bool:
    """Whether JSON data holds lists and tables more than ``levels`` deep.

    It goes level by level, so that no depth is too much for it.

    >>> deeper([{"a": 1}], 2), deeper([{"a": []}], 2)
    (False, True)
    """
    layer = _holders([value])
    for _ in range(levels):
        layer = [
            part for each in layer for part in _holders(each.values() if isinstance(each, dict) else each)
        ]
    return bool(layer)


def _holders(values: Iterable[object]) -> list[list[object] | dict[str, object]]:
    return [value for value in values if isinstance(value, list | dict)]
