"""Both conditions of the lifetime-value exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u01 import lifetime_plan as nordlys
from kamlab.widgets.u01.lifetime_plan import Plan
from kamlab.widgets.verdict import Reason


def _seller(now: Plan, t: Translator) -> Reason:
    return Reason(
        nordlys.growth(now) >= nordlys.GOAL,
        t("Nordlys is worth at least {goal} more to Meridian", goal=percent(nordlys.GOAL, t)),
        t(
            "Its worth changes by {change}. A year's profit of {profit} counts only as long as Nordlys "
            "stays, and the chance that it is still there after {years} years is {alive}.",
            change=percent(nordlys.growth(now), t, 1, sign=True),
            profit=thousands(now.profit, t, 1),
            years=nordlys.YEARS,
            alive=percent(now.retention**nordlys.YEARS, t),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Plan, t: Translator) -> str:
    step = nordlys.better_spending(now.spend, now.price, now.work)
    if now.work == "attention":
        return t("Attention alone holds few customers. See what joint process work does to retention.")
    if now.price < 0:
        return t(
            "The lower price costs {amount} a year for certain and holds Nordlys little: a rival can match "
            "it next week. Hold the price, and do something that no price list offers.",
            amount=thousands(-now.price / 100 * nordlys.account().revenue, t),
        )
    if step > 0:
        return t("Spend more on joint work: its first euros have the greatest effect.")
    if step < 0:
        return t("The last euros of joint work buy little retention. Keep some of them as profit.")
    if now.advantage > 0:
        return t("You have made Nordlys better off. Part of that value can come back to you in the price.")
    return t("Move less by price and more by what the money does for Nordlys.")


def _buyer(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.advantage >= 0,
        t("Nordlys is no worse off than with its next best supplier"),
        t(
            "Staying is worth {advantage} to Nordlys over {years} years: each year it saves {saving} and "
            "pays {gap} more than the next best supplier asks; it avoids the switching cost of {switching} "
            "once.",
            advantage=thousands(now.advantage, t, sign=True),
            years=nordlys.YEARS,
            saving=thousands(now.saving, t, 1),
            gap=thousands(now.price_gap, t, 1),
            switching=thousands(nordlys.SWITCHING, t),
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Plan, t: Translator) -> str:
    if now.work == "attention":
        return t(
            "Invitations save Nordlys no money, so its purchasing department cannot defend the higher price."
        )
    if now.price > 0:
        return t("The price takes more than the joint work gives. Take less, or give more first.")
    return t("Spend more on joint process work, so that staying saves Nordlys money.")


RULES = (_seller, _buyer)
