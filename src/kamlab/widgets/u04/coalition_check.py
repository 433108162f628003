"""The conditions of the coalition exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import percent, thousands
from kamlab.widgets.u04 import coalition_plan as plan
from kamlab.widgets.u04.coalition_plan import ALL, NAMES, Group, Split
from kamlab.widgets.verdict import Reason


def named(group: Group, t: Translator) -> str:
    """The names of a group's partners."""
    names = [t(NAMES[one]) for one in plan.PARTNERS if one in group]
    return t("{first} and {second}", first=names[0], second=names[1]) if len(names) > 1 else names[0]


def _least(now: Split, size: int) -> Group:
    """The group of ``size`` partners that has most reason to leave."""
    return min((group for group in plan.groups() if len(group) == size), key=now.margin)


def _claim(now: Split, group: Group, t: Translator) -> str:
    return t(
        "{group}: {gets} a year in your split, {worth} without the rest.",
        group=named(group, t),
        gets=thousands(now.gets(group), t, 1),
        worth=thousands(plan.WORTH[group], t),
    )


def _single(now: Split, t: Translator) -> Reason:
    group = _least(now, 1)
    return Reason(
        now.margin(group) >= 0,
        t("Nobody does better alone"),
        _claim(now, group, t),
        t("Give {group} at least what it has without you.", group=named(group, t)),
    )


def _pair(now: Split, t: Translator) -> Reason:
    group = _least(now, 2)
    return Reason(
        now.margin(group) >= 0,
        t("No pair does better without the third"),
        _claim(now, group, t),
        _pair_advice(now, group, t),
    )


def _pair_advice(now: Split, group: Group, t: Translator) -> str:
    if now.total < plan.needed():
        return t(
            "No split can hold: together the three earn {total}, and to satisfy all three pairs it takes "
            "{needed}. Do not haggle; first make the whole larger.",
            total=thousands(now.total, t, 1),
            needed=thousands(plan.needed(), t),
        )
    (third,) = ALL - group
    return t(
        "{third} can ask for {most} at most: more than that, and the other two go on without it.",
        third=t(NAMES[third]),
        most=thousands(now.most(third), t, 1),
    )


def _fair(now: Split, t: Translator) -> Reason:
    one = min(plan.PARTNERS, key=lambda name: now.parts[name] - now.average[name])
    lacking = now.average[one] - now.parts[one]
    return Reason(
        round(lacking, 6) <= plan.UNFAIR,
        t("Nobody gets more than {limit} less than it adds on average", limit=thousands(plan.UNFAIR, t)),
        t(
            "{name} gets {gets} a year and adds {average} on average.",
            name=t(NAMES[one]),
            gets=thousands(now.parts[one], t, 1),
            average=thousands(now.average[one], t, 1),
        ),
        t(
            "Who adds much and gets little signs, and looks for another alliance the same day. Give {name} "
            "more.",
            name=t(NAMES[one]),
        ),
    )


def _worthwhile(now: Split, t: Translator) -> Reason:
    more = plan.total(now.spent + plan.STEP) > now.total
    return Reason(
        now.total >= plan.REACHED * plan.best(),
        t("The three earn at least {goal} of what they could", goal=percent(plan.REACHED, t)),
        t(
            "They earn {total} a year after {spent} for the interface; {best} would be possible.",
            total=thousands(now.total, t, 1),
            spent=thousands(now.spent, t),
            best=thousands(plan.best(), t, 1),
        ),
        t("The next euro for the joint interface still brings more than a euro. Spend more.")
        if more
        else t("The last euros for the joint interface bring less than they cost. Spend less."),
    )


RULES = (_single, _pair, _fair, _worthwhile)
