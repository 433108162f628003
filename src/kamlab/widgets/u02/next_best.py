"""Compose an offer to Nordlys: worth counts against its next best supplier, need by need (C52, C53, C54).

``next_best_plan`` holds needs, elements and their worth, ``next_best_check`` the goal's conditions. The start
is what Nordlys's buyer asked for in unit 1: three per cent off and an engineer two days a week.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import LESS, Bar, waterfall
from kamlab.widgets.chart import Axis, Bubble, Frame
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bubbles, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u01 import lifetime_plan as nordlys
from kamlab.widgets.u02 import next_best_plan as plan
from kamlab.widgets.u02.next_best_check import NAMES, RULES, named
from kamlab.widgets.u02.next_best_plan import Element, Offer

DRIVERS = {
    plan.SWITCHING: N_("No change of supplier"),
    "standstill": N_("Less standstill of the lines"),
    "noise": N_("Fewer claims over noise"),
    "stock": N_("Fewer approvals, less stock"),
    "settings": N_("Settings made faster"),
    plan.EFFORT: N_("Nordlys's own effort"),
}
NOTES = {
    "spares": N_("a shelf at the plant, filled by Meridian"),
    "watch": N_("warns before a fault; Nordlys must open its network"),
    "quiet": N_("for the heat pumps; Nordlys must test it once"),
    "process": N_("one approval and one call-off for both plants"),
    "screens": N_("a 3-D picture on every cabinet"),
}
NEEDS = {
    "standstill": N_("standstill"),
    "noise": N_("noise of heat pumps"),
    "stock": N_("approvals and stock"),
    "settings": N_("settings at the drive"),
}


def task(t: Translator) -> Task:
    """What was found at Nordlys, and the goal."""
    situation = t(
        "Nordlys asks for {cut} off the price and an engineer two days a week; its next best supplier is "
        "{cut} cheaper than Meridian today, but a change would cost {switching} a year. Instead of "
        "answering, Ingrid Solheim spent a week at its lines. She found what costs Nordlys money: "
        "{hours} hours of standstill a year at {hour} EUR each, claims over noisy heat pumps ({noise}), "
        "approvals and stock ({stock}), and slow settings at the drive ({settings}).",
        cut=percent(-nordlys.NEXT_BEST / 100, t),
        switching=thousands(plan.switching(), t, 1),
        hours=number(plan.HOURS),
        hour=number(plan.HOUR),
        noise=thousands(plan.NEEDS["noise"], t),
        stock=thousands(plan.NEEDS["stock"], t),
        settings=thousands(plan.NEEDS["settings"], t),
    )
    goal = t(
        "Your goal: an offer that leaves Nordlys at least {buyer} a year better off than its next best "
        "supplier, earns Meridian at least {seller} a year more than today, and holds nothing that costs "
        "more than it is worth.",
        buyer=thousands(plan.BUYER_GOAL, t),
        seller=thousands(plan.SELLER_GOAL, t),
    )
    return Task(
        situation,
        goal,
        t(
            "What the needs cost and what each element prevents is assumed, and agreed with Nordlys: a worth "
            "that the customer does not believe is none."
        ),
    )


def controls(t: Translator) -> tuple[Group]:
    """The elements, the engineer's days and the price."""
    days = Slider(
        id="days",
        label=t("Drive engineer at Nordlys, days a week"),
        low=0,
        high=plan.MOST_DAYS,
        step=1,
        start=2,
        help=t("{cost} EUR a year for each day.", cost=number(plan.ENGINEER_DAY.cost)),
    )
    elements = Choice(
        id="elements",
        label=t("What else is in the offer"),
        options=tuple(_option(one, t) for one in plan.ELEMENTS),
        many=True,
    )
    price = Slider(
        id="price",
        label=t("Price against today"),
        low=nordlys.NEXT_BEST,
        high=plan.HIGHEST,
        step=0.5,
        start=nordlys.NEXT_BEST,
        unit=t("{n} %"),
        sign=True,
    )
    return (Group(legend=t("Your offer"), controls=(days, elements, price)),)


def _option(one: Element, t: Translator) -> Option:
    note = t("{cost} a year; {words}", cost=thousands(one.cost, t), words=t(NOTES[one.key]))
    return Option(one.key, t(NAMES[one.key]), note)


def read(answers: Answers) -> Offer:
    """The offer that the controls describe."""
    return Offer(answers.chosen("elements"), round(answers.number("days")), answers.number("price"))


def show(now: Offer, t: Translator) -> Shown:
    """What the offer brings to both sides, and element by element."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_worth(now, t), _elements(now, t)),
        sides=_sides(now, t),
        table=listed(
            t("The elements, on top of the rest of your offer"),
            [_row(one, now, t) for one in plan.ALL],
            words=3,
        ),
        equation=_equation(now, t),
    )


def _summary(now: Offer, t: Translator) -> str:
    return t(
        "Nordlys gains {gain} a year against its next best supplier. Meridian earns {profit}, {change} "
        "against today.",
        gain=thousands(plan.gain(now), t, 1, sign=True),
        profit=thousands(plan.profit(now), t, 1),
        change=thousands(plan.profit(now) - nordlys.account().profit, t, 1, sign=True),
    )


def _sides(now: Offer, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Change of the price"): thousands(plan.price(now) - nordlys.account().revenue, t, 1, sign=True),
        t("Cost of the offer"): thousands(plan.cost(now), t, 1),
        t("Profit a year"): thousands(plan.profit(now), t, 1),
        t("Against today"): thousands(plan.profit(now) - nordlys.account().profit, t, 1, sign=True),
    }
    buyer = {
        t("Worth above the next best"): thousands(plan.worth(now).differentiation, t, 1),
        t("Paid above the next best"): thousands(plan.premium(now), t, 1),
        t("Gain a year"): thousands(plan.gain(now), t, 1, sign=True),
        t("Standstill left"): t(
            "{hours} hours a year", hours=number(plan.HOURS * plan.left(now.elements, "standstill"))
        ),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _worth(now: Offer, t: Translator) -> Picture:
    value = plan.worth(now)
    steps = [
        (t(DRIVERS[one.name]), one.change / 1000, thousands(one.change, t, 1, sign=True))
        for one in value.waterfall
    ]
    above = (t("Worth above the next best"), thousands(value.differentiation, t, 1))
    rows = waterfall(steps[0], steps[1:], above)
    top, gap = value.differentiation / 1000, plan.premium(now) / 1000
    paid = Bar(t("Paid above the next best"), top, top - gap, thousands(-gap * 1000, t, 1, sign=True), LESS)
    gain = Bar(t("Gain of Nordlys"), 0.0, top - gap, thousands(plan.gain(now), t, 1, sign=True), 3)
    axis = Axis(t("Against the next best supplier, kEUR a year"), min(0.0, top - gap), 280)
    description = t(
        "The drivers of worth add up to {worth}; {premium} is paid above the next best supplier's price; "
        "Nordlys is left with {gain}.",
        worth=above[1],
        premium=thousands(gap * 1000, t, 1),
        gain=gain.text,
    )
    words = Words("worth", t("What the offer is worth to Nordlys, and what it leaves"), description)
    return rowed(words, t("Driver"), axis, [*rows, paid, gain])


def _elements(now: Offer, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Cost to Meridian, kEUR a year"), 14, 32), Axis(t("Worth to Nordlys, kEUR a year"), 0, 80)
    )
    dots = [
        Bubble(one.cost / 1000, plan.added(one, now) / 1000, 11, str(place), ring=one in now.elements)
        for place, one in enumerate(plan.ALL, start=1)
    ]
    description = t.joined(
        t(
            "{name}: cost {cost}, worth {worth}.",
            name=named(one, now, t),
            cost=thousands(one.cost, t),
            worth=thousands(plan.added(one, now), t, 1),
        )
        for one in plan.ALL
    )
    words = Words("elements", t("Each element, on top of the rest of your offer"), description)
    ends = [(x, frame.x(x), frame.y(x)) for x in (frame.horizontal.low, frame.horizontal.high)]
    line = "L".join(f"{x:.1f} {y:.1f}" for _, x, y in ends)
    under = f'<path stroke="currentColor" stroke-dasharray="3 3" d="M{line}"/>'
    return bubbles(words, frame, dots, under).noted(
        t("Above the dotted line an element is worth more than it costs. A ring marks your offer."),
        ((str(place), named(one, now, t)) for place, one in enumerate(plan.ALL, start=1)),
    )


def _row(one: Element, now: Offer, t: Translator) -> Figures:
    worth = plan.added(one, now)
    return {
        t("Element"): named(one, now, t),
        t("Need"): t(NEEDS[one.need]),
        t("In the offer"): t("yes") if one in now.elements else t("no"),
        t("Worth to Nordlys, EUR a year"): number(worth),
        t("Cost to Meridian, EUR a year"): number(one.cost),
        t("Difference, EUR a year"): number(worth - one.cost, sign=True),
    }


def _equation(now: Offer, t: Translator) -> str:
    value = plan.worth(now)
    worth = formula(
        "EVC = P_0 + ∑_j d_j = {numbers} = {value}",
        numbers=f"{thousands(value.reference_price, t, 1)} + {thousands(value.differentiation, t, 1)}",
        value=thousands(value.value, t, 1),
    )
    gain = formula(
        'G_"N" = EVC − P = {numbers} = {value}',
        numbers=f"{thousands(value.value, t, 1)} − {thousands(plan.price(now), t, 1)}",
        value=thousands(plan.gain(now), t, 1, sign=True),
    )
    lines = {
        t(
            "What a year's offer is worth to Nordlys: the price of the next best, and every difference to it."
        ): worth,
        t("What Nordlys gains: the worth less the price."): gain,
    }
    symbols = {
        "P₀": t("what the next best supplier asks, {amount}", amount=thousands(value.reference_price, t, 1)),
        "d": t("a driver: what one difference is worth to Nordlys; below zero where it is a burden"),
        "P": t("your price, {amount}", amount=thousands(plan.price(now), t, 1)),
    }
    rule = t(
        "Two elements that meet the same need do not add up: an hour of standstill that the first prevents "
        "cannot be prevented again by the second."
    )
    return worked(lines, symbols, rule)


next_best = Decision(
    exercise_id="u02-next-best",
    version=1,
    concepts=("C52", "C53", "C54"),
    title=N_("An offer against the next best"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
