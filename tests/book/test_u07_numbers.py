"""Every number in chapter 7 that can be computed is computed here and looked up in the text."""

from __future__ import annotations

from functools import partial
from math import exp

import pytest
from wording import Chapter, pct

from kamlab.data import ledger
from kamlab.models.holdup import appropriable_quasi_rent, merton, quasi_rent
from kamlab.models.supplier_development import order_regimes, regime_costs
from kamlab.widgets.u05 import pairs_plan
from kamlab.widgets.u07 import figures, fits_plan, meridian, regimes_plan, tarn_plan
from kamlab.widgets.u07.fits_plan import Part, Way

CHAPTER = Chapter("u07")
says = CHAPTER.says
SETUP, INSPECTION = 600, 300  # EUR, as the chapter says
NEED = meridian.family(meridian.COMPACT).pieces
STATORS = meridian.family(meridian.INTEGRATED).pieces
ORDER = 4 * tarn_plan.nordlys_order() * tarn_plan.margin()  # EUR of margin a year
best = partial(order_regimes, inspection=INSPECTION, demand=NEED, holding=4, temptation=3)
cost = partial(regime_costs, inspection=INSPECTION, demand=NEED, holding=4, temptation=3)


def part(key: str) -> Part:
    return next(one for one in fits_plan.PARTS if one.key == key)


def row(*cells: str) -> None:
    says("| " + " | ".join(cells) + " |")


def test_the_people_of_meridians_suppliers_are_not_in_the_ledger() -> None:
    names = {row[2] for row in ledger()["contacts"].rows}
    assert "Stefan Lopez" in names
    assert not names & {"Hanne Brekke", "Martha Alder", "Owen Tarn"}


def test_the_sums_of_alder_are_those_of_the_exercise() -> None:
    plan = regimes_plan
    assert (plan.SETUP, plan.INSPECTION, plan.HOLDING, plan.TEMPTATION) == (SETUP, INSPECTION, 4, 3)
    says(f"uses $D$ = {NEED:,.0f} housings a year")
    says(f"costs $K$ = {SETUP} EUR, inspecting a lot $M$ = {INSPECTION} EUR")
    says(f"a euro in a year's time as {100 * exp(-plan.DISCOUNT):.0f} cents ($r$ = {pct(plan.DISCOUNT)})")


def test_inspecting_is_right_today() -> None:
    today = best(SETUP, discount=0.5)
    assert today.best == "american"
    says(f"With its best lot, {today.american.lot:,.0f}, inspecting costs {today.american.cost:,.0f} EUR")
    says(f"its own best lot, {today.japanese.lot:,.0f}, would cost {today.japanese.cost:,.0f} EUR")


def test_half_of_a_change_is_worse_than_none() -> None:
    today, quick = best(SETUP, discount=0.5), best(100, discount=0.5)
    large, small = round(today.american.lot), round(quick.japanese.lot)
    trusted = cost(large, SETUP, discount=0.5).japanese
    inspected = cost(small, SETUP, discount=0.5).american
    says(f"Trust with today's lot costs {trusted:,.0f} EUR; lots of {small}, still inspected, cost")
    says(f"still inspected, cost {inspected:,.0f} EUR")
    assert min(trusted, inspected) > today.american.cost
    says(f"would cost {quick.japanese.cost:,.0f} EUR, and inspecting at best {quick.american.cost:,.0f} EUR")


def test_what_practice_leaves_of_a_setup() -> None:
    says(f"If it leaves {pct(regimes_plan.PRACTICE)}, the set-up falls from {SETUP} EUR")
    left = [regimes_plan.setup(workshops) for workshops in (1, 3, 7)]
    says(f"to {left[0]:.0f} EUR with the first workshop, to {left[1]:.0f} EUR after three")
    says(f"to {left[2]:.0f} EUR after seven")


def test_a_promise_is_worth_as_much_as_practice() -> None:
    believed = best(SETUP, discount=0.25)
    assert believed.best == "japanese"
    says(f"$r$ fell to 25 %, trust would cost {believed.japanese.cost:,.0f} EUR with today's set-up")


def test_who_pays_for_the_alertness() -> None:
    premium = {}
    for rate in (0.5, 1.0):
        bare = regime_costs(773, 0, 0, NEED, 4, 3, rate).japanese - 4 * 773 / 2
        premium[rate] = bare / NEED
    says(f"{100 * premium[1.0]:.1f} cents a housing instead of {100 * premium[0.5]:.1f}")
    says(f"{premium[1.0] * NEED:,.0f} EUR a year instead of {premium[0.5] * NEED:,.0f} EUR")


@pytest.mark.parametrize("key", ["cables", "sinks"])
def test_what_distance_leaves_of_development(key: str) -> None:
    one = part(key)
    visits = one.days * fits_plan.DAY
    says(f"for {one.spend:,.0f} EUR from")
    says(f"{one.developed:,.0f} EUR saved, {visits:,.0f} EUR spent")


def test_what_development_is_said_to_save_and_to_take() -> None:
    says(f"saves {pct(fits_plan.SAVED)} of the spending next door and nothing eight hours away")
    says("ten engineers' days a year at 500 EUR, doubled by four hours of drive")
    plan = fits_plan
    assert (plan.FAR, plan.VISITS, plan.DAY, plan.TRAVEL) == (8, 10, 500, 4)
    assert [part(key).hours for key in ("cables", "sinks")] == [0.5, 6]


@pytest.mark.parametrize("key", ["cables", "sinks", "cores", "boards"])
def test_the_parts_on_the_map(key: str) -> None:
    one = part(key)
    row(one.name, f"{one.margin:,.0f}", f"{one.months:g}", one.field.value, f"{one.blow:,.0f}")


def test_trust_does_not_make_a_firm_larger() -> None:
    boards = part("boards")
    risk = fits_plan.FAILS * boards.blow
    says(f"a chance of {pct(fits_plan.FAILS)} a year, that is an expected loss of {risk:,.0f} EUR")
    says(f"could save there is {boards.developed:,.0f} EUR")
    assert risk > boards.developed
    assert fits_plan.TODAY.items(boards, Way.LOYAL)["risk"] == pytest.approx(-risk)


def test_heat_sinks_from_next_door() -> None:
    sinks = part("sinks")
    near = Part("near", sinks.name, "", sinks.spend, 0.5, sinks.months, sinks.needed_by)
    says(f"It would save {near.developed:,.0f} EUR and the visits would cost {near.days * 500:,.0f} EUR")
    assert near.field is sinks.field


def fails(profit: float) -> float:
    """Tarn's chance a year to fail, at a yearly profit (EUR)."""
    plan = tarn_plan
    return merton(plan.MULTIPLE * profit, plan.SWINGS, plan.DEBT, plan.RATE, 1).default_probability


def test_how_likely_tarn_fails() -> None:
    plan = tarn_plan
    profit = 4 * plan.earned(plan.TODAY)
    says(f"Tarn earns {profit:,.0f} EUR a year, is worth five times that, and owes {plan.DEBT:,.0f} EUR")
    says(f"to swing by {pct(plan.SWINGS)} a year")
    says(f"gives a chance of {pct(fails(profit), 1)} a year")
    assert plan.MULTIPLE == 5
    assert figures.failing()[0] == pytest.approx(fails(profit), abs=1e-4)


def test_what_the_loss_of_tarn_costs() -> None:
    blow = tarn_plan.REPLACE / 12 * meridian.family(meridian.INTEGRATED).margin
    assert tarn_plan.REPLACE == 9
    says(f"nine months until another is approved would cost {blow:,.0f} EUR")
    assert figures.failing()[1] == pytest.approx(blow)


def rent(price: float, next_best: float = tarn_plan.NEXT_BEST) -> float:
    """What Tarn's owners can take: up to the price of Meridian's next best supplier (EUR a year)."""
    return STATORS * appropriable_quasi_rent(next_best, price)


def test_what_tarn_can_take() -> None:
    plan = tarn_plan
    says(f"Tarn asks {plan.PRICE:.0f} EUR a stator, Coilworks, the next best, {plan.NEXT_BEST:.0f} EUR")
    says(f"For {STATORS:,.0f} stators that puts")
    says(f"of {rent(plan.PRICE):,.0f} EUR a year at stake")
    price = plan.PRICE - (plan.COST - 60) / 2
    says(f"costs it 60 EUR instead of {plan.COST:.0f}")
    says(f"At a price of {price:.0f} EUR, {rent(price):,.0f} EUR are at stake")
    says(f"with its margin of {ORDER:,.0f} EUR: {rent(price) + ORDER:,.0f} EUR")


def test_a_quasi_rent_is_what_is_above_the_next_best() -> None:
    assert rent(80) == pytest.approx(STATORS * quasi_rent(tarn_plan.NEXT_BEST, 80, 0))


@pytest.mark.parametrize(
    ("name", "price", "extra", "cheaper"),
    [
        ("Tarn today, all stators", 90, 0, "contract"),
        ("Tarn developed", 80, 0, "contract"),
        ("… and Nordlys's order", 80, ORDER, "merger"),
    ],
)
def test_when_a_merger_is_cheaper(name: str, price: float, extra: float, cheaper: str) -> None:
    today = 4 * tarn_plan.earned(tarn_plan.TODAY)
    chance = fails(today if price == tarn_plan.PRICE else STATORS * (price - 60))
    loss = tarn_plan.REPLACE / 12 * (meridian.family(meridian.INTEGRATED).margin + extra)
    stake = rent(price) + extra
    found = figures.governed(stake, chance, loss)
    limit = found.break_even_rent
    assert limit is not None
    assert found.cheaper.value == ("merge" if cheaper == "merger" else cheaper)
    row(name, f"{stake:,.0f}", pct(chance, 1), f"{loss:,.0f}", f"{limit:,.0f}", cheaper)
    # the equation of the chapter
    assert limit == pytest.approx((150_000 / 5 + 40_000 - 10_000 - chance * loss) / (0.3 * 0.5))


def test_the_costs_of_both_ways() -> None:
    plan = tarn_plan
    says(f"With $I$ = {plan.MERGING:,.0f} EUR over five years, $B$ = {plan.HIERARCHY:,.0f} EUR")
    says(f"$C$ = {plan.CONTRACT:,.0f} EUR, $h$ = {pct(plan.GAP)} and $w$ = one half")
    assert (plan.SPREAD, plan.WASTE) == (5, 0.5)


def test_what_the_tools_are_worth() -> None:
    left, before = rent(80, 85), rent(80)
    says(f"5 EUR on {STATORS:,.0f} stators, {left:,.0f} EUR instead of {before:,.0f} EUR")
    burnt = tarn_plan.GAP * tarn_plan.WASTE
    says(f"a fight burns {pct(burnt)} of it")
    says(f"both together save {burnt * (before - left):,.0f} EUR a year")
    contracts = [figures.governed(one, 0, 0).contract_cost / 5 for one in (before, left)]
    assert contracts[0] - contracts[1] == pytest.approx(burnt * (before - left))


def test_a_supplier_in_one_region_of_three() -> None:
    plan = pairs_plan
    present, local = (round(plan.worth(one, plan.NORDLYS), -3) for one in (plan.MERIDIAN, plan.BRYN))
    says(
        f"have {present:,.0f} EUR a year to share; with Bryn, which delivers to one, "
        f"it would be {local:,.0f} EUR"
    )
    reach = {one: min(plan.REACH[one], plan.PLANTS[plan.NORDLYS]) for one in (plan.MERIDIAN, plan.BRYN)}
    assert reach == {plan.MERIDIAN: 3, plan.BRYN: 1}


def test_who_pays_the_fees() -> None:
    plan = tarn_plan
    ours, theirs = plan.REACH * plan.DAY, plan.REACH * plan.HOST
    says(f"takes {plan.REACH:.0f} days of Meridian's engineers")
    says(f"costs Meridian {plan.DAY:.0f} EUR and Tarn {plan.HOST:.0f} EUR, together {ours + theirs:,.0f} EUR")
    says(f"Tarn's part, {theirs:,.0f} EUR, is more than it earns in a year")
    assert theirs > 4 * plan.earned(plan.TODAY)
    says(f"leaves Meridian {ours + theirs:,.0f} EUR in seven months")
    assert 7 < (ours + theirs) / ORDER * 12 < 7.5


def test_how_likely_nordlyss_order_must_be() -> None:
    says(
        f"140,000 / {ORDER:,.0f} = {pct(140_000 / ORDER)} for one year, {pct(140_000 / ORDER / 3)} for three"
    )


@pytest.mark.parametrize("concept", ["c19", "c20", "c21", "c30"])
def test_every_concept_of_the_unit_has_its_section(concept: str) -> None:
    assert f"(concept-{concept})=" in CHAPTER.text
