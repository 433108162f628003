"""Two worries, one contract: the ledger's dependences, closed forms, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.data import account_results, ledger
from kamlab.i18n import Translator
from kamlab.models.clv import retention_multiple
from kamlab.models.continuity import equivalent_number, optimal_supplier_count
from kamlab.widgets.controls import Answers
from kamlab.widgets.u05 import many_plan as plan
from kamlab.widgets.u05.how_many import how_many
from kamlab.widgets.u05.many_plan import Deal, deal, start

SOLVED = {"suppliers": 2, "share": 65, "years": 4, "spend": 30}
GRID = list(product(range(1, 6), range(40, 101, 5), range(1, 7), range(0, 81, 10)))


def decision(**moved: float) -> Answers:
    now = {"suppliers": 2, "share": 70, "years": 1, "spend": 0} | moved
    return Answers({name: float(value) for name, value in now.items()})


def missed(t: Translator, **moved: float) -> list[int]:
    return [place for place, one in enumerate(how_many.check(decision(**moved), t)) if not one.met]


def made(suppliers: int, share: float, years: int, spend: float) -> Deal:
    return deal(suppliers, share / 100, years, spend * 1000)


def test_both_dependences_are_the_ledger_s() -> None:
    sales = [one.revenue for one in account_results(ledger(), 2025) if one.revenue > 0]
    now = plan.customers(start().bought / start().need, 0)
    assert now[0] == pytest.approx(max(sales) / sum(sales))
    assert round(start().bought / start().need, 2) == 0.72
    assert equivalent_number(now) == pytest.approx(sum(sales) ** 2 / sum(one**2 for one in sales))
    assert round(equivalent_number(now), 1) == 16.0


def test_stoppages_cost_what_the_chapter_says() -> None:
    losses = [plan.LOSS * plan.risk(suppliers) for suppliers in (1, 2, 3)]
    assert [round(loss, -3) for loss in losses] == [118_000, 35_000, 30_000]
    best = optimal_supplier_count(plan.SHARED, plan.OWN, plan.LOSS, plan.KEEPING)
    assert best.suppliers == 2
    assert plan.supply_cost(2) == pytest.approx(best.cost)


def test_no_number_of_suppliers_helps_against_what_stops_all() -> None:
    risks = [plan.risk(suppliers) for suppliers in range(1, 6)]
    assert risks == sorted(risks, reverse=True)
    assert plan.SHARED < risks[-1] < plan.SHARED + 1e-5


def test_the_price_that_stands_lags_by_the_mean_of_the_drift() -> None:
    drift = [plan.DRIFT * year for year in range(4)]
    assert plan.lag(4) == pytest.approx(sum(drift) / 4 * start().need)
    assert plan.lag(1) == 0


def test_nordlys_can_leave_only_when_a_contract_ends() -> None:
    assert plan.retention(2, 1) == pytest.approx(0.75)
    assert all(plan.retention(2, years) ** years == pytest.approx(0.75) for years in range(1, 7))
    assert plan.retention(3, 2) < plan.retention(2, 2)


def test_the_worth_is_the_profit_times_the_retention_multiple() -> None:
    now = made(2, 65, 4, 30)
    profit = 0.65 * start().need * start().margin - 30_000
    assert now.profit == pytest.approx(profit)
    assert now.worth == pytest.approx(profit * retention_multiple(0.75**0.25, 0.10))


def test_a_single_supplier_gets_everything() -> None:
    assert made(1, 40, 3, 0) == made(1, 100, 3, 0)
    assert made(1, 40, 3, 0).each_other == 0


def test_what_meridian_does_not_get_the_others_share() -> None:
    now = made(3, 60, 3, 0)
    assert now.share + 2 * now.each_other == pytest.approx(1)


def test_other_accounts_make_meridian_less_dependent() -> None:
    assert plan.won(40_000) == pytest.approx(600_000)
    assert made(2, 70, 1, 40).dependence < made(2, 70, 1, 0).dependence
    assert sum(plan.customers(0.7, 40_000)) == pytest.approx(1)
    assert len(plan.customers(0.7, 40_000)) == len(plan.customers(0.7, 0)) + plan.NEW


def test_one_year_with_two_suppliers_leaves_meridian_s_worry(t: Translator) -> None:
    assert missed(t) == [2, 3]
    reasons = how_many.check(decision(), t)
    assert "It has 16.3: Nordlys is 15.8\u00a0% of its sales" in reasons[2].why
    assert "It is worth 440\u00a0kEUR" in reasons[3].why


def test_four_years_a_fed_second_source_and_other_accounts_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"suppliers": 1}, 0, "7.9\u00a0% likely"),
        ({"suppliers": 3}, 0, "would save 20.0\u00a0kEUR a year: what is left of the risk, 2\u00a0%"),
        ({"years": 6}, 0, "falls behind the market"),
        ({"suppliers": 1}, 1, "enough to live on"),
        ({"share": 85}, 1, "never used dries up"),
        ({"spend": 0}, 2, "40\u00a0kEUR a year win 600\u00a0kEUR"),
        ({"years": 1}, 3, "changes Nordlys's cost by \u221214.7\u00a0kEUR"),
        ({"years": 6, "share": 40, "spend": 80}, 3, "larger part of the need"),
    ],
)
def test_each_failure_is_explained(moved: dict[str, float], place: int, words: str, t: Translator) -> None:
    reason = how_many.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_a_second_source_with_just_enough_is_ready(t: Translator) -> None:
    assert how_many.check(decision(**(SOLVED | {"share": 80})), t)[1].met
    assert made(2, 80, 4, 30).each_other == pytest.approx(plan.READY)


def test_the_advice_on_length_is_what_the_model_gives(t: Translator) -> None:
    gain = made(2, 70, 2, 0).worth - made(2, 70, 1, 0).worth
    assert f"{gain / 1000:.0f}\u00a0kEUR" in how_many.check(decision(), t)[3].advice


def test_few_contracts_suit_both_and_none_of_them_is_an_extreme(t: Translator) -> None:
    found = [one for one in GRID if not missed(t, **dict(zip(SOLVED, one, strict=True)))]
    assert 0.005 < len(found) / len(GRID) < 0.02
    assert {suppliers for suppliers, _, _, _ in found} == {2}
    assert {years for _, _, years, _ in found} == {3, 4}
    assert all(40 < share < 80 for _, share, _, _ in found)


def test_the_view_compares_with_the_start_and_lists_all_lengths() -> None:
    exercise = how_many()
    exercise.values = {**SOLVED, "@n": 1}
    assert "440\u00a0kEUR → 883\u00a0kEUR" in exercise.view["sides"]
    assert "16.3 → 18.6" in exercise.view["sides"]
    assert exercise.view["table"].count('scope="row"') == plan.MOST_YEARS


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for values in product((1, 5), (40, 100), (1, 6), (0, 80)):
        answers = decision(**dict(zip(SOLVED, values, strict=True)))
        assert how_many.view(answers, t)["summary"]
        assert len(how_many.check(answers, t)) == 4
