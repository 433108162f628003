"""Tender, partner, or both: the ledger's drive, closed forms, reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.data import ledger
from kamlab.i18n import Translator
from kamlab.widgets.controls import Answers
from kamlab.widgets.u05 import tender_plan as nordlys
from kamlab.widgets.u05.tender import tender
from kamlab.widgets.u05.tender_plan import LOW, all_tendered, best_tender, drive, plan

GRID = list(product(range(1, 11), range(0, 101, 5), range(132, 165, 2), range(0, 41, 4)))
SOLVED = {"bidders": 3, "tendered": 20, "price": 146, "work": 16}


def decision(**moved: float) -> Answers:
    start = {"bidders": 8, "tendered": 100, "price": 164, "work": 0}
    return Answers({name: float(value) for name, value in (start | moved).items()})


def missed(t: Translator, **moved: float) -> list[int]:
    return [place for place, one in enumerate(tender.check(decision(**moved), t)) if not one.met]


def solves(bidders: int, tendered: float, price: float, work: float) -> bool:
    now = plan(bidders, tendered / 100, price, work * 1000)
    kept = now.earned >= all_tendered(bidders).earned
    return (
        now.saved >= 45_000
        and kept
        and now.tested
        and nordlys.comes(now)
        and now.net_price <= now.tender_price
    )


def test_the_drive_is_what_nordlys_bought_in_the_ledger() -> None:
    orders = ledger()["orders"]
    names = ("account_id", "product_id", "date", "quantity", "net_price")
    rows = list(zip(*(orders.column(name) for name in names), strict=True))
    bought = [row for row in rows if row[0] == "A44" and row[1] == "P06" and row[2].year == 2025]
    assert drive().pieces == sum(row[3] for row in bought) == 1809
    assert drive().pieces * drive().price == pytest.approx(sum(row[3] * row[4] for row in bought))
    assert round(drive().price, 2) == 164.41
    assert round(drive().cost, 2) == 117.29


@pytest.mark.parametrize("bidders", [1, 2, 3, 5, 10])
def test_the_winner_of_a_tender_earns_what_its_price_exceeds_the_lowest_cost(bidders: int) -> None:
    lowest_cost = LOW + (drive().price - LOW) / (bidders + 1)
    won = plan(bidders, 1.0, 164, 0).tender_price - lowest_cost
    assert bidders * nordlys.gain_of_bidder(bidders) == pytest.approx(won)


def test_meridian_s_gain_averaged_over_all_costs_is_a_bidder_s() -> None:
    steps, high = 20_000, drive().price
    costs = [LOW + (high - LOW) * (step + 0.5) / steps for step in range(steps)]
    gains = [((high - cost) / (high - LOW)) ** 3 * (high - cost) / 4 for cost in costs]
    assert sum(gains) / steps == pytest.approx(nordlys.gain_of_bidder(4), rel=1e-6)
    mine = ((high - drive().cost) / (high - LOW)) ** 3 * (high - drive().cost) / 4
    assert nordlys.gain_in_tender(4) == pytest.approx(mine)


def test_a_single_bidder_asks_for_the_highest_price() -> None:
    alone = plan(1, 1.0, 164, 0)
    assert alone.tender_price == drive().price
    assert alone.saved == pytest.approx(0)
    assert alone.earned == pytest.approx(drive().pieces * (drive().price - drive().cost))


def test_what_one_side_gets_from_the_partnership_the_other_pays() -> None:
    low, high = plan(3, 0.2, 140, 16_000), plan(3, 0.2, 150, 16_000)
    assert high.earned - low.earned == pytest.approx(high.spent - low.spent)
    assert high.earned - low.earned == pytest.approx(10 * 0.8 * drive().pieces)


def test_each_half_of_joint_work_saves_half_of_the_rest() -> None:
    assert [nordlys.saving(work) for work in (0, 10_000, 20_000)] == pytest.approx([0, 15, 22.5])


def test_bidders_come_from_the_least_share_on() -> None:
    for bidders in range(2, 8):
        least = nordlys.least_share(bidders)
        assert nordlys.comes(plan(bidders, min(1, least + 1e-9), 150, 0)) == (least <= 1)
        assert not nordlys.comes(plan(bidders, least - 1e-6, 150, 0))


def test_no_tender_for_everything_reaches_the_goal() -> None:
    assert best_tender().bidders == 5
    assert 39_000 < best_tender().saved < nordlys.GOAL


def test_the_board_s_tender_among_eight_misses_the_goal(t: Translator) -> None:
    assert missed(t) == [0, 2, 3]
    reasons = tender.check(decision(), t)
    assert "31.7\u00a0kEUR" in reasons[0].why
    assert "1,317\u00a0EUR" in reasons[2].why
    assert "Invite fewer" in reasons[2].advice


def test_a_part_tendered_and_a_partner_who_works_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({}, 0, "Keep more for the partner"),
        ({**SOLVED, "work": 0, "price": 150}, 0, "another 4\u00a0kEUR a year would save"),
        ({**SOLVED, "price": 164, "work": 40}, 0, "has room"),
        ({**SOLVED, "price": 132}, 1, "a piece costs Meridian 128.35\u00a0EUR"),
        ({**SOLVED, "tendered": 80, "work": 40}, 1, "more of the volume"),
        ({**SOLVED, "tendered": 10}, 2, "come from 19\u00a0% on"),
        ({**SOLVED, "bidders": 1}, 2, "part of the volume out to tender"),
        ({**SOLVED, "tendered": 0}, 2, "part of the volume out to tender"),
        ({**SOLVED, "work": 0}, 3, "Compare like with like"),
    ],
)
def test_each_failure_is_explained(moved: dict[str, float], place: int, words: str, t: Translator) -> None:
    reason = tender.check(decision(**moved), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_a_euro_less_is_worth_the_partner_s_pieces(t: Translator) -> None:
    advice = tender.check(decision(**{**SOLVED, "price": 164, "work": 40}), t)[0].advice
    assert f"{0.8 * drive().pieces / 1000:.1f}\u00a0kEUR" in advice


@pytest.mark.parametrize(("tendered", "words"), [(70, "Keep more for the partner"), (65, "has room")])
def test_where_most_is_tendered_the_advice_is_to_keep_more(
    tendered: float, words: str, t: Translator
) -> None:
    reason = tender.check(decision(**{**SOLVED, "tendered": tendered, "price": 164, "work": 40}), t)[0]
    assert words in reason.advice


def test_a_partner_with_half_of_the_pieces_is_told_its_cost(t: Translator) -> None:
    reasons = [
        tender.check(decision(**{**SOLVED, "tendered": part, "price": 132}), t)[1] for part in (50, 55)
    ]
    assert "a piece costs Meridian" in reasons[0].advice
    assert "more of the volume" in reasons[1].advice


def test_more_joint_work_saves_what_the_advice_says(t: Translator) -> None:
    less, more = plan(3, 0.2, 150, 0), plan(3, 0.2, 150, 4_000)
    advice = tender.check(decision(**{**SOLVED, "work": 0, "price": 150}), t)[0].advice
    assert f"{(less.spent - more.spent) / 1000:.1f}\u00a0kEUR" in advice


def test_few_decisions_solve_it_all_with_a_tender_and_joint_work() -> None:
    found = [one for one in GRID if solves(*one)]
    assert 0.005 < len(found) / len(GRID) < 0.05
    assert {one[0] for one in found} <= {2, 3, 4, 5}
    assert all(0 < tendered <= 60 and work > 0 for _, tendered, _, work in found)


def test_the_figures_of_bidders_who_stay_away_are_called_paper() -> None:
    exercise = tender()
    assert "on paper only" in exercise.view["chart"]
    exercise.values = {**SOLVED, "@n": 1}
    assert "on paper only" not in exercise.view["chart"]
    assert "244.2\u00a0kEUR" in exercise.view["summary"]
    assert "138.20\u00a0EUR" in exercise.view["equation"]


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for values in product((1, 10), (0, 100), (132, 164), (0, 40)):
        answers = decision(**dict(zip(SOLVED, values, strict=True)))
        assert tender.view(answers, t)["summary"]
        assert len(tender.check(answers, t)) == 4
