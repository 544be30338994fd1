"""A slow piece of work that says how far it is and can be stopped: done on one thread, watched from another."""

from __future__ import annotations

from threading import Event

WHOLE = 1000
"""How much `share` is when all is done."""


class Work:
    """How far the work is. Its `tell` is handed to the work as the progress that it reports to."""

    def __init__(self) -> None:
        self._stopped = Event()
        self._share = 0

    @property
    def share(self) -> int:
        """How much is done, from 0 to `WHOLE`."""
        return self._share

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked to stop it."""
        return self._stopped.is_set()

    def tell(self, done: int, whole: int) -> bool:
        """Take how much is done, of how much (0 where nobody knows: the share stays); answers whether to go on."""
        if whole:
            self._share = min(done * WHOLE // whole, WHOLE)
        return not self.is_stopped

    def stop(self) -> None:
        """Ask the work to stop where it can."""
        self._stopped.set()
