"""The pass phrase."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.passphrases import DEMO_PASSPHRASE
from intake_app.ui.presenters.unlock import (
    Fault,
    UnlockMode,
    UnlockState,
    Way,
    fault_of,
    first_chosen,
    refused,
    who_can_open,
)
from intake_app.ui.views.unlock import UnlockScreen
from tests.ui.fake_copies import FakeCopies
from tests.ui.fake_desk import PASSPHRASE, FakeDesk
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import BLOCKED, CODE, COLLEAGUE, FIRST, FakePeople

NO_SHIFT = Qt.KeyboardModifier.NoModifier
NEW, GIVEN = "mijn nieuwe wachtzin", "boom fiets kaars molen"


@pytest.mark.parametrize(
    "mode,typed,again,fault",
    [
        (UnlockMode.OPEN, "  ", "", Fault.EMPTY),
        (UnlockMode.OPEN, "kort", "", Fault.NONE),
        (UnlockMode.CREATE, "", "", Fault.EMPTY),
        (UnlockMode.CREATE, "kort", "kort", Fault.SHORT),
        (UnlockMode.CREATE, "welkom123456", "welkom123456", Fault.COMMON),
        (UnlockMode.CREATE, "Sanne Bakker", "Sanne Bakker", Fault.COMMON),
        (UnlockMode.CREATE, PASSPHRASE, "anders", Fault.DIFFERENT),
        (UnlockMode.CREATE, PASSPHRASE, PASSPHRASE, Fault.NONE),
        (UnlockMode.OWN, GIVEN, GIVEN, Fault.SAME),
        (UnlockMode.OWN, PASSPHRASE, PASSPHRASE, Fault.NONE),
    ],
)
def test_what_was_typed_is_refused_with_the_fault_that_it_has(mode, typed, again, fault):
    assert refused(mode, typed, again, name="Sanne Bakker", given=GIVEN) is fault


def test_a_store_is_not_made_by_somebody_without_a_name():
    assert refused(UnlockMode.CREATE, PASSPHRASE, PASSPHRASE) is Fault.NAMELESS


@pytest.mark.parametrize(
    "code,fault,ways",
    [
        ("store_passphrase_wrong", Fault.WRONG, ()),
        ("passphrase_wait", Fault.WAIT, ()),
        ("store_in_use", Fault.IN_USE, (Way.RETRY, Way.READ)),
        ("store_damaged", Fault.DAMAGED, (Way.READ, Way.RESTORE)),
        ("store_ring_damaged", Fault.NO_KEYS, (Way.RESTORE,)),
        ("store_user_blocked", Fault.OTHER, ()),
    ],
)
def test_each_refusal_has_its_fault_and_its_ways_on(code, fault, ways):
    assert fault_of((code,)) is fault
    assert UnlockState(fault=fault).ways == ways


def test_who_is_kept_out_cannot_be_chosen_and_the_last_one_stands_ready():
    people = who_can_open((FIRST, BLOCKED, COLLEAGUE))
    assert people == (FIRST, COLLEAGUE)
    assert first_chosen(people, COLLEAGUE.id) == COLLEAGUE.id
    assert first_chosen(people, BLOCKED.id) == FIRST.id


@pytest.fixture(autouse=True)
def nobody_came_before(monkeypatch):
    """Forget who opened the program in another test."""
    monkeypatch.setattr(UnlockScreen, "_last", "")


@pytest.fixture
def shared(make_probe):
    """Return a probe before a store of two people who work and one who is kept out."""
    desk = FakeDesk()
    desk.office = FakeOffice(people=FakePeople(FIRST, COLLEAGUE, BLOCKED), copies=FakeCopies())
    probe = make_probe(desk)
    probe.take()
    return probe


def refuse(probe, monkeypatch, code, **values):
    """Have the desk refuse to open, as the real one does; returns what it was asked with."""
    asked = []

    def unlock(passphrase, user_id=""):
        asked.append((passphrase, user_id))
        raise ProblemsError((problem(code, **values),))

    monkeypatch.setattr(probe.desk, "unlock", unlock)
    return asked


def test_the_right_pass_phrase_opens_the_list(make_probe):
    probe = make_probe()
    probe.unlock()
    assert probe.desk.is_open


@pytest.mark.parametrize("is_demo", [True, False])
def test_the_pass_phrase_of_the_examples_is_told_and_no_other(make_probe, is_demo):
    probe = make_probe(FakeDesk(is_demo=is_demo))
    probe.take()
    form = probe.screen.form
    assert form.example.isVisible() is is_demo
    assert (DEMO_PASSPHRASE in form.example.words.text()) is is_demo


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
    probe.desk.office = FakeOffice(people=FakePeople(FIRST), copies=FakeCopies())
    probe.take()
    probe.screen.form.name.setText(" Marieke de Vries ")
    probe.screen.form.again.setText(NEW)
    probe.enter(NEW)
    probe.wait_for("recovery")
    assert (probe.desk.passphrase, probe.desk.first_name) == (NEW, "Marieke de Vries")


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


def test_one_person_is_not_asked_who_they_are(make_probe):
    probe = make_probe()
    probe.take()
    assert probe.screen.form.who.isHidden()


def test_the_one_who_is_left_is_named_where_others_are_kept_out(make_probe):
    probe = make_probe()
    probe.desk.office = FakeOffice(people=FakePeople(FIRST, BLOCKED), copies=FakeCopies())
    probe.unlock()
    assert probe.desk.user == FIRST.id


def test_several_people_choose_who_they_are_by_key(shared):
    form = shared.screen.form
    assert [form.who.itemText(at) for at in range(form.who.count())] == [FIRST.name, COLLEAGUE.name]
    form.who.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(form.who, key)
        assert shared.window.focusWidget() is form.who
    shared.enter(PASSPHRASE)
    shared.wait_for("list")
    assert shared.desk.user == COLLEAGUE.id


def test_who_is_taken_from_the_open_list_goes_on_to_the_pass_phrase(shared):
    form = shared.screen.form
    form.who.setFocus()
    form.who.showPopup()
    QTest.keyClick(form.who.view(), Qt.Key.Key_Down)
    QTest.keyClick(form.who.view(), Qt.Key.Key_Return)
    assert shared.screen.state.chosen == COLLEAGUE.id
    assert shared.window.focusWidget() is form.phrase


def test_a_pass_phrase_that_does_not_fit_names_who_was_chosen(shared, qtbot):
    shared.screen.form.picked.emit(COLLEAGUE.id)
    shared.enter("dit is hem niet")
    qtbot.waitUntil(lambda: shared.screen.state.fault is Fault.WRONG)
    assert COLLEAGUE.name in shared.screen.form.fault.text()


def test_who_opened_last_stands_ready_the_next_time(shared):
    shared.screen.form.picked.emit(COLLEAGUE.id)
    shared.enter(PASSPHRASE)
    shared.wait_for("list")
    shared.window.lock()
    shared.wait_for("unlock")
    assert shared.screen.form.who.code == COLLEAGUE.id


def test_waiting_is_counted_down_and_nothing_is_tried_meanwhile(shared, monkeypatch, qtbot):
    asked = refuse(shared, monkeypatch, "passphrase_wait", seconds=2)
    shared.enter(PASSPHRASE)
    qtbot.waitUntil(lambda: shared.screen.state.seconds == 2)
    form = shared.screen.form
    shared.screen.submit()
    assert form.fault.text() == "Nog 2 seconden wachten."
    assert form.phrase.isReadOnly()
    shared.screen._on_second()
    shared.screen._on_second()
    assert form.fault.text() == "U kunt het weer proberen."
    assert not form.phrase.isReadOnly()
    assert asked == [(PASSPHRASE, FIRST.id)]


def test_a_wait_is_of_one_person_only(shared, monkeypatch, qtbot):
    refuse(shared, monkeypatch, "passphrase_wait", seconds=30)
    shared.enter(PASSPHRASE)
    qtbot.waitUntil(lambda: shared.screen.state.seconds == 30)
    shared.screen.form.picked.emit(COLLEAGUE.id)
    assert shared.screen.state.can_enter


def test_a_pass_phrase_that_was_given_is_replaced_before_the_store_opens(shared, monkeypatch, qtbot):
    asked = []
    refuse(shared, monkeypatch, "passphrase_must_change")
    monkeypatch.setattr(shared.desk, "change_first", lambda *said: asked.append(said))
    shared.enter(GIVEN)
    qtbot.waitUntil(lambda: shared.screen.state.mode is UnlockMode.OWN)
    screen = shared.screen
    assert (screen.form.phrase.text(), screen.form.phrase.accessibleName()) == ("", "Kies een eigen wachtzin")
    screen.form.again.setText(NEW)
    with qtbot.waitSignal(screen.opened):
        shared.enter(NEW)
    assert asked == [(GIVEN, NEW, FIRST.id)]


def test_a_store_that_somebody_writes_can_be_read_meanwhile(shared, monkeypatch, qtbot):
    refuse(shared, monkeypatch, "store_in_use")
    asked = []
    monkeypatch.setattr(shared.desk, "unlock_to_read", lambda *said: asked.append(said))
    shared.enter(PASSPHRASE)
    qtbot.waitUntil(lambda: shared.screen.state.fault is Fault.IN_USE)
    screen = shared.screen
    assert screen.form.way_buttons[Way.RESTORE].isHidden()
    with qtbot.waitSignal(screen.opened):
        screen.form.way_buttons[Way.READ].click()
    assert asked == [(PASSPHRASE, FIRST.id)]


def test_a_damaged_store_offers_a_copy_in_the_place_of_the_form(shared, monkeypatch, qtbot):
    refuse(shared, monkeypatch, "store_damaged")
    shared.enter(PASSPHRASE)
    qtbot.waitUntil(lambda: shared.screen.state.fault is Fault.DAMAGED)
    screen = shared.screen
    screen.form.way_buttons[Way.RESTORE].click()
    assert (type(screen.side.panel).__name__, screen.form.phrase.text()) == ("RestorePanel", "")
    screen.side.panel.done.emit("De kopie is teruggezet.")
    assert (screen.side.panel, screen.form.notice.words.text()) == (None, "De kopie is teruggezet.")
    assert screen.state.fault is Fault.NONE


def test_broken_keys_are_told_before_anything_is_typed(make_probe):
    probe = make_probe()

    def everyone():
        raise ProblemsError((problem("store_ring_damaged"),))

    probe.desk.office = FakeOffice(people=FakePeople(), copies=FakeCopies())
    probe.desk.office.people.everyone = everyone
    probe.take()
    assert probe.screen.state.fault is Fault.NO_KEYS
    assert not probe.screen.form.way_buttons[Way.RESTORE].isHidden()


def test_the_sheet_gives_a_new_pass_phrase_and_opens_the_store(shared, qtbot):
    people, screen = shared.desk.office.people, shared.screen
    people.code, shared.desk.passphrase = CODE, NEW
    screen.form.lost_button.click()
    panel = screen.side.panel
    panel.who.show_code(COLLEAGUE.id)
    panel.code.line.setText(CODE[:-1] + "x")
    panel.submit()
    assert "typefout" in panel.code.told.text()
    panel.code.line.setText(CODE.lower())
    panel.new.phrase.setText(NEW)
    panel.new.again.setText(NEW)
    with qtbot.waitSignal(screen.opened):
        panel.submit()
    assert (people.phrases, shared.desk.user) == ({COLLEAGUE.id: NEW}, COLLEAGUE.id)


def test_a_new_pass_phrase_is_not_lost_when_another_program_writes(shared, monkeypatch, qtbot):
    shared.desk.office.people.code = CODE
    asked = refuse(shared, monkeypatch, "store_in_use")
    screen = shared.screen
    screen.show_recover()
    panel = screen.side.panel
    panel.code.line.setText(CODE)
    panel.new.phrase.setText(NEW)
    panel.new.again.setText(NEW)
    panel.submit()
    qtbot.waitUntil(lambda: screen.state.fault is Fault.IN_USE)
    assert (asked, screen.form.notice.words.text()) == ([(NEW, FIRST.id)], "Uw nieuwe wachtzin is ingesteld.")
    assert not screen.form.way_buttons[Way.READ].isHidden()


def test_a_code_of_another_sheet_is_told_at_the_code(shared, qtbot):
    shared.screen.show_recover()
    panel = shared.screen.side.panel
    panel.code.line.setText(CODE)
    panel.new.phrase.setText(NEW)
    panel.new.again.setText(NEW)
    before = panel.code.told.text()
    panel.submit()
    qtbot.waitUntil(lambda: panel.code.told.text() != before)
    assert panel.open_button.isEnabled()
    panel.back_button.click()
    assert shared.screen.side.panel is None


def test_no_keyboard_learns_a_pass_phrase_even_when_it_is_shown(make_probe):
    form = make_probe().screen.form
    form.show_button.click()
    assert form.phrase.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_the_curtain_before_an_open_store_asks_the_pass_phrase_all_the_same(make_probe, qtbot):
    probe = make_probe()
    probe.desk.is_open = True
    screen = UnlockScreen(probe.window.run, notice="Nog niet alles is bewaard.")
    qtbot.addWidget(screen)
    with qtbot.assertNotEmitted(screen.opened, wait=50):
        screen.take(probe.desk)
    assert screen.form.notice.words.text() == "Nog niet alles is bewaard."
