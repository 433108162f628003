"""The data dictionary page of the book: ``python -m kamlab.data.dictionary book/data.md`` writes it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kamlab.data.ledger import ledger
from kamlab.data.scorecard import ATTRACTIVENESS, CRITERIA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kamlab.data.scorecard import Criterion
    from kamlab.data.tables import Table

__all__ = ["dictionary_markdown", "write_dictionary"]

HEAD = """\
(data-dictionary)=
# The ledger of Meridian Components: data dictionary

Meridian Components makes motor drives and sells them to sixty business accounts. This page says \
what its ledger holds for the years 2023 to 2025. The firms, people and figures are invented. They \
are drawn by a computer program so that they look like those of a mid-sized supplier, and the \
program always draws the same ledger.

The book uses the base ledger. In a case, each trainee has a ledger of her own: the same firms and \
tables, other figures. Her case code says which.

All money is in euros (EUR). A share of 0.1 is 10 %. Dates are days of the calendar.

## The tables

"""

RESULT = """\
## What an account earns

The result of an account, in one year or in all three, follows from the tables:

| Figure | Unit | How it is worked out |
| --- | --- | --- |
| revenue | EUR | quantity × net price, over the order lines |
| discounts | EUR | quantity × (list price − net price); already out of revenue |
| returns | EUR | the credits for goods sent back |
| cost of goods | EUR | quantity × unit cost, over the order lines |
| rate per minute | EUR a minute | cost of the service department ÷ minutes supplied, three years together |
| cost to serve | EUR | service minutes × rate per minute |
| profit | EUR | revenue − returns − cost of goods − cost to serve |

Profit here is what an account leaves after its goods and its service. Research, factory overheads \
and interest are not in it. The department supplies more minutes than it uses; the unused minutes \
are charged to no account.

## The scorecard

For the account portfolio, each account is rated from 0 to 10 on eight criteria. Each rating comes \
from the ledger by a fixed rule: the worst figure and anything below it is 0, the best and anything \
above it is 10, and between them the rating rises in a straight line.

"""

SHAPE = """\
## What is true of every ledger

Every trainee's ledger has the same shape as the base ledger:

- The top fifth of accounts, twelve of sixty, earn between 110 % and 150 % of total profit over the \
three years.
- Between eight and twenty accounts lose money.
- After the cost to serve, between 5 % and 15 % of revenue is left as profit.
- Nordlys Appliances is the largest account by revenue and earns money, but is not the most \
profitable one.
- One large account loses money, and some small accounts are very expensive to serve.
- Makers of appliances stay more often than makers of machinery, these more often than makers of \
pumps and fans, and workshops leave most often.
"""


def dictionary_markdown() -> str:
    """The whole page in MyST Markdown."""
    tables = ledger().tables.values()
    overview = _table(
        ("Table", "Rows in the base ledger", "What a row is"),
        ((f"`{table.name}`", f"{len(table.rows):,}", table.doc) for table in tables),
    )
    return "\n".join([HEAD + overview, *map(_section, tables), RESULT + _scorecard(), SHAPE])


def write_dictionary(path: Path) -> None:
    """Write the page to ``path``."""
    path.write_text(dictionary_markdown(), encoding="utf-8")


def _section(table: Table) -> str:
    rows = ((f"`{column.name}`", column.unit, column.doc) for column in table.columns)
    return (
        f"### {table.name.capitalize()}\n\n{table.doc}\n\n{_table(('Column', 'Unit', 'What it holds'), rows)}"
    )


def _scorecard() -> str:
    header = ("Criterion", "Side", "Unit", "Rated 0 at", "Rated 10 at", "Figure")
    return _table(header, map(_criterion_row, CRITERIA))


def _criterion_row(item: Criterion) -> tuple[str, ...]:
    side = "attractiveness" if item.name in ATTRACTIVENESS else "strength"
    return (f"`{item.name}`", side, item.unit, _figure(item, item.worst), _figure(item, item.best), item.doc)


def _figure(item: Criterion, value: float) -> str:
    return f"{value * 100:.0f} %" if item.unit == "share" else f"{value:.0f}"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    write_dictionary(Path(sys.argv[1]))
