from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, text

from intake_app.practice.audit import EventCode
from intake_app.practice.rights import Relation
from intake_app.storage import keys as key_ring
from intake_app.storage.backup import backup_folder, backups_in
from intake_app.storage.copying import census
from intake_app.storage.engine import open_database, schema_of, writing
from intake_app.storage.keys import Keys
from intake_app.storage.log import anchor, append
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.migrations.steps import migrate
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.reading import open_to_read
from intake_app.storage.ring_file import read_ring
from intake_app.storage.tables import SCHEMA, SCHEMA_VERSION
from tests.storage.conftest import NOON, PASSPHRASE
from tests.storage.logged import an_event

ROOT = Path(__file__).parents[2]
STORED = Path(__file__).with_name("stored") / "0.1.0"
STORED_2 = STORED.with_name("schema-2")
ITS_PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  opens the stored store only


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as version 0.1.0 left it, with three fictional talks."""
    for file in STORED.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    return tmp_path / "gesprekken.db"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A store of schema 2: two users, two fictional talks and one that was purged, figures, a request, a draft."""
    shutil.copytree(STORED_2, tmp_path / "second")
    return tmp_path / "second" / "gesprekken.db"


@pytest.fixture
def engine(store_path: Path, keys: Keys) -> Iterator[Engine]:
    engine = open_database(store_path, keys)
    yield engine
    engine.dispose()


def its_keys(store: Path) -> Keys:
    return key_ring.unlock(ring_path(store), ITS_PASSPHRASE, user_id=its_owner(store))


def its_owner(store: Path) -> str:
    return read_ring(ring_path(store)).ring.users[0].user_id


def shape_of(connection: Connection) -> dict[str, object]:
    """The tables with their columns, references and indexes, whatever the words they were made with."""

    def asked(pragma: str, name: str) -> list[tuple[object, ...]]:
        return sorted(tuple(row)[1:] for row in connection.exec_driver_sql(f'PRAGMA {pragma}("{name}")'))

    found: dict[str, object] = {}
    for name in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")):
        indexes = {row[0]: asked("index_info", row[0]) for row in asked("index_list", name)}
        found[name] = (asked("table_xinfo", name), asked("foreign_key_list", name), asked("index_list", name), indexes)
    return found


def test_the_tables_go_up_down_and_up_and_are_those_of_the_models(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        new = shape_of(connection)
        migrate(connection, SCHEMA_VERSION, 0)
        assert shape_of(connection) == {}
        for found, wanted in ((0, SCHEMA_VERSION), (SCHEMA_VERSION, 1), (1, SCHEMA_VERSION)):
            migrate(connection, found, wanted)
        assert shape_of(connection) == new
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SCHEMA) == []
    assert schema_of(engine) == SCHEMA_VERSION


def test_the_first_step_makes_the_tables_that_version_0_1_0_made(engine: Engine, old: Path) -> None:
    with writing(engine).begin() as connection:
        migrate(connection, SCHEMA_VERSION, 0)
        migrate(connection, 0, 1)
        first = shape_of(connection)
    stored = open_database(old, its_keys(old))
    with stored.begin() as connection:
        assert shape_of(connection) == first
    stored.dispose()


def test_a_migrated_store_has_the_tables_of_a_new_one(old: Path, engine: Engine) -> None:
    open_store(old, ITS_PASSPHRASE, now=NOON).close()
    stored = open_database(old, its_keys(old))
    with stored.begin() as migrated, engine.begin() as new:
        assert shape_of(migrated) == shape_of(new)
    stored.dispose()


def test_every_talk_of_version_0_1_0_is_there_whole_and_is_the_first_users(old: Path) -> None:
    before = census(old, its_keys(old))
    with closing(open_store(old, ITS_PASSPHRASE, now=NOON, program="0.2.0")) as store:
        found = store.verify(change_from_bytes)
        assert (found.is_whole, found.conversations, found.changes) == (True, 3, before.tables["changes"])
        ids = [row.id for row in store.rows() if row.is_readable and row.summary]
        assert store.relations_of(store.keys.user_id) == dict.fromkeys(ids, Relation.OWN)
        assert len(ids) == 3
        assert all(store.content_set(each) for id_ in ids for each in store.content_of(id_).values())
        [(_, event)] = store.log.events()
    assert (event.code, event.actor.id) == (EventCode.STORE_MIGRATED, "owner")
    assert event.detail == {"from": "1", "to": str(SCHEMA_VERSION)}


def test_the_first_two_steps_make_the_tables_that_schema_2_had(engine: Engine, second: Path) -> None:
    with writing(engine).begin() as connection:
        migrate(connection, SCHEMA_VERSION, 0)
        migrate(connection, 0, 2)
        made = shape_of(connection)
    stored = open_database(second, its_keys(second))
    with stored.begin() as connection:
        assert shape_of(connection) == made
    stored.dispose()


def test_all_that_a_store_of_schema_2_held_is_there_and_a_sociale_kaart_beside_it(second: Path) -> None:
    before = census(second, its_keys(second)).tables
    with closing(open_store(second, ITS_PASSPHRASE, user_id=its_owner(second), now=NOON)) as store:
        found = store.verify(change_from_bytes)
        assert (found.is_whole, found.conversations, found.changes) == (True, 2, 3)
        assert [id_ for id_, _, _ in store.gone()] == ["c3"]
        assert store.draft_of(store.keys.user_id) == "half een zin (verzonnen)"
        assert (store.directory_version(), list(store.directory_records())) == (0, [])
    after = census(second, its_keys(second)).tables
    assert {name: after[name] for name in before} == {**before, "log": before["log"] + 1}


def test_a_store_of_schema_2_that_is_only_read_has_an_empty_sociale_kaart(second: Path) -> None:
    with closing(open_to_read(second, ITS_PASSPHRASE, user_id=its_owner(second))) as store:
        assert (store.directory_version(), list(store.directory_records())) == (0, [])
        assert (store.directory_batches(), store.directory_checks(), store.directory_notes()) == ([], [], [])


def test_before_anything_changes_a_copy_is_made_that_still_has_the_old_tables(old: Path) -> None:
    open_store(old, ITS_PASSPHRASE, now=NOON, program="0.2.0").close()
    [copy] = backups_in(backup_folder(old))
    assert (copy.manifest.schema, copy.manifest.conversations, copy.manifest.program) == (1, 3, "0.2.0")
    open_store(old, ITS_PASSPHRASE, now=NOON).close()
    assert len(backups_in(backup_folder(old))) == 1


def test_when_no_copy_can_be_made_nothing_changes_and_it_is_told(old: Path) -> None:
    backup_folder(old).write_bytes(b"no folder")
    with pytest.raises(StoreProblem) as caught:
        open_store(old, ITS_PASSPHRASE, now=NOON)
    assert caught.value.where in {"backup", "store"}
    assert census(old, its_keys(old)).schema == 1
    with closing(open_to_read(old, ITS_PASSPHRASE)) as store:
        assert (len(store.rows()), store.damage) == (3, ())
        assert set(store.relations_of("owner").values()) == {Relation.OWN}
        assert all(store.load(row.id) for row in store.rows())


def test_a_step_that_fails_leaves_the_old_store(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = census(old, its_keys(old))

    def refuse(*_: object) -> None:
        raise StoreProblem(StoreCode.DISK_FULL, "store")

    with monkeypatch.context() as patched:
        from intake_app.storage import updating

        patched.setattr(updating, "append", refuse)
        with pytest.raises(StoreProblem):
            open_store(old, ITS_PASSPHRASE, now=NOON)
    assert census(old, its_keys(old)) == before
    open_store(old, ITS_PASSPHRASE, now=NOON).close()
    assert census(old, its_keys(old)).schema == SCHEMA_VERSION


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from intake_app.storage import updating
from intake_app.storage.opening import open_store

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

updating.append = killed
open_store(Path(sys.argv[1]), sys.argv[2], now=datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")
def test_a_program_killed_when_every_table_is_changed_leaves_the_old_store(old: Path) -> None:
    before = census(old, its_keys(old))
    command = [sys.executable, "-c", KILLED, str(old), ITS_PASSPHRASE]
    run = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert run.returncode == -signal.SIGKILL
    assert census(old, its_keys(old)) == before
    with closing(open_store(old, ITS_PASSPHRASE, now=NOON)) as store:
        assert store.verify(change_from_bytes).is_whole


def test_going_down_never_touches_what_was_said(old: Path) -> None:
    before = census(old, its_keys(old)).tables
    open_store(old, ITS_PASSPHRASE, now=NOON).close()
    keys = its_keys(old)
    engine = open_database(old, keys)
    with writing(engine).begin() as connection:
        append(connection, keys.log_key, [an_event()])
        assert anchor(connection).count == 2
        migrate(connection, SCHEMA_VERSION, 1)
    engine.dispose()
    assert census(old, keys).tables == before


LOADED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from intake_app.storage.opening import open_store
open_store(Path(sys.argv[1]), sys.argv[2], now=datetime(2026, 11, 22, 12, 0, tzinfo=UTC)).close()
print([name for name in ("alembic", "mako") if name in sys.modules])
"""


def loaded_by_opening(store: Path, passphrase: str) -> str:
    command = [sys.executable, "-c", LOADED, str(store), passphrase]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.strip()


@pytest.mark.usefixtures("quick_rings")
def test_only_an_older_store_loads_alembic(tmp_path: Path, old: Path) -> None:
    create_store(tmp_path / "intake.db", PASSPHRASE, now=NOON).close()
    assert loaded_by_opening(tmp_path / "intake.db", PASSPHRASE) == "[]"
    assert "alembic" in loaded_by_opening(old, ITS_PASSPHRASE)


def test_what_a_killed_copy_of_the_same_second_left_is_no_hindrance(old: Path) -> None:
    backup_folder(old).mkdir()
    (backup_folder(old) / "gesprekken-20261122-120000.intake.part.db").write_bytes(os.urandom(20_000))
    open_store(old, ITS_PASSPHRASE, now=NOON).close()
    assert [copy.manifest.conversations for copy in backups_in(backup_folder(old))] == [3]
