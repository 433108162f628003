"""The conditions of the tender exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.u05 import tender_plan as nordlys
from kamlab.widgets.u05.tender_plan import Plan
from kamlab.widgets.verdict import Reason


def _buyer(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.saved >= nordlys.GOAL,
        t("Nordlys saves at least {goal} a year", goal=thousands(nordlys.GOAL, t)),
        t(
            "It saves {saved}. A tender for everything could save {most} at best, with {bidders} bidders.",
            saved=thousands(now.saved, t, 1),
            most=thousands(nordlys.best_tender().saved, t, 1),
            bidders=nordlys.best_tender().bidders,
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Plan, t: Translator) -> str:
    more = nordlys.plan(now.bidders, now.tendered, now.price, now.work + 4_000)
    if now.tendered >= 0.7:  # noqa: PLR2004 - where most is tendered, joint work reaches few pieces
        return t(
            "Each further bidder brings less and costs {testing} to test, and on tendered pieces nobody does "
            "joint work. Keep more for the partner, and let it work for that.",
            testing=thousands(nordlys.TESTING, t),
        )
    if more.spent < now.spent - 4_000:
        return t(
            "Agree on more joint work: another {step} a year would save Nordlys {gain}.",
            step=thousands(4_000, t),
            gain=thousands(now.spent - more.spent, t, 1),
        )
    return t(
        "The partner's price has room: a euro less a piece saves {gain} a year.", gain=_euro_less(now, t)
    )


def _euro_less(now: Plan, t: Translator) -> str:
    return thousands((1 - now.tendered) * nordlys.drive().pieces, t, 1)


def _seller(now: Plan, t: Translator) -> Reason:
    other = nordlys.all_tendered(now.bidders).earned
    return Reason(
        now.earned >= other,
        t("Meridian earns no less than in a tender for everything"),
        t(
            "It can expect {earned}; in a tender for everything with as many bidders ({bidders}) it could "
            "expect {other}. A partner who earns less than a bidder sends its engineer elsewhere.",
            earned=thousands(now.earned, t, 1),
            bidders=now.bidders,
            other=thousands(other, t, 1),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Plan, t: Translator) -> str:
    if now.tendered > 0.5:  # noqa: PLR2004 - most of the volume
        return t(
            "Leave the partner more of the volume: joint work costs the same for few pieces as for many."
        )
    left = nordlys.drive().cost + now.work / ((1 - now.tendered) * nordlys.drive().pieces)
    return t(
        "With its part of the joint work, a piece costs Meridian {cost}. Pay more than that, or ask for less "
        "joint work.",
        cost=euros(left, t, 2),
    )


def _bidders(now: Plan, t: Translator) -> Reason:
    if not now.tested:
        return Reason(
            met=False,
            claim=t("Bidders come, and show what the drive costs elsewhere"),
            why=t(
                "There is no tender with two or more bidders: nobody can say what the partner's price is "
                "worth."
            ),
            advice=t("Put a part of the volume out to tender. It keeps the price of the other part honest."),
        )
    return Reason(
        nordlys.comes(now),
        t("Bidders come, and show what the drive costs elsewhere"),
        t(
            "Each of {bidders} bidders can expect to earn {gain} on the tendered pieces, and a bid costs "
            "{bid}.",
            bidders=now.bidders,
            gain=euros(now.bidders_gain, t),
            bid=euros(nordlys.BIDDING, t),
        ),
        _bidders_advice(now, t),
    )


def _bidders_advice(now: Plan, t: Translator) -> str:
    least = nordlys.least_share(now.bidders)
    if least > 1:
        return t(
            "So many would not come if you tendered everything: the chance to win is too small. Invite fewer."
        )
    return t(
        "Invite fewer, or put more out to tender: {bidders} come from {least} on.",
        bidders=now.bidders,
        least=percent(least, t),
    )


def _defensible(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.net_price <= now.tender_price,
        t("The partner is no dearer than the tender, once joint work is counted"),
        t(
            "The partner asks {price} and saves {saving} a piece: {net} net. The tender brings {tender}.",
            price=euros(now.price, t),
            saving=number(now.saving, 2),
            net=euros(now.net_price, t, 2),
            tender=euros(now.tender_price, t, 2),
        ),
        t("Compare like with like: lower the price, or ask for joint work that is worth the difference."),
    )


RULES = (_buyer, _seller, _bidders, _defensible)
