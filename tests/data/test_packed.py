"""A ledger that went through another form is the same ledger."""

import marshal

import pandas as pd
import pytest

from kamlab import data
from kamlab.data import Ledger, fingerprint
from kamlab.data.generate import generate
from kamlab.data.packed import PackedTable, pack, unpack


@pytest.fixture(scope="module", params=[data.BASE_SEED, 0, 2**55 - 1])
def book(request: pytest.FixtureRequest) -> Ledger:
    return generate(request.param)


@pytest.fixture(scope="module")
def again(book: Ledger) -> Ledger:
    return unpack(marshal.loads(marshal.dumps(pack(book))))  # noqa: S302 - our own bytes


def test_every_row_and_every_type_is_kept(book: Ledger, again: Ledger) -> None:
    assert fingerprint(again) == fingerprint(book)
    assert again.seed == book.seed
    for name, table in book.tables.items():
        assert [list(map(type, row)) for row in again[name].rows] == [
            list(map(type, row)) for row in table.rows
        ]


def test_its_frames_are_the_same_and_may_be_changed(book: Ledger, again: Ledger) -> None:
    mine, theirs = data.frames(again), data.frames(book)
    for name in theirs:
        pd.testing.assert_frame_equal(mine[name], theirs[name])
    mine["orders"].loc[0, "net_price"] = -1.0
    assert data.frames(again)["orders"]["net_price"].min() > 0


def test_frames_need_no_rows() -> None:
    packed = unpack(pack(generate(7)))
    assert len(data.frames(packed)["orders"]) > 1000
    assert "rows" not in vars(packed["orders"])


def test_what_is_worked_out_of_it_is_the_same(book: Ledger, again: Ledger) -> None:
    assert data.account_results(again) == data.account_results(book)
    assert data.scorecard(again) == data.scorecard(book)


def test_the_table_tells_its_columns_as_ever(again: Ledger) -> None:
    table = again["accounts"]
    assert isinstance(table, PackedTable)
    assert table.column("account_id")[0] == "A01"
    assert table.columns == data.ledger()["accounts"].columns
    assert table.doc == data.ledger()["accounts"].doc
