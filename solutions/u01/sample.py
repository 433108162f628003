"""How the sample cohort answers case u01 more or less wrongly, and what each answer is worth. Never released.

The shares follow from the marking rules of ``kamlab.answers.marks`` and the tolerances in ``truth.py`` by hand, so
that grading the cohort checks the grader: nothing here runs it.
"""

from itertools import pairwise

from kamlab import data
from kamlab.course.cases import u01
from kamlab.models.clv import retention_multiple

YEARLY_PROFIT = 20_000  # EUR, as the question says
DISCOUNT = 0.10


def answers(ledger, right):
    """Question id → name of an answer → (the answer, its share of the points)."""
    accounts = [row.account_id for row in data.account_results(ledger)]
    kept = right["pumps-retention"] - 10
    return {
        "top-fifth-share": {
            "near": (round(right["top-fifth-share"] * 1.01, 2), 0.5),
            "as a share": (round(right["top-fifth-share"] / 100, 4), 0.5),
            "typed": (f"{right['top-fifth-share']:.2f} %", 1.0),
            "wrong": (round(right["top-fifth-share"] - 40, 2), 0.0),
        },
        "loss-makers": {
            "near": (right["loss-makers"] + 1, 0.5),
            "typed": (f" {right['loss-makers']:.0f}", 1.0),
            "wrong": (right["loss-makers"] + 4, 0.0),
        },
        "costliest-account": {
            "typed": (right["costliest-account"][0].lower(), 1.0),
            "wrong": (_others(accounts, right["costliest-account"], 1), 0.0),
        },
        "pumps-retention": {
            "near": (round(right["pumps-retention"] - 1.5, 2), 0.5),
            "as a share": (round(right["pumps-retention"] / 100, 4), 0.5),
            "wrong": (kept, 0.0),
        },
        "lifetime-multiple": {
            "near": (right["lifetime-multiple"] * 1.015, 0.5),
            "follows": (_multiple(kept), 0.5),
            "wrong": (right["lifetime-multiple"] * 2, 0.0),
        },
        "five-points-worth": {
            "near": (right["five-points-worth"] * 1.03, 0.5),
            "follows": (YEARLY_PROFIT * (_multiple(kept + 5) - _multiple(kept)), 0.5),
            "typed": (f"EUR {right['five-points-worth']:,.2f}", 1.0),
            "wrong": (right["five-points-worth"] * 2, 0.0),
        },
        "lifetime-ranking": {
            "near": (_one_swap(ledger, right["lifetime-ranking"]), 0.8),
            "wrong": (right["lifetime-ranking"][::-1], 0.0),
        },
        "key-accounts": {
            "near": ([*right["key-accounts"], *_others(accounts, right["key-accounts"], 1)], _f1(right)),
            "wrong": (_others(accounts, right["key-accounts"], 3), 0.0),
        },
        "low-cost-gain": {
            "near": (right["low-cost-gain"] * 1.03, 0.5),
            "wrong": (right["low-cost-gain"] * 2, 0.0),
        },
        "accounts-to-decline": {
            "near": (
                [*right["accounts-to-decline"][1:], *_others(accounts, right["accounts-to-decline"], 1)],
                0.8,
            ),
            "typed": (", ".join(right["accounts-to-decline"]), 1.0),
            "wrong": (_others(accounts, right["accounts-to-decline"], 5), 0.0),
        },
        "both-sides": {
            "near": (["own-search", "order-any-hour"], 2 / 3),
            "wrong": (["freed-visits", "less-known", "lower-cost"], 0.0),
        },
        "capability-or-factor": {"wrong": ("same-thing", 0.0)},
        "what-decides": {"near": ("the-rival", 0.5), "wrong": ("our-plan", 0.0)},
        "large-loss": {"wrong": ("quiet-cut", 0.0)},
    }


def cells():
    """Solution cell → name → (lines put after the right solution, or the whole cell; its test; share)."""
    return {
        "profit-by-account": {
            "near": ("profit_by_account.iloc[:15] += 1_000", "profit-by-account-test", 45 / 60),
            "warns": ("import warnings\nwarnings.warn('only a warning')", "profit-by-account-test", 1.0),
            "raises": ("=raise ValueError('I got stuck here')", "profit-by-account-test", 0.0),
            "wrong": ("profit_by_account = 'oops'", "profit-by-account-test", 0.0),
        },
        "repeat-rate": {
            "near": ("repeat_rate.iloc[0] += 0.25", "repeat-rate-test", 3 / 4),
            "warns": ("print('done')", "repeat-rate-test", 1.0),
            "raises": ("=1 / 0", "repeat-rate-test", 0.0),
            "wrong": ("repeat_rate = repeat_rate * 100", "repeat-rate-test", 0.0),
        },
    }


def _multiple(percent):
    return retention_multiple(percent / 100, DISCOUNT)


def _f1(right):
    """One account too many: 2·hits ÷ (named + expected)."""
    count = len(right["key-accounts"])
    return 2 * count / (count + 1 + count)


def _others(accounts, taken, count):
    return [account for account in accounts if account not in taken][:count]


def _one_swap(ledger, ranking):
    """Swap the two neighbours whose lifetime values lie furthest apart: one pair of ten is out of order."""
    rates = {row.segment: row.rate for row in data.retention_by_segment(ledger)}
    worth = {
        row.account_id: row.yearly_profit * retention_multiple(rates[row.segment], DISCOUNT)
        for row in u01.five_accounts(ledger)
    }
    first, second = max(pairwise(ranking), key=lambda pair: worth[pair[0]] - worth[pair[1]])
    swapped = {first: second, second: first}
    return [swapped.get(account, account) for account in ranking]
