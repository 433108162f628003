"""The frames against pandas' own reading of the same rows."""

import pandas as pd
import pytest

from kamlab import data
from kamlab.data.tables import Ledger, Table


@pytest.mark.parametrize("name", sorted(data.ledger().tables))
def test_a_frame_is_what_pandas_makes_of_the_rows(name: str) -> None:
    table = data.ledger()[name]
    plain = pd.DataFrame(list(table.rows), columns=[column.name for column in table.columns])
    frame = data.frames(data.ledger())[name]
    pd.testing.assert_frame_equal(frame, plain.astype(frame.dtypes.to_dict()))


def test_a_table_without_rows_keeps_its_columns_and_types() -> None:
    book = data.ledger()
    empty = Ledger(0, {name: Table(name, "", table.columns, ()) for name, table in book.tables.items()})
    for name, frame in data.frames(empty).items():
        assert len(frame) == 0
        pd.testing.assert_series_equal(frame.dtypes, data.frames(book)[name].dtypes)


def test_the_names_of_columns_are_those_of_the_frames() -> None:
    book = data.ledger()
    assert data.column_names(book) == {name: list(frame.columns) for name, frame in data.frames(book).items()}


def test_a_frame_is_made_once_and_is_the_reader_s_to_change() -> None:
    tables = data.frames(data.ledger())
    tables["orders"]["own"] = 1
    assert "own" in tables["orders"]
    assert "own" not in data.frames(data.ledger())["orders"]


def test_frames_can_be_replaced_added_and_taken_away_as_in_a_dictionary() -> None:
    tables = data.frames(data.ledger())
    mine = pd.DataFrame({"x": [1]})
    tables["orders"] = tables["mine"] = mine
    del tables["returns"], tables["mine"]
    assert tables["orders"] is mine
    assert set(tables) == set(data.ledger().tables) - {"returns"}
    assert len(tables) == len(data.ledger().tables) - 1
    with pytest.raises(KeyError):
        tables["returns"]


def test_frames_say_which_there_are() -> None:
    said = repr(data.frames(data.ledger()))
    assert all(name in said for name in data.ledger().tables)
