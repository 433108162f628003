"""Twelve quarters with Tarn Windings: learning, the dangers that grow with it, reasons for each failure."""

from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.models.holdup import Governance, merton
from kamlab.models.supplier_development import learning_curve
from kamlab.widgets import u07
from kamlab.widgets.controls import Answers, clean
from kamlab.widgets.u07 import tarn_plan as tarn
from kamlab.widgets.u07.tarn_check import moves
from kamlab.widgets.u07.tarn_plan import Plan, plan
from kamlab.widgets.verdict import Reason

Decided = tuple[float, float, float, int]
SOLVED: Decided = (30.0, 0.8, 0.55, 7)
START: Decided = (30.0, 1.0, 0.0, 12)


def answers(days: float, share: float, stake: float, start: int) -> Answers:
    moved = {"days": days, "share": 100 * share, "stake": 100 * stake, "start": start}
    return Answers({name: float(value) for name, value in moved.items()})


def reasons(t: Translator, *decided: float) -> tuple[Reason, ...]:
    days, share, stake, start = decided
    return u07.develop_merge_leave.check(answers(days, share, stake, round(start)), t)


def missed(t: Translator, *decided: float) -> list[int]:
    return [place for place, one in enumerate(reasons(t, *decided)) if not one.met]


def reaches(now: Plan) -> bool:
    safe = now.blow <= tarn.BLOW and now.chance <= tarn.CHANCE
    return now.reaches and safe and now.buyer >= tarn.GAIN and now.owners_gain >= tarn.OWNERS


def test_pieces_margin_and_nordlys_s_order_are_the_ledger_s() -> None:
    assert tarn.need() == 4_499 / 4
    assert tarn.margin() == pytest.approx(683_031 / 4_499, rel=1e-5)
    bought = next(one.revenue for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")
    price = 1_676_877 / 4_499
    assert tarn.nordlys_order() * 4 * price == pytest.approx(2_046_000 - bought, rel=1e-4)


def test_without_engineers_nothing_is_learned() -> None:
    assert tarn.rate(0) == 1
    assert tarn.rate(tarn.HALF) == pytest.approx(1 - tarn.LEARNS / 2)
    assert {one.cost for one in plan(0, 1.0, 0.0, 12).quarters} == {tarn.COST}


def test_a_stator_s_cost_follows_the_learning_curve() -> None:
    quarters = plan(*START).quarters
    for one in quarters:
        made = int(tarn.LOTS * (one.number - 1))
        assert one.cost == learning_curve(tarn.COST, tarn.rate(30), 1 + made)
    assert all(one.price - tarn.PRICE == pytest.approx((one.cost - tarn.COST) / 2) for one in quarters)


def test_who_has_sold_a_part_learns_more_slowly() -> None:
    kept, sold = plan(30, 0.8, 0.5, 1), plan(30, 0.8, 1.0, 1)
    assert plan(*START).quarters[-1].cost < kept.quarters[-1].cost < sold.quarters[-1].cost
    assert sold.quarters[-1].cost == tarn.COST


def test_development_makes_tarn_safer_not_safe() -> None:
    now = plan(*START)
    first, last = now.quarters[0], now.quarters[-1]
    model = merton(round(first.worth), tarn.SWINGS, tarn.DEBT, tarn.RATE, 1)
    assert first.failing == model.default_probability
    assert 0.04 < last.failing < first.failing < 0.10


def test_what_is_built_is_what_can_be_taken() -> None:
    now = plan(*START)
    rents = [one.rent for one in now.quarters]
    assert rents == sorted(rents)
    for one in now.quarters:
        saved = tarn.need() * (tarn.NEXT_BEST - one.price) + one.extra
        assert one.rent == pytest.approx(4 * saved)


def test_one_firm_is_cheaper_just_where_the_rent_exceeds_the_models_limit() -> None:
    cheaper = [one.number for one in plan(*START).quarters if one.choice.cheaper is Governance.MERGE]
    assert cheaper == list(range(tarn.REGIONS, tarn.QUARTERS + 1))
    for one in plan(*START).quarters:
        limit = one.choice.break_even_rent
        assert limit is not None
        assert (one.rent > limit) == (one.number in cheaper)


@pytest.mark.parametrize("decided", [START, SOLVED, (25.0, 0.7, 0.3, 4)])
def test_money_between_the_two_only_changes_hands(decided: Decided) -> None:
    now = plan(*decided)
    gone = sum(one.lent * (tarn.DAY + tarn.HOST) + one.governing - one.taken for one in now.quarters)
    made = sum(one.saved + one.extra + one.profit for one in now.quarters)
    assert now.buyer + now.owners == pytest.approx(made + now.end - gone)


def test_so_far_ends_where_the_plan_ends() -> None:
    now = plan(*SOLVED)
    *_, (last, ours, theirs) = now.sofar()
    assert last.number == tarn.QUARTERS
    assert (ours, theirs) == pytest.approx((now.buyer, now.owners))


def test_going_on_as_today_without_a_plan_leaves_the_owners_what_they_had() -> None:
    now = plan(0, tarn.TODAY, 0.0, 12)
    assert now.owners - sum(one.taken for one in now.quarters) == pytest.approx(tarn.undisturbed())


def test_developing_without_merging_is_dangerous(t: Translator) -> None:
    start = clean(u07.develop_merge_leave.face(t).groups, {})
    assert start == answers(*START)
    assert missed(t, *START) == [1, 2, 3]
    _, blow, chance, gain, _ = reasons(t, *START)
    assert "In quarter 9 it would cost 688\u00a0kEUR: the margin of 9 months" in blow.why
    assert "safer, not safe" in chance.advice
    assert "what can be taken from you" in gain.advice


def test_developing_first_and_merging_in_time_meets_every_condition(t: Translator) -> None:
    assert missed(t, *SOLVED) == []


@pytest.mark.parametrize(
    ("decided", "place", "words"),
    [
        ((20, 0.8, 0.55, 7), 0, "25 a quarter would do"),
        ((30, 0.0, 0.0, 12), 0, "Order from Tarn again"),
        ((30, 0.8, 0.45, 7), 1, "half is the least that helps"),
        ((30, 0.7, 0.55, 12), 1, "Nordlys's order hangs on Tarn as well"),
        ((30, 1.0, 0.55, 7), 1, "Order a part from Coilworks"),
        ((30, 0.8, 0.55, 12), 2, "Take control earlier"),
        ((20, 0.8, 0.55, 7), 3, "First see to the three regions"),
        ((60, 0.8, 0.55, 7), 3, "Lend fewer"),
        ((30, 0.8, 0.55, 1), 4, "Let it learn first"),
        ((30, 1.0, 0.5, 1), 4, "order less of it until then"),
    ],
)
def test_each_failure_is_explained(decided: Decided, place: int, words: str, t: Translator) -> None:
    reason = reasons(t, *decided)[place]
    assert not reason.met
    assert words in reason.advice


def test_leaving_is_safe_and_brings_nobody_anything(t: Translator) -> None:
    now = plan(0, 0.0, 0.0, 12)
    assert now.blow == 0
    assert now.buyer <= 0
    assert 4 in missed(t, 0.0, 0.0, 0.0, 12)
    assert not now.reaches


def test_few_plans_reach_the_goal_all_of_them_merge_in_time() -> None:
    days, shares = range(0, 61, 5), [step / 10 for step in range(11)]
    stakes, quarters = [step / 20 for step in range(21)], range(1, 13)
    grid = [(float(d), *rest) for d, *rest in product(days, shares, stakes, quarters)]
    found = [one for one in grid if reaches(plan.__wrapped__(*one))]
    assert 0.005 < len(found) / len(grid) < 0.02
    assert all(stake >= tarn.CONTROL for _, _, stake, _ in found)
    assert {start for *_, start in found} <= set(range(3, tarn.REGIONS + 1))
    assert {share for _, share, _, _ in found} == {0.7, 0.8}


def test_at_equal_orders_developing_first_is_better_for_both_together_than_buying_at_once() -> None:
    for share in (0.8, 1.0):
        first, once = plan(30, share, 0.55, 7), plan(30, share, 0.55, 1)
        assert first.buyer + first.owners > once.buyer + once.owners


def test_no_advice_undoes_another(t: Translator) -> None:
    now = plan(25, 0.8, 0.7, 4)
    assert moves(now)["more orders"].blow > tarn.BLOW
    assert "Give it more of them" not in reasons(t, 25, 0.8, 0.7, 4)[4].advice


def test_steps_stay_on_the_sliders() -> None:
    assert set(moves(plan(0, 0.0, 0.0, 1))) == {"more days", "more orders", "larger stake", "later"}
    assert len(moves(plan(*SOLVED))) == 8


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for decided in product((0.0, 60.0), (0.0, 1.0), (0.0, 0.45, 1.0), (1, 12)):
        view = u07.develop_merge_leave.view(answers(*decided), t)
        assert view["table"].count('scope="row"') == tarn.QUARTERS
        assert len(reasons(t, *decided)) == 5
