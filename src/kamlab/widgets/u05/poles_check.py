"""The conditions of the two-poles exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u05 import poles_plan as market
from kamlab.widgets.u05.poles_plan import EDGE, MIDDLE, TOP, Plan, Step
from kamlab.widgets.verdict import Reason


def _formed(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.formed.profit >= market.GOAL_FORMED,
        t("Where the poles form, profit is at least {goal}", goal=thousands(market.GOAL_FORMED, t)),
        t(
            "It is {profit}. The middle then buys for {middle}, not {before}; the top buys for {top}, and "
            "you win {share} of that.",
            profit=thousands(now.formed.profit, t),
            middle=thousands(now.formed.trade[MIDDLE], t),
            before=thousands(now.still.trade[MIDDLE], t),
            top=thousands(now.formed.trade[TOP], t),
            share=percent(now.share[TOP], t),
        ),
        _advice(now, market.FORMED, t),
    )


def _still(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.still.profit >= market.today().still.profit,
        t(
            "Where nothing moves, profit is no less than with today's plan ({profit})",
            profit=thousands(market.today().still.profit, t),
        ),
        t(
            "It is {profit}. The middle then still buys for {middle} a year, and you win {share} of it.",
            profit=thousands(now.still.profit, t),
            middle=thousands(now.still.trade[MIDDLE], t),
            share=percent(now.share[MIDDLE], t),
        ),
        _advice(now, 0.0, t),
    )


def _advice(now: Plan, moved: float, t: Translator) -> str:
    if now.spend[TOP] <= market.ENTRY[TOP]:
        return t(
            "At the top the first {entry} a year only open the door: you pay, and win nothing. Go through "
            "it.",
            entry=thousands(market.ENTRY[TOP], t),
        )
    return _step(market.best_step(now, moved), t)


def _step(step: Step, t: Translator) -> str:
    told = {"amount": thousands(market.STEP, t), "gain": thousands(step.gain, t, 1)}
    more = step.amount > 0
    if step.field == TOP and more:
        return t("Take {amount} from the middle for the key account teams: here that adds {gain}.", **told)
    if step.field == TOP:
        return t("The last {amount} at the top win little: in the middle they would add {gain}.", **told)
    if more:
        return t("Take {amount} from the middle for the small edge: here that adds {gain}.", **told)
    return t("The last {amount} at the edge win little: in the middle they would add {gain}.", **told)


def _few(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.formed.top_share <= market.MOST_TOP,
        t("Where the poles form, the top is at most {most} of sales", most=percent(market.MOST_TOP, t)),
        t(
            "It is {share}. Your key account teams handle {top} of the top's trade, and so {all} of all "
            "trade: to dominate at the top is not to dominate the market, but to hang on a handful of "
            "customers.",
            share=percent(now.formed.top_share, t),
            top=percent(now.share[TOP], t),
            all=percent(now.formed.key_account_share, t),
        ),
        t(
            "Win more elsewhere: a few thousand euros at the small edge, or some of the top's money in the "
            "middle."
        ),
    )


def _edge(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.share[EDGE] >= market.LEAST_EDGE,
        t("At least {least} of the small firms' need is served", least=percent(market.LEAST_EDGE, t)),
        t(
            "It is {share}. {count} small firms buy for {trade} a year together. None of them is worth a "
            "visit; all of them together are worth a web shop.",
            share=percent(now.share[EDGE], t),
            count=market.market().accounts[-1],
            trade=thousands(now.still.trade[EDGE], t),
        ),
        t("Spend more on the web shop and on pooled deliveries."),
    )


RULES = (_formed, _still, _few, _edge)
