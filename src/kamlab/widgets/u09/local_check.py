"""The conditions of the ring town, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.u09 import local_plan as town
from kamlab.widgets.u09.local_plan import Plan, Service
from kamlab.widgets.verdict import Reason

NAMES = {
    "heat": N_("Stopped heat pump"),
    "check": N_("Yearly check"),
    "parts": N_("Spare parts"),
}


def _bill(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.bill <= town.MOST_BILL + 1e-9,
        t("A repair costs a household at most {most}, way included", most=euros(town.MOST_BILL, t)),
        t(
            "It costs {bill}: {price}, and {way} for the way on average.",
            bill=euros(now.bill, t, 2),
            price=euros(now.price, t, 2),
            way=euros(town.mean_way(now.shops), t, 2),
        ),
        _cheaper(now, t),
    )


def _cheaper(now: Plan, t: Translator) -> str:
    least = town.needed(now.shops, now.kept)
    if least + town.mean_way(now.shops) <= town.MOST_BILL:
        return t(
            "Agree a lower guide price: so many shops can live from {least} a repair.",
            least=euros(least, t, 2),
        )
    if now.shops > town.free_entry().whole_optimum:
        return t(
            "Authorise fewer shops. The last one makes the way {way} cheaper on average, and costs {cost} "
            "a repair.",
            way=euros(town.mean_way(now.shops - 1) - town.mean_way(now.shops), t, 2),
            cost=euros(town.SHOP / town.CALLS, t, 2),
        )
    return t("Authorise more shops, so that they are nearer, or let them keep only what pays.")


def _near(now: Plan, t: Translator) -> Reason:
    return Reason(
        town.longest_way(now.shops) <= town.FARTHEST + 1e-9,
        t("Nobody pays more than {most} for the way", most=euros(town.FARTHEST, t)),
        t(
            "The household halfway between two shops pays {way} for it.",
            way=euros(town.longest_way(now.shops), t, 2),
        ),
        t("Authorise more shops: the longest way is half of the distance from one to the next."),
    )


def _shops(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.profit >= town.LEAST_PROFIT,
        t("Every shop earns at least {least} a year", least=thousands(town.LEAST_PROFIT, t)),
        t(
            "It earns {profit}: {repairs} from {calls} repairs, and {services} from the services that it "
            "keeps.",
            profit=thousands(now.profit, t, 1),
            repairs=thousands(now.repairs, t, 1),
            calls=number(town.CALLS / now.shops),
            services=thousands(now.services, t, 1),
        ),
        _richer(now, t),
    )


def _richer(now: Plan, t: Translator) -> str:
    if now.guide > now.price:
        return t(
            "The guide price does not bind: {shops} shops keep each other at {price}. Authorise fewer.",
            shops=now.shops,
            price=euros(now.price, t, 2),
        )
    least = town.needed(now.shops, now.kept)
    if least + town.mean_way(now.shops) <= town.MOST_BILL:
        return t(
            "Agree a higher guide price: so many shops need {least} a repair, and households can pay that.",
            least=euros(least, t, 2),
        )
    return t(
        "So many shops need {least} a repair. Fewer shops have more repairs each; a service that does not "
        "pay for its kit costs all of them money.",
        least=euros(least, t, 2),
    )


def _services(now: Plan, t: Translator) -> Reason:
    wrong = next((one for one in town.SERVICES if _misjudged(one, now)), None)
    claim = t("The shops keep each service that pays for its kits, and no other")
    if wrong is None:
        return Reason(met=True, claim=claim, why=_where_not(t))
    return Reason(met=False, claim=claim, why=_told(wrong, now, t), advice=_advice(wrong, t))


def _misjudged(one: Service, now: Plan) -> bool:
    return (one.key in now.kept) != (one.key in town.paying(now.shops))


def _where_not(t: Translator) -> str:
    return t(
        "The chain is cheaper in all {count}, and wins only where being near is worth little. It would have "
        "to be cheaper by three times the way to take all customers.",
        count=len(town.SERVICES),
    )


def _told(one: Service, now: Plan, t: Translator) -> str:
    figures = {
        "name": t(NAMES[one.key]),
        "share": percent(town.against_chain(one).share_first, t, 1),
        "earned": thousands(town.against_chain(one).profit_first * one.calls, t, 1),
        "kits": thousands(now.shops * one.kit, t, 1),
    }
    if one.key in now.kept:
        return t(
            "{name}: the shops hold {share} of the customers and earn {earned}; their kits cost {kits}.",
            **figures,
        )
    return t(
        "{name} is left to the chain. The shops would hold {share} of the customers and earn {earned}, for "
        "kits that cost {kits}.",
        **figures,
    )


def _advice(one: Service, t: Translator) -> str:
    return t(
        "Compare what a way is worth, {way}, with the chain's lead in cost, {lead}; then what is earned "
        "with the kits of all shops.",
        way=euros(one.way, t),
        lead=euros(one.lead, t),
    )


RULES = (_bill, _near, _shops, _services)
