"""Slow work off the drawing thread, one job after the other; its outcome is told on the drawing thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from intake_app.ui.tidy import Tidy

Done = Callable[[object], None]
Failed = Callable[[Exception], None]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """A job that ended: with a result, or with an error."""

    result: object
    error: Exception | None
    done: Done
    failed: Failed


class Jobs(QObject):
    """Runs jobs in order on one thread of its own. Nobody is told who has gone in the meantime."""

    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._is_stopped = False
        self._tidy = Tidy(self)
        self._tidy.begin()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], object], done: Done, failed: Failed) -> None:
        """Do a job; `done` gets its result, or `failed` its error. Once stopped nothing is done any more."""
        if not self._is_stopped:
            self._thread.submit(self._work, job, done, failed)

    def stop(self) -> None:
        """Wait for the job that runs, drop those that wait, and end the thread."""
        self._is_stopped = True
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._tidy.end()

    def _work(self, job: Callable[[], object], done: Done, failed: Failed) -> None:
        try:
            ended = _Ended(result=job(), error=None, done=done, failed=failed)
        except Exception as error:  # noqa: BLE001  the job runner: every error reaches the one who asked
            _log.info("a job failed: %s", type(error).__name__)
            ended = _Ended(result=None, error=error, done=done, failed=failed)
        self._ended.emit(ended)

    @Slot(object)
    def _on_ended(self, ended: _Ended) -> None:
        if ended.error is None:
            tell(ended.done, ended.result)
        else:
            tell(ended.failed, ended.error)


def tell(told: Callable[..., None], *values: object) -> None:
    """Call a bound method, unless its widget was deleted while the work went on."""
    owner = getattr(told, "__self__", None)
    if not isinstance(owner, QObject) or shiboken6.isValid(owner):
        told(*values)
