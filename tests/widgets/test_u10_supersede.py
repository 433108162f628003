"""One practice replaces another: the line through two surveys, two futures, reasons for each failure."""

import math
from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.models.supersession import bass_share, substitution_share
from kamlab.widgets.controls import Answers
from kamlab.widgets.u10 import supersede
from kamlab.widgets.u10 import supersede_plan as plan
from kamlab.widgets.u10.supersede_plan import ACCOUNTS, FIRST, GROUPS, OTHERS, SHARES, SLOW, SURVEYS, fitted

GOOD = (2026, 60, 2, 8)
START = (2031, 80, 1, 4)
GRID = list(product(range(2026, 2036), range(20, 96, 5), range(5), range(0, 13, 2)))


def decision(first: int, signal: int, teams: int, more: int) -> Answers:
    return Answers(
        {"first": float(first), "signal": float(signal), "teams": float(teams), "more": float(more)}
    )


def missed(one: tuple[int, int, int, int], t: Translator) -> list[int]:
    return [at for at, reason in enumerate(supersede.check(decision(*one), t)) if not reason.met]


def verdict(one: tuple[int, int, int, int]) -> tuple[bool, ...]:
    now = plan.outlook(*one)
    return (
        plan.total(now.forecast) >= plan.GAIN,
        plan.total(now.slow) >= 0,
        now.forecast[-1].lost <= plan.LOST,
        plan.total(now.forecast, "buyer") >= plan.BUYERS,
    )


@pytest.mark.parametrize("group", GROUPS)
def test_the_line_goes_through_both_surveys(group: str) -> None:
    pace = fitted(group)
    for year, share in zip(SURVEYS, SHARES[group], strict=True):
        assert substitution_share(pace.alpha, pace.midpoint, year) == pytest.approx(share)


@pytest.mark.parametrize("group", GROUPS)
def test_at_half_the_pace_the_last_survey_stands_and_the_rest_takes_twice_as_long(group: str) -> None:
    usual, slow = fitted(group), fitted(group, SLOW)
    assert slow.share(2025) == pytest.approx(SHARES[group][1])
    assert slow.share(2025 + 8) == pytest.approx(usual.share(2025 + 4))


def test_the_innovative_are_four_years_ahead() -> None:
    assert fitted(FIRST).midpoint == pytest.approx(2027.0, abs=0.05)
    assert fitted(OTHERS).midpoint == pytest.approx(2031.2, abs=0.05)


def test_the_crest_is_bass_s_and_agrees_with_the_slope_of_the_line() -> None:
    peak, most = plan.crowded(OTHERS)
    pace = fitted(OTHERS)
    assert most == pytest.approx(48 * 2 * pace.alpha / 4, rel=0.03)
    assert peak == pytest.approx(pace.midpoint, abs=0.1)
    own = 2 * pace.alpha * math.exp(-2 * pace.alpha * (pace.midpoint - 2023))
    assert bass_share(own, 2 * pace.alpha, peak - 2023) == pytest.approx(0.5, abs=0.01)


def test_half_of_all_are_ready_in_2030() -> None:
    year = plan.half_of_all()
    assert sum(ACCOUNTS[g] * fitted(g).share(year) for g in GROUPS) == pytest.approx(30, abs=0.05)
    assert round(year) in {2030, 2031}


def test_the_same_signal_comes_later_where_the_pace_is_half() -> None:
    one = plan.outlook(*GOOD).plan
    assert (one.start(OTHERS, 1.0), one.start(OTHERS, SLOW)) == (2028, 2031)
    assert one.start(FIRST, SLOW) == one.first == 2026


def test_no_account_is_counted_twice() -> None:
    for one in (*plan.outlook(*GOOD).forecast, *plan.outlook(2026, 20, 0, 0).forecast):
        assert one.kept + one.lost + sum(one.served.values()) == pytest.approx(60)
        assert all(one.served[g] <= one.ready[g] <= ACCOUNTS[g] for g in GROUPS)


def test_without_teams_the_loss_is_that_of_the_ledger_s_average_account() -> None:
    results = account_results(ledger(), 2025)
    average = sum(one.profit for one in results) / len(results)
    years = plan.outlook(2026, 20, 0, 0).forecast
    assert plan.total(years) == pytest.approx(-average * sum(one.lost for one in years))
    assert plan.total(years, "buyer") == 0


def test_both_sides_gain_from_the_same_accounts() -> None:
    for one in plan.outlook(*GOOD).forecast:
        costs = one.teams * plan.TEAM + one.lost * plan.usual_profit()
        assert (one.seller + costs) / plan.SELLER == pytest.approx(one.buyer / plan.BUYER)


def test_to_wait_until_it_is_safe_misses_what_could_be_gained(t: Translator) -> None:
    values = supersede().values
    assert tuple(values[name] for name in ("first", "signal", "teams", "more")) == START
    assert missed(START, t) == [0, 1, 2, 3]


def test_to_start_with_the_innovative_and_watch_them_meets_all(t: Translator) -> None:
    assert missed(GOOD, t) == []


def test_all_at_once_wins_the_forecast_and_loses_where_it_is_wrong(t: Translator) -> None:
    assert missed((2026, 20, 3, 12), t) == [1]
    assert "they are 4.2 years ahead" in supersede.check(decision(2026, 20, 3, 12), t)[1].advice


@pytest.mark.parametrize(
    ("one", "place", "words"),
    [
        ((2026, 20, 0, 0), 0, "Without a team"),
        (START, 0, "Begin earlier with the innovative"),
        ((2026, 90, 2, 8), 0, "Act on an earlier signal"),
        ((2026, 50, 2, 3), 2, "more teams for the others"),
        ((2026, 20, 4, 12), 1, "Wait for a stronger signal"),
        ((2034, 20, 4, 12), 1, "it pays at any pace"),
        ((2026, 20, 0, 0), 1, "Even at half the pace"),
        ((2026, 60, 3, 4), 3, "more teams for the others"),
    ],
)
def test_each_failure_is_explained(
    one: tuple[int, int, int, int], place: int, words: str, t: Translator
) -> None:
    reason = supersede.check(decision(*one), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_each_condition_decides_somewhere_and_few_plans_meet_all() -> None:
    found = [verdict(one) for one in GRID]
    assert 0.005 < found.count((True,) * 4) / len(GRID) < 0.05
    for place in range(4):
        assert tuple(at != place for at in range(4)) in found


def test_the_view_shows_both_futures_beside_those_of_waiting() -> None:
    exercise = supersede()
    exercise.values = {**dict(zip(("first", "signal", "teams", "more"), GOOD, strict=True)), "@n": 1}
    assert "58 → 5,217" in exercise.view["sides"]
    assert "\u2212395 → 1,491" in exercise.view["sides"]
    assert "2030 → 2028" in exercise.view["sides"]


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for one in product((2026, 2035), (20, 95), (0, 4), (0, 12)):
        assert supersede.view(decision(*one), t)["summary"]
        assert missed(one, t)
