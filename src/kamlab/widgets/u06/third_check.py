"""The conditions of the exercise with third parties, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u06 import third_plan as plan
from kamlab.widgets.u06.third_plan import BODY, BUYERS, OWN, Outcome
from kamlab.widgets.verdict import Reason

SEEN = {
    OWN: N_("Only Meridian's own figures are used. No law minds, and nothing is learned from others."),
    BUYERS: N_(
        "Nordlys's buyers lay a rival's hours beside Meridian's, and with three plants everybody can work "
        "out whose they are. Competitors must not learn each other's costs, not even by way of a customer."
    ),
    BODY: N_(
        "The professional body returns six plants without names, and nobody sees more than the own row and "
        "the best ones."
    ),
}


def _slack(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.slack <= plan.SLACK,
        t("The plant's slack is at most {limit} on average", limit=percent(plan.SLACK, t)),
        t(
            "It is {slack}: {unseen} that nobody sees, and half of the {grown} that grow between two rounds. "
            "The comparison gives Meridian's plant a score of {score}.",
            slack=percent(now.slack, t, 1),
            unseen=percent(now.unseen, t, 1),
            grown=percent(now.growth * now.plan.years, t, 1),
            score=number(now.score, 2),
        ),
        _slack_advice(now, t),
    )


def _slack_advice(now: Outcome, t: Translator) -> str:
    if now.unseen > plan.SLACK:
        return t(
            "A score compares with the best that were looked at. Whoever sees only a few plants finds them "
            "all fine: look further."
        )
    return t("It grows back too far between two rounds. Look more often, or let outsiders quote.")


def _price(now: Outcome, t: Translator) -> Reason:
    claim = t(
        "The tested fifth costs at most {limit} more than the cheapest in the market",
        limit=percent(plan.DEARER, t),
    )
    why = _quoted(now, t) if now.plan.quotes else _unasked(t)
    advice = t("Who asks nobody pays what he is told. Ask a few more; each further quote helps less.")
    return Reason(now.dearer <= plan.DEARER, claim, why, advice)


def _unasked(t: Translator) -> str:
    less = percent(1 - plan.QUOTES[0][0], t)
    return t("Nobody else is asked. The cheapest in the market is {less} cheaper than Meridian.", less=less)


def _quoted(now: Outcome, t: Translator) -> str:
    return t(
        "With {quotes} quotes from outside it may be expected to cost {dearer} more. So Nordlys pays "
        "{lower} less a year than today.",
        quotes=number(now.plan.quotes),
        dearer=percent(now.dearer, t, 1),
        lower=thousands(now.lower, t, 1),
    )


def _users(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.heard >= plan.HEARD,
        t("End users name at least {limit} of what troubles them", limit=percent(plan.HEARD, t)),
        t(
            "With {users} end users {heard} are named: each names a given trouble with a chance of {chance}.",
            users=number(now.plan.users),
            heard=percent(now.heard, t, 1),
            chance=percent(plan.NAMED, t),
        ),
        t(
            "Neither of the two partners washes or heats with the product. Ask more of those who do; the "
            "first talks tell most."
        ),
    )


def _law(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.plan.who != BUYERS,
        t("Nobody can tell a rival's own figures"),
        t(SEEN[now.plan.who]),
        t("Entrust the comparison to somebody who competes with nobody and returns no names."),
    )


def _seller(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.gains[0] >= plan.GOALS[0],
        t("Meridian gains at least {goal} a year", goal=thousands(plan.GOALS[0], t)),
        _seller_why(now, t),
        _gain_advice(now, t)
        or t(
            "Who opens his plant and loses by it will not open it again. Let Meridian keep more, or ask for "
            "fewer quotes."
        ),
    )


def _buyer(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.gains[1] >= plan.GOALS[1],
        t("Nordlys gains at least {goal} a year", goal=thousands(plan.GOALS[1], t)),
        _buyer_why(now, t),
        _gain_advice(now, t) or t("Let Nordlys have more of what is found."),
    )


def _seller_why(now: Outcome, t: Translator) -> str:
    if now.found < 0:
        return t(
            "Its result is {gain}: more slack grows than is found, which costs {found} a year; it bears "
            "{part} of that, {lower} for lower prices and {cost} for its half of the rounds.",
            **_amounts(now, 0, t),
        )
    return t(
        "Its result is {gain}: {part} of the {found} a year that are found, less {lower} for lower prices "
        "and {cost} for its half of the rounds.",
        **_amounts(now, 0, t),
    )


def _buyer_why(now: Outcome, t: Translator) -> str:
    if now.found < 0:
        return t(
            "Its result is {gain}: more slack grows than is found, which costs {found} a year; it bears "
            "{part} of that and {cost} for its half of the rounds, and pays {lower} less.",
            **_amounts(now, 1, t),
        )
    return t(
        "Its result is {gain}: {part} of the {found} a year that are found, and {lower} by lower prices, "
        "less {cost} for its half of the rounds.",
        **_amounts(now, 1, t),
    )


def _amounts(now: Outcome, place: int, t: Translator) -> dict[str, str]:
    part = (now.plan.part, 1 - now.plan.part)[place]
    return {
        "gain": thousands(now.gains[place], t, 1, sign=True),
        "part": percent(part, t),
        "found": thousands(abs(now.found), t, 1),
        "lower": thousands(now.lower, t, 1),
        "cost": thousands(now.cost / 2, t, 1),
    }


def _gain_advice(now: Outcome, t: Translator) -> str:
    """Where there is too little for both, whatever its division."""
    if sum(now.gains) >= sum(plan.GOALS):
        return ""
    if now.unseen > plan.SLACK:
        return t("There is next to nothing to share, because hardly any slack is found. Look further.")
    if now.plan.years + 1 < plan.best_years(now.plan):
        return t(
            "The rounds cost {cost} a year. Less often would do: such a round costs least every {years} "
            "years.",
            cost=thousands(now.cost, t, 1),
            years=number(plan.best_years(now.plan), 1),
        )
    return t(
        "The rounds cost {cost} a year: more talks and quotes than they bring.",
        cost=thousands(now.cost, t, 1),
    )


RULES = (_slack, _price, _users, _law, _seller, _buyer)
