"""Making and opening a store: the place, the lock, the keys and the database, in the order that is safe."""

from __future__ import annotations

from pathlib import Path

from intake_app.storage import keys as key_ring
from intake_app.storage.engine import make_database, open_database
from intake_app.storage.lock import StoreLock
from intake_app.storage.places import refuse_network_share
from intake_app.storage.private_files import make_private_folder
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.ring_file import ring_exists


def ring_path(store: Path) -> Path:
    """Where the key ring of a store lies: beside it."""
    return store.with_name(f"{store.name}.keys.json")


def store_exists(store: Path) -> bool:
    """Whether there is a store to open; a key ring alone is one that lost its data, or was never finished."""
    return store.exists()


def create_store(store: Path, passphrase: str) -> ConversationStore:
    """Make a new store and open it.

    A ring without a store is used again, with its own passphrase: making a store was broken off, or someone
    chose to begin anew after losing it.

    Raises:
        StoreProblem: `store_exists`, `in_use`, `network_share`, or what is wrong with the passphrase.
    """
    make_private_folder(store.parent)
    lock = lock_store(store)
    try:
        _refuse_existing(store)
        ring = ring_path(store)
        keys = key_ring.unlock(ring, passphrase) if ring_exists(ring) else key_ring.create(ring, passphrase)
        make_database(store, keys)
        return ConversationStore(open_database(store, keys), keys, lock)
    except StoreProblem:
        lock.release()
        raise


def open_store(store: Path, passphrase: str) -> ConversationStore:
    """Open a store that exists.

    Raises:
        StoreProblem: `store_missing`, `passphrase_wrong`, `in_use`, `ring_missing`, `ring_damaged` or
            `damaged`.
    """
    if not store.exists():
        raise StoreProblem(StoreCode.STORE_MISSING, "store")
    lock = lock_store(store)
    try:
        keys = key_ring.unlock(ring_path(store), passphrase)
        return ConversationStore(open_database(store, keys), keys, lock)
    except StoreProblem:
        lock.release()
        raise


def _refuse_existing(store: Path) -> None:
    if store.exists():
        raise StoreProblem(StoreCode.STORE_EXISTS, "store")


def lock_store(store: Path) -> StoreLock:
    """Keep every other program from writing this store; raises StoreProblem `in_use` or `network_share`."""
    refuse_network_share(store.parent)
    return StoreLock.take(store.with_name(f"{store.name}.lock"))
