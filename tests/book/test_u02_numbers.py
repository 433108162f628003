"""Every worked number of the chapter, recomputed from the models and the ledger and found in the text."""

from __future__ import annotations

import pytest
from wording import Chapter, pct, thousands

from kamlab.data import AccountResult, account_results, ledger, rate_per_minute
from kamlab.models.evc import economic_value
from kamlab.models.service import chain_reliability, kano_coefficients, servqual_gap
from kamlab.widgets.u01 import lifetime_plan
from kamlab.widgets.u02 import figures, gap_plan, next_best_plan
from kamlab.widgets.u02.questions import edge, needs, welcome

CHAPTER = Chapter("u02")
says = CHAPTER.says
BOOK = ledger()
NORDLYS, HARTWALD = "Nordlys Appliances", "Hartwald Presses"
WORKING_DAYS = 5 * 46  # in a year, as in unit 1


def signed(value: float, digits: int) -> str:
    return f"{value:+.{digits}f}".replace("-", "\u2212")


def result(name: str, year: int = 2025) -> AccountResult:
    return next(one for one in account_results(BOOK, year) if one.name == name)


def times(activity: str, account: str | None = None) -> int:
    """How often a kind of work was done in 2025, for one account or for all."""
    number = result(account).account_id if account else None
    return sum(
        row[4]
        for row in BOOK["services"].rows
        if row[2].year == 2025 and row[3] == activity and number in {None, row[1]}
    )


def punctual(year: int) -> float:
    """The share of Hartwald's order lines of a year that came on the day."""
    days = [
        row[10]
        for row in BOOK["orders"].rows
        if row[2] == result(HARTWALD).account_id and row[4].year == year
    ]
    return float(sum(late == 0 for late in days) / len(days))


def discount() -> float:
    return 0.03 * result(NORDLYS).revenue


def test_people_of_the_scene_have_these_roles() -> None:
    roles = {
        (row[1], row[2]): row[3]
        for row in BOOK["contacts"].rows
        if row[1] in {result(NORDLYS).account_id, result(HARTWALD).account_id}
    }
    nordlys = result(NORDLYS).account_id
    assert roles[result(HARTWALD).account_id, "Daniel Novak"] == "Engineering"
    assert roles[nordlys, "Stefan Lopez"] == "Purchasing"
    assert roles[nordlys, "Tomas Lopez"] == "General management"
    assert roles[nordlys, "Tess Haas"] == "Maintenance"
    assert roles[nordlys, "Greta Winter"] == "Reception"


def test_deliveries_to_hartwald() -> None:
    assert 1 - punctual(2025) == pytest.approx(1 / 5, abs=0.01)
    says("in 2025, one order line in five arrived after its day")
    says(f"In 2024 Hartwald received {pct(punctual(2024))} of its order lines on time, in 2025")
    says(f"in 2025 {pct(punctual(2025))}. No one decided that")


def test_what_nordlys_asks_for() -> None:
    calls, quotations = (times(one, NORDLYS) for one in ("Technical hotline", "Quotation"))
    sales = sum(one.revenue for one in account_results(BOOK, 2025))
    assert round(calls / WORKING_DAYS) == 8
    says(f"rang Meridian's technical hotline {calls:,} times, eight times a working day")
    says(f"{pct(calls / times('Technical hotline'))} of all calls")
    says(f"with {pct(result(NORDLYS).revenue / sales)} of sales")
    says(f"asked for {quotations:,} quotations, {quotations / result(NORDLYS).orders:.0f} for each order")
    assert times("Field visit", NORDLYS) == 0


def test_the_next_best_of_nordlys() -> None:
    now = result(NORDLYS).revenue
    other, change = next_best_plan.reference_price(), next_best_plan.switching()
    value = economic_value(other, {"change": change}).value
    assert lifetime_plan.SWITCHING == 60_000
    says(f"{thousands(other)} EUR instead of {thousands(now)} EUR")
    once = f"{lifetime_plan.SWITCHING:,.0f} EUR once"
    says(f"{once}, for approvals and trial runs: {thousands(change)} EUR a year")
    says(f"are worth {thousands(value)} EUR, and Nordlys pays {thousands(now - value)} EUR too much")
    says("eighty hours in the year had been lost while a drive was down, at 2,500 EUR an hour")
    assert (next_best_plan.HOURS, next_best_plan.HOUR) == (80, 2_500)
    assert 11 < (now - value) / next_best_plan.HOUR < 12  # twelve whole hours close it
    says("twelve hours of standstill")


def test_a_rival_that_goes_to_five_per_cent() -> None:
    less = 0.05 * result(NORDLYS).revenue
    rest = less - next_best_plan.switching()
    says(f"Five per cent are {thousands(less)} EUR")
    says(f"The rest, {thousands(rest)} EUR, is {rest / next_best_plan.HOUR:.1f} hours")


def elements(*keys: str, days: int) -> tuple[next_best_plan.Element, ...]:
    return next_best_plan.Offer(keys, days, 0).elements


def prevented(*keys: str, days: int) -> float:
    """EUR a year of standstill that elements prevent together."""
    left = next_best_plan.left(elements(*keys, days=days), "standstill")
    return (1 - left) * next_best_plan.NEEDS["standstill"]


def test_elements_that_meet_the_same_need() -> None:
    spares, day, both = prevented("spares", days=0), prevented(days=1), prevented("spares", days=1)
    says(f"prevent 35 % of the standstill: {spares / 2500:.0f} hours, {spares:,.0f} EUR")
    says(f"prevents 25 %: {day / 2500:.0f} hours, {day:,.0f} EUR")
    says(f"prevent {both / 2500:.0f} hours, worth {both:,.0f} EUR, not {spares + day:,.0f} EUR")
    second = prevented("spares", days=2) - both
    says(f"A second day would add {second:,.0f} EUR and costs Meridian")
    says(f"costs Meridian {next_best_plan.ENGINEER_DAY.cost:,.0f} EUR")
    assert second < next_best_plan.ENGINEER_DAY.cost


def test_the_spare_parts_as_the_last_element() -> None:
    rest = 1 - prevented(days=2) / next_best_plan.NEEDS["standstill"]
    last = prevented("spares", days=2) - prevented(days=2)
    spares = next(one for one in next_best_plan.ELEMENTS if one.key == "spares")
    says(f"which cost {spares.cost:,.0f} EUR a year")
    says(f"= {pct(rest)} of the standstill, {rest * next_best_plan.HOURS:.0f} hours")
    says(f"worth {last:,.0f} EUR")
    says(f"{prevented('spares', days=2):,.0f} EUR")


def test_a_screen_is_worth_no_more_than_its_need() -> None:
    screens = next(one for one in next_best_plan.ELEMENTS if one.key == "screens")
    says(f"settings at the drive cost {next_best_plan.NEEDS[screens.need]:,.0f} EUR a year altogether")
    says(f"It costs {screens.cost:,.0f} EUR")
    assert next_best_plan.NEEDS[screens.need] < screens.cost


def test_quotations_cost_more_than_the_discount_asked_for() -> None:
    minutes, rate = figures.minutes(NORDLYS, "Quotation"), rate_per_minute(BOOK)
    half = minutes * rate / 2
    says(f"{minutes:,} minutes in 2025, at {rate:.2f} EUR: {thousands(minutes * rate)} EUR")
    says(f"saves {thousands(half)} EUR, more than the {thousands(discount())} EUR that Stefan asks for")
    says(f"{thousands(discount())} EUR of {thousands(half)} EUR, or {pct(discount() / half)}")


def test_the_grip_of_a_ski() -> None:
    says("7 % attractive, 32.3 % one-dimensional, 49.3 % must-be, 9.5 % indifferent")
    pleased, angry = kano_coefficients(7, 32.3, 49.3, 9.5)
    says(f"Satisfaction is {pleased:.2f}, dissatisfaction {signed(angry, 2)}")


def test_the_two_features_of_the_exercise() -> None:
    says("Of 40 people, 22 call a feature attractive, 6 one-dimensional, 2 a must-be, and 10 do not care")
    says("a feature with 3, 9, 23 and 5")
    pleased, angry = kano_coefficients(22, 6, 2, 10)
    says(f"{pleased:.2f} and {signed(angry, 2)}: it sets you apart")
    pleased, angry = kano_coefficients(3, 9, 23, 5)
    says(f"The other has {pleased:.2f} and {signed(angry, 2)}")


def test_chains_of_ten() -> None:
    says(f"each right 99 % of the time keep the promise {pct(chain_reliability([0.99] * 10))} of the time")
    says(f"At 95 % each, it is {pct(chain_reliability([0.95] * 10))}")
    nine = [0.99] * 9
    says(f"Then $R$ is {pct(chain_reliability([*nine, 0.7]))}")
    says(f"until he cannot fail: {pct(chain_reliability([1.0, *nine[1:], 0.7]))}")
    says(f"right 90 % of the time: {pct(chain_reliability([*nine, 0.9]))}")


def test_a_point_more_for_one_link() -> None:
    before = chain_reliability([0.99] * 9 + [0.7])
    assert chain_reliability([0.99] * 9 + [0.71]) - before == pytest.approx(0.01 * before / 0.7)


def test_how_many_people_a_flawless_visit_bears() -> None:
    chances = {people: chain_reliability([0.95] * people) for people in (13, 14)}
    assert chances[13] > 0.5 > chances[14]
    says(f"Thirteen: the chance is still {pct(chances[13])}; with the fourteenth it is {pct(chances[14])}")


def test_the_table_of_the_gap() -> None:
    names = ["keeps its word", "thinks along", "knows us"]
    weights, expected, perceived = gap_plan.WEIGHTS, gap_plan.EXPECTED, gap_plan.PERCEIVED
    for name, weight, hope, view in zip(names, weights, expected, perceived, strict=True):
        says(f"| {name} | {weight:.0f} | {hope} | {view} | {signed(view - hope, 1)} |")
    says(f"The gap is {signed(servqual_gap(expected, perceived, weights), 2)}")
    parts = [w * (p - e) for w, p, e in zip(weights, perceived, expected, strict=True)]
    assert parts.index(min(parts)) == 0


def test_one_step_and_eight() -> None:
    once, steps = (figures.gaps(path) for path in figures.PATHS.values())
    assert figures.HOPES == 0.5
    says(f"leads by {once[0]:.2f} at first, by {once[2]:.2f} two quarters later and by {once[4]:.2f} after")
    assert steps[0] == 1 / 8
    says(f"leads by only an eighth at first, but settles near {1 / 8 / figures.HOPES:.2f}")
    assert steps[-1] == pytest.approx(1 / 8 / figures.HOPES, abs=0.001)


def test_the_sums_of_the_quiz() -> None:
    drivers = {"change": 20_000, "engineer": 40_000, "power": -10_000}
    assert needs.VALUE.value == economic_value(500_000, drivers).value
    before, after = (100 * chain_reliability([0.98] * 7 + [guard]) for guard in (0.75, 0.95))
    assert welcome.CHAIN.value == pytest.approx(after - before)
    assert edge.LEAD.value == pytest.approx(0.2 / 0.4)
    lines = servqual_gap([0, 0, 0], [-1, 0.5, 2], [50, 30, 20])
    assert f"the weighted mean is {signed(lines, 2)}" in edge.LINES.prompt


@pytest.mark.parametrize("concept", ["c52", "c53", "c54", "c55", "c56", "c57"])
def test_every_concept_of_the_unit_has_its_section(concept: str) -> None:
    assert f"(concept-{concept})=" in CHAPTER.text
