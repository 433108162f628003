"""Who carries what is left: the order that follows from a contract, and what both get from it."""

from itertools import product

import pytest

from kamlab.data import ledger
from kamlab.i18n import Translator
from kamlab.models.gainshare import coordinating_buyback, coordinating_revenue_share
from kamlab.widgets import u04
from kamlab.widgets.controls import Answers, Value, clean
from kamlab.widgets.u04 import buy_back_plan as plan
from kamlab.widgets.u04.buy_back_plan import Terms, critical, deal, expected, season, today, unit_cost
from kamlab.widgets.verdict import Reason

PRICES = range(100, 481, 10)
ALONE = [Terms(float(price)) for price in PRICES]
BACK = [Terms(float(price), price * back / 100) for price, back in product(PRICES, range(0, 96, 5))]
SHARED = [Terms(float(price), None, share / 100) for price, share in product(PRICES, range(0, 61, 5))]


def reasons(t: Translator, kind: str, price: float, back: float = 0, share: float = 0) -> list[Reason]:
    values: dict[str, Value] = {
        "kind": [kind],
        "price": float(price),
        "back": float(back),
        "share": float(share),
    }
    return list(u04.buy_back.check(Answers(values), t))


def reaches(terms: Terms) -> bool:
    now, before = deal(terms), today().outcome
    gains = (
        now.outcome.buyer_profit - before.buyer_profit,
        now.outcome.supplier_profit - before.supplier_profit,
    )
    risk = min(now.weakest.buyer, now.weakest.seller)
    return now.reached >= plan.REACHED and min(gains) >= plan.GAIN and risk >= plan.FLOOR


def test_the_drive_is_the_ledger_s() -> None:
    row = next(row for row in ledger()["products"].rows if row[0] == plan.DRIVE)
    assert row[2] == "Motor with drive 2.2 kW"
    assert row[3] > plan.TODAY > unit_cost() == row[4]


def test_the_chances_are_chances() -> None:
    assert sum(plan.CHANCES) == pytest.approx(1)
    assert plan.mean_demand() == pytest.approx(1268)


@pytest.mark.parametrize("terms", [Terms(440.0), Terms(440.0, 286.0), Terms(190.0, None, 0.4), Terms(100.0)])
def test_what_an_order_would_bring_is_the_model_s_where_nordlys_orders_it(terms: Terms) -> None:
    outcome = deal(terms).outcome
    brings = expected(outcome.order, terms)
    assert brings.buyer == pytest.approx(outcome.buyer_profit)
    assert brings.seller == pytest.approx(outcome.supplier_profit)


@pytest.mark.parametrize("terms", [Terms(440.0), Terms(460.0, 368.0), Terms(140.0, None, 0.5)])
def test_no_other_order_would_leave_nordlys_more(terms: Terms) -> None:
    outcome = deal(terms).outcome
    assert max(expected(order, terms).buyer for order in range(0, 2001, 50)) == pytest.approx(
        outcome.buyer_profit
    )


def test_what_is_paid_between_the_two_cancels() -> None:
    first, second = season(1400, 600, Terms(440.0)), season(1400, 600, Terms(190.0, None, 0.4))
    assert first.buyer + first.seller == pytest.approx(second.buyer + second.seller)


def test_terms_that_divide_everything_alike_reach_all_that_is_possible() -> None:
    cost = unit_cost()
    back = coordinating_buyback(cost, plan.WORTH, plan.SALVAGE, 0.5)
    shared = coordinating_revenue_share(cost, plan.WORTH, plan.SALVAGE, 0.5)
    for terms in (Terms(back.wholesale, back.buyback), Terms(shared.wholesale, None, shared.revenue_share)):
        assert deal(terms).reached == pytest.approx(1)
        assert critical(terms.gained, terms.lost) == pytest.approx(
            critical(plan.WORTH - cost, cost - plan.SALVAGE)
        )


def test_today_both_give_something_away(t: Translator) -> None:
    start = clean(u04.buy_back.face(t).groups, {})
    found = u04.buy_back.check(start, t)
    assert [one.met for one in found] == [False] * 4
    assert "Nordlys orders 1,000 drives; for both together 1,400" in found[0].why
    assert "200\u00a0EUR if its heat pump is sold and loses it 380\u00a0EUR" in found[0].why
    assert "With a price alone" in found[0].advice
    assert "too little for both" in found[1].advice


def test_no_price_alone_reaches_the_goal() -> None:
    assert not any(reaches(terms) for terms in ALONE)


def test_a_drive_sold_at_cost_gets_the_order_right_and_leaves_meridian_nothing(t: Translator) -> None:
    found = reasons(t, "price", 260)
    assert found[0].met
    assert not found[2].met
    assert "Nordlys gets it" in found[2].advice


@pytest.mark.parametrize(("kind", "terms"), [("back", (440, 65, 0)), ("share", (190, 0, 40))])
def test_a_buy_back_and_a_share_both_reach_it(kind: str, terms: tuple[int, int, int], t: Translator) -> None:
    assert all(one.met for one in reasons(t, kind, *terms))


def test_paying_back_nearly_everything_makes_nordlys_order_too_many(t: Translator) -> None:
    found = reasons(t, "back", 440, 95)
    assert "orders too many" in found[0].advice
    assert "Meridian carries too much of the risk" in found[3].advice


def test_a_share_without_a_low_price_makes_the_order_smaller(t: Translator) -> None:
    found = reasons(t, "share", 440, share=30)
    assert "below Meridian's cost of 257\u00a0EUR" in found[0].advice
    assert deal(Terms(440.0, None, 0.3)).outcome.order <= today().outcome.order


def test_a_buy_back_too_small_is_named(t: Translator) -> None:
    assert "Pay back more" in reasons(t, "back", 440, 20)[0].advice


def test_the_division_is_named_where_there_is_enough(t: Translator) -> None:
    assert "Meridian takes it" in reasons(t, "back", 480, 80)[1].advice
    assert "Nordlys gets it" in reasons(t, "back", 400, 60)[2].advice


def test_few_terms_reach_the_goal() -> None:
    tried = [*ALONE, *BACK, *SHARED]
    found = [terms for terms in tried if reaches(terms)]
    assert 0.005 < len(found) / len(tried) < 0.05
    assert {terms.back is None for terms in found} == {True, False}


def test_the_view_stands_at_every_corner(t: Translator) -> None:
    for kind, price, back, share in product(("price", "back", "share"), (100, 480), (0, 95), (0, 60)):
        values: dict[str, Value] = {
            "kind": [kind],
            "price": float(price),
            "back": float(back),
            "share": float(share),
        }
        view = u04.buy_back.view(Answers(values), t)
        assert "Meridian (seller)" in view["sides"]
        assert "Expected profit, kEUR" in view["chart"]
