"""Which accounts to decline: the whale curve and the cost that stays (C44, C60).

``declining`` holds the figures, ``whale_check`` the goal's conditions. The freed share of the service cost is
an assumption, and the check holds the trainee to one that can be defended.
"""

from kamlab.data import AccountResult
from kamlab.i18n import N_, Translator
from kamlab.widgets.chart import Axis, Frame, Series
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.picture import Picture, Words, lines
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u01 import declining
from kamlab.widgets.u01.declining import Outcome, book
from kamlab.widgets.u01.whale_check import RULES


def task(t: Translator) -> Task:
    """What Meridian faces, and the goal."""
    situation = t(
        "In {year} Meridian served {count} accounts and earned {profit}. Some accounts cost more to "
        "serve than they bring. But whoever is declined takes its contribution along, while people, "
        "vehicles and stock rooms do not vanish at once: only the freed share of the service cost is "
        "saved.",
        year=declining.YEAR,
        count=len(book().served),
        profit=thousands(book().profit, t),
    )
    goal = t(
        "Your goal: raise the year's profit by at least {goal}, decline at most {most} accounts, and "
        "none that helps to carry the cost that stays. The controller defends a freed share of {share} "
        "at most.",
        goal=euros(book().goal, t),
        most=declining.MOST,
        share=percent(declining.DEFENSIBLE, t),
    )
    return Task(situation, goal)


def controls(t: Translator) -> tuple[Choice, Group]:
    """The accounts, and the share of their cost that is freed."""
    accounts = Choice(
        id="declined",
        label=t("Accounts to decline"),
        help=t("Figures of the year in kEUR: revenue, cost to serve, profit."),
        options=tuple(Option(a.account_id, a.name, _note(a, t)) for a in book().listed),
        many=True,
    )
    freed = Slider(
        id="freed",
        label=t("Share of the service cost that is freed within a year"),
        low=20,
        high=100,
        step=5,
        start=40,
        unit=t("{n} %"),
        help=t("The rest stays as unused capacity until other accounts fill it."),
    )
    return accounts, Group(legend=t("Your assumption"), controls=(freed,))


def _note(account: AccountResult, t: Translator) -> str:
    note = t(
        "revenue {revenue} · to serve {service} · profit {profit}",
        revenue=number(account.revenue / 1000),
        service=number(account.cost_to_serve / 1000),
        profit=number(account.profit / 1000),
    )
    return note.replace(" ", "\u00a0").replace("\u00a0·\u00a0", "\u00a0· ")


def read(answers: Answers) -> Outcome:
    """The outcome of what the controls say."""
    return declining.outcome(answers.chosen("declined"), answers.number("freed") / 100)


def show(now: Outcome, t: Translator) -> Shown:
    """The decision's consequences for Meridian and for its customers."""
    return Shown(
        summary=_summary(now, t),
        pictures=(_picture(now, t),),
        sides=_sides(now, t),
        table=listed(
            t("The accounts on the list, {year}", year=declining.YEAR),
            [_row(a, now, t) for a in book().listed],
            words=2,
        ),
        equation=_equation(now, t),
    )


def _summary(now: Outcome, t: Translator) -> str:
    if not now.declined:
        return t("No account is declined. Profit stays at {profit}.", profit=thousands(book().profit, t))
    return t(
        "Declined: {count}. Profit changes by {gain} to {profit}; {unused} of service cost stays unused.",
        count=len(now.declined),
        gain=thousands(now.gain, t, 1, sign=True),
        profit=thousands(book().profit + now.gain, t),
        unused=thousands(now.unused, t, 1),
    )


def _sides(now: Outcome, t: Translator) -> dict[str, Figures]:
    served, gone = len(book().served), len(now.declined)
    seller = {
        t("Contribution lost"): thousands(-now.lost, t, 1, sign=True),
        t("Service cost freed"): thousands(now.freed, t, 1, sign=True),
        t("Change of profit"): thousands(now.gain, t, 1, sign=True),
        t("Unused capacity"): thousands(now.unused, t, 1),
    }
    buyers = {
        t("Still served"): t("{count} of {all}", count=served - gone, all=served),
        t("Must buy elsewhere"): number(gone),
        t("Their purchases"): thousands(sum(a.revenue for a in now.declined), t),
        t("Orders to place anew"): number(sum(a.orders for a in now.declined)),
    }
    return {t("Meridian (seller)"): seller, t("The customers"): buyers}


def _picture(now: Outcome, t: Translator) -> Picture:
    frame = Frame(
        Axis(t("Accounts, most profitable first, % of today's"), 0, 100),
        Axis(t("Cumulative profit, % of today's"), 0, 160),
    )
    today, after = declining.curve_today(), declining.curve_after(now)
    series = [Series(t("Today"), today, len(today) * 2 // 3)]
    if now.declined:
        series.append(Series(t("Your decision"), after, below=True))
    description = t(
        "Today the curve peaks at {peak} of the profit and falls back to 100 %. After your decision it ends "
        "at {end}; its last step down is the unused capacity.",
        peak=percent(max(y for _, y in today) / 100, t),
        end=percent(after[-1][1] / 100, t, 1),
    )
    return lines(Words("line", t("Whale curve: how the year's profit builds up"), description), frame, series)


def _row(a: AccountResult, now: Outcome, t: Translator) -> Figures:
    return {
        t("Account"): a.name,
        t("Decision"): t("declined") if a in now.declined else t("served"),
        t("Revenue, EUR"): number(a.revenue),
        t("Contribution before service, EUR"): number(a.profit + a.cost_to_serve),
        t("Cost to serve, EUR"): number(a.cost_to_serve),
        t("Profit, EUR"): number(a.profit),
        t("Change of profit if declined, EUR"): number(declining.effect(a, now.share), sign=True),
    }


def _equation(now: Outcome, t: Translator) -> str:
    change = formula(
        "ΔP = ∑_a [(φ s_a − c_a)] = {numbers} = {gain}",
        numbers=f"{number(now.freed)} − {number(now.lost)}",
        gain=euros(now.gain, t, sign=True),
    )
    symbols = {
        "ΔP": t("change of the year's profit, over all accounts a that are declined"),
        "φ": t("freed share of the service cost, {share}", share=percent(now.share, t)),
        "s": t("cost to serve the account, EUR"),
        "c": t("its contribution before service: revenue less returns and goods, EUR"),
    }
    rule = t("Declining pays only where the freed part of the service cost exceeds the contribution lost.")
    return worked({"": change}, symbols, rule)


whale_curve = Decision(
    exercise_id="u01-whale-curve",
    version=1,
    concepts=("C44", "C60"),
    title=N_("Whom to decline?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
