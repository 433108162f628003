"""The conditions of the portfolio exercise, with what stands in the way."""

from kamlab.data import ATTRACTIVENESS
from kamlab.i18n import N_, Translator
from kamlab.models.portfolio import AccountPosition
from kamlab.widgets.controls import Answers
from kamlab.widgets.numbers import number
from kamlab.widgets.u01 import candidates as shortlist
from kamlab.widgets.u01.candidates import Judgement, Standing
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


def _consistency(now: Judgement, t: Translator) -> Reason:
    return Reason(
        shortlist.consistent(now.places),
        t("The comparisons are consistent: a ratio of {limit} at most", limit=number(shortlist.LIMIT, 2)),
        t("The ratio is {ratio}.", ratio=number(weights(now.places).consistency_ratio, 3)),
        in_conflict(contradiction(now.places), t),
    )


def _judgement(now: Judgement, t: Translator) -> Reason:
    share = weights(now.places).weights
    times = max(share) / min(share)
    return Reason(
        round(times, 2) >= shortlist.SPREAD,
        t(
            "The weights are a judgement: the heaviest is at least {spread} times the lightest",
            spread=number(shortlist.SPREAD),
        ),
        t("It is {times} times the lightest.", times=number(times, 1)),
        t(
            "Equal weights contradict nothing, and say nothing. Decide what matters more to Meridian's "
            "future."
        ),
    )


def _number(now: Judgement, t: Translator) -> Reason:
    return Reason(
        0 < len(now.picks) <= shortlist.PICKS,
        t("One to {picks} accounts are picked", picks=shortlist.PICKS),
        t(
            "You picked {count}. Every key account takes an account manager's time and the attention of the "
            "whole firm; where all are special, none is.",
            count=len(now.picks),
        ),
        t(
            "Rank the field 'Key accounts' by the sum of both scores, and keep the first {picks}.",
            picks=shortlist.PICKS,
        ),
    )


def _accounts(now: Judgement, t: Translator) -> list[Reason]:
    """One reason for each account that is picked or should be."""
    expected = {s.candidate.score.account_id for s in shortlist.key_accounts(now.places)}
    told = expected | set(now.picks)
    found = (s for s in shortlist.standings(now.places) if s.candidate.score.account_id in told)
    return [_account(s, now.picks, expected, t) for s in found]


def _account(standing: Standing, picks: tuple[str, ...], expected: set[str], t: Translator) -> Reason:
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
        return t(
            "It lies in the right field, but {picks} others have a higher sum of scores.",
            picks=shortlist.PICKS,
        )
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


RULES = (_consistency, _judgement, _number, _accounts)
