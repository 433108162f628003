"""How to avoid a price war: a rule for answering rivals, and customers who stay for other reasons (C47).

``war_plan`` holds the figures, ``war_check`` the goal's conditions. The games are those of
``kamlab.models.repeated_game``.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Player, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rounds
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u03 import nordlys
from kamlab.widgets.u03 import war_plan as plan
from kamlab.widgets.u03.war_check import RULES
from kamlab.widgets.u03.war_plan import Market

_MOST_TIED = 60  # %


def task(t: Translator) -> Task:
    """What Meridian faces, and the goal."""
    revenue, margin = nordlys.family(plan.FAMILY)
    situation = t(
        "Meridian sells standard drives for {revenue} a year, at a margin of {margin}, in four regions "
        "with one rival each. Every quarter both sides hold their price or undercut it by {cut}; {swing} "
        "of the business that is not tied goes with the lower price. {talion} answers in kind. {granit} "
        "never forgives. {clemens} lets one breach in three pass. {brisk} undercuts whenever that pays; "
        "next quarter's euro is worth {patience} to it today.",
        revenue=thousands(revenue, t),
        margin=percent(margin, t, 1),
        cut=percent(plan.CUT, t),
        swing=percent(plan.SWING, t),
        talion=plan.TALION,
        granit=plan.GRANIT,
        clemens=plan.CLEMENS,
        brisk=plan.BRISK,
        patience=number(plan.PATIENCE, 2),
    )
    goal = t(
        "Your goal: no rival gains by undercutting you, Meridian earns at least {profit} a quarter, and "
        "prices hold in at least {peace} of all quarters, although one move in {misread} is misread.",
        profit=thousands(plan.GOAL_PROFIT, t),
        peace=percent(plan.GOAL_PEACE, t),
        misread=number(1 / plan.MISREAD),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: the rivals' rules; equal size and margin; the cost of tying, which rises with its "
        "square. Meridian decides alone and talks to no rival about prices: that would be a cartel, and "
        "forbidden. Figures are means of {courses} courses of {quarters} quarters.",
        courses=plan.COURSES,
        quarters=plan.QUARTERS,
    )


def controls(t: Translator) -> tuple[Choice, Group]:
    """Meridian's rule, how much it forgives, and the customers it ties."""
    rule = Choice(
        id="rule",
        label=t("Meridian's rule"),
        options=tuple(Option(one, text) for one, text in _rules(t).items()),
        start=(plan.HOLD,),
    )
    forgiven = Slider(
        id="forgiven",
        label=t("Breaches that you let pass"),
        low=0,
        high=90,
        step=10,
        start=0,
        unit=t("{n} %"),
        help=t("Counts only where you answer in kind."),
    )
    tied = Slider(
        id="tied",
        label=t("Business tied by key account management"),
        low=0,
        high=_MOST_TIED,
        step=5,
        start=0,
        unit=t("{n} %"),
        help=t(
            "Joint work, stock and service that a customer would miss: it does not leave for five per cent."
        ),
    )
    return rule, Group(legend=t("How far you go"), controls=(forgiven, tied))


def _rules(t: Translator) -> dict[str, str]:
    return {
        plan.HOLD: t("Hold the price, whatever happens"),
        plan.KIND: t("Answer in kind: do what the rival did last quarter"),
        plan.GRIM: t("Hold until the first breach, then undercut for good"),
        plan.WAR: t("Undercut, whatever happens"),
    }


def read(answers: Answers) -> Market:
    """The market under the rule that the controls describe."""
    rule = answers.choice("rule") or plan.HOLD
    return plan.market(rule, answers.number("forgiven") / 100, answers.number("tied") / 100)


def show(now: Market, t: Translator) -> Shown:
    """What the rule brings Meridian, its rivals and its customers."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_threshold_picture(now, t), _course_picture(now, t)),
        warning=_warning(now, t),
        sides=_sides(now, t),
        table=listed(
            t("How often prices hold, region by region, % of quarters"),
            [_row(name, now, t) for name in plan.RIVALS],
        ),
        equation=_equation(now, t),
    )


def _summary(now: Market, t: Translator) -> str:
    return t(
        "Prices hold in {peace} of all quarters. Meridian earns {profit} a quarter after {tying} for tying "
        "customers.",
        peace=percent(now.peace, t),
        profit=thousands(now.profit, t, 1),
        tying=thousands(now.tying, t, 1),
    )


def _warning(now: Market, t: Translator) -> str:
    return t("{name} gains by undercutting you, and does.", name=plan.BRISK) if now.attacked else ""


def _threshold_picture(now: Market, t: Translator) -> Picture:
    at = [step / 100 for step in range(0, _MOST_TIED + 1, 5)]
    frame = Frame(
        Axis(t("Business tied, %"), 0, _MOST_TIED),
        Axis(t("Worth of next quarter's euro"), 0, 0.8, _tenths),
        height=270,
    )
    needed = tuple((tied * 100, plan.threshold(tied)) for tied in at)
    has = tuple((tied * 100, plan.PATIENCE) for tied in at)
    series = (
        Series(t("Needed for peace"), needed, len(at) // 2),
        Series(t("{name}'s patience", name=plan.BRISK), has),
        Series(t("Yours"), ((now.tied * 100, 0), (now.tied * 100, now.threshold)), 0),
    )
    description = t(
        "The patience that a rival needs to keep the peace falls from {first} with nothing tied to {last} "
        "with {most}. With {tied} tied it is {needed}; {name} has {patience}.",
        first=number(needed[0][1], 2),
        last=number(needed[-1][1], 2),
        most=percent(at[-1], t),
        tied=percent(now.tied, t),
        needed=number(now.threshold, 2),
        name=plan.BRISK,
        patience=number(plan.PATIENCE, 2),
    )
    title = t("What a rival must value tomorrow to keep the peace today")
    return lines(Words("threshold", title, description), frame, series, digits=2)


def _tenths(value: float) -> str:
    return number(value, 1)


def _course_picture(now: Market, t: Translator) -> Picture:
    players = [player for name in plan.RIVALS for player in _pair(name, now, t)]
    held = sum(1 for one in players for move in one.moves if move == 0)
    description = t(
        "One of {courses} courses, {quarters} quarters long. For each region two strips, Meridian's and "
        "its rival's. In {held} of {all} moves the price is held.",
        courses=plan.COURSES,
        quarters=plan.QUARTERS,
        held=held,
        all=len(players) * plan.QUARTERS,
    )
    moves = ((t("H"), t("holds the price")), (t("U"), t("undercuts")))
    title = t("One course of four years, quarter by quarter")
    return rounds(Words("course", title, description), t("Quarter"), moves, players)


def _pair(name: str, now: Market, t: Translator) -> tuple[Player, Player]:
    theirs = plan.theirs(name, attacked=now.attacked)
    mine, other = zip(*plan.course(now.rule, now.forgiven, theirs, plan.SHOWN), strict=True)
    return (
        Player(t("Meridian against {name}", name=name), tuple("CD".index(move) for move in mine)),
        Player(name, tuple("CD".index(move) for move in other)),
    )


def _sides(now: Market, t: Translator) -> dict[str, Figures]:
    margin = thousands(now.profit + now.tying, t, 1)
    seller = {
        t("Margin on its sales, a quarter"): margin,
        t("Cost of tying customers"): thousands(now.tying, t, 1),
        t("Profit a quarter"): thousands(now.profit, t, 1),
    }
    rivals = {
        t("Margin on their sales, a quarter"): thousands(now.rivals, t, 1),
        t("Does undercutting pay?"): t("yes") if now.attacked else t("no"),
    }
    buyers = {
        t("Pay less than the held price by"): percent(now.discount, t, 1),
        t("Business with joint work"): percent(now.tied, t),
    }
    return {
        t("Meridian (seller)"): seller,
        t("The four rivals"): rivals,
        t("Meridian's customers (buyers)"): buyers,
    }


def _row(name: str, now: Market, t: Translator) -> Figures:
    shares = now.shares[name]
    return {
        t("Rival"): name,
        t("Both hold"): number(shares["CC"] * 100),
        t("Only the rival undercuts"): number(shares["CD"] * 100),
        t("Only Meridian undercuts"): number(shares["DC"] * 100),
        t("Both undercut"): number(shares["DD"] * 100),
    }


def _equation(now: Market, t: Translator) -> str:
    rival = plan.payoffs(0, now.tied)
    cents = {name: number(value * 100, 1) for name, value in vars(rival).items()}
    needed = formula(
        'δ_"min" = [T − R] / [T − P] = [{temptation} − {reward}] / [{temptation} − {punishment}] = {value}',
        value=number(now.threshold, 2),
        **cents,
    )
    passing = formula(
        'f_"max" = 1 − δ_"min" / δ = 1 − {needed} / {patience} = {value}',
        needed=number(now.threshold, 2),
        patience=number(plan.PATIENCE, 2),
        value=percent(plan.forgivable(now.tied), t),
    )
    heads = (
        t("How much the next quarter must count, so that a rival keeps the peace:"),
        t("What share of breaches you can then let pass:"),
    )
    rule = t("Below zero nothing can be let pass, and no answer keeps this rival at peace.")
    return worked(dict(zip(heads, (needed, passing), strict=True)), _symbols(now, t), rule)


def _symbols(now: Market, t: Translator) -> dict[str, str]:
    rival = plan.payoffs(0, now.tied)
    return {
        "T": t(
            "what a rival earns that undercuts alone, {cents} cents per euro of today's sales",
            cents=number(rival.temptation * 100, 1),
        ),
        "R": t("what it earns while both hold the price, {cents} cents", cents=number(rival.reward * 100, 1)),
        "P": t("what it earns in a price war, {cents} cents", cents=number(rival.punishment * 100, 1)),
        "δ": t(
            "what next quarter's euro is worth today to {name}, {value}",
            name=plan.BRISK,
            value=number(plan.PATIENCE, 2),
        ),
    }


price_war = Decision(
    exercise_id="u03-price-war",
    version=1,
    concepts=("C47",),
    title=N_("How to avoid a price war"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
