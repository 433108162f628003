"""The frontier against brute force, and Nash's solution against its paper and closed forms."""

from itertools import product

import pytest

from kamlab.widgets.game import frontier, sheets
from kamlab.widgets.game.sheets import Pair, Sheet
from kamlab.widgets.game.terms import BUYER, ISSUES, PRICE, SELLER, SIDES, Deal

NOTHING = ((0.0,) * 7,) * 4


def all_gains(pair: Pair) -> list[tuple[float, float]]:
    """What both gain by each of the nearly hundred thousand deals."""
    rows = [list(zip(a, b, strict=True)) for a, b in zip(pair.seller.worth, pair.buyer.worth, strict=True)]
    lows = pair.seller.walk_away, pair.buyer.walk_away
    return [(sum(x for x, _ in each) - lows[0], sum(y for _, y in each) - lows[1]) for each in product(*rows)]


def a_pie(size: int, seller: float, buyer: float) -> Pair:
    """The price alone divides ``size``; the last two numbers are the walk-aways."""
    mine = tuple(size * level / PRICE.steps for level in range(PRICE.steps + 1))
    yours = tuple(size - each for each in mine)
    return Pair(Sheet(SELLER, {}, (mine, *NOTHING), seller), Sheet(BUYER, {}, (yours, *NOTHING), buyer))


@pytest.mark.parametrize("seed", [1, 7, 20])
def test_the_frontier_is_what_brute_force_finds(seed: int) -> None:
    pair, found, best = sheets.drawn(seed), [], float("-inf")
    for mine, yours in sorted(all_gains(pair), key=lambda one: (-one[0], -one[1])):
        if yours > best + 1e-9:
            found.append((mine, yours))
            best = yours
    edge = [(one.seller, one.buyer) for one in frontier.frontier(pair)]
    assert edge == [pytest.approx(one) for one in found]


@pytest.mark.parametrize("seed", [2, 13])
def test_no_deal_has_a_greater_product_than_nash_s(seed: int) -> None:
    pair = sheets.drawn(seed)
    best = max(x * y for x, y in all_gains(pair) if x > 0 and y > 0)
    assert frontier.nash(pair).product == pytest.approx(best)


def test_nash_s_own_example_of_bill_and_jack() -> None:
    """Nash (1950), p. 161: nine goods, worth (to Bill, to Jack), the first five Bill's, the others Jack's."""
    goods = {
        "book": (2, 4),
        "whip": (2, 2),
        "ball": (2, 1),
        "bat": (2, 2),
        "box": (4, 1),
        "pen": (10, 1),
        "toy": (4, 1),
        "knife": (6, 2),
        "hat": (2, 2),
    }
    gives = [1 if place < 5 else -1 for place in range(len(goods))]  # Bill gives his own, and gets Jack's
    bill = tuple((0.0, -sign * mine) for sign, (mine, _) in zip(gives, goods.values(), strict=True))
    jack = tuple((0.0, sign * yours) for sign, (_, yours) in zip(gives, goods.values(), strict=True))
    x, y, moved = max(frontier.efficient_sums(bill, jack), key=lambda one: one[0] * one[1])
    changed_hands = {name for name, one in zip(goods, moved, strict=True) if one}
    assert changed_hands == {"book", "whip", "ball", "bat", "pen", "toy", "knife"}
    assert (x, y) == (12, 5)


@pytest.mark.parametrize(("seller", "buyer"), [(0, 0), (10, 0), (0, 30), (-20, 20), (15, 25)])
def test_of_a_pie_that_the_price_divides_each_gets_its_walk_away_and_half_of_the_rest(
    seller: float, buyer: float
) -> None:
    pair = a_pie(80, seller, buyer)
    fair = frontier.nash(pair)
    half = (80 - seller - buyer) / 2
    assert fair.seller == pytest.approx(half, abs=1)  # half a step of the price
    assert fair.buyer == pytest.approx(half, abs=1)


def test_a_better_walk_away_moves_nash_s_solution_by_half_of_it() -> None:
    before, after = (frontier.nash(a_pie(80, walk, 0)).deal for walk in (0.0, 20.0))
    assert PRICE.at(after.price) - PRICE.at(before.price) == pytest.approx(10 * (PRICE.high - PRICE.low) / 80)


def test_the_solution_knows_no_scale_of_worths() -> None:
    """Nash's axiom: whoever counts in another currency reaches the same deal."""
    pair = sheets.drawn(6)
    dear = tuple(tuple(7 * each for each in row) for row in pair.buyer.worth)
    other = Pair(pair.seller, Sheet(BUYER, {}, dear, 7 * pair.buyer.walk_away))
    assert frontier.nash(other).deal == frontier.nash(pair).deal


@pytest.mark.parametrize("seed", [1, 9, 17])
def test_what_the_terms_left_adds_up_to_what_the_deal_lacks(seed: int) -> None:
    pair = sheets.drawn(seed)
    for deal in (Deal(20, 0, 0, 0, 0), Deal(3, 6, 6, 6, 6), Deal(40, 1, 2, 3, 4)):
        losses = frontier.losses(pair, deal)
        assert [one.issue for one in losses] == [one.id for one in ISSUES[1:]]
        assert all(one.amount >= 0 for one in losses)
        lacking = sheets.most(pair) - frontier.point(pair, deal).total
        assert sum(one.amount for one in losses) == pytest.approx(lacking)


def test_the_best_terms_leave_nothing() -> None:
    pair = sheets.drawn(8)
    assert all(
        one.amount == 0 and one.agreed == one.best
        for one in frontier.losses(pair, Deal(0, *sheets.best_together(pair)))
    )


def test_all_deals_lie_within_the_field_and_its_corners_are_deals() -> None:
    pair = sheets.drawn(11)
    corners, gains = frontier.region(pair), all_gains(pair)
    assert {(round(x, 6), round(y, 6)) for x, y in corners} <= {(round(x, 6), round(y, 6)) for x, y in gains}
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        assert all((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-6 for x, y in gains[::97])


def test_a_field_is_cut_at_both_axes() -> None:
    square = [(-2.0, -2.0), (2.0, -2.0), (2.0, 2.0), (-2.0, 2.0)]
    assert set(frontier.clipped(square, (0.0, -1.0))) == {(0, -1), (2, -1), (2, 2), (0, 2)}
    assert frontier.clipped(square, (3.0, 0.0)) == []


def test_the_corners_of_a_cloud_leave_out_what_lies_inside_and_on_the_edge() -> None:
    cloud = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (1.0, 1.0), (1.0, 0.0)]
    assert frontier.hull(cloud) == [(0, 0), (2, 0), (2, 2), (0, 2)]


def test_the_point_of_a_deal_is_what_the_sheets_say() -> None:
    pair = sheets.drawn(12)
    point = frontier.point(pair, Deal(30, 2, 2, 2, 2))
    assert (point.seller, point.buyer) == tuple(pair.of(side).gain(point.deal) for side in SIDES)
    assert frontier.Point(-1, 5, point.deal).product == 0
