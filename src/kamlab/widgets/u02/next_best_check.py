"""The conditions of the next-best exercise, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import thousands
from kamlab.widgets.u01 import lifetime_plan as nordlys
from kamlab.widgets.u02 import next_best_plan as plan
from kamlab.widgets.u02.next_best_plan import Element, Offer
from kamlab.widgets.verdict import Reason

NAMES = {
    plan.ENGINEER: N_("Drive engineer, the last day"),
    "spares": N_("Spare parts near the line"),
    "watch": N_("Remote watch on the drives"),
    "quiet": N_("Quiet drive, new generation"),
    "process": N_("Joint work on approvals and stock"),
    "screens": N_("Touch screens on the drives"),
}


def _buyer(now: Offer, t: Translator) -> Reason:
    return Reason(
        plan.gain(now) >= plan.BUYER_GOAL,
        t(
            "Nordlys gains at least {goal} a year against its next best supplier",
            goal=thousands(plan.BUYER_GOAL, t),
        ),
        t(
            "Its gain is {gain}: the offer is worth {worth} more to Nordlys than the next best, and costs "
            "{premium} more.",
            gain=thousands(plan.gain(now), t, 1, sign=True),
            worth=thousands(plan.worth(now).differentiation, t, 1),
            premium=thousands(plan.premium(now), t, 1),
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Offer, t: Translator) -> str:
    if plan.profit(now) >= nordlys.account().profit + plan.SELLER_GOAL:
        return t(
            "Meridian has more than it asked for. Leave Nordlys a larger part of the value: lower the price."
        )
    return _more_value(now, t)


def _more_value(now: Offer, t: Translator) -> str:
    wasted, missing = plan.wasted(now), plan.missing(now)
    if missing:
        return t(
            "There is too little to share. {name}: it would be worth {worth} to Nordlys and cost "
            "Meridian {cost}.",
            name=named(missing, now, t),
            worth=thousands(plan.added(missing, now), t, 1),
            cost=thousands(missing.cost, t, 1),
        )
    if wasted:
        return t(
            "There is too little to share. Stop paying for what costs more than it is worth: {name}.",
            name=named(wasted[0], now, t),
        )
    return t("The offer is as good as it gets. Move the price until both sides have their share.")


def named(one: Element, now: Offer, t: Translator) -> str:
    """The name of an element; of the engineer, which day is meant."""
    first = one is plan.ENGINEER_DAY and now.days == 0
    return t("Drive engineer, the first day") if first else t(NAMES[one.key])


def _seller(now: Offer, t: Translator) -> Reason:
    change = plan.profit(now) - nordlys.account().profit
    return Reason(
        change >= plan.SELLER_GOAL,
        t("Meridian earns at least {goal} a year more than today", goal=thousands(plan.SELLER_GOAL, t)),
        t(
            "Its profit changes by {change}: {price} from the price, less {cost} for the offer.",
            change=thousands(change, t, 1, sign=True),
            price=thousands(plan.price(now) - nordlys.account().revenue, t, 1, sign=True),
            cost=thousands(plan.cost(now), t, 1),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Offer, t: Translator) -> str:
    if plan.gain(now) <= plan.BUYER_GOAL:
        return _more_value(now, t)
    return t(
        "Nordlys gains {gain}. Whoever creates the value may ask for a part of it: raise the price, and show "
        "Nordlys the sum.",
        gain=thousands(plan.gain(now), t, 1),
    )


def _needed(now: Offer, t: Translator) -> Reason:
    wasted = plan.wasted(now)
    return Reason(
        not wasted,
        t("Nothing in the offer costs Meridian more than it is worth to Nordlys"),
        t.joined(_too_dear(one, now, t) for one in wasted)
        or t("Every element is worth its cost, on top of all the others."),
        _drop(wasted[0], now, t) if wasted else "",
    )


def _too_dear(one: Element, now: Offer, t: Translator) -> str:
    return t(
        "{name}: costs {cost}, worth {worth} on top of the rest.",
        name=named(one, now, t),
        cost=thousands(one.cost, t, 1),
        worth=thousands(plan.added(one, now), t, 1),
    )


def _drop(one: Element, now: Offer, t: Translator) -> str:
    alone = plan.added_to(one, ())
    if alone < one.cost:
        return t(
            "Take this out: {name}. It is the latest technology, for a problem that hardly anybody at "
            "Nordlys has.",
            name=named(one, now, t),
        )
    return t(
        "{name}: worth {alone} on its own, but others prevent the same standstill already. Take one "
        "of them out.",
        name=named(one, now, t),
        alone=thousands(alone, t, 1),
    )


RULES = (_buyer, _seller, _needed)
