"""The conditions of the exercise on mutual stakes, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u06 import holding_plan as plan
from kamlab.widgets.u06.holding_plan import Result
from kamlab.widgets.verdict import Reason


def _synergy(now: Result, t: Translator) -> Reason:
    return Reason(
        now.share >= plan.SHARE,
        t("Together the two earn at least {goal} of the best", goal=percent(plan.SHARE, t)),
        _synergy_why(now, t),
        _synergy_advice(now, t),
    )


def _synergy_why(now: Result, t: Translator) -> str:
    share, stake = percent(now.share, t, 1), percent(now.deal.stake, t)
    if not now.deal.mutual:
        return t(
            "They earn {share}. Meridian's {stake} of Nordlys Heat make it ask for less margin, because part "
            "of its customer's profit is its own.",
            share=share,
            stake=stake,
        )
    return t(
        "They earn {share}. Meridian's {stake} of Nordlys Heat make it ask for less margin, because part of "
        "its customer's profit is its own. Nordlys Heat's {mutual} of Meridian work the other way, so that "
        "Meridian's stake counts only as {effective}.",
        share=share,
        stake=stake,
        mutual=percent(now.deal.mutual, t),
        effective=percent(plan.effective(now.deal.stake, now.deal.mutual), t, 1),
    )


def _synergy_advice(now: Result, t: Translator) -> str:
    if plan.chain_share(now.deal.stake, 0) >= plan.SHARE:
        return t(
            "Alone, Meridian's stake would do. A customer that owns part of its supplier gets part of the "
            "margin back, and the supplier asks for more: lower that stake."
        )
    return t("Only the supplier's stake in its customer mends the double margin. Make it larger.")


def _cash(now: Result, t: Translator) -> Reason:
    return Reason(
        now.cash <= plan.CASH,
        t("Meridian's owners pay at most {limit}", limit=thousands(plan.CASH, t)),
        _cash_why(now, t),
        t(
            "Buy less, at a lower price, or pay a part in shares: each further {part} of Meridian is worth "
            "{worth}.",
            part=percent(0.05, t),
            worth=thousands(0.05 * plan.owned(plan.TODAY)[0], t),
        ),
    )


def _cash_why(now: Result, t: Translator) -> str:
    before = plan.owned(plan.TODAY)
    parts = {
        "bought": thousands(now.deal.stake * (1 + now.deal.premium) * before[1], t),
        "given": thousands(now.deal.mutual * before[0], t),
    }
    if now.cash < 0:
        return t(
            "They pay {bought} for their stake and get {given} for their own shares: {cash} are left for "
            "them.",
            **parts,
            cash=thousands(-now.cash, t),
        )
    return t(
        "They pay {bought} for their stake and get {given} for their own shares: {cash} to pay in cash.",
        **parts,
        cash=thousands(now.cash, t),
    )


def _gain(now: Result, place: int, t: Translator) -> str:
    before = plan.owned(plan.TODAY)
    return t(
        "To them their firm is worth {value}, {before} before, and their cash changes by {cash}. Together "
        "that makes {gain}.",
        value=thousands(now.values[place], t),
        before=thousands(before[place], t),
        cash=thousands(now.gains[place] - now.values[place] + before[place], t, sign=True),
        gain=thousands(now.gains[place], t, sign=True),
    )


def _seller(now: Result, t: Translator) -> Reason:
    goal = thousands(plan.GOALS[0], t)
    return Reason(
        now.gains[0] >= plan.GOALS[0],
        t("Meridian's owners gain at least {goal}", goal=goal),
        _gain(now, 0, t),
        _seller_advice(now, t),
    )


def _seller_advice(now: Result, t: Translator) -> str:
    if sum(now.gains) < sum(plan.GOALS):
        return t(
            "There is too little to share: {sum} for both. Look at the profit of the chain first.",
            **_sum(now, t),
        )
    return t(
        "Together both gain {sum}. Meridian pays too much for its stake: lower the price.", **_sum(now, t)
    )


def _sum(now: Result, t: Translator) -> dict[str, str]:
    return {"sum": thousands(sum(now.gains), t, sign=True)}


def _buyer(now: Result, t: Translator) -> Reason:
    goal = thousands(plan.GOALS[1], t)
    return Reason(
        now.gains[1] >= plan.GOALS[1],
        t("The owners of Nordlys Heat gain at least {goal}", goal=goal),
        _gain(now, 1, t),
        _buyer_advice(now, t),
    )


def _buyer_advice(now: Result, t: Translator) -> str:
    if sum(now.gains) < sum(plan.GOALS):
        return t(
            "There is too little to share: {sum} for both. Look at the profit of the chain first.",
            **_sum(now, t),
        )
    if now.deal.mutual > now.deal.stake / 2:
        return t(
            "Of a firm so much larger, {mutual} cost more than {stake} of Nordlys Heat bring, and its margin "
            "has gone up. Equal percentages are not equal: take less of Meridian.",
            mutual=percent(now.deal.mutual, t),
            stake=percent(now.deal.stake, t),
        )
    return t("Together both gain {sum}. Let Meridian pay more for its stake.", **_sum(now, t))


def _risk(now: Result, t: Translator) -> Reason:
    return Reason(
        now.loss <= plan.LOSS,
        t(
            "If heat pumps crash, Meridian's owners lose at most {limit} of their value",
            limit=percent(plan.LOSS, t),
        ),
        t(
            "A crash halves the worth of Nordlys Heat's business, and Meridian's owners lose {loss}. Through "
            "the stakes {part} of that business is theirs.",
            loss=percent(now.loss, t, 1),
            part=percent(now.values.dependency[0][1], t, 1),
        ),
        t("A stake in a customer puts one more egg into the basket. Take a smaller one."),
    )


def _law(now: Result, t: Translator) -> Reason:
    return Reason(
        now.change < now.limit,
        t(
            "The market for drives becomes less than {limit} points more concentrated",
            limit=number(now.limit),
        ),
        _law_why(now, t),
        t("Take less of Meridian, or have Nordlys sell its part of Clemens Electric."),
    )


def _law_why(now: Result, t: Translator) -> str:
    if not now.deal.mutual or now.deal.sold:
        return t(
            "Nobody owns parts of two makers of drives. The index stays at {index}.",
            index=number(now.index.mhhi),
        )
    return t(
        "With Nordlys as an owner of two makers of drives the index rises by {change} to {index}. Both would "
        "earn from a milder rivalry; the buyers of drives would pay for it.",
        change=number(now.change),
        index=number(now.index.mhhi),
    )


RULES = (_synergy, _cash, _seller, _buyer, _risk, _law)
