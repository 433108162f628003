"""The conditions of security of supply, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number, percent
from kamlab.widgets.u08 import continuity_plan as plan
from kamlab.widgets.u08.continuity_plan import Cover
from kamlab.widgets.verdict import Reason


def _late(now: Cover, t: Translator) -> Reason:
    return Reason(
        now.late <= plan.MOST_LATE,
        t("At most {limit} drive-weeks a year are late", limit=number(plan.MOST_LATE)),
        t(
            "{late} are late: {swung} because use swings, {owed} because the chip maker fails.",
            late=number(now.late, 1),
            swung=number(now.swung, 1),
            owed=number(now.owed, 1),
        ),
        _late_advice(now, t),
    )


def _late_advice(now: Cover, t: Translator) -> str:
    if now.swung > now.owed:
        return t("Cover more of the swings: a few drives more, in a joint store fewer still, do much.")
    if now.second:
        return t("Bridge a week more. With two sources most outages are over by then.")
    other = plan.cover(now.z, now.bridged, now.share, pooled=now.pooled, second=True)
    return t(
        "Outages weigh most. Bridge more weeks, or be back sooner: a second source would bring {owed} "
        "drive-weeks down to {other}.",
        owed=number(now.owed, 1),
        other=number(other.owed, 1),
    )


def _bill(now: Cover, t: Translator) -> Reason:
    return Reason(
        now.bill <= plan.MOST_BILL,
        t("Security costs at most {limit} a year", limit=euros(plan.MOST_BILL, t)),
        t(
            "It costs {bill}: stock {stock}, stores and freight {stores}, the second source {source}.",
            bill=euros(now.bill, t),
            stock=euros(now.stock, t),
            stores=euros(now.stores, t),
            source=euros(now.source, t),
        ),
        _bill_advice(now, t),
    )


def _bill_advice(now: Cover, t: Translator) -> str:
    if now.second:
        return t(
            "You pay twice against outages. With a second source they are short: bridge fewer weeks, and let "
            "the plants share a store."
        )
    return t("Weeks of stock are the dear kind of security. Look whether a second source is cheaper.")


def _joint_gain(now: Cover) -> float:
    return sum(plan.gains(now))


def _not_enough(now: Cover, t: Translator) -> str:
    return t(
        "Together the two gain {gain}, and ask for {asked}. First look for what costs less than it saves, "
        "then share the bill.",
        gain=euros(_joint_gain(now), t),
        asked=euros(plan.BUYER_GOAL + plan.SELLER_GOAL, t),
    )


def _enough(now: Cover) -> bool:
    return _joint_gain(now) >= plan.BUYER_GOAL + plan.SELLER_GOAL


def _buyer(now: Cover, t: Translator) -> Reason:
    gain = plan.gains(now)[1]
    return Reason(
        gain >= plan.BUYER_GOAL,
        t("Nordlys gains at least {goal} a year", goal=euros(plan.BUYER_GOAL, t)),
        t(
            "Its gain is {gain}: late drives cost it {late} instead of {before}, and it pays {paid} of the "
            "bill.",
            gain=euros(gain, t, sign=True),
            late=euros(plan.BUYER_LATE * now.late, t),
            before=euros(plan.BUYER_LATE * plan.today().late, t),
            paid=euros(now.share * now.bill, t),
        ),
        t(
            "Let Meridian pay more of the bill: up to {part} of it leave Nordlys its goal.",
            part=percent(_most_share(now), t),
        )
        if _enough(now)
        else _not_enough(now, t),
    )


def _most_share(now: Cover) -> float:
    """The part of the bill at which Nordlys just reaches its goal."""
    room = plan.today().buyer_cost - plan.BUYER_LATE * now.late - plan.BUYER_GOAL
    return min(1.0, max(0.0, room / now.bill))


def _seller(now: Cover, t: Translator) -> Reason:
    gain = plan.gains(now)[0]
    return Reason(
        gain >= plan.SELLER_GOAL,
        t("Meridian gains at least {goal} a year", goal=euros(plan.SELLER_GOAL, t)),
        t(
            "Its gain is {gain}: late drives cost it {late} instead of {before}, and it pays {paid} of the "
            "bill instead of {all}.",
            gain=euros(gain, t, sign=True),
            late=euros(plan.SELLER_LATE * now.late, t),
            before=euros(plan.SELLER_LATE * plan.today().late, t),
            paid=euros((1 - now.share) * now.bill, t),
            all=euros(plan.today().bill, t),
        ),
        t(
            "Security is worth most to whose line would stop. Let Nordlys pay more of it, up to {part}.",
            part=percent(_most_share(now), t),
        )
        if _enough(now)
        else _not_enough(now, t),
    )


RULES = (_late, _bill, _buyer, _seller)
