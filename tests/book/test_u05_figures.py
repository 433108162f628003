"""What the still figures of unit 5 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re

import pytest

from kamlab.data import account_results, ledger
from kamlab.widgets.u05 import figures, many_plan


@pytest.mark.parametrize("year", figures.YEARS)
def test_every_account_that_bought_is_in_one_size(year: int) -> None:
    bought = [one for one in account_results(ledger(), year) if one.revenue > 0]
    assert sum(figures.accounts_by_size(year)) == len(bought)


def test_the_table_of_sizes_says_what_was_counted() -> None:
    rows = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(.*?)</tr>", figures.edge("en").numbers)
    cells = [[int(cell) for cell in re.findall(r">(\d+)</td>", row)] for _, row in rows]
    assert list(zip(*cells, strict=True)) == [figures.accounts_by_size(year) for year in figures.YEARS]


def test_no_number_of_suppliers_brings_the_loss_below_what_is_shared() -> None:
    for risk in figures.SHARED_RISKS:
        losses = [figures.expected_loss(n, risk) for n in range(1, figures.MOST + 1)]
        assert losses == sorted(losses, reverse=True)
        assert losses[-1] > risk * many_plan.LOSS
        assert losses[0] - losses[1] > 10 * (losses[1] - losses[2])
