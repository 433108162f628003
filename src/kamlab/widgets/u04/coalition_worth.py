"""A split that nobody can refuse: what three partners are worth together, and to each (C08).

``coalition_plan`` holds the figures, ``coalition_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.canvas import text_at
from kamlab.widgets.chart import Axis, Bar, Bubble, Frame
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bubbles, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u04 import coalition_plan as plan
from kamlab.widgets.u04.coalition_check import RULES, named
from kamlab.widgets.u04.coalition_plan import DATA, MERIDIAN, NAMES, NORDLYS, Split

_SIDE = 160_000.0  # EUR: the end of both axes of the map
_LESS, _MORE = 1, 2  # colours; the texts carry the sign


def task(t: Translator) -> Task:
    """The three partners, and the goal."""
    situation = t(
        "Meridian has the drives and the engineers, Nordlys the plants and their data, Brisling Data the "
        "people who can read them. In kEUR a year, alone they earn {m}, {n} and {d}; Meridian and Nordlys "
        "without Brisling {mn}, Meridian and Brisling {md}, Nordlys and Brisling {nd}. All three earn {all} "
        "as they stand, and more with a joint interface for their systems, which helps no pair.",
        **_worths(),
    )
    goal = t(
        "Your goal: a split that nobody can refuse. No one and no pair does better without the rest, nobody "
        "gets more than {unfair} less than it adds on average, and the three earn at least {reached} of what "
        "they could.",
        unfair=thousands(plan.UNFAIR, t),
        reached=percent(plan.REACHED, t),
    )
    assumed = t(
        "Assumed: everybody knows these figures. The interface adds up to {most} a year; each {half} spent "
        "bring half of what is left.",
        most=thousands(plan.MOST, t),
        half=thousands(plan.HALF, t),
    )
    return Task(situation, goal, assumed)


def _worths() -> dict[str, str]:
    """Every worth in kEUR, by the letters of the group."""
    letters = {MERIDIAN: "m", NORDLYS: "n", DATA: "d"}
    named_so = {
        "".join(letters[one] for one in plan.PARTNERS if one in group): number(worth / 1000)
        for group, worth in plan.WORTH.items()
    }
    return {**named_so, "all": number(plan.LOOSE / 1000)}


def controls(t: Translator) -> tuple[Group, Group]:
    """The interface and the shares."""
    spent = Slider(
        id="spent",
        label=t("Spent on the joint interface"),
        low=0,
        high=plan.DEAREST,
        step=plan.STEP,
        start=0,
        unit=t("{n} EUR a year"),
        help=t("Paid by the three together, before they share."),
    )
    shares = (
        Slider(id="meridian", label=t("Meridian's share"), low=0, high=70, step=2, start=34, unit=t("{n} %")),
        Slider(
            id="nordlys",
            label=t("Nordlys's share"),
            low=0,
            high=70,
            step=2,
            start=34,
            unit=t("{n} %"),
            help=t("Brisling Data gets the rest."),
        ),
    )
    return (
        Group(legend=t("How large is the whole?"), controls=(spent,)),
        Group(legend=t("How is it split?"), controls=shares),
    )


def read(answers: Answers) -> Split:
    """The split that the controls propose."""
    return plan.split(
        answers.number("spent"), answers.number("meridian") / 100, answers.number("nordlys") / 100
    )


def show(now: Split, t: Translator) -> Shown:
    """What the split gives to each, and who would leave."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_margins(now, t), _map(now, t)),
        sides={t(NAMES[one]): _figures(one, now, t) for one in plan.PARTNERS},
        table=listed(
            t("What every group gets, and what it could earn without the rest"),
            [_row(group, now, t) for group in plan.groups()],
        ),
        equation=_equation(now, t),
    )


def _summary(now: Split, t: Translator) -> str:
    leaving = [named(group, t) for group in plan.groups() if now.margin(group) < 0]
    values = {
        "total": thousands(now.total, t, 1),
        "meridian": thousands(now.parts[MERIDIAN], t, 1),
        "nordlys": thousands(now.parts[NORDLYS], t, 1),
        "data": thousands(now.parts[DATA], t, 1),
    }
    if not leaving:
        return t(
            "The three earn {total} a year: Meridian gets {meridian}, Nordlys {nordlys}, Brisling Data "
            "{data}. No one and no pair would do better without the rest.",
            **values,
        )
    return t(
        "The three earn {total} a year: Meridian gets {meridian}, Nordlys {nordlys}, Brisling Data {data}. "
        "Better off without the rest: {leaving}.",
        leaving=t("; ").join(leaving),
        **values,
    )


def _margins(now: Split, t: Translator) -> Picture:
    entries = [_bar(group, now, t) for group in plan.groups()]
    ends = [bar.end for bar in entries]
    axis = Axis(t("Gets above what it could earn by itself, kEUR a year"), min(-50, *ends), max(50, *ends))
    description = t(
        "For each partner and each pair, what it gets above what it could earn by itself. {margins}.",
        margins=t("; ").join(t("{group}: {margin}", group=bar.name, margin=bar.text) for bar in entries),
    )
    words = Words("bar", t("Who would leave: what every group has to lose"), description)
    return rowed(words, t("Group"), axis, entries)


def _bar(group: plan.Group, now: Split, t: Translator) -> Bar:
    margin = now.margin(group)
    colour = _MORE if margin >= 0 else _LESS
    return Bar(named(group, t), 0.0, margin / 1000, thousands(margin, t, 1, sign=True), colour)


def _map(now: Split, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Meridian's part, kEUR a year"), 0, _SIDE / 1000),
        Axis(t("Nordlys's part, kEUR a year"), 0, _SIDE / 1000),
        height=380,
    )
    corners = plan.core(now.total, _SIDE)
    entries = [
        Bubble(now.average[MERIDIAN] / 1000, now.average[NORDLYS] / 1000, 10, "A", group=2),
        Bubble(now.parts[MERIDIAN] / 1000, now.parts[NORDLYS] / 1000, 10, "Y", ring=True),
    ]
    words = Words("map", t("All splits that nobody can refuse"), _description(now, corners, t))
    marks = (("Y", t("your split")), ("A", t("what each adds on average")))
    note = (
        t("Every point is a split; Brisling Data gets the rest. In the shaded field nobody can refuse.")
        if corners
        else t("Every point is a split; Brisling Data gets the rest. So far there is none that holds.")
    )
    return bubbles(words, frame, entries, _field(frame, corners, t)).noted(note, marks)


def _field(frame: Frame, corners: list[plan.Point], t: Translator) -> str:
    if not corners:
        return ""
    points = " ".join(f"{frame.x(x / 1000):.1f},{frame.y(y / 1000):.1f}" for x, y in corners)
    left, top = min(x for x, _ in corners), max(y for _, y in corners)
    name = text_at(
        (frame.x(left / 1000), frame.y(top / 1000) - 7), t("Nobody can refuse"), "start", "kl-label"
    )
    return (
        f'<polygon points="{points}" fill="currentColor" fill-opacity=".12" stroke="currentColor" '
        f'stroke-dasharray="4 3"/>{name}'
    )


def _description(now: Split, corners: list[plan.Point], t: Translator) -> str:
    place = {
        "meridian": thousands(now.parts[MERIDIAN], t, 1),
        "nordlys": thousands(now.parts[NORDLYS], t, 1),
    }
    if not corners:
        return t(
            "Your split gives {meridian} to Meridian and {nordlys} to Nordlys. There is no split that nobody "
            "can refuse, because the three earn too little together.",
            **place,
        )
    return t(
        "Your split gives {meridian} to Meridian and {nordlys} to Nordlys. Nobody can refuse where Meridian "
        "gets at most {most_m}, Nordlys at most {most_n} and Brisling Data at most {most_d}.",
        **place,
        most_m=thousands(now.most(MERIDIAN), t, 1),
        most_n=thousands(now.most(NORDLYS), t, 1),
        most_d=thousands(now.most(DATA), t, 1),
    )


def _figures(one: str, now: Split, t: Translator) -> Figures:
    return {
        t("Gets a year"): thousands(now.parts[one], t, 1),
        t("Adds on average"): thousands(now.average[one], t, 1),
        t("Earns alone"): thousands(plan.WORTH[frozenset({one})], t),
        t("Can ask for at most"): thousands(now.most(one), t, 1),
    }


def _row(group: plan.Group, now: Split, t: Translator) -> Figures:
    return {
        t("Group"): named(group, t),
        t("Gets, kEUR a year"): number(now.gets(group) / 1000, 1),
        t("Without the rest, kEUR a year"): number(plan.WORTH[group] / 1000),
        t("Difference, kEUR a year"): number(now.margin(group) / 1000, 1, sign=True),
    }


def _equation(now: Split, t: Translator) -> str:
    worth = _worths()
    whole = number(now.total / 1000, 1)
    adds = formula(
        'φ_"M" = [2 × {m} + ({mn} − {n}) + ({md} − {d}) + 2 × ({whole} − {nd})] / 6 = {value}',
        whole=whole,
        value=thousands(now.average[MERIDIAN], t, 1),
        **worth,
    )
    lasts = formula(
        'v("MNB") ≥ [v("MN") + v("MB") + v("NB")] / 2 = [{mn} + {md} + {nd}] / 2 = {needed}',
        needed=thousands(plan.needed(), t, 1),
        **worth,
    )
    lines = {
        t("What Meridian adds on average, over all orders in which the three may join (kEUR a year):"): adds,
        t("Some split holds against every pair only if"): lasts,
    }
    symbols = {
        "φ": t("Shapley value: what a partner adds on average"),
        "v": t("what a group can earn without the rest; all three now earn {whole} kEUR a year", whole=whole),
        "M": t("Meridian"),
        "N": t("Nordlys"),
        "B": t("Brisling Data"),
    }
    rule = t(
        "Each partner stands in two of the three pairs, so in any split the pairs together get twice the "
        "whole. Where by themselves they could earn more than that, somebody leaves."
    )
    return worked(lines, symbols, rule)


coalition_worth = Decision(
    exercise_id="u04-coalition-worth",
    version=1,
    concepts=("C08",),
    title=N_("A split that nobody can refuse"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
