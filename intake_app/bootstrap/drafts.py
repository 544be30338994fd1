"""What is being typed, kept by the writing thread: of all that waits only the last is written."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from intake_app.storage.problems import StoreProblem
from intake_app.storage.writer import PASSING

if TYPE_CHECKING:
    from intake_app.bootstrap.door import StoreDoor
    from intake_app.storage.repository import ConversationStore


class Drafts:
    """Keeps the draft of the present user. However slow the disk is, at most one piece of work waits for it."""

    def __init__(self, door: StoreDoor) -> None:
        """Write into the store behind the door."""
        self._door = door
        self._lock = threading.Lock()  # over the draft that waits, which both threads use
        self._waiting: str | None = None

    def hold(self, draft: str) -> None:
        """Keep a draft soon; one that waits still is never written."""
        store, writer = self._door.store, self._door.writer
        with self._lock:
            is_asked_for, self._waiting = self._waiting is not None, draft
        if not is_asked_for:
            writer.submit(lambda: self._write(store))

    def _write(self, store: ConversationStore) -> None:
        draft = self._waiting
        while draft is not None:
            try:
                store.keep_draft(store.keys.user_id, draft)
            except Exception as error:
                is_tried_again = isinstance(error, StoreProblem) and error.code in PASSING
                if not is_tried_again:
                    self._done(self._waiting)
                raise
            draft = self._done(draft)

    def _done(self, draft: str | None) -> str | None:
        """Take a draft off the list; returns the one that came meanwhile."""
        with self._lock:
            if self._waiting is draft:
                self._waiting = None
            return self._waiting
