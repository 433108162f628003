"""Between equals: terms that keep trust, power and risk in balance, and still leave something to share (C15).

``balance_plan`` holds the figures, ``balance_pictures`` draws them, ``balance_check`` holds the goal's
conditions. The gauges come from ``kamlab.models.balance``; they are the course's own.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.sides import Figures, compared, mirrored
from kamlab.widgets.u06 import balance_plan as plan
from kamlab.widgets.u06.balance_check import RULES
from kamlab.widgets.u06.balance_pictures import gauges, pairs
from kamlab.widgets.u06.balance_plan import Alliance, Terms

WEIGHTED = {
    "equal": N_("All three alike"),
    "trust": N_("Trust twice as much"),
    "power": N_("Power twice as much"),
    "risk": N_("Risk twice as much"),
}
START = Terms(line=400_000.0, second=0.0, part=0.30, cover=0.0, years=1)


def task(t: Translator) -> Task:
    """The alliance that Nordlys proposes, and the goal."""
    situation = t(
        "Nordlys wants its heat pump drives from a line of Meridian's that makes nothing else. It proposes: "
        "Meridian pays {line} for the line, keeps {part} of what it gains them, bears the loss if heat pumps "
        "fail, and may be given notice every year. In return Nordlys asks nobody else. 'A partnership of "
        "equals,' Stefan Lopez says.",
        line=thousands(START.line, t),
        part=percent(START.part, t),
    )
    goal = t(
        "Your goal: trust, power and risk each show at least {level}, so that it does not matter how they "
        "are weighted; and Meridian gains at least {seller} a year, Nordlys {buyer}.",
        level=number(plan.LEVEL, 2),
        seller=thousands(plan.GOALS[0], t),
        buyer=thousands(plan.GOALS[1], t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: without a line the alliance gains {base} a year, with a large one up to {more} more, less "
        "{upkeep} of its cost for upkeep; {failed} of its cost a year is lost on average because heat pumps "
        "fail. A side can press out, once, {years} times what the other would lose in a year by leaving, for "
        "the part that the other cannot place elsewhere; after that the alliance ends. The gauges and their "
        "weights are this course's own.",
        base=thousands(plan.BASE, t),
        more=thousands(plan.LINE, t),
        upkeep=percent(plan.UPKEEP, t),
        failed=percent(plan.FAILED, t),
        years=number(plan.PRESSED),
    )


def controls(t: Translator) -> tuple[Group, Group, Choice]:
    """What ties, what is shared, what counts."""
    shared = Group(legend=t("What is shared"), controls=_sharing(t))
    weights = Choice(
        id="weights",
        label=t("What counts in the balance"),
        options=tuple(Option(key, t(name)) for key, name in WEIGHTED.items()),
        start=("equal",),
        help=t("No evidence says which is right. See whether it matters."),
    )
    return Group(legend=t("What ties"), controls=_ties(t)), shared, weights


def _ties(t: Translator) -> tuple[Slider, ...]:
    line = Slider(
        id="line",
        label=t("Meridian's line for Nordlys"),
        low=0,
        high=plan.MOST / 1000,
        step=50,
        start=START.line / 1000,
        unit=t("{n} kEUR"),
    )
    second = Slider(
        id="second",
        label=t("Drives that Nordlys could have from a second source"),
        low=0,
        high=80,
        step=5,
        start=0,
        unit=t("{n} %"),
        help=t("Each 10 % cost Nordlys {cost} a year.", cost=thousands(plan.SECOND / 10, t)),
    )
    years = Slider(
        id="years",
        label=t("Years of the contract"),
        low=1,
        high=6,
        step=1,
        start=START.years,
        help=t(
            "Each further year costs Meridian {seller} and Nordlys {buyer} a year: they are bound.",
            seller=thousands(plan.BOUND[0], t),
            buyer=thousands(plan.BOUND[1], t),
        ),
    )
    return line, second, years


def _sharing(t: Translator) -> tuple[Slider, ...]:
    part = Slider(
        id="part",
        label=t("Meridian's part of the joint gain"),
        low=20,
        high=80,
        step=5,
        start=round(START.part * 100),
        unit=t("{n} %"),
    )
    cover = Slider(
        id="cover",
        label=t("Part of a failed line that Nordlys pays"),
        low=0,
        high=100,
        step=10,
        start=0,
        unit=t("{n} %"),
    )
    return part, cover


def read(answers: Answers) -> Alliance:
    """What the terms lead to."""
    second, part, cover = (answers.number(name) / 100 for name in ("second", "part", "cover"))
    terms = Terms(answers.number("line") * 1000, second, part, cover, round(answers.number("years")))
    return plan.alliance(terms, answers.choice("weights") or "equal")


def show(now: Alliance, t: Translator) -> Shown:
    """The gauges, what is behind them, and what each side gains."""
    return Shown(
        summary=_summary(now, t),
        pictures=(gauges(now, t), pairs(now, t)),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Alliance, t: Translator) -> str:
    return t(
        "Trust {trust}, power {power}, risk {risk}: the balance shows {balance}. Meridian gains {seller} a "
        "year, Nordlys {buyer}.",
        trust=number(now.gauges.trust, 2),
        power=number(now.gauges.power, 2),
        risk=number(now.gauges.risk, 2),
        balance=number(now.gauges.balance, 2),
        seller=thousands(now.seller.gain, t, 1, sign=True),
        buyer=thousands(now.buyer.gain, t, 1, sign=True),
    )


def _hundredths(value: float) -> str:
    return number(value, 2)


def _sides(now: Alliance, t: Translator) -> dict[str, Figures]:
    seller, buyer = now.seller, now.buyer
    return mirrored(
        t("Meridian (seller)"),
        t("Nordlys (buyer)"),
        {
            t("Gains a year"): (
                thousands(seller.gain, t, 1, sign=True),
                thousands(buyer.gain, t, 1, sign=True),
            ),
            t("Could not place elsewhere"): (percent(seller.depends, t), percent(buyer.depends, t)),
            t("Could press out once"): (thousands(seller.pressed, t), thousands(buyer.pressed, t)),
            t("To resist, next year must weigh"): (number(seller.needed, 2), number(buyer.needed, 2)),
            t("Bears of a failed line"): (percent(1 - now.terms.cover, t), percent(now.terms.cover, t)),
        },
    )


def _table(now: Alliance, t: Translator) -> str:
    columns = {t("As proposed"): _figures(plan.alliance(START), t), t("Your terms"): _figures(now, t)}
    return compared(t("Nordlys's proposal and your terms"), t("Figure"), columns)


def _figures(one: Alliance, t: Translator) -> Figures:
    balances = {
        t("Balance: {weights}", weights=t(name)): _hundredths(plan.alliance(one.terms, key).gauges.balance)
        for key, name in WEIGHTED.items()
    }
    return {
        t("Joint gain after upkeep, kEUR a year"): number(one.joint / 1000, 1),
        t("Gain of Meridian, kEUR a year"): number(one.seller.gain / 1000, 1, sign=True),
        t("Gain of Nordlys, kEUR a year"): number(one.buyer.gain / 1000, 1, sign=True),
        t("Trust"): _hundredths(one.gauges.trust),
        t("Power"): _hundredths(one.gauges.power),
        t("Risk"): _hundredths(one.gauges.risk),
        **balances,
    }


def _equation(now: Alliance, t: Translator) -> str:
    trust = formula(
        'T = "min" (1, δ / δ^*) = "min" (1, {weight} / {needed}) = {value}',
        weight=number(now.weight, 2),
        needed=number(now.needed, 2),
        value=number(now.gauges.trust, 2),
    )
    power = formula(
        "P = 1 − | d_M − d_N | = 1 − | {first} − {second} | = {value}",
        first=number(now.seller.depends, 2),
        second=number(now.buyer.depends, 2),
        value=number(now.gauges.power, 2),
    )
    risk = formula(
        "R = 1 − | g − p | = 1 − | {bears} − {part} | = {value}",
        bears=number(1 - now.terms.cover, 2),
        part=number(now.terms.part, 2),
        value=number(now.gauges.risk, 2),
    )
    first, second, third = (number(weight, 2) for weight in now.gauges.weights)
    whole = formula(
        "B = {first} T + {second} P + {third} R = {value}",
        first=first,
        second=second,
        third=third,
        value=number(now.gauges.balance, 2),
    )
    heads = (t("Trust:"), t("Power:"), t("Risk:"), t("The balance, with your weights:"))
    rule = t(
        "Whatever the weights, the balance lies between the lowest gauge and the highest. Mend the lowest."
    )
    return worked(dict(zip(heads, (trust, power, risk, whole), strict=True)), _symbols(now, t), rule)


def _symbols(now: Alliance, t: Translator) -> dict[str, str]:
    return {
        "δ": t(
            "what a euro of next year weighs today; years of the contract: {years}", years=now.terms.years
        ),
        "δ*": t(
            "what it must weigh for the side that is more tempted: D / (K + D), with what it gains a year, "
            "K, and what it could press out once, D"
        ),
        "d": t("what Meridian (M) and Nordlys (N) could not place elsewhere"),
        "g": t("Meridian's part of a failed line"),
        "p": t("Meridian's part of the joint gain"),
    }


balance = Decision(
    exercise_id="u06-balance",
    version=1,
    concepts=("C15",),
    title=N_("Between equals"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
