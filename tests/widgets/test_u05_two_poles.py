"""Where to stand when the poles form: the ledger's trade, two futures, reasons for each failure."""

from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.models.coalition import polarisation
from kamlab.widgets.controls import Answers
from kamlab.widgets.u05 import poles_plan as market
from kamlab.widgets.u05.poles_plan import BUDGET, EDGE, FIELDS, FORMED, MIDDLE, TOP, future, plan, today, won
from kamlab.widgets.u05.two_poles import two_poles

GRID = list(product(range(0, 301, 10), range(0, 101, 10)))


def decision(top: float = 160, edge: float = 40) -> Answers:
    return Answers({"top": float(top), "edge": float(edge)})


def missed(t: Translator, top: float, edge: float) -> list[int]:
    return [place for place, one in enumerate(two_poles.check(decision(top, edge), t)) if not one.met]


def test_the_trade_is_what_the_ledger_s_accounts_spend() -> None:
    spending = ledger()["accounts"].column("drive_spending")
    assert sum(market.market().trade) == sum(spending) == 22_425_000
    assert market.market().accounts == (5, 10, 6, 39)
    assert market.market().trade[0] == sum(one for one in spending if one >= 1_000_000)


def test_today_s_way_of_serving_the_small_is_the_ledger_s() -> None:
    spending = dict(
        zip(*(ledger()["accounts"].column(n) for n in ("account_id", "drive_spending")), strict=True)
    )
    small = [one for one in account_results(ledger(), 2025) if spending[one.account_id] < 250_000]
    served, sales = sum(one.cost_to_serve for one in small), sum(one.revenue for one in small)
    assert market.market().usual_service == pytest.approx(served / sales)
    assert "today's way costs 42\u00a0%" in two_poles().spec["task"].replace("&#x27;", "'")


def test_today_s_spending_wins_what_the_ledger_shows() -> None:
    sales = sum(one.revenue for one in account_results(ledger(), 2025))
    assert sum(today().still.sales.values()) == pytest.approx(sales)
    assert sum(market.TODAY.values()) == BUDGET == sum(plan(300_000, 100_000).spend.values())


def test_profit_is_what_is_left_of_sales_less_the_programmes() -> None:
    now = plan(200_000, 80_000).formed
    left = sum(now.sales[f] * market.market().margin[f] for f in FIELDS)
    assert now.profit == pytest.approx(left - BUDGET)


def test_the_first_money_at_the_top_wins_nothing_and_then_each_part_half_of_the_rest() -> None:
    assert won(TOP, 80_000) == 0
    assert won(TOP, 200_000) / won(TOP, 140_000) == pytest.approx(1.5)
    assert won(EDGE, 80_000) / won(EDGE, 40_000) == pytest.approx(1.5)
    assert won(MIDDLE, 200_000) / won(MIDDLE, 100_000) == pytest.approx(1.5)


def test_the_middle_moves_to_its_nearer_pole_and_nothing_is_lost() -> None:
    before, after = market.shifted(0), market.shifted(FORMED)
    assert sum(after) == pytest.approx(sum(before))
    assert after[0] - before[0] == pytest.approx(FORMED * before[1])
    assert after[3] - before[3] == pytest.approx(FORMED * before[2])
    top, upper, lower, small = market.places()
    assert top - upper < upper - small
    assert lower - small < top - lower


def test_polarisation_rises_far_more_than_inequality() -> None:
    assert market.poles(FORMED) == pytest.approx(polarisation(market.shifted(FORMED), market.places(), 1))
    assert round(market.poles(FORMED) / market.poles(0.0) - 1, 2) == 0.45
    assert round(market.poles(FORMED, 0.0) / market.poles(0.0, 0.0) - 1, 2) == 0.10


def test_today_s_plan_is_hurt_by_the_poles_and_misses_the_goal(t: Translator) -> None:
    assert missed(t, 160, 40) == [0, 3]
    reason = two_poles.check(decision(), t)[0]
    assert "772\u00a0kEUR" in reason.why
    assert "39.0\u00a0kEUR" in reason.advice


def test_more_at_both_poles_and_something_in_the_middle_meets_all(t: Translator) -> None:
    assert missed(t, 200, 80) == []


def test_advice_on_money_is_what_the_model_gives() -> None:
    gain = future({TOP: 170_000, MIDDLE: 190_000, EDGE: 40_000}, FORMED).profit - today().formed.profit
    step = market.best_step(today(), FORMED)
    assert (step.field, step.amount) == (TOP, market.STEP)
    assert step.gain == pytest.approx(gain)


@pytest.mark.parametrize(
    ("top", "edge", "place", "words"),
    [
        (0, 0, 0, "only open the door"),
        (80, 40, 1, "only open the door"),
        (120, 80, 0, "for the key account teams"),
        (210, 0, 3, "web shop"),
        (170, 40, 0, "for the small edge"),
        (300, 0, 0, "for the small edge"),
        (300, 100, 1, "at the top win little"),
        (220, 100, 1, "at the edge win little"),
        (220, 80, 2, "Win more elsewhere"),
    ],
)
def test_each_failure_is_explained(top: float, edge: float, place: int, words: str, t: Translator) -> None:
    reason = two_poles.check(decision(top, edge), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_who_dominates_at_the_top_does_not_dominate_the_market(t: Translator) -> None:
    now = plan(200_000, 80_000)
    assert now.formed.key_account_share < 0.4
    assert now.share[TOP] > 0.5
    assert (
        "57\u00a0% of the top's trade, and so 33\u00a0% of all trade"
        in two_poles.check(decision(200, 80), t)[2].why
    )


def test_each_condition_decides_somewhere_and_few_plans_meet_all(t: Translator) -> None:
    found = [missed(t, *one) for one in GRID]
    assert 0.01 < found.count([]) / len(GRID) < 0.1
    assert all([place] in found for place in range(4))


def test_the_view_shows_both_futures_beside_today_s_plan() -> None:
    exercise = two_poles()
    exercise.values = {"top": 200, "edge": 80, "@n": 1}
    assert "861\u00a0kEUR → 898\u00a0kEUR" in exercise.view["sides"]
    assert "772\u00a0kEUR → 999\u00a0kEUR" in exercise.view["sides"]
    assert "0.176" in exercise.view["equation"]


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for top, edge in product((0, 300), (0, 100)):
        assert two_poles.view(decision(top, edge), t)["summary"]
        assert len(two_poles.check(decision(top, edge), t)) == 4
