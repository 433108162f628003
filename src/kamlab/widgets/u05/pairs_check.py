"""The conditions of the pairing exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import thousands
from kamlab.widgets.u05 import pairs_plan as market
from kamlab.widgets.u05.pairs_plan import GRANDVALE, MERIDIAN, ORBITAL, TESSIN, Order
from kamlab.widgets.verdict import Reason


def _total(now: Order, t: Translator) -> Reason:
    most = market.game().value
    return Reason(
        now.total >= most - 1,
        t("All pairs together earn the most that is possible ({most})", most=thousands(most, t)),
        t(
            "They earn {total}. Orbital pays for a programme in five regions, and with {partner} it "
            "uses {used} of them.",
            total=thousands(now.total, t),
            partner=now.partner(ORBITAL),
            used=min(market.REACH[ORBITAL], market.PLANTS[now.partner(ORBITAL)]),
        ),
        t(
            "Look for the supplier whose reach is as wide as the buyer's: a wider one is paid for and not "
            "used, a narrower one leaves plants without the service."
        ),
    )


def _nobody_leaves(now: Order, t: Translator) -> list[Reason]:
    """A reason for each pair that would leave; one that says so where there is none."""
    tempted = market.leavers(now)
    if not tempted:
        claim = t("No supplier and buyer could both do better with each other")
        why = t("For every two firms that are not paired, what they get now is no less than they could earn.")
        return [Reason(met=True, claim=claim, why=why)]
    return [_leaving(now, seller, buyer, t) for seller, buyer in tempted]


def _leaving(now: Order, seller: str, buyer: str, t: Translator) -> Reason:
    return Reason(
        met=False,
        claim=t("{seller} and {buyer} have no reason to leave their partners", seller=seller, buyer=buyer),
        why=t(
            "Together they could earn {worth}. In your order they get {his} and {hers}: by leaving they gain "
            "{gain}.",
            worth=thousands(market.earned(seller, buyer), t),
            his=thousands(now.gets[seller], t),
            hers=thousands(now.gets[buyer], t),
            gain=thousands(market.gain_of_leaving(now, seller, buyer), t),
        ),
        advice=_hold(now, seller, buyer, t),
    )


def _hold(now: Order, seller: str, buyer: str, t: Translator) -> str:
    best = {(market.SELLERS[s], market.BUYERS[b]) for s, b in market.game().matching}
    if (seller, buyer) in best:
        return t("Do not fight it: pair the two.")
    if seller == TESSIN:
        return t(
            "Who has no buyer has nothing to lose. {buyer} must get as much from {partner} as Tessin could "
            "offer, {offer}; the rest is what {partner} can claim.",
            buyer=buyer,
            partner=now.partner(buyer),
            offer=thousands(market.earned(seller, buyer), t),
        )
    return t(
        "Nobody can forbid it. Leave {buyer} more in its own pair, or {seller} more in its own, until "
        "leaving pays no longer.",
        buyer=buyer,
        seller=seller,
    )


def _meridian(now: Order, t: Translator) -> Reason:
    return Reason(
        now.gets[MERIDIAN] >= market.FLOORS[MERIDIAN],
        t("Meridian gets at least {floor}", floor=thousands(market.FLOORS[MERIDIAN], t)),
        t(
            "It gets {gets} of the {earned} that it earns with {partner}.",
            gets=thousands(now.gets[MERIDIAN], t),
            earned=thousands(market.earned(MERIDIAN, now.partner(MERIDIAN)), t),
            partner=now.partner(MERIDIAN),
        ),
        t(
            "Ask for a larger part. Two rivals set its limit: Tessin by what it could offer the same buyer, "
            "and Orbital by how content it is; who does well at home does not poach."
        ),
    )


def _grandvale(now: Order, t: Translator) -> Reason:
    return Reason(
        now.gets[GRANDVALE] >= market.FLOORS[GRANDVALE],
        t("Grandvale gets at least {floor}", floor=thousands(market.FLOORS[GRANDVALE], t)),
        t(
            "It gets {gets} of the {earned} that it earns with {partner}.",
            gets=thousands(now.gets[GRANDVALE], t),
            earned=thousands(market.earned(now.partner(GRANDVALE), GRANDVALE), t),
            partner=now.partner(GRANDVALE),
        ),
        t(
            "Only a pair that earns more than this floor can pay it: see the table. There, let the supplier "
            "keep less."
        ),
    )


RULES = (_total, _nobody_leaves, _meridian, _grandvale)
