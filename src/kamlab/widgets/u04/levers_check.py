"""The conditions of the exercise with three levers, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u04 import levers_plan as plan
from kamlab.widgets.u04.levers_plan import Balance
from kamlab.widgets.verdict import Reason

DEAREST = {
    "days": N_("The joint days cost most, {cost} a year. The first ones build most of the trust."),
    "penalty": N_(
        "The penalty costs most, {cost} a year: it also falls due in years in which the word was kept, and "
        "every time it is argued about."
    ),
    "second": N_("The second provider costs most, {cost} a year. An alternative must be ready, not large."),
}


def _seller(now: Balance, t: Translator) -> Reason:
    return Reason(
        now.holds(now.seller),
        t("Meridian keeps its word, with a reserve of {reserve}", reserve=number(plan.RESERVE, 2)),
        t(
            "Breaking it for a year would gain Meridian {gain}, penalties included. Afterwards it would earn "
            "{after} a year in place of {kept}. For that, next year must weigh {needed}; it weighs {weight}.",
            gain=thousands(now.seller.tempted, t, 1, sign=True),
            after=thousands(now.seller.after, t, 1),
            kept=thousands(now.seller.kept, t, 1),
            needed=number(now.seller.needed, 2),
            weight=number(now.weight, 2),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Balance, t: Translator) -> str:
    if now.levers.second == 0:
        return t(
            "Nordlys could go nowhere, so a broken word would cost Meridian no business at all. Give a few "
            "calls to a second provider."
        )
    if now.weight < now.buyer.needed + plan.RESERVE:
        return t("A future that is unlikely disciplines nobody. More joint days make it likelier, for both.")
    return t(
        "Make breaking it less tempting with a larger penalty, or next year weightier with more joint days."
    )


def _buyer(now: Balance, t: Translator) -> Reason:
    return Reason(
        now.holds(now.buyer),
        t("Nordlys keeps its word, with a reserve of {reserve}", reserve=number(plan.RESERVE, 2)),
        t(
            "It could place {part} of the calls elsewhere, and so press {gain} out of the fee once. "
            "Afterwards it would gain {after} a year in place of {kept}. For that, next year must weigh "
            "{needed}; it weighs {weight}.",
            part=percent(plan.placeable(now.levers.second), t),
            gain=thousands(now.buyer.tempted, t, 1),
            after=thousands(now.buyer.after, t, 1),
            kept=thousands(now.buyer.kept, t, 1),
            needed=number(now.buyer.needed, 2),
            weight=number(now.weight, 2),
        ),
        t(
            "Power that protects Nordlys also tempts it. Give the second provider fewer calls, or make next "
            "year weightier with joint days."
        ),
    )


def _gain(now: Balance, place: int, t: Translator) -> tuple[str, str]:
    """What a side gains against standard service, and which lever costs it most."""
    kept = (now.seller.kept, now.buyer.kept)[place]
    text = t(
        "While both keep their word it gains {kept} a year; with standard service {standard}.",
        kept=thousands(kept, t, 1),
        standard=thousands(plan.STANDARD[place], t),
    )
    dear = {name: cost[place] for name, cost in plan.costs(now.levers).items()}
    name = max(dear, key=lambda lever: dear[lever])
    return text, t(DEAREST[name], cost=thousands(dear[name], t, 1))


def _seller_gain(now: Balance, t: Translator) -> Reason:
    text, advice = _gain(now, 0, t)
    goal = thousands(plan.GOALS[0], t)
    met = now.seller.kept >= plan.GOALS[0]
    return Reason(met, t("Meridian gains at least {goal} a year", goal=goal), text, advice)


def _buyer_gain(now: Balance, t: Translator) -> Reason:
    text, advice = _gain(now, 1, t)
    goal = thousands(plan.GOALS[1], t)
    met = now.buyer.kept >= plan.GOALS[1]
    return Reason(met, t("Nordlys gains at least {goal} a year", goal=goal), text, advice)


RULES = (_seller, _buyer, _seller_gain, _buyer_gain)
