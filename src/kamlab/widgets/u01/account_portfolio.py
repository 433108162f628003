"""Key accounts by a judgement that holds together: attractiveness and strength (C02, C58, C59, C60).

Attractiveness is weighed by the trainee, pair by pair; strength is how Meridian does on what decides the
customer's orders, so it is seen from the customer's side. The start is what four directors said, and they
contradict each other. ``candidates`` holds the figures, ``portfolio_check`` the goal's conditions.
"""

import math

from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import AccountPosition
from kamlab.widgets.chart import Axis, Bubble, Frame, quarters
from kamlab.widgets.controls import Answers, Choice, Group, Option
from kamlab.widgets.decision import Decision, Shown, Task
from kamlab.widgets.formula import formula, worked
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.picture import Picture, Words, bubbles
from kamlab.widgets.sides import Figures, listed
from kamlab.widgets.u01 import candidates as shortlist
from kamlab.widgets.u01.candidates import Judgement, Standing
from kamlab.widgets.u01.pairwise import contradiction, sliders, weights
from kamlab.widgets.u01.portfolio_check import RULES, in_conflict, names, positions

FIELDS = {  # top left, top right, bottom left, bottom right
    AccountPosition.KEY_DEVELOPMENT: N_("Key development"),
    AccountPosition.KEY: N_("Key accounts"),
    AccountPosition.OPPORTUNISTIC: N_("Opportunistic"),
    AccountPosition.MAINTENANCE: N_("Maintenance"),
}


def task(t: Translator) -> Task:
    """What the directors said, and the goal."""
    situation = t(
        "Four directors have said what makes an account attractive; the sliders start with their words. "
        "Taken together they contradict each other. Strength is how Meridian does in the customer's "
        "eyes: its share of the purchases, the people it knows there, delivery, satisfaction."
    )
    goal = t(
        "Your goal: make the comparisons consistent (ratio of {limit} at most) and still a judgement "
        "(the heaviest criterion weighs at least {spread} times the lightest). Then pick the key "
        "accounts that follow: up to {picks}, those with the highest sum of both scores.",
        limit=number(shortlist.LIMIT, 2),
        spread=number(shortlist.SPREAD),
        picks=shortlist.PICKS,
    )
    return Task(situation, goal)


def controls(t: Translator) -> tuple[Group, Choice]:
    """The comparisons, and the accounts picked."""
    compare = Group(
        legend=t("What makes an account attractive?"),
        help=t("Towards the left the first matters more, towards the right the second."),
        controls=sliders(names(t), shortlist.START, t),
    )
    options = tuple(
        Option(
            one.score.account_id,
            f"{one.place}. {one.score.name}",
            t("revenue {revenue} a year", revenue=thousands(one.revenue, t)),
        )
        for one in shortlist.candidates()
    )
    return compare, Choice(id="picks", label=t("Your key accounts"), options=options, many=True)


def read(answers: Answers) -> Judgement:
    """The comparisons and the picks."""
    return Judgement(positions(answers), answers.chosen("picks"))


def show(now: Judgement, t: Translator) -> Shown:
    """Weights, consistency and the matrix."""
    conflict = "" if shortlist.consistent(now.places) else in_conflict(contradiction(now.places), t)
    return Shown(
        summary=_summary(now, t),
        pictures=(_matrix(now, t),),
        warning=conflict,
        sides=_weights(now, t),
        table=listed(
            t("The accounts with your weights, {year}", year=shortlist.YEAR),
            [_row(one, now, t) for one in shortlist.standings(now.places)],
            words=3,
        ),
        equation=_equation(now, t),
    )


def _summary(now: Judgement, t: Translator) -> str:
    found = weights(now.places)
    verdict = t("consistent") if shortlist.consistent(now.places) else t("too contradictory")
    share, name = max(zip(found.weights, names(t), strict=True))
    return t(
        "Consistency ratio {ratio}: {verdict}. {name} weighs most, {share}. Picked: {count} of at most "
        "{picks}.",
        ratio=number(found.consistency_ratio, 2),
        verdict=verdict,
        name=name,
        share=percent(share, t),
        count=len(now.picks),
        picks=shortlist.PICKS,
    )


def _weights(now: Judgement, t: Translator) -> dict[str, Figures]:
    found = weights(now.places)
    shares = {name: percent(share, t) for name, share in zip(names(t), found.weights, strict=True)}
    verdict = "✓ " + t("consistent") if shortlist.consistent(now.places) else "✗ " + t("too contradictory")
    test = {
        t("Ratio"): number(found.consistency_ratio, 3),
        t("Limit"): number(shortlist.LIMIT, 2),
        t("Verdict"): verdict,
    }
    return {t("Weights"): shares, t("Consistency"): test}


def _matrix(now: Judgement, t: Translator) -> Picture:
    found = shortlist.standings(now.places)
    low = max(0, math.floor(min(s.strength for s in found)) - 1)
    frame = Frame(
        Axis(t("Strength of Meridian there, score 0 to 10"), low, 10),
        Axis(t("Attractiveness, score 0 to 10"), 0, 10),
        height=380,
        left=34,
    )
    title = t("Twelve accounts: how attractive, and how strong Meridian is")
    fields = quarters(frame, 5, 5, [t(name) for name in FIELDS.values()])
    words = Words("matrix", title, _description(found, t))
    return bubbles(words, frame, [_bubble(one, now.picks) for one in found], fields).noted(
        t("The larger the bubble, the larger the revenue. A ring marks your picks."),
        ((str(one.place), one.score.name) for one in shortlist.candidates()),
    )


def _bubble(standing: Standing, picks: tuple[str, ...]) -> Bubble:
    one = standing.candidate
    return Bubble(
        mark=str(one.place),
        x=standing.strength,
        y=standing.attractiveness,
        radius=round(11 + 11 * math.sqrt(one.revenue / shortlist.largest()), 1),
        group=list(FIELDS).index(standing.position),
        ring=one.score.account_id in picks,
    )


def _description(found: tuple[Standing, ...], t: Translator) -> str:
    parts = []
    for field, name in FIELDS.items():
        there = t(", ").join(s.candidate.score.name for s in found if s.position is field)
        parts.append(t("{field}: {names}.", field=t(name), names=there or t("none")))
    return t.joined(parts)


def _row(one: Standing, now: Judgement, t: Translator) -> Figures:
    score = one.candidate.score
    return {
        t("Account"): f"{one.candidate.place}. {score.name}",
        t("Field"): t(FIELDS[one.position]),
        t("Picked"): t("yes") if score.account_id in now.picks else t("no"),
        t("Attractiveness, 0 to 10"): number(one.attractiveness, 1),
        t("Strength, 0 to 10"): number(one.strength, 1),
        t("Sum"): number(one.attractiveness + one.strength, 1),
        t("Revenue, EUR a year"): number(one.candidate.revenue),
    }


def _equation(now: Judgement, t: Translator) -> str:
    found = weights(now.places)
    index = formula('CI = [λ_"max" − n] / [n − 1]')
    test = formula("CR = CI / RI = {ratio}", ratio=number(found.consistency_ratio, 3))
    score = formula('A = ∑_[k = 1]^"n" w_k x_k')
    eigenvalue = t(
        "largest eigenvalue of the comparison table, {value}; n without any contradiction",
        value=number(found.lambda_max, 3),
    )
    symbols = {
        "λ": eigenvalue,
        "n": t("number of criteria, {count}", count=len(found.weights)),
        "RI": t("mean CI of comparisons made at random, after Saaty"),
        "w": t("weight of the criterion"),
        "x": t("rating of the account on the criterion, 0 to 10"),
    }
    rule = t(
        "Who finds growth 3 times as important as profit, and profit 5 times as important as fit, "
        "should not find fit more important than growth. The ratio compares such contradictions with "
        "those of answers at random: up to {limit} the weights can be trusted.",
        limit=number(shortlist.LIMIT, 2),
    )
    return worked({"": index + test + score}, symbols, rule)


account_portfolio = Decision(
    exercise_id="u01-account-portfolio",
    version=2,
    concepts=("C02", "C58", "C59", "C60"),
    title=N_("Which key accounts?"),
    task=task,
    controls=controls,
    read=read,
    show=show,
    rules=RULES,
)
