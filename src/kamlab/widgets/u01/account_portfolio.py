"""Key accounts by a judgement that holds together: attractiveness and strength (C02, C58, C59, C60).

Attractiveness is weighed by the trainee, pair by pair; strength is how Meridian does on what decides the
customer's orders, so it is seen from the customer's side. The start is what four directors
said, and they contradict each other.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from kamlab.data import ATTRACTIVENESS, AccountScore, account_results, ledger, scorecard
from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import AccountPosition, account_position
from kamlab.widgets import chart
from kamlab.widgets.controls import Answers, Choice, Group, Option
from kamlab.widgets.markup import (
    cards,
    figure,
    frac,
    ident,
    literal,
    over,
    paragraph,
    row,
    sub,
    total,
    where,
)
from kamlab.widgets.markup import (
    math as formula,
)
from kamlab.widgets.markup import table as data_table
from kamlab.widgets.numbers import number, percent, thousands
from kamlab.widgets.shell import Definition, Exercise, Face, View, shown
from kamlab.widgets.u01.pairwise import Contradiction, contradiction, in_words, pairs, sliders, weights
from kamlab.widgets.verdict import Reason, by

YEAR = 2025
LIMIT = 0.10  # consistency ratio, Saaty's rule of thumb
PICKS = 5
SPREAD = 2.0  # the heaviest criterion must weigh this many times the lightest
SHOWN = 12
_APART = 0.7  # points between two accounts of the list
_BESIDE = 0.12  # of which in strength, which no weight changes
_QUOTA = {
    AccountPosition.KEY: 5,
    AccountPosition.KEY_DEVELOPMENT: 3,
    AccountPosition.MAINTENANCE: 4,
    AccountPosition.OPPORTUNISTIC: 2,
}
START = (-1, 2, -1, -3, -1, 0)  # the directors' words, one a pair of criteria
NAMES = {
    "growth": N_("Growth"),
    "profitability": N_("Profitability"),
    "strategic_fit": N_("Strategic fit"),
    "potential": N_("Potential"),
}
FIELDS = {
    AccountPosition.KEY: N_("Key accounts"),
    AccountPosition.KEY_DEVELOPMENT: N_("Key development"),
    AccountPosition.MAINTENANCE: N_("Maintenance"),
    AccountPosition.OPPORTUNISTIC: N_("Opportunistic"),
}
MEANING = {
    AccountPosition.KEY: N_("attractive, and Meridian is strong there: invest, if the customer wants it too"),
    AccountPosition.KEY_DEVELOPMENT: N_(
        "attractive, but Meridian is not yet strong there: invest selectively"
    ),
    AccountPosition.MAINTENANCE: N_(
        "Meridian is strong there, but it promises little: keep it, at a lower cost"
    ),
    AccountPosition.OPPORTUNISTIC: N_("neither attractive nor strong: serve it when it pays"),
}
_ID = "u01-account-portfolio"


@dataclass(frozen=True)
class Candidate:
    """An account on the list: its place there, ratings, and revenue of the year in EUR."""

    place: int
    score: AccountScore
    revenue: float


@dataclass(frozen=True)
class Standing:
    """Where an account stands with the weights chosen; scores from 0 to 10."""

    candidate: Candidate
    attractiveness: float
    strength: float
    position: AccountPosition


@lru_cache(maxsize=1)
def candidates() -> tuple[Candidate, ...]:
    """A dozen accounts from every field of the matrix (weights equal), the largest first; read once."""
    revenue = {a.account_id: a.revenue for a in account_results(ledger(), YEAR)}
    left = dict(_QUOTA)
    chosen: list[AccountScore] = []
    for score in sorted(scorecard(ledger()), key=lambda s: -revenue[s.account_id]):
        field = account_position(attractiveness=score.attractiveness(), strength=score.strength())
        if revenue[score.account_id] > 0 and left[field] and len(chosen) < SHOWN and _apart(score, chosen):
            left[field] -= 1
            chosen.append(score)
    return tuple(Candidate(i, s, revenue[s.account_id]) for i, s in enumerate(chosen, start=1))


def _apart(score: AccountScore, chosen: list[AccountScore]) -> bool:
    """Whether an account stands clear of the others, so that the picture can be read."""
    across, up = score.strength(), score.attractiveness()
    gaps = [(abs(one.strength() - across), abs(one.attractiveness() - up)) for one in chosen]
    return all(beside >= _BESIDE and math.hypot(beside, above) >= _APART for beside, above in gaps)


def positions(answers: Answers) -> tuple[float, ...]:
    """The comparison sliders' positions."""
    return tuple(answers.number(f"pair{i}{j}") for i, j in pairs(len(ATTRACTIVENESS)))


def standings(places: tuple[float, ...]) -> tuple[Standing, ...]:
    """Every candidate's place in the matrix for the comparisons ``places``."""
    return tuple(_standing(one, weights(places).weights) for one in candidates())


def _standing(one: Candidate, share: tuple[float, ...]) -> Standing:
    attractive, strong = one.score.attractiveness(share), one.score.strength()
    return Standing(one, attractive, strong, account_position(attractiveness=attractive, strength=strong))


def key_accounts(places: tuple[float, ...]) -> tuple[Standing, ...]:
    """The key accounts that follow from the comparisons: at most five, those with the highest sums."""
    found = [s for s in standings(places) if s.position is AccountPosition.KEY]
    return tuple(sorted(found, key=_rank, reverse=True)[:PICKS])


def _rank(standing: Standing) -> tuple[float, float]:
    return (round(standing.attractiveness + standing.strength, 2), standing.candidate.revenue)


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
        controls=sliders(_names(t), START, t),
    )
    return Face(
        t("Which key accounts?"), task, (compare, Group(controls=(_picks(t),))), t("Check my decision")
    )


def _names(t: Translator) -> list[str]:
    return [t(NAMES[name]) for name in ATTRACTIVENESS]


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
        "sides": _weights(places, t),
        "chart": _matrix(places, answers.chosen("picks"), t),
        "table": _table(places, answers.chosen("picks"), t),
        "equation": _equation(places, t),
    }


def consistent(places: tuple[float, ...]) -> bool:
    """Whether the comparisons contradict each other little enough."""
    return round(weights(places).consistency_ratio, 3) <= LIMIT


def _summary(places: tuple[float, ...], answers: Answers, t: Translator) -> str:
    found = weights(places)
    verdict = t("consistent") if consistent(places) else t("too contradictory")
    share, name = max(zip(found.weights, _names(t), strict=True))
    return t(
        "Consistency ratio {ratio}: {verdict}. {name} weighs most, {share}. Picked: {count} of at most "
        "{picks}.",
        ratio=number(found.consistency_ratio, 2),
        verdict=verdict,
        name=name,
        share=percent(share),
        count=len(answers.chosen("picks")),
        picks=PICKS,
    )


def _weights(places: tuple[float, ...], t: Translator) -> str:
    found = weights(places)
    shares = tuple((name, percent(share)) for name, share in zip(_names(t), found.weights, strict=True))
    worst = contradiction(places)
    test = (
        (t("Ratio"), number(found.consistency_ratio, 3)),
        (t("Limit"), number(LIMIT, 2)),
        (t("Verdict"), "✓ " + t("consistent") if consistent(places) else "✗ " + t("too contradictory")),
    )
    hint = "" if consistent(places) else paragraph(_contradiction(worst, t), class_="kl-note")
    return cards(((t("Weights"), shares), (t("Consistency"), test))) + hint


def _contradiction(worst: Contradiction, t: Translator) -> str:
    first, second = (_names(t)[place] for place in worst.pair)
    return t(
        "Least in line with the rest: on {first} or {second} you say '{said}', while all comparisons "
        "together imply '{implied}'.",
        first=first,
        second=second,
        said=in_words(worst.said, first, second, t),
        implied=in_words(worst.implied, first, second, t),
    )


def _matrix(places: tuple[float, ...], picks: tuple[str, ...], t: Translator) -> str:
    found = standings(places)
    low = max(0, math.floor(min(s.strength for s in found)) - 1)
    frame = chart.Frame(
        chart.Axis(t("Strength of Meridian there, score 0 to 10"), low, 10, number),
        chart.Axis(t("Attractiveness, score 0 to 10"), 0, 10, number),
        height=400,
        left=48,
    )
    title = t("Twelve accounts: how attractive, and how strong Meridian is")
    drawn = chart.bubble_chart(
        frame,
        [_bubble(standing, picks) for standing in found],
        uid=f"kl-{_ID}-matrix",
        title=title,
        description=_description(found, t),
        under=chart.quarters(frame, 5, 5, [t(FIELDS[field]) for field in _CORNERS]),
    )
    note = t("The larger the bubble, the larger the revenue. A ring marks your picks.")
    return figure(title, drawn + paragraph(note, class_="kl-help"))


_CORNERS = (
    AccountPosition.KEY_DEVELOPMENT,
    AccountPosition.KEY,
    AccountPosition.OPPORTUNISTIC,
    AccountPosition.MAINTENANCE,
)


def _bubble(standing: Standing, picks: tuple[str, ...]) -> chart.Bubble:
    one = standing.candidate
    return chart.Bubble(
        mark=str(one.place),
        name=one.score.name,
        x=standing.strength,
        y=standing.attractiveness,
        radius=round(9 + 16 * math.sqrt(one.revenue / _largest()), 1),
        group=_CORNERS.index(standing.position),
        ring=one.score.account_id in picks,
    )


@lru_cache(maxsize=1)
def _largest() -> float:
    return max(one.revenue for one in candidates())


def _description(found: tuple[Standing, ...], t: Translator) -> str:
    parts = []
    for field in _CORNERS:
        names = t(", ").join(s.candidate.score.name for s in found if s.position is field)
        parts.append(t("{field}: {names}.", field=t(FIELDS[field]), names=names or t("none")))
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


def _equation(places: tuple[float, ...], t: Translator) -> str:
    found = weights(places)
    index = formula(
        ident("CI"),
        over("="),
        frac(
            row(sub(ident("λ"), literal("max")), over("−"), ident("n")),
            row(ident("n"), over("−"), literal("1")),
        ),
    )
    test = formula(
        ident("CR"),
        over("="),
        frac(ident("CI"), ident("RI")),
        over("="),
        literal(number(found.consistency_ratio, 3)),
    )
    score = formula(
        ident("A"), over("="), total("k", "1", "n"), sub(ident("w"), ident("k")), sub(ident("x"), ident("k"))
    )
    legend = where(
        (
            (
                "λ",
                t(
                    "largest eigenvalue of the comparison table, {value}; n without any contradiction",
                    value=number(found.lambda_max, 3),
                ),
            ),
            ("n", t("number of criteria, {count}", count=len(found.weights))),
            ("RI", t("mean CI of comparisons made at random, after Saaty")),
            ("w", t("weight of the criterion")),
            ("x", t("rating of the account on the criterion, 0 to 10")),
        )
    )
    why = paragraph(
        t(
            "Who finds growth 3 times as important as profit, and profit 5 times as important as fit, "
            "should not find fit more important than growth. The ratio compares such contradictions with "
            "those of answers at random: up to {limit} the weights can be trusted.",
            limit=number(LIMIT, 2),
        )
    )
    return index + test + score + legend + why


def check(answers: Answers, t: Translator) -> tuple[Reason, ...]:
    """The goal's conditions, then one reason an account that is picked or should be."""
    places, picks = positions(answers), answers.chosen("picks")
    expected = [s.candidate.score.account_id for s in key_accounts(places)]
    accounts = [s for s in standings(places) if s.candidate.score.account_id in {*picks, *expected}]
    each = tuple(_account(s, picks, expected, t) for s in accounts)
    return (_consistency(places, t), _judgement(places, t), _number(picks, t), *each)


def _consistency(places: tuple[float, ...], t: Translator) -> Reason:
    return Reason(
        consistent(places),
        t("The comparisons are consistent: a ratio of {limit} at most", limit=number(LIMIT, 2)),
        t("The ratio is {ratio}.", ratio=number(weights(places).consistency_ratio, 3)),
        _contradiction(contradiction(places), t),
    )


def _judgement(places: tuple[float, ...], t: Translator) -> Reason:
    share = weights(places).weights
    times = max(share) / min(share)
    return Reason(
        round(times, 2) >= SPREAD,
        t(
            "The weights are a judgement: the heaviest is at least {spread} times the lightest",
            spread=number(SPREAD),
        ),
        t("It is {times} times the lightest.", times=number(times, 1)),
        t(
            "Equal weights contradict nothing, and say nothing. Decide what matters more to Meridian's "
            "future."
        ),
    )


def _number(picks: tuple[str, ...], t: Translator) -> Reason:
    return Reason(
        0 < len(picks) <= PICKS,
        t("One to {picks} accounts are picked", picks=PICKS),
        t(
            "You picked {count}. Every key account takes an account manager's time and the attention of the "
            "whole firm; where all are special, none is.",
            count=len(picks),
        ),
        t(
            "Rank the field 'Key accounts' by the sum of both scores, and keep the first {picks}.",
            picks=PICKS,
        ),
    )


def _account(standing: Standing, picks: tuple[str, ...], expected: list[str], t: Translator) -> Reason:
    score = standing.candidate.score
    picked, right = score.account_id in picks, score.account_id in expected
    if picked and right:
        claim = t("{name}: rightly picked", name=score.name)
    elif picked:
        claim = t("{name}: picked, but not one of the key accounts", name=score.name)
    else:
        claim = t("{name}: left out, but one of the key accounts", name=score.name)
    return Reason(
        picked == right, claim, _standing_in_words(standing, t), _account_advice(standing, right=right, t=t)
    )


def _standing_in_words(standing: Standing, t: Translator) -> str:
    return t(
        "Attractiveness {attractive}, strength {strong}: {meaning}.",
        attractive=number(standing.attractiveness, 1),
        strong=number(standing.strength, 1),
        meaning=t(MEANING[standing.position]),
    )


def _account_advice(standing: Standing, *, right: bool, t: Translator) -> str:
    if right:
        return t("With your weights both scores are 5 or more. Pick it, or say by other weights why not.")
    if standing.position is AccountPosition.KEY:
        return t("It lies in the right field, but {picks} others have a higher sum of scores.", picks=PICKS)
    if standing.position is AccountPosition.KEY_DEVELOPMENT:
        return t("First become stronger on what decides this customer's orders; it is not a key account yet.")
    return t("Size alone makes no key account. Leave it out, and serve it well at a cost that it carries.")


DEFINITION = Definition(_ID, 1, "u01", ("C02", "C58", "C59", "C60"), face, view, by(check))


def exercise() -> Exercise:
    """Key accounts from attractiveness, strength and consistent weights."""
    return shown(DEFINITION)
