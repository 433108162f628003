"""The conditions of the exercise on balance, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u06 import balance_plan as plan
from kamlab.widgets.u06.balance_plan import Alliance
from kamlab.widgets.verdict import Reason

_ROUNDING = 1e-9


def _enough(gauge: float) -> bool:
    return gauge >= plan.LEVEL - _ROUNDING


def _trust(now: Alliance, t: Translator) -> Reason:
    names = {
        "pressed": thousands(_tempted(now).pressed, t),
        "needed": number(now.needed, 2),
        "weight": number(now.weight, 2),
        "gauge": number(now.gauges.trust, 2),
    }
    return Reason(
        _enough(now.gauges.trust),
        t("Trust: the gauge shows at least {level}", level=number(plan.LEVEL, 2)),
        t(
            "Meridian could press {pressed} out of Nordlys once. To refrain, next year must weigh {needed}; "
            "it weighs {weight}. The gauge shows {gauge}.",
            **names,
        )
        if now.seller.needed > now.buyer.needed
        else t(
            "Nordlys could press {pressed} out of Meridian once. To refrain, next year must weigh {needed}; "
            "it weighs {weight}. The gauge shows {gauge}.",
            **names,
        ),
        _trust_advice(now, t),
    )


def _tempted(now: Alliance) -> plan.Side:
    return now.seller if now.seller.needed > now.buyer.needed else now.buyer


def _trust_advice(now: Alliance, t: Translator) -> str:
    if now.terms.years == 1:
        return t("With notice at every year's end nobody thinks of the year after. Agree on more years.")
    if now.seller.needed > now.buyer.needed:
        return t(
            "Whoever gains little has little to lose. Let Meridian have more of the gain, or make Nordlys "
            "less easy to press: a second source."
        )
    if now.buyer.gain < plan.GOALS[1]:
        return t("Whoever gains little has little to lose. See to it that Nordlys gains more.")
    return t("Meridian is easy to press with so large a line. Make it smaller, agree on more years, or both.")


def _power(now: Alliance, t: Translator) -> Reason:
    return Reason(
        _enough(now.gauges.power),
        t("Power: the gauge shows at least {level}", level=number(plan.LEVEL, 2)),
        t(
            "Of this business Meridian could not place {seller} elsewhere, Nordlys {buyer}. The gauge shows "
            "{gauge}: 1 less the difference.",
            seller=percent(now.seller.depends, t),
            buyer=percent(now.buyer.depends, t),
            gauge=number(now.gauges.power, 2),
        ),
        _power_advice(now, t),
    )


def _power_advice(now: Alliance, t: Translator) -> str:
    if now.buyer.depends > now.seller.depends:
        return t("Nordlys needs the other more. A second source frees it; a larger line ties Meridian.")
    return t("Meridian needs the other more. A smaller line frees it; a smaller second source ties Nordlys.")


def _risk(now: Alliance, t: Translator) -> Reason:
    return Reason(
        _enough(now.gauges.risk),
        t("Risk: the gauge shows at least {level}", level=number(plan.LEVEL, 2)),
        t(
            "Meridian bears {risk} of a failed line and has {part} of the gain. The gauge shows {gauge}: 1 "
            "less the difference.",
            risk=percent(1 - now.terms.cover, t),
            part=percent(now.terms.part, t),
            gauge=number(now.gauges.risk, 2),
        ),
        _risk_advice(now, t),
    )


def _risk_advice(now: Alliance, t: Translator) -> str:
    if 1 - now.terms.cover > now.terms.part:
        return t("Who takes most of the gain takes most of the risk: let Nordlys cover more of the line.")
    return t("Who takes most of the gain takes most of the risk: let Nordlys cover less of the line.")


def _seller(now: Alliance, t: Translator) -> Reason:
    goal = thousands(plan.GOALS[0], t)
    return Reason(
        now.seller.gain >= plan.GOALS[0],
        t("Meridian gains at least {goal} a year", goal=goal),
        t(
            "It gains {gain}: {part} of a joint gain of {joint}, less {risk} expected for a failed line and "
            "{bound} for being bound.",
            gain=thousands(now.seller.gain, t, 1, sign=True),
            part=percent(now.terms.part, t),
            joint=thousands(now.joint, t, 1),
            risk=thousands((1 - now.terms.cover) * plan.FAILED * now.terms.line, t),
            bound=thousands(plan.BOUND[0] * (now.terms.years - 1), t),
        ),
        _value_advice(now, t)
        or t("The cake is large enough: let Meridian have more of it, or less of the risk."),
    )


def _buyer(now: Alliance, t: Translator) -> Reason:
    goal = thousands(plan.GOALS[1], t)
    return Reason(
        now.buyer.gain >= plan.GOALS[1],
        t("Nordlys gains at least {goal} a year", goal=goal),
        t(
            "It gains {gain}: {part} of a joint gain of {joint}, less {risk} expected for a failed line, "
            "{bound} for being bound and {second} for its second source.",
            gain=thousands(now.buyer.gain, t, 1, sign=True),
            part=percent(1 - now.terms.part, t),
            joint=thousands(now.joint, t, 1),
            risk=thousands(now.terms.cover * plan.FAILED * now.terms.line, t),
            bound=thousands(plan.BOUND[1] * (now.terms.years - 1), t),
            second=thousands(plan.SECOND * now.terms.second, t),
        ),
        _value_advice(now, t) or _buyer_advice(now, t),
    )


def _buyer_advice(now: Alliance, t: Translator) -> str:
    if not now.terms.second:
        return t("The cake is large enough: let Nordlys have more of it, or less of the risk.")
    return t(
        "Its second source costs {second} a year. A line that ties Meridian a little more makes it less "
        "necessary; or let Nordlys have more of the gain.",
        second=thousands(plan.SECOND * now.terms.second, t),
    )


def _value_advice(now: Alliance, t: Translator) -> str:
    """Where the sum is too small for both, whatever its division."""
    if now.seller.gain + now.buyer.gain >= sum(plan.GOALS):
        return ""
    if now.terms.line < plan.HALF:
        return t("Two equals can share next to nothing. Without a proper line there is little to gain.")
    if now.terms.years > 3:  # noqa: PLR2004 - from here on a year more adds little weight
        return t(
            "Together it is too little. The last years of the contract bind both, and add hardly any trust."
        )
    return t(
        "Together it is too little: the line or the second source costs more than it brings. Take less "
        "of one."
    )


RULES = (_trust, _power, _risk, _seller, _buyer)
