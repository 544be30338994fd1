"""What is done by itself while the store is open: a copy when it is due, and the anchor of the log."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake_app.bootstrap.copies import LocalCopies
    from intake_app.bootstrap.door import StoreDoor

EVERY_SECONDS = 300
"""How often it looks whether something is due."""


class Keeper:
    """A thread of its own: copying takes its time, and no answer waits for it."""

    def __init__(self, door: StoreDoor, copies: LocalCopies, every: float = EVERY_SECONDS) -> None:
        """Look after the store behind the door; nothing runs before `start`."""
        self._door, self._copies, self._every = door, copies, every
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Look now and then from now on; once is enough."""
        if self._thread is None:
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="store-keeper", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Let what is being copied be broken off, and wait for the end; the store is closed after this."""
        if self._thread is not None:
            self._stop.set()
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while not self._stop.is_set():
            self._copies.make_if_due(lambda _done, _in_all: not self._stop.is_set())
            self._door.take_in()
            self._door.anchor()
            self._stop.wait(self._every)
