"""One thread that writes, in the order asked for. A full disk holds the work back and loses none of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self, TypeVar

from intake_app.storage.problems import StoreCode, StoreProblem

_Outcome = TypeVar("_Outcome")

# Troubles that may pass: the work waits at the head of the queue until it is tried again.
_PASSING = frozenset({StoreCode.DISK_FULL, StoreCode.WRITE_FAILED, StoreCode.IN_USE})


class WriterStatus(StrEnum):
    """What the writing thread is doing, as the state line tells it."""

    IDLE = "idle"
    BUSY = "busy"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WriterState:
    """What the writing thread is doing at one moment.

    Attributes:
        saved_at: when the last work that succeeded was done; None before the first.
        problem: why the last work did not succeed; None unless the status is failed.
        waiting: how many pieces of work are not on the disk yet.
    """

    status: WriterStatus = WriterStatus.IDLE
    saved_at: datetime | None = None
    problem: StoreProblem | None = None
    waiting: int = 0


class Writer:
    """Runs work one after another on a thread of its own. Close it before the program ends.

    After a passing problem that work waits, and all other work behind it, until `retry` or `submit`.
    """

    def __init__(self, now: Callable[[], datetime], told: Callable[[WriterState], None]) -> None:
        """Start the thread with its first work; `told` is called on that thread with each new state."""
        self._now = now
        self._told = told
        self._changed = threading.Condition()
        self._state = WriterState()
        self._asked = 0
        self._is_closing = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-writer")

    @property
    def state(self) -> WriterState:
        """The present state, readable from any thread."""
        with self._changed:
            return self._state

    def submit(self, work: Callable[[], _Outcome]) -> Future[_Outcome]:
        """Queue work; the future holds its outcome, or the StoreProblem that will not pass.

        Work that waits after a passing problem is tried again first. A future is not to be cancelled.
        """
        with self._changed:
            self._state = replace(self._state, waiting=self._state.waiting + 1)
        self.retry()
        return self._pool.submit(self._run, work)

    def retry(self) -> None:
        """Try again what is waiting, for example when there is room on the disk."""
        with self._changed:
            self._asked += 1
            self._changed.notify_all()

    def close(self) -> WriterState:
        """Finish all work and end the thread; what still fails after one more try fails in its future."""
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        self._pool.shutdown(wait=True)
        return self.state

    def __enter__(self) -> Self:
        """Close at the end of a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Finish all work and end the thread."""
        self.close()

    def _run(self, work: Callable[[], _Outcome]) -> _Outcome:
        # Told when the work breaks off in a way that nobody foresaw; the future holds the error itself.
        failure: StoreProblem | None = StoreProblem(StoreCode.NOT_SAVED, "writer")
        try:
            outcome = self._done(work)
            failure = None
        except StoreProblem as problem:
            failure = problem
            raise
        finally:
            self._end(failure)
        return outcome

    def _done(self, work: Callable[[], _Outcome]) -> _Outcome:
        """The outcome of the work, tried again as often as it is asked for."""
        while True:
            asked_before = self._begin()
            try:
                return work()
            except StoreProblem as problem:
                if problem.code not in _PASSING or not self._wait(problem, asked_before):
                    raise

    def _begin(self) -> int:
        with self._changed:
            state = self._state = replace(self._state, status=WriterStatus.BUSY, problem=None)
            asked = self._asked
        self._told(state)
        return asked

    def _wait(self, problem: StoreProblem, asked_before: int) -> bool:
        """Wait until another try is asked for; False when the program closes and the last try was made."""
        with self._changed:
            state = self._state = replace(self._state, status=WriterStatus.FAILED, problem=problem)
            if self._is_closing:
                return False
        self._told(state)
        with self._changed:
            self._changed.wait_for(lambda: self._asked != asked_before or self._is_closing)
        return True

    def _end(self, failure: StoreProblem | None) -> None:
        with self._changed:
            before = self._state
            state = self._state = WriterState(
                status=WriterStatus.SAVED if failure is None else WriterStatus.FAILED,
                saved_at=self._now() if failure is None else before.saved_at,
                problem=failure,
                waiting=before.waiting - 1,
            )
        self._told(state)
