"""How many bidders: the model's price, what a bid costs both sides, and a reason for each failing branch."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.procurement import expected_low_bid
from kamlab.widgets import u03
from kamlab.widgets.controls import Answers
from kamlab.widgets.u03 import bidders_plan as plan

check = u03.bidders.check
EVERY = list(product(range(1, plan.MOST + 1), (plan.DRAWING, plan.TASK), [step / 20 for step in range(13)]))


def decision(count: int, kind: str = plan.TASK, kept: float = 30) -> Answers:
    return Answers({"bidders": float(count), "kept": float(kept), "kind": [kind]})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def test_the_price_is_the_models() -> None:
    prices = [plan.tender(n, plan.TASK, 0.3).price for n in range(1, 6)]
    assert prices == pytest.approx([420_000, 380_000, 360_000, 348_000, 340_000])
    assert prices == [expected_low_bid(n, 300_000, 420_000) for n in range(1, 6)]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 10])
def test_all_bidders_margins_together_are_price_less_the_mean_lowest_cost(count: int) -> None:
    lowest = plan.LOW + (plan.HIGH - plan.LOW) / (count + 1)
    assert plan.margin(count) * count == pytest.approx(expected_low_bid(count, plan.LOW, plan.HIGH) - lowest)


@pytest.mark.parametrize(("count", "kept"), [(1, 0.5), (3, 0.3), (8, 0.1)])
def test_no_other_effort_is_better_for_a_bidder(count: int, kept: float) -> None:
    now = plan.tender(count, plan.TASK, kept)
    scale = now.savings / now.effort ** (1 / 3)

    def expected(effort: float) -> float:
        return float(kept * scale * effort ** (1 / 3) / count - effort)

    others = (expected(now.effort * factor) for factor in (0.5, 0.9, 1.1, 2))
    assert all(other < expected(now.effort) for other in others)


def test_ideas_save_as_if_with_one_bidder_and_shrink_with_the_root_of_their_number() -> None:
    assert plan.savings(1, 1) == plan.FULL
    assert plan.savings(4, 0.3) == pytest.approx(plan.savings(1, 0.3) / 2)


def test_nordlys_keeps_most_of_the_savings_at_a_third() -> None:
    kept = {share: (1 - share / 60) * plan.savings(3, share / 60) for share in range(61)}
    assert max(kept, key=kept.__getitem__) == 20


def test_where_only_the_price_counts_the_share_does_not_matter() -> None:
    assert len({plan.tender(3, plan.DRAWING, share).cost for share in (0.0, 0.3, 0.6)}) == 1
    assert plan.tender(3, plan.DRAWING, 0.6).work == plan.BIDDING[plan.DRAWING]


def test_both_sides_figures_add_up() -> None:
    now = plan.tender(4, plan.TASK, 0.4)
    assert now.cost == pytest.approx(348_000 + 4 * 9_000 - 0.6 * now.savings)
    assert now.result == pytest.approx(120_000 / 20 + 0.4 * now.savings / 4 - 7_000 - now.effort)
    assert now.wasted == pytest.approx(3 * (7_000 + now.effort))


def test_the_usual_way_is_too_dear_for_one_and_not_worth_it_for_the_others(t: Translator) -> None:
    start = u03.bidders().values
    assert (start["bidders"], start["kind"], start["kept"]) == (8, ["drawing"], 0)
    answers = decision(8, plan.DRAWING, 0)
    assert missed(answers, t) == [0, 1]
    buyer, bidder, _ = check(answers, t)
    assert "They cost 374.7\u00a0kEUR: a price of 326.7" in buyer.why
    assert "below 370.0\u00a0kEUR (5 bidders)" in buyer.advice
    assert "once in 8 tenders" in bidder.why
    assert "decline" in bidder.advice


def test_no_number_of_bidders_reaches_the_goal_by_price_alone() -> None:
    costs = [plan.tender(n, plan.DRAWING, 0.0).cost for n in range(1, plan.MOST + 1)]
    assert min(costs) == plan.best_by_price().cost > plan.GOAL
    assert costs.index(min(costs)) == 4


def test_three_bidders_who_see_the_task_meet_every_condition(t: Translator) -> None:
    assert missed(decision(3), t) == []


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision(3, kept=0), 0, "Nobody works on ideas"),
        (decision(6), 0, "The last bidder invited lowered the price by 5.7\u00a0kEUR. It cost 9\u00a0kEUR"),
        (decision(3, kept=60), 0, "keeps so much"),
        (decision(3, kept=5), 0, "keeps so little"),
        (decision(4), 1, "Invite fewer"),
        (decision(3, kept=5), 1, "Let the supplier keep more"),
        (decision(2), 2, "Invite 3"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_tenders_reach_the_goal_and_no_extreme_does() -> None:
    solved = [one for one in EVERY if _solves(*one)]
    assert 0.02 < len(solved) / len(EVERY) < 0.06
    assert {count for count, _, _ in solved} == {3, 4}
    assert all(0 < kept < 0.6 for _, _, kept in solved)


def _solves(count: int, kind: str, kept: float) -> bool:
    now = plan.tender(count, kind, kept)
    return now.cost <= plan.GOAL and now.result >= plan.WORTHWHILE and count >= plan.RULE


def test_the_view_names_both_sides_and_says_when_bidding_does_not_pay() -> None:
    exercise = u03.bidders()
    assert "Suppliers who count will stay away" in exercise.view["chart"]
    exercise.values = {"bidders": 3, "kept": 30, "kind": ["task"]}
    assert "stay away" not in exercise.view["chart"]
    assert "Total, price only" in exercise.view["chart"]
    assert "347.2\u00a0kEUR" in exercise.view["sides"]
    assert "1 in 3" in exercise.view["sides"]
    assert exercise.view["table"].count("<tr>") == plan.MOST + 1
