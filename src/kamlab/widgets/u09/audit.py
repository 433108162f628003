"""Audit a claim: is the private sector about a third of global commerce? (C27).

``audit_plan`` holds the published figures, ``audit_check`` what makes an audit sound. The start is how one
confirms what one already believes: figures of the right size.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Bar
from kamlab.widgets.controls import Answers, Choice, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u09 import audit_plan as plan
from kamlab.widgets.u09.audit_check import RULES, VERDICTS
from kamlab.widgets.u09.audit_plan import Audit, Measure

_BOUND, _USED, _VERDICT = 35, ("exports", "inside"), plan.TRUE
_MOST_TIMES = 7  # the end of the second picture's axis


def task(t: Translator) -> Task:
    """The slide, and the goal."""
    situation = t(
        "An adviser shows Meridian's board a slide: 'The private sector is about a third of global "
        "commerce.' Hence, he says, two thirds of the {budget} a year for winning accounts, {public}, should "
        "go to waterworks, hospitals and railways. Ingrid Solheim asks you to audit the sentence before the "
        "money moves. You have found {count} published figures. Not all of them are about the sentence.",
        budget=thousands(plan.BUDGET, t),
        public=thousands((1 - plan.CLAIM) * plan.BUDGET, t),
        count=len(plan.MEASURES),
    )
    goal = t(
        "Your goal: an audit that convinces whoever likes the claim. Use only figures that compare public "
        "with private and count nothing twice; for the whole world at least one of money and one of jobs; "
        "the fair one that is kindest to the claim among them. State a bound of at least {least} that stays "
        "{margin} points below every fair figure used. And give the verdict that the figures allow.",
        least=percent(plan.LEAST_BOUND, t),
        margin=number(100 * plan.MARGIN),
    )
    assumed = t(
        "The figures are real, and their sources stand in the table. The adviser and Meridian's budget are "
        "invented."
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Slider, Choice, Choice]:
    """The bound, the figures and the verdict."""
    bound = Slider(
        id="bound",
        label=t("At least so much of global commerce is private"),
        low=5,
        high=95,
        step=5,
        start=_BOUND,
        unit=t("{n} %"),
    )
    used = Choice(
        id="used",
        label=t("On which figures does your audit rest?"),
        options=tuple(Option(one.key, t(one.name), _note(one, t)) for one in plan.MEASURES),
        many=True,
        start=_USED,
    )
    verdict = Choice(
        id="verdict",
        label=t("Your verdict on the sentence"),
        options=tuple(Option(key, t(name)) for key, name in VERDICTS.items()),
        start=(_VERDICT,),
    )
    return bound, used, verdict


def _note(one: Measure, t: Translator) -> str:
    told = t(one.part, share=percent(one.published, t, one.digits))
    return t("{told} ({source})", told=told, source=t(one.told))


def read(answers: Answers) -> Audit:
    """The audit that the controls describe."""
    return plan.audit(answers.number("bound") / 100, answers.chosen("used"), answers.choice("verdict"))


def show(now: Audit, t: Translator) -> Shown:
    """What the audit rests on, and what it means for the money."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_shares(now, t), _needed(now, t)),
        sides=_sides(now, t),
        table=listed(t("The figures found"), [_row(one, now, t) for one in plan.MEASURES], words=3),
        equation=_equation(now, t),
    )


def _summary(now: Audit, t: Translator) -> str:
    return t(
        "You say that at least {bound} is private, and use figures: {count}. At most {public} of {budget} "
        "would then follow the public sector's share; by the slide it would be {claimed}.",
        bound=percent(now.bound, t),
        count=len(now.used),
        public=thousands(now.public_money, t),
        budget=thousands(plan.BUDGET, t),
        claimed=thousands((1 - plan.CLAIM) * plan.BUDGET, t),
    )


def _sides(now: Audit, t: Translator) -> dict[str, Figures]:
    slide = {
        t("Private share"): percent(plan.CLAIM, t),
        t("Rests on figures"): number(0),
        t("To public buyers"): thousands((1 - plan.CLAIM) * plan.BUDGET, t),
        t("To private buyers"): thousands(plan.CLAIM * plan.BUDGET, t),
    }
    ours = {
        t("Private share"): t("at least {bound}", bound=percent(now.bound, t)),
        t("Rests on figures"): number(len(now.used)),
        t("To public buyers"): t("at most {money}", money=thousands(now.public_money, t)),
        t("To private buyers"): t("at least {money}", money=thousands(plan.BUDGET - now.public_money, t)),
    }
    return {t("The adviser (sells the slide)"): slide, t("Meridian (buys it, or not)"): ours}


def _shares(now: Audit, t: Translator) -> Picture:
    entries = [
        _bar(t("The claim"), plan.CLAIM, 1, t),
        _bar(t("Your bound"), now.bound, 2, t),
        *(_bar(t(one.name), one.read, 0, t) for one in now.used),
    ]
    description = t(
        "The claim, your bound and the figures that you use, each as a share in per cent. {bars}.",
        bars=t(", ").join(t("{name}: {figure}", name=bar.name, figure=bar.text) for bar in entries),
    )
    words = Words("bar", t("What you rest on"), description)
    return rowed(words, t("Figure"), Axis(t("Private share, as one would read it, %"), 0, 100), entries)


def _bar(name: str, share: float, group: int, t: Translator) -> Bar:
    return Bar(name, 0.0, 100 * share, percent(share, t), group)


def _needed(now: Audit, t: Translator) -> Picture:
    entries = [
        Bar(t(one.name), 0.0, one.times, t("{n} times", n=number(one.times, 1)), 0 if one in now.used else 3)
        for one in plan.comparable()
    ]
    description = t(
        "How many times as large the public part would have to be for the claim to hold. {bars}.",
        bars=t(", ").join(t("{name}: {figure}", name=bar.name, figure=bar.text) for bar in entries),
    )
    words = Words("needed", t("What the claim would need"), description)
    axis = Axis(t("Public part needed, as a multiple of today's"), 0, _MOST_TIMES)
    note = t("For the claim two thirds would have to be public. At 1 they would be.")
    return rowed(words, t("Figure"), axis, entries).noted(note)


def _row(one: Measure, now: Audit, t: Translator) -> Figures:
    return {
        t("Figure"): t(one.name),
        t("Source"): t(one.told),
        t("Used"): t("yes") if one in now.used else t("no"),
        t("Published, %"): number(100 * one.published, one.digits),
        t("Read as private, %"): number(100 * one.read, one.digits),
        t("For the claim, times"): number(one.times, 1) if one.sector else "–",
    }


def _equation(now: Audit, t: Translator) -> str:
    one = now.lowest or plan.comparable()[0]
    private = formula(
        "s = 1 − G / T = 1 − {public} = {private}",
        public=percent(one.published, t, one.digits),
        private=percent(one.read, t, one.digits),
    )
    needed = formula(
        "m = [1 − 1 / 3] / [G / T] = {needed} / {public} = {times}",
        needed=percent(1 - plan.CLAIM, t, 1),
        public=percent(one.published, t, 1),
        times=number(one.times, 1),
    )
    rows = {
        t("What is left to the private sector, here by '{name}':", name=t(one.name)): private,
        t("How many times as large the public part would have to be:"): needed,
    }
    symbols = {
        "s": t("private share"),
        "G": t("what is public: purchases, jobs or costs"),
        "T": t("all of the same kind, public and private"),
    }
    rule = t("A share has three parts: what is counted above, what below, and of where and when.")
    return worked(rows, symbols, rule)


audit = Decision(
    exercise_id="u09-audit",
    version=1,
    concepts=("C27",),
    title=N_("A third of global commerce?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
