"""Locking: what counts as quiet, what is hidden, and that nothing typed is lost."""

from __future__ import annotations

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from intake_app.conversation.desk import SaveStatus
from intake_app.core.problems import problem
from intake_app.practice.access import OpenGlass
from intake_app.practice.users import Role, User
from intake_app.questionnaire.model import Mode
from intake_app.ui.glass import GlassWatch
from intake_app.ui.idle import IdleWatch
from intake_app.ui.presenters.lock import (
    Draft,
    draft_from,
    glass_minutes,
    lock_minutes,
    name_in,
    seconds_left,
    warned_of,
    was_away,
)
from intake_app.ui.views.banner import Banner
from intake_app.ui.views.draft_notice import DraftNotice
from intake_app.ui.views.papers_clipboard import the_clipboard
from intake_app.ui.views.passphrase import PassphraseField, show_typed
from tests.ui.fake_desk import NOW, FakeDesk, a_situation

FULL = problem("store_not_saved")
MARK = "Blauwe kruiwagen achter het schuurtje"
"""Stands for what was said: it may be nowhere once the program is locked."""
TEXTS = st.dictionaries(st.text(), st.text())


# --- the rules


@pytest.mark.parametrize("kept,minutes", [("", 5), ("3", 3), ("0", 1), ("99", 15), ("veel", 5), ("²", 5), ("-4", 5)])
def test_the_minutes_are_between_one_and_fifteen_and_usually_five(kept, minutes):
    assert lock_minutes(kept) == minutes


@given(minutes=st.integers(1, 15), quiet=st.floats(0, 2000))
def test_one_is_warned_for_half_a_minute_before_it_locks_and_never_earlier(minutes, quiet):
    left = seconds_left(minutes, quiet)
    assert (left == 0) == (quiet >= minutes * 60)
    assert bool(warned_of(left)) == (0 < left <= 30)


def test_the_warning_counts_in_steps_of_ten():
    assert [warned_of(left) for left in (31, 30, 21, 20, 11, 10, 1, 0)] == [0, 30, 30, 20, 20, 10, 10, 0]


@pytest.mark.parametrize("seconds,away", [(1, False), (30, False), (31, True), (3600, True), (-3600, False)])
def test_a_second_that_took_long_was_sleep(seconds, away):
    assert was_away(NOW, NOW + datetime.timedelta(seconds=seconds)) is away


@given(st.builds(Draft, screen=st.text(), talk=st.text(), sheet=st.text(), texts=TEXTS, choices=TEXTS, loose=TEXTS))
def test_a_draft_comes_back_as_it_was_kept(draft):
    assert draft_from(draft.as_text()) == draft


@pytest.mark.parametrize("kept", ["", "{", "[]", "3", '{"screen": 3, "texts": ["a"], "loose": {"a": 1}, "other": ""}'])
def test_what_cannot_be_read_is_no_draft(kept):
    assert draft_from(kept) == Draft()


def test_a_place_tells_the_name_of_its_field():
    assert name_in("sheet/Wie / wat #1?#0") == "Wie / wat #1?"


# --- quiet


class Clocks:
    """The seconds that pass, and the clock on the wall."""

    def __init__(self):
        self.seconds, self.wall = 0.0, NOW

    def pass_(self, seconds):
        self.seconds += seconds
        self.wall += datetime.timedelta(seconds=seconds)


@pytest.fixture
def quiet(qtbot):
    """Return a window that is watched, its clocks, and what the watch told."""
    window, clocks, told = QWidget(), Clocks(), []
    window.line = QLineEdit(window)
    qtbot.addWidget(window)
    watch = IdleWatch(window, lambda: clocks.seconds, lambda: clocks.wall)
    watch.warned.connect(told.append)
    watch.passed.connect(lambda: told.append("lock"))
    window.show()
    qtbot.waitExposed(window)
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    watch.minutes = 1

    def wait(seconds):
        for _ in range(seconds):
            clocks.pass_(1)
            watch.tick()

    watch.tick()
    watch.touch()
    told.clear()
    return window, wait, told, clocks, watch


def test_it_warns_and_then_locks(quiet):
    _window, wait, told, *_ = quiet
    wait(60)
    assert told == [30, 20, 10, "lock"]


TOUCHES = {
    "key": lambda window: QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift),
    "mouse": lambda window: QTest.mouseMove(window.windowHandle(), QPoint(9, 9)),
    "click": lambda window: QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2)),
}


@pytest.mark.parametrize("touch", TOUCHES.values(), ids=TOUCHES)
def test_any_key_or_mouse_extends_at_once(quiet, touch):
    window, wait, told, *_ = quiet
    wait(35)
    touch(window)
    assert told == [30, 0]
    wait(29)
    assert told == [30, 0]


def test_what_is_dictated_without_a_key_extends(quiet):
    window, wait, told, *_ = quiet
    wait(35)
    window.line.insert("gedicteerd")
    wait(29)
    assert told == [30, 0]


def test_a_computer_that_slept_wakes_locked(quiet):
    _window, wait, told, clocks, watch = quiet
    wait(3)
    clocks.wall += datetime.timedelta(minutes=2)
    watch.tick()
    assert told == ["lock"]


# --- the curtain


@pytest.fixture
def talking(make_probe):
    """Return a probe in an exploratory talk."""
    probe = make_probe()
    probe.unlock()
    probe.session = probe.desk.start(a_situation(Mode.EXPLORATORY))
    probe.window.hold(probe.session)
    probe.window.go("conversation")
    return probe


def everything_said(probe):
    """Return every text that stands in a widget of the program."""
    QApplication.sendPostedEvents(None, 52)  # what was freed goes
    found = [probe.window, *QApplication.topLevelWidgets()]
    widgets = [widget for window in found for widget in (window, *window.findChildren(QWidget))]
    said = [widget.windowTitle() for widget in widgets]
    said += [widget.text() for widget in widgets if isinstance(widget, QLabel | QLineEdit)]
    return [*said, *(widget.toPlainText() for widget in widgets if isinstance(widget, QPlainTextEdit))]


def back(probe, name):
    probe.enter(probe.desk.passphrase)
    probe.wait_for(name)


def test_nothing_that_was_said_stays_on_screen_or_on_the_clipboard(talking, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    other.setWindowTitle(MARK)
    other.show()
    the_clipboard().put(MARK)
    talking.window.toast(MARK)
    talking.window.go("palette")
    talking.window.layer.sheet.line.setText(MARK)
    talking.window.lock()
    assert talking.name == "unlock"
    assert not other.isVisible()
    assert MARK not in QGuiApplication.clipboard().text()
    assert not [words for words in everything_said(talking) if MARK in words]


def test_what_another_program_copied_stays(talking):
    the_clipboard().put(MARK)
    data = QMimeData()
    data.setText("van elders")
    QGuiApplication.clipboard().setMimeData(data)
    the_clipboard().clear()
    assert QGuiApplication.clipboard().text() == "van elders"
    talking.window.lock()


def test_the_clipboard_is_marked_as_a_secret(qapp):  # noqa: ARG001  there must be an application
    the_clipboard().put(MARK)
    assert bytes(QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    the_clipboard().clear()


def test_what_is_typed_is_kept_before_the_store_is_closed(talking):
    talking.window.lock()
    assert talking.desk.calls[-2:] == ["hold_draft", "lock"]
    assert set(talking.desk.calls) == {"hold_draft", "lock"}


def test_own_words_that_are_being_typed_are_an_answer_after_the_lock(talking):
    talking.window.do("keys")
    talking.window.layer.close_layer()
    field = talking.screen.panel.findChild(QPlainTextEdit)
    field.insertPlainText(MARK)
    talking.window.lock()
    back(talking, "conversation")
    assert MARK in [each.toPlainText() for each in talking.screen.findChildren(QPlainTextEdit)]


def test_an_open_flag_sheet_comes_back_with_all_that_was_filled_in(talking):
    talking.press(Qt.Key.Key_F9)
    form = talking.screen.layer.sheet.form
    ticked = list(form.ticks)[-1]
    form.ticks[ticked].click()
    QTest.keyClicks(form.other, MARK)
    form.agreed.setFocus()
    QTest.keyClicks(form.agreed, "morgen bellen")
    talking.window.lock()
    assert not [words for words in everything_said(talking) if MARK in words]
    back(talking, "conversation")
    again = talking.screen.layer.sheet.form
    assert again is not form
    assert (again.other.text(), again.agreed.text()) == (MARK, "morgen bellen")
    assert [code for code, tick in again.ticks.items() if tick.isChecked()] == [ticked]
    assert again.agreed.hasFocus()


def test_what_one_types_at_the_curtain_goes_into_the_pass_phrase(talking):
    talking.press(Qt.Key.Key_F9)
    talking.screen.layer.sheet.form.agreed.setFocus()
    talking.window.lock()
    assert QApplication.focusWidget() is talking.screen.form.phrase


def test_why_a_flag_does_not_hold_comes_back(talking):
    talking.press(Qt.Key.Key_F9)
    sheet = talking.screen.layer.sheet
    sheet.take_back.click()
    QTest.keyClicks(sheet.reason, MARK)
    talking.window.lock()
    back(talking, "conversation")
    assert talking.screen.layer.sheet.is_asking_reason
    assert talking.screen.layer.sheet.reason.text() == MARK


def test_a_start_form_comes_back_with_its_choices(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.window.go("start_exploratory")
    fields = probe.screen.fields
    fields.channel.chip("telephone").click()
    fields.gender.chip("woman").click()
    QTest.keyClicks(fields.where_now, MARK)
    QTest.keyClicks(fields.age, "67")
    before = fields.form()
    probe.window.lock()
    back(probe, "start_exploratory")
    assert probe.screen.fields.form() == before


def test_what_has_no_field_any_more_is_shown_to_copy_until_one_is_done(talking):
    talking.press(Qt.Key.Key_F9)
    QTest.keyClicks(talking.screen.layer.sheet.form.agreed, MARK)
    talking.window.lock()
    kept = json.loads(talking.desk.drafts[""])
    talking.desk.drafts[""] = json.dumps({**kept, "talk": "gone"})
    back(talking, "list")
    notice = talking.window.layer.sheet
    assert isinstance(notice, DraftNotice)
    assert notice.texts == {"Afgesproken": MARK}
    talking.window.lock()
    back(talking, "list")
    assert talking.window.layer.sheet.texts == {"Afgesproken": MARK}
    notice = talking.window.layer.sheet
    notice.buttons[0].click()
    assert QGuiApplication.clipboard().text() == MARK
    notice.close_button.click()
    assert not talking.window.layer.isVisible()
    talking.window.lock()
    back(talking, "list")
    assert not talking.window.layer.isVisible()


def test_a_pass_phrase_that_is_being_typed_is_kept_nowhere(make_probe):
    probe = make_probe()
    probe.unlock()
    probe.window.go("start_quick")
    for hidden in (True, False):
        line = PassphraseField()
        line.setParent(probe.screen)
        show_typed(not hidden, line)
        line.insert(MARK)
        line.show()
    probe.window.lock()
    assert MARK not in probe.desk.drafts[""]


def test_another_user_lands_on_a_place_of_their_own(talking):
    talking.press(Qt.Key.Key_F9)
    QTest.keyClicks(talking.screen.layer.sheet.form.agreed, MARK)
    talking.window.lock()
    talking.desk.drafts["colleague"] = talking.desk.drafts.pop("")
    back(talking, "list")
    assert talking.window.session is None
    assert not [words for words in everything_said(talking) if MARK in words]


def test_a_privacy_officer_lands_on_the_log(make_probe):
    probe = make_probe()
    probe.desk.office.people.me = User(id="fg", name="F. Gerritsen", roles=frozenset({Role.PRIVACY_OFFICER}))
    probe.take()
    probe.enter(probe.desk.passphrase)
    probe.qtbot.waitUntil(lambda: probe.name != "unlock")
    assert probe.name == "log"


# --- when saving fails


def test_when_saving_fails_the_screen_is_hidden_and_nothing_is_lost(talking):
    talking.press(Qt.Key.Key_F9)
    form = talking.screen.layer.sheet.form
    QTest.keyClicks(form.agreed, MARK)
    screen, talking.desk.unsaved = talking.screen, FULL
    talking.window.lock()
    assert talking.screen.form.phrase.hasFocus()
    assert (talking.name, talking.desk.is_open) == ("unlock", True)
    assert not screen.isVisible()
    assert "Maak ruimte" in talking.window.banner.fault.text()
    assert "gewoon verder" in talking.screen.state.notice
    back(talking, "conversation")
    assert talking.screen is screen
    assert form.isVisible()
    assert form.agreed.text() == MARK


def test_what_could_be_saved_behind_the_curtain_closes_the_store_after_all(talking, qtbot):
    talking.press(Qt.Key.Key_F9)
    QTest.keyClicks(talking.screen.layer.sheet.form.agreed, MARK)
    talking.desk.unsaved = FULL
    talking.window.lock()
    talking.desk.unsaved = None
    talking.window.banner.retry.click()
    talking.desk.become(SaveStatus.SAVED)
    qtbot.waitUntil(lambda: not talking.desk.is_open)
    assert not talking.window.banner.isVisible()
    assert not [words for words in everything_said(talking) if MARK in words]
    back(talking, "conversation")
    assert talking.screen.layer.sheet.form.agreed.text() == MARK


def test_a_draft_that_could_not_be_kept_is_tried_again_by_the_button(talking):
    talking.desk.unsaved = FULL
    talking.window.lock()
    talking.desk.unsaved = None
    talking.window.banner.retry.click()
    assert not talking.desk.is_open
    back(talking, "conversation")


def test_a_store_that_was_closed_already_is_no_fault(talking):
    talking.desk.is_open = False
    talking.window.go("unlock")
    assert not talking.window.banner.isVisible()
    talking.desk.drafts.clear()
    back(talking, "list")


def test_a_window_that_cannot_save_does_not_close(talking):
    talking.desk.unsaved = FULL
    assert not talking.window.close()
    talking.desk.unsaved = None
    assert talking.window.close()
    assert not talking.desk.is_open


def test_words_of_an_open_form_survive_closing_the_window(talking):
    talking.press(Qt.Key.Key_F9)
    QTest.keyClicks(talking.screen.layer.sheet.form.agreed, MARK)
    talking.window.close()
    assert MARK in talking.desk.drafts[""]


def test_without_words_nothing_is_kept_when_the_window_closes(talking):
    talking.window.close()
    assert not any(talking.desk.drafts.values())


# --- the banner


def test_the_warning_lies_over_the_top_and_goes_at_the_first_key(talking):
    window = talking.window
    window.idle.tick()
    window.idle.warned.emit(30)
    assert window.idle_line.isVisible()
    assert "Over 30 seconden" in window.idle_line.words.text()
    window.idle._said = 30
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert not window.idle_line.isVisible()


def test_the_watch_rests_while_locked_and_keeps_the_minutes_of_the_practice(make_probe):
    desk = FakeDesk()
    desk.settings["lock_minutes"] = "2"
    probe = make_probe(desk)
    probe.take()
    assert not probe.window.idle.is_watching
    probe.enter(desk.passphrase)
    probe.wait_for("list")
    assert (probe.window.idle.is_watching, probe.window.idle.minutes) == (True, 2)
    probe.window.idle.passed.emit()
    assert (probe.name, probe.window.idle.is_watching) == ("unlock", False)


def test_who_can_only_read_sees_why_and_can_change_nothing(make_probe):
    desk = FakeDesk()
    desk.is_read_only, desk.read_only_words = True, "Mevrouw Bos werkt er nu in."
    probe = make_probe(desk)
    probe.unlock()
    assert probe.window.banner.reading.text() == "Mevrouw Bos werkt er nu in."
    session = probe.desk.start(a_situation())
    probe.window.hold(session)
    probe.press(Qt.Key.Key_F9)
    assert not session.conversation.situation.gut_feeling
    probe.window.go("conversation")
    assert probe.name == "papers"
    assert probe.window.banner.reading.isVisible()
    probe.window.lock()
    assert not desk.drafts
    assert not probe.window.banner.isVisible()


def a_glass(talk, seconds):
    return OpenGlass(talk=talk, until=NOW + datetime.timedelta(seconds=seconds), reason="Mevrouw belt in nood")


@pytest.mark.parametrize("seconds,minutes", [(1800, 30), (62, 1), (63, 2), (2, 0), (-9, 0)])
def test_a_glass_counts_begun_minutes_and_ends_in_time_to_save(seconds, minutes):
    assert glass_minutes(a_glass("a", seconds), NOW) == minutes


@pytest.fixture
def by_glass(talking):
    """Return a probe in a colleague's talk, on a clock that stands still."""
    access = talking.desk.office.access
    access.glasses = [a_glass(str(talking.session.conversation.id), 25 * 60)]
    talking.window.glass._now = talking.desk.clock.now
    talking.window.go("conversation")
    return talking


def test_a_colleagues_talk_says_so_above_every_screen(by_glass):
    for screen in ("choose", "settings", "conversation"):
        by_glass.window.go(screen)
        assert "collega, nog 25 min" in by_glass.window.banner.glass.text()
        assert by_glass.window.banner.give_back.isVisible()


def test_a_colleagues_talk_can_be_given_back(by_glass):
    by_glass.window.banner.give_back.click()
    assert by_glass.desk.office.access.ended == [str(by_glass.session.conversation.id)]
    assert (by_glass.name, by_glass.window.session) == ("list", None)
    assert not by_glass.window.banner.give_back.isVisible()


def test_when_its_time_is_over_the_talk_closes_and_what_was_typed_is_kept(by_glass):
    field = by_glass.screen.panel.findChild(QPlainTextEdit)
    field.insertPlainText(MARK)
    by_glass.desk.clock.at += datetime.timedelta(minutes=25)
    by_glass.window.glass.tick()
    assert by_glass.name == "list"
    assert by_glass.window.session is None
    kept = by_glass.desk.open(by_glass.session.conversation.id).conversation
    assert MARK in repr(kept)


def test_the_glass_is_said_to_a_screen_reader_once(qtbot, house):  # noqa: ARG001  the look comes first
    banner = Banner()
    qtbot.addWidget(banner)
    watch = GlassWatch(banner, lambda: NOW)
    access = FakeDesk().office.access
    access.glasses = [a_glass("talk1", 600)]
    talk = FakeDesk().start(a_situation())
    watch.look(access, talk)
    assert banner.glass.text().endswith("nog 10 min")
    watch.forget()
    assert not banner.glass.text()
