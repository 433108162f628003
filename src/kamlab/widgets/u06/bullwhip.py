"""From the till to the magnet: share what customers buy along a chain of four, and who pays (C13, C36).

``bullwhip_plan`` holds the figures, ``bullwhip_pictures`` draws them, ``bullwhip_check`` holds the goal's
conditions. How orders swing comes from ``kamlab.models.bullwhip``.
"""

from kamlab.i18n import N_, Translator
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.sides import Figures, compared
from kamlab.widgets.u06 import bullwhip_plan as plan
from kamlab.widgets.u06.bullwhip_check import RULES
from kamlab.widgets.u06.bullwhip_pictures import run, swings
from kamlab.widgets.u06.bullwhip_plan import MAKER, MERIDIAN, NORDLYS, SHOPS, Chain, Terms

REACHES = (
    N_("Nobody but the shops"),
    N_("Nordlys, too"),
    N_("Nordlys and Meridian"),
)


def task(t: Translator) -> Task:
    """The chain as it is, and the goal."""
    before = plan.chain(plan.TODAY)
    situation = t(
        "Customers buy about {mean} of Nordlys's heat pumps a week, give or take {spread}. The shops order "
        "them from Nordlys, Nordlys the drives from Meridian, Meridian the magnets from their maker, each "
        "from its own forecast. To keep the orders calm, everybody averages {window} weeks. Even so they "
        "swing by {nordlys} when they reach Nordlys, {meridian} at Meridian, {maker} at the magnet maker; "
        "and everybody notices late what customers want.",
        mean=number(plan.MEAN),
        spread=number(plan.DEVIATION),
        window=number(plan.TODAY.window),
        nordlys=number(before.swings[NORDLYS], 1),
        meridian=number(before.swings[MERIDIAN], 1),
        maker=number(before.swings[MAKER], 1),
    )
    goal = t(
        "Your goal: the orders for magnets swing by at most {calm}, and against today the shops gain at "
        "least {shops} a year, Nordlys {nordlys} and Meridian {meridian}.",
        calm=number(plan.CALM),
        shops=thousands(plan.GOALS[SHOPS], t),
        nordlys=thousands(plan.GOALS[NORDLYS], t),
        meridian=thousands(plan.GOALS[MERIDIAN], t),
    )
    return Task(situation, goal, _assumed(t))


def _assumed(t: Translator) -> str:
    return t(
        "Assumed: a swing of one piece a week more costs Nordlys {nordlys} a year, Meridian {meridian}, the "
        "magnet maker {maker}, who returns {back} of what it saves in Meridian's price. A forecast that is a "
        "week older costs the shops {shops_old}, Nordlys {nordlys_old}, Meridian {meridian_old}. Passing the "
        "figures on costs the shops {passing}; reading them costs a firm {link}.",
        nordlys=thousands(plan.SWING[NORDLYS], t),
        meridian=thousands(plan.SWING[MERIDIAN], t),
        maker=thousands(plan.SWING[MAKER], t),
        back=percent(plan.RETURNED, t),
        shops_old=thousands(plan.AGE[SHOPS], t),
        nordlys_old=thousands(plan.AGE[NORDLYS], t),
        meridian_old=thousands(plan.AGE[MERIDIAN], t),
        passing=thousands(plan.PASSING, t),
        link=thousands(plan.LINK, t),
    )


def controls(t: Translator) -> tuple[Choice, Group, Group]:
    """Who sees what, how one plans, who pays."""
    reach = Choice(
        id="reach",
        label=t("Who sees what the tills sell"),
        options=tuple(Option(str(place), t(text)) for place, text in enumerate(REACHES)),
        start=(str(plan.TODAY.reach),),
    )
    window = Slider(
        id="window",
        label=t("Weeks in everybody's forecast"),
        low=plan.WINDOWS[0],
        high=plan.WINDOWS[1],
        step=1,
        start=plan.TODAY.window,
        help=t("Few weeks follow customers quickly, many weeks are calm."),
    )
    delivery = Slider(
        id="delivery",
        label=t("Weeks from Nordlys's order until its drives arrive"),
        low=1,
        high=plan.LONGEST,
        step=1,
        start=plan.LONGEST,
        help=t(
            "The first week less costs {first} a year, the second {second}, the third {third}.",
            **{
                name: thousands(plan.FASTER * place, t)
                for place, name in enumerate(("first", "second", "third"), start=1)
            },
        ),
    )
    planning = Group(legend=t("How the chain plans"), controls=(window, delivery))
    return reach, planning, Group(legend=t("Who pays"), controls=_paying(t))


def _paying(t: Translator) -> tuple[Slider, Slider]:
    fee = Slider(
        id="fee",
        label=t("Fee to the shops for their figures"),
        low=0,
        high=30_000,
        step=5_000,
        start=0,
        unit=t("{n} EUR a year"),
    )
    part = Slider(
        id="part",
        label=t("Meridian's part of the fee and of faster deliveries"),
        low=0,
        high=100,
        step=10,
        start=0,
        unit=t("{n} %"),
        help=t("Nordlys bears the rest."),
    )
    return fee, part


def read(answers: Answers) -> Chain:
    """What the agreement leads to."""
    terms = Terms(
        int(answers.choice("reach") or 0),
        round(answers.number("window")),
        round(answers.number("delivery")),
        answers.number("fee"),
        answers.number("part") / 100,
    )
    return plan.chain(terms)


def show(now: Chain, t: Translator) -> Shown:
    """How orders swing, and what each firm gains."""
    return Shown(
        summary=_summary(now, t),
        pictures=(run(now, t), swings(now, t)),
        warning=_warning(now, t),
        sides=_sides(now, t),
        table=_table(now, t),
        equation=_equation(now, t),
    )


def _summary(now: Chain, t: Translator) -> str:
    return t(
        "Orders swing by {meridian} drives when they reach Meridian and by {maker} sets at the magnet maker. "
        "Gain a year: shops {shops}, Nordlys {nordlys}, Meridian {seller}.",
        meridian=number(now.swings[MERIDIAN], 1),
        maker=number(now.swings[MAKER], 1),
        shops=thousands(now.gains[SHOPS], t, 1, sign=True),
        nordlys=thousands(now.gains[NORDLYS], t, 1, sign=True),
        seller=thousands(now.gains[MERIDIAN], t, 1, sign=True),
    )


def _warning(now: Chain, t: Translator) -> str:
    gain = now.gains[MAKER]
    if round(gain) == 0:
        return ""
    amount = thousands(abs(gain), t, 1)
    if gain < 0:
        return t(
            "The magnet maker loses {amount} a year by this. It will want it back in its price.",
            amount=amount,
        )
    return t("The magnet maker gains {amount} a year by this, and has done nothing for it.", amount=amount)


def _sides(now: Chain, t: Translator) -> dict[str, Figures]:
    return {
        t("The shops (give the figures)"): _side(now, SHOPS, t),
        t("Nordlys (buyer)"): _side(now, NORDLYS, t),
        t("Meridian (seller)"): _side(now, MERIDIAN, t),
    }


def _side(now: Chain, firm: int, t: Translator) -> Figures:
    """A firm's year."""
    return {
        t("Orders received swing by"): number(now.swings[firm], 1),
        t("Swings and old forecasts cost"): thousands(now.held[firm], t, 1),
        t("The tills' figures cost"): thousands(now.links[firm], t),
        t("Paid by others, or to them"): thousands(now.paid[firm], t, 1, sign=True),
        t("Gain against today"): thousands(now.gains[firm], t, 1, sign=True),
    }


def _table(now: Chain, t: Translator) -> str:
    columns = {t("Today"): _figures(plan.chain(plan.TODAY), t)}
    for place, name in enumerate(REACHES):
        other = Terms(place, now.terms.window, now.terms.delivery, now.terms.fee, now.terms.part)
        columns[t(name)] = _figures(plan.chain(other), t)
    return compared(t("Today, and your terms by who sees the tills"), t("Figure"), columns)


def _figures(one: Chain, t: Translator) -> Figures:
    return {
        t("Swing at Meridian, drives a week"): number(one.swings[MERIDIAN], 1),
        t("Swing at the magnet maker, sets a week"): number(one.swings[MAKER], 1),
        t("Gain of the shops, kEUR a year"): number(one.gains[SHOPS] / 1000, 1, sign=True),
        t("Gain of Nordlys, kEUR a year"): number(one.gains[NORDLYS] / 1000, 1, sign=True),
        t("Gain of Meridian, kEUR a year"): number(one.gains[MERIDIAN] / 1000, 1, sign=True),
        t("Gain of the magnet maker, kEUR a year"): number(one.gains[MAKER] / 1000, 1, sign=True),
        t("All four together, kEUR a year"): number(one.total / 1000, 1, sign=True),
    }


def _equation(now: Chain, t: Translator) -> str:
    terms = now.terms
    alike = terms.reach + 1
    weeks = [number(week) for week in plan.times(terms.delivery)[:alike]]
    share = sum(plan.times(terms.delivery)[:alike]) / terms.window
    ratio = plan.ratios(terms.reach, terms.window, terms.delivery)[alike]
    swing = formula(
        "a = L / n = {weeks} / {window} = {share}",
        weeks=weeks[0] if alike == 1 else f"({' + '.join(weeks)})",
        window=number(terms.window),
        share=number(share, 2),
    )
    grown = formula(
        "R = 1 + 2 a + 2 a^2 = {ratio} , s = {spread} · √ R = {swing}",
        ratio=number(ratio, 2),
        spread=number(plan.DEVIATION),
        swing=number(now.swings[alike], 1),
    )
    heads = (t("How far the firms that see the tills order ahead:"), t("What becomes of customers' swings:"))
    return worked(dict(zip(heads, (swing, grown), strict=True)), _symbols(t), _rule(now, t))


def _symbols(t: Translator) -> dict[str, str]:
    return {
        "L": t("weeks from order to arrival, of all firms that see the tills, added up"),
        "n": t("weeks in the forecast"),
        "R": t("variance of the last such firm's orders, over that of what customers buy"),
        "s": t("swing of its orders (standard deviation), pieces a week"),
    }


def _rule(now: Chain, t: Translator) -> str:
    if now.terms.reach + 1 == plan.FIRMS - 1:
        return t(
            "Delivery times add up as long as all look at the same tills. Sharing does not shorten them."
        )
    return t(
        "Every further firm sees only orders: it multiplies R by at least the same expression with its own "
        "delivery time. In the end R is {ratio}.",
        ratio=number(plan.ratios(now.terms.reach, now.terms.window, now.terms.delivery)[MAKER], 2),
    )


bullwhip = Decision(
    exercise_id="u06-bullwhip",
    version=1,
    concepts=("C13", "C36"),
    title=N_("From the till to the magnet"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
