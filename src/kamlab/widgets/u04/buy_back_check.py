"""The conditions of the buy-back exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import euros, number, percent, thousands
from kamlab.widgets.u04 import buy_back_plan as plan
from kamlab.widgets.u04.buy_back_plan import Deal
from kamlab.widgets.verdict import Reason


def _together(now: Deal, t: Translator) -> Reason:
    return Reason(
        now.reached >= plan.REACHED,
        t("Both together reach at least {goal} of what is possible", goal=percent(plan.REACHED, t)),
        t(
            "They reach {share}. Nordlys orders {order} drives; for both together {best} would be best. One "
            "drive more gains Nordlys {gained} if its heat pump is sold and loses it {lost} if not.",
            share=percent(now.reached, t, 1),
            order=number(now.outcome.order),
            best=number(plan.best().order),
            gained=euros(now.terms.gained, t),
            lost=euros(now.terms.lost, t),
        ),
        _order_advice(now, t),
    )


def _order_advice(now: Deal, t: Translator) -> str:
    if now.outcome.order > plan.best().order:
        return t(
            "Nordlys now orders too many, because what is left over hurts only Meridian. Pay back less, or "
            "let a drive cost more."
        )
    if now.terms.back is not None:
        return t("What is left over still hurts Nordlys too much. Pay back more of the price.")
    if now.terms.share > 0:
        return t(
            "Nordlys gives away a part of its sales and still pays a good deal for a drive. A share of the "
            "sales only works with a much lower price, even one below Meridian's cost of {cost}.",
            cost=euros(plan.unit_cost(), t),
        )
    return t(
        "With a price alone Nordlys carries all that is left over, so it orders with care. Take a part of "
        "that risk: pay back a part of the price, or earn from its sales."
    )


def _buyer(now: Deal, t: Translator) -> Reason:
    gain = now.outcome.buyer_profit - plan.today().outcome.buyer_profit
    return Reason(
        gain >= plan.GAIN,
        t("Nordlys expects at least {goal} more than today", goal=thousands(plan.GAIN, t)),
        t(
            "It expects {profit}, a change of {gain}.",
            profit=thousands(now.outcome.buyer_profit, t, 1),
            gain=thousands(gain, t, 1, sign=True),
        ),
        _division(now, t) or t("There is enough for both, but Meridian takes it. Lower what Nordlys pays."),
    )


def _seller(now: Deal, t: Translator) -> Reason:
    gain = now.outcome.supplier_profit - plan.today().outcome.supplier_profit
    return Reason(
        gain >= plan.GAIN,
        t("Meridian expects at least {goal} more than today", goal=thousands(plan.GAIN, t)),
        t(
            "It expects {profit}, a change of {gain}.",
            profit=thousands(now.outcome.supplier_profit, t, 1),
            gain=thousands(gain, t, 1, sign=True),
        ),
        _division(now, t)
        or t("There is enough for both, but Nordlys gets it. Whoever takes a risk may ask for a price."),
    )


def _division(now: Deal, t: Translator) -> str:
    """Why no division can satisfy both, if so: the order is too far from the best."""
    gain = now.outcome.chain_profit - plan.today().outcome.chain_profit
    if gain >= 2 * plan.GAIN:
        return ""
    return t(
        "Both together earn {gain} against today: too little for both, however it is divided. First get the "
        "order right.",
        gain=thousands(gain, t, 1, sign=True),
    )


def _weakest(now: Deal, t: Translator) -> Reason:
    buyer, seller = now.weakest.buyer, now.weakest.seller
    return Reason(
        min(buyer, seller) >= plan.FLOOR,
        t("In the weakest season neither loses more than {limit}", limit=thousands(-plan.FLOOR, t)),
        t(
            "If only {demand} heat pumps are sold, Nordlys is left with {buyer} and Meridian with {seller}.",
            demand=number(plan.DEMAND[0]),
            buyer=thousands(buyer, t, 1, sign=True),
            seller=thousands(seller, t, 1, sign=True),
        ),
        _risk_advice(buyer, seller, t),
    )


def _risk_advice(buyer: float, seller: float, t: Translator) -> str:
    if buyer < seller:
        return t("Nordlys carries too much of the risk. Move a part of it to Meridian.")
    return t("Meridian carries too much of the risk. Leave a part of it with Nordlys, where the orders are.")


RULES = (_together, _buyer, _seller, _weakest)
