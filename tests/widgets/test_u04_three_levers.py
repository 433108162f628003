"""Will the promise hold: thresholds, dependence, and why no lever is enough alone."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.repeated_game import critical_discount
from kamlab.widgets import u04
from kamlab.widgets.controls import Answers, clean
from kamlab.widgets.u04 import levers_plan as plan
from kamlab.widgets.u04.levers_plan import Levers, balance, costs, lasting
from kamlab.widgets.verdict import Reason

GRID = [
    Levers(float(days), float(penalty), second / 100)
    for days, penalty, second in product(range(0, 41, 2), range(0, 80_001, 4_000), range(0, 51, 5))
]


def reasons(t: Translator, days: float, penalty: float, second: float) -> list[Reason]:
    values = {"days": float(days), "penalty": float(penalty), "second": float(second)}
    return list(u04.three_levers.check(Answers(values), t))


def reaches(levers: Levers) -> bool:
    now = balance(levers)
    gains = now.seller.kept >= plan.GOALS[0] and now.buyer.kept >= plan.GOALS[1]
    return gains and now.holds(now.seller) and now.holds(now.buyer)


def test_each_eight_joint_days_halve_what_is_missing_to_a_lasting_deal() -> None:
    assert lasting(0) == pytest.approx(plan.TENDER)
    assert plan.LASTING - lasting(16) == pytest.approx((plan.LASTING - plan.TENDER) / 4)


def test_both_needs_are_the_model_s() -> None:
    now = balance(Levers(8, 40_000, 0.2))
    for side in (now.seller, now.buyer):
        assert side.needed == critical_discount(side.kept, side.kept + side.tempted, side.after)
    assert now.seller.after == pytest.approx(0.6 * now.seller.kept)
    assert now.buyer.after == pytest.approx(plan.TIED * now.buyer.kept)


def test_dependence_is_the_model_s() -> None:
    assert balance(Levers(0, 0, 0)).tie.weaker == "second"
    assert balance(Levers(0, 0, 0.25)).tie.weaker == "neither"
    assert balance(Levers(0, 0, 0.5)).tie.weaker == "first"
    assert balance(Levers(0, 0, 0.1)).tie.imbalance == pytest.approx(0.3)


def test_what_the_levers_cost_is_what_is_missing_of_a_kept_promise() -> None:
    for levers in (Levers(0, 0, 0), Levers(12, 48_000, 0.15), Levers(40, 80_000, 0.5)):
        now, taken = balance(levers), costs(levers).values()
        assert now.seller.kept == pytest.approx(plan.FEE - plan.WORK - sum(seller for seller, _ in taken))
        assert now.buyer.kept == pytest.approx(plan.WORTH - plan.FEE - sum(buyer for _, buyer in taken))


def test_a_larger_penalty_tempts_meridian_less_and_nordlys_no_more() -> None:
    small, large = balance(Levers(8, 20_000, 0.2)), balance(Levers(8, 60_000, 0.2))
    assert large.seller.needed < small.seller.needed
    assert large.buyer.tempted == small.buyer.tempted


def test_power_holds_meridian_and_tempts_nordlys() -> None:
    weak, strong = balance(Levers(8, 20_000, 0.1)), balance(Levers(8, 20_000, 0.4))
    assert strong.seller.needed < weak.seller.needed
    assert strong.buyer.needed > weak.buyer.needed


def test_every_solution_uses_all_three_levers() -> None:
    found = [levers for levers in GRID if reaches(levers)]
    assert 0.005 < len(found) / len(GRID) < 0.1
    assert all(min(one.days, one.penalty, one.second) > 0 for one in found)
    assert max(one.days for one in found) < 40
    assert max(one.second for one in found) < 0.5


def test_the_clause_that_purchasing_starts_with_does_not_hold_meridian(t: Translator) -> None:
    start = clean(u04.three_levers.face(t).groups, {})
    found = u04.three_levers.check(start, t)
    assert [one.met for one in found] == [False, True, True, True]
    assert "must weigh 1.00; it weighs 0.37" in found[0].why
    assert "Nordlys could go nowhere" in found[0].advice


def test_all_three_in_moderation_hold_both(t: Translator) -> None:
    assert all(one.met for one in reasons(t, 10, 52_000, 20))


def test_power_alone_fails_on_both_sides(t: Translator) -> None:
    found = reasons(t, 0, 0, 50)
    assert [one.met for one in found] == [False, False, True, False]
    assert "unlikely disciplines nobody" in found[0].advice
    assert "Power that protects Nordlys also tempts it" in found[1].advice
    assert "100\u00a0% of the calls" in found[1].why
    assert "ready, not large" in found[3].advice


def test_trust_without_bounds_costs_too_much(t: Translator) -> None:
    found = reasons(t, 40, 80_000, 5)
    assert not found[2].met
    assert "joint days cost most, 32.0\u00a0kEUR" in found[2].advice


def test_a_promise_that_just_holds_has_no_reserve(t: Translator) -> None:
    found = reasons(t, 8, 48_000, 20)
    assert not found[0].met
    assert "more joint days" in found[0].advice
    view = u04.three_levers.view(Answers({"days": 8.0, "penalty": 48_000.0, "second": 20.0}), t)
    assert "too close" in view["sides"]


def test_the_view_stands_at_every_corner(t: Translator) -> None:
    for days, penalty, second in product((0, 40), (0, 80_000), (0, 50)):
        answers = Answers({"days": float(days), "penalty": float(penalty), "second": float(second)})
        view = u04.three_levers.view(answers, t)
        assert "Meridian (provider)" in view["sides"]
        assert "Weight of next year" in view["chart"]
        assert "Each lever alone" in view["table"]
