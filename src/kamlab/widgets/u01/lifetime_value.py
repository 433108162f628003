"""Retention or margin: how Meridian spends on Nordlys, seen from both sides (C49, C60, C01).

A fixed yearly budget is split between keeping the customer and earning more on each sale; the price moves
too. The seller counts the lifetime value over five years (``kamlab.models.clv``). The buyer compares staying
with its next best supplier: the price paid, the costs that joint work saves, the cost of switching. The
figures of the two firms are invented; the responses have diminishing returns and are the course's own.
"""

from dataclasses import dataclass

from kamlab.i18n import Translator
from kamlab.models.clv import lifetime_value, retention_multiple
from kamlab.widgets import chart
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.markup import (
    cards,
    figure,
    frac,
    ident,
    literal,
    math,
    over,
    paragraph,
    row,
    sub,
    sup,
    total,
    where,
)
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.shell import Definition, Exercise, Face, View, shown
from kamlab.widgets.verdict import Reason, by

BUDGET = 40_000.0  # EUR a year, spent in any case
REVENUE = 600_000.0  # EUR a year that Nordlys buys at today's price
MARGIN = 110_000.0  # EUR a year before any of the budget works
DISCOUNT = 0.10  # a year, for both sides
YEARS = 5
RETENTION = 0.74  # a year, without retention work
PRICE_EFFECT = 1.2  # points of retention lost for each per cent of price
NEXT_BEST = -2.0  # % of today's price: what the next best supplier asks
SWITCHING = 60_000.0  # EUR once: approval and trial runs at Nordlys when it changes supplier
GOAL = 0.20
_ENOUGH = 0.85  # of the budget's effect: beyond, more of the same buys little
_ID = "u01-lifetime-value"


@dataclass(frozen=True)
class Work:
    """One way of keeping a customer: its effect at full saturation, and the EUR that give half of it."""

    points: float
    half: float
    saving: float


WORK = {"process": Work(0.16, 14_000.0, 26_000.0), "attention": Work(0.05, 8_000.0, 0.0)}


@dataclass(frozen=True)
class Plan:
    """A plan's consequences: rates are shares a year, amounts EUR (yearly, or present values)."""

    retention: float
    margin: float
    value: float
    price_gap: float
    saving: float
    advantage: float


def plan(spend: float, price: float, work: str) -> Plan:
    """What follows for both sides.

    Args:
        spend: EUR a year of the budget for retention; the rest raises the margin.
        price: change of the price in %.
        work: a key of ``WORK``.
    """
    way = WORK[work]
    effect = _saturation(spend, way.half)
    retention = RETENTION + way.points * effect - PRICE_EFFECT * price / 100
    margin = MARGIN + 22_000 * _saturation(BUDGET - spend, 12_000) + REVENUE * price / 100
    value = lifetime_value(
        margin=margin, marketing=BUDGET, retention=retention, discount=DISCOUNT, years=YEARS
    )
    gap = REVENUE * (price - NEXT_BEST) / 100
    saving = way.saving * effect
    return Plan(retention, margin, value, gap, saving, SWITCHING + (saving - gap) * _annuity())


def _saturation(spend: float, half: float) -> float:
    """The share of the full effect that ``spend`` buys: each ``half`` EUR buy half of what is left."""
    return 1 - 2 ** (-spend / half)


def _annuity() -> float:
    return sum((1 + DISCOUNT) ** -year for year in range(YEARS + 1))


TODAY = plan(0, 0, "process")


def _plan(answers: Answers) -> Plan:
    return plan(answers.number("spend"), answers.number("price"), answers.choice("work") or "process")


def face(t: Translator) -> Face:
    """The task and its controls."""
    task = paragraph(
        t(
            "Meridian spends {budget} EUR a year on Nordlys beyond making and delivering the drives. Today "
            "all of it goes into a higher margin, and Nordlys stays with a probability of {rate} a year. "
            "Its next best supplier asks {gap} less; changing would cost Nordlys {switching} EUR once.",
            budget=number(BUDGET),
            rate=percent(RETENTION),
            gap=percent(-NEXT_BEST / 100),
            switching=number(SWITCHING),
        )
    ) + paragraph(
        t(
            "Your goal: raise what Nordlys is worth to Meridian over {years} years by at least {goal}, and "
            "leave Nordlys no worse off than with its next best supplier.",
            years=YEARS,
            goal=percent(GOAL),
        ),
        class_="kl-goal",
    )
    return Face(t("Retention or margin?"), task, (_group(t),), t("Check my decision"))


def _group(t: Translator) -> Group:
    spend = Slider(
        id="spend",
        label=t("Spent on retention"),
        low=0,
        high=BUDGET,
        step=1000,
        start=0,
        unit=t("{n} EUR a year"),
        help=t("The rest of the {budget} EUR goes into a higher margin.", budget=number(BUDGET)),
    )
    price = Slider(
        id="price", label=t("Price change"), low=-4, high=6, step=0.5, start=0, unit="{n} %", sign=True
    )
    work = Choice(
        id="work",
        label=t("What the retention money buys"),
        options=(
            Option("process", t("Joint process work"), t("fewer stoppages and less stock at Nordlys")),
            Option("attention", t("Visits, events and invitations"), t("pleasant; saves Nordlys nothing")),
        ),
        start=("process",),
    )
    return Group(legend=t("Your decision"), controls=(price, spend, work))


def view(answers: Answers, t: Translator) -> View:
    """Both sides of the decision."""
    now = _plan(answers)
    said = _summary(now, t)
    return {
        "summary": paragraph(said),
        "say": said,
        "sides": _sides(now, t),
        "chart": _survival(now, t) + _gains(now, t),
        "table": _table(now, t),
        "equation": _equation(now, t),
    }


def growth(now: Plan) -> float:
    """The change of Meridian's lifetime value against today, as a share."""
    return now.value / TODAY.value - 1


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "Nordlys is worth {value} to Meridian ({change} against today). To Nordlys, staying is worth "
        "{advantage} against its next best supplier.",
        value=thousands(now.value, t),
        change=percent(growth(now), sign=True),
        advantage=thousands(now.advantage, t, sign=True),
    )


def _sides(now: Plan, t: Translator) -> str:
    seller = (
        (t("Margin a year"), thousands(now.margin, t, 1)),
        (t("Retention a year"), percent(now.retention, 1)),
        (t("Still a customer after {years} years", years=YEARS), percent(now.retention**YEARS)),
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
    return tuple((float(year), one.margin * one.retention**year / 1000) for year in range(YEARS + 1))


def _survival(now: Plan, t: Translator) -> str:
    top = max(160.0, now.margin / 1000 * 1.1)
    frame = chart.Frame(
        chart.Axis(t("Year"), 0, YEARS, number),
        chart.Axis(t("Expected margin, kEUR a year"), 0, top, number),
    )
    series = (chart.Series(t("Your plan"), _expected(now), 2), chart.Series(t("Today"), _expected(TODAY), 3))
    title = t("The margin that Meridian can expect from Nordlys")
    drawn = chart.line_chart(
        frame,
        series,
        uid=f"kl-{_ID}-line",
        title=title,
        description=t(
            "Margin in kEUR a year times the probability that Nordlys still buys, from year 0 to {years}: "
            "your plan falls from {first} to {last}, today's from {first_today} to {last_today}.",
            years=YEARS,
            first=number(_expected(now)[0][1]),
            last=number(_expected(now)[-1][1]),
            first_today=number(_expected(TODAY)[0][1]),
            last_today=number(_expected(TODAY)[-1][1]),
        ),
    )
    return figure(title, drawn)


def _gains(now: Plan, t: Translator) -> str:
    seller, buyer = now.value - TODAY.value, now.advantage
    low, high = min(-50.0, seller / 1000, buyer / 1000), max(100.0, seller / 1000, buyer / 1000)
    frame = chart.Frame(
        chart.Axis(t("Who gains"), 0, 2, number),
        chart.Axis(t("Present value, kEUR"), low * 1.5, high * 1.2, number),
        height=250,
    )
    bars = (
        (t("Meridian, against today"), seller / 1000, thousands(seller, t, sign=True)),
        (t("Nordlys, against next best"), buyer / 1000, thousands(buyer, t, sign=True)),
    )
    title = t("What the plan brings to each side")
    drawn = chart.bar_chart(
        frame,
        bars,
        uid=f"kl-{_ID}-bar",
        title=title,
        description=t(
            "Meridian's lifetime value changes by {seller}; staying is worth {buyer} to Nordlys.",
            seller=bars[0][2],
            buyer=bars[1][2],
        ),
    )
    return figure(title, drawn)


def _table(now: Plan, t: Translator) -> str:
    rows = [
        (t("Retention, % a year"), *(number(p.retention * 100, 1) for p in (TODAY, now))),
        (t("Margin, EUR a year"), *(number(p.margin) for p in (TODAY, now))),
        (t("Lifetime value for Meridian, EUR"), *(number(p.value) for p in (TODAY, now))),
        (t("Nordlys pays above the next best, EUR a year"), *(number(p.price_gap) for p in (TODAY, now))),
        (t("Joint work saves Nordlys, EUR a year"), *(number(p.saving) for p in (TODAY, now))),
        (t("Advantage of staying for Nordlys, EUR"), *(number(p.advantage) for p in (TODAY, now))),
    ]
    return data_table(
        t("Both sides over {years} years, discounted at {rate} a year", years=YEARS, rate=percent(DISCOUNT)),
        (t("Figure"), t("Today"), t("Your plan")),
        rows,
    )


def _equation(now: Plan, t: Translator) -> str:
    """Both sides' equations with the plan's numbers."""
    buyer = t(
        "Nordlys's side: the switching cost avoided, plus what it saves less what it pays above the next "
        "best."
    )
    return (
        paragraph(t("Meridian's side: the margin as long as Nordlys stays, less what is spent on it."))
        + _value_formula(now, t)
        + _symbols(now, t)
        + paragraph(t("Without an end in time, one EUR of yearly margin would be worth this many EUR:"))
        + _multiple_formula(now)
        + paragraph(buyer)
        + _stay_formula(now, t)
    )


def _bracket(*parts: str) -> str:
    return row(over("("), *parts, over(")"))


def _growth_factor() -> str:
    return _bracket(literal("1"), over("+"), ident("i"))


def _value_formula(now: Plan, t: Translator) -> str:
    last = str(YEARS)
    kept = sup(_bracket(frac(ident("r"), row(literal("1"), over("+"), ident("i")))), ident("t"))
    spent = frac(
        sup(ident("r"), row(ident("t"), over("−"), literal("1"))),
        sup(_growth_factor(), row(ident("t"), over("−"), literal("½"))),
    )
    earned = row(ident("m"), total("t", "0", last), kept)
    less = row(ident("c"), total("t", "1", last), spent)
    return math(ident("V"), over("="), earned, over("−"), less, over("="), literal(thousands(now.value, t)))


def _multiple_formula(now: Plan) -> str:
    multiple = retention_multiple(retention=now.retention, discount=DISCOUNT)
    below = row(literal("1"), over("+"), ident("i"), over("−"), ident("r"))
    return math(frac(ident("r"), below), over("="), literal(number(multiple, 2)))


def _stay_formula(now: Plan, t: Translator) -> str:
    yearly = frac(row(ident("b"), over("−"), ident("g")), sup(_growth_factor(), ident("t")))
    value = literal(thousands(now.advantage, t, sign=True))
    name = sub(ident("A"), literal("N"))
    return math(name, over("="), ident("S"), over("+"), total("t", "0", str(YEARS)), yearly, over("="), value)


def _symbols(now: Plan, t: Translator) -> str:
    return where(
        (
            ("m", t("margin, {amount} a year", amount=thousands(now.margin, t, 1))),
            ("c", t("spent on the account, {amount} a year, mid-year", amount=thousands(BUDGET, t))),
            ("r", t("retention, {share} a year", share=percent(now.retention, 1))),
            ("i", t("discount rate, {share} a year", share=percent(DISCOUNT))),
            ("b", t("what joint work saves Nordlys, {amount} a year", amount=thousands(now.saving, t, 1))),
            (
                "g",
                t(
                    "what Nordlys pays above the next best, {amount} a year",
                    amount=thousands(now.price_gap, t, 1),
                ),
            ),
            ("S", t("switching cost avoided, {amount} once", amount=thousands(SWITCHING, t))),
        )
    )


def check(answers: Answers, t: Translator) -> tuple[Reason, ...]:
    """Both conditions of the goal, with what stands in the way."""
    now = _plan(answers)
    return (_seller(answers, now, t), _buyer(answers, now, t))


def _seller(answers: Answers, now: Plan, t: Translator) -> Reason:
    return Reason(
        growth(now) >= GOAL,
        t("Meridian's lifetime value grows by at least {goal}", goal=percent(GOAL)),
        t(
            "It changes by {change}. A year's margin of {margin} counts only as long as Nordlys stays, and "
            "the chance that it is still there after {years} years is {alive}.",
            change=percent(growth(now), 1, sign=True),
            margin=thousands(now.margin, t, 1),
            years=YEARS,
            alive=percent(now.retention**YEARS),
        ),
        _seller_advice(answers, now, t),
    )


def _seller_advice(answers: Answers, now: Plan, t: Translator) -> str:
    if answers.choice("work") == "attention":
        return t("Attention alone holds few customers. See what joint process work does to retention.")
    if answers.number("spend") < WORK["process"].half:
        return t("Move more of the budget to retention: its first euros have the greatest effect.")
    if _saturation(BUDGET - answers.number("spend"), 12_000) < 1 - _ENOUGH:
        return t("The last euros of retention buy little. Leave some of the budget to the margin.")
    if now.advantage > 0:
        return t("You have made Nordlys better off. Part of that value can come back to you in the price.")
    return t("Move less by price and more by what the money does for Nordlys.")


def _buyer(answers: Answers, now: Plan, t: Translator) -> Reason:
    return Reason(
        now.advantage >= 0,
        t("Nordlys is no worse off than with its next best supplier"),
        t(
            "Staying is worth {advantage} to Nordlys over {years} years: each year it saves {saving} and "
            "pays {gap} more than the next best supplier asks; it avoids the switching cost of {switching} "
            "once.",
            advantage=thousands(now.advantage, t, sign=True),
            years=YEARS,
            saving=thousands(now.saving, t, 1),
            gap=thousands(now.price_gap, t, 1),
            switching=thousands(SWITCHING, t),
        ),
        _buyer_advice(answers, t),
    )


def _buyer_advice(answers: Answers, t: Translator) -> str:
    if answers.choice("work") == "attention":
        return t(
            "Invitations save Nordlys no money, so its purchasing department cannot defend the higher price."
        )
    if answers.number("price") > 0:
        return t("The price takes more than the joint work gives. Take less, or give more first.")
    return t("Spend more on joint process work, so that staying saves Nordlys money.")


DEFINITION = Definition(_ID, 1, "u01", ("C01", "C49", "C60"), face, view, by(check))


def exercise() -> Exercise:
    """Retention against margin for Nordlys, from both sides."""
    return shown(DEFINITION)
