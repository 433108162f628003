"""The conditions of the exercise on a price cut, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u03 import nordlys, price_plan
from kamlab.widgets.u03.price_plan import Deal
from kamlab.widgets.verdict import Reason


def term_names(t: Translator) -> dict[str, str]:
    """What each term is called."""
    return {
        "frame": t("Prices agreed once a year, no single quotations"),
        "bonus": t("The reduction comes as a bonus when the volume has come"),
        "pay": t("Payment after 30 days instead of 90"),
        "spares": t("Meridian keeps spare drives in Nordlys's plant"),
        "fast": t("Any drive within 24 hours"),
    }


def _seller(now: Deal, t: Translator) -> Reason:
    volume = now.comes * (1 - now.cut) * nordlys.account().revenue - (now.goods - price_plan.refusal().goods)
    return Reason(
        now.profit >= price_plan.GOAL,
        t("Nordlys leaves Meridian at least {goal} a year", goal=thousands(price_plan.GOAL, t)),
        t(
            "It leaves {profit}; today it is {today}. The price changes it by {price}, the volume that "
            "comes by {volume}, the terms by {terms}.",
            profit=thousands(now.profit, t, 1),
            today=thousands(nordlys.account().profit, t, 1),
            price=thousands(-now.cut * nordlys.account().revenue, t, 1, sign=True),
            volume=thousands(volume, t, 1, sign=True),
            terms=thousands(nordlys.account().cost_to_serve - now.service, t, 1, sign=True),
        ),
        _seller_advice(now, t),
    )


def _seller_advice(now: Deal, t: Translator) -> str:
    if now.cut > 0 and not now.asked and not now.agreed:
        return t(
            "You give and ask for nothing. This cut alone needs {volume} more volume to pay for itself. "
            "What could Nordlys do for Meridian that costs Nordlys little?",
            volume=percent(price_plan.needed(now.cut), t, 1),
        )
    if "frame" not in now.agreed:
        return t(
            "Look at Meridian's work for Nordlys: {count} quotations in a year cost {cost}. Which term "
            "makes many of them needless?",
            count=f"{nordlys.quotations().count:,}",
            cost=thousands(nordlys.quotations().cost, t),
        )
    if now.asked > 0 and "bonus" not in now.agreed:
        return t(
            "Of {asked} promised, {comes} comes: the lower price is already in Nordlys's pocket. Pay it "
            "for volume that has come.",
            asked=percent(now.asked, t),
            comes=percent(now.comes, t, 1),
        )
    if now.asked < price_plan.most_volume() - 0.05:
        return t(
            "Ask for more volume in return: each per cent that comes leaves Meridian {each}.",
            each=thousands((nordlys.margin() - now.cut) * nordlys.account().revenue / 100, t, 1),
        )
    return t(
        "Give less price: each half per cent costs Meridian {cost}. Let Nordlys gain by something else.",
        cost=thousands(price_plan.STEP * now.revenue, t, 1),
    )


def _buyer(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.buyer >= price_plan.rival_gain(),
        t(
            "Nordlys gains at least what the rival offers it: {gain} a year",
            gain=thousands(price_plan.rival_gain(), t, 1),
        ),
        t(
            "It gains {gain}: {price} by the price, {moving} by moving volume, {terms} by the terms.",
            gain=thousands(now.buyer, t, 1),
            price=thousands(now.price_gain, t, 1, sign=True),
            moving=thousands(-now.moving, t, 1, sign=True),
            terms=thousands(now.terms_gain, t, 1, sign=True),
        ),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Deal, t: Translator) -> str:
    if "spares" not in now.agreed:
        return t(
            "Ask what drives cost Nordlys besides their price. A line that stands still costs more than a "
            "drive, and one term on the list is about that."
        )
    if "pay" in now.agreed:
        return t(
            "Early payment takes {cost} from Nordlys. Ask for something that costs it less, or give a "
            "little more price.",
            cost=thousands(-price_plan.terms()["pay"].buyer, t, 1),
        )
    return t("The terms do not reach that far. Add a little price, and see how far half of the way carries.")


def _share(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.share <= price_plan.LIMIT,
        t("Nordlys buys at most {limit} of its drives from Meridian", limit=percent(price_plan.LIMIT, t)),
        t(
            "It would buy {share}; today it is {today}. Its rule keeps a second supplier alive: without "
            "one it could neither compare nor survive a fire at Meridian.",
            share=percent(now.share, t, 1),
            today=percent(price_plan.refusal().share, t, 1),
        ),
        t(
            "Ask for less than {most} more volume. That is why volume alone cannot pay for {cut} off: it "
            "would take {needed}.",
            most=percent(price_plan.most_volume(), t, 1),
            cut=percent(nordlys.RIVAL, t),
            needed=percent(price_plan.needed(nordlys.RIVAL), t, 1),
        ),
    )


def _worth(now: Deal, t: Translator) -> Reason:
    wrong = price_plan.wasteful(now)
    return Reason(
        not wrong,
        t("No term costs one side more than it brings the other"),
        _worth_why(wrong, t),
        t("Drop it. If the other side insists, it is cheaper to give the same worth as price."),
    )


def _worth_why(wrong: list[str], t: Translator) -> str:
    if not wrong:
        return t(
            "What one side gives costs it less than the other gains. That is where a gain for two comes from."
        )
    if wrong[0] == "bonus":
        return t(
            "A bonus needs a volume to be paid for. What it secures here is worth less than the {cost} "
            "that it costs Nordlys.",
            cost=thousands(-price_plan.terms()["bonus"].buyer, t),
        )
    return t(
        "'{name}' costs Meridian {cost} and is worth {worth} to Nordlys: who knows a year's needs seldom "
        "needs a drive overnight.",
        name=term_names(t)[wrong[0]],
        cost=thousands(-price_plan.terms()[wrong[0]].seller, t),
        worth=thousands(price_plan.terms()[wrong[0]].buyer, t),
    )


RULES = (_seller, _buyer, _share, _worth)
