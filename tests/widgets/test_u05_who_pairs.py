"""Who pairs with whom: the market's core, its closed forms, and reasons for each pair that would leave."""

from itertools import product

import pytest

from kamlab.data import ledger
from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u05 import pairs_plan as market
from kamlab.widgets.u05.pairs_plan import (
    BUYERS,
    GRANDVALE,
    MERIDIAN,
    NORDLYS,
    ORBITAL,
    ORDERS,
    SELLERS,
    TESSIN,
)
from kamlab.widgets.u05.who_pairs import who_pairs

SOLVED = {"pairs": 0, "orbital": 20, "meridian": 50}
GRID = list(product(range(6), range(0, 101, 5), range(0, 101, 5)))


def decision(pairs: float = 2, orbital: float = 50, meridian: float = 50) -> Answers:
    return Answers({"pairs": [str(round(pairs))], "orbital": float(orbital), "meridian": float(meridian)})


def failing(t: Translator, **moved: float) -> list[str]:
    return [one.claim for one in who_pairs.check(decision(**moved), t) if not one.met]


def test_spending_is_the_ledger_s() -> None:
    rows = ledger()["accounts"]
    known = dict(zip(rows.column("name"), rows.column("drive_spending"), strict=True))
    assert market.spending()[NORDLYS] == known["Nordlys Appliances"] == 2_046_000
    assert market.spending()["Feldmark"] == known["Feldmark Kitchens"] == 901_000


def test_the_figures_of_the_chapter() -> None:
    assert market.worth(ORBITAL, GRANDVALE) == pytest.approx(460_000)
    assert market.worth(MERIDIAN, GRANDVALE) == pytest.approx(300_000)
    assert round(market.worth(MERIDIAN, NORDLYS), -3) == 247_000
    assert round(market.worth(ORBITAL, NORDLYS), -3) == 167_000


def test_reach_multiplies_reach_so_that_like_pairs_with_like() -> None:
    pairs = [(ORBITAL, MERIDIAN), (MERIDIAN, "Bryn"), (ORBITAL, "Bryn")]
    gains = {
        (wide, large): market.worth(wide, large)
        + market.worth(narrow, small)
        - market.worth(wide, small)
        - market.worth(narrow, large)
        for wide, narrow in pairs
        for large, small in ((GRANDVALE, NORDLYS), (NORDLYS, "Feldmark"))
    }
    assert min(gains.values()) > -1e-6
    assert gains[ORBITAL, GRANDVALE] > 100_000
    assert {(SELLERS[s], BUYERS[b]) for s, b in market.game().matching} == set(ORDERS[0])


def test_a_rival_who_waits_leaves_meridian_the_difference_only() -> None:
    difference = market.worth(MERIDIAN, NORDLYS) - market.worth(TESSIN, NORDLYS)
    assert market.claims(MERIDIAN) == pytest.approx((0, difference))
    assert difference == market.PROGRAMME[TESSIN] - market.PROGRAMME[MERIDIAN]
    assert market.claims(NORDLYS)[0] == pytest.approx(market.worth(TESSIN, NORDLYS))
    assert market.claims(TESSIN) == (0, 0)


def test_each_pair_shares_what_it_earns() -> None:
    for place, orbital, meridian in GRID[::37]:
        now = market.order(ORDERS[place], orbital / 100, meridian / 100)
        for seller, buyer in now.pairs:
            assert now.gets[seller] + now.gets[buyer] == pytest.approx(market.earned(seller, buyer))
            assert now.partner(seller) == buyer
            assert now.partner(buyer) == seller
        assert now.total <= market.game().value + 1e-6


def test_orders_that_nobody_leaves_are_those_in_the_core() -> None:
    lasting = [
        one for one in GRID if not market.leavers(market.order(ORDERS[one[0]], one[1] / 100, one[2] / 100))
    ]
    assert lasting
    for place, orbital, meridian in lasting:
        now = market.order(ORDERS[place], orbital / 100, meridian / 100)
        assert now.total == pytest.approx(market.game().value)
        for firm, gets in now.gets.items():
            low, high = market.claims(firm)
            assert low - 0.02 <= gets <= high + 0.02


def test_the_sales_team_s_dream_does_not_last(t: Translator) -> None:
    claims = failing(t)
    assert len(claims) == 6
    assert "Orbital and Grandvale have no reason to leave their partners" in claims
    reasons = who_pairs.check(decision(), t)
    assert "587\u00a0kEUR" in reasons[0].why
    assert "uses 3 of them" in reasons[0].why
    assert "by leaving they gain 227\u00a0kEUR" in reasons[1].why
    assert "pair the two" in reasons[1].advice


def test_like_with_like_and_modest_shares_meet_all(t: Translator) -> None:
    assert failing(t, **SOLVED) == []


def test_a_rival_without_a_buyer_takes_meridian_s_when_it_asks_too_much(t: Translator) -> None:
    greedy = {**SOLVED, "meridian": 60}
    reason = next(one for one in who_pairs.check(decision(**greedy), t) if "Tessin" in one.claim)
    assert not reason.met
    assert "107\u00a0kEUR" in reason.advice
    assert "what Meridian can claim" in reason.advice


def test_a_rival_who_gets_too_little_at_home_poaches(t: Translator) -> None:
    squeezed = {**SOLVED, "orbital": 5, "meridian": 55}
    claims = failing(t, **squeezed)
    assert claims == ["Orbital and Nordlys have no reason to leave their partners"]
    reason = next(one for one in who_pairs.check(decision(**squeezed), t) if not one.met)
    assert "Leave Nordlys more in its own pair" in reason.advice


@pytest.mark.parametrize(
    ("moved", "claim", "words"),
    [
        ({"meridian": 40}, "Meridian gets at least 110\u00a0kEUR", "who does well at home"),
        ({"orbital": 40}, "Grandvale gets at least 320\u00a0kEUR", "let the supplier keep less"),
    ],
)
def test_each_floor_is_held(moved: dict[str, float], claim: str, words: str, t: Translator) -> None:
    missed = [one for one in who_pairs.check(decision(**{**SOLVED, **moved}), t) if not one.met]
    assert [one.claim for one in missed] == [claim]
    assert words in missed[0].advice


def test_few_orders_solve_it_all_of_them_like_with_like(t: Translator) -> None:
    found = [one for one in GRID if not failing(t, **dict(zip(SOLVED, one, strict=True)))]
    assert 0.005 < len(found) / len(GRID) < 0.02
    assert {place for place, _, _ in found} == {0}
    assert all(0 < orbital < 50 and 40 < meridian < 60 for _, orbital, meridian in found)


def test_the_view_names_who_would_leave_and_what_can_be_claimed() -> None:
    exercise = who_pairs()
    assert "Orbital and Grandvale would leave" in exercise.view["summary"]
    assert "0 to 140\u00a0kEUR" in exercise.view["sides"]
    assert "163\u00a0kEUR" in exercise.view["sides"]  # Nordlys would leave Meridian all but its 83
    assert "107\u00a0kEUR" in exercise.view["sides"]  # and Tessin would leave Nordlys everything
    exercise.values = {"pairs": ["0"], "orbital": 20, "meridian": 50}
    assert "Nobody could do better by leaving" in exercise.view["summary"]
    assert "Would leave: none" in exercise.view["chart"]


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for values in product(range(6), (0, 100), (0, 100)):
        answers = decision(*values)
        assert who_pairs.view(answers, t)["summary"]
        assert len(who_pairs.check(answers, t)) >= 4


def test_no_choice_counts_as_the_start() -> None:
    exercise = who_pairs()
    start = exercise.view["summary"]
    exercise.values = {"pairs": []}
    assert exercise.view["summary"] == start
