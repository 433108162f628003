"""A day at Meridian: ten people must make a guest feel special, hours to prepare them are few (C55, C56).

``welcome_plan`` holds the people and what briefing does, ``welcome_check`` the goal's conditions. The start
is the usual plan, which briefs the three people who need it least.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import Bar
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u02 import welcome_plan as day
from kamlab.widgets.u02.welcome_check import NAMES, RULES
from kamlab.widgets.u02.welcome_plan import Plan


def task(t: Translator) -> Task:
    """The visit, and the goal."""
    situation = t(
        "Stefan Lopez of Nordlys and two colleagues come for a day. They will meet {count} people, from "
        "the guard at the gate to the cleaner in the corridor. Each should greet them by name, know what "
        "Nordlys makes, and answer a question or fetch somebody who can. The usual plan briefs the "
        "{usual} highest in rank for {hours} hours each; then {chance} of such days pass without a slip.",
        count=len(day.PEOPLE),
        usual=len(day.USUAL),
        hours=max(day.USUAL.values()),
        chance=percent(day.flawless(day.HABIT), t),
    )
    goal = t(
        "Your goal: a chance of at least {goal} that the day is flawless, with at most {limit} hours of "
        "preparation, and nobody left who, alone with a guest, does the part in less than {weakest} of all "
        "cases.",
        goal=percent(day.GOAL, t),
        limit=day.LIMIT,
        weakest=percent(day.WEAKEST, t),
    )
    assumed = t(
        "Assumed: each hour of briefing halves a person's chance of a slip; people slip independently of "
        "each other; a host who walks along makes good every second slip."
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group, Choice]:
    """Hours of briefing, person by person, and the host."""
    hours = tuple(
        Slider(
            id=one.key,
            label=t(name),
            low=0,
            high=day.MOST,
            step=1,
            start=day.USUAL.get(one.key, 0),
            unit=t("{n} h"),
        )
        for one, name in zip(day.PEOPLE, NAMES, strict=True)
    )
    host = Choice(
        id="host",
        label=t("Does a host walk along all day?"),
        options=(
            Option("no", t("No host"), t("the guests are passed on from one person to the next")),
            Option("yes", t("A host"), t("takes {hours} hours of the same budget", hours=day.HOST)),
        ),
        start=("no",),
    )
    briefing = Group(
        legend=t("Hours of briefing"),
        help=t("In the order in which the guests meet them."),
        controls=hours,
    )
    return briefing, host


def read(answers: Answers) -> Plan:
    """The preparation that the controls describe."""
    hours = tuple(round(answers.number(one.key)) for one in day.PEOPLE)
    return Plan(hours, host=answers.choice("host") == "yes")


def show(now: Plan, t: Translator) -> Shown:
    """What the preparation does to the day, and person by person."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_chain(now, t), _slips(now, t)),
        sides=_sides(now, t),
        table=listed(
            t("The people whom the guests meet"),
            [_row(place, now, t) for place in range(len(day.PEOPLE))],
        ),
        equation=_equation(now, t),
    )


def _summary(now: Plan, t: Translator) -> str:
    return t(
        "{share} of such days pass without a slip. Hours of preparation: {hours} of {limit}. Weakest "
        "link: {name}.",
        share=percent(day.flawless(now), t),
        hours=now.used,
        limit=day.LIMIT,
        name=t(NAMES[day.weakest(now)]),
    )


def _sides(now: Plan, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Hours used"): t("{used} of {limit}", used=now.used, limit=day.LIMIT),
        t("Cost of one day's preparation"): euros(day.cost(now), t),
        t("The strongest link does the part in"): percent(max(day.owns(now)), t, 1),
        t("The weakest link does the part in"): percent(min(day.owns(now)), t, 1),
    }
    buyer = {
        t("Chance of a flawless day"): percent(day.flawless(now), t, 1),
        t("Slips to expect a day"): number(day.slips(now), 2),
        t("Flawless days of {visits} a year", visits=day.VISITS): number(day.VISITS * day.flawless(now), 1),
        t("All {visits} days flawless", visits=day.VISITS): percent(day.flawless(now) ** day.VISITS, t),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys's guests (buyer)"): buyer}


def _chain(now: Plan, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Number of people met so far"), 0, len(day.PEOPLE)),
        Axis(t("Nothing has gone wrong, %"), 0, 100),
    )
    lower = day.flawless(now) < day.flawless(day.HABIT)
    series = [_line(t("Your plan"), now, below=lower)]
    if now != day.HABIT:
        series.insert(0, _line(t("Usual plan"), day.HABIT, below=not lower))
    description = t(
        "The chance that nothing has gone wrong falls from person to person, from 100 % before the gate: "
        "with your plan to {share}, with the usual plan to {usual}.",
        share=percent(day.flawless(now), t),
        usual=percent(day.flawless(day.HABIT), t),
    )
    words = Words("chain", t("What is left of a flawless day, person by person"), description)
    return lines(words, frame, series)


def _line(name: str, plan: Plan, *, below: bool) -> Series:
    """The chance along the way; its name stands where a falling line leaves room for it."""
    points = tuple((float(met), 100 * share) for met, share in enumerate(day.along(plan)))
    return Series(name, points, 7 if below else 4, below=below)


def _slips(now: Plan, t: Translator) -> Picture:
    axis = Axis(t("Chance of a slip, %"), 0, 30)
    rows = [
        Bar(t(name), 0.0, 100 * (1 - share), percent(1 - share, t, 1), 1 if at == day.weakest(now) else 0)
        for at, (name, share) in enumerate(zip(NAMES, day.kept(now), strict=True))
    ]
    description = t(
        "The weakest link is {name} with {slip}; the strongest is {other} with {least}.",
        name=t(NAMES[day.weakest(now)]),
        slip=percent(1 - min(day.kept(now)), t, 1),
        other=t(NAMES[day.kept(now).index(max(day.kept(now)))]),
        least=percent(1 - max(day.kept(now)), t, 1),
    )
    words = Words("slips", t("Where the day can go wrong"), description)
    return rowed(words, t("Person"), axis, rows)


def _row(place: int, now: Plan, t: Translator) -> Figures:
    one, hours = day.PEOPLE[place], now.hours[place]
    return {
        t("Person"): t(NAMES[place]),
        t("Hours"): number(hours),
        t("Slips without briefing, %"): number(100 * one.slip),
        t("Slips that the guests see, %"): number(100 * (1 - day.kept(now)[place]), 1),
        t("One more hour adds to a flawless day, points"): number(100 * day.next_hour(now, place), 1),
        t("An hour costs, EUR"): number(day.MANAGER + one.wage),
    }


def _equation(now: Plan, t: Translator) -> str:
    chain = formula(
        "R = p_1 · p_2 · … · p_{count} = {share}",
        count=number(len(day.PEOPLE)),
        share=percent(day.flawless(now), t, 1),
    )
    place = day.weakest(now)
    own = formula(
        "p = 1 − q / [2^h] · [(1 − c)] = {share}",
        share=percent(day.kept(now)[place], t, 1),
    )
    lines_ = {
        t("A flawless day: everybody does the part."): chain,
        t("One link, here the weakest: {name}.", name=t(NAMES[place])): own,
    }
    symbols = {
        "R": t("chance of a flawless day"),
        "p": t("how often the guests see a person do the part"),
        "q": t("chance of a slip without briefing, {share}", share=percent(day.PEOPLE[place].slip, t)),
        "h": t("hours of briefing, {hours}", hours=now.hours[place]),
        "c": t("share of slips that a host makes good, {share}", share=percent(day.CATCH * now.host, t)),
    }
    rule = t(
        "If all {count} did their part in {each} of all cases, only {all} of the days would be flawless. "
        "A long chain needs strong links, and the strongest cannot make up for the weakest.",
        count=len(day.PEOPLE),
        each=percent(_EACH, t),
        all=percent(day.alike(_EACH), t),
    )
    return worked(lines_, symbols, rule)


_EACH = 0.95  # a good score for one person, and a poor day for ten

welcome_chain = Decision(
    exercise_id="u02-welcome-chain",
    version=1,
    concepts=("C55", "C56"),
    title=N_("From the general manager to the cleaner"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
