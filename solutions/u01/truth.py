"""What is right in case u01, for any variant of the ledger. Authors only: see kamlab.course.truth.

Everything below this docstring is put into the hidden tests when the case is built. ``answers`` gives every right
answer in the form in which the form saves it; ``mark`` scores one answer of an open case, with credit for a figure
that follows rightly from the trainee's own earlier one; ``mark_table`` scores what a solution cell made.
"""

from functools import cache
from itertools import pairwise

from kamlab import data as _data
from kamlab.answers import marks as _marks
from kamlab.answers.checks import figures_of as _figures_of
from kamlab.course.cases import u01 as _case_u01
from kamlab.models.clv import retention_multiple as _retention_multiple
from kamlab.models.portfolio import AccountPosition as _AccountPosition
from kamlab.models.portfolio import account_position as _account_position

WHOLE, FIVE = 100.0, 5.0  # per cent; percentage points


def _percent_kept(ledger):
    kept = {row.segment: row.rate * 100 for row in _data.retention_by_segment(ledger)}
    return kept["Pumps and fans"]


def _multiple(percent):
    return _retention_multiple(percent / 100, 0.10)


def _five_points(percent):
    """None where five points more would pass 100 %."""
    if not 0 <= percent <= WHOLE - FIVE:
        return None
    return _case_u01.YEARLY_PROFIT * (_multiple(percent + FIVE) - _multiple(percent))


def _lifetime_values(ledger):
    rates = {row.segment: row.rate for row in _data.retention_by_segment(ledger)}
    return {
        row.account_id: row.yearly_profit * _retention_multiple(rates[row.segment], 0.10)
        for row in _case_u01.five_accounts(ledger)
    }


def _both(score):
    return (
        score.attractiveness(_case_u01.ATTRACTIVENESS_WEIGHTS),
        score.strength(_case_u01.STRENGTH_WEIGHTS),
    )


def _key_accounts(ledger):
    """Those high in both; where there is none, the one with the greatest sum, as the question says."""
    listed = _case_u01.shortlist(ledger)
    chosen = [
        score.account_id for score in listed if _account_position(*_both(score)) is _AccountPosition.KEY
    ]
    return sorted(chosen) or [max(listed, key=lambda score: sum(_both(score))).account_id]


@cache
def answers(ledger):
    """Question id → right answer."""
    results = _data.account_results(ledger)
    ranked = sorted((row.profit for row in results), reverse=True)
    losing = [row for row in results if row.profit < 0]
    percent, values = _percent_kept(ledger), _lifetime_values(ledger)
    return {
        "top-fifth-share": round(100 * sum(ranked[:12]) / sum(ranked), 2),
        "loss-makers": float(len(losing)),
        "costliest-account": [max(results, key=lambda row: row.cost_to_serve / row.revenue).account_id],
        "pumps-retention": round(percent, 2),
        "lifetime-multiple": round(_multiple(percent), 4),
        "five-points-worth": round(_five_points(percent), 2),
        "lifetime-ranking": sorted(values, key=values.__getitem__, reverse=True),
        "key-accounts": _key_accounts(ledger),
        "low-cost-gain": round(sum(row.cost_to_serve for row in losing) / 2, 2),
        "accounts-to-decline": sorted(
            row.account_id for row in sorted(losing, key=lambda row: row.profit / row.revenue)[:5]
        ),
        "both-sides": ["own-search", "order-any-hour", "wrong-part"],
        "capability-or-factor": "market-and-firm",
        "what-decides": "customers",
        "large-loss": "open-costs",
    }


def _number(tolerance, near):
    """Full points within ``tolerance``, half within ``near``: both a share of the right figure."""

    def score(start, _case):
        size = abs(start.expected)
        return _marks.score_number(
            start, tolerance=tolerance * size, near=near * size, percent=start.unit == "%"
        )

    return score


def _count(start, _case):
    return _marks.score_number(start, tolerance=0.0, near=1.0)


def _retention(start, _case):
    return _marks.score_number(start, tolerance=0.1, near=2.0, percent=True)


def _after_retention(follow, tolerance):
    """A figure that builds on the trainee's own retention rate is near when it follows from it."""

    def score(start, case):
        own = _marks.finite(case.value("pumps-retention"))
        follows = follow(own) if own is not None and 0 <= own <= WHOLE else None
        allowed = tolerance * abs(start.expected)
        return _marks.score_number(start, tolerance=allowed, near=2 * allowed, follows=follows)

    return score


def _ranking(start, case):
    values = sorted(_lifetime_values(case.ledger).items(), key=lambda pair: pair[1], reverse=True)
    ties = {
        frozenset((first, second))
        for (first, one), (second, other) in pairwise(values)
        if abs(one - other) <= 0.01 * abs(one)
    }
    return _marks.score_ranking(start, ties=ties)


_SCORES = {
    "top-fifth-share": _number(0.003, 0.02),
    "loss-makers": _count,
    "costliest-account": lambda start, _case: _marks.score_accounts(start),
    "pumps-retention": _retention,
    "lifetime-multiple": _after_retention(_multiple, 0.01),
    "five-points-worth": _after_retention(_five_points, 0.02),
    "lifetime-ranking": _ranking,
    "key-accounts": lambda start, _case: _marks.score_accounts(start),
    "low-cost-gain": _number(0.005, 0.05),
    "accounts-to-decline": lambda start, _case: _marks.score_accounts(start),
    "both-sides": lambda start, _case: _marks.score_choices(start),
    "capability-or-factor": lambda start, _case: _marks.score_choice(start),
    "what-decides": lambda start, _case: _marks.score_choice(start, near=("the-rival",)),
    "large-loss": lambda start, _case: _marks.score_choice(start),
}


def mark(question_id, case):
    """The mark of one question of an open case."""
    return _SCORES[question_id](case.start(question_id, answers(case.ledger)[question_id]), case)


def tables(ledger):
    """Grade id → (column, right figures) of the analyst's track."""
    return {
        "profit-by-account-test": (
            "profit",
            {row.account_id: row.profit for row in _data.account_results(ledger)},
        ),
        "repeat-rate-test": (
            "rate",
            {row.segment: row.rate for row in _data.retention_by_segment(ledger)},
        ),
    }


_TOLERANCES = {"profit-by-account-test": (5, 1.0, "EUR"), "repeat-rate-test": (5, 0.0005, "share")}


def mark_table(grade_id, value, case):
    """The mark of what a solution cell made: each account or segment counts."""
    of, tolerance, unit = _TOLERANCES[grade_id]
    column, expected = tables(case.ledger)[grade_id]
    given = None if value is None else (_figures_of(value, column) or str(type(value).__name__))
    return _marks.score_figures(_marks.unmarked(grade_id, of, given, expected, unit), tolerance=tolerance)
