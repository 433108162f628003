"""Sort eight features by a survey, and fund three: delight cannot make up for a missing must-be (C52, C55).

``kano_plan`` holds the features and the answers, ``kano_check`` the goal's conditions. The start is what the
sales team believes, and the three features that are named most often.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import LESS, MORE, Bar
from kamlab.widgets.chart import Axis, Bubble, Frame, quarters
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bubbles, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u02 import kano_plan as survey
from kamlab.widgets.u02.kano_check import CLASSES, NAMES, RULES
from kamlab.widgets.u02.kano_plan import Feature, Judgement

CORNERS = (survey.ATTRACTIVE, survey.ONE_DIMENSIONAL, survey.INDIFFERENT, survey.MUST_BE)


def task(t: Translator) -> Task:
    """The survey, and the goal."""
    situation = t(
        "{people} people at Nordlys who work with Meridian's drives answered two questions about each of "
        "{count} features: how do you feel if it is there, and how if it is missing? The sales team has "
        "sorted the features by what it hears and would fund the {most} that are named most often.",
        people=survey.PEOPLE,
        count=len(survey.FEATURES),
        most=survey.MOST,
    )
    goal = t(
        "Your goal: sort the features as the answers say. Then fund at most {most} of them, for at most "
        "{budget} a year, so that per 100 people at most {anger} reasons for anger are left and at least "
        "{delight} reasons for delight are there.",
        most=survey.MOST,
        budget=thousands(survey.BUDGET, t),
        anger=number(survey.ANGER),
        delight=number(survey.DELIGHT),
    )
    assumed = t(
        "The survey is invented; that {share} of the order lines came on the day is from the ledger of "
        "{year}. Money makes a feature reliable: what is funded is always kept.",
        share=percent(survey.on_the_day(), t),
        year=survey.YEAR,
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group, Choice]:
    """A class for each feature, and those to be funded."""
    words = [t(name) for name in CLASSES]
    classes = tuple(
        Slider(
            id=one.key,
            label=t(NAMES[one.key]),
            low=0,
            high=len(words) - 1,
            step=1,
            start=one.believed,
            words=words,
        )
        for one in survey.FEATURES
    )
    options = tuple(Option(one.key, t(NAMES[one.key]), _note(one, t)) for one in survey.FEATURES)
    group = Group(
        legend=t("How do Nordlys's people see it?"),
        help=t(
            "Attractive pleases and is not missed. One-dimensional pleases, and angers by its absence. A "
            "must-be is taken for granted, and angers by its absence. Indifferent does neither."
        ),
        controls=classes,
    )
    fund = Choice(
        id="funded",
        label=t("What do you fund?"),
        help=t("Cost a year, how often it is kept today, and how many named it as a wish."),
        options=options,
        many=True,
        start=survey.asked_for(),
    )
    return group, fund


def _note(one: Feature, t: Translator) -> str:
    return t(
        "{cost}; kept {kept}; named by {mentions}",
        cost=thousands(one.cost, t),
        kept=percent(survey.kept(one, ()), t),
        mentions=one.mentions,
    )


def read(answers: Answers) -> Judgement:
    """The classes and the features funded."""
    classes = tuple(round(answers.number(one.key)) for one in survey.FEATURES)
    return Judgement(classes, answers.chosen("funded"))


def show(now: Judgement, t: Translator) -> Shown:
    """What funding does to Nordlys's people, and the survey behind it."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_map(now, t), _reasons(now, t)),
        sides=_sides(now.funded, t),
        before=_sides((), t),
        table=listed(
            t("The survey, and what is left with your choice"),
            [_row(place, now, t) for place in range(len(survey.FEATURES))],
            words=2,
        ),
        equation=_equation(now, t),
    )


def _summary(now: Judgement, t: Translator) -> str:
    return t(
        "Per 100 people at Nordlys {anger} reasons for anger are left and {delight} reasons for delight are "
        "there. Your choice costs {cost} a year.",
        anger=number(survey.all_anger(now.funded)),
        delight=number(survey.all_delight(now.funded)),
        cost=thousands(survey.cost(now.funded), t),
    )


def _sides(funded: tuple[str, ...], t: Translator) -> dict[str, Figures]:
    seller = {
        t("Features funded, at most {most}", most=survey.MOST): number(len(funded)),
        t("Cost a year"): thousands(survey.cost(funded), t),
        t("Left of the budget"): thousands(survey.BUDGET - survey.cost(funded), t),
    }
    buyer = {
        t("Reasons for anger, per 100"): number(survey.all_anger(funded)),
        t("Reasons for delight, per 100"): number(survey.all_delight(funded)),
        t("Must-bes not always kept"): number(len(survey.slipping(funded))),
    }
    return {t("Meridian (seller)"): seller, t("Nordlys's people (buyer)"): buyer}


def _map(now: Judgement, t: Translator) -> Picture:
    """The features by both coefficients; the fields get their names once all are sorted rightly."""
    frame = Frame(
        Axis(t("Angry when it is missing, % of people"), 0, 100),
        Axis(t("Pleased when it is there, % of people"), 0, 100),
        height=340,
    )
    names = ["" if survey.unlike(now) else t(CLASSES[one]) for one in CORNERS]
    dots = [
        Bubble(
            -100 * angers,
            100 * pleases,
            11,
            str(place),
            group=one.key in now.funded,
            ring=one.key in now.funded,
        )
        for place, one in enumerate(survey.FEATURES, start=1)
        for pleases, angers in (survey.coefficients(one),)
    ]
    description = t.joined(
        t(
            "{name}: pleases {pleased}, angers {angry} when it is missing.",
            name=t(NAMES[one.key]),
            pleased=percent(survey.coefficients(one).satisfaction, t),
            angry=percent(-survey.coefficients(one).dissatisfaction, t),
        )
        for one in survey.FEATURES
    )
    words = Words("map", t("What pleases, and what angers by its absence"), description)
    return bubbles(words, frame, dots, quarters(frame, 50, 50, names)).noted(
        t("A ring marks what you fund."),
        ((str(place), t(NAMES[one.key])) for place, one in enumerate(survey.FEATURES, start=1)),
    )


def _reasons(now: Judgement, t: Translator) -> Picture:
    amounts = (
        (t("Anger, today"), survey.all_anger(()), LESS),
        (t("Anger, with your choice"), survey.all_anger(now.funded), LESS),
        (t("Delight, today"), survey.all_delight(()), MORE),
        (t("Delight, with your choice"), survey.all_delight(now.funded), MORE),
    )
    rows = [Bar(name, 0.0, amount, number(amount), colour) for name, amount, colour in amounts]
    description = t(
        "Reasons for anger change from {anger} to {angry}, reasons for delight from {delight} to "
        "{delighted}.",
        anger=rows[0].text,
        angry=rows[1].text,
        delight=rows[2].text,
        delighted=rows[3].text,
    )
    words = Words("reasons", t("Anger and delight are two accounts"), description)
    return rowed(words, t("What"), Axis(t("Reasons per 100 people"), 0, 420), rows).noted(
        t("The one is not paid from the other: your goal sets a limit for each.")
    )


def _row(place: int, now: Judgement, t: Translator) -> Figures:
    one = survey.FEATURES[place]
    attractive, both, must, neither = one.answers
    return {
        t("Feature"): f"{place + 1}. {t(NAMES[one.key])}",
        t("Your class"): t(CLASSES[now.classes[place]]),
        t("Answers: attractive"): number(attractive),
        t("One-dimensional"): number(both),
        t("Must-be"): number(must),
        t("Indifferent"): number(neither),
        t("Kept, %"): number(100 * survey.kept(one, now.funded)),
        t("Anger left, per 100"): number(survey.anger(one, now.funded), 1),
        t("Delight, per 100"): number(survey.delight(one, now.funded), 1),
    }


def _equation(now: Judgement, t: Translator) -> str:
    worst = survey.angriest(now.funded)
    attractive, both, must, _ = worst.answers
    pleases, angers = survey.coefficients(worst)
    satisfied = formula(
        "S = [A + O] / [A + O + M + I] = {numbers} / {people} = {share}",
        numbers=f"{attractive} + {both}",
        people=number(survey.PEOPLE),
        share=percent(pleases, t),
    )
    dissatisfied = formula(
        "D = − [O + M] / [A + O + M + I] = − {numbers} / {people} = {share}",
        numbers=f"{both} + {must}",
        people=number(survey.PEOPLE),
        share=percent(angers, t),
    )
    anger = formula(
        "{anger} = 100 · ∑_j (1 − k_j) · (− D_j) = {sum}",
        anger=t("Reasons for anger, per 100"),
        sum=number(survey.all_anger(now.funded)),
    )
    delight = formula(
        "{delight} = 100 · ∑_j k_j · S_j = {sum}",
        delight=t("Reasons for delight, per 100"),
        sum=number(survey.all_delight(now.funded)),
    )
    lines = {
        t(
            "The two coefficients of one feature, here of the one that angers most: {name}.",
            name=t(NAMES[worst.key]),
        ): (satisfied + dissatisfied),
        t("Over all features, each as far as it is kept or not."): anger + delight,
    }
    symbols = {
        "S": t("share of people whom the feature pleases when it is there"),
        "D": t("share of people whom its absence angers, with a minus"),
        "A": t("people who call it attractive"),
        "O": t("people who call it one-dimensional"),
        "M": t("people who call it a must-be"),
        "I": t("people who are indifferent to it"),
        "k": t("how often the feature is kept"),
    }
    return worked(lines, symbols)


kano = Decision(
    exercise_id="u02-kano",
    version=1,
    concepts=("C52", "C55"),
    title=N_("What goes without saying, and what delights"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
