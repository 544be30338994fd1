"""One thread that writes, in the order asked for. A full disk holds the work back and loses none of it.

Work that must not be lost and fails in another way is set aside and tried again when asked: as long as it lies there,
nothing counts as saved.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self, TypeVar

from intake_app.storage.problems import StoreCode, StoreProblem

_Outcome = TypeVar("_Outcome")
_POINTLESS = frozenset({StoreCode.UNKNOWN_CONVERSATION})
"""What needs no other try and is no fault: the conversation was erased meanwhile."""

# Troubles that may pass: the work waits at the head of the queue until it is tried again.
PASSING = frozenset({StoreCode.DISK_FULL, StoreCode.WRITE_FAILED, StoreCode.IN_USE})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A piece of work, where its outcome goes, whether it may not be lost, and how many seconds it rests before."""

    work: Callable[[], Any]
    future: Future[Any]
    must: bool
    rest: float


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
        self._aside: list[_Work] = []
        self._fault: StoreProblem | None = None
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-writer")

    @property
    def state(self) -> WriterState:
        """The present state, readable from any thread."""
        with self._changed:
            return self._state

    def submit(self, work: Callable[[], _Outcome], *, must: bool = False, rest: float = 0) -> Future[_Outcome]:
        """Queue work; the future holds its outcome, or the StoreProblem that will not pass. It begins after `rest` s.

        Work that waits after a passing problem is tried again first. A future is not to be cancelled. Work that
        `must` be done has no outcome until it is: whatever goes wrong, it is set aside and tried again.
        """
        with self._changed:
            self._state = replace(self._state, waiting=self._state.waiting + 1)
            self._wake()
        future: Future[_Outcome] = Future()
        self._pool.submit(self._run, _Work(work=work, future=future, must=must, rest=rest))
        return future

    def retry(self) -> None:
        """Try again what is waiting or set aside, for example when there is room on the disk."""
        with self._changed:
            self._wake()
            is_any_aside = bool(self._aside)
        if is_any_aside:
            self._pool.submit(self._run_set_aside)

    def close(self) -> WriterState:
        """Finish all work and end the thread; what still fails after one more try fails in its future."""
        with suppress(RuntimeError):  # closed before
            self._pool.submit(self._run_set_aside)
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        self._pool.shutdown(wait=True)
        lost, self._aside = self._aside, []
        for piece in lost:
            piece.future.set_exception(self.state.problem or StoreProblem(StoreCode.NOT_SAVED, "writer"))
        return self.state

    def _wake(self) -> None:
        self._asked += 1
        self._changed.notify_all()

    def __enter__(self) -> Self:
        """Close at the end of a `with` block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Finish all work and end the thread."""
        self.close()

    def _run_set_aside(self) -> None:
        """Try what was set aside once more, in its order: the later may build on the earlier."""
        pieces, self._aside = self._aside, []
        for piece in pieces:
            self._run(piece)

    def _run(self, piece: _Work) -> None:
        if not self._is_closing:
            time.sleep(piece.rest)
        try:
            outcome = self._done(piece.work)
        except Exception as error:  # noqa: BLE001  whatever breaks the work off, it is told, and nothing is lost
            failure = error if isinstance(error, StoreProblem) else StoreProblem(StoreCode.NOT_SAVED, "writer")
            if piece.must and failure.code not in _POINTLESS:
                self._aside.append(piece)
                self._end(failure, is_waiting=True)
            else:
                self._end(None if failure.code in _POINTLESS else failure)
                piece.future.set_exception(error)
        else:
            self._end(None)
            piece.future.set_result(outcome)

    def _done(self, work: Callable[[], object]) -> object:
        """The outcome of the work, tried again as often as it is asked for."""
        while True:
            asked_before = self._begin()
            try:
                return work()
            except StoreProblem as problem:
                if problem.code not in PASSING or not self._wait(problem, asked_before):
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

    def _end(self, failure: StoreProblem | None, *, is_waiting: bool = False) -> None:
        """Tell how a piece of work ended. What is set aside keeps everything from counting as saved."""
        with self._changed:
            before = self._state
            self._fault = failure or (self._fault if self._aside else None)
            state = self._state = WriterState(
                status=WriterStatus.SAVED if self._fault is None else WriterStatus.FAILED,
                saved_at=self._now() if failure is None else before.saved_at,
                problem=self._fault,
                waiting=before.waiting - (not is_waiting),
            )
        self._told(state)
