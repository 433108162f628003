"""The three opponents do what the page says of them, whatever the sheets."""

from collections.abc import Sequence

import pytest

from kamlab.widgets.game import bots, frontier, sheets
from kamlab.widgets.game.board import SEEDS
from kamlab.widgets.game.bots import FAIR, HARD, OPPORTUNIST, ROUNDS, STYLES, Seat, priced
from kamlab.widgets.game.sheets import Pair
from kamlab.widgets.game.terms import PRICE, SELLER, SIDES, TODAY, Deal, other, per_cent

ALL = range(1, SEEDS + 1)
every = pytest.mark.parametrize("seed", ALL)
both = pytest.mark.parametrize("side", SIDES)
STEP = per_cent() * PRICE.step  # kEUR a year: one step of the price


def offers(style: str, side: str, pair: Pair, theirs: Sequence[Deal]) -> list[Deal]:
    """What a bot on ``side`` offers in each round while the other side makes these offers."""
    own: list[Deal] = []
    for place in range(len(theirs) + 1):
        own.append(STYLES[style].offer(Seat(side, pair, own[:], theirs[:place])))
    return own


def worth_to(side: str, pair: Pair, share: float) -> Deal:
    """An offer of the best terms that leaves ``side`` this share of the gain possible."""
    seat = Seat(side, pair, (), ())
    return priced(seat, sheets.best_together(pair), share * sheets.most(pair))


def gains(side: str, pair: Pair, deals: Sequence[Deal]) -> list[float]:
    return [pair.of(side).gain(each) for each in deals]


@every
@both
def test_the_hard_bargainer_talks_about_the_price_only_and_never_listens(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    soft = offers(HARD, side, pair, [worth_to(side, pair, 0.1 * k) for k in range(5)])
    firm = offers(HARD, side, pair, [worth_to(side, pair, 0.0)] * 5)
    assert soft == firm
    assert {each[1:] for each in soft} == {TODAY[1:]}


@every
@both
def test_the_hard_bargainer_concedes_late_and_little(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    expected = sheets.most(sheets.expected(pair, side))
    aims = [bots.hard_aim(Seat(side, pair, (TODAY,) * n, ())) for n in range(ROUNDS + 1)]
    assert aims[0] == pytest.approx(bots.ASKS * expected)
    assert aims[-1] == pytest.approx(bots.LEAST * expected)
    assert aims == sorted(aims, reverse=True)
    conceded = aims[0] - aims[-1]
    assert aims[0] - aims[3] < conceded / 20  # half of the rounds have passed
    assert aims[-2] - aims[-1] > conceded / 2  # most of it comes after the last offer


@every
@both
def test_the_hard_bargainer_takes_half_of_the_gain_that_it_expects_and_no_less(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    least = bots.LEAST * sheets.most(sheets.expected(pair, side))
    enough = priced(Seat(side, pair, (), ()), sheets.best_together(pair), least)
    worse = enough._replace(price=enough.price + (-1 if side == SELLER else 1))
    last = [Seat(side, pair, (TODAY,) * ROUNDS, (one,)) for one in (enough, worse)]
    assert [STYLES[HARD].accepts(seat) for seat in last] == [True, False]


@every
@both
def test_the_fair_trader_offers_the_efficient_terms_and_at_first_keeps_a_premium(
    seed: int, side: str
) -> None:
    pair = sheets.drawn(seed)
    fair = frontier.nash(pair)
    half = bots.fair_half(Seat(side, pair, (), ()))
    first = offers(FAIR, side, pair, [])[0]
    assert first[1:] == fair.deal[1:]
    assert gains(side, pair, [first])[0] == pytest.approx(half + bots.PREMIUM * (fair.total - half), abs=STEP)


@every
@both
def test_the_fair_trader_moves_as_far_as_you_do(seed: int, side: str) -> None:
    """What you give it, measured on its own sheet, it gives back."""
    pair = sheets.drawn(seed)
    theirs = [worth_to(side, pair, share) for share in (0.05, 0.05, 0.12, 0.16)]
    brought = gains(side, pair, theirs)
    aims = [bots.fair_aim(Seat(side, pair, theirs[:n], theirs[:n])) for n in range(5)]
    half = bots.fair_half(Seat(side, pair, (), ()))
    assert aims[1] == pytest.approx(aims[2])  # its first step is made, and you have not moved
    for n in (3, 4):
        assert aims[n] == pytest.approx(max(half, aims[2] - (brought[n - 1] - brought[0])))


@every
@both
def test_the_fair_trader_takes_half_at_once_and_never_offers_more_than_you_half(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    fair = frontier.nash(pair)
    assert STYLES[FAIR].accepts(Seat(side, pair, (TODAY,), (fair.deal,)))
    generous = [worth_to(side, pair, share) for share in (0.0, 0.2, 0.4)]
    last = offers(FAIR, side, pair, generous)[-1]
    assert last == fair.deal


@every
@both
def test_against_somebody_who_never_moves_the_fair_trader_stands_still(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    made = offers(FAIR, side, pair, [worth_to(side, pair, -1.0)] * (ROUNDS - 1))
    assert len(set(made[1:])) == 1
    assert pair.of(other(side)).gain(made[-1]) < sheets.most(pair) / 3


@every
@both
def test_the_opportunist_gives_in_to_the_firm_by_the_same_part_each_round(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    expected = sheets.most(sheets.expected(pair, side))
    firm = worth_to(side, pair, 0.2)
    for rounds in range(1, ROUNDS + 1):
        aim = bots.opportunist_aim(Seat(side, pair, (), (firm,) * rounds))
        left = (bots.EAGER - bots.CONTENT) * (1 - bots.YIELDS) ** (rounds - 1)
        assert aim == pytest.approx(expected * (bots.CONTENT + left))


@every
@both
def test_the_softer_you_are_the_more_the_opportunist_asks(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    starts = [worth_to(side, pair, share) for share in (0.1, 0.2, 0.3, 0.4)]
    aims = [bots.opportunist_aim(Seat(side, pair, (), starts[:n])) for n in range(1, 5)]
    assert aims == sorted(aims)
    firm = bots.opportunist_aim(Seat(side, pair, (), starts[:1] * 4))
    assert firm < aims[0] <= aims[-1]
    assert aims[-1] >= bots.EAGER * sheets.most(sheets.expected(pair, side))


@every
@both
def test_for_each_euro_given_the_opportunist_wants_half_a_euro_more(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    theirs = [worth_to(side, pair, share) for share in (0.1, 0.2)]
    before, after = gains(side, pair, theirs)
    aims = [bots.opportunist_aim(Seat(side, pair, (), theirs[:n])) for n in (1, 2)]
    most = sheets.most(sheets.expected(pair, side))
    assert after - before > bots.FIRM
    assert aims[1] == pytest.approx(min(aims[0] + bots.MORE * (after - before), most))


@every
@both
def test_the_opportunist_keeps_your_terms_and_changes_the_price(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    yours = worth_to(side, pair, 0.3)
    answer = offers(OPPORTUNIST, side, pair, [yours])[1]
    assert answer[1:] == yours[1:]
    assert pair.of(side).gain(answer) > pair.of(side).gain(yours)


@every
@both
@pytest.mark.parametrize("aim", [0.0, 17.3, 40.0])
def test_a_price_is_the_cheapest_one_that_reaches_the_aim(seed: int, side: str, aim: float) -> None:
    pair = sheets.drawn(seed)
    deal = priced(Seat(side, pair, (), ()), sheets.best_together(pair), aim)
    reached = pair.of(side).gain(deal)
    dearest = PRICE.steps if side == SELLER else 0
    if deal.price != dearest:
        assert reached >= aim - 1e-6
    if deal.price != PRICE.steps - dearest:
        assert reached < aim + STEP


@pytest.mark.parametrize("style", [HARD, OPPORTUNIST])
@both
def test_only_the_fair_trader_reads_the_other_sheet(style: str, side: str) -> None:
    mine, strange = sheets.drawn(1), sheets.drawn(2)
    mixed = Pair(mine.seller, strange.buyer) if side == SELLER else Pair(strange.seller, mine.buyer)
    theirs = [Deal(20, k, k, k, k) for k in range(4)]
    assert offers(style, side, mixed, theirs) == offers(style, side, mine, theirs)
    assert offers(FAIR, side, mixed, theirs) != offers(FAIR, side, mine, theirs)
