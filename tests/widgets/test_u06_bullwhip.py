"""From the till to the magnet: the swings are the model's, and somebody must pay backwards."""

from itertools import product
from statistics import pstdev

import pytest

from kamlab.i18n import Translator
from kamlab.models.bullwhip import chain_ratio, chain_ratio_from_orders, variance_ratio
from kamlab.widgets import u06
from kamlab.widgets.controls import Answers
from kamlab.widgets.u06 import bullwhip_plan as plan
from kamlab.widgets.u06.bullwhip_plan import MAKER, MERIDIAN, NORDLYS, SHOPS, Terms

check = u06.bullwhip.check
WINDOWS = range(plan.WINDOWS[0], plan.WINDOWS[1] + 1)
DELIVERIES = range(1, plan.LONGEST + 1)
EVERY = list(product(range(3), WINDOWS, DELIVERIES, range(0, 30_001, 5_000), range(0, 101, 10)))


def decision(reach: int = 2, window: int = 6, delivery: int = 2, fee: int = 5_000, part: int = 60) -> Answers:
    return Answers(
        {
            "reach": [str(reach)],
            "window": float(window),
            "delivery": float(delivery),
            "fee": float(fee),
            "part": float(part),
        }
    )


def terms(reach: int = 2, window: int = 6, delivery: int = 2, fee: float = 5_000, part: float = 0.6) -> Terms:
    return Terms(reach, window, delivery, fee, part)


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def test_nobody_gains_or_loses_by_leaving_everything_as_it_is() -> None:
    assert plan.chain(plan.TODAY).gains == (0, 0, 0, 0)


@pytest.mark.parametrize("window", [4, 7, 12])
def test_where_nobody_shares_the_swings_are_those_of_three_firms_that_see_orders_only(window: int) -> None:
    found = plan.ratios(0, window, 4)
    assert found[SHOPS] == 1
    assert found[NORDLYS] == pytest.approx(variance_ratio(2, window))
    assert found[MAKER] == pytest.approx(chain_ratio_from_orders([2, 4, 4], window))
    assert found[MAKER] > chain_ratio([2, 4, 4], window, shared=False)


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_where_all_share_the_swings_are_those_of_one_firm_with_the_sum_of_delivery_times(
    delivery: int,
) -> None:
    assert plan.ratios(2, 6, delivery)[MAKER] == pytest.approx(chain_ratio([2, delivery, 4], 6, shared=True))


def test_todays_swings_follow_from_the_formula() -> None:
    now = plan.chain(plan.TODAY)
    assert now.swings[NORDLYS] == pytest.approx(10 * 1.48**0.5)  # 1 + 2 · 0.2 + 2 · 0.2²
    assert [round(swing, 1) for swing in now.swings] == [10.0, 12.2, 18.5, 29.5]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("delivery", DELIVERIES)
def test_sharing_and_faster_deliveries_never_make_orders_swing_more(window: int, delivery: int) -> None:
    makers = [plan.ratios(reach, window, delivery)[MAKER] for reach in range(3)]
    assert makers == sorted(makers, reverse=True)
    assert plan.ratios(2, window, delivery)[MAKER] >= plan.ratios(2, window, max(1, delivery - 1))[MAKER]


def test_what_one_pays_another_gets_except_for_faster_deliveries() -> None:
    now = plan.chain(terms(fee=10_000, part=0.3))
    assert sum(now.paid) == pytest.approx(-plan.faster(2))
    before = sum(plan.chain(plan.TODAY).held)
    assert now.total == pytest.approx(before - sum(now.held) - sum(now.links) - plan.faster(2))


def test_the_division_of_the_cost_changes_no_sum() -> None:
    totals = {
        round(plan.chain(terms(fee=fee, part=part)).total, 6) for fee in (0, 20_000) for part in (0, 1.0)
    }
    assert len(totals) == 1


def test_faster_deliveries_cost_more_with_each_week() -> None:
    assert [plan.faster(weeks) for weeks in (4, 3, 2, 1)] == [0, 10_000, 30_000, 60_000]


@pytest.mark.parametrize("reach", range(3))
def test_all_courses_have_the_same_customers_and_swing_about_as_the_formula_says(reach: int) -> None:
    bought, nordlys, meridian = plan.weeks(reach, 6, 2)
    assert bought == pytest.approx(plan.weeks(0, 10, 4)[0])
    assert len(nordlys) == len(meridian) == plan.WEEKS
    assert pstdev(bought) < pstdev(nordlys) < pstdev(meridian)
    swings = plan.chain(terms(reach)).swings
    assert pstdev(nordlys) == pytest.approx(swings[MERIDIAN], rel=0.3)
    assert pstdev(meridian) == pytest.approx(swings[MAKER], rel=0.3)


def test_at_the_start_everything_is_as_today(t: Translator) -> None:
    start = u06.bullwhip().values
    assert (start["reach"], start["window"], start["delivery"], start["fee"], start["part"]) == (
        ["0"],
        10,
        4,
        0,
        0,
    )
    answers = decision(0, 10, 4, 0, 0)
    assert missed(answers, t) == [0, 1, 2, 3]
    first, second, third, fourth = check(answers, t)
    assert "swing by 29.5" in first.why
    assert "somebody else's forecast" in first.advice
    assert "old forecasts" in second.advice
    assert "15\u00a0kEUR a year" in third.advice
    assert "come back to it as Nordlys's swings (18.5" in fourth.advice


def test_shared_tills_a_shorter_memory_and_a_fair_part_meet_every_condition(t: Translator) -> None:
    assert missed(decision(), t) == []


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision(reach=1), 0, "Let it see them, too"),
        (decision(window=6, delivery=4), 0, "Deliver to it faster"),
        (decision(window=4), 0, "follows every whim"),
        (decision(window=9), 1, "Shorten the forecast"),
        (decision(window=7, fee=0), 1, "Pay them more"),
        (decision(window=9), 2, "A week less in the forecast spares Nordlys 15\u00a0kEUR"),
        (decision(delivery=1, part=0), 2, "It bears 100\u00a0% of fee"),
        (decision(window=4, part=0), 3, "With so short a memory"),
        (decision(0, 6, 3), 3, "come back to it"),
        (decision(delivery=1, part=100), 3, "The last week costs 30\u00a0kEUR"),
        (decision(part=100), 3, "Let Nordlys bear more"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_agreements_reach_the_goal_and_all_let_both_see_the_tills() -> None:
    solved = [one for one in EVERY if _solves(*one)]
    assert 0.005 < len(solved) / len(EVERY) < 0.02
    assert {reach for reach, *_ in solved} == {2}
    assert all(0 < part < 100 for *_, part in solved)


def _solves(reach: int, window: int, delivery: int, fee: int, part: int) -> bool:
    now = plan.chain(Terms(reach, window, delivery, fee, part / 100))
    return now.swings[MAKER] <= plan.CALM and all(
        gain >= goal for gain, goal in zip(now.gains, plan.GOALS, strict=False)
    )


def test_the_view_names_three_firms_and_the_one_that_pays_nothing() -> None:
    exercise = u06.bullwhip()
    assert "magnet maker gains" not in exercise.view["chart"]
    exercise.values = dict(decision().values)
    assert "The magnet maker gains 10.0\u00a0kEUR" in exercise.view["chart"]
    exercise.values = dict(decision(0, 4, 4).values)
    assert "The magnet maker loses 382.7\u00a0kEUR" in exercise.view["chart"]
    assert "sends goods back" in exercise.view["chart"]
    assert exercise.view["sides"].count("<section") == 3
    assert exercise.view["table"].count("<tr>") == 8


@pytest.mark.parametrize("ends", list(product((0, 2), plan.WINDOWS, (1, 4), (0, 30_000), (0, 100))))
def test_no_extreme_reaches_the_goal_or_breaks_the_view(ends: tuple[int, ...], t: Translator) -> None:
    assert missed(decision(*ends), t)
    assert u06.bullwhip.view(decision(*ends), t)["summary"]
