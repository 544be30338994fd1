from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from intake_app.storage.faults import database_problems
from intake_app.storage.problems import StoreCode, StoreProblem


def an_error(name: str) -> Exception:
    error = dbapi2.OperationalError("told by the database")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    "name,code",
    [
        ("SQLITE_FULL", StoreCode.DISK_FULL),
        ("SQLITE_IOERR_SHMSIZE", StoreCode.DISK_FULL),
        ("SQLITE_IOERR_WRITE", StoreCode.WRITE_FAILED),
        ("SQLITE_CANTOPEN", StoreCode.WRITE_FAILED),
        ("SQLITE_BUSY", StoreCode.IN_USE),
        ("SQLITE_BUSY_SNAPSHOT", StoreCode.IN_USE),
        ("SQLITE_READONLY_DIRECTORY", StoreCode.NOT_PERMITTED),
        ("SQLITE_CORRUPT", StoreCode.DAMAGED),
        ("SQLITE_NOTADB", StoreCode.DAMAGED),
        ("", StoreCode.DAMAGED),
    ],
)
@pytest.mark.parametrize("is_wrapped", [True, False])
def test_each_error_of_the_database_has_its_code(name: str, code: StoreCode, is_wrapped: bool) -> None:
    error = an_error(name)
    raised = OperationalError("SELECT", {}, error, hide_parameters=True) if is_wrapped else error
    with pytest.raises(StoreProblem) as caught, database_problems("store", {"conversation": "c1"}):
        raise raised
    assert (caught.value.code, caught.value.values) == (code, {"conversation": "c1"})


@pytest.mark.parametrize(
    "told,code",
    [
        ("database or disk is full", StoreCode.DISK_FULL),
        ("disk I/O error", StoreCode.WRITE_FAILED),
        ("database is locked", StoreCode.IN_USE),
        ("database disk image is malformed", StoreCode.DAMAGED),
    ],
)
def test_an_error_without_a_name_is_known_by_its_text(told: str, code: StoreCode) -> None:
    with pytest.raises(StoreProblem) as caught, database_problems("backup"):
        raise dbapi2.OperationalError(told)
    assert caught.value.code == code
