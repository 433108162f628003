import json
import math
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamlab.grading.inside import values
from kamlab.grading.inside.values import Callable, NoData, NotDataError, decode, encode, foreign

DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=4) | st.integers() | st.tuples(st.integers()), inner, max_size=4)
    ),
    max_leaves=20,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["!", "of", "dtype", "index", "columns", "names", "labels", "column", "shape", "range"]
            ),
            inner
            | st.sampled_from(
                ["series", "frame", "array", "index", "dict", "tuple", "decimal", "int64", "category"]
            ),
            max_size=5,
        )
    ),
    max_leaves=25,
)


def passed(value: object) -> object:
    """``value`` as it arrives on the other side."""
    return decode(json.loads(json.dumps(encode(value))))


@given(DATA)
def test_plain_data_arrives_as_it_was(value: object) -> None:
    assert passed(value) == value


@pytest.mark.parametrize(
    "value",
    [
        {1, 2},
        frozenset({"a"}),
        b"bytes",
        datetime(2027, 3, 1, 12, 30, tzinfo=UTC),
        date(2027, 3, 1),
        timedelta(days=-1, microseconds=3),
        Decimal("1.20"),
        pd.Timestamp("2027-03-01 12:30"),
    ],
)
def test_other_data_arrive_as_they_were(value: object) -> None:
    found = passed(value)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "series",
    [
        pd.Series([1.5, math.nan, -2.0], index=["a", "b", "c"], name="profit"),
        pd.Series([1, 2, 3], dtype="int8"),
        pd.Series([True, False]),
        pd.Series(["x", None, "文"], dtype="str"),
        pd.Series([1, None], dtype="Int64"),
        pd.Series(["low", "high", None], dtype=pd.CategoricalDtype(["low", "high"], ordered=True)),
        pd.Series(pd.to_datetime(["2027-03-01", None])),
        pd.Series(pd.to_datetime(["2027-03-01"]).tz_localize("Europe/Oslo")),
        pd.Series(pd.to_timedelta([1, 2], unit="h")),
        pd.Series(pd.period_range("2027-01", periods=3, freq="M")),
        pd.Series([1, "a", (2, 3)], dtype="object"),
        pd.Series([], dtype="float64"),
        pd.Series(
            [1.0, 2.0], index=pd.MultiIndex.from_tuples([("a", 2023), ("b", 2024)], names=["account", "year"])
        ),
    ],
)
def test_a_series_arrives_with_its_index_and_type(series: "pd.Series[object]") -> None:
    pd.testing.assert_series_equal(passed(series), series, check_freq=False)


def test_a_frame_arrives_with_its_labels_index_and_types() -> None:
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "when": pd.to_datetime(["2027-03-01", "2027-03-02"])})
    grouped = frame.groupby("b").agg({"a": ["sum", "mean"]})
    for each in (frame, grouped, frame.set_index("b"), frame[[]], frame[["a", "a"]]):
        pd.testing.assert_frame_equal(passed(each), each)


@pytest.mark.parametrize(
    "array", [np.arange(6.0).reshape(2, 3), np.array([], dtype="int64"), np.array([[True]])]
)
def test_an_array_arrives_with_its_shape(array: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> None:
    found = passed(array)
    assert isinstance(found, np.ndarray)
    np.testing.assert_array_equal(found, array)
    assert found.dtype == array.dtype


def test_a_number_of_numpy_arrives_as_a_plain_one() -> None:
    assert [type(passed(one)) for one in (np.float64(1.5), np.int32(2), np.bool(1))] == [float, int, bool]


class Equal:
    """Claims to be whatever it is compared with."""

    def __eq__(self, _other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]  # as Python has it for a class with only __eq__


class Figure(float):
    """A number whose comparison lies."""

    __eq__ = Equal.__eq__
    __hash__ = float.__hash__


class Words(str):
    """A text that is another."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [Equal(), Figure(1), Words("x"), object(), iter([1]), pytest.param(10**5000, id="huge"), np.complex64(1)],
)
def test_what_only_behaves_like_data_arrives_as_no_data(value: object) -> None:
    assert isinstance(passed(value), NoData)


def test_no_data_inside_data_stay_no_data() -> None:
    found = passed({"right": Equal(), "wrong": 1})
    assert found == {"right": NoData("Equal"), "wrong": 1}
    assert isinstance(passed(pd.Series([Equal()])).iloc[0], NoData)  # type: ignore[attr-defined]  # a Series


def test_a_function_arrives_as_something_to_call() -> None:
    assert passed(len) == Callable()


def test_a_value_that_holds_itself_ends_in_a_note() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert "too deep" in repr(passed(loop))


@pytest.mark.parametrize(
    "data",
    [
        {"!": "pickle", "of": "gASVAA=="},
        {"!": "series"},
        {
            "!": "series",
            "name": None,
            "index": {"range": [0, 2, 1], "names": [None]},
            "column": {"dtype": "os.system", "of": [1, 2]},
        },
        {
            "!": "series",
            "name": None,
            "index": {"range": [0, 9, 1], "names": [None]},
            "column": {"dtype": "int64", "of": [1]},
        },
        {"!": "frame", "labels": {"columns": [], "names": []}, "index": {}, "columns": 3},
        {"!": "array", "shape": [-5, 10**9], "column": {"dtype": "int64", "of": [1]}},
        {"!": "dict", "of": [[{"!": "dict", "of": []}, 1]]},
        {"!": "decimal", "of": "9" * 5000},
        {"!": "bytes", "of": "?"},
        {"!": "datetime", "of": 7},
        {"!": ["series"]},
        {"no": "tag"},
    ],
)
def test_what_no_writer_writes_is_refused(data: object) -> None:
    with pytest.raises(NotDataError):
        decode(data)


@given(JSON)
def test_whatever_json_comes_only_data_or_a_refusal_comes_out(data: object) -> None:
    try:
        decode(data)
    except NotDataError:
        return


def test_data_nested_too_deeply_are_refused() -> None:
    data: object = 1
    for _ in range(40):
        data = [data]
    with pytest.raises(NotDataError):
        decode(data)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"a": [1, (2, {3})]}, ""),
        ([1, {"a": Equal()}], "Equal"),
        (pd.Series([1, Figure(2)], dtype="object"), "Figure"),
        ({"!": "other", "kind": "a table of hers with such a key"}, ""),
        ([len], ""),  # a function is named by another word
    ],
)
def test_the_first_thing_that_is_no_data_is_named(value: object, kind: str) -> None:
    assert foreign(encode(value)) == kind


def test_the_alarm_of_a_cell_is_no_fault_of_the_value_that_it_interrupts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ring(_data: object, _decode: object) -> object:
        raise TimeoutError

    monkeypatch.setitem(values._READERS, "slow", ring)
    with pytest.raises(TimeoutError):
        decode({"!": "slow"})
