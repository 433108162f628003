"""Who tells us: a professional body, end users, outsiders' quotes against complacency (C16, C17, C18).

``third_plan`` holds the figures, ``third_pictures`` draws them, ``third_check`` holds the goal's conditions.
Scores and expected quotes come from ``kamlab.models.benchmark``.
"""

from dataclasses import replace

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.sides import Figures, listed, mirrored
from kamlab.widgets.u06 import third_plan as plan
from kamlab.widgets.u06.third_check import RULES
from kamlab.widgets.u06.third_pictures import growing, plants
from kamlab.widgets.u06.third_plan import BODY, BUYERS, OURS, OWN, Outcome, Plan

WHO = {
    OWN: N_("Meridian's own people: its plants A and B"),
    BUYERS: N_("Nordlys's buyers: A, B and a rival's plant C"),
    BODY: N_("The professional body: plants A to F, without names"),
}
START = Plan(OWN, years=5, quotes=0, users=0, part=1.0)


def task(t: Translator) -> Task:
    """The contented partners, and the goal."""
    situation = t(
        "For five years Meridian and Nordlys have praised each other. Every five years Meridian's own people "
        "compare its two plants, and find both excellent. For Nordlys's drives labour and machines cost "
        "{making} a year. Felix Albrecht, Nordlys's head of finance, asks: 'Excellent, compared with whom?' "
        "You agree on who looks in from outside, how often, and who gets what is found.",
        making=thousands(plan.making(), t),
    )
    goal = t(
        "Your goal: slack in the plant is at most {slack} on average; a tested fifth of the purchases costs "
        "at most {dearer} more than the cheapest in the market; end users name at least {heard} of what "
        "troubles them; no rival's figures become known; and Meridian gains at least {seller} a year, "
        "Nordlys {buyer}.",
        slack=percent(plan.SLACK, t),
        dearer=percent(plan.DEARER, t),
        heard=percent(plan.HEARD, t),
        seller=thousands(plan.GOALS[0], t),
        buyer=thousands(plan.GOALS[1], t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: slack that is found is cleared; where nobody looks it grows by {growth} of the cost a "
        "year, by up to half less where outsiders quote. An outsider is {most} cheaper with a chance of "
        "{rare}, {some} cheaper with {often}, else no cheaper; Meridian matches the best quote. All "
        "troubles mended bring {mended} a year. Both bear half of what the rounds cost.",
        growth=percent(plan.GROWTH, t),
        most=percent(1 - plan.QUOTES[0][0], t),
        rare=percent(plan.QUOTES[1][0], t),
        some=percent(1 - plan.QUOTES[0][1], t),
        often=percent(plan.QUOTES[1][1], t),
        mended=thousands(plan.MENDED, t),
    )


def controls(t: Translator) -> tuple[Choice, Group, Group]:
    """Who looks, how often, at what; and who gets what is found."""
    who = Choice(
        id="who",
        label=t("Who compares the plants"),
        options=tuple(
            Option(key, t(name), t("{fee} a round", fee=thousands(plan.FEE[key], t)))
            for key, name in WHO.items()
        ),
        start=(START.who,),
    )
    part = Slider(
        id="part",
        label=t("Meridian's part of what is found"),
        low=0,
        high=100,
        step=10,
        start=100,
        unit=t("{n} %"),
    )
    rounds = Group(legend=t("A round"), controls=_round(t))
    return who, rounds, Group(legend=t("Who gets what is found"), controls=(part,))


def _round(t: Translator) -> tuple[Slider, ...]:
    years = Slider(
        id="years",
        label=t("Years from one round to the next"),
        low=1,
        high=plan.LONGEST,
        step=1,
        start=START.years,
    )
    quotes = Slider(
        id="quotes",
        label=t("Outsiders who quote for a fifth of the purchases"),
        low=0,
        high=plan.MOST_QUOTES,
        step=1,
        start=0,
        help=t("A quote that can be trusted costs {cost}.", cost=thousands(plan.QUOTE, t)),
    )
    users = Slider(
        id="users",
        label=t("End users asked"),
        low=0,
        high=plan.MOST_USERS,
        step=2,
        start=0,
        help=t("A talk costs {cost}.", cost=thousands(plan.TALK, t)),
    )
    return years, quotes, users


def read(answers: Answers) -> Outcome:
    """What the plan brings."""
    years, quotes, users = (round(answers.number(name)) for name in ("years", "quotes", "users"))
    return plan.outcome(
        Plan(answers.choice("who") or OWN, years, quotes, users, answers.number("part") / 100)
    )


def show(now: Outcome, t: Translator) -> Shown:
    """What is found, and what it brings both sides."""
    return Shown(
        summary=_summary(now, t),
        pictures=(plants(now, t), growing(now, t)),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Outcome, t: Translator) -> str:
    return t(
        "The comparison gives Meridian's plant {score}. Slack is {slack} on average, the tested fifth "
        "{dearer} dearer than the cheapest, {heard} of the troubles are named. Gain a year: Meridian "
        "{seller}, Nordlys {buyer}.",
        score=number(now.score, 2),
        slack=percent(now.slack, t, 1),
        dearer=percent(now.dearer, t, 1),
        heard=percent(now.heard, t),
        seller=thousands(now.gains[0], t, 1, sign=True),
        buyer=thousands(now.gains[1], t, 1, sign=True),
    )


def _sides(now: Outcome, t: Translator) -> dict[str, Figures]:
    part = now.plan.part
    return mirrored(
        t("Meridian (seller)"),
        t("Nordlys (buyer)"),
        {
            t("Its part of what is found"): (
                thousands(part * now.found, t, 1),
                thousands((1 - part) * now.found, t, 1),
            ),
            t("By lower prices"): (
                thousands(-now.lower, t, 1, sign=True),
                thousands(now.lower, t, 1, sign=True),
            ),
            t("Its half of the rounds"): (thousands(-now.cost / 2, t, 1), thousands(-now.cost / 2, t, 1)),
            t("Gains a year"): (
                thousands(now.gains[0], t, 1, sign=True),
                thousands(now.gains[1], t, 1, sign=True),
            ),
        },
    )


def _table(now: Outcome, t: Translator) -> str:
    seen = listed(
        t("The plants that are seen: hours for 100 drives, and scores"),
        [_plant(name, now, t) for name in plan.SEEN[now.plan.who]],
    )
    years = (replace(now.plan, years=years) for years in range(1, plan.LONGEST + 1))
    rows = [_row(plan.outcome(one), t) for one in years]
    return seen + listed(t("Your plan, from a round every year to one every six"), rows)


def _plant(name: str, now: Outcome, t: Translator) -> Figures:
    labour, machines = plan.PLANTS[name]
    return {
        t("Plant"): name,
        t("Labour"): number(labour),
        t("Machines"): number(machines),
        t("Score"): number(plan.scores(now.plan.who)[name], 2),
    }


def _row(one: Outcome, t: Translator) -> Figures:
    return {
        t("Years between"): number(one.plan.years),
        t("Slack, %"): number(100 * one.slack, 1),
        t("Found, kEUR a year"): number(one.found / 1000, 1),
        t("Rounds, kEUR a year"): number(one.cost / 1000, 1),
        t("Meridian gains"): number(one.gains[0] / 1000, 1, sign=True),
        t("Nordlys gains"): number(one.gains[1] / 1000, 1, sign=True),
    }


def _equation(now: Outcome, t: Translator) -> str:
    heads = (
        t("How good Meridian's plant is, by labour and by machines:"),
        t("The slack that is left on average:"),
        t("The time between such rounds that costs least:"),
        t("What the tested part may be expected to cost, for 100 today:"),
    )
    parts = (_score(now), _left(now), _often(now), _quoted(now))
    return worked(dict(zip(heads, parts, strict=True)), _symbols(now, t), _rule(t))


def _score(now: Outcome) -> str:
    mix = plan.peers(now.plan.who)
    sums = [
        " + ".join(
            f"{number(weight, 2)} · {number(plan.PLANTS[name][place])}" for name, weight in mix.items()
        )
        for place in range(2)
    ]
    labour, machines = (number(hours) for hours in plan.PLANTS[OURS[0]])
    return formula(
        "θ = [{first}] / {labour} = [{second}] / {machines} = {score}"
        if len(mix) > 1
        else 'θ = "max" ([{first}] / {labour} , [{second}] / {machines}) = {score}',
        first=sums[0],
        second=sums[1],
        labour=labour,
        machines=machines,
        score=number(now.score, 3),
    )


def _left(now: Outcome) -> str:
    return formula(
        "u + g · T / 2 = {unseen} + {growth} · {years} / 2 = {slack}",
        unseen=number(now.unseen, 3),
        growth=number(now.growth, 4),
        years=number(now.plan.years),
        slack=number(now.slack, 3),
    )


def _often(now: Outcome) -> str:
    return formula("T^* = √ [[2 F] / [g C]] = {years}", years=number(plan.best_years(now.plan), 1))


def _quoted(now: Outcome) -> str:
    (low, middle, high), (rare, _, none) = plan.QUOTES
    return formula(
        "{low} + {step} · {dearer}^n + {last} · {none}^n = {price} , n = {quotes}",
        low=number(100 * low),
        step=number(100 * (middle - low)),
        dearer=number(1 - rare, 2),
        last=number(100 * (high - middle)),
        none=number(none, 2),
        price=number(100 * now.price, 1),
        quotes=number(now.plan.quotes),
    )


def _symbols(now: Outcome, t: Translator) -> dict[str, str]:
    return {
        "θ": t(
            "score: with so much of its hours the plant could do as well as the best that are seen ({mix})",
            mix=", ".join(plan.peers(now.plan.who)),
        ),
        "u": t("slack that the comparison does not see (share)"),
        "g": t("slack that grows in a year (share); quotes slow it down"),
        "T": t("years from one round to the next"),
        "F": t("cost of a round, {cost}", cost=thousands(plan.round_cost(now.plan), t)),
        "C": t("labour and machines for Nordlys, {cost} a year", cost=thousands(plan.making(), t)),
        "n": t("quotes from outside"),
    }


def _rule(t: Translator) -> str:
    return t(
        "A score of 1 does not say that nothing can be better; it says that nothing better was looked at."
    )


third_party = Decision(
    exercise_id="u06-third-party",
    version=1,
    concepts=("C16", "C17", "C18"),
    title=N_("Excellent, compared with whom?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
