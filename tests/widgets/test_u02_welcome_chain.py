"""Ten people and a visit: the chain's product, the hours, and reasons for each failing branch."""

from itertools import product
from math import prod

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import u02
from kamlab.widgets.controls import Answers
from kamlab.widgets.u02 import welcome_plan as day
from kamlab.widgets.u02.welcome_plan import HABIT, NOTHING, PEOPLE, Plan

KEYS = [one.key for one in PEOPLE]
WEAK = ("gate", "reception", "desk", "hotline", "fitter", "canteen", "cleaner")
GOOD = {"gate": 3, "reception": 2, "desk": 2, "hotline": 2, "fitter": 2, "canteen": 2, "cleaner": 3}
HOSTED = {"gate": 2, "reception": 1, "desk": 1, "fitter": 1, "canteen": 1, "cleaner": 2}


def decision(hours: dict[str, int], host: str = "no") -> Answers:
    return Answers({**{key: float(hours.get(key, 0)) for key in KEYS}, "host": [host]})


def plan(hours: dict[str, int], *, host: bool = False) -> Plan:
    return Plan(tuple(hours.get(key, 0) for key in KEYS), host)


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(u02.welcome_chain.check(answers, t)) if not reason.met]


def solved(one: Plan) -> bool:
    return day.flawless(one) >= day.GOAL and one.used <= day.LIMIT and min(day.owns(one)) >= day.WEAKEST


def test_a_day_is_flawless_if_everybody_does_the_part() -> None:
    assert day.flawless(NOTHING) == pytest.approx(prod(1 - one.slip for one in PEOPLE))
    assert day.along(NOTHING)[-1] == pytest.approx(day.flawless(NOTHING))
    assert day.alike(0.95) == pytest.approx(0.95**10)


def test_an_hour_halves_the_chance_of_a_slip_and_so_does_the_host() -> None:
    assert 1 - day.own(PEOPLE[0], 1) == pytest.approx(PEOPLE[0].slip / 2)
    hosted = Plan(NOTHING.hours, host=True)
    assert day.flawless(hosted) == pytest.approx(day.flawless(Plan((1,) * len(PEOPLE), host=False)))


def test_the_usual_plan_spends_twelve_hours_for_two_points(t: Translator) -> None:
    assert HABIT.used == 12
    assert 0.01 < day.flawless(HABIT) - day.flawless(NOTHING) < 0.02
    assert missed(decision({key: HABIT.hours[at] for at, key in enumerate(KEYS)}), t) == [0, 2]


def test_the_exercise_starts_with_the_usual_plan() -> None:
    values = u02.welcome_chain().values
    assert tuple(values[key] for key in KEYS) == HABIT.hours
    assert values["host"] == ["no"]


@pytest.mark.parametrize(("hours", "host"), [(GOOD, "no"), (HOSTED, "yes")], ids=["briefed", "with a host"])
def test_briefing_alone_or_less_of_it_with_a_host_reaches_the_goal(
    hours: dict[str, int], host: str, t: Translator
) -> None:
    assert missed(decision(hours, host), t) == []


def test_few_ways_to_brief_the_weak_reach_the_goal() -> None:
    grid = [plan(dict(zip(WEAK, hours, strict=True))) for hours in product((1, 2, 3), repeat=len(WEAK))]
    assert 0.005 < sum(map(solved, grid)) / len(grid) < 0.1


@pytest.mark.parametrize("host", [False, True])
def test_neither_the_same_for_all_nor_nothing_is_enough(*, host: bool) -> None:
    assert not any(solved(Plan((hours,) * len(PEOPLE), host)) for hours in range(day.MOST + 1))


def test_the_next_hour_adds_most_where_a_slip_is_most_likely() -> None:
    gains = [day.next_hour(NOTHING, place) for place in range(len(PEOPLE))]
    assert day.best_next(NOTHING) == day.weakest(NOTHING) == KEYS.index("cleaner")
    assert gains[KEYS.index("cleaner")] == pytest.approx(day.flawless(NOTHING) * 0.125 / 0.75)


def test_an_hour_is_moved_from_the_strong_to_the_weak(t: Translator) -> None:
    advice = u02.welcome_chain.check(decision({"general": 4, "sales": 4, "manager": 4}), t)[0].advice
    assert "Move an hour. Key account manager" in advice
    assert "Cleaner: the next one adds 5.4 points" in advice


def test_where_no_hour_is_wasted_another_is_asked_for(t: Translator) -> None:
    reason = u02.welcome_chain.check(decision({"cleaner": 1}), t)[0]
    assert "Spend another hour" in reason.advice
    assert "Guard at the gate" in reason.advice


def test_the_host_counts_against_the_hours(t: Translator) -> None:
    reason = u02.welcome_chain.check(decision(GOOD, "yes"), t)[1]
    assert missed(decision(GOOD, "yes"), t) == [1]
    assert "You use 24: 16 for briefing, and 8 for the host" in reason.why


def test_a_host_does_not_excuse_who_knows_nothing(t: Translator) -> None:
    hours = {**HOSTED, "cleaner": 1, "desk": 2}
    reason = u02.welcome_chain.check(decision(hours, "yes"), t)[2]
    assert missed(decision(hours, "yes"), t) == [2]
    assert reason.why == "Short of it: Cleaner."


def test_cost_counts_both_sides_of_a_briefing_and_the_host() -> None:
    assert day.cost(plan({"gate": 2}, host=True)) == 2 * (75 + 30) + 8 * 75


def test_the_view_shows_what_the_guests_see() -> None:
    exercise = u02.welcome_chain()
    exercise.values = {**{key: GOOD.get(key, 0) for key in KEYS}, "host": ["no"]}
    share = day.flawless(plan(GOOD))
    assert f"{100 * share:.1f}\u00a0%" in exercise.view["sides"]
    assert f"{4 * share:.1f}<" in exercise.view["sides"]
    assert "Usual plan" in exercise.view["chart"]
    assert exercise.view["table"].count("<tr>") == 11


def test_no_setting_fails(t: Translator) -> None:
    for hours, host in product((0, day.MOST), ("no", "yes")):
        answers = decision(dict.fromkeys(KEYS, hours), host)
        assert u02.welcome_chain.view(answers, t)["summary"]
        assert u02.welcome_chain.check(answers, t)
