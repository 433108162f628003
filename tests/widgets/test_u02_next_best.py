"""An offer against the next best: the ledger's figures, needs that are met once, and reasons for failure."""

from itertools import combinations, product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.widgets import u02
from kamlab.widgets.controls import Answers
from kamlab.widgets.u02 import next_best_plan as plan
from kamlab.widgets.u02.next_best_plan import ELEMENTS, ENGINEER_DAY, Offer

KEYS = [one.key for one in ELEMENTS]
SETS = [chosen for size in range(len(KEYS) + 1) for chosen in combinations(KEYS, size)]
PRICES = [half / 2 for half in range(-6, 21)]
GOOD = ("spares", "quiet", "process")
NORDLYS = next(one for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")


def decision(keys: tuple[str, ...] = (), days: int = 0, price: float = 0) -> Answers:
    return Answers({"elements": list(keys), "days": float(days), "price": float(price)})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(u02.next_best.check(answers, t)) if not reason.met]


def solved(offer: Offer) -> bool:
    more = plan.profit(offer) - NORDLYS.profit
    return plan.gain(offer) >= plan.BUYER_GOAL and more >= plan.SELLER_GOAL and not plan.wasted(offer)


def element(key: str) -> plan.Element:
    return next(one for one in ELEMENTS if one.key == key)


def test_the_start_is_what_nordlys_asked_for_and_leaves_meridian_what_unit_1_says(t: Translator) -> None:
    exercise = u02.next_best()
    assert (exercise.values["days"], exercise.values["price"], exercise.values["elements"]) == (2, -3, [])
    assert round(plan.profit(Offer((), 2, -3)), -3) == 117_000
    assert missed(decision(days=2, price=-3), t) == [1]


def test_the_next_best_asks_three_per_cent_less_and_a_change_costs_an_annuity() -> None:
    assert plan.reference_price() == pytest.approx(0.97 * NORDLYS.revenue)
    assert plan.switching() == pytest.approx(60_000 * 0.1 / (1 - 1.1**-5))


def test_without_any_element_nordlys_gains_what_a_change_would_cost_less_the_higher_price() -> None:
    nothing = Offer((), 0, 0)
    assert plan.gain(nothing) == pytest.approx(plan.switching() - 0.03 * NORDLYS.revenue)
    assert round(plan.gain(nothing), -3) == -28_000
    assert plan.profit(nothing) == pytest.approx(NORDLYS.profit)


def test_an_hour_of_standstill_is_prevented_only_once() -> None:
    both = plan.worth(Offer(("spares",), 1, 0)).differentiation - plan.switching()
    assert both == pytest.approx(200_000 * (1 - 0.65 * 0.75))
    assert plan.added_to(element("spares"), ()) + plan.added_to(ENGINEER_DAY, ()) > both


def test_the_price_only_moves_money_between_the_two() -> None:
    low, high = Offer(GOOD, 1, 2), Offer(GOOD, 1, 3)
    assert plan.gain(low) - plan.gain(high) == pytest.approx(0.01 * NORDLYS.revenue)
    assert plan.gain(low) + plan.profit(low) == pytest.approx(plan.gain(high) + plan.profit(high))


def test_what_elements_add_does_not_depend_on_their_order() -> None:
    elements = (ENGINEER_DAY, element("spares"), element("watch"))
    one_by_one = (plan.added_to(one, elements[:place]) for place, one in enumerate(elements))
    reverse = (plan.added_to(one, elements[place + 1 :]) for place, one in enumerate(elements))
    assert sum(one_by_one) == pytest.approx(sum(reverse))


@pytest.mark.parametrize(
    ("keys", "days"), [(GOOD, 1), ((*GOOD, "watch"), 0)], ids=["with the engineer", "with the remote watch"]
)
def test_people_or_technology_can_serve_the_same_need(
    keys: tuple[str, ...], days: int, t: Translator
) -> None:
    assert missed(decision(keys, days, 8.5), t) == []


def test_some_offers_reach_the_goal_and_most_do_not() -> None:
    grid = list(product(SETS, range(plan.MOST_DAYS + 1), PRICES))
    found = [step for step in grid if solved(Offer(*step))]
    assert 0.005 < len(found) / len(grid) < 0.05
    assert all("screens" not in keys for keys, _, _ in found)
    assert min(price for _, _, price in found) > 0
    assert len({(keys, days) for keys, days, _ in found}) >= 8


def test_where_no_element_would_help_further_the_price_alone_leads_to_the_goal() -> None:
    for keys, days in product(SETS, range(plan.MOST_DAYS + 1)):
        offer = Offer(keys, days, 0)
        if not plan.wasted(offer) and plan.missing(offer) is None:
            assert any(solved(Offer(keys, days, price)) for price in PRICES), (keys, days)


@pytest.mark.parametrize(
    ("answers", "places", "words"),
    [
        (decision(), [0, 1], "Spare parts near the line: it would be worth 70.0"),
        (decision(GOOD, 1, 10), [0], "lower the price"),
        (decision(GOOD, 1, 0), [1], "raise the price"),
        (decision((*GOOD, "screens"), 1, 8), [1, 2], "raise the price"),
        (decision((*GOOD, "watch"), 1, 9.5), [2], "others prevent the same standstill"),
        (decision(GOOD, 2, 9.5), [2], "worth 50.0\u00a0kEUR on its own"),
        (decision((), 3, 5), [0, 1], "Joint work on approvals and stock: it would be worth 35.0"),
    ],
)
def test_each_failure_is_explained(answers: Answers, places: list[int], words: str, t: Translator) -> None:
    reasons = u02.next_best.check(answers, t)
    assert missed(answers, t) == places
    assert words in reasons[places[0]].advice


def test_the_shiny_element_is_named_with_its_cost_and_its_worth(t: Translator) -> None:
    reason = u02.next_best.check(decision(("screens",), 0, 0), t)[2]
    assert "Touch screens on the drives: costs 18.0\u00a0kEUR, worth 2.0\u00a0kEUR" in reason.why
    assert "latest technology" in reason.advice


def test_only_the_screens_are_not_worth_their_cost_even_alone() -> None:
    assert [one.key for one in plan.ALL if plan.added_to(one, ()) < one.cost] == ["screens"]


def test_the_view_adds_up_on_both_sides() -> None:
    exercise = u02.next_best()
    exercise.values = {"elements": list(GOOD), "days": 1, "price": 8}
    for text in ("+117.7", "95.0", "233.6", "193.3", "161.8", "+31.5", "39 hours a year"):
        assert text in exercise.view["sides"]
    assert "Nordlys&#x27;s own effort" in exercise.view["chart"]


def test_no_setting_fails(t: Translator) -> None:
    for keys, days, price in product(((), tuple(KEYS)), (0, plan.MOST_DAYS), (PRICES[0], PRICES[-1])):
        assert u02.next_best.view(decision(keys, days, price), t)["summary"]
