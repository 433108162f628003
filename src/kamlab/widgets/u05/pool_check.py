"""The conditions of the pooling exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.u05 import pool_plan as plan
from kamlab.widgets.u05.pool_plan import Pool
from kamlab.widgets.verdict import Reason

_SLACK = 1.1  # a bill more than a tenth above the lowest is due to the rhythm


def _line(now: Pool, t: Translator) -> Reason:
    largest = max(plan.workshops().values(), key=lambda one: one.need)
    return Reason(
        now.need >= plan.LINE,
        t("The pool buys for at least {line} a year", line=thousands(plan.LINE, t)),
        t(
            "It buys for {need}. Alone, none of the five comes near Meridian's line for key accounts: the "
            "largest needs {largest}.",
            need=thousands(now.need, t),
            largest=thousands(largest.need, t),
        ),
        t("Win back those that left: they need more than the three that stayed."),
    )


def _members(now: Pool, t: Translator) -> list[Reason]:
    """A reason for each member that saves too little; one for all where none does."""
    claim = t("Each member saves at least {share} of its orders and stock", share=percent(plan.WORTH_IT, t))
    if len(now.members) < 2:  # noqa: PLR2004 - a pool
        why = t("Who orders alone saves nothing, whatever the rule for the bill.")
        return [Reason(met=False, claim=claim, why=why, advice=t("Choose at least two members."))]
    short = [one for one in now.members if now.pays[one] > (1 - plan.WORTH_IT) * plan.alone(one)]
    if not short:
        least = min(1 - now.pays[one] / plan.alone(one) for one in now.members)
        return [Reason(met=True, claim=claim, why=t("The least is {share}.", share=percent(least, t)))]
    return [_short(one, now, t) for one in short]


def _short(name: str, now: Pool, t: Translator) -> Reason:
    return Reason(
        met=False,
        claim=t(
            "{name} saves at least {share} of its orders and stock",
            name=name,
            share=percent(plan.WORTH_IT, t),
        ),
        why=t(
            "Alone it pays {alone} a year, in the pool {pays} ({change}).",
            alone=euros(plan.alone(name), t),
            pays=euros(now.pays[name], t),
            change=percent(now.pays[name] / plan.alone(name) - 1, t, sign=True),
        ),
        advice=_fairer(now, t),
    )


def _fairer(now: Pool, t: Translator) -> str:
    best = plan.best(now.members)
    if now.bill > _SLACK * best.joint:
        return t(
            "The whole bill is too high: with about {orders} joint orders a year it would be {least}.",
            orders=number(best.orders_joint),
            least=euros(best.joint, t),
        )
    if now.key == plan.EQUAL:
        return t(
            "An equal bill makes the small pay for orders that they would never place. Use another rule."
        )
    if now.key == plan.VOLUME:
        return t(
            "Volume forgets that stock costs Blue Anvil twice as much as the others, who now pay for it. The "
            "squares of the bills alone count both."
        )
    return t("The members are too few: each further one lowers the bill of all others.")


def _together(now: Pool, t: Translator) -> Reason:
    group = plan.leavers(now)
    if not group:
        claim = t("No group inside would do better in a pool of its own")
        return Reason(met=True, claim=claim, why=t("Every group pays less than it would by itself."))
    return Reason(
        met=False,
        claim=t("No group inside would do better in a pool of its own"),
        why=t(
            "This group pays {pays}, and by itself would pay {alone}: {names}.",
            names=t(", ").join(group),
            pays=euros(sum(now.pays[one] for one in group), t),
            alone=euros(plan.best(group).joint, t),
        ),
        advice=_fairer(now, t),
    )


def _price(now: Pool, t: Translator) -> list[Reason]:
    """A reason for each member that left and would not come back; one for all where they do."""
    back = [one for one in now.members if plan.workshops()[one].left]
    losers = [one for one in back if now.gains[one] < 0]
    if losers:
        return [_loser(one, now, t) for one in losers]
    why = t(
        "They buy {less} cheaper elsewhere; discount and saving make up for it.",
        less=percent(plan.ELSEWHERE, t),
    )
    claim = t("Who left comes back: no worse off than today, the price included")
    return [Reason(met=True, claim=claim, why=why if back else t("None of those that left is in the pool."))]


def _loser(name: str, now: Pool, t: Translator) -> Reason:
    return Reason(
        met=False,
        claim=t("{name} comes back: no worse off than today, the price included", name=name),
        why=t(
            "Orders and stock change by {saved} a year, the price of what it buys by {price}.",
            saved=euros(now.pays[name] - plan.alone(name), t, sign=True),
            price=euros(-plan.price_gain(name, now.discount), t, sign=True),
        ),
        advice=_cheaper(now, t),
    )


def _cheaper(now: Pool, t: Translator) -> str:
    if now.need < plan.LINE:
        return t("Below the line Meridian grants no discount. Gather more members first.")
    return t(
        "A little more discount brings it back; so does a fairer or a smaller bill, which costs Meridian "
        "less."
    )


def _seller(now: Pool, t: Translator) -> Reason:
    return Reason(
        now.rise >= plan.GOAL,
        t("Meridian earns at least {goal} more", goal=thousands(plan.GOAL, t)),
        t(
            "It earns {rise} more. The discount of {discount} costs {given}; serving {orders} pallets costs "
            "{served}.",
            rise=thousands(now.rise, t, 1),
            discount=percent(now.discount, t, 1),
            given=thousands(now.discount * now.need, t, 1),
            orders=number(now.orders),
            served=thousands(now.served, t, 1),
        ),
        t(
            "Grant less discount, or agree on fewer and fuller pallets: each costs {order} to serve, "
            "whatever is on it. And each further member brings its whole need.",
            order=euros(plan.service().order, t),
        ),
    )


RULES = (_line, _members, _together, _price, _seller)
