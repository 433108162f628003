"""The conditions of the exercise on bidders, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.models.procurement import expected_low_bid
from kamlab.widgets.numbers import number, thousands
from kamlab.widgets.u03 import bidders_plan as plan
from kamlab.widgets.u03.bidders_plan import Tender
from kamlab.widgets.verdict import Reason


def _buyer(now: Tender, t: Translator) -> Reason:
    return Reason(
        now.cost <= plan.GOAL,
        t("The motors cost Nordlys at most {goal} in all", goal=thousands(plan.GOAL, t)),
        t(
            "They cost {cost}: a price of {price}, plus {work} of its own work on the tender, less "
            "{savings}, its part of what the ideas save.",
            cost=thousands(now.cost, t, 1),
            price=thousands(now.price, t, 1),
            work=thousands(now.tendering, t),
            savings=thousands((1 - now.kept) * now.savings, t, 1),
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Tender, t: Translator) -> str:
    if now.kind == plan.DRAWING:
        best = plan.best_by_price()
        return t(
            "With price alone no number of bidders brings it below {best} ({count} bidders). What the "
            "bidders know about motors stays in their drawers: ask for it.",
            best=thousands(best.cost, t, 1),
            count=best.bidders,
        )
    if now.kept == 0:
        return t("Nobody works on ideas for which others are paid. Let the supplier keep a part.")
    if now.bidders > plan.RULE and plan.tender(now.bidders - 1, now.kind, now.kept).cost < now.cost:
        saved = expected_low_bid(now.bidders - 1, plan.LOW, plan.HIGH) - now.price
        return t(
            "The last bidder invited lowered the price by {saved}. It cost {work} of work, and took from "
            "all others a reason to think.",
            saved=thousands(saved, t, 1),
            work=thousands(plan.TENDERING[now.kind], t),
        )
    if now.kept > plan.EFFORT:
        return t("The supplier keeps so much of the savings that too little is left for Nordlys.")
    return t("The supplier keeps so little of the savings that it hardly looks for any.")


def _bidder(now: Tender, t: Translator) -> Reason:
    return Reason(
        now.result >= plan.WORTHWHILE,
        t(
            "A bidder such as Meridian may expect at least {least} from taking part",
            least=thousands(plan.WORTHWHILE, t),
        ),
        t(
            "It may expect {result}. It wins once in {count} tenders: that makes {margin} of margin and "
            "{reward} of savings, and the bid costs {work}.",
            result=thousands(now.result, t, 1, sign=True),
            count=number(now.bidders),
            margin=thousands(now.margin, t, 1),
            reward=thousands(now.reward, t, 1),
            work=thousands(now.work, t, 1),
        ),
        _bidder_advice(now, t),
    )


def _bidder_advice(now: Tender, t: Translator) -> str:
    if now.bidders > plan.RULE:
        return t(
            "Good suppliers do this sum too, and decline. Whoever bids all the same has little else to do. "
            "Invite fewer."
        )
    return t("Let the supplier keep more of what its ideas save.")


def _rule(now: Tender, t: Translator) -> Reason:
    return Reason(
        now.bidders >= plan.RULE,
        t("At least {rule} suppliers bid", rule=number(plan.RULE)),
        t(
            "You invite {count}. Nordlys's auditors want to see that prices were compared; the second "
            "bidder takes {second} off the price, the third {third}.",
            count=number(now.bidders),
            second=thousands(_step(2), t),
            third=thousands(_step(3), t),
        ),
        t("Invite {rule}, and look at the other two conditions again.", rule=number(plan.RULE)),
    )


def _step(bidders: int) -> float:
    """What one bidder more, the last of ``bidders``, takes off the price (EUR)."""
    before, after = (expected_low_bid(count, plan.LOW, plan.HIGH) for count in (bidders - 1, bidders))
    return before - after


RULES = (_buyer, _bidder, _rule)
