"""Key accounts by a judgement that holds together: attractiveness and strength (C02, C58, C59, C60).

Attractiveness is weighed by the trainee, pair by pair; strength is how Meridian does on what decides the
customer's orders, so it is seen from the customer's side. The start is what four directors
said, and they contradict each other.
"""

import math

from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import AccountPosition
from kamlab.widgets import chart
from kamlab.widgets.controls import Answers, Choice, Group, Option
from kamlab.widgets.markup import cards, figure, keys, paragraph
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.shell import Definition, Exercise, Face, View, shown
from kamlab.widgets.u01.candidates import (
    LIMIT,
    PICKS,
    SPREAD,
    START,
    YEAR,
    Standing,
    candidates,
    consistent,
    largest,
    standings,
)
from kamlab.widgets.u01.pairwise import contradiction, sliders, weights
from kamlab.widgets.u01.portfolio_check import check, in_conflict, names, positions
from kamlab.widgets.u01.portfolio_equation import equation
from kamlab.widgets.verdict import by

FIELDS = {  # top left, top right, bottom left, bottom right
    AccountPosition.KEY_DEVELOPMENT: N_("Key development"),
    AccountPosition.KEY: N_("Key accounts"),
    AccountPosition.OPPORTUNISTIC: N_("Opportunistic"),
    AccountPosition.MAINTENANCE: N_("Maintenance"),
}
_ID = "u01-account-portfolio"


def face(t: Translator) -> Face:
    """The task and its controls."""
    task = paragraph(
        t(
            "Four directors have said what makes an account attractive; the sliders start with their words. "
            "Taken together they contradict each other. Strength is how Meridian does in the customer's "
            "eyes: its share of the purchases, the people it knows there, delivery, satisfaction."
        )
    ) + paragraph(
        t(
            "Your goal: make the comparisons consistent (ratio of {limit} at most) and still a judgement "
            "(the heaviest criterion weighs at least {spread} times the lightest). Then pick the key "
            "accounts that follow: up to {picks}, those with the highest sum of both scores.",
            limit=number(LIMIT, 2),
            spread=number(SPREAD),
            picks=PICKS,
        ),
        class_="kl-goal",
    )
    compare = Group(
        legend=t("What makes an account attractive?"),
        help=t("Towards the left the first matters more, towards the right the second."),
        controls=sliders(names(t), START, t),
    )
    return Face(
        t("Which key accounts?"), task, (compare, Group(controls=(_picks(t),))), t("Check my decision")
    )


def _picks(t: Translator) -> Choice:
    options = tuple(
        Option(
            one.score.account_id,
            f"{one.place}. {one.score.name}",
            t("revenue {revenue} a year", revenue=thousands(one.revenue, t)),
        )
        for one in candidates()
    )
    return Choice(id="picks", label=t("Your key accounts"), options=options, many=True)


def view(answers: Answers, t: Translator) -> View:
    """Weights, consistency and the matrix."""
    places = positions(answers)
    said = _summary(places, answers, t)
    return {
        "summary": paragraph(said),
        "say": said,
        "chart": _matrix(places, answers.chosen("picks"), t) + _conflict(places, t),
        "sides": _weights(places, t),
        "table": _table(places, answers.chosen("picks"), t),
        "equation": equation(places, t),
    }


def _summary(places: tuple[float, ...], answers: Answers, t: Translator) -> str:
    found = weights(places)
    verdict = t("consistent") if consistent(places) else t("too contradictory")
    share, name = max(zip(found.weights, names(t), strict=True))
    return t(
        "Consistency ratio {ratio}: {verdict}. {name} weighs most, {share}. Picked: {count} of at most "
        "{picks}.",
        ratio=number(found.consistency_ratio, 2),
        verdict=verdict,
        name=name,
        share=percent(share, t),
        count=len(answers.chosen("picks")),
        picks=PICKS,
    )


def _weights(places: tuple[float, ...], t: Translator) -> str:
    found = weights(places)
    shares = tuple((name, percent(share, t)) for name, share in zip(names(t), found.weights, strict=True))
    test = (
        (t("Ratio"), number(found.consistency_ratio, 3)),
        (t("Limit"), number(LIMIT, 2)),
        (t("Verdict"), "✓ " + t("consistent") if consistent(places) else "✗ " + t("too contradictory")),
    )
    return cards(((t("Weights"), shares), (t("Consistency"), test)))


def _conflict(places: tuple[float, ...], t: Translator) -> str:
    if consistent(places):
        return ""
    return paragraph(in_conflict(contradiction(places), t), class_="kl-note")


def _matrix(places: tuple[float, ...], picks: tuple[str, ...], t: Translator) -> str:
    found = standings(places)
    low = max(0, math.floor(min(s.strength for s in found)) - 1)
    frame = chart.Frame(
        chart.Axis(t("Strength of Meridian there, score 0 to 10"), low, 10, number),
        chart.Axis(t("Attractiveness, score 0 to 10"), 0, 10, number),
        height=380,
        left=34,
    )
    title = t("Twelve accounts: how attractive, and how strong Meridian is")
    caption = chart.Caption(f"kl-{_ID}-matrix", title, _description(found, t))
    fields = chart.quarters(frame, 5, 5, [t(name) for name in FIELDS.values()])
    drawn = chart.bubble_chart(frame, [_bubble(standing, picks) for standing in found], caption, fields)
    note = t("The larger the bubble, the larger the revenue. A ring marks your picks.")
    legend = keys((str(one.place), one.score.name) for one in candidates())
    return figure(title, drawn + legend + paragraph(note, class_="kl-help"))


def _bubble(standing: Standing, picks: tuple[str, ...]) -> chart.Bubble:
    one = standing.candidate
    return chart.Bubble(
        mark=str(one.place),
        x=standing.strength,
        y=standing.attractiveness,
        radius=round(11 + 11 * math.sqrt(one.revenue / largest()), 1),
        group=list(FIELDS).index(standing.position),
        ring=one.score.account_id in picks,
    )


def _description(found: tuple[Standing, ...], t: Translator) -> str:
    parts = []
    for field, name in FIELDS.items():
        there = t(", ").join(s.candidate.score.name for s in found if s.position is field)
        parts.append(t("{field}: {names}.", field=t(name), names=there or t("none")))
    return " ".join(parts)


def _table(places: tuple[float, ...], picks: tuple[str, ...], t: Translator) -> str:
    rows = [
        (
            f"{s.candidate.place}. {s.candidate.score.name}",
            t(FIELDS[s.position]),
            t("yes") if s.candidate.score.account_id in picks else t("no"),
            number(s.attractiveness, 1),
            number(s.strength, 1),
            number(s.attractiveness + s.strength, 1),
            number(s.candidate.revenue),
        )
        for s in standings(places)
    ]
    head = (
        t("Account"),
        t("Field"),
        t("Picked"),
        t("Attractiveness, 0 to 10"),
        t("Strength, 0 to 10"),
        t("Sum"),
        t("Revenue, EUR a year"),
    )
    return data_table(t("The accounts with your weights, {year}", year=YEAR), head, rows, words=3)


DEFINITION = Definition(_ID, 2, "u01", ("C02", "C58", "C59", "C60"), face, view, by(check))


def exercise() -> Exercise:
    """Key accounts from attractiveness, strength and consistent weights."""
    return shown(DEFINITION)
