"""From an error of the database to a problem with a code. Nothing of a statement's values passes through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from intake_app.storage.problems import StoreCode, StoreProblem

# The first fitting beginning of SQLite's own name of the error counts.
_CODES = (
    ("SQLITE_FULL", StoreCode.DISK_FULL),
    ("SQLITE_IOERR_SHMSIZE", StoreCode.DISK_FULL),
    ("SQLITE_IOERR", StoreCode.WRITE_FAILED),
    ("SQLITE_CANTOPEN", StoreCode.WRITE_FAILED),
    ("SQLITE_NOMEM", StoreCode.WRITE_FAILED),
    ("SQLITE_BUSY", StoreCode.IN_USE),
    ("SQLITE_LOCKED", StoreCode.IN_USE),
    ("SQLITE_READONLY", StoreCode.NOT_PERMITTED),
    ("SQLITE_PERM", StoreCode.NOT_PERMITTED),
    ("SQLITE_AUTH", StoreCode.NOT_PERMITTED),
)
# The copying call tells no name, only the text that SQLite keeps for each error.
_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "unable to open database file": "SQLITE_CANTOPEN",
    "out of memory": "SQLITE_NOMEM",
    "database is locked": "SQLITE_BUSY",
    "attempt to write a readonly database": "SQLITE_READONLY",
}
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@contextmanager
def database_problems(where: str, values: dict[str, str] | None = None) -> Iterator[None]:
    """Raise a StoreProblem in place of what SQLAlchemy or SQLCipher raises."""
    try:
        yield
    except DBAPIError as error:
        raise StoreProblem(_code_of(error.orig), where, values) from error
    except dbapi2.Error as error:
        raise StoreProblem(_code_of(error), where, values) from error


def is_damage(error: BaseException | None) -> bool:
    """Whether an error of the database means that the file is not as it should be."""
    return isinstance(error, dbapi2.DatabaseError) and _name_of(error).startswith(_DAMAGE)


def _code_of(error: BaseException | None) -> StoreCode:
    """What is none of the passing troubles means that the file is not as it should be."""
    name = _name_of(error)
    return next((code for start, code in _CODES if name.startswith(start)), StoreCode.DAMAGED)


def _name_of(error: BaseException | None) -> str:
    return str(getattr(error, "sqlite_errorname", "") or _NAMES.get(str(error), ""))
