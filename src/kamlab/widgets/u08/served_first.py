"""Supply is short and everybody has ordered: who is first, what it is worth, what it costs (C48, C29).

``first_plan`` holds the figures, ``first_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bars, lines
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u08 import first_plan as plan
from kamlab.widgets.u08.first_check import RULES
from kamlab.widgets.u08.first_plan import ORDERS, USE, Quarter
from kamlab.widgets.u08.who_plan import SHELF, holding


def task(t: Translator) -> Task:
    """What runs short, who wants it, and the goal."""
    partner, rival, others = plan.customers()
    situation = t(
        "Every third year the chips run short for a quarter, and Meridian can make only {supply} of the "
        "compact drives of 1.5 kW that are needed. Nordlys needs {partner} in a quarter, its rival Vistula "
        "Dishcare {rival}, all others {others}. Today the orders decide who gets how many. So the others "
        "order {inflated} times what they need; Nordlys, whose use Meridian can see, cannot. Stefan Lopez "
        "wants to be served first, and asks before Vistula does.",
        supply=percent(plan.SUPPLY, t),
        partner=number(partner.need),
        rival=number(rival.need),
        others=number(others.need),
        inflated=number(plan.INFLATED, 1),
    )
    goal = t(
        "Your goal: an agreement that both sign and that the others survive. In a short quarter Nordlys "
        "misses at most {missing} of its need, and Vistula gets at least {rival} of its own. Against no "
        "agreement Nordlys gains at least {buyer} a year and Meridian at least {seller}. The shelf at "
        "Nordlys has room for {shelf} drives.",
        missing=percent(plan.MOST_MISSING, t),
        rival=percent(plan.LEAST_RIVAL, t),
        buyer=euros(plan.BUYER_GOAL, t),
        seller=euros(plan.SELLER_GOAL, t),
        shelf=number(SHELF),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: a missing drive costs Nordlys {stopped}, a machine that is not sold. Nobody "
        "blames Meridian for the chips, but who gets less than {supply} of its need takes a part of a "
        "year's purchases elsewhere: half a percent for each percent below, Vistula a whole one. An order "
        "placed for show costs Meridian {cancelled} a piece. A drive in the store "
        "costs Meridian's capital {capital} a year and Nordlys's space {space}; it is filled before "
        "supply runs short.",
        stopped=euros(plan.STOPPED, t),
        supply=percent(plan.SUPPLY, t),
        cancelled=euros(plan.CANCELLED, t),
        capital=euros(holding(consigned=True)[1], t, 2),
        space=euros(holding(consigned=True)[3], t, 2),
    )


def controls(t: Translator) -> tuple[Group, ...]:
    """The promise, the rule for the rest, and what stands behind the promise."""
    first = Slider(
        id="first",
        label=t("Served first to Nordlys"),
        low=0,
        high=100,
        step=5,
        start=0,
        unit=t("{n} %"),
        help=t("Of what it needs from the line. For the rest it stands in the queue with the others."),
    )
    rule = Choice(
        id="rule",
        label=t("What decides on the rest?"),
        options=(
            Option(ORDERS, t("The orders placed")),
            Option(USE, t("Last year's use")),
        ),
        start=(ORDERS,),
    )
    weeks = Slider(
        id="weeks",
        label=t("Consignment store at Nordlys"),
        low=0,
        high=8,
        step=0.5,
        start=0,
        unit=t("{n} weeks of use"),
    )
    retainer = Slider(
        id="retainer",
        label=t("Nordlys pays for the agreement"),
        low=0,
        high=5,
        step=0.25,
        start=0,
        unit=t("{n} EUR a piece"),
        help=t("On each drive all year, whether supply is short or not."),
    )
    return (
        Group(legend=t("When supply is short"), controls=(first,)),
        Group(controls=(rule,)),
        Group(legend=t("All year"), controls=(weeks, retainer)),
    )


def read(answers: Answers) -> Quarter:
    """The agreement that the controls describe."""
    return plan.quarter(
        answers.number("first") / 100,
        answers.choice("rule"),
        answers.number("weeks"),
        answers.number("retainer"),
    )


def show(now: Quarter, t: Translator) -> Shown:
    """What the agreement means to Meridian, to Nordlys and to those who wait."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_served(now, t), _gains(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Quarter, t: Translator) -> str:
    seller, buyer = plan.gains(now)
    return t(
        "In a short quarter Nordlys gets {partner} of its need, Vistula and the others {rival}. A year's "
        "expected gain against no agreement: Meridian {seller}, Nordlys {buyer}.",
        partner=percent(1 - now.missing[0], t),
        rival=percent(1 - now.missing[1], t),
        seller=euros(seller, t, sign=True),
        buyer=euros(buyer, t, sign=True),
    )


def _sides(now: Quarter, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Margin not earned"): euros(now.unsold, t),
        t("Purchases gone elsewhere"): euros(sum(now.left), t),
        t("Orders placed for show"): euros(now.cancelled, t),
        t("Capital in the store"): euros(now.capital, t),
        t("From Nordlys for the agreement"): euros(now.fee, t),
        t("Cost of it all, a year"): euros(now.seller_cost, t),
    }
    buyer = {
        t("Missing drives"): euros(now.stopped, t),
        t("Space for the store"): euros(now.space, t),
        t("Paid for the agreement"): euros(now.fee, t),
        t("Cost of it all, a year"): euros(now.buyer_cost, t),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _served(now: Quarter, t: Translator) -> Picture:
    names = (t("Nordlys"), t("Vistula"), t("The others"))
    shares = [1 - missing for missing in now.missing]
    entries = [(name, 100 * share, percent(share, t)) for name, share in zip(names, shares, strict=True)]
    frame = Frame(Axis(t("Customer"), 0, len(entries)), Axis(t("Got in a short quarter, % of need"), 0, 110))
    description = t(
        "Nordlys gets {partner} of its need, Vistula {rival} and the others {others}; there is {supply} for "
        "all.",
        partner=percent(shares[0], t),
        rival=percent(shares[1], t),
        others=percent(shares[2], t),
        supply=percent(plan.SUPPLY, t),
    )
    picture = bars(Words("served", t("Who gets how much"), description), frame, entries)
    return picture.noted(
        t(
            "Shared equally and without a store, each would get {supply}.",
            supply=percent(plan.SUPPLY, t),
        )
    )


def _gains(now: Quarter, t: Translator) -> Picture:
    places = [step / 10 for step in range(11)]
    found = [plan.gains(plan.quarter(first, now.rule, now.weeks, now.retainer)) for first in places]
    seller, buyer = (
        tuple((100 * x, one[side] / 1000) for x, one in zip(places, found, strict=True)) for side in (0, 1)
    )
    heights = [y for _, y in (*seller, *buyer)]
    low, high = min(0.0, *heights) - 2, max(15.0, *heights) + 3
    frame = Frame(
        Axis(t("Served first to Nordlys, % of its need"), 0, 100), Axis(t("Gain, kEUR a year"), low, high)
    )
    above = seller[1][1] >= buyer[1][1]
    series = (
        Series(t("Meridian"), seller, _summit(seller), below=not above),
        Series(t("Nordlys"), buyer, 1, below=above),
        Series(t("Yours"), ((100 * now.first, low), (100 * now.first, high * 0.97)), 1),
    )
    description = t(
        "Gain by the part served first: Meridian's goes from {first} to {last} kEUR a year, Nordlys's from "
        "{start} to {end}.",
        first=number(seller[0][1], 1),
        last=number(seller[-1][1], 1),
        start=number(buyer[0][1], 1),
        end=number(buyer[-1][1], 1),
    )
    return lines(Words("gains", t("What being first is worth, and costs"), description), frame, series, 1)


def _summit(points: tuple[tuple[float, float], ...]) -> int:
    """Where a line is highest, away from the edges."""
    return max(range(1, len(points) - 1), key=lambda place: points[place][1])


def _table(now: Quarter, t: Translator) -> str:
    plans = {
        t("Equal"): plan.quarter(0.0, USE, 0.0, 0.0),
        t("First"): plan.quarter(1.0, USE, 0.0, 0.0),
        t("Yours"): now,
    }
    figures = {name: _figures(one, t) for name, one in plans.items()}
    return compared(
        t("Equal parts, Nordlys first and no store, and yours"),
        t("Figure"),
        figures,
    )


def _figures(one: Quarter, t: Translator) -> Figures:
    seller, buyer = plan.gains(one)
    return {
        t("Nordlys gets, drives"): number(one.given[0]),
        t("Vistula gets, drives"): number(one.given[1]),
        t("The others get, drives"): number(one.given[2]),
        t("Taken elsewhere by Vistula, EUR a year"): number(one.left[1]),
        t("Taken elsewhere by all, EUR a year"): number(sum(one.left)),
        t("Meridian gains, EUR a year"): number(seller, sign=True),
        t("Nordlys gains, EUR a year"): number(buyer, sign=True),
    }


def _equation(now: Quarter, t: Translator) -> str:
    partner, rival, _ = plan.customers()
    rows = {
        t("What missing drives can be expected to cost Nordlys a year:"): formula(
            "N = s · c · m · D = {value}", value=euros(now.stopped, t)
        ),
        t("What Vistula can be expected to take elsewhere:"): formula(
            "V = s · a · (w − e) · Y = {value}", value=euros(now.left[1], t)
        ),
    }
    symbols = {
        "s": t("chance of a short quarter in a year, 1 in {years}", years=number(1 / plan.SHORT)),
        "c": t("a missing drive, {cost}", cost=euros(plan.STOPPED, t)),
        "m": t("missing at Nordlys, {share} of its need", share=percent(now.missing[0], t, 1)),
        "D": t("Nordlys's need in a quarter, {need}", need=number(partner.need)),
        "a": t("part of its purchases for each part missing, {anger}", anger=number(rival.anger, 1)),
        "w": t(
            "missing at Vistula, {share}; nothing goes where it is less than e",
            share=percent(now.missing[1], t, 1),
        ),
        "e": t("missing on average, {share}", share=percent(1 - plan.SUPPLY, t)),
        "Y": t("what Vistula's purchases leave in a year, {stake}", stake=thousands(rival.stake, t)),
    }
    return worked(rows, symbols, _rule(t))


def _rule(t: Translator) -> str:
    found = plan.quarter(1.0, USE, 0.0, 0.0), plan.quarter(0.0, USE, 0.0, 0.0)
    taken, missed = (sum(one.left) + one.unsold for one in found), found[1].stopped
    first, equal = taken
    return t(
        "Against equal parts, being first is worth {worth} a year to Nordlys. As a bare promise it costs "
        "Meridian {cost}: cheaper drives, and other customers. A store filled in good weeks keeps the "
        "promise without taking from anybody.",
        worth=euros(missed, t),
        cost=euros(first - equal, t),
    )


served_first = Decision(
    exercise_id="u08-served-first",
    version=1,
    concepts=("C48", "C29"),
    title=N_("Who is served first?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
