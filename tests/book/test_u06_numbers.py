"""Every worked number of the chapter, recomputed from the models and the ledger and found in the text."""

from __future__ import annotations

from itertools import pairwise
from math import comb, sqrt
from typing import Any

import pytest
from wording import Chapter, pct, thousands

from kamlab.data import account_results, ledger
from kamlab.models.balance import PartnershipBalance, partnership_balance
from kamlab.models.benchmark import expected_best_quote
from kamlab.models.bullwhip import chain_ratio, chain_ratio_from_orders, variance_ratio
from kamlab.models.coalition import dependence
from kamlab.models.crossholding import firm_values
from kamlab.models.repeated_game import critical_discount
from kamlab.widgets.u04 import figures as unit4
from kamlab.widgets.u06 import bullwhip_plan, holding_plan, third_plan
from kamlab.widgets.u06.holding_plan import Deal

CHAPTER = Chapter("u06")
says = CHAPTER.says
BOOK = ledger()
NORDLYS = "Nordlys Appliances"
MEMORY = 10  # weeks in the forecast of the chapter's chain
WEEKS = bullwhip_plan.DELIVERY


def signed(value: float, digits: int = -2) -> str:
    """Rounded, with a true minus, as the chapter's table writes it."""
    return f"{round(value, digits):,.0f}".replace("-", "−")


def millions(value: float) -> str:
    return f"{value / 1e6:.1f}"


def account() -> str:
    return str(next(row[0] for row in BOOK["accounts"].rows if row[1] == NORDLYS))


def lines(year: int) -> list[tuple[Any, ...]]:
    """The order lines of Nordlys in a year."""
    return [row for row in BOOK["orders"].rows if row[2] == account() and row[4].year == year]


def ordered(month: int) -> int:
    return sum(row[5] for row in lines(2025) if row[4].month == month)


def test_the_chart_above_the_coffee_machine() -> None:
    says(f"{ordered(1):,} pieces in January, {ordered(2):,} in February, none in June, none in August")
    says(f"none in August, {ordered(9):,} in September")
    assert ordered(6) == ordered(8) == 0
    says(f"Nordlys placed {len({row[0] for row in lines(2025)})} orders in 2025")


def test_the_people_of_the_scene_are_in_the_ledger() -> None:
    known = {(row[2], row[3]) for row in BOOK["contacts"].rows if row[1] == account()}
    assert ("Tomas Lopez", "General management") in known
    assert ("Stefan Lopez", "Purchasing") in known


def test_the_discount_has_not_moved_by_half_a_point() -> None:
    says("In three years our discount has not moved by half a point")
    shares = []
    for year in (2023, 2024, 2025):
        listed = sum(row[5] * row[6] for row in lines(year))
        shares.append(1 - sum(row[5] * row[7] for row in lines(year)) / listed)
    assert max(shares) - min(shares) < 0.005


def swing(ratio: float) -> float:
    return bullwhip_plan.DEVIATION * sqrt(ratio)


def unseen(stages: int, weeks: tuple[int, ...] = WEEKS) -> float:
    return swing(chain_ratio_from_orders(weeks[:stages], MEMORY))


def seen(stages: int) -> float:
    return swing(chain_ratio(WEEKS[:stages], MEMORY, shared=True))


def test_the_chain_of_the_chapter_is_that_of_the_exercise() -> None:
    says(f"about {bullwhip_plan.MEAN} of Nordlys's heat pumps a week, give or take {bullwhip_plan.DEVIATION}")
    says("the goods take two, four and four weeks")
    assert WEEKS == (2, 4, 4)
    assert bullwhip_plan.TODAY.window == MEMORY
    says("with the mean of the last ten weeks")
    says(f"become 100 give or take {unseen(3):.0f}")
    says(f"see the shops' tills, it would be {seen(3):.0f}")


def test_who_earns_the_synergy_and_who_pays() -> None:
    rates = bullwhip_plan.SWING
    says(f"cost Meridian {rates[2]:,.0f} EUR a year and the magnet maker {rates[3]:,.0f}")
    calmer = [0.0, *((unseen(k) - seen(k)) * rates[k] for k in (1, 2, 3))]
    data = [-bullwhip_plan.PASSING, -bullwhip_plan.LINK, -bullwhip_plan.LINK, 0.0]
    both = [calm + link for calm, link in zip(calmer, data, strict=True)]
    for name, row in (("calmer orders", calmer), ("sending and reading data", data)):
        says(f"| {name} | " + " | ".join(map(signed, [*row, sum(row)])) + " |")
    cells = (f"**{signed(value)}**" for value in [*both, sum(both)])
    says("| **Synergy** | " + " | ".join(cells) + " |")


def test_the_table_of_the_synergy_adds_up_as_printed() -> None:
    names = ("calmer orders", "sending and reading data", "**Synergy**")
    table = [line for line in CHAPTER.path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    rows = [next(line for line in table if line.startswith(f"| {name} ")) for name in names]
    calmer, data, both = ([amount(cell) for cell in row.strip("|").split("|")[1:]] for row in rows)
    assert all(row[-1] == sum(row[:-1]) for row in (calmer, data, both))
    assert both == [calm + link for calm, link in zip(calmer, data, strict=True)]


def amount(cell: str) -> int:
    return int(cell.strip(" *").replace(",", "").replace("−", "-"))


def test_how_the_wave_grows() -> None:
    ratio = variance_ratio(WEEKS[0], MEMORY)
    says(
        f"it is {ratio:.2f}; the swing itself grows by the root of that, from 10 to {swing(ratio):.1f} pieces"
    )
    says(f"the swing is {unseen(1):.1f}, {unseen(2):.1f} and {unseen(3):.1f}")
    says(f"the weeks add up to {sum(WEEKS)}, and the swing ends at {seen(3):.1f}")
    says(f"each delivery took two weeks, it would end at {unseen(3, (2, 2, 2)):.1f}")
    says("Four firms have six pairs, ten have 45")
    assert (comb(4, 2), comb(10, 2)) == (6, 45)


def test_a_longer_memory_and_a_shorter_delivery_do_the_same() -> None:
    first, longer, faster = variance_ratio(4, 4), variance_ratio(4, 8), variance_ratio(2, 4)
    says(f"1 + 2 + 2 = {first:.0f} times, the swing {sqrt(first):.2f} times")
    says(f"1 + 1 + 0.5 = {longer:.1f}, a swing of {sqrt(longer):.2f} times")
    assert faster == longer


def test_what_shares_in_each_other_do_to_the_books() -> None:
    own = holding_plan.assets(0.0, 0.0)
    says(f"ten times its yearly profit, {millions(own[0])} million EUR, and Nordlys Heat {millions(own[1])}")
    assert holding_plan.MULTIPLE == 10
    found = firm_values([[0.0, 0.2], [0.2, 0.0]], own)
    says(f"their books say {millions(found.book[0])} million and {millions(found.book[1])} million")
    says(f"{millions(sum(found.book) - sum(own))} million out of nothing")
    says(f"can claim {millions(found[0])} million and {millions(found[1])} million")
    assert sum(found.market) == pytest.approx(sum(own))
    says(f"Meridian's own shareholders now lose {100 * found.dependency[0][1]:.0f} cents")


def pair(stake: float, mutual: float) -> float:
    """What both firms earn together, EUR a year."""
    return holding_plan.chain_share(stake, mutual) * holding_plan.best()


def test_what_a_stake_mends() -> None:
    seller = next(one.profit for one in account_results(BOOK, 2025) if one.name == NORDLYS)
    best = holding_plan.best()
    says(f"earns {thousands(seller)} EUR a year from Nordlys Heat, as it did from Nordlys in 2025")
    says(f"both together earn {thousands(pair(0, 0))} of a possible {thousands(best)}")
    assert pair(0, 0) == 0.75 * best
    says(f"With $s$ = 20 % alone it is {pct(pair(0.2, 0) / best)}, or {thousands(pair(0.2, 0))} EUR")
    says(f"{thousands(pair(0.2, 0) - pair(0, 0))} more a year.")
    assert pair(0, 0.2) == pair(0, 0)
    says(f"the 22,000 become {thousands(pair(0.2, 0.2) - pair(0, 0))}")


def test_who_does_the_mending_and_who_gains() -> None:
    before, after = holding_plan.split(0.0, 0.0), holding_plan.split(0.2, 0.0)
    seller, buyer = ((new - old) * holding_plan.best() for old, new in zip(before, after, strict=True))
    says(f"{thousands(buyer)} more arise at Nordlys Heat and {thousands(-seller)} fewer at Meridian")
    says(f"about {thousands(0.2 * buyer + seller)} EUR")


def test_when_an_authority_looks() -> None:
    says("With shares of 30, 25, 20, 10, 10 and 5 %")
    assert [round(100 * share) for share in holding_plan.MARKET] == [30, 25, 20, 10, 10, 5]
    today = holding_plan.market(Deal(0.0, 0.0, 0.0, sold=False))
    says(f"it stands at {today.mhhi:,.0f} points")
    added = {u: holding_plan.market(Deal(0.2, u, 0.0, sold=False)).delta - today.delta for u in (0.2, 0.05)}
    first, second = holding_plan.FOUNDERS
    says(f"hold {100 * first:.0f} and {pct(second)} of the rest, the deal adds {added[0.2]:.0f}")
    says(f"a stake of 5 % would add {added[0.05]:.0f}")
    says(f"above {holding_plan.CONCENTRATED[1]:,.0f} points")
    says(f"the change is below {holding_plan.CHANGES[1]:.0f}")
    says(f"own {pct(holding_plan.RIVAL)} of Clemens Electric")


def patience(chance: float) -> float:
    return chance * unit4.INTEREST


def gauges(chance: float, risk: float) -> PartnershipBalance:
    """The chapter's draft: unit 4's promise and dependences, and Meridian's half of the gain."""
    needed = critical_discount(unit4.KEPT, unit4.BROKEN, unit4.AFTERWARDS)
    return partnership_balance(patience(chance), needed, 0.72 - 0.16, risk - 0.5)


def test_the_three_gauges_of_the_draft() -> None:
    needed = critical_discount(unit4.KEPT, unit4.BROKEN, unit4.AFTERWARDS)
    says(f"needed a patience of {needed:.2f} and had {patience(0.9):.2f}")
    found = gauges(0.9, 0.8)
    says(f"$T$ = {found.trust:.0f}.")
    says(f"$P$ = {found.power:.2f}")
    says(f"$R$ = {found.risk:.2f}")
    says(f"The mean is {found.balance:.2f}")
    assert found.weakest == "power"


def test_nordlys_buys_from_meridian_what_the_ledger_says() -> None:
    bought = sum(row[5] * row[7] for row in lines(2025))
    all_sales = sum(row[5] * row[7] for row in BOOK["orders"].rows if row[4].year == 2025)
    need = next(float(row[5]) for row in BOOK["accounts"].rows if row[1] == NORDLYS)
    says(
        f"buys {pct(bought / need)} of its drives from Meridian, for which that is {pct(bought / all_sales)}"
    )


def test_two_ways_to_be_equal() -> None:
    assert gauges(0.9, 0.8 - 0.3).risk == pytest.approx(1)
    loose, tight = dependence(0.16, 0.16), dependence(0.72, 0.72)
    assert loose.imbalance == tight.imbalance == 0
    says(f"add up to {loose.mutual:.2f}, the second to {tight.mutual:.2f}")


def test_the_partner_of_the_exercise_lacks_trust_most() -> None:
    found = partnership_balance(0.45, 0.60, 0.30 - 0.10, 0.60 - 0.40)
    says(f"$T$ = {found.trust:.2f}, $P$ = {found.power:.2f}, $R$ = {found.risk:.2f}. Begin with trust")
    assert found.weakest == "trust"


def test_what_a_few_quiet_years_cost() -> None:
    making, drift = third_plan.making(), third_plan.GROWTH
    left = next(one.profit for one in account_results(BOOK, 2025) if one.name == NORDLYS)
    says(f"we assume, {pct(third_plan.MADE)} of what these goods cost in all: {thousands(making)} EUR")
    says(
        f"are {thousands(drift * making)} EUR in the first year "
        f"and {thousands(5 * drift * making)} in the fifth"
    )
    says("by three points a year")
    assert drift == 0.03
    assert 5 * drift * making / left == pytest.approx(1 / 3, abs=0.01)


def test_six_plants_are_compared() -> None:
    for place, name in enumerate(("of labour", "of machines")):
        says(
            f"| {name} | " + " | ".join(f"{hours[place]:.0f}" for hours in third_plan.PLANTS.values()) + " |"
        )
    seen_by = {who: third_plan.scores(who)["A"] for who in third_plan.SEEN}
    says(f"so A scores {seen_by[third_plan.BODY]:.2f}")
    says(f"see A and B only, and A scores {seen_by[third_plan.OWN]:.2f}")
    says(f"also know C, and A scores {seen_by[third_plan.BUYERS]:.2f}")
    mix = third_plan.peers(third_plan.BODY)
    says(f"D and F, in parts of {100 * mix['D']:.0f} and {pct(mix['F'])}")
    for place in (0, 1):
        needed = sum(part * third_plan.PLANTS[name][place] for name, part in mix.items())
        says(f"{pct(needed / third_plan.PLANTS['A'][place])} of the {('labour', 'machine hours')[place]}")


def test_how_many_quotes_are_enough() -> None:
    prices, chances = third_plan.QUOTES
    says(f"{pct(chances[2])} would not be cheaper than Meridian, {pct(chances[1])} would be by five per cent")
    says(f"and {pct(chances[0])} by ten")
    assert [round(1 - price, 9) for price in prices] == [0.10, 0.05, 0.0]
    best = [1.0, *(expected_best_quote(prices, chances, n) for n in (1, 2, 3))]
    first, second, third = (pct(1 - price, 2) for price in best[1:])
    says(f"{first} below today's price with one quote, {second} with two, {third} with three")
    tested = third_plan.tested()
    says(f"a fifth of Nordlys's purchases, {thousands(tested)} EUR a year")
    assert third_plan.TESTED == 0.2
    worth = [2 * tested * (old - new) for old, new in pairwise(best)]
    found = [thousands(value) for value in worth]
    says(f"quote is worth {found[0]} EUR, the second {found[1]}, the third {found[2]}")
    says(f"costs {third_plan.QUOTE:,.0f} EUR to get and check one, two are enough")
    assert worth[1] > third_plan.QUOTE > worth[2]


def best_interval(fee: float, drift: float) -> float:
    return sqrt(2 * fee / drift)


def test_how_often_to_look() -> None:
    fee, drift = third_plan.FEE[third_plan.BODY], third_plan.GROWTH * third_plan.making()
    best = best_interval(fee, drift)
    says(f"With a fee of {fee:,.0f} EUR and the drift of the last section it is {best:.1f} years")
    assert best_interval(fee, drift) == pytest.approx(
        third_plan.best_years(third_plan.Plan("body", 2, 0, 0, 0.5))
    )
    assert fee / drift == pytest.approx(2, abs=0.2)


def test_small_relationships_may_sleep_longer() -> None:
    says(f"√(2 × 30,000 / 3,600) = {best_interval(30_000, 0.03 * 120_000):.1f} years")
    assert third_plan.making() / 120_000 == pytest.approx(4, abs=0.1)


def test_how_many_people_hear_a_hum() -> None:
    assert third_plan.NAMED == 0.1
    ten, twenty, thirty = (pct(third_plan.heard(n)) for n in (10, 20, 30))
    says(f"ten talks find {ten} of all troubles, twenty {twenty}, thirty {thirty}")
