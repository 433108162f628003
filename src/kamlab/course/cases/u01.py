"""Case u01: the tables that a trainee reads, and the public rules by which they are drawn up."""

from dataclasses import dataclass

from kamlab.answers.html import money, table
from kamlab.data import (
    ATTRACTIVENESS,
    STRENGTH,
    YEARS,
    AccountScore,
    Ledger,
    account_results,
    active_years,
    scorecard,
)
from kamlab.i18n import N_, Translator

__all__ = [
    "ATTRACTIVENESS_WEIGHTS",
    "SEGMENTS",
    "STRENGTH_WEIGHTS",
    "YEARLY_PROFIT",
    "Candidate",
    "account_ids",
    "five_accounts",
    "five_table",
    "profit_table",
    "retention_table",
    "score_table",
    "shortlist",
]

SEGMENTS = (N_("Appliances"), N_("Machinery"), N_("Pumps and fans"), N_("Workshops"))
YEARLY_PROFIT = 20_000  # EUR: the customer of the question on five points of retention
ATTRACTIVENESS_WEIGHTS = (0.40, 0.20, 0.30, 0.10)  # growth, profitability, strategic fit, potential
STRENGTH_WEIGHTS = (0.30, 0.10, 0.40, 0.20)  # share of wallet, breadth, delivery, satisfaction
_SHORTLIST = 12  # the largest accounts, a fifth of all
_FIVE = slice(5, 10)  # places 6 to 10 by profit: close in profit, spread over the segments
_CRITERIA = {
    "growth": N_("Growth"),
    "profitability": N_("Profitability"),
    "strategic_fit": N_("Strategic fit"),
    "potential": N_("Potential"),
    "share_of_wallet": N_("Share of wallet"),
    "breadth": N_("Contacts"),
    "delivery": N_("On-time delivery"),
    "satisfaction": N_("Satisfaction"),
}


@dataclass(frozen=True)
class Candidate:
    """One of the five accounts whose lifetime values are compared.

    Attributes:
        account_id: such as ``"A44"``.
        name: the firm.
        segment: its segment.
        yearly_profit: mean of 2023 to 2025, EUR a year.
    """

    account_id: str
    name: str
    segment: str
    yearly_profit: float


def account_ids(ledger: Ledger) -> tuple[str, ...]:
    """The ids of all accounts, in order."""
    return tuple(row.account_id for row in account_results(ledger))


def _segments(ledger: Ledger) -> dict[str, str]:
    accounts = ledger["accounts"]
    return dict(zip(accounts.column("account_id"), accounts.column("segment"), strict=True))


def five_accounts(ledger: Ledger) -> tuple[Candidate, ...]:
    """Places 6 to 10 by profit among the accounts that ordered in all three years, in account-id order."""
    years, segments = active_years(ledger), _segments(ledger)
    loyal = [row for row in account_results(ledger) if len(years[row.account_id]) == len(YEARS)]
    chosen = sorted(loyal, key=lambda row: -row.profit)[_FIVE]
    return tuple(
        Candidate(row.account_id, row.name, segments[row.account_id], round(row.profit / len(YEARS)))
        for row in sorted(chosen, key=lambda row: row.account_id)
    )


def shortlist(ledger: Ledger) -> tuple[AccountScore, ...]:
    """The ratings of the twelve accounts with the highest three-year revenue, the largest first."""
    ratings = {score.account_id: score for score in scorecard(ledger)}
    largest = sorted(account_results(ledger), key=lambda row: -row.revenue)[:_SHORTLIST]
    return tuple(ratings[row.account_id] for row in largest)


def profit_table(ledger: Ledger, t: Translator) -> str:
    """Table 1: every account from the most to the least profitable, with the profit added up."""
    head = (
        t("Account"),
        t("Place"),
        t("Segment"),
        t("Revenue (EUR)"),
        t("Goods and returns (EUR)"),
        t("Cost to serve (EUR)"),
        t("Cost to serve per EUR 100 of revenue"),
        t("Profit (EUR)"),
        t("Profit per EUR 100 of revenue"),
        t("Profit added up (EUR)"),
    )
    segments, rows, total = _segments(ledger), [], 0.0
    for place, row in enumerate(sorted(account_results(ledger), key=lambda row: -row.profit), 1):
        total += row.profit
        rows.append(
            (
                f"{row.name} ({row.account_id})",
                str(place),
                t(segments[row.account_id]),
                money(row.revenue),
                money(row.cost_of_goods + row.returns),
                money(row.cost_to_serve),
                _per_hundred(row.cost_to_serve, row.revenue),
                money(row.profit),
                _per_hundred(row.profit, row.revenue),
                money(total),
            )
        )
    return table(t("Table 1. Profit of the sixty accounts, 2023 to 2025"), head, rows)


def _per_hundred(part: float, whole: float) -> str:
    return f"{100 * part / whole:.2f}".replace("-", "−")


def retention_table(ledger: Ledger, t: Translator) -> str:
    """Table 2: by segment, who ordered in a year and who of them ordered again in the next."""
    years, segments = active_years(ledger), _segments(ledger)
    head = (
        t("Segment"),
        t("Ordered in 2023"),
        t("of these again in 2024"),
        t("Ordered in 2024"),
        t("of these again in 2025"),
    )
    rows = []
    for segment in SEGMENTS:
        own = [years[account] for account, name in segments.items() if name == segment]
        counts = [
            sum(all(year in active for year in wanted) for active in own)
            for wanted in ((2023,), (2023, 2024), (2024,), (2024, 2025))
        ]
        rows.append((t(segment), *map(str, counts)))
    return table(t("Table 2. Accounts that order again, number of accounts"), head, rows)


def five_table(ledger: Ledger, t: Translator) -> str:
    """Table 3: the five accounts to be ranked by lifetime value."""
    head = (t("Account"), t("Segment"), t("Average yearly profit (EUR)"))
    rows = [
        (f"{one.name} ({one.account_id})", t(one.segment), money(one.yearly_profit))
        for one in five_accounts(ledger)
    ]
    return table(t("Table 3. Five accounts with similar profits, average of 2023 to 2025"), head, rows)


def score_table(ledger: Ledger, t: Translator) -> str:
    """Table 4: the twelve largest accounts with attractiveness worked out and strength left to work out."""
    weights = dict(
        zip((*ATTRACTIVENESS, *STRENGTH), (*ATTRACTIVENESS_WEIGHTS, *STRENGTH_WEIGHTS), strict=True)
    )
    head = [t("Account")]
    for name, weight in weights.items():
        head.append(t("{criterion} ({weight} %)", criterion=t(_CRITERIA[name]), weight=f"{100 * weight:.0f}"))
        if name == ATTRACTIVENESS[-1]:
            head.append(t("= Attractiveness"))
    rows = [_score_row(score) for score in shortlist(ledger)]
    return table(t("Table 4. The twelve largest accounts, ratings from 0 to 10"), head, rows)


def _score_row(score: AccountScore) -> list[str]:
    attractive = [f"{getattr(score, name):.1f}" for name in ATTRACTIVENESS]
    strong = [f"{getattr(score, name):.1f}" for name in STRENGTH]
    weighted = f"{score.attractiveness(ATTRACTIVENESS_WEIGHTS):.2f}"
    return [f"{score.name} ({score.account_id})", *attractive, weighted, *strong]
