"""The conditions of the exercise on two ways of ordering, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number
from kamlab.widgets.u07 import regimes_plan as plan
from kamlab.widgets.u07.regimes_plan import Deal
from kamlab.widgets.verdict import Reason


def cents(amount: float, t: Translator) -> str:
    """EUR a housing, as cents."""
    return t("{number} cents", number=number(100 * amount, 1)).replace(" ", "\u00a0")


def _care(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.careful,
        t("Alder gains nothing by taking less care"),
        _care_why(now, t),
        t(
            "A lot of this size takes a premium of {enough} a housing; with half the lot, {half} would do. "
            "Order less at a time, pay more, or inspect.",
            enough=cents(now.enough, t),
            half=cents(_halved(now).enough, t),
        ),
    )


def _halved(now: Deal) -> Deal:
    return Deal(trust=now.trust, lot=now.lot // 2, premium=now.premium, workshops=now.workshops)


def _care_why(now: Deal, t: Translator) -> str:
    if not now.trust:
        return t("Every lot is inspected before it is paid: careless work would be found.")
    return t(
        "Less care with one lot would save Alder {saved} and cost it all further orders. At {premium} above "
        "cost they are worth {prospect} to it.",
        saved=euros(now.temptation, t),
        premium=cents(now.premium, t),
        prospect=euros(now.prospect, t),
    )


def _meridian(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.saving >= plan.SAVING,
        t("Meridian pays at least {goal} a year less than today", goal=euros(plan.SAVING, t)),
        t(
            "It pays {cost}, today {today}: set-ups {ordering}, stock {stock}, "
            "inspections {inspecting}, premium {premiums}, workshops {ours}.",
            cost=euros(now.meridian, t),
            today=euros(plan.today().meridian, t),
            ordering=euros(now.ordering, t),
            stock=euros(now.stock, t),
            inspecting=euros(now.inspecting, t),
            premiums=euros(now.premiums, t),
            ours=euros(now.ours, t),
        ),
        _meridian_advice(now, t),
    )


def _meridian_advice(now: Deal, t: Translator) -> str:
    if not now.trust:
        return _other_valley(t)
    losses = plan.losses(now)
    worst = max(losses, key=lambda name: losses[name])
    if worst == "lot":
        return t(
            "With set-ups at {setup} each, the lot costs you most. Best for trust would be about {best} "
            "housings.",
            setup=euros(plan.setup(now.workshops), t),
            best=number(plan.best_lot(trust=True, workshops=now.workshops)),
        )
    if worst == "premium":
        return t(
            "Your premium buys more goodwill than care takes: {over} a year more. Pay less a housing.",
            over=euros(losses[worst], t),
        )
    return _practice_advice(now, t)


def _other_valley(t: Translator) -> str:
    return t(
        "With inspection even the best lot and the best practice would save {most} a year. You stand in a "
        "valley where no small step helps much. The other one is lower: quick set-ups make small lots cheap, "
        "and small lots make trust cheap. Change all of it together.",
        most=euros(plan.most_inspected(), t),
    )


def _practice_advice(now: Deal, t: Translator) -> str:
    ideal = plan.practised(trust=True)
    if now.workshops < ideal:
        return t(
            "At {setup} a set-up, small lots are dear, and large ones tempt. Practise more: after {ideal} "
            "workshops a set-up costs {quick}.",
            setup=euros(plan.setup(now.workshops), t),
            ideal=ideal,
            quick=euros(plan.setup(ideal), t),
        )
    return t(
        "Practice pays less each time: your last workshop took {gain} off a set-up. Stop at about {ideal}.",
        gain=euros(plan.setup(now.workshops - 1) - plan.setup(now.workshops), t),
        ideal=ideal,
    )


def _alder(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.alder >= plan.EARNING,
        t("Alder earns at least {goal} a year above cost", goal=euros(plan.EARNING, t)),
        t(
            "It earns {earned}: a premium of {premiums} less its part of the workshops, {theirs}.",
            earned=euros(now.alder, t),
            premiums=euros(now.premiums, t),
            theirs=euros(now.theirs, t),
        ),
        _alder_advice(now, t),
    )


def _alder_advice(now: Deal, t: Translator) -> str:
    if not now.trust:
        return t(
            "Whoever inspects has no reason to pay more than cost, and Alder has none to practise for "
            "Meridian. Money for it is there only once the inspections are saved."
        )
    return t(
        "Alder stops a machine for each workshop and gives up other work. Leave it more of what both save: "
        "a larger premium, or fewer workshops."
    )


RULES = (_care, _meridian, _alder)
