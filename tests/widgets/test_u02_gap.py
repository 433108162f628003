"""Two years ahead of expectations: the quarters, both sides' money, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import u02
from kamlab.widgets.controls import Answers
from kamlab.widgets.u02 import gap_plan as plan

GRID = list(
    product(
        [tenth / 10 for tenth in range(-5, 11)], range(0, 13_000, 1000), range(0, 7000, 1000), plan.TIMINGS
    )
)


def decision(
    promise: float = 0.4, process: float = 9000, care: float = 2000, timing: str = "steady"
) -> Answers:
    return Answers(
        {"promise": float(promise), "process": float(process), "care": float(care), "timing": [timing]}
    )


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(u02.gap.check(answers, t)) if not reason.met]


def test_today_nordlys_sees_meridian_as_the_chapter_says() -> None:
    first = plan.Quarter(0, plan.EXPECTED, plan.PERCEIVED)
    assert first.gap == pytest.approx((40 * -0.5 + 35 * 0.5 + 25 * 0.9) / 100)
    assert first.gap == pytest.approx(plan.mean(plan.PERCEIVED) - plan.mean(plan.EXPECTED))


def test_every_timing_spends_the_same_money() -> None:
    assert {round(sum(weights), 9) for weights in plan.TIMINGS.values()} == {8.0}
    assert plan.cost(plan.course(0, 3000, 1000, "growing")) == pytest.approx(8 * 4000)


def test_without_work_what_is_perceived_fades_towards_the_floor() -> None:
    now = plan.course(0, 0, 0, "steady")
    for place, start in enumerate(plan.PERCEIVED):
        assert now.last.perceived[place] == pytest.approx(4 + (start - 4) * 0.97**8)
    assert plan.saving(now) == pytest.approx(24_000 * 2 * sum(1.5 * (0.97**n - 1) for n in range(1, 9)))


def test_expectations_rise_by_half_of_the_gap_and_fall_by_a_tenth() -> None:
    now = plan.course(0, 4000, 2000, "steady")
    for place in range(3):
        gap = now.quarters[0].gaps[place]
        moved = now.quarters[1].expected[place] - now.quarters[0].expected[place]
        assert moved == pytest.approx((0.5 if gap > 0 else 0.1) * gap)


def test_the_first_half_of_the_effect_is_the_cheapest() -> None:
    assert plan.saturation(6000, plan.PROCESS_HALF) == pytest.approx(0.5)
    assert plan.saturation(12_000, plan.PROCESS_HALF) == pytest.approx(0.75)


def test_a_promise_moves_money_and_makes_no_one_better_off_together() -> None:
    low, high = (plan.course(promise, 9000, 2000, "steady") for promise in (0.3, 0.4))
    assert plan.seller(high) - plan.seller(low) == pytest.approx(0.1 * 36_000 * 8)
    assert plan.seller(high) + plan.buyer(high) == pytest.approx(plan.seller(low) + plan.buyer(low))
    assert high.quarters[0].gap == pytest.approx(low.quarters[0].gap - 0.1)


def test_the_start_is_a_large_promise_with_a_bang_and_misses_three_conditions(t: Translator) -> None:
    values = u02.gap().values
    assert (values["promise"], values["timing"]) == (0.8, ["bang"])
    assert missed(decision(0.8, 4000, 6000, "bang"), t) == [0, 1, 3]


def test_steady_work_or_growing_work_reaches_the_goal(t: Translator) -> None:
    assert missed(decision(), t) == []
    assert missed(decision(0.3, 8000, 1000, "growing"), t) == []


def test_one_setting_in_a_hundred_reaches_the_goal_and_none_with_a_bang() -> None:
    found = [step for step in GRID if all(plan.conditions(plan.course(*step)))]
    assert 0.005 < len(found) / len(GRID) < 0.05
    assert {timing for *_, timing in found} == {"steady", "growing"}
    assert all(care > 0 and process > 0 and promise > 0 for promise, process, care, _ in found)


def test_no_bang_is_still_ahead_at_the_end() -> None:
    bangs = (plan.course(*step) for step in GRID if step[-1] == "bang" and step[0] >= 0)
    assert max(now.last.gap for now in bangs) < 0


@pytest.mark.parametrize(
    ("answers", "places", "words"),
    [
        (decision(timing="bang"), [0, 1, 3], "only those who keep improving"),
        (decision(0.5), [0, 1], "Promise a little less"),
        (decision(0, 0, 0), [0, 1, 3], "Do more on the processes"),
        (decision(0, 0, 0, "bang"), [0, 1, 3], "Do more on the processes"),
        (decision(care=0), [0, 1], "spend a part of the fee"),
        (decision(0.3), [2], "Promise more"),
        (decision(0.5, 10_000, timing="growing"), [3], "Start earlier"),
    ],
)
def test_each_failure_is_explained(answers: Answers, places: list[int], words: str, t: Translator) -> None:
    assert missed(answers, t) == places
    assert words in u02.gap.check(answers, t)[places[0]].advice


def test_charm_and_work_each_need_the_other(t: Translator) -> None:
    cold = u02.gap.check(decision(care=0), t)[1]
    charming = u02.gap.check(decision(0.1, 1000, 6000), t)[1]
    assert "Knows us: −0.1" in cold.why
    assert "no process is liked for itself" in cold.advice
    assert "Keeps its word" in charming.why
    assert "Charm does not make up" in charming.advice


def test_a_firework_is_no_bargain_for_nordlys_either(t: Translator) -> None:
    assert "Two quarters of work fade" in u02.gap.check(decision(timing="bang"), t)[3].advice
    assert "Promise less, or do more" in u02.gap.check(decision(promise=1.0), t)[3].advice
    assert "Promise less, or do more" in u02.gap.check(decision(1.0, timing="bang"), t)[3].advice


def test_to_know_nordlys_is_what_is_most_behind_only_where_nothing_is_spent_on_it() -> None:
    courses = (plan.course(*step) for step in GRID if step[2] > 0)
    assert all(plan.worst(now) != 2 or min(now.last.gaps) >= 0 for now in courses)


def test_the_view_adds_up_on_both_sides() -> None:
    exercise = u02.gap()
    exercise.values = {"promise": 0.4, "process": 9000, "care": 2000, "timing": ["steady"]}
    for text in ("115.2", "88.0", "+27.2", "181.3", "+66.1"):
        assert text in exercise.view["sides"]
    assert exercise.view["table"].count("<tr>") == 9


def test_an_empty_choice_counts_as_the_start(t: Translator) -> None:
    answers = Answers({**decision().values, "timing": []})
    assert u02.gap.view(answers, t) == u02.gap.view(decision(timing="bang"), t)


def test_no_setting_fails(t: Translator) -> None:
    for step in product((-0.5, 1.0), (0.0, 12_000.0), (0.0, 6000.0), plan.TIMINGS):
        assert u02.gap.view(decision(*step), t)["summary"]
