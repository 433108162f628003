"""The conditions of the contract exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u04 import contract_plan as plan
from kamlab.widgets.u04.contract_plan import Deal
from kamlab.widgets.verdict import Reason


def _seller(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.seller >= plan.GAIN,
        t("Meridian expects to gain at least {goal}", goal=thousands(plan.GAIN, t)),
        t(
            "It expects {gain} a year: the target profit of {profit}, corrected by its part of savings and "
            "overruns, less {effort} for the effort and {elsewhere} that its people would earn elsewhere.",
            gain=thousands(now.seller, t, 1, sign=True),
            profit=thousands(now.terms.profit, t),
            effort=thousands(now.effort, t, 1),
            elsewhere=thousands(plan.ELSEWHERE, t),
        ),
        _too_little(now, t)
        or t("There is enough for both. Let Meridian have more of it: a larger target profit."),
    )


def _buyer(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.buyer >= plan.GAIN,
        t("Nordlys expects to gain at least {goal}", goal=thousands(plan.GAIN, t)),
        t(
            "It expects to pay {price}. Doing the work itself costs it {today}, so it gains {gain} a year.",
            price=thousands(now.price, t, 1),
            today=thousands(plan.today(), t),
            gain=thousands(now.buyer, t, 1, sign=True),
        ),
        _too_little(now, t)
        or t("There is enough for both. Let Nordlys have more of it: a smaller target profit."),
    )


def _too_little(now: Deal, t: Translator) -> str:
    """Why there is too little to divide, if so: the contract gives no reason to save."""
    if now.seller + now.buyer >= 2 * plan.GAIN:
        return ""
    return t(
        "Both together gain only {sum}, so no target profit can satisfy both. A contract divides; only "
        "savings make the sum larger. Of a euro saved Meridian keeps {share}: give it a larger part.",
        sum=thousands(now.seller + now.buyer, t, 1),
        share=percent(now.terms.share, t),
    )


def _loss(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.worst.seller >= -plan.LOSS,
        t("In the dearest case Meridian loses no more than {limit}", limit=thousands(plan.LOSS, t)),
        t(
            "Where the job costs {cost} after savings, Nordlys pays {price}, and Meridian is left with "
            "{loss}.",
            cost=thousands(now.worst.cost, t),
            price=thousands(now.worst.price, t),
            loss=thousands(now.worst.seller, t, 1, sign=True),
        ),
        _loss_advice(now, t),
    )


def _loss_advice(now: Deal, t: Translator) -> str:
    if now.turning is not None and now.turning < now.worst.cost:
        return t(
            "From a cost of {turning} on, Meridian bears every further euro alone. A higher ceiling moves "
            "this point up.",
            turning=thousands(now.turning, t),
        )
    return t(
        "Meridian bears {share} of an overrun. A smaller part, or a little more target profit, is a "
        "contract that it can survive.",
        share=percent(now.terms.share, t),
    )


def _budget(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.worst.price <= plan.BUDGET,
        t("Nordlys never pays more than {limit}", limit=thousands(plan.BUDGET, t)),
        t("In the dearest case it pays {price}.", price=thousands(now.worst.price, t)),
        t(
            "Felix Albrecht cannot approve a bill without an upper end. A lower ceiling gives him one; a "
            "larger part for Meridian leaves less to bill."
        ),
    )


RULES = (_seller, _buyer, _loss, _budget)
