"""Figures are tagged published (seen in print), recomputed (in print, re-derived here) or derived (ours)."""

import math
import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamlab.errors import ModelError
from kamlab.models import crossholding
from kamlab.models.crossholding import double_margin_share, firm_values, mhhi

HALVES = [[0, 0.5], [0.5, 0]]
NOT_NUMBERS = [math.nan, math.inf, -math.inf, True, "0.5", None, 1j, [0.5], 10**400]
NOT_TABLES: list[object] = [None, 5, "12", [], [[]], [1, 2], {1: 2}, [[0, 0.5], [0.5]]]
MONEY = st.floats(-1e6, 1e6)


def _random_holdings(draw: random.Random, size: int) -> list[list[float]]:
    """Holdings of which between nothing and nearly everything of each firm is with the others."""
    columns = []
    for firm in range(size):
        parts = [0 if owner == firm else draw.random() * (draw.random() < 0.7) for owner in range(size)]
        scale = draw.random() / sum(parts) if any(parts) else 0
        columns.append([part * scale for part in parts])
    return [list(row) for row in zip(*columns, strict=True)]


HOLDINGS = st.builds(_random_holdings, st.integers(0, 10**6).map(random.Random), st.integers(1, 7))


# What firm_values promises


def test_elliott_golub_jackson_2014_two_firms_that_hold_half_of_each_other() -> None:
    # published: the dependency matrix
    dependency = firm_values(HALVES, [1, 1]).dependency
    assert dependency[0] == pytest.approx([2 / 3, 1 / 3])
    assert dependency[1] == pytest.approx([1 / 3, 2 / 3])


@pytest.mark.parametrize(("assets", "market"), [([1, 0], [2 / 3, 1 / 3]), ([0, 1], [1 / 3, 2 / 3])])
def test_elliott_golub_jackson_2014_who_gets_what_of_one_unit(
    assets: list[float], market: list[float]
) -> None:
    # published: the columns of the matrix
    values = firm_values(HALVES, assets)
    assert list(values.market) == pytest.approx(market)
    assert list(values.book) == pytest.approx([2 * value for value in market])


def test_the_result_reads_like_a_list_of_market_values() -> None:
    values = firm_values(HALVES, [90, 30])
    assert list(values) == list(values.market) == pytest.approx([70, 50])
    assert len(values) == 2
    assert values[-1] == values.market[1]
    assert values[:1] == values.market[:1]


def test_a_hundred_random_groups_agree_with_numpy() -> None:
    # derived: numpy.linalg inverts the matrix
    draw = random.Random(20140)  # noqa: S311 - seeded examples
    for _ in range(100):
        size = draw.randint(1, 9)
        holdings, assets = _random_holdings(draw, size), [draw.uniform(-50, 100) for _ in range(size)]
        table = np.array(holdings)
        inverse = np.linalg.inv(np.eye(size) - table)
        dependency = np.diag(1 - table.sum(axis=0)) @ inverse
        values = firm_values(holdings, assets)
        assert np.array(values.dependency) == pytest.approx(dependency, rel=1e-9, abs=1e-12)
        assert np.array(values.book) == pytest.approx(inverse @ assets, rel=1e-9, abs=1e-9)
        assert np.array(values.market) == pytest.approx(dependency @ assets, rel=1e-9, abs=1e-9)


@given(holdings=HOLDINGS)
def test_every_unit_ends_up_outside(holdings: list[list[float]]) -> None:
    dependency = firm_values(holdings, [1] * len(holdings)).dependency
    for column in zip(*dependency, strict=True):
        assert sum(column) == pytest.approx(1)
        assert all(0 <= share <= 1 + 1e-12 for share in column)


@given(holdings=HOLDINGS, data=st.data())
def test_swapping_shares_makes_nobody_richer_in_all(holdings: list[list[float]], data: st.DataObject) -> None:
    assets = data.draw(st.lists(MONEY, min_size=len(holdings), max_size=len(holdings)))
    values = firm_values(holdings, assets)
    assert math.fsum(values.market) == pytest.approx(math.fsum(assets), abs=1e-6)


@given(holdings=HOLDINGS)
def test_books_count_the_same_assets_again(holdings: list[list[float]]) -> None:
    values = firm_values(holdings, [1] * len(holdings))
    held = sum(map(sum, holdings))
    assert sum(values.book) >= len(holdings) + held - 1e-9
    assert all(book >= market for book, market in zip(values.book, values.market, strict=True))


@given(holdings=HOLDINGS, scale=st.floats(1e-3, 1e3))
def test_cents_or_euros(holdings: list[list[float]], scale: float) -> None:
    assets = [float(place - 1) for place in range(len(holdings))]
    plain, scaled = firm_values(holdings, assets), firm_values(holdings, [scale * value for value in assets])
    assert list(scaled) == pytest.approx([scale * value for value in plain], abs=1e-9)


def _each_once(holdings: Sequence[Sequence[float]], assets: Sequence[float]) -> list[float]:
    """Book values, by passing earnings on round after round."""
    flowing, books = list(assets), list(assets)
    for _ in range(3000):
        flowing = [sum(share * flow for share, flow in zip(row, flowing, strict=True)) for row in holdings]
        books = [book + flow for book, flow in zip(books, flowing, strict=True)]
    return books


@given(seed=st.integers(0, 10**6))
def test_values_are_the_sum_of_all_rounds(seed: int) -> None:
    # derived: the series of (I − C)⁻¹
    draw = random.Random(seed)  # noqa: S311 - seeded examples
    holdings, assets = _random_holdings(draw, 3), [draw.random() for _ in range(3)]
    assume(all(sum(column) < 0.98 for column in zip(*holdings, strict=True)))
    assert list(firm_values(holdings, assets).book) == pytest.approx(_each_once(holdings, assets))


def test_without_holdings_each_firm_is_worth_its_own_assets() -> None:
    values = firm_values([[0, 0], [0, 0]], [5, -3])
    assert values.market == values.book == (5, -3)
    assert firm_values([[0]], [7]).market == (7,)


def test_a_subsidiary_is_worth_nothing_to_outsiders_and_all_to_its_parent() -> None:
    # derived: all of firm 2 belongs to firm 1
    values = firm_values([[0, 1], [0, 0]], [10, 4])
    assert values.market == (14, 0)
    assert values.book == (14, 4)
    assert values.dependency == ((1, 1), (0, 0))


def test_a_ring_of_holdings() -> None:
    # derived: 1 owns 90 % of 2, 2 of 3, 3 of 1; a unit leaves with 10 % at each firm, starting with its own
    ring = [[0, 0.9, 0], [0, 0, 0.9], [0.9, 0, 0]]
    once_round = 0.1 / (1 - 0.9**3)
    first = [row[0] for row in firm_values(ring, [1, 1, 1]).dependency]
    assert first == pytest.approx([once_round, 0.81 * once_round, 0.9 * once_round])


@pytest.mark.parametrize("gap", [1e-3, 1e-6, 1e-8])
def test_holdings_close_to_all_cost_no_accuracy(gap: float) -> None:
    # derived: for two firms with the mutual holding c, 1 / (1 + c) of the own assets and c / (1 + c)
    held = 1 - gap
    values = firm_values([[0, held], [held, 0]], [1, 0])
    assert list(values) == pytest.approx([1 / (1 + held), held / (1 + held)], rel=1e-14)


@pytest.mark.parametrize(
    "holdings",
    [
        [[0, 1], [1, 0]],
        [[0, 0, 1], [0.3, 0, 0], [0.7, 1, 0]],
        [[0, 0.5, 0, 0], [0.5, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]],
        [[0, 1, 1, 1], [0.1, 0, 0, 0], [0.2, 0, 0, 0], [0.7, 0, 0, 0]],
    ],
)
def test_a_group_that_owns_all_of_itself_has_no_value(holdings: list[list[float]]) -> None:
    with pytest.raises(ModelError, match=r"^holdings is a group that owns all of itself"):
        firm_values(holdings, [1] * len(holdings))


def test_one_outsider_at_the_end_of_the_chain_is_enough() -> None:
    # derived: firm 3 belongs to outsiders, and through it 40 % of firm 1, which owns all of firm 2
    values = firm_values([[0, 1, 0], [0.6, 0, 0], [0.4, 0, 0]], [1, 1, 1])
    assert list(values) == pytest.approx([0, 0, 3])
    assert list(values.book) == pytest.approx([5, 4, 3])


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -0.1, 1.1])
def test_holdings_are_shares(value: object) -> None:
    with pytest.raises(ModelError, match=r"^holdings\[0\]\[1\] is "):
        firm_values([[0, value], [0, 0]], [1, 1])  # type: ignore[list-item]


@pytest.mark.parametrize("holdings", [*NOT_TABLES, [[0, 0.5, 0], [0.5, 0, 0]]])
def test_holdings_are_a_square_table(holdings: object) -> None:
    with pytest.raises(ModelError, match=r"^holdings"):
        firm_values(holdings, [1, 1])  # type: ignore[arg-type]


def test_no_firm_owns_itself_and_no_firm_is_owned_more_than_once() -> None:
    with pytest.raises(ModelError, match=r"^holdings\[1\]\[1\] is 0.2: .*0: no firm owns itself"):
        firm_values([[0, 0], [0, 0.2]], [1, 1])
    with pytest.raises(ModelError, match=r"^holdings is 1.2 in column 0"):
        firm_values([[0, 0, 0], [0.6, 0, 0], [0.6, 0, 0]], [1, 1, 1])


@pytest.mark.parametrize("assets", [*NOT_NUMBERS, [], [1], [1, 2, 3], [1, "2"], [1, math.nan]])
def test_assets_are_one_number_a_firm(assets: object) -> None:
    with pytest.raises(ModelError, match=r"^assets"):
        firm_values(HALVES, assets)  # type: ignore[arg-type]


@pytest.mark.parametrize("held", [0.5, 0.9])
def test_values_beyond_floating_point_are_refused(held: float) -> None:
    with pytest.raises(ModelError, match=r"^assets is .*finite"):
        firm_values([[0, held], [held, 0]], [1.7e308, 1.7e308])


# What mhhi promises


def test_two_airlines_of_one_size_with_the_same_owners() -> None:
    # published: 5,000 from the shares and 5,000 from the owners
    stakes = [[0.07, 0.07], [0.05, 0.05], [0.02, 0.02]]
    index = mhhi([0.5, 0.5], stakes, stakes)
    assert (index.hhi, index.delta, index.mhhi) == pytest.approx((5000, 5000, 10_000))


def test_lambert_2018_four_airlines_and_five_funds() -> None:
    # recomputed: every rival counts (3 · 0.01² + 2 · 0.01 · 0.02) / (4 · 0.01² + 0.02²) = 7/8
    funds = [[0.01] * 4, *([0.02 if firm == fund else 0.01 for firm in range(4)] for fund in range(4))]
    index = mhhi([0.3, 0.3, 0.2, 0.2], funds, funds)
    assert index.hhi == pytest.approx(2600)
    assert index.delta == pytest.approx(7400 * 7 / 8)


@pytest.mark.parametrize("stake", [0.1, 0.4, 0.75])
def test_obrien_salop_2000_what_control_comes_with_a_stake(stake: float) -> None:
    # derived: one firm holds a stake in its rival, whose other owners hold the rest; with no control, all
    # control, and control in proportion
    owned = [[1, stake], [0, 1 - stake]]
    silent = mhhi([0.6, 0.4], owned, [[1, 0], [0, 1]])
    total = mhhi([0.6, 0.4], owned, [[1, 1], [0, 0]])
    proportional = mhhi([0.6, 0.4], owned, owned)
    pair = 10_000 * 0.6 * 0.4
    assert silent.delta == pytest.approx(pair * stake)
    assert total.delta == pytest.approx(pair * (stake + 1 / stake))
    assert proportional.delta == pytest.approx(pair * (stake + stake / (stake**2 + (1 - stake) ** 2)))


def test_a_small_stake_with_all_control_goes_beyond_monopoly() -> None:
    # derived: 5000 + 10,000 · 0.25 · (0.1 + 10)
    assert mhhi([0.5, 0.5], [[1, 0.1], [0, 0.9]], [[1, 1], [0, 0]]).mhhi == pytest.approx(30_250)


def test_a_hundred_random_markets_agree_with_numpy() -> None:
    # derived: the quadratic form s' W s with matrices
    draw = random.Random(20000)  # noqa: S311 - seeded examples
    for _ in range(100):
        firms, owners = draw.randint(1, 8), draw.randint(1, 10)
        shares = np.array([draw.random() for _ in range(firms)])
        shares /= shares.sum()
        owned = np.array([[draw.random() for _ in range(firms)] for _ in range(owners)])
        owned /= owned.sum(axis=0) * draw.uniform(1, 3)
        voted = np.array([[draw.random() * 9 for _ in range(firms)] for _ in range(owners)])
        weights = voted.T @ owned
        weights /= np.diag(weights)[:, None]
        index = mhhi(shares.tolist(), owned.tolist(), voted.tolist())
        assert index.mhhi == pytest.approx(10_000 * float(shares @ weights @ shares))
        assert index.hhi == pytest.approx(10_000 * float(shares @ shares))


MARKETS = st.lists(st.integers(1, 100), min_size=1, max_size=6).map(
    lambda sizes: [size / sum(sizes) for size in sizes]
)


@given(shares=MARKETS)
def test_without_common_owners_only_shares_count(shares: list[float]) -> None:
    own = [[float(owner == firm) for firm in range(len(shares))] for owner in range(len(shares))]
    index = mhhi(shares, own, own)
    assert index.delta == 0
    assert index.mhhi == index.hhi == pytest.approx(10_000 * sum(share**2 for share in shares))


@given(shares=MARKETS, split=st.lists(st.floats(0.05, 1), min_size=1, max_size=5))
def test_with_the_same_owners_throughout_a_market_is_a_monopoly(
    shares: list[float], split: list[float]
) -> None:
    owners = [[part / sum(split)] * len(shares) for part in split]
    assert mhhi(shares, owners, owners).mhhi == pytest.approx(10_000)


@given(common=st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)))
def test_more_common_ownership_never_lowers_the_index(common: tuple[float, float]) -> None:
    less, more = (
        mhhi([0.5, 0.5], rows, rows).delta
        for rows in ([[part, part], [1 - part, 0], [0, 1 - part]] for part in sorted(common))
    )
    assert less <= more + 1e-9


@given(
    shares=MARKETS, factors=st.lists(st.floats(0.01, 100), min_size=6, max_size=6), seed=st.integers(0, 99)
)
def test_only_proportions_of_control_count(shares: list[float], factors: list[float], seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - seeded examples
    owned = [[draw.uniform(0.01, 0.3) for _ in shares] for _ in range(3)]
    voted = [[draw.uniform(0, 1) for _ in shares] for _ in range(3)]
    rescaled = [[vote * factor for vote, factor in zip(row, factors, strict=False)] for row in voted]
    assert mhhi(shares, owned, rescaled).mhhi == pytest.approx(mhhi(shares, owned, voted).mhhi)


def test_the_order_of_owners_does_not_matter() -> None:
    owned = [[0.3, 0.1, 0], [0.2, 0.5, 0.4], [0.1, 0.1, 0.6]]
    assert mhhi([0.5, 0.3, 0.2], owned[::-1], owned[::-1]).mhhi == pytest.approx(
        mhhi([0.5, 0.3, 0.2], owned, owned).mhhi
    )


def test_firms_too_small_to_matter_may_be_left_out() -> None:
    assert mhhi([0.4, 0.3], [[1, 0], [0, 1]], [[1, 0], [0, 1]]).hhi == pytest.approx(2500)
    # Shares as they are printed.
    assert mhhi([0.333, 0.333, 0.334], [[0.2] * 3], [[0.2] * 3]).mhhi == pytest.approx(10_000)


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -0.1, 50])
def test_market_shares_and_stakes_are_shares(value: object) -> None:
    with pytest.raises(ModelError, match=r"^shares\[0\] is "):
        mhhi([value, 0.5], [[1, 1]], [[1, 1]])  # type: ignore[list-item]
    with pytest.raises(ModelError, match=r"^ownership\[0\]\[1\] is "):
        mhhi([0.5, 0.5], [[1, value]], [[1, 1]])  # type: ignore[list-item]


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -0.1])
def test_control_is_0_or_more(value: object) -> None:
    with pytest.raises(ModelError, match=r"^control\[0\]\[1\] is "):
        mhhi([0.5, 0.5], [[1, 1]], [[1, value]])  # type: ignore[list-item]


@pytest.mark.parametrize("rows", [*NOT_TABLES, [[1, 1, 1]], [[1]]])
def test_owners_come_in_rows_and_firms_in_columns(rows: object) -> None:
    with pytest.raises(ModelError, match=r"^ownership"):
        mhhi([0.5, 0.5], rows, [[1, 1]])  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"^control"):
        mhhi([0.5, 0.5], [[1, 1]], rows)  # type: ignore[arg-type]


def test_the_same_owners_control() -> None:
    with pytest.raises(ModelError, match=r"^control is 2 rows of 2: .*1 rows \(owners\) of 2 \(firms\)"):
        mhhi([0.5, 0.5], [[1, 1]], [[1, 1], [0, 0]])


def test_shares_and_stakes_sum_to_1_at_most() -> None:
    with pytest.raises(ModelError, match=r"^shares is a list with the sum 1.2"):
        mhhi([0.6, 0.6], [[1, 1]], [[1, 1]])
    with pytest.raises(ModelError, match=r"^ownership is 1.2 in column 1"):
        mhhi([0.5, 0.5], [[1, 0.6], [0, 0.6]], [[1, 1], [1, 1]])


@pytest.mark.parametrize(
    ("owned", "voted"), [([[1, 0]], [[1, 1]]), ([[1, 1]], [[1, 0]]), ([[1, 1], [0, 0]], [[1, 0], [0, 1]])]
)
def test_somebody_with_control_has_a_stake(owned: list[list[float]], voted: list[list[float]]) -> None:
    with pytest.raises(ModelError, match=r"^control is column 1: .*an owner with control and a stake"):
        mhhi([0.5, 0.5], owned, voted)


def test_an_index_beyond_floating_point_is_refused() -> None:
    with pytest.raises(ModelError, match=r"^control is .*finite"):
        mhhi([0.5, 0.5], [[1, 1e-308], [0, 1]], [[1, 1], [0, 0]])
    huge = [[1e308, 1e308], [1e308, 1e308]]
    assert mhhi([0.5, 0.5], [[0.5, 0.5], [0.5, 0.5]], huge).mhhi == pytest.approx(10_000)


# What double_margin_share promises


@pytest.mark.parametrize(("stake", "share"), [(0, 0.75), (0.5, 0.889), (1, 1)])
def test_spengler_1950_two_margins_and_a_stake(stake: float, share: float) -> None:
    # derived: 3/4, 8/9 and all of it
    assert double_margin_share(stake) == pytest.approx(share, abs=5e-4)


def _sold(margin: float, choke: float, slope: float, cost: float) -> float:
    return (choke - cost - margin) / (2 * slope)


def _chain_profit(quantity: float, choke: float, slope: float, cost: float) -> float:
    return (choke - slope * quantity - cost) * quantity


@pytest.mark.parametrize(("choke", "slope", "cost"), [(10, 1, 2), (100, 0.5, 60), (3, 4, 0)])
@pytest.mark.parametrize("stake", [0, 0.2, 0.5, 0.9, 1])
def test_no_other_margin_pays_the_supplier_more(
    stake: float, choke: float, slope: float, cost: float
) -> None:
    # derived: the best of ten thousand margins, and what the chain then earns; no unit matters
    def supplier(margin: float) -> float:
        sold = _sold(margin, choke, slope, cost)
        return margin * sold + stake * slope * sold**2

    margin = max(((choke - cost) * step / 10_000 for step in range(10_001)), key=supplier)
    best = _chain_profit(_sold(0, choke, slope, cost), choke, slope, cost)
    earned = _chain_profit(_sold(margin, choke, slope, cost), choke, slope, cost)
    assert earned / best == pytest.approx(double_margin_share(stake), abs=1e-3)


@pytest.mark.parametrize("stake", [0, 0.3, 0.8])
def test_greenlee_raskovich_2006_a_stake_of_the_buyer_in_the_supplier_mends_nothing(stake: float) -> None:
    # derived: the buyer gets the share back of every margin it pays
    def sold(margin: float) -> float:
        return _sold((1 - stake) * margin, choke=10, slope=1, cost=2)

    margin = max((step / 1000 for step in range(50_000)), key=lambda margin: margin * sold(margin))
    earned, best = (_chain_profit(quantity, 10, 1, 2) for quantity in (sold(margin), sold(0)))
    assert earned / best == pytest.approx(double_margin_share(0), abs=1e-3)


@given(stakes=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_larger_stake_never_hurts_the_chain(stakes: tuple[float, float]) -> None:
    less, more = (double_margin_share(stake) for stake in sorted(stakes))
    assert 0.75 <= less <= more <= 1


@pytest.mark.parametrize("value", [*NOT_NUMBERS, -0.1, 1.1])
def test_a_stake_is_a_share(value: object) -> None:
    with pytest.raises(ModelError, match=r"^stake is .*: the model allows 0 to 1"):
        double_margin_share(value)  # type: ignore[arg-type]


def test_the_module_names_what_it_offers() -> None:
    assert all(hasattr(crossholding, name) for name in crossholding.__all__)
