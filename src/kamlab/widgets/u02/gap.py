"""Two years ahead of expectations: promise less or deliver more, in head and heart (C53, C57).

``gap_plan`` holds the quarters and both sides' results, ``gap_check`` the goal's conditions. The start is the
usual way: a large promise, a firework of attention, then business as usual.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import LESS, MORE, Bar
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u02 import gap_plan as plan
from kamlab.widgets.u02.gap_check import NAMES, RULES
from kamlab.widgets.u02.gap_plan import Course

TIMINGS = {
    "bang": (N_("With a bang"), N_("all of it in the first two quarters")),
    "steady": (N_("Steadily"), N_("the same every quarter")),
    "growing": (N_("Growing"), N_("little at first, more every quarter")),
}


def task(t: Translator) -> Task:
    """Where Meridian stands with Nordlys, and the goal."""
    situation = t(
        "Nordlys rates Meridian from 1 to 7. That Meridian keeps its word: {word} expected, {word_now} "
        "perceived. That it thinks along: {along} and {along_now}. That it knows Nordlys: {us} and "
        "{us_now}. For the next two years Meridian offers more. Nordlys would pay {fee} a quarter for "
        "each tenth of a point promised above what it expects today.",
        word=number(plan.EXPECTED[0], 1),
        word_now=number(plan.PERCEIVED[0], 1),
        along=number(plan.EXPECTED[1], 1),
        along_now=number(plan.PERCEIVED[1], 1),
        us=number(plan.EXPECTED[2], 1),
        us_now=number(plan.PERCEIVED[2], 1),
        fee=thousands(plan.FEE / 10, t, 1),
    )
    goal = t(
        "Your goal: in the last of {quarters} quarters Meridian is at least {lead} points ahead of what "
        "Nordlys expects, and behind in nothing. The fee pays for the work, and Nordlys is at least "
        "{gain} better off over the two years.",
        quarters=plan.QUARTERS,
        lead=number(plan.GOAL, 2),
        gain=thousands(plan.BUYER_GOAL, t),
    )
    assumed = t(
        "Assumed: expectations start where the promise puts them. In a quarter they follow what is "
        "perceived by {rise} of the gap upwards, by {fall} downwards. What is not worked on fades. A "
        "point better processes saves Nordlys {saving} a quarter.",
        rise=percent(plan.RISE, t),
        fall=percent(plan.FALL, t),
        saving=thousands(plan.SAVING, t),
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group]:
    """The promise, the work and its timing."""
    promise = Slider(
        id="promise",
        label=t("Promise, against what Nordlys expects today"),
        low=-0.5,
        high=1,
        step=0.1,
        start=0.8,
        unit=t("{n} points"),
        sign=True,
    )
    process = Slider(
        id="process",
        label=t("Joint work on processes"),
        low=0,
        high=plan.MOST_PROCESS,
        step=1000,
        start=4000,
        unit=t("{n} EUR a quarter"),
        help=t("Keeps the word, and thinks along."),
    )
    care = Slider(
        id="care",
        label=t("People who know Nordlys"),
        low=0,
        high=plan.MOST_CARE,
        step=1000,
        start=plan.MOST_CARE,
        unit=t("{n} EUR a quarter"),
        help=t("A steady team, visits, a name for every voice."),
    )
    timing = Choice(
        id="timing",
        label=t("How the money is spread"),
        options=tuple(Option(key, t(name), t(note)) for key, (name, note) in TIMINGS.items()),
        start=("bang",),
    )
    return (Group(legend=t("Your two years"), controls=(promise, process, care, timing)),)


def read(answers: Answers) -> Course:
    """The two years that the controls describe."""
    return plan.course(
        answers.number("promise"),
        answers.number("process"),
        answers.number("care"),
        answers.choice("timing") or "bang",
    )


def show(now: Course, t: Translator) -> Shown:
    """How expectations and perceptions run, and what both sides earn."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_run(now, t), _last(now, t)),
        sides=_sides(now, t),
        table=listed(t("Quarter by quarter"), [_row(place, now, t) for place in range(plan.QUARTERS)]),
        equation=_equation(now, t),
    )


def _summary(now: Course, t: Translator) -> str:
    return t(
        "In the last quarter the gap is {gap} points; lowest of the dimensions: {name}, "
        "{worst}. Result over two years: {seller} for Meridian, {buyer} for Nordlys.",
        gap=number(now.last.gap, 2, sign=True),
        name=t(NAMES[plan.worst(now)]),
        worst=number(min(now.last.gaps), 2, sign=True),
        seller=thousands(plan.seller(now), t, 1, sign=True),
        buyer=thousands(plan.buyer(now), t, 1, sign=True),
    )


def _sides(now: Course, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Fee, over two years"): thousands(plan.fee(now), t, 1),
        t("Cost of the work"): thousands(plan.cost(now), t, 1),
        t("Result"): thousands(plan.seller(now), t, 1, sign=True),
    }
    buyer = {
        t("Saved by better processes"): thousands(plan.saving(now), t, 1),
        t("Fee, over two years"): thousands(plan.fee(now), t, 1),
        t("Result"): thousands(plan.buyer(now), t, 1, sign=True),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys (buyer)"): buyer}


def _tenths(score: float) -> str:
    return number(score, 1)


def _run(now: Course, t: Translator) -> Picture:
    frame = Frame(Axis(t("Quarter"), 1, plan.QUARTERS), Axis(t("Score, weighted, 1 to 7"), 4.5, 7, _tenths))
    hopes = tuple((float(n), plan.mean(one.expected)) for n, one in enumerate(now.quarters, start=1))
    views = tuple((float(n), plan.mean(one.perceived)) for n, one in enumerate(now.quarters, start=1))
    crossed = (now.quarters[0].gap < 0) != (now.last.gap < 0)
    series = (
        _named(t("Expected"), hopes, below=now.last.gap >= 0, crossed=crossed),
        _named(t("Perceived"), views, below=now.last.gap < 0, crossed=crossed),
    )
    description = t(
        "Expected runs from {hope} in the first quarter to {hope_last} in the last, perceived from {view} to "
        "{view_last}.",
        hope=number(hopes[0][1], 2),
        hope_last=number(hopes[-1][1], 2),
        view=number(views[0][1], 2),
        view_last=number(views[-1][1], 2),
    )
    words = Words("run", t("What Nordlys expects, and what it perceives"), description)
    return lines(words, frame, series, digits=2)


def _named(name: str, points: tuple[tuple[float, float], ...], *, below: bool, crossed: bool) -> Series:
    """A line with its name where the slope leaves room; at the end where the lines cross."""
    falls = points[-1][1] < points[0][1]
    return Series(name, points, -1 if crossed or falls == below else 1, below=below)


def _last(now: Course, t: Translator) -> Picture:
    rows = [
        Bar(t(name), 0.0, gap, number(gap, 2, sign=True), MORE if gap >= 0 else LESS)
        for name, gap in zip(NAMES, now.last.gaps, strict=True)
    ]
    rows.append(Bar(t("Weighted"), 0.0, now.last.gap, number(now.last.gap, 2, sign=True)))
    described = (t("{name}: {gap}.", name=row.name, gap=row.text) for row in rows)
    words = Words("last", t("Ahead or behind in the last quarter"), t.joined(described))
    reach = max(1.1, *(abs(row.end) for row in rows))  # a little over a tick, so that its value has room
    axis = Axis(t("Perceived less expected, points"), -reach, reach, _tenths)
    return rowed(words, t("Dimension"), axis, rows)


def _row(place: int, now: Course, t: Translator) -> Figures:
    one = now.quarters[place]
    return {
        t("Quarter"): number(place + 1),
        t("Spent, EUR"): number(one.spent),
        t("Expected"): number(plan.mean(one.expected), 2),
        t("Perceived"): number(plan.mean(one.perceived), 2),
        t("Gap, weighted"): number(one.gap, 2, sign=True),
        **{t(name): number(gap, 2, sign=True) for name, gap in zip(NAMES, one.gaps, strict=True)},
    }


def _equation(now: Course, t: Translator) -> str:
    products = " + ".join(
        f"{number(weight)} · ({number(gap, 2)})"
        for weight, gap in zip(plan.WEIGHTS, now.last.gaps, strict=True)
    )
    gap = formula(
        "Q = [∑_j w_j (P_j − E_j)] / [∑_j w_j] = {numbers} / {points} = {gap}",
        numbers=products,
        points=number(sum(plan.WEIGHTS)),
        gap=number(now.last.gap, 2, sign=True),
    )
    follow = formula("E_[t + 1] = E_t + a · (P_t − E_t)")
    lines_ = {
        t("The gap in the last quarter: each dimension by what it matters to Nordlys."): gap,
        t("From quarter to quarter, expectations follow what is perceived."): follow,
    }
    symbols = {
        "w": t("points that Nordlys gives a dimension, in the order of the table"),
        "P": t("what is perceived, 1 to 7"),
        "E": t("what is expected, 1 to 7"),
        "a": t("{rise} upwards, {fall} downwards", rise=percent(plan.RISE, t), fall=percent(plan.FALL, t)),
    }
    rule = t(
        "Perceived can stay ahead of expected only while it rises: a lead lasts as long as the next "
        "improvement."
    )
    return worked(lines_, symbols, rule)


gap = Decision(
    exercise_id="u02-gap",
    version=1,
    concepts=("C53", "C57"),
    title=N_("Ahead of expectations, for two years"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
