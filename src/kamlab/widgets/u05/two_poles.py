"""Where to stand when the market falls into two poles: key account teams, contracts or a web shop (C11, C61).

``poles_plan`` holds the figures, ``poles_check`` the goal's conditions. A plan is judged in two futures,
because nobody knows how much of the middle will move.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar, Frame, Series
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u05 import poles_plan as market
from kamlab.widgets.u05.poles_check import RULES
from kamlab.widgets.u05.poles_plan import EDGE, FIELDS, MIDDLE, TOP, Future, Plan

NAMES = {TOP: N_("Top alliances"), MIDDLE: N_("Middle"), EDGE: N_("Small edge")}


def task(t: Translator) -> Task:
    """What may happen to the market, and the goal."""
    found, trade = market.market(), market.today().still.trade
    situation = t(
        "Sixty accounts buy drives for {all} a year, from Meridian and others: {few} large ones for {top}, "
        "{many} small ones for {edge}, and the middle for {middle}. Meridian spends {budget} a year on "
        "three programmes: key account teams for the top, contracts in the middle, web shop and pooled "
        "deliveries at the small edge. Perhaps the poles form: {moved} of the middle's trade goes to the "
        "nearer pole, by mergers upwards and by decline downwards. Perhaps nothing moves.",
        all=thousands(sum(trade.values()), t),
        few=found.accounts[0],
        top=thousands(trade[TOP], t),
        many=found.accounts[-1],
        edge=thousands(trade[EDGE], t),
        middle=thousands(trade[MIDDLE], t),
        budget=thousands(market.BUDGET, t),
        moved=percent(market.FORMED, t),
    )
    return Task(situation, _goal(t), _assumed(t))


def _goal(t: Translator) -> str:
    return t(
        "Your goal, with the same {budget}: a profit of at least {formed} where the poles form, and no less "
        "than with today's plan ({still}) where nothing moves. Where the poles form, at most {most} of sales "
        "may hang on the top. And serve at least {least} of what the small firms need.",
        budget=thousands(market.BUDGET, t),
        formed=thousands(market.GOAL_FORMED, t),
        still=thousands(market.today().still.profit, t),
        most=percent(market.MOST_TOP, t),
        least=percent(market.LEAST_EDGE, t),
    )


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: today's spending wins what the ledger shows; each further {top}, {middle} and {edge} (top, "
        "middle, edge) win half of what is still to be won, and at the top the first {entry} win nothing. "
        "Serving the small firms by web shop and pooled deliveries costs {service} of sales; today's way "
        "costs {usual}.",
        top=thousands(market.HALF[TOP], t),
        middle=thousands(market.HALF[MIDDLE], t),
        edge=thousands(market.HALF[EDGE], t),
        entry=thousands(market.ENTRY[TOP], t),
        service=percent(market.SELF_SERVICE, t),
        usual=percent(market.market().usual_service, t),
    )


def controls(t: Translator) -> tuple[Group]:
    """The money for the two poles; the middle gets the rest."""
    top = Slider(
        id="top",
        label=t("Key account teams for the top"),
        low=0,
        high=300,
        step=10,
        start=market.TODAY[TOP] / 1000,
        unit=t("{n} kEUR a year"),
    )
    edge = Slider(
        id="edge",
        label=t("Web shop and pooled deliveries for the small edge"),
        low=0,
        high=100,
        step=10,
        start=market.TODAY[EDGE] / 1000,
        unit=t("{n} kEUR a year"),
    )
    rest = t("What is left of {budget} goes to contracts in the middle.", budget=thousands(market.BUDGET, t))
    return (Group(legend=t("Your decision"), help=rest, controls=(top, edge)),)


def read(answers: Answers) -> Plan:
    """The plan that the controls describe."""
    return market.plan(answers.number("top") * 1000, answers.number("edge") * 1000)


def show(now: Plan, t: Translator) -> Shown:
    """The plan in both futures, for Meridian and for its customers."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_profits(now, t), _trade(now, t)),
        sides=_sides(now, t),
        before=_sides(market.today(), t),
        table=listed(t("Three fields in two futures"), [_row(f, now, t) for f in FIELDS]),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "{middle} a year are left for the middle. Profit is {still} where nothing moves and {formed} where "
        "the poles form; then {share} of sales hang on the top.",
        middle=thousands(now.spend[MIDDLE], t),
        still=thousands(now.still.profit, t),
        formed=thousands(now.formed.profit, t),
        share=percent(now.formed.top_share, t),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Profit where nothing moves"): thousands(now.still.profit, t),
        t("Profit where the poles form"): thousands(now.formed.profit, t),
        t("Then the top's part of sales"): percent(now.formed.top_share, t),
        t("Then, of all trade, by key account teams"): percent(now.formed.key_account_share, t),
    }
    buyers = {
        t("Top: need that Meridian's teams serve"): percent(now.share[TOP], t),
        t("Middle: need under Meridian's contracts"): percent(now.share[MIDDLE], t),
        t("Edge: need that Meridian serves"): percent(now.share[EDGE], t),
    }
    return {t("Meridian (seller)"): seller, t("The customers"): buyers}


def _profits(now: Plan, t: Translator) -> Picture:
    plans = (now, market.today())
    steps = [step / 10 for step in range(round(market.SEEN * 10) + 1)]
    curves = [tuple((100 * m, market.future(p.spend, m).profit / 1000) for m in steps) for p in plans]
    heights = [y for curve in curves for _, y in curve]
    frame = Frame(
        Axis(t("Share of the middle's trade that has moved, %"), 0, 100 * market.SEEN),
        Axis(t("Profit, kEUR a year"), min(500.0, *heights), max(1150.0, *heights)),
    )
    lower = curves[0][-3][1] < curves[1][-3][1]
    series = (
        Series(t("Your plan"), curves[0], -3, below=lower),
        Series(t("Today's plan"), curves[1], -3, below=not lower),
    )
    description = t(
        "Profit in kEUR a year, from no move to a move of {seen} of the middle's trade: your plan goes from "
        "{first} to {last}, today's plan from {first_today} to {last_today}.",
        seen=percent(market.SEEN, t),
        first=number(curves[0][0][1]),
        last=number(curves[0][-1][1]),
        first_today=number(curves[1][0][1]),
        last_today=number(curves[1][-1][1]),
    )
    return lines(Words("line", t("The same plan in every future"), description), frame, series)


def _trade(now: Plan, t: Translator) -> Picture:
    entries = [bar for f in FIELDS for bar in (_bar(f, now.still, t), _bar(f, now.formed, t))]
    description = t(
        "Trade of the three fields, first where nothing moves and then where the poles form. The middle "
        "shrinks from {before} to {after}; the top grows to {top}, the small edge to {edge}.",
        before=thousands(now.still.trade[MIDDLE], t),
        after=thousands(now.formed.trade[MIDDLE], t),
        top=thousands(now.formed.trade[TOP], t),
        edge=thousands(now.formed.trade[EDGE], t),
    )
    note = t(
        "From the first future to the second polarisation rises by {poles}, while inequality (the same index "
        "with α = 0) rises by {unequal} only.",
        poles=percent(market.poles(market.FORMED) / market.poles(0.0) - 1, t),
        unequal=percent(market.poles(market.FORMED, 0.0) / market.poles(0.0, 0.0) - 1, t),
    )
    axis = Axis(t("Trade, kEUR a year"), 0, 14_000)
    words = Words("bar", t("Where the trade is, and Meridian's part of it"), description)
    return rowed(words, t("Field"), axis, entries).noted(note)


def _bar(field: str, then: Future, t: Translator) -> Bar:
    name = t("{field}, poles form", field=t(NAMES[field])) if then.moved else t(NAMES[field])
    part = t(
        "{sales} of {trade}",
        sales=number(then.sales[field] / 1000),
        trade=thousands(then.trade[field], t),
    )
    return Bar(name, 0.0, then.trade[field] / 1000, part, 2 if then.moved else 0)


def _row(field: str, now: Plan, t: Translator) -> Figures:
    return {
        t("Field"): t(NAMES[field]),
        t("Programme, EUR a year"): number(now.spend[field]),
        t("Meridian's part of the trade, %"): number(100 * now.share[field], 1),
        t("Left of sales after service, %"): number(100 * market.market().margin[field], 1),
        t("Sales where nothing moves, EUR"): number(now.still.sales[field]),
        t("Sales where the poles form, EUR"): number(now.formed.sales[field]),
    }


def _equation(now: Plan, t: Translator) -> str:
    profit = formula(
        "G = ∑_f [(T_f s_f c_f − x_f)] = {earned} − {spent} = {profit}",
        earned=number((now.formed.profit + market.BUDGET) / 1000),
        spent=number(market.BUDGET / 1000),
        profit=thousands(now.formed.profit, t),
    )
    index = formula(
        "P = ∑_i ∑_j [π_i]^[1 + α] π_j | y_i − y_j | = {value}", value=number(now.formed.polarisation, 3)
    )
    lines_ = {
        t("Meridian's profit where the poles form, over all fields f:"): profit,
        t(
            "How polarised the market is then ({before} where nothing moves):",
            before=number(now.still.polarisation, 3),
        ): index,
    }
    symbols = {
        "T": t("trade of the field, EUR a year"),
        "s": t("Meridian's part of it, which the programme wins"),
        "c": t("what is left of sales after goods, returns and service, as a share"),
        "x": t("spending on the programme, EUR a year"),
        "πᵢ": t("share of all trade in class i: large, upper middle, lower middle, small"),
        "y": t("where the class stands: the logarithm of what one account of it spends"),
        "α": t("how much it matters to be among many of one's own kind, {alpha}", alpha=number(market.ALPHA)),
    }
    return worked(lines_, symbols)


two_poles = Decision(
    exercise_id="u05-two-poles",
    version=1,
    concepts=("C11", "C61"),
    title=N_("Where to stand when the poles form"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
