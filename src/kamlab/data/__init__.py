"""The seeded ledger of Meridian Components, each trainee's variant of it, and what its accounts earn."""

from kamlab.data.economics import (
    AccountResult,
    SegmentRetention,
    account_results,
    active_years,
    rate_per_minute,
    retention_by_segment,
)
from kamlab.data.ledger import BASE_SEED, fingerprint, ledger
from kamlab.data.tables import YEARS, Column, Ledger, Table

__all__ = [
    "BASE_SEED",
    "YEARS",
    "AccountResult",
    "Column",
    "Ledger",
    "SegmentRetention",
    "Table",
    "account_results",
    "active_years",
    "fingerprint",
    "ledger",
    "rate_per_minute",
    "retention_by_segment",
]
