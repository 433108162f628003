"""A split that nobody can refuse: the core of three, the Shapley value, and who would leave."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.coalition import shapley_value
from kamlab.widgets import u04
from kamlab.widgets.controls import Answers, clean
from kamlab.widgets.u04 import coalition_plan as plan
from kamlab.widgets.u04.coalition_plan import (
    ALL,
    DATA,
    MERIDIAN,
    NORDLYS,
    PARTNERS,
    WORTH,
    averages,
    best,
    core,
    groups,
    needed,
    split,
    total,
)
from kamlab.widgets.verdict import Reason

SPENDING = range(0, plan.DEAREST + 1, plan.STEP)
SHARES = range(0, 71, 2)


def reasons(t: Translator, spent: int, meridian: int, nordlys: int) -> list[Reason]:
    values = {"spent": float(spent), "meridian": float(meridian), "nordlys": float(nordlys)}
    return list(u04.coalition_worth.check(Answers(values), t))


def lasts(spent: int, meridian: int, nordlys: int) -> bool:
    now = split(float(spent), meridian / 100, nordlys / 100)
    return all(now.margin(group) >= 0 for group in groups())


def reaches(spent: int, meridian: int, nordlys: int) -> bool:
    now = split(float(spent), meridian / 100, nordlys / 100)
    fair = all(now.average[one] - now.parts[one] <= plan.UNFAIR for one in PARTNERS)
    return fair and now.total >= plan.REACHED * best() and lasts(spent, meridian, nordlys)


def test_averages_are_the_model_s_and_add_up() -> None:
    worth = {**WORTH, ALL: total(50_000)}
    assert averages(50_000) == shapley_value(PARTNERS, lambda group: worth[group])
    assert sum(averages(50_000).values()) == pytest.approx(total(50_000))


def test_averages_follow_the_closed_form_of_three() -> None:
    alone, with_n, with_d = (WORTH[frozenset({MERIDIAN, *more})] for more in ((), (NORDLYS,), (DATA,)))
    rest = WORTH[frozenset({NORDLYS, DATA})]
    adds = (with_n - WORTH[frozenset({NORDLYS})]) + (with_d - WORTH[frozenset({DATA})])
    assert averages(0)[MERIDIAN] == pytest.approx((2 * alone + adds + 2 * (total(0) - rest)) / 6)


def test_parts_add_up_to_the_whole() -> None:
    now = split(30_000, 0.3, 0.5)
    assert sum(now.parts.values()) == pytest.approx(now.total) == pytest.approx(total(30_000))


def test_each_half_spent_brings_half_of_what_is_left() -> None:
    gross = [total(spent) + spent - plan.LOOSE for spent in (0, plan.HALF, 2 * plan.HALF)]
    assert gross == pytest.approx([0, plan.MOST / 2, plan.MOST * 3 / 4])


@pytest.mark.parametrize("spent", SPENDING)
def test_a_split_lasts_somewhere_just_where_the_whole_covers_the_pairs(spent: int) -> None:
    corners = core(total(spent), 160_000)
    assert bool(corners) == (total(spent) >= needed())
    for x, y in corners:
        now = split(spent, x / total(spent), y / total(spent))
        assert min(now.margin(group) for group in groups()) == pytest.approx(0, abs=0.01)


def test_the_corners_reach_as_far_as_each_can_ask() -> None:
    now = split(50_000, 0.3, 0.5)
    corners = core(now.total, 160_000)
    assert max(x for x, _ in corners) == pytest.approx(now.most(MERIDIAN))
    assert max(y for _, y in corners) == pytest.approx(now.most(NORDLYS))
    assert now.total - min(x + y for x, y in corners) == pytest.approx(now.most(DATA))


def test_equal_thirds_of_too_small_a_whole_satisfy_no_one(t: Translator) -> None:
    start = clean(u04.coalition_worth.face(t).groups, {})
    found = u04.coalition_worth.check(start, t)
    assert [one.met for one in found] == [True, False, False, False]
    assert "Meridian and Nordlys: 102.0\u00a0kEUR" in found[1].why
    assert "takes 175\u00a0kEUR" in found[1].advice
    assert "first make the whole larger" in found[1].advice
    assert "Give Nordlys more" in found[2].advice
    assert "Spend more" in found[3].advice


def test_without_the_interface_no_split_lasts() -> None:
    assert not any(lasts(0, *shares) for shares in product(SHARES, SHARES))


def test_equal_thirds_fail_with_the_best_interface_too(t: Translator) -> None:
    found = reasons(t, 55_000, 34, 34)
    assert [one.met for one in found] == [True, False, False, True]
    assert "Brisling Data can ask for" in found[1].advice


def test_what_each_adds_on_average_is_a_split_that_lasts(t: Translator) -> None:
    assert all(one.met for one in reasons(t, 50_000, 34, 46))


def test_a_partner_who_gets_less_than_alone_is_named(t: Translator) -> None:
    found = reasons(t, 50_000, 50, 50)
    assert not found[0].met
    assert "Brisling Data: 0.0\u00a0kEUR a year in your split, 10\u00a0kEUR" in found[0].why


def test_too_much_of_a_good_interface_is_named(t: Translator) -> None:
    assert "Spend less" in reasons(t, 100_000, 34, 46)[3].advice


def test_a_split_may_last_and_yet_be_unfair(t: Translator) -> None:
    found = reasons(t, 50_000, 44, 36)
    assert [one.met for one in found] == [True, True, False, True]


def test_few_splits_reach_the_goal() -> None:
    grid = list(product(SPENDING, SHARES, SHARES))
    assert 0.005 < sum(reaches(*one) for one in grid) / len(grid) < 0.05


def test_the_view_stands_at_every_corner(t: Translator) -> None:
    for spent, meridian, nordlys in product((0, 100_000), (0, 70), (0, 70)):
        values = {"spent": float(spent), "meridian": float(meridian), "nordlys": float(nordlys)}
        view = u04.coalition_worth.view(Answers(values), t)
        assert "part, kEUR a year" in view["chart"]
        assert ("<polygon" in view["chart"]) == (spent > 0)
        assert all(name in view["sides"] for name in ("Meridian", "Nordlys", "Brisling Data"))
