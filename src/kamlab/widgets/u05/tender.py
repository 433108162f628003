"""Tender, partner, or both: how Nordlys buys one drive, seen from both sides (C10).

``tender_plan`` holds the figures, ``tender_check`` the goal's conditions. The reader is the buyer:
the tender is his to design, and the partner's engineer is his to lose.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series, waterfall
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u05 import tender_plan as nordlys
from kamlab.widgets.u05.tender_check import RULES
from kamlab.widgets.u05.tender_plan import Plan

_CROSSING = 134.0  # EUR a piece


def task(t: Translator) -> Task:
    """What Nordlys buys, and the goal."""
    one = nordlys.drive()
    situation = t(
        "You are Stefan Lopez, who buys for Nordlys. In {year} Nordlys bought {pieces} compact drives of "
        "1.5 kW from Meridian at {price}, {spent} in all. Your board wants a tender for everything among "
        "eight. You could also keep a part for Meridian as a partner, at a price that you agree on, and "
        "let it do joint work: drives set for your line, tested so that your incoming inspection can go.",
        year=nordlys.YEAR,
        pieces=number(one.pieces),
        price=euros(one.price, t, 2),
        spent=thousands(one.pieces * one.price, t),
    )
    goal = t(
        "Your goal: save Nordlys at least {goal} a year. Bidders must come to the tender; Meridian must "
        "earn no less than in a tender for everything, or it withdraws its engineer; and you must be able "
        "to defend its price against the tender's, once joint work is counted.",
        goal=thousands(nordlys.GOAL, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: the suppliers' costs lie anywhere from {low} to today's price; Meridian's are {cost}, "
        "which Nordlys does not know. A bid costs a bidder {bid}, testing each but Meridian costs Nordlys "
        "{testing}. The first {half} of joint work a year save {first} a piece, each further {half} half "
        "of what is left of {most}.",
        low=euros(nordlys.LOW, t),
        cost=euros(nordlys.drive().cost, t, 2),
        bid=euros(nordlys.BIDDING, t),
        testing=euros(nordlys.TESTING, t),
        half=thousands(nordlys.HALF, t),
        first=euros(nordlys.saving(nordlys.HALF), t),
        most=euros(nordlys.SAVED, t),
    )


def controls(t: Translator) -> tuple[Group, Group]:
    """The tender, and the agreement with the partner."""
    bidders = Slider(
        id="bidders",
        label=t("Bidders, Meridian among them"),
        low=1,
        high=nordlys.MOST_BIDDERS,
        step=1,
        start=8,
    )
    tendered = Slider(
        id="tendered",
        label=t("Put out to tender"),
        low=0,
        high=100,
        step=5,
        start=100,
        unit=t("{n} % of the pieces"),
        help=t("The rest goes to Meridian as a partner."),
    )
    price = Slider(
        id="price",
        label=t("The partner's price"),
        low=132,
        high=164,
        step=2,
        start=164,
        unit=t("{n} EUR a piece"),
    )
    work = Slider(
        id="work",
        label=t("Joint work that Meridian pays for"),
        low=0,
        high=40,
        step=4,
        start=0,
        unit=t("{n} kEUR a year"),
    )
    return (
        Group(legend=t("The tender"), controls=(bidders, tendered)),
        Group(legend=t("The partner"), controls=(price, work)),
    )


def read(answers: Answers) -> Plan:
    """The plan that the controls describe."""
    return nordlys.plan(
        round(answers.number("bidders")),
        answers.number("tendered") / 100,
        answers.number("price"),
        answers.number("work") * 1000,
    )


def show(now: Plan, t: Translator) -> Shown:
    """What the plan means to Nordlys and to Meridian."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_prices(now, t), _bill(now, t)),
        warning="" if nordlys.comes(now) or not now.tested else _on_paper(t),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "Nordlys spends {spent} and saves {saved} against today. Meridian can expect to earn {earned}, in a "
        "tender for everything {other}.",
        spent=thousands(now.spent, t, 1),
        saved=thousands(now.saved, t, 1),
        earned=thousands(now.earned, t, 1),
        other=thousands(nordlys.all_tendered(now.bidders).earned, t, 1),
    )


def _on_paper(t: Translator) -> str:
    return t("These figures stand on paper only: a bid costs more than a bidder can expect to earn.")


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    buyer = {
        t("Tender's price a piece"): euros(now.tender_price, t, 2),
        t("Partner's, less joint work"): euros(now.net_price, t, 2),
        t("Testing of bidders"): thousands(now.testing, t, 1),
        t("Saved against today"): thousands(now.saved, t, 1, sign=True),
    }
    seller = {
        t("Earned as a partner"): thousands(now.earned - now.from_tender + now.work, t, 1),
        t("Joint work"): thousands(-now.work, t, 1),
        t("Expected from the tender"): thousands(now.from_tender, t, 1),
        t("Expected in all"): thousands(now.earned, t, 1),
    }
    return {t("Nordlys (buyer)"): buyer, t("Meridian (seller)"): seller}


def _prices(now: Plan, t: Translator) -> Picture:
    counts = range(1, nordlys.MOST_BIDDERS + 1)
    curve = tuple((float(n), nordlys.plan(n, 1.0, now.price, 0.0).tender_price) for n in counts)
    flat = tuple((float(n), now.net_price) for n in counts)
    frame = Frame(Axis(t("Bidders"), 1, nordlys.MOST_BIDDERS), Axis(t("EUR a piece for Nordlys"), 90, 170))
    high = now.net_price > _CROSSING  # where the partner's line leaves room for the names
    series = (
        Series(t("Tender, on average"), curve, -2 if high else 2, below=high),
        Series(t("Partner, less joint work"), flat, -2 if high else 0, below=not high),
    )
    description = t(
        "The tender's average price falls from {first} EUR with one bidder to {last} EUR with {count}; the "
        "partner's price less what joint work saves is {net} EUR.",
        first=number(curve[0][1], 2),
        last=number(curve[-1][1], 2),
        count=nordlys.MOST_BIDDERS,
        net=number(now.net_price, 2),
    )
    words = Words("line", t("What a piece costs Nordlys"), description)
    return lines(words, frame, series, 2)


def _bill(now: Plan, t: Translator) -> Picture:
    today, steps = nordlys.today().spent, _steps(now, t)
    entries = waterfall(
        (t("Today"), today / 1000, thousands(today, t, 1)),
        [(name, change / 1000, thousands(change, t, 1, sign=True)) for name, change in steps],
        (t("Your plan"), thousands(now.spent, t, 1)),
    )
    description = t(
        "From today's {today} to {spent} in your plan: {steps}.",
        today=thousands(today, t, 1),
        spent=thousands(now.spent, t, 1),
        steps=t(", ").join(t("{what} {change}", what=bar.name, change=bar.text) for bar in entries[1:-1]),
    )
    words = Words("bill", t("What the year's drives cost Nordlys"), description)
    return rowed(words, t("Step"), Axis(t("kEUR a year"), 0, 330), entries)


def _steps(now: Plan, t: Translator) -> list[tuple[str, float]]:
    one, there = nordlys.drive(), now.tendered * nordlys.drive().pieces
    here = one.pieces - there
    return [
        (t("Tendered pieces are cheaper"), there * (now.tender_price - one.price)),
        (t("Testing and approving bidders"), now.testing),
        (t("Change of the partner's price"), here * (now.price - one.price)),
        (t("Joint work saves"), -here * now.saving),
    ]


def _table(now: Plan, t: Translator) -> str:
    plans = {
        t("Today"): nordlys.today(),
        t("All to tender, bidders: {count}", count=now.bidders): nordlys.all_tendered(now.bidders),
        t("Your plan"): now,
    }
    figures = {name: _figures(one, t) for name, one in plans.items()}
    return compared(t("Three ways to buy the year's drives"), t("Figure"), figures)


def _figures(one: Plan, t: Translator) -> Figures:
    return {
        t("Tendered, % of the pieces"): number(100 * one.tendered),
        t("Nordlys spends, EUR a year"): number(one.spent),
        t("Nordlys saves, EUR a year"): number(one.saved),
        t("Meridian can expect to earn, EUR a year"): number(one.earned),
        t("A bidder can expect to earn, EUR a year"): number(one.bidders_gain) if one.tendered else "–",
    }


def _equation(now: Plan, t: Translator) -> str:
    bid = formula(
        "P = L + 2 / [n + 1] · (H − L) = {low} + {factor} · {width} = {price}",
        low=number(nordlys.LOW),
        factor=number(2 / (now.bidders + 1), 3),
        width=number(nordlys.drive().price - nordlys.LOW, 2),
        price=euros(now.tender_price, t, 2),
    )
    gain = formula("G = τ D · [H − L] / [n (n + 1)] = {gain}", gain=euros(now.bidders_gain, t))
    rows = {
        t("What the tender brings on average:"): bid,
        t("What each bidder can expect to earn, which must pay for its bid:"): gain,
    }
    symbols = {
        "n": t("bidders, {count}", count=now.bidders),
        "L": t("the lowest cost that a supplier may have, {low}", low=euros(nordlys.LOW, t)),
        "H": t("the highest, and what Nordlys pays today, {high}", high=euros(nordlys.drive().price, t, 2)),
        "τ": t("the share put out to tender, {share}", share=percent(now.tendered, t)),
        "D": t("pieces a year, {pieces}", pieces=number(nordlys.drive().pieces)),
    }
    return worked(
        rows, symbols, t("More bidders lower the price, and the chance of each; a larger tender brings more.")
    )


tender = Decision(
    exercise_id="u05-tender",
    version=1,
    concepts=("C10",),
    title=N_("Tender, partner, or both?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
