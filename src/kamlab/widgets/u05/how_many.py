"""How many suppliers, for how long, and how much of each other: a framework contract (C24, C25, C26).

``many_plan`` holds the figures, ``many_check`` the goal's conditions. Both worries are on the table at once:
Nordlys's about its source, Meridian's about its customer.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, Frame, Series
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u05 import many_plan as plan
from kamlab.widgets.u05.many_check import RULES
from kamlab.widgets.u05.many_plan import Deal

_START = {"suppliers": 2, "share": 70, "years": 1, "spend": 0}


def task(t: Translator) -> Task:
    """Both worries, and the goal."""
    one = plan.start()
    today = plan.customers(one.bought / one.need, 0)
    situation = t(
        "Nordlys needs drives for {need} a year and buys {part} of them from Meridian; that is {share} of "
        "Meridian's sales. Nordlys is worried about its source: a stoppage costs {loss}. Meridian is worried "
        "about its customer, and so is its bank. Neither is large enough to dictate, so they talk about a "
        "contract, and about what either may do beside it.",
        need=thousands(one.need, t),
        part=percent(one.bought / one.need, t),
        share=percent(today[0], t),
        loss=thousands(plan.LOSS, t),
    )
    goal = t(
        "Your goal: a contract that both can sign. Suppliers and contract cost Nordlys at most {cost} a "
        "year; each supplier beside Meridian gets at least {ready} of the need; Meridian has the "
        "equivalent of at least {number} customers; and the contract is worth at least {worth} to "
        "Meridian.",
        cost=thousands(plan.MOST_COST, t),
        ready=percent(plan.READY, t),
        number=number(plan.LEAST_NUMBER),
        worth=thousands(plan.LEAST_WORTH, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: in a year all suppliers stop with a chance of {shared}, and each on its own with {own}; "
        "keeping one costs Nordlys {keeping} a year, each new contract {contract}; drives become {drift} "
        "a year cheaper, while a contract's price stands. When a contract ends, Nordlys leaves with a "
        "chance of {leaves}, and {each} more for each supplier that it keeps. New accounts leave no "
        "profit in their first years.",
        shared=percent(plan.SHARED, t),
        own=percent(plan.OWN, t),
        keeping=thousands(plan.KEEPING, t),
        contract=thousands(plan.CONTRACT, t),
        drift=percent(plan.DRIFT, t, 1),
        leaves=percent(plan.LEAVES, t),
        each=percent(plan.EACH, t),
    )


def controls(t: Translator) -> tuple[Group, Group]:
    """What Nordlys keeps, what both sign, and what Meridian does beside it."""
    suppliers = Slider(
        id="suppliers",
        label=t("Suppliers that Nordlys keeps, Meridian among them"),
        low=1,
        high=plan.MOST_SUPPLIERS,
        step=1,
        start=_START["suppliers"],
    )
    share = Slider(
        id="share",
        label=t("Meridian's part of the need"),
        low=40,
        high=100,
        step=5,
        start=_START["share"],
        unit=t("{n} %"),
        help=t("The others share the rest equally. A single supplier gets everything."),
    )
    years = Slider(
        id="years",
        label=t("Length of the contract, in years"),
        low=1,
        high=plan.MOST_YEARS,
        step=1,
        start=_START["years"],
    )
    spend = Slider(
        id="spend",
        label=t("Spent by Meridian on winning other accounts"),
        low=0,
        high=80,
        step=10,
        start=_START["spend"],
        unit=t("{n} kEUR a year"),
    )
    return (
        Group(legend=t("The contract"), controls=(suppliers, share, years)),
        Group(legend=t("Beside it"), controls=(spend,)),
    )


def read(answers: Answers) -> Deal:
    """The deal that the controls describe."""
    return plan.deal(
        round(answers.number("suppliers")),
        answers.number("share") / 100,
        round(answers.number("years")),
        answers.number("spend") * 1000,
    )


def show(now: Deal, t: Translator) -> Shown:
    """What the deal means to Nordlys and to Meridian."""
    before = plan.deal(_START["suppliers"], _START["share"] / 100, _START["years"], _START["spend"])
    return Shown(
        summary=_summary(now, t),
        pictures=(_suppliers(now, t), _ends(now, t)),
        sides=_sides(now, t),
        before=_sides(before, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Deal, t: Translator) -> str:
    return t(
        "Suppliers and contract cost Nordlys {cost} a year; nothing comes with a chance of {risk}. To "
        "Meridian the contract is worth {worth}, and it has the equivalent of {number} customers.",
        cost=thousands(now.cost, t, 1),
        risk=percent(now.stoppage, t, 1),
        worth=thousands(now.worth, t),
        number=number(now.number, 1),
    )


def _sides(now: Deal, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Profit a year, after other accounts"): thousands(now.profit, t, 1),
        t("Nordlys stays, a year"): percent(now.retention, t, 1),
        t("The contract is worth"): thousands(now.worth, t),
        t("Nordlys's part of sales"): percent(now.dependence, t, 1),
        t("Equivalent number of customers"): number(now.number, 1),
    }
    buyer = {
        t("Stoppage, a year"): percent(now.stoppage, t, 1),
        t("Stoppages and upkeep"): thousands(now.supply, t, 1),
        t("New contracts"): thousands(now.renewing, t, 1),
        t("Paid above the market"): thousands(now.lag, t, 1),
        t("All of it, a year"): thousands(now.cost, t, 1),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _suppliers(now: Deal, t: Translator) -> Picture:
    counts = range(1, plan.MOST_SUPPLIERS + 1)
    risks = tuple((float(n), plan.LOSS * plan.risk(n) / 1000) for n in counts)
    costs = tuple((float(n), (now.renewing + now.lag + plan.supply_cost(n)) / 1000) for n in counts)
    limit = tuple((float(n), plan.MOST_COST / 1000) for n in counts)
    frame = Frame(
        Axis(t("Suppliers"), 1, plan.MOST_SUPPLIERS), Axis(t("Cost for Nordlys, kEUR a year"), 0, 280)
    )
    series = (
        Series(t("All of it"), costs, -2),
        Series(t("Stoppages"), risks, -2, below=False),
        Series(t("Limit"), limit, -1, below=True),
    )
    description = t(
        "Expected loss by stoppages in kEUR a year, by the number of suppliers: {first} with one, "
        "{second} with two, {last} with {most}. With upkeep and this contract Nordlys pays {costs}.",
        first=number(risks[0][1]),
        second=number(risks[1][1]),
        last=number(risks[-1][1]),
        most=plan.MOST_SUPPLIERS,
        costs=t(", ").join(number(y) for _, y in costs),
    )
    return lines(Words("line", t("What one supplier more does"), description), frame, series, 1)


def _ends(now: Deal, t: Translator) -> Picture:
    entries = (
        Bar(t("Meridian's part of what Nordlys needs"), 0, 100 * now.share, percent(now.share, t)),
        Bar(
            t("Nordlys's part of what Meridian sells"),
            0,
            100 * now.dependence,
            percent(now.dependence, t, 1),
            1,
        ),
    )
    description = t(
        "Nordlys gets {share} of its drives from Meridian; Meridian sells {dependence} of its drives to "
        "Nordlys.",
        share=entries[0].text,
        dependence=entries[1].text,
    )
    words = Words("bar", t("Who hangs on whom"), description)
    return rowed(words, t("Dependence"), Axis(t("Share, %"), 0, 100), entries)


def _table(now: Deal, t: Translator) -> str:
    terms = range(1, plan.MOST_YEARS + 1)
    deals = [plan.deal(now.suppliers, now.share, years, now.spend) for years in terms]
    return listed(t("Your decision with shorter and longer contracts"), [_row(one, t) for one in deals])


def _row(one: Deal, t: Translator) -> Figures:
    return {
        t("Years"): number(one.years),
        t("New contracts, EUR a year"): number(one.renewing),
        t("Paid above the market, EUR a year"): number(one.lag),
        t("All of it for Nordlys, EUR a year"): number(one.cost),
        t("Nordlys stays, % a year"): number(100 * one.retention, 1),
        t("Worth to Meridian, EUR"): number(one.worth),
    }


def _equation(now: Deal, t: Translator) -> str:
    cost = formula(
        "C = D [(S + (1 − S) U^n)] + n k = {loss} + {keeping} = {cost}",
        loss=number(plan.LOSS * now.stoppage / 1000, 1),
        keeping=number(now.suppliers * plan.KEEPING / 1000, 1),
        cost=thousands(now.supply, t, 1),
    )
    equal = formula("N = 1 / [∑_i s_i^2] = {number}", number=number(now.number, 1))
    worth = formula(
        "V = m · r / [1 + i − r] = {profit} · {multiple} = {worth}",
        profit=thousands(now.profit, t, 1),
        multiple=number(now.multiple, 2),
        worth=thousands(now.worth, t),
    )
    rows = {
        t("Nordlys's worry, stoppages and upkeep of the suppliers:"): cost,
        t("Meridian's worry, the equivalent number of customers:"): equal,
        t("What the contract is worth to Meridian:"): worth,
    }
    return worked(rows, _symbols(now, t))


def _symbols(now: Deal, t: Translator) -> dict[str, str]:
    return {
        "D": t("what a stoppage costs, {loss}", loss=thousands(plan.LOSS, t)),
        "S": t("chance that all suppliers stop, {shared} a year", shared=percent(plan.SHARED, t)),
        "U": t("chance that one stops on its own, {own} a year", own=percent(plan.OWN, t)),
        "n, k": t("suppliers, {count}, and the upkeep of each", count=now.suppliers),
        "s": t("each customer's part of Meridian's sales"),
        "m": t("what Nordlys leaves a year after the money for other accounts"),
        "r": t("chance that Nordlys stays, {stays} a year", stays=percent(now.retention, t, 1)),
        "i": t("discount rate, {rate} a year", rate=percent(plan.DISCOUNT, t)),
    }


how_many = Decision(
    exercise_id="u05-how-many",
    version=1,
    concepts=("C24", "C25", "C26"),
    title=N_("How many, how long, how much of each other?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
