"""What to hand over, and for how long: rents at stake, the length with the fewest fights, and the limit."""

from itertools import chain, combinations, product

import pytest

from kamlab.i18n import Translator
from kamlab.models.holdup import Governance, appropriable_quasi_rent
from kamlab.widgets import u04
from kamlab.widgets.controls import Answers, Value, clean
from kamlab.widgets.u04 import hold_up_plan as plans
from kamlab.widgets.u04.hold_up_plan import FUNCTIONS, assessed, best_length, chance, plan, unhindered
from kamlab.widgets.verdict import Reason

IDS = tuple(one.id for one in FUNCTIONS)
SUBSETS = list(chain.from_iterable(combinations(IDS, size) for size in range(len(IDS) + 1)))
GOOD = ("alarm", "failure", "energy")


def answers(ids: tuple[str, ...], years: int, part: int) -> Answers:
    values: dict[str, Value] = {"functions": list(ids), "years": float(years), "part": float(part)}
    return Answers(values)


def reasons(t: Translator, ids: tuple[str, ...], years: int, part: int) -> list[Reason]:
    return list(u04.hold_up.check(answers(ids, years, part), t))


def reaches(ids: tuple[str, ...], years: int, part: int) -> bool:
    now = plan(ids, float(years), part / 100)
    gains = now.together >= plans.TOGETHER and min(now.seller, now.buyer) >= plans.EACH
    return bool(ids) and gains and all(one.pays for one in now.handed)


def test_the_length_with_the_fewest_fights_is_the_root_of_the_ratio() -> None:
    assert best_length() == pytest.approx(4)
    assert min(range(1, 11), key=chance) == 4
    assert chance(4) == pytest.approx(2 * (plans.RENEWAL * plans.GAP) ** 0.5)


def test_the_rent_at_stake_is_the_price_above_the_next_best_offer() -> None:
    for function in FUNCTIONS:
        one = assessed(function, 4.0, 0.5)
        assert one.price == function.cost + function.saving / 2
        assert one.rent == appropriable_quasi_rent(one.price, function.elsewhere)


def test_handing_over_pays_while_the_rent_is_below_the_model_s_limit() -> None:
    for function, years in product(FUNCTIONS, (1.0, 4.0, 10.0)):
        one = assessed(function, years, 0.5)
        assert one.pays == (one.choice.cheaper is Governance.CONTRACT)
        assert one.choice.break_even_rent is not None
        assert one.pays == (one.rent < one.choice.break_even_rent)
        assert one.gain == pytest.approx(one.before - chance(years) * plans.WASTE * one.rent)


def test_what_both_gain_adds_up_whatever_the_division() -> None:
    for ids, part in product((IDS, GOOD, ("alarm",)), (0.0, 0.45, 1.0)):
        now = plan(ids, 3.0, part)
        assert now.seller + now.buyer == pytest.approx(now.together)


def test_in_a_fight_the_owner_loses_more_than_the_partner_wins() -> None:
    now = plan(GOOD, 4.0, 0.7)
    rents = sum(one.rent for one in now.handed)
    assert now.lost == pytest.approx(chance(4) * (1 + plans.WASTE) * rents / 2)
    assert now.lost - now.won == pytest.approx(chance(4) * plans.WASTE * rents)


def test_a_commodity_and_the_heart_of_the_plant_pay_under_no_contract() -> None:
    for years, part in product(range(1, 11), (0.0, 0.5, 1.0)):
        assert not assessed(FUNCTIONS[0], float(years), part).pays
        assert not assessed(FUNCTIONS[-1], float(years), part).pays


def test_what_stefan_lopez_proposes_fails_meridian(t: Translator) -> None:
    start = clean(u04.hold_up.face(t).groups, {})
    found = u04.hold_up.check(start, t)
    assert [one.met for one in found] == [False, False, False, True]
    assert "The least of them, Line control" in found[0].why
    assert "keep it inside" in found[0].advice
    assert "chance of 51\u00a0% a year" in found[1].why
    assert "held up by that client" in found[2].advice


def test_three_functions_for_four_years_reach_the_goal(t: Translator) -> None:
    assert all(one.met for one in reasons(t, GOOD, 4, 75))


def test_an_equal_part_is_no_equal_gain(t: Translator) -> None:
    found = reasons(t, GOOD, 4, 50)
    assert [one.met for one in found] == [True, True, False, True]
    assert "An equal part" in found[2].advice
    assert not any(reaches(ids, years, 50) for ids in SUBSETS for years in range(1, 11))


def test_a_commodity_is_named(t: Translator) -> None:
    found = reasons(t, ("office", "alarm"), 4, 70)
    assert "Office computers: a commodity needs no partner" in found[0].advice


def test_a_length_that_does_not_suit_is_named(t: Translator) -> None:
    assert "right length" in reasons(t, GOOD, 10, 70)[0].advice
    assert "At every renewal" in reasons(t, ("alarm", "failure"), 1, 75)[1].advice
    assert "Nobody can foresee" in reasons(t, ("alarm", "failure"), 10, 75)[1].advice


def test_what_is_left_inside_without_reason_is_hinted_at(t: Translator) -> None:
    assert "still inside" in reasons(t, ("alarm",), 4, 70)[1].advice
    nothing = reasons(t, (), 4, 70)
    assert nothing[0].why == "Nothing is handed over."
    assert [one.met for one in nothing] == [False] * 4


def test_meridian_can_take_too_much(t: Translator) -> None:
    found = reasons(t, GOOD, 4, 100)
    assert not found[3].met
    assert "Leave Nordlys more" in found[3].advice


def test_few_plans_reach_the_goal_and_none_all_that_would_be_possible() -> None:
    grid = list(product(SUBSETS, range(1, 11), range(0, 101, 5)))
    found = [one for one in grid if reaches(*one)]
    assert 0.005 < len(found) / len(grid) < 0.05
    assert {1, 10}.isdisjoint({years for _, years, _ in found})
    assert max(plan(ids, float(years), part / 100).together for ids, years, part in grid) < unhindered() / 2


def test_the_view_stands_at_every_corner(t: Translator) -> None:
    for ids, years, part in product(((), IDS), (1, 10), (0, 100)):
        view = u04.hold_up.view(answers(ids, years, part), t)
        assert "Rent at stake, kEUR a year" in view["chart"]
        assert "Nordlys (client)" in view["sides"]
        assert view["table"].count(">yes<") == len(ids)
