"""A program at work on a store, to be recorded: it tells each thing once that is on the disk for good."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from intake_app.storage import keys as key_ring
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.engine import open_database
from intake_app.storage.opening import create_store, open_store
from intake_app.storage.places import ring_path
from intake_app.storage.repository import ConversationStore
from intake_app.storage.restore import restore
from intake_app.storage.ring_file import write_ring
from intake_app.storage.writer import Writer
from tests.drills.killed_child import KEYS, NOON, PASSPHRASE, a_ring, payload_of, tell
from tests.storage.logged import changed

SITTINGS, CHANGES, CHECKPOINT_EVERY = 6, 60, 25
GENERATIONS = 60


def add(store: ConversationStore, writer: Writer, seq: int) -> str:
    """Add a change with its event; gives its number and how far the log goes, once both are on the disk."""
    event = changed("c1", seq, seq)
    summary = str(seq).encode()
    writer.submit(lambda: store.append("c1", seq - 1, [payload_of(seq)], summary, NOON, events=[event])).result()
    anchor = store.log.anchor()
    return f"{seq} {anchor.count} {anchor.head.hex()}"


def append(path: Path) -> Iterator[str]:
    """Changes of a conversation in several sittings, with checkpoints in between."""
    for sitting in range(SITTINGS):
        with (
            closing(ConversationStore(open_database(path, KEYS), KEYS)) as store,
            Writer(lambda: NOON, lambda _: None) as writer,
        ):
            for seq in range(sitting * CHANGES + 1, (sitting + 1) * CHANGES + 1):
                yield add(store, writer, seq)
                if seq % CHECKPOINT_EVERY == 0:
                    store.checkpoint()


def create(path: Path) -> Iterator[str]:
    """A new store with its first user and a few changes."""
    with closing(create_store(path, PASSPHRASE, name="Sanne", now=NOON)) as store:
        yield "0"
        store.start("c1", NOON, {})
        with Writer(lambda: NOON, lambda _: None) as writer:
            for seq in range(1, 6):
                yield add(store, writer, seq)
        key_ring.keep_anchor(ring_path(path), store.keys, store.log.anchor())


def ring(path: Path) -> Iterator[str]:
    """Generations of a key ring."""
    for generation in range(2, GENERATIONS):
        write_ring(path, a_ring(generation))
        yield str(generation)


def backup(path: Path) -> Iterator[str]:
    """A copy, a few changes, another copy."""
    for seq in range(1, 4):
        with closing(open_store(path, PASSPHRASE, now=NOON)) as store, Writer(lambda: NOON, lambda _: None) as writer:
            add(store, writer, seq)
            yield back_up(
                Source(store=path, keys=store.keys), path.parent / "copies", Stamp(now=NOON, program="1")
            ).path.name


def put_back(path: Path) -> Iterator[str]:
    """Two copies put back in turn."""
    for copy in sorted((path.parent / "copies").glob("*.intake")) * 2:
        restore(copy, path, PASSPHRASE, NOON)
        yield copy.name


WORK: dict[str, Callable[[Path], Iterator[str]]] = {
    work.__name__: work for work in (append, create, ring, backup, put_back)
}

if __name__ == "__main__":
    key_ring._ROUNDS, key_ring._MEMORY_KIB = 1, 64  # what a slow one costs is measured elsewhere
    for line in WORK[sys.argv[1]](Path(sys.argv[2])):
        tell(line)
