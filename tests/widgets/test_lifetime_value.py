"""Retention or margin: closed forms, a feasible region, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import u01
from kamlab.widgets.controls import Answers
from kamlab.widgets.u01.lifetime_value import (
    BUDGET,
    GOAL,
    MARGIN,
    RETENTION,
    REVENUE,
    SWITCHING,
    TODAY,
    check,
    growth,
    plan,
)


def decision(spend: float = 0, price: float = 0, work: str = "process") -> Answers:
    return Answers({"spend": float(spend), "price": float(price), "work": [work]})


def advice(t: Translator, **values: float | str) -> list[str]:
    return [reason.advice for reason in check(decision(**values), t) if not reason.met]


def test_without_retention_work_all_figures_follow_from_the_assumptions() -> None:
    margin = MARGIN + 22_000 * (1 - 2 ** (-BUDGET / 12_000))
    annuity = (1 - 1.1**-6) / (1 - 1 / 1.1)
    kept = sum((RETENTION / 1.1) ** year for year in range(6))
    spent = sum(RETENTION ** (year - 1) / 1.1 ** (year - 0.5) for year in range(1, 6))
    assert (TODAY.retention, TODAY.margin) == pytest.approx((RETENTION, margin))
    assert TODAY.value == pytest.approx(margin * kept - BUDGET * spent)
    assert TODAY.advantage == pytest.approx(SWITCHING - 0.02 * REVENUE * annuity)


def test_half_of_the_effect_is_bought_by_the_first_14000_euros() -> None:
    assert plan(14_000, 0, "process").retention == pytest.approx(RETENTION + 0.08)
    assert plan(14_000, 0, "process").saving == pytest.approx(13_000)


def test_a_higher_price_earns_margin_and_costs_retention() -> None:
    dearer = plan(0, 1, "process")
    assert dearer.margin - TODAY.margin == pytest.approx(REVENUE / 100)
    assert dearer.retention - TODAY.retention == pytest.approx(-0.012)
    assert dearer.price_gap == pytest.approx(0.03 * REVENUE)


def test_invitations_save_the_buyer_nothing() -> None:
    assert plan(20_000, 0, "attention").saving == 0
    assert plan(20_000, 0, "attention").advantage == pytest.approx(TODAY.advantage)


def test_the_goal_can_be_reached_by_joint_work_only_and_not_by_default() -> None:
    steps = list(product(range(0, 40_001, 1000), [half / 2 for half in range(-8, 13)]))
    feasible = {
        work: [s for s in steps if (now := plan(*s, work)).advantage >= 0 and growth(now) >= GOAL]
        for work in ("process", "attention")
    }
    assert 20 < len(feasible["process"]) < len(steps) / 4
    assert feasible["attention"] == []
    assert (0, 0) not in feasible["process"]


def test_both_sides_gain_in_a_good_plan(t: Translator) -> None:
    assert all(reason.met for reason in check(decision(spend=22_000, price=1), t))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"work": "attention", "spend": 10_000}, ["Attention alone"]),
        ({"spend": 0}, ["first euros"]),
        ({"spend": 40_000}, ["last euros"]),
        ({"spend": 18_000, "price": -1}, ["come back to you in the price"]),
        ({"spend": 18_000, "price": 6}, ["takes more than the joint work gives"]),
        ({"work": "attention", "spend": 10_000, "price": 6}, ["Invitations save"]),
        ({"spend": 0, "price": 3}, ["first euros", "takes more"]),
    ],
)
def test_each_failure_is_explained(values: dict[str, float | str], words: list[str], t: Translator) -> None:
    given = advice(t, **values)
    assert len(given) == len(words)
    assert all(word in text for word, text in zip(words, given, strict=True))


def test_the_view_shows_both_sides_with_units() -> None:
    exercise = u01.lifetime_value()
    exercise.values = {"spend": 22_000, "price": 1, "work": ["process"], "@n": 1}
    view = exercise.view
    assert "318\u00a0kEUR" in view["summary"]
    assert "+23\u00a0%" in view["summary"]
    assert "Meridian (seller)" in view["sides"]
    assert "Nordlys (buyer)" in view["sides"]
    assert "318,133" in view["table"]
    assert "Present value, kEUR" in view["chart"]


def test_an_empty_choice_counts_as_joint_work() -> None:
    exercise = u01.lifetime_value()
    exercise.values = {"work": []}
    assert "259\u00a0kEUR" in exercise.view["summary"]
