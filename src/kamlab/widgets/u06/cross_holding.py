"""A stake in each other: what a supplier's and a buyer's stake mend, and who may object (C14, C18).

``holding_plan`` holds the figures, ``holding_check`` the goal's conditions. Profits, values and concentration
come from ``kamlab.models.crossholding``.
"""

from dataclasses import replace

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import LESS, MORE, Bar
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, compared, mirrored
from kamlab.widgets.u06 import holding_plan as plan
from kamlab.widgets.u06.holding_check import RULES
from kamlab.widgets.u06.holding_plan import Deal, Result

KEPT, SOLD = "kept", "sold"
_MOST = (60, 40)  # per cent: the sliders' ends
_SHOWN = (70, 95)  # per cent of the best profit


def task(t: Translator) -> Task:
    """The two firms, and the goal."""
    today = plan.result(plan.TODAY)
    situation = t(
        "Nordlys has made its heat pumps a firm of their own, Nordlys Heat, which buys its drives from "
        "Meridian. Each adds its margin, the pumps become too dear, and together the two earn {share} of "
        "what they could: {seller} a year for Meridian, {buyer} for Nordlys Heat. The bankers propose an "
        "equal swap: a quarter of each firm for a quarter of the other. Meridian is worth {large}, Nordlys "
        "Heat {small}. Nordlys also owns {rival} of Clemens Electric, a rival of Meridian's.",
        share=percent(today.share, t),
        seller=thousands(today.profits[0], t),
        buyer=thousands(today.profits[1], t),
        large=thousands(today.values[0], t),
        small=thousands(today.values[1], t),
        rival=percent(plan.RIVAL, t),
    )
    goal = t(
        "Your goal: the two earn at least {share} of the best; the owners of each gain at least {gain}; "
        "Meridian's owners pay at most {cash}, and lose at most {loss} if heat pumps crash; and the market "
        "for drives becomes less than {points} points more concentrated.",
        share=percent(plan.SHARE, t),
        gain=thousands(plan.GOALS[0], t),
        cash=thousands(plan.CASH, t),
        loss=percent(plan.LOSS, t),
        points=number(plan.CHANGES[1]),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: owners pay {multiple} euros for a euro earned every year, and settle the stakes out of "
        "their own pockets; a stake brings profit, no say in prices. The authority applies what the European "
        "Commission's guidelines of 2004 say of mergers of competitors: in a market above {high} points a "
        "change under {points} is hardly ever a problem. Firms so small, and stakes without control, would "
        "often not be examined at all.",
        multiple=number(plan.MULTIPLE),
        high=number(plan.CONCENTRATED[1]),
        points=number(plan.CHANGES[1]),
    )


def controls(t: Translator) -> tuple[Group, Choice]:
    """The stakes, the price, and Nordlys's part of the rival."""
    stake = Slider(
        id="stake",
        label=t("Meridian's part of Nordlys Heat"),
        low=0,
        high=_MOST[0],
        step=5,
        start=25,
        unit=t("{n} %"),
    )
    mutual = Slider(
        id="mutual",
        label=t("Nordlys Heat's part of Meridian"),
        low=0,
        high=_MOST[1],
        step=5,
        start=25,
        unit=t("{n} %"),
        help=t("Paid at today's value of Meridian."),
    )
    premium = Slider(
        id="premium",
        label=t("Price of Nordlys Heat's shares, against today's value"),
        low=-20,
        high=30,
        step=5,
        start=0,
        unit=t("{n} %"),
        sign=True,
    )
    cost = thousands(plan.SALE, t)
    rival = Choice(
        id="rival",
        label=t("Nordlys's part of Clemens Electric"),
        options=(
            Option(KEPT, t("Nordlys keeps it")),
            Option(SOLD, t("Nordlys sells it"), t("in a hurry: {cost} lost", cost=cost)),
        ),
        start=(KEPT,),
    )
    return Group(legend=t("The stakes"), controls=(stake, mutual, premium)), rival


def read(answers: Answers) -> Result:
    """What the deal leads to."""
    stake, mutual, premium = (answers.number(name) / 100 for name in ("stake", "mutual", "premium"))
    return plan.result(Deal(stake, mutual, premium, sold=answers.choice("rival") == SOLD))


def show(now: Result, t: Translator) -> Shown:
    """What the chain earns, who gains, and who depends on whom."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_curve(now, t), _gains(now, t)),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Result, t: Translator) -> str:
    return t(
        "The two earn {share} of the best. Meridian's owners gain {seller}, those of Nordlys Heat {buyer}. "
        "The market for drives becomes {change} points more concentrated.",
        share=percent(now.share, t, 1),
        seller=thousands(now.gains[0], t, sign=True),
        buyer=thousands(now.gains[1], t, sign=True),
        change=number(now.change),
    )


def _curve(now: Result, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Meridian's part of Nordlys Heat, %"), 0, _MOST[0]),
        Axis(t("Profit of both, % of the best"), *_SHOWN),
    )
    alone, both = (
        tuple((float(s), 100 * plan.chain_share(s / 100, mutual)) for s in range(0, _MOST[0] + 1, 5))
        for mutual in (0.0, now.deal.mutual)
    )
    stake, share = 100 * now.deal.stake, 100 * now.share
    series = [
        Series(t("Meridian's stake alone"), alone, 9),
        Series(t("Your choice"), ((stake, float(_SHOWN[0])), (stake, share)), 0),
    ]
    if now.deal.mutual:
        series.append(Series(t("with a stake back"), both, 6, below=True))
    description = t(
        "With Meridian's stake the profit of both rises from {first} to {last} of the best; with yours it is "
        "{share}. A stake of Nordlys Heat's in Meridian makes the curve lower.",
        first=percent(alone[0][1] / 100, t),
        last=percent(both[-1][1] / 100, t, 1),
        share=percent(now.share, t, 1),
    )
    words = Words("curve", t("What Meridian's stake mends"), description)
    return lines(words, frame, series, digits=1)


def _gains(now: Result, t: Translator) -> Picture:
    named = {
        t("Meridian's owners"): now.gains[0],
        t("Owners of Nordlys Heat"): now.gains[1],
        t("Both together"): sum(now.gains),
    }
    rows = [
        Bar(name, 0.0, gain / 1000, thousands(gain, t, sign=True), MORE if gain >= 0 else LESS)
        for name, gain in named.items()
    ]
    low, high = (bound(0.0, *(row.end for row in rows)) for bound in (min, max))
    described = (t("{name}: {gain}.", name=row.name, gain=row.text) for row in rows)
    words = Words("gains", t("Who gains by the deal"), " ".join(described))
    axis = Axis(t("Gain of the owners, kEUR once"), min(low, -300), max(high, 600))
    return rowed(words, t("Owners"), axis, rows)


def _sides(now: Result, t: Translator) -> dict[str, Figures]:
    own, other = now.values.dependency[0][0], now.values.dependency[0][1]
    quantities = {
        t("The firm earns in the chain, a year"): _pair(now.profits, t),
        t("Its worth to its own owners"): _pair(now.values.market, t),
        t("Cash"): (thousands(-now.cash, t, sign=True), thousands(now.cash, t, sign=True)),
        t("Gain of the owners"): tuple(thousands(gain, t, sign=True) for gain in now.gains),
        t("They own of the partner's business"): (percent(other, t, 1), percent(1 - own, t, 1)),
    }
    return mirrored(
        t("Meridian and its owners"),
        t("Nordlys Heat and its owners"),
        {name: (first, second) for name, (first, second) in quantities.items()},
    )


def _pair(values: tuple[float, ...], t: Translator) -> tuple[str, str]:
    return thousands(values[0], t), thousands(values[1], t)


def _table(now: Result, t: Translator) -> str:
    deal = now.deal
    columns = {
        t("No stakes"): plan.TODAY,
        t("Meridian's alone"): replace(deal, mutual=0.0),
        t("Nordlys Heat's alone"): replace(deal, stake=0.0),
        t("Your deal"): deal,
    }
    figures = {name: _figures(plan.result(one), t) for name, one in columns.items()}
    return compared(t("Each stake alone, and both"), t("Figure"), figures)


def _figures(one: Result, t: Translator) -> Figures:
    return {
        t("Profit of both, % of the best"): number(one.share * 100, 1),
        t("Meridian earns in the chain, kEUR a year"): number(one.profits[0] / 1000),
        t("Nordlys Heat earns in the chain, kEUR a year"): number(one.profits[1] / 1000),
        t("Cash from Meridian's owners, kEUR"): number(one.cash / 1000),
        t("Gain of Meridian's owners, kEUR"): number(one.gains[0] / 1000, sign=True),
        t("Gain of Nordlys Heat's owners, kEUR"): number(one.gains[1] / 1000, sign=True),
        t("A crash costs Meridian's owners, %"): number(one.loss * 100, 1),
        t("Concentration rises by, points"): number(one.change),
    }


def _equation(now: Result, t: Translator) -> str:
    deal = now.deal
    stake, mutual = number(deal.stake, 2), number(deal.mutual, 2)
    effective = formula(
        "σ = [s (1 − u)] / [1 − s u] = [{s} (1 − {u})] / [1 − {s} · {u}] = {value}",
        s=stake,
        u=mutual,
        value=number(plan.effective(deal.stake, deal.mutual), 3),
    )
    share = formula(
        "1 − ([1 − σ] / [2 − σ])^2 = {value}",
        value=percent(now.share, t, 1),
    )
    lines_ = {
        t("What Meridian's stake counts as:"): effective,
        t("What the chain earns, over the best:"): share,
        t("How much more concentrated the market for drives becomes:"): _concentration(now),
    }
    return worked(lines_, _symbols(now, t), _rule(t))


def _concentration(now: Result) -> str:
    rival = 0.0 if now.deal.sold else plan.RIVAL
    return formula(
        "Δ = 10,000 · {m} · {c} · ([u r] / [u^2 + f^2] + [u r] / [r^2 + g^2]) = {change} , r = {r}",
        m=number(plan.MARKET[0], 2),
        c=number(plan.MARKET[1], 2),
        change=number(now.change),
        r=number(rival, 2),
    )


def _symbols(now: Result, t: Translator) -> dict[str, str]:
    founders = (plan.FOUNDERS[0] * (1 - now.deal.mutual), plan.FOUNDERS[1] * (1 - _rival(now)))
    return {
        "s": t("Meridian's part of Nordlys Heat"),
        "u": t("Nordlys Heat's part of Meridian"),
        "r": t("Nordlys's part of Clemens Electric"),
        "f, g": t(
            "the founders' parts of Meridian and of Clemens Electric, {first} and {second}",
            first=percent(founders[0], t),
            second=percent(founders[1], t),
        ),
        "Δ": t(
            "change of the index, with market shares of {first} and {second}",
            first=percent(plan.MARKET[0], t),
            second=percent(plan.MARKET[1], t),
        ),
    }


def _rival(now: Result) -> float:
    return 0.0 if now.deal.sold else plan.RIVAL


def _rule(t: Translator) -> str:
    return t("Without Meridian's stake σ is 0, whatever the other: the buyer's stake alone mends nothing.")


cross_holding = Decision(
    exercise_id="u06-cross-holding",
    version=1,
    concepts=("C14", "C18"),
    title=N_("A stake in each other"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
