"""Eight features: the survey's coefficients, the ledger's punctuality, and reasons for failure."""

from itertools import combinations

import pytest

from kamlab.data import ledger
from kamlab.i18n import Translator
from kamlab.models.service import kano_coefficients
from kamlab.widgets import u02
from kamlab.widgets.controls import Answers
from kamlab.widgets.u02 import kano_plan as survey
from kamlab.widgets.u02.kano_plan import FEATURES

KEYS = [one.key for one in FEATURES]
RIGHT = {one.key: float(survey.kind(one)) for one in FEATURES}
GOOD = ("papers", "known", "warning")


def decision(funded: tuple[str, ...] = GOOD, **classes: float) -> Answers:
    return Answers({**RIGHT, **classes, "funded": list(funded)})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(u02.kano.check(answers, t)) if not reason.met]


def test_everybody_answers_on_every_feature() -> None:
    assert {sum(one.answers) for one in FEATURES} == {survey.PEOPLE} == {40}


def test_a_class_by_the_coefficients_is_the_most_frequent_answer() -> None:
    order = (survey.ATTRACTIVE, survey.ONE_DIMENSIONAL, survey.MUST_BE, survey.INDIFFERENT)
    for one in FEATURES:
        assert survey.kind(one) == order[one.answers.index(max(one.answers))], one.key
    assert {survey.kind(one) for one in FEATURES} == set(order)


def test_punctuality_is_the_ledgers() -> None:
    orders = ledger()["orders"]
    rows = [row for row in orders.rows if row[2] == "A44" and row[4].year == 2025]
    assert survey.on_the_day() == pytest.approx(1 - sum(row[10] > 0 for row in rows) / len(rows))


def test_anger_and_delight_are_the_coefficients_as_far_as_a_feature_is_kept() -> None:
    hotline = next(one for one in FEATURES if one.key == "hotline")
    pleases, angers = kano_coefficients(*hotline.answers)
    assert survey.delight(hotline, ()) == pytest.approx(75 * pleases)
    assert survey.anger(hotline, ()) == pytest.approx(-25 * angers)
    assert survey.anger(hotline, ("hotline",)) == 0


def test_what_everything_would_leave_is_no_anger_and_all_delight() -> None:
    everything = tuple(KEYS)
    assert survey.all_anger(everything) == 0
    assert survey.all_delight(everything) == pytest.approx(
        100 * sum(survey.coefficients(o)[0] for o in FEATURES)
    )


def test_the_start_is_the_sales_teams_belief_and_misses_three_conditions(t: Translator) -> None:
    exercise = u02.kano()
    assert exercise.values["funded"] == ["hotline", "spare", "app"]
    believed = Answers(
        {**{one.key: float(one.believed) for one in FEATURES}, "funded": ["hotline", "spare", "app"]}
    )
    assert missed(believed, t) == [0, 1, 2]


def test_three_choices_of_ninety_three_reach_the_goal_and_all_hold_the_must_be() -> None:
    sets = [chosen for size in range(4) for chosen in combinations(KEYS, size)]
    assert (len(survey.solutions()), len(sets)) == (3, 93)
    assert all("papers" in chosen for chosen in survey.solutions())


@pytest.mark.parametrize("funded", survey.solutions(), ids="-".join)
def test_a_solution_meets_every_condition(funded: tuple[str, ...], t: Translator) -> None:
    assert missed(decision(funded), t) == []


def test_no_delight_makes_up_for_the_missing_must_be(t: Translator) -> None:
    funded = ("known", "warning", "basket")
    reason = u02.kano.check(decision(funded), t)[1]
    assert survey.all_delight(funded) > 1.25 * survey.DELIGHT
    assert missed(decision(funded), t) == [1]
    assert "Papers that match the goods" in reason.why
    assert "Mentioned by 1 of 40" in reason.advice


def test_a_must_be_that_is_nearly_always_kept_is_no_place_for_money(t: Translator) -> None:
    assert survey.all_anger(()) - survey.all_anger(("delivery",)) == pytest.approx(4.5)
    assert missed(decision(("papers", "delivery", "basket")), t) == [1, 2]


def test_too_much_money_and_too_many_features_are_counted(t: Translator) -> None:
    reason = u02.kano.check(decision(("papers", "hotline", "known")), t)[3]
    assert missed(decision(("papers", "hotline", "known")), t) == [3]
    assert "You fund 3, for 104\u00a0kEUR" in reason.why
    assert missed(decision(("papers", "warning", "basket", "app")), t)[-1] == 3


def test_a_wrong_class_is_told_by_the_answers(t: Translator) -> None:
    reason = u02.kano.check(decision(known=float(survey.MUST_BE)), t)[0]
    assert missed(decision(known=float(survey.MUST_BE)), t) == [0]
    assert "of 40, 33 are pleased with it and 8 angry without it" in reason.why


def test_where_anger_comes_from_no_must_be_the_next_in_line_is_named(t: Translator) -> None:
    reason = u02.kano.check(decision(("papers",)), t)[1]
    assert not reason.met
    assert "Next in line" in reason.advice


def test_the_fields_are_named_only_when_all_is_sorted(t: Translator) -> None:
    named = u02.kano.view(decision(), t)["chart"]
    assert all(f">{name}</text>" in named for name in ("attractive", "one-dimensional", "must-be"))
    assert ">must-be</text>" not in u02.kano.view(decision(papers=0.0), t)["chart"]


def test_the_view_compares_both_sides_with_today() -> None:
    exercise = u02.kano()
    exercise.values = {**RIGHT, "funded": list(GOOD)}
    for text in ("125 → 46", "148 → 308", "0 → 3", "100\u00a0kEUR → 4\u00a0kEUR", "2 → 1"):
        assert text in exercise.view["sides"]


def test_no_setting_fails(t: Translator) -> None:
    for funded in ((), tuple(KEYS)):
        assert u02.kano.view(decision(funded), t)["summary"]
        assert u02.kano.check(decision(funded), t)
