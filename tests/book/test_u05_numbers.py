"""Every worked number of the chapter, recomputed from the models and the ledger and found in the text."""

from __future__ import annotations

from math import log10, sqrt
from statistics import mean
from typing import Any

import pytest
from wording import Chapter, pct, thousands

from kamlab.data import AccountResult, account_results, ledger, rate_per_minute
from kamlab.models.coalition import assignment_game, dependence, polarisation
from kamlab.models.continuity import (
    equivalent_number,
    optimal_supplier_count,
    supplier_count_cost,
)
from kamlab.models.joint_lot import economic_order_quantity, joint_economic_lot, joint_lot_cost
from kamlab.models.pooling import PooledOrders, pooled_order_cost
from kamlab.models.procurement import expected_low_bid
from kamlab.widgets.u05 import figures, many_plan, pairs_plan, poles_plan, pool_plan, tender_plan
from kamlab.widgets.u05.pairs_plan import GRANDVALE, MERIDIAN, NORDLYS, ORBITAL

CHAPTER = Chapter("u05")
says = CHAPTER.says
BOOK = ledger()
COMPACT = "P06"
LOW = tender_plan.LOW  # EUR, the lowest cost that is assumed
ORDER_COST, STOCK = pool_plan.ORDER, 0.20  # EUR an order; a year, of the goods' value


def results(year: int = 2025) -> dict[str, AccountResult]:
    return {one.name: one for one in account_results(BOOK, year) if one.revenue > 0}


def spending(name: str) -> float:
    """What an account spends on drives with all suppliers, EUR a year."""
    return float(account(name)[5])


def account(name: str) -> tuple[Any, ...]:
    """An account's row."""
    return next(row for row in BOOK["accounts"].rows if row[1] == name)


def compact_lines() -> list[tuple[int, float]]:
    """Quantity and price of each line in which Nordlys ordered the compact drive in 2025."""
    nordlys = account("Nordlys Appliances")[0]
    return [
        (row[5], row[7])
        for row in BOOK["orders"].rows
        if (row[2], row[3], row[4].year) == (nordlys, COMPACT, 2025)
    ]


def pieces() -> int:
    return sum(quantity for quantity, _ in compact_lines())


def price() -> float:
    return sum(quantity * paid for quantity, paid in compact_lines()) / pieces()


def unit_cost() -> float:
    return next(float(row[4]) for row in BOOK["products"].rows if row[0] == COMPACT)


def bid(bidders: int) -> float:
    return expected_low_bid(bidders, LOW, price())


def test_the_pallet_of_the_scene_holds_a_usual_order() -> None:
    says(f"{mean(quantity for quantity, _ in compact_lines()):.0f} compact drives")


def test_the_people_of_the_scene_are_in_the_ledger() -> None:
    buyers = {(row[1], row[2]) for row in BOOK["contacts"].rows if row[3] == "Purchasing"}
    assert (account("Nordlys Appliances")[0], "Stefan Lopez") in buyers
    assert (account("Harbour Rewinds")[0], "Bruno Silva") in buyers
    assert "Pannonia Print" in results()


def test_three_of_the_five_workshops_still_buy() -> None:
    assert sum(name in results() for name in pool_plan.FIRMS) == 3
    says("three parcels for three workshops")
    says("five workshops in Britain and Ireland; two have stopped buying here")
    assert {account(name)[3] for name in pool_plan.FIRMS} == {"United Kingdom", "Ireland"}


def test_what_bidders_are_worth() -> None:
    says(f"Nordlys bought {pieces():,} compact drives of 1.5 kW, for {price():.2f} EUR each")
    says(f"from {LOW:.0f} EUR to that price")
    says(f"expects to pay {bid(2):.2f} EUR, with four {bid(4):.2f} EUR, with eight {bid(8):.2f} EUR")
    says(f"is worth {bid(1) - bid(2):.2f} EUR, the eighth {bid(7) - bid(8):.2f} EUR")
    says(f"makes the drive for {unit_cost():.2f} EUR")
    assert LOW < unit_cost() < bid(8)  # a cost like Meridian's is among those assumed


def test_joint_work_is_counted_per_piece() -> None:
    says("saves Nordlys 12 EUR a piece")
    says(f"a partner at 144 EUR is cheaper than a stranger at {bid(4):.0f} EUR")
    assert bid(4) > 144 - 12


def test_one_more_bidder_pays_and_a_second_does_not() -> None:
    fifth, sixth = bid(4) - bid(5), bid(5) - bid(6)
    says(f"To test and approve one more costs {tender_plan.TESTING:,.0f} EUR")
    says(f"The fifth lowers the expected price by {fifth:.2f} EUR, worth {fifth * pieces():,.0f} EUR")
    says(f"the sixth by {sixth:.2f} EUR, worth {sixth * pieces():,.0f} EUR")
    assert fifth * pieces() > tender_plan.TESTING > sixth * pieces()


def test_what_grandvale_earns_with_either_supplier() -> None:
    saved = {one: pairs_plan.saving(one, GRANDVALE) for one in (ORBITAL, MERIDIAN)}
    cost = pairs_plan.PROGRAMME
    says(f"and {pairs_plan.spending()[GRANDVALE]:,.0f} EUR a year for drives")
    says(f"precise supply saves {pct(pairs_plan.SAVED)} wherever the supplier is present")
    says(f"that is {saved[ORBITAL]:,.0f} EUR, less {cost[ORBITAL]:,.0f} EUR for Orbital's programme")
    says(f"programme: {pairs_plan.worth(ORBITAL, GRANDVALE):,.0f} EUR for the two to share")
    says(f"{saved[MERIDIAN]:,.0f} EUR less a programme of {cost[MERIDIAN]:,.0f} EUR")
    says(f"leaves {pairs_plan.worth(MERIDIAN, GRANDVALE):,.0f} EUR")
    more = pairs_plan.worth(ORBITAL, GRANDVALE) - pairs_plan.worth(MERIDIAN, GRANDVALE)
    says(f"That is {more:,.0f} reasons")
    assert (pairs_plan.REACH[ORBITAL], pairs_plan.REACH[MERIDIAN], pairs_plan.PLANTS[GRANDVALE]) == (5, 3, 5)


def test_the_joint_lot_of_the_compact_drive() -> None:
    says("could make 6,000")
    alone = economic_order_quantity(pieces(), 100, STOCK * price())
    apart = joint_lot_cost(alone.lot, pieces(), 6000, 100, 400, STOCK, unit_cost(), price())
    joint = joint_economic_lot(pieces(), 6000, 100, 400, STOCK, unit_cost(), price())
    says(f"Nordlys orders {alone.lot:.0f} at a time, and both sides together pay {apart.cost:,.0f} EUR")
    says(f"the lot is {joint.lot:.0f} and the cost {joint.cost:,.0f} EUR")
    says(f"Nordlys pays {joint.buyer_cost - apart.buyer_cost:,.0f} EUR more")
    says(f"Meridian, which saves {apart.vendor_cost - joint.vendor_cost:,.0f} EUR")


def test_like_pairs_with_like_among_four() -> None:
    surplus = [[pairs_plan.worth(s, b) for b in (GRANDVALE, NORDLYS)] for s in (ORBITAL, MERIDIAN)]
    game = assignment_game(surplus)
    assert [tuple(pair) for pair in game.matching] == [(0, 0), (1, 1)]
    says(f"Meridian would earn {thousands(surplus[1][1])} EUR")
    says(f"dearer and no wider there, {thousands(surplus[0][1])} EUR")
    says(f"makes {thousands(game.value)} EUR, crossed over {thousands(surplus[0][1] + surplus[1][0])} EUR")


def test_what_orbital_can_ask_for_hangs_on_meridian() -> None:
    together, rival = pairs_plan.worth(ORBITAL, GRANDVALE), pairs_plan.worth(MERIDIAN, GRANDVALE)
    says(f"gets 147,000 EUR of its {thousands(pairs_plan.worth(MERIDIAN, NORDLYS))} EUR")
    says(f"leave Grandvale {rival - 147_000:,.0f} EUR")
    says(f"can ask for {together - (rival - 147_000):,.0f} EUR at most")


def test_orbital_that_asks_for_too_much() -> None:
    together, rival = pairs_plan.worth(ORBITAL, GRANDVALE), pairs_plan.worth(MERIDIAN, GRANDVALE)
    says(f"Orbital asks for 400,000 of the {together:,.0f} EUR, and Meridian gets 100,000 EUR")
    says(f"Grandvale gets {together - 400_000:,.0f} EUR and Meridian 100,000 EUR")
    says(f"together they could earn {rival:,.0f} EUR")
    says(f"Orbital can ask for {together - (rival - 100_000):,.0f} EUR")
    says(f"Grandvale must get the {rival - 100_000:,.0f} EUR")
    assert together - 400_000 + 100_000 < rival


def test_less_unequal_and_more_divided() -> None:
    spread, poles = [0.0, 1, 2, 3], [0.5, 0.5, 2.5, 2.5]
    assert [log10(sales) for sales in (1, 10, 100, 1000)] == pytest.approx(spread)
    gaps = [polarisation([1] * 4, places, 0) for places in (spread, poles)]
    indices = [polarisation([1] * 4, places, 1) for places in (spread, poles)]
    says(f"average gap falls from {gaps[0]:.2f} to {gaps[1]:.2f}")
    says(f"polarisation rises from {indices[0]:.2f} to {indices[1]:.2f}")


def test_the_trade_of_the_poles_and_of_the_middle() -> None:
    market = poles_plan.market()
    top, upper, lower, small = (trade / sum(market.trade) for trade in market.trade)
    says(f"five large ones spend {pct(top)}, sixteen in the middle {pct(upper + lower)}")
    says(f"thirty-nine small ones {pct(small)}")
    assert market.accounts == (5, 10, 6, 39)
    says(f"The five are {pct(top)} of the trade; {pct(1 - top)} is elsewhere")


def test_a_market_that_falls_into_two_poles() -> None:
    moved = poles_plan.FORMED
    says(f"If {pct(moved)} of the middle's trade moved to its nearer pole")
    unequal, divided = (
        poles_plan.poles(moved, a) / poles_plan.poles(0, a) - 1 for a in (0, poles_plan.ALPHA)
    )
    says(f"inequality would rise by {pct(unequal)}, and polarisation by {pct(divided)}")


def test_meridians_small_edge_thins_out() -> None:
    first, last = (figures.accounts_by_size(year) for year in (2023, 2025))
    says(f"from {first[0]} accounts to {last[0]}")
    indices = [polarisation(counted, [0, 1, 2], 1) for counted in (first, last)]
    says(f"*fallen* from {indices[0]:.2f} to {indices[1]:.2f}")
    assert last[1] >= first[1]  # the middle has not emptied


def test_what_an_engineer_touches() -> None:
    market = poles_plan.market()
    large, small = market.trade[0] / market.accounts[0], market.trade[-1] / market.accounts[-1]
    says(f"touches {thousands(large)} EUR of drive spending, at a small one {thousands(small)} EUR")
    says(f"moves {large / small:.0f} times as much")


def workshops(year: int) -> list[AccountResult]:
    return [one for one in results(year).values() if account(one.name)[2] == "Workshops"]


def test_what_the_workshops_leave() -> None:
    bought = workshops(2025)
    profit = sum(one.profit for one in bought)
    assert len(bought) == 9
    says(f"Nine workshops bought from Meridian in 2025, for {thousands(sum(r.revenue for r in bought))} EUR")
    says(f"a profit of {profit:,.0f} EUR, or {profit / 9:,.0f} EUR each")
    says(f"In 2023 there were {len(workshops(2023))} workshops")


def test_what_a_visit_costs() -> None:
    visits = [(row[4], row[5]) for row in BOOK["services"].rows if row[3] == "Field visit"]
    minutes = sum(taken for _, taken in visits) / sum(times for times, _ in visits)
    cost = minutes * rate_per_minute(BOOK)
    says(f"One visit takes {minutes:.0f} minutes and costs {cost:.0f} EUR")
    left = mean(one.profit for one in workshops(2025))
    assert 4 * cost < left < 5 * cost  # a fifth visit, and the year is a loss


def test_a_workshop_that_is_small_with_us_only() -> None:
    name = "Småland Verkstad"
    says(f"{name} buys here for {thousands(results()[name].revenue)} EUR")
    says(f"and spends {thousands(spending(name))} EUR on drives")


def pool(*names: str) -> PooledOrders:
    needs = [spending(name) for name in names]
    return pooled_order_cost(ORDER_COST, needs, [STOCK] * len(needs))


def test_two_workshops_order_together() -> None:
    found = pool("Harbour Rewinds", "Quarry Hill Motors")
    first, second = found.alone
    says(f"Let an order cost {ORDER_COST:.0f} EUR and stock {pct(STOCK)} a year")
    says(f"spends 114,000 EUR on drives, pays {first:,.0f} EUR")
    says(f"with 170,000 EUR, {second:,.0f} EUR; both together {found.joint:,.0f} EUR")
    says(f"which is {pct(1 - found.joint / (first + second))} less")
    assert found.joint == pytest.approx(sqrt(first**2 + second**2))
    says(f"Half each, {found.joint / 2:,.0f} EUR, suits both")
    assert found.joint / 2 < min(found.alone)


def test_half_of_the_bill_drives_a_small_member_out() -> None:
    found = pool("Elmgrove Electric", "Quarry Hill Motors")
    says(
        f"Half of the bill would be {found.joint / 2:,.0f} EUR; alone Elmgrove pays {found.alone[0]:,.0f} EUR"
    )
    says(f"it pays {found.shares[0]:,.0f} EUR, Quarry Hill {found.shares[1]:,.0f} EUR")
    assert found.joint / 2 > found.alone[0]
    assert all(share < alone for share, alone in zip(found.shares, found.alone, strict=True))


def test_three_and_nine_equal_workshops() -> None:
    three, nine = (pooled_order_cost(1, [1] * n, [1] * n) for n in (3, 9))
    says(f"√3 = {three.joint / three.alone[0]:.2f} times what one pays alone")
    says(f"a third of it is {three.shares[0] / three.alone[0]:.2f}, so each saves")
    says(f"each saves {pct(1 - three.shares[0] / three.alone[0])}")
    says(f"one third and saves {pct(1 - nine.shares[0] / nine.alone[0])}")


def test_the_shortest_contract_that_pays_for_the_bench() -> None:
    worth = {years: sum(40_000 / 1.1**year for year in range(1, years + 1)) for years in (3, 4)}
    says("cost Meridian 120,000 EUR, save 40,000 EUR a year")
    says(f"three years is worth {thousands(worth[3])} EUR at a discount rate of 10 %; for four years, ")
    says(f"for four years, {thousands(worth[4])} EUR")
    assert worth[3] < 120_000 < worth[4]


RISKS = (many_plan.SHARED, many_plan.OWN, many_plan.LOSS)
KEEP = many_plan.KEEPING


def test_how_many_suppliers_are_worth_their_keep() -> None:
    lost = [supplier_count_cost(n, *RISKS, 0) for n in (1, 2, 3)]
    says(f"a stoppage cost Nordlys {many_plan.LOSS:,.0f} EUR")
    says(f"in {100 * RISKS[0]:.0f} of 100 years, and each on its own in {100 * RISKS[1]:.0f}")
    says(f"is {thousands(lost[0])} EUR a year with one supplier, {thousands(lost[1])} EUR with two")
    says(f"and {thousands(lost[2])} EUR with three")
    says(f"costs {KEEP:,.0f} EUR a year to keep a supplier, two are best")
    assert optimal_supplier_count(*RISKS, KEEP).suppliers == 2
    assert RISKS[0] * RISKS[2] > 0.8 * lost[1]  # most of what remains is shared


def test_the_loss_at_which_a_third_supplier_pays() -> None:
    shared, own, _ = RISKS
    saved = (1 - shared) * own**2 * (1 - own)
    says(f"0.98 × 0.06² × 0.94 = {100 * saved:.2f} %")
    says(f"About {KEEP / saved / 1e6:.1f} million EUR")
    assert optimal_supplier_count(shared, own, 7.4e6, KEEP).suppliers == 2
    assert optimal_supplier_count(shared, own, 7.6e6, KEEP).suppliers == 3


def shares(year: int = 2025, **factors: float) -> list[float]:
    """Each account's share of sales; ``Nordlys`` may be multiplied by a factor, 0 for its loss."""
    sales = [
        one.revenue * (factors.get("nordlys", 1.0) if one.name == "Nordlys Appliances" else 1.0)
        for one in results(year).values()
    ]
    return [sale / sum(sales) for sale in sales]


def test_how_many_equal_customers_meridian_has() -> None:
    says(f"sold to {len(results(2023))} accounts in 2023 and to {len(results(2025))} in 2025")
    says(f"fallen from {equivalent_number(shares(2023)):.1f} to {equivalent_number(shares()):.1f}")
    says(f"If Nordlys doubled its purchases, it would be {equivalent_number(shares(nordlys=2)):.1f}")
    says(f"from {equivalent_number(shares()):.1f} to {equivalent_number(shares(nordlys=0)):.1f}.'")


def test_who_hangs_on_whom() -> None:
    of_meridian = max(shares())
    of_nordlys = results()["Nordlys Appliances"].revenue / spending("Nordlys Appliances")
    says(f"Nordlys is {pct(of_meridian)} of Meridian's sales; Meridian supplies {pct(of_nordlys)}")
    assert dependence(of_first=of_meridian, of_second=of_nordlys).weaker == "second"


@pytest.mark.parametrize("concept", ["c10", "c11", "c12", "c22", "c23", "c24", "c25", "c26", "c28", "c61"])
def test_every_concept_of_the_unit_has_its_section(concept: str) -> None:
    assert f"(concept-{concept})=" in CHAPTER.text
