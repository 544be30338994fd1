"""A sentence about what was done covers nothing that can be pressed or read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from intake_app.ui.fields.bars import Floor
from intake_app.ui.look import put_look
from intake_app.ui.presenters.settings import Look
from tests.screenshots.scenes import SCENES, leave, practice_house
from tests.ui.fake_desk import RESOURCES

LONG = "Bewaard: Stichting Waterrijk Samen Verder, met een inloop op maandag en op donderdag."
SCREENS = ("list", "settings", "exploratory", "flag", "choose", "papers", "directory")


def _leaves(whole):
    """Yield what can be pressed or read: every part that is seen and holds no other parts."""
    for part in whole.findChildren(QWidget):
        inside = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        is_empty = isinstance(part, Floor) or (isinstance(part, QLabel) and not part.text())
        if part.isVisible() and not any(each.isVisible() for each in inside) and not is_empty:
            yield part


def _covered(window):
    ground, toast = window.centralWidget(), window.toasts
    for part in _leaves(ground):
        seen = part.visibleRegion().boundingRect()
        place = QRect(part.mapTo(ground, seen.topLeft()), seen.size())
        is_other = part is not toast and not toast.isAncestorOf(part)
        if is_other and not seen.isEmpty() and place.intersects(toast.geometry()):
            yield part


@pytest.mark.parametrize("percent, width, height", [(100, 1366, 768), (100, 1024, 700), (200, 1024, 700)])
def test_a_toast_covers_nothing_also_when_several_come(qapp, house, qtbot, percent, width, height):  # noqa: ARG001
    put_look(RESOURCES, Look(text_percent=percent))
    at = practice_house("nl", text_scale=str(percent))
    at.unlock()
    at.window.resize(width, height)
    for name in SCREENS:
        SCENES[name](at)
        for words in ("Ongedaan gemaakt.", LONG):
            at.window.toast(words, at.settle)
            at.settle()
            qtbot.waitUntil(lambda: not [*_covered(at.window)])
            assert at.window.centralWidget().rect().contains(at.window.toasts.geometry())
        leave(at)
    at.close()


def test_the_buttons_below_stay_where_they_are_when_a_toast_comes_and_goes(house, qtbot):  # noqa: ARG001
    at = practice_house("nl")
    at.unlock()
    at.window.resize(1024, 700)
    SCENES["exploratory"](at)
    button = at.screen.foot.next
    before = button.mapTo(at.window, QRect().topLeft())
    at.window.toast(LONG)
    at.settle()
    qtbot.waitUntil(lambda: at.screen.foot.room > 0)
    at.settle()
    assert button.mapTo(at.window, QRect().topLeft()) == before
    at.window.toasts.put_away()
    at.settle()
    assert at.screen.foot.room == 0
    leave(at)
    at.close()
