"""What the still figures of unit 9 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kamlab.widgets.u09 import figures

BIB = (Path(__file__).parents[2] / "book" / "references.bib").read_text(encoding="utf-8")


def test_the_sum_is_lowest_where_the_caption_says() -> None:
    totals = {n: figures.variety(n).total for n in range(figures.FEWEST, figures.MOST + 1)}
    assert min(totals, key=lambda n: totals[n]) == 6
    assert "lowest with six shops" in figures.circle("en").caption


def test_the_local_share_grows_with_what_nearness_is_worth_and_stays_below_one_half() -> None:
    for lead in figures.LEADS:
        shares = [figures.local_share(worth, lead) for worth in (lead / 3, lead / 2, lead, 2 * lead, 100)]
        assert shares[0] == pytest.approx(0)
        assert shares == sorted(shares)
        assert shares[-1] < 0.5


def test_the_claim_is_the_shortest_bar_and_each_count_has_its_source() -> None:
    shares = [float(one) for one in re.findall(r">([\d.]+)\xa0%</td>", figures.counted("en").numbers)]
    assert len(shares) == 1 + len(figures.COUNTED)
    assert shares[0] == min(shares) == pytest.approx(100 * figures.CLAIM, abs=0.5)
    assert shares[1:] == [pytest.approx(100 * one.private, abs=0.51) for one in figures.COUNTED]
    assert all(f"{{{one.source}," in BIB for one in figures.COUNTED)
