"""Sell the town's service firm, or keep it among private ones? Users and firms want different things (C34).

``public_plan`` holds the market, ``public_check`` the goal's conditions. The start is what the council has
been advised to do.
"""

from kamlab.i18n import N_, Translator
from kamlab.models.spatial import privatisation_threshold
from kamlab.widgets.chart import Axis, Bar, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u09 import public_plan as town
from kamlab.widgets.u09.public_check import RULES
from kamlab.widgets.u09.public_plan import Plan

_START = (False, 1, 0.0)
_HEIGHT = 1_300  # kEUR, the end of the bars' axis


def task(t: Translator) -> Task:
    """The council's question, and the goal."""
    start = town.plan(*_START)
    situation = t(
        "The council of Lindhaven asks Ingrid Solheim, because all heat pumps in town run on Meridian's "
        "drives. The town's own firm and one private firm service them. An adviser says: sell the town's "
        "firm, business is not the town's business. The price of a call would then be {price}. You advise "
        "the council: keep the firm or sell it, how many private firms to admit, and whether the town should "
        "train fitters, of whom there are too few.",
        price=euros(start.price, t, 2),
    )
    goal = t(
        "Your goal: a call costs its user at most {price}; every private firm earns at least {profit} a "
        "year, so that it stays; the town does not pay in; and all together gain at least {gain} a year.",
        price=euros(town.MOST_PRICE, t),
        profit=thousands(town.LEAST_PROFIT, t),
        gain=thousands(town.LEAST_GAIN, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: nobody pays more than {highest} a call; at {base} there would be {calls} calls a year. A "
        "firm's first call costs {base}, each further one more. Each firm costs {fixed} a year. Training for "
        "{half} a year takes half of what training can take from the rise of the cost. The town's firm works "
        "as cheaply as the others and serves the sum of all gains. Who buys it pays the town {fee} of the "
        "profit. A call needs parts of Meridian's for {part}.",
        part=euros(town.PART, t),
        highest=euros(town.HIGHEST, t),
        base=euros(town.BASE, t),
        calls=number(town.MOST_CALLS),
        fixed=thousands(town.FIXED, t),
        half=thousands(town.HALF, t),
        fee=percent(town.FEE, t),
    )


def controls(t: Translator) -> tuple[Group, Choice]:
    """How many firms, how many fitters, and whose the town's firm is."""
    others = Slider(
        id="others",
        label=t("Private firms beside the town's firm"),
        low=0,
        high=town.MOST_FIRMS,
        step=1,
        start=_START[1],
        help=t("If the town's firm is sold, it goes on as one private firm more."),
    )
    training = Slider(
        id="training",
        label=t("Training of fitters, paid by the town"),
        low=0,
        high=town.MOST_TRAINING // 1000,
        step=10,
        start=_START[2],
        unit=t("{n} kEUR a year"),
    )
    owner = Choice(
        id="owner",
        label=t("The town's firm"),
        options=(
            Option("keep", t("Keep it"), t("it serves users, firms and town together")),
            Option("sell", t("Sell it"), t("it serves its owner")),
        ),
        start=("keep" if _START[0] else "sell",),
    )
    return Group(legend=t("The market"), controls=(others, training)), owner


def read(answers: Answers) -> Plan:
    """The plan that the controls describe."""
    return town.plan(
        answers.choice("owner") == "keep",
        round(answers.number("others")),
        answers.number("training") * 1000,
    )


def show(now: Plan, t: Translator) -> Shown:
    """What the plan means to users, firms and the town."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_prices(now, t), _division(now, t)),
        sides=_sides(now, t),
        before=_sides(town.plan(*_START), t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "A call costs {price}. Users gain {users} a year, private firms {firms}, and the town is left with "
        "{purse}: {gain} in all.",
        price=euros(now.price, t, 2),
        users=thousands(now.surplus, t),
        firms=thousands(now.private_profit, t),
        purse=thousands(now.purse, t),
        gain=thousands(now.gain, t),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Private firms"): number(now.private),
        t("Each earns"): thousands(now.each_profit, t, 1) if now.private else "–",
        t("Town's purse"): thousands(now.purse, t, 1),
        t("Meridian's parts"): thousands(town.PART * now.calls, t),
    }
    buyer = {
        t("Price of a call"): euros(now.price, t, 2),
        t("Calls a year"): number(now.calls),
        t("Answered by the town's firm"): percent(now.town_calls / now.calls, t),
        t("Users gain"): thousands(now.surplus, t),
    }
    return {t("Firms and town (sellers)"): seller, t("Users (buyers)"): buyer}


def _prices(now: Plan, t: Translator) -> Picture:
    counts = range(town.MOST_FIRMS + 1)
    kept, sold = (
        tuple((float(n), town.plan(public, n, now.training).price) for n in counts)
        for public in (True, False)
    )
    limit = tuple((float(n), town.MOST_PRICE) for n in counts)
    frame = Frame(
        Axis(t("Private firms beside the town's firm"), 0, town.MOST_FIRMS),
        Axis(t("Price of a call, EUR"), 40, 160),
    )
    series = (
        Series(t("kept"), kept, below=True),
        Series(t("sold"), sold, 1),
        Series(t("Your limit"), limit, -1),
    )
    description = t(
        "The price of a call falls with the number of private firms: from {kept} to {kept_last} if the town "
        "keeps its firm, from {sold} to {sold_last} if it sells it.",
        kept=euros(kept[0][1], t, 2),
        kept_last=euros(kept[-1][1], t, 2),
        sold=euros(sold[0][1], t, 2),
        sold_last=euros(sold[-1][1], t, 2),
    )
    return lines(
        Words("line", t("What holds the price down: the town's firm, kept or sold"), description),
        frame,
        series,
        2,
    )


def _division(now: Plan, t: Translator) -> Picture:
    entries = [bar for one in (now, town.otherwise(now)) for bar in _bars(one, now, t)]
    description = t(
        "Who gains what in kEUR a year, first with your plan and then with the opposite for the town's firm. "
        "{bars}.",
        bars=t(", ").join(t("{name}: {figure}", name=bar.name, figure=bar.text) for bar in entries),
    )
    words = Words("bar", t("The same market, divided two ways"), description)
    note = t(
        "In all {gain} with your plan, and {other} with the opposite.",
        gain=thousands(now.gain, t),
        other=thousands(town.otherwise(now).gain, t),
    )
    axis = Axis(t("kEUR a year"), -200, _HEIGHT)
    return rowed(words, t("Who"), axis, entries).noted(note)


def _bars(one: Plan, now: Plan, t: Translator) -> list[Bar]:
    owner = t("kept") if one.public else t("sold")
    amounts = {
        t("Users, town's firm {owner}", owner=owner): one.surplus,
        t("Private firms, town's firm {owner}", owner=owner): one.private_profit,
        t("Town, its firm {owner}", owner=owner): one.purse,
    }
    return [
        Bar(name, 0.0, amount / 1000, thousands(amount, t), 0 if one is now else 1)
        for name, amount in amounts.items()
    ]


def _table(now: Plan, t: Translator) -> str:
    plans = {
        t("The adviser's plan"): town.plan(*_START),
        t("Your plan"): now,
        t("Yours, firm sold") if now.public else t("Yours, firm kept"): town.otherwise(now),
    }
    return compared(
        t("Three plans for the town"), t("Figure"), {name: _figures(one, t) for name, one in plans.items()}
    )


def _figures(one: Plan, t: Translator) -> Figures:
    return {
        t("Firms in all"): number(one.firms),
        t("Price of a call, EUR"): number(one.price, 2),
        t("Calls a year"): number(one.calls),
        t("Users gain, EUR a year"): number(one.surplus),
        t("A private firm earns, EUR a year"): number(one.each_profit) if one.private else "–",
        t("The town has left, EUR a year"): number(one.purse),
        t("All together gain, EUR a year"): number(one.gain),
    }


def _equation(now: Plan, t: Translator) -> str:
    if now.public:
        notation = "p = k (1 + k) / [[(1 + k)]^2 + n k] = {part}"
        part = now.market.price_mixed
    else:
        notation = "p = [1 + k] / [n + 2 + k] = {part}"
        part = now.market.price_privatised
    few = privatisation_threshold(now.slope)
    rows = {
        t("The price, as a share of the way from the lowest to the highest:"): formula(
            notation.replace("k (1 + k) /", "[k (1 + k)] /"), part=number(part, 3)
        ),
        t("Selling raises the gain of all only if more private firms than this are there:"): formula(
            "[n^2] + n > [[(1 + k)]^3] / k ; n > {few}", few=number(few, 2)
        ),
    }
    symbols = {
        "n": t("private firms beside the town's, {count}", count=now.others),
        "k": t(
            "rise of the cost of a call, as a multiple of how demand falls: {slope}",
            slope=number(now.slope, 3),
        ),
    }
    rule = t(
        "What selling changes for all is small; what it changes for users and for firms is large. Ask who "
        "gains before you ask how much is gained."
    )
    return worked(rows, symbols, rule)


public_or_private = Decision(
    exercise_id="u09-public-or-private",
    version=1,
    concepts=("C34",),
    title=N_("Should the town sell its service firm?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
