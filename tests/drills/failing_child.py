"""A program whose writes fail: for each number on standard input it forks a child of which that write fails.

strace lets one call of a thread fail, the same one in every child; so each child first makes as many calls that do
nothing as it takes. Everything happens on the writing thread, as in the program. The child tells each number once it
is on the disk, and each problem; then "ended" follows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from intake_app.storage.engine import open_database
from intake_app.storage.problems import StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.writer import Writer, WriterState, WriterStatus
from tests.drills.killed_child import KEYS, NOON, payload_of, tell
from tests.storage.logged import changed

FAILS_AT = 200
"""The call of a thread that strace lets fail."""
CHANGES, CHECKPOINT_EVERY = 30, 6
PATIENCE = 60
"""How often is tried again before it gives up."""

_NOTHING: dict[str, Callable[[int], object]] = {
    "pwrite64": lambda file: os.pwrite(file, b"", 0),
    "fsync": os.fsync,
    "ftruncate": lambda file: os.ftruncate(file, 0),
}


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


def work(path: Path, call: str, number: int) -> None:
    """Open the store and add changes, with checkpoints in between, while the call of this number fails."""

    def begin() -> None:
        with (path.parent / "scratch").open("wb") as scratch:
            for _ in range(FAILS_AT - number):
                _NOTHING[call](scratch.fileno())

    writer = Patient().writer
    writer.submit(begin).result()
    store = writer.submit(lambda: ConversationStore(open_database(path, KEYS), KEYS)).result()
    writer.submit(lambda: store.start("c1", NOON, {})).result()
    for seq in range(1, CHANGES + 1):
        event = changed("c1", seq, seq)
        writer.submit(
            lambda seq=seq, event=event: store.append(
                "c1", seq - 1, [payload_of(seq)], str(seq).encode(), NOON, events=[event]
            )
        ).result()
        tell(str(seq))
        if seq % CHECKPOINT_EVERY == 0:
            writer.submit(lambda: checkpoint(store)).result()
    writer.submit(store.close).result()
    writer.close()


def checkpoint(store: ConversationStore) -> None:
    """Bring everything in; what fails is told, and nothing waits for it."""
    try:
        store.checkpoint()
    except StoreProblem as problem:
        tell(f"failed {problem.code}")


def main() -> None:
    """Fork and wait, for each place and number on standard input."""
    call = sys.argv[1]
    for line in sys.stdin:
        path, number = line.split()
        child = os.fork()
        if child == 0:
            try:
                work(Path(path), call, int(number))
            except StoreProblem as problem:
                tell(f"gave up {problem.code}")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        tell(f"ended {status}")


if __name__ == "__main__":
    main()
