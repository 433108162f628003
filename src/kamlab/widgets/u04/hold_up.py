"""What to hand over, and for how long: the rent at stake bounds partnering (C03, C09).

``hold_up_plan`` holds the functions' figures, ``hold_up_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.canvas import text_at
from kamlab.widgets.chart import Axis, Bubble, Frame
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bubbles
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u04 import hold_up_plan as plans
from kamlab.widgets.u04.hold_up_check import RULES
from kamlab.widgets.u04.hold_up_plan import FUNCTIONS, Assessed, Plan

_HIGH = 70.0  # kEUR: the end of the vertical axis


def task(t: Translator) -> Task:
    """What could be handed over, and the goal."""
    situation = t(
        "Nordlys could hand over five functions of its plants to Meridian. Each needs people and equipment "
        "that are worth less to any other client, so what Meridian is paid above the next best offer is at "
        "stake. Stefan Lopez proposes to hand over everything, to share the saving by halves and to tender "
        "it anew every year."
    )
    goal = t(
        "Your goal: hand over only what pays both together, gain at least {together} a year together, and "
        "leave each side at least {each} of it.",
        together=thousands(plans.TOGETHER, t),
        each=thousands(plans.EACH, t),
    )
    assumed = t(
        "Assumed: a renewal ends in a fight over the rent with a chance of {renewal}; each year of length "
        "adds a chance of {gap} a year that the contract leaves a gap. A fight uses up {waste} of the rent. "
        "Each side pays half of the contracts' cost.",
        renewal=percent(plans.RENEWAL, t),
        gap=percent(plans.GAP, t),
        waste=percent(plans.WASTE, t),
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Choice, Group]:
    """The functions, the length and the division."""
    functions = Choice(
        id="functions",
        label=t("Handed over to Meridian"),
        help=t("Figures in kEUR a year."),
        options=tuple(Option(one.id, t(one.name), _note(one, t)) for one in FUNCTIONS),
        many=True,
        start=tuple(one.id for one in FUNCTIONS),
    )
    years = Slider(
        id="years",
        label=t("Length of the contract, in years"),
        low=1,
        high=plans.LONGEST,
        step=1,
        start=1,
    )
    part = Slider(
        id="part",
        label=t("Meridian's part of the saving"),
        low=0,
        high=100,
        step=5,
        start=50,
        unit=t("{n} %"),
        help=t("What it is paid above its cost."),
    )
    return functions, Group(legend=t("On which terms?"), controls=(years, part))


def _note(one: plans.Function, t: Translator) -> str:
    return t(
        "costs Meridian {cost}, saves {saving}; next best client pays {elsewhere}",
        cost=number(one.cost / 1000),
        saving=number(one.saving / 1000),
        elsewhere=number(one.elsewhere / 1000),
    )


def read(answers: Answers) -> Plan:
    """What the controls decide."""
    return plans.plan(answers.chosen("functions"), answers.number("years"), answers.number("part") / 100)


def show(now: Plan, t: Translator) -> Shown:
    """What the plan means for both sides."""
    return Shown(
        summary=t(
            "Meridian gains {seller} a year, Nordlys {buyer}. Together that is {together}; if nobody could "
            "be held up, {most} would be possible.",
            seller=thousands(now.seller, t, 1, sign=True),
            buyer=thousands(now.buyer, t, 1, sign=True),
            together=thousands(now.together, t, 1, sign=True),
            most=thousands(plans.unhindered(), t),
        ),
        pictures=(_picture(now, t),),
        sides=_sides(now, t),
        table=listed(
            t("The five functions under your contract, kEUR a year"),
            [_row(place, one, now, t) for place, one in enumerate(now.assessed, start=1)],
            words=2,
        ),
        equation=_equation(now, t),
    )


def _picture(now: Plan, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Rent at stake, kEUR a year"), -40, 800),
        Axis(t("Saving less the contract's cost, kEUR a year"), -10, _HIGH),
        height=340,
    )
    drawn = [_bubble(place, one, now) for place, one in enumerate(now.assessed, start=1)]
    title = t("Above the line a contract pays both, below it the function stays inside")
    words = Words("field", title, _description(now, t))
    names = ((str(place), t(one.name)) for place, one in enumerate(FUNCTIONS, start=1))
    note = t("A ring marks what you hand over. The line falls as a fight becomes less likely.")
    return bubbles(words, frame, drawn, _limit(frame, now, t)).noted(note, names)


def _bubble(place: int, one: Assessed, now: Plan) -> Bubble:
    return Bubble(
        x=one.rent / 1000,
        y=one.before / 1000,
        radius=12,
        mark=str(place),
        group=2 if one.pays else 1,
        ring=one.function.id in now.ids,
    )


def _limit(frame: Frame, now: Plan, t: Translator) -> str:
    """The line on which a contract costs as much as keeping the function inside."""
    slope = now.chance * plans.WASTE
    end = min(frame.horizontal.high, _HIGH / slope)
    path = f"M{frame.x(0):.1f} {frame.y(0):.1f}L{frame.x(end):.1f} {frame.y(end * slope):.1f}"
    name = text_at((frame.x(end) - 4, frame.y(end * slope) - 8), t("The limit"), "end", "kl-label")
    return f'<path stroke="currentColor" stroke-width="2" stroke-dasharray="6 3" d="{path}"/>{name}'


def _description(now: Plan, t: Translator) -> str:
    above = t(", ").join(t(one.function.name) for one in now.assessed if one.pays)
    handed = t(", ").join(t(one.function.name) for one in now.handed)
    return t(
        "Across, what Meridian has at stake; up, what is saved after the contract's cost. For each euro at "
        "stake {slope} EUR a year must be saved. Above that limit: {above}. Handed over: {handed}.",
        slope=number(now.chance * plans.WASTE, 2),
        above=above or t("none"),
        handed=handed or t("none"),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    half = thousands(-now.contracting / 2, t, 1, sign=True)
    seller = {
        t("Its part of the saving"): thousands(now.part * now.saving, t, 1, sign=True),
        t("Half of the contracts' cost"): half,
        t("Hold-up, expected"): thousands(-now.lost, t, 1, sign=True),
        t("Gain a year"): thousands(now.seller, t, 1, sign=True),
    }
    buyer = {
        t("Its part of the saving"): thousands((1 - now.part) * now.saving, t, 1, sign=True),
        t("Half of the contracts' cost"): half,
        t("Hold-up, expected"): thousands(now.won, t, 1, sign=True),
        t("Gain a year"): thousands(now.buyer, t, 1, sign=True),
    }
    return {t("Meridian (provider)"): seller, t("Nordlys (client)"): buyer}


def _row(place: int, one: Assessed, now: Plan, t: Translator) -> Figures:
    function = one.function
    return {
        t("Function"): f"{place}. {t(function.name)}",
        t("Handed over"): t("yes") if function.id in now.ids else t("no"),
        t("Price"): number(one.price / 1000, 1),
        t("Next best client pays"): number(function.elsewhere / 1000),
        t("Rent at stake"): number(one.rent / 1000, 1),
        t("Rent at which it stays inside"): number((one.choice.break_even_rent or 0) / 1000, 1),
        t("Saving less the contract's cost"): number(one.before / 1000),
        t("Gain of both"): number(one.gain / 1000, 1, sign=True),
    }


def _equation(now: Plan, t: Translator) -> str:
    fight = formula(
        "h = a / n + b n = {numbers} = {value}",
        numbers=f"{number(plans.RENEWAL / now.years, 2)} + {number(plans.GAP * now.years, 2)}",
        value=percent(now.chance, t),
    )
    one = next(one for one in now.assessed if one.function.id == "failure")
    gain = formula(
        "Δ = G − c − h w A = {numbers} = {value}",
        numbers=f"{number(one.before / 1000)} − {number((one.before - one.gain) / 1000, 1)}",
        value=thousands(one.gain, t, 1, sign=True),
    )
    lines = {
        t("The chance of a fight in a year:"): fight,
        t("What both gain by handing over failure prediction:"): gain,
    }
    symbols = {
        "n": t("length of the contract in years, {years}", years=number(now.years)),
        "a": t("chance of a fight at a renewal, {share}", share=percent(plans.RENEWAL, t)),
        "b": t("chance of a gap for each year of length, {share}", share=percent(plans.GAP, t)),
        "G": t("saving, {amount} a year", amount=thousands(one.function.saving, t)),
        "c": t("cost of the contract, {amount} a year", amount=thousands(one.function.contract, t)),
        "w": t("part of the rent that a fight uses up, {share}", share=percent(plans.WASTE, t)),
        "A": t("rent at stake: price less the next best offer, {amount}", amount=thousands(one.rent, t, 1)),
    }
    rule = t(
        "A contract pays while the rent at stake is below (G − c) / (h w). What lies above stays inside, "
        "however good the relationship; there partnering ends, and key account management with it."
    )
    return worked(lines, symbols, rule)


hold_up = Decision(
    exercise_id="u04-hold-up",
    version=1,
    concepts=("C03", "C09"),
    title=N_("What to hand over, and for how long?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
