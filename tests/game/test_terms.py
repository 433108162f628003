"""The five terms and their scales."""

import pytest

from kamlab.data import account_results, ledger
from kamlab.widgets.game.terms import BUYER, ISSUES, PRICE, SELLER, TODAY, Deal, Issue, deal, other, per_cent


@pytest.mark.parametrize("issue", ISSUES, ids=lambda one: one.id)
def test_a_value_and_its_step_name_each_other(issue: Issue) -> None:
    levels = range(issue.steps + 1)
    assert [issue.level(issue.at(level)) for level in levels] == list(levels)
    assert issue.level(issue.low - 99) == 0
    assert issue.level(issue.high + 99) == issue.steps


def test_a_deal_is_written_in_the_terms_own_units() -> None:
    values = {"price": -2.5, "engineer": 1.5, "stock": 3.0, "plan": 8.0, "share": 85.0}
    assert deal(values).values() == values


def test_today_nothing_is_agreed_besides_the_price() -> None:
    assert PRICE.at(TODAY.price) == 0
    assert TODAY[1:] == (0, 0, 0, 0)
    assert isinstance(TODAY, Deal)


def test_a_per_cent_of_price_is_a_hundredth_of_what_nordlys_paid() -> None:
    paid = next(one.revenue for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")
    assert per_cent() * 100_000 == pytest.approx(paid)


def test_the_two_sides_sit_opposite() -> None:
    assert (other(SELLER), other(BUYER)) == (BUYER, SELLER)
