"""The conditions of the exercise on where a loyal understanding fits, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import KraljicPosition
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u07 import fits_plan as plan
from kamlab.widgets.u07.fits_plan import PARTS, Choice, Part, Way
from kamlab.widgets.verdict import Reason

FIELDS = {
    KraljicPosition.STRATEGIC: N_("strategic"),
    KraljicPosition.LEVERAGE: N_("leverage"),
    KraljicPosition.BOTTLENECK: N_("bottleneck"),
    KraljicPosition.NON_CRITICAL: N_("non-critical"),
}


def _blow(now: Choice, t: Translator) -> Reason:
    claim = t("No single failure costs Meridian more than {limit}", limit=thousands(plan.BLOW, t))
    worst = max(now.parts(Way.LOYAL), key=lambda one: one.blow, default=None)
    if worst is None:
        return Reason(True, claim, t("No part hangs on a single small supplier."))  # noqa: FBT003
    return Reason(
        worst.blow <= plan.BLOW,
        claim,
        t(
            "{name} would cost most: without {supplier}, a margin of {margin} a month stops for {months} "
            "months, {blow} in all.",
            name=t(worst.name),
            supplier=worst.supplier,
            margin=thousands(worst.margin, t),
            months=f"{worst.months:g}",
            blow=thousands(worst.blow, t),
        ),
        _blow_advice(worst, t),
    )


def _blow_advice(worst: Part, t: Translator) -> str:
    if worst.price is not None and worst.price <= plan.MONEY:
        return t(
            "{name}: a small firm answers here for the heart of a product. Trust does not make it any "
            "larger. Keep two suppliers, or buy the firm.",
            name=t(worst.name),
        )
    return t(
        "{name}: too much hangs on it for one small supplier, and the firm is not to be had for the money. "
        "Keep two.",
        name=t(worst.name),
    )


def _worth(now: Choice, t: Translator) -> Reason:
    claim = t("Each understanding brings Meridian more than two suppliers that bid")
    worst = min(now.parts(Way.LOYAL), key=lambda one: _lead(now, one), default=None)
    if worst is None:
        return Reason(False, claim, t("You have agreed on none."), t("Start with what is made nearby."))  # noqa: FBT003
    items = now.items(worst, Way.LOYAL)
    why = t(
        "Smallest lead, {name}: {worth} a year against {market}. Meridian's part of the saving is {saved}, "
        "the engineers cost {visits}, the risk of a failure {risk}.",
        name=t(worst.name),
        worth=thousands(now.worth(worst), t, 1),
        market=thousands(now.worth(worst, Way.MARKET), t, 1),
        saved=thousands(items["saved"], t, 1),
        visits=thousands(-items["visits"], t, 1),
        risk=thousands(-items["risk"], t, 1),
    )
    return Reason(_lead(now, worst) >= 0, claim, why, _worth_advice(now, worst, t))


def _lead(now: Choice, part: Part) -> float:
    """What an understanding for ``part`` brings more than the market, EUR a year."""
    return now.worth(part, Way.LOYAL) - now.worth(part, Way.MARKET)


def _worth_advice(now: Choice, worst: Part, t: Translator) -> str:
    if worst.hours > plan.TRAVEL:
        return t(
            "{name}: {hours} hours of drive eat up the engineers' days, and nobody delivers small lots "
            "from so far. The understanding is a local one.",
            name=t(worst.name),
            hours=f"{worst.hours:g}",
        )
    items = now.items(worst, Way.LOYAL)
    if -items["risk"] > items["saved"]:
        return t(
            "{name}: what a failure is expected to cost exceeds all that development can save. No better "
            "price cures that.",
            name=t(worst.name),
        )
    return t(
        "{name}: worth it only if Meridian keeps more of the saving. Lower the suppliers' part, or leave "
        "this one to the market.",
        name=t(worst.name),
    )


def _means(now: Choice, t: Translator) -> tuple[Reason, Reason]:
    days = Reason(
        now.days <= plan.DAYS,
        t("It takes at most {days} engineers' days a year", days=number(plan.DAYS)),
        t("Your plan takes {days}.", days=number(now.days, 1)),
        _days_advice(now, t),
    )
    money = Reason(
        now.money <= plan.MONEY,
        t("At most {money} is spent on buying a firm", money=thousands(plan.MONEY, t)),
        t("You spend {money}.", money=thousands(now.money, t)),
        t("A firm of three hundred people is not developed and not bought by Meridian. Keep two suppliers."),
    )
    return days, money


def _days_advice(now: Choice, t: Translator) -> str:
    busy = now.parts(Way.LOYAL) + now.parts(Way.INSIDE)
    far = max(busy, key=lambda one: one.days, default=PARTS[0])
    if far.hours > plan.TRAVEL:
        return t(
            "Most of them go to {name}: {days} a year, because {supplier} is {hours} h away.",
            name=t(far.name),
            days=number(far.days, 1),
            supplier=far.supplier,
            hours=f"{far.hours:g}",
        )
    idle = min(busy, key=lambda one: (now.worth(one) - now.worth(one, Way.MARKET)) / one.days, default=far)
    return t(
        "You cannot look after everybody. Spare the one that brings least for each day: {name}.",
        name=t(idle.name),
    )


def _total(now: Choice, t: Translator) -> Reason:
    return Reason(
        now.total >= plan.TOTAL,
        t("All parts together bring Meridian at least {goal} a year", goal=thousands(plan.TOTAL, t)),
        t(
            "They bring {total}. Left to two suppliers each, they would bring {market}.",
            total=thousands(now.total, t, 1),
            market=thousands(plan.TODAY.total, t, 1),
        ),
        _total_advice(now, t),
    )


def _total_advice(now: Choice, t: Translator) -> str:
    drag = min(PARTS, key=lambda one: now.worth(one) - _best(now, one))
    better = next(way for way in Way if now.worth(drag, way) == _best(now, drag))
    names = {
        Way.MARKET: t("{name} would bring more from two suppliers that bid.", name=t(drag.name)),
        Way.LOYAL: t("{name} would bring more under an understanding.", name=t(drag.name)),
        Way.INSIDE: t("{name} would bring more if made inside.", name=t(drag.name)),
    }
    if now.worth(drag) < _best(now, drag):
        return names[better]
    return t(
        "Divided like this, nothing would bring more. Lower the suppliers' part: then an understanding pays."
    )


def _best(now: Choice, part: Part) -> float:
    """The most that a way within the limits brings, EUR a year."""
    safe = part.blow <= plan.BLOW
    bought = part.price is not None and part.price <= plan.MONEY and now.inside in {"", part.key}
    ways = (Way.MARKET, *((Way.LOYAL,) if safe else ()), *((Way.INSIDE,) if bought else ()))
    return max(now.worth(part, way) for way in ways)


def _each(now: Choice, t: Translator) -> Reason:
    claim = t(
        "Each small supplier with an understanding gains at least {goal} a year", goal=thousands(plan.EACH, t)
    )
    least = min(now.parts(Way.LOYAL), key=now.gain, default=None)
    if least is None:
        return Reason(False, claim, t("There is none."), t("Offer an understanding to somebody nearby."))  # noqa: FBT003
    return Reason(
        now.gain(least) >= plan.EACH,
        claim,
        t(
            "{supplier} gains least, {gain}: {share} of a saving of {saving}, less {own} for its own time.",
            supplier=least.supplier,
            gain=thousands(now.gain(least), t, 1, sign=True),
            share=percent(now.share, t),
            saving=thousands(least.developed, t, 1),
            own=thousands(plan.OWN_TIME, t),
        ),
        t(
            "Nobody opens its books to a customer who keeps all that is found in them. Leave the suppliers "
            "more, or spare the one that has least to gain."
        ),
    )


RULES = (_blow, _worth, _means, _total, _each)
