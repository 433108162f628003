"""A career of choice: a certificate that the able take and the others leave (C38, C39, C43).

``career_plan`` holds the figures, ``career_check`` the goal's conditions. The start is a well-meant
certificate: an easy examination, half paid by the employers, that tells nobody anything.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.bars import Bar
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines, rowed
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u10 import career_plan as plan
from kamlab.widgets.u10.career_check import RULES
from kamlab.widgets.u10.career_plan import EXAM, JOINT, KINDS, PROJECT, Outcome, Rules

NAMES = {
    EXAM: N_("Examination"),
    PROJECT: N_("Project"),
    JOINT: N_("Joint project"),
}
START = Rules(6.0, 60_000.0, 0.5, EXAM)
_MOST = 36  # months


def task(t: Translator) -> Task:
    """The association's question, and the goal."""
    situation = t(
        "Ingrid Solheim and Stefan Lopez sit on the board of an association of key account managers. It "
        "wants the best graduates to choose value management, and employers to know them when they see "
        "them: by a certificate. Of {all} candidates a year {able} would be good at it, {others} would "
        "not; nobody can tell which. The first draft is an easy examination, half paid by the employers. "
        "Everybody likes it.",
        all=plan.ABLE + plan.OTHERS,
        able=plan.ABLE,
        others=plan.OTHERS,
    )
    goal = t(
        "Your goal: those who would not be good at it leave the certificate alone; at least {wanted} of the "
        "able choose the profession, and are better off than if nobody could tell them from the others. And "
        "sellers and buyers, as employers, each gain at least {gain} from a year's graduates.",
        wanted=percent(plan.WANTED, t),
        gain=thousands(plan.GAIN, t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed, all over a career: an able one brings a seller {seller} and a buyer {buyer} more than "
        "another; each side hires half. Elsewhere top graduates are offered {low} to {high} above the "
        "others' pay, evenly spread. Half of what a task can teach is learnt in {half} months, half of "
        "the rest in the next {half}. The association is invented.",
        seller=thousands(plan.WORTH["seller"], t),
        buyer=thousands(plan.WORTH["buyer"], t),
        low=thousands(plan.OFFERS[0], t),
        high=thousands(plan.OFFERS[1], t),
        half=number(plan.HALF_LEARNT),
    )


def controls(t: Translator) -> tuple[Choice, Group]:
    """The task, the standard, the premium, and who pays for the work."""
    options = tuple(Option(key, t(name), _note(key, t)) for key, name in NAMES.items())
    kind = Choice(
        id="kind",
        label=t("What must a candidate do?"),
        options=options,
        start=(START.kind,),
        help=t("What a month of it costs a candidate, in pay forgone and trouble."),
    )
    months = Slider(
        id="months",
        label=t("How much of it"),
        low=0,
        high=_MOST,
        step=1,
        start=START.months,
        unit=t("{n} months"),
    )
    premium = Slider(
        id="premium",
        label=t("What the certificate adds to pay over a career"),
        low=0,
        high=150,
        step=5,
        start=START.premium / 1000,
        unit=t("{n} kEUR"),
    )
    paid = Slider(
        id="paid",
        label=t("Part of the candidates' cost that employers bear"),
        low=0,
        high=80,
        step=10,
        start=START.paid * 100,
        unit=t("{n} %"),
    )
    return kind, Group(legend=t("The standard and its price"), controls=(months, premium, paid))


def _note(key: str, t: Translator) -> str:
    kind = KINDS[key]
    told = {
        EXAM: N_("written; the able {able}, others {others}; judging {judges}; teaches up to {teaches}"),
        PROJECT: N_(
            "at one firm; the able {able}, others {others}; judging {judges}; teaches up to {teaches}"
        ),
        JOINT: N_(
            "of a seller and a buyer; the able {able}, others {others}; judging {judges}; teaches up to "
            "{teaches}"
        ),
    }
    return t(
        told[key],
        able=thousands(kind.able, t, 1),
        others=thousands(kind.others, t, 1),
        judges=thousands(2 * kind.judges, t),
        teaches=thousands(kind.teaches, t),
    )


def read(answers: Answers) -> Outcome:
    """What the rules of the controls lead to."""
    rules = Rules(
        answers.number("months"),
        answers.number("premium") * 1000,
        round(answers.number("paid")) / 100,
        answers.choice("kind") or EXAM,
    )
    return plan.outcome(rules)


def show(now: Outcome, t: Translator) -> Shown:
    """Who takes the certificate, and what it leaves to each."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_worth(now, t), _ranges(now, t)),
        sides=_sides(now, t),
        before=_sides(plan.outcome(START), t),
        table=compared(
            t("The same premium and the same help, with each kind of task at its lowest working standard"),
            t("Task"),
            {t(name): _alternative(key, now, t) for key, name in NAMES.items()},
        ),
        equation=_equation(now, t),
    )


def _summary(now: Outcome, t: Translator) -> str:
    told = {
        "able": number(now.able, 1),
        "all": plan.ABLE,
        "others": number(now.others),
        "rest": plan.OTHERS,
        "low": number(now.range.low, 1),
        "high": number(now.range.high, 1),
    }
    if now.rules.premium == 0:
        return t("Without a premium nobody has a reason to take the certificate.")
    return t(
        "{able} of {all} top graduates choose the profession, and {others} of {rest} others take the "
        "certificate. From {low} to {high} months it would tell them apart.",
        **told,
    )


def _sides(now: Outcome, t: Translator) -> dict[str, Figures]:
    employers = {
        t("Sellers' gain a year, kEUR"): number(now.gain["seller"] / 1000),
        t("Buyers' gain a year, kEUR"): number(now.gain["buyer"] / 1000),
        t("Able graduates hired"): number(now.able, 1),
        t("Others hired with a certificate"): number(now.others),
    }
    graduates = {
        t("An able one: premium, kEUR"): number(now.rules.premium / 1000),
        t("Her own cost, kEUR"): number(now.cost / 1000, 1),
        t("Left to her, kEUR"): number(now.signal.able_gain / 1000, 1),
        t("If nobody could tell, kEUR"): number(now.signal.gain_without / 1000, 1),
    }
    return {t("Employers: sellers and buyers"): employers, t("Graduates"): graduates}


def _worth(now: Outcome, t: Translator) -> Picture:
    curves = [
        tuple(
            (float(m), (now.rules.premium - (1 - now.rules.paid) * cost * m) / 1000) for m in range(_MOST + 1)
        )
        for cost in (now.kind.able, now.kind.others)
    ]
    frame = Frame(
        Axis(t("Months that the certificate asks for"), 0, _MOST),
        Axis(t("Left of the premium, kEUR"), -100, 150),
    )
    kept = [tuple(p for p in curve if p[1] >= -100) for curve in curves]  # noqa: PLR2004 - the axis
    steep = curves[1][-1][1] < -75  # noqa: PLR2004 - no room left for a name below the line's end
    mark = ((now.rules.months, -100.0), (now.rules.months, 150.0))
    series = (
        Series(t("Able"), kept[0], min(20, len(kept[0]) - 1)),
        Series(t("Others"), kept[1], min(len(kept[1]) - 2, _MOST // 2) if steep else -1, below=not steep),
        Series(t("Your standard"), mark),
    )
    told = t(
        "What is left of the premium falls with every month. It is used up after {low} months for the others "
        "and after {high} for the able; your standard is {months} months.",
        low=number(now.range.low, 1),
        high=number(now.range.high, 1),
        months=number(now.rules.months),
    )
    note = t("Who is left with more than nothing takes the certificate.")
    return lines(Words("worth", t("Who finds the certificate worth taking"), told), frame, series).noted(note)


def _ranges(now: Outcome, t: Translator) -> Picture:
    rows = [_range(key, now, t) for key in KINDS]
    told = t.joined([*(_told(row, t) for row in rows), _yours(now, t)])
    words = Words("ranges", t("Months that tell the able from the others"), told)
    most = max(float(_MOST), *(row.end for row in rows))
    return rowed(words, t("Task"), Axis(t("Months"), 0, most), rows)


def _yours(now: Outcome, t: Translator) -> str:
    return t("Your standard: {months} months.", months=number(now.rules.months))


def _told(row: Bar, t: Translator) -> str:
    return t("{name}: {value}.", name=row.name, value=row.text)


def _range(key: str, now: Outcome, t: Translator) -> Bar:
    other = plan.outcome(Rules(now.rules.months, now.rules.premium, now.rules.paid, key)).range
    text = t("{low} to {high}", low=number(other.low, 1), high=number(other.high, 1))
    return Bar(t(NAMES[key]), other.low, other.high, text, 2 if key == now.rules.kind else 0)


def _alternative(key: str, now: Outcome, t: Translator) -> Figures:
    low = plan.outcome(Rules(now.rules.months, now.rules.premium, now.rules.paid, key)).range.low
    other = plan.outcome(Rules(low, now.rules.premium, now.rules.paid, key))
    return {
        t("Lowest working standard, months"): number(low, 1),
        t("Left to an able one, kEUR"): number(other.signal.able_gain / 1000, 1),
        t("Able who choose it, %"): number(100 * other.chosen),
        t("Sellers' gain, kEUR"): number(other.gain["seller"] / 1000),
        t("Buyers' gain, kEUR"): number(other.gain["buyer"] / 1000),
    }


def _equation(now: Outcome, t: Translator) -> str:
    able, others = ((1 - now.rules.paid) * cost for cost in (now.kind.able, now.kind.others))
    span = formula(
        "B / c_2 = {low} ≤ e ≤ {high} = B / c_1",
        low=number(now.range.low, 1),
        high=number(now.range.high, 1),
    )
    left = formula("B − c_1 e = {left}", left=thousands(now.rules.premium - now.cost, t, 1))
    without = formula("s B = {average}", average=thousands(now.signal.gain_without, t, 1))
    lines_ = {
        t("The certificate tells the able from the others if"): span,
        t("An able one is left with"): left,
        t("If nobody could tell, everybody would get"): without,
    }
    symbols = {
        "e": t("months that the certificate asks for, {months}", months=number(now.rules.months)),
        "B": t("what it adds to pay, {premium}", premium=thousands(now.rules.premium, t)),
        "c₁": t("what a month costs an able candidate herself, {cost}", cost=thousands(able, t, 2)),
        "c₂": t("what it costs another, {cost}", cost=thousands(others, t, 2)),
        "s": t(
            "the share of able candidates, {share}", share=percent(plan.ABLE / (plan.ABLE + plan.OTHERS), t)
        ),
    }
    rule = t(
        "At the lowest working standard an able one keeps B (1 − c₁ / c₂): what counts is not how hard "
        "the task is, but how much harder for the others."
    )
    return worked(lines_, symbols, rule)


career = Decision(
    exercise_id="u10-career",
    version=1,
    concepts=("C38", "C39", "C43"),
    title=N_("A certificate that means something"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
