"""The conditions of a sound audit, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import number, percent
from kamlab.widgets.u09 import audit_plan as plan
from kamlab.widgets.u09.audit_plan import AGAINST, JOBS, MEANT, MONEY, TRUE, VAGUE, Audit, Measure
from kamlab.widgets.verdict import Reason

VERDICTS = {
    TRUE: N_("It is right: about a third is private"),
    VAGUE: N_("Nobody can tell: 'commerce' can mean anything"),
    MEANT: N_("The author meant multinationals; of them it is right"),
    AGAINST: N_("It does not hold: by every fair measure found, most is private"),
}


def _fits(now: Audit, t: Translator) -> Reason:
    claim = t("Every figure used compares public with private, and counts nothing twice")
    if not now.used:
        return Reason(
            met=False,
            claim=claim,
            why=t("You use none. An opinion without a figure is what you were sent to audit."),
            advice=t("Tick the figures on which your verdict rests."),
        )
    if not now.misfits:
        return Reason(met=True, claim=claim, why=t("All of them do."))
    first = now.misfits[0]
    return Reason(met=False, claim=claim, why=_misfit(first, t), advice=_without(first, t))


def _misfit(one: Measure, t: Translator) -> str:
    if one.sector:
        return t(
            "{name}: that counts pensions and grants when the government pays them, and once more when the "
            "pensioner goes shopping. The government only passes them on.",
            name=t(one.name),
        )
    return t(
        "{name}: that sets some firms beside other firms. It is about a third, and says nothing of public "
        "and private.",
        name=t(one.name),
    )


def _without(one: Measure, t: Translator) -> str:
    if one.sector:
        return t(
            "Do without it, though it is kind to the claim. Even so it leaves {private} to the private "
            "sector.",
            private=percent(one.read, t),
        )
    return t("Do without it. A figure that has the right size is not therefore the right figure.")


def _world(now: Audit, t: Translator) -> Reason:
    claim = t("For the whole world one figure is of money, and one of jobs")
    if {MONEY, JOBS} <= now.world:
        return Reason(met=True, claim=claim, why=t("Two kinds of counting agree that would err differently."))
    advice = t("Look for a figure of the whole world that fits: in money, and in people.")
    if MONEY in now.world:
        return Reason(
            met=False, claim=claim, why=t("You have one of money, and none of jobs."), advice=advice
        )
    if JOBS in now.world:
        return Reason(
            met=False, claim=claim, why=t("You have one of jobs, and none of money."), advice=advice
        )
    why = t(
        "You have neither. What holds in one country, or in thirty rich ones, need not hold for the world."
    )
    return Reason(met=False, claim=claim, why=why, advice=advice)


def _hard(now: Audit, t: Translator) -> Reason:
    claim = t("You use the fair figure that is kindest to the claim")
    lowest, hardest = now.lowest, plan.kindest(plan.MEASURES)
    if lowest == hardest and lowest is not None:
        why = t(
            "{name}: {private} are private. Even of these, {times} times as many would have to be public.",
            name=t(lowest.name),
            private=percent(lowest.read, t),
            times=number(lowest.times, 1),
        )
        return Reason(met=True, claim=claim, why=why)
    if lowest is None:
        why = t("You use no figure that fits.")
    else:
        why = t(
            "The kindest that you use leaves {private} to the private sector. Another one leaves less, and "
            "whoever likes the claim will find it.",
            private=percent(lowest.read, t),
        )
    advice = t(
        "Count only jobs with a wage and a contract: the farmers and shopkeepers of the world drop out."
    )
    return Reason(met=False, claim=claim, why=why, advice=advice)


def _bound(now: Audit, t: Translator) -> Reason:
    claim = t(
        "Your bound is at least {least}, and {margin} points below every fair figure used",
        least=percent(plan.LEAST_BOUND, t),
        margin=number(100 * plan.MARGIN),
    )
    lowest = now.lowest
    if now.bound < plan.LEAST_BOUND:
        return Reason(
            met=False,
            claim=claim,
            why=t(
                "'At least {bound}' is safe, and decides nothing: Meridian could still put {public} into "
                "public buyers.",
                bound=percent(now.bound, t),
                public=percent(1 - now.bound, t),
            ),
            advice=t("Say as much as the figures carry."),
        )
    if lowest is None:
        return Reason(
            met=False,
            claim=claim,
            why=t("No figure that fits stands behind it."),
            advice=t("Tick the figures first; the bound follows from them."),
        )
    return Reason(
        now.bound <= lowest.read - plan.MARGIN + 1e-9,
        claim,
        t(
            "You say {bound}; the lowest of your fair figures is {lowest}.",
            bound=percent(now.bound, t),
            lowest=percent(lowest.read, t),
        ),
        t("Say less: sources round, leave countries out, and differ by some points from one another."),
    )


def _verdict(now: Audit, t: Translator) -> Reason:
    return Reason(
        now.verdict == AGAINST,
        t("The verdict says what the figures say, and no more"),
        _judged(now, t),
        t("Ask what you could show to somebody who likes the claim, and what you could not."),
    )


def _judged(now: Audit, t: Translator) -> str:
    fair = [one.read for one in plan.MEASURES if one.fair]
    span = {"low": percent(min(fair), t), "high": percent(max(fair), t)}
    if now.verdict == TRUE:
        return t("No fair figure comes near a third: they reach from {low} to {high}.", **span)
    if now.verdict == VAGUE:
        return t(
            "The word is vague, and the figures differ. But by every fair measure they reach from {low} to "
            "{high}: whatever the word means, it is not a third.",
            **span,
        )
    if now.verdict == MEANT:
        return t(
            "A mix-up is possible, but nobody knows what the author meant. And the two figures that are a "
            "third are shares of trade between countries, not of commerce."
        )
    return t(
        "Fair figures reach from {low} to {high}. You do not say where the claim comes from, because you do "
        "not know.",
        **span,
    )


RULES = (_fits, _world, _hard, _bound, _verdict)
