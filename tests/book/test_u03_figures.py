"""What the still figures of unit 3 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kamlab.models.procurement import break_even_volume, expected_low_bid
from kamlab.widgets.u03 import figures


def table(numbers: str) -> list[list[str]]:
    """The cells of each row of a figure's table."""
    return [re.findall(r">([^<>]+)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", numbers)]


def test_the_volume_table_has_the_models_numbers_for_every_cut() -> None:
    _, *rows = table(figures.break_even("en").numbers)
    assert len(rows) == len(figures.CUTS)
    for cut, row in zip(figures.CUTS, rows, strict=True):
        needed = [100 * break_even_volume(-cut, margin) for margin in figures.margins().values()]
        assert row[1:] == [f"{one:.1f}" for one in needed]


def test_the_lines_of_the_volume_figure_stay_inside_the_frame() -> None:
    highest = max(break_even_volume(-figures.CUTS[-1], margin) for margin in figures.margins().values())
    assert 1 < highest < 1.4  # the axis ends at 140 %


def test_the_table_of_bids_has_price_and_cost_and_the_gap_is_the_winners_margin() -> None:
    low, high = figures.COSTS
    _, *rows = table(figures.bids("en").numbers)
    for n, row in zip(figures.BIDDERS, rows, strict=True):
        price, cost = expected_low_bid(n, low, high), figures.lowest_cost(n)
        assert row == [str(n), f"{price:.0f}", f"{cost:.0f}"]
        assert price - cost == pytest.approx((high - low) / (n + 1))


def test_the_echo_is_one_run_of_turns_that_begins_and_ends_with_a_misreading() -> None:
    _, *rows = table(figures.echo("en").numbers)
    moves = "".join("u" if "undercuts" in row else "-" for row in rows)
    assert re.fullmatch(r"-{3,}u{4,}-{3,}", moves)  # peace, an echo, peace again
    turns = [row[1:].index("undercuts") for row in rows if "undercuts" in row]
    assert all(first != second for first, second in pairwise(turns))
    assert all(row.count("undercuts") <= 1 for row in rows)
