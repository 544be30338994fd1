from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from datetime import UTC, datetime

import pytest

from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.writer import Writer, WriterState, WriterStatus

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOON = 10  # seconds that no test should need


class Desk:
    """A writer, the states that it told, and a disk that can be full."""

    def __init__(self) -> None:
        self.told: queue.Queue[WriterState] = queue.Queue()
        self.writer = Writer(lambda: NOON, self.told.put)
        self.trouble: StoreCode | None = None
        self.written: list[int] = []

    def write(self, number: int) -> int:
        if self.trouble is not None:
            raise StoreProblem(self.trouble, "store")
        self.written.append(number)
        return number

    def until(self, status: WriterStatus) -> WriterState:
        while (state := self.told.get(timeout=SOON)).status != status:
            pass
        return state


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.writer.close()


def test_nothing_was_saved_at_first(desk: Desk) -> None:
    assert desk.writer.state == WriterState()


def test_work_is_done_in_the_order_asked_for(desk: Desk) -> None:
    futures = [desk.writer.submit(lambda number=number: desk.write(number)) for number in range(20)]
    assert [future.result(SOON) for future in futures] == desk.written == list(range(20))


def test_all_work_is_done_on_one_thread_that_is_not_ours(desk: Desk) -> None:
    threads = {desk.writer.submit(threading.get_ident).result(SOON) for _ in range(5)}
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_the_state_goes_from_busy_to_saved_with_its_moment(desk: Desk) -> None:
    desk.writer.submit(lambda: desk.write(1)).result(SOON)
    states = [desk.told.get(timeout=SOON) for _ in range(2)]
    assert [state.status for state in states] == [WriterStatus.BUSY, WriterStatus.SAVED]
    assert (states[1].saved_at, states[1].waiting) == (NOON, 0)


@pytest.mark.parametrize("code", [StoreCode.DISK_FULL, StoreCode.WRITE_FAILED, StoreCode.IN_USE])
def test_a_trouble_that_may_pass_holds_the_work_until_it_is_tried_again(desk: Desk, code: StoreCode) -> None:
    desk.trouble = code
    future = desk.writer.submit(lambda: desk.write(1))
    state = desk.until(WriterStatus.FAILED)
    assert (state.problem and state.problem.code, state.waiting, future.done()) == (code, 1, False)
    desk.trouble = None
    desk.writer.retry()
    assert future.result(SOON) == 1


def test_a_retry_on_a_disk_that_is_still_full_goes_on_waiting(desk: Desk) -> None:
    desk.trouble = StoreCode.DISK_FULL
    future = desk.writer.submit(lambda: desk.write(1))
    for _ in range(3):
        desk.until(WriterStatus.FAILED)
        desk.writer.retry()
    assert not future.done()


def test_new_work_waits_behind_the_work_that_is_held_and_has_it_tried_again(desk: Desk) -> None:
    desk.trouble = StoreCode.DISK_FULL
    first = desk.writer.submit(lambda: desk.write(1))
    desk.until(WriterStatus.FAILED)
    desk.trouble = None
    second = desk.writer.submit(lambda: desk.write(2))
    wait([first, second], SOON)
    assert desk.written == [1, 2]


def test_a_problem_that_will_not_pass_is_handed_back_and_the_next_work_is_done(desk: Desk) -> None:
    desk.trouble = StoreCode.STALE
    future = desk.writer.submit(lambda: desk.write(1))
    with pytest.raises(StoreProblem) as caught:
        future.result(SOON)
    assert caught.value.code == StoreCode.STALE
    assert desk.until(WriterStatus.FAILED).problem is caught.value
    desk.trouble = None
    assert desk.writer.submit(lambda: desk.write(2)).result(SOON) == 2


def test_an_error_that_nobody_foresaw_is_handed_back_and_told_as_not_saved(desk: Desk) -> None:
    future = desk.writer.submit(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        future.result(SOON)
    problem = desk.until(WriterStatus.FAILED).problem
    assert problem is not None
    assert problem.code == StoreCode.NOT_SAVED


def test_closing_finishes_all_work(desk: Desk) -> None:
    for number in range(20):
        desk.writer.submit(lambda number=number: desk.write(number))
    state = desk.writer.close()
    assert (state.status, state.waiting, len(desk.written)) == (WriterStatus.SAVED, 0, 20)


def test_closing_on_a_full_disk_gives_up_and_says_so(desk: Desk) -> None:
    desk.trouble = StoreCode.DISK_FULL
    futures = [desk.writer.submit(lambda: desk.write(1)) for _ in range(2)]
    desk.until(WriterStatus.FAILED)
    state = desk.writer.close()
    assert state.status == WriterStatus.FAILED
    assert [type(future.exception(SOON)) for future in futures] == [StoreProblem, StoreProblem]


def test_closing_makes_one_last_try(desk: Desk) -> None:
    desk.trouble = StoreCode.DISK_FULL
    future = desk.writer.submit(lambda: desk.write(1))
    desk.until(WriterStatus.FAILED)
    desk.trouble = None
    desk.writer.close()
    assert future.result(SOON) == 1


def test_work_that_must_be_done_is_set_aside_and_keeps_everything_from_counting_as_saved(desk: Desk) -> None:
    desk.trouble = StoreCode.DAMAGED
    first = desk.writer.submit(lambda: desk.write(1), must=True)
    assert desk.until(WriterStatus.FAILED).problem.code is StoreCode.DAMAGED
    assert desk.writer.submit(lambda: 2).result(SOON) == 2
    assert (desk.writer.state.status, desk.writer.state.waiting) == (WriterStatus.FAILED, 1)
    desk.trouble = None
    desk.writer.retry()
    assert first.result(SOON) == 1
    assert (desk.writer.submit(int).result(SOON), desk.writer.state.status) == (0, WriterStatus.SAVED)


def test_what_nobody_foresaw_is_not_lost_either(desk: Desk) -> None:
    errors = [ValueError()]

    def work() -> int:
        if errors:
            raise errors.pop()
        return desk.write(1)

    future = desk.writer.submit(work, must=True)
    assert desk.until(WriterStatus.FAILED).problem.code is StoreCode.NOT_SAVED
    desk.writer.retry()
    assert (future.result(SOON), desk.written) == (1, [1])


def test_work_set_aside_gets_one_last_try_at_closing(desk: Desk) -> None:
    desk.trouble = StoreCode.DAMAGED
    future = desk.writer.submit(lambda: desk.write(1), must=True)
    desk.until(WriterStatus.FAILED)
    assert desk.writer.close().status is WriterStatus.FAILED
    with pytest.raises(StoreProblem):
        future.result(SOON)


def test_work_on_a_conversation_that_was_erased_is_dropped(desk: Desk) -> None:
    desk.trouble = StoreCode.UNKNOWN_CONVERSATION
    future = desk.writer.submit(lambda: desk.write(1), must=True)
    with pytest.raises(StoreProblem):
        future.result(SOON)
    desk.trouble = None
    assert desk.writer.submit(lambda: desk.write(2)).result(SOON) == 2
