"""What the still figures of unit 2 say: their numbers, and what is drawn of them."""

from __future__ import annotations

import re

import pytest

from kamlab.data import account_results, ledger
from kamlab.models.service import chain_reliability
from kamlab.widgets.u02 import figures


def test_the_minutes_of_all_kinds_are_those_of_the_account() -> None:
    kinds = {row[3] for row in ledger()["services"].rows}
    for name in figures.ACCOUNTS:
        account = next(one for one in account_results(ledger(), figures.YEAR) if one.name == name)
        assert sum(figures.minutes(name, kind) for kind in kinds) == account.minutes


def test_nordlys_rings_and_hartwald_is_visited() -> None:
    nordlys, hartwald = figures.ACCOUNTS
    for desk in ("Quotation", "Technical hotline"):
        assert figures.minutes(nordlys, desk) > 10 * figures.minutes(hartwald, desk)
    for field in ("Field visit", "Special engineering"):
        assert figures.minutes(nordlys, field) == 0 < figures.minutes(hartwald, field)


def test_the_chain_table_states_the_model() -> None:
    table = figures.chain("en").numbers
    cells = re.findall(r"<tr><th scope=\"row\">10</th>(.*?)</tr>", table)
    shares = re.findall(r">([\d.]+)</td>", cells[0])
    assert shares == [f"{chain_reliability([rate] * 10):.2f}" for rate in figures.RATES]


def test_at_ninety_per_cent_seven_people_are_one_too_many() -> None:
    assert chain_reliability([0.9] * 6) > 0.5 > chain_reliability([0.9] * 7)


def test_both_paths_end_at_the_same_service() -> None:
    once, steps = figures.PATHS.values()
    assert once[figures.QUARTERS - 1] == steps[figures.QUARTERS - 1]


def test_expectations_follow_what_was_perceived() -> None:
    once = figures.gaps((1.0,) * 5)
    assert once == pytest.approx([figures.HOPES**quarter for quarter in range(5)])
