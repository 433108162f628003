"""The conditions of the hold-up exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u04 import hold_up_plan as plans
from kamlab.widgets.u04.hold_up_plan import Assessed, Plan
from kamlab.widgets.verdict import Reason


def _functions(now: Plan, t: Translator) -> Reason:
    claim = t("Every function handed over pays both together")
    wrong = min(now.handed, key=lambda one: one.gain, default=None)
    if wrong is None:
        return Reason(False, claim, t("Nothing is handed over."), t("Start with what lies above the line."))  # noqa: FBT003
    why = t(
        "The least of them, {name}, changes what both have by {gain} a year. It saves {saving}, its contract "
        "costs {contract}, and Meridian has {rent} a year at stake.",
        name=t(wrong.function.name),
        gain=thousands(wrong.gain, t, 1, sign=True),
        saving=thousands(wrong.function.saving, t),
        contract=thousands(wrong.function.contract, t),
        rent=thousands(wrong.rent, t),
    )
    return Reason(wrong.pays, claim, why, _function_advice(wrong, now, t))


def _function_advice(wrong: Assessed, now: Plan, t: Translator) -> str:
    name = t(wrong.function.name)
    if wrong.before <= 0:
        return t(
            "{name}: a commodity needs no partner. Any dealer does it, at a price from a list; a contract "
            "that has to be written and watched costs more than it saves.",
            name=name,
        )
    if plans.assessed(wrong.function, round(plans.best_length()), now.part).pays:
        return t(
            "{name}: with so much at stake it pays only under a contract of the right length. Change the "
            "length, or leave it inside.",
            name=name,
        )
    return t(
        "{name}: it saves a lot, and yet Nordlys should keep it inside. With so much at stake, no length of "
        "contract makes up for the fights.",
        name=name,
    )


def _together(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.together >= plans.TOGETHER,
        t("Both together gain at least {goal} a year", goal=thousands(plans.TOGETHER, t)),
        t(
            "They gain {gain}. With a contract of this length there is a fight over the rent with a chance "
            "of {chance} a year.",
            gain=thousands(now.together, t, 1, sign=True),
            chance=percent(now.chance, t),
        ),
        _length_advice(now, t),
    )


def _length_advice(now: Plan, t: Translator) -> str:
    if now.handed and not all(one.pays for one in now.handed):
        return t("Leave inside what does not pay: it uses up what the others bring.")
    if any(one.gain > 0.1 * plans.TOGETHER for one in now.assessed if one not in now.handed):
        return t("A function that clearly pays both is still inside. Look for it above the line.")
    if now.years < plans.best_length():
        return t("At every renewal all that Meridian has built is at stake again. Agree for longer.")
    return t(
        "Nobody can foresee so many years: the longer the contract, the more it leaves open. Agree for less "
        "long."
    )


def _seller(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.seller >= plans.EACH,
        t("Meridian gains at least {goal} a year", goal=thousands(plans.EACH, t)),
        t(
            "It gains {gain}: {part} of the saving, less its half of the contracts' cost and {lost} that "
            "hold-up is expected to cost it.",
            gain=thousands(now.seller, t, 1, sign=True),
            part=percent(now.part, t),
            lost=thousands(now.lost, t, 1),
        ),
        t(
            "Who builds what only one client can use is held up by that client. An equal part of the saving "
            "is then no equal gain: Meridian needs a larger part, or less at stake."
        ),
    )


def _buyer(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.buyer >= plans.EACH,
        t("Nordlys gains at least {goal} a year", goal=thousands(plans.EACH, t)),
        t(
            "It gains {gain}: {part} of the saving, less its half of the contracts' cost, and {won} that it "
            "is expected to win in hold-ups.",
            gain=thousands(now.buyer, t, 1, sign=True),
            part=percent(1 - now.part, t),
            won=thousands(now.won, t, 1, sign=True),
        ),
        t("Leave Nordlys more of the saving, or hand over what saves more."),
    )


RULES = (_functions, _together, _seller, _buyer)
