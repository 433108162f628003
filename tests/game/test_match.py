"""Whose turn it is, what may be done, and what comes of games between bots."""

from itertools import product

import pytest

from kamlab.widgets.game import match, sheets
from kamlab.widgets.game.board import SEEDS
from kamlab.widgets.game.bots import FAIR, HARD, OPPORTUNIST, ROUNDS, STYLES
from kamlab.widgets.game.match import ACCEPT, OFFER, WALK, Match
from kamlab.widgets.game.terms import BUYER, SELLER, SIDES, TODAY, Deal

GIVEN = Deal(22, 1, 1, 1, 1)


def offered(times: int) -> Match:
    """A match after so many offers, the seller's first."""
    course = Match(SELLER)
    for n in range(times):
        course = course.after(OFFER, GIVEN._replace(price=n))
    return course


def test_the_sides_take_turns_and_the_opener_begins() -> None:
    assert [offered(n).turn for n in range(4)] == [SELLER, BUYER, SELLER, BUYER]
    assert [offered(n).round for n in range(5)] == [1, 1, 2, 2, 3]


def test_nothing_can_be_accepted_or_left_before_the_first_offer() -> None:
    assert Match(SELLER).can() == (OFFER,)
    assert Match(SELLER).after(ACCEPT) == Match(SELLER)
    assert offered(1).can() == (OFFER, ACCEPT, WALK)


def test_each_side_makes_at_most_so_many_offers() -> None:
    last = offered(2 * ROUNDS)
    assert last.can() == (ACCEPT, WALK)
    assert last.after(OFFER, GIVEN) is last
    assert last.round == ROUNDS
    assert offered(2 * ROUNDS - 1).can() == (OFFER, ACCEPT, WALK)


def test_accepting_takes_the_last_offer_of_the_other_side() -> None:
    done = offered(3).after(ACCEPT, TODAY)
    assert done.agreed == GIVEN._replace(price=2)
    assert done.over
    assert done.acts[-1].side == BUYER
    assert done.round == 2  # the round of the offer and of its answer
    assert offered(2).after(ACCEPT).round == 2  # the offer of round 1, accepted in round 2


def test_walking_away_ends_without_a_deal() -> None:
    done = offered(2).after(WALK)
    assert (done.over, done.agreed, done.can()) == (True, None, ())
    assert done.after(OFFER, GIVEN) is done


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("style", STYLES)
def test_a_bot_opens_and_answers_each_offer_until_the_game_is_over(style: str, side: str) -> None:
    pair = sheets.drawn(1)
    nothing = Deal(40 if side == SELLER else 0, 0, 0, 0, 0)
    courses = [match.against(style, pair, side, [(OFFER, nothing)] * n) for n in range(ROUNDS + 3)]
    assert [len(course.acts) for course in courses[:ROUNDS]] == [2 * n + 1 for n in range(ROUNDS)]
    assert courses[0].turn == side
    assert courses[ROUNDS].over
    assert courses[ROUNDS].agreed is None
    assert courses[-1] == courses[ROUNDS]


def test_impossible_moves_do_not_count() -> None:
    pair, wild = sheets.drawn(1), [("dance", GIVEN), (OFFER, GIVEN), ("", GIVEN)]
    assert match.against(HARD, pair, SELLER, wild) == match.against(HARD, pair, SELLER, [(OFFER, GIVEN)])


def results(seller: str, buyer: str) -> list[tuple[float, float]]:
    """The agreements of all sheets, either side opening: (reached, seller's part) as shares of the most."""
    found = []
    for seed, opener in product(range(1, SEEDS + 1), SIDES):
        pair = sheets.drawn(seed)
        deal = match.duel(seller, buyer, pair, opener).agreed
        if deal:
            gains = pair.seller.gain(deal), pair.buyer.gain(deal)
            found.append((sum(gains) / sheets.most(pair), gains[0] / sheets.most(pair)))
    return found


def test_two_fair_traders_always_agree_on_the_efficient_terms_and_share_alike() -> None:
    found = results(FAIR, FAIR)
    assert len(found) == 2 * SEEDS
    assert all(reached == pytest.approx(1, abs=0.01) for reached, _ in found)
    assert all(part == pytest.approx(0.5, abs=0.04) for _, part in found)


def test_two_hard_bargainers_never_agree() -> None:
    assert results(HARD, HARD) == []


def test_a_fair_trader_holds_its_own_against_an_opportunist() -> None:
    for found, fair in ((results(FAIR, OPPORTUNIST), 0), (results(OPPORTUNIST, FAIR), 1)):
        assert len(found) >= 0.9 * 2 * SEEDS
        parts = [part if fair == 0 else reached - part for reached, part in found]
        assert sum(parts) / len(parts) == pytest.approx(0.5, abs=0.03)
        assert min(reached for reached, _ in found) > 0.9


@pytest.mark.parametrize(("seller", "buyer"), [(HARD, OPPORTUNIST), (OPPORTUNIST, HARD)])
def test_a_hard_bargainer_and_an_opportunist_never_agree(seller: str, buyer: str) -> None:
    assert results(seller, buyer) == []


def test_fairness_and_hardness_seldom_meet_and_then_the_hard_side_gets_less() -> None:
    """Its half of the gain that it expects is sometimes less than a half of what there is."""
    found = results(HARD, FAIR)
    assert 0 < len(found) < SEEDS
    assert all(part < 0.5 for _, part in found)


@pytest.mark.parametrize(("seller", "buyer"), list(product(STYLES, STYLES)))
def test_nobody_ever_agrees_below_its_own_walk_away(seller: str, buyer: str) -> None:
    assert all(0 <= part <= reached + 1e-9 for reached, part in results(seller, buyer))
