"""Lost connections, kills and full stops, at every statement of a transaction."""

import gc
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from gradebooks import content, crowd, keys, result
from postgres import Server
from sqlalchemy import Engine, event

from kamlab.errors import GradingError
from kamlab.grading.book import database
from kamlab.grading.case import Case
from kamlab.grading.gradebook import open_book
from kamlab.grading.results import Result

SILENT = Path("no") / "nbgrader_config.py"  # there is none
FIRST, SECOND = crowd(6, seed=21), crowd(9, seed=22)[3:]  # some trainees are in both


def grade(url: str, case: Case) -> None:
    """What a batch does that may have been stopped before: enter what is not in."""
    with open_book(url, case, SILENT) as book:
        for results in (FIRST, SECOND):
            done = book.recorded()
            book.record([each for each in results if done.get(each.person.id) not in keys_of(each)])


def keys_of(each: Result) -> set[str]:
    """The key of ``each``, and of what follows it for the same trainee."""
    return {other.key for other in [each, *SECOND] if other.person.id == each.person.id}


@contextmanager
def at_statement(number: int, happens: Callable[[Any], object]) -> Iterator[None]:
    """Let something happen once, before the statement of this number or before the commit that follows it."""
    left = [number]

    def count(connection: Any, *_: object) -> None:  # noqa: ANN401 - SQLAlchemy's
        left[0] -= 1
        if left[0] == 0:
            happens(connection)

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, count)
    try:
        yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(Engine, name, count)


def statements(work: Callable[[], object]) -> int:
    """How many statements and commits ``work`` takes."""
    seen: list[int] = []

    def count(*_: object) -> None:
        seen.append(1)

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, count)
    work()
    for name in ("before_cursor_execute", "commit"):
        event.remove(Engine, name, count)
    return len(seen)


@pytest.fixture
def undisturbed(case: Case, tmp_path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What the gradebook holds when nothing happens."""
    whole = f"sqlite:///{tmp_path / 'whole.db'}"
    grade(whole, case)
    return content(whole)


def in_a_child(work: Callable[[], object]) -> int:
    """Run ``work`` in a forked process; how it ended, as ``os.waitpid`` says it."""
    child = os.fork()
    if child == 0:
        gc.freeze()  # what earlier tests left to be collected may wait for threads that this process has not
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def kill(_connection: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def grade_killed_at(number: int, url: str, case: Case) -> None:
    """Grade in a process of its own, which is killed before the statement of this number."""

    def killed() -> None:
        with at_statement(number, kill):
            grade(url, case)

    assert os.WTERMSIG(in_a_child(killed)) == signal.SIGKILL


def test_a_kill_at_any_statement_loses_nothing_and_counts_nothing_twice(
    case: Case, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    whole = f"sqlite:///{tmp_path / 'counted.db'}"
    for number in range(1, statements(lambda: grade(whole, case)) + 1, 7):
        url = f"sqlite:///{tmp_path / f'killed{number}.db'}"
        grade_killed_at(number, url, case)
        grade(url, case)
        assert content(url) == undisturbed


def test_a_kill_in_any_statement_is_no_harm_on_postgresql_either(
    server: Server, case: Case, undisturbed: dict[str, Any]
) -> None:
    total = statements(lambda: grade(server.new_database(), case))
    for number in range(2, total + 1, total // 7):
        url = server.new_database()
        grade_killed_at(number, url, case)
        grade(url, case)
        assert content(url) == undisturbed


def test_ctrl_c_at_any_statement_leaves_whole_batches_only(
    case: Case, tmp_path: Path, undisturbed: dict[str, Any]
) -> None:
    def stop(_connection: object) -> None:
        raise KeyboardInterrupt

    total = statements(lambda: grade(f"sqlite:///{tmp_path / 'counted.db'}", case))
    for number in range(1, total + 1, 5):
        url = f"sqlite:///{tmp_path / f'stopped{number}.db'}"
        with at_statement(number, stop), pytest.raises(KeyboardInterrupt):
            grade(url, case)
        grade(url, case)
        assert content(url) == undisturbed


def end_its_session(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
    info = connection.connection.driver_connection.info
    if info.transaction_status is psycopg.pq.TransactionStatus.UNKNOWN:
        return  # it is gone already
    with psycopg.connect(host=info.host, user=info.user, dbname="postgres", autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [info.backend_pid])


def test_a_connection_that_is_ended_at_any_statement_is_made_again_and_the_transaction_repeated(
    server: Server, case: Case, undisturbed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAITS", (0.0, 0.0))
    total = statements(lambda: grade(server.new_database(), case))
    for number in range(1, total + 1, 9):
        url = server.new_database()
        with at_statement(number, end_its_session):
            grade(url, case)
        assert content(url) == undisturbed


def test_a_commit_that_we_do_not_hear_of_counts_once(
    server: Server, case: Case, undisturbed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAITS", (0.0, 0.0))
    url, unheard = server.new_database(), []
    with open_book(url, case, SILENT) as book:
        dialect = book.database.engine.dialect
        commit = dialect.do_commit

        def commit_unheard(link: Any) -> None:  # noqa: ANN401 - the driver's
            commit(link)
            if not unheard:
                unheard.append(link)
                link.driver_connection.close()
                raise psycopg.OperationalError("server closed the connection unexpectedly")

        monkeypatch.setattr(dialect, "do_commit", commit_unheard)
        book.record(FIRST)
        assert len(unheard) == 1
        assert book.recorded() == keys(FIRST)
        book.record(SECOND)
    assert content(url) == undisturbed


def test_a_server_that_restarts_in_the_middle_of_a_batch_is_waited_for(
    server: Server, case: Case, undisturbed: dict[str, Any]
) -> None:
    def restart(_connection: object) -> None:
        server.stop(signal.SIGQUIT)
        threading.Timer(0.5, server.start).start()

    url = server.new_database()
    with open_book(url, case, SILENT) as book:
        book.record(FIRST)
        with at_statement(6, restart):
            book.record(SECOND)
        assert book.recorded() == {**keys(FIRST), **keys(SECOND)}
    assert content(url) == undisturbed


def test_a_database_that_stays_away_is_named_without_its_password(
    server: Server, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    for waits in ("WAITS", "OPENING_WAITS"):
        monkeypatch.setattr(database, waits, (0.0, 0.01))
    url = server.new_database()
    with open_book(url, case, SILENT) as book:
        book.record(FIRST)
        server.stop()
        try:
            for work in (
                lambda: book.record(SECOND),
                book.recorded,
                book.standings,
                lambda: entered(url, case),
            ):
                with pytest.raises(
                    GradingError, match=r"gradebook postgresql://tests@/tmp.*/gradebook\d+ cannot"
                ) as caught:
                    work()
                assert "never-shown" not in str(caught.value)
        finally:
            server.start()
        book.record(SECOND)
        assert book.recorded() == {**keys(FIRST), **keys(SECOND)}


def entered(url: str, case: Case) -> None:
    with open_book(url, case, SILENT):
        pass


def test_another_programs_lock_is_waited_for_and_named_when_it_stays(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.1)
    monkeypatch.setattr(database, "WAITS", (0.0,))
    path = tmp_path / "gradebook.db"
    url = f"sqlite:///{path}"
    with open_book(url, case, SILENT) as book, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(GradingError, match=r"gradebook.db cannot be used \(database is locked\)"):
            book.record([result("ada")])
        other.execute("ROLLBACK")
        monkeypatch.setattr(database, "WAITS", (0.5, 5.0))
        other.execute("BEGIN IMMEDIATE")
        with at_statement(1, lambda _: other.execute("ROLLBACK")):
            book.record([result("ada")])
        assert book.recorded() == {"ada": "key of ada"}


def test_a_gradebook_that_is_taken_away_while_it_is_open_is_missed(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "gradebook.db"
    with open_book(f"sqlite:///{path}", case, SILENT) as book:
        book.record([result("ada")])
        path.unlink()
        with pytest.raises(GradingError, match=r"gradebook.db cannot be used \(no such table"):
            book.record([result("ben")])


def test_a_folder_that_is_not_there_is_named(case: Case, tmp_path: Path) -> None:
    with pytest.raises(GradingError, match=r"nowhere/gradebook.db cannot be used"):
        entered(f"sqlite:///{tmp_path}/nowhere/gradebook.db", case)


@pytest.mark.parametrize(
    "url",
    [
        "gradebook.db",
        "",
        "postgresql://ada:s3cret@host:port/db",
        "oracle://ada:s3cret@host/db",
        "x+y://s3cret@h",
    ],
)
def test_an_address_that_cannot_be_read_is_not_repeated(case: Case, url: str) -> None:
    with pytest.raises(GradingError, match="address cannot be read: write it like sqlite:") as caught:
        entered(url, case)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_driver_that_is_not_installed_is_named(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(
        GradingError, match=r"postgresql://ada@host/db needs the Python package psycopg\[binary\]"
    ):
        entered("postgresql://ada:s3cret@host/db", case)


def test_a_password_is_never_shown_whatever_the_driver_says() -> None:
    made = database.connect("postgresql://ada:p%40ss@host:5433/db?password=other&connect_timeout=3")
    assert made.name == "postgresql://ada@host:5433/db"
    said = database.DBAPIError("", {}, psycopg.OperationalError("bad p@ss, p%40ss or other\nand more"))
    assert "(bad ***, *** or ***)" in str(made._failure(said))
