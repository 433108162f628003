"""The conditions of the joint process work, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u08 import both_plan as plan
from kamlab.widgets.u08 import meridian
from kamlab.widgets.u08.both_plan import DESK, FEWER, IDLE, OTHERS, PROCESSES, Programme
from kamlab.widgets.verdict import Reason

_STEP = 5.0  # joint days
_MOVE = 5_000.0  # EUR a year for which five days are better put elsewhere


def _days(now: Programme, t: Translator) -> Reason:
    return Reason(
        now.all_days <= plan.MOST_DAYS,
        t("At most {days} joint days", days=number(plan.MOST_DAYS)),
        t("You plan {days}.", days=number(now.all_days)),
        t("Take days from where five days more would save the two least: the last column of the table."),
    )


def _worth(now: Programme, process: str, days: float) -> float:
    """What so many days more (or fewer) change at both sides, EUR a year."""
    change = plan.saved(process, now.days[process] + days) - plan.saved(process, now.days[process])
    return change * sum(plan.cost(process))


def _shift(now: Programme) -> float:
    """What moving five days to where they save most would bring both, EUR a year."""
    best = max(_worth(now, one, _STEP) for one in PROCESSES)
    losses = [-_worth(now, one, -_STEP) for one in PROCESSES if now.days[one] >= _STEP]
    free = now.all_days + _STEP <= plan.MOST_DAYS
    return best - (0.0 if free or not losses else min(losses))


def _work_advice(now: Programme, t: Translator) -> str:
    """Where the days should go: what all other advice waits for."""
    if now.days[DESK] > 0:
        return t(
            "Paper annoys everybody and costs the two {cost} a year in all. Put the days where the minutes "
            "are.",
            cost=thousands(sum(plan.cost(DESK)), t, 1),
        )
    return t(
        "Five joint days in the best place would save the two another {gain} a year; the table shows where.",
        gain=thousands(_shift(now), t, 1),
    )


def _poor(now: Programme) -> bool:
    return now.days[DESK] > 0 or _shift(now) > _MOVE


def _buyer(now: Programme, t: Translator) -> Reason:
    return Reason(
        now.his_work >= plan.BUYER_GOAL,
        t("Nordlys's own work costs it at least {goal} less a year", goal=thousands(plan.BUYER_GOAL, t)),
        t(
            "It costs {saved} less. A lower price is no cure: what a price gives, the next price can take; "
            "work that has gone stays gone.",
            saved=thousands(now.his_work, t, 1),
        ),
        _work_advice(now, t),
    )


def _seller(now: Programme, t: Translator) -> Reason:
    return Reason(
        now.seller_gain >= plan.SELLER_GOAL,
        t("Meridian gains at least {goal} a year", goal=thousands(plan.SELLER_GOAL, t)),
        t(
            "Its gain is {gain}: freed minutes bring {used}, further sales {more}; lower prices cost "
            "{given}, joint days {days}.",
            gain=thousands(now.seller_gain, t, 1, sign=True),
            used=thousands(now.used - now.overrun, t, 1),
            more=thousands(now.more, t, 1),
            given=thousands(now.given, t, 1),
            days=thousands(now.seller_days, t, 1),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Programme, t: Translator) -> str:
    if now.freed == IDLE and now.minutes > 0:
        return t(
            "{minutes} minutes are freed and paid all the same. Decide what people do in them.",
            minutes=number(now.minutes),
        )
    if now.freed == FEWER and now.used < plan.EARNED * now.minutes:
        return t(
            "Only whole people can be saved, of {person} minutes each; {minutes} are freed. Used for other "
            "accounts they would bring {other}.",
            person=number(plan.PERSON),
            minutes=number(now.minutes),
            other=thousands(plan.EARNED * now.minutes, t, 1),
        )
    if _poor(now):
        return _work_advice(now, t)
    if now.freed == OTHERS and now.given > now.seller_days:
        return t("The lower price costs more than it brings back in sales. Give a little less away.")
    return t("More minutes must be freed at Meridian. Look which process takes most of them.")


def _scale(now: Programme, t: Translator) -> Reason:
    return Reason(
        now.part >= plan.SCALE,
        t("Nordlys buys at least {scale} of its drives from Meridian", scale=percent(plan.SCALE, t)),
        t(
            "It buys {part}. It gains {gain}, {share} of what it buys today: {work} by its own work, {price} "
            "by lower prices, less {days} for joint days.",
            part=percent(now.part, t, 1),
            gain=thousands(now.buyer_gain, t, 1, sign=True),
            share=percent(now.buyer_gain / meridian.account().revenue, t, 1),
            work=thousands(now.his_work, t, 1),
            price=thousands(now.cut * meridian.account().revenue, t, 1),
            days=thousands(now.buyer_days, t, 1),
        ),
        _work_advice(now, t)
        if _poor(now)
        else t(
            "Who is cheaper in all grows. Share what is saved: half a percent off the price brings Nordlys "
            "{step} a year.",
            step=thousands(0.005 * meridian.account().revenue, t, 1),
        ),
    )


RULES = (_days, _buyer, _seller, _scale)
