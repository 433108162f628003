"""The conditions of the diamond exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u10 import diamond_plan as plan
from kamlab.widgets.u10.diamond_picture import NAMES, pair
from kamlab.widgets.u10.diamond_plan import BUYER, SELLER, Network
from kamlab.widgets.verdict import Reason

_NEAR = 1e-9


def _gains(now: Network, t: Translator) -> Reason:
    both = {firm: plan.gain(now, firm) for firm in plan.FIRMS}
    return Reason(
        min(both.values()) >= plan.GAIN - _NEAR,
        t(
            "Each firm has at least {goal} a year more than with the bow tie",
            goal=thousands(plan.GAIN, t),
        ),
        t(
            "Meridian has {seller} more, Nordlys {buyer}. Joint work is worth {worth} to both; the experts' "
            "hours cost each firm {hours}.",
            seller=thousands(both[SELLER], t, 1),
            buyer=thousands(both[BUYER], t, 1),
            worth=thousands(sum(now.worth.values()), t),
            hours=thousands(now.freed, t, 1),
        ),
        _gains_advice(now, t),
    )


def _gains_advice(now: Network, t: Translator) -> str:
    open_ = plan.undone(now)
    if not open_:
        return t("Everybody who should talk does. Free fewer hours, or drop contacts without joint work.")
    away = plan.away(now, open_[0].pair)
    told = {"pair": pair(open_[0].pair, t), "worth": thousands(plan.worth_of(open_[0].pair), t)}
    if away is None:
        return t(
            "Make a contact: {pair}. What the two could do together is worth {worth} a year, and "
            "no word gets through.",
            **told,
        )
    return t(
        "Make a contact: {pair}. What the two could do together is worth {worth} a year, and a word "
        "takes {steps} steps.",
        steps=away,
        **told,
    )


def _hours(now: Network, t: Translator) -> Reason:
    over = now.over
    claim = t(
        "Nobody needs more hours than there are, {hours} for Ingrid and Stefan each",
        hours=number(plan.APEX_HOURS),
    )
    if not over:
        busiest = max(plan.EXPERTS, key=lambda person: now.used[person])
        why = t(
            "The busiest expert, {name}, needs {used} hours a month of {has}.",
            name=t(NAMES[busiest]),
            used=number(now.used[busiest], 1),
            has=number(now.has(busiest)),
        )
        return Reason(True, claim, why)  # noqa: FBT003 - a reason's first field
    worst = over[0]
    why = t(
        "Too busy: {names}. The worst case needs {used} hours of {has}, {passing} of them to pass on what "
        "others should tell each other.",
        names=t(", ").join(t(NAMES[person]) for person in over),
        used=number(now.used[worst], 1),
        has=number(now.has(worst)),
        passing=number(plan.PASSING * now.between[worst], 1),
    )
    return Reason(False, claim, why, _hours_advice(now, worst, t))  # noqa: FBT003


def _hours_advice(now: Network, worst: str, t: Translator) -> str:
    idle = [link for link in plan.idle(now) if worst in link]
    if idle:
        return t("Drop a contact: {pair}. The two have no joint work.", pair=pair(idle[0], t))
    if worst in plan.APEXES:
        return t("Let others talk directly, so that less has to be passed on.")
    if now.hours < plan.MOST_HOURS:
        return t("Free more hours, or take a contact away where a colleague can pass the word on.")
    return t(
        "Take away the contact whose word can best be passed on by somebody else: halved is not lost. "
        "Otherwise you have only replaced one bottleneck by another."
    )


def _leaves(now: Network, t: Translator) -> Reason:
    who = now.most_missed
    return Reason(
        now.missed[who] <= plan.LEAVE + _NEAR,
        t(
            "Whoever leaves, the others lose at most {most} of their joint work",
            most=percent(plan.LEAVE, t),
        ),
        _missed(who, now, t)
        if now.missed[who] > 0
        else t("Nobody is missed: without any one of them the others' joint work is the same."),
        t("Give those who now reach each other through this person alone a contact of their own."),
    )


def _missed(who: str, now: Network, t: Translator) -> str:
    return t(
        "Most missed is {name}: the others would lose {share} of theirs. The way between {pairs} pairs leads "
        "there.",
        name=t(NAMES[who]),
        share=percent(now.missed[who], t),
        pairs=number(now.between[who], 1),
    )


def _boundary(now: Network, t: Translator) -> Reason:
    across = sum(link in now.links for link in plan.CROSSING)
    return Reason(
        now.index >= plan.INDEX,
        t("At least as many contacts cross the boundary as stay inside: the E-I index is 0 or more"),
        t(
            "{across} cross, {inside} stay inside: the index is {index}. If everybody talked to everybody, "
            "it would be {chance}.",
            across=across,
            inside=len(now.links) - across,
            index=number(now.index, 2),
            chance=number(plan.by_chance(), 2),
        ),
        _boundary_advice(now, t),
    )


def _boundary_advice(now: Network, t: Translator) -> str:
    idle = [link for link in plan.idle(now) if link not in plan.CROSSING]
    if idle:
        return t(
            "Drop a contact inside: {pair}. The two have no joint work; their contact served the bow tie.",
            pair=pair(idle[0], t),
        )
    return t("Add a contact across, or drop the one inside that is worth least.")


RULES = (_gains, _hours, _leaves, _boundary)
