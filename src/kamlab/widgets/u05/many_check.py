"""The conditions of the framework contract, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.models.continuity import optimal_supplier_count
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u05 import many_plan as plan
from kamlab.widgets.u05.many_plan import Deal
from kamlab.widgets.verdict import Reason


def _cost(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.cost <= plan.MOST_COST,
        t("Suppliers and contract cost Nordlys at most {most} a year", most=thousands(plan.MOST_COST, t)),
        t(
            "They cost {cost}: {supply} for stoppages and the upkeep of suppliers, {renewing} for new "
            "contracts, {lag} because the price stands while the market falls.",
            cost=thousands(now.cost, t, 1),
            supply=thousands(now.supply, t, 1),
            renewing=thousands(now.renewing, t, 1),
            lag=thousands(now.lag, t, 1),
        ),
        _cheaper(now, t),
    )


def _cheaper(now: Deal, t: Translator) -> str:
    best = optimal_supplier_count(plan.SHARED, plan.OWN, plan.LOSS, plan.KEEPING).suppliers
    if now.suppliers < best:
        return t(
            "With one supplier a stoppage is {risk} likely a year. Keep another one.",
            risk=percent(now.stoppage, t, 1),
        )
    if now.suppliers > best:
        return t(
            "One supplier less would save {saved} a year: what is left of the risk, {shared}, stops all of "
            "them at once, and no number of suppliers helps against that.",
            saved=thousands(now.supply - plan.supply_cost(now.suppliers - 1), t, 1),
            shared=percent(plan.SHARED, t),
        )
    return t("The contract is too long for Nordlys: a price that stands for years falls behind the market.")


def _ready(now: Deal, t: Translator) -> Reason:
    if now.suppliers == 1:
        why = t("There is one supplier only. On the day when nothing comes, nobody else knows the drawing.")
        advice = t("Keep a second supplier, and give it enough to live on.")
    else:
        why = t(
            "Each further supplier gets {share} of what Nordlys needs.", share=percent(now.each_other, t, 1)
        )
        advice = t("Give Meridian less, or keep fewer: a source that is never used dries up.")
    claim = t(
        "Each further supplier gets at least {ready} of the need, so that it is ready",
        ready=percent(plan.READY, t),
    )
    return Reason(now.each_other >= plan.READY - 1e-9, claim, why, advice)


def _number(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.number >= plan.LEAST_NUMBER,
        t("Meridian has the equivalent of at least {least} customers", least=number(plan.LEAST_NUMBER)),
        t(
            "It has {number}: Nordlys is {share} of its sales. If Nordlys left, so would that.",
            number=number(now.number, 1),
            share=percent(now.dependence, t, 1),
        ),
        t(
            "Sell Nordlys less, or grow elsewhere. The first costs what Nordlys leaves, the second what it "
            "takes to win others: {half} a year win {won} of sales.",
            half=thousands(plan.HALF, t),
            won=thousands(plan.won(plan.HALF), t),
        ),
    )


def _worth(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.worth >= plan.LEAST_WORTH,
        t("The contract is worth at least {least} to Meridian", least=thousands(plan.LEAST_WORTH, t)),
        t(
            "It is worth {worth}. Nordlys leaves {profit} a year after the money for other accounts, and "
            "stays with a chance of {stays} a year.",
            worth=thousands(now.worth, t),
            profit=thousands(now.profit, t, 1),
            stays=percent(now.retention, t, 1),
        ),
        _worthier(now, t),
    )


def _worthier(now: Deal, t: Translator) -> str:
    if now.years < plan.MOST_YEARS:
        longer = plan.deal(now.suppliers, now.share, now.years + 1, now.spend)
        return t(
            "A year more of contract is worth {gain} to Meridian and changes Nordlys's cost by {cost} a "
            "year. A larger part of the need, or less money for other accounts, is worth something, too.",
            gain=thousands(longer.worth - now.worth, t),
            cost=thousands(longer.cost - now.cost, t, 1, sign=True),
        )
    return t("Take a larger part of the need, or spend less on other accounts.")


RULES = (_cost, _ready, _number, _worth)
