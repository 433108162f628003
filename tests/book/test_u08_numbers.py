"""Every worked number of the chapter, recomputed from the models and the ledger and found in the text."""

from __future__ import annotations

from datetime import date
from math import sqrt
from typing import Any

import pytest
from wording import Chapter, pct, thousands

from kamlab.data import account_results, ledger, rate_per_minute
from kamlab.models.continuity import safety_stock
from kamlab.models.joint_lot import economic_order_quantity, joint_economic_lot
from kamlab.widgets.u08 import both_plan, continuity_plan, figures, first_plan, meridian, who_plan

CHAPTER = Chapter("u08")
says = CHAPTER.says
BOOK = ledger()
COMPACT = "P06"
DRIVE = meridian.bought(meridian.NORDLYS)
WEEKS = 52
ELASTICITY, PASSED, SHARE = 2.6, 0.15, 0.10  # the chapter's: estimates that it cites, and a share it assumes


def hundreds(value: float) -> str:
    return f"{round(value, -2):,.0f}"


def account(name: str) -> str:
    return str(next(row[0] for row in BOOK["accounts"].rows if row[1] == name))


def compact_lines() -> list[tuple[Any, ...]]:
    """Nordlys's order lines of the compact drive in 2025."""
    nordlys = account(meridian.NORDLYS)
    return [
        row
        for row in BOOK["orders"].rows
        if (row[2], row[3], row[4].year) == (nordlys, COMPACT, meridian.YEAR)
    ]


def test_the_orders_of_december() -> None:
    last = [row for row in compact_lines() if row[4] >= date(2025, 12, 9)]
    pieces = sum(row[5] for row in last)
    says(
        f"within eight days, Nordlys ordered {pieces} of them, {pct(pieces / DRIVE.pieces)} of what it bought"
    )
    assert sorted(row[4] for row in last) == [date(2025, 12, 9), date(2025, 12, 9), date(2025, 12, 17)]
    assert [row[10] for row in last if row[4] == date(2025, 12, 17)] == [11]
    says("arrived eleven days late")
    assert 4 < pieces / DRIVE.pieces * 12 < 5  # so there were boxes until May


def test_the_lots_of_the_ledger() -> None:
    lots = [row[5] for row in compact_lines()]
    assert len(lots) == 8
    says(f"eight orders of {min(lots)} to {max(lots)} drives")


def test_the_people_of_the_scene_are_in_the_ledger() -> None:
    people = {(row[1], row[2], row[3]) for row in BOOK["contacts"].rows}
    nordlys, vistula = account(meridian.NORDLYS), account(meridian.VISTULA)
    assert {(nordlys, "Felix Albrecht", "Finance"), (nordlys, "Stefan Lopez", "Purchasing")} <= people
    assert (vistula, "Clara Dahl", "Purchasing") in people


def test_what_vistula_orders_out_of_fear() -> None:
    usual = meridian.bought(meridian.VISTULA).pieces / 4
    says(f"has ordered {usual * first_plan.INFLATED:.0f} drives")
    says("usually takes ninety")
    assert round(usual) == 90


def test_three_per_cent_off_moves_money() -> None:
    moved = thousands(0.03 * meridian.account().revenue)
    says(f"Nordlys would have gained {moved} EUR and Meridian lost {moved} EUR")


def test_the_figures_of_the_lot() -> None:
    says(f"Of $D$ = {DRIVE.pieces:,.0f} compact drives")
    says(f"$A$ = {who_plan.ORDER:.0f} EUR")
    says(f"$S$ = {who_plan.SETUP:.0f} EUR")
    says(f"$r$ = {pct(who_plan.CAPITAL + who_plan.SPACE)} a year of the price $C_b$ = {DRIVE.price:.2f} EUR")
    says(f"$C_v$ = {DRIVE.cost:.2f} EUR")
    says(f"$P$ = {who_plan.PRODUCTION:,.0f}")


def own_lots() -> tuple[float, float, float]:
    """The best lot of Nordlys, of Meridian and of both."""
    stock = who_plan.CAPITAL + who_plan.SPACE
    buyer = economic_order_quantity(DRIVE.pieces, who_plan.ORDER, stock * DRIVE.price).lot
    vendor = economic_order_quantity(DRIVE.pieces, who_plan.SETUP, stock * DRIVE.cost * who_plan.busy()).lot
    joint = joint_economic_lot(
        DRIVE.pieces, who_plan.PRODUCTION, who_plan.ORDER, who_plan.SETUP, stock, DRIVE.cost, DRIVE.price
    )
    assert joint.cost == pytest.approx(figures.paid(joint.lot).cost)
    return buyer, vendor, joint.lot


def test_three_valleys() -> None:
    buyer, vendor, joint = own_lots()
    before, best = figures.paid(buyer), figures.paid(joint)
    says(f"Nordlys would order {buyer:.0f}, Meridian would make {vendor:.0f}")
    says(f"with {joint:.0f}, which costs {best.cost:,.0f} EUR instead of {before.cost:,.0f}")
    near = figures.paid(150)
    assert 0.75 <= (before.cost - near.cost) / (before.cost - best.cost) < 0.8
    says(f"At 150 drives the two pay {near.cost:,.0f} EUR: three quarters of the saving")
    more = [one.buyer_cost - before.buyer_cost for one in (near, best)]
    says(f"pays only {more[0]:,.0f} EUR more than at its own best lot, not {more[1]:,.0f}")


def test_the_suppliers_best_lot_is_no_better() -> None:
    buyer, vendor, _ = own_lots()
    before, after = figures.paid(buyer), figures.paid(vendor)
    says(f"its* best lot of {vendor:.0f}")
    says(f"{after.cost:,.0f} EUR: more than with Nordlys's lot")
    says(f"Meridian saves {before.vendor_cost - after.vendor_cost:,.0f} EUR")
    says(f"Nordlys pays {after.buyer_cost - before.buyer_cost:,.0f} EUR more")
    assert after.cost > before.cost


def test_what_a_drive_on_the_shelf_ties_up() -> None:
    own, capital, _, space = who_plan.holding(consigned=True)
    bought = who_plan.holding(consigned=False)[2]
    shelf = who_plan.today().at_buyer
    says(f"a rack with {shelf:.0f} drives means {hundreds(shelf * DRIVE.price)} EUR of sales")
    says(f"At {pct(who_plan.CAPITAL)} a year for the owner's capital")
    says(f"{bought:.2f} EUR against {capital:.2f} EUR. Space, {pct(who_plan.SPACE)}")
    says(f"a shipment costs Nordlys {who_plan.CALL:.0f} EUR")
    says(f"to count, for {who_plan.COUNTING:.0f} EUR a year")
    says(f"At {capital + space:.2f} EUR a year each")
    assert own < capital + space


def columns(name: str, store: who_plan.Store) -> None:
    says(f"| {name} | {store.vendor_cost:,.0f} | {store.buyer_cost:,.0f} | {store.cost:,.0f} |")


def test_the_two_columns_of_the_rack() -> None:
    before = who_plan.today()
    moved = who_plan.store(before.lot, 1, 0, consigned=True, waits=False)
    planned, bought = (who_plan.store(105, 2, 0, consigned=mine, waits=True) for mine in (True, False))
    columns("Today: 105 at a time, bought", before)
    columns("The rack changes its owner, nothing else", moved)
    columns("Also: two lots of 105 made in one run", planned)
    columns("For comparison: two lots in one run, rack bought", bought)
    seller, buyer = who_plan.gains(moved)
    says(f"Nordlys saves {buyer:,.0f} EUR, of which Meridian pays {-seller:,.0f}")
    says("less than 400 EUR is really saved")
    assert 300 < seller + buyer < 400
    assert min(who_plan.gains(planned)) > 0
    assert (before.cost - bought.cost) / (before.cost - planned.cost) > 0.8  # 'most of the saving'


def needs() -> list[float]:
    one, two = (meridian.bought(name).pieces / 4 for name in (meridian.NORDLYS, meridian.VISTULA))
    return [one, two, meridian.all_others().pieces / 4]


def margins() -> list[float]:
    one, two = (meridian.bought(name).margin for name in (meridian.NORDLYS, meridian.VISTULA))
    return [one, two, meridian.all_others().margin]


def allotted() -> dict[str, list[float]]:
    """Drives for Nordlys, Vistula and the others by the three rules of the table."""
    need = needs()
    made = first_plan.SUPPLY * sum(need)
    rest = (made - need[0]) / (need[1] + need[2])
    orders = [need[0], *(first_plan.INFLATED * one for one in need[1:])]
    return {
        "The same part for all": [first_plan.SUPPLY * one for one in need],
        "Nordlys first, the rest in equal parts": [need[0], rest * need[1], rest * need[2]],
        "By orders, when all but Nordlys order half more": [made * one / sum(orders) for one in orders],
    }


def test_three_rules_for_a_shortage() -> None:
    need = needs()
    says(
        f"customers need {sum(need):,.0f} drives, and Meridian can make {first_plan.SUPPLY * sum(need):,.0f}"
    )
    for name, given in allotted().items():
        cells = (f"{got:.0f} ({pct(got / one)})" for got, one in zip(given, need, strict=True))
        says(f"| {name} | {' | '.join(cells)} |")
    says(f"Meridian will get {pct(first_plan.SUPPLY)} of what it needs")
    says("not 135 drives but 59, like everybody's")


def test_what_the_first_place_is_worth_and_costs() -> None:
    equal, first, _ = allotted().values()
    gained = first[0] - equal[0]
    worth = gained * first_plan.STOPPED
    says(f"say it costs Nordlys {first_plan.STOPPED:.0f} EUR")
    says(f"saves it {gained:.0f} drives and {hundreds(worth)} EUR")
    says(f"{hundreds(worth)} EUR, and {hundreds(worth * first_plan.SHORT)} EUR a year if one year in three")
    one, two, rest = margins()
    says(f"a drive leaves {one:.0f} EUR there, {two:.0f} EUR at Vistula, {rest:.0f} EUR elsewhere")
    lost = sum((a - b) * m for a, b, m in zip(equal, first, margins(), strict=True))
    says(f"the promise costs {hundreds(lost)} EUR when it is kept")
    says(f"{gained:.0f} more drives, laid by at Nordlys in good times, cost")
    says(f"cost {hundreds(gained * continuity_plan.stock_cost())} EUR a year")


def test_one_store_for_three_plants() -> None:
    swings = (7, 5, 4)
    pooled = sqrt(sum(one**2 for one in swings))
    says(rf"\sqrt{{49 + 25 + 16}} = {pooled:.1f} .")
    says(f"that is {1.645 * pooled:.1f} drives instead of {1.645 * sum(swings):.1f}")
    saved = 1.645 * (sum(swings) - pooled) * continuity_plan.stock_cost()
    says(f"the saving is {saved:.0f} EUR")
    known = safety_stock([[97, 97, 103, 103], [96, 104, 96, 104]], z=1.0)
    assert known.pooled == pytest.approx(sqrt(sum(one**2 for one in known.separate)))
    separate = continuity_plan.swings()[0]  # the exercise's plants swing about as much
    assert all(abs(a - b) < 0.5 for a, b in zip(separate, swings, strict=True))


def test_two_plants_of_the_exercise() -> None:
    says(f"√(25 + 144) = {sqrt(169):.0f} instead of 17, so {pct(1 - 13 / 17)} of the safety stock")


def test_short_stops_long_stops_and_a_second_source() -> None:
    none, best = (figures.stored(figures.SHORT, n).cost * WEEKS for n in (0, None))
    says(f"two weeks of stock bring the cost from {none:,.0f} EUR a year down to {best:,.0f}")
    assert figures.stored(figures.SHORT).level == figures.stored(figures.SHORT, 2).level
    long_none, long_best = (figures.stored(figures.LONG, n).cost * WEEKS for n in (0, None))
    says(f"the best stock, nine weeks, leaves {long_best:,.0f} of {long_none:,.0f} EUR")
    assert figures.stored(figures.LONG).level == figures.stored(figures.LONG, 9).level
    second = figures.stored(figures.SECOND).cost * WEEKS
    says(f"leaves {second:,.0f} EUR with no stock at all")
    assert figures.stored(figures.SECOND).level == figures.stored(figures.SECOND, 0).level
    says(f"Up to {hundreds(long_best - second)} EUR a year Nordlys can pay")


def test_both_suppliers_are_down_equally_often() -> None:
    down = {round(stop / (stop + end), 9) for stop, end in (figures.SHORT, figures.LONG)}
    assert len(down) == 1
    says(f"both down in {pct(down.pop(), 1)} of all weeks")
    says(f"Let waiting cost {figures.WAITING:.0f} EUR a drive and week")
    for stop, end in (figures.SHORT, figures.LONG):
        says(rf"($\alpha$ = {stop}, $\beta$ = {end})")
    assert 1 / figures.SHORT[1] == 2
    assert 1 / figures.LONG[1] == 8
    assert WEEKS * figures.LONG[0] == pytest.approx(1 / 4, rel=0.05)
    assert figures.WAITING == continuity_plan.BUYER_LATE


def test_the_first_link_quotations() -> None:
    asked, part = meridian.work("Quotation"), both_plan.CAN_GO[both_plan.QUOTES]
    seller, buyer = both_plan.cost(both_plan.QUOTES)
    assert seller == pytest.approx(asked.minutes * rate_per_minute(BOOK), rel=1e-3)
    says(f"{asked.times:,.0f} quotations took {asked.minutes:,.0f} minutes, or {thousands(seller)} EUR")
    says("ends seven in ten")
    assert part == 0.7
    says(f"{thousands(part * seller)} EUR less at Meridian")
    says(f"{both_plan.HIS_MINUTES[both_plan.QUOTES]:.0f} minutes at {both_plan.HIS_RATE:.2f} EUR")
    says(f"{thousands(part * buyer)} EUR less at Nordlys")


def test_the_second_and_third_link() -> None:
    passed = both_plan.CAN_GO[both_plan.QUOTES] * both_plan.cost(both_plan.QUOTES)[0] / 2
    one = meridian.account()
    cut = passed / one.revenue
    says(f"passes half of it on: {thousands(passed)} EUR, or {pct(cut, 1)} of the price")
    grown = ELASTICITY * SHARE * cut
    says(f"Nordlys sells {pct(grown, 1)} more; with {PASSED}, {pct(grown * PASSED, 2)}")
    left = one.revenue - one.cost_of_goods
    says(f"against {thousands(passed)} EUR given away")
    says(f"One per cent more drives leaves Meridian {hundreds(0.01 * left)} EUR")
    need = meridian.spending()
    says(f"needs drives for {need:,.0f} EUR a year and buys {pct(one.revenue / need)} of them here")
    says(f"Ten points more would leave Meridian {thousands(0.1 * need * left / one.revenue)} EUR")


def test_how_cheap_the_drive_would_have_to_be() -> None:
    says(f"0.05 / (2.6 × 0.5 × 0.25) = {pct(0.05 / (2.6 * 0.5 * 0.25))}")


def test_the_ledger_knows_nordlys_as_the_largest_account() -> None:
    largest = max(account_results(BOOK, meridian.YEAR), key=lambda one: one.revenue)
    assert largest.name == meridian.NORDLYS
