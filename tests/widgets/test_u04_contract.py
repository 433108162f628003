"""Who pays for the surprise: what effort follows from a contract, who gains, and why a decision fails."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.gainshare import incentive_price
from kamlab.widgets import u04
from kamlab.widgets.controls import Answers, clean
from kamlab.widgets.u04.contract_plan import (
    BUDGET,
    CHANCES,
    COSTS,
    GAIN,
    IN_HOUSE,
    LOSS,
    REACH,
    TARGET,
    Terms,
    deal,
    effort,
    today,
    together,
)
from kamlab.widgets.verdict import Reason

SHARES, PROFITS = range(0, 101, 5), range(10_000, 60_001, 5_000)
CEILINGS = range(440_000, 540_001, 10_000)
GRID = list(product(SHARES, PROFITS, CEILINGS))


def reasons(t: Translator, share: int, profit: int = 35_000, ceiling: int = 480_000) -> list[Reason]:
    values = {"share": float(share), "profit": float(profit), "ceiling": float(ceiling)}
    return list(u04.contract.check(Answers(values), t))


def missed(t: Translator, share: int, profit: int = 35_000, ceiling: int = 480_000) -> list[int]:
    return [place for place, one in enumerate(reasons(t, share, profit, ceiling)) if not one.met]


def reaches(share: float, profit: float, ceiling: float) -> bool:
    now = deal(Terms(share / 100, profit, ceiling))
    gains = min(now.seller, now.buyer) >= GAIN
    return gains and now.worst.seller >= -LOSS and now.worst.price <= BUDGET


def test_the_target_is_the_expected_cost() -> None:
    assert sum(CHANCES) == pytest.approx(1)
    assert sum(p * cost for p, cost in zip(CHANCES, COSTS, strict=True)) == pytest.approx(TARGET)
    assert today() == pytest.approx(TARGET + IN_HOUSE)


@pytest.mark.parametrize("share", [0, 25, 50, 75, 100])
def test_below_the_ceiling_meridian_saves_in_proportion_to_its_part(share: int) -> None:
    loose = deal(Terms(share / 100, 20_000, 1_000_000))
    assert loose.saved == pytest.approx(share / 100 * REACH, abs=2_000)
    assert loose.effort == pytest.approx(effort(loose.saved))


def test_a_ceiling_that_bites_is_a_reason_to_save_too() -> None:
    assert deal(Terms(0, 40_000, 440_000)).saved > deal(Terms(0, 40_000, 540_000)).saved


def test_prices_are_the_model_s() -> None:
    now = deal(Terms(0.4, 30_000, 450_000))
    for case in now.cases:
        assert case.price == incentive_price(case.planned - now.saved, TARGET, 30_000, 450_000, 0.4)


def test_the_contract_only_divides_what_both_gain() -> None:
    for terms in (Terms(0.2, 30_000, 440_000), Terms(0.5, 35_000, 480_000), Terms(1, 60_000, 540_000)):
        now = deal(terms)
        assert all(one.seller + one.buyer == pytest.approx(together(now.saved)) for one in now.cases)
        assert now.seller + now.buyer == pytest.approx(together(now.saved))


def test_from_the_turning_point_on_meridian_bears_every_euro() -> None:
    now = deal(Terms(0.3, 40_000, 450_000))
    assert now.turning == pytest.approx(TARGET + (450_000 - TARGET - 40_000) / 0.7)
    assert now.worst.cost > TARGET + (450_000 - TARGET - 40_000) / 0.7
    assert now.worst.price == 450_000
    assert deal(Terms(1, 40_000, 450_000)).turning is None


def test_the_fixed_price_that_purchasing_proposes_fails_both(t: Translator) -> None:
    start = clean(u04.contract.face(t).groups, {})
    found = u04.contract.check(start, t)
    assert [one.met for one in found] == [True, False, False, True]
    assert "gains 0.0\u00a0kEUR" in found[1].why
    assert "\u221280.0\u00a0kEUR" in found[2].why
    assert "bears 100\u00a0%" in found[2].advice


def test_sharing_the_surprise_by_halves_reaches_the_goal(t: Translator) -> None:
    assert missed(t, 50) == []


def test_paying_whatever_it_costs_leaves_no_reason_to_save(t: Translator) -> None:
    found = reasons(t, 0, 40_000, 540_000)
    assert [one.met for one in found] == [False, False, True, False]
    assert all("only savings make the sum larger" in one.advice for one in found[:2])
    assert "Felix Albrecht" in found[3].advice


def test_the_target_profit_divides_what_there_is(t: Translator) -> None:
    assert missed(t, 50, 15_000) == [0, 2]
    assert "a larger target profit" in reasons(t, 50, 15_000)[0].advice
    assert missed(t, 50, 45_000) == [1]
    assert "a smaller target profit" in reasons(t, 50, 45_000)[1].advice


def test_a_low_ceiling_moves_the_tail_of_the_risk_to_meridian(t: Translator) -> None:
    found = reasons(t, 40, 35_000, 440_000)
    assert not found[2].met
    assert "From a cost of" in found[2].advice


def test_few_settings_reach_the_goal_and_no_extreme_does() -> None:
    found = [one for one in GRID if reaches(*one)]
    assert 0.005 < len(found) / len(GRID) < 0.05
    shares, profits = ({one[place] for one in found} for place in (0, 1))
    assert 0 < min(shares) <= max(shares) < 100
    assert min(PROFITS) < min(profits) <= max(profits) < max(PROFITS)


def test_the_view_shows_both_sides_at_every_corner(t: Translator) -> None:
    for share, profit, ceiling in product((0, 100), (10_000, 60_000), (440_000, 540_000)):
        answers = Answers({"share": float(share), "profit": float(profit), "ceiling": float(ceiling)})
        view = u04.contract.view(answers, t)
        assert "Meridian (provider)" in view["sides"]
        assert "Nordlys (client)" in view["sides"]
        assert "Gain against today, kEUR" in view["chart"]
