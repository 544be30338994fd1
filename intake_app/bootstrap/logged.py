"""The opened store with its log: what happened is written down, and nothing counts as done before it is on the disk."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from intake_app.bootstrap.opened import OpenedStore
from intake_app.bootstrap.problems import told
from intake_app.bootstrap.recorder import Recorder
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.audit import EventCode
from intake_app.storage import keys as key_ring
from intake_app.storage import side_log
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreProblem
from intake_app.storage.writer import WriterStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from intake_app.conversation.ports import Clock
    from intake_app.practice.audit import Event
    from intake_app.storage.keys import Keys

PATIENCE_SECONDS = 5


class LoggedStore(OpenedStore):
    """Writes into the log of what is open, and into the key ring what must outlive the store."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Write about the store at `path`; nothing is opened yet."""
        super().__init__()
        self.path = path
        self.recorder = Recorder(clock, lambda: self.me, lambda: self._practice)
        self._practice = ""

    def settle(self) -> None:
        """Wait until everything asked for is written; what cannot be written does not hold it up."""
        if self._writer is not None and self._writer.state.status is not WriterStatus.FAILED:
            with suppress(StoreProblem, TimeoutError):
                self._writer.submit(int).result(timeout=PATIENCE_SECONDS)

    def settle_all(self) -> None:
        """Wait likewise; raises `ProblemsError` `store_not_saved` while anything is not on the disk."""
        self.settle()
        state = self.writer.state
        if state.waiting or state.status is WriterStatus.FAILED:
            raise ProblemsError((problem("store_not_saved"),))

    def note(self, event: Event) -> None:
        """Put an event into the log before what it is about is shown; on a full disk it waits with all other work."""
        if self._reader is not None:
            with told():
                side_log.note(self.path, self._reader.keys, event)
            return
        log = self.log
        try:
            log.record(event)
        except StoreProblem:
            self.writer.submit(lambda: log.record(event), must=True)

    def anchor(self) -> None:
        """Keep in the key ring how far the log goes, so that a cut tail is found."""
        with suppress(StoreProblem):
            key_ring.keep_anchor(ring_path(self.path), self.store.keys, self.log.anchor())

    def keep_gone(self, talks: Sequence[str]) -> None:
        """Keep in the key ring which talks are gone, so that no copy brings them back."""
        with suppress(StoreProblem):
            key_ring.keep_gone(ring_path(self.path), self.store.keys, talks)

    def _note_wrong_log(self) -> None:
        """Tell the log itself what it lacked: the next anchor is taken from what is left of it."""
        for found in self.store.notices:
            if found.where == "log":
                detail = {"problem": found.code.value, **found.values}
                self.note(self.recorder.event(EventCode.LOG_CHECKED, succeeded=False, detail=detail))

    def _note_failures(self, failures: int, about: str = "") -> None:
        """Tell the log of wrong pass phrases, now that it is open."""
        if failures:
            self.note(self._failed(failures, about))

    def _note_beside(self, keys: Keys, failures: int) -> None:
        """Leave the same for the log beside a store that is closed."""
        if failures:
            with suppress(StoreProblem):
                side_log.note(self.path, keys, self._failed(failures, keys.user_id))

    def _failed(self, failures: int, about: str) -> Event:
        detail = {"times": failures}
        return self.recorder.event(EventCode.PASSPHRASE_FAILED, about=about, succeeded=False, detail=detail)
