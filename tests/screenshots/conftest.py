"""What every picture needs: a moment at which it is made, and a window that goes from screen to screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QDateTime, QPoint, QTime
from PySide6.QtGui import QCursor

from intake_app.core.clock import SystemClock
from intake_app.ui.look import put_look
from intake_app.ui.presenters.settings import Look
from intake_app.ui.presenters.talk_time import TalkTime
from tests.screenshots.scenes import LOCKED, SCENES, leave, practice_house, seen
from tests.ui.conftest import house, show
from tests.ui.fake_desk import NOW, RESOURCES
from tests.ui.speaking import speaking

__all__ = ["house", "show"]
SPENT_MINUTES = 4


@pytest.fixture
def one_moment(monkeypatch):
    """Let all clocks stand still: Qt's, the program's, and the one that counts how long a talk takes."""
    day = QDate(NOW.year, NOW.month, NOW.day)
    monkeypatch.setattr(QDate, "currentDate", staticmethod(lambda: day))
    monkeypatch.setattr(QDateTime, "currentDateTime", staticmethod(lambda: QDateTime(day, QTime(NOW.hour, NOW.minute))))
    monkeypatch.setattr(QTime, "currentTime", staticmethod(lambda: QTime(NOW.hour, NOW.minute)))
    monkeypatch.setattr(SystemClock, "now", lambda _: NOW.astimezone())
    monkeypatch.setattr(TalkTime, "minutes", lambda _, talk: SPENT_MINUTES if talk else 0)


@pytest.fixture
def look_at(qapp, house, one_moment):  # noqa: ARG001  the look and the clock come first
    """Return what yields the name and the window of each screen, in a language, a theme and a text size."""
    opened = []

    def look_at(language, theme, percent, names=(LOCKED, *SCENES)):
        with speaking(qapp, language):
            put_look(RESOURCES, Look(theme=theme, text_percent=percent))
            opened.append(practice_house(language, theme=theme, text_scale=str(percent)))
            at = opened[-1]
            QCursor.setPos(at.window.mapToGlobal(QPoint(1, 1)))  # or what lies under it looks pointed at
            if LOCKED in names:
                at.settle()
                yield LOCKED, at.window
            at.unlock()
            for name in (each for each in names if each != LOCKED):
                SCENES[name](at)
                yield name, seen(at)
                leave(at)

    yield look_at
    for at in opened:
        leave(at)
        at.close()
