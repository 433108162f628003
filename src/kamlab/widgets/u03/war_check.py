"""The conditions of the exercise on price wars, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u03 import war_plan as plan
from kamlab.widgets.u03.war_plan import Market
from kamlab.widgets.verdict import Reason


def _profit(now: Market, t: Translator) -> Reason:
    return Reason(
        now.profit >= plan.GOAL_PROFIT,
        t("Meridian earns at least {goal} a quarter", goal=thousands(plan.GOAL_PROFIT, t)),
        t(
            "It earns {profit} after {tying} for tying customers. Undisturbed peace would bring {peace}, "
            "war everywhere {war}.",
            profit=thousands(now.profit, t, 1),
            tying=thousands(now.tying, t, 1),
            peace=thousands(plan.peace_profit(), t),
            war=thousands(plan.war_profit(), t),
        ),
        _profit_advice(now, t),
    )


def _profit_advice(now: Market, t: Translator) -> str:
    if now.rule == plan.WAR:
        return t(
            "Undercutting wins the first quarter and loses the other fifteen. Start with a price that holds."
        )
    if now.attacked:
        return t(
            "{name} is at war with you, and that costs more than it seems. First take away its reason.",
            name=plan.BRISK,
        )
    if now.tied > _enough(now):
        return t(
            "Tying customers costs more with each further one, and {name} keeps the peace already. Tie "
            "fewer.",
            name=plan.BRISK,
        )
    return t("After the first misreading your rule keeps most quarters at war. Choose one that comes back.")


def _enough(now: Market) -> float:
    """The least share tied at which the impatient rival keeps the peace with this rule, in steps of 5 %."""
    steps = (step / 20 for step in range(21))
    return next(tied for tied in steps if not plan.is_attacked(now.rule, now.forgiven, tied))


def _temptation(now: Market, t: Translator) -> Reason:
    return Reason(
        not now.attacked,
        t("No rival gains by undercutting you"),
        _temptation_why(now, t),
        _temptation_advice(now, t),
    )


def _temptation_why(now: Market, t: Translator) -> str:
    if now.rule == plan.WAR:
        return t("You undercut whatever they do. Nobody has a peace to lose.")
    if now.rule == plan.HOLD:
        return t("You hold the price whatever happens. Undercutting you costs a rival nothing, now or later.")
    if now.rule == plan.GRIM:
        return t(
            "A rival keeps the peace if next quarter's euro is worth {needed} or more to it. To {name} it "
            "is worth {patience}.",
            needed=number(now.threshold, 2),
            name=plan.BRISK,
            patience=number(plan.PATIENCE, 2),
        )
    return t(
        "A rival that is never forgiven keeps the peace if next quarter's euro is worth {needed} to it. To "
        "{name} it is worth {patience}, so you can let up to {most} of all breaches pass. You let {passed} "
        "pass.",
        needed=number(now.threshold, 2),
        name=plan.BRISK,
        patience=number(plan.PATIENCE, 2),
        most=percent(max(plan.forgivable(now.tied), 0), t),
        passed=percent(now.forgiven, t),
    )


def _temptation_advice(now: Market, t: Translator) -> str:
    if now.rule in {plan.WAR, plan.HOLD}:
        return t("Choose a rule that answers: hold the price as long as the rival does.")
    if plan.forgivable(now.tied) < 0:
        return t(
            "No answer deters {name} while there is so much to win. Tie more customers: who does not leave "
            "for {cut} takes away the reason to undercut.",
            name=plan.BRISK,
            cut=percent(plan.CUT, t),
        )
    return t("Let fewer breaches pass, or tie more customers, so that a breach wins less.")


def _peace(now: Market, t: Translator) -> Reason:
    return Reason(
        now.peace >= plan.GOAL_PEACE,
        t("Prices hold in at least {goal} of all quarters", goal=percent(plan.GOAL_PEACE, t)),
        t(
            "They hold in {peace}: {detail}. One move in {misread} is misread, and each misreading looks "
            "like a breach.",
            peace=percent(now.peace, t),
            detail=_detail(now, t),
            misread=number(1 / plan.MISREAD),
        ),
        _peace_advice(now, t),
    )


def _detail(now: Market, t: Translator) -> str:
    parts = (t("{name} {share}", name=name, share=percent(one["CC"], t)) for name, one in now.shares.items())
    return t(", ").join(parts)


def _peace_advice(now: Market, t: Translator) -> str:
    if now.attacked:
        return t("With {name} there is no peace yet. See to that first.", name=plan.BRISK)
    if now.rule == plan.GRIM:
        return t("Your rule turns the first misreading into a war without end. Choose one that can forgive.")
    return t(
        "Against {name} a single misreading echoes to and fro for quarters. Let some breaches pass, but "
        "not so many that {other} is tempted.",
        name=plan.TALION,
        other=plan.BRISK,
    )


RULES = (_temptation, _profit, _peace)
