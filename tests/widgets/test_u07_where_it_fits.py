"""Seven parts on Kraljic's map: the ledger's margins, the limit of a failure, reasons for each failure."""

from itertools import combinations, product

import pytest

from kamlab.i18n import Translator
from kamlab.models.portfolio import BOUNDARY, KraljicPosition
from kamlab.widgets import u07
from kamlab.widgets.controls import Answers, Value, clean
from kamlab.widgets.u07 import fits_plan as plan
from kamlab.widgets.u07 import meridian
from kamlab.widgets.u07.fits_plan import PARTS, Choice, Part, Way
from kamlab.widgets.verdict import Reason

KEYS = [one.key for one in PARTS]
SOLVED = Choice(("housings", "cables"), "stators", 0.3)


def part(key: str) -> Part:
    return next(one for one in PARTS if one.key == key)


def answers(choice: Choice) -> Answers:
    values: dict[str, Value] = {
        "loyal": list(choice.loyal),
        "inside": [choice.inside or "none"],
        "share": 100 * choice.share,
    }
    return Answers(values)


def reasons(t: Translator, choice: Choice) -> tuple[Reason, ...]:
    return u07.where_it_fits.check(answers(choice), t)


def missed(t: Translator, choice: Choice) -> list[int]:
    return [place for place, one in enumerate(reasons(t, choice)) if not one.met]


def test_the_margins_are_the_ledger_s() -> None:
    assert part("stators").margin == pytest.approx(meridian.family("Integrated drives").margin / 12)
    assert round(part("housings").margin, -2) == 83_300
    drives = sum(meridian.family(one).margin for one in (meridian.COMPACT, "Standard drives"))
    assert part("boards").margin == pytest.approx(drives / 12 + part("stators").margin)


def test_each_field_of_kraljic_s_map_has_a_part() -> None:
    assert {one.field for one in PARTS} == set(KraljicPosition)
    assert part("boards").field is part("stators").field is KraljicPosition.STRATEGIC
    assert part("cores").field is KraljicPosition.BOTTLENECK


def test_on_the_map_a_failure_costs_impact_times_risk() -> None:
    for one in PARTS:
        if max(one.impact, one.risk) < 10:
            assert one.impact * one.risk * 10_000 == pytest.approx(one.blow)
    assert plan.BLOW == BOUNDARY * BOUNDARY * 10_000


def test_only_the_strategic_parts_lie_above_the_limit() -> None:
    above = {one.key for one in PARTS if one.blow > plan.BLOW}
    assert above == {one.key for one in PARTS if one.field is KraljicPosition.STRATEGIC}


def test_distance_takes_savings_and_costs_days() -> None:
    near, far = part("housings"), part("sinks")
    assert near.developed == pytest.approx(0.15 * 250_000 * (1 - 0.5 / 8))
    assert far.developed < near.developed
    assert far.days > 2 * near.days


def test_what_both_gain_does_not_depend_on_the_division() -> None:
    low, high = (Choice(("housings",), "", share) for share in (0.1, 0.5))
    one = part("housings")
    both = [choice.worth(one) + choice.gain(one) for choice in (low, high)]
    assert both[0] == pytest.approx(both[1])


def test_the_total_is_the_sum_of_its_parts_and_of_its_reasons() -> None:
    items = sum(SOLVED.item(name) for name in ("saved", "visits", "risk", "extra"))
    assert SOLVED.total == pytest.approx(items)
    assert SOLVED.way(part("stators")) is Way.INSIDE
    assert Choice(("stators",), "stators", 0.3).way(part("stators")) is Way.INSIDE


def test_developing_where_most_is_spent_fails(t: Translator) -> None:
    start = clean(u07.where_it_fits.face(t).groups, {})
    assert start == answers(Choice(plan.START, "", 0.2))
    assert [part(key).spend for key in plan.START] == sorted((one.spend for one in PARTS), reverse=True)[:4]
    assert missed(t, Choice(plan.START, "", 0.2)) == [0, 1, 2, 4, 5]
    blow, worth, *_ = u07.where_it_fits.check(start, t)
    assert "2,261\u00a0kEUR in all" in blow.why
    assert "exceeds all that development can save" in worth.advice


def test_near_and_replaceable_parts_with_the_core_inside_meet_every_condition(t: Translator) -> None:
    assert missed(t, SOLVED) == []
    assert missed(t, Choice(("housings", "cables"), "", 0.2)) == []


@pytest.mark.parametrize(
    ("choice", "place", "words"),
    [
        (Choice(("stators",), "", 0.3), 0, "Keep two suppliers, or buy the firm"),
        (Choice(("boards",), "", 0.3), 0, "not to be had for the money"),
        (Choice(("sinks",), "", 0.3), 1, "The understanding is a local one"),
        (Choice(("cartons",), "", 0.6), 1, "keeps more of the saving"),
        (Choice((), "stators", 0.3), 1, "made nearby"),
        (Choice(("sinks", "cores"), "", 0.3), 2, "Marlow Extrusions is 6 h away"),
        (Choice(("housings", "cables", "cartons"), "stators", 0.35), 2, "for each day: Cartons"),
        (Choice(("housings",), "boards", 0.3), 3, "three hundred people"),
        (Choice(("cables",), "", 0.3), 4, "Stators would bring more if made inside"),
        (Choice((), "stators", 0.6), 4, "then an understanding pays"),
        (Choice(("cables", "cartons"), "stators", 0.2), 5, "Leave the suppliers more"),
        (Choice((), "", 0.2), 5, "Offer an understanding"),
    ],
)
def test_each_failure_is_explained(choice: Choice, place: int, words: str, t: Translator) -> None:
    reason = reasons(t, choice)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_choices_reach_the_goal_and_all_leave_the_core_of_a_product_safe(t: Translator) -> None:
    subsets = [one for size in range(len(KEYS) + 1) for one in combinations(KEYS, size)]
    grid = [Choice(*one) for one in product(subsets, ("", *plan.BUYABLE), [step / 20 for step in range(13)])]
    found = [choice for choice in grid if not missed(t, choice)]
    assert 0.005 < len(found) / len(grid) < 0.05
    loyal = {one.key for choice in found for one in choice.parts(Way.LOYAL)}
    assert loyal == {"housings", "cables", "cartons"}
    assert all(one.hours <= 1 and one.blow < plan.BLOW for one in PARTS if one.key in loyal)


def test_the_market_for_all_is_safe_and_not_enough(t: Translator) -> None:
    assert plan.TODAY.blow == 0
    assert 0 < plan.TODAY.total < plan.TOTAL
    assert missed(t, plan.TODAY) == [1, 4, 5]


def test_the_map_shows_how_each_part_is_bought(t: Translator) -> None:
    view = u07.where_it_fits.view(answers(SOLVED), t)
    assert "Stators: 9 months, 57\u00a0kEUR a month, strategic; inside." in view["chart"]
    assert ">2*<" in view["chart"]
    assert "34\u00a0kEUR → 62\u00a0kEUR" in view["sides"]


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for loyal, inside, share in product(((), tuple(KEYS)), ("", *plan.BUYABLE), (0.0, 0.6)):
        choice = Choice(loyal, inside, share)
        assert u07.where_it_fits.view(answers(choice), t)["summary"]
        assert len(reasons(t, choice)) == 6
