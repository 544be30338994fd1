"""A program to be killed: for each line on standard input it forks a child that writes until it is killed.

It tells the child's process, then the child tells each thing once that is on the disk, then "ended" follows. The line
says on what the child works: a conversation, a folder of copies, a copy, or a pass phrase.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count, cycle
from pathlib import Path

from intake_app.directory.records import RecordChange, RecordKind, packed
from intake_app.practice.upkeep import BatchKind
from intake_app.storage.backup import Source, Stamp, back_up
from intake_app.storage.directory_batch import NewBatch
from intake_app.storage.engine import open_database
from intake_app.storage.keys import Keys, unlock
from intake_app.storage.opening import open_store
from intake_app.storage.places import ring_path
from intake_app.storage.repository import ConversationStore
from intake_app.storage.restore import restore
from intake_app.storage.ring_file import Ring, RingUser, Stretch, read_ring, write_ring
from intake_app.storage.writer import Writer
from tests.storage.logged import changed

KEYS = Keys(user_id="owner", store_key=bytes(32), store_salt=bytes(16), content_key=bytes(32))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
IMPORTED = 2000
STAMP = Stamp(now=NOON, program="0.1.0")
PASSPHRASE = "vier woorden zijn genoeg"  # noqa: S105  opens stores made here only


def payload_of(seq: int) -> bytes:
    """What is written as change `seq`: of growing and shrinking length, and known to whoever checks it."""
    return f"change {seq} ".encode() * (1 + seq * 37 % 90)


def entries_of(number: int) -> list[RecordChange]:
    """What import `number` brings: every service anew, and one more organization."""
    services = [(RecordKind.SERVICE, f"s{each:04}") for each in range(IMPORTED)]
    return [
        RecordChange(kind=kind, id=id_, after=packed({"id": id_, "name": f"import {number}", "note": "x" * 900}))
        for kind, id_ in (*services, (RecordKind.ORGANIZATION, f"o{number}"))
    ]


def a_ring(generation: int) -> Ring:
    """A ring that nobody opens: only its being whole counts here."""
    stretch = Stretch(rounds=1, memory_kib=64, lanes=1, salt=bytes(16))
    user = RingUser(user_id="owner", stretch=stretch, wrapped={"store": bytes(76), "content": bytes(60)})
    return Ring(generation=generation, users=(user,))


def appended(path: Path, name: str) -> Iterator[int]:
    """Each number of a change, once the writer says that it is on the disk."""
    store = ConversationStore(open_database(path, KEYS), KEYS)
    writer = Writer(lambda: NOON, lambda _: None)
    writer.submit(lambda: store.start(name, NOON, {})).result()
    yield 0
    for seq in count(1):
        yield writer.submit(
            lambda seq=seq: store.append(
                name, seq - 1, [payload_of(seq)], str(seq).encode(), NOON, events=(changed(name, seq, seq),)
            )
        ).result()


def rung(path: Path, _: str) -> Iterator[int]:
    """Each generation of a key ring, once both copies are on the disk."""
    for generation in count(read_ring(path).ring.generation + 1):
        write_ring(path, a_ring(generation))
        yield generation


def said(path: Path, name: str) -> Iterator[int]:
    """Each number of a change of a conversation, in a store behind a ring."""
    store = open_store(path, PASSPHRASE, now=NOON)
    for seq in count(len(store.load(name)) + 1):
        store.append(name, seq - 1, [payload_of(seq)], b"s", NOON, events=[changed(name, seq, seq)])
        yield seq


def copied(store: Path, folder: str) -> Iterator[str]:
    """Each copy of a store."""
    source = Source(store=store, keys=unlock(ring_path(store), PASSPHRASE))
    while True:
        yield back_up(source, Path(folder), STAMP).path.name


def put_back(store: Path, folder: str) -> Iterator[int]:
    """The number of changes in each copy, all put back in turn."""
    for copy in cycle(sorted(Path(folder).glob("*.intake"))):
        yield restore(copy, store, PASSPHRASE, NOON).verification.changes


def replaced(store: Path, copy: str) -> Iterator[str]:
    """The store whose copy was put in the place of this one."""
    restore(Path(copy), store, PASSPHRASE, NOON, other_store=True)
    yield "done"


def opened(store: Path, passphrase: str) -> Iterator[str]:
    """The store, opened and brought up to date."""
    open_store(store, passphrase, now=NOON)
    yield "done"


def imported(path: Path, _: str) -> Iterator[int]:
    """Each number of an import of two thousand services over those of the one before, once it is on the disk."""
    store = ConversationStore(open_database(path, KEYS), KEYS)
    while True:
        number = store.directory_version() + 1
        batch = NewBatch(at=NOON, user_id="owner", who="Sanne", kind=BatchKind.IMPORT, about="lijst.json")
        store.write_directory(batch, entries_of(number))
        yield number


WORK: dict[str, Callable[[Path, str], Iterator[object]]] = {
    "append": appended,
    "ring": rung,
    "say": said,
    "copy": copied,
    "put back": put_back,
    "replace": replaced,
    "open": opened,
    "import": imported,
}


def tell(line: str) -> None:
    """Write a whole line at once, past all buffers."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Fork, tell, and wait, for each line on standard input."""
    work, path = WORK[sys.argv[1]], Path(sys.argv[2])
    for line in sys.stdin:
        ready, go = os.pipe()
        child = os.fork()
        if child == 0:
            os.read(ready, 1)
            for done in work(path, line.strip()):
                tell(str(done))
            signal.pause()
        tell(f"process {child}")
        os.write(go, b"g")
        os.waitpid(child, 0)
        os.close(ready)
        os.close(go)
        tell("ended")


if __name__ == "__main__":
    main()
