"""Choosing together by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from intake_app.advice.plan import DecidedBy, Decision
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.choose import ChooseScreen
from intake_app.ui.views.choose_otherwise import WhyOtherwise
from intake_app.ui.views.reasons_rows import ArgumentRow
from tests.ui.choosing_talk import NotingShell, a_full_talk
from tests.ui.fake_desk import RESOURCES

Key = Qt.Key


@pytest.fixture
def a_screen(qtbot, house):
    def make(answers=None):
        desk, session = a_full_talk(answers=answers)
        context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
        screen = ChooseScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitActive(screen):
            screen.show()
        screen.setFocus()
        return screen

    return make


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.window().focusWidget() or screen, key, modifier)


def decisions(screen):
    return [choice.decision for choice in screen.context.talk.conversation.choices]


def test_digits_take_and_the_count_follows(a_screen):
    screen = a_screen()
    press(screen, Key.Key_1)
    press(screen, Key.Key_2)
    assert decisions(screen) == [Decision.TAKEN, Decision.TAKEN]
    assert screen.counter.text().startswith("2")


def test_enter_goes_on_and_alt_left_goes_back(a_screen):
    screen = a_screen()
    press(screen, Key.Key_Return)
    press(screen, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert screen.context.shell.went == ["agree", "conversation"]


def test_v_compares_and_escape_closes_only_that(a_screen):
    screen = a_screen()
    press(screen, Key.Key_V)
    assert screen.panel.isVisible()
    press(screen, Key.Key_Escape)
    assert not screen.panel.isVisible()
    assert not screen.context.shell.went


def test_n_writes_a_step_and_digits_stay_in_its_field(a_screen):
    screen = a_screen()
    press(screen, Key.Key_N)
    QTest.keyClicks(screen.own_step.field, "Om 3 uur bellen")
    press(screen, Key.Key_Return)
    assert screen.context.talk.conversation.choices[0].reason == "Om 3 uur bellen"


def test_not_now_takes_its_reason_by_digit(a_screen):
    screen = a_screen()
    card = screen.card("geldfit")
    card.decline.click()
    press(screen, Key.Key_4)
    assert screen.context.talk.conversation.choice("geldfit").reason == "te duur"


def test_escape_leaves_the_reasons_undecided(a_screen):
    screen = a_screen()
    screen.card("geldfit").decline.click()
    press(screen, Key.Key_Escape)
    assert not decisions(screen)
    assert screen.card("geldfit").acts.isVisible()


def test_the_reasons_open_beside_and_close(a_screen):
    screen = a_screen()
    screen.card("geldfit").reasons.click()
    assert screen.sheet.isVisible()
    press(screen, Key.Key_Escape)
    assert not screen.sheet.isVisible()


def test_the_reasons_begin_with_one_sentence_and_c_shows_the_sources(a_screen):
    screen = a_screen()
    screen.card("geldfit").reasons.click()
    rows = screen.sheet.findChildren(ArgumentRow)
    said = [label.text() for label in screen.sheet.findChildren(QLabel)]
    assert said[1] == screen.choosing.reasons("geldfit").short
    assert not rows[0].origin.isVisible()
    press(screen, Key.Key_C)
    assert rows[0].origin.isVisible()
    press(screen, Key.Key_C)
    assert not rows[0].origin.isVisible()


def test_undo_elsewhere_shows_after_a_refresh(a_screen):
    screen = a_screen()
    press(screen, Key.Key_1)
    screen.context.talk.undo()
    screen.refresh()
    assert screen.counter.text().startswith("0")


def test_a_flag_that_waits_shows_a_calm_page(a_screen):
    screen = a_screen({"suicide_thoughts": "recent"})
    assert screen.held.isVisible()
    assert not screen.page.isVisible()
    screen.held.button.click()
    assert screen.context.shell.went == ["conversation"]


def test_more_shows_what_is_possible(a_screen):
    screen = a_screen()
    column = screen.column("care")
    column.more.click()
    assert column.more_rows


@pytest.mark.parametrize("group", ["care", "peer"], ids=["more", "nothing nearby"])
def test_taking_one_of_more_keeps_the_focus_with_it(a_screen, group):
    screen = a_screen()
    column = screen.column(group)
    (column.nothing.look if column.more.isHidden() else column.more).click()
    QApplication.processEvents()
    row = next(each for each in column.more_rows if each.take.isVisible())
    row.take.setFocus()
    press(screen, Key.Key_Return)
    assert decisions(screen) == [Decision.TAKEN]
    QApplication.processEvents()
    about = column.cards.get(row.kind) or next(each for each in column.more_rows if each.kind == row.kind)
    assert about.isAncestorOf(QApplication.focusWidget())


def blocked_row(screen):
    """Return the row of practising on a screen, which the rules block for who reads with difficulty."""
    column = screen.column("care")
    column.more.click()
    return next(row for row in column.more_rows if row.anyway.accessibleName().endswith("Zelf oefenen op een scherm"))


def test_what_the_rules_block_can_be_taken_by_keyboard_with_a_reason(a_screen):
    screen = a_screen({"reading": "hard"})
    row = blocked_row(screen)
    assert not row.take.isVisible()
    row.anyway.setFocus()
    press(screen, Key.Key_Return)
    form = screen.sheet.findChild(WhyOtherwise)
    said = [label.text() for label in form.findChildren(QLabel)]
    assert "De regels zeggen: Lezen is lastig. Praten past dan beter." in said
    press(screen, Key.Key_Return)
    assert form.fault.text()
    QTest.keyClicks(form.reason, "Haar zus leest voor")
    press(screen, Key.Key_Return)
    assert screen.context.talk.conversation.choice("e_health").by is DecidedBy.PRACTITIONER
    assert not screen.sheet.isVisible()


def test_escape_leaves_what_the_rules_block_undecided(a_screen):
    screen = a_screen({"reading": "hard"})
    blocked_row(screen).anyway.click()
    press(screen, Key.Key_Escape)
    assert not screen.sheet.isVisible()
    assert not decisions(screen)


def test_the_practitioner_advises_against_a_suggestion_with_seven(a_screen):
    screen = a_screen()
    screen.card("geldfit").decline.click()
    press(screen, Key.Key_7)
    QTest.keyClicks(screen.sheet.findChild(WhyOtherwise).reason, "Is daar net vastgelopen")
    press(screen, Key.Key_Return)
    choice = screen.context.talk.conversation.choice("geldfit")
    assert (choice.decision, choice.by) == (Decision.DECLINED, DecidedBy.PRACTITIONER)
    assert choice.reason == "Is daar net vastgelopen"


def test_that_the_talk_was_enough_asks_for_a_reason_where_something_speaks_against_it(a_screen):
    screen = a_screen()
    screen.enough.click()
    assert not decisions(screen)
    form = screen.sheet.findChild(WhyOtherwise)
    form.reason.setText("Wil eerst zelf verder")
    form.keep.click()
    assert screen.context.talk.conversation.choice("gesprek_was_genoeg").reason == "Wil eerst zelf verder"
    assert not screen.sheet.isVisible()
