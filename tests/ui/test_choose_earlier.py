"""How it went before with a service, on the sheet "Waarom dit?"; and the way to the whole entry and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose import ChooseScreen
from intake_app.ui.views.directory import DirectoryScreen
from tests.ui.choosing_talk import NotingShell, a_full_talk
from tests.ui.fake_desk import RESOURCES

Key = Qt.Key
KIND, SERVICE, NOTE = "geldfit", "nat_geldfit", "belt terug binnen twee dagen"


@pytest.fixture
def a_screen(qtbot, house):
    def make(*notes):
        desk, session = a_full_talk()
        for note in notes:
            desk.office.directory.write_note(SERVICE, note)
        context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
        screen = ChooseScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitActive(screen):
            screen.show()
        return screen

    return make


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def opened(screen):
    screen.card(KIND).reasons.click()
    return screen.sheet.earlier


def test_the_sheet_opens_with_the_notes_closed_and_z_shows_them(a_screen):
    earlier = opened(a_screen(NOTE))
    assert earlier.show_notes.words == "Zo ging het eerder (1)"
    assert earlier.notes.isHidden()
    press(Key.Key_Z)
    assert earlier.notes.isVisible()
    press(Key.Key_Z)
    assert earlier.notes.isHidden()


def test_f8_hides_them_from_a_side_glance_and_leaves_the_sheet(a_screen):
    screen = a_screen(NOTE)
    earlier = opened(screen)
    press(Key.Key_Z)
    press(Key.Key_F8)
    assert earlier.notes.isHidden()
    assert screen.sheet.isVisible()


def test_they_are_closed_again_the_next_time(a_screen):
    screen = a_screen(NOTE)
    opened(screen)
    press(Key.Key_Z)
    press(Key.Key_Escape)
    assert opened(screen).notes.isHidden()


def test_without_a_note_there_is_nothing_to_open(a_screen):
    earlier = opened(a_screen())
    press(Key.Key_Z)
    assert not earlier.show_notes.isVisible()
    assert earlier.notes.isHidden()


def test_no_note_stands_on_a_card(a_screen):
    screen = a_screen(NOTE)
    assert NOTE not in repr(screen.choosing.state())


def test_o_opens_the_whole_entry_from_the_sheet_and_from_the_card(a_screen):
    screen = a_screen()
    opened(screen)
    press(Key.Key_O)
    press(Key.Key_Escape)
    screen.card(KIND).take.setFocus()
    press(Key.Key_O)
    screen.card(KIND).entry.click()
    assert screen.context.shell.went == [("directory", SERVICE)] * 3


def test_a_kind_without_a_service_has_no_entry_to_open(a_screen):
    screen = a_screen()
    card = next(each for column in screen._columns.values() for each in column.cards.values() if not each._view.service)
    assert not card.entry.isVisible()
    card.take.setFocus()
    press(Key.Key_O)
    assert screen.context.shell.went == []


def test_from_the_sociale_kaart_one_comes_back_to_the_screen_of_the_talk_where_one_was(a_screen, show_screen):
    choosing = a_screen().context
    screen = show_screen(DirectoryScreen, choosing.desk, session=choosing.session, about=SERVICE)
    screen.done.click()
    assert screen.context.shell.went == ["choose"]
