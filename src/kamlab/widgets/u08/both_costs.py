"""Joint process work: where to start, what becomes of freed time, how to share, what grows (C31, C50).

``both_plan`` holds the figures, ``both_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u08 import both_plan as plan
from kamlab.widgets.u08 import meridian
from kamlab.widgets.u08.both_check import RULES
from kamlab.widgets.u08.both_pictures import NAMES, result, work
from kamlab.widgets.u08.both_plan import (
    CALLS,
    DESK,
    FEWER,
    IDLE,
    INSPECTION,
    OTHERS,
    PROCESSES,
    QUOTES,
    Programme,
)

_START = {QUOTES: 0, CALLS: 0, DESK: 20, INSPECTION: 0}
_MOST = 50  # joint days for one process


def task(t: Translator) -> Task:
    """What work lies between the two, and the goal."""
    situation = t(
        "In {year} Nordlys asked Meridian for {quotes} quotations and called its hotline {calls} times; it "
        "placed {orders} orders, all on paper, and inspected {drives} drives on arrival. That cost Meridian "
        "{seller} and Nordlys {buyer}. The two want to cut both sides' costs. A team has already planned "
        "{days} joint days for electronic orders: everybody complains about the paper.",
        year=meridian.YEAR,
        quotes=number(plan.times(QUOTES)),
        calls=number(plan.times(CALLS)),
        orders=number(plan.times(DESK)),
        drives=number(plan.times(INSPECTION)),
        seller=thousands(sum(plan.cost(one)[0] for one in PROCESSES), t),
        buyer=thousands(sum(plan.cost(one)[1] for one in PROCESSES), t),
        days=_START[DESK],
    )
    goal = t(
        "Your goal: with at most {days} joint days, Nordlys's own work costs it at least {buyer} less a "
        "year, and Meridian gains at least {seller}; and lower cost extends scale: Nordlys buys at least "
        "{scale} of its drives from Meridian, instead of {part}.",
        days=number(plan.MOST_DAYS),
        buyer=thousands(plan.BUYER_GOAL, t),
        seller=thousands(plan.SELLER_GOAL, t),
        scale=percent(plan.SCALE, t),
        part=percent(plan.part(0.0), t),
    )
    return Task(situation, goal, t.joined((_assumed(t), _assumed_after(t))))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: Nordlys spends {quotes} minutes on a quotation, {calls} on a call, {desk} on an order and "
        "{inspection} on a drive, at {rate} a minute. Each {half} joint days save half of what can still go: "
        "of quotations {can_quotes}, calls {can_calls}, orders {can_desk}, inspection {can_inspection} in "
        "all. A day costs Meridian {seller} and Nordlys {buyer} once, counted over {years} years.",
        quotes=number(plan.HIS_MINUTES[QUOTES]),
        calls=number(plan.HIS_MINUTES[CALLS]),
        desk=number(plan.HIS_MINUTES[DESK]),
        inspection=number(plan.HIS_MINUTES[INSPECTION]),
        rate=euros(plan.HIS_RATE, t, 2),
        half=number(plan.HALF),
        can_quotes=percent(plan.CAN_GO[QUOTES], t),
        can_calls=percent(plan.CAN_GO[CALLS], t),
        can_desk=percent(plan.CAN_GO[DESK], t),
        can_inspection=percent(plan.CAN_GO[INSPECTION], t),
        seller=euros(plan.DAY["seller"], t),
        buyer=euros(plan.DAY["buyer"], t),
        years=number(plan.YEARS),
    )


def _assumed_after(t: Translator) -> str:
    return t(
        "For each percent of its purchases that Nordlys gains, it moves {follows} percent of its need to "
        "Meridian. One person supplies {person} minutes a year; a freed minute spent on other accounts earns "
        "{earned}.",
        follows=number(plan.FOLLOWS),
        person=number(plan.PERSON),
        earned=euros(plan.EARNED, t, 2),
    )


def controls(t: Translator) -> tuple[Group, ...]:
    """Where the joint days go, what becomes of freed minutes, and what the price gives back."""
    days = tuple(
        Slider(
            id=one,
            label=t(NAMES[one]),
            low=0,
            high=_MOST,
            step=5,
            start=_START[one],
            unit=t("{n} joint days"),
        )
        for one in PROCESSES
    )
    freed = Choice(
        id="freed",
        label=t("What becomes of the minutes that Meridian saves?"),
        options=(
            Option(IDLE, t("They are not planned for")),
            Option(FEWER, t("Places that fall vacant are not filled")),
            Option(OTHERS, t("The people work for other accounts")),
        ),
        start=(IDLE,),
    )
    cut = Slider(
        id="cut",
        label=t("Meridian lowers its prices by"),
        low=0,
        high=5,
        step=0.5,
        start=0,
        unit=t("{n} %"),
    )
    return (
        Group(legend=t("Where to start"), controls=days),
        Group(controls=(freed,)),
        Group(legend=t("How to share"), controls=(cut,)),
    )


def read(answers: Answers) -> Programme:
    """The programme that the controls describe."""
    days = {one: answers.number(one) for one in PROCESSES}
    return plan.programme(days, answers.choice("freed"), answers.number("cut") / 100)


def show(now: Programme, t: Translator) -> Shown:
    """What the programme means to Meridian and to Nordlys."""
    return Shown(
        summary=_summary(now, t),
        pictures=(work(t), result(now, t)),
        warning=_paid(now, t) if now.freed == IDLE and now.minutes > 0 else "",
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Programme, t: Translator) -> str:
    return t(
        "{days} joint days bring Meridian {seller} and Nordlys {buyer} a year. Nordlys buys {part} of its "
        "drives from Meridian.",
        days=number(now.all_days),
        seller=thousands(now.seller_gain, t, 1, sign=True),
        buyer=thousands(now.buyer_gain, t, 1, sign=True),
        part=percent(now.part, t, 1),
    )


def _paid(now: Programme, t: Translator) -> str:
    return t(
        "{minutes} minutes a year are freed at Meridian, {cost} of work, and paid all the same.",
        minutes=number(now.minutes),
        cost=thousands(now.unused, t, 1),
    )


def _sides(now: Programme, t: Translator) -> dict[str, Figures]:
    seller = {
        t("From freed minutes"): thousands(now.used, t, 1),
        t("Minutes beyond today's"): thousands(-now.overrun, t, 1),
        t("Margin on further sales"): thousands(now.more, t, 1),
        t("Lower prices"): thousands(-now.given, t, 1),
        t("Joint days, a year"): thousands(-now.seller_days, t, 1),
        t("Gain in all"): thousands(now.seller_gain, t, 1, sign=True),
    }
    buyer = {
        t("Its own minutes saved"): thousands(now.his_work, t, 1),
        t("Lower prices"): thousands(now.cut * meridian.account().revenue, t, 1),
        t("Joint days, a year"): thousands(-now.buyer_days, t, 1),
        t("Gain in all"): thousands(now.buyer_gain, t, 1, sign=True),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _table(now: Programme, t: Translator) -> str:
    rows = [_row(one, now, t) for one in PROCESSES]
    return listed(t("Saved by process, kEUR a year"), rows)


def _row(process: str, now: Programme, t: Translator) -> Figures:
    mine, his = plan.cost(process)
    share = plan.saved(process, now.days[process])
    step = plan.saved(process, now.days[process] + 5) - share
    return {
        t("Process"): t(NAMES[process]),
        t("Meridian"): number(share * mine / 1000, 1),
        t("Nordlys"): number(share * his / 1000, 1),
        t("5 days more"): number(step * (mine + his) / 1000, 1),
    }


def _equation(now: Programme, t: Translator) -> str:
    rows = {
        t("What a minute of Meridian's department costs:"): formula(
            "r = C / M = {rate}", rate=euros(plan.rate(), t, 2)
        ),
        t("What its minutes for Nordlys cost now:"): formula(
            "∑ r m_j v_j = {assigned}", assigned=thousands(now.assigned, t, 1)
        ),
        t("What is paid for minutes that are freed, until somebody uses them:"): formula(
            "U = T − ∑ r m_j v_j = {unused}", unused=thousands(now.unused, t, 1)
        ),
        t("What part of its need Nordlys buys from Meridian:"): formula(
            "p = p_0 + k G / B = {part}", part=percent(now.part, t, 1)
        ),
    }
    cost, supplied = meridian.department()
    symbols = {
        "C": t("the department's cost in three years, {cost}", cost=thousands(cost, t)),
        "M": t("the minutes that it supplied, {minutes}", minutes=number(supplied)),
        "m": t("minutes each time"),
        "v": t("how often"),
        "T": t("what they cost today, {cost}", cost=thousands(meridian.account().cost_to_serve, t, 1)),
        "p": t("in the beginning {part}", part=percent(plan.part(0.0), t, 1)),
        "k": t("{follows}, assumed", follows=number(plan.FOLLOWS)),
        "G": t("what Nordlys gains, {gain}", gain=thousands(now.buyer_gain, t, 1)),
        "B": t("what Nordlys buys today, {bought}", bought=thousands(meridian.account().revenue, t)),
    }
    return worked(rows, symbols, _rule(t))


def _rule(t: Translator) -> str:
    return t(
        "A minute saved is no money saved until somebody does something else in it. At Meridian a whole "
        "person's minutes can go, or all of them can serve other accounts, and growth."
    )


both_costs = Decision(
    exercise_id="u08-both-costs",
    version=1,
    concepts=("C31", "C50"),
    title=N_("Cutting both sides' costs"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
