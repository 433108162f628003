"""Five per cent off: the ledger's figures, the models' thresholds, and a reason for each failing branch."""

from itertools import combinations, product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.models.procurement import break_even_volume
from kamlab.widgets import u03
from kamlab.widgets.controls import Answers
from kamlab.widgets.u01 import lifetime_plan
from kamlab.widgets.u03 import nordlys
from kamlab.widgets.u03 import price_plan as plan

check = u03.price_cut.check
GOOD = ("frame", "bonus", "spares")


def decision(cut: float = 0, volume: float = 0, terms: tuple[str, ...] = ()) -> Answers:
    return Answers({"cut": float(cut), "volume": float(volume), "terms": list(terms)})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def test_today_is_the_ledgers_year() -> None:
    one = next(one for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")
    today = plan.refusal()
    assert today.profit == pytest.approx(one.profit)
    assert today.revenue == one.revenue
    assert today.buyer == 0
    assert nordlys.margin() == pytest.approx((one.revenue - one.cost_of_goods - one.returns) / one.revenue)


def test_quotations_and_drive_spending_are_the_ledgers() -> None:
    assert nordlys.quotations().count == 1895
    assert nordlys.quotations().cost == pytest.approx(113_738 * 1.21, rel=1e-4)
    assert plan.refusal().share == pytest.approx(nordlys.account().revenue / 2_046_000)


def test_the_rivals_offer_is_worth_what_is_left_after_the_cost_of_changing() -> None:
    annuity = (1 - 1.1**-5) / 0.1
    assert lifetime_plan.annuity() == pytest.approx(annuity)
    assert plan.rival_gain() == pytest.approx(0.05 * nordlys.account().revenue - 60_000 / annuity)


@pytest.mark.parametrize("cut", [0.01, 0.03, 0.05])
def test_the_break_even_volume_leaves_profit_as_it_was(cut: float) -> None:
    volume = plan.needed(cut)
    assert volume == pytest.approx(cut / (nordlys.margin() - cut))
    assert plan.deal(cut, volume, ()).profit < nordlys.account().profit  # half of what is promised comes
    assert plan.deal(cut, volume, ("bonus",)).profit == pytest.approx(nordlys.account().profit)


def test_five_per_cent_needs_more_volume_than_nordlys_may_move() -> None:
    assert break_even_volume(-0.05, nordlys.margin()) == pytest.approx(0.214, abs=5e-4)
    assert plan.most_volume() == pytest.approx(0.182, abs=5e-4)
    assert plan.needed(0.03) < plan.most_volume() < plan.needed(0.05)


def test_a_price_cut_alone_takes_from_one_what_it_gives_the_other() -> None:
    for cut in (0.01, 0.05):
        now = plan.deal(cut, 0, ())
        assert now.profit - nordlys.account().profit == pytest.approx(-now.buyer)


def test_terms_change_the_sum_of_both_gains_by_their_own_sum() -> None:
    for size in range(6):
        for agreed in combinations(plan.terms(), size):
            now = plan.deal(0.02, 0, agreed)
            both = now.profit - nordlys.account().profit + now.buyer
            worth = sum(plan.terms()[one].seller + plan.terms()[one].buyer for one in agreed)
            assert both == pytest.approx(worth, abs=1e-6)


def test_only_one_term_destroys_value() -> None:
    assert plan.wasteful(plan.deal(0.03, 0.1, tuple(plan.terms()))) == ["fast"]


def test_a_bonus_brings_the_volume_that_would_not_have_come() -> None:
    now, each = plan.deal(0.03, 0.1, ("bonus",)), nordlys.contribution() - plan.MOVING * 100
    assert plan.worth(now, "bonus") == pytest.approx(0.05 * each - 4_000)
    assert plan.wasteful(plan.deal(0.03, 0, ("bonus",))) == ["bonus"]


def test_a_refusal_keeps_the_profit_and_loses_the_customer(t: Translator) -> None:
    assert missed(decision(), t) == [0, 1]
    reasons = check(decision(), t)
    assert "It leaves 211.0\u00a0kEUR; today it is 211.0" in reasons[0].why
    assert "1,895 quotations" in reasons[0].advice
    assert "besides their price" in reasons[1].advice


def test_granting_it_satisfies_nordlys_alone(t: Translator) -> None:
    assert missed(decision(cut=5), t) == [0]
    reason = check(decision(cut=5), t)[0]
    assert "It leaves 137.4\u00a0kEUR" in reason.why
    assert "21.4\u00a0% more volume" in reason.advice


def test_a_trade_meets_every_condition(t: Translator) -> None:
    assert missed(decision(3, 15, GOOD), t) == []


@pytest.mark.parametrize(
    ("values", "place", "words"),
    [
        ((3, 15, ("frame", "spares")), 0, "comes: the lower price is already"),
        ((3, 2, ("frame", "bonus")), 0, "Ask for more volume"),
        ((5, 18, ("frame", "bonus", "spares")), 0, "Give less price"),
        ((1, 10, ("frame", "bonus", "pay", "spares")), 1, "Early payment takes 12.1"),
        ((1, 10, ("frame", "bonus", "spares")), 1, "Add a little price"),
        ((3, 19, GOOD), 2, "less than 18.2\u00a0% more volume"),
        ((3, 15, (*GOOD, "fast")), 3, "cheaper to give the same worth as price"),
        ((3, 0, GOOD), 3, "cheaper to give the same worth as price"),
    ],
)
def test_each_failure_is_explained(
    values: tuple[float, float, tuple[str, ...]], place: int, words: str, t: Translator
) -> None:
    reason = check(decision(*values), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_some_deals_reach_the_goal_and_neither_extreme_does() -> None:
    every = [(cut, volume, agreed) for cut, volume in product(range(11), range(31)) for agreed in _sets()]
    solved = [one for one in every if _solves(*one)]
    assert 0.005 < len(solved) / len(every) < 0.05
    assert all("frame" in agreed for _, _, agreed in solved)
    assert not any(_solves(10, 30, agreed) or _solves(0, 0, agreed) for agreed in _sets())
    whole = [(volume, agreed) for cut, volume, agreed in solved if cut == 10]
    assert min(volume for volume, _ in whole) == 10
    assert all("bonus" in agreed for _, agreed in whole)


def _sets() -> list[tuple[str, ...]]:
    return [agreed for size in range(6) for agreed in combinations(plan.terms(), size)]


def _solves(half_points: int, volume: int, agreed: tuple[str, ...]) -> bool:
    now = plan.deal(half_points / 200, volume / 100, agreed)
    enough = now.profit >= plan.GOAL and now.buyer >= plan.rival_gain()
    return enough and now.share <= plan.LIMIT and not plan.wasteful(now)


def test_the_view_shows_both_sides_and_warns_of_the_rival() -> None:
    exercise = u03.price_cut()
    assert "Meridian loses 417\u00a0kEUR" in exercise.view["chart"]
    exercise.values = {"cut": 3, "volume": 15, "terms": list(GOOD)}
    view = exercise.view
    assert "Meridian loses" not in view["chart"]
    assert "248.1\u00a0kEUR" in view["sides"]
    assert "+67.7\u00a0kEUR" in view["sides"]
    assert "11.8" in view["equation"]
    assert "248,106" in view["table"]
