"""The conditions of the welcome exercise, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.u02 import welcome_plan as day
from kamlab.widgets.u02.welcome_plan import Plan
from kamlab.widgets.verdict import Reason

NAMES = (
    N_("Guard at the gate"),
    N_("Reception"),
    N_("General manager"),
    N_("Head of sales"),
    N_("Key account manager"),
    N_("Order desk"),
    N_("Hotline engineer"),
    N_("Fitter in the plant"),
    N_("Cook in the canteen"),
    N_("Cleaner"),
)


def _flawless(now: Plan, t: Translator) -> Reason:
    return Reason(
        day.flawless(now) >= day.GOAL,
        t("The chance of a flawless day is at least {goal}", goal=percent(day.GOAL, t)),
        t(
            "It is {share}: {count} people in a row must do their part. Weakest link: {name}, with a slip in "
            "{slip} of all cases.",
            share=percent(day.flawless(now), t),
            count=len(day.PEOPLE),
            name=t(NAMES[day.weakest(now)]),
            slip=percent(1 - min(day.owns(now)), t, 1),
        ),
        _flawless_advice(now, t),
    )


def _flawless_advice(now: Plan, t: Translator) -> str:
    least, best = day.least_used(now), day.best_next(now)
    if now.briefing and day.last_hour(now, least) < day.next_hour(now, best):
        return t(
            "Move an hour. {name}: the last one added {little} points. {other}: the next one adds "
            "{much} points.",
            name=t(NAMES[least]),
            little=number(100 * day.last_hour(now, least), 1),
            other=t(NAMES[best]),
            much=number(100 * day.next_hour(now, best), 1),
        )
    return t(
        "Spend another hour where it adds most. {name}: {much} points.",
        name=t(NAMES[best]),
        much=number(100 * day.next_hour(now, best), 1),
    )


def _hours(now: Plan, t: Translator) -> Reason:
    why = t("You use {hours}, all of them for briefing.", hours=now.used)
    if now.host:
        why = t(
            "You use {hours}: {briefing} for briefing, and {host} for the host.",
            hours=now.used,
            briefing=now.briefing,
            host=day.HOST,
        )
    return Reason(
        now.used <= day.LIMIT,
        t("The preparation takes at most {limit} hours", limit=day.LIMIT),
        why,
        t(
            "Take hours from those whose last hour added least, such as {name}.",
            name=t(NAMES[day.least_used(now)]),
        ),
    )


def _alone(now: Plan, t: Translator) -> Reason:
    weak = [t(NAMES[at]) for at, share in enumerate(day.owns(now)) if share < day.WEAKEST]
    if weak:
        why = t("Short of it: {names}.", names=t(", ").join(weak))
    else:
        why = t(
            "Nobody is left out: the least sure does the part in {share}.",
            share=percent(min(day.owns(now)), t, 1),
        )
    return Reason(
        not weak,
        t(
            "Everybody does the part in at least {share} of all cases, host or no host",
            share=percent(day.WEAKEST, t),
        ),
        why,
        t(
            "Brief everybody who is named here. A guest comes again without notice, loses the way, and "
            "asks the first person in sight: a host cannot stand beside everybody."
        ),
    )


RULES = (_flawless, _hours, _alone)
