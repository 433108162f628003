"""Both sides' costs: the ledger's minutes, what freed time is worth, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.data.economics import rate_per_minute
from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u08 import both_plan as plan
from kamlab.widgets.u08 import meridian
from kamlab.widgets.u08.both_costs import both_costs
from kamlab.widgets.u08.both_plan import (
    CALLS,
    DESK,
    FEWER,
    IDLE,
    INSPECTION,
    OTHERS,
    PROCESSES,
    QUOTES,
    Programme,
)

START: dict[str, float | str] = {QUOTES: 0, CALLS: 0, DESK: 20, INSPECTION: 0, "freed": IDLE, "cut": 0}
SOLVED: dict[str, float | str] = {QUOTES: 40, CALLS: 30, DESK: 0, INSPECTION: 10, "freed": OTHERS, "cut": 0.5}


def decision(**moved: object) -> Answers:
    now: dict[str, object] = {**START, **moved}
    return Answers({name: [one] if isinstance(one, str) else float(str(one)) for name, one in now.items()})


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(both_costs.check(decision(**moved), t)) if not one.met]


def made(days: tuple[float, float, float, float], freed: str = OTHERS, cut: float = 0.0) -> Programme:
    return plan.programme(dict(zip(PROCESSES, days, strict=True)), freed, cut)


def test_meridian_s_costs_are_the_ledger_s_cost_to_serve() -> None:
    year = next(one for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")
    assert plan.rate() == pytest.approx(rate_per_minute(ledger()), abs=1e-4)
    assert sum(plan.cost(one)[0] for one in PROCESSES) == pytest.approx(year.cost_to_serve, rel=1e-4)
    assert [plan.times(one) for one in PROCESSES] == [1895, 1873, 26, 6576]


def test_ten_days_save_half_of_what_can_go_and_ten_more_half_of_the_rest() -> None:
    assert [plan.saved(QUOTES, days) for days in (0, 10, 20)] == pytest.approx([0, 0.35, 0.525])


def test_freed_and_used_minutes_are_all_the_minutes_there_were() -> None:
    now = made((30, 20, 0, 10))
    cost = meridian.account().minutes * plan.rate()
    assert now.assigned + now.unused == pytest.approx(cost)
    assert now.unused == pytest.approx(now.minutes * plan.rate())


def test_minutes_that_nobody_uses_bring_nothing() -> None:
    idle, others = made((30, 20, 0, 10), IDLE), made((30, 20, 0, 10), OTHERS)
    assert idle.used == 0
    assert others.used == pytest.approx(plan.EARNED * others.minutes)
    assert idle.buyer_gain == others.buyer_gain


def test_only_whole_people_can_be_saved() -> None:
    few, many = made((30, 10, 0, 0), FEWER), made((40, 30, 0, 0), FEWER)
    assert few.minutes < plan.PERSON < many.minutes
    assert (few.used, many.used) == pytest.approx((0, plan.PERSON * plan.rate()))


def test_nordlys_follows_what_it_gains_up_to_its_need() -> None:
    bought, need = meridian.account().revenue, meridian.spending()
    assert plan.part(0) == pytest.approx(bought / need)
    assert plan.part(0.01 * bought) - plan.part(0) == pytest.approx(0.02)
    assert (plan.part(bought), plan.part(-bought)) == (1, 0)


def test_both_gains_are_the_sums_of_what_is_shown() -> None:
    now = made((30, 20, 0, 10), OTHERS, 0.01)
    assert now.buyer_gain == pytest.approx(now.his_work - 60 * 600 / 3 + 0.01 * meridian.account().revenue)
    growth = (now.sales - meridian.account().revenue) * plan.margin()
    assert now.seller_gain == pytest.approx(0.8 * now.minutes + growth - 0.01 * now.sales - 60 * 700 / 3)


def test_growth_without_freed_minutes_costs_minutes_beyond_today_s() -> None:
    now = made((0, 0, 0, 0), OTHERS, 0.05)
    assert now.minutes < 0
    assert now.used == 0
    assert now.overrun == pytest.approx(-now.minutes * plan.rate())


def test_electronic_orders_lose_both_sides_money(t: Translator) -> None:
    assert missed(t) == [1, 2, 3]
    assert plan.today().seller_gain == plan.today().buyer_gain == 0
    now = made((0, 0, 20, 0), IDLE)
    assert now.seller_gain < 0
    assert now.buyer_gain < 0
    reasons = both_costs.check(decision(), t)
    assert "costs the two 2.1\u00a0kEUR a year in all" in reasons[1].advice
    assert "Its gain is \u22127.1\u00a0kEUR" in reasons[2].why


def test_days_where_the_minutes_are_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []
    now = made((40, 30, 0, 10), OTHERS, 0.005)
    assert (round(now.seller_gain / 1000, 1), round(now.buyer_gain / 1000, 1)) == (108.8, 83.1)


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({INSPECTION: 20}, 0, "the last column of the table"),
        ({CALLS: 0, QUOTES: 15}, 1, "Five joint days in the best place"),
        ({DESK: 20, QUOTES: 0}, 1, "Put the days where the minutes are"),
        ({"freed": IDLE}, 2, "minutes are freed and paid all the same"),
        ({"freed": FEWER, QUOTES: 35, CALLS: 25, "cut": 2}, 2, "Only whole people can be saved"),
        ({"cut": 5}, 2, "Give a little less away"),
        (
            {QUOTES: 45, INSPECTION: 5, "cut": 0},
            3,
            "half a percent off the price brings Nordlys 7.4\u00a0kEUR",
        ),
    ],
)
def test_each_failure_is_explained(
    moved: dict[str, float | str], place: int, words: str, t: Translator
) -> None:
    reason = both_costs.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_programmes_suit_both_and_idle_minutes_never_do(t: Translator) -> None:
    days = product(range(0, 51, 10), repeat=4)
    tried = [
        dict(zip(START, (*d, f, c), strict=True))
        for d, f, c in product(days, (IDLE, FEWER, OTHERS), (0, 1, 3))
    ]
    found = [one for one in tried if not missed(t, **one)]
    assert 0.005 < len(found) / len(tried) < 0.05
    assert {one["freed"] for one in found} == {FEWER, OTHERS}


def test_extremes_can_be_shown_and_fail(t: Translator) -> None:
    for values in product((0, 50), (0, 50), (0, 50), (0, 50), (IDLE, FEWER, OTHERS), (0, 5)):
        answers = decision(**dict(zip(START, values, strict=True)))
        assert both_costs.view(answers, t)["summary"]
        assert any(not one.met for one in both_costs.check(answers, t))
