"""Stakes in each other: closed forms against a search, both owners' sums, the index, and each failure."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.crossholding import double_margin_share
from kamlab.widgets import u06
from kamlab.widgets.controls import Answers
from kamlab.widgets.u06 import holding_plan as plan
from kamlab.widgets.u06.holding_plan import Deal

check = u06.cross_holding.check
EVERY = list(product(range(0, 61, 5), range(0, 41, 5), range(-20, 31, 5), (False, True)))
PAIRS = [(0.0, 0.0), (0.4, 0.0), (0.25, 0.25), (0.6, 0.4), (0.0, 0.3)]


def decision(stake: int = 40, mutual: int = 5, premium: int = 5, rival: str = "kept") -> Answers:
    return Answers(
        {"stake": float(stake), "mutual": float(mutual), "premium": float(premium), "rival": [rival]}
    )


def deal(stake: float = 0.4, mutual: float = 0.05, premium: float = 0.05, *, sold: bool = False) -> Deal:
    return Deal(stake, mutual, premium, sold=sold)


def missed(answers: Answers, t: Translator) -> list[int]:
    return [place for place, reason in enumerate(check(answers, t)) if not reason.met]


def _searched(stake: float, mutual: float) -> tuple[float, float]:
    """Both firms' profits at the supplier's best margin, with a − c = 2 and b = 1: the best profit is 1."""

    def profits(margin: float) -> tuple[float, float]:
        sold = (2 - (1 - mutual) * margin) / 2
        return margin * sold, (2 - sold - margin) * sold

    def weighed(margin: float) -> float:
        own, other = profits(margin)
        return own + stake * other

    return profits(max((step / 10_000 for step in range(30_001)), key=weighed))


@pytest.mark.parametrize(("stake", "mutual"), PAIRS)
def test_what_each_firm_earns_is_what_a_search_for_the_best_margin_finds(stake: float, mutual: float) -> None:
    assert plan.split(stake, mutual) == pytest.approx(_searched(stake, mutual), abs=1e-3)


@pytest.mark.parametrize(("stake", "mutual"), PAIRS)
def test_both_firms_profits_add_up_to_what_the_model_says_of_the_chain(stake: float, mutual: float) -> None:
    assert sum(plan.split(stake, mutual)) == pytest.approx(plan.chain_share(stake, mutual))


def test_a_stake_of_the_supplier_alone_counts_in_full_and_one_of_the_buyer_not_at_all() -> None:
    assert plan.effective(0.4, 0) == 0.4
    assert plan.effective(0, 0.4) == 0
    assert plan.chain_share(0, 0.4) == double_margin_share(0) == 0.75
    assert plan.effective(0.25, 0.25) == pytest.approx(0.2)
    assert plan.effective(1, 0.3) == pytest.approx(1)


def test_without_stakes_meridian_earns_what_the_ledger_says() -> None:
    today = plan.result(plan.TODAY)
    assert today.profits == pytest.approx((plan.earned()[0], plan.earned()[0] / 2))
    assert today.gains == (0, 0)
    assert (today.change, today.limit) == (0, 150)
    assert today.index.hhi == pytest.approx(2150)


@pytest.mark.parametrize("sold", [False, True])
@pytest.mark.parametrize(("stake", "mutual"), PAIRS)
def test_what_the_owners_gain_together_is_what_the_firms_earn_more(
    stake: float, mutual: float, *, sold: bool
) -> None:
    now = plan.result(deal(stake, mutual, 0.1, sold=sold))
    more = (now.share - 0.75) * plan.best() * plan.MULTIPLE - (plan.SALE if sold else 0)
    assert sum(now.gains) == pytest.approx(more, abs=1e-3)


def test_the_price_moves_money_from_one_side_to_the_other() -> None:
    low, high = (plan.result(deal(premium=premium)) for premium in (0.0, 0.1))
    moved = 0.4 * 0.1 * plan.owned(plan.TODAY)[1]
    assert high.cash - low.cash == pytest.approx(moved)
    assert high.gains[1] - low.gains[1] == pytest.approx(moved)
    assert high.gains[0] - low.gains[0] == pytest.approx(-moved)


def test_the_index_rises_only_where_nordlys_owns_parts_of_both_makers() -> None:
    u, r, f, g = 0.05, 0.20, 0.4 * 0.95, 0.3 * 0.8
    by_hand = 10_000 * 0.30 * 0.25 * (u * r / (u**2 + f**2) + u * r / (r**2 + g**2))
    assert plan.result(deal()).change == pytest.approx(by_hand)
    assert plan.result(deal(mutual=0.4, sold=True)).change == pytest.approx(0)
    assert plan.result(deal(mutual=0)).change == pytest.approx(0)


def test_a_crash_costs_meridians_owners_their_part_of_it() -> None:
    now = plan.result(deal(mutual=0))
    lost = 0.4 * plan.CRASH * plan.assets(0.4, 0)[1]
    assert now.loss == pytest.approx(lost / now.values[0])
    assert plan.result(deal(stake=0, mutual=0.2)).loss == pytest.approx(0)


def test_the_equal_swap_fails_nordlys_heat_and_the_authority(t: Translator) -> None:
    start = u06.cross_holding().values
    assert (start["stake"], start["mutual"], start["premium"], start["rival"]) == (25, 25, 0, ["kept"])
    answers = decision(25, 25, 0)
    assert missed(answers, t) == [0, 3, 5]
    reasons = check(answers, t)
    assert "counts only as 20.0\u00a0%" in reasons[0].why
    assert "1,518\u00a0kEUR are left for them" in reasons[1].why
    assert "Equal percentages are not equal" in reasons[3].advice
    assert "rises by 630 to 2,780" in reasons[5].why


def test_a_large_stake_for_a_small_one_meets_every_condition(t: Translator) -> None:
    assert missed(decision(), t) == []
    assert missed(decision(40, 10, 20, "sold"), t) == []


@pytest.mark.parametrize(
    ("answers", "place", "words"),
    [
        (decision(35, 15), 0, "lower that stake"),
        (decision(20, 5), 0, "Make it larger"),
        (decision(40, 0), 1, "each further 5\u00a0% of Meridian is worth 481\u00a0kEUR"),
        (decision(5, 0, 30), 2, "too little to share"),
        (decision(45, 0, 20), 2, "pays too much"),
        (decision(5, 0, -15), 3, "too little to share"),
        (decision(40, 30, 0), 3, "take less of Meridian"),
        (decision(45, 10, -20), 3, "Let Meridian pay more"),
        (decision(60, 5), 4, "egg into the basket"),
        (decision(40, 10), 5, "sell its part of Clemens"),
    ],
)
def test_each_failure_is_explained(answers: Answers, place: int, words: str, t: Translator) -> None:
    reason = check(answers, t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_deals_reach_the_goal_and_neither_extreme_does() -> None:
    solved = [one for one in EVERY if _solves(*one)]
    assert 0.005 < len(solved) / len(EVERY) < 0.02
    assert {stake for stake, *_ in solved} <= {35, 40, 45}
    assert all(mutual <= 5 or sold for _, mutual, _, sold in solved)


def _solves(stake: int, mutual: int, premium: int, sold: bool) -> bool:  # noqa: FBT001 - one of a grid
    now = plan.result(deal(stake / 100, mutual / 100, premium / 100, sold=sold))
    return (
        now.share >= plan.SHARE
        and min(now.gains) >= plan.GOALS[0]
        and now.cash <= plan.CASH
        and now.loss <= plan.LOSS
        and now.change < now.limit
    )


def test_the_view_shows_the_curve_with_a_stake_back_only_where_there_is_one() -> None:
    exercise = u06.cross_holding()
    assert "with a stake back" in exercise.view["chart"]
    exercise.values = dict(decision(40, 0).values)
    assert "with a stake back" not in exercise.view["chart"]
    assert exercise.view["sides"].count("<section") == 2
    assert "No stakes" in exercise.view["table"]


@pytest.mark.parametrize("ends", list(product((0, 60), (0, 40), (-20, 30), ("kept", "sold"))))
def test_no_extreme_reaches_the_goal_or_breaks_the_view(
    ends: tuple[int, int, int, str], t: Translator
) -> None:
    assert missed(decision(*ends), t)
    assert u06.cross_holding.view(decision(*ends), t)["summary"]
