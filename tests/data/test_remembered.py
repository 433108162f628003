"""What is worked out of a ledger: once while the ledger lives, and gone with it."""

import gc
from weakref import ref

from kamlab.data import Ledger, account_results, active_years, scorecard
from kamlab.data.generate import generate
from kamlab.data.remembered import remembered


def test_the_same_question_is_worked_out_once_for_each_ledger() -> None:
    asked: list[tuple[int, int, int]] = []

    @remembered
    def share(book: Ledger, year: int, *, scale: int = 1) -> list[int]:
        asked.append((book.seed, year, scale))
        return [book.seed + year * scale]

    one, two = Ledger(1, {}), Ledger(2, {})
    assert share(one, 2023) is share(one, 2023)
    assert share(one, 2024) == [2025]
    assert share(one, 2024, scale=2) == [4049]
    assert share(two, 2023) == [2025]
    assert asked == [(1, 2023, 1), (1, 2024, 1), (1, 2024, 2), (2, 2023, 1)]


def test_two_ledgers_of_one_seed_are_two() -> None:
    made = remembered(lambda _book: object())
    assert made(Ledger(1, {})) is not made(Ledger(1, {}))


def test_no_ledger_is_kept_alive_by_what_was_worked_out_of_it() -> None:
    book = generate(3)
    gone = ref(book)
    assert scorecard(book)[0].account_id in active_years(book)
    assert len(account_results(book, 2024)) == 60
    del book
    gc.collect()
    assert gone() is None
