"""What keeping Nordlys is worth: the ledger's figures, a feasible region, reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.widgets import u01
from kamlab.widgets.controls import Answers
from kamlab.widgets.u01.lifetime_plan import (
    BUDGET,
    ENGINEER,
    GOAL,
    SWITCHING,
    account,
    annuity,
    better_spending,
    growth,
    plan,
    refusal,
)

STEPS = list(product(range(0, round(BUDGET) + 1, 1000), [half / 2 for half in range(-6, 7)]))


def decision(spend: float = 0, price: float = 0, work: str = "process") -> Answers:
    return Answers({"spend": float(spend), "price": float(price), "work": [work]})


def advice(t: Translator, **values: float | str) -> list[str]:
    return [reason.advice for reason in u01.lifetime_value.check(decision(**values), t) if not reason.met]


def test_the_figures_of_nordlys_are_the_ledgers() -> None:
    one = next(one for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")
    assert (account().revenue, account().profit) == (one.revenue, one.profit)
    assert account().retention == pytest.approx(0.95)


def test_a_plain_no_and_the_engineer_give_the_values_of_the_chapter() -> None:
    assert round(refusal().value, -3) == 717_000
    assert plan(ENGINEER, 0, "process").retention == pytest.approx(0.95)
    assert round(plan(ENGINEER, 0, "process").value, -3) == 1_019_000
    assert round(plan(ENGINEER, -3, "process").profit, -3) == 117_000


def test_after_a_plain_no_the_buyer_is_better_off_with_the_rival() -> None:
    assert annuity() == pytest.approx((1 - 1.1**-5) / 0.1)
    assert refusal().advantage == pytest.approx(SWITCHING - 0.03 * account().revenue * annuity())
    assert refusal().advantage < 0


def test_a_higher_price_earns_profit_and_costs_retention() -> None:
    dearer = plan(0, 1, "process")
    assert dearer.profit - refusal().profit == pytest.approx(account().revenue / 100)
    assert dearer.retention - refusal().retention == pytest.approx(-0.008)
    assert dearer.price_gap == pytest.approx(0.04 * account().revenue)


def test_half_of_the_effect_is_bought_by_the_first_25000_euros() -> None:
    full = plan(25_000, 0, "process")
    assert full.saving == pytest.approx(30_000)
    assert full.retention - 0.85 == pytest.approx(
        2 * (plan(ENGINEER, 0, "process").retention - full.retention)
    )


def test_invitations_save_the_buyer_nothing() -> None:
    assert plan(20_000, 0, "attention").saving == 0
    assert plan(20_000, 0, "attention").advantage == pytest.approx(refusal().advantage)


def test_no_plan_keeps_a_customer_for_certain() -> None:
    assert all(0 < plan(*step, work).retention < 1 for step in STEPS for work in ("process", "attention"))


def test_the_goal_can_be_reached_by_joint_work_only_and_not_by_an_extreme() -> None:
    feasible = {
        work: [s for s in STEPS if (now := plan(*s, work)).advantage >= 0 and growth(now) >= GOAL]
        for work in ("process", "attention")
    }
    assert 20 < len(feasible["process"]) < len(STEPS) / 20
    assert feasible["attention"] == []
    spends, prices = ({step[place] for step in feasible["process"]} for place in (0, 1))
    assert 0 < min(spends) <= max(spends) < BUDGET
    assert -3 < min(prices) < max(prices) < 3


def test_advice_on_spending_points_to_more_value() -> None:
    assert better_spending(10_000, 0, "process") > 0
    assert better_spending(ENGINEER, 0, "process") == 0
    assert better_spending(BUDGET, 0, "process") < 0


def test_both_sides_gain_in_a_good_plan(t: Translator) -> None:
    assert all(reason.met for reason in u01.lifetime_value.check(decision(spend=55_000, price=1), t))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"work": "attention", "spend": 10_000, "price": -3}, ["Attention alone"]),
        ({"spend": 30_000}, ["first euros"]),
        ({"spend": 100_000}, ["last euros"]),
        ({"spend": 50_000}, ["come back to you in the price"]),
        ({"price": -3}, ["a rival can match"]),
        ({"spend": 60_000, "price": 1.5}, ["takes more than the joint work gives"]),
        ({"spend": 50_000, "price": 3}, ["takes more than the joint work gives"]),
        ({"work": "attention", "spend": 10_000}, ["Attention alone", "Invitations save"]),
        ({"spend": 0}, ["first euros", "Spend more on joint process work"]),
    ],
)
def test_each_failure_is_explained(values: dict[str, float | str], words: list[str], t: Translator) -> None:
    given = advice(t, **values)
    assert len(given) == len(words)
    assert all(word in text for word, text in zip(words, given, strict=True))


def test_the_view_shows_both_sides_with_units() -> None:
    exercise = u01.lifetime_value()
    exercise.values = {"spend": 50_000, "price": 0, "work": ["process"], "@n": 1}
    view = exercise.view
    assert "1,019\u00a0kEUR" in view["summary"]
    assert "+42\u00a0%" in view["summary"]
    assert "Meridian (seller)" in view["sides"]
    assert "Nordlys (buyer)" in view["sides"]
    assert "1,019,469" in view["table"]
    assert "Present value, kEUR" in view["chart"]


def test_an_empty_choice_counts_as_joint_work() -> None:
    exercise = u01.lifetime_value()
    exercise.values = {"work": []}
    assert "717\u00a0kEUR" in exercise.view["summary"]
