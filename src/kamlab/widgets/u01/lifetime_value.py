"""What is it worth to keep Nordlys: money for the customer, or a lower price, seen from both sides (C49).

The seller counts what the customer is worth (``kamlab.models.clv``). The buyer compares staying with its next
best supplier. ``lifetime_plan`` holds the figures, ``lifetime_check`` the goal's conditions.
"""

from kamlab.i18n import Translator
from kamlab.widgets import chart
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.markup import cards, figure, paragraph
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.shell import Definition, Exercise, Face, View, shown
from kamlab.widgets.u01.lifetime_check import check, planned
from kamlab.widgets.u01.lifetime_equation import equation
from kamlab.widgets.u01.lifetime_plan import (
    BUDGET,
    DISCOUNT,
    ENGINEER,
    GOAL,
    NEXT_BEST,
    REFUSED,
    SWITCHING,
    YEAR,
    YEARS,
    Plan,
    account,
    growth,
    refusal,
)
from kamlab.widgets.verdict import by

_ID = "u01-lifetime-value"


def face(t: Translator) -> Face:
    """The task and its controls."""
    situation = t(
        "In {year} Nordlys bought for {revenue} and left {profit} after service. It wants {cut} off the "
        "price and a drive engineer two days a week ({engineer} EUR a year). After a plain no it stays with "
        "a probability of {refused} a year, when well served with {kept}. Its next best supplier asks {cut} "
        "less; changing would cost Nordlys {switching} EUR once.",
        year=YEAR,
        revenue=thousands(account().revenue, t),
        profit=thousands(account().profit, t),
        cut=percent(-NEXT_BEST / 100, t),
        engineer=number(ENGINEER),
        refused=percent(REFUSED, t),
        kept=percent(account().retention, t),
        switching=number(SWITCHING),
    )
    assumed = t("How Nordlys responds to spending and price is an assumption of this exercise.")
    goal = t(
        "Your goal: make Nordlys worth at least {goal} more to Meridian than after a plain no, and leave "
        "Nordlys no worse off than with its next best supplier.",
        goal=percent(GOAL, t),
    )
    task = paragraph(situation) + paragraph(goal, class_="kl-goal") + paragraph(assumed, class_="kl-help")
    return Face(t("What is it worth to keep Nordlys?"), task, (_group(t),), t("Check my decision"))


def _group(t: Translator) -> Group:
    price = Slider(
        id="price", label=t("Price change"), low=-3, high=3, step=0.5, start=0, unit=t("{n} %"), sign=True
    )
    spend = Slider(
        id="spend",
        label=t("Spent on keeping Nordlys"),
        low=0,
        high=BUDGET,
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
    return Group(legend=t("Your decision"), controls=(price, spend, work))


def view(answers: Answers, t: Translator) -> View:
    """Both sides of the decision."""
    now = planned(answers)
    said = t(
        "Nordlys is worth {value} to Meridian ({change} against a plain no). To Nordlys, staying is worth "
        "{advantage} against its next best supplier.",
        value=thousands(now.value, t),
        change=percent(growth(now), t, sign=True),
        advantage=thousands(now.advantage, t, sign=True),
    )
    return {
        "summary": paragraph(said),
        "say": said,
        "chart": _survival(now, t) + _gains(now, t),
        "sides": _sides(now, t),
        "table": _table(now, t),
        "equation": equation(now, t),
    }


def _sides(now: Plan, t: Translator) -> str:
    seller = (
        (t("Profit a year"), thousands(now.profit, t, 1)),
        (t("Retention a year"), percent(now.retention, t, 1)),
        (t("Still a customer after {years} years", years=YEARS), percent(now.retention**YEARS, t)),
        (t("Lifetime value"), thousands(now.value, t)),
    )
    buyer = (
        (t("Paid above the next best, a year"), thousands(now.price_gap, t, 1)),
        (t("Saved by joint work, a year"), thousands(now.saving, t, 1)),
        (t("Switching cost avoided, once"), thousands(SWITCHING, t)),
        (t("Advantage of staying"), thousands(now.advantage, t, sign=True)),
    )
    return cards(((t("Meridian (seller)"), seller), (t("Nordlys (buyer)"), buyer)))


def _expected(one: Plan) -> tuple[tuple[float, float], ...]:
    return tuple((float(year), one.profit * one.retention**year / 1000) for year in range(YEARS + 1))


def _survival(now: Plan, t: Translator) -> str:
    plans = (_expected(now), _expected(refusal()))
    frame = chart.Frame(
        chart.Axis(t("Years from now"), 0, YEARS, number),
        chart.Axis(t("Expected profit, kEUR a year"), 0, 280, number),
    )
    description = t(
        "Profit in kEUR a year times the probability that Nordlys still buys, from today to year {years}: "
        "your plan falls from {first} to {last}, a plain no from {first_no} to {last_no}.",
        years=YEARS,
        first=number(plans[0][0][1]),
        last=number(plans[0][-1][1]),
        first_no=number(plans[1][0][1]),
        last_no=number(plans[1][-1][1]),
    )
    lower = plans[0][-1][1] < plans[1][-1][1]
    series = (
        chart.Series(t("Your plan"), plans[0], below=lower),
        chart.Series(t("A plain no"), plans[1], below=not lower),
    )
    caption = chart.Caption(
        f"kl-{_ID}-line", t("The profit that Meridian can expect from Nordlys"), description
    )
    return figure(caption.title, chart.line_chart(frame, series, caption))


def _gains(now: Plan, t: Translator) -> str:
    seller, buyer = now.value - refusal().value, now.advantage
    low, high = min(-120.0, seller / 1000, buyer / 1000), max(100.0, seller / 1000, buyer / 1000)
    frame = chart.Frame(
        chart.Axis(t("Who gains"), 0, 2, number),
        chart.Axis(t("Present value, kEUR"), low * 1.3, high * 1.25, number),
        height=230,
    )
    bars = (
        (t("Meridian, against no"), seller / 1000, thousands(seller, t, sign=True)),
        (t("Nordlys, against rival"), buyer / 1000, thousands(buyer, t, sign=True)),
    )
    description = t(
        "Meridian's lifetime value changes by {seller}; staying is worth {buyer} to Nordlys.",
        seller=bars[0][2],
        buyer=bars[1][2],
    )
    caption = chart.Caption(f"kl-{_ID}-bar", t("What the plan brings to each side"), description)
    return figure(caption.title, chart.bar_chart(frame, bars, caption))


def _table(now: Plan, t: Translator) -> str:
    plans = (refusal(), now)
    rows = [
        (t("Retention, % a year"), *(number(p.retention * 100, 1) for p in plans)),
        (t("Profit, EUR a year"), *(number(p.profit) for p in plans)),
        (t("Lifetime value for Meridian, EUR"), *(number(p.value) for p in plans)),
        (t("Nordlys pays above the next best, EUR a year"), *(number(p.price_gap) for p in plans)),
        (t("Joint work saves Nordlys, EUR a year"), *(number(p.saving) for p in plans)),
        (t("Advantage of staying for Nordlys, EUR"), *(number(p.advantage) for p in plans)),
    ]
    title = t(
        "Both sides, discounted at {rate} a year; the buyer over {years} years",
        rate=percent(DISCOUNT, t),
        years=YEARS,
    )
    return data_table(title, (t("Figure"), t("A plain no"), t("Your plan")), rows)


DEFINITION = Definition(_ID, 2, "u01", ("C01", "C49", "C60"), face, view, by(check))


def exercise() -> Exercise:
    """What Nordlys is worth, from both sides."""
    return shown(DEFINITION)
