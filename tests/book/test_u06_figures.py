"""What the still figures of unit 6 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re

import pytest

from kamlab.models.bullwhip import variance_ratio
from kamlab.models.crossholding import double_margin_share
from kamlab.widgets.u06 import figures
from kamlab.widgets.u06.bullwhip_plan import DEVIATION


def rows(figure: figures.Figure) -> list[list[float]]:
    """The table's columns of numbers, one list a row."""
    found = re.findall(r"<tr><th scope=\"row\">[^<]+</th>(.*?)</tr>", figure.numbers)
    return [[float(cell) for cell in re.findall(r">([\d.]+)</td>", row)] for row in found]


def test_the_numbers_behind_a_picture_are_more_than_three_rows() -> None:
    assert all(len(rows(draw("en"))) > 3 for draw in (figures.whip, figures.stake))


def test_after_one_firm_it_makes_no_difference_who_sees_the_tills() -> None:
    alone = DEVIATION * variance_ratio(2, figures.MEMORY) ** 0.5
    assert figures.unseen(1, 2) == pytest.approx(alone)
    assert figures.seen(1, 2) == pytest.approx(alone)


def test_from_the_second_firm_on_telling_helps_and_delivering_faster_helps_more() -> None:
    for row in rows(figures.whip("en"))[1:]:
        nobody, everybody, faster = row
        assert faster < everybody < nobody


def test_the_table_of_shares_says_what_was_computed() -> None:
    table = rows(figures.stake("en"))
    assert len(table) == len(figures.STAKES)
    for held, (forward, mutual, back) in zip(figures.STAKES, table, strict=True):
        assert forward == pytest.approx(double_margin_share(held), abs=5e-4)
        assert mutual == pytest.approx(double_margin_share(held / (1 + held)), abs=5e-4)
        assert back == 0.75
