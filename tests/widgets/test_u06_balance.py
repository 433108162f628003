"""Between equals: the gauges are the model's, weights do not matter once all are level, each failure."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.balance import partnership_balance
from kamlab.models.repeated_game import critical_discount
from kamlab.widgets import u06
from kamlab.widgets.controls import Answers
from kamlab.widgets.u06 import balance_plan as plan
from kamlab.widgets.u06.balance import START
from kamlab.widgets.u06.balance_plan import Terms

check = u06.balance.check
EVERY = list(product(range(0, 601, 50), range(0, 81, 10), range(20, 81, 10), range(0, 101, 20), range(1, 7)))


def decision(line: int = 350, second: int = 40, part: int = 50, cover: int = 50, years: int = 3) -> Answers:
    numbers = {"line": line, "second": second, "part": part, "cover": cover, "years": years}
    return Answers({**{name: float(value) for name, value in numbers.items()}, "weights": ["equal"]})


def terms(line: int = 350, second: int = 40, part: int = 50, cover: int = 50, years: int = 3) -> Terms:
    return Terms(1000.0 * line, second / 100, part / 100, cover / 100, years)


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def test_half_of_what_a_line_can_bring_comes_with_the_first_150000_euros() -> None:
    assert plan.joint(0) == plan.BASE
    assert plan.joint(150_000) == pytest.approx(100_000 + 150_000 - 30_000)


def test_a_line_ties_and_half_of_it_with_the_first_200000_euros() -> None:
    assert plan.tied(0) == pytest.approx(0.2)
    assert plan.tied(200_000) == pytest.approx(0.5)


def test_a_contract_of_one_year_is_renewed_with_a_chance_of_65_per_cent() -> None:
    assert plan.weight(1) == pytest.approx(0.65 / 1.08)
    assert plan.weight(5) == pytest.approx(0.93 / 1.08)


def test_a_side_refrains_from_where_the_model_says_so() -> None:
    assert plan.needed(100, 150) == pytest.approx(0.6) == critical_discount(100, 250, 0)
    assert plan.needed(100, 0) == 0
    assert plan.needed(-5, 0) == plan.needed(0, 10) == 1


def test_the_gauges_are_the_models() -> None:
    now = plan.alliance(terms(), "power")
    by_hand = partnership_balance(
        now.weight, now.needed, now.seller.depends - now.buyer.depends, 0.5 - 0.5, (1, 2, 1)
    )
    assert now.gauges == by_hand
    assert now.gauges.power == pytest.approx(1 - now.tie.imbalance)


def test_both_sides_gains_add_up() -> None:
    now = plan.alliance(terms(years=4))
    spent = 0.1 * 350_000 + 3 * sum(plan.BOUND) + 0.4 * plan.SECOND
    assert now.seller.gain + now.buyer.gain == pytest.approx(now.joint - spent)


def test_what_can_be_pressed_out_grows_with_what_the_other_is_tied_by() -> None:
    free, tied = (plan.alliance(terms(second=second)) for second in (80, 0))
    assert free.seller.pressed < tied.seller.pressed
    small, large = (plan.alliance(terms(line=line)) for line in (100, 600))
    assert small.buyer.pressed < large.buyer.pressed


def test_at_the_start_every_gauge_is_low_and_nordlys_calls_it_equal(t: Translator) -> None:
    start = u06.balance().values
    assert (start["line"], start["second"], start["part"], start["cover"], start["years"]) == (
        400,
        0,
        30,
        0,
        1,
    )
    assert plan.alliance(START).gauges.weakest == "risk"
    answers = decision(400, 0, 30, 0, 1)
    assert missed(answers, t) == [0, 1, 2, 3]
    trust, power, risk, seller, _ = check(answers, t)
    assert "next year must weigh 0.93; it weighs 0.60" in trust.why
    assert "elsewhere, Nordlys 100\u00a0%" in power.why
    assert "bears 100\u00a0% of a failed line and has 30\u00a0%" in risk.why
    assert "less 40\u00a0kEUR expected" in seller.why


def test_a_medium_line_a_second_source_and_equal_shares_meet_every_condition(t: Translator) -> None:
    assert missed(decision(), t) == []


@pytest.mark.parametrize("weights", plan.WEIGHTS)
def test_once_every_gauge_is_high_the_weights_do_not_matter(weights: str, t: Translator) -> None:
    assert missed(Answers({**decision().values, "weights": [weights]}), t) == []
    gauges = plan.alliance(terms(), weights).gauges
    assert min(gauges.trust, gauges.power, gauges.risk) - 1e-12 <= gauges.balance <= 1


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision(years=1), 0, "Agree on more years"),
        (decision(400, 10, 40, 0, 2), 0, "Let Meridian have more"),
        (decision(350, 0, 70, 80, 3), 0, "See to it that Nordlys gains more"),
        (decision(600, 50, 50, 40, 2), 0, "easy to press"),
        (decision(second=10), 1, "A second source frees it"),
        (decision(line=0, second=20), 1, "A second source frees it"),
        (decision(line=600, second=80), 1, "A smaller line frees it"),
        (decision(cover=0), 2, "cover more"),
        (decision(cover=100), 2, "cover less"),
        (decision(line=0, second=80), 3, "Two equals can share next to nothing"),
        (decision(part=30, cover=70), 3, "The cake is large enough"),
        (decision(line=600, second=50, years=6), 4, "The last years of the contract"),
        (decision(line=600, second=80, years=2), 4, "Take less of one"),
        (decision(350, 0, 80, 60, 2), 4, "let Nordlys have more of it"),
        (decision(part=60, cover=40), 4, "Its second source costs 24\u00a0kEUR"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_terms_reach_the_goal_and_all_need_a_line_and_a_second_source() -> None:
    solved = [one for one in EVERY if _solves(*one)]
    assert 0.003 < len(solved) / len(EVERY) < 0.02
    assert all(line >= 100 and 20 <= second <= 60 for line, second, *_ in solved)
    assert all(0 < cover < 100 for *_, cover, _ in solved)


def _solves(line: int, second: int, part: int, cover: int, years: int) -> bool:
    now = plan.alliance(terms(line, second, part, cover, years))
    gauges = (now.gauges.trust, now.gauges.power, now.gauges.risk)
    return (
        min(gauges) >= plan.LEVEL - 1e-9
        and now.seller.gain >= plan.GOALS[0]
        and now.buyer.gain >= plan.GOALS[1]
    )


def test_the_view_marks_each_gauge_with_a_sign_and_names_both_sides() -> None:
    exercise = u06.balance()
    assert exercise.view["chart"].count("✗ ") >= 3
    exercise.values = dict(decision().values)
    assert "✗ " not in exercise.view["chart"]
    assert exercise.view["sides"].count("<section") == 2
    assert "Balance: Risk twice as much" in exercise.view["table"]


@pytest.mark.parametrize("ends", list(product((0, 600), (0, 80), (20, 80), (0, 100), (1, 6))))
def test_no_extreme_reaches_the_goal_or_breaks_the_view(ends: tuple[int, ...], t: Translator) -> None:
    assert missed(decision(*ends), t)
    assert u06.balance.view(decision(*ends), t)["summary"]
