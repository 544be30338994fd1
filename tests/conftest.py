"""What holds for every test: Qt draws off screen, nothing stays behind, CI skips no required test."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
IN_CI = os.environ.get("CI", "").lower() in {"true", "1"}
PATIENCE_SECONDS = 2.0
MOST_YOUNG = 100_000
"""So many new things may wait for the collector after a test."""

pytest_plugins = ["tests.store_fixtures"]

settings.register_profile("intake", deadline=None, derandomize=IN_CI, print_blob=True)
settings.load_profile("intake")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test that is marked required counts as failed."""
    report = yield
    is_skip = report.skipped and not hasattr(report, "wasxfail")
    if IN_CI and is_skip and item.get_closest_marker("required"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} is required in CI and was skipped: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def _collected_on_this_thread_only() -> Iterator[None]:
    """Switch Python's collector off: on a thread of the store it would free windows there (`ui/tidy.py`)."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread or a timer running, or a window of ours behind."""
    threads, windows = set(threading.enumerate()), set(map(id, _top_level_widgets()))
    gc.freeze()  # what is there already is not looked at afterwards
    yield
    try:
        _look_for_leftovers(threads, windows)
    finally:
        gc.unfreeze()
        if gc.get_count()[0] > MOST_YOUNG:
            gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def _what_a_module_made_goes() -> Iterator[None]:
    """Collect once per file: pages and windows that point at each other would else pile up to gigabytes."""
    yield
    gc.collect()


def _look_for_leftovers(threads: set[threading.Thread], windows: set[int]) -> None:
    late = [thread for thread in _started_since(threads) if not _ended(thread)]
    assert not late, f"threads left running: {[thread.name for thread in late]}"
    left = _left_behind(windows)
    if left:
        gc.collect()
        left = _left_behind(windows)
    assert not left, f"windows left behind: {left}"
    running = _running()  # never after a collection: Qt for Python does not always survive one
    assert not running, f"left running: {running}"


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the threads that Python started since; Qt's own pool threads are not ours to end."""
    now = [thread for thread in threading.enumerate() if thread not in before]
    return [thread for thread in now if not isinstance(thread, threading._DummyThread)]


def _running() -> list[object]:
    """Return the timers and threads of Qt that were made since and run still."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return []
    is_valid = sys.modules["shiboken6"].isValid
    made = [each for each in gc.get_objects() if issubclass(type(each), (core.QTimer, core.QThread))]
    return [f"{each} of {each.parent()}" for each in made if is_valid(each) and _runs(each)]


def _runs(each: object) -> bool:
    """Tell whether a timer or a thread of Qt runs."""
    return bool(each.isActive() if hasattr(each, "isActive") else each.isRunning())  # type: ignore[attr-defined]


def _ended(thread: threading.Thread) -> bool:
    thread.join(PATIENCE_SECONDS)
    return not thread.is_alive()


def _top_level_widgets() -> list[object]:
    """Return the windows there are, once Qt has deleted what it was told to; none while Qt is not used."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return [widget for widget in widgets.QApplication.topLevelWidgets() if widget.parent() is None]


def _left_behind(before: set[int]) -> list[object]:
    return [widget for widget in _top_level_widgets() if id(widget) not in before and _is_ours(widget)]


def _is_ours(widget: object) -> bool:
    """Tell whether a window counts: one of the program's own, or any that can be seen."""
    return type(widget).__module__.startswith("intake_app") or bool(widget.isVisible())  # type: ignore[attr-defined]
