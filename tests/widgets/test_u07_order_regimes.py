"""Inspect or trust: the ledger's need, the model's two valleys, and reasons for each failing branch."""

from itertools import product
from math import exp, sqrt

import pytest

from kamlab.data import ledger
from kamlab.i18n import Translator
from kamlab.models.supplier_development import learning_curve, order_regimes
from kamlab.widgets import u07
from kamlab.widgets.controls import Answers, Value, clean
from kamlab.widgets.u07 import regimes_plan as plan
from kamlab.widgets.u07.regimes_plan import Deal

SOLVED = Deal(trust=True, lot=900, premium=0.09, workshops=8)


def answers(deal: Deal) -> Answers:
    values: dict[str, Value] = {
        "way": ["trust" if deal.trust else "inspect"],
        "lot": float(deal.lot),
        "premium": 100 * deal.premium,
        "workshops": float(deal.workshops),
    }
    return Answers(values)


def trusting(lot: int, premium: float, workshops: int) -> Deal:
    return Deal(trust=True, lot=lot, premium=premium, workshops=workshops)


def inspecting(lot: int, workshops: int) -> Deal:
    return Deal(trust=False, lot=lot, premium=0.0, workshops=workshops)


def missed(t: Translator, deal: Deal) -> list[int]:
    return [place for place, one in enumerate(u07.order_regimes.check(answers(deal), t)) if not one.met]


def reaches(deal: Deal) -> bool:
    return deal.careful and deal.saving >= plan.SAVING and deal.alder >= plan.EARNING


def test_a_housing_is_needed_for_each_compact_drive_of_the_ledger() -> None:
    book = ledger()
    compact = {row[0] for row in book["products"].rows if row[1] == "Compact drives"}
    place = book["orders"].positions
    sold = sum(
        row[place["quantity"]]
        for row in book["orders"].rows
        if row[place["product_id"]] in compact and row[place["date"]].year == 2025
    )
    assert plan.need() == sold == 21_068


def test_today_is_the_bottom_of_the_inspected_valley() -> None:
    best = sqrt(2 * (plan.SETUP + plan.INSPECTION) * plan.need() / plan.HOLDING)
    assert plan.systems(0).american.lot == pytest.approx(best)
    assert abs(plan.today().lot - best) <= plan.LOTS.step
    cheapest = min(inspecting(lot, 0).meridian for lot in plan.LOTS)
    assert plan.today().meridian == cheapest


def test_today_both_valleys_are_there_and_inspecting_is_the_lower_one() -> None:
    now = plan.systems(0)
    assert now.best == "american"
    assert now.american.local
    assert now.japanese.local
    assert now.critical_inspection > plan.INSPECTION


def test_quick_set_ups_make_trust_the_lower_one() -> None:
    assert plan.setup(8) == learning_curve(plan.SETUP, plan.PRACTICE, 9)
    quick = order_regimes(
        plan.setup(8), plan.INSPECTION, plan.need(), plan.HOLDING, plan.TEMPTATION, plan.DISCOUNT
    )
    assert quick.best == "japanese"
    assert plan.systems(8) == quick


@pytest.mark.parametrize("lot", [300, 900, 3_900])
def test_the_least_premium_is_the_one_at_which_less_care_just_does_not_pay(lot: int) -> None:
    enough = trusting(lot, 0.0, 0).enough
    assert enough == pytest.approx(plan.TEMPTATION * (exp(plan.DISCOUNT * lot / plan.need()) - 1))
    kept = trusting(lot, enough, 0)
    assert kept.prospect == pytest.approx(kept.temptation)
    assert not trusting(lot, enough - 1e-6, 0).careful


def test_at_its_best_lot_a_deal_of_trust_costs_what_the_model_says() -> None:
    model = plan.systems(8).japanese
    lot = round(model.lot)
    enough = trusting(lot, 0.0, 8).enough
    deal = trusting(lot, enough, 8)
    assert deal.meridian - deal.ours == pytest.approx(model.cost, rel=1e-5)
    assert sum(plan.curve(8, lot)) == pytest.approx(model.cost + plan.curve(8, lot)[0], rel=1e-5)


def test_what_meridian_pays_above_cost_alder_gets() -> None:
    assert SOLVED.premiums == pytest.approx(0.09 * plan.need())
    assert SOLVED.alder == pytest.approx(SOLVED.premiums - 8 * plan.THEIRS / plan.SPREAD)
    parts = SOLVED.ordering + SOLVED.stock + SOLVED.premiums + SOLVED.ours
    assert SOLVED.meridian == pytest.approx(parts)
    assert SOLVED.inspecting == 0


def test_today_s_order_fails_although_no_lot_is_better(t: Translator) -> None:
    start = clean(u07.order_regimes.face(t).groups, {})
    assert start == answers(plan.today())
    assert missed(t, plan.today()) == [1, 2]
    _, meridian, alder = u07.order_regimes.check(start, t)
    assert "today 12,317\u00a0EUR" in meridian.why
    assert "no small step helps much" in meridian.advice
    assert "would save 2,509\u00a0EUR" in meridian.advice
    assert "Whoever inspects" in alder.advice


def test_changing_everything_together_meets_every_condition(t: Translator) -> None:
    assert missed(t, SOLVED) == []


@pytest.mark.parametrize(
    ("deal", "place", "words"),
    [
        (trusting(3_100, 0.09, 8), 0, "with half the lot, 11.2\u00a0cents would do"),
        (trusting(3_100, 0.09, 8), 1, "Best for trust would be about 800"),
        (trusting(900, 0.20, 8), 1, "more goodwill than care takes"),
        (trusting(1_300, 0.12, 1), 1, "after 9 workshops"),
        (trusting(900, 0.10, 20), 1, "Stop at about 9"),
        (trusting(900, 0.07, 8), 2, "Leave it more of what both save"),
    ],
)
def test_each_failure_is_explained(deal: Deal, place: int, words: str, t: Translator) -> None:
    reason = u07.order_regimes.check(answers(deal), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_deals_reach_the_goal_none_with_inspection_none_with_today_s_lot() -> None:
    premiums, workshops = [step / 200 for step in range(41)], range(plan.MOST_WORKSHOPS + 1)
    grid = [Deal(*one) for one in product((False, True), plan.LOTS, premiums, workshops)]
    found = [deal for deal in grid if reaches(deal)]
    assert 0.005 < len(found) / len(grid) < 0.05
    assert all(deal.trust for deal in found)
    assert max(deal.lot for deal in found) < 0.6 * plan.today().lot
    assert all(0 < deal.workshops < plan.MOST_WORKSHOPS for deal in found)


def test_no_single_change_leads_from_today_to_the_goal() -> None:
    today = plan.today()
    singles = [
        *(inspecting(lot, 0) for lot in plan.LOTS),
        *(inspecting(today.lot, n) for n in range(plan.MOST_WORKSHOPS + 1)),
        *(trusting(today.lot, cents / 200, 0) for cents in range(41)),
    ]
    assert not any(reaches(deal) for deal in singles)


def test_careless_trust_is_warned_of(t: Translator) -> None:
    tempted = u07.order_regimes.view(answers(trusting(3_100, 0.0, 0)), t)
    assert "nobody looks" in tempted["chart"]
    assert "nobody looks" not in u07.order_regimes.view(answers(SOLVED), t)["chart"]


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for deal in (Deal(*one) for one in product((False, True), (300, 3_900), (0.0, 0.2), (0, 20))):
        view = u07.order_regimes.view(answers(deal), t)
        assert "Alder Castings (seller)" in view["sides"]
        assert len(u07.order_regimes.check(answers(deal), t)) == 3
