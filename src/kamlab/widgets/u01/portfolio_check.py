"""The conditions of the portfolio exercise, with what stands in the way."""

from kamlab.data import ATTRACTIVENESS
from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import AccountPosition
from kamlab.widgets.controls import Answers
from kamlab.widgets.numbers import number
from kamlab.widgets.u01.candidates import LIMIT, PICKS, SPREAD, Standing, consistent, key_accounts, standings
from kamlab.widgets.u01.pairwise import Contradiction, contradiction, in_words, pairs, weights
from kamlab.widgets.verdict import Reason

NAMES = {
    "growth": N_("Growth"),
    "profitability": N_("Profitability"),
    "strategic_fit": N_("Strategic fit"),
    "potential": N_("Potential"),
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


def positions(answers: Answers) -> tuple[float, ...]:
    """The comparison sliders' positions."""
    return tuple(answers.number(f"pair{i}{j}") for i, j in pairs(len(ATTRACTIVENESS)))


def names(t: Translator) -> list[str]:
    """The criteria."""
    return [t(NAMES[name]) for name in ATTRACTIVENESS]


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
        in_conflict(contradiction(places), t),
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


def in_conflict(worst: Contradiction, t: Translator) -> str:
    """The comparison least in line with the rest, in words."""
    first, second = (names(t)[place] for place in worst.pair)
    return t(
        "Least in line with the rest: on {first} or {second} you say '{said}', while all comparisons "
        "together imply '{implied}'.",
        first=first,
        second=second,
        said=in_words(worst.said, first, second, t),
        implied=in_words(worst.implied, first, second, t),
    )
