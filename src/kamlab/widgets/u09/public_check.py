"""The conditions of the public service, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number, thousands
from kamlab.widgets.u09 import public_plan as town
from kamlab.widgets.u09.public_plan import Plan
from kamlab.widgets.verdict import Reason


def _price(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.price <= town.MOST_PRICE,
        t("A call costs its user at most {most}", most=euros(town.MOST_PRICE, t)),
        _why_price(now, t),
        _cheaper(now, t),
    )


def _why_price(now: Plan, t: Translator) -> str:
    figures = {"price": euros(now.price, t, 2), "other": euros(town.otherwise(now).price, t, 2)}
    if now.public:
        return t(
            "It costs {price}: the town's firm works on until the last call costs what it brings. If it were "
            "sold, {other}.",
            **figures,
        )
    return t(
        "It costs {price}: every firm holds back a little, because a further call lowers the price of all. "
        "With a firm of the town among them, {other}.",
        **figures,
    )


def _cheaper(now: Plan, t: Translator) -> str:
    if not now.public and town.otherwise(now).price <= town.MOST_PRICE:
        return t("Keep the town's firm: among so few it alone holds the price down.")
    if now.others < town.MOST_FIRMS:
        more = town.plan(now.public, now.others + 1, now.training)
        return t(
            "One more firm would bring the price to {price}. Fitters, too, bring it down: where they are "
            "plenty, a further call costs little more.",
            price=euros(more.price, t, 2),
        )
    return t("Train fitters: where they are plenty, a further call costs little more.")


def _firms(now: Plan, t: Translator) -> Reason:
    claim = t("Every private firm earns at least {least} a year", least=thousands(town.LEAST_PROFIT, t))
    if not now.private:
        return Reason(
            met=False,
            claim=claim,
            why=t("There is none: whoever is not content with the town's firm has nobody else to call."),
            advice=t("Let at least one private firm in."),
        )
    return Reason(
        now.each_profit >= town.LEAST_PROFIT,
        claim,
        t(
            "It earns {profit} with {calls} calls, after {fixed} for its van and its office.",
            profit=thousands(now.each_profit, t, 1),
            calls=number(now.each_calls),
            fixed=thousands(town.FIXED, t),
        ),
        _richer(now, t),
    )


def _richer(now: Plan, t: Translator) -> str:
    if not now.others:
        return t("Let another firm in, or sell the town's.")
    fewer = town.plan(now.public, now.others - 1, now.training)
    return t(
        "With one firm less each would earn {profit}. Where the town's firm stays, training makes it the "
        "stronger rival.",
        profit=thousands(fewer.each_profit, t, 1),
    )


def _purse(now: Plan, t: Translator) -> Reason:
    figures = {
        "income": thousands(now.town_income, t, 1),
        "training": thousands(now.training, t),
        "left": thousands(now.purse, t, 1),
    }
    if now.public:
        why = t("Its firm leaves it {income}, training costs {training}; {left} remain.", **figures)
        advice = t("Spend less on training, or let fewer firms in beside the town's.")
    else:
        why = t("The buyer of its firm pays {income}, training costs {training}; {left} remain.", **figures)
        advice = t("Spend less on training: the money for it was sold with the firm.")
    return Reason(now.purse >= 0, t("The town does not pay in"), why, advice)


def _gain(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.gain >= town.LEAST_GAIN,
        t("Users, firms and town gain at least {least} a year together", least=thousands(town.LEAST_GAIN, t)),
        t(
            "They gain {gain}: users {users}, private firms {firms}, the town {purse}.",
            gain=thousands(now.gain, t),
            users=thousands(now.surplus, t),
            firms=thousands(now.private_profit, t),
            purse=thousands(now.purse, t),
        ),
        _more(now, t),
    )


def _more(now: Plan, t: Translator) -> str:
    best = max(town.along(now), key=lambda one: one.gain)
    if best.others > now.others:
        return t("Let more firms in. With so few, calls are not made that would be worth their cost.")
    if best.others < now.others:
        return t(
            "Let fewer firms in. The last one costs {fixed} a year and adds less than that.", fixed=_fixed(t)
        )
    return t("Change the training: the first fitters are worth more than they cost, the last ones less.")


def _fixed(t: Translator) -> str:
    return thousands(town.FIXED, t)


RULES = (_price, _firms, _purse, _gain)
