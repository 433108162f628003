"""The conditions of the gap exercise, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import number, thousands
from kamlab.widgets.u02 import gap_plan as plan
from kamlab.widgets.u02.gap_plan import Course
from kamlab.widgets.verdict import Reason

NAMES = (N_("Keeps its word"), N_("Thinks along"), N_("Knows us"))


def _lead(now: Course, t: Translator) -> Reason:
    return Reason(
        plan.conditions(now)[0],
        t(
            "In the last quarter Meridian is at least {goal} points ahead of what Nordlys expects",
            goal=number(plan.GOAL, 2),
        ),
        t(
            "The gap is {gap}: {perceived} is perceived, {expected} expected. In the first quarter it was "
            "{first}.",
            gap=number(now.last.gap, 2, sign=True),
            perceived=number(plan.mean(now.last.perceived), 2),
            expected=number(plan.mean(now.last.expected), 2),
            first=number(now.quarters[0].gap, 2, sign=True),
        ),
        _lead_advice(now, t),
    )


def _lead_advice(now: Course, t: Translator) -> str:
    if now.timing == "bang" and plan.cost(now):
        return t(
            "Fireworks raise expectations and leave them there. Spread the same money: only those who keep "
            "improving stay ahead."
        )
    if now.promise > 0 and plan.seller(now) > 0:
        return t("Promise a little less, or spend a part of the fee on better work.")
    return t("Do more on the processes: what is not worked on fades, and expectations do not wait.")


def _edges(now: Course, t: Translator) -> Reason:
    behind = [(name, gap) for name, gap in zip(NAMES, now.last.gaps, strict=True) if gap < -plan.ROUNDING]
    told = (t("{name}: {gap}.", name=t(name), gap=number(gap, 2, sign=True)) for name, gap in behind)
    return Reason(
        plan.conditions(now)[1],
        t("No dimension is behind what Nordlys expects in the last quarter"),
        t.joined(told) or t("Head and heart: every dimension is at or above what Nordlys expects."),
        _edges_advice(now, t),
    )


def _edges_advice(now: Course, t: Translator) -> str:
    if plan.worst(now) == len(NAMES) - 1:
        return t(
            "Nobody at Meridian has time to know Nordlys. Spend something on people who do: no process is "
            "liked for itself."
        )
    return t(
        "Charm does not make up for a broken word. Spend on joint work on the processes, quarter after "
        "quarter, or promise what you can keep."
    )


def _seller(now: Course, t: Translator) -> Reason:
    return Reason(
        plan.conditions(now)[2],
        t("The fee pays for the work: Meridian does not lose by it"),
        t(
            "Its result over two years is {result}: {fee} of fee less {cost} of work.",
            result=thousands(plan.seller(now), t, 1, sign=True),
            fee=thousands(plan.fee(now), t, 1),
            cost=thousands(plan.cost(now), t, 1),
        ),
        t(
            "Promise more, so that the work is paid for, or spend less: each further euro in a quarter "
            "does less than the one before."
        ),
    )


def _buyer(now: Course, t: Translator) -> Reason:
    return Reason(
        plan.conditions(now)[3],
        t("Nordlys is at least {goal} better off over two years", goal=thousands(plan.BUYER_GOAL, t)),
        t(
            "Its result is {result}: {saving} from the processes, less {fee} of fee.",
            result=thousands(plan.buyer(now), t, 1, sign=True),
            saving=thousands(plan.saving(now), t, 1, sign=True),
            fee=thousands(plan.fee(now), t, 1),
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Course, t: Translator) -> str:
    if plan.buyer(plan.course(now.promise, now.process, now.care, "steady")) >= plan.BUYER_GOAL:
        return _timing_advice(now, t)
    return t("Nordlys pays for a promise and saves by work on the processes. Promise less, or do more.")


def _timing_advice(now: Course, t: Translator) -> str:
    if now.timing == "growing":
        return t(
            "What is improved late saves little before the two years are over. Start earlier, or promise, "
            "and charge, less."
        )
    return t("Two quarters of work fade in the six that follow. Spread the money: the processes stay better.")


RULES = (_lead, _edges, _seller, _buyer)
