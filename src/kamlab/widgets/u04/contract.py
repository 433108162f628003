"""Who pays for the surprise: share, target profit and ceiling of an incentive price (C03, C05, C07).

``contract_plan`` holds the job's figures, ``contract_check`` the goal's conditions.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Group, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u04 import contract_plan as plan
from kamlab.widgets.u04.contract_check import RULES
from kamlab.widgets.u04.contract_plan import Case, Deal, Terms


def task(t: Translator) -> Task:
    """The job, its risk, and the goal."""
    situation = t(
        "Nordlys wants to hand over the monitoring of the drives in its plants. Both sides expect it to cost "
        "Meridian {target} a year, but it may be anything from {low} to {high}. Doing it itself would cost "
        "Nordlys {extra} more in every case. Stefan Lopez proposes a fixed price. Meridian's people would "
        "earn {elsewhere} a year with other work.",
        target=thousands(plan.TARGET, t),
        low=thousands(plan.COSTS[0], t),
        high=thousands(plan.COSTS[-1], t),
        extra=thousands(plan.IN_HOUSE, t),
        elsewhere=thousands(plan.ELSEWHERE, t),
    )
    goal = t(
        "Your goal: a contract from which both expect to gain at least {gain} a year against today. In the "
        "dearest case Meridian must not lose more than {loss}, and Nordlys must not pay more than {budget}.",
        gain=thousands(plan.GAIN, t),
        loss=thousands(plan.LOSS, t),
        budget=thousands(plan.BUDGET, t),
    )
    assumed = t(
        "Assumed: Meridian can save up to {reach} a year. The first euro saved costs almost nothing, the "
        "last one a euro; so it saves more, the more of a saved euro it may keep.",
        reach=thousands(plan.REACH, t),
    )
    return Task(situation, goal, assumed)


def controls(t: Translator) -> tuple[Group]:
    """The three terms."""
    profit = Slider(
        id="profit",
        label=t("Target profit"),
        low=10_000,
        high=60_000,
        step=5_000,
        start=40_000,
        unit=t("{n} EUR a year"),
        help=t("What Meridian earns if the job costs just what both expect."),
    )
    share = Slider(
        id="share",
        label=t("Meridian's part of savings and overruns"),
        low=0,
        high=100,
        step=5,
        start=100,
        unit=t("{n} %"),
        help=t("0 %: Nordlys pays whatever it costs. 100 %: a fixed price."),
    )
    ceiling = Slider(
        id="ceiling",
        label=t("Ceiling: Nordlys pays no more than"),
        low=440_000,
        high=540_000,
        step=10_000,
        start=480_000,
        unit=t("{n} EUR a year"),
    )
    return (Group(controls=(profit, share, ceiling)),)


def read(answers: Answers) -> Deal:
    """The deal that the controls describe."""
    share = answers.number("share") / 100
    return plan.deal(Terms(share, answers.number("profit"), answers.number("ceiling")))


def show(now: Deal, t: Translator) -> Shown:
    """What the contract means for both sides."""
    return Shown(
        summary=t(
            "Meridian saves {saved} a year. It expects to gain {seller}, Nordlys {buyer}. In the dearest "
            "case Meridian ends at {worst}, and Nordlys pays {price}.",
            saved=thousands(now.saved, t),
            seller=thousands(now.seller, t, 1, sign=True),
            buyer=thousands(now.buyer, t, 1, sign=True),
            worst=thousands(now.worst.seller, t, 1, sign=True),
            price=thousands(now.worst.price, t),
        ),
        pictures=(_picture(now, t),),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _picture(now: Deal, t: Translator) -> Picture:
    places = range(round(plan.COSTS[0]), round(plan.COSTS[-1]) + 1, 10_000)
    drawn = [plan.case(float(planned), 0, now.saved, now.terms) for planned in places]
    sum_line = tuple((one.planned / 1000, plan.together(now.saved) / 1000) for one in drawn)
    seller = tuple((one.planned / 1000, one.seller / 1000) for one in drawn)
    series = [
        Series(t("Meridian"), seller, 0, below=seller[0] < sum_line[0]),
        Series(t("Nordlys"), tuple((one.planned / 1000, one.buyer / 1000) for one in drawn)),
        Series(t("Both together"), sum_line, below=True),
        *_turning(now, t),
    ]
    frame = Frame(
        Axis(t("What the job costs before savings, kEUR a year"), 300, 520),
        Axis(t("Gain against today, kEUR a year"), -120, 180),
    )
    return lines(Words("line", t("Who gains, whatever the job costs"), _description(now, t)), frame, series)


def _turning(now: Deal, t: Translator) -> list[Series]:
    """An upright where the ceiling begins to bite, if that can happen."""
    at = ((now.turning or 0) + now.saved) / 1000
    if not plan.COSTS[0] / 1000 <= at <= plan.COSTS[-1] / 1000:
        return []
    return [Series(t("Ceiling reached"), ((at, -120.0), (at, 180.0)), 0)]


def _description(now: Deal, t: Translator) -> str:
    first, last = now.cases[0], now.worst
    return t(
        "In the cheapest case Meridian gains {seller_first} and Nordlys {buyer_first}, in the dearest "
        "Meridian {seller_last} and Nordlys {buyer_last}. Together it is {sum} in every case: the contract "
        "only divides it.",
        seller_first=thousands(first.seller, t, 1, sign=True),
        buyer_first=thousands(first.buyer, t, 1, sign=True),
        seller_last=thousands(last.seller, t, 1, sign=True),
        buyer_last=thousands(last.buyer, t, 1, sign=True),
        sum=thousands(plan.together(now.saved), t, 1, sign=True),
    )


def _sides(now: Deal, t: Translator) -> dict[str, Figures]:
    seller = {
        t("Expected gain a year"): thousands(now.seller, t, 1, sign=True),
        t("Gain in the dearest case"): thousands(now.worst.seller, t, 1, sign=True),
        t("Saved by effort"): thousands(now.saved, t),
        t("What the effort costs"): thousands(now.effort, t, 1),
    }
    buyer = {
        t("Expected gain a year"): thousands(now.buyer, t, 1, sign=True),
        t("Gain in the dearest case"): thousands(now.worst.buyer, t, 1, sign=True),
        t("Expected price"): thousands(now.price, t, 1),
        t("Highest price"): thousands(max(case.price for case in now.cases), t),
    }
    return {t("Meridian (provider)"): seller, t("Nordlys (client)"): buyer}


def _table(now: Deal, t: Translator) -> str:
    mean = Case(1, plan.TARGET, plan.TARGET - now.saved, now.price, now.seller, now.buyer)
    rows = [_row(number(one.planned / 1000), one, t) for one in now.cases]
    title = t("The five cases and what to expect, kEUR a year")
    return listed(title, [*rows, _row(t("Expected"), mean, t)])


def _row(name: str, one: Case, t: Translator) -> Figures:
    return {
        t("Cost before savings"): name,
        t("Chance, %"): number(one.chance * 100),
        t("Cost after savings"): number(one.cost / 1000),
        t("Price"): number(one.price / 1000, 1),
        t("Meridian's gain"): number(one.seller / 1000, 1, sign=True),
        t("Nordlys's gain"): number(one.buyer / 1000, 1, sign=True),
    }


def _equation(now: Deal, t: Translator) -> str:
    middle = now.cases[2]
    price = formula(
        "π = min(C, A + F + s (T − A)) = {value}",
        value=euros(middle.price, t),
    )
    lines_ = {t("The price where the job costs just what both expected, before savings:"): price}
    if now.turning is not None:
        lines_[t("The cost from which Meridian bears every further euro alone:")] = formula(
            "A^* = T + [C − T − F] / [1 − s] = {value}", value=euros(now.turning, t)
        )
    symbols = {
        "A": t("actual cost after savings, here {cost}", cost=euros(middle.cost, t)),
        "T": t("target cost, {cost}", cost=euros(plan.TARGET, t)),
        "F": t("target profit, {profit}", profit=euros(now.terms.profit, t)),
        "s": t("Meridian's part of a difference, {share}", share=percent(now.terms.share, t)),
        "C": t("ceiling, {ceiling}", ceiling=euros(now.terms.ceiling, t)),
    }
    rule = t(
        "A saved euro leaves Meridian s of it; it stops saving where the next euro would cost more than "
        "that. So s decides how much there is, and F who gets it."
    )
    return worked(lines_, symbols, rule)


contract = Decision(
    exercise_id="u04-contract",
    version=1,
    concepts=("C03", "C05", "C07"),
    title=N_("Who pays for the surprise?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
