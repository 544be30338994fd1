"""What is typed is kept within a second, and a program that was killed comes back to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.conversation.desk import SaveStatus
from intake_app.core.ids import FlagId, QuestionId
from intake_app.core.problems import problem
from intake_app.questionnaire.model import Mode
from intake_app.triage.model import Target
from intake_app.ui.fields import save_state
from intake_app.ui.fields.save_state import SaveState, Saving
from intake_app.ui.presenters.lock import draft_from
from intake_app.ui.presenters.talk_question import FieldKind, FieldState
from intake_app.ui.presenters.talk_time import TalkTime
from intake_app.ui.views.choose_card import CardAsked
from intake_app.ui.views.choose_otherwise import LEAVE
from intake_app.ui.views.talk_answer import AnswerField
from intake_app.ui.whereabouts import BEHIND_MS
from tests.ui.choosing_talk import a_full_talk
from tests.ui.fake_desk import a_situation
from tests.ui.practice_desk import practice_desk

SECOND_MS = 1000
WORDS = "zilverreiger achter de dijk"
GUT_FEELING = FlagId("gut_feeling")


def in_talk(probe, mode=Mode.EXPLORATORY, **facts):
    """Go into a talk."""
    probe.unlock()
    probe.session = probe.desk.start(a_situation(mode, **facts))
    probe.window.hold(probe.session)
    probe.window.go("conversation")
    return probe


def in_full_talk(probe, screen):
    """Go into a talk in which much was said, on another of its screens."""
    probe.unlock()
    _, probe.session = a_full_talk(probe.desk)
    probe.window.hold(probe.session)
    probe.window.go(screen)
    return probe


def own_words(probe):
    in_talk(probe)
    at_question(probe, "area_body")
    probe.screen.panel.focus_note()


def strength(probe):
    in_talk(probe)
    probe.screen.talk.open(next(id_ for id_ in probe.session.order() if may_wish(probe, id_)))
    probe.screen.refresh()
    probe.screen.panel.strength.chip.click()


def may_wish(probe, id_):
    probe.screen.talk.open(id_)
    return probe.screen.talk.question().may_wish


def text_answer(probe):
    in_talk(probe)
    at_question(probe, "own_question")
    probe.screen.panel.answer.focus_answer()


def at_question(probe, id_):
    probe.screen.talk.open(QuestionId(id_))
    probe.screen.refresh()


def own_step(probe):
    in_full_talk(probe, "choose").screen.own_step.write()


def step_of_agreements(probe):
    in_full_talk(probe, "agree").screen.add.click()
    QTest.qWait(0)


def beginning_of_a_step(probe):
    step_of_agreements(probe)
    QTest.keyClicks(QApplication.focusWidget(), "Bellen")
    probe.screen.steps.rows[0].card._start.setFocus()


def when_it_gets_worse(probe):
    in_full_talk(probe, "agree").screen.net.worse.setFocus()


def when_it_fails(probe):
    in_full_talk(probe, "agree").screen.net.fails.setFocus()


def how_we_speak(probe):
    in_full_talk(probe, "agree").screen.net.how.setFocus()


def what_makes_it_higher(probe):
    in_full_talk(probe, "agree").screen.sure.press_digit("6")
    probe.screen.higher.setFocus()


SAVE_THEMSELVES = (
    own_words,
    strength,
    text_answer,
    own_step,
    step_of_agreements,
    beginning_of_a_step,
    when_it_gets_worse,
    when_it_fails,
    how_we_speak,
    what_makes_it_higher,
)


@pytest.mark.parametrize("go", SAVE_THEMSELVES)
def test_what_is_typed_in_a_talk_is_in_it_within_a_second_while_one_stays_in_the_field(make_probe, qtbot, go):
    probe = make_probe()
    go(probe)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, WORDS)
    qtbot.waitUntil(lambda: WORDS in repr(probe.session.conversation), timeout=SECOND_MS)
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize(
    "state,typed,value",
    [
        (FieldState(kind=FieldKind.NUMBER, low=0, high=99), "7", 7.0),
        (FieldState(kind=FieldKind.DATE, words="2026-11-22"), "12", "2026-11-12"),
    ],
)
def test_a_number_and_a_day_are_told_within_a_second_while_one_stays_there(show, qtbot, state, typed, value):
    answer, given = AnswerField(), []
    answer.given.connect(given.append)
    answer.show_field("one", state, "Wanneer, of hoe vaak?")
    show(answer)
    answer.focus_answer()
    QTest.keyClicks(QApplication.focusWidget(), typed)
    qtbot.waitUntil(lambda: given == [value], timeout=SECOND_MS)
    assert QApplication.focusWidget().parent() in {answer, answer.field}


def test_who_types_without_a_pause_is_held_within_a_second(make_probe):
    probe = make_probe()
    own_words(probe)
    for letter in WORDS[:20]:
        QTest.keyClick(QApplication.focusWidget(), letter, delay=60)
    assert not probe.session.conversation.notes
    (held,) = draft_from(probe.desk.held_draft()).texts.values()
    assert len(held) >= 20 - SECOND_MS / 60
    assert WORDS.startswith(held)


def test_nothing_is_held_again_while_nothing_changed(make_probe):
    probe = make_probe()
    own_words(probe)
    probe.window._whereabouts.look()
    times = len(probe.desk.calls)
    for _ in range(3):
        probe.window._whereabouts.look()
    assert probe.desk.calls.count("hold_draft") == times
    QTest.keyClick(QApplication.focusWidget(), "z")
    QTest.qWait(BEHIND_MS + 200)
    assert probe.desk.calls.count("hold_draft") == times + 1


# --- killed


def killed(make_probe, probe):
    """End the program at once, after all that was to be held was; return it opened again."""
    probe.window._whereabouts.look()
    return killed_as_held(make_probe, probe, probe.desk.held_draft())


def killed_as_held(make_probe, probe, held):
    """End the program at once, when this was what had been held; return it opened again."""
    desk, probe.window.desk = probe.desk, None
    probe.window.hide()
    desk.is_open, desk.drafts[""] = False, held
    again = make_probe(desk)
    with again.qtbot.waitActive(again.window):
        again.window.activateWindow()
    again.take()
    again.enter(desk.passphrase)
    again.qtbot.waitUntil(lambda: again.name != "unlock")
    QTest.qWait(50)
    return again


def flag_sheet(probe):
    in_talk(probe).press(Qt.Key.Key_F9)
    probe.screen.layer.sheet.form.agreed.setFocus()


def why_a_flag_does_not_hold(probe):
    in_talk(probe).press(Qt.Key.Key_F9)
    probe.screen.layer.sheet.take_back.click()


def who_is_there(probe):
    in_talk(probe).screen.left.people.click()
    probe.screen.layer.sheet.call_back.setFocus()


def another_urgency(probe):
    in_talk(probe).screen.layer.show_reasons(Target.MEDICAL, None)
    probe.screen.layer.sheet.differ.click()
    probe.screen.layer.sheet.urgency.reason.setFocus()


def why_otherwise(probe):
    in_full_talk(probe, "choose")
    kind = next(iter(next(each for each in probe.screen._columns.values() if each.cards).cards))
    probe.screen.open_reasons(CardAsked(what=LEAVE, kind=kind))


def start_form(probe):
    probe.unlock()
    probe.window.go("start_exploratory")
    probe.screen.fields.channel.chip("telephone").click()
    probe.screen.fields.where_now.setFocus()


FIELDS = (
    *(each for each in SAVE_THEMSELVES if each is not how_we_speak),
    flag_sheet,
    why_a_flag_does_not_hold,
    who_is_there,
    another_urgency,
    why_otherwise,
    start_form,
)


@pytest.mark.parametrize("go", FIELDS)
def test_a_killed_program_comes_back_to_the_same_field_and_caret_with_what_was_just_typed(make_probe, go):
    probe = make_probe()
    go(probe)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, WORDS)
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Left)
    before = (probe.name, type(field), field.accessibleName())
    again = killed(make_probe, probe)
    back = QApplication.focusWidget()
    assert (again.name, type(back), back.accessibleName()) == before
    text = back.text() if hasattr(back, "text") else back.toPlainText()
    at = back.cursorPosition() if hasattr(back, "text") else back.textCursor().position()
    assert text.count(WORDS) == 1
    assert text[at - len(WORDS) + 5 : at + 5] == WORDS


def test_a_killed_program_comes_back_scrolled_as_it_was(make_probe):
    desk = practice_desk()
    desk.settings["text_scale"] = "200"
    probe = make_probe(desk)
    probe.window.resize(1024, 700)
    own_words(probe)
    QTest.qWait(50)
    bar = probe.screen.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    again = killed(make_probe, probe)
    again.window.resize(1024, 700)
    again.qtbot.waitUntil(lambda: again.screen.page.verticalScrollBar().value() == bar.value() > 0)


def test_what_was_hidden_from_a_side_glance_is_hidden_when_one_comes_back(make_probe):
    probe = in_talk(make_probe())
    probe.screen.do("picture")
    assert probe.screen.split.is_right_hidden
    again = killed(make_probe, probe)
    assert again.screen.split.is_right_hidden
    assert not again.screen.panel.note.isVisible()


def test_the_sheet_of_a_flag_that_was_put_aside_stays_aside(make_probe):
    probe = in_talk(make_probe())
    probe.press(Qt.Key.Key_F9)
    probe.screen.layer.close_sheet()
    again = killed(make_probe, probe)
    assert again.screen.layer.sheet is None
    assert again.screen.flags.band().flag == GUT_FEELING


def test_words_of_another_question_are_not_typed_into_this_one(make_probe):
    probe = make_probe()
    own_words(probe)
    QTest.keyClicks(QApplication.focusWidget(), WORDS)
    probe.window._whereabouts.look()
    held = probe.desk.held_draft()
    probe.screen.foot.next.click()
    probe.window._whereabouts.look()
    again = killed_as_held(make_probe, probe, held)
    assert not again.screen.panel.note.toPlainText()
    assert list(again.desk.open(probe.session.conversation.id).conversation.notes.values()) == [WORDS]


def test_newer_words_in_the_talk_stand_over_older_ones_that_were_held(make_probe, qtbot):
    probe = make_probe()
    own_words(probe)
    QTest.keyClicks(QApplication.focusWidget(), "half")
    probe.window._whereabouts.look()
    held = probe.desk.held_draft()
    QTest.keyClicks(QApplication.focusWidget(), " en heel")
    qtbot.waitUntil(lambda: bool(probe.session.conversation.notes), timeout=SECOND_MS)
    again = killed_as_held(make_probe, probe, held)
    assert again.screen.panel.note.toPlainText() == "half en heel"


def test_who_closed_the_program_begins_at_the_list(make_probe):
    probe = make_probe()
    own_words(probe)
    QTest.keyClicks(QApplication.focusWidget(), WORDS)
    probe.window._whereabouts.look()
    probe.window.close()
    again = make_probe(probe.desk)
    again.unlock()
    assert again.name == "list"
    assert WORDS in repr(again.desk.open(probe.session.conversation.id).conversation)


# --- how long


class Seconds:
    """A clock that is set."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_only_the_time_on_the_screen_counts():
    seconds = Seconds()
    time = TalkTime(seconds)
    for talk, minutes in (("a", 5), ("", 20), ("a", 3), ("b", 4), ("a", 4)):
        time.show(talk)
        seconds.now += minutes * 60
    assert (time.minutes("a"), time.minutes("b"), time.minutes("c")) == (12, 4, 0)


@pytest.mark.parametrize("kept,minutes", [("6", 6), ("", 0), ("veel", 0), ("-3", 0), ("²", 0)])
def test_after_a_broken_end_the_clock_goes_on_from_what_was_held(kept, minutes):
    time = TalkTime(Seconds())
    time.go_on_from("a", kept)
    time.show("a")
    assert time.minutes("a") == minutes


def test_a_lock_and_a_pause_stop_the_clock_of_the_talk(make_probe):
    probe = make_probe()
    seconds = probe.window._time._seconds = Seconds()
    in_talk(probe, Mode.QUICK)
    talk = probe.session.conversation.id

    def pass_(minutes):
        seconds.now += minutes * 60

    pass_(2)
    probe.window.lock()
    pass_(30)
    probe.enter(probe.desk.passphrase)
    probe.wait_for("conversation")
    pass_(3)
    probe.screen.foot.pause.click()
    pass_(40)
    assert probe.name == "list"
    probe.window.hold(probe.desk.open(talk))
    probe.window.go("choose")
    pass_(7)
    probe.window.go("conversation")
    assert probe.screen.bar.clock.text() == "12 van 10 min"


# --- the state line


@pytest.fixture
def heard(monkeypatch):
    """What a screen reader is told of saving."""
    said = []
    monkeypatch.setattr(save_state, "announce", lambda _, words, *, is_urgent=False: said.append((words, is_urgent)))
    return said


def test_a_screen_reader_hears_of_saving_once_and_of_every_failure_with_what_to_do(qtbot, house, heard):  # noqa: ARG001
    line = SaveState()
    qtbot.addWidget(line)
    for minute in (32, 33, 34):
        line.show_state(Saving.SAVED, f"Opgeslagen 10:{minute}")
    line.show_state(Saving.FAILED, "Niet opgeslagen: schijf vol", "De schijf is vol. Maak ruimte.")
    line.show_state(Saving.FAILED, "Niet opgeslagen: schijf vol", "De schijf is vol. Maak ruimte.")
    line.show_state(Saving.SAVED, "Opgeslagen 10:35")
    line.show_state(Saving.SAVED, "Opgeslagen 10:36")
    assert heard == [
        ("Opgeslagen 10:33", False),
        ("De schijf is vol. Maak ruimte.", True),
        ("Opgeslagen 10:35", False),
    ]


@pytest.mark.parametrize("screen", ["conversation", "choose", "agree", "papers"])
@pytest.mark.parametrize(
    "code,words", [("store_disk_full", "Niet opgeslagen: schijf vol"), ("store_write_failed", "Niet opgeslagen")]
)
def test_the_state_line_says_on_every_screen_of_a_talk_why_it_was_not_saved(make_probe, qtbot, screen, code, words):
    probe = in_full_talk(make_probe(practice_desk()), screen)
    line = probe.screen.findChild(SaveState)
    assert line.words == "Opgeslagen 10:32"
    probe.desk.become(SaveStatus.FAILED, problem(code))
    qtbot.waitUntil(lambda: line.words == words)
    assert line.accessibleDescription() == probe.window.banner.fault.text()
    probe.screen.refresh()
    assert line.words == words
    probe.desk.become(SaveStatus.SAVED)
    qtbot.waitUntil(lambda: line.words == "Opgeslagen 10:32")
