"""Every worked number of the chapter, recomputed from models and published counts and found in the text."""

from __future__ import annotations

import pytest
from wording import Chapter, pct

from kamlab.data import ledger
from kamlab.models.spatial import (
    LineMarket,
    MixedOligopoly,
    hotelling,
    mixed_oligopoly,
    privatisation_threshold,
    salop,
    variety_cost,
)
from kamlab.widgets.u09 import figures
from kamlab.widgets.u09 import local_plan as town

CHAPTER = Chapter("u09")
says = CHAPTER.says
DEPOT = 98_000  # EUR a year, assumed in the chapter
VALLEY = 1_900  # calls a year, assumed in the chapter
HIGHEST, START, MOST_SERVICES, SLOPE = 200.0, 40.0, 20_000, 1.2  # the mixed market of the chapter
HEAT, PARTS = (next(one for one in town.SERVICES if one.key == key) for key in ("heat", "parts"))


def amount(value: float) -> str:
    """As the chapter writes an amount above 0."""
    return f"{value:,.0f}"


def signed(value: float) -> str:
    """As the chapter's table writes a change."""
    return f"{value:+,.0f}".replace("-", "\u2212")


def test_the_town_of_the_chapter_is_that_of_the_exercise() -> None:
    says(f"{town.CALLS:,} repairs a year. The way around would cost {town.WAY:.0f} EUR")
    says(f"a shop costs {town.SHOP:,.0f} EUR a year: $F$ = {town.SHOP / town.CALLS:.2f} EUR")
    says(f"A repair costs a shop $c$ = {town.COST:.0f} EUR")


def test_what_variety_costs() -> None:
    costs = {n: figures.variety(n).total for n in (3, 6, 12)}
    says(f"With three shops variety costs {costs[3]:.0f} EUR a repair")
    says(f"with six {costs[6]:.0f} EUR, with twelve {costs[12]:.0f} EUR again")
    assert min(range(1, 30), key=lambda n: figures.variety(n).total) == 6


def test_free_entry_brings_twice_the_best_number() -> None:
    free = town.free_entry()
    assert (free.whole_firms, free.whole_optimum) == (12, 6)
    says(f"That is twelve shops at {free.price:.0f} EUR: twice as many as are worth their cost")
    says(f"asks for {free.price:.0f} EUR and nothing for the way")


def household(shops: int) -> float:
    """Price and mean way where shops only watch each other (EUR a repair)."""
    return town.rivals_price(shops) + town.mean_way(shops)


def test_six_shops_are_economical_but_not_cheap() -> None:
    saved = (figures.variety(12).total - figures.variety(6).total) * town.CALLS
    dearer = (household(6) - household(12)) * town.CALLS
    earned = (town.rivals_price(6) - town.COST) * town.CALLS - 6 * town.SHOP
    says(f"license six shops and save {saved:,.0f} EUR a year")
    says(f"the price is {town.rivals_price(6):.0f} EUR and the way {town.mean_way(6):.0f}")
    says(f"with twelve, {town.rivals_price(12):.0f} and {town.mean_way(12):.0f}")
    says(f"A household pays {household(6):.0f} EUR instead of {household(12):.0f}")
    says(f"The six shops would earn {earned:,.0f} EUR: the whole saving, and {dearer:,.0f} EUR")
    assert earned == pytest.approx(saved + dearer)


def test_a_shop_at_a_quarter_of_the_cost() -> None:
    cheap = salop(town.WAY, 10_000 / town.CALLS, town.COST)
    assert town.SHOP == 4 * 10_000
    says(f"F falls to {10_000 / town.CALLS:.2f} EUR a repair, a quarter")
    assert (cheap.whole_firms, cheap.whole_optimum) == (24, 12)
    says(f"Twenty-four shops can live, at {cheap.price:.0f} EUR; twelve would be best")


def heat(local: float = HEAT.local) -> LineMarket:
    return hotelling(HEAT.way, local, HEAT.chain)


def test_a_heat_pump_that_has_stopped() -> None:
    says(f"costs a local firm {HEAT.local:.0f} EUR and Panorbit {HEAT.chain:.0f} EUR")
    says(f"somebody from here is worth up to {HEAT.way:.0f} EUR")
    found = heat()
    says(f"The local firms ask {found.price_first:.0f} EUR, Panorbit {found.price_second:.0f}")
    says(f"and {pct(found.share_first)} of the calls stay local")


def test_to_take_all_the_chain_would_have_to_pay() -> None:
    says(f"Panorbit would have to be cheaper by {3 * HEAT.way:.0f} EUR")
    assert 3 * HEAT.way > HEAT.local  # more than the work costs
    assert figures.local_share(HEAT.way, 3 * HEAT.way) == 0
    assert figures.local_share(HEAT.way, 3 * HEAT.way - 1) > 0


def test_a_part_over_the_counter_and_by_telephone() -> None:
    says(f"It costs {PARTS.local:.0f} EUR here and {PARTS.chain:.0f} EUR there")
    says(f"is worth {PARTS.way:.0f} EUR: {pct(town.against_chain(PARTS).share_first)} stay")
    says("when the way is worth only 4 EUR, none do")
    assert hotelling(4, PARTS.local, PARTS.chain).share_first == 0


def test_how_many_calls_a_depot_needs() -> None:
    earned = heat().profit_second
    says(f"earns $\\pi$ = {earned:.2f} EUR a call, before its depot")
    says(f"Let a depot cost $D$ = {DEPOT:,} EUR a year")
    says(f"calls, here {DEPOT / earned:,.0f}. Lindhaven has {HEAT.calls:,}")
    says(f"has {VALLEY:,}; Panorbit would lose {DEPOT - VALLEY * earned:,.0f} EUR a year there")
    says(f"Halve Panorbit's, and {DEPOT / earned / 2:,.0f} calls are enough")
    assert VALLEY < DEPOT / earned < HEAT.calls


def test_a_cheaper_depot_and_a_better_local_firm() -> None:
    earned, depot = heat().profit_second, 75_000
    says(f"a depot costs {depot:,} EUR. Does it come to the valley of {VALLEY:,} calls?")
    says(f"It needs {depot / earned:,.0f} calls, so it comes, for {VALLEY * earned - depot:,.0f} EUR a year")
    better = heat(HEAT.local - 4).profit_second
    says(f"made a call 4 EUR cheaper for itself, Panorbit would earn {better:.2f} EUR")
    assert VALLEY * better < depot < VALLEY * heat(HEAT.local - 3).profit_second


def market(private: int) -> MixedOligopoly:
    return mixed_oligopoly(private, SLOPE)


def price(share: float) -> float:
    """EUR a service, from a share of the span between the first cost and the highest price."""
    return START + share * (HIGHEST - START)


def gains(private: int) -> tuple[float, float]:
    """What the sale brings households and all firms (EUR a year)."""
    now, scale = market(private), (HIGHEST - START) * MOST_SERVICES
    households = ((1 - now.price_privatised) ** 2 - (1 - now.price_mixed) ** 2) / 2 * scale
    return households, (now.privatised - now.mixed) * scale - households


@pytest.mark.parametrize("private", [1, 2, 3])
def test_a_line_of_the_table(private: int) -> None:
    households, firms = gains(private)
    now = market(private)
    prices = [f"{price(one):.2f}" for one in (now.price_mixed, now.price_privatised)]
    sums = [signed(one) for one in (households, firms, households + firms)]
    says("| " + " | ".join([str(private), *prices, *sums]) + " |")


def test_the_sale_pays_from_three_rivals_on() -> None:
    assert 2 < privatisation_threshold(SLOPE) < 3
    households, firms = gains(3)
    says(f"the sale pays: {amount(households + firms)} EUR")
    says(f"households that lose {amount(-households)} EUR and firms, the sold one included, that gain")
    says(f"that gain {amount(firms)} EUR")
    says(f"If the firms pay {amount(-households)} EUR a year")
    says(f"to the households, {amount(households + firms)} EUR remain")


def test_what_a_further_service_costs_and_what_a_firm_does() -> None:
    step = SLOPE * (HIGHEST - START) / MOST_SERVICES
    assert round(step, 2) == 0.01
    says(f"each private firm grows from {market(3).private_output * MOST_SERVICES:,.0f} services")
    says(f"to {market(3).privatised_output * MOST_SERVICES:,.0f}")


def test_two_fifths_of_the_public_service() -> None:
    says("cost 23 % of national product in 2016; 9.5 % was work handed to others")
    assert round(5 * 9.5 / 23) == 2


def counted(source: str) -> figures.Counted:
    return next(one for one in figures.COUNTED if one.source == source)


def test_each_count_is_in_the_text_with_its_source() -> None:
    for one in figures.COUNTED:
        assert f"{{cite:p}}`{one.source}`" in CHAPTER.text
    says("for 11 trillion of the world's nearly 90 trillion dollars of product, or 12 %")
    assert counted("bosio2020").public == round(11 / 90, 2)
    says(f"puts {pct(counted('ilo2024').public)} in the public sector")
    says(f"of all with a formal wage, {pct(counted('wwbi2021').public)}")
    says(f"Government's 23 %, in the average OECD country, leave {pct(counted('andersson2019').private)}")
    says(f"Governments there spent {pct(counted('oecd2021').public, 1)} of national product in 2019")
    says(f"France, which spent most, {pct(counted('oecd2019').public, 1)} in 2017")


def test_american_payrolls() -> None:
    says("120,993 of 143,093 thousand jobs were private")
    says(f"which is {pct(120_993 / 143_093, 1)}")
    assert counted("vega2018").private == pytest.approx(120_993 / 143_093)


def test_no_count_gives_a_third() -> None:
    assert all(one.private > figures.CLAIM + 0.1 for one in figures.COUNTED)
    fair = [one.private for one in figures.COUNTED if not one.source.startswith("oecd")]
    says(f"give from {pct(min(fair))} to {pct(max(fair))}")
    harshest = min(one.private for one in figures.COUNTED)
    says(f"France with every pension called public, leaves {pct(harshest, 1)}")


def test_what_would_have_to_be_true() -> None:
    bought, made = counted("bosio2020").public, counted("andersson2019").public
    needed = 1 - figures.CLAIM
    says(f"would have to buy {pct(needed)} of the world's product, {needed / bought:.1f} times what they do")
    says(f"would have to produce {pct(needed - made, 1)} more")
    says(f"which is {pct((needed - made) / (1 - made))} of all the rest")


def test_what_the_slide_would_cost() -> None:
    budget = 240_000
    says(f"two thirds of the {budget:,} EUR for new accounts")
    says(f"would send {budget * 2 / 3:,.0f} EUR to buyers with 12 % of the purchases")
    says(f"in proportion it would be {budget * 11 / 90:,.0f} EUR")


def test_the_buyer_of_the_scene_is_in_the_ledger() -> None:
    book = ledger()
    nordlys = next(row[0] for row in book["accounts"].rows if row[1] == "Nordlys Appliances")
    buyers = [row[2] for row in book["contacts"].rows if (row[1], row[3]) == (nordlys, "Purchasing")]
    assert "Stefan Lopez" in buyers


def test_the_nearest_way_on_average_is_a_quarter_of_the_way_between_two_shops() -> None:
    for shops in (2, 6, 12):
        steps = [(i + 0.5) / 1000 / (2 * shops) for i in range(1000)]  # from a shop to halfway, evenly
        assert variety_cost(shops, 1, 0).travel == pytest.approx(sum(steps) / len(steps))
