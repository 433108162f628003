"""How many bidders to invite, and to what: what a lower price costs both sides (C46, C45).

``bidders_plan`` holds the figures, ``bidders_check`` the goal's conditions. The price comes from
``kamlab.models.procurement``.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u03 import bidders_plan as plan
from kamlab.widgets.u03.bidders_check import RULES
from kamlab.widgets.u03.bidders_plan import Tender

_COUNTS = range(1, plan.MOST + 1)
_TOP = 30.0  # kEUR: the picture of the result reaches so high; with one bidder it is higher


def task(t: Translator) -> Task:
    """What Nordlys wants to buy, and the goal."""
    situation = t(
        "For a new heat pump Nordlys needs {pieces} motors with drive. What they would cost a supplier "
        "lies anywhere between {low} and {high}; more than that Nordlys does not pay. Stefan Lopez has "
        "always sent a finished drawing to {usual} suppliers and taken the cheapest. This time he asks "
        "you, and Meridian is one of those who would bid.",
        pieces=number(plan.PIECES),
        low=thousands(plan.LOW, t),
        high=thousands(plan.HIGH, t),
        usual=number(plan.TODAY[0]),
    )
    goal = t(
        "Your goal: the motors cost Nordlys at most {goal} in all (price, plus its work on the tender, "
        "less its part of what ideas save); a bidder may expect at least {least} from taking part; and at "
        "least {rule} suppliers bid, as Nordlys's rules demand.",
        goal=thousands(plan.GOAL, t),
        least=thousands(plan.WORTHWHILE, t),
        rule=number(plan.RULE),
    )
    assumed = t(
        "Assumed: every bidder knows its own cost and bids what is best for it; it works on ideas as much "
        "as its chance of a reward justifies, and does not bid that reward away. All figures are expected "
        "values."
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group, Choice]:
    """The bidders, what is shared with the winner, and what they see."""
    count = Slider(
        id="bidders",
        label=t("Suppliers invited to bid"),
        low=1,
        high=plan.MOST,
        step=1,
        start=plan.TODAY[0],
    )
    kept = Slider(
        id="kept",
        label=t("Share of the savings that the supplier keeps"),
        low=0,
        high=60,
        step=5,
        start=round(plan.TODAY[2] * 100),
        unit=t("{n} %"),
        help=t("Counts only where ideas are asked for."),
    )
    kind = Choice(
        id="kind",
        label=t("What the bidders get to see"),
        options=tuple(Option(one, text, _note(one, t)) for one, text in _kinds(t).items()),
        start=(plan.TODAY[1],),
    )
    return Group(legend=t("The tender"), controls=(count, kept)), kind


def _kinds(t: Translator) -> dict[str, str]:
    return {
        plan.DRAWING: t("A finished drawing: the lowest price wins"),
        plan.TASK: t("The task: ideas are welcome, and what they save is shared"),
    }


def _note(kind: str, t: Translator) -> str:
    return t(
        "work for each bid, kEUR: Nordlys {buyer} · bidder {seller}",
        buyer=number(plan.TENDERING[kind] / 1000),
        seller=number(plan.BIDDING[kind] / 1000),
    )


def read(answers: Answers) -> Tender:
    """The tender that the controls describe."""
    kind = answers.choice("kind") or plan.DRAWING
    return plan.tender(round(answers.number("bidders")), kind, answers.number("kept") / 100)


def show(now: Tender, t: Translator) -> Shown:
    """The tender's consequences for Nordlys and for a bidder."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_cost_picture(now, t), _result_picture(now, t)),
        warning=_warning(now, t),
        sides=_sides(now, t),
        table=listed(
            t("From one bidder to ten, with your choices, kEUR"), [_row(_like(now, n), t) for n in _COUNTS]
        ),
        equation=_equation(now, t),
    )


def _like(now: Tender, bidders: int) -> Tender:
    return plan.tender(bidders, now.kind, now.kept)


def _summary(now: Tender, t: Translator) -> str:
    return t(
        "The motors would cost Nordlys {cost} in all, at a price of {price}. A bidder may expect {result} "
        "from taking part.",
        cost=thousands(now.cost, t, 1),
        price=thousands(now.price, t, 1),
        result=thousands(now.result, t, 1, sign=True),
    )


def _warning(now: Tender, t: Translator) -> str:
    if now.result >= 0:
        return ""
    return t("Bidding costs more than it promises. Suppliers who count will stay away.")


def _cost_picture(now: Tender, t: Translator) -> Picture:
    frame = Frame(Axis(t("Suppliers invited"), 1, plan.MOST), Axis(t("Expected value, kEUR"), 300, 440))
    total = tuple((float(n), _like(now, n).cost / 1000) for n in _COUNTS)
    by_price = tuple((float(n), plan.tender(n, plan.DRAWING, 0.0).cost / 1000) for n in _COUNTS)
    price = tuple((float(n), _like(now, n).price / 1000) for n in _COUNTS)
    series = [
        Series(t("Total, your tender"), total),
        Series(t("Price"), price, below=True),
        Series(t("Your choice"), ((now.bidders, 300), (now.bidders, now.cost / 1000)), 0),
    ]
    if now.kind == plan.TASK:
        series.append(Series(t("Total, price only"), by_price, plan.RULE - 1))
    description = t(
        "The price falls from {first} with one bidder to {last} with {most}, by less with each. The total "
        "cost of your tender is {cost} with {count} bidders; where only the price counts the best total is "
        "{best}.",
        first=thousands(price[0][1] * 1000, t),
        last=thousands(price[-1][1] * 1000, t),
        most=number(plan.MOST),
        cost=thousands(now.cost, t, 1),
        count=number(now.bidders),
        best=thousands(plan.best_by_price().cost, t, 1),
    )
    return lines(Words("cost", t("What the motors cost Nordlys"), description), frame, series, digits=1)


def _result_picture(now: Tender, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Suppliers invited"), 1, plan.MOST), Axis(t("Expected result, kEUR"), -5, _TOP), height=230
    )
    counts = [n for n in _COUNTS if _like(now, n).result <= _TOP * 1000]
    mine = tuple((float(n), _like(now, n).result / 1000) for n in counts)
    least = tuple((float(n), plan.WORTHWHILE / 1000) for n in _COUNTS)
    series = (
        Series(t("A bidder's result"), mine, 0),
        Series(t("Worth taking part"), least),
    )
    description = t(
        "What a bidder may expect falls with every further bidder: with {count} it is {result}. Below "
        "{least} taking part is not worth it.",
        count=number(now.bidders),
        result=thousands(now.result, t, 1, sign=True),
        least=thousands(plan.WORTHWHILE, t),
    )
    return lines(Words("result", t("What a bidder may expect"), description), frame, series, digits=1)


def _sides(now: Tender, t: Translator) -> dict[str, Figures]:
    buyer = {
        t("Price"): thousands(now.price, t, 1),
        t("Work on the tender"): thousands(now.tendering, t, 1),
        t("Its part of the savings"): thousands((1 - now.kept) * now.savings, t, 1),
        t("Cost in all"): thousands(now.cost, t, 1),
    }
    seller = {
        t("Chance to win"): t("1 in {count}", count=number(now.bidders)),
        t("Expected margin"): thousands(now.margin, t, 1),
        t("Expected part of the savings"): thousands(now.reward, t, 1),
        t("Cost of the bid, with ideas"): thousands(now.work, t, 1),
        t("Expected result"): thousands(now.result, t, 1, sign=True),
        t("Work of those who lose, in all"): thousands(now.wasted, t, 1),
    }
    return {t("A bidder such as Meridian"): seller, t("Nordlys (buyer)"): buyer}


def _row(one: Tender, t: Translator) -> Figures:
    return {
        t("Bidders"): number(one.bidders),
        t("Price"): number(one.price / 1000, 1),
        t("Work at Nordlys"): number(one.tendering / 1000, 1),
        t("Ideas save"): number(one.savings / 1000, 1),
        t("Cost for Nordlys"): number(one.cost / 1000, 1),
        t("Result of a bidder"): number(one.result / 1000, 1),
        t("Lost bids' work"): number(one.wasted / 1000, 1),
    }


def _equation(now: Tender, t: Translator) -> str:
    span = (plan.HIGH - plan.LOW) / 1000
    price = formula(
        "p = L + [2 (H − L)] / [n + 1] = {numbers} = {price}",
        numbers=f"{number(plan.LOW / 1000)} + 2 × {number(span)} / {now.bidders + 1}",
        price=thousands(now.price, t, 1),
    )
    result = formula(
        "G = [H − L] / [n (n + 1)] + [s V] / n − b = {margin} + {reward} − {work} = {result}",
        margin=number(now.margin / 1000, 1),
        reward=number(now.reward / 1000, 1),
        work=number(now.work / 1000, 1),
        result=thousands(now.result, t, 1, sign=True),
    )
    heads = (
        t("The price that Nordlys may expect:"),
        t("What a bidder may expect: its chance of a margin and of a share in the savings, less its work."),
    )
    rule = t("One bidder more lowers the price by ever less, and everybody's chance at the same time.")
    return worked(dict(zip(heads, (price, result), strict=True)), _symbols(now, t), rule)


def _symbols(now: Tender, t: Translator) -> dict[str, str]:
    return {
        "n": t("suppliers that bid, {count}", count=number(now.bidders)),
        "L, H": t(
            "the lowest and the highest cost, {low} and {high}",
            low=thousands(plan.LOW, t),
            high=thousands(plan.HIGH, t),
        ),
        "V": t(
            "what ideas save, {savings}; it shrinks with the square root of n",
            savings=thousands(now.savings, t, 1),
        ),
        "s": t("share of it that the supplier keeps, {share}", share=percent(now.kept, t)),
        "b": t("work on a bid, {work}", work=thousands(now.work, t, 1)),
    }


bidders = Decision(
    exercise_id="u03-bidders",
    version=1,
    concepts=("C45", "C46"),
    title=N_("How many bidders?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
