"""The conditions of the exercise on the chain, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u06 import bullwhip_plan as plan
from kamlab.widgets.u06.bullwhip_plan import MAKER, MERIDIAN, NORDLYS, SHOPS, Chain
from kamlab.widgets.verdict import Reason


def _maker(now: Chain, t: Translator) -> Reason:
    return Reason(
        now.swings[MAKER] <= plan.CALM,
        t(
            "The orders for magnets swing by at most {limit} sets a week",
            limit=number(plan.CALM),
        ),
        t(
            "They swing by {swing}, though customers' purchases swing by only {demand}. The last firm "
            "multiplies what all before it have added.",
            swing=number(now.swings[MAKER], 1),
            demand=number(plan.DEVIATION),
        ),
        _maker_advice(now, t),
    )


def _maker_advice(now: Chain, t: Translator) -> str:
    if now.terms.reach == 0:
        return t(
            "Everybody forecasts from somebody else's forecast. Let those who order see what customers "
            "really buy."
        )
    if now.terms.reach == 1:
        return t(
            "Nordlys sees the tills, and Meridian still guesses from Nordlys's orders. Let it see them, too."
        )
    if now.terms.delivery > plan.LONGEST - 2:
        return t(
            "With every week that Nordlys waits, each change of its forecast is ordered once more. Deliver "
            "to it faster."
        )
    return t("A forecast from few weeks follows every whim. Give it a week or two more.")


def _shops(now: Chain, t: Translator) -> Reason:
    return Reason(
        now.gains[SHOPS] >= plan.GOALS[SHOPS],
        t("The shops gain at least {goal} a year", goal=thousands(plan.GOALS[SHOPS], t)),
        t(
            "Their result against today is {gain}. Forecasts are {lag} weeks old instead of {before}, which "
            "brings {saved}; the fee brings {fee}; passing on their figures costs {cost}.",
            gain=thousands(now.gains[SHOPS], t, 1, sign=True),
            lag=number(plan.lag(now.terms.window), 1),
            before=number(plan.lag(plan.TODAY.window), 1),
            saved=thousands(_saved(now, SHOPS), t, 1, sign=True),
            fee=thousands(now.paid[SHOPS], t),
            cost=thousands(now.links[SHOPS], t),
        ),
        _shops_advice(now, t),
    )


def _saved(now: Chain, firm: int) -> float:
    return plan.chain(plan.TODAY).held[firm] - now.held[firm]


def _shops_advice(now: Chain, t: Translator) -> str:
    if now.terms.reach == 0:
        return t(
            "With today's old forecasts there is nothing in it for them. A shorter memory serves them, too."
        )
    if now.terms.window > plan.TODAY.window - 3:
        return t(
            "Their figures make a shorter memory possible, and that is what they gain from. Shorten the "
            "forecast, or pay them more."
        )
    return t("They have the figures, and the chain gains from them. Pay them more.")


def _nordlys(now: Chain, t: Translator) -> Reason:
    goal = thousands(plan.GOALS[NORDLYS], t)
    met = now.gains[NORDLYS] >= plan.GOALS[NORDLYS]
    return Reason(
        met, t("Nordlys gains at least {goal} a year", goal=goal), _why(now, NORDLYS, t), _buyer(now, t)
    )


def _meridian(now: Chain, t: Translator) -> Reason:
    goal = thousands(plan.GOALS[MERIDIAN], t)
    met = now.gains[MERIDIAN] >= plan.GOALS[MERIDIAN]
    return Reason(
        met, t("Meridian gains at least {goal} a year", goal=goal), _why(now, MERIDIAN, t), _seller(now, t)
    )


def _why(now: Chain, firm: int, t: Translator) -> str:
    return t(
        "Its result against today is {gain}: {saved} from swings and old forecasts, {link} for reading the "
        "tills' figures, {paid} in payments.",
        gain=thousands(now.gains[firm], t, 1, sign=True),
        saved=thousands(_saved(now, firm), t, 1, sign=True),
        link=thousands(-now.links[firm], t, sign=True),
        paid=thousands(now.paid[firm], t, 1, sign=True),
    )


def _buyer(now: Chain, t: Translator) -> str:
    if now.terms.window > plan.TODAY.window - 3:
        return t(
            "It waits too long before it believes its customers. A week less in the forecast spares Nordlys "
            "{saved} a year, if the swings allow it.",
            saved=thousands(plan.AGE[NORDLYS] / 2, t),
        )
    return t(
        "It bears {part} of fee and faster deliveries, {cost} a year. Let Meridian bear more, or spend less "
        "on both.",
        part=percent(1 - now.terms.part, t),
        cost=thousands(-now.paid[NORDLYS], t, 1),
    )


def _seller(now: Chain, t: Translator) -> str:
    if now.gains[MERIDIAN] + now.terms.part * plan.joint(now.terms) < plan.GOALS[MERIDIAN]:
        return _calm(now, t)
    if now.terms.delivery == 1:
        return t(
            "The last week costs {last} a year, more than the calmer orders of Nordlys are worth. Deliver a "
            "little less fast.",
            last=thousands(plan.faster(1) - plan.faster(2), t),
        )
    return t(
        "It bears {part} of fee and faster deliveries, {cost} a year. Let Nordlys bear more, or the shops "
        "get less.",
        part=percent(now.terms.part, t),
        cost=thousands(now.terms.part * plan.joint(now.terms), t, 1),
    )


def _calm(now: Chain, t: Translator) -> str:
    """Where Meridian would not gain enough even if it paid for nothing."""
    if now.terms.window < plan.TODAY.window - 4:
        return t(
            "With so short a memory Nordlys's orders swing by {swing} drives a week. Meridian pays for that "
            "in overtime and stock: lengthen it.",
            swing=number(now.swings[MERIDIAN], 1),
        )
    return t(
        "Its own slow deliveries come back to it as Nordlys's swings ({swing} drives a week). Deliver "
        "faster.",
        swing=number(now.swings[MERIDIAN], 1),
    )


RULES = (_maker, _shops, _nordlys, _meridian)
