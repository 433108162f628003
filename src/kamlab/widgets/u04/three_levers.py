"""Will the promise hold: trust, price and power as three levers with one outcome (C04, C05, C06).

``levers_plan`` holds the figures, ``levers_pictures`` draws them, ``levers_check`` holds the conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.sides import Figures, compared, mirrored
from kamlab.widgets.u04 import levers_plan as plan
from kamlab.widgets.u04.levers_check import RULES
from kamlab.widgets.u04.levers_pictures import taken, weights
from kamlab.widgets.u04.levers_plan import Balance, Levers, Side


def task(t: Translator) -> Task:
    """The two promises, and the goal."""
    situation = t(
        "Meridian promises Nordlys an engineer within four hours, for {fee} a year; Nordlys promises to pay "
        "that fee in full. Keeping its word costs Meridian {work} a year; a year of broken words saves it "
        "{saved}. To Nordlys a kept promise is worth {worth}. With standard service Meridian gains {seller} "
        "a year and Nordlys {buyer}.",
        fee=thousands(plan.FEE, t),
        work=thousands(plan.WORK, t),
        saved=thousands(plan.SAVED, t),
        worth=thousands(plan.WORTH, t),
        seller=thousands(plan.STANDARD[0], t),
        buyer=thousands(plan.STANDARD[1], t),
    )
    goal = t(
        "Your goal: both keep their word because it pays them, with a reserve of {reserve}; and after all "
        "that control costs, Meridian gains at least {seller} a year and Nordlys at least {buyer}.",
        reserve=number(plan.RESERVE, 2),
        seller=thousands(plan.GOALS[0], t),
        buyer=thousands(plan.GOALS[1], t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: without joint days there is a next year with a chance of {tender}, with many {lasting}. A "
        "penalty falls due in {seen} of the years of broken words, but also in {false} of the others. "
        "Meridian could place {free} of these engineers elsewhere; the second provider could take over twice "
        "the calls it has. Whoever is let down leaves with what it can place elsewhere. Nordlys can press "
        "out, once, {squeeze} of the fee for the calls that it could place elsewhere.",
        tender=percent(plan.TENDER, t),
        lasting=percent(plan.LASTING, t),
        seen=percent(plan.SEEN, t),
        false=percent(plan.FALSE, t),
        free=percent(1 - plan.TIED, t),
        squeeze=percent(plan.SQUEEZE, t),
    )


def controls(t: Translator) -> tuple[Group]:
    """Trust, price, power."""
    days = Slider(
        id="days",
        label=t("Trust: joint days of both teams"),
        low=0,
        high=40,
        step=2,
        start=0,
        unit=t("{n} a year"),
        help=t("Each costs either side {cost} EUR and makes a next year likelier.", cost=number(plan.DAY)),
    )
    penalty = Slider(
        id="penalty",
        label=t("Price: penalty for a year of broken words"),
        low=0,
        high=80_000,
        step=4_000,
        start=60_000,
        unit=t("{n} EUR"),
        help=t("Meridian pays it to Nordlys; arguing costs either side {share} on top.", share=_share(t)),
    )
    second = Slider(
        id="second",
        label=t("Power: part of the calls that goes to a second provider"),
        low=0,
        high=50,
        step=5,
        start=0,
        unit=t("{n} %"),
        help=t("For 10 % of the calls it asks {cost} a year more.", cost=thousands(plan.MARKUP / 10, t)),
    )
    return (Group(legend=t("Your levers"), controls=(days, penalty, second)),)


def _share(t: Translator) -> str:
    return percent(plan.DISPUTE, t)


def read(answers: Answers) -> Balance:
    """What the levers lead to."""
    second = answers.number("second") / 100
    return plan.balance(Levers(answers.number("days"), answers.number("penalty"), second))


def show(now: Balance, t: Translator) -> Shown:
    """Who keeps its word, and what that costs."""
    return Shown(
        summary=_summary(now, t),
        pictures=(weights(now, t), taken(now, t)),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Balance, t: Translator) -> str:
    values = {
        "weight": number(now.weight, 2),
        "seller": number(now.seller.needed, 2),
        "buyer": number(now.buyer.needed, 2),
    }
    if now.weight >= max(now.seller.needed, now.buyer.needed):
        return t(
            "Both keep their word: next year weighs {weight}; Meridian needs {seller}, Nordlys {buyer}.",
            **values,
        )
    if now.weight >= now.buyer.needed:
        return t(
            "Meridian will break its word: next year weighs {weight}, and it needs {seller} (Nordlys "
            "{buyer}).",
            **values,
        )
    if now.weight >= now.seller.needed:
        return t(
            "Nordlys will break its word: next year weighs {weight}, and it needs {buyer} (Meridian "
            "{seller}).",
            **values,
        )
    return t(
        "Both will break their word: next year weighs {weight}; Meridian needs {seller}, Nordlys {buyer}.",
        **values,
    )


def _sides(now: Balance, t: Translator) -> dict[str, Figures]:
    seller, buyer = (_texts(one, t) for one in (now.seller, now.buyer))
    quantities = {name: (seller[name], buyer[name]) for name in seller}
    quantities[t("Depends on the other")] = (
        percent(plan.TIED, t),
        percent(1 - plan.placeable(now.levers.second), t),
    )
    verdicts = (_verdict(now, now.seller, t), _verdict(now, now.buyer, t))
    return mirrored(
        t("Meridian (provider)"), t("Nordlys (client)"), {**quantities, t("Keeps its word"): verdicts}
    )


def _verdict(now: Balance, one: Side, t: Translator) -> str:
    if now.holds(one):
        return "✓ " + t("yes")
    return "✗ " + (t("too close") if now.weight >= one.needed else t("no"))


def _texts(one: Side, t: Translator) -> Figures:
    return {
        t("Gains a year, words kept"): thousands(one.kept, t, 1),
        t("Gains once by breaking it"): thousands(one.tempted, t, 1, sign=True),
        t("Gains a year after that"): thousands(one.after, t, 1),
    }


def _table(now: Balance, t: Translator) -> str:
    levers = now.levers
    alone = {
        t("No lever"): Levers(0, 0, 0),
        t("Your trust alone"): Levers(levers.days, 0, 0),
        t("Your penalty alone"): Levers(0, levers.penalty, 0),
        t("Your power alone"): Levers(0, 0, levers.second),
        t("All of yours"): levers,
    }
    columns = {name: _figures(plan.balance(one), t) for name, one in alone.items()}
    return compared(t("Each lever alone, and all of them"), t("Figure"), columns)


def _figures(one: Balance, t: Translator) -> Figures:
    return {
        t("Weight of next year"): number(one.weight, 2),
        t("Meridian needs"): number(one.seller.needed, 2),
        t("Nordlys needs"): number(one.buyer.needed, 2),
        t("Meridian gains, kEUR a year, words kept"): number(one.seller.kept / 1000, 1),
        t("Nordlys gains, kEUR a year, words kept"): number(one.buyer.kept / 1000, 1),
    }


def _equation(now: Balance, t: Translator) -> str:
    weight = formula(
        "δ = q / [1 + i] = {numbers} = {value}",
        numbers=f"{number(plan.lasting(now.levers.days), 2)} / {number(1 + plan.DISCOUNT, 2)}",
        value=number(now.weight, 2),
    )
    lines_ = {
        t("What next year weighs:"): weight,
        t("What Meridian needs:"): _needed(now.seller),
        t("What Nordlys needs:"): _needed(now.buyer),
    }
    symbols = {
        "q": t("the chance that there is a next year with this partner"),
        "i": t("discount rate, {share} a year", share=percent(plan.DISCOUNT, t)),
        "K": t("what a side gains in a year while both keep their word, kEUR"),
        "D": t("what it gains in the year in which it breaks its word, kEUR"),
        "P": t("what it gains in every year after that, kEUR"),
    }
    rule = t(
        "A promise holds where δ is at least δ*. Trust raises δ for both. Price lowers D. Power lowers P for "
        "Meridian, and raises D for Nordlys."
    )
    return worked(lines_, symbols, rule)


def _needed(one: Side) -> str:
    if one.tempted <= 0:
        return formula("D ≤ K, δ^* = 0")
    kept, broken, after = (number(value / 1000, 1) for value in (one.kept, one.kept + one.tempted, one.after))
    return formula(
        "δ^* = [D − K] / [D − P] = [{broken} − {kept}] / [{broken} − {after}] = {value}",
        broken=broken,
        kept=kept,
        after=after,
        value=number(one.needed, 2),
    )


three_levers = Decision(
    exercise_id="u04-three-levers",
    version=1,
    concepts=("C04", "C05", "C06"),
    title=N_("Will the promise hold?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
