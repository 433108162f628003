"""Security of supply: how much to buy, of which kind, and who pays for it (C29).

``continuity_plan`` holds the figures, ``continuity_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u08 import continuity_plan as plan
from kamlab.widgets.u08.continuity_check import RULES
from kamlab.widgets.u08.continuity_pictures import outages, swings
from kamlab.widgets.u08.continuity_plan import Cover
from kamlab.widgets.u08.who_plan import need

_STEP, _STEPS = 0.25, 12  # standard deviations; up to three
ONE, TWO, EACH, JOINT = "one", "two", "each", "joint"


def task(t: Translator) -> Task:
    """What the plants fear, and the goal."""
    now = plan.today()
    situation = t(
        "Nordlys uses {pieces} compact drives of 1.5 kW a year in plants in Norway, Poland and Italy, "
        "unevenly from week to week. And sometimes Meridian's chip maker fails, for four weeks on average. "
        "Today each plant has a small consigned store that Meridian pays for, {bill} a year, and {late} "
        "times a year a drive is a week late. Security can be bought as stock in the plants, as "
        "a joint store, as stock for outages, or as a second source of chips.",
        pieces=number(need()),
        bill=euros(now.bill, t),
        late=number(now.late),
    )
    goal = t(
        "Your goal: at most {late} drive-weeks late a year, for at most {bill} a year. Against today Nordlys "
        "gains at least {buyer} a year and Meridian at least {seller}.",
        late=number(plan.MOST_LATE),
        bill=euros(plan.MOST_BILL, t),
        buyer=euros(plan.BUYER_GOAL, t),
        seller=euros(plan.SELLER_GOAL, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: the three plants and how their use swings; the chip maker fails with a chance of {fails} a "
        "week and comes back with {back}, with a second source {two}, which costs {second} a year. A drive "
        "late for a week costs Nordlys {buyer} and Meridian {seller}. A drive in a store costs {stock} a "
        "year, as in the first exercise; counting a store {counting}; freight from a joint store {freight} a "
        "drive.",
        fails=percent(plan.FAILS, t),
        back=percent(plan.BACK, t),
        two=percent(plan.BACK_TWO, t),
        second=euros(plan.SECOND, t),
        buyer=euros(plan.BUYER_LATE, t),
        seller=euros(plan.SELLER_LATE, t),
        stock=euros(plan.stock_cost(), t, 2),
        counting=euros(plan.COUNTING, t),
        freight=euros(plan.FREIGHT, t, 2),
    )


def controls(t: Translator) -> tuple[Group, ...]:
    """Against swings, against outages, and who pays."""
    stores = Choice(
        id="stores",
        label=t("Where does the stock lie?"),
        options=(
            Option(EACH, t("A store in each plant")),
            Option(JOINT, t("One joint store for the three")),
        ),
        start=(EACH,),
    )
    bridged = Slider(
        id="bridged",
        label=t("Weeks of outage that the stock bridges"),
        low=0,
        high=plan.MOST_BRIDGED,
        step=1,
        start=1,
    )
    source = Choice(
        id="source",
        label=t("Where do the chips come from?"),
        options=(Option(ONE, t("One source")), Option(TWO, t("A second source stands by"))),
        start=(ONE,),
    )
    share = Slider(
        id="share",
        label=t("Nordlys's part of the bill"),
        low=0,
        high=100,
        step=5,
        start=0,
        unit=t("{n} %"),
        help=t("Of stock, stores and second source. Each side bears its own cost of late drives."),
    )
    return (
        Group(legend=t("Against swings"), controls=(_swings(t),)),
        Group(controls=(stores,)),
        Group(legend=t("Against outages"), controls=(bridged,)),
        Group(controls=(source,)),
        Group(legend=t("Who pays"), controls=(share,)),
    )


def _swings(t: Translator) -> Slider:
    return Slider(
        id="z",
        label=t("Enough for the swings of use in"),
        low=0,
        high=_STEP * _STEPS,
        step=_STEP,
        start=1,
        words=tuple(
            t("{share} of the weeks", share=percent(plan.NORMAL.cdf(_STEP * step), t, 1))
            for step in range(_STEPS + 1)
        ),
    )


def read(answers: Answers) -> Cover:
    """The security that the controls describe."""
    return plan.cover(
        answers.number("z"),
        round(answers.number("bridged")),
        answers.number("share") / 100,
        pooled=answers.choice("stores") == JOINT,
        second=answers.choice("source") == TWO,
    )


def show(now: Cover, t: Translator) -> Shown:
    """What the security means to Meridian and to Nordlys."""
    return Shown(
        summary=_summary(now, t),
        pictures=(outages(now, t), swings(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Cover, t: Translator) -> str:
    seller, buyer = plan.gains(now)
    return t(
        "Security costs {bill} a year, and {late} drive-weeks a year are late. Against today Meridian gains "
        "{seller} and Nordlys {buyer} a year.",
        bill=euros(now.bill, t),
        late=number(now.late),
        seller=euros(seller, t, sign=True),
        buyer=euros(buyer, t, sign=True),
    )


def _sides(now: Cover, t: Translator) -> dict[str, Figures]:
    gains = plan.gains(now)
    rates = plan.SELLER_LATE, plan.BUYER_LATE
    shares = 1 - now.share, now.share
    names = t("Meridian (seller)"), t("Nordlys (buyer)")
    return {
        name: {
            t("Late drives"): euros(rate * now.late, t),
            t("Part of the bill"): euros(share * now.bill, t),
            t("Both, a year"): euros(rate * now.late + share * now.bill, t),
            t("Gains against today"): euros(gain, t, sign=True),
        }
        for name, rate, share, gain in zip(names, rates, shares, gains, strict=True)
    }


def _table(now: Cover, t: Translator) -> str:
    kinds = {
        t("Yours"): now,
        t("Other store"): _variant(now, pooled=not now.pooled, second=now.second),
        t("Other source"): _variant(now, pooled=now.pooled, second=not now.second),
    }
    figures = {name: _figures(one, t) for name, one in kinds.items()}
    return compared(t("A year of your cover, and of its neighbours"), t("Figure"), figures)


def _variant(now: Cover, *, pooled: bool, second: bool) -> Cover:
    return plan.cover(now.z, now.bridged, now.share, pooled=pooled, second=second)


def _figures(one: Cover, t: Translator) -> Figures:
    seller, buyer = plan.gains(one)
    return {
        t("Stock, EUR"): number(one.stock),
        t("Stores and freight, EUR"): number(one.stores),
        t("Second source, EUR"): number(one.source),
        t("Late by swings, drive-weeks"): number(one.swung),
        t("Late by outages, drive-weeks"): number(one.owed),
        t("Meridian gains, EUR"): number(seller, sign=True),
        t("Nordlys gains, EUR"): number(buyer, sign=True),
    }


def _equation(now: Cover, t: Translator) -> str:
    separate, together = plan.swings()
    back = plan.BACK_TWO if now.second else plan.BACK
    rows = {
        t("Drives held against swings in three stores:"): formula(
            "z · (s_1 + s_2 + s_3) = {each}", each=number(now.z * sum(separate), 1)
        ),
        t("And in one:"): formula("z · s = {joint}", joint=number(now.z * together, 1)),
        t("An outage has lasted more than n weeks, in the long run, with the chance"): formula(
            "a / [a + b] · [(1 − b)]^n = {chance}",
            chance=percent(plan.FAILS / (plan.FAILS + back) * (1 - back) ** now.bridged, t, 2),
        ),
    }
    symbols = {
        "z": t("standard deviations covered, {z}", z=number(now.z, 2)),
        "s": t(
            "standard deviation of a week's use, {each} in the plants and {joint} of all together",
            each=t(", ").join(number(one, 1) for one in separate),
            joint=number(together, 1),
        ),
        "a": t("the chip maker fails by next week, {chance}", chance=percent(plan.FAILS, t)),
        "b": t("it is back by next week, {chance}", chance=percent(back, t)),
        "n": t("weeks bridged, {weeks}", weeks=now.bridged),
    }
    return worked(rows, symbols, _rule(t))


def _rule(t: Translator) -> str:
    one, two = (plan.best(second=second) for second in (False, True))
    week = need() / plan.WEEKS
    return t(
        "Against outages the best stock bridges {weeks} weeks with one source, and {fewer} with two: who is "
        "back sooner needs less stock.",
        weeks=number(one.level / week - 1),
        fewer=number(two.level / week - 1),
    )


continuity = Decision(
    exercise_id="u08-continuity",
    version=1,
    concepts=("C29",),
    title=N_("How much security, and who pays?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
