"""Every worked number of the chapter, recomputed from the models, the ledger and the exercises' figures."""

from __future__ import annotations

import pytest
from wording import Chapter, thousands

from kamlab.data import AccountResult, account_results, ledger
from kamlab.models.coalition import dependence, shapley_value
from kamlab.models.gainshare import incentive_price, point_of_total_assumption
from kamlab.models.holdup import appropriable_quasi_rent
from kamlab.models.procurement import expected_low_bid
from kamlab.models.repeated_game import critical_discount
from kamlab.widgets.quiz import Sum
from kamlab.widgets.u04 import buy_back_plan, coalition_plan, contract_plan, hold_up_plan, levers_plan
from kamlab.widgets.u04.coalition_plan import DATA as B
from kamlab.widgets.u04.coalition_plan import MERIDIAN as M
from kamlab.widgets.u04.coalition_plan import NORDLYS as N
from kamlab.widgets.u04.figures import AFTERWARDS, BROKEN, INTEREST, KEPT, shared, withstands
from kamlab.widgets.u04.quiz import quiz

CHAPTER = Chapter("u04")
says = CHAPTER.says
NORDLYS, HARTWALD = "Nordlys Appliances", "Hartwald Presses"
SURPRISE = 420_000.0  # EUR, the actual cost of the worked price
PROFIT, CEILING, HALF = 30_000.0, 480_000.0, 0.5  # EUR a year; a share
SPENT = 25_000.0  # EUR a year on the common interface
GROUPS = (((M,), (N,), (B,)), ((M, N), (N, B), (M, B)))
PROVEN, INNOCENT = levers_plan.SEEN, levers_plan.FALSE  # chance of a penalty: word broken, word kept


def amount(value: float) -> str:
    """Rounded to whole euros, as the chapter writes amounts; a true minus."""
    return f"{value:,.0f}".replace("-", "\u2212")


def results(year: int | None = None) -> dict[str, AccountResult]:
    return {one.name: one for one in account_results(ledger(), year)}


def price(cost: float, ceiling: float = CEILING) -> float:
    return incentive_price(cost, contract_plan.TARGET, PROFIT, ceiling, HALF)


def threshold(penalty: float = 0.0, innocent: float = 0.0) -> float:
    """The critical patience for the four-hour promise with a penalty (kEUR)."""
    return critical_discount(KEPT - innocent * penalty, BROKEN - PROVEN * penalty, AFTERWARDS)


def test_bids_for_the_work() -> None:
    six, two, one = (expected_low_bid(bidders, 330_000, 420_000) for bidders in (6, 2, 1))
    says(f"from six bidders is {thousands(six)} EUR, from two {amount(two)} EUR")
    says(f", and from one {amount(one)} EUR")
    says(f"falls from {amount(one)} to {amount(two)} EUR, by {amount(one - two)} EUR a year: twenty months")
    assert 50_000 / (one - two) * 12 == pytest.approx(20)


def test_what_the_work_costs() -> None:
    plan = contract_plan
    says(f"expect the work to cost Meridian {amount(plan.TARGET)} EUR a year")
    low, high = amount(plan.COSTS[0]), amount(plan.COSTS[-1])
    says(f"It may be {low} or, if old drives die in rows, {high}")
    says(f"Nordlys would always spend {amount(plan.IN_HOUSE)} EUR more")
    says(f"could earn {amount(plan.ELSEWHERE)} EUR elsewhere")
    says(f"Watching its drives costs Nordlys {amount(plan.today())} EUR in an ordinary year")
    says(f"can save up to {amount(plan.REACH)} EUR")


def test_the_incentive_price() -> None:
    says(f"If the work costs {amount(SURPRISE)} EUR, Nordlys pays {amount(price(SURPRISE))} EUR")
    says(f"of the surprise of {amount(SURPRISE - contract_plan.TARGET)} EUR each bears half")
    turning = point_of_total_assumption(
        contract_plan.TARGET, contract_plan.TARGET + PROFIT, CEILING, buyer_share=1 - HALF
    )
    says(f"With a ceiling of {amount(CEILING)} EUR this goes on until the cost reaches {amount(turning)} EUR")
    cheap = price(350_000)
    says(
        f"350,000 + 30,000 + 0.5 × 30,000 = {amount(cheap)} EUR. Meridian keeps {amount(cheap - 350_000)} EUR"
    )


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_the_table_of_shares(share: float) -> None:
    deal = shared(share)
    cells = (deal.buyer, deal.seller, contract_plan.together(deal.saved), deal.worst.seller)
    assert deal.buyer + deal.seller == pytest.approx(cells[2])
    says(" | ".join([f"| {share * 100:.0f} %", *(amount(value / 1e3) for value in cells)]) + " |")


def test_what_the_shares_make_meridian_save() -> None:
    half, whole = (amount(shared(share).saved) for share in (0.5, 1.0))
    assert shared(0).saved == 0
    says(f"A part of 0, 50 or 100 % makes it save 0, {half} or {whole} EUR")


def test_every_target_profit_between_leaves_both_better_off() -> None:
    low = PROFIT - shared(HALF).seller
    high = PROFIT + shared(HALF).buyer
    says(f"every target profit between {amount(low)} and {amount(high)} EUR")


def test_the_drives_for_a_season() -> None:
    plan = buy_back_plan
    before, after = plan.today(), plan.deal(plan.Terms(plan.TODAY, back=330))
    says(f"special drives for {amount(plan.TODAY)} EUR; they cost Meridian {amount(plan.unit_cost())} EUR")
    says(f"leaves Nordlys {amount(plan.WORTH)} EUR before the drive")
    says(f"a drive left over brings {plan.SALVAGE:.0f} EUR")
    says(f"sell {amount(plan.DEMAND[0])} to {amount(plan.DEMAND[-1])} pumps")
    says(f"orders {amount(before.outcome.order)} drives")
    says(f"for 330 EUR. Nordlys orders {amount(after.outcome.order)}")
    says(
        f"expects {thousands(after.outcome.buyer_profit)} EUR instead of "
        f"{thousands(before.outcome.buyer_profit)}, and Meridian {thousands(after.outcome.supplier_profit)} "
        f"instead of {thousands(before.outcome.supplier_profit)}"
    )
    assert after.outcome.chain_profit == pytest.approx(plan.best().profit)  # what a single owner could reach
    says(f"Nordlys's loss of {thousands(-before.weakest.buyer)} EUR becomes a gain of the same size")
    assert after.weakest.buyer == pytest.approx(-before.weakest.buyer)
    says(f"{thousands(before.weakest.seller)} EUR become {thousands(after.weakest.seller)}")


def test_the_four_hour_promise() -> None:
    plan = levers_plan
    says(f"of an alarm, for {amount(plan.FEE)} EUR a year")
    says(f"Keeping the promise costs {amount(plan.WORK)} EUR, so that $K$ = {KEPT:.0f},000 EUR are left")
    says(f"another {amount(plan.SAVED)} EUR: $D$ = {BROKEN:.0f},000 EUR, once")
    says(f"$P$ = {AFTERWARDS:.0f},000 EUR would be left")
    says(f"here {BROKEN - KEPT:.0f}/{BROKEN - AFTERWARDS:.0f}, or {threshold():.2f}")
    says(f"at {plan.DISCOUNT * 100:.0f} % a sure euro of next year is worth {INTEREST:.2f}")
    says(f"At 90 %, δ is {0.9 * INTEREST:.2f}")
    says(f"falls to {plan.TENDER * 100:.0f} %, δ to {plan.TENDER * INTEREST:.2f}")
    assert plan.TENDER * INTEREST < threshold() < 0.9 * INTEREST


def test_the_other_promise() -> None:
    needed = critical_discount(20_000, 36_000, 4_000)
    says(f"The threshold is 16/32 = {needed:.2f}")
    says(f"{needed:.2f} × 1.08 = {needed / INTEREST * 100:.0f} %")


def test_the_figure_turns_the_threshold_round() -> None:
    assert withstands(threshold() / INTEREST) == pytest.approx(BROKEN)


def test_a_penalty_and_whom_it_hits() -> None:
    weight = 0.7 * INTEREST
    says(f"With a chance of 70 % of another year δ is {weight:.2f}, just below the threshold")
    says(f"If {PROVEN * 100:.0f} % of careless years can be proven, a penalty of 9,000 EUR closes the gap")
    says(f"in {INNOCENT * 100:.0f} % of the *good* years")
    assert threshold(8) > weight >= threshold(9)
    says("now it takes 26,000 EUR")
    assert threshold(9, INNOCENT) > weight
    assert threshold(25, INNOCENT) > weight >= threshold(26, INNOCENT)


def test_dependence_from_both_ends() -> None:
    last = results(2025)
    bought = last[NORDLYS].revenue
    spending = next(row[5] for row in ledger()["accounts"].rows if row[1] == NORDLYS)
    seller, buyer = bought / sum(one.revenue for one in last.values()), bought / spending
    tie = dependence(seller, buyer)
    says(f"Nordlys, with {seller * 100:.0f} % of sales")
    says(f"Of the {amount(spending)} EUR that Nordlys is thought to spend")
    says(f"{thousands(bought)} EUR, or {buyer * 100:.0f} %, go to Meridian")
    says(f"add up to {tie.mutual:.2f} and differ by {tie.imbalance:.2f}, and the weaker side is Nordlys")
    assert tie.weaker == "second"
    says(f"Nordlys's dependence falls to {(bought - 450_000) / spending * 100:.0f} %")


def test_what_a_second_source_does_to_the_threshold() -> None:
    none, everything = (critical_discount(KEPT, BROKEN, left) for left in (KEPT, 0))
    says(f"keep $P$ = {KEPT:.0f},000 EUR after a breach")
    says(f"as much as before, and the threshold would be {none:.0f}")
    says(f"If it could take all, the threshold would be {everything:.2f}")


def test_three_firms_without_an_interface() -> None:
    alone, pairs = ({names: coalition_plan.WORTH[frozenset(names)] for names in groups} for groups in GROUPS)
    nordlys, meridian, data = (amount(alone[(name,)]) for name in (N, M, B))
    says(f"alone, {nordlys} EUR a year to Nordlys, {meridian} to Meridian and {data} to Brisling")
    first, second, third = (amount(pairs[names]) for names in ((M, N), (N, B), (M, B)))
    says(f"Meridian and Nordlys could earn {first}, Nordlys and Brisling {second}")
    says(f"Meridian and Brisling {third}")
    says(f"At first only {amount(coalition_plan.total(0))}")
    needed = sum(pairs.values())
    says(f"Three pairs could earn {amount(needed)} EUR")
    says(f"have half of that, {amount(needed / 2)}")
    assert coalition_plan.total(0) < needed / 2 < coalition_plan.total(SPENT)  # the core: empty, then not


def test_three_firms_divide_what_the_interface_brings() -> None:
    total, worth = coalition_plan.total(SPENT), dict(coalition_plan.WORTH)
    worth[frozenset({M, N, B})] = total
    says(f"spend {amount(SPENT)} EUR a year on one interface and, after paying for it, earn {amount(total)}")
    split = shapley_value([M, N, B], worth.__getitem__)
    shares = {name: f"{value / 1e3:.1f}" for name, value in split.items()}
    says(rf"\tfrac13 ({total / 1e3:.0f} - 120) = {shares[M]} ,")
    says(f"with {shares[N]} for Nordlys and {shares[B]} for Brisling")
    assert all(sum(split[one] for one in group) >= value for group, value in coalition_plan.WORTH.items())
    pair = coalition_plan.WORTH[frozenset({M, N})]
    says(f"leaves Meridian and Nordlys {thousands(2 * total / 3)} EUR, and the two could have {amount(pair)}")
    says(f"{amount(total - 50_000)} EUR would be left for them, and they can have {amount(pair)} without")
    says(f"what it adds, {amount(total)} − {amount(pair)} = {amount(total - pair)} EUR")


def test_the_rent_at_stake_and_its_limit() -> None:
    failure, line = (one for one in hold_up_plan.FUNCTIONS if one.id in {"failure", "line"})
    years, half = round(hold_up_plan.best_length()), 0.5
    chance = hold_up_plan.chance(years)
    one, other = (hold_up_plan.assessed(function, years, half) for function in (failure, line))
    says(f"It costs Meridian {amount(failure.cost)} EUR a year")
    says(f"cost Nordlys {amount(failure.saving)} EUR more, and if the two halve that, Meridian is paid")
    says(f"is paid {amount(one.price)} EUR")
    says(
        f"its next best client would pay {amount(failure.elsewhere)}. The difference, {amount(one.rent)} EUR"
    )
    says(f"with the chance $h$ = {chance * 100:.0f} % a year")
    wasted = hold_up_plan.WASTE
    assert wasted == half
    limits = [one.choice.break_even_rent, other.choice.break_even_rent]
    assert limits[0] == pytest.approx(limits[1])
    assert limits[0] == pytest.approx((failure.saving - failure.contract) / (chance * half))
    says(f"with $c$ = {amount(failure.contract)} EUR, the limit is {thousands(limits[0] or 0)} EUR")
    says(f"would save {amount(line.saving)} EUR at $c$ = {amount(line.contract)}, so the limit is the same")
    says(f"if Meridian got half of the saving, {amount(other.rent)} EUR would be at stake")
    assert one.pays
    assert not other.pays


def test_what_is_at_stake_on_the_side_of_nordlys() -> None:
    failure = next(one for one in hold_up_plan.FUNCTIONS if one.id == "failure")
    paid, practised = failure.cost + failure.saving / 2, failure.cost + failure.saving
    says(f"Nordlys pays {amount(paid)} EUR for failure prediction")
    says(f"340,000 EUR a year; with two of its own people kept in practice, {amount(practised)} EUR")
    kept, forgotten = (appropriable_quasi_rent(cost, paid) for cost in (practised, 340_000))
    says(f"{amount(kept)} EUR with them, {amount(forgotten)} EUR without")


def test_hartwald_has_earned_meridian_more_than_nordlys() -> None:
    assert results()[HARTWALD].profit > results()[NORDLYS].profit


def test_the_quiz_asks_for_the_right_sums() -> None:
    values = {one.id: one.value for one in quiz.questions if isinstance(one, Sum)}
    assert values["price"] == incentive_price(260_000, 200_000, 20_000, 250_000, 0.4)
    assert values["patience"] == 100 * critical_discount(14_000, 20_000, 4_000)
    worth = {frozenset({"maker"}): 20_000.0, frozenset({"data"}): 40_000.0}
    split = shapley_value(["maker", "data"], lambda joined: worth.get(joined, 100_000.0))
    assert values["joint"] == split["maker"]


@pytest.mark.parametrize("concept", ["c03", "c04", "c05", "c06", "c07", "c08", "c09"])
def test_every_concept_of_the_unit_has_its_section(concept: str) -> None:
    assert f"(concept-{concept})=" in CHAPTER.text
