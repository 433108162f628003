"""The table that the controls and the moves describe: which moves count, and who sees what."""

import pytest
from play import press, setting, table

from kamlab.widgets.game import sheets
from kamlab.widgets.game.bots import FAIR, HARD, ROUNDS
from kamlab.widgets.game.match import ACCEPT, OFFER, WALK
from kamlab.widgets.game.table import AGAIN, TWO
from kamlab.widgets.game.terms import BUYER, SELLER, Deal

FAR = Deal(40, 0, 0, 0, 0)  # the highest price, and nothing for it
SELLERS, BUYERS = setting(TWO, SELLER), setting(TWO, BUYER)


def test_a_game_begins_with_the_bot_s_offer() -> None:
    now = table(setting(FAIR))
    assert now.match.on_table
    assert now.match.turn == SELLER
    assert now.can == (OFFER, ACCEPT, WALK)


def test_each_move_goes_on_with_the_game() -> None:
    fair = setting(FAIR)
    now = table(fair, press(OFFER, fair, FAR), press(OFFER, fair, FAR))
    assert now.match.offers(SELLER) == (FAR, FAR)
    assert now.match.round == 3
    assert now.can == (OFFER, ACCEPT, WALK, AGAIN)


@pytest.mark.parametrize("other", [setting(HARD), setting(FAIR, BUYER), setting(FAIR, seed=2), SELLERS])
def test_another_set_up_is_another_game(other: dict[str, object]) -> None:
    fair = setting(FAIR)
    old = [press(OFFER, fair, FAR), press(OFFER, fair, FAR)]
    assert table(other, *old).match == table(other).match
    assert table(fair, *old).match.round == 3  # and back again, as long as nothing was done there
    there = press(OFFER, other, FAR)
    assert table(fair, *old, there).match == table(fair).match


def test_a_walk_ends_the_game_and_it_can_only_be_started_again() -> None:
    fair = setting(FAIR)
    now = table(fair, press(WALK, fair))
    assert now.match.over
    assert now.can == (AGAIN,)
    assert (now.result.seller, now.result.buyer, now.reached, now.part(SELLER)) == (0, 0, 0, 0)


def test_the_end_names_what_was_reached_and_each_side_s_part() -> None:
    fair = setting(FAIR)
    now = table(fair, press(ACCEPT, fair))
    deal = now.match.agreed
    assert deal is not None
    gains = now.pair.seller.gain(deal), now.pair.buyer.gain(deal)
    assert now.reached == pytest.approx(sum(gains) / sheets.most(now.pair))
    assert now.part(SELLER) == pytest.approx(gains[0] / sum(gains))
    assert now.part(SELLER) + now.part(BUYER) == pytest.approx(1)


def test_two_people_take_turns_and_nobody_acts_for_the_other() -> None:
    first = press(OFFER, SELLERS, FAR)
    assert table(SELLERS).match.acts == ()
    assert table(BUYERS, first).match.offers(SELLER) == (FAR,)
    assert table(BUYERS, first, press(OFFER, SELLERS, FAR)).match.offers(SELLER) == (FAR,)
    assert table(BUYERS, first, press(ACCEPT, BUYERS)).match.agreed == FAR


def test_with_two_people_only_the_sheet_of_the_side_to_move_can_be_opened() -> None:
    first = press(OFFER, SELLERS, FAR)
    assert table(SELLERS).open is sheets.drawn(1).seller
    assert table(BUYERS).open is None
    assert table(SELLERS, first).open is None
    assert table(BUYERS, first).open is sheets.drawn(1).buyer


def test_with_two_people_a_closed_sheet_means_no_move() -> None:
    first = press(OFFER, SELLERS, FAR)
    assert table(BUYERS).can == ()
    assert table(SELLERS, first).can == (AGAIN,)
    assert table(BUYERS, first).can == (OFFER, ACCEPT, WALK, AGAIN)


def test_two_people_have_the_same_number_of_offers() -> None:
    rounds = [press(OFFER, side, FAR) for _ in range(ROUNDS) for side in (SELLERS, BUYERS)]
    now = table(SELLERS, *rounds)
    assert now.can == (ACCEPT, WALK, AGAIN)
    assert len(now.match.offers(BUYER)) == ROUNDS


def test_two_people_are_both_judged() -> None:
    assert table(SELLERS).judged == (SELLER, BUYER)
    assert table(setting(FAIR, BUYER)).judged == (BUYER,)
