"""nbgrader's tables, made in one transaction; our one table; and the indexes that nbgrader lacks."""

from alembic.script import ScriptDirectory
from nbgrader.api import Base
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import (
    Column,
    Connection,
    Index,
    MetaData,
    String,
    Table,
    func,
    insert,
    inspect,
    select,
    table,
)
from sqlalchemy.schema import CreateIndex

from kamlab.errors import GradingError

__all__ = ["GRADED", "analyse", "lacks_statistics", "make_tables"]

LARGE = 500  # submissions from which it pays that the database knows its tables

_MINE = MetaData()
# Which result the marks of a submission come from. ``notebook`` is the id of nbgrader's row for the submitted
# notebook: it is made anew whenever a submission is removed and entered again, so that the key of removed
# marks is worth nothing. There is no foreign key, because nbgrader could not remove its row then.
GRADED = Table(
    "kamlab_graded",
    _MINE,
    Column("assignment", String(128), primary_key=True),
    Column("trainee", String(128), primary_key=True),
    Column("key", String(128), nullable=False),
    Column("notebook", String(32), nullable=False),
)
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), nullable=False))
# What formgrader's pages and nbgrader's exporter look up by. The grades' index holds all that adding up their
# points needs, which saves a fifth of the longest lists' time. The students' index lets SQLite group their
# list in its order; it would join every student to every other else.
_INDEXED = (
    (
        "grade",
        ("notebook_id", "cell_id", "auto_score", "manual_score", "extra_credit", "needs_manual_grade"),
    ),
    ("comment", ("notebook_id",)),
    ("submitted_notebook", ("assignment_id",)),
    ("submitted_assignment", ("student_id",)),
    ("base_cell", ("notebook_id",)),
    ("student", ("id", "first_name", "last_name", "email")),
)

# PostgreSQL compiles nbgrader's longest query for two seconds to run it for one. This tells it not to, for
# this user in this database only; who may not say so keeps a slower page.
_NO_COMPILER = """
DO $$ BEGIN
    EXECUTE 'ALTER ROLE CURRENT_USER IN DATABASE ' || quote_ident(current_database()) || ' SET jit = off';
EXCEPTION WHEN insufficient_privilege OR feature_not_supported THEN
    NULL;
END $$
"""

# SQLite counts no empty table and takes it for a huge one: it would look through all cells for tasks.
_NO_TASKS = """
INSERT INTO sqlite_stat1 (tbl, idx, stat)
SELECT 'task_cells', 'sqlite_autoindex_task_cells_1', '1 1'
WHERE NOT EXISTS (SELECT 1 FROM sqlite_stat1 WHERE tbl = 'task_cells')
"""


def make_tables(connection: Connection, database: str) -> None:
    """Make what is not there yet of nbgrader's tables, ours, and the indexes.

    nbgrader makes its tables one by one and starts a process to learn its schema's version; stopped between
    the two, it leaves a gradebook that it cannot upgrade.

    Args:
        connection: inside a transaction.
        database: how messages name it.

    Raises:
        GradingError: another version of nbgrader made the tables.
    """
    there = set(inspect(connection).get_table_names())
    if not set(Base.metadata.tables) <= there:
        Base.metadata.create_all(connection)
    if not {_VERSION.name, GRADED.name} <= there:
        _VERSION.create(connection, checkfirst=True)
        _MINE.create_all(connection)
    _check_version(connection, database)
    for name, columns in _INDEXED:
        _index(connection, name, columns)
    if connection.dialect.name == "postgresql":
        _set_planner(connection)


def _set_planner(connection: Connection) -> None:
    if connection.exec_driver_sql("SELECT current_setting('jit', true)").scalar() == "on":
        connection.exec_driver_sql(_NO_COMPILER)


def _check_version(connection: Connection, database: str) -> None:
    wanted = ScriptDirectory(ALEMBIC_DIR).get_current_head()
    found = connection.scalars(select(_VERSION.c.version_num)).first()
    assignments = Base.metadata.tables["assignment"]
    if found is None and connection.execute(select(assignments.c.id).limit(1)).first() is None:
        connection.execute(insert(_VERSION).values(version_num=wanted))
    elif found != wanted:
        raise GradingError(
            "The gradebook {database} was made by another version of nbgrader: run 'nbgrader db upgrade' "
            "in the folder of its nbgrader_config.py, then the same command again.",
            database=database,
        )


def _index(connection: Connection, name: str, columns: tuple[str, ...]) -> None:
    """Asked for first, because PostgreSQL takes a lock even when there is nothing to make."""
    known = {index["name"] for index in inspect(connection).get_indexes(name)}
    there = Table(name, MetaData(), *map(Column, columns))
    index = Index(f"kamlab_{name}_{columns[0]}", *there.c)
    if index.name not in known:
        connection.execute(CreateIndex(index, if_not_exists=True))


def analyse(connection: Connection) -> None:
    """Let the database count its tables, so that it plans nbgrader's long queries well."""
    connection.exec_driver_sql("ANALYZE")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_NO_TASKS)


def lacks_statistics(connection: Connection) -> bool:
    """Whether many submissions were entered without ``analyse``, as after a kill.

    PostgreSQL sees to that by itself.
    """
    if connection.dialect.name != "sqlite":
        return False
    submissions = connection.scalar(select(func.count()).select_from(table("submitted_notebook"))) or 0
    if submissions < LARGE:
        return False
    known = inspect(connection).has_table("sqlite_stat1")
    return (
        not known
        or connection.exec_driver_sql("SELECT 1 FROM sqlite_stat1 WHERE tbl = 'grade'").first() is None
    )
