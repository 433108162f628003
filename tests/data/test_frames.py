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
