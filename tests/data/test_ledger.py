"""The ledger as a set of tables: keys, units, dates, prices, and the same bytes for ever."""

import sys
from datetime import date

import pytest

from kamlab.data import YEARS, Ledger, case_code, fingerprint, ledger, seed_of
from kamlab.data.generate import generate
from kamlab.data.ledger import keep, kept
from kamlab.data.names import ACCOUNTS, LARGEST, PRODUCTS, SEGMENTS, SIZE_SLOTS
from kamlab.data.packed import PackedTable

TABLES = {"accounts", "products", "orders", "returns", "services", "capacity", "contacts", "touchpoints"}
KEYS = {
    "accounts": ("account_id",),
    "products": ("product_id",),
    "orders": ("order_id", "line"),
    "returns": ("return_id",),
    "services": ("service_id",),
    "capacity": ("year",),
    "contacts": ("contact_id",),
    "touchpoints": ("touchpoint_id",),
}
JOINS = [
    ("orders", ("account_id",), "accounts"),
    ("orders", ("product_id",), "products"),
    ("returns", ("order_id", "line"), "orders"),
    ("returns", ("account_id",), "accounts"),
    ("returns", ("product_id",), "products"),
    ("services", ("account_id",), "accounts"),
    ("contacts", ("account_id",), "accounts"),
    ("touchpoints", ("contact_id",), "contacts"),
    ("touchpoints", ("account_id",), "accounts"),
]


def _fields(book: Ledger, table: str, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
    return list(zip(*(book[table].column(name) for name in columns), strict=True))


def test_the_ledger_has_its_tables(base: Ledger) -> None:
    assert set(base.tables) == TABLES


def test_the_base_ledger_never_changes(base: Ledger) -> None:
    assert fingerprint(base) == "aaf9ffa667d8d006f81b21958fe56eb5d7f9cf49404148453a511f891e4950e2"


def test_a_variant_never_changes() -> None:
    code = case_code("sixteen letters and more", "zhang.wei")
    assert code == "F8RX-YK6J-7CMY"
    assert (
        fingerprint(ledger(seed_of(code)))
        == "5fa04ec1e78925bc7226e23a359f056dc857399aed92f2b3a7b2a46e63066fa5"
    )


@pytest.mark.parametrize(
    ("seed", "known"),
    [
        (0, "fed1608a31b3d93c47553582841c7944eb41ec064006d8dfdea65fcbfc629b77"),
        (2**55 - 1, "047aee65ec404ea9bde67d4d19087f6e97e8d82062eb61d2064d8272ee5ec16b"),
        (-3, "01a737a3fa42c9ab1a8047a1ea8cbe5890af3f265b4ec39eb8dfe54e91664ac9"),
    ],
)
def test_the_ledger_of_any_seed_never_changes(seed: int, known: str) -> None:
    # the digests were taken before the drawing was made faster
    assert fingerprint(generate(seed)) == known


def test_drawing_twice_gives_the_same_ledger(base: Ledger) -> None:
    assert fingerprint(generate(base.seed)) == fingerprint(base)


def test_the_ledger_is_kept_once_drawn() -> None:
    assert ledger() is ledger()


def test_a_ledger_that_somebody_else_drew_is_not_drawn_again() -> None:
    drawn = generate(4_004)
    keep(drawn)
    assert ledger(4_004) is drawn
    assert drawn in kept()
    assert kept(seeds={book.seed for book in kept()}) == []


def test_few_ledgers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["kamlab.data.ledger"], "_kept", {})
    for seed in range(20):
        keep(Ledger(seed, {}))
    assert [book.seed for book in kept()] == list(range(12, 20))


@pytest.mark.parametrize("table", sorted(KEYS))
def test_keys_are_unique(base: Ledger, table: str) -> None:
    keys = _fields(base, table, KEYS[table])
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("table", "columns", "target"), JOINS)
def test_keys_join(base: Ledger, table: str, columns: tuple[str, ...], target: str) -> None:
    assert set(_fields(base, table, columns)) <= set(_fields(base, target, columns))


def test_a_return_names_the_account_and_product_of_its_line(base: Ledger) -> None:
    lines = set(_fields(base, "orders", ("order_id", "line", "account_id", "product_id")))
    assert set(_fields(base, "returns", ("order_id", "line", "account_id", "product_id"))) <= lines


def test_a_touchpoint_names_the_account_of_its_contact(base: Ledger) -> None:
    pairs = set(_fields(base, "contacts", ("contact_id", "account_id")))
    assert set(_fields(base, "touchpoints", ("contact_id", "account_id"))) <= pairs


def test_an_order_belongs_to_one_account_and_day(base: Ledger) -> None:
    orders = set(_fields(base, "orders", ("order_id", "account_id", "date")))
    assert len(orders) == len(set(base["orders"].column("order_id")))


def test_every_row_has_a_field_for_every_column(base: Ledger) -> None:
    for table in base.tables.values():
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_every_table_and_column_is_documented_with_its_unit(base: Ledger) -> None:
    for table in base.tables.values():
        assert table.doc.endswith(".")
        for column in table.columns:
            assert column.unit
            assert column.doc.endswith(".")


def test_numbers_are_not_negative(base: Ledger, variants: list[Ledger]) -> None:
    for book in [base, *variants[:20]]:
        for table in book.tables.values():
            for row in table.rows:
                assert all(value >= 0 for value in row if isinstance(value, int | float))


def test_quantities_times_and_minutes_are_positive(base: Ledger, variants: list[Ledger]) -> None:
    for book in [base, *variants[:20]]:
        assert min(book["orders"].column("quantity")) > 0
        assert min(book["returns"].column("quantity")) > 0
        assert min(book["services"].column("times")) > 0
        assert min(book["services"].column("minutes")) > 0


def test_net_prices_follow_from_list_price_and_discount(base: Ledger) -> None:
    for _, _, _, _, _, _, listed, net, cost, discount, _ in base["orders"].rows:
        assert cost < net <= listed
        assert net == pytest.approx(listed * (1 - discount), abs=0.0051)


def test_money_has_two_decimals(base: Ledger) -> None:
    for table in base.tables.values():
        for column in table.columns:
            if column.unit.startswith("EUR"):
                assert all(round(value, 2) == value for value in table.column(column.name))


def test_dates_lie_inside_the_three_years(base: Ledger, variants: list[Ledger]) -> None:
    for book in [base, *variants[:20]]:
        for name in ("orders", "returns", "services", "touchpoints"):
            days = book[name].column("date")
            assert date(YEARS[0], 1, 1) <= min(days)
            assert max(days) <= date(YEARS[-1], 12, 31)


def test_orders_come_on_working_days(base: Ledger) -> None:
    assert max(day.weekday() for day in base["orders"].column("date")) < 5


def test_goods_come_back_after_they_went_and_in_the_same_year(base: Ledger) -> None:
    lines = {(row[0], row[1]): row for row in base["orders"].rows}
    for _, order_id, line, _, _, day, quantity, credit, _ in base["returns"].rows:
        sold = lines[order_id, line]
        assert sold[4] <= day
        assert day.year == sold[4].year
        assert quantity <= sold[5]
        assert credit == pytest.approx(quantity * sold[7])


def test_the_department_supplies_more_minutes_than_it_uses(base: Ledger, variants: list[Ledger]) -> None:
    for book in [base, *variants[:20]]:
        for year, _, supplied in book["capacity"].rows:
            used = sum(row[5] for row in book["services"].rows if row[2].year == year)
            assert 0.8 < used / supplied < 1


def test_the_ledger_has_a_size_that_a_browser_holds(base: Ledger, variants: list[Ledger]) -> None:
    for book in [base, *variants[:20]]:
        assert 4000 <= len(book["orders"].rows) <= 7500


def test_names_are_the_same_in_every_variant(base: Ledger, variants: list[Ledger]) -> None:
    columns = ("account_id", "name", "segment", "country")
    assert all(_fields(book, "accounts", columns) == _fields(base, "accounts", columns) for book in variants)


def test_there_are_sixty_firms_in_four_segments() -> None:
    names = [name for firms in ACCOUNTS.values() for name, _ in firms]
    assert len(names) == len(set(names)) == len(SIZE_SLOTS) == 60
    assert set(ACCOUNTS) == set(SEGMENTS) == set(SIZE_SLOTS)
    assert all(SIZE_SLOTS.count(letter) == len(firms) for letter, firms in ACCOUNTS.items())
    assert ACCOUNTS["A"][0][0] == LARGEST


def test_each_product_costs_less_than_its_price() -> None:
    assert all(0 < product.cost_share < 1 for product in PRODUCTS)


def test_it_is_drawn_in_columns_where_numpy_is_loaded_and_in_rows_where_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import numpy as np  # noqa: PLC0415 - a page of the course has none

    monkeypatch.setattr(sys.modules["kamlab.data.ledger"], "_kept", {})
    monkeypatch.setitem(sys.modules, "numpy", np)
    columns = ledger(31)
    monkeypatch.setattr(sys.modules["kamlab.data.ledger"], "_kept", {})
    monkeypatch.delitem(sys.modules, "numpy")
    rows = ledger(31)
    assert isinstance(columns["orders"], PackedTable)
    assert not isinstance(rows["orders"], PackedTable)
    assert fingerprint(columns) == fingerprint(rows)
