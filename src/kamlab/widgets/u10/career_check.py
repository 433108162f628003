"""The conditions of the exercise on a certificate and a career, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u10 import career_plan as plan
from kamlab.widgets.u10.career_plan import JOINT, Outcome
from kamlab.widgets.verdict import Reason

_NEAR = 1e-9


def _others(now: Outcome, t: Translator) -> Reason:
    told = {
        "premium": thousands(now.rules.premium, t),
        "cost": thousands((1 - now.rules.paid) * now.kind.others * now.rules.months, t, 1),
    }
    if now.signal.others_invest:
        why = t(
            "All {count} of them come: the certificate costs them {cost} and brings {premium}. It tells "
            "employers nothing.",
            count=plan.OTHERS,
            **told,
        )
    else:
        why = t("They leave it: the certificate would cost them {cost} and bring {premium}.", **told)
    return Reason(
        not now.signal.others_invest,
        t("Those who would not be good at it do not take the certificate"),
        why,
        _others_advice(now, t),
    )


def _others_advice(now: Outcome, t: Translator) -> str:
    if now.rules.paid > 0:
        return t(
            "What you pay for the candidates, you pay for the wrong ones too. Pay less of it, or ask for "
            "at least {months} months.",
            months=number(now.range.low, 1),
        )
    return t(
        "Ask for at least {months} months, or for a task that is harder for them.",
        months=number(now.range.low, 1),
    )


def _able(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.chosen >= plan.WANTED - _NEAR,
        t(
            "At least {wanted} of the {count} top graduates choose the profession",
            wanted=percent(plan.WANTED, t),
            count=plan.ABLE,
        ),
        t(
            "{share} do. The premium of {premium}, less {cost} for the certificate, leaves each {gain}; "
            "elsewhere they are offered {low} to {high}.",
            share=percent(now.chosen, t),
            premium=thousands(now.rules.premium, t),
            cost=thousands(now.cost, t, 1),
            gain=thousands(now.signal.able_gain, t, 1),
            low=thousands(plan.OFFERS[0], t),
            high=thousands(plan.OFFERS[1], t),
        ),
        _able_advice(now, t),
    )


def _able_advice(now: Outcome, t: Translator) -> str:
    if now.rules.months > now.range.low + 1 and not now.signal.others_invest:
        return t(
            "You ask for {months} months, and {low} would keep the others out. What is beyond that must "
            "teach enough to be worth it.",
            months=number(now.rules.months),
            low=number(now.range.low, 1),
        )
    return t(
        "A higher premium, and with it a higher standard. Or a task that the able find so much easier that "
        "fewer months will do."
    )


def _better(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.signal.able_gain >= now.signal.gain_without - _NEAR,
        t("A top graduate is better off than if nobody could tell who is good"),
        t(
            "The certificate leaves her {gain}. Without it everybody would be paid the average, which is "
            "{average} more than the others' pay.",
            gain=thousands(now.signal.able_gain, t, 1),
            average=thousands(now.signal.gain_without, t, 1),
        ),
        t(
            "A task that costs both nearly the same eats up the premium: choose one that comes easily to the "
            "able only, and ask for no more months than it takes."
        ),
    )


def _gains(now: Outcome, t: Translator) -> Reason:
    seller, buyer = now.gain["seller"], now.gain["buyer"]
    return Reason(
        min(seller, buyer) >= plan.GAIN,
        t("Each side gains at least {goal} from a year's graduates", goal=thousands(plan.GAIN, t)),
        t(
            "Sellers gain {seller}, buyers {buyer}, from {able} able graduates and {others} others. Each "
            "costs a premium of {premium}; the work has taught an able one what is worth {learnt}.",
            seller=thousands(seller, t),
            buyer=thousands(buyer, t),
            able=number(now.able, 1),
            others=number(now.others),
            premium=thousands(now.rules.premium, t),
            learnt=thousands(plan.learnt(now.rules), t, 1),
        ),
        _gains_advice(now, t),
    )


def _gains_advice(now: Outcome, t: Translator) -> str:
    if now.signal.others_invest:
        return t("First keep the others out: each of them costs a premium and brings nothing.")
    if now.able < plan.WANTED * plan.ABLE:
        return t("Too few able graduates come. See to it that more of the premium is left to them.")
    if now.rules.kind != JOINT:
        return t("A premium this high leaves little. A task that teaches more is worth more to both sides.")
    if now.rules.paid > 0:
        return t(
            "Pay less of the candidates' cost: it calls for a higher standard, which you pay for as well."
        )
    return t("The premium is more than it need be. Lower it, and the standard with it.")


RULES = (_others, _able, _better, _gains)
