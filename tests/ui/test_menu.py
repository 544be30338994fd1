"""The menu: on every screen in the same place, by key and by mouse, and what cannot be done is grey."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.practice.users import Role
from intake_app.ui.actions import all_actions, menu_names
from intake_app.ui.fields.save_state import SaveState
from intake_app.ui.presenters.read_only import OF_A_TALK
from intake_app.ui.screens import PLACES
from intake_app.ui.views.action_button import MenuButton
from intake_app.ui.views.menu import ActionMenu
from tests.ui.choosing_talk import PaperDesk, a_full_talk
from tests.ui.practice_desk import practice_desk


@pytest.fixture
def at(make_probe):
    """Return what opens a window on a screen; of a talk in which much was said, where the screen is of a talk."""

    def at(screen="list", desk=None):
        desk, session = a_full_talk(desk or PaperDesk())
        probe = make_probe(desk)
        probe.take()
        probe.enter(desk.passphrase)
        probe.qtbot.waitUntil(lambda: not probe.window.is_locked)
        if screen in OF_A_TALK:
            probe.window.hold(session)
        probe.window.go(screen)
        probe.session = session
        return probe

    yield at
    for menu in menus():
        menu.close()


def menus():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ActionMenu) and each.isVisible()]


def opened(probe):
    probe.press(Qt.Key.Key_F10)
    (menu,) = menus()
    return menu


def entries(menu):
    """Return the actions of all menus by their ids."""
    return {entry.data(): entry for below in menu.actions() for entry in below.menu().actions()}


@pytest.mark.parametrize("screen", sorted(PLACES))
def test_the_button_stands_top_left_on_every_screen(at, screen):
    probe = at(screen)
    (button,) = probe.screen.findChildren(MenuButton)
    place = button.mapTo(probe.screen, QPoint(0, 0))
    assert button.isVisible()
    assert (place.x(), place.y() + button.height() // 2) == (20, 25)


def test_the_screen_that_asks_the_pass_phrase_has_none(make_probe):
    probe = make_probe()
    probe.take()
    probe.press(Qt.Key.Key_F10)
    assert not probe.screen.findChildren(MenuButton)
    assert not menus()


def test_every_action_but_the_menu_itself_is_in_it_once(at):
    menu = opened(at())
    assert set(entries(menu)) == {each.id for each in all_actions()} - {"menu"}
    assert len(menu.actions()) == len(menu_names())


def test_what_cannot_be_done_here_is_grey_and_what_can_is_not(at):
    probe = at("conversation")
    found = entries(opened(probe))
    assert all(found[id_].isEnabled() for id_ in ("next", "gut_feeling", "lock", "choose", "agree"))
    assert not any(found[id_].isEnabled() for id_ in ("remove", "save_pdf", "conversation", "alone"))


def test_what_somebody_may_not_is_grey(at):
    desk = practice_desk(Role.PRIVACY_OFFICER)
    desk.office.people.others = ()
    found = entries(opened(at("settings", desk)))
    assert found["log"].isEnabled()
    assert not any(found[id_].isEnabled() for id_ in ("quick", "list", "copies", "erasures", "directory_many"))


def test_a_menu_in_which_nothing_can_be_done_does_not_open(at):
    titles = [entry for entry in opened(at()).actions() if entry.text().replace("&", "") == "Vraag"]
    assert [entry.isEnabled() for entry in titles] == [False]


def test_a_key_stands_beside_its_entry_and_is_not_taken_twice(at):
    entry = entries(opened(at()))["settings"]
    lock = entries(menus()[0])["lock"]
    assert entry.text().count("\t") == 0
    assert lock.text().split("\t")[1] == "Ctrl+L"
    assert lock.shortcut().isEmpty()
    assert lock.toolTip().startswith("Haalt alles uit beeld")


def test_it_is_worked_by_letters_alone(at):
    probe = at()
    menu = opened(probe)
    QTest.keyClick(menu, Qt.Key.Key_P)  # Praktijk
    below = menu.activeAction().menu()
    QTest.keyClick(below, Qt.Key.Key_I)  # Instellingen
    probe.wait_for("settings")


def test_it_is_worked_by_arrows_alone(at):
    probe = at()
    menu = opened(probe)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    QTest.keyClick(menu.actions()[0].menu(), Qt.Key.Key_Return)
    probe.wait_for("start_quick")


def test_a_click_on_the_button_opens_it_and_leaves_the_focus_where_it_was(at):
    probe = at("directory")
    before = QApplication.focusWidget()
    QTest.mouseClick(probe.screen.findChild(MenuButton), Qt.MouseButton.LeftButton)
    assert menus()
    assert QApplication.focusWidget() is before


def test_esc_closes_it_and_it_is_gone(at, qtbot):
    probe = at()
    QTest.keyClick(opened(probe), Qt.Key.Key_Escape)
    assert probe.name == "list"
    qtbot.waitUntil(lambda: probe.window.findChild(ActionMenu) is None)


def test_under_a_sheet_of_the_window_it_stays_closed(at):
    probe = at()
    probe.press(Qt.Key.Key_F1)
    probe.press(Qt.Key.Key_F10)
    assert not menus()


def test_what_a_screen_does_itself_is_done_from_the_menu(at, qtbot):
    probe = at("conversation")
    entries(opened(probe))["picture"].trigger()
    qtbot.waitUntil(lambda: probe.screen.split.is_right_hidden)


def test_where_text_is_large_the_head_keeps_the_menu_and_the_way_to_lock(at):
    header = at().screen.findChild(MenuButton).parentWidget()
    header.resize(520, header.height())
    assert header.menu.isVisible()
    assert header.lock.isVisible()
    assert not header.search.isVisible()
    assert not header.findChildren(SaveState)
