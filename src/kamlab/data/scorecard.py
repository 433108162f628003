"""The account scorecard: ratings from 0 to 10, each by a fixed rule from the ledger's own figures."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kamlab.data.economics import account_results
from kamlab.data.remembered import remembered
from kamlab.data.sums import sums_of_all_years
from kamlab.data.tables import YEARS
from kamlab.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kamlab.data.tables import Ledger

__all__ = [
    "ATTRACTIVENESS",
    "CRITERIA",
    "STRENGTH",
    "AccountScore",
    "Criterion",
    "scorecard",
    "weighted_score",
]

BEST = 10.0
LAST_YEAR = YEARS[-1]


class Criterion(NamedTuple):
    """How a figure becomes a rating: ``worst`` and below is 0, ``best`` and above is 10, linear between."""

    name: str
    unit: str
    worst: float
    best: float
    doc: str


CRITERIA = (
    Criterion(
        "growth", "share", -0.20, 0.30, "Growth of revenue from 2024 to 2025; 0 without sales in 2025."
    ),
    Criterion("profitability", "share", -0.20, 0.25, "Profit over revenue, three years together."),
    Criterion(
        "strategic_fit", "share", 0.0, 0.60, "Share of integrated drives in revenue, three years together."
    ),
    Criterion(
        "potential", "share", 0.0, 1.0, "Share of the other accounts that spend less on drives than it does."
    ),
    Criterion(
        "share_of_wallet", "share", 0.0, 0.80, "Revenue of 2025 over the account's yearly drive spending."
    ),
    Criterion(
        "breadth", "number", 0.0, 7.0, "Functions at the account with which we had a touchpoint in 2025."
    ),
    Criterion(
        "delivery", "share", 0.75, 1.0, "Share of order lines delivered on time, three years together."
    ),
    Criterion("satisfaction", "score 0 to 10", 0.0, 10.0, "Mean satisfaction of its contacts."),
)
ATTRACTIVENESS = ("growth", "profitability", "strategic_fit", "potential")
STRENGTH = ("share_of_wallet", "breadth", "delivery", "satisfaction")


@dataclass(frozen=True)
class AccountScore:
    """The ratings of one account, all from 0 to 10 with one decimal (rules: ``CRITERIA``).

    Args:
        account_id: A01 to A60.
        name: the firm.
        growth: attractiveness: is it growing with us?
        profitability: attractiveness: does it earn money?
        strategic_fit: attractiveness: does it buy what we want to sell?
        potential: attractiveness: how much does it spend on drives with anyone?
        share_of_wallet: strength: how much of that do we have?
        breadth: strength: in how many of its functions do we know people?
        delivery: strength: do we deliver on time?
        satisfaction: strength: what do its people say of us?
    """

    account_id: str
    name: str
    growth: float
    profitability: float
    strategic_fit: float
    potential: float
    share_of_wallet: float
    breadth: float
    delivery: float
    satisfaction: float

    def attractiveness(self, weights: Sequence[float] | None = None) -> float:
        """How attractive the account is to us, 0 to 10; ``weights`` in the order of ``ATTRACTIVENESS``."""
        return weighted_score([getattr(self, name) for name in ATTRACTIVENESS], weights)

    def strength(self, weights: Sequence[float] | None = None) -> float:
        """How strong our position at the account is, 0 to 10; ``weights`` in the order of ``STRENGTH``."""
        return weighted_score([getattr(self, name) for name in STRENGTH], weights)


def weighted_score(ratings: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """The weighted mean of ``ratings``, rounded to two decimals; equal weights unless given.

    Raises:
        DataError: not one weight a rating, a negative weight, or none above 0.
    """
    used = list(weights) if weights is not None else [1.0] * len(ratings)
    if len(used) != len(ratings) or min(used) < 0 or sum(used) <= 0:
        raise DataError(
            "{given} weights are given for {needed} ratings: give one each, none below 0 and not all 0.",
            given=len(used),
            needed=len(ratings),
        )
    total = sum(rating * weight for rating, weight in zip(ratings, used, strict=True))
    return round(total / sum(used), 2)


@remembered
def scorecard(book: Ledger) -> tuple[AccountScore, ...]:
    """The ratings of every account, in account-id order."""
    figures = {
        "growth": _growth(book),
        "profitability": {item.account_id: item.profit / item.revenue for item in account_results(book)},
        "strategic_fit": _strategic_fit(book),
        "potential": _potential(book),
        "share_of_wallet": _share_of_wallet(book),
        "breadth": _breadth(book),
        "delivery": _delivery(book),
        "satisfaction": _satisfaction(book),
    }
    return tuple(
        AccountScore(row[0], row[1], *(_rating(item, figures[item.name][row[0]]) for item in CRITERIA))
        for row in book["accounts"].rows
    )


def _rating(criterion: Criterion, figure: float) -> float:
    place = (figure - criterion.worst) / (criterion.best - criterion.worst)
    return round(BEST * min(1.0, max(0.0, place)), 1)


def _revenue(book: Ledger, year: int) -> dict[str, float]:
    return {item.account_id: item.revenue for item in account_results(book, year)}


def _growth(book: Ledger) -> dict[str, float]:
    before, after = _revenue(book, LAST_YEAR - 1), _revenue(book, LAST_YEAR)
    return {account: after[account] / before[account] - 1.0 if before[account] else -1.0 for account in after}


def _strategic_fit(book: Ledger) -> dict[str, float]:
    return {
        account: round(sums.strategic * 100) / round(sums.revenue * 100)
        for account, sums in sums_of_all_years(book).items()
    }


def _potential(book: Ledger) -> dict[str, float]:
    spending = dict(
        zip(book["accounts"].column("account_id"), book["accounts"].column("drive_spending"), strict=True)
    )
    ranked, others = sorted(spending.values()), len(spending) - 1
    return {account: bisect_left(ranked, own) / others for account, own in spending.items()}


def _share_of_wallet(book: Ledger) -> dict[str, float]:
    revenue = _revenue(book, LAST_YEAR)
    return {row[0]: revenue[row[0]] / row[5] for row in book["accounts"].rows}


def _breadth(book: Ledger) -> dict[str, float]:
    roles = dict(zip(book["contacts"].column("contact_id"), book["contacts"].column("role"), strict=True))
    met: dict[str, set[str]] = {account: set() for account in book["accounts"].column("account_id")}
    touchpoints = book["touchpoints"]
    columns = map(touchpoints.column, ("contact_id", "account_id", "date"))
    for contact, account, day in zip(*columns, strict=True):
        if day.year == LAST_YEAR:
            met[account].add(roles[contact])
    return {account: float(len(found)) for account, found in met.items()}


def _delivery(book: Ledger) -> dict[str, float]:
    return {account: sums.in_time / sums.lines for account, sums in sums_of_all_years(book).items()}


def _satisfaction(book: Ledger) -> dict[str, float]:
    scores: dict[str, list[int]] = defaultdict(list)
    for _, account, _, _, score in book["contacts"].rows:
        scores[account].append(score)
    return {account: sum(found) / len(found) for account, found in scores.items()}
