"""The base ledger, and variants drawn from trainees' codes."""

import pytest

from kamlab.data import Ledger, case_code, ledger, seed_of
from kamlab.data.generate import generate

SECRET = "sixteen letters and more"  # noqa: S105 - the tests' own


@pytest.fixture(scope="session")
def base() -> Ledger:
    return ledger()


@pytest.fixture(scope="session")
def variants() -> list[Ledger]:
    """The ledgers of two hundred trainees."""
    return [generate(seed_of(case_code(SECRET, f"trainee-{number}"))) for number in range(200)]
