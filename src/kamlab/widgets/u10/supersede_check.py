"""The conditions of the supersession exercise, with what stands in the way."""

from kamlab.i18n import Translator
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.u10 import supersede_plan as plan
from kamlab.widgets.u10.supersede_plan import FIRST, OTHERS, SLOW, Outlook
from kamlab.widgets.verdict import Reason


def idle(now: Outlook, *, slow: bool) -> float:
    """Places in teams that no ready account takes, in account-years."""
    years = now.slow if slow else now.forecast
    return sum(plan.PER_TEAM * one.teams - sum(one.served.values()) for one in years)


def begins(now: Outlook, factor: float) -> int:
    """The year in which the teams for the others begin."""
    return now.plan.start(OTHERS, factor)


def _gain(now: Outlook, t: Translator) -> Reason:
    gain = plan.total(now.forecast)
    return Reason(
        gain >= plan.GAIN,
        t(
            "At the survey's pace Meridian gains at least {goal} by {year}",
            goal=thousands(plan.GAIN, t),
            year=str(plan.LAST),
        ),
        t(
            "The result is {gain}. Its teams serve {served} accounts in {year}; {lost} have gone to "
            "rivals by then.",
            gain=thousands(gain, t),
            served=number(sum(now.forecast[-1].served.values()), 1),
            year=str(plan.LAST),
            lost=number(now.forecast[-1].lost, 1),
        ),
        _more(now, t),
    )


def _more(now: Outlook, t: Translator) -> str:
    if not sum(now.plan.teams.values()):
        return t("Without a team nothing is gained and much is lost. Begin with the innovative chains.")
    if now.plan.first > plan.NEXT or not now.plan.teams[FIRST]:
        return t(
            "Begin earlier with the innovative chains: they are ready, and a team needs years to become good."
        )
    if begins(now, 1.0) > plan.crowded(OTHERS)[0] - 1:
        return t(
            "Most of the others become ready around {year}. Act on an earlier signal.",
            year=str(round(plan.crowded(OTHERS)[0])),
        )
    return _size(now, t)


def _size(now: Outlook, t: Translator) -> str:
    wanted = sum(one.ready[OTHERS] - one.served[OTHERS] for one in now.forecast)
    if wanted > idle(now, slow=False):
        return t("Too many ready accounts find no team. Let there be more teams for the others.")
    return t("Too many places in teams stay empty. Have fewer teams, or begin later with the others.")


def _slow(now: Outlook, t: Translator) -> Reason:
    gain = plan.total(now.slow)
    return Reason(
        gain >= 0,
        t("At half the pace Meridian loses nothing by {year}", year=str(plan.LAST)),
        t(
            "The result is {gain}. Teams for the others begin in {begin}, and {idle} places in teams "
            "stay empty, counted year by year.",
            gain=thousands(gain, t, sign=True),
            begin=str(begins(now, SLOW)),
            idle=number(idle(now, slow=True)),
        )
        if begins(now, SLOW) <= plan.LAST
        else t(
            "The result is {gain}. Teams for the others do not begin at all, and {idle} places in teams stay "
            "empty, counted year by year.",
            gain=thousands(gain, t, sign=True),
            idle=number(idle(now, slow=True)),
        ),
        _careful(now, t),
    )


def _careful(now: Outlook, t: Translator) -> str:
    if not sum(now.plan.teams.values()):
        return t("Even at half the pace some accounts ask for more. Begin with the innovative chains.")
    if now.plan.first > plan.NEXT + 2:
        return t("Begin earlier with the innovative chains; it pays at any pace.")
    return t(
        "Nobody knows the pace, but the innovative chains show it: they are {years} years ahead. Wait for a "
        "stronger signal from them before you train teams for the others.",
        years=number(plan.fitted(OTHERS).midpoint - plan.fitted(FIRST).midpoint, 1),
    )


def _lost(now: Outlook, t: Translator) -> Reason:
    lost = now.forecast[-1].lost
    return Reason(
        lost <= plan.LOST,
        t(
            "At the survey's pace at most {most} accounts are lost to rivals by {year}",
            most=number(plan.LOST),
            year=str(plan.LAST),
        ),
        t(
            "It is {lost}. Each year {share} of the ready accounts that find no team go to a rival, and with "
            "each of them {profit} a year.",
            lost=number(lost, 1),
            share=percent(plan.PATIENCE, t),
            profit=thousands(plan.usual_profit(), t, 1),
        ),
        _more(now, t) if begins(now, 1.0) > plan.NEXT else _size(now, t),
    )


def _buyers(now: Outlook, t: Translator) -> Reason:
    gain, last = plan.total(now.forecast, "buyer"), now.forecast[-1]
    return Reason(
        gain >= plan.BUYERS,
        t("At the survey's pace the customers gain at least {goal}", goal=thousands(plan.BUYERS, t)),
        t(
            "They gain {gain}. In {year}, {ready} accounts with Meridian want value management; the teams "
            "have room for {room}.",
            gain=thousands(gain, t),
            year=str(plan.LAST),
            ready=number(sum(last.ready.values()), 1),
            room=plan.PER_TEAM * last.teams,
        ),
        _more(now, t),
    )


RULES = (_gain, _slow, _lost, _buyers)
