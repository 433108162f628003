"""Who is served first: every drive is accounted for, closed forms, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u08 import first_plan as plan
from kamlab.widgets.u08.first_plan import ORDERS, USE, quarter
from kamlab.widgets.u08.served_first import served_first

START: dict[str, float | str] = {"first": 0, "rule": ORDERS, "weeks": 0, "retainer": 0}
SOLVED: dict[str, float | str] = {"first": 80, "rule": USE, "weeks": 4, "retainer": 0.5}
GRID = list(product(range(0, 101, 10), (ORDERS, USE), range(9), (step / 2 for step in range(11))))


def decision(**moved: object) -> Answers:
    now: dict[str, object] = {**START, **moved}
    return Answers({name: [one] if isinstance(one, str) else float(str(one)) for name, one in now.items()})


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(served_first.check(decision(**moved), t)) if not one.met]


def test_needs_and_stakes_are_the_ledger_s() -> None:
    partner, rival, others = plan.customers()
    assert 4 * partner.need == 1809
    assert 4 * (partner.need + rival.need + others.need) == 6621
    results = {one.name: one for one in account_results(ledger(), 2025)}
    year = results["Vistula Dishcare"]
    assert rival.stake == pytest.approx(year.revenue - year.returns - year.cost_of_goods)


@pytest.mark.parametrize(
    ("first", "rule", "weeks"), [(0, ORDERS, 0), (0.5, ORDERS, 3), (1, USE, 0), (0.7, USE, 6)]
)
def test_what_all_get_is_what_there_is(first: float, rule: str, weeks: float) -> None:
    now = quarter(first, rule, weeks, 0)
    assert sum(now.given) == pytest.approx(plan.supply() + now.stock)
    assert all(0 <= share <= 1 for share in now.missing)


def test_by_last_year_s_use_each_gets_an_equal_part() -> None:
    assert quarter(0, USE, 0, 0).missing == pytest.approx((0.35, 0.35, 0.35))
    assert sum(quarter(0, USE, 0, 0).left) == pytest.approx(0, abs=1e-6)


def test_where_orders_decide_the_honest_one_gets_less() -> None:
    partner, rival, others = plan.customers()
    claims = partner.need + 1.5 * (rival.need + others.need)
    assert 1 - plan.today().missing[0] == pytest.approx(plan.supply() / claims)
    assert 1 - plan.today().missing[1] == pytest.approx(1.5 * plan.supply() / claims)


def test_nobody_gets_more_than_it_needs() -> None:
    assert plan.shared(90, 50, 50, 4) == (40, 50)
    assert plan.shared(200, 50, 50, 1.5) == (50, 50)
    assert plan.shared(0, 50, 50, 1) == (0, 0)
    assert plan.shared(60, 0, 100, 1.5) == pytest.approx((0, 60))


def test_only_what_is_missing_beyond_the_shortage_sends_customers_away() -> None:
    rival = plan.customers()[1]
    assert rival.lost(1 - plan.SUPPLY) == 0
    assert rival.lost(1 - plan.SUPPLY + 0.1) == pytest.approx(0.1)


def test_the_retainer_moves_money_and_nothing_else() -> None:
    free, paid = (quarter(0.8, USE, 4, fee) for fee in (0, 2))
    assert sum(plan.gains(free)) == pytest.approx(sum(plan.gains(paid)))
    assert plan.gains(paid)[0] - plan.gains(free)[0] == pytest.approx(2 * 1809)


def test_a_bare_promise_costs_meridian_more_than_it_is_worth_to_nordlys() -> None:
    equal, first, backed = (plan.gains(quarter(f, USE, w, 0)) for f, w in ((0, 0), (1, 0), (1, 5)))
    assert equal[0] - first[0] > first[1] - equal[1]
    assert sum(backed) > sum(equal) > sum(first)


def test_no_agreement_misses_the_goal(t: Translator) -> None:
    assert missed(t) == [0, 2, 3]
    reasons = served_first.check(decision(), t)
    assert "It misses 52.3\u00a0%: it gets 216 of 452 drives" in reasons[0].why
    assert "the honest one stands last" in reasons[0].advice
    assert "Meridian would gain 12,779\u00a0EUR more" in reasons[3].advice


def test_a_promise_that_a_store_keeps_meets_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []
    now = quarter(0.8, USE, 4, 0.5)
    assert [round(one) for one in plan.gains(now)] == [13_927, 8_008]


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"first": 20}, 0, "fill a larger store"),
        ({"first": 100, "weeks": 0}, 1, "missing at somebody else's line"),
        ({"retainer": 2}, 2, "Ask for less than 0.78\u00a0EUR a piece"),
        ({"first": 0, "weeks": 0}, 2, "Serve more of its need first"),
        ({"first": 0, "weeks": 8}, 2, "takes more space"),
        ({"retainer": 0, "first": 100}, 3, "let it pay a little"),
        ({"first": 100, "weeks": 1}, 3, "pushed back"),
        ({"rule": ORDERS, "retainer": 0}, 3, "With last year's use"),
        ({"weeks": 6}, 4, "A week of use is 35 drives"),
    ],
)
def test_each_failure_is_explained(
    moved: dict[str, float | str], place: int, words: str, t: Translator
) -> None:
    reason = served_first.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_the_fee_named_in_the_advice_just_leaves_nordlys_its_goal() -> None:
    without = plan.gains(quarter(0.8, USE, 4, 0))[1]
    fee = (without - plan.BUYER_GOAL) / 1809
    assert plan.gains(quarter(0.8, USE, 4, fee))[1] == pytest.approx(plan.BUYER_GOAL)


def test_few_agreements_suit_all_and_each_has_a_store(t: Translator) -> None:
    found = [one for one in GRID if not missed(t, **dict(zip(START, one, strict=True)))]
    assert 0.005 < len(found) / len(GRID) < 0.05
    assert all(0 < weeks < 6 for _, _, weeks, _ in found)


def test_extremes_can_be_shown_and_fail(t: Translator) -> None:
    for values in product((0, 100), (ORDERS, USE), (0, 8), (0, 5)):
        answers = decision(**dict(zip(START, values, strict=True)))
        assert served_first.view(answers, t)["summary"]
        assert any(not one.met for one in served_first.check(answers, t))
