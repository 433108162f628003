"""The conditions of the exercise on the four ways to add value, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u03 import ladder_plan as plan
from kamlab.widgets.u03.ladder_plan import COMMUNICATION, PEOPLE, PROCESSES, PRODUCTS, Offer
from kamlab.widgets.verdict import Reason

_LAST = plan.YEARS - 1


def names(t: Translator) -> dict[str, str]:
    """What each field is called."""
    return {
        PEOPLE: t("People"),
        PRODUCTS: t("Products"),
        PROCESSES: t("Processes"),
        COMMUNICATION: t("Communication"),
    }


def _budget(now: Offer, t: Translator) -> Reason:
    least = names(t).get(plan.least_missed(now, _LAST), "")
    return Reason(
        now.spending <= plan.BUDGET,
        t("At most {budget} is spent", budget=thousands(plan.BUDGET, t)),
        t("You spend {spending}.", spending=thousands(now.spending, t)),
        t(
            "In the third year the last {step} of '{field}' would be missed least.",
            step=thousands(plan.STEP, t),
            field=least,
        ),
    )


def _first(now: Offer, t: Translator) -> Reason:
    return Reason(
        now.gain(0) >= 0,
        t("In the first year Nordlys is no worse off than with the rival"),
        _why(now, 0, t),
        _first_advice(now, t),
    )


def _first_advice(now: Offer, t: Translator) -> str:
    if now.spending == 0:
        return t(
            "So far the two offers differ in their price alone: that is what a commodity is. Give Nordlys "
            "a reason to pay more, or charge less."
        )
    return _advice(now, 0, t)


def _third(now: Offer, t: Translator) -> Reason:
    kept, built = (sum(now.drivers[year].values()) for year in (_LAST, 0))
    if now.spent[PRODUCTS] > 0 and kept < built:
        advice = t(
            "Better products add {first} in the first year and {last} in the third: by then the rival "
            "sells them too. Move money to what it cannot copy.",
            first=thousands(now.drivers[0][PRODUCTS], t, 1),
            last=thousands(now.drivers[_LAST][PRODUCTS], t, 1),
        )
    elif now.spent[PEOPLE] == 0 and now.spent[PROCESSES] > 0:
        advice = t(
            "A joint process without people who run it brings {share} of what it could. Send somebody.",
            share=percent(plan.ALONE, t),
        )
    else:
        advice = _advice(now, _LAST, t)
    return Reason(
        now.gain(_LAST) >= 0,
        t("In the third year Nordlys is still no worse off than with the rival"),
        _why(now, _LAST, t),
        advice,
    )


def _why(now: Offer, year: int, t: Translator) -> str:
    return t(
        "Meridian's offer is worth {worth} a year more to it than the rival's, of which it sees {seen}: "
        "{counted}. It pays {gap} more.",
        worth=thousands(sum(now.drivers[year].values()), t, 1),
        seen=percent(now.seen, t),
        counted=thousands(now.worth(year), t, 1),
        gap=thousands(now.gap, t, 1),
    )


def _advice(now: Offer, year: int, t: Translator) -> str:
    field = plan.best_step(now, year)
    if field == COMMUNICATION:
        return t(
            "{unseen} of the value goes unseen. Count with Nordlys what your work saves it, and show it to "
            "those who decide.",
            unseen=percent(1 - now.seen, t),
        )
    return t(
        "The next {step} add most to this year if they go into '{field}'. Or charge less.",
        step=thousands(plan.STEP, t),
        field=names(t).get(field, ""),
    )


def _result(now: Offer, t: Translator) -> Reason:
    return Reason(
        now.result >= plan.GOAL,
        t(
            "Over three years Meridian is at least {goal} better off than with the rival's price",
            goal=thousands(plan.GOAL, t),
        ),
        t(
            "It is {result} better off: {gap} a year more in price, for three years, less {spending} spent.",
            result=thousands(now.result, t, 1),
            gap=thousands(now.gap, t, 1),
            spending=thousands(now.spending, t),
        ),
        _result_advice(now, t),
    )


def _result_advice(now: Offer, t: Translator) -> str:
    if now.gain(0) > 0 and now.gain(_LAST) > 0:
        return t("Nordlys gains in every year. A part of what you have built may show in the price.")
    return t(
        "Do not pay for the lost price out of the work: a higher price needs an offer that is worth it. "
        "Look for money that builds little."
    )


RULES = (_budget, _first, _third, _result)
