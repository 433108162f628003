"""What is it worth to keep Nordlys: money for the customer, or a lower price, seen from both sides (C49).

The seller counts what the customer is worth (``kamlab.models.clv``). The buyer compares staying with its next
best supplier. ``lifetime_plan`` holds the figures, ``lifetime_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bars, lines
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u01 import lifetime_plan as nordlys
from kamlab.widgets.u01.lifetime_check import RULES
from kamlab.widgets.u01.lifetime_plan import Plan


def task(t: Translator) -> Task:
    """What Nordlys asks for, and the goal."""
    situation = t(
        "In {year} Nordlys bought for {revenue} and left {profit} after service. It wants {cut} off the "
        "price and a drive engineer two days a week ({engineer} EUR a year). After a plain no it stays with "
        "a probability of {refused} a year, when well served with {kept}. Its next best supplier asks {cut} "
        "less; changing would cost Nordlys {switching} EUR once.",
        year=nordlys.YEAR,
        revenue=thousands(nordlys.account().revenue, t),
        profit=thousands(nordlys.account().profit, t),
        cut=percent(-nordlys.NEXT_BEST / 100, t),
        engineer=number(nordlys.ENGINEER),
        refused=percent(nordlys.REFUSED, t),
        kept=percent(nordlys.account().retention, t),
        switching=number(nordlys.SWITCHING),
    )
    goal = t(
        "Your goal: make Nordlys worth at least {goal} more to Meridian than after a plain no, and leave "
        "Nordlys no worse off than with its next best supplier.",
        goal=percent(nordlys.GOAL, t),
    )
    return Task(
        situation, goal, t("How Nordlys responds to spending and price is an assumption of this exercise.")
    )


def controls(t: Translator) -> tuple[Group]:
    """Price, spending, and what the money buys."""
    price = Slider(
        id="price", label=t("Price change"), low=-3, high=3, step=0.5, start=0, unit=t("{n} %"), sign=True
    )
    spend = Slider(
        id="spend",
        label=t("Spent on keeping Nordlys"),
        low=0,
        high=nordlys.BUDGET,
        step=1000,
        start=0,
        unit=t("{n} EUR a year"),
        help=t("Comes out of the profit that Nordlys leaves."),
    )
    work = Choice(
        id="work",
        label=t("What the money buys"),
        options=(
            Option("process", t("Joint process work"), t("fewer stoppages and less stock at Nordlys")),
            Option("attention", t("Visits, events and invitations"), t("pleasant; saves Nordlys nothing")),
        ),
        start=("process",),
    )
    return (Group(legend=t("Your decision"), controls=(price, spend, work)),)


def read(answers: Answers) -> Plan:
    """The plan that the controls describe."""
    return nordlys.plan(answers.number("spend"), answers.number("price"), answers.choice("work") or "process")


def show(now: Plan, t: Translator) -> Shown:
    """The plan's consequences for Meridian and for Nordlys."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_survival(now, t), _gains(now, t)),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "Nordlys is worth {value} to Meridian ({change} against a plain no). To Nordlys, staying is worth "
        "{advantage} against its next best supplier.",
        value=thousands(now.value, t),
        change=percent(nordlys.growth(now), t, sign=True),
        advantage=thousands(now.advantage, t, sign=True),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Profit a year"): thousands(now.profit, t, 1),
        t("Retention a year"): percent(now.retention, t, 1),
        t("Still a customer after {years} years", years=nordlys.YEARS): percent(
            now.retention**nordlys.YEARS, t
        ),
        t("Lifetime value"): thousands(now.value, t),
    }
    buyer = {
        t("Paid above the next best, a year"): thousands(now.price_gap, t, 1),
        t("Saved by joint work, a year"): thousands(now.saving, t, 1),
        t("Switching cost avoided, once"): thousands(nordlys.SWITCHING, t),
        t("Advantage of staying"): thousands(now.advantage, t, sign=True),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _expected(one: Plan) -> tuple[tuple[float, float], ...]:
    return tuple((float(year), one.profit * one.retention**year / 1000) for year in range(nordlys.YEARS + 1))


def _survival(now: Plan, t: Translator) -> Picture:
    plans = (_expected(now), _expected(nordlys.refusal()))
    frame = Frame(
        Axis(t("Years from now"), 0, nordlys.YEARS), Axis(t("Expected profit, kEUR a year"), 0, 280)
    )
    description = t(
        "Profit in kEUR a year times the probability that Nordlys still buys, from today to year {years}: "
        "your plan falls from {first} to {last}, a plain no from {first_no} to {last_no}.",
        years=nordlys.YEARS,
        first=number(plans[0][0][1]),
        last=number(plans[0][-1][1]),
        first_no=number(plans[1][0][1]),
        last_no=number(plans[1][-1][1]),
    )
    lower = plans[0][-1][1] < plans[1][-1][1]
    series = (
        Series(t("Your plan"), plans[0], below=lower),
        Series(t("A plain no"), plans[1], below=not lower),
    )
    return lines(
        Words("line", t("The profit that Meridian can expect from Nordlys"), description), frame, series
    )


def _gains(now: Plan, t: Translator) -> Picture:
    seller, buyer = now.value - nordlys.refusal().value, now.advantage
    low, high = min(-120.0, seller / 1000, buyer / 1000), max(100.0, seller / 1000, buyer / 1000)
    frame = Frame(
        Axis(t("Who gains"), 0, 2), Axis(t("Present value, kEUR"), low * 1.3, high * 1.25), height=230
    )
    entries = (
        (t("Meridian, against no"), seller / 1000, thousands(seller, t, sign=True)),
        (t("Nordlys, against rival"), buyer / 1000, thousands(buyer, t, sign=True)),
    )
    description = t(
        "Meridian's lifetime value changes by {seller}; staying is worth {buyer} to Nordlys.",
        seller=entries[0][2],
        buyer=entries[1][2],
    )
    return bars(Words("bar", t("What the plan brings to each side"), description), frame, entries)


def _table(now: Plan, t: Translator) -> str:
    title = t(
        "Both sides, discounted at {rate} a year; the buyer over {years} years",
        rate=percent(nordlys.DISCOUNT, t),
        years=nordlys.YEARS,
    )
    plans = {t("A plain no"): _figures(nordlys.refusal(), t), t("Your plan"): _figures(now, t)}
    return compared(title, t("Figure"), plans)


def _figures(one: Plan, t: Translator) -> Figures:
    return {
        t("Retention, % a year"): number(one.retention * 100, 1),
        t("Profit, EUR a year"): number(one.profit),
        t("Lifetime value for Meridian, EUR"): number(one.value),
        t("Nordlys pays above the next best, EUR a year"): number(one.price_gap),
        t("Joint work saves Nordlys, EUR a year"): number(one.saving),
        t("Advantage of staying for Nordlys, EUR"): number(one.advantage),
    }


def _equation(now: Plan, t: Translator) -> str:
    seller = t(
        "Meridian's side: the yearly profit, times the years that a customer with this retention is worth."
    )
    buyer = t(
        "Nordlys's side: the switching cost avoided, plus what it saves less what it pays above the next "
        "best."
    )
    value = formula(
        "V = m · r / [1 + i − r] = {numbers} = {value}",
        numbers=f"{thousands(now.profit, t, 1)} × {number(now.value / now.profit, 2)}",
        value=thousands(now.value, t),
    )
    advantage = formula(
        'A_"N" = S + ∑_[t = 1]^{years} [b − g] / [(1 + i)]^t = {value}',
        years=str(nordlys.YEARS),
        value=thousands(now.advantage, t, sign=True),
    )
    return worked({seller: value, buyer: advantage}, _symbols(now, t))


def _symbols(now: Plan, t: Translator) -> dict[str, str]:
    gap = t("what Nordlys pays above the next best, {amount} a year", amount=thousands(now.price_gap, t, 1))
    return {
        "m": t("profit after the spending, {amount} a year", amount=thousands(now.profit, t, 1)),
        "r": t("retention, {share} a year", share=percent(now.retention, t, 1)),
        "i": t("discount rate, {share} a year", share=percent(nordlys.DISCOUNT, t)),
        "b": t("what joint work saves Nordlys, {amount} a year", amount=thousands(now.saving, t, 1)),
        "g": gap,
        "S": t("switching cost avoided, {amount} once", amount=thousands(nordlys.SWITCHING, t)),
    }


lifetime_value = Decision(
    exercise_id="u01-lifetime-value",
    version=2,
    concepts=("C01", "C49", "C60"),
    title=N_("What is it worth to keep Nordlys?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
