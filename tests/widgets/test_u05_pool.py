"""Five workshops, one account: the ledger's needs, the sharing of a bill, reasons for each failure."""

from itertools import combinations, product
from typing import Any

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u05 import pool_plan as plan
from kamlab.widgets.u05.pool import pool
from kamlab.widgets.u05.pool_plan import (
    BLUE_ANVIL,
    ELMGROVE,
    EQUAL,
    FIRMS,
    HARBOUR,
    KEYS,
    QUARRY_HILL,
    SQUARES,
    VOLUME,
)

SUBSETS = [group for n in range(len(FIRMS) + 1) for group in combinations(FIRMS, n)]
SOLVED = {"members": FIRMS, "key": SQUARES, "orders": 16, "discount": 4}


def decision(**moved: object) -> Answers:
    start: dict[str, Any] = {"members": FIRMS[:3], "key": EQUAL, "orders": 26, "discount": 0}
    now = start | moved
    numbers = {name: float(now[name]) for name in ("orders", "discount")}
    return Answers({"members": list(now["members"]), "key": [now["key"]], **numbers})


def failing(t: Translator, **moved: object) -> list[str]:
    return [one.claim for one in pool.check(decision(**moved), t) if not one.met]


def test_needs_and_purchases_are_the_ledger_s() -> None:
    rows = ledger()["accounts"]
    need = dict(zip(rows.column("name"), rows.column("drive_spending"), strict=True))
    sold = {one.name: one.revenue for one in account_results(ledger(), 2025)}
    for name, one in plan.workshops().items():
        assert (one.need, one.bought) == (need[name], sold[name])
    assert [name for name, one in plan.workshops().items() if one.left] == [BLUE_ANVIL, QUARRY_HILL]


def test_the_figures_of_the_chapter() -> None:
    assert [round(plan.alone(name)) for name in (HARBOUR, QUARRY_HILL, ELMGROVE)] == [2865, 3499, 1004]
    assert round(plan.best((HARBOUR, QUARRY_HILL)).joint) == 4522
    small = plan.pool((ELMGROVE, QUARRY_HILL), plan.best((ELMGROVE, QUARRY_HILL)).orders_joint, SQUARES, 0)
    assert [round(one) for one in small.pays.values()] == [277, 3363]


def test_the_bill_is_lowest_at_the_model_s_rhythm_and_then_the_root_of_the_squares() -> None:
    best = plan.best(FIRMS)
    assert plan.bill(FIRMS, best.orders_joint) == pytest.approx(best.joint)
    assert best.joint == pytest.approx(sum(plan.alone(name) ** 2 for name in FIRMS) ** 0.5)
    assert min(range(6, 41), key=lambda orders: plan.bill(FIRMS, orders)) == round(best.orders_joint)


@pytest.mark.parametrize("key", KEYS)
def test_the_members_pay_the_bill_and_gain_what_they_no_longer_pay(key: str) -> None:
    now = plan.pool(FIRMS, 20, key, 0.04)
    assert sum(now.pays.values()) == pytest.approx(now.bill)
    price = 0.04 * now.need - plan.ELSEWHERE * (99_000 + 170_000)
    assert sum(now.gains.values()) == pytest.approx(sum(map(plan.alone, FIRMS)) - now.bill + price)


def test_what_the_discount_gives_the_members_it_costs_meridian() -> None:
    low, high = (plan.pool(FIRMS, 16, SQUARES, share) for share in (0.03, 0.05))
    gained = sum(high.gains.values()) - sum(low.gains.values())
    assert gained == pytest.approx(low.profit - high.profit)
    assert gained == pytest.approx(0.02 * low.need)


def test_below_the_line_there_is_no_discount() -> None:
    assert plan.pool(FIRMS[:4], 16, SQUARES, 0.05).discount == 0
    assert plan.pool(FIRMS, 16, SQUARES, 0.05).discount == 0.05
    assert all(one.need < plan.LINE for one in plan.workshops().values())


def test_shared_by_the_squares_no_group_leaves_at_the_best_rhythm() -> None:
    for members in SUBSETS[1:]:
        now = plan.pool(members, plan.best(members).orders_joint, SQUARES, 0)
        assert plan.leavers(now) == ()
        assert all(now.pays[name] <= plan.alone(name) + 1e-9 for name in members)


def test_volume_forgets_what_stock_costs() -> None:
    now = {key: plan.pool(FIRMS, 16, key, 0).pays for key in (VOLUME, SQUARES)}
    assert now[VOLUME][BLUE_ANVIL] < now[SQUARES][BLUE_ANVIL]
    assert all(now[VOLUME][name] > now[SQUARES][name] for name in FIRMS if name != BLUE_ANVIL)


def test_the_three_that_stayed_miss_the_goal(t: Translator) -> None:
    assert failing(t) == [
        "The pool buys for at least 250\u00a0kEUR a year",
        "Mill Lane Engineering saves at least 30\u00a0% of its orders and stock",
        "Elmgrove Electric saves at least 30\u00a0% of its orders and stock",
        "No group inside would do better in a pool of its own",
        "Meridian earns at least 85\u00a0kEUR more",
    ]
    reasons = pool.check(decision(), t)
    assert "It buys for 150\u00a0kEUR" in reasons[0].why
    assert "1,004\u00a0EUR a year, in the pool 1,752\u00a0EUR (+75\u00a0%)" in reasons[2].why
    assert "about 9 joint orders a year it would be 3,286\u00a0EUR" in reasons[2].advice


def test_all_five_by_the_squares_meet_all(t: Translator) -> None:
    assert failing(t, **SOLVED) == []
    assert pool.check(decision(**SOLVED), t)[1].why == "The least is 38\u00a0%."
    assert round(plan.pool(FIRMS, 16, SQUARES, 0.04).rise / 1000, 1) == 98.1


@pytest.mark.parametrize(
    ("moved", "claim", "words"),
    [
        ({"key": EQUAL}, "Elmgrove Electric saves", "would never place"),
        ({"key": VOLUME}, "Quarry Hill Motors saves", "twice as much"),
        ({"orders": 40}, "Blue Anvil Service saves", "about 17 joint orders"),
        ({"members": (HARBOUR, QUARRY_HILL)}, "Quarry Hill Motors saves", "too few"),
        ({"members": (HARBOUR,)}, "Each member saves", "at least two"),
        ({"members": ()}, "Each member saves", "at least two"),
        ({"orders": 40, "key": EQUAL}, "No group inside", "about 17 joint orders"),
        ({"discount": 2}, "Quarry Hill Motors comes back", "A little more discount"),
        ({"members": FIRMS[1:4]}, "Blue Anvil Service comes back", "Below the line"),
        ({"discount": 8}, "Meridian earns", "fewer and fuller pallets"),
    ],
)
def test_each_failure_is_explained(moved: dict[str, object], claim: str, words: str, t: Translator) -> None:
    missed = [one for one in pool.check(decision(**(SOLVED | moved)), t) if not one.met]
    reason = next(one for one in missed if one.claim.startswith(claim))
    assert words in reason.advice


def test_who_left_is_told_what_the_pool_and_the_price_change(t: Translator) -> None:
    reasons = pool.check(decision(**(SOLVED | {"discount": 2})), t)
    reason = next(one for one in reasons if one.claim.startswith("Quarry Hill Motors comes back"))
    assert "by \u22121,491\u00a0EUR a year" in reason.why
    assert "by +3,400\u00a0EUR" in reason.why


def test_a_group_that_would_leave_is_named_with_what_it_pays(t: Translator) -> None:
    reasons = pool.check(decision(), t)
    reason = next(one for one in reasons if one.claim.startswith("No group"))
    now = plan.pool(FIRMS[:3], 26, EQUAL, 0)
    assert plan.leavers(now) == FIRMS[1:3]
    assert f"{now.pays[ELMGROVE] * 2:,.0f}\u00a0EUR" in reason.why
    assert "Mill Lane Engineering, Elmgrove Electric" in reason.why


def test_few_pools_last_and_only_a_fair_bill_holds_the_small(t: Translator) -> None:
    tried = list(product(SUBSETS, KEYS, range(6, 41, 4), range(9)))
    names = ("members", "key", "orders", "discount")
    found = [one for one in tried if not failing(t, **dict(zip(names, one, strict=True)))]
    assert 0.003 < len(found) / len(tried) < 0.05
    assert {key for _, key, _, _ in found} <= {EQUAL, SQUARES}
    assert all(key == SQUARES for members, key, _, _ in found if ELMGROVE in members)
    assert all({BLUE_ANVIL, QUARRY_HILL} <= set(members) for members, _, _, _ in found)


def test_the_view_shows_both_sides_and_every_workshop() -> None:
    exercise = pool()
    exercise.values = {**SOLVED, "members": list(FIRMS), "key": [SQUARES], "@n": 1}
    assert "419\u00a0kEUR" in exercise.view["summary"]
    assert "+98.1\u00a0kEUR" in exercise.view["sides"]
    assert all(name in exercise.view["table"] for name in FIRMS)
    assert "6,107\u00a0EUR" in exercise.view["equation"]


def test_every_set_of_members_can_be_shown_and_checked(t: Translator) -> None:
    for members, key, orders, discount in product(SUBSETS, KEYS, (6, 40), (0, 8)):
        answers = decision(members=members, key=key, orders=orders, discount=discount)
        assert pool.view(answers, t)["summary"]
        assert len(pool.check(answers, t)) >= 5
