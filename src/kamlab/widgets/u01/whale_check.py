"""The conditions of the whale-curve exercise, with what stands in the way."""

from kamlab.data import AccountResult
from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, percent, thousands
from kamlab.widgets.u01 import declining
from kamlab.widgets.u01.declining import Outcome, book
from kamlab.widgets.verdict import Reason


def _enough(now: Outcome, t: Translator) -> Reason:
    costly = max(book().listed, key=lambda a: declining.effect(a, declining.DEFENSIBLE))
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
        len(now.declined) <= declining.MOST,
        t("At most {most} accounts are declined", most=declining.MOST),
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


def _paying(now: Outcome, t: Translator) -> Reason:
    wrong = [a for a in now.declined if declining.effect(a, now.share) <= 0]
    if not wrong:
        why = t("Every account that you decline frees more service cost than it contributes.")
    else:
        why = t.joined(
            t(
                "{name} contributes {contribution} before service, and declining it frees only {freed}.",
                name=a.name,
                contribution=thousands(a.profit + a.cost_to_serve, t, 1),
                freed=thousands(a.cost_to_serve * now.share, t, 1),
            )
            for a in wrong
        )
    advice = t(
        "Serve {names} on other terms instead: a loss on paper is not yet cash saved.", names=_names(wrong, t)
    )
    return Reason(not wrong, t("No account is declined that helps to carry the cost that stays"), why, advice)


def _names(accounts: list[AccountResult], t: Translator) -> str:
    return t(", ").join(a.name for a in accounts)


def _defensible(now: Outcome, t: Translator) -> Reason:
    return Reason(
        now.share <= declining.DEFENSIBLE + 1e-9,
        t("The freed share is at most {share}", share=percent(declining.DEFENSIBLE, t)),
        t(
            "You assume {share}. Staff are under contract, vehicles are leased and stock rooms rented: "
            "within a year most of it can be moved to other accounts only where there is work for it.",
            share=percent(now.share, t),
        ),
        t("Lower the assumption and see whether your decision still pays."),
    )


RULES = (_enough, _few, _paying, _defensible)
