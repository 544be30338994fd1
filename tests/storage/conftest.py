from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake_app.storage.engine import make_database, open_database
from intake_app.storage.keys import Keys, create, new_keys, unlock
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from tests.storage.logged import changed

PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def keys() -> Keys:
    return new_keys()


@pytest.fixture
def store_path(tmp_path: Path, keys: Keys) -> Path:
    path = tmp_path / "intake.db"
    make_database(path, keys)
    return path


@pytest.fixture
def open_again(store_path: Path, keys: Keys) -> Iterator[Callable[[], ConversationStore]]:
    """Each call opens the same store once more; all are closed at the end."""
    opened: list[ConversationStore] = []

    def open_store() -> ConversationStore:
        opened.append(ConversationStore(open_database(store_path, keys), keys))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()


@pytest.fixture
def store(open_again: Callable[[], ConversationStore]) -> ConversationStore:
    """A store with the conversation "c1", begun at noon, held with one kept questionnaire."""
    store = open_again()
    store.keep_content("questionnaire", "f1", b"the questions of today")
    store.start("c1", NOON, {"questionnaire": "f1"})
    return store


def a_filled_store(path: Path, *, conversations: int = 3) -> None:
    """Make a store behind PASSPHRASE with as many conversations, of one change more each, and close it."""
    store = create_store(path, PASSPHRASE, now=NOON)
    store.keep_content("questionnaire", "f1", b"the questions of today")
    for number in range(conversations):
        talk, said = f"c{number}", [f"said {seq} ".encode() * 40 for seq in range(number + 1)]
        store.start(talk, NOON, {"questionnaire": "f1"})
        store.append(talk, 0, said, b"s", NOON, events=[changed(talk, 1, len(said))])
    store.close()


def all_of(path: Path, passphrase: str = PASSPHRASE) -> dict[str, list[bytes]]:
    """Every change of every conversation of a store."""
    store = open_store(path, passphrase, now=NOON)
    found = {row.id: store.load(row.id) for row in store.rows()}
    store.close()
    return found


@pytest.fixture
def filled(tmp_path: Path, quick_rings: None) -> Path:  # noqa: ARG001  stands for what it does
    """Where a store with three conversations lies."""
    path = tmp_path / "data" / "intake.db"
    a_filled_store(path)
    return path


@pytest.fixture
def ring(tmp_path: Path, quick_rings: None) -> Path:  # noqa: ARG001  stands for what it does
    """Where a key ring lies with one user, Anna, behind PASSPHRASE."""
    path = tmp_path / "keys.json"
    create(path, PASSPHRASE, name="Anna")
    return path


@pytest.fixture
def anna(ring: Path) -> Keys:
    """The keys of the ring, as Anna holds them."""
    return unlock(ring, PASSPHRASE)


def code_of(work: Callable[[], object]) -> StoreCode:
    """The problem that a work on the store ends in."""
    with pytest.raises(StoreProblem) as caught:
        work()
    return caught.value.code
