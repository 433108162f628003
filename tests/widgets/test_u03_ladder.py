"""Four ways to be worth more: what lasts, what is seen, and a reason for each failing branch."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.widgets import u03
from kamlab.widgets.controls import Answers
from kamlab.widgets.u03 import ladder_plan as plan
from kamlab.widgets.u03 import nordlys
from kamlab.widgets.u03.ladder_plan import COMMUNICATION, FIELDS, PEOPLE, PROCESSES, PRODUCTS, Offer

check = u03.ladder.check
LEVELS = [20_000.0 * step for step in range(5)]
PRICES = range(-5, 3)


def spent(people: float = 0, products: float = 0, processes: float = 0, shown: float = 0) -> dict[str, float]:
    """Thousands of EUR, by field."""
    return dict(zip(FIELDS, (1000.0 * one for one in (people, products, processes, shown)), strict=True))


def decision(price: float = 0, **fields: float) -> Answers:
    return Answers({**spent(**fields), "price": float(price)})


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def test_the_rivals_price_is_five_per_cent_below_todays() -> None:
    assert plan.reference() == pytest.approx(0.95 * nordlys.account().revenue)
    assert plan.offer(spent(), 0).gap == pytest.approx(0.05 * nordlys.account().revenue)
    assert plan.offer(spent(), -0.05).gap == pytest.approx(0, abs=1e-6)


def test_an_offer_on_which_nothing_is_spent_is_a_commodity() -> None:
    value = plan.offer(spent(), 0).value(2)
    assert value.value == pytest.approx(plan.reference())
    assert value.differentiation == 0


@pytest.mark.parametrize("year", range(plan.YEARS))
def test_the_economic_value_is_the_rivals_price_and_what_is_seen(year: int) -> None:
    now = plan.offer(spent(20, 40, 60, 20), 0)
    assert now.value(year).value == pytest.approx(plan.reference() + now.worth(year))
    assert now.value(year).waterfall[-1].change == pytest.approx(
        (now.seen - 1) * sum(now.drivers[year].values())
    )


def test_half_of_the_full_value_is_built_by_the_first_20000_euros() -> None:
    now = plan.offer(spent(people=20, products=20), 0)
    assert now.drivers[0] == pytest.approx({PEOPLE: 0.8 * 35_000, PRODUCTS: 50_000, PROCESSES: 0})


def test_products_are_copied_and_processes_stay() -> None:
    now = plan.offer(spent(40, 40, 40, 0), 0)
    first, last = now.drivers[0], now.drivers[2]
    assert last[PRODUCTS] == pytest.approx(0.1 * first[PRODUCTS])
    assert last[PROCESSES] == pytest.approx(3 * first[PROCESSES])
    assert last[PEOPLE] == pytest.approx(0.7 / 0.8 * first[PEOPLE])


def test_without_people_a_process_brings_a_part_of_its_value() -> None:
    alone = plan.offer(spent(processes=60), 0).drivers[2][PROCESSES]
    assert alone == pytest.approx(0.4 * 0.9 * 180_000 * 0.75)
    assert plan.offer(spent(people=20, processes=60), 0).drivers[2][PROCESSES] == pytest.approx(
        alone / 0.4 * 0.7
    )


def test_communication_adds_no_value_and_shows_more_of_it() -> None:
    dark, lit = (plan.offer(spent(20, 20, 20, shown), 0) for shown in (0, 15))
    assert dark.drivers == lit.drivers
    assert (dark.seen, lit.seen) == pytest.approx((0.5, 0.725))


def test_what_one_side_gets_in_price_the_other_pays() -> None:
    now = plan.offer(spent(20, 20, 40, 40), 0.01)
    assert now.result == pytest.approx(3 * now.gap - 120_000)
    assert sum(now.gain(year) for year in range(3)) + now.result == pytest.approx(
        sum(now.worth(year) for year in range(3)) - 120_000
    )


def test_at_the_start_the_two_offers_differ_in_price_alone(t: Translator) -> None:
    assert missed(decision(), t) == [1, 2]
    first, third = check(decision(), t)[1:3]
    assert "what a commodity is" in first.advice
    assert "It pays 73.5\u00a0kEUR more" in third.why
    assert "'People'" in third.advice


def test_matching_the_price_satisfies_nordlys_alone(t: Translator) -> None:
    assert missed(decision(price=-5), t) == [3]
    assert "It is 0.0\u00a0kEUR better off" in check(decision(price=-5), t)[3].why


def test_a_bit_of_each_meets_every_condition(t: Translator) -> None:
    assert missed(decision(people=20, products=20, processes=40, shown=40), t) == []


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision(people=40, products=40, processes=60, shown=20), 0, "would be missed least"),
        (decision(people=20, processes=60, shown=40), 1, "go into 'Products'"),
        (decision(people=60, products=20, processes=60), 1, "goes unseen"),
        (decision(products=80, shown=60), 2, "add 93.8\u00a0kEUR in the first year and 9.4"),
        (decision(people=20, products=60, shown=40), 2, "what it cannot copy"),
        (decision(processes=40, shown=20), 2, "Send somebody"),
        (decision(price=-5, people=20, products=20, processes=40, shown=40), 3, "may show in the price"),
        (decision(price=-3, products=60, shown=60), 3, "money that builds little"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_advice_names_the_field_that_adds_most_and_the_one_that_is_missed_least() -> None:
    now = plan.offer(spent(20, 20, 20, 20), 0)
    gains = {name: _more(now, name, plan.STEP).worth(2) for name in FIELDS}
    losses = {name: _more(now, name, -plan.STEP).worth(2) for name in FIELDS}
    assert plan.best_step(now, 2) == max(gains, key=gains.__getitem__)
    assert plan.least_missed(now, 2) == max(losses, key=losses.__getitem__) == PRODUCTS


def _more(now: Offer, name: str, change: float) -> Offer:
    return plan.offer({**now.spent, name: now.spent[name] + change}, now.price)


def test_few_offers_reach_the_goal_and_none_without_people_products_or_processes() -> None:
    every = list(product(product(LEVELS, repeat=4), PRICES))
    solved = [money for money, price in every if _solves(money, price)]
    assert 0.005 < len(solved) / len(every) < 0.02
    assert all(money[place] > 0 for money in solved for place in range(3))
    assert not any(money.count(0) > 1 for money in solved)
    assert len({money for money in solved if money[FIELDS.index(COMMUNICATION)] == 0}) <= 2


def _solves(money: tuple[float, ...], price: int) -> bool:
    now = plan.offer(dict(zip(FIELDS, money, strict=True)), price / 100)
    kept = now.spending <= plan.BUDGET and now.result >= plan.GOAL
    return kept and now.gain(0) >= 0 and now.gain(2) >= 0


def test_with_everything_at_its_most_nothing_breaks(t: Translator) -> None:
    answers = decision(price=2, people=80, products=80, processes=80, shown=80)
    assert missed(answers, t) == [0, 3]
    assert plan.best_step(u03.ladder.read(answers), 0) == ""


def test_the_view_shows_the_waterfall_and_warns_where_the_rival_is_better() -> None:
    exercise = u03.ladder()
    assert "as long as nobody there counts" in exercise.view["chart"]
    exercise.values = {**spent(20, 20, 40, 40), "price": 0}
    view = exercise.view
    assert "nobody there counts" not in view["chart"]
    assert "Not seen by Nordlys" in view["chart"]
    assert "+100.6\u00a0kEUR" in view["sides"]
    assert "1,483.4\u00a0kEUR" in view["equation"]
