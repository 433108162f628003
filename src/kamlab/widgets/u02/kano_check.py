"""The conditions of the Kano exercise, with what stands in the way."""

from kamlab.i18n import N_, Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u02 import kano_plan as survey
from kamlab.widgets.u02.kano_plan import Feature, Judgement
from kamlab.widgets.verdict import Reason

NAMES = {
    "papers": N_("Papers that match the goods"),
    "delivery": N_("Delivery on the promised day"),
    "hotline": N_("Hotline answers in ten minutes"),
    "spare": N_("Spare drive within four hours"),
    "known": N_("An engineer whom they know by name"),
    "warning": N_("A call before a drive fails"),
    "app": N_("App with a 3-D view of each drive"),
    "basket": N_("Gift basket at Christmas"),
}
_SHOWN = 3  # features of which the answers are told at a time
CLASSES = (N_("indifferent"), N_("attractive"), N_("one-dimensional"), N_("must-be"))


def _sorted(now: Judgement, t: Translator) -> Reason:
    wrong = survey.unlike(now)
    right = t("All {count} stand where the answers put them.", count=len(survey.FEATURES))
    return Reason(
        not wrong,
        t("All {count} features are sorted as Nordlys's people answered", count=len(survey.FEATURES)),
        t.joined(_answered(one, t) for one in wrong[:_SHOWN]) or right,
        t(
            "Ask two things of each: does it please most of them when it is there, and does it anger most of "
            "them when it is missing? Yes and yes is one-dimensional; only the first, attractive; only the "
            "second, must-be; neither, indifferent."
        ),
    )


def _answered(one: Feature, t: Translator) -> str:
    attractive, both, must, _ = one.answers
    return t(
        "{name}: of {people}, {pleased} are pleased with it and {angry} angry without it.",
        name=t(NAMES[one.key]),
        people=survey.PEOPLE,
        pleased=attractive + both,
        angry=both + must,
    )


def _anger(now: Judgement, t: Translator) -> Reason:
    worst = survey.angriest(now.funded)
    return Reason(
        survey.all_anger(now.funded) <= survey.ANGER,
        t("At most {limit} reasons for anger are left per 100 people", limit=number(survey.ANGER)),
        t(
            "There are {anger}. The largest part: {name}, kept in {kept} of all cases.",
            anger=number(survey.all_anger(now.funded)),
            name=t(NAMES[worst.key]),
            kept=percent(survey.kept(worst, now.funded), t),
        ),
        _anger_advice(worst, t),
    )


def _anger_advice(worst: Feature, t: Translator) -> str:
    if survey.kind(worst) == survey.MUST_BE:
        return t(
            "Fund it first: {name}. Nobody will thank you for it, and nothing that delights makes up for it. "
            "Mentioned by {mentions} of {people}: one does not ask for what goes without saying.",
            name=t(NAMES[worst.key]),
            mentions=worst.mentions,
            people=survey.PEOPLE,
        )
    return t(
        "Fund what angers by its absence before what nobody would miss. Next in line: {name}.",
        name=t(NAMES[worst.key]),
    )


def _delight(now: Judgement, t: Translator) -> Reason:
    best = survey.delighter(now.funded)
    return Reason(
        survey.all_delight(now.funded) >= survey.DELIGHT,
        t("Nordlys's people have at least {goal} reasons for delight per 100", goal=number(survey.DELIGHT)),
        t(
            "There are {delight}; today there are {today}.",
            delight=number(survey.all_delight(now.funded)),
            today=number(survey.all_delight(())),
        ),
        t(
            "Without delight Meridian is correct, and forgettable. Most would come from this: {name}. "
            "It adds {more} and costs {cost} a year.",
            name=t(NAMES[best.key]),
            more=number(survey.delight(best, (best.key,)) - survey.delight(best, ())),
            cost=thousands(best.cost, t),
        ),
    )


def _money(now: Judgement, t: Translator) -> Reason:
    idle = survey.idle(now.funded)
    return Reason(
        survey.affordable(now.funded),
        t(
            "At most {most} features are funded, with at most {budget} a year",
            most=survey.MOST,
            budget=thousands(survey.BUDGET, t),
        ),
        t(
            "You fund {count}, for {cost} a year.",
            count=len(now.funded),
            cost=thousands(survey.cost(now.funded), t),
        ),
        t(
            "Take one out. Least for its money does this: {name}, {cost} a year.",
            name=t(NAMES[idle.key]),
            cost=thousands(idle.cost, t),
        ),
    )


RULES = (_sorted, _anger, _delight, _money)
