"""The value manager's self-assessment: ten statements, rated before and after the course (C43, C64).

``profile_plan`` reads the ratings, ``profile_words`` holds the statements, ``profile_check`` the conditions.
The goal is an honest profile and a plan; no level is asked for. The ratings are the controls' own values, so
that they are kept in the reader's browser and nowhere else.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import Bar
from kamlab.widgets.chart import Axis
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number
from kamlab.widgets.picture import Picture, Words, rowed
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u10 import profile_plan as plan
from kamlab.widgets.u10.profile_check import RULES
from kamlab.widgets.u10.profile_plan import BUYING, SELLING, STATEMENTS, UNRATED, Profile
from kamlab.widgets.u10.profile_words import LEVELS, SAID, SHORT, STEPS


def task(t: Translator) -> Task:
    """What is asked of the reader, and why twice."""
    situation = t(
        "Ingrid has bought and Stefan has sold. Both say that they are value managers now, and each "
        "would like to know what the other means by that. They rate ten statements, five of the seller's "
        "craft and five of the buyer's: as it was before the course, and as it is now. Do the same for "
        "yourself; nobody else will see it. If you can, rate 'before' when you begin the course, and "
        "come back."
    )
    goal = t(
        "Your goal is no level but an honest profile and a plan. Rate everything twice. Where you say "
        "after the course that you do a thing alone or teach it, somebody must have seen a case. Tell "
        "strong from weak: at least two levels. Then choose three next steps, one of them where you are "
        "weakest, that leave you leaning to neither craft by more than {lean}.",
        lean=number(plan.LEAN, 2),
    )
    assumed = t(
        "Assumed: all statements weigh the same, and a step lifts its statement by one level. People "
        "judge their own skill badly; a rating is the start of a talk, not a measurement."
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group | Choice, ...]:
    """Both ratings of each statement, then the proofs and the plan."""
    names = {SELLING: t("The seller's craft"), BUYING: t("The buyer's craft")}
    groups = tuple(
        Group(
            legend=names[craft],
            help=t("First as it was before the course, then as it is after it."),
            controls=tuple(one for key in STATEMENTS if STATEMENTS[key] == craft for one in _ratings(key, t)),
        )
        for craft in plan.CRAFTS
    )
    proofs = Choice(
        id="proofs",
        label=t("For which has somebody else seen a case of yours?"),
        options=tuple(Option(key, t(SHORT[key])) for key in STATEMENTS),
        many=True,
    )
    steps = Choice(
        id="steps",
        label=t("Your three next steps"),
        options=tuple(Option(key, t(SHORT[key]), t(STEPS[key])) for key in STATEMENTS),
        many=True,
    )
    return (*groups, proofs, steps)


def _ratings(key: str, t: Translator) -> tuple[Slider, Slider]:
    levels = [t(level) for level in LEVELS]
    before = Slider(
        id=f"before-{key}",
        label=t("{name}, before", name=t(SHORT[key])),
        low=UNRATED,
        high=plan.TOP,
        step=1,
        start=UNRATED,
        words=levels,
        help=t(SAID[key]),
    )
    after = Slider(
        id=f"after-{key}",
        label=t("{name}, after", name=t(SHORT[key])),
        low=UNRATED,
        high=plan.TOP,
        step=1,
        start=UNRATED,
        words=levels,
    )
    return before, after


def read(answers: Answers) -> Profile:
    """The profile that the controls describe."""
    before, after = (
        {key: round(answers.number(f"{when}-{key}")) for key in STATEMENTS} for when in ("before", "after")
    )
    return Profile(before, after, answers.chosen("proofs"), answers.chosen("steps"))


def show(now: Profile, t: Translator) -> Shown:
    """The profile, its lean, and the plan."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_profile(now, t), _crafts(now, t)),
        sides=_sides(now, t),
        table=listed(t("Your profile"), [_row(key, now, t) for key in STATEMENTS], words=2),
        equation=_equation(now, t),
    )


def _summary(now: Profile, t: Translator) -> str:
    if now.unrated:
        return t("{count} of {all} ratings are still missing.", count=now.unrated, all=2 * len(STATEMENTS))
    return t(
        "Seller's craft: {selling} before and {selling_after} after the course. Buyer's craft: {buying} and "
        "{buying_after}. You lean by {lean}; after your next steps it would be {planned}.",
        selling=number(plan.mean(now.before, SELLING), 1),
        selling_after=number(plan.mean(now.after, SELLING), 1),
        buying=number(plan.mean(now.before, BUYING), 1),
        buying_after=number(plan.mean(now.after, BUYING), 1),
        lean=number(plan.lean(now.after), 2, sign=True),
        planned=number(plan.lean(now.planned), 2, sign=True),
    )


def _sides(now: Profile, t: Translator) -> dict[str, Figures]:
    names = {SELLING: t("Your seller's craft"), BUYING: t("Your buyer's craft")}
    return {names[craft]: _side(now, craft, t) for craft in plan.CRAFTS}


def _side(now: Profile, craft: str, t: Translator) -> Figures:
    return {
        t("Mean before"): _mean(plan.mean(now.before, craft), t),
        t("Mean after"): _mean(plan.mean(now.after, craft), t),
        t("Mean after the next steps"): _mean(plan.mean(now.planned, craft), t),
        t("Cases that others have seen"): number(sum(STATEMENTS[key] == craft for key in now.proofs)),
        t("Next steps"): number(sum(STATEMENTS[key] == craft for key in now.steps)),
    }


def _mean(value: float, t: Translator) -> str:
    return number(value, 1) if value else t("not rated yet")


def _profile(now: Profile, t: Translator) -> Picture:
    rows = [_bar(key, now, t) for key in STATEMENTS]
    told = t.joined(t("{name}: {levels}.", name=row.name, levels=row.text) for row in rows)
    words = Words("profile", t("From before to after"), told)
    note = t("A bar runs from the first rating to the second; the figures say which way.")
    return rowed(words, t("Statement"), Axis(t("Level, 1 to 5"), 0, plan.TOP), rows).noted(note)


def _bar(key: str, now: Profile, t: Translator) -> Bar:
    before, after = now.before[key], now.after[key]
    if not (before and after):
        return Bar(t(SHORT[key]), 0.0, 0.0, t("not rated yet"), 0)
    text = t("{before} → {after}", before=before, after=after)
    return Bar(t(SHORT[key]), float(before), float(after), text, 2 if after >= before else 1)


def _crafts(now: Profile, t: Translator) -> Picture:
    rows = [
        Bar(name, 0.0, plan.mean(levels, craft), _mean(plan.mean(levels, craft), t), group)
        for craft, group, names in (
            (SELLING, 0, (t("Selling, before"), t("Selling, after"), t("Selling, after the next steps"))),
            (BUYING, 3, (t("Buying, before"), t("Buying, after"), t("Buying, after the next steps"))),
        )
        for name, levels in zip(names, (now.before, now.after, now.planned), strict=True)
    ]
    told = t.joined(t("{name}: {levels}.", name=row.name, levels=row.text) for row in rows)
    words = Words("crafts", t("Both crafts, as means"), told)
    return rowed(words, t("Craft"), Axis(t("Level, 1 to 5"), 0, plan.TOP), rows)


def _row(key: str, now: Profile, t: Translator) -> Figures:
    return {
        t("Statement"): t(SHORT[key]),
        t("Craft"): t("selling") if STATEMENTS[key] == SELLING else t("buying"),
        t("Before"): _level(now.before[key]),
        t("After"): _level(now.after[key]),
        t("Seen by others"): "✓" if key in now.proofs else "",
        t("Next step"): "✓" if key in now.steps else "",
    }


def _level(level: int) -> str:
    return str(level) if level else "–"


def _equation(now: Profile, t: Translator) -> str:
    selling, buying = plan.mean(now.after, SELLING), plan.mean(now.after, BUYING)
    lean = formula("[S − B] / [S + B] = {value}", value=number(plan.lean(now.after), 2, sign=True))
    planned = formula("[S' − B'] / [S' + B'] = {value}", value=number(plan.lean(now.planned), 2, sign=True))
    lines_ = {
        t("How far you lean after the course, in the form of the E-I index:"): lean,
        t("After your next steps:"): planned,
    }
    symbols = {
        "S": t("mean of the seller's craft after the course, {level}", level=_mean(selling, t)),
        "B": t("mean of the buyer's craft after the course, {level}", level=_mean(buying, t)),
        "S', B'": t("the same with one level more for each next step"),
    }
    rule = t(
        "1 is a seller who has never bought, −1 a buyer who has never sold, 0 a value manager of either "
        "origin."
    )
    return worked(lines_, symbols, rule)


self_assessment = Decision(
    exercise_id="u10-self-assessment",
    version=1,
    concepts=("C43", "C64"),
    title=N_("The value manager's self-assessment"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
