"""What the still figures of unit 8 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import pytest

from kamlab.widgets.u08 import figures, who_plan


def test_the_lots_cost_at_nordlys_what_the_exercise_says() -> None:
    before = who_plan.today()
    assert figures.paid(before.lot).buyer_cost == pytest.approx(before.buyer_cost)
    assert figures.paid(before.lot).vendor_cost == pytest.approx(before.vendor_cost)


def test_the_valley_of_both_is_flat_and_lies_between_the_others() -> None:
    costs = [figures.paid(lot) for lot in figures.LOTS]
    best = [
        min(costs, key=lambda one: getattr(one, side)).lot for side in ("buyer_cost", "cost", "vendor_cost")
    ]
    assert best == sorted(best)
    assert len(set(best)) == len(best)
    low = min(one.cost for one in costs)
    assert all(one.cost < 1.1 * low for one in costs if 150 <= one.lot <= 300)


def test_stock_helps_against_short_stops_more_than_against_long_ones() -> None:
    left = [
        figures.stored(stops).cost / figures.stored(stops, 0).cost for stops in (figures.SHORT, figures.LONG)
    ]
    assert left[0] < left[1] < 1
    assert figures.stored(figures.SECOND).cost < figures.stored(figures.LONG).cost / 5
