"""The conditions of the consignment store, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number
from kamlab.widgets.u08 import who_plan as plan
from kamlab.widgets.u08.who_plan import Store
from kamlab.widgets.verdict import Reason


def _both(now: Store, t: Translator) -> Reason:
    saved = sum(plan.gains(now))
    return Reason(
        saved >= plan.JOINT_GOAL,
        t("Together the two save at least {goal} a year", goal=euros(plan.JOINT_GOAL, t)),
        t(
            "They save {saved}: set-ups cost {setups}, orders or call-offs {calls}, stock {stock}.",
            saved=euros(saved, t),
            setups=euros(now.setups, t),
            calls=euros(now.calls, t),
            stock=euros(now.vendor_stock + now.buyer_stock, t),
        ),
        _both_advice(now, t),
    )


def _changed(now: Store, *, run: int = 0, lot: float = 0.0) -> Store:
    """The same agreement with a longer run or a larger shipment."""
    return plan.store(now.lot + lot, now.run + run, now.change, consigned=now.consigned, waits=now.waits)


def _both_advice(now: Store, t: Translator) -> str:
    fees, stock = now.setups + now.calls, now.vendor_stock + now.buyer_stock
    longer = _changed(now, run=1)
    if now.setups > stock and longer.cost < now.cost:
        return t(
            "Set-ups weigh most. One shipment more in each run would save the two {gain}.",
            gain=euros(now.cost - longer.cost, t),
        )
    if not now.waits:
        return t(
            "A piece costs less to keep at Meridian than at Nordlys. Let a shipment wait until the store has "
            "run down."
        )
    if not now.consigned:
        other = plan.store(now.lot, now.run, now.change, consigned=True, waits=True)
        return t(
            "Nordlys ties up the price of a drive, Meridian only its cost, and a call-off is cheaper than an "
            "order. Changing the owner would save the two {gain}.",
            gain=euros(now.cost - other.cost, t),
        )
    if stock > fees:
        return t(
            "Stock costs more than all that brings it there. Make the shipments smaller, or the runs shorter."
        )
    return t(
        "Fewer set-ups need more pieces a run, and more pieces a run need more room. Look for the bottom of "
        "the curve of both."
    )


def _seller(now: Store, t: Translator) -> Reason:
    gain = plan.gains(now)[0]
    return Reason(
        gain >= plan.SELLER_GOAL,
        t("Meridian gains at least {goal} a year", goal=euros(plan.SELLER_GOAL, t)),
        t(
            "Its gain is {gain}: its set-ups and stock cost {cost} instead of {before}, and the price brings "
            "{paid}.",
            gain=euros(gain, t, sign=True),
            cost=euros(now.vendor_cost, t),
            before=euros(plan.today().vendor_cost, t),
            paid=euros(now.paid, t, sign=True),
        ),
        _share_advice(
            now, t, t("Ask for a little more a piece: 0.20 EUR are worth {step} a year.", step=_step(t))
        ),
    )


def _buyer(now: Store, t: Translator) -> Reason:
    gain = plan.gains(now)[1]
    return Reason(
        gain >= plan.BUYER_GOAL,
        t("Nordlys gains at least {goal} a year", goal=euros(plan.BUYER_GOAL, t)),
        t(
            "Its gain is {gain}: orders and stock cost {cost} instead of {before}, and the price "
            "brings {paid}.",
            gain=euros(gain, t, sign=True),
            cost=euros(now.buyer_cost, t),
            before=euros(plan.today().buyer_cost, t),
            paid=euros(-now.paid, t, sign=True),
        ),
        _share_advice(
            now, t, t("Leave Nordlys more: 0.20 EUR less a piece are worth {step} a year.", step=_step(t))
        ),
    )


def _step(t: Translator) -> str:
    return euros(0.2 * plan.need(), t)


def _share_advice(now: Store, t: Translator, price: str) -> str:
    """The price where there is enough to share, else what there is to share."""
    if sum(plan.gains(now)) >= plan.SELLER_GOAL + plan.BUYER_GOAL:
        return price
    return t(
        "No price helps both: there is not enough to share. Save more together first, then talk about the "
        "price."
    )


def _room(now: Store, t: Translator) -> Reason:
    return Reason(
        now.peak <= plan.SHELF,
        t("The drives fit on Nordlys's shelf, which has room for {shelf}", shelf=number(plan.SHELF)),
        t(
            "Up to {peak} drives lie there. What is sent as soon as it is made piles up at Nordlys; what "
            "waits piles up at Meridian.",
            peak=number(now.peak),
        ),
        t("Send less at a time.")
        if now.waits
        else t("Let the shipments wait at Meridian, or make fewer of them in one run."),
    )


def _security(now: Store, t: Translator) -> Reason:
    return Reason(
        now.days >= plan.LEAST_DAYS,
        t("Nordlys has at least {days} days of use in the house on average", days=number(plan.LEAST_DAYS)),
        t(
            "It has {stock} drives on average, {days} working days of use.",
            stock=number(now.at_buyer),
            days=number(now.days, 1),
        ),
        t("Send more at a time. A store that is always empty is cheap until the first lorry is late."),
    )


RULES = (_both, _seller, _buyer, _room, _security)
