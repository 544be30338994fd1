"""A closed window is gone, and a screen that was left leaves nothing behind."""

from __future__ import annotations

import gc
import weakref
from collections import Counter

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from intake_app.bootstrap.local import desk_of
from intake_app.bootstrap.places import Places
from intake_app.content.last_clean import load_or_last_clean
from intake_app.core.clock import SystemClock
from intake_app.questionnaire.model import Mode
from intake_app.ui.screen import Screen
from intake_app.ui.screens import PLACES
from tests.ui.fake_desk import PASSPHRASE, RESOURCES, a_situation
from tests.ui.shell_probe import ShellProbe

FIRST_TIMES, TIMES = 3, 20
ENDS_ITSELF = "QPropertyAnimation"
"""Qt shows and hides with it, and takes it away when it is done."""


@pytest.fixture
def a_desk(tmp_path, quick_rings):  # noqa: ARG001  stands for what it does
    """Return a desk on a real store, locked."""
    places = Places(resources=RESOURCES, store=tmp_path / "a.db", last_clean=tmp_path / "last.bin")
    desk = desk_of(load_or_last_clean(RESOURCES, places.last_clean), places, SystemClock())
    desk.create(PASSPHRASE, "Els")
    desk.lock()
    return desk


def settle():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def objects_of(probe):
    """Return which objects Qt holds, of the window and in all windows, and screens that Python keeps alive."""
    done = []
    probe.window.run(int, done.append, done.append)  # behind all work of the screens
    probe.qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    for _ in range(3):  # what Python frees may hold more that Qt frees later
        settle()
        gc.collect()
    alive = [each for each in gc.get_objects() if isinstance(each, Screen) and shiboken6.isValid(each)]
    held = Counter(each.metaObject().className() for each in probe.window.findChildren(QObject))
    held.pop(ENDS_ITSELF, None)
    return held, len(QApplication.allWidgets()), len(alive)


def visit(probe, session, name):
    """Open a screen, in the place of the one before."""
    probe.window.hold(session)
    probe.window.go(name, str(session.conversation.id) if name == "person" else "")
    settle()
    assert probe.name == name


@pytest.mark.timeout(300)
def test_a_screen_that_was_opened_twenty_times_leaves_nothing(make_probe, a_desk):
    probe = make_probe(a_desk)
    probe.take()
    probe.enter(PASSPHRASE)
    probe.wait_for("list")
    session = a_desk.start(a_situation(Mode.QUICK))
    more = []
    for name in PLACES:
        for _ in range(FIRST_TIMES):
            visit(probe, session, name)
        before, *counts = objects_of(probe)
        for _ in range(TIMES):
            visit(probe, session, name)
        after, *counts_after = objects_of(probe)
        if counts_after != counts or after != before:
            more.append((name, after - before, before - after, counts, counts_after))
    assert not more


def test_a_window_that_was_closed_is_gone_with_all_that_it_showed(qtbot, house, a_desk):  # noqa: ARG001
    settle()
    before = len(QApplication.allWidgets())
    probe = ShellProbe(qtbot, a_desk)
    probe.take()
    probe.enter(PASSPHRASE)
    probe.wait_for("list")
    session = a_desk.start(a_situation(Mode.QUICK))
    for name in ("conversation", "choose", "agree", "papers", "conversation"):
        probe.window.hold(session)
        probe.window.go(name)
    probe.window.do("gut_feeling")
    window, screen = weakref.ref(probe.window), weakref.ref(probe.screen)
    probe.close()
    settle()
    settle()
    assert not shiboken6.isValid(window())
    assert not shiboken6.isValid(screen())
    assert len(QApplication.allWidgets()) == before
