"""Every worked number of the chapter, recomputed from the models and the ledger and found in the text."""

from __future__ import annotations

from math import isclose, log, sqrt

import pytest
from wording import Chapter, pct

from kamlab.data import account_results, ledger
from kamlab.models.bullwhip import variance_ratio
from kamlab.models.careers import separating_education, signalling_outcome
from kamlab.models.convergence import ei_index
from kamlab.models.supersession import bass_share, substitution_share, takeover_time
from kamlab.widgets.u02 import next_best_plan
from kamlab.widgets.u10 import career_plan, diamond_plan, figures, supersede_plan

CHAPTER = Chapter("u10")
says = CHAPTER.says
TIE, OPEN = figures.networks()
FIRST, SECOND = supersede_plan.SURVEYS


def signed(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def test_the_e_i_index_of_both_networks() -> None:
    across = [sum(link in diamond_plan.CROSSING for link in net.links) for net in (TIE, OPEN)]
    assert (across[0], len(TIE.links)) == (1, 9)
    assert across[1] == across[0] + 3
    for net, crossing in zip((TIE, OPEN), across, strict=True):
        assert isclose(net.index, ei_index(crossing, len(net.links) - crossing))
    says(f"one contact of nine crosses: {signed(TIE.index)}")
    says(f"the index is {signed(OPEN.index)}")


def test_between_how_many_pairs_ingrid_stands() -> None:
    others = len(diamond_plan.PEOPLE) - 1
    says(f"between {TIE.between['ingrid']:.0f} of the {others * (others - 1) // 2} pairs of others")
    says(f"Ingrid stands between {OPEN.between['ingrid']:.0f} pairs")
    assert TIE.between["ingrid"] == TIE.between["stefan"]


def test_what_the_others_lose_without_ingrid() -> None:
    assert diamond_plan.KEPT == 0.5
    says(f"the others would lose {pct(TIE.missed['ingrid'])} of theirs")
    says(f"with the three contacts, {pct(OPEN.missed['ingrid'])}")


def test_the_swing_of_orders_with_and_without_go_betweens() -> None:
    swing = {weeks: 10 * sqrt(variance_ratio(weeks, 10)) for weeks in (1, 2, 3)}
    says(f"a swing of 10 pieces becomes {swing[3]:.1f}")
    says(f"If Lucia tells him herself, after one: {swing[1]:.1f}")
    says(f"{swing[2]:.1f} pieces, because 1 + 0.4 + 0.08 = {variance_ratio(2, 10):.2f}")
    says(f"Without the desk it is {swing[1]:.1f}. With 20 weeks and the desk it is also {swing[1]:.1f}")
    assert variance_ratio(2, 20) == pytest.approx(variance_ratio(1, 10))


def line(first: float, second: float) -> tuple[float, float]:
    """Speed and midpoint of the curve through the shares of both surveys."""
    odds = [log(share / (1 - share)) for share in (first, second)]
    alpha = (odds[1] - odds[0]) / (SECOND - FIRST) / 2
    return alpha, FIRST - odds[0] / (2 * alpha)


def when(share: float, second: float) -> float:
    """The year in which ``share`` is reached if the second survey finds ``second``."""
    alpha, midpoint = line(0.10, second)
    year = midpoint + log(share / (1 - share)) / (2 * alpha)
    assert substitution_share(alpha, midpoint, year) == pytest.approx(share)
    return year


def test_the_forecast_through_two_surveys() -> None:
    before, after = supersede_plan.SHARES[supersede_plan.FIRST]
    says(f"in innovative chains {pct(before)} of trade worked so in {FIRST} and {pct(after)} in {SECOND}")
    says(f"half is reached in {when(0.5, after):.0f} and 90 % in {when(0.9, after):.0f}")
    assert figures.ready(supersede_plan.FIRST, SECOND) == pytest.approx(after)


def test_five_points_wrong_move_it_by_years() -> None:
    later = when(0.5, 0.20) - when(0.5, 0.25)
    says(f"With 20 % half is reached {later:.1f} years later, and 90 % in {when(0.9, 0.20):.1f}")
    says(f"with 30 %, in {when(0.9, 0.30):.1f}")


def test_from_a_tenth_to_nine_tenths() -> None:
    says(f"{log(81):.2f} divided by 0.4 is {takeover_time(0.2):.1f} years")
    says(f"after {takeover_time(0.2) / 2:.1f} years, in {2023 + takeover_time(0.2) / 2:.1f}")
    says(f"at 0.10 the way from 10 % to 90 % takes {takeover_time(0.1):.1f} years")
    says(f"at 0.15 it takes {takeover_time(0.15):.1f}")


def test_the_others_follow_four_years_later() -> None:
    before, after = supersede_plan.SHARES[supersede_plan.OTHERS]
    says(f"all other chains are at {pct(before)} and {pct(after)}")
    gap = line(before, after)[1] - when(0.5, 0.25)
    says(f"half in {line(before, after)[1]:.0f}, four years after the innovators")
    assert round(gap) == 4


def test_who_starts_and_who_follows() -> None:
    own, following = 0.03, 0.38
    says(f"{100 * bass_share(own, following, 5):.0f} have then begun after five years")
    says(f"and {100 * bass_share(own, following, 10):.0f} after ten")
    says(f"it is not 33 but {100 * bass_share(2 * own, following, 5):.0f}")


PROJECT, JOINT = career_plan.KINDS[career_plan.PROJECT], career_plan.KINDS[career_plan.JOINT]
BENEFIT, ABLE, OTHERS = 30_000.0, PROJECT.able, PROJECT.others
SHARE = career_plan.ABLE / (career_plan.ABLE + career_plan.OTHERS)


def test_how_long_a_certificate_must_be() -> None:
    says(f"Let it add {BENEFIT:,.0f} EUR, and a month cost the able {ABLE:,.0f} EUR and others {OTHERS:,.0f}")
    low, high = separating_education(BENEFIT, ABLE, OTHERS)
    says(f"Below {low:.0f} months everybody gets it and it says nothing; above {high:.0f} nobody does")
    says(f"At {low:.0f} the able keep {BENEFIT - ABLE * low:,.0f} EUR")
    says(f"at 10 only {BENEFIT - ABLE * 10:,.0f} EUR")
    says(f"but above {low:.0f} months")


def test_a_long_certificate_makes_the_able_lose() -> None:
    short, long = (signalling_outcome(months, BENEFIT, ABLE, OTHERS, SHARE) for months in (6, 10))
    assert pytest.approx(2 / 5) == SHARE
    says(f"with two in five able, {short.gain_without:,.0f} EUR")
    assert short.confirmed
    assert long.confirmed
    assert long.able_gain < long.gain_without < short.able_gain


def test_a_better_task_beats_a_longer_one() -> None:
    says(f"30,000 − 20,000 = {BENEFIT - 8 * ABLE:,.0f} EUR; the other would lose {8 * OTHERS - BENEFIT:,.0f}")
    assert JOINT.able == ABLE
    low, _ = separating_education(BENEFIT, ABLE, JOINT.others)
    says(f"With {JOINT.others:,.0f} EUR, {low:.0f} months are enough")
    says(f"and the able keep {BENEFIT - ABLE * low:,.0f} EUR. A better task")


def test_what_stefan_asked_for_and_what_he_needed() -> None:
    nordlys = next(one for one in account_results(ledger(), 2025) if one.name == "Nordlys Appliances")
    says(f"Three per cent were {round(0.03 * nordlys.revenue, -3):,.0f} EUR")
    assert next_best_plan.HOURS == 80
    says(f"Eighty hours of standstill were {next_best_plan.HOURS * next_best_plan.HOUR:,.0f}.")


@pytest.mark.parametrize("concept", ["c37", "c38", "c39", "c40", "c41", "c42", "c43", "c62", "c63", "c64"])
def test_every_concept_of_the_unit_has_its_section(concept: str) -> None:
    assert f"(concept-{concept})=" in CHAPTER.text
