"""The conditions of the agreement for short supply, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number, percent
from kamlab.widgets.u08 import first_plan as plan
from kamlab.widgets.u08.first_plan import ORDERS, USE, Quarter
from kamlab.widgets.u08.who_plan import SHELF
from kamlab.widgets.verdict import Reason


def _line(now: Quarter, t: Translator) -> Reason:
    return Reason(
        now.missing[0] <= plan.MOST_MISSING,
        t(
            "Nordlys misses at most {limit} of its need in a short quarter",
            limit=percent(plan.MOST_MISSING, t),
        ),
        t(
            "It misses {missing}: it gets {given} of {need} drives, {stock} of them from the store.",
            missing=percent(now.missing[0], t, 1),
            given=number(now.given[0]),
            need=number(plan.customers()[0].need),
            stock=number(now.stock),
        ),
        _line_advice(now, t),
    )


def _line_advice(now: Quarter, t: Translator) -> str:
    if now.rule == ORDERS and now.first < 1:
        return t(
            "In the queue of orders the honest one stands last. Serve more of its need first, or let last "
            "year's use decide."
        )
    return t("Serve more of its need first, or fill a larger store before supply runs short.")


def _rival(now: Quarter, t: Translator) -> Reason:
    return Reason(
        1 - now.missing[1] >= plan.LEAST_RIVAL,
        t("Vistula gets at least {limit} of its need", limit=percent(plan.LEAST_RIVAL, t)),
        t(
            "It gets {given}. With that, {lost} of its purchases of a year go elsewhere.",
            given=percent(1 - now.missing[1], t, 1),
            lost=percent(plan.customers()[1].lost(now.missing[1]), t),
        ),
        t(
            "Each drive that Nordlys is served first is missing at somebody else's line. What it takes from "
            "a store is not: fill the store, and promise less from the line."
        ),
    )


def _buyer(now: Quarter, t: Translator) -> Reason:
    gain = plan.gains(now)[1]
    return Reason(
        gain >= plan.BUYER_GOAL,
        t("Nordlys gains at least {goal} a year", goal=euros(plan.BUYER_GOAL, t)),
        t(
            "Its gain is {gain}: missing drives cost {stopped} instead of {before}, the store's "
            "space {space}, the agreement {fee}.",
            gain=euros(gain, t, sign=True),
            stopped=euros(now.stopped, t),
            before=euros(plan.today().stopped, t),
            space=euros(now.space, t),
            fee=euros(now.fee, t),
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Quarter, t: Translator) -> str:
    without = plan.gains(now)[1] + now.fee
    if without >= plan.BUYER_GOAL:
        return t(
            "Without the fee it would gain {gain}. Ask for less than {most} a piece.",
            gain=euros(without, t),
            most=euros((without - plan.BUYER_GOAL) / (4 * plan.customers()[0].need), t, 2),
        )
    if now.stopped > now.space:
        return t("Missing drives cost it most. Serve more of its need first.")
    return t("The store takes more space than it saves stoppages. Make it smaller.")


def _seller(now: Quarter, t: Translator) -> Reason:
    gain = plan.gains(now)[0]
    return Reason(
        gain >= plan.SELLER_GOAL,
        t("Meridian gains at least {goal} a year", goal=euros(plan.SELLER_GOAL, t)),
        t(
            "Its gain is {gain}: customers who go elsewhere cost {left}, orders for show {shown}, capital in "
            "the store {capital}; Nordlys pays {fee}.",
            gain=euros(gain, t, sign=True),
            left=euros(sum(now.left), t),
            shown=euros(now.cancelled, t),
            capital=euros(now.capital, t),
            fee=euros(now.fee, t),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Quarter, t: Translator) -> str:
    if now.rule == ORDERS:
        other = plan.quarter(now.first, USE, now.weeks, now.retainer)
        return t(
            "Where orders decide, customers order what they do not need. With last year's use in their place "
            "Meridian would gain {more} more.",
            more=euros(plan.gains(other)[0] - plan.gains(now)[0], t),
        )
    if sum(now.left) > now.capital:
        return t(
            "Customers who feel pushed back cost more than any store. Take less from them: promise less, or "
            "fill the store."
        )
    return t("Being first is worth something to Nordlys: let it pay a little for it, all year.")


def _room(now: Quarter, t: Translator) -> Reason:
    return Reason(
        now.stock <= SHELF,
        t("The store fits on the shelf at Nordlys, {shelf} drives", shelf=number(SHELF)),
        t("It holds {stock}.", stock=number(now.stock)),
        t(
            "A week of use is {week} drives. Take fewer weeks.",
            week=number(plan.customers()[0].need / plan.WEEKS),
        ),
    )


RULES = (_line, _rival, _buyer, _seller, _room)
