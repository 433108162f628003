"""Inspect every lot, or trust: two ways of ordering from a small supplier, and the road between them (C19).

``regimes_plan`` holds the figures, ``regimes_check`` the goal's conditions. The start is the best that can be
done with inspection, so that no small step improves it.
"""

import math

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u07 import regimes_plan as plan
from kamlab.widgets.u07.regimes_check import RULES, cents
from kamlab.widgets.u07.regimes_plan import Deal

_WIDE = 4_300  # housings: the end of the horizontal axis
_HIGH = 25.0  # thousand EUR: the end of the vertical axis
INSPECT, TRUST = "inspect", "trust"


def task(t: Translator) -> Task:
    """How Meridian orders today, and the goal."""
    situation = t(
        "Alder Castings, eighteen people half an hour away, casts the housings of Meridian's compact drives: "
        "{need} a year, paid at cost. A set-up costs Alder {setup}. So Meridian orders {lot} at a time and "
        "inspects every lot for {inspection}. A buyer has worked it out: no other lot would be cheaper.",
        need=number(plan.need()),
        setup=euros(plan.SETUP, t),
        lot=number(plan.today().lot),
        inspection=euros(plan.INSPECTION, t),
    )
    goal = t(
        "Your goal: Meridian pays at least {saving} a year less than today, Alder earns at least {earning} a "
        "year above cost, and Alder gains nothing by taking less care.",
        saving=euros(plan.SAVING, t),
        earning=euros(plan.EARNING, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: a housing in stock costs {holding} a year. Less care saves Alder {temptation} a housing, "
        "once: it is found out in use, and no order follows. Alder counts next year's euro as {worth}, "
        "because money is short and orders may end. Each doubling of practice leaves {practice} of a "
        "set-up's cost. A workshop costs Meridian {ours} and Alder {theirs}, spread over {years} years.",
        holding=euros(plan.HOLDING, t),
        temptation=euros(plan.TEMPTATION, t),
        worth=t("{number} cents", number=number(100 * math.exp(-plan.DISCOUNT))),
        practice=percent(plan.PRACTICE, t),
        ours=euros(plan.OURS, t),
        theirs=euros(plan.THEIRS, t),
        years=number(plan.SPREAD),
    )


def controls(t: Translator) -> tuple[Choice, Group]:
    """The way of ordering, the lot, the premium and the practice."""
    way = Choice(
        id="way",
        label=t("How do you make sure of the quality?"),
        options=(
            Option(INSPECT, t("Inspect every lot before paying")),
            Option(TRUST, t("Trust: inspect nothing, order again as long as the housings are good")),
        ),
        start=(INSPECT,),
    )
    return way, Group(legend=t("What do you agree with Alder?"), controls=_terms(t))


def _terms(t: Translator) -> tuple[Slider, Slider, Slider]:
    lot = Slider(
        id="lot",
        label=t("Housings an order"),
        low=plan.LOTS[0],
        high=plan.LOTS[-1],
        step=plan.LOTS.step,
        start=plan.today().lot,
    )
    premium = Slider(
        id="premium",
        label=t("Paid above cost, a housing"),
        low=0,
        high=plan.MOST_PREMIUM,
        step=0.5,
        start=0,
        unit=t("{n} cents"),
    )
    workshops = Slider(
        id="workshops",
        label=t("Workshops on quick set-ups"),
        low=0,
        high=plan.MOST_WORKSHOPS,
        step=1,
        start=0,
        help=t("Meridian's engineers are at Alder's machine for a day each time."),
    )
    return lot, premium, workshops


def read(answers: Answers) -> Deal:
    """The deal that the controls describe."""
    return Deal(
        trust=answers.choice("way") == TRUST,
        lot=round(answers.number("lot")),
        premium=answers.number("premium") / 100,
        workshops=round(answers.number("workshops")),
    )


def show(now: Deal, t: Translator) -> Shown:
    """What the deal means to Meridian and to Alder."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_valleys(now, t), _scales(now, t)),
        warning="" if now.careful else t("Alder gains by taking less care, and nobody looks."),
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=listed(
            t("Each way at its best lot, by the number of workshops; without their cost"),
            [_row(workshops, t) for workshops in plan.SHOWN],
        ),
        equation=_equation(now, t),
    )


def _summary(now: Deal, t: Translator) -> str:
    return t(
        "Ordering {lot} at a time costs Meridian {cost} a year, {change} against today. Alder earns {earned} "
        "a year above cost.",
        lot=number(now.lot),
        cost=euros(now.meridian, t),
        change=euros(-now.saving, t, sign=True),
        earned=euros(now.alder, t),
    )


def _valleys(now: Deal, t: Translator) -> Picture:
    costs = [(float(lot), plan.curve(now.workshops, lot)) for lot in plan.LOTS]
    inspected = tuple((lot, both[0] / 1000) for lot, both in costs if both[0] / 1000 <= _HIGH)
    trusted = tuple((lot, both[1] / 1000) for lot, both in costs if both[1] / 1000 <= _HIGH)
    height = min(now.meridian / 1000, _HIGH)
    series = (
        Series(t("Inspect"), inspected, -8, below=True),
        Series(t("Trust"), trusted, -1),
        Series(t("Yours"), ((float(now.lot), 0.0), (float(now.lot), height)), 0),
    )
    frame = Frame(Axis(t("Housings an order"), 0, _WIDE), Axis(t("Cost, thousand EUR a year"), 0, _HIGH))
    words = Words("line", t("Two ways of ordering, two valleys"), _valleys_told(now, t))
    note = t(
        "For set-ups at {setup} each. 'Trust' counts the least premium that makes care pay. Workshops and "
        "a larger premium lift your mark off the curve; a smaller premium lowers it, and Alder's care with "
        "it.",
        setup=euros(plan.setup(now.workshops), t),
    )
    return lines(words, frame, series, 1).noted(note)


def _valleys_told(now: Deal, t: Translator) -> str:
    both = plan.systems(now.workshops)
    return t(
        "Cost a year by the size of the order. Inspecting is cheapest at {inspected} housings, "
        "{inspecting} a year; trusting at {trusted}, {trusting}. You order {lot} and pay {cost}.",
        inspected=number(both.american.lot),
        inspecting=euros(both.american.cost, t),
        trusted=number(both.japanese.lot),
        trusting=euros(both.japanese.cost, t),
        lot=number(now.lot),
        cost=euros(now.meridian, t),
    )


def _tenths(value: float) -> str:
    return number(value, 1 if value % 1 else 0)


def _scales(now: Deal, t: Translator) -> Picture:
    entries = (
        Bar(t("Saved by less care with one lot"), 0, now.temptation / 1000, euros(now.temptation, t), 1),
        Bar(t("Worth of all lots to come"), 0, now.prospect / 1000, euros(now.prospect, t), 2),
    )
    top = max(now.temptation, now.prospect, 1000.0) / 1000
    description = t(
        "Less care with one lot of {lot} saves Alder {saved}. At a premium of {premium} a housing, the "
        "lots to come are worth {prospect} to it.",
        lot=number(now.lot),
        saved=euros(now.temptation, t),
        premium=cents(now.premium, t),
        prospect=euros(now.prospect, t),
    )
    words = Words("scales", t("What Alder weighs up"), description)
    note = t("Where nobody inspects, Alder takes care as long as the second bar is the longer one.")
    return rowed(words, t("What"), Axis(t("Thousand EUR"), 0, 1.1 * top, _tenths), entries).noted(note)


def _sides(now: Deal, t: Translator) -> dict[str, Figures]:
    buyer = {
        t("Set-ups, paid at cost"): euros(now.ordering, t),
        t("Stock"): euros(now.stock, t),
        t("Inspections"): euros(now.inspecting, t),
        t("Premium"): euros(now.premiums, t),
        t("Its part of the workshops"): euros(now.ours, t),
        t("All of it, a year"): euros(now.meridian, t),
    }
    seller = {
        t("Premium"): euros(now.premiums, t),
        t("Its part of the workshops"): euros(now.theirs, t),
        t("Earned above cost, a year"): euros(now.alder, t),
        t("Orders a year"): number(now.lots, 1),
    }
    return {t("Meridian (buyer)"): buyer, t("Alder Castings (seller)"): seller}


def _row(workshops: int, t: Translator) -> Figures:
    both = plan.systems(workshops)
    return {
        t("Workshops on quick set-ups"): number(workshops),
        t("A set-up, EUR"): number(plan.setup(workshops)),
        t("Inspect: best lot"): number(both.american.lot),
        t("Inspect: EUR a year"): number(both.american.cost),
        t("Trust: best lot"): number(both.japanese.lot),
        t("Trust: EUR a year"): number(both.japanese.cost),
        t("Trust is cheaper if an inspection costs more than, EUR"): number(both.critical_inspection),
    }


def _equation(now: Deal, t: Translator) -> str:
    inspect = formula(
        "A = (K + M) D / q + h q / 2 = {value}", value=euros(plan.curve(now.workshops, now.lot)[0], t)
    )
    trust = formula(
        "J = K D / q + h q / 2 + D p_q = {value}", value=euros(plan.curve(now.workshops, now.lot)[1], t)
    )
    least = formula(
        "p_q = s (e^[r q / D] − 1) = {temptation} · (e^{exponent} − 1) = {value}",
        temptation=euros(plan.TEMPTATION, t),
        exponent=number(plan.DISCOUNT / now.lots, 4),
        value=cents(now.enough, t),
    )
    rows = {
        t("A year in which every lot is inspected:"): inspect,
        t("A year of trust, with the least premium that makes care pay:"): trust,
        t("That premium, a housing:"): least,
    }
    rule = t(
        "For a lot twice as large the premium on each housing more than doubles: there is more to gain by "
        "less care, and the next order is farther away."
    )
    return worked(rows, _symbols(now, t), rule)


def _symbols(now: Deal, t: Translator) -> dict[str, str]:
    return {
        "K": t("cost of a set-up, {amount}", amount=euros(plan.setup(now.workshops), t)),
        "M": t("cost of an inspection, {amount}", amount=euros(plan.INSPECTION, t)),
        "D": t("housings a year, {count}", count=number(plan.need())),
        "q": t("housings an order, {count}", count=number(now.lot)),
        "h": t("cost of a housing in stock, {amount} a year", amount=euros(plan.HOLDING, t)),
        "s": t("what less care saves a housing, {amount}", amount=euros(plan.TEMPTATION, t)),
        "r": t("Alder's discount rate, {rate} a year", rate=percent(plan.DISCOUNT, t)),
    }


order_regimes = Decision(
    exercise_id="u07-order-regimes",
    version=1,
    concepts=("C19",),
    title=N_("Inspect every lot, or trust?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
