"""A certificate that means something: who takes it, what it costs, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.careers import separating_education, signalling_outcome
from kamlab.widgets.controls import Answers
from kamlab.widgets.u10 import career
from kamlab.widgets.u10 import career_plan as plan
from kamlab.widgets.u10.career_plan import EXAM, JOINT, KINDS, PROJECT, Rules

GOOD = (JOINT, 12, 80, 0)
START = (EXAM, 6, 60, 50)
GRID = list(product(KINDS, range(0, 37, 2), range(0, 151, 10), range(0, 81, 20)))
Given = tuple[str, float, float, float]


def decision(kind: str, months: float, premium: float, paid: float) -> Answers:
    values = {"months": float(months), "premium": float(premium), "paid": float(paid)}
    return Answers({"kind": [kind], **values})


def missed(one: Given, t: Translator) -> list[int]:
    return [at for at, reason in enumerate(career.check(decision(*one), t)) if not reason.met]


def rules(kind: str, months: float, premium: float, paid: float) -> Rules:
    return Rules(float(months), premium * 1000, paid / 100, kind)


def test_the_range_is_spence_s() -> None:
    now = plan.outcome(rules(*GOOD))
    assert now.range == separating_education(80_000, 2_500, 7_500)
    assert now.range.low == pytest.approx(80 / 7.5)
    assert now.signal == signalling_outcome(12, 80_000, 2_500, 7_500, 24 / 60)


@pytest.mark.parametrize("kind", KINDS)
def test_at_the_lowest_working_standard_the_ratio_of_the_costs_decides(kind: str) -> None:
    low = plan.outcome(Rules(0.0, 90_000.0, 0.0, kind)).range.low
    left = plan.outcome(Rules(low, 90_000.0, 0.0, kind)).signal.able_gain
    assert left == pytest.approx(90_000 * (1 - KINDS[kind].able / KINDS[kind].others))


def test_help_with_the_cost_calls_for_a_higher_standard_and_leaves_the_able_no_more() -> None:
    alone, helped = (plan.outcome(Rules(0.0, 80_000.0, paid, JOINT)).range.low for paid in (0.0, 0.5))
    assert helped == pytest.approx(2 * alone)
    left = [
        plan.outcome(Rules(low, 80_000.0, paid, JOINT)).signal.able_gain
        for low, paid in ((alone, 0.0), (helped, 0.5))
    ]
    assert left[0] == pytest.approx(left[1])


def test_the_able_choose_what_beats_their_offer() -> None:
    low, high = plan.OFFERS
    assert [plan.choosing(gain) for gain in (low, (low + high) / 2, high, high + 1)] == [0, 0.5, 1, 1]


def test_half_is_learnt_in_six_months_and_half_of_the_rest_in_the_next() -> None:
    learnt = [plan.learnt(rules(JOINT, months, 0, 0)) / KINDS[JOINT].teaches for months in (0, 6, 12)]
    assert learnt == pytest.approx([0, 0.5, 0.75])


def test_what_all_gain_adds_up_to_what_is_brought_less_all_costs() -> None:
    one = rules(JOINT, 14, 80, 20)
    now, kind = plan.outcome(one), KINDS[JOINT]
    brought = now.able * (sum(plan.WORTH.values()) / 2 + plan.learnt(one))
    study, judging = now.able * 14 * kind.able, now.able * 2 * kind.judges
    graduates = now.able * now.signal.able_gain
    assert sum(now.gain.values()) + graduates == pytest.approx(brought - study - judging)


def test_the_start_is_a_certificate_that_everybody_takes(t: Translator) -> None:
    values = career().values
    assert (*values["kind"], *(values[name] for name in ("months", "premium", "paid"))) == START
    assert missed(START, t) == [0, 3]
    assert "All 36 of them come" in career.check(decision(*START), t)[0].why


def test_a_joint_project_of_a_year_meets_all_and_so_does_a_long_project(t: Translator) -> None:
    assert missed(GOOD, t) == []
    assert missed((PROJECT, 20, 100, 0), t) == []


def test_no_examination_meets_the_goal(t: Translator) -> None:
    assert all(missed(one, t) for one in GRID if one[0] == EXAM)


@pytest.mark.parametrize(
    ("one", "place", "words"),
    [
        (START, 0, "you pay for the wrong ones too"),
        ((JOINT, 5, 80, 0), 0, "Ask for at least 10.7 months"),
        ((JOINT, 30, 80, 0), 1, "10.7 would keep the others out"),
        ((JOINT, 8, 60, 0), 1, "A higher premium"),
        ((EXAM, 30, 90, 0), 2, "comes easily to the able only"),
        (START, 3, "First keep the others out"),
        ((JOINT, 30, 80, 0), 3, "Too few able graduates"),
        ((PROJECT, 26, 130, 0), 3, "teaches more"),
        ((JOINT, 34, 120, 50), 3, "Pay less of the candidates' cost"),
        ((JOINT, 20, 150, 0), 3, "more than it need be"),
    ],
)
def test_each_failure_is_explained(one: Given, place: int, words: str, t: Translator) -> None:
    reason = career.check(decision(*one), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_rules_meet_all(t: Translator) -> None:
    found = [missed(one, t) for one in GRID]
    assert 0.005 < found.count([]) / len(GRID) < 0.1
    assert {at for one in found for at in one} == {0, 1, 2, 3}


def test_the_view_shows_the_start_before_and_every_kind_of_task() -> None:
    exercise = career()
    exercise.values = {"kind": [JOINT], "months": 12, "premium": 80, "paid": 0, "@n": 1}
    assert "\u2212799 → 592" in exercise.view["sides"]
    assert "10.7" in exercise.view["equation"]
    assert all(name in exercise.view["table"] for name in ("Examination", "Project", "Joint project"))


def test_extremes_can_be_shown_and_fail(t: Translator) -> None:
    for one in product(KINDS, (0, 36), (0, 150), (0, 80)):
        assert career.view(decision(*one), t)["summary"]
        assert missed(one, t)
