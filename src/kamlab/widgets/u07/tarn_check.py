"""The conditions of the exercise on a small supplier of a core product, with what stands in the way."""

from collections.abc import Callable

from kamlab.i18n import Translator
from kamlab.models.holdup import Governance
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u07 import tarn_plan as tarn
from kamlab.widgets.u07.tarn_plan import Plan, Quarter
from kamlab.widgets.verdict import Reason

_WORTH_IT = 2_000.0  # EUR: a step that brings less is no advice


def _regions(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.reaches,
        t("Tarn can supply three regions by quarter {quarter}", quarter=tarn.REGIONS),
        t(
            "By then {lent} engineers' days have been lent; it takes {reach}.",
            lent=number(now.days * (tarn.REGIONS - 1)),
            reach=number(tarn.REACH),
        ),
        _regions_advice(now, t),
    )


def _regions_advice(now: Plan, t: Translator) -> str:
    if now.share == 0:
        return t("Whoever gets no orders is not developed. Order from Tarn again.")
    return t(
        "Today Tarn delivers as far as its van goes, and so the alliance with Nordlys passes both of you by. "
        "Lend more days: {days} a quarter would do.",
        days=number(tarn.REACH / (tarn.REGIONS - 1)),
    )


def _blow(now: Plan, t: Translator) -> Reason:
    worst = max(now.alone, key=lambda one: one.blow, default=None)
    claim = t(
        "While Tarn stands alone, its failure would cost at most {limit}", limit=thousands(tarn.BLOW, t)
    )
    if worst is None:
        return Reason(True, claim, t("It never stands alone."))  # noqa: FBT003
    return Reason(
        worst.blow <= tarn.BLOW,
        claim,
        t(
            "In quarter {quarter} it would cost {blow}: the margin of {months} months, until Coilworks has "
            "taken over what Tarn delivers.",
            quarter=worst.number,
            blow=thousands(worst.blow, t),
            months=f"{tarn.REPLACE * worst.share:.2g}",
        ),
        _blow_advice(now, worst, t),
    )


def _blow_advice(now: Plan, worst: Quarter, t: Translator) -> str:
    if 0 < now.held < tarn.CONTROL:
        return t(
            "Less than half of Tarn gives Meridian a part of its profit, but no say, and its lenders no "
            "comfort. In this danger, half is the least that helps."
        )
    if worst.extra:
        return t(
            "From quarter {quarter} on, Nordlys's order hangs on Tarn as well. Before that, take at least "
            "half of Tarn, and stand behind it.",
            quarter=tarn.REGIONS,
        )
    return t(
        "Order a part from Coilworks. It is dearer, but whoever delivers already takes over sooner, and less "
        "is missing."
    )


def _chance(now: Plan, t: Translator) -> Reason:
    claim = t(
        "The chance that Tarn fails while it stands alone is at most {limit}", limit=percent(tarn.CHANCE, t)
    )
    if not now.alone:
        return Reason(True, claim, t("It never stands alone."))  # noqa: FBT003
    first, last = now.alone[0], now.alone[-1]
    return Reason(
        now.chance <= tarn.CHANCE,
        claim,
        t(
            "It adds up to {chance} by the end of quarter {quarter}: {first} a year at first, {last} a "
            "year then.",
            chance=percent(now.chance, t, 1),
            first=percent(first.failing, t, 1),
            last=percent(last.failing, t, 1),
            quarter=last.number,
        ),
        _chance_advice(now, t),
    )


def _chance_advice(now: Plan, t: Translator) -> str:
    if now.held < tarn.CONTROL:
        return t(
            "Development makes Tarn safer, not safe: it stays small, and in debt. Only a larger firm that "
            "controls it stands behind its debts."
        )
    return t("The danger adds up, quarter by quarter. Take control earlier.")


def _gain(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.buyer >= tarn.GAIN,
        t("Meridian gains at least {goal} against buying from Coilworks", goal=thousands(tarn.GAIN, t)),
        t(
            "It gains {gain} in three years. Stators save {saved}, Nordlys's order brings {extra}; engineers "
            "cost {engineers}, contract, dangers and merger {governing}.",
            gain=thousands(now.buyer, t, sign=True),
            saved=thousands(total(now, lambda one: one.saved), t),
            extra=thousands(total(now, lambda one: one.extra), t),
            engineers=thousands(total(now, lambda one: one.lent * tarn.DAY), t),
            governing=thousands(total(now, lambda one: one.governing), t),
        ),
        _gain_advice(now, t),
    )


def total(now: Plan, what: Callable[[Quarter], float]) -> float:
    """A sum over the twelve quarters, EUR."""
    return sum(what(one) for one in now.quarters)


def _gain_advice(now: Plan, t: Translator) -> str:
    if not now.reaches:
        return t("The engineers pay only if Nordlys's order follows. First see to the three regions.")
    last = now.quarters[-1]
    if not last.merged and last.choice.cheaper is Governance.MERGE:
        return t(
            "In the end, going on by contract costs both together {contract} a year, one firm {merged}. What "
            "you have built at Tarn is what can be taken from you: merge before quarter {quarter}.",
            contract=thousands(last.choice.contract_cost / tarn.SPREAD, t),
            merged=thousands(last.choice.merge_cost / tarn.SPREAD, t),
            quarter=tarn.REGIONS,
        )
    return _gain_step(now, t)


def _gain_step(now: Plan, t: Translator) -> str:
    step = _best(now, lambda one: one.buyer if one.reaches else 0.0)
    return {
        "fewer days": t("The last days that you lend cost more than Tarn learns from them. Lend fewer."),
        "more days": t("Tarn still learns much from each further day. Lend more."),
        "fewer orders": t(
            "Leave a little more to Coilworks: so much at one small firm costs more than it saves."
        ),
        "more orders": t("What Tarn makes it learns from, and saves you money on. Order more from it."),
        "smaller stake": t(
            "A smaller stake would do: owners who keep a part of the firm work with more zeal."
        ),
        "larger stake": t("Take a larger stake: what Tarn earns more is then yours as well."),
        "earlier": t(
            "Take your stake earlier: Tarn is worth less then, and what it learns is in part yours."
        ),
        "later": t("Take your stake later: one firm costs more to run than the danger it ends, for now."),
    }.get(step, t("Change one thing at a time, and see which of the sums moves most."))


def moves(now: Plan) -> dict[str, Plan]:
    """What one step with one control would lead to, by the step's name."""
    days, share, stake, start = now.days, now.share, now.stake, now.start
    steps = {
        "fewer days": (days - 5, share, stake, start),
        "more days": (days + 5, share, stake, start),
        "fewer orders": (days, round(share - 0.1, 1), stake, start),
        "more orders": (days, round(share + 0.1, 1), stake, start),
        "smaller stake": (days, share, round(stake - 0.05, 2), start),
        "larger stake": (days, share, round(stake + 0.05, 2), start),
        "earlier": (days, share, stake, start - 1),
        "later": (days, share, stake, start + 1),
    }
    fits = {name: one for name, one in steps.items() if _fits(*one)}
    return {name: tarn.plan(*one) for name, one in fits.items()}


def _fits(days: float, share: float, stake: float, start: int) -> bool:
    return 0 <= days <= tarn.MOST_DAYS and 0 <= share <= 1 and 0 <= stake <= 1 and 1 <= start <= tarn.QUARTERS


def _best(now: Plan, worth: Callable[[Plan], float]) -> str:
    """The step with one control that brings most; empty where none is worth it."""
    gains = {name: worth(one) - worth(now) for name, one in moves(now).items() if _no_riskier(one, now)}
    step = max(gains, key=lambda name: gains[name], default="")
    return step if step and gains[step] >= _WORTH_IT else ""


def _no_riskier(one: Plan, now: Plan) -> bool:
    """Whether a step leaves the two limits of danger as they are: advice must not undo other advice."""
    return one.blow <= max(now.blow, tarn.BLOW) and one.chance <= max(now.chance, tarn.CHANCE)


def _owners(now: Plan, t: Translator) -> Reason:
    return Reason(
        now.owners_gain >= tarn.OWNERS,
        t("Tarn's owners gain at least {goal} against today", goal=thousands(tarn.OWNERS, t)),
        t(
            "They gain {gain} in three years: they have had and still hold {sum}; had all gone on as "
            "today, it would be {today}.",
            gain=thousands(now.owners_gain, t, sign=True),
            sum=thousands(now.owners, t),
            today=thousands(tarn.undisturbed(), t),
        ),
        _owners_advice(now, t),
    )


def _owners_advice(now: Plan, t: Translator) -> str:
    step = _best(now, lambda one: one.owners_gain)
    return {
        "fewer days": t("Your engineers keep Tarn's people from their work. Lend fewer days."),
        "more days": t("Tarn would earn more if it learned more. Lend more days."),
        "more orders": t("A small firm lives on orders. Give it more of them."),
        "smaller stake": t("Leave the owners a larger part of the firm that they have built."),
        "later": t(
            "You buy Tarn before it is worth anything. Let it learn first: its owners then sell gladly what "
            "today they would have to give away."
        ),
    }.get(
        step,
        t("No single step does it. Buy later, when Tarn is worth more, and order less of it until then."),
    )


RULES = (_regions, _blow, _chance, _gain, _owners)
