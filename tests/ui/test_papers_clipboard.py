"""The text for the journal on the clipboard: half a minute, marked as secret, and gone when it is still ours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from intake_app.ui.views.papers_clipboard import SECRET, STAYS_MS, BriefClipboard, leave_nothing_copied, the_clipboard

JOURNAL = "S: “Rust”\nO: in de praktijk\nE: ICPC-1 Z01. Geen diagnose.\nP: zus bellen"


@pytest.fixture(autouse=True)
def emptied(qapp):  # noqa: ARG001  there must be an application
    yield
    leave_nothing_copied()
    QGuiApplication.clipboard().clear()


def test_it_stays_for_half_a_minute():
    assert STAYS_MS == 30_000


@pytest.mark.parametrize("kind", [kind for kind, _ in SECRET])
def test_the_history_of_every_system_is_asked_to_leave_it_out(kind):
    the_clipboard().put(JOURNAL)
    assert QGuiApplication.clipboard().mimeData().hasFormat(kind)


def test_it_goes_after_its_time(qtbot):
    BriefClipboard(stays_ms=20).put(JOURNAL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=2000)


def test_it_goes_too_where_the_system_writes_line_ends_its_own_way():
    brief = BriefClipboard()
    brief.put(JOURNAL)
    data = QMimeData()
    data.setText(JOURNAL.replace("\n", "\r\n"))
    QGuiApplication.clipboard().setMimeData(data)
    brief.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_what_was_copied_since_stays():
    brief = BriefClipboard()
    brief.put(JOURNAL)
    QGuiApplication.clipboard().setText("iets anders")
    brief.clear()
    assert QGuiApplication.clipboard().text() == "iets anders"


def test_locking_takes_it_away_at_once():
    the_clipboard().put(JOURNAL)
    leave_nothing_copied()
    assert QGuiApplication.clipboard().text() == ""
