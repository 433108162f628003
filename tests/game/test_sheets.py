"""The hidden sheets: drawn within the published ranges, the same from the same seed."""

import pytest

from kamlab.widgets.game import sheets
from kamlab.widgets.game.board import SEEDS
from kamlab.widgets.game.terms import BUYER, ISSUES, PRICE, SELLER, SIDES, TODAY, Deal, deal, per_cent

ALL = range(1, SEEDS + 1)
FLAT = dict.fromkeys(("engineer", "stock", "plan", "share", "none"), 0.0)


@pytest.mark.parametrize("seed", ALL)
@pytest.mark.parametrize("side", SIDES)
def test_every_amount_is_a_step_of_its_published_range(seed: int, side: str) -> None:
    for name, amount in sheets.drawn(seed).of(side).amounts.items():
        drawn = sheets.RANGES[side][name]
        assert drawn.low <= amount <= drawn.high
        assert (amount - drawn.low) % drawn.step == 0


@pytest.mark.parametrize("seed", ALL)
def test_every_pair_leaves_enough_to_gain_and_a_price_that_can_halve_it(seed: int) -> None:
    pair = sheets.drawn(seed)
    assert sheets.most(pair) >= sheets.LEAST_GAIN
    assert abs(sheets.even_price(pair)) <= sheets.FARTHEST_PRICE < PRICE.high


@pytest.mark.parametrize("seed", ALL)
@pytest.mark.parametrize("side", SIDES)
def test_whoever_knows_the_ranges_only_is_not_badly_misled(seed: int, side: str) -> None:
    pair = sheets.drawn(seed)
    known = sheets.expected(pair, side)
    assert known.of(side) is pair.of(side)
    assert sheets.most(known) == pytest.approx(sheets.most(pair), rel=sheets.MISLEADS)


def test_a_seed_gives_the_same_sheets_each_time_and_another_one_others() -> None:
    first = sheets.drawn(3)
    sheets.drawn.cache_clear()
    assert sheets.drawn(3) == first
    assert len({tuple(sheets.drawn(seed).seller.amounts.values()) for seed in ALL}) == len(ALL)


def test_today_s_contract_is_worth_nothing_to_either_side() -> None:
    for side in SIDES:
        assert sheets.drawn(1).of(side).value(TODAY) == 0


def test_a_euro_off_the_price_is_lost_to_one_side_and_won_by_the_other() -> None:
    pair = sheets.drawn(2)
    for level in range(PRICE.steps + 1):
        moved = TODAY._replace(price=level)
        assert pair.seller.value(moved) + pair.buyer.value(moved) == pytest.approx(0)
        assert pair.seller.value(moved) == pytest.approx(per_cent() * PRICE.at(level))


def test_each_amount_means_what_the_sheet_says() -> None:
    seller = sheets.sheet(SELLER, {**FLAT, "engineer": 20, "stock": 5, "plan": 40, "share": 8, "none": -30})
    buyer = sheets.sheet(BUYER, {**FLAT, "engineer": 80, "stock": 40, "plan": 3, "share": 90, "none": 10})
    given = deal({"price": 0, "engineer": 2, "stock": 4, "plan": 4, "share": 85})
    assert seller.parts(given) == pytest.approx((0, -40, -20, 20, 24))
    assert buyer.parts(given) == pytest.approx((0, 60, 30, -12, -22.5))
    assert seller.gain(given) == pytest.approx(-16 + 30)
    assert buyer.gain(given) == pytest.approx(55.5 - 10)


def test_the_most_is_what_no_other_choice_of_terms_exceeds() -> None:
    pair = sheets.drawn(4)
    everything = [range(one.steps + 1) for one in ISSUES[1:]]
    best = max(
        pair.seller.gain(each) + pair.buyer.gain(each)
        for a in everything[0]
        for b in everything[1]
        for c in everything[2]
        for d in everything[3]
        for each in [Deal(0, a, b, c, d)]
    )
    assert sheets.most(pair) == pytest.approx(best)


def test_the_even_price_halves_what_the_best_terms_bring() -> None:
    pair = sheets.drawn(5)
    best = Deal(PRICE.level(0), *sheets.best_together(pair))
    shift = per_cent() * sheets.even_price(pair)
    assert pair.seller.gain(best) + shift == pytest.approx(sheets.most(pair) / 2)
    assert pair.buyer.gain(best) - shift == pytest.approx(sheets.most(pair) / 2)
