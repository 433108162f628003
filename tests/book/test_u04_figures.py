"""What the still figures of unit 4 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kamlab.models.repeated_game import critical_discount
from kamlab.widgets.u04 import figures


def cells(table: str, head: str) -> list[str]:
    """The cells of the row that begins with ``head``."""
    rows = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(.*?)</tr>", table)
    found = {name.replace("\u00a0", " "): row for name, row in rows}
    return re.findall(r">([^<]+)</td>", found[head])


@pytest.mark.parametrize(
    ("share", "together", "dearest"), [("0 %", "20", "10"), ("50 %", "50", "−50"), ("100 %", "60", "−90")]
)
def test_the_table_of_shares_says_what_the_chapter_says(share: str, together: str, dearest: str) -> None:
    assert cells(figures.cake_and_risk("en").numbers, share) == [together, dearest]


def test_the_first_points_add_most_to_the_sum() -> None:
    sums = [figures.shared(share).buyer + figures.shared(share).seller for share in figures.SHARES]
    steps = [after - before for before, after in pairwise(sums)]
    assert steps == sorted(steps, reverse=True)
    assert steps[-1] > 0


@pytest.mark.parametrize("chance", [0.4, 0.7, 0.9])
def test_what_a_promise_withstands_is_the_critical_patience_turned_round(chance: float) -> None:
    most = figures.withstands(chance)
    needed = critical_discount(figures.KEPT, most, figures.AFTERWARDS)
    assert needed == pytest.approx(figures.INTEREST * chance)


def test_the_curve_crosses_the_temptation_where_the_description_says() -> None:
    assert figures.withstands(0.71) < figures.BROKEN < figures.withstands(0.73)
    assert "72 per cent" in figures.patience("en").picture
