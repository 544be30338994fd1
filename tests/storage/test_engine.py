from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, text, update
from sqlalchemy.exc import SQLAlchemyError

from intake_app.storage.engine import make_database, open_database, writing
from intake_app.storage.keys import Keys, new_keys
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.tables import META, SETTINGS

MARKER = "marker 123456782"


@pytest.fixture
def engine(store_path: Path, keys: Keys) -> Iterator[Engine]:
    engine = open_database(store_path, keys)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    "pragma,expected",
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("wal_autocheckpoint", 200),
    ],
)
def test_every_connection_has_the_safe_settings(engine: Engine, pragma: str, expected: str | int) -> None:
    with engine.connect() as first, engine.connect() as second:
        found = [one.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() for one in (first, second)]
    assert found == [expected, expected]


def test_the_files_are_for_the_owner_only(engine: Engine, store_path: Path) -> None:
    with writing(engine).begin() as connection:
        connection.execute(insert(SETTINGS).values(key="a", value="b"))
        modes = {path.name: path.stat().st_mode & 0o777 for path in store_path.parent.iterdir()}
    assert modes == {"intake.db": 0o600, "intake.db-wal": 0o600, "intake.db-shm": 0o600}


def test_a_store_that_others_could_read_is_narrowed_when_opened(store_path: Path, keys: Keys) -> None:
    store_path.chmod(0o644)
    open_database(store_path, keys).dispose()
    assert store_path.stat().st_mode & 0o777 == 0o600


def test_the_file_is_no_plain_database(store_path: Path) -> None:
    plain = sqlite3.connect(store_path)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM sqlite_master")
    plain.close()


def test_other_keys_do_not_open_it_and_nothing_is_said_on_standard_error(
    store_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StoreProblem) as caught:
        open_database(store_path, new_keys())
    assert caught.value.code == StoreCode.DAMAGED
    assert capfd.readouterr() == ("", "")


def test_damage_to_the_first_sixteen_bytes_does_not_lock_the_store(store_path: Path, keys: Keys) -> None:
    with store_path.open("r+b") as file:
        file.write(os.urandom(16))
    open_database(store_path, keys).dispose()


def test_an_error_of_the_database_tells_no_value(engine: Engine) -> None:
    with pytest.raises(SQLAlchemyError) as caught, writing(engine).begin() as connection:
        connection.execute(insert(SETTINGS), [{"key": MARKER, "value": MARKER}] * 2)
    assert MARKER not in str(caught.value)


def test_no_key_stands_in_the_engine_or_in_an_error(engine: Engine, keys: Keys, store_path: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        open_database(store_path, new_keys())
    told = f"{engine!r} {engine.url} {caught.value!r} {caught.value.__cause__!r}"
    assert keys.store_key.hex() not in told
    assert "x'" not in told


def test_a_store_that_is_not_there_is_not_made_by_opening_it(tmp_path: Path, keys: Keys) -> None:
    with pytest.raises(StoreProblem) as caught:
        open_database(tmp_path / "none.db", keys)
    assert caught.value.code == StoreCode.STORE_MISSING
    assert not list(tmp_path.iterdir())


def test_a_store_is_never_made_over_another(store_path: Path, keys: Keys) -> None:
    with pytest.raises(StoreProblem) as caught:
        make_database(store_path, keys)
    assert caught.value.code == StoreCode.STORE_EXISTS


def test_what_an_interrupted_making_left_is_no_hindrance(tmp_path: Path, keys: Keys) -> None:
    (tmp_path / "intake.db.new").write_bytes(b"half a store")
    (tmp_path / "intake.db.new-wal").write_bytes(b"half a log")
    make_database(tmp_path / "intake.db", keys)
    assert [path.name for path in tmp_path.iterdir()] == ["intake.db"]


@pytest.mark.parametrize("version,code", [("99", StoreCode.STORE_NEWER), ("x", StoreCode.DAMAGED)])
def test_a_version_that_is_not_ours_is_told(
    engine: Engine, store_path: Path, keys: Keys, version: str, code: StoreCode
) -> None:
    with writing(engine).begin() as connection:
        connection.execute(update(META).values(value=version))
    with pytest.raises(StoreProblem) as caught:
        open_database(store_path, keys)
    assert caught.value.code == code


def test_a_reader_sees_one_moment_while_another_writes(engine: Engine) -> None:
    counting = text("SELECT count(*) FROM settings")
    with engine.begin() as reader:
        before = reader.execute(counting).scalar_one()
        with writing(engine).begin() as writer:
            writer.execute(insert(SETTINGS).values(key="a", value="b"))
        assert reader.execute(counting).scalar_one() == before == 0


def test_a_broken_off_transaction_leaves_nothing(engine: Engine) -> None:
    with writing(engine).connect() as connection:
        connection.execute(insert(SETTINGS).values(key="a", value="b"))
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM settings")).scalar_one() == 0
