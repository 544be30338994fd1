"""Making and opening a store: the place, the lock, the keys and the database, in the order that is safe."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from intake_app.storage import keys as key_ring
from intake_app.storage.engine import make_database, open_database, schema_of
from intake_app.storage.keys import Keys
from intake_app.storage.lock import LockHolder, StoreLock, holder_of, is_held
from intake_app.storage.log import seal_at
from intake_app.storage.places import refuse_network_share, ring_path
from intake_app.storage.private_files import make_private_folder
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import read_ring, ring_exists
from intake_app.storage.ring_users import users_of
from intake_app.storage.side_log import take_in
from intake_app.storage.swapping import mend
from intake_app.storage.tables import SCHEMA_VERSION


def store_exists(store: Path) -> bool:
    """Whether there is a store to open; a key ring alone is one that lost its data, or was never finished."""
    return store.exists()


def create_store(store: Path, passphrase: str, *, name: str = "", now: datetime) -> ConversationStore:
    """Make a new store with its first user, and open it.

    A ring without a store is used again, with its own passphrases and users: making a store was broken off, or
    someone chose to begin anew after losing it.

    Raises:
        StoreProblem: `store_exists`, `in_use`, `network_share`, or what is wrong with the passphrase.
    """
    make_private_folder(store.parent)
    lock = lock_store(store, now)
    try:
        _refuse_existing(store)
        keys = _keys_for_new(ring_path(store), passphrase, name)
        lock.tell(keys.user.name)
        make_database(store, keys)
        opened = ConversationStore(open_database(store, keys), keys, lock)
        key_ring.keep_anchor(ring_path(store), keys, opened.log.anchor())
    except StoreProblem:
        lock.release()
        raise
    return opened


def open_store(
    store: Path, passphrase: str, *, user_id: str = "", now: datetime, program: str = ""
) -> ConversationStore:
    """Open a store that exists; one of an older version is copied first and then brought up to date.

    What its log lacks is told in `notices`, and keeps nobody from the talks.

    Args:
        store: where it lies.
        passphrase: what was typed.
        user_id: whose; "" where there is one user only.
        now: for the log, and for who is refused meanwhile.
        program: the version of the program, for a copy.

    Raises:
        StoreProblem: `store_missing`, `store_newer`, `passphrase_wrong`, `user_blocked`, `in_use`, `ring_missing`,
            `ring_damaged`, `ring_forged`, `damaged`, or what keeps an older store from being brought up to date.
    """
    if not store.exists():
        raise StoreProblem(StoreCode.STORE_MISSING, "store")
    lock = lock_store(store, now)
    try:
        mend(store)
        keys = key_ring.unlock(ring_path(store), passphrase, user_id=user_id)
        lock.tell(keys.user.name)
        engine = _current(store, keys, now, program)
    except StoreProblem:
        lock.release()
        raise
    opened = ConversationStore(engine, keys, lock)
    opened.notices = (*opened.notices, *_notices_of_log(store, opened))
    return opened


def lock_store(store: Path, now: datetime) -> StoreLock:
    """Keep every other program from writing this store; raises StoreProblem `in_use` or `network_share`."""
    refuse_network_share(store.parent)
    return StoreLock.take(_lock_path(store), now)


def is_written(store: Path) -> bool:
    """Whether a program has this store open to write."""
    return is_held(_lock_path(store))


def who_writes(store: Path) -> LockHolder | None:
    """Who has this store open to write, as far as that program told; None when nobody has."""
    return holder_of(_lock_path(store)) if is_written(store) else None


def _refuse_existing(store: Path) -> None:
    if store.exists():
        raise StoreProblem(StoreCode.STORE_EXISTS, "store")


def _keys_for_new(ring: Path, passphrase: str, name: str) -> Keys:
    if not ring_exists(ring):
        return key_ring.create(ring, passphrase, name=name)
    user_id = next((user.id for user in users_of(ring) if user.name == name), "")
    return key_ring.unlock(ring, passphrase, user_id=user_id)


def _lock_path(store: Path) -> Path:
    return store.with_name(f"{store.name}.lock")


def _current(store: Path, keys: Keys, now: datetime, program: str) -> Engine:
    """The opened database, with the tables of today."""
    engine = open_database(store, keys)
    try:
        if schema_of(engine) < SCHEMA_VERSION:
            from intake_app.storage import backup, updating  # noqa: PLC0415  an older store only; it loads Alembic

            first_user = updating.first_user_of(read_ring(ring_path(store)).ring)
            stamp = backup.Stamp(now=now, program=program)
            updating.bring_up_to_date(store, engine, keys, first_user, stamp)
    except StoreProblem:
        engine.dispose()
        raise
    return engine


def _notices_of_log(store: Path, opened: ConversationStore) -> tuple[StoreProblem, ...]:
    """Take in what others noted, and see whether the log still holds what the ring knows of it."""
    try:
        known = key_ring.anchor_of(ring_path(store), opened.keys)
        with opened.transactions.read("log") as connection:
            is_cut = known.count > 0 and seal_at(connection, known.count) != known.head
        cut = (StoreProblem(StoreCode.LOG_CUT, "log", {"at": str(known.count)}),) if is_cut else ()
        return (*cut, *take_in(store, opened.transactions))
    except StoreProblem as problem:
        return (problem,)
