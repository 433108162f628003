"""nbgrader's gradebook, in SQLite or PostgreSQL: one process writes, a batch in a transaction.

Everything that nbgrader's formgrader shows comes from here: a failed submission gets its row too, with zero
points, flagged, and the reason as a comment. In the same transaction as the marks goes the key of the result
that they come from, so that a batch that was stopped at any instant knows what is in and what is not. The
trainer's own marks, comments and extensions are never written to.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection

from kamlab.errors import GradingError
from kamlab.grading.book import rows, schema, standings
from kamlab.grading.book.cells import Entered, enter
from kamlab.grading.book.database import Database, connect
from kamlab.grading.book.lateness import Lateness, load_lateness
from kamlab.grading.case import Case
from kamlab.grading.results import Result
from kamlab.grading.standing import Standing

__all__ = ["Book", "open_book"]


@contextmanager
def open_book(url: str, case: Case, config: Path) -> Iterator["Book"]:
    """The gradebook with the case entered in it.

    Args:
        url: SQLAlchemy's address of the database; an SQLite file is made when it is not there.
        case: the case.
        config: nbgrader_config.py, which may name a plugin for late submissions.

    Raises:
        GradingError: the database stays away, another version of nbgrader made it, the configuration cannot
            be used, or cells were added or taken away since submissions were graded.
    """
    lateness = load_lateness(config)
    database = connect(url)
    database.check()
    try:
        entered = database.write(lambda connection: _prepared(connection, case, database.name))
        book = Book(database, entered, lateness, case.assignment.late_days)
        try:
            yield book
        finally:
            book.settle()
    finally:
        database.engine.dispose()


def _prepared(connection: Connection, case: Case, name: str) -> Entered:
    schema.make_tables(connection, name)
    if schema.lacks_statistics(connection):
        schema.analyse(connection)
    return enter(connection, case, name)


@dataclass
class Book:
    """The open gradebook of one unit.

    Args:
        database: where it is kept.
        case: the case as it stands there.
        lateness: what takes points for lateness.
        late_days: days after the deadline until the case is closed.
    """

    database: Database
    case: Entered
    lateness: Lateness
    late_days: int
    _written: int = field(default=0, repr=False)

    def recorded(self) -> dict[str, str]:
        """Trainee id to the ``Result.key`` that her marks come from.

        Marks that were removed since, with nbgrader's own tools or with the whole gradebook, have no key.

        Raises:
            GradingError: the database stays away.
        """
        return self.database.read(lambda connection: standings.keys(connection, self.case))

    def record(self, results: Sequence[Result]) -> None:
        """Enter ``results`` and their keys, all or none of them; the trainer's marks and comments stay.

        Entering a result a second time changes nothing, save that a mark of the trainer's waits for her
        review as after every grading.

        Args:
            results: of different trainees.

        Raises:
            GradingError: the database stays away, or the plugin for late submissions failed.
            ValueError: two results are of one trainee.
        """
        if len({each.person.id for each in results}) < len(results):
            raise ValueError("results of one call must be of different trainees")
        if results:
            self.database.write(lambda connection: rows.write(connection, self.case, results, self.lateness))
            self._written += len(results)

    def standings(self, trainees: Collection[str] | None = None) -> dict[str, Standing]:
        """What the gradebook says now, by trainee; who has no submission is left out.

        Args:
            trainees: whose; None for everybody's.

        Raises:
            GradingError: the database stays away.
        """
        return self.database.read(lambda connection: standings.standings(connection, self.case, trainees))

    def standing(self, trainee: str) -> Standing | None:
        """What the gradebook says now; None when it has no submission of ``trainee``.

        Raises:
            GradingError: the database stays away.
        """
        return self.standings([trainee]).get(trainee)

    def settle(self) -> None:
        """Let the database count its rows after many were written; it is no loss when it cannot."""
        if self._written >= schema.LARGE:
            with suppress(GradingError):
                self.database.write(schema.analyse)
        self._written = 0
