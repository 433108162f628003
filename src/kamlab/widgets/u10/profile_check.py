"""The conditions of the self-assessment, with what stands in the way; none of them asks for a level."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number
from kamlab.widgets.u10 import profile_plan as plan
from kamlab.widgets.u10.profile_plan import BUYING, SELLING, STATEMENTS, Profile
from kamlab.widgets.u10.profile_words import SHORT, STEPS
from kamlab.widgets.verdict import Reason

_NEAR = 1e-9


def _names(keys: tuple[str, ...], t: Translator) -> str:
    return t(", ").join(t(SHORT[key]) for key in keys)


def _rated(now: Profile, t: Translator) -> Reason:
    return Reason(
        not now.unrated,
        t("Every statement is rated twice"),
        t("{count} of {all} ratings are missing.", count=now.unrated, all=2 * len(STATEMENTS))
        if now.unrated
        else t("All {all} are there.", all=2 * len(STATEMENTS)),
        t("Rate what is left. 'New to me' is a rating too."),
    )


def _proved(now: Profile, t: Translator) -> Reason:
    claim = t("Where you say 'alone' or better after the course, somebody else has seen a case")
    if now.unproved:
        why = t("No case is ticked for: {names}.", names=_names(now.unproved, t))
    elif now.unrated:
        why = t("Not all statements are rated yet.")
    else:
        why = t("Nothing rests on your word alone.")
    advice = t(
        "Think of one case that a colleague or a customer could tell, and tick it; or lower the rating. A "
        "second rating below the first is no failure: whoever has learnt sees more of what there is to know."
    )
    return Reason(not now.unproved and not now.unrated, claim, why, advice)


def _spread(now: Profile, t: Translator) -> Reason:
    best, worst = max(now.after.values()), min(now.after.values())
    return Reason(
        now.spread >= plan.SPREAD and not now.unrated,
        t("After the course, your best and your worst statement are at least two levels apart"),
        t("They are at {best} and {worst}.", best=best, worst=worst)
        if worst
        else t("Not all statements are rated yet."),
        t(
            "Who is equally good at everything has not looked closely. Which would you rather not do in "
            "front of a customer? Which would you be asked to explain?"
        ),
    )


def _steps(now: Profile, t: Translator) -> Reason:
    weak = plan.weakest(now.after)
    met = len(now.steps) == plan.STEPS and any(key in weak for key in now.steps)
    return Reason(
        met,
        t("You choose exactly {count} next steps, one of them where you are weakest", count=plan.STEPS),
        t(
            "Chosen: {count}. Weakest after the course: {names}.",
            count=len(now.steps),
            names=_names(weak, t) or t("not rated yet"),
        ),
        t("For example: {step}", step=t(STEPS[weak[0]])) if weak else t("Rate the statements first."),
    )


def _both(now: Profile, t: Translator) -> Reason:
    lean = plan.lean(now.planned)
    crafts = {STATEMENTS[key] for key in now.steps}
    met = abs(lean) <= plan.LEAN + 1e-9 and crafts != set() and not now.unrated
    return Reason(
        met,
        t("After the next steps you lean to neither craft by more than {limit}", limit=number(plan.LEAN, 2)),
        t(
            "Seller's craft {selling}, buyer's craft {buying}: you would lean by {lean}.",
            selling=number(plan.mean(now.planned, SELLING), 1),
            buying=number(plan.mean(now.planned, BUYING), 1),
            lean=number(lean, 2, sign=True),
        ),
        _both_advice(now, t),
    )


def _both_advice(now: Profile, t: Translator) -> str:
    if now.unrated or not now.steps:
        return t("Rate all statements and choose your next steps first.")
    craft = plan.weaker_craft(now.planned)
    first = min((k for k, one in STATEMENTS.items() if one == craft), key=lambda k: now.after[k])
    told = {"step": t(STEPS[first])}
    if craft == SELLING:
        return t(
            "A value manager sits on both sides of the table. Put more steps into the seller's craft. For "
            "example: {step}",
            **told,
        )
    return t(
        "A value manager sits on both sides of the table. Put more steps into the buyer's craft. For "
        "example: {step}",
        **told,
    )


RULES = (_rated, _proved, _spread, _steps, _both)
