"""What the still figures of unit 7 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re
from itertools import pairwise

from kamlab.widgets.u07 import figures


def test_trust_is_cheaper_exactly_where_the_description_says() -> None:
    said = re.search(r"cross at (\d+) EUR", figures.switch("en").picture)
    assert said
    crossing = int(said[1])
    assert [figures.ordered(crossing + step).best for step in (-1, 1)] == ["japanese", "american"]


def test_both_contracts_cross_the_merger_within_the_picture() -> None:
    for chance, loss in (figures.failing(), (0.0, 0.0)):
        limit = figures.governed(0, chance, loss).break_even_rent
        assert limit is not None
        assert 0 < limit <= figures.RENTS[-1]
    assert figures.governed(0, *figures.failing()).contract_cost > figures.governed(0, 0, 0).contract_cost


def test_a_merger_costs_the_same_whatever_is_at_stake() -> None:
    costs = [figures.governed(rent, *figures.failing()) for rent in figures.RENTS]
    assert len({one.merge_cost for one in costs}) == 1
    assert all(one.contract_cost < two.contract_cost for one, two in pairwise(costs))
