"""Four ways off the commodity shelf: people, products, processes and communication (C45, C51).

``ladder_plan`` holds the figures, ``ladder_check`` the goal's conditions. The value is that of
``kamlab.models.evc``.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, Frame, Series, waterfall
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u03 import ladder_plan as plan
from kamlab.widgets.u03 import nordlys
from kamlab.widgets.u03.ladder_check import RULES, names
from kamlab.widgets.u03.ladder_plan import COMMUNICATION, PEOPLE, PROCESSES, PRODUCTS, Offer

_LAST = plan.YEARS - 1
_TOP = 200.0  # kEUR, of the pictures
_ROOM = 30.0  # kEUR: a label has room below a line that is higher
_PAID = 3  # the colour of what is paid


def task(t: Translator) -> Task:
    """What the rival offers, and the goal."""
    situation = t(
        "The rival's offer still lies on Stefan Lopez's desk: the same drives for {cut} less, {reference} "
        "instead of {revenue} a year. Instead of matching it, Meridian can become worth more. Ingrid has "
        "up to {budget} to spend once, on four things, and sets the price for the next three years.",
        cut=percent(nordlys.RIVAL, t),
        reference=thousands(plan.reference(), t),
        revenue=thousands(nordlys.account().revenue, t),
        budget=thousands(plan.BUDGET, t),
    )
    goal = t(
        "Your goal: spend no more than {budget}; leave Nordlys no worse off than with the rival, in the "
        "first year and in the third; and make Meridian at least {goal} better off over three years than "
        "if it had simply matched the rival's price.",
        budget=thousands(plan.BUDGET, t),
        goal=thousands(plan.GOAL, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: what the money builds. Without communication Nordlys sees {blind} of the value, at most "
        "{lit}; a process without people brings {alone} of its value; Nordlys buys as much as today; "
        "amounts are not discounted.",
        blind=percent(plan.BLIND, t),
        lit=percent(plan.LIT, t),
        alone=percent(plan.ALONE, t),
    )


def controls(t: Translator) -> tuple[Group, Group]:
    """What is spent on each field, and the price."""
    spending = Group(
        legend=t("Spent once, at the start"),
        controls=tuple(_field(name, label, t) for name, label in names(t).items()),
    )
    price = Slider(
        id="price", label=t("Price change"), low=-5, high=2, step=1, start=0, unit=t("{n} %"), sign=True
    )
    return spending, Group(legend=t("Price for three years"), controls=(price,))


def _field(name: str, label: str, t: Translator) -> Slider:
    helps = {
        PEOPLE: t("A drive engineer who knows the plant. Helps at once, and most of it stays."),
        PRODUCTS: t(
            "The latest drive, earlier than others. Helps at once, and is copied within a year or two."
        ),
        PROCESSES: t("Joint planning, stock and testing. Takes a year to work, and stays."),
        COMMUNICATION: t("Shows Nordlys what it gains, in its own figures."),
    }
    return Slider(
        id=name,
        label=label,
        low=0,
        high=plan.MOST,
        step=plan.STEP,
        start=0,
        unit=t("{n} EUR"),
        help=helps[name],
    )


def read(answers: Answers) -> Offer:
    """The offer that the controls describe."""
    return plan.offer({name: answers.number(name) for name in plan.FIELDS}, answers.number("price") / 100)


def show(now: Offer, t: Translator) -> Shown:
    """The offer's consequences for Meridian and for Nordlys."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_years_picture(now, t), _waterfall_picture(now, t)),
        warning=_warning(now, t),
        sides=_sides(now, t),
        table=listed(
            t("What the offer is worth to Nordlys above the rival's, EUR a year"),
            [_row(year, now, t) for year in range(plan.YEARS)],
        ),
        equation=_equation(now, t),
    )


def _summary(now: Offer, t: Translator) -> str:
    return t(
        "Nordlys pays {gap} a year above the rival. It sees worth of {first} in year 1, of {last} in year "
        "3. Over three years Meridian is {result} better off than by matching.",
        gap=thousands(now.gap, t, 1),
        first=thousands(now.worth(0), t, 1),
        last=thousands(now.worth(_LAST), t, 1),
        result=thousands(now.result, t, 1),
    )


def _warning(now: Offer, t: Translator) -> str:
    if min(now.gain(year) for year in range(plan.YEARS)) >= 0:
        return ""
    return t(
        "In at least one year the rival is the better choice for Nordlys. Meridian's figures hold only as "
        "long as nobody there counts."
    )


def _years_picture(now: Offer, t: Translator) -> Picture:
    years = range(plan.YEARS)
    frame = Frame(
        Axis(t("Year"), 0.5, plan.YEARS + 0.5), Axis(t("Above the rival, kEUR a year"), 0, _TOP), height=250
    )
    worth = tuple((year + 1.0, now.worth(year) / 1000) for year in years)
    paid = tuple((year + 1.0, now.gap / 1000) for year in years)
    products = tuple((year + 1.0, now.seen * now.drivers[year][PRODUCTS] / 1000) for year in years)
    last, price = worth[-1][1], paid[-1][1]
    above = last >= price
    falls = worth[0][1] > last  # the label stands at the higher end, clear of its own line
    close = not above and not falls and last > _ROOM and price - last < _ROOM
    series = [
        Series(t("Worth, as seen"), worth, 0 if falls else -1, below=close),
        Series(t("Paid above the rival"), paid, below=above),
    ]
    if now.spent[PRODUCTS] > 0:
        series.append(Series(t("Products"), products))
    description = t(
        "What Nordlys sees of worth above the rival is {first} in the first year, {second} in the second "
        "and {third} in the third. It pays {gap} above the rival in each of them.",
        first=thousands(now.worth(0), t, 1),
        second=thousands(now.worth(1), t, 1),
        third=thousands(now.worth(2), t, 1),
        gap=thousands(now.gap, t, 1),
    )
    return lines(Words("years", t("What lasts, and what is copied"), description), frame, series, digits=1)


def _waterfall_picture(now: Offer, t: Translator) -> Picture:
    value, words = now.value(_LAST), {**names(t), COMMUNICATION: t("Not seen by Nordlys")}
    steps = [
        (words[step.name], step.change / 1000, number(step.change / 1000, 1, sign=True))
        for step in value.waterfall
    ]
    first = (t("The rival's price ({price})", price=thousands(plan.reference(), t)), 0.0, "0")
    last = (t("Worth above the rival"), number(value.differentiation / 1000, 1))
    paid = Bar(t("Paid above the rival"), 0, now.gap / 1000, number(now.gap / 1000, 1), _PAID)
    description = t(
        "In the third year the rival asks {reference}. What Nordlys sees of Meridian's differences adds "
        "{added}, so that the offer is worth {value} to it, at a price of {price}.",
        reference=thousands(value.reference_price, t),
        added=thousands(value.differentiation, t, 1),
        value=thousands(value.value, t),
        price=thousands(nordlys.account().revenue * (1 + now.price), t),
    )
    axis = Axis(t("Above the rival's price, kEUR a year"), 0, _TOP)
    title = t("Economic value in the third year")
    return rowed(Words("value", title, description), t("Step"), axis, [*waterfall(first, steps, last), paid])


def _sides(now: Offer, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Price above the rival's, a year"): thousands(now.gap, t, 1),
        t("The same over three years"): thousands(plan.YEARS * now.gap, t, 1),
        t("Spent"): thousands(now.spending, t),
        t("Better off than by matching"): thousands(now.result, t, 1, sign=True),
    }
    buyer = {
        t("Gain in the first year"): thousands(now.gain(0), t, 1, sign=True),
        t("Gain in the second year"): thousands(now.gain(1), t, 1, sign=True),
        t("Gain in the third year"): thousands(now.gain(2), t, 1, sign=True),
        t("Share of the value that it sees"): percent(now.seen, t),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys, against buying from the rival"): buyer}


def _row(year: int, now: Offer, t: Translator) -> Figures:
    worth = now.drivers[year]
    return {
        t("Year"): number(year + 1),
        **{name: number(worth[field]) for field, name in names(t).items() if field in worth},
        t("Not seen"): number((now.seen - 1) * sum(worth.values())),
        t("Worth as seen"): number(now.worth(year)),
        t("Paid above the rival"): number(now.gap),
    }


def _equation(now: Offer, t: Translator) -> str:
    value = now.value(_LAST)
    worth = formula(
        "EVC = P_0 + D = {reference} + {added} = {value}",
        reference=number(value.reference_price / 1000, 1),
        added=number(value.differentiation / 1000, 1),
        value=thousands(value.value, t, 1),
    )
    seen = formula(
        "D = a (d_1 + d_2 + d_3) = {seen} × {drivers} = {added}",
        seen=number(now.seen, 2),
        drivers="(" + " + ".join(number(d / 1000, 1) for d in now.drivers[_LAST].values()) + ")",
        added=thousands(value.differentiation, t, 1),
    )
    heads = (t("What the offer is worth to Nordlys in the third year:"), t("What sets it apart:"))
    price = thousands(nordlys.account().revenue * (1 + now.price), t, 1)
    rule = t(
        "Nordlys has a reason to stay as long as this is no less than what it pays, {price}.", price=price
    )
    return worked(dict(zip(heads, (worth, seen), strict=True)), _symbols(t), rule)


def _symbols(t: Translator) -> dict[str, str]:
    return {
        "P₀": t("the rival's price for the same drives, a year"),
        "D": t("what Nordlys sees of the differences, a year; without any, the offer is a commodity"),
        "a": t("share of the value that is seen: communication"),
        "d₁, d₂, d₃": t("what people, products and processes are worth in that year, in kEUR"),
    }


ladder = Decision(
    exercise_id="u03-ladder",
    version=1,
    concepts=("C45", "C51"),
    title=N_("Off the commodity shelf"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
