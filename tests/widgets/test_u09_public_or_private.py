"""A town's firm among private ones: the model in euros, who gains, and reasons for each failing branch."""

from itertools import product

import pytest

from kamlab.i18n import Translator
from kamlab.models.spatial import mixed_oligopoly, privatisation_threshold
from kamlab.widgets.controls import Answers
from kamlab.widgets.u09 import public_plan as town
from kamlab.widgets.u09.public_or_private import public_or_private
from kamlab.widgets.u09.public_plan import Plan, plan

SOLVED = {"owner": "keep", "others": 3, "training": 50}
COUNTS, TRAINING = range(town.MOST_FIRMS + 1), range(0, 121, 10)
GRID = list(product(("keep", "sell"), COUNTS, TRAINING))


def decision(**moved: object) -> Answers:
    now = {"owner": "sell", "others": 1, "training": 0} | moved
    return Answers(
        {
            "owner": [str(now["owner"])],
            "others": float(str(now["others"])),
            "training": float(str(now["training"])),
        }
    )


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(public_or_private.check(decision(**moved), t)) if not one.met]


def made() -> list[Plan]:
    return [plan(owner == "keep", others, training * 1000.0) for owner, others, training in GRID]


def test_the_sum_of_all_gains_is_the_model_s_welfare() -> None:
    for now in made():
        model = mixed_oligopoly(now.others, now.slope)
        welfare = (model.mixed if now.public else model.privatised) * town.SCALE
        assert now.gain == pytest.approx(welfare - now.firms * town.FIXED - now.training)


def test_the_price_is_what_all_calls_together_fetch() -> None:
    for now in made():
        assert now.price == pytest.approx(
            town.HIGHEST - (town.HIGHEST - town.BASE) * now.calls / town.MOST_CALLS
        )


def test_with_one_private_firm_and_equal_slopes_the_published_figures_come_out() -> None:
    model = mixed_oligopoly(private_firms=1, cost_slope=1)
    assert (round(model.mixed, 4), round(model.privatised, 4)) == (0.3200, 0.3125)


def test_training_halves_what_it_can_take_and_no_more() -> None:
    assert [round(town.slope(1000.0 * amount), 2) for amount in (0, 40, 80, 120)] == [1.2, 0.8, 0.6, 0.5]


def test_a_kept_firm_always_holds_the_price_lower() -> None:
    assert all(town.otherwise(now).price > now.price for now in made() if now.public)


def test_selling_raises_the_gain_of_all_only_above_the_threshold() -> None:
    for now in made():
        if now.public:
            better = town.otherwise(now).gain > now.gain
            assert better == (now.others > privatisation_threshold(now.slope))


def test_users_never_gain_from_a_sale_and_private_firms_always_do() -> None:
    for now in made():
        if now.public and now.others:
            sold = town.otherwise(now)
            assert sold.surplus < now.surplus
            assert sold.each_profit > now.each_profit


def test_the_buyer_pays_its_fee_only_from_a_profit() -> None:
    loss = plan(public=False, others=6, training=120_000)
    assert loss.each_profit < 0
    assert loss.town_income == 0
    earned = plan(public=False, others=1, training=0)
    assert earned.town_income == pytest.approx(0.7 * earned.each_profit)


def test_the_adviser_s_plan_is_dear_and_wastes_gains(t: Translator) -> None:
    assert missed(t) == [0, 3]
    reasons = public_or_private.check(decision(), t)
    assert "It costs 123.81\u00a0EUR" in reasons[0].why
    assert "With a firm of the town among them, 109.93\u00a0EUR" in reasons[0].why
    assert "users 363\u00a0kEUR, private firms 299\u00a0kEUR, the town 161\u00a0kEUR" in reasons[3].why


def test_three_firms_beside_the_town_s_and_some_training_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"owner": "sell"}, 0, "Keep the town's firm"),
        ({"others": 2}, 0, "One more firm would bring the price to 79.16\u00a0EUR"),
        ({"others": 6, "training": 0, "owner": "sell"}, 1, "It earns 0.5\u00a0kEUR"),
        ({"others": 5}, 1, "With one firm less each would earn 6.8\u00a0kEUR"),
        ({"others": 0}, 1, "Let at least one private firm in"),
        ({"others": 0, "owner": "keep"}, 1, "nobody else to call"),
        ({"training": 100}, 2, "Spend less on training, or let fewer firms in"),
        ({"owner": "sell", "others": 5}, 2, "the money for it was sold with the firm"),
        ({"others": 0, "training": 0}, 3, "Let more firms in"),
        ({"others": 6, "training": 0}, 3, "Let fewer firms in. The last one costs 60\u00a0kEUR a year"),
    ],
)
def test_each_failure_is_explained(moved: dict[str, object], place: int, words: str, t: Translator) -> None:
    reason = public_or_private.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in f"{reason.why} {reason.advice}"


def test_both_kept_and_sold_can_reach_the_goal_but_a_sale_needs_more_rivals(t: Translator) -> None:
    found = [one for one in GRID if not missed(t, **dict(zip(SOLVED, one, strict=True)))]
    assert 0.005 < len(found) / len(GRID) < 0.1
    assert {others for owner, others, _ in found if owner == "sell"} == {5}
    assert {others for owner, others, _ in found if owner == "keep"} == {2, 3, 4}
    assert all(0 < training < 120 for _, _, training in found)


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for owner, others, training in product(("keep", "sell"), (0, 6), (0, 120)):
        answers = decision(owner=owner, others=others, training=training)
        assert public_or_private.view(answers, t)["summary"]
        assert len(public_or_private.check(answers, t)) == 4


def test_no_bar_leaves_its_axis() -> None:
    amounts = [amount for now in made() for amount in (now.surplus, now.private_profit, now.purse)]
    assert min(amounts) >= -200_000
    assert max(amounts) <= 1_300_000
    assert all(40 <= now.price <= 160 for now in made())
