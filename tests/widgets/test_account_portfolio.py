"""Which key accounts: consistent weights, the matrix, and a reason for each account."""

import math
from collections.abc import Callable
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from kamlab.i18n import Translator
from kamlab.models.portfolio import AccountPosition, account_position
from kamlab.widgets import u01
from kamlab.widgets.controls import Answers
from kamlab.widgets.u01.candidates import (
    LIMIT,
    PICKS,
    SHOWN,
    START,
    candidates,
    consistent,
    key_accounts,
    standings,
)
from kamlab.widgets.u01.pairwise import contradiction, pairs, weights
from kamlab.widgets.u01.portfolio_check import positions

CALM = (0.0, 0.0, -1.0, -3.0, -1.0, 0.0)  # profitability weighs most, and CR is below the limit
EQUAL = (0.0,) * 6
check = u01.account_portfolio.check


def decision(places: tuple[float, ...], picks: list[str]) -> Answers:
    sliders = {f"pair{i}{j}": place for (i, j), place in zip(pairs(4), places, strict=True)}
    return Answers({**sliders, "picks": picks})


def right(places: tuple[float, ...] = CALM) -> list[str]:
    return [s.candidate.score.account_id for s in key_accounts(places)]


def in_field(field: AccountPosition, places: tuple[float, ...] = CALM) -> list[str]:
    return [s.candidate.score.account_id for s in standings(places) if s.position is field]


def test_the_directors_words_contradict_each_other() -> None:
    assert not consistent(tuple(map(float, START)))


def test_following_the_hints_makes_the_comparisons_consistent() -> None:
    places = [float(place) for place in START]
    for _ in range(3):
        worst = contradiction(tuple(places))
        places[pairs(4).index(worst.pair)] = float(worst.implied)
    assert consistent(tuple(places))


def test_a_dozen_accounts_from_every_field_stand_on_the_list() -> None:
    assert len(candidates()) == SHOWN
    found = {account_position(c.score.attractiveness(), c.score.strength()) for c in candidates()}
    assert found == set(AccountPosition)


def test_at_the_start_no_bubble_covers_another(parse: Callable[[str], ET.Element]) -> None:
    circles = parse(u01.account_portfolio().view["chart"]).iter("{http://www.w3.org/2000/svg}circle")
    placed = [tuple(float(one.get(name)) for name in ("cx", "cy", "r")) for one in circles]
    assert len(placed) == SHOWN
    for (x, y, r), (other_x, other_y, other_r) in combinations(placed, 2):
        assert math.hypot(x - other_x, y - other_y) > r + other_r - 1


def test_an_accounts_place_is_the_models() -> None:
    for standing in standings(CALM):
        score, share = standing.candidate.score, weights(CALM).weights
        assert standing.attractiveness == score.attractiveness(share)
        assert standing.position is account_position(score.attractiveness(share), score.strength())


def test_at_most_five_key_accounts_are_taken_those_with_the_highest_sums() -> None:
    found = key_accounts(CALM)
    left = [s for s in standings(CALM) if s.position is AccountPosition.KEY and s not in found]
    assert 1 <= len(found) <= PICKS
    assert all(s.position is AccountPosition.KEY for s in found)
    lowest = min(s.attractiveness + s.strength for s in found)
    assert all(s.attractiveness + s.strength <= lowest for s in left)


def test_consistent_weights_and_the_accounts_that_follow_solve_the_task(t: Translator) -> None:
    assert weights(CALM).consistency_ratio <= LIMIT
    assert all(reason.met for reason in check(decision(CALM, right()), t))


def test_a_contradiction_is_named_with_what_the_rest_implies(t: Translator) -> None:
    reason = check(decision(tuple(map(float, START)), []), t)[0]
    assert not reason.met
    assert "you say 'Strategic fit 3 × (moderately)'" in reason.advice


def test_equal_weights_are_consistent_but_no_judgement(t: Translator) -> None:
    reasons = check(decision(EQUAL, right(EQUAL)), t)
    assert [reason.met for reason in reasons[:2]] == [True, False]
    assert "say nothing" in reasons[1].advice


@pytest.mark.parametrize("count", [0, PICKS + 1])
def test_none_or_too_many_picks_are_not_accepted(count: int, t: Translator) -> None:
    picks = [c.score.account_id for c in candidates()][:count]
    assert not check(decision(CALM, picks), t)[2].met


def test_an_account_left_out_is_named_with_its_scores(t: Translator) -> None:
    reason = next(r for r in check(decision(CALM, right()[1:]), t)[3:] if not r.met)
    first = key_accounts(CALM)[0]
    assert reason.claim == f"{first.candidate.score.name}: left out, but one of the key accounts"
    assert f"strength {first.strength:.1f}" in reason.why


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (AccountPosition.KEY_DEVELOPMENT, "First become stronger"),
        (AccountPosition.MAINTENANCE, "Size alone"),
        (AccountPosition.OPPORTUNISTIC, "Size alone"),
    ],
)
def test_a_wrong_pick_is_explained_by_its_field(field: AccountPosition, words: str, t: Translator) -> None:
    reason = next(r for r in check(decision(CALM, [in_field(field)[0]]), t)[3:] if "picked, but" in r.claim)
    assert not reason.met
    assert words in reason.advice


def test_a_key_account_beyond_the_first_five_is_told_why(t: Translator) -> None:
    beyond = [one for one in in_field(AccountPosition.KEY) if one not in right()]
    reason = next(r for r in check(decision(CALM, beyond[:1]), t)[3:] if "picked, but" in r.claim)
    assert "others have a higher sum" in reason.advice


def test_the_view_shows_weights_ratio_and_fields() -> None:
    exercise = u01.account_portfolio()
    assert "too contradictory" in exercise.view["summary"]
    assert "Least in line" in exercise.view["chart"]
    exercise.values = {**decision(CALM, right()).values, "@n": 1}
    assert positions(decision(CALM, [])) == CALM
    assert "✓ consistent" in exercise.view["sides"]
    assert "Least in line" not in exercise.view["chart"]
    assert exercise.view["chart"].count('fill="none"') == len(right())
    assert exercise.view["table"].count(">yes<") == len(right())
