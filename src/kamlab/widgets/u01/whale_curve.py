"""Which accounts to decline: the whale curve and the cost that stays (C44, C60).

``declining`` holds the figures, ``whale_check`` the goal's conditions. The freed share of the service cost is
an assumption, and the check holds the trainee to one that can be defended.
"""

from kamlab.data import AccountResult
from kamlab.i18n import Translator
from kamlab.widgets import chart
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.markup import cards, figure, ident, literal, math, over, paragraph, row, sub, total, where
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.shell import Definition, Exercise, Face, View, shown
from kamlab.widgets.u01.declining import (
    DEFENSIBLE,
    MOST,
    YEAR,
    Outcome,
    book,
    curve_after,
    curve_today,
    effect,
)
from kamlab.widgets.u01.whale_check import check, decided
from kamlab.widgets.verdict import by

_ID = "u01-whale-curve"


def face(t: Translator) -> Face:
    """The task and its controls."""
    accounts = book()
    task = paragraph(
        t(
            "In {year} Meridian served {count} accounts and earned {profit}. Some accounts cost more to "
            "serve than they bring. But whoever is declined takes its contribution along, while people, "
            "vehicles and stock rooms do not vanish at once: only the freed share of the service cost is "
            "saved.",
            year=YEAR,
            count=len(accounts.served),
            profit=thousands(accounts.profit, t),
        )
    ) + paragraph(
        t(
            "Your goal: raise the year's profit by at least {goal}, decline at most {most} accounts, and "
            "none that helps to carry the cost that stays. The controller defends a freed share of {share} "
            "at most.",
            goal=euros(accounts.goal, t),
            most=MOST,
            share=percent(DEFENSIBLE, t),
        ),
        class_="kl-goal",
    )
    groups = (Group(controls=(_accounts(t),)), Group(legend=t("Your assumption"), controls=(_freed(t),)))
    return Face(t("Whom to decline?"), task, groups, t("Check my decision"))


def _accounts(t: Translator) -> Choice:
    options = tuple(Option(a.account_id, a.name, _note(a, t)) for a in book().listed)
    return Choice(
        id="declined",
        label=t("Accounts to decline"),
        help=t("Figures of the year in kEUR: revenue, cost to serve, profit."),
        options=options,
        many=True,
    )


def _note(account: AccountResult, t: Translator) -> str:
    note = t(
        "revenue {revenue} · to serve {service} · profit {profit}",
        revenue=_k(account.revenue),
        service=_k(account.cost_to_serve),
        profit=_k(account.profit),
    )
    return note.replace(" ", "\u00a0").replace("\u00a0·\u00a0", "\u00a0· ")


def _k(amount: float) -> str:
    return number(amount / 1000)


def _freed(t: Translator) -> Slider:
    return Slider(
        id="freed",
        label=t("Share of the service cost that is freed within a year"),
        low=20,
        high=100,
        step=5,
        start=40,
        unit=t("{n} %"),
        help=t("The rest stays as unused capacity until other accounts fill it."),
    )


def view(answers: Answers, t: Translator) -> View:
    """The decision's consequences for Meridian and for its customers."""
    now = decided(answers)
    said = _summary(now, t)
    return {
        "summary": paragraph(said),
        "say": said,
        "chart": _picture(now, t),
        "sides": _sides(now, t),
        "table": _table(now, answers.number("freed") / 100, t),
        "equation": _equation(now, answers.number("freed") / 100, t),
    }


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


def _sides(now: Outcome, t: Translator) -> str:
    accounts = book()
    revenue = sum(a.revenue for a in now.declined)
    seller = (
        (t("Contribution lost"), thousands(-now.lost, t, 1, sign=True)),
        (t("Service cost freed"), thousands(now.freed, t, 1, sign=True)),
        (t("Change of profit"), thousands(now.gain, t, 1, sign=True)),
        (t("Unused capacity"), thousands(now.unused, t, 1)),
    )
    buyers = (
        (
            t("Still served"),
            t("{count} of {all}", count=len(accounts.served) - len(now.declined), all=len(accounts.served)),
        ),
        (t("Must buy elsewhere"), number(len(now.declined))),
        (t("Their purchases"), thousands(revenue, t)),
        (t("Orders to place anew"), number(sum(a.orders for a in now.declined))),
    )
    return cards(((t("Meridian (seller)"), seller), (t("The customers"), buyers)))


def _picture(now: Outcome, t: Translator) -> str:
    title = t("Whale curve: how the year's profit builds up")
    frame = chart.Frame(
        chart.Axis(t("Accounts, most profitable first, % of today's"), 0, 100, number),
        chart.Axis(t("Cumulative profit, % of today's"), 0, 160, number),
    )
    today, after = curve_today(), curve_after(now)
    series = [chart.Series(t("Today"), today, len(today) * 2 // 3)]
    if now.declined:
        series.append(chart.Series(t("Your decision"), after, below=True))
    description = t(
        "Today the curve peaks at {peak} of the profit and falls back to 100 %. After your decision it ends "
        "at {end}; its last step down is the unused capacity.",
        peak=percent(max(y for _, y in today) / 100, t),
        end=percent(after[-1][1] / 100, t, 1),
    )
    caption = chart.Caption(f"kl-{_ID}-line", title, description)
    return figure(title, chart.line_chart(frame, series, caption))


def _table(now: Outcome, freed: float, t: Translator) -> str:
    chosen = {a.account_id for a in now.declined}
    rows = [
        (
            a.name,
            t("declined") if a.account_id in chosen else t("served"),
            number(a.revenue),
            number(a.profit + a.cost_to_serve),
            number(a.cost_to_serve),
            number(a.profit),
            number(effect(a, freed), sign=True),
        )
        for a in book().listed
    ]
    head = (
        t("Account"),
        t("Decision"),
        t("Revenue, EUR"),
        t("Contribution before service, EUR"),
        t("Cost to serve, EUR"),
        t("Profit, EUR"),
        t("Change of profit if declined, EUR"),
    )
    return data_table(t("The accounts on the list, {year}", year=YEAR), head, rows, words=2)


def _equation(now: Outcome, freed: float, t: Translator) -> str:
    share, service, contribution = ident("φ"), sub(ident("s"), ident("a")), sub(ident("c"), ident("a"))
    change = math(
        ident("ΔP"),
        over("="),
        total("a", "", ""),
        row(over("("), share, service, over("−"), contribution, over(")")),
        over("="),
        literal(f"{number(now.freed)} − {number(now.lost)}"),
        over("="),
        literal(euros(now.gain, t, sign=True)),
    )
    legend = where(
        (
            ("ΔP", t("change of the year's profit, over all accounts a that are declined")),
            ("φ", t("freed share of the service cost, {share}", share=percent(freed, t))),
            ("s", t("cost to serve the account, EUR")),
            ("c", t("its contribution before service: revenue less returns and goods, EUR")),
        )
    )
    rule = paragraph(
        t("Declining pays only where the freed part of the service cost exceeds the contribution lost.")
    )
    return change + legend + rule


DEFINITION = Definition(_ID, 1, "u01", ("C44", "C60"), face, view, by(check))


def exercise() -> Exercise:
    """The whale curve of Meridian's accounts, with a choice of accounts to decline."""
    return shown(DEFINITION)
