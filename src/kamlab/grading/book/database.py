"""The database under a gradebook: short transactions that outlive a lost connection.

A transaction here is a function of a connection. It may run more than once, so it must come to the same when
it is repeated: a connection can be lost after the database has committed and before we hear of it.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.pool import NullPool

from kamlab.errors import GradingError

__all__ = ["Database", "connect"]

T = TypeVar("T")

OPENING_WAITS = (0.2, 1.0, 2.0)  # seconds before each further try: a wrong address is to be said soon
WAITS = (
    0.1,
    0.3,
    1.0,
    2.0,
    4.0,
    8.0,
)  # the same for a database that has answered before: it may be restarting
_PATIENCE = 5  # seconds that SQLite waits for another program's lock, in each try
_WRITES = "kamlab_writes"
# libpq's own settings: a server that vanished without a word is noticed within about a minute
_LIBPQ = {"connect_timeout": 10, "keepalives_idle": 20, "keepalives_interval": 10, "tcp_user_timeout": 60_000}


@dataclass(frozen=True)
class Database:
    """A gradebook's database.

    Args:
        engine: SQLAlchemy's.
        name: how messages name it; never holds a password.
        secrets: what must not be in any message.
    """

    engine: Engine
    name: str
    secrets: tuple[str, ...] = ()

    def read(self, work: Callable[[Connection], T]) -> T:
        """The value of ``work`` in a transaction that changes nothing.

        Raises:
            GradingError: the database stays away.
        """
        return self._done(self.engine, work, WAITS)

    def write(self, work: Callable[[Connection], T]) -> T:
        """The value of ``work`` in one transaction, which is kept whole or not at all.

        Raises:
            GradingError: the database stays away, is locked or cannot be written.
        """
        return self._done(self.engine.execution_options(**{_WRITES: True}), work, WAITS)

    def check(self) -> None:
        """Find out whether it answers at all.

        Raises:
            GradingError: it does not.
        """
        self._done(self.engine, lambda _: None, OPENING_WAITS)

    def _done(self, engine: Engine, work: Callable[[Connection], T], waits: tuple[float, ...]) -> T:
        left = iter(waits)
        while True:
            try:
                with engine.begin() as connection:
                    return work(connection)
            except DBAPIError as error:
                wait = next(left, None) if _may_pass(error) else None
                if wait is None:
                    raise self._failure(error) from error
            time.sleep(wait)

    def _failure(self, error: DBAPIError) -> GradingError:
        detail = str(error.orig).strip().split("\n")[0]
        for secret in self.secrets:
            detail = detail.replace(secret, "***")
        return GradingError(
            "The gradebook {database} cannot be used ({detail}): see that it is there, has room and is not "
            "locked by another program, then run the same command again. What was recorded is safe.",
            database=self.name,
            detail=detail,
        )


def connect(url: str) -> Database:
    """The database at ``url``; it is not asked yet.

    Args:
        url: SQLAlchemy's: ``sqlite:////folder/gradebook.db`` or ``postgresql://user:password@host/database``.

    Raises:
        GradingError: the address cannot be read, or its driver is not installed.
    """
    try:
        parsed = make_url(url)
        engine = _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else _postgresql(parsed)
    except ModuleNotFoundError as error:
        raise GradingError(
            "The gradebook {database} needs the Python package {package}: install it beside kamlab.",
            database=_name(parsed),
            package="psycopg[binary]" if error.name == "psycopg" else error.name,
        ) from error
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise GradingError(  # the address may hold a password: it is neither shown nor chained
            "The gradebook's address cannot be read: write it like sqlite:////folder/gradebook.db or "
            "postgresql://user:password@host/database."
        ) from None
    return Database(engine, _name(parsed), _secrets(parsed))


def _sqlite(url: URL) -> Engine:
    """SQLite in its own journal mode, because trainers copy and move the one file.

    No connection is kept: a file that was replaced while we hold the old one would swallow results.
    """
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _PATIENCE}, hide_parameters=True)
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", _begin)
    return engine


def _leave_transactions_to_us(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's
    connection.isolation_level = None  # else table definitions would be committed one by one


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: SQLite refuses, without waiting, a reader that turns writer."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL) -> Engine:
    if url.get_backend_name() != "postgresql":
        raise ArgumentError
    given = {name: value for name, value in _LIBPQ.items() if name not in url.query}
    libpq = url.get_driver_name() in {"psycopg", "psycopg2"}
    return create_engine(url, pool_size=1, connect_args=given if libpq else {}, hide_parameters=True)


def _name(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    host = url.host or str(url.query.get("host", ""))
    user = f"{url.username}@" if url.username else ""
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{user}{host}{port}/{url.database or ''}"


def _secrets(url: URL) -> tuple[str, ...]:
    found = [str(url.password or ""), *(str(url.query.get(name, "")) for name in ("password", "sslpassword"))]
    return tuple(form for secret in found if secret for form in {secret, quote(secret, safe="")})


def _may_pass(error: DBAPIError) -> bool:
    """Whether the same transaction may succeed a moment later."""
    sqlite = getattr(error.orig, "sqlite_errorname", None)
    if sqlite is not None:
        return str(sqlite).startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"))
    return error.connection_invalidated or isinstance(
        error, OperationalError | InterfaceError | IntegrityError
    )
