"""A program whose writes fail: for each line on standard input it forks a child of which one write fails.

strace lets a certain call of a thread fail, the same one in every child; so each child first makes as many calls that
do nothing as it takes. The child tells each thing once it is on the disk, and each problem; then "ended" follows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from intake_app.storage import keys as key_ring
from intake_app.storage.engine import open_database
from intake_app.storage.opening import create_store
from intake_app.storage.problems import StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.restore import restore
from intake_app.storage.writer import Writer, WriterState, WriterStatus
from tests.drills.killed_child import KEYS, NOON, PASSPHRASE, payload_of
from tests.storage.logged import changed

FAILS_AT = 101
"""The call of a thread that strace lets fail."""
CHANGES, CHECKPOINT_EVERY = 30, 6
PATIENCE = 60
"""How often is tried again before it gives up."""

Nothing = Callable[[], None]

_DOING_NOTHING: dict[str, Callable[[int, Path], object]] = {
    "pwrite64": lambda file, _: os.pwrite(file, b"", 0),
    "write": lambda file, _: os.write(file, b""),
    "fsync": lambda file, _: os.fsync(file),
    "ftruncate": lambda file, _: os.ftruncate(file, 0),
    "rename": lambda _, path: path.rename(path),
}


def tell(line: str) -> None:
    """Write a whole line at once, by a call that is never the one that fails."""
    os.writev(1, [f"{line}\n".encode()])


class Patient:
    """Tells each problem and tries again; after too many it gives up and closes the writer."""

    def __init__(self) -> None:
        self.writer = Writer(lambda: NOON, self._on_state)
        self._left = PATIENCE
        self._closing = Thread(target=self.writer.close)

    def _on_state(self, state: WriterState) -> None:
        if state.status is not WriterStatus.FAILED or state.problem is None:
            return
        tell(f"failed {state.problem.code}")
        self._left -= 1
        if self._left > 0:
            self.writer.retry()
        elif self._left == 0:
            self._closing.start()


def append(path: Path, begin: Nothing) -> None:
    """Open a store and add changes with checkpoints in between, all on the writing thread, as the program does."""
    writer = Patient().writer
    writer.submit(begin).result()
    store = writer.submit(lambda: ConversationStore(open_database(path, KEYS), KEYS)).result()
    writer.submit(lambda: store.start("c1", NOON, {})).result()
    for seq in range(1, CHANGES + 1):
        writer.submit(lambda seq=seq: add(store, seq)).result()
        tell(str(seq))
        if seq % CHECKPOINT_EVERY == 0:
            writer.submit(lambda: checkpoint(store)).result()
    writer.submit(store.close).result()
    writer.close()


def create(path: Path, begin: Nothing) -> None:
    """Make a store."""
    begin()
    store = create_store(path, PASSPHRASE, name="Sanne", now=NOON)
    tell("1")
    store.close()


def put_back(path: Path, begin: Nothing) -> None:
    """Put a copy back."""
    begin()
    restore(path.parent / "copy.intake", path, PASSPHRASE, NOON)
    tell("1")


def add(store: ConversationStore, seq: int) -> int:
    """Add a change with its event."""
    event = changed("c1", seq, seq)
    return store.append("c1", seq - 1, [payload_of(seq)], str(seq).encode(), NOON, events=[event])


def checkpoint(store: ConversationStore) -> None:
    """Bring everything in; what fails is told, and nothing waits for it."""
    try:
        store.checkpoint()
    except StoreProblem as problem:
        tell(f"failed {problem.code}")


def calls_that_do_nothing(call: str, number: int, scratch: Path) -> None:
    """Make as many of them that the call of this number from here is the one that fails."""
    with scratch.open("wb") as file:
        for _ in range(FAILS_AT - number):
            _DOING_NOTHING[call](file.fileno(), scratch)


WORK: dict[str, Callable[[Path, Nothing], None]] = {work.__name__: work for work in (append, create, put_back)}


def main() -> None:
    """Fork and wait, for each place and number on standard input."""
    key_ring._ROUNDS, key_ring._MEMORY_KIB = 1, 64
    work, call, scratch = WORK[sys.argv[1]], sys.argv[2], Path(sys.argv[3])
    for line in sys.stdin:
        path, number = line.split()
        child = os.fork()
        if child == 0:
            try:
                work(Path(path), lambda number=int(number): calls_that_do_nothing(call, number, scratch))
            except StoreProblem as problem:
                tell(f"gave up {problem.code}")
            except BaseException:  # noqa: BLE001  a forked child ends here, whatever happens
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(f"ended {status}")


if __name__ == "__main__":
    main()
