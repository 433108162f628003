"""Series, frames, indexes, arrays and single numbers of numpy and pandas as plain data, and back.

A column is the name of its type and a list: numbers as they are, times as whole numbers of their unit, texts
with null for a gap, categories as places in a list. The types that are read back are named here; a column of
any other type is no data.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

__all__ = ["TAG", "reader", "writer"]

TAG = "!"
Part = Callable[[Any], object]

_PLAIN = re.compile(r"bool|u?int(8|16|32|64)|float(16|32|64)")
_NULLABLE = re.compile(r"boolean|U?Int(8|16|32|64)|Float(32|64)")
_TEXT = re.compile(r"str|string")
_TIME = re.compile(r"(datetime64|timedelta64)\[(s|ms|us|ns)(, [A-Za-z0-9_+/-]{1,40})?\]")
_PERIOD = re.compile(r"period\[[A-Z-]{1,10}\]")


def _column(values: Any, encode: Part) -> dict[str, object]:  # noqa: ANN401 - a Series or an Index
    """The column as data.

    Raises:
        TypeError: it is of a type that is no data.
    """
    name = str(values.dtype)
    if _PLAIN.fullmatch(name):
        return {"dtype": name, "of": values.tolist()}
    if _NULLABLE.fullmatch(name) or _TEXT.fullmatch(name):
        gaps = values.isna()
        return {
            "dtype": name,
            "of": [None if gap else one for one, gap in zip(values.tolist(), gaps, strict=True)],
        }
    if _TIME.fullmatch(name) or _PERIOD.fullmatch(name):
        return {"dtype": name, "of": pd.Index(values).asi8.tolist()}
    if name == "category":
        kinds = values.dtype.categories, values.dtype.ordered
        codes = pd.Categorical(values).codes.tolist()
        return {
            "dtype": name,
            "of": codes,
            "categories": _column(kinds[0], encode),
            "ordered": bool(kinds[1]),
        }
    if name == "object":
        return {"dtype": name, "of": [encode(one) for one in values.tolist()]}
    raise TypeError(name)


def _restored(data: Mapping[str, Any], decode: Part) -> Any:  # noqa: ANN401 - an Index of any kind
    """The column as an Index.

    Raises:
        ValueError, TypeError, KeyError: the data are none.
    """
    name, parts = data["dtype"], data["of"]
    if not isinstance(name, str) or not isinstance(parts, list):
        raise TypeError("no column")
    if _PLAIN.fullmatch(name) or _NULLABLE.fullmatch(name) or _TEXT.fullmatch(name):
        return pd.Index(pd.array([_scalar(one) for one in parts], dtype=name), dtype=name)
    if _TIME.fullmatch(name):
        return _times(name, np.array(parts, dtype="int64"))
    if _PERIOD.fullmatch(name):
        return pd.PeriodIndex.from_ordinals(parts, freq=name[len("period[") : -1])
    if name == "category":
        kinds = _restored(data["categories"], decode)
        dtype = pd.CategoricalDtype(kinds, ordered=data["ordered"] is True)
        return pd.CategoricalIndex(pd.Categorical.from_codes(parts, dtype=dtype))
    if name == "object":
        return pd.Index([decode(one) for one in parts], dtype="object")
    raise TypeError(name)


def _scalar(value: object) -> object:
    """A number, a text or a gap; a list among them would make a column of something else."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError("a value in a column")


def _times(name: str, numbers: Any) -> Any:  # noqa: ANN401 - an array of numbers, an Index
    kind, _, zone = name.rstrip("]").partition(", ")
    found = pd.Index(numbers.view(f"{kind}]"))
    return found.tz_localize("UTC").tz_convert(zone) if zone else found


def _index(index: Any, encode: Part) -> dict[str, object]:  # noqa: ANN401 - an Index
    if type(index) is pd.RangeIndex:
        span = [index.start, index.stop, index.step]
        return {"range": span, "names": [encode(index.name)]}
    names = [encode(name) for name in index.names]
    levels = range(index.nlevels)
    return {"columns": [_column(index.get_level_values(level), encode) for level in levels], "names": names}


def _index_of(data: Mapping[str, Any], decode: Part) -> Any:  # noqa: ANN401 - an Index
    names = [decode(name) for name in data["names"]]
    if "range" in data:
        return pd.RangeIndex(*map(int, data["range"]), name=names[0])
    columns = [_restored(column, decode) for column in data["columns"]]
    if len(columns) == 1:
        return columns[0].rename(names[0])
    return pd.MultiIndex.from_arrays(columns, names=names)


def _guarded(tag: str, write: Callable[[Any, Part], dict[str, object]]) -> Callable[[Any, Part], object]:
    """``write`` under its tag; a column that is no data makes the whole thing none."""

    def guarded(value: object, encode: Part) -> object:
        try:
            return {TAG: tag, **write(value, encode)}
        except TypeError as error:
            return {TAG: "other", "kind": f"{type(value).__name__} of {error}"[:80]}

    return guarded


def _series(value: Any, encode: Part) -> dict[str, object]:  # noqa: ANN401 - a Series
    index = _index(value.index, encode)
    return {"name": encode(value.name), "index": index, "column": _column(value, encode)}


def _frame(value: Any, encode: Part) -> dict[str, object]:  # noqa: ANN401 - a DataFrame
    columns = [_column(value.iloc[:, place], encode) for place in range(value.shape[1])]
    return {"labels": _index(value.columns, encode), "index": _index(value.index, encode), "columns": columns}


def _array(value: Any, encode: Part) -> dict[str, object]:  # noqa: ANN401 - an array
    if value.dtype.kind == "U":
        return {"shape": list(value.shape), "column": {"dtype": "str", "of": value.ravel().tolist()}}
    return {"shape": list(value.shape), "column": _column(pd.Series(value.ravel()), encode)}


def _series_of(data: Mapping[str, Any], decode: Part) -> object:
    index = _index_of(data["index"], decode)
    return pd.Series(_restored(data["column"], decode).array, index=index, name=decode(data["name"]))


def _frame_of(data: Mapping[str, Any], decode: Part) -> object:
    labels, index = _index_of(data["labels"], decode), _index_of(data["index"], decode)
    columns = {place: _restored(column, decode).array for place, column in enumerate(data["columns"])}
    if len(columns) != len(labels):
        raise ValueError("columns")
    return pd.DataFrame(columns, index=index).set_axis(labels, axis="columns")


def _array_of(data: Mapping[str, Any], decode: Part) -> object:
    flat = _restored(data["column"], decode).to_numpy()
    return flat.reshape([int(length) for length in data["shape"]])


_WRITERS = {
    pd.Series: _guarded("series", _series),
    pd.DataFrame: _guarded("frame", _frame),
    np.ndarray: _guarded("array", _array),
    pd.Timestamp: lambda value, _encode: {TAG: "stamp", "of": value.isoformat()},
    type(pd.NaT): lambda _value, _encode: {TAG: "stamp", "of": "NaT"},
    type(pd.NA): lambda _value, _encode: {TAG: "gap"},
}
_INDEXES = (
    pd.Index,
    pd.RangeIndex,
    pd.MultiIndex,
    pd.DatetimeIndex,
    pd.TimedeltaIndex,
    pd.PeriodIndex,
    pd.CategoricalIndex,
)
_WRITERS |= dict.fromkeys(_INDEXES, _guarded("index", lambda value, encode: {"index": _index(value, encode)}))

_READERS: dict[str, Callable[[Mapping[str, Any], Part], object]] = {
    "series": _series_of,
    "frame": _frame_of,
    "array": _array_of,
    "index": lambda data, decode: _index_of(data["index"], decode),
    "stamp": lambda data, _decode: pd.Timestamp(str(data["of"])[:64]),
    "gap": lambda _data, _decode: pd.NA,
}


def writer(kind: type) -> Callable[[Any, Part], object] | None:
    """What encodes values of exactly the type ``kind``; None when they are no tables, arrays or numbers."""
    if kind in _WRITERS:
        return _WRITERS[kind]
    if kind.__module__ == "numpy" and issubclass(kind, np.bool | np.integer | np.floating | np.str_):
        return lambda value, encode: encode(value.item())
    return None


def reader(tag: str) -> Callable[[Mapping[str, Any], Part], object] | None:
    """What decodes data under ``tag``; None for a tag that no writer here gives."""
    return _READERS.get(tag)
