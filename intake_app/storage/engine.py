"""The database: SQLCipher under SQLAlchemy, with settings under which a commit that returned is on the disk.

The key goes into each connection by hand. It never stands in an address, a log or an error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, insert, select
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from intake_app.storage.faults import database_problems, is_damage
from intake_app.storage.keys import Keys
from intake_app.storage.private_files import file_problems, make_private_file, sync_file, sync_folder
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import META, SCHEMA, SCHEMA_KEY, SCHEMA_VERSION

BUSY_MILLISECONDS = 5000
_CHECKPOINT_PAGES = 200
_WRITES = "store_writes"
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}",
)
_PRAGMAS_TO_READ = ("PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF", "PRAGMA temp_store = MEMORY")
_PRAGMAS_ON_A_MAC = ("PRAGMA fullfsync = ON", "PRAGMA checkpoint_fullfsync = ON")


def make_database(path: Path, keys: Keys) -> None:
    """Make an empty store under a temporary name and move it into place when it is whole.

    Raises:
        StoreProblem: `store_exists`, or what the disk refuses.
    """
    if path.exists():
        raise StoreProblem(StoreCode.STORE_EXISTS, "store")
    growing = path.with_name(f"{path.name}.new")
    with file_problems("store"):
        for leftover in files_of(growing):
            leftover.unlink(missing_ok=True)
    make_private_file(growing)
    engine = _engine_on(growing, keys)
    try:
        with database_problems("store"), writing(engine).begin() as connection:
            SCHEMA.create_all(connection)
            connection.execute(insert(META).values(key=SCHEMA_KEY, value=str(SCHEMA_VERSION)))
        checkpoint(engine)  # closing does that too, but tells nobody when it fails, and the log file stays behind
    finally:
        engine.dispose()
    with file_problems("store"):
        sync_file(growing)
        growing.rename(path)
        sync_folder(path.parent)


def open_database(path: Path, keys: Keys) -> Engine:
    """Open a store that exists and check that it is one of ours, of this version or an older one.

    Raises:
        StoreProblem: `store_missing`, `store_newer`, or `damaged` when these keys do not open the file.
    """
    if not path.exists():
        raise StoreProblem(StoreCode.STORE_MISSING, "store")
    make_private_file(path)
    return _checked(_engine_on(path, keys))


def open_to_look(path: Path, keys: Keys) -> Engine:
    """Open a store that another program writes; nothing can be written by these connections.

    Raises:
        StoreProblem: as `open_database`.
    """
    if not path.exists():
        raise StoreProblem(StoreCode.STORE_MISSING, "store")
    return _checked(_engine_on(path, keys, to_read=True))


def schema_of(engine: Engine) -> int:
    """The version of the tables.

    Raises:
        StoreProblem: `store_newer`, or `damaged` when it tells none.
    """
    with database_problems("store"), engine.begin() as connection:
        version = connection.execute(select(META.c.value).where(META.c.key == SCHEMA_KEY)).scalar_one_or_none()
    if version is None or not version.isdecimal():
        raise StoreProblem(StoreCode.DAMAGED, "store")
    if int(version) > SCHEMA_VERSION:
        values = {"found": version, "known": str(SCHEMA_VERSION)}
        raise StoreProblem(StoreCode.STORE_NEWER, "store", values)
    return int(version)


def writing(engine: Engine) -> Engine:
    """The same connections, for transactions that write: they take the write lock at their first step."""
    return engine.execution_options(**{_WRITES: True})


def checkpoint(engine: Engine) -> None:
    """Bring everything from the log file into the database file, and empty the log file.

    Raises:
        StoreProblem: `in_use` when a reader holds it back; nothing is lost by that.
    """
    with database_problems("store"), engine.connect() as connection:
        # Outside a transaction: SQLite refuses a checkpoint within one.
        cursor = connection.connection.cursor()
        try:
            held_back = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            cursor.close()
    if held_back:
        raise StoreProblem(StoreCode.IN_USE, "store")


def bare_connection(path: Path, keys: Keys, *, to_read: bool = False) -> Any:  # noqa: ANN401  a library without types
    """One connection with the key and none of the settings; one made to read leaves the file as it is.

    Raises:
        StoreProblem: `damaged` when these keys do not open the file, or what the disk refuses.
    """
    target = f"{path.absolute().as_uri()}?mode={'ro' if to_read else 'rwc'}"
    with database_problems("store"):
        connection = dbapi2.connect(target, uri=True, isolation_level=None, check_same_thread=False)
    try:
        with database_problems("store"):
            _unlock(connection, _unlocking(keys))
            connection.execute(_PRAGMAS[0])
    except StoreProblem:
        connection.close()
        raise
    return connection


def files_of(path: Path) -> tuple[Path, ...]:
    """A database and what lies beside it while it is in use, or after a crash."""
    return (path, *(path.with_name(f"{path.name}-{end}") for end in ("wal", "shm", "journal")))


def _checked(engine: Engine) -> Engine:
    try:
        schema_of(engine)
    except StoreProblem:
        engine.dispose()
        raise
    return engine


def _engine_on(path: Path, keys: Keys, *, to_read: bool = False) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=_reader(path, keys) if to_read else _connector(path, keys),
        poolclass=QueuePool,
        pool_size=2,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _drop_when_hurt)
    return engine


def _connector(path: Path, keys: Keys) -> Callable[[], Any]:
    """How one connection is made."""
    unlocking = _unlocking(keys)

    def connect() -> Any:  # noqa: ANN401  the connection of a library without type information
        # `_begin` begins transactions, not the driver; the pool hands a connection to one thread at a time.
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            with database_problems("store"):
                _prepare(connection, unlocking)
        except StoreProblem:
            connection.close()
            raise
        return connection

    return connect


def _reader(path: Path, keys: Keys) -> Callable[[], Any]:
    """How one connection is made that leaves the file as it is."""

    def connect() -> Any:  # noqa: ANN401  the connection of a library without type information
        connection = bare_connection(path, keys, to_read=True)
        for pragma in _PRAGMAS_TO_READ:
            connection.execute(pragma)
        return connection

    return connect


def _unlocking(keys: Keys) -> str:
    """96 hex digits are key and salt, so a salt hurt in the file does no harm."""
    return f"PRAGMA key = \"x'{keys.store_key.hex()}{keys.store_salt.hex()}'\""


def _unlock(connection: Any, unlocking: str) -> None:  # noqa: ANN401  a library without type information
    """First silence, then the key, then a first read that fails with a wrong key."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(unlocking)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _prepare(connection: Any, unlocking: str) -> None:  # noqa: ANN401  a library without type information
    """The key, then the settings."""
    _unlock(connection, unlocking)
    for pragma in (*_PRAGMAS, *(_PRAGMAS_ON_A_MAC if sys.platform == "darwin" else ())):
        connection.execute(pragma).fetchall()


def _begin(connection: Connection) -> None:
    """Readers see one moment of the store; a writer waits for its turn here and not half-way."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _drop_when_hurt(context: ExceptionContext) -> None:
    """A connection that met a hurt page reads nothing more, not even what is whole: the next one is a new one."""
    context.is_disconnect = context.is_disconnect or is_damage(context.original_exception)
