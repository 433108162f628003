"""Which accounts to decline: the whale curve and the cost that stays (C44, C60).

The accounts of Meridian's ledger in its last year. Declining an account loses what it contributes before
service; of its service cost only the freed share goes, the rest stays as unused capacity (time-driven
costing). The freed share is an assumption, and the check holds the trainee to one that can be defended.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kamlab.data import AccountResult, account_results, ledger
from kamlab.i18n import Translator
from kamlab.models.cost_to_serve import whale_curve
from kamlab.widgets import chart
from kamlab.widgets.controls import Answers, Choice, Group, Option, Slider
from kamlab.widgets.markup import cards, figure, ident, literal, math, over, paragraph, row, sub, total, where
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.shell import Definition, Exercise, Face, View, shown
from kamlab.widgets.verdict import Reason, by

YEAR = 2025
MOST = 4  # accounts that may be declined
DEFENSIBLE = 0.60  # share of service cost that can be freed within a year, in the controller's view
_LOSERS, _TEMPTING = 8, 3  # how many of each stand on the list
_LARGE = 100_000.0  # EUR of revenue from which a profitable account tempts by its low margin
_DEMAND = 0.8  # the goal, as a share of the best that is possible
_ID = "u01-whale-curve"


@dataclass(frozen=True)
class Book:
    """The year's figures: served accounts, those on the list, profit and goal in EUR."""

    served: tuple[AccountResult, ...]
    listed: tuple[AccountResult, ...]
    profit: float
    goal: float


@dataclass(frozen=True)
class Outcome:
    """What declining does; amounts in EUR for the year."""

    declined: tuple[AccountResult, ...]
    freed: float
    lost: float
    unused: float
    gain: float


@lru_cache(maxsize=1)
def book() -> Book:
    """The figures of Meridian's last year; they do not change, so they are read once."""
    served = tuple(a for a in account_results(ledger(), YEAR) if a.revenue > 0)
    losers = sorted((a for a in served if a.profit < 0), key=lambda a: a.profit)[:_LOSERS]
    thin = sorted(
        (a for a in served if a.profit > 0 and a.revenue > _LARGE), key=lambda a: a.profit / a.revenue
    )
    listed = tuple(sorted([*losers, *thin[:_TEMPTING]], key=lambda a: -a.revenue))
    return Book(served, listed, sum(a.profit for a in served), _goal(listed))


def _goal(listed: tuple[AccountResult, ...]) -> float:
    """A demanding share of the best gain that the rules allow, in steps of 5,000 EUR."""
    gains = sorted((effect(a, DEFENSIBLE) for a in listed), reverse=True)[:MOST]
    return sum(gain for gain in gains if gain > 0) * _DEMAND // 5000 * 5000


def effect(account: AccountResult, freed: float) -> float:
    """The change of profit (EUR) when ``account`` is declined and ``freed`` of its service cost goes."""
    return freed * account.cost_to_serve - (account.profit + account.cost_to_serve)


def outcome(ids: tuple[str, ...], freed: float) -> Outcome:
    """What declining the accounts ``ids`` does when the share ``freed`` of their service cost goes."""
    declined = tuple(a for a in book().listed if a.account_id in ids)
    service = sum(a.cost_to_serve for a in declined)
    lost = sum(a.profit + a.cost_to_serve for a in declined)
    return Outcome(declined, freed * service, lost, (1 - freed) * service, freed * service - lost)


def _outcome(answers: Answers) -> Outcome:
    return outcome(answers.chosen("declined"), answers.number("freed") / 100)


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
            share=percent(DEFENSIBLE),
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
    return t(
        "revenue {revenue} · to serve {service} · profit {profit}",
        revenue=_k(account.revenue),
        service=_k(account.cost_to_serve),
        profit=_k(account.profit),
    )


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
        unit="{n} %",
        help=t("The rest stays as unused capacity until other accounts fill it."),
    )


def view(answers: Answers, t: Translator) -> View:
    """The decision's consequences for Meridian and for its customers."""
    now = _outcome(answers)
    said = _summary(now, t)
    return {
        "summary": paragraph(said),
        "say": said,
        "sides": _sides(now, t),
        "chart": _picture(now, t),
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


@lru_cache(maxsize=1)
def _today() -> tuple[tuple[float, float], ...]:
    return tuple((x * 100, y * 100) for x, y in whale_curve([a.profit for a in book().served]))


def _after(now: Outcome) -> tuple[tuple[float, float], ...]:
    """The curve of those still served, in % of today; its last step is the unused capacity."""
    accounts = book()
    kept = [a.profit for a in accounts.served if a not in now.declined]
    across, up = len(kept) / len(accounts.served) * 100, sum(kept) / accounts.profit * 100
    curve = [(x * across, y * up) for x, y in whale_curve(kept)]
    return (*curve, (across, (accounts.profit + now.gain) / accounts.profit * 100))


def _picture(now: Outcome, t: Translator) -> str:
    title = t("Whale curve: how the year's profit builds up")
    frame = chart.Frame(
        chart.Axis(t("Accounts, most profitable first, % of today's"), 0, 100, number),
        chart.Axis(t("Cumulative profit, % of today's"), 0, 160, number),
    )
    today, after = _today(), _after(now)
    series = [chart.Series(t("Today"), today, len(today) * 2 // 3)]
    if now.declined:
        series.append(chart.Series(t("Your decision"), after, len(after) - 1))
    description = t(
        "Today the curve peaks at {peak} of the profit and falls back to 100 %. After your decision it ends "
        "at {end}; its last step down is the unused capacity.",
        peak=percent(max(y for _, y in today) / 100),
        end=percent(after[-1][1] / 100, 1),
    )
    drawn = chart.line_chart(frame, series, uid=f"kl-{_ID}-line", title=title, description=description)
    return figure(title, drawn)


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
            ("φ", t("freed share of the service cost, {share}", share=percent(freed))),
            ("s", t("cost to serve the account, EUR")),
            ("c", t("its contribution before service: revenue less returns and goods, EUR")),
        )
    )
    rule = paragraph(
        t("Declining pays only where the freed part of the service cost exceeds the contribution lost.")
    )
    return change + legend + rule


def check(answers: Answers, t: Translator) -> tuple[Reason, ...]:
    """The goal's conditions, with what stands in the way."""
    now, freed = _outcome(answers), answers.number("freed") / 100
    return (_enough(now, t), _few(now, t), _paying(now, freed, t), _defensible(freed, t))


def _enough(now: Outcome, t: Translator) -> Reason:
    costly = max(book().listed, key=lambda a: effect(a, DEFENSIBLE))
    if costly in now.declined:
        advice = t(
            "Compare the last column of the table: it ranks the accounts by what declining really changes."
        )
    else:
        advice = t(
            "Look for accounts that cost much to serve and contribute little before service, such as {name}.",
            name=costly.name,
        )
    return Reason(
        now.gain >= book().goal,
        t("Profit rises by at least {goal}", goal=euros(book().goal, t)),
        t(
            "It changes by {gain}: {freed} of service cost is freed, {lost} of contribution is lost.",
            gain=euros(now.gain, t, sign=True),
            freed=euros(now.freed, t),
            lost=euros(now.lost, t),
        ),
        advice,
    )


def _few(now: Outcome, t: Translator) -> Reason:
    return Reason(
        len(now.declined) <= MOST,
        t("At most {most} accounts are declined", most=MOST),
        t(
            "You decline {count}. Each of them must find another supplier for {revenue} of purchases in "
            "all, and the market hears of it.",
            count=len(now.declined),
            revenue=thousands(sum(a.revenue for a in now.declined), t),
        ),
        t(
            "Keep those that change little, and offer them other terms: a minimum order, a service fee, "
            "online orders."
        ),
    )


def _paying(now: Outcome, freed: float, t: Translator) -> Reason:
    wrong = [a for a in now.declined if effect(a, freed) <= 0]
    if not wrong:
        why = t("Every account that you decline frees more service cost than it contributes.")
    else:
        why = " ".join(
            t(
                "{name} contributes {contribution} before service, and declining it frees only {freed}.",
                name=a.name,
                contribution=thousands(a.profit + a.cost_to_serve, t, 1),
                freed=thousands(a.cost_to_serve * freed, t, 1),
            )
            for a in wrong
        )
    advice = t(
        "Serve {names} on other terms instead: a loss on paper is not yet cash saved.", names=_names(wrong, t)
    )
    return Reason(not wrong, t("No account is declined that helps to carry the cost that stays"), why, advice)


def _names(accounts: list[AccountResult], t: Translator) -> str:
    return t(", ").join(a.name for a in accounts)


def _defensible(freed: float, t: Translator) -> Reason:
    return Reason(
        freed <= DEFENSIBLE + 1e-9,
        t("The freed share is at most {share}", share=percent(DEFENSIBLE)),
        t(
            "You assume {share}. Staff are under contract, vehicles are leased and stock rooms rented: "
            "within a year most of it can be moved to other accounts only where there is work for it.",
            share=percent(freed),
        ),
        t("Lower the assumption and see whether your decision still pays."),
    )


def solutions() -> list[tuple[str, ...]]:
    """Every choice of accounts that reaches the goal at the most freed share that can be defended."""
    ids = [a.account_id for a in book().listed if effect(a, DEFENSIBLE) > 0]
    sets = (chosen for size in range(1, MOST + 1) for chosen in combinations(ids, size))
    return [chosen for chosen in sets if outcome(chosen, DEFENSIBLE).gain >= book().goal]


DEFINITION = Definition(_ID, 1, "u01", ("C44", "C60"), face, view, by(check))


def exercise() -> Exercise:
    """The whale curve of Meridian's accounts, with a choice of accounts to decline."""
    return shown(DEFINITION)
