"""The seeded ledger of Meridian Components, each trainee's variant of it, and what its accounts earn."""

from kamlab.data.codes import case_code, normalise_code, normalise_trainee, seed_of
from kamlab.data.economics import (
    AccountResult,
    SegmentRetention,
    account_result,
    account_results,
    active_years,
    rate_per_minute,
    retention_by_segment,
)
from kamlab.data.frames import Frames, column_names, frames
from kamlab.data.ledger import BASE_SEED, fingerprint, ledger
from kamlab.data.scorecard import ATTRACTIVENESS, CRITERIA, STRENGTH, AccountScore, scorecard, weighted_score
from kamlab.data.secret import SECRET_FILE, new_secret, read_secret
from kamlab.data.tables import YEARS, Column, Ledger, Table

__all__ = [
    "ATTRACTIVENESS",
    "BASE_SEED",
    "CRITERIA",
    "SECRET_FILE",
    "STRENGTH",
    "YEARS",
    "AccountResult",
    "AccountScore",
    "Column",
    "Frames",
    "Ledger",
    "SegmentRetention",
    "Table",
    "account_result",
    "account_results",
    "active_years",
    "case_code",
    "column_names",
    "fingerprint",
    "frames",
    "ledger",
    "new_secret",
    "normalise_code",
    "normalise_trainee",
    "rate_per_minute",
    "read_secret",
    "retention_by_segment",
    "scorecard",
    "seed_of",
    "weighted_score",
]
