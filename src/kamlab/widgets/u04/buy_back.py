"""Who carries what is left: a price alone, a buy-back, or a share of the sales (C07, C08).

``buy_back_plan`` holds the season's figures, ``buy_back_check`` the goal's conditions.
"""

from dataclasses import replace

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import LESS
from kamlab.widgets.chart import Axis, Frame, Series, waterfall
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u04 import buy_back_plan as plan
from kamlab.widgets.u04.buy_back_check import RULES
from kamlab.widgets.u04.buy_back_plan import Deal, Terms


def task(t: Translator) -> Task:
    """The season, and the goal."""
    situation = t(
        "For the heating season Nordlys needs a special drive for a new heat pump and must order now. It may "
        "sell between {low} and {high} pumps; {mean} on average. A pump sold leaves it {worth} before the "
        "drive is paid, a drive left over brings {salvage}. Meridian makes the drive for {cost}, after "
        "{setup} to start production. At today's price of {price}, nothing taken back, Nordlys would order "
        "{order}.",
        low=number(plan.DEMAND[0]),
        high=number(plan.DEMAND[-1]),
        mean=number(plan.mean_demand()),
        worth=euros(plan.WORTH, t),
        salvage=euros(plan.SALVAGE, t),
        cost=euros(plan.unit_cost(), t),
        setup=thousands(plan.SETUP, t),
        price=euros(plan.TODAY, t),
        order=number(plan.today().outcome.order),
    )
    goal = t(
        "Your goal: terms under which both together reach {reached} of what is possible and each expects at "
        "least {gain} more than today, while in the weakest season neither loses more than {floor}.",
        reached=percent(plan.REACHED, t),
        gain=thousands(plan.GAIN, t),
        floor=thousands(-plan.FLOOR, t),
    )
    assumed = t(
        "Assumed: Nordlys orders what leaves itself most, both sides know the chances, and counting returns "
        "or sales costs nothing."
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Choice, Group]:
    """The kind of contract and its terms."""
    kind = Choice(
        id="kind",
        label=t("What do you agree on?"),
        options=(
            Option("price", t("A price alone"), t("Nordlys keeps what is left over")),
            Option("back", t("A price and a buy-back"), t("Meridian takes back what is left over")),
            Option("share", t("A price and a share of the sales"), t("Meridian earns with each pump sold")),
        ),
        start=("price",),
    )
    price = Slider(
        id="price",
        label=t("Price of a drive"),
        low=100,
        high=480,
        step=10,
        start=plan.TODAY,
        unit=t("{n} EUR"),
    )
    back = Slider(
        id="back",
        label=t("Buy-back: paid for a drive returned"),
        low=0,
        high=95,
        step=5,
        start=30,
        unit=t("{n} % of the price"),
        help=t("Counts only with a buy-back."),
    )
    share = Slider(
        id="share",
        label=t("Meridian's share of what a pump sold leaves"),
        low=0,
        high=60,
        step=5,
        start=20,
        unit=t("{n} %"),
        help=t("Counts only with a share of the sales."),
    )
    return kind, Group(legend=t("On which terms?"), controls=(price, back, share))


def read(answers: Answers) -> Deal:
    """The deal that the controls describe."""
    kind, price = answers.choice("kind"), answers.number("price")
    back = price * answers.number("back") / 100 if kind == "back" else None
    return plan.deal(Terms(price, back, answers.number("share") / 100 if kind == "share" else 0.0))


def show(now: Deal, t: Translator) -> Shown:
    """What the terms lead to for both sides."""
    outcome = now.outcome
    return Shown(
        summary=t(
            "Nordlys orders {order} drives. It expects {buyer}, Meridian {seller}. Together that is "
            "{reached} of what is possible.",
            order=number(outcome.order),
            buyer=thousands(outcome.buyer_profit, t, 1),
            seller=thousands(outcome.supplier_profit, t, 1),
            reached=percent(now.reached, t, 1),
        ),
        pictures=(_curves(now, t), _parts(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.today(), t),
        table=compared(
            t("Both sides, today and with your terms"),
            t("Figure"),
            {t("Today"): _figures(plan.today(), t), t("Your terms"): _figures(now, t)},
        ),
        equation=_equation(now, t),
    )


def _curves(now: Deal, t: Translator) -> Picture:
    orders = range(0, plan.DEMAND[-1] + 1, 100)
    drawn = [(order, plan.expected(order, now.terms)) for order in orders]
    buyer = tuple((float(order), one.buyer / 1000) for order, one in drawn)
    seller = tuple((float(order), one.seller / 1000) for order, one in drawn)
    both = tuple((float(order), (one.buyer + one.seller) / 1000) for order, one in drawn)
    low, high = _range([y for _, y in (*buyer, *seller, *both)])
    at, ahead = now.outcome.order, buyer[-1] > seller[-1]
    frame = Frame(
        Axis(t("Order, drives"), 0, plan.DEMAND[-1] + 100),
        Axis(t("Expected profit, kEUR"), low, high),
        height=320,
    )
    series = [
        Series(t("Nordlys"), buyer, below=not ahead),
        Series(t("Meridian"), seller, below=ahead),
        Series(t("Both together"), both, len(both) - 7),
        Series(t("The order"), ((at, low), (at, dict(both)[at])), 0),
    ]
    return lines(Words("line", t("What each order would bring"), _description(now, t)), frame, series)


def _range(values: list[float]) -> tuple[float, float]:
    """An axis for ``values``: from 0 or below it, in steps of 100, with room for a name above."""
    return min(0.0, min(values) // 100 * 100), max(500.0, max(values) // 100 * 100 + 100)


def _description(now: Deal, t: Translator) -> str:
    return t(
        "Expected profit for every order: Nordlys's own is highest at {order} drives, that of both together "
        "at {best}. Where Nordlys is best off, it and Meridian together miss {missed}.",
        order=number(now.outcome.order),
        best=number(plan.best().order),
        missed=thousands(now.missed, t, 1),
    )


def _parts(now: Deal, t: Translator) -> Picture:
    outcome, best = now.outcome, plan.best().profit
    steps = {t("Meridian expects"): outcome.supplier_profit, t("Given away by the order"): now.missed}
    buyer, *others, last = waterfall(
        (t("Nordlys expects"), outcome.buyer_profit / 1000, thousands(outcome.buyer_profit, t, 1)),
        [(name, value / 1000, thousands(value, t, 1, sign=True)) for name, value in steps.items()],
        (t("Possible together"), thousands(best, t, 1)),
    )
    entries = [buyer, others[0], replace(others[1], group=LESS), last]
    low, high = _range([end for bar in entries for end in (bar.start, bar.end)])
    description = t(
        "Nordlys expects {buyer} and Meridian {seller}; {missed} more would be possible.",
        buyer=thousands(outcome.buyer_profit, t, 1),
        seller=thousands(outcome.supplier_profit, t, 1),
        missed=thousands(now.missed, t, 1),
    )
    words = Words("bar", t("Of what is possible, who gets what"), description)
    return rowed(words, t("Part"), Axis(t("Expected profit, kEUR"), low, high), entries)


def _sides(now: Deal, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Expected profit"): thousands(now.outcome.supplier_profit, t, 1),
        t("In the weakest season"): thousands(now.weakest.seller, t),
        t("Price of a drive"): euros(now.terms.wholesale, t),
        t("Earned with a pump sold"): euros(now.terms.share * plan.WORTH, t),
    }
    buyer = {
        t("Expected profit"): thousands(now.outcome.buyer_profit, t, 1),
        t("In the weakest season"): thousands(now.weakest.buyer, t),
        t("Gained if one more is sold"): euros(now.terms.gained, t),
        t("Lost if one more is left"): euros(now.terms.lost, t),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _figures(now: Deal, t: Translator) -> Figures:
    outcome = now.outcome
    return {
        t("Order, drives"): number(outcome.order),
        t("Expected to be sold, drives"): number(outcome.sold),
        t("Expected to be left over, drives"): number(outcome.left),
        t("Nordlys's expected profit, EUR"): number(outcome.buyer_profit),
        t("Meridian's expected profit, EUR"): number(outcome.supplier_profit),
        t("Both together, EUR"): number(outcome.chain_profit),
        t("Nordlys in the weakest season, EUR"): number(now.weakest.buyer),
        t("Meridian in the weakest season, EUR"): number(now.weakest.seller),
    }


def _equation(now: Deal, t: Translator) -> str:
    terms, cost = now.terms, plan.unit_cost()
    whole = formula(
        "ρ = [p − c] / [p − v] = {numbers} = {value}",
        numbers=f"{number(plan.WORTH - cost)} / {number(plan.WORTH - plan.SALVAGE)}",
        value=percent(plan.critical(plan.WORTH - cost, cost - plan.SALVAGE), t),
    )
    own = formula(
        'ρ_"N" = [(1 − φ) p − w] / [(1 − φ) p − u] = {numbers} = {value}',
        numbers=f"{number(terms.gained)} / {number(terms.income - terms.leftover)}",
        value=percent(plan.critical(terms.gained, terms.lost), t),
    )
    symbols = {
        "p": t("what a pump sold leaves before the drive is paid, {amount}", amount=euros(plan.WORTH, t)),
        "c": t("cost of a drive, {amount}", amount=euros(cost, t)),
        "v": t("what a drive left over brings, {amount}", amount=euros(plan.SALVAGE, t)),
        "w": t("price of a drive, {amount}", amount=euros(terms.wholesale, t)),
        "u": t("what a drive left over brings Nordlys, {amount}", amount=euros(terms.leftover, t)),
        "φ": t("Meridian's share of the sales, {share}", share=percent(terms.share, t)),
    }
    rule = t(
        "One more drive pays until demand is covered with the chance ρ. Where Nordlys's own ρ comes near "
        "that of both together, it orders what is best for both. Many pairs of terms do that; which of "
        "them you choose decides who gets how much."
    )
    lines_ = {t("For both together:"): whole, t("For Nordlys, under your terms:"): own}
    return worked(lines_, symbols, rule)


buy_back = Decision(
    exercise_id="u04-buy-back",
    version=1,
    concepts=("C07", "C08"),
    title=N_("Who carries what is left?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
