"""A ring of shops and a chain: closed forms of both models, and reasons for each failing branch."""

from itertools import product
from typing import Any

import pytest

from kamlab.i18n import Translator
from kamlab.models.spatial import hotelling, salop
from kamlab.widgets.controls import Answers
from kamlab.widgets.u09 import local_plan as town
from kamlab.widgets.u09.local_firms import local_firms
from kamlab.widgets.u09.local_plan import SERVICES, START, Plan

KEYS = tuple(one.key for one in SERVICES)
SOLVED: dict[str, Any] = {"shops": 7, "guide": 74, "kept": ("heat", "check")}
SHOPS, GUIDES = range(town.FEWEST, town.MOST + 1), range(66, 91, 2)


def decision(**moved: object) -> Answers:
    start: dict[str, Any] = {"shops": START.shops, "guide": START.guide, "kept": START.kept}
    now = start | moved
    return Answers({"shops": float(now["shops"]), "guide": float(now["guide"]), "kept": list(now["kept"])})


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(local_firms.check(decision(**moved), t)) if not one.met]


def test_free_entry_is_the_model_s_and_leaves_a_shop_nothing() -> None:
    free = salop(town.WAY, town.SHOP / town.CALLS, town.COST)
    assert (free.whole_firms, free.price) == (START.shops, START.guide)
    assert Plan(free.whole_firms, free.price, ()).profit == pytest.approx(0)


def test_all_together_pay_least_with_half_as_many() -> None:
    best = min(SHOPS, key=town.total)
    assert best == town.free_entry().whole_optimum == town.free_entry().whole_firms / 2
    assert town.total(best) == pytest.approx(80)
    assert town.total(town.free_entry().whole_firms) == pytest.approx(85)


def test_at_free_prices_households_want_more_shops_than_is_good_for_all() -> None:
    bills = [Plan(n, 1e9, ()).bill for n in SHOPS]
    assert bills == sorted(bills, reverse=True)


def test_the_guide_price_binds_only_where_rivals_are_far() -> None:
    assert Plan(6, 80, ()).price == 80
    assert Plan(14, 80, ()).price == pytest.approx(60 + 240 / 14)


def test_what_households_pay_shops_and_fitters_ways_receive() -> None:
    now = Plan(8, 76, ())
    assert town.CALLS * (now.bill - now.total) == pytest.approx(now.shops * now.repairs)


def test_the_shops_share_of_a_service_is_the_model_s() -> None:
    shares = [town.against_chain(one).share_first for one in SERVICES]
    assert shares == pytest.approx([0.5 - one.lead / (6 * one.way) for one in SERVICES])
    assert [round(100 * share, 1) for share in shares] == [41.7, 33.3, 16.7]
    assert hotelling(4, 30, 18).share_first == 0  # cheaper by three times the way: the chain takes all


def test_more_shops_need_more_kits_and_what_paid_no_longer_does() -> None:
    assert town.paying(8) == ("heat", "check")
    assert town.paying(9) == ("heat",)


def test_at_the_price_needed_a_shop_earns_just_enough() -> None:
    price = town.needed(7, SOLVED["kept"])
    assert Plan(7, price, ("heat", "check")).profit == pytest.approx(town.LEAST_PROFIT)


def test_free_entry_misses_all_but_nearness(t: Translator) -> None:
    assert missed(t) == [0, 2, 3]
    reasons = local_firms.check(decision(), t)
    assert "It costs 85.00\u00a0EUR" in reasons[0].why
    assert "0.45\u00a0EUR cheaper on average, and costs 1.67\u00a0EUR a repair" in reasons[0].advice


def test_seven_shops_a_guide_price_and_two_services_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"guide": 90}, 0, "Agree a lower guide price: so many shops can live from 72.83\u00a0EUR"),
        ({"shops": 12, "guide": 90}, 0, "Authorise fewer shops"),
        ({"shops": 5, "guide": 80, "kept": ()}, 0, "lower guide price"),
        ({"shops": 5}, 1, "pays 24.00\u00a0EUR"),
        ({"guide": 66}, 2, "Agree a higher guide price"),
        ({"shops": 14, "guide": 90}, 2, "does not bind: 14 shops keep each other at 77.14\u00a0EUR"),
        ({"shops": 10}, 2, "Fewer shops have more repairs each"),
        ({"kept": ("heat",)}, 3, "Yearly check is left to the chain"),
        ({"kept": KEYS}, 3, "earn 3.3\u00a0kEUR; their kits cost 14.0\u00a0kEUR"),
        ({"shops": 9, "guide": 78}, 3, "Yearly check: the shops hold 33.3\u00a0%"),
    ],
)
def test_each_failure_is_explained(moved: dict[str, object], place: int, words: str, t: Translator) -> None:
    reason = local_firms.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in f"{reason.why} {reason.advice}"


def test_a_shop_at_the_very_limit_is_near_enough(t: Translator) -> None:
    assert local_firms.check(decision(shops=6), t)[1].met


def test_few_plans_suit_both_and_none_is_an_extreme(t: Translator) -> None:
    plans = list(product(SHOPS, GUIDES))
    found = [(n, p) for n, p in plans if not missed(t, shops=n, guide=p, kept=SOLVED["kept"])]
    assert found == [(6, 72), (6, 74), (7, 74), (8, 76)]
    assert 0.005 < len(found) / len(plans) < 0.4
    assert not any(missed(t, shops=n, guide=p, kept=kept) == [] for n, p in found for kept in ((), KEYS))


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for shops, guide, kept in product((4, 14), (66, 90), ((), KEYS)):
        answers = decision(shops=shops, guide=guide, kept=kept)
        assert local_firms.view(answers, t)["summary"]
        assert len(local_firms.check(answers, t)) == 4
