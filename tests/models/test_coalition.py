"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import itertools
import math
import random
from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment, linprog

from kamlab.errors import ModelError
from kamlab.models.coalition import (
    MOST_PLAYERS,
    AssignmentGame,
    assignment_game,
    dependence,
    polarisation,
    shapley_value,
)

NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
Worth = Callable[[frozenset[int]], float]


def _drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - seeded examples, no secret


# What shapley_value promises


def _gloves(left: int, right: int) -> Worth:
    return lambda coalition: min(
        sum(player < left for player in coalition), sum(left <= player < left + right for player in coalition)
    )


def test_shapley_1953_two_left_gloves_and_a_right_one() -> None:
    # recomputed: a sixth each and two thirds; a package of the R language tests for the same
    shares = shapley_value([0, 1, 2], _gloves(2, 1))
    assert shares == {0: pytest.approx(1 / 6), 1: pytest.approx(1 / 6), 2: pytest.approx(2 / 3)}
    assert list(shares) == [0, 1, 2]


@pytest.mark.parametrize(
    ("left", "one", "scarce"), [(1, 1 / 2, 1 / 2), (3, 1 / 12, 3 / 4), (9, 1 / 90, 9 / 10)]
)
def test_more_left_gloves(left: int, one: float, scarce: float) -> None:
    # published: tests of the R package CoopGame, for three after Wiese
    shares = shapley_value(range(left + 1), _gloves(left, 1))
    assert [shares[player] for player in range(left + 1)] == pytest.approx([one] * left + [scarce])


def test_coopgame_three_players() -> None:
    # published: tests of the R package CoopGame
    worths = {"1": 2, "2": 4, "3": 5, "12": 18, "13": 14, "23": 9, "123": 24}
    shares = shapley_value(["1", "2", "3"], lambda coalition: worths["".join(sorted(coalition))])
    assert list(shares.values()) == pytest.approx([9.5, 8.0, 6.5])


def test_aumann_2010_ibn_ezras_inheritance() -> None:
    # published: an estate of 120 that four sons claim whole, by half, by a third and by a quarter
    claims = {"first": 120, "second": 60, "third": 40, "fourth": 30}
    shares = shapley_value(claims, lambda coalition: max(claims[son] for son in coalition))
    assert list(shares.values()) == pytest.approx([80.83333, 20.83333, 10.83333, 7.5], abs=5e-6)


def test_littlechild_owen_1973_runway() -> None:
    # published: an encyclopedia's example of the airport game, costs of 8, 11, 13 and 18
    costs = {"A": 8, "B": 11, "C": 13, "D": 18}
    shares = shapley_value(list(costs), lambda coalition: max(costs[plane] for plane in coalition))
    assert list(shares.values()) == pytest.approx([2, 3, 4, 9])


@pytest.mark.parametrize("seed", range(20))
def test_littlechild_owen_1973_rule_for_any_runway(seed: int) -> None:
    # recomputed: each stretch of the runway is shared by those who need it
    draw = _drawn(seed)
    costs = sorted(draw.choice([1, 2, 5, 7.5, 9]) for _ in range(draw.randint(1, 9)))
    fees, paid = [], 0.0
    for place, (before, cost) in enumerate(itertools.pairwise([0, *costs])):
        paid += (cost - before) / (len(costs) - place)
        fees.append(paid)
    shares = shapley_value(range(len(costs)), lambda coalition: max(costs[plane] for plane in coalition))
    assert list(shares.values()) == pytest.approx(fees)


def test_security_council_of_fifteen() -> None:
    # recomputed: textbooks give 421/2145 to each of five with a veto, 4/2145 to each of ten without
    veto = frozenset(range(5))
    shares = shapley_value(range(15), lambda coalition: int(veto <= coalition and len(coalition) >= 9))
    assert shares[0] == pytest.approx(421 / 2145)
    assert shares[14] == pytest.approx(4 / 2145)


def test_weighted_votes_are_not_power() -> None:
    # recomputed: 50, 49 and 1 votes with 51 to win
    votes = {"big": 50, "middle": 49, "small": 1}
    shares = shapley_value(list(votes), lambda coalition: int(sum(map(votes.__getitem__, coalition)) >= 51))
    assert list(shares.values()) == pytest.approx([2 / 3, 1 / 6, 1 / 6])


def _random_worth(seed: int, players: int) -> Worth:
    draw = _drawn(seed)
    table = {
        frozenset(coalition): draw.choice([0, 1, draw.uniform(-50, 100)])
        for size in range(players + 1)
        for coalition in itertools.combinations(range(players), size)
    }
    return table.__getitem__


def _over_all_orders(players: int, worth: Worth) -> list[float]:
    """The definition, order by order; nobody together earns nothing."""
    shares = [0.0] * players
    for order in itertools.permutations(range(players)):
        before = 0.0
        for place, player in enumerate(order):
            after = worth(frozenset(order[: place + 1]))
            shares[player] += (after - before) / math.factorial(players)
            before = after
    return shares


@pytest.mark.parametrize("seed", range(100))
def test_the_share_is_the_mean_over_all_orders(seed: int) -> None:
    # derived: an oracle that walks through all orders
    players = 1 + seed % 6
    worth = _random_worth(seed, players)
    expected = _over_all_orders(players, worth)
    assert list(shapley_value(range(players), worth).values()) == pytest.approx(expected, abs=1e-12)


@given(seed=st.integers(0, 10**6), players=st.integers(1, 7))
def test_shares_add_up_to_what_all_earn(seed: int, players: int) -> None:
    worth = _random_worth(seed, players)
    total = math.fsum(shapley_value(range(players), worth).values())
    assert total == pytest.approx(worth(frozenset(range(players))), abs=1e-9)


@given(seed=st.integers(0, 10**6), players=st.integers(1, 6))
def test_who_adds_nothing_gets_nothing_and_changes_nothing(seed: int, players: int) -> None:
    worth = _random_worth(seed, players)
    alone = shapley_value(range(players), worth)

    def with_idler(coalition: frozenset[int]) -> float:
        workers = coalition - {players}
        return worth(workers) if workers else 0

    joined = shapley_value(range(players + 1), with_idler)
    assert joined[players] == 0
    assert [joined[player] for player in alone] == pytest.approx(list(alone.values()), abs=1e-9)


@given(values=st.lists(st.floats(-100, 100), min_size=1, max_size=7))
def test_who_works_alone_gets_the_own_result(values: list[float]) -> None:
    shares = shapley_value(range(len(values)), lambda coalition: math.fsum(values[one] for one in coalition))
    assert list(shares.values()) == pytest.approx(values, abs=1e-9)


@given(players=st.integers(1, 8), power=st.floats(0, 3))
def test_equals_get_equal_shares(players: int, power: float) -> None:
    shares = shapley_value(range(players), lambda coalition: len(coalition) ** power)
    assert list(shares.values()) == pytest.approx([players**power / players] * players)


@given(seeds=st.tuples(st.integers(0, 999), st.integers(0, 999)), players=st.integers(1, 5))
def test_shares_of_two_ventures_add_up(seeds: tuple[int, int], players: int) -> None:
    one, two = (_random_worth(seed, players) for seed in seeds)
    both = shapley_value(range(players), lambda coalition: one(coalition) + 3 * two(coalition))
    apart = [shapley_value(range(players), worth) for worth in (one, two)]
    assert list(both.values()) == pytest.approx(
        [apart[0][player] + 3 * apart[1][player] for player in range(players)], abs=1e-9
    )


@given(seed=st.integers(0, 10**6), order=st.permutations(range(5)))
def test_the_order_of_the_players_does_not_matter(seed: int, order: list[int]) -> None:
    worth = _random_worth(seed, 5)
    straight, shuffled = shapley_value(range(5), worth), shapley_value(order, worth)
    assert list(shuffled) == order
    assert shuffled == pytest.approx(straight, abs=1e-9)


def test_each_coalition_is_asked_once_and_nobody_never() -> None:
    asked: list[frozenset[str]] = []

    def worth(coalition: frozenset[str]) -> float:
        asked.append(coalition)
        return 1

    shapley_value(["Ada", "Bo", "Chen"], worth)
    assert len(asked) == len(set(asked)) == 7
    assert frozenset() not in asked


def test_players_may_be_anything_with_a_name() -> None:
    players = [("seller", 1), "buyer", 7, np.int64(8)]
    shares = shapley_value(players, lambda coalition: Fraction(len(coalition), 2))  # type: ignore[arg-type, return-value]
    assert list(shares.values()) == pytest.approx([0.5] * 4)


def test_a_large_alliance_of_one_who_needs_any_other() -> None:
    # derived: the one is not first in 15 orders of 16; another counts where she is second after the one
    shares = shapley_value(range(16), lambda coalition: int(0 in coalition and len(coalition) > 1))
    assert shares[0] == pytest.approx(15 / 16)
    assert [shares[other] for other in range(1, 16)] == pytest.approx([1 / 16 / 15] * 15)


@pytest.mark.parametrize("collection", [list, tuple, set, frozenset, iter, dict.fromkeys])
def test_players_may_come_in_any_collection(collection: Callable[[list[int]], object]) -> None:
    shares = shapley_value(collection([0, 1, 2]), _gloves(2, 1))  # type: ignore[arg-type]
    assert shares[2] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("players", "named"),
    [
        ([], "players"),
        (range(MOST_PLAYERS + 1), "players"),
        (["Ada", "Ada"], "players"),
        ([1, 1.0], r"players\[1\]"),
        ([True, 2], r"players\[0\]"),
        ([None], r"players\[0\]"),
        ([math.nan], r"players\[0\]"),
        ([["Ada"]], r"players\[0\]"),
        ([("Ada", ["Bo"])], r"players\[0\]"),
        ("ABC", "players"),
        (b"AB", "players"),
        (None, "players"),
        (3, "players"),
        (np.array(3), "players"),
    ],
)
def test_players_are_named_once_each(players: object, named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        shapley_value(players, len)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "bad",
    [
        *NOT_NUMBERS,
        {},
        lambda _coalition: None,
        lambda _coalition: math.nan,
        lambda _coalition: "1",
        lambda _coalition: True,
        lambda coalition: 1 / (len(coalition) - 2),
        lambda coalition: {1: 1}[len(coalition)],
        lambda: 1,
        lambda coalition: 1.7e308 * (-1) ** len(coalition),
        lambda coalition: coalition.pop(),
    ],
)
def test_a_worth_is_a_number_for_every_coalition(bad: object) -> None:
    with pytest.raises(ModelError, match=r"^worth is "):
        shapley_value(["Ada", "Bo", "Chen"], bad)  # type: ignore[arg-type]


# What assignment_game promises


def _pairs(game: AssignmentGame) -> list[tuple[int, int]]:
    return [(pair.seller, pair.buyer) for pair in game.matching]


def test_shapley_shubik_1971_three_houses() -> None:
    # recomputed: the market of three sellers and three buyers and both ends of its core
    game = assignment_game([[5, 8, 2], [7, 9, 6], [2, 3, 0]])
    assert game.value == 16
    assert game.matching == [(0, 1), (1, 2), (2, 0)]
    assert game.seller_range == [(3, 5), (5, 6), (0, 1)]
    assert game.buyer_range == [(1, 2), (3, 5), (0, 1)]


def test_bohm_bawerk_1891_horse_market() -> None:
    # published: the price lies between 21 pounds and 21 pounds 10 shillings (210 and 215 florins in the first
    # edition), and five horses are sold; recomputed: everything else
    sellers = [10, 11, 15, 17, 20, 21.5, 25, 26]
    buyers = [30, 28, 26, 24, 22, 21, 20, 18, 17, 15]
    game = assignment_game([[limit - reserve for limit in buyers] for reserve in sellers])
    assert game.value == 57
    assert {seller for seller, _ in game.matching} == {0, 1, 2, 3, 4}
    assert {buyer for _, buyer in game.matching} == {0, 1, 2, 3, 4}
    assert game.seller_range == [(21 - reserve, 21.5 - reserve) for reserve in sellers[:5]] + [(0, 0)] * 3
    assert game.buyer_range == [(limit - 21.5, limit - 21) for limit in buyers[:5]] + [(0, 0)] * 5


@pytest.mark.parametrize(
    ("surplus", "value", "matching", "sellers", "buyers"),
    [
        ([[10, 10]], 10, [(0, 0)], [(10, 10)], [(0, 0), (0, 0)]),
        ([[10], [10]], 10, [(0, 0)], [(0, 0), (0, 0)], [(10, 10)]),
        ([[10], [7]], 10, [(0, 0)], [(0, 3), (0, 0)], [(7, 10)]),
        ([[10, 7]], 10, [(0, 0)], [(7, 10)], [(0, 3), (0, 0)]),
        ([[6]], 6, [(0, 0)], [(0, 6)], [(0, 6)]),
        ([[0]], 0, [], [(0, 0)], [(0, 0)]),
        ([[-5]], 0, [], [(0, 0)], [(0, 0)]),
        ([[-5, 3]], 3, [(0, 1)], [(0, 3)], [(0, 0), (0, 3)]),
        ([[1, 1], [1, 1]], 2, [(0, 0), (1, 1)], [(0, 1), (0, 1)], [(0, 1), (0, 1)]),
        ([[4, 0], [0, 9]], 13, [(0, 0), (1, 1)], [(0, 4), (0, 9)], [(0, 4), (0, 9)]),
        ([[4, 4], [0, 9]], 13, [(0, 0), (1, 1)], [(0, 4), (0, 9)], [(0, 4), (0, 9)]),
        ([[5, 5], [5, -1]], 10, [(0, 1), (1, 0)], [(0, 5), (0, 5)], [(0, 5), (0, 5)]),
    ],
)
def test_small_markets_by_hand(
    surplus: list[list[float]],
    value: float,
    matching: list[tuple[int, int]],
    sellers: list[tuple[float, float]],
    buyers: list[tuple[float, float]],
) -> None:
    # derived: one seller, two equal buyers: the seller takes all; and so on
    game = assignment_game(surplus)
    assert (game.value, game.matching) == (value, matching)
    assert (game.seller_range, game.buyer_range) == (sellers, buyers)


def test_the_right_glove_takes_all_in_the_core_but_not_by_its_shapley_value() -> None:
    # derived: the same market, two left gloves and a right one
    game = assignment_game([[1], [1]])
    assert game.buyer_range == [(1, 1)]
    assert shapley_value([0, 1, 2], _gloves(2, 1))[2] == pytest.approx(2 / 3)


def _market(seed: int) -> list[list[float]]:
    """A table of any shape: whole numbers with many ties, decimals, or large and small numbers together."""
    draw = _drawn(seed)
    rows, columns = draw.randint(1, 7), draw.randint(1, 7)
    kinds: list[Callable[[], float]] = [
        lambda: draw.randint(-2, 4),
        lambda: draw.uniform(-20, 50),
        lambda: round(draw.uniform(-1, 3), 1),
        lambda: draw.choice([0, 1]),
    ]
    return [[kinds[seed % 4]() for _ in range(columns)] for _ in range(rows)]


def _best_value(surplus: np.ndarray) -> float:
    earned = np.maximum(surplus, 0)
    return float(earned[linear_sum_assignment(earned, maximize=True)].sum()) if earned.size else 0.0


def _core_end(surplus: np.ndarray, trader: int, sign: int) -> float:
    """The least (sign 1) or the most (sign -1) of a trader over the core, by linear programming."""
    rows, columns = surplus.shape
    bounds = np.zeros((rows * columns, rows + columns))
    for place, (row, column) in enumerate(itertools.product(range(rows), range(columns))):
        bounds[place, [row, rows + column]] = -1
    found = linprog(
        sign * np.eye(rows + columns)[trader],
        A_ub=bounds,
        b_ub=-surplus.ravel(),
        A_eq=np.ones((1, rows + columns)),
        b_eq=[_best_value(surplus)],
    )
    return sign * float(found.fun)


@pytest.mark.parametrize("seed", range(100))
def test_value_and_ranges_agree_with_scipy(seed: int) -> None:
    surplus = _market(seed)
    array = np.array(surplus, dtype=float)
    game = assignment_game(surplus)
    assert game.value == pytest.approx(_best_value(array))
    for trader, (low, high) in enumerate([*game.seller_range, *game.buyer_range]):
        assert low == pytest.approx(_core_end(array, trader, 1), abs=1e-7)
        assert high == pytest.approx(_core_end(array, trader, -1), abs=1e-7)


@pytest.mark.parametrize("seed", range(100))
def test_the_most_that_a_trader_gets_is_what_the_market_would_lose_without_her(seed: int) -> None:
    # derived: a second way to the upper ends, exact in whole numbers
    surplus = np.array([[round(4 * entry) for entry in row] for row in _market(seed)])
    game = assignment_game(surplus.tolist())
    for seller, (_, high) in enumerate(game.seller_range):
        assert high == game.value - _best_value(np.delete(surplus, seller, axis=0))
    for buyer, (_, high) in enumerate(game.buyer_range):
        assert high == game.value - _best_value(np.delete(surplus, buyer, axis=1))


@pytest.mark.parametrize("seed", range(30))
def test_larger_markets_agree_with_scipy(seed: int) -> None:
    draw = np.random.default_rng(seed)
    surplus = draw.integers(-5, 30, size=draw.integers(1, 40, size=2)).astype(float)
    game = assignment_game(surplus.tolist())
    assert game.value == _best_value(surplus)
    assert game.value == sum(surplus[pair] for pair in _pairs(game))


def _all_matchings(surplus: Sequence[Sequence[float]]) -> list[list[tuple[int, int]]]:
    """Every matching of pairs that earn something."""
    found: list[list[tuple[int, int]]] = [[]]
    for seller, row in enumerate(surplus):
        for matching in list(found):
            taken = {buyer for _, buyer in matching}
            found += [
                [*matching, (seller, buyer)]
                for buyer, earned in enumerate(row)
                if earned > 0 and buyer not in taken
            ]
    return found


@pytest.mark.parametrize("seed", range(100))
def test_of_equally_good_matchings_the_first_in_order_is_shown(seed: int) -> None:
    draw = _drawn(seed)
    rows, columns = draw.randint(1, 4), draw.randint(1, 4)
    surplus = [[draw.randint(-1, 2) for _ in range(columns)] for _ in range(rows)]

    def earned(matching: list[tuple[int, int]]) -> int:
        return sum(surplus[seller][buyer] for seller, buyer in matching)

    matchings = _all_matchings(surplus)
    most = max(map(earned, matchings))
    best = [dict(matching) for matching in matchings if earned(matching) == most]
    first = min(best, key=lambda mates: [mates.get(seller, columns) for seller in range(rows)])
    assert assignment_game(surplus).matching == list(first.items())


def _divided(game: AssignmentGame, side: int) -> tuple[list[float], list[float]]:
    """One end of the core: the sellers get their least (0) or their most (1)."""
    return [ends[side] for ends in game.seller_range], [ends[1 - side] for ends in game.buyer_range]


@given(seed=st.integers(0, 10**6))
def test_both_ends_are_divisions_that_last(seed: int) -> None:
    surplus = [[round(4 * entry) for entry in row] for row in _market(seed)]
    game = assignment_game(surplus)
    for sellers, buyers in (_divided(game, 0), _divided(game, 1)):
        assert sum(sellers) + sum(buyers) == game.value
        assert min([*sellers, *buyers]) >= 0
        for (seller, his), (buyer, hers) in itertools.product(enumerate(sellers), enumerate(buyers)):
            assert his + hers >= surplus[seller][buyer]


@given(seed=st.integers(0, 10**6))
def test_sellers_and_buyers_may_change_sides(seed: int) -> None:
    surplus = _market(seed)
    there = assignment_game(surplus)
    back = assignment_game([list(column) for column in zip(*surplus, strict=True)])
    assert back.value == there.value
    assert (back.seller_range, back.buyer_range) == (there.buyer_range, there.seller_range)


@given(seed=st.integers(0, 10**6), power=st.integers(-30, 30))
def test_another_currency_scales_value_and_ranges_and_nothing_else(seed: int, power: int) -> None:
    factor = 2.0**power  # exact, so that ties stay ties
    surplus = _market(seed)
    before = assignment_game(surplus)
    after = assignment_game([[factor * entry for entry in row] for row in surplus])
    assert after.matching == before.matching
    assert after.value == factor * before.value
    assert after.seller_range == [(factor * low, factor * high) for low, high in before.seller_range]


@given(seed=st.integers(0, 10**6))
def test_a_loss_is_no_trade(seed: int) -> None:
    surplus = _market(seed)
    assert assignment_game(surplus) == assignment_game([[max(0, entry) for entry in row] for row in surplus])


@given(seed=st.integers(0, 10**6))
def test_a_further_buyer_never_harms_a_seller(seed: int) -> None:
    surplus = _market(seed)
    draw = _drawn(seed + 1)
    before = assignment_game(surplus)
    after = assignment_game([[*row, draw.uniform(-5, 30)] for row in surplus])
    for (old_low, old_high), (low, high) in zip(before.seller_range, after.seller_range, strict=True):
        assert low >= old_low - 1e-9
        assert high >= old_high - 1e-9


@given(seed=st.integers(0, 10**6))
def test_who_trades_with_nobody_gets_nothing(seed: int) -> None:
    game = assignment_game(_market(seed))
    sellers, buyers = {seller for seller, _ in game.matching}, {buyer for _, buyer in game.matching}
    assert all(ends == (0, 0) for place, ends in enumerate(game.seller_range) if place not in sellers)
    assert all(ends == (0, 0) for place, ends in enumerate(game.buyer_range) if place not in buyers)


def test_decimals_tie_where_they_are_the_same_number() -> None:
    # 0.1 three times is not 0.3, but each 0.1 is the same 0.1
    game = assignment_game([[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]])
    assert game.buyer_range == [(0.1, 0.1), (0.1, 0.1)]
    assert game.seller_range == [(0, 0)] * 3


def test_the_largest_and_the_smallest_numbers_are_divided_exactly() -> None:
    game = assignment_game([[1.7e308, 5e-324], [1e-300, -1.7e308]])
    assert game.matching == [(0, 0)]
    assert game.seller_range == [(5e-324, 1.7e308), (0, 0)]
    assert game.buyer_range[0] == (1e-300, 1.7e308)


def test_a_table_may_come_as_an_array() -> None:
    assert assignment_game(np.array([[1, 2], [3, 4]])).value == 5  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("surplus", "named"),
    [
        ([], "surplus"),
        ([[]], r"surplus\[0\]"),
        ([[1], [1, 2]], r"surplus\[1\]"),
        ([[1, None]], r"surplus\[0\]\[1\]"),
        ([[math.nan]], r"surplus\[0\]\[0\]"),
        ([[math.inf]], r"surplus\[0\]\[0\]"),
        ([[True]], r"surplus\[0\]\[0\]"),
        ([["5"]], r"surplus\[0\]\[0\]"),
        ([[10**400]], r"surplus\[0\]\[0\]"),
        ([1, 2], r"surplus\[0\]"),
        (None, "surplus"),
        (5, "surplus"),
        ("5", "surplus"),
        ({0: [1]}, "surplus"),
        ([[1.7e308, 0], [0, 1.7e308]], "surplus"),
    ],
)
def test_markets_that_are_no_table_are_refused_by_name(surplus: object, named: str) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        assignment_game(surplus)  # type: ignore[arg-type]


# What polarisation promises


GROUPS = st.lists(st.tuples(st.integers(0, 50), st.integers(-20, 20)), min_size=1, max_size=8).filter(
    lambda groups: any(size for size, _ in groups)
)


def _sides(groups: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    sizes, positions = zip(*groups, strict=True)
    return list(sizes), list(positions)


@pytest.mark.parametrize("alpha", [0.01, 0.5, 1, 1.3, 1.6])
def test_esteban_ray_1994_two_poles_are_more_polarised_than_a_spread(alpha: float) -> None:
    # derived: the same size at five places against half at each end
    uniform = polarisation([1] * 5, [0, 1, 2, 3, 4], alpha)
    bimodal = polarisation([1, 0, 0, 0, 1], [0, 1, 2, 3, 4], alpha)
    assert uniform < bimodal
    assert bimodal == pytest.approx(4 / 2 ** (1 + alpha))


def test_esteban_ray_1994_polarisation_may_rise_while_inequality_falls() -> None:
    # recomputed: their opening argument, a spread that gathers at two nearer poles
    spread, poles = ([0, 1, 2, 3], [0.5, 0.5, 2.5, 2.5])
    assert polarisation([1] * 4, poles, 0) < polarisation([1] * 4, spread, 0)
    assert polarisation([1] * 4, poles, 1) > polarisation([1] * 4, spread, 1)


def _as_printed(sizes: list[float], positions: list[float], alpha: float) -> float:
    """The double sum of esteban1994, for groups in different places and sizes as shares."""
    shares = np.array(sizes) / sum(sizes)
    distance = np.abs(np.subtract.outer(positions, positions))
    return float(shares ** (1 + alpha) @ distance @ shares)


@pytest.mark.parametrize("seed", range(100))
def test_polarisation_is_the_printed_double_sum(seed: int) -> None:
    draw = _drawn(seed)
    count = draw.randint(1, 12)
    sizes = [draw.uniform(0, 9) for _ in range(count)]
    positions, alpha = [draw.uniform(-50, 50) for _ in range(count)], draw.uniform(0, 1.6)
    assert polarisation(sizes, positions, alpha) == pytest.approx(_as_printed(sizes, positions, alpha))


def test_two_groups_by_hand() -> None:
    # derived: 0.3 · 0.7 · (0.3 + 0.7) · 10
    assert polarisation([0.3, 0.7], [5, 15], alpha=1) == pytest.approx(2.1)


@given(groups=GROUPS)
def test_without_a_sense_of_kind_it_is_inequality(groups: list[tuple[int, int]]) -> None:
    # derived: the mean difference, twice the mean times the coefficient of Gini
    sizes, positions = _sides(groups)
    people = np.repeat(positions, sizes)
    expected = np.abs(np.subtract.outer(people, people)).mean()
    assert polarisation(sizes, positions, 0) == pytest.approx(expected, abs=1e-12)


@given(groups=GROUPS, alpha=st.floats(0, 1.6), factor=st.integers(1, 1000))
def test_the_size_of_the_population_does_not_matter(
    groups: list[tuple[int, int]], alpha: float, factor: int
) -> None:
    sizes, positions = _sides(groups)
    many = polarisation([factor * size for size in sizes], positions, alpha)
    assert many == pytest.approx(polarisation(sizes, positions, alpha), abs=1e-12)


@given(groups=GROUPS, alpha=st.floats(0, 1.6), factor=st.floats(-10, 10), shift=st.integers(-100, 100))
def test_only_distances_matter_in_their_unit(
    groups: list[tuple[int, int]], alpha: float, factor: float, shift: int
) -> None:
    sizes, positions = _sides(groups)
    moved = polarisation(sizes, [factor * (place + shift) for place in positions], alpha)
    assert moved == pytest.approx(abs(factor) * polarisation(sizes, positions, alpha), abs=1e-9)


@given(groups=GROUPS, alpha=st.floats(0, 1.6), order=st.randoms(use_true_random=False))
def test_groups_in_the_same_place_are_one_group_in_any_order(
    groups: list[tuple[int, int]], alpha: float, order: random.Random
) -> None:
    halves = [(size, place) for size, place in groups for _ in range(2)]
    order.shuffle(halves)
    whole = polarisation(*_sides(groups), alpha)
    assert polarisation(*_sides(halves), alpha) == pytest.approx(whole, abs=1e-12)


@given(groups=GROUPS, alpha=st.floats(0, 1.6))
def test_half_at_each_end_is_the_most(groups: list[tuple[int, int]], alpha: float) -> None:
    # derived: distances are convex in the positions, so the most is where all stand at the ends; joining who
    # stands at the same end only adds to it; and of two poles halves are best up to an alpha of 2
    sizes, positions = _sides(groups)
    apart = max(positions) - min(positions)
    assert 0 <= polarisation(sizes, positions, alpha) <= apart / 2 ** (1 + alpha) * (1 + 1e-12)


@pytest.mark.parametrize("alpha", [0, 0.5, 1, 1.6])
def test_of_two_poles_halves_are_best(alpha: float) -> None:
    most = 1 / 2 ** (1 + alpha)
    assert polarisation([1, 1], [0, 1], alpha) == pytest.approx(most)
    assert all(polarisation([share, 100 - share], [0, 1], alpha) <= most + 1e-15 for share in range(101))


@given(groups=GROUPS, low=st.floats(0, 1.6), high=st.floats(0, 1.6))
def test_a_stronger_sense_of_kind_lowers_the_figure_itself(
    groups: list[tuple[int, int]], low: float, high: float
) -> None:
    # derived: shares are at most 1, so figures of different alpha must not be compared
    assume(low <= high)
    sizes, positions = _sides(groups)
    assert polarisation(sizes, positions, high) <= polarisation(sizes, positions, low) + 1e-12


def test_where_all_stand_in_one_place_there_is_none() -> None:
    assert polarisation([3, 4], [7, 7], 1) == 0
    assert polarisation([3, 0], [7, 9], 1) == 0
    assert polarisation([3], [7], 1) == 0


def test_huge_sizes_are_no_problem() -> None:
    assert polarisation([1.7e308, 1.7e308], [0, 1], 1) == 0.25


@pytest.mark.parametrize(
    ("sizes", "positions", "alpha", "named"),
    [
        ([], [], 1, "sizes"),
        ([0, 0], [1, 2], 1, "sizes"),
        ([-1, 2], [1, 2], 1, r"sizes\[0\]"),
        ([1, True], [1, 2], 1, r"sizes\[1\]"),
        ([1, 2], [1], 1, "positions"),
        ([1, 2], [1, math.inf], 1, r"positions\[1\]"),
        ([1, 2], [1, None], 1, r"positions\[1\]"),
        ([1, 2], "12", 1, "positions"),
        (None, [1], 1, "sizes"),
        ([1, 2], [-1.7e308, 1.7e308], 1, "positions"),
        ([1, 2], [1, 2], -0.1, "alpha"),
        ([1, 2], [1, 2], 1.61, "alpha"),
        *[([1, 2], [1, 2], bad, "alpha") for bad in NOT_NUMBERS],
    ],
)
def test_populations_out_of_range_are_refused_by_name(
    sizes: object, positions: object, alpha: object, named: str
) -> None:
    with pytest.raises(ModelError, match=rf"^{named} is "):
        polarisation(sizes, positions, alpha)  # type: ignore[arg-type]


# What dependence promises

LEVELS = st.floats(0, 1e6)


def test_casciaro_piskorski_2005_sum_and_difference() -> None:
    # derived: from the definitions
    tie = dependence(of_first=0.75, of_second=0.25)
    assert (tie.mutual, tie.imbalance, tie.weaker) == (1, 0.5, "first")


@given(first=LEVELS, second=LEVELS)
def test_the_two_firms_may_change_places(first: float, second: float) -> None:
    there, back = dependence(first, second), dependence(second, first)
    assert (there.mutual, there.imbalance) == (back.mutual, back.imbalance)
    assert {there.weaker, back.weaker} == ({"neither"} if first == second else {"first", "second"})


@given(first=LEVELS, second=LEVELS)
def test_imbalance_is_never_more_than_mutual_dependence(first: float, second: float) -> None:
    tie = dependence(first, second)
    assert 0 <= tie.imbalance <= tie.mutual
    assert (tie.mutual + tie.imbalance) / 2 == pytest.approx(max(first, second))


@given(first=LEVELS, second=LEVELS, more=LEVELS)
def test_needing_each_other_more_by_the_same_leaves_the_imbalance(
    first: float, second: float, more: float
) -> None:
    before, after = dependence(first, second), dependence(first + more, second + more)
    assert after.imbalance == pytest.approx(before.imbalance, abs=1e-9)
    assert after.mutual == pytest.approx(before.mutual + 2 * more)


def test_who_needs_nobody_is_never_the_weaker() -> None:
    assert dependence(0, 0.25).weaker == "second"
    assert dependence(0, 0) == dependence(0.0, 0.0)
    assert dependence(0, 0).weaker == "neither"


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -0.1])
@pytest.mark.parametrize("parameter", ["of_first", "of_second"])
def test_dependences_are_finite_and_not_negative(parameter: str, bad: object) -> None:
    with pytest.raises(ModelError, match=rf"^{parameter} is "):
        dependence(**({"of_first": 1, "of_second": 1} | {parameter: bad}))  # type: ignore[arg-type]


def test_dependences_too_large_to_add_are_refused() -> None:
    with pytest.raises(ModelError, match=r"^of_first is "):
        dependence(1.7e308, 1.7e308)
