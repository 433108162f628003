"""Every worked number of the chapter, recomputed from the models and the ledger and found in the text."""

from __future__ import annotations

from math import comb
from statistics import mean

import pytest
from wording import Chapter, pct, thousands

from kamlab.data import (
    AccountResult,
    account_results,
    active_years,
    ledger,
    rate_per_minute,
    retention_by_segment,
)
from kamlab.data.scorecard import AccountScore, scorecard
from kamlab.models.clv import retention_multiple
from kamlab.models.cost_to_serve import whale_curve
from kamlab.models.portfolio import account_position, ahp_priorities, factor_importance

CHAPTER = Chapter("u01")
says = CHAPTER.says
BOOK = ledger()
RATE = 0.10
HARTWALD, NORDLYS, KARST = "Hartwald Presses", "Nordlys Appliances", "Karst Drainage"


def results(year: int | None = None) -> dict[str, AccountResult]:
    return {one.name: one for one in account_results(BOOK, year)}


def after_goods(one: AccountResult) -> float:
    return one.revenue - one.returns - one.cost_of_goods


def segment_rate(segment: str) -> float:
    return next(one.rate for one in retention_by_segment(BOOK) if one.segment == segment)


def scores() -> dict[str, AccountScore]:
    return {one.name: one for one in scorecard(BOOK)}


def test_growth_hangs_on_nordlys() -> None:
    first, last = results(2023), results(2025)
    now = sum(one.revenue for one in last.values())
    rise = now - sum(one.revenue for one in first.values())
    nordlys = last[NORDLYS].revenue - first[NORDLYS].revenue
    says(f"rose by {thousands(rise)} EUR, to {thousands(now)} EUR")
    says(f"Nordlys alone bought {thousands(nordlys)} EUR more")
    assert rise < nordlys  # without it, Meridian would have shrunk


def test_survival_hangs_on_nordlys() -> None:
    last = results(2025)
    profit = sum(one.profit for one in last.values())
    left = after_goods(last[NORDLYS])
    says(f"brought {pct(last[NORDLYS].revenue / sum(one.revenue for one in last.values()))} of sales")
    says(f"{thousands(left)} EUR was left towards service and profit")
    says(f"the profit of the whole firm was {thousands(profit)} EUR")
    says(f"profit would fall by {pct(left / profit)}")


def test_sales_to_hartwald_shrink() -> None:
    before, now = results(2023)[HARTWALD].revenue, results(2025)[HARTWALD].revenue
    says(f"bought for {thousands(before)} EUR in 2023 and for {thousands(now)} EUR in 2025")
    assert 0.21 < 1 - now / before < 0.25
    says("almost a quarter of its orders has gone in two years")


def test_size_ranks_in_the_scene_hold() -> None:
    ranked = sorted(results().values(), key=lambda one: -one.revenue)
    assert [ranked[0].name, ranked[1].name, ranked[3].name] == [NORDLYS, HARTWALD, KARST]
    assert len(ranked) == 60
    buyers = {row[2]: row[3] for row in BOOK["contacts"].rows if row[1] == results()[NORDLYS].account_id}
    assert buyers["Stefan Lopez"] == "Purchasing"


def test_accounts_that_left() -> None:
    years = active_years(BOOK).values()
    then = [span for span in years if 2023 in span]
    gone = sum(2025 not in span for span in then)
    says(f"Of the {len(then)} accounts that ordered from Meridian in 2023, {gone} no longer ordered in 2025")


def test_ten_customers_of_a_segment_after_five_years() -> None:
    stay, workshops = segment_rate("Appliances"), segment_rate("Workshops")
    says(f"{pct(stay)} ordered again the next year; of the workshops, {pct(workshops)}")
    says(f"{10 * stay**5:.1f} appliance makers remain, and {10 * workshops**5:.1f} workshops")
    one = next(one for one in retention_by_segment(BOOK) if one.segment == "Appliances")
    assert (one.at_risk, one.at_risk - one.kept) == (20, 1)
    says("one loss in twenty chances")


def test_pump_makers_in_the_exercise() -> None:
    rate = segment_rate("Pumps and fans")
    says(f"stay at a rate of {pct(rate)} a year")
    says(f"expect {10 * rate**5:.1f}")
    says(f"{pct(0.5 ** (1 / 5))} a year is needed")


def test_the_spread_of_futures_of_twelve_accounts() -> None:
    left = 0.9**5
    likely = sum(comb(12, k) * left**k * (1 - left) ** (12 - k) for k in range(5, 10))
    says(f"we expect {12 * left:.1f} of them")
    says(f"from five to nine would be quite normal ({pct(likely)} likely)")
    says(f"losing none is only {pct(0.9**12)}")
    says(f"at 95 % a year, expect {12 * 0.95**5:.1f}")


def test_the_profit_table_of_three_accounts() -> None:
    three = [results()[name] for name in (HARTWALD, NORDLYS, KARST)]
    says(f"A minute costs Meridian {rate_per_minute(BOOK):.2f} EUR")

    def row(head: str, values: list[str]) -> None:
        says(" | ".join([f"| {head}", *values]) + " |")

    row("Revenue", [thousands(one.revenue) for one in three])
    row("after returns and goods", [thousands(after_goods(one)) for one in three])
    row("Minutes of service", [f"{one.minutes:,}" for one in three])
    row("{term}`Cost to serve <Cost to serve>`", [thousands(one.cost_to_serve) for one in three])
    row("**Profit**", [f"**{thousands(one.profit)}**" for one in three])


def test_ranks_by_profit() -> None:
    ranked = [one.name for one in sorted(results().values(), key=lambda one: -one.profit)]
    assert (ranked[0], ranked[2], ranked[-1]) == (HARTWALD, NORDLYS, KARST)


def test_what_karst_takes() -> None:
    karst, hartwald = results()[KARST], results()[HARTWALD]
    says(f"it pays {pct(karst.discounts / (karst.discounts + karst.revenue))} less than the list price")
    says(f"takes {100 * karst.minutes / karst.revenue:.0f} minutes of service for every 100 EUR")
    says(f"against {100 * hartwald.minutes / hartwald.revenue:.0f} minutes for Hartwald")


def test_the_whale_curve() -> None:
    curve = [
        point.cumulative_share_of_profit for point in whale_curve([r.profit for r in results().values()])
    ]
    says(f"Meridian's best twelve, a fifth of all, earn {pct(curve[12])} of its profit")
    peak = max(curve)
    says(f"peaks at {pct(peak)} after {curve.index(peak)} accounts; the last thirteen lose")
    assert sum(one.profit < 0 for one in results().values()) == 13


def test_declining_karst() -> None:
    karst = results()[KARST]
    minutes = after_goods(karst) / rate_per_minute(BOOK)
    says(f"Profit falls by {thousands(after_goods(karst))} EUR; the loss of {thousands(-karst.profit)} EUR")
    says(f"once {pct(minutes / karst.minutes)} of the minutes")
    says(f"is about {thousands(minutes)} minutes")


def test_retention_multiples() -> None:
    values = [f"{retention_multiple(rate, RATE):.2f}" for rate in (0.6, 0.7, 0.8, 0.9)]
    says(f"it is {values[0]}, {values[1]}, {values[2]} and {values[3]} for retention of 60, 70, 80 and 90 %")


def test_the_answer_to_nordlys() -> None:
    nordlys, stay = results(2025)[NORDLYS], segment_rate("Appliances")
    price, engineer = 0.03 * nordlys.revenue, 2 * 450 * 46 * rate_per_minute(BOOK)
    value = nordlys.profit * retention_multiple(stay, RATE)
    both = nordlys.profit - price - engineer
    says(f"left a profit of {thousands(nordlys.profit)} EUR")
    says(f"a multiple of {retention_multiple(stay, RATE):.2f} and a value of {thousands(value)} EUR")
    says(f"Three per cent off the price costs {thousands(price)} EUR a year")
    says(f"costs {thousands(engineer)} EUR. Grant both, and {thousands(both)} EUR a year remains")
    says(f"a multiple of {1 / RATE:.0f}, it would be worth {thousands(both / RATE)} EUR: less than today")
    assert both / RATE < value
    needed = value / (nordlys.profit - engineer)
    says(f"if he raised retention above {pct(needed * (1 + RATE) / (1 + needed))}")


def test_a_refusal_that_costs_retention() -> None:
    margin = results(2025)[NORDLYS].profit
    engineer = 2 * 450 * 46 * rate_per_minute(BOOK)
    says(f"worth only {thousands(margin * retention_multiple(0.85, RATE))} EUR")
    says(f"makes it {thousands((margin - engineer) * retention_multiple(0.95, RATE))} EUR")


def test_the_workshop_of_the_exercise() -> None:
    says(f"worth {10_000 * retention_multiple(0.71, RATE):,.0f} EUR")
    better = retention_multiple(0.80, RATE)
    says(f"7,000 × {better:.2f} = {7_000 * better:,.0f} EUR, which is more")
    says(f"at a cost of 4,000 EUR, {6_000 * better:,.0f} EUR, which is less")


def test_a_capability_that_is_copied_after_three_years() -> None:
    weak, strong = retention_multiple(0.8, RATE), retention_multiple(0.9, RATE)
    keep = 0.9 / (1 + RATE)
    copied = keep + keep**2 + keep**3 * (1 + weak)
    says(f"rises from {weak:.2f} to {strong:.2f}, a gain of {strong - weak:.2f} years of margin")
    says(f"the multiple is {copied:.2f} and the gain {copied - weak:.2f}")
    assert (copied - weak) / (strong - weak) < 0.5  # copying takes away more than half


def test_three_suspects_for_a_critical_factor() -> None:
    years = active_years(BOOK)
    ids = [account for account, span in years.items() if 2023 in span]
    contacts, orders = BOOK["contacts"].rows, BOOK["orders"].rows
    factors = [
        [
            mean(row[4] for row in contacts if row[1] == account),
            len({row[3] for row in contacts if row[1] == account}),
            mean(row[10] == 0 for row in orders if row[2] == account),
        ]
        for account in ids
    ]
    split = factor_importance(factors, [float(2025 in years[account]) for account in ids])
    satisfaction, known, punctual = split.shares
    says(f"For the {len(ids)} accounts of 2023")
    says(f"Together they explain {pct(split.r_squared)} of who still ordered in 2025")
    says(f"satisfaction {100 * satisfaction:.0f} points, acquaintance {100 * known:.0f}, punctuality less")
    assert punctual < 0.01


def test_weights_and_scores_of_the_portfolio() -> None:
    priorities = ahp_priorities([[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]])
    first, second, third = priorities.weights
    says(f"The weights are {100 * first:.0f}, {100 * second:.0f} and {100 * third:.0f} %")
    says(f"here it is {priorities.consistency_ratio:.3f}")

    def score(name: str, profitability: float, growth: float) -> float:
        one = scores()[name]
        return profitability * one.profitability + growth * one.growth + third * one.strategic_fit

    hartwald, nordlys, karst = (score(name, first, second) for name in (HARTWALD, NORDLYS, KARST))
    says(f"Hartwald scores {hartwald:.1f}, Nordlys {nordlys:.1f}, Karst {karst:.1f}")
    turned = score(HARTWALD, second, first)
    says(f"Nordlys rises to {score(NORDLYS, second, first):.1f}")
    says(f"drops to {turned:.1f}")
    strength = scores()[HARTWALD].strength()
    says(f"With a strength of {strength:.1f}")
    assert account_position(hartwald, strength).value == "key"
    assert account_position(turned, strength).value == "maintenance"


def test_a_contradiction_shows_in_the_consistency_ratio() -> None:
    ratio = ahp_priorities([[1, 3, 1], [1 / 3, 1, 2], [1, 1 / 2, 1]]).consistency_ratio
    says(f"it would be {ratio:.2f}")


def test_what_hartwald_thinks_of_us() -> None:
    says(f"rate Meridian at {scores()[HARTWALD].satisfaction:.1f} out of 10")


@pytest.mark.parametrize("concept", ["c01", "c02", "c44", "c49", "c58", "c59", "c60"])
def test_every_concept_of_the_unit_has_its_section(concept: str) -> None:
    assert f"(concept-{concept})=" in CHAPTER.text
