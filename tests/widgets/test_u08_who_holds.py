"""Who holds the store: shares of stock against the models, the split of a gain, reasons for each failure."""

from itertools import pairwise, product

import pytest

from kamlab.i18n import Translator
from kamlab.models.joint_lot import consignment_plan, joint_lot_cost
from kamlab.widgets.controls import Answers
from kamlab.widgets.u08 import meridian
from kamlab.widgets.u08 import who_plan as plan
from kamlab.widgets.u08.who_holds import who_holds
from kamlab.widgets.u08.who_plan import Store

START: dict[str, float | str] = {"lot": 100, "run": 1, "sent": "made", "owner": "bought", "change": 0}
SOLVED: dict[str, float | str] = {"lot": 120, "run": 3, "sent": "waits", "owner": "consigned", "change": 0.2}


def decision(**moved: object) -> Answers:
    now: dict[str, object] = {**START, **moved}
    return Answers({name: [one] if isinstance(one, str) else float(str(one)) for name, one in now.items()})


def missed(t: Translator, **moved: object) -> list[int]:
    return [place for place, one in enumerate(who_holds.check(decision(**moved), t)) if not one.met]


def filled(run: int, *, waits: bool, lot: float = 100, consigned: bool = True) -> Store:
    return plan.store(lot, run, 0, consigned=consigned, waits=waits)


def mean(points: list[tuple[float, float]]) -> float:
    area = sum((x1 - x0) * (y0 + y1) / 2 for (x0, y0), (x1, y1) in pairwise(points))
    return area / (points[-1][0] - points[0][0])


def test_today_is_the_lot_of_nordlys_and_costs_what_unit_5_says() -> None:
    one = meridian.bought(meridian.NORDLYS)
    assert one.pieces == 1809
    assert (round(one.price, 2), round(one.cost, 2)) == (164.41, 117.29)
    now = plan.today()
    model = joint_lot_cost(now.lot, 1809, plan.PRODUCTION, 100, 400, 0.2, one.cost, one.price)
    assert (now.buyer_cost, now.vendor_cost) == pytest.approx((model.buyer_cost, model.vendor_cost))
    assert round(now.cost) == 10_718


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("run", [1, 2, 5, 6])
def test_stock_and_fees_are_the_consignment_model_s(run: int, waits: bool) -> None:  # noqa: FBT001
    own, capital, _, space = plan.holding(consigned=True)
    late = run - 1 if waits else 0
    model = consignment_plan(plan.need(), plan.PRODUCTION, 400, 60, own, capital + space, run, late)
    now = filled(run, waits=waits, lot=model.lot)
    assert now.cost - plan.COUNTING == pytest.approx(model.cost)


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("run", [1, 3, 6])
def test_the_drawn_stock_has_the_mean_and_the_peak_that_are_charged(run: int, waits: bool) -> None:  # noqa: FBT001
    now = filled(run, waits=waits)
    buyer, vendor = plan.levels(now)
    assert (mean(buyer), mean(vendor)) == pytest.approx((now.at_buyer, now.at_vendor))
    assert max(y for _, y in buyer) == pytest.approx(now.peak)
    assert min(y for _, y in (*buyer, *vendor)) > -1e-9
    assert buyer[0][1] == pytest.approx(buyer[-1][1])


def test_a_new_owner_alone_moves_the_stock_s_cost_and_saves_only_the_difference() -> None:
    bought, consigned = (filled(1, waits=False, consigned=one) for one in (False, True))
    one = meridian.bought(meridian.NORDLYS)
    saved = bought.at_buyer * plan.CAPITAL * (one.price - one.cost)
    calls = (plan.ORDER - plan.CALL) * plan.need() / 100
    assert bought.cost - consigned.cost == pytest.approx(saved + calls - plan.COUNTING)
    assert consigned.vendor_cost > bought.vendor_cost
    assert consigned.buyer_cost < bought.buyer_cost


def test_the_price_shares_and_saves_nothing() -> None:
    high, low = (plan.store(120, 3, change, consigned=True, waits=True) for change in (0.4, -0.4))
    assert sum(plan.gains(high)) == pytest.approx(sum(plan.gains(low)))
    assert sum(plan.gains(high)) == pytest.approx(plan.today().cost - high.cost)
    assert plan.gains(high)[0] - plan.gains(low)[0] == pytest.approx(0.8 * plan.need())


def test_no_other_plan_costs_less_than_the_model_s_best() -> None:
    best = plan.best()
    assert (best.shipments, best.delayed, round(best.lot)) == (3, 2, 102)
    costs = [
        filled(run, waits=w, lot=q).cost
        for run, q, w in product(range(1, 7), range(40, 301, 10), (False, True))
    ]
    assert best.cost + plan.COUNTING <= min(costs) < best.cost + plan.COUNTING + 10


def test_the_start_misses_the_gains_and_the_days(t: Translator) -> None:
    assert missed(t) == [0, 1, 2, 4]
    reasons = who_holds.check(decision(), t)
    assert "They save \u2212324\u00a0EUR: set-ups cost 7,236\u00a0EUR" in reasons[0].why
    assert "One shipment more in each run would save the two 2,470" in reasons[0].advice
    assert "there is not enough to share" in reasons[1].advice


def test_a_consigned_store_filled_in_threes_meets_all(t: Translator) -> None:
    assert missed(t, **SOLVED) == []
    now = plan.store(120, 3, 0.2, consigned=True, waits=True)
    assert [round(one) for one in plan.gains(now)] == [1786, 1394]


@pytest.mark.parametrize(
    ("moved", "place", "words"),
    [
        ({"owner": "bought"}, 0, "a call-off is cheaper than an order"),
        ({"sent": "made"}, 0, "A piece costs less to keep at Meridian"),
        ({"lot": 300}, 0, "smaller"),
        ({"change": 0}, 1, "0.20 EUR are worth 362\u00a0EUR"),
        ({"change": 0.6}, 2, "0.20 EUR less a piece"),
        ({"lot": 220}, 3, "Send less at a time"),
        ({"sent": "made"}, 3, "Let the shipments wait"),
        ({"lot": 90}, 4, "the first lorry is late"),
    ],
)
def test_each_failure_is_explained(
    moved: dict[str, float | str], place: int, words: str, t: Translator
) -> None:
    reason = who_holds.check(decision(**(SOLVED | moved)), t)[place]
    assert not reason.met
    assert words in reason.advice


def test_few_agreements_suit_both_and_all_are_consigned(t: Translator) -> None:
    changes = [step / 5 for step in range(-5, 6)]
    keys = ("lot", "run", "sent", "owner", "change")
    grid = product(range(40, 301, 20), range(1, 7), ("made", "waits"), ("bought", "consigned"), changes)
    tried = [dict(zip(keys, one, strict=True)) for one in grid]
    found = [one for one in tried if not missed(t, **one)]
    assert 0.002 < len(found) / len(tried) < 0.05
    assert {(one["owner"], one["sent"]) for one in found} == {("consigned", "waits")}


def test_extremes_can_be_shown_and_checked(t: Translator) -> None:
    for lot, run, sent, owner, change in product(
        (40, 300), (1, 6), ("made", "waits"), ("bought", "consigned"), (-1, 1)
    ):
        answers = decision(lot=lot, run=run, sent=sent, owner=owner, change=change)
        assert who_holds.view(answers, t)["summary"]
        assert any(not one.met for one in who_holds.check(answers, t))
