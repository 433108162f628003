"""Third parties: what each can see, what a round costs and brings, and a reason for each failing branch."""

from dataclasses import replace
from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.benchmark import efficiency, expected_best_quote
from kamlab.widgets import u06
from kamlab.widgets.controls import Answers
from kamlab.widgets.u06 import third_plan as plan
from kamlab.widgets.u06.third_plan import BODY, BUYERS, OWN, SEEN, Plan

check = u06.third_party.check
EVERY = list(product(SEEN, range(1, 7), range(9), range(0, 41, 4), range(0, 101, 10)))
SOLVED = Plan(BODY, years=3, quotes=3, users=20, part=0.5)


def decision(who: str = BODY, years: int = 3, quotes: int = 3, users: int = 20, part: int = 50) -> Answers:
    numbers = {"years": years, "quotes": quotes, "users": users, "part": part}
    return Answers({"who": [who], **{name: float(value) for name, value in numbers.items()}})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def test_meridians_own_people_find_both_plants_excellent() -> None:
    assert plan.scores(OWN) == {"A": 1, "B": 1}


def test_all_six_plants_show_that_four_fifths_of_the_hours_would_do() -> None:
    assert plan.scores(BODY)["A"] == pytest.approx(87 / 110)  # derived: (36 + 12 w) / 50 = (34 − 8 w) / 40
    assert plan.scores(BODY)["C"] == pytest.approx(0.87)
    assert [plan.scores(BODY)[name] for name in "DEF"] == [1, 1, 1]


def test_the_plants_that_it_is_compared_with_make_as_much_with_its_score_of_the_hours() -> None:
    mix = plan.peers(BODY)
    for place in range(2):
        needed = sum(weight * plan.PLANTS[name][place] for name, weight in mix.items())
        assert needed == pytest.approx(87 / 110 * plan.PLANTS["A"][place])


def test_whoever_sees_more_plants_never_finds_less_slack() -> None:
    assert plan.scores(OWN)["A"] >= plan.scores(BUYERS)["A"] >= plan.scores(BODY)["A"]
    rows = [plan.PLANTS[name] for name in "ABC"]
    assert plan.scores(BUYERS)["A"] == efficiency(rows, [[1]] * 3)[0] == 0.95


def test_what_the_tested_part_costs_is_the_models_best_quote() -> None:
    assert plan.price(0) == 1
    assert plan.price(3) == pytest.approx(0.9 + 0.05 * 0.85**3 + 0.05 * 0.6**3)
    assert plan.price(3) == expected_best_quote([0.9, 0.95, 1], [0.15, 0.25, 0.6], 3)


def test_an_end_user_in_ten_names_a_trouble() -> None:
    assert plan.heard(0) == 0
    assert plan.heard(1) == pytest.approx(0.1)
    assert plan.heard(18) < plan.HEARD < plan.heard(20)


def test_quotes_slow_down_the_growth_of_slack_by_half_at_most() -> None:
    assert plan.growth(0) == plan.GROWTH
    assert plan.growth(1) == pytest.approx(0.03 * (1 - 0.5 * 0.4))
    assert plan.growth(50) == pytest.approx(0.015)


def test_both_sides_gains_add_up_and_prices_only_move_money() -> None:
    now = plan.outcome(SOLVED)
    assert sum(now.gains) == pytest.approx(now.found - now.cost)
    assert now.saved == pytest.approx((1 - 87 / 110 - now.slack) * plan.making())
    assert now.cost == pytest.approx((30_000 + 3 * 8_000 + 20 * 1_000) / 3)


def test_no_other_time_between_rounds_brings_more_than_the_best() -> None:
    best = plan.best_years(SOLVED)
    rate = plan.growth(3) * plan.making() / 2

    def costs(years: float) -> float:
        return plan.round_cost(SOLVED) / years + rate * years

    assert all(costs(best) < costs(best * factor) for factor in (0.5, 0.9, 1.1, 2))
    sums = {years: sum(plan.outcome(replace(SOLVED, years=years)).gains) for years in range(1, 7)}
    assert max(sums, key=sums.__getitem__) == round(best) == 4


def test_at_the_start_everybody_is_content_and_slack_grows(t: Translator) -> None:
    start = u06.third_party().values
    assert (start["who"], start["years"], start["quotes"], start["users"], start["part"]) == (
        [OWN],
        5,
        0,
        0,
        100,
    )
    answers = decision(OWN, 5, 0, 0, 100)
    assert missed(answers, t) == [0, 1, 2, 4, 5]
    slack, price, users, law, seller, _ = check(answers, t)
    assert "20.9\u00a0% that nobody sees" in slack.why
    assert "Nobody else is asked" in price.why
    assert "With 0 end users" in users.why
    assert "nothing is learned" in law.why
    assert "more slack grows than is found" in seller.why


def test_a_professional_body_every_three_years_meets_every_condition(t: Translator) -> None:
    assert missed(decision(), t) == []


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision(BUYERS), 0, "look further"),
        (decision(years=6), 0, "grows back too far"),
        (decision(quotes=2), 1, "each further quote helps less"),
        (decision(users=18), 2, "the first talks tell most"),
        (decision(BUYERS), 3, "competes with nobody"),
        (decision(part=30), 4, "will not open it again"),
        (decision(OWN), 4, "Look further"),
        (decision(years=1, users=40, quotes=8), 4, "Less often would do"),
        (decision(part=90), 5, "Let Nordlys have more"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_plans_reach_the_goal_and_all_entrust_the_professional_body() -> None:
    solved = [one for one in EVERY if _solves(*one)]
    assert 0.005 < len(solved) / len(EVERY) < 0.03
    assert {who for who, *_ in solved} == {BODY}
    assert all(quotes >= 3 and users >= 20 and 0 < part < 100 for _, _, quotes, users, part in solved)


def _solves(who: str, years: int, quotes: int, users: int, part: int) -> bool:
    now = plan.outcome(Plan(who, years, quotes, users, part / 100))
    return (
        who != BUYERS
        and now.slack <= plan.SLACK
        and now.dearer <= plan.DEARER
        and now.heard >= plan.HEARD
        and all(gain >= goal for gain, goal in zip(now.gains, plan.GOALS, strict=True))
    )


def test_the_view_shows_only_the_plants_that_are_seen() -> None:
    exercise = u06.third_party()
    assert exercise.view["table"].count("<tr>") == 1 + 2 + 1 + 6
    assert "A could be here" not in exercise.view["chart"]
    exercise.values = dict(decision().values)
    assert exercise.view["table"].count("<tr>") == 1 + 6 + 1 + 6
    assert "A could be here" in exercise.view["chart"]
    assert exercise.view["sides"].count("<section") == 2


@pytest.mark.parametrize("ends", list(product(SEEN, (1, 6), (0, 8), (0, 40), (0, 100))))
def test_no_extreme_reaches_the_goal_or_breaks_the_view(
    ends: tuple[str, int, int, int, int], t: Translator
) -> None:
    assert missed(decision(*ends), t)
    assert u06.third_party.view(decision(*ends), t)["summary"]
