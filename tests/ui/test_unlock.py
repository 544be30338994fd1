"""The pass phrase."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from intake_app.ui.presenters.unlock import Fault, UnlockMode, fault_of, is_long_enough, refused
from tests.ui.fake_desk import PASSPHRASE, FakeDesk

NO_SHIFT = Qt.KeyboardModifier.NoModifier
NEW = "mijn nieuwe wachtzin"


@pytest.mark.parametrize(
    "phrase,fits",
    [("kort", False), ("elf tekens!", False), ("twaalf teken", True), ("een a b c", False), ("de zon is op", True)],
)
def test_a_new_pass_phrase_has_twelve_characters_or_four_words(phrase, fits):
    assert is_long_enough(phrase) is fits


@pytest.mark.parametrize(
    "mode,typed,again,fault",
    [
        (UnlockMode.OPEN, "  ", "", Fault.EMPTY),
        (UnlockMode.OPEN, "kort", "", Fault.NONE),
        (UnlockMode.CREATE, "kort", "kort", Fault.SHORT),
        (UnlockMode.CREATE, PASSPHRASE, "anders", Fault.DIFFERENT),
        (UnlockMode.CREATE, PASSPHRASE, PASSPHRASE, Fault.NONE),
    ],
)
def test_what_was_typed_is_refused_with_the_fault_that_it_has(mode, typed, again, fault):
    assert refused(mode, typed, again) is fault


def test_only_a_wrong_pass_phrase_counts_as_one():
    assert fault_of(("store_passphrase_wrong",)) is Fault.WRONG
    assert fault_of(("store_in_use",)) is Fault.OTHER


def test_the_right_pass_phrase_opens_the_list(make_probe):
    probe = make_probe()
    probe.unlock()
    assert probe.desk.is_open


def test_a_wrong_pass_phrase_is_told_in_place(make_probe, qtbot):
    probe = make_probe()
    probe.take()
    probe.enter("dit is hem niet")
    qtbot.waitUntil(lambda: probe.screen.state.fault is Fault.WRONG)
    assert "past niet" in probe.screen.form.fault.text()


def test_enter_while_the_program_still_loads_is_kept_and_tried(make_probe):
    probe = make_probe()
    probe.enter(PASSPHRASE)
    assert probe.screen.state.waiting
    probe.take()
    probe.wait_for("list")


def test_the_first_time_a_pass_phrase_is_made_twice(make_probe):
    probe = make_probe(FakeDesk(is_new=True))
    probe.take()
    probe.screen.form.again.setText(NEW)
    probe.enter(NEW)
    probe.wait_for("list")
    assert probe.desk.passphrase == NEW


def test_what_loses_everything_is_said_when_a_pass_phrase_is_made(make_probe):
    probe = make_probe(FakeDesk(is_new=True))
    probe.take()
    assert "alles kwijt" in probe.screen.form.hint.text()


def test_caps_lock_shows_itself_by_a_capital_without_shift(make_probe):
    form = make_probe().screen.form
    for sign, is_seen in (("a", False), ("A", True)):
        form.phrase.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NO_SHIFT, sign))
        assert form.caps.isHidden() is not is_seen


def test_the_pass_phrase_can_be_shown_and_hidden(make_probe):
    form = make_probe().screen.form
    form.show_button.click()
    assert form.phrase.echoMode() is QLineEdit.EchoMode.Normal
    form.show_button.click()
    assert form.phrase.echoMode() is QLineEdit.EchoMode.Password


def test_a_program_that_cannot_start_says_so_and_asks_nothing(make_probe):
    probe = make_probe()
    probe.window.fail("content_folder_empty")
    assert "kan niet starten" in probe.screen.form.fault.text()
    assert not probe.screen.form.open_button.isEnabled()
