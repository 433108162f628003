"""Security of supply: the two models as oracles, who pays, and reasons for each failing branch."""

from itertools import product
from statistics import NormalDist, stdev

import pytest

from kamlab.i18n import Translator
from kamlab.models.continuity import disrupted_order_up_to
from kamlab.widgets.controls import Answers
from kamlab.widgets.u08 import continuity_plan as plan
from kamlab.widgets.u08.continuity import continuity
from kamlab.widgets.u08.continuity_plan import Cover, cover
from kamlab.widgets.u08.who_plan import need

START: dict[str, float | str] = {"z": 1, "stores": "each", "bridged": 1, "source": "one", "share": 0}
SOLVED: dict[str, float | str] = {"z": 2, "stores": "joint", "bridged": 2, "source": "two", "share": 55}


def decision(**moved: object) -> Answers:
    now: dict[str, object] = {**START, **moved}
    return Answers({name: [one] if isinstance(one, str) else float(str(one)) for name, one in now.items()})


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(continuity.check(decision(**moved), t)) if not one.met]


def solved() -> Cover:
    return cover(2, 2, 0.55, pooled=True, second=True)


def test_the_plants_use_what_the_ledger_says_nordlys_bought() -> None:
    weeks = list(zip(*plan.use().values(), strict=True))
    assert sum(map(sum, weeks)) / len(weeks) * plan.WEEKS == pytest.approx(need())
    assert need() == 1809


def test_the_deviations_are_those_of_the_plants_and_of_their_sum() -> None:
    separate, together = plan.swings()
    assert separate == pytest.approx([stdev(row) for row in plan.use().values()])
    assert together == pytest.approx(stdev(map(sum, zip(*plan.use().values(), strict=True))))
    assert together < sum(separate)


@pytest.mark.parametrize("z", [0.0, 1.0, 2.5])
def test_the_normal_loss_is_the_mean_of_what_exceeds_the_cover(z: float) -> None:
    steps = [z + (place + 0.5) / 1000 for place in range(8000)]
    area = sum((x - z) * NormalDist().pdf(x) / 1000 for x in steps)
    assert plan.missed(z) == pytest.approx(area, rel=1e-4)


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("bridged", [0, 3, 8])
def test_what_is_left_and_owed_cost_what_the_model_says(bridged: int, second: bool) -> None:  # noqa: FBT001
    left, owed = plan.outage(bridged, second=second)
    week = need() / plan.WEEKS
    back = plan.BACK_TWO if second else plan.BACK
    model = disrupted_order_up_to(0.5, 55, week, plan.FAILS, back, (bridged + 1) * week)
    assert 0.5 * left + 55 * owed == pytest.approx(model.cost)


def test_without_stock_an_average_outage_is_owed_in_full() -> None:
    left, owed = plan.outage(0, second=False)
    down = plan.FAILS / (plan.FAILS + plan.BACK)
    assert left == pytest.approx(0)
    assert owed == pytest.approx(down / plan.BACK * need() / plan.WEEKS)


def test_the_model_bridges_eight_weeks_with_one_source_and_three_with_two() -> None:
    week = need() / plan.WEEKS
    assert [plan.best(second=second).level / week - 1 for second in (False, True)] == pytest.approx([8, 3])


def test_a_joint_store_pays_only_where_much_is_covered() -> None:
    separate, together = plan.swings()
    saved = plan.stock_cost() * (sum(separate) - together) + 0.0
    extra = plan.FREIGHT * need() - 2 * plan.COUNTING
    for z in (extra / saved - 0.1, extra / saved + 0.1):
        each, joint = (cover(z, 2, 0, pooled=pooled, second=False) for pooled in (False, True))
        assert (joint.bill < each.bill) == (z > extra / saved)


def test_the_share_moves_money_and_nothing_else() -> None:
    low, high = (cover(2, 2, share, pooled=True, second=True) for share in (0.2, 0.7))
    assert sum(plan.gains(low)) == pytest.approx(sum(plan.gains(high)))
    assert plan.gains(high)[0] - plan.gains(low)[0] == pytest.approx(0.5 * low.bill)


def test_today_s_small_stores_miss_the_goal(t: Translator) -> None:
    assert missed(t) == [0, 2, 3]
    reasons = continuity.check(decision(), t)
    assert "68.0 because use swings, 402.0 because the chip maker fails" in reasons[0].why
    assert "would bring 402.0 drive-weeks down to" in reasons[0].advice
    assert "Together the two gain 0\u00a0EUR" in reasons[2].advice


def test_a_joint_store_two_sources_and_a_shared_bill_meet_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []
    assert [round(one) for one in plan.gains(solved())] == [5_396, 13_279]


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"z": 0.5}, 0, "Cover more of the swings"),
        ({"bridged": 1}, 0, "Bridge a week more"),
        ({"source": "one", "bridged": 6}, 0, "be back sooner"),
        ({"bridged": 6}, 1, "You pay twice"),
        ({"source": "one", "bridged": 8, "z": 3}, 1, "dear kind of security"),
        ({"share": 100}, 2, "up to 66\u00a0% of it leave Nordlys its goal"),
        ({"share": 0}, 3, "Let Nordlys pay more of it, up to 66\u00a0%"),
        ({"source": "one", "bridged": 8}, 3, "First look for what costs less"),
    ],
)
def test_each_failure_is_explained(
    moved: dict[str, float | str], place: int, words: str, t: Translator
) -> None:
    reason = continuity.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_covers_suit_both_and_all_have_a_second_source(t: Translator) -> None:
    z = [step / 2 for step in range(7)]
    grid = product(z, ("each", "joint"), range(9), ("one", "two"), range(0, 101, 10))
    tried = [dict(zip(START, one, strict=True)) for one in grid]
    found = [one for one in tried if not missed(t, **one)]
    assert 0.005 < len(found) / len(tried) < 0.05
    assert {one["source"] for one in found} == {"two"}
    assert all(0 < float(str(one["share"])) < 100 for one in found)


def test_extremes_can_be_shown_and_fail(t: Translator) -> None:
    for values in product((0, 3), ("each", "joint"), (0, 8), ("one", "two"), (0, 100)):
        answers = decision(**dict(zip(START, values, strict=True)))
        assert continuity.view(answers, t)["summary"]
        assert any(not one.met for one in continuity.check(answers, t))
